"""Lines from glyphs: gaps as spaces, order, doubles and rules."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.readers.glyphs import Glyph, Glyphs
from extractors.readers.pdf_columns import read_columns
from extractors.readers.pdf_lines import build_lines

EM = 14.0


def glyph(char: str, x: float, y: float = 100.0, width: float | None = None) -> Glyph:
    wide = EM * (1.0 if char > "\u2e7f" else 0.5) if width is None else width
    box = (x, y - 12.0, x + wide, y + 2.0)
    return Glyph(char, *box, y, box)


def row(text: str, x: float = 80.0, y: float = 100.0, spacing: float = 0.0) -> list[Glyph]:
    """Glyphs side by side; a ``~`` is half an em of nothing."""
    placed = []
    for char in text:
        if char == "~":
            x += EM / 2
            continue
        placed.append(glyph(char, x, y))
        x = placed[-1].x1 + spacing
    return placed


def text(glyphs: list[Glyph]) -> list[str]:
    return [line.text for line in build_lines(Glyphs.of(glyphs))]


READS = {
    "one word": (row("结对帮扶"), "结对帮扶"),
    "letters set apart throughout": (row("结对帮扶协议书", spacing=7.0), "结对帮扶协议书"),
    "a justified line": (row("甲方每学期选派骨干教师", spacing=2.0), "甲方每学期选派骨干教师"),
    "two columns": (row("甲方：~~~~~~乙方："), "甲方：      乙方："),
    "a full-width space": (row("甲~~方"), "甲\u3000方"),
    "a date left open": (row("年~~~月~~~日"), "年   月   日"),
    "a figure beside a word": ([*row("选派"), *row("3", 110.5), *row("名", 120.5)], "选派3名"),
    "Latin words": ([*row("PDF"), *row("file", 80 + 21 + 4)], "PDF file"),
    "fake bold": ([*row("协议"), *row("协议", 80.4)], "协议"),
    "a name over a rule": ([*row("甲方：______"), *row("一中", 123)], "甲方：一中__"),
    "a raised figure": ([*row("面积"), glyph("2", 108.0, 96.0)], "面积2"),
    "content order backwards": (row("甲方帮扶乙方")[::-1], "甲方帮扶乙方"),
}


@pytest.mark.parametrize(("glyphs", "expected"), READS.values(), ids=READS)
def test_reads(glyphs: list[Glyph], expected: str) -> None:
    assert text(glyphs) == [expected]


LEAVES_ALONE = {
    "one character twice": (row("一一"), ["一一"]),
    "a rule beside a name": (row("甲方：一中____"), ["甲方：一中____"]),
    "lines close together": ([*row("甲方", y=100), *row("乙方", y=114)], ["甲方", "乙方"]),
    "lines in the wrong order": ([*row("乙方", y=124), *row("甲方", y=100)], ["甲方", "乙方"]),
    "the source's own spaces": ([*row("甲方"), glyph(" ", 108, width=4), glyph(" ", 112, width=4), *row("乙方", 116)], ["甲方  乙方"]),
    "spaces that pdfium left out": ([*row("甲方"), glyph(" ", 108, width=4), *row("乙方", 128)], ["甲方     乙方"]),
    "its own full-width spaces": ([*row("第一条"), glyph("\u3000", 122), *row("经费", 136)], ["第一条\u3000经费"]),
    "only spaces": ([glyph(" ", 80), glyph(" ", 90)], []),
    "nothing": ([], []),
}


@pytest.mark.parametrize(("glyphs", "expected"), LEAVES_ALONE.values(), ids=LEAVES_ALONE)
def test_leaves_alone(glyphs: list[Glyph], expected: list[str]) -> None:
    assert text(glyphs) == expected


@settings(deadline=None)  # the machine may be busy
@given(
    st.lists(st.text("甲乙双方结对帮扶协议年月日3A（）：，。_", min_size=1, max_size=12), min_size=1, max_size=5),
    st.randoms(use_true_random=False),
    st.sampled_from([0.0, 1.0, 6.0]),
)
def test_every_character_has_its_box_whatever_the_order(rows: list[str], shuffled: Random, spacing: float) -> None:
    glyphs = [one for number, words in enumerate(rows) for one in row(words, y=100.0 + 24 * number, spacing=spacing)]
    shuffled.shuffle(glyphs)
    lines = build_lines(Glyphs.of(glyphs))
    assert ["".join(line.text.split()) for line in lines] == rows
    for line in lines:
        assert len(line.text) == len(line.boxes) == len(line.widths)
        assert all(left[0] <= right[0] for left, right in zip(line.boxes, line.boxes[1:], strict=False))


def test_two_full_columns_are_read_one_after_the_other() -> None:
    glyphs = [*row("两校结对帮扶工作简报", 200, 80)]
    for n in range(14):
        glyphs += row(f"左栏第{'一二三四五六七八九十甲乙丙丁'[n]}行写满了字的完整一行", 40, 110 + 20 * n)
        glyphs += row(f"右栏第{'一二三四五六七八九十甲乙丙丁'[n]}行写满了字的完整一行", 262, 110 + 20 * n)
    columns = read_columns(Glyphs.of(glyphs), 500)
    read = [line.text for column in columns for line in column.lines]
    assert read[0] == "两校结对帮扶工作简报"
    assert [words[0] for words in read[1:]] == ["左"] * 14 + ["右"] * 14


def test_a_list_of_pairs_is_read_across() -> None:
    glyphs = []
    for n in range(15):
        glyphs += row("松江口市第一实验小学"[: 6 + n % 5], 80, 110 + 20 * n) + row("清泉镇中心小学", 310, 110 + 20 * n)
    assert len(read_columns(Glyphs.of(glyphs), 560)) == 1


def test_a_signature_block_is_read_across() -> None:
    glyphs = []
    for n, words in enumerate(("甲方（盖章）：", "代表签字：", "联系电话：", "签订日期：")):
        glyphs += row(words, 40, 110 + 20 * n) + row(words, 310, 110 + 20 * n)
    (column,) = read_columns(Glyphs.of(glyphs), 560)
    assert len(column.lines) == 4
    assert all("   " in line.text for line in column.lines)
