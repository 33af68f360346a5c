"""A party is named in a way that is neither its declared name nor a declared short form.

缺陷
    同一方在协议里有两种写法：正文或者落款里的名称和开头写明的全称不同，也不是约定的简称。

为什么要紧
    名称不一致时，说不清是不是同一个单位；盖章的单位和承担义务的单位对不上，协议的效力会有争议。

怎么办
    统一改成全称，或者在第一次出现时写明“以下简称……”。

什么时候不报
    约定过的简称；标题、书名号和附件清单里的简称；“原……”“更名为……”写明的旧名；名称后面带部门、校区、校友会的；
    名称相近的其他学校；上级单位；被换行或者空格断开的名称；“我校”“该校”。
"""

from __future__ import annotations

from collections.abc import Iterator

from extractors.case import Case
from extractors.checks.examples import example
from extractors.checks.rule import Hit, Rule
from extractors.names.known_names import own_names
from extractors.names.name_variants import find_variants


def check(case: Case) -> Iterator[Hit]:
    """Every other name of every party."""
    declared = [party for party in case.document.parties if party.role and not party.blank]
    own = own_names(case.passage, declared)
    parties = {one.role: party for one, party in zip(own, declared, strict=True)}
    for one in find_variants(case.passage, own):
        party = parties[one.role]
        role, span = party.role or "", case.passage.span(one.start, one.end)
        yield Hit(role, f"{role}写作“{party.name}”，又写作“{span.text}”", (span, party.span))


RULE = Rule(
    slug="party-name-variant",
    title="当事方名称前后不一",
    severity="warning",
    check=check,
    agreements_only=True,
    bad=(
        example(recipient="1.乙方每学年选派2名教师到甲方跟岗学习。\n2.石桥镇小学为甲方派出的教师安排食宿。"),
        example(
            head="甲方：云溪市教育局\n乙方：沱水自治县教育科技局",
            further="争议由云溪市教育局和沱水自治县教育局报请本级人民政府协调。",
            signatures="甲方（盖章）\t乙方（盖章）\n代表：陆远航\t代表：覃秀梅\n2024年8月26日\t2024年8月26日",
        ),
        example(signatures="甲方：云溪市第一实验小学（盖章）\n代表：陆远航\n乙方：石桥镇中心小学（盖章）\n代表：覃秀梅\n2024年8月26日"),
        example(supporter="1.云溪实小每学期选派3名骨干教师到乙方送教。"),
    ),
    good=(
        example(
            head="甲方：云溪市实验小学（以下简称“云溪实小”）\n乙方：石桥镇中心小学（下称“石桥小学”）",
            supporter="1.云溪实小每学期选派3名骨干教师到石桥小学送教。",
        ),
        example(further="云溪市第二实验小学、云溪市实验中学、石桥镇中心幼儿园的教师可以旁听。"),
        example(further="乙方原名石桥乡中心小学，2019年更名为石桥镇中心小学。"),
        example(further="云溪市实验小学教务处、云溪市实验小学家长委员会和石桥镇\n中心小学负责日常联络。"),
        example(title="云溪实小与石桥小学结对帮扶协议书", further="参照《石桥小学章程》执行，并报石桥镇中心学校备案。"),
    ),
)
