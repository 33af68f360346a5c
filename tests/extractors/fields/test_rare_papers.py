"""Whole short papers of rarer shapes: their term, copies and signatures together, and papers that look alike and say nothing of them."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from extractors.fields.copies import find_copies
from extractors.fields.effective import find_effective
from extractors.fields.signing import find_signing
from extractors.fields.terms import find_term
from extractors.names.roles import find_roles
from schemas.agreement import Kind
from tests.extractors.fields.passages import passage_of


@dataclass(frozen=True)
class Facts:
    """What a paper says: term as start, end, length and starts_on; copies as total and holders; signatures; what puts it into force."""

    term: tuple[str | None, str | None, str | None, str] | None = None
    copies: tuple[int, tuple[tuple[str, int], ...]] | None = None
    signing: tuple[tuple[str, str | None, str | None], ...] = ()
    effective: tuple[str, str | None] | None = None


READS: dict[str, tuple[Kind, str, Facts]] = {
    "mentor and pupil": (
        "agreement",
        ("青年教师拜师协议\n师傅：段亦舟（松溪县第二中学）\n徒弟：康小禾（松溪县白石乡初级中学）\n经双方自愿，结为师徒。\n"
        "一、结对时间：2024年9月起，至2026年7月止。\n二、师傅每周听课1节。\n三、本协议一式三份，师徒各执一份，学校教务处存档一份。\n"
        "师傅（签名）：段亦舟　　徒弟（签名）：康小禾\n2024年9月9日"),
        Facts(
            ("2024-09", "2026-07", None, "date"),
            (3, (("师傅", 1), ("徒弟", 1), ("学校教务处", 1))),
            (("师傅", "段亦舟", "2024-09-09"), ("徒弟", "康小禾", "2024-09-09")),
        ),
    ),
    "tutor and two trainees": (
        "agreement",
        ("名师工作室导师带教协议\n导师：欧阳静言\n学员：岳川\n学员：单小满\n为促进成长，订立本协议。\n第一条　带教周期两年，自2023年10月起。\n"
        "第二条　学员每学期上汇报课1节。\n第三条　本协议一式四份，导师和学员各一份，工作室留存一份。\n"
        "导师签字：欧阳静言\n学员签字：岳川\n学员签字：单小满\n2023年10月8日"),
        Facts(
            ("2023-10", None, "2年", "date"),
            (4, (("导师", 1), ("学员", 2), ("工作室", 1))),
            (("导师", "欧阳静言", "2023-10-08"), ("学员", "岳川", "2023-10-08"), ("学员", "单小满", "2023-10-08")),
        ),
    ),
    "sealed and in force": (
        "agreement",
        ("图书捐赠协议\n捐赠方：海棠文化传播有限公司\n受赠方：清河县马头镇小学\n双方达成协议如下：\n一、捐赠方赠送图书2000册。\n"
        "二、本协议自双方盖章之日起生效，有效期两年。\n三、本协议壹式贰份，捐赠方与受赠方各执壹份。\n"
        "捐赠方（盖章）：海棠文化传播有限公司\n受赠方（盖章）：清河县马头镇小学\n二〇二四年五月二十日"),
        Facts(
            ("2024-05-20", None, "2年", "sealing"),
            (2, (("捐赠方", 1), ("受赠方", 1))),
            (("捐赠方", None, "2024-05-20"), ("受赠方", None, "2024-05-20")),
            ("sealing", "2024-05-20"),
        ),
    ),
    "a group of four": (
        "agreement",
        ("学前教育集团办园协议\n总园：临江市第一幼儿园\n成员园：临江市云门镇幼儿园\n成员园：临江市古渡镇幼儿园\n成员园：临江市双坪乡幼儿园\n为促进均衡，订立本协议。\n"
        "一、集团办园周期三年，从2024年春季学期至2026年秋季学期。\n二、总园每月送教1次。\n三、本协议一式五份，四园各执一份，报市教育局一份。\n"
        "总园（公章）　园长：蓝月\n成员园（公章）　园长：景行\n成员园（公章）　园长：石磊\n成员园（公章）　园长：乔木\n2024年2月20日"),
        Facts(
            ("2024-21", "2026-23", "3年", "date"),
            (5, (("总园", 1), ("成员园", 3), ("市教育局", 1))),
            (("总园", "蓝月", "2024-02-20"), ("成员园", "景行", "2024-02-20"), ("成员园", "石磊", "2024-02-20"), ("成员园", "乔木", "2024-02-20")),
        ),
    ),
    "columns of one label": (
        "agreement",
        ("联盟共建协议\n盟主校：东川区实验小学\n成员校：东川区沙坝小学\n成员校：东川区梨园小学\n双方约定：\n1.合作期限自签订之日起至2027年6月30日。\n2.每学期联合教研2次。\n"
        "盟主校（章）　　成员校（章）　　成员校（章）\n东川区实验小学　　东川区沙坝小学　　东川区梨园小学\n代表：阮青　　代表：龚平　　代表：侯春\n2024年7月1日"),
        Facts(
            ("2024-07-01", "2027-06-30", None, "signing"),
            None,
            (("盟主校", "阮青", "2024-07-01"), ("成员校", "龚平", "2024-07-01"), ("成员校", "侯春", "2024-07-01")),
            ("signing", "2024-07-01"),
        ),
    ),
    "signed in another order": (
        "agreement",
        ("教研共同体协议\n牵头校：望江中学\n协作校：汪洋初级中学\n协作校：峡口初级中学\n为共同提高，订立本协议。\n一、为期三年，自2024年9月1日起。\n二、每月联合备课1次。\n"
        "牵头校（盖章）：望江中学\n负责人：莫言冰\n协作校（盖章）：峡口初级中学\n负责人：舒展\n协作校（盖章）：汪洋初级中学\n负责人：裘安\n2024年8月30日"),
        Facts(
            ("2024-09-01", None, "3年", "date"),
            None,
            (("牵头校", "莫言冰", "2024-08-30"), ("协作校", "舒展", "2024-08-30"), ("协作校", "裘安", "2024-08-30")),
        ),
    ),
    "a sponsor who is a person": (
        "agreement",
        ("个人助学协议\n资助人：谷雨桐\n受助学校：岭下县黄泥乡小学\n经协商，约定如下：\n一、资助期限：自签字之日起至2028年7月。\n二、资助人每年资助5000元。\n三、本协议一式二份，双方各持一份。\n"
        "资助人（签字）：谷雨桐　　　受助学校（盖章）：岭下县黄泥乡小学\n　　　　　　　　　　　　校长（签字）：卞河\n2024年4月2日　　　　　　2024年4月6日"),
        Facts(
            ("2024-04-06", "2028-07", None, "signing"),
            (2, (("资助人", 1), ("受助学校", 1))),
            (("资助人", "谷雨桐", "2024-04-02"), ("受助学校", "卞河", "2024-04-06")),
            ("signing", "2024-04-06"),
        ),
    ),
    "a branch's plan": (
        "plan",
        "机关党支部与村小结对共建方案\n为深化共建，县财政局机关党支部决定从2024年3月起开展结对帮扶，期限三年。现制定方案如下。\n一、目标\n改善条件。\n二、内容\n1.每季度走访1次。",
        Facts(("2024-03", None, "3年", "date")),
    ),
    "a programme of a county": (
        "plan",
        "云阳县乡村学校振兴行动方案\n一、总体要求\n2024年9月至2027年8月，在全县组织实施城乡学校结对帮扶行动。到2027年，结对覆盖率达到100%。\n二、实施步骤\n（一）部署阶段（2024年9月）。\n（二）推进阶段（2024年10月—2027年6月）。",
        Facts(("2024-09", "2027-08", None, "date")),
    ),
    "a notice that begins with its period": (
        "notice",
        "关于开展城乡幼儿园手拉手活动的通知\n各幼儿园：\n2024年春季学期至2025年秋季学期，全区继续开展城乡幼儿园结对帮扶工作。现将有关事项通知如下：\n一、结对安排\n城区园帮扶乡镇园。\n区教育局\n2024年1月8日",
        Facts(("2024-21", "2025-23", None, "date")),
    ),
    "a term by school years": (
        "agreement",
        ("支教帮扶协议\n派出学校：临海市附属小学\n受援学校：石门县磨盘小学\n一、合作年限：二个学年（2024—2025学年、2025—2026学年）。\n二、派出学校每学年派出教师2名。\n"
        "三、本协议一式叁份，派出学校、受援学校及市教育局各存壹份，自签章之日起生效。\n派出学校（签章）　　受援学校（签章）\n法定代表人：梅雪　　法定代表人：向阳\n签章日期：2024年8月25日"),
        Facts(
            ("2024", "2026", "2学年", "date"),
            (3, (("派出学校", 1), ("受援学校", 1), ("市教育局", 1))),
            (("派出学校", "梅雪", "2024-08-25"), ("受援学校", "向阳", "2024-08-25")),
            ("signing", "2024-08-25"),
        ),
    ),
    "seals of offices between the names and the date": (
        "agreement",
        ("班主任结对协议\n师傅：尹书\n徒弟：汤圆圆\n一、期限一年：2024年9月1日至2025年7月10日。\n二、每周交流1次。\n师傅：尹书　　徒弟：汤圆圆\n"
        "海滨市实验中学德育处（章）　　海滨市渔村中学德育处（章）\n2024年9月2日"),
        Facts(("2024-09-01", "2025-07-10", "1年", "date"), None, (("师傅", "尹书", "2024-09-02"), ("徒弟", "汤圆圆", "2024-09-02"))),
    ),
    "traditional characters": (
        "agreement",
        ("姊妹學校協議書\n甲方：香山書院小學\n乙方：南嶺鎮中心小學\n一、本協議有效期自雙方蓋章之日起至2026年8月31日止。\n二、每年互訪1次。\n三、本協議一式四份，甲方、乙方各持兩份。\n"
        "甲方（蓋章）　　乙方（蓋章）\n校長：鍾毓秀　　校長：龐統一\n2024年6月1日　　2024年6月3日"),
        Facts(
            ("2024-06-03", "2026-08-31", None, "sealing"),
            (4, (("甲方", 2), ("乙方", 2))),
            (("甲方", "鍾毓秀", "2024-06-01"), ("乙方", "龐統一", "2024-06-03")),
            ("sealing", "2024-06-03"),
        ),
    ),
    "an open template of mentor and pupil": (
        "agreement",
        "师徒结对协议书\n师傅：\n徒弟：\n一、结对时间：    年  月至    年  月。\n二、师傅每月听课2节。\n三、本协议一式三份，师傅、徒弟、教科室各存一份。\n师傅签名：　　　　徒弟签名：\n年　月　日",
        Facts(
            ("XXXX-XX", "XXXX-XX", None, "date"),
            (3, (("师傅", 1), ("徒弟", 1), ("教科室", 1))),
            (("师傅", None, "XXXX-XX-XX"), ("徒弟", None, "XXXX-XX-XX")),
        ),
    ),
    "names that are no persons": (
        "agreement",
        ("捐资助学协议\n捐赠人：汇禾公益\n受赠人：江口二小\n一、执行期限：2024年1月—2024年12月\n二、捐赠人捐赠10万元。\n三、本协议一式四份，捐赠人执两份，受赠人和县教育局各执一份。\n"
        "捐赠人（盖章）：汇禾公益\n代表签名：齐越\n受赠人（盖章）：江口二小\n代表签名：\n2024年1月5日"),
        Facts(
            ("2024-01", "2024-12", None, "date"),
            (4, (("捐赠人", 2), ("受赠人", 1), ("县教育局", 1))),
            (("捐赠人", "齐越", "2024-01-05"), ("受赠人", None, "2024-01-05")),
        ),
    ),
}  # fmt: skip
LEAVES_ALONE: dict[str, tuple[Kind, str]] = {
    "a schedule's stage": ("plan", "共建方案\n一、实施步骤\n2024年3月至2024年9月，全面开展结对帮扶行动。\n2024年10月至2025年3月，总结验收。"),
    "a schedule without a heading": ("plan", "工作方案\n1.2024年3月至8月，开展结对帮扶工作。\n2.2024年9月至12月，开展支援行动。"),
    "a programme of the past": ("plan", "工作方案\n一、工作基础\n2021年9月至2024年7月，我县实施了城乡结对帮扶行动。\n二、任务\n送教10次。"),
    "its second stage": ("plan", "实施方案\n一、目标\n2024年9月至2025年8月，第二阶段开展结对帮扶。"),
    "a month of visits": ("plan", "活动方案\n一、概况\n2024年3月至4月，开展结对帮扶。"),
    "visits, not the pairing": ("plan", "活动方案\n一、概况\n2024年3月至12月，组织教师到乡镇小学听课40节。"),
    "a summary's year": ("summary", "工作总结\n2023年9月至2024年7月，我校开展结对帮扶行动。\n一、做法\n送教20次。"),
    "a report": ("news", "简讯\n2023年9月至2026年7月，全县将开展结对帮扶行动。"),
    "some weeks' activity": ("plan", "方案\n学校决定自2024年5月6日起开展结对活动，为期三周。"),
    "training": ("plan", "方案\n学校自2024年5月起开展教师培训，为期两个月。"),
    "mentors in prose": ("agreement", "结对协议\n甲方：沙河小学\n乙方：白云小学\n一、内容\n师傅签名和徒弟签名须写入手册。手册一式两份，师傅、徒弟各留一份。\n二、双方各执一词时协商。"),
    "a form of listening": ("agreement", "结对协议\n甲方：沙河小学\n乙方：白云小学\n一、师傅签名的听课记录一式三份。\n二、徒弟及教务处各留一份记录。"),
    "a guarantee from the seal on": ("agreement", "捐赠协议\n甲方：康达公司\n乙方：白云小学\n一、设备质保期自双方盖章验收之日起三年。\n二、验收单一式两份。"),
    "the annex's own validity": ("agreement", "结对协议\n甲方：沙河小学\n乙方：白云小学\n一、经费补充协议自盖章之日起生效。\n二、内容另议。"),
    "members listed in the body": ("agreement", "集团协议\n牵头校：沙河小学\n成员校：白云小学\n成员校：青山小学\n一、总则\n成员校校长参加理事会。\n二、成员校各报送计划一份。"),
}  # fmt: skip


def _read(kind: Kind, text: str) -> Facts:
    passage = passage_of(text, kind)
    roles = find_roles(passage)
    signing = find_signing(passage, roles)
    term, effective = find_term(passage, signing), find_effective(passage, signing)
    copies = find_copies(passage, [role.role for role in roles])
    return Facts(
        (
            term.start.edtf if term.start else None,
            term.end.edtf if term.end else None,
            term.duration.count + term.duration.unit if term.duration else None,
            term.starts_on,
        )
        if term
        else None,
        (copies.total, tuple((holder.holder, holder.count) for holder in copies.holders)) if copies else None,
        tuple((one.role, one.signatory, one.date.edtf if one.date else None) for one in signing),
        (effective.on, effective.date.edtf if effective.date else None) if effective else None,
    )


@pytest.mark.parametrize(("kind", "text", "facts"), READS.values(), ids=READS)
def test_reads(kind: Kind, text: str, facts: Facts) -> None:
    assert _read(kind, text) == facts


@pytest.mark.parametrize(("kind", "text"), LEAVES_ALONE.values(), ids=LEAVES_ALONE)
def test_leaves_alone(kind: Kind, text: str) -> None:
    assert _read(kind, text) == Facts()
