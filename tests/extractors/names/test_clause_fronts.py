"""Words of a sentence right before the name of its first party."""

from __future__ import annotations

import pytest

from extractors import read_text
from extractors.names.clause_fronts import behind_front

BEHIND = [
    ("经", "云溪市实验小学"),
    ("经", "开源区学府路小学"),
    ("经", "济宁路小学"),
    ("现经", "枫桥市第二中学"),
    ("经由", "白河县教育和体育局"),
    ("经", "陆远航"),
    ("受主管部门委托并经", "枫桥市教育局"),
    ("受市教育局委派", "云溪市实验小学"),
    ("受县人民政府授权由", "白河县教育局"),
    ("应受援方邀请", "云溪市第三中学"),
    ("在市教育局指导下", "云溪市实验小学"),
    ("在省教育厅的统筹下", "枫桥市师范学院"),
    ("在双方主管部门见证下", "枫桥市育才学校"),
    ("根据上级要求", "云溪市第一中学"),
    ("按照县委县政府部署", "石桥镇中心小学"),
    ("为落实省厅精神", "云溪市外国语学校"),
    ("经县教育局研究", "白河县第二小学"),
    ("经上级主管部门批准", "云溪市实验小学"),
    ("依据双方主管部门意见并经", "云溪市实验小学"),
    ("响应东西部协作号召", "枫桥市机电职业学校"),
]
WHOLE = [
    "经开区实验小学",
    "经济技术开发区第一小学",
    "经济开发区教育局",
    "经纬中学",
    "经三路小学",
    "经七路小学",
    "由由镇中心小学",
    "为民路小学",
    "应县第一小学",
    "依安县第二中学",
    "根河市第一小学",
    "自强中学",
    "随县实验小学",
    "通海县第三中学",
    "在田小学",
    "按溪镇中心小学",
    "受援镇中心小学",
    "基隆路小学",
    "现代实验小学",
    "响水县第一小学",
    "贯中路小学",
    "落星镇中心小学",
]


@pytest.mark.parametrize(("front", "name"), BEHIND)
def test_the_name_begins_behind_them(front: str, name: str) -> None:
    assert behind_front(front + name, 0, len(front + name)) == len(front)


@pytest.mark.parametrize("name", WHOLE)
def test_a_name_may_begin_like_them(name: str) -> None:
    assert behind_front(name, 0, len(name)) == 0


@pytest.mark.parametrize(("front", "name"), [pair for pair in BEHIND if pair[1] != "陆远航"])
@pytest.mark.parametrize("call", ["（以下简称甲方）", "（下称“甲方”）", "（甲方）"])
def test_the_party_has_its_name_alone(front: str, name: str, call: str) -> None:
    text = (
        f"结对帮扶协议书\n\n{front}{name}{call}、桂庙镇初级中学（以下简称乙方）友好协商，达成如下协议：\n一、甲方责任\n每学期送教3次。\n"
        "二、乙方责任\n安排食宿。\n三、期限三年，自2024年9月1日起至2027年8月31日止。\n"
    )
    (document,) = read_text(text, names=False).documents
    assert [(party.role, party.name) for party in document.parties] == [("甲方", name), ("乙方", "桂庙镇初级中学")]
    assert "party-name-variant" not in {one.rule for one in document.findings}


@pytest.mark.parametrize("char", "经受应依在为由并，的")
def test_many_of_one_character_take_no_time(char: str) -> None:
    assert behind_front(char * 20_000, 0, 20_000) == 0
