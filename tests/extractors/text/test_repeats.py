"""What a page prints twice is read once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.readers.source_text import Furniture, Part, SourceText
from extractors.text.normal import NormalText, cut_out, normalise
from extractors.text.repeats import without_repeats
from tests.linear import LIMIT, growth

TITLE = "城乡携手共进 结对同行暖心"
INFO = "发布时间：2023-09-05|来源：青石县教育局|浏览次数：12"
FIRST = "9月1日，青石县第一小学教师一行12人来到柳树乡中心小学，开展送教下乡活动，共上示范课4节。"
SECOND = "活动中，教师们还向学校捐赠图书300册，受到师生的热烈欢迎，双方商定每学期送教2次。"
ONCE = [TITLE, INFO, FIRST, SECOND]
CLAUSES = [
    "一、甲方每学期选派骨干教师到乙方任教，时间不少于一个学期。",
    "二、乙方每学年选派青年教师到甲方跟岗，为期一个月。",
    "三、双方每月开展一次联合教研。",
]


def normal_of(lines: list[str]) -> NormalText:
    return normalise(SourceText("\n".join(lines) + "\n", "text/plain", wraps=()), str)


def read(lines: list[str]) -> list[str]:
    return [line for line in without_repeats(normal_of(lines)).text.split("\n") if line]


READS = {
    "all of it again": ONCE + ONCE,
    "the text again": [*ONCE, FIRST, SECOND],
    "again without its line of date": [*ONCE, TITLE, FIRST, SECOND],
    "a summary box": [TITLE, INFO, f"导读：{FIRST[:30]}……", FIRST, SECOND],
    "a summary without a label": [TITLE, INFO, f"{FIRST[:30]}...", FIRST, SECOND],
    "a summary with a link": [TITLE, INFO, f"【摘要】{FIRST[:30]}…[详细]", FIRST, SECOND],
    "a form twice": ["结对协议", "甲方：", "乙方：", *CLAUSES, "结对协议", "甲方：", "乙方：", *CLAUSES],
    "the first paragraph twice": [TITLE, INFO, FIRST, FIRST, SECOND],
}
LEAVES_ALONE = {
    "once": ONCE,
    "a sentence again at the end": [*ONCE, "学校负责人介绍了经验。", FIRST],
    "a summary in other words": [TITLE, "导读：近日，两所学校携手开展送教下乡活动，师生反响热烈，受到好评。", FIRST, SECOND],
    "two agreements of one form": ["协议一", "甲方：一小", "乙方：二小", *CLAUSES, "协议二", "甲方：三小", "乙方：四小", *CLAUSES],
    "two forms of other titles": ["教师结对协议", "甲方：", "乙方：", *CLAUSES, "学生结对协议", "甲方：", "乙方：", *CLAUSES],
    "a clause of both parties": ["甲方职责", CLAUSES[0], CLAUSES[2], "乙方职责", CLAUSES[1], CLAUSES[2]],
    "short lines": ["活动照片", "活动照片", "合影留念", "合影留念", FIRST],
    "another article that begins alike": [
        *ONCE,
        TITLE,
        FIRST,
        "签约仪式上，双方校长签订了为期三年的协议，商定了下一步的工作计划。",
        "随后，师生一同参观了校园。",
    ],
    "nothing": [""],
}


@pytest.mark.parametrize("lines", READS.values(), ids=READS)
def test_reads_once(lines: list[str]) -> None:
    once = ONCE if FIRST in lines else lines[: len(lines) // 2]
    assert read(lines) == once


@pytest.mark.parametrize("lines", LEAVES_ALONE.values(), ids=LEAVES_ALONE)
def test_leaves_alone(lines: list[str]) -> None:
    assert read(lines) == [line for line in lines if line]


def test_offsets_still_lead_to_the_source() -> None:
    normal = without_repeats(normal_of([*ONCE, *ONCE, "（责任编辑：江映雪）"]))
    at = normal.text.index("责任编辑")
    span = normal.span(at, at + 4)
    assert normal.source.text[span.start : span.end] == span.text == "责任编辑"
    assert normal.normal_offset(span.start) == at


def test_furniture_is_no_repeat_and_parts_are_read_apart() -> None:
    text = f"{FIRST}\n{SECOND}\n" * 2
    half = len(text) // 2
    hidden = SourceText(text, "text/plain", wraps=(), furniture=(Furniture(0, half, "navigation"),))
    assert without_repeats(normalise(hidden, str)).text == text
    parted = SourceText(text, "text/plain", wraps=(), parts=(Part(0, half), Part(half, len(text))))
    normal = without_repeats(normalise(parted, str))
    assert normal.text == text
    assert [(part.start, part.end) for part in normal.parts] == [(0, half), (half, len(text))]


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 6)), max_size=4))
def test_what_is_cut_out_leaves_the_rest_at_its_place(pieces: list[tuple[int, int]]) -> None:
    normal = normal_of(ONCE)
    stretches: list[tuple[int, int]] = []
    at = 0
    for gap, length in pieces:
        stretches.append((at + gap, at + gap + length))
        at = stretches[-1][1]
    rest = cut_out(normal, stretches)
    gone = {offset for start, end in stretches for offset in range(start, end)}
    assert rest.text == "".join(char for offset, char in enumerate(normal.text) if offset not in gone)
    assert all(normal.source.text[offset] == char for offset, char in zip(rest.offsets, rest.text, strict=False))


@pytest.mark.parametrize("piece", [f"{FIRST}\n", f"{FIRST}\n{SECOND}\n", "甲\n", "，。" * 20 + "\n", "导读：", "\n", "甲" * 30 + "。\n"])
def test_long_texts_are_quick(piece: str) -> None:
    def repeat(size: int) -> NormalText:
        return normalise(SourceText(piece * (size // len(piece)), "text/plain", wraps=()), str)

    assert growth(without_repeats, repeat, large=100_000) <= LIMIT
