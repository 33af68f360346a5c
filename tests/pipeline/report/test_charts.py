"""Which columns the report's charts have."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.report.charts import by_month, by_year
from pipeline.report.model import Month, Year
from pipeline.report.words import words

ZH = words("zh")


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
