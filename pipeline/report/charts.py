"""Which columns the report's charts have."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from pipeline.pages.charts import month_labels
from pipeline.report.model import Month, Year
from pipeline.report.words import Words

_YEARS = 16


def by_year(years: Sequence[Year], as_of: date, said: Words) -> list[tuple[str, int]]:
    """The years up to the report's, those without an agreement too; what lies far from it is summed up at the ends."""
    found = {int(year.year): year.agreements for year in years if year.year.isdecimal()}
    near = [year for year in found if as_of.year - _YEARS < year <= as_of.year + 1]
    if not near:
        return [(year.year, year.agreements) for year in years[-_YEARS:]]
    first, last = min(near), max(near)
    before = sum(often for year, often in found.items() if year < first)
    after = sum(often for year, often in found.items() if year > last)
    columns = [(str(year), found.get(year, 0)) for year in range(first, last + 1)]
    return [*([(said.earlier, before)] if before else []), *columns, *([(said.later, after)] if after else [])]


def by_month(months: Sequence[Month]) -> list[tuple[str, int]]:
    """The months, with the year where one begins: 26.11, 12, 27.01, 02."""
    return list(zip(month_labels([month.month for month in months]), (month.agreements for month in months), strict=True))
