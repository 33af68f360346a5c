"""The geometry of the charts."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.report.charts import HEIGHT, by_month, by_year, lying, stacked, standing
from pipeline.report.model import Month, Year
from pipeline.report.words import words

ZH = words("zh")


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


@pytest.mark.parametrize(
    ("years", "shown"),
    [
        ({"2023": 2, "2025": 1}, [("2023", 2), ("2024", 0), ("2025", 1)]),
        ({"0203": 1, "2025": 1, "9999": 3}, [("更早", 1), ("2025", 1), ("更晚", 3)]),
        ({"1999": 4}, [("1999", 4)]),
        ({}, []),
    ],
)
def test_years_far_away_are_summed_up(years: dict[str, int], shown: list[tuple[str, int]]) -> None:
    given = [Year(year=year, agreements=often) for year, often in years.items()]
    assert by_year(given, date(2026, 6, 15), ZH) == shown


def test_any_years_make_a_chart_that_can_be_drawn() -> None:
    every = [Year(year=f"{year:04}", agreements=1) for year in range(10_000)]
    columns = by_year(every, date(2026, 6, 15), ZH)
    assert len(columns) < 20
    assert sum(count for _, count in columns) == 10_000
    assert len(by_year(every[:1000], date(2026, 6, 15), ZH)) <= 16


def test_a_month_tells_its_year_where_that_begins() -> None:
    months = [Month(month=f"{2026 + at // 12}-{at % 12 + 1:02}", agreements=at) for at in range(10, 14)]
    assert by_month(months) == [("26.11", 10), ("12", 11), ("27.01", 12), ("02", 13)]
