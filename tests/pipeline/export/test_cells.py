"""Values as cells: what a spreadsheet would obey, change or lose."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.export.cells import LONGEST, Cells, day, exact, guarded, legible


@pytest.mark.parametrize(
    "text",
    [
        "=1+1", "+86 10", "-cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "＋1", "－1", "＠A", "  =1", "\u3000=1",
        "\u00a0@x",
        "\u200b=1", "\ufeff=1", "\x00=1", "-5%", "-1,000", "--5", "-", "+5", "-5\n", "-٥", "-1e5", "- 5", "\tabc", "=",
    ],
)  # fmt: skip
def test_guarded(text: str) -> None:
    assert guarded(text) == "'" + text


@pytest.mark.parametrize("text", ["", " ", "甲方", "-5", "-0.50", "12", "3=3", "a@b", "2024-09-01", "'=1", "（－1）", "一 =1", "不-是"])
def test_left_alone(text: str) -> None:
    assert guarded(text) == text


@pytest.mark.parametrize(
    ("figure", "number"),
    [
        ("0", 0), ("-5", -5), ("120000", 120000), ("0.5", 0.5), ("10.0", 10), ("123456789012345", 123456789012345),
        ("12345678901234.5", 12345678901234.5), ("000123", 123),
    ],
)  # fmt: skip
def test_exact(figure: str, number: float) -> None:
    assert exact(figure) == number


@pytest.mark.parametrize(
    "figure", ["1234567890123456", "0." + "0" * 15 + "1", "1" + "0" * 400, "1e5", "", "NaN", "一", "1,000", " 5", "٥", "=5"]
)
def test_not_exact(figure: str) -> None:
    assert exact(figure) is None


def test_days() -> None:
    assert day("2024-09-01") == date(2024, 9, 1)
    assert day("1900-03-01") == date(1900, 3, 1)


@pytest.mark.parametrize("text", ["1900-02-28", "0000-01-01", "0001-01-01", "2024-02-30", "2024-09", "10000-01-01", ""])
def test_no_days(text: str) -> None:
    assert day(text) is None


def test_a_long_cell_is_cut_with_a_mark() -> None:
    cells = Cells("zh")
    assert cells.cut("字" * LONGEST) == "字" * LONGEST
    assert cells.cut("字" * (LONGEST + 1)) == "字" * (LONGEST - 6) + "…（已截断）"
    # Excel counts characters beyond the first plane twice, and one must not be cut in two
    for text in ("𠮷" * LONGEST, "字" + "𠮷" * LONGEST):
        cut = cells.cut(text)
        assert len(cut.encode("utf-16-le")) // 2 in {LONGEST, LONGEST - 1}
        assert cut.endswith("𠮷…（已截断）")


def test_what_xml_cannot_hold_is_shown_as_unreadable() -> None:
    assert legible("甲\x00\x0b\x1f\ufffe\n\t乙") == "甲\ufffd\ufffd\ufffd\ufffd\n\t乙"
