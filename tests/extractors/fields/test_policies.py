"""Laws, notices and plans with their numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.fields.policies import find_policies
from tests.extractors.fields.passages import passage_of
from tests.linear import LIMIT, growth

READS = [
    ("根据《关于推进城乡学校结对帮扶的通知》（青教发〔2024〕12号）要求", "关于推进城乡学校结对帮扶的通知", "青教发〔2024〕12号"),
    ("根据市教育局《关于印发百校帮扶方案的通知》(青教[2020]48号)精神", "关于印发百校帮扶方案的通知", "青教[2020]48号"),
    ("依据《中华人民共和国民法典》", "中华人民共和国民法典", None),
    ("依据《中华人民共和国公益事业捐赠法》，", "中华人民共和国公益事业捐赠法", None),
    ("按照《结对帮扶管理办法（试行）》执行", "结对帮扶管理办法（试行）", None),
    ("落实《“十四五”县域高中发展提升行动计划》", "“十四五”县域高中发展提升行动计划", None),
    ("按照两市《东西部协作协议》约定", "东西部协作协议", None),
    ("贯彻《关于全面深化新时代教师队伍建设改革的意见》", "关于全面深化新时代教师队伍建设改革的意见", None),
    ("县教育局出台《教师交流轮岗实施细则》", "教师交流轮岗实施细则", None),
    ("根据《关于印发〈结对帮扶方案〉的通知》", "关于印发〈结对帮扶方案〉的通知", None),
    ("对照《义务教育学校管理标准》自查", "义务教育学校管理标准", None),
    ("根据《关于××工作的意见》（×教〔20××〕×号）", "关于××工作的意见", "×教〔20××〕×号"),
    ("依據《教育發展規劃綱要》", "教育發展規劃綱要", None),
    ("《乡村教师支持计划（2015—2020年）》实施以来", "乡村教师支持计划（2015—2020年）", None),
    ("根据教育部等八部门关于推进帮扶的通知要求", "关于推进帮扶的通知", None),
    ("根据市教育局关于开展城乡结对的意见（云教发〔2024〕6号）精神", "关于开展城乡结对的意见", "云教发〔2024〕6号"),
    ("根据市教育局云教发〔2024〕31号文件精神", "云教发〔2024〕31号文件", "云教发〔2024〕31号"),
    ("按照县政府办〔2023〕8号文件要求", "县政府办〔2023〕8号文件", "县政府办〔2023〕8号"),
    ("依据国发[2019]4号文", "国发[2019]4号文", "国发[2019]4号"),
]
LEAVES_ALONE = [
    "执教《落花生》",
    "作了《指向核心素养的单元整体教学》专题讲座",
    "附件《首批援助设备清单》",
    "附件2：《资助办法》",
    "填写《结对帮扶活动记录表》",
    "双方签订《结对帮扶协议书》",
    "制定《2024年度帮扶计划》",
    "《青石日报》报道",
    "演唱《我和我的祖国》",
    "一节数学课《平行四边形的面积》",
    "题为《教育的规划》的讲座",
    "赠送《新华字典》50册",
    "阅读《昆虫记》",
    "拟定《跟岗计划》",
    "根据通知要求",
    "提交《年度工作报告》",
    "协议编号：HY〔2022〕015号",
    "捐赠合同（2023）第5号",
    "根据双方关于送教时间的商定",
    "根据会议通知要求",
    "按照帮扶方案要求，关于经费另行通知",
    "根据甲方2024年第3号教室的安排",
]
NOT_YET = [("根据青教〔2022〕45号、第46号文件要求", "青教〔2022〕45号文件", "青教〔2022〕45号")]


def _read(text: str) -> list[tuple[str, str | None]]:
    return [(policy.title, policy.number) for policy in find_policies(passage_of(text))]


@pytest.mark.parametrize(("text", "title", "number"), READS)
def test_reads(text: str, title: str, number: str | None) -> None:
    assert _read(text) == [(title, number)]


@pytest.mark.parametrize("text", LEAVES_ALONE)
def test_leaves_alone(text: str) -> None:
    assert _read(text) == []


@pytest.mark.parametrize(("text", "title", "number"), NOT_YET)
@pytest.mark.xfail(strict=True, reason="titles that no rule reads yet")
def test_not_yet(text: str, title: str, number: str | None) -> None:
    assert _read(text) == [(title, number)]


def test_a_policy_named_twice_is_one() -> None:
    assert _read("根据《捐赠法》和《结对办法》（青教〔2024〕1号），按《捐赠法》执行。") == [
        ("捐赠法", None),
        ("结对办法", "青教〔2024〕1号"),
    ]


@given(before=st.sampled_from(["", "为推进帮扶，", "一、依据\n"]), after=st.sampled_from(["", "，制定本方案。", "《落花生》"]))
def test_the_span_quotes_title_and_number(before: str, after: str) -> None:
    words = "《关于推进结对帮扶的通知》（青教发〔2024〕12号）"
    (policy,) = find_policies(passage_of(f"{before}根据{words}{after}"))
    assert policy.span.text == words
    assert find_policies(passage_of(policy.span.text))[0].title == policy.title


@pytest.mark.parametrize("char", "《》通知（号〔1法")
def test_long_runs_are_quick(char: str) -> None:
    assert growth(find_policies, lambda length: passage_of("根据《" + char * length)) <= LIMIT
