"""An agreement with a head and a signature block of one's own, and what the rules find in its signatures."""

from __future__ import annotations

from extractors import read_text

_PREAMBLE = "\n\n为促进均衡发展，经协商，达成如下协议。\n"
TWO = "结对帮扶协议书\n\n甲方（帮扶学校）：云溪市实验小学\n乙方（受援学校）：石桥镇中心小学"
DATED = "结对帮扶协议书\n签订时间：2024年8月26日\n\n甲方（帮扶学校）：云溪市实验小学\n乙方（受援学校）：石桥镇中心小学"
FORM = "结对帮扶协议书\n\n甲方（帮扶学校）：______\n乙方（受援学校）：______"
UNLETTERED = "结对帮扶协议书\n\n支援学校：云溪市实验小学\n受援学校：石桥镇中心小学"
THREE = "三方协议\n\n甲方（支援学校）：滨江区外国语实验学校\n乙方（受援学校）：高坪县白马乡九年制学校\n丙方（主管部门）：高坪县教育局"
MEMBERS = "集团化办学协议\n\n牵头校：枫桥市实验学校\n成员校：枫桥市望湖路学校\n成员校：枫桥市洛溪镇学校"
PERSONS = "师徒结对协议\n\n师傅：庄映雪\n徒弟：韦小满"
_CLAUSES = """一、期限
自2024年9月1日起至2027年8月31日止。
二、甲方责任
1.甲方每学期选派3名骨干教师到乙方送教。
三、乙方责任
1.乙方为甲方派出的教师安排食宿。
四、其他
1.本协议自双方签字盖章之日起生效。
2.本协议一式两份，双方各执一份。
"""
_RULES = {"missing-signature": "无处可签", "missing-sign-date": "无日期", "blank-signature": "签名空着"}


def signed_wrong(head: str, below: str) -> list[str]:
    """What is wrong with the signatures of an agreement with this head and this block."""
    words = dict(zip(("甲方", "乙方"), ("师傅", "徒弟") if head == PERSONS else ("甲方", "乙方"), strict=True))
    if head in (UNLETTERED, MEMBERS):
        words = {"甲方": "支援学校", "乙方": "受援学校"} if head == UNLETTERED else {"甲方": "牵头校", "乙方": "成员校"}
    clauses = _CLAUSES.replace("甲方", words["甲方"]).replace("乙方", words["乙方"])
    record = read_text(f"{head}{_PREAMBLE}{clauses}{below}", names=False)
    findings = [one for document in record.documents for one in document.findings if one.rule in _RULES]
    return sorted(f"{_RULES[one.rule]}:{one.subject}" for one in findings)
