"""The signature block has no date.

缺陷
    落款有各方的签字盖章处，却没有签订日期，也没有留出填写日期的地方；或者别的一方各自署了日期，有一方没有。

为什么要紧
    协议多从签订之日起生效、起算期限；没有签订日期，就不知道它从哪天算起，也判断不出是不是事后补签。

怎么办
    在各方签字处补上签订日期。

什么时候不报
    日期留空待填（　年　月　日，那是日期留空）；各方共用一个日期；日期写在协议开头、封面或者“于某年某月某日签订”一句里；通篇没有落款（那是没有签字盖章处）。
"""

from __future__ import annotations

from collections.abc import Iterator

from extractors.case import Case
from extractors.checks.examples import example
from extractors.checks.rule import Hit, Rule


def check(case: Case) -> Iterator[Hit]:
    """A signature block that nobody has dated."""
    if any(one.state == "not-stated" for one in case.states("sign-date")):
        signing = [one for one in case.document.signing if one.date is None]
        who = "、".join(dict.fromkeys(one.role for one in signing))
        yield Hit("signing", f"落款有{who}的签字盖章处，没有签订日期", tuple(one.span for one in signing))


RULE = Rule(
    slug="missing-sign-date",
    title="落款没有日期",
    severity="warning",
    check=check,
    agreements_only=True,
    bad=(
        example(signatures="甲方（盖章）：云溪市实验小学        乙方（盖章）：石桥镇中心小学\n代表签字：陆远航        代表签字：覃秀梅"),
        example(signatures="甲方（盖章）：云溪市实验小学\n代表：陆远航\n\n乙方（盖章）：石桥镇中心小学\n代表：覃秀梅"),
        example(signatures="甲方（盖章）：云溪市实验小学\n代表：陆远航\n2024年8月26日\n乙方（盖章）：石桥镇中心小学\n代表：覃秀梅"),
        example(signatures="甲方代表：陆远航\n乙方代表：覃秀梅\n签订地点：云溪市教育局\n附件：活动安排\n2024年9月10日 开学典礼"),
    ),
    good=(
        example(signatures="甲方代表：陆远航\n乙方代表：覃秀梅\n    年   月   日", also={"blank-date": "日期留空"}),
        example(title="结对帮扶协议书\n签订日期：2024年8月26日", signatures="甲方代表：陆远航\n乙方代表：覃秀梅"),
        example(further="本协议于2024年8月26日在云溪市签订。", signatures="甲方代表：陆远航\n乙方代表：覃秀梅"),
        example(signatures="甲方（盖章）：云溪市实验小学\n代表：陆远航\n乙方（盖章）：石桥镇中心小学\n代表：覃秀梅\n2024年8月26日"),
        example(signatures="", also={"missing-signature": "整个落款都没有"}),
    ),
)
