"""The geometry of the charts."""

from __future__ import annotations

import pytest

from pipeline.pages.charts import HEIGHT, lying, month_labels, stacked, standing


def test_a_stack_is_as_wide_as_the_page_and_shows_the_few() -> None:
    bars = stacked([("读成", 1_000_000, "ok"), ("出错", 1, "failed"), ("隔离", 0, "aside")])
    assert [bar.label for bar in bars] == ["读成", "出错"]
    assert bars[1].start + bars[1].width == pytest.approx(100, abs=0.01)
    assert bars[0].width == pytest.approx(bars[1].start, abs=0.01)
    assert bars[1].width > 0.5


def test_nothing_is_no_bar() -> None:
    assert stacked([("读成", 0, "ok")]) == []
    assert [bar.width for bar in lying([("甲", 0, "plain"), ("乙", 4, "plain"), ("丙", 1, "plain")])] == [0, 100, 25]
    assert [column.height for column in standing([("1", 0), ("2", 0)])] == [0, 0]


def test_columns_stand_on_one_line_within_the_page() -> None:
    columns = standing([(str(at), at) for at in range(20)])
    assert all(column.top + column.height == pytest.approx(HEIGHT) for column in columns)
    assert columns[-1].height == HEIGHT
    assert columns[-1].left + columns[-1].width <= 100
    assert [column.minor for column in columns[:4]] == [False, True, False, True]


def test_what_is_written_above_a_column_can_be_chosen() -> None:
    assert [column.told for column in standing([("1", 1200), ("2", 0)])] == ["1,200", "0"]
    assert [column.told for column in standing([("1", 12)], "{} 元".format)] == ["12 元"]


def test_a_huge_column_is_drawn() -> None:
    assert [column.height for column in standing([("1", 10**5000), ("2", 5 * 10**4999)], lambda _: "…")] == [HEIGHT, HEIGHT / 2]


def test_a_month_tells_its_year_where_that_begins() -> None:
    assert month_labels(["2026-11", "2026-12", "2027-01", "2027-02"]) == ["26.11", "12", "27.01", "02"]
    assert month_labels([]) == []
