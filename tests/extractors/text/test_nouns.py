"""The noun that a count counts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.language import default_language
from extractors.text.counts import find_counts
from extractors.text.nouns import counted_verb, is_bare_verb, is_person, noun_after, noun_before, person_before, stay_before

_CUT = default_language().cut

# a sentence whose last count has the noun behind it
READS = [
    ("选派1名管理人员到乙方挂职", "管理人员"),
    ("至少1名经验丰富的骨干教师", "骨干教师"),
    ("组织12名学生参加", "学生"),
    ("派出3名教师代表赴乙方", "教师代表"),
    ("培养2名学科带头人", "学科带头人"),
    ("开展4次专题讲座", "专题讲座"),
    ("举办2场教学研讨会", "教学研讨会"),
    ("上3节示范课", "示范课"),
    ("捐赠500册图书", "图书"),
    ("建立2个名师工作室", "名师工作室"),
    ("结对5所乡村小学", "乡村小学"),
    ("承担1项课题，按期结题", "课题"),
    ("配备20台电脑、投影设备", "电脑、投影设备"),
]
BEFORE = [
    ("骨干教师6名", "骨干教师"),
    ("举办示范课不少于6节", "示范课"),
    ("听课研修，每学期3次", "听课研修"),
    ("捐赠图书2000册", "图书"),
    ("培训学员共计30人", "学员"),
    ("示范课、观摩课各4节", "示范课、观摩课"),
]
LEAVES_ALONE = [
    "选派3名到乙方任教",
    "选派2名。",
    "送课4节，评课2节",
    "每学期3次，由甲方组织",
    "派出5名并安排食宿",
    "共12名",
    "选派3名、4名",
    "听课3节以上",
    "送课2次/学期",
]


def _after(text: str) -> str | None:
    count = list(find_counts(text, 0, len(text)))[-1]
    place = noun_after(text, max(count.noun, count.end), len(text), count.unit, _CUT)
    return text[slice(*place)] if place else None


def _before(text: str) -> str | None:
    count = list(find_counts(text, 0, len(text)))[-1]
    place = noun_before(text, 0, count.start, _CUT)
    return text[slice(*place)] if place else None


@pytest.mark.parametrize(("text", "noun"), READS)
def test_reads_behind_the_measure_word(text: str, noun: str) -> None:
    assert _after(text) == noun


@pytest.mark.parametrize(("text", "noun"), BEFORE)
def test_reads_before_the_figure(text: str, noun: str) -> None:
    assert _before(text) == noun


@pytest.mark.parametrize("text", LEAVES_ALONE)
def test_leaves_alone(text: str) -> None:
    assert _after(text) is None


def test_people_named_before() -> None:
    text = "选派骨干教师若干，其中数学2名"
    place = person_before(text, 0, text.index("2"), _CUT)
    assert place is not None
    assert text[slice(*place)] == "骨干教师"


def test_what_is_done_during_a_time() -> None:
    text = "支教时间不少于一个月"
    place = stay_before(text, 0, text.index("不"))
    assert place is not None
    assert text[slice(*place)] == "支教"
    assert stay_before("期限为一年", 0, 3) is None


def test_a_verb_whose_own_times_are_counted() -> None:
    text = "每月通报1次进展"
    place = counted_verb(text, 0, text.index("1"), _CUT)
    assert place is not None
    assert text[slice(*place)] == "通报"
    assert counted_verb("每月举办1次", 0, 4, _CUT) is None


@pytest.mark.parametrize("words", ["骨干教师", "学生", "校长", "名师", "志愿者", "学科带头人"])
def test_people(words: str) -> None:
    assert is_person(words)


@pytest.mark.parametrize("words", ["图书", "学校", "示范课", "教师培训", "生活用品"])
def test_no_people(words: str) -> None:
    assert not is_person(words)


@pytest.mark.parametrize(("words", "bare"), [("共同召开", True), ("选派", True), ("召开联席会议", False), ("示范课", False)])
def test_a_verb_that_only_carries(words: str, bare: bool) -> None:  # noqa: FBT001 - a column of the table
    assert is_bare_verb(words, _CUT) is bare


@given(
    lead=st.sampled_from(["", "甲方", "每学期", "一、"]),
    noun=st.sampled_from(["骨干教师", "示范课", "图书", "专题讲座", "管理人员"]),
    rest=st.sampled_from(["", "。", "，其中", "；乙方"]),
)
def test_a_noun_lies_inside_its_text(lead: str, noun: str, rest: str) -> None:
    text = f"{lead}提供3{'名' if is_person(noun) else '份'}{noun}{rest}"
    assert _after(text) == noun


@given(st.text(alphabet="选派教师学生示范课图书的、，和与到赴“”（）3名次每各共", max_size=30), st.integers(min_value=0, max_value=30))
def test_never_raises_and_stays_inside(text: str, at: int) -> None:
    at = min(at, len(text))
    for place in (noun_after(text, at, len(text), "名", _CUT), noun_before(text, 0, at, _CUT)):
        assert place is None or 0 <= place[0] < place[1] <= len(text)
