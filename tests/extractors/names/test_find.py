"""All mentions of a document together."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.names.find import find_mentions
from extractors.names.recogniser import Tag
from tests.extractors.fields.passages import DeclaredRole, passage_of
from tests.linear import LIMIT, growth

READS = [
    ("甲方每学期选派教师到乙方支教。", [("甲方", "role"), ("乙方", "role")]),
    ("甲乙双方各派1名教师，两校互派学生。", [("甲乙双方", "both"), ("两校", "both")]),
    ("甲、乙两校订立协议，结对双方共同遵守。", [("甲、乙两校", "both"), ("结对双方", "both")]),
    ("支援学校到受援学校送课，受帮扶学校要配合。", [("支援学校", "generic"), ("受援学校", "generic"), ("受帮扶学校", "generic")]),
    ("城区学校与农村学校结对，成员校跟岗。", [("城区学校", "generic"), ("农村学校", "generic"), ("成员校", "generic")]),
    ("望海市教育局向青石县捐赠。", [("望海市教育局", "organisation"), ("青石县", "region")]),
    ("甲方校长陆远航到乙方。", [("甲方", "role"), ("陆远航", "person"), ("乙方", "role")]),
    ("学校家委会筹集爱心款。", [("学校家委会", "organisation")]),
    (
        "青石县第三初级中学（以下简称“三中校”），三中校每月送教。",
        [("青石县第三初级中学", "organisation"), ("三中校", "organisation"), ("三中校", "organisation")],
    ),
    ("望海市第一中学赴青石县，青石教师受益。", [("望海市第一中学", "organisation"), ("青石县", "region"), ("青石", "region")]),
    ("景陽縣光華中學幫扶豐田鄉中學。", [("景陽縣光華中學", "organisation"), ("豐田鄉中學", "organisation")]),
    ("园长杜若兰和县机关幼儿园代表签字。", [("杜若兰", "person"), ("县机关幼儿园", "organisation")]),
]

LEAVES_ALONE = [
    "制定方案，形成书面材料。",
    "甲方案与乙方案各有长短。",
    "报双方主管部门备案。",
    "双方的上级主管部门调解。",
    "第二校区、两地区、各学校。",
    "语文、数学、英语三科轮流主持。",
    "每学期听课不少于10节。",
    "各校要因地制宜。",
    "成立领导小组和工作小组。",
    "每年“六一”前后举办读书节。",
    "本协议自签字之日起生效。",
    "中小学教师专业发展。",
]


@dataclass(frozen=True)
class _Sees:
    """A recogniser that knows some words."""

    words: dict[str, Tag]

    def recognise(self, sentence: str) -> list[tuple[int, int, Tag]]:
        return sorted((sentence.index(word), sentence.index(word) + len(word), tag) for word, tag in self.words.items() if word in sentence)


def _mentions(text: str) -> list[tuple[str, str]]:
    return [(mention.name, mention.kind) for mention in find_mentions(passage_of(text))]


@pytest.mark.parametrize(("text", "mentions"), READS)
def test_reads(text: str, mentions: list[tuple[str, str]]) -> None:
    assert _mentions(text) == mentions


@pytest.mark.parametrize("text", LEAVES_ALONE)
def test_leaves_alone(text: str) -> None:
    assert _mentions(text) == []


def test_declared_parties_are_found_by_name_alias_and_label() -> None:
    roles = (DeclaredRole("牵手园", "光明托育之家", ("光明之家",)), DeclaredRole("姊妹园", ""))
    found = find_mentions(passage_of("牵手园到姊妹园送教。光明托育之家出资，光明之家派人。"), roles)
    assert [(mention.name, mention.kind) for mention in found] == [
        ("牵手园", "role"),
        ("姊妹园", "role"),
        ("光明托育之家", "organisation"),
        ("光明之家", "organisation"),
    ]


def test_a_role_label_ends_before_a_name_begins() -> None:
    roles = (DeclaredRole("受援方", "望海市教育局"),)
    assert [mention.name for mention in find_mentions(passage_of("受援方中小学教师参加。"), roles)] == ["受援方"]


def test_a_name_broken_by_the_line_is_closed_up() -> None:
    text = "根据双方的约定，为进一步推动城乡教育均衡发展，今年上半年将继续选派优秀教师前往青石县第\n一小学开展支教工作。"
    assert "青石县第一小学" in [name for name, _ in _mentions(text)]


def test_a_doubtful_school_needs_a_second_opinion() -> None:
    text = "由行远学校安排食宿。"
    assert _mentions(text) == []
    seen = find_mentions(passage_of(text), (), _Sees({"行远学校": "ORG"}))
    assert [mention.name for mention in seen] == ["行远学校"]


def test_the_recogniser_adds_people_beside_titles() -> None:
    text = "局长达娃介绍，学校今年有新气象。"
    seen = find_mentions(passage_of(text), (), _Sees({"达娃": "PER"}))
    assert [(mention.name, mention.kind) for mention in seen] == [("达娃", "person")]


@given(st.text("甲乙双方市县学校中小第一三教局园长老师王李和与对到，。；：（）“” \n0123两所各", max_size=80))
def test_mentions_are_in_order_apart_and_quote_the_text(text: str) -> None:
    passage = passage_of(text)
    reached = 0
    for mention in find_mentions(passage):
        assert reached <= mention.start < mention.end
        reached = mention.end
        assert mention.name == "".join(passage.written(mention.start, mention.end).split())


@pytest.mark.parametrize("char", ["甲方", "双方", "学校", "校", "王老师", "（以下简称", "县", "_", "一"])
def test_time_is_linear(char: str) -> None:
    assert growth(find_mentions, lambda length: passage_of((char * length)[:length])) <= LIMIT
