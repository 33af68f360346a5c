"""The digest as a page of its own: what the template asks for, beside what Markdown needs too."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from pipeline.digest.model import KINDS, Digest, Kind, Pair, Thing
from pipeline.digest.shown import MONTHS, Source, View, whole_yuan
from pipeline.pages.charts import Bar, Column, lying, month_labels, standing
from pipeline.pages.drawing import drawn
from pipeline.pages.listing import ROWS, ROWS_MORE, parts

_SOURCES = 20
"""Articles of one figure that are listed."""
_THINGS = 12
_WAN, _HUNDRED, _LONG = 10_000, 100, 10**7
_SIDE_BY_SIDE = 12
"""Columns of charts that have room beside each other."""


def page(digest: Digest) -> str:
    """The page, ended by a newline."""
    return drawn("pipeline.digest", PageView(digest))


class PageView(View):
    """A digest in words and charts."""

    @property
    def made(self) -> str:
        """When it was made, by the clock of who makes it."""
        return datetime.fromisoformat(self.digest.made).astimezone().strftime("%Y-%m-%d %H:%M")

    @property
    def earlier(self) -> str:
        """That the charts leave earlier months out, where they do."""
        is_cut = bool(self.months) and self.digest.months[0].month < self.months[0].month
        return self.said.earlier_months.format(count=MONTHS) if is_cut else ""

    @property
    def are_charts_wide(self) -> bool:
        """Whether the charts by month stand one below the other."""
        return len(self.months) > _SIDE_BY_SIDE

    @property
    def articles_by_month(self) -> list[Column]:
        """A column for each month."""
        return standing(list(zip(self._labels(), (len(month.articles) for month in self.months), strict=True)))

    @property
    def money_by_month(self) -> list[Column]:
        """The same with the yuan that were given; none where there are none."""
        found = [whole_yuan(month) for month in self.months]
        return standing(list(zip(self._labels(), found, strict=True)), _in_wan) if any(found) else []

    def _labels(self) -> list[str]:
        return month_labels([month.month for month in self.months])

    @property
    def kinds(self) -> list[tuple[Kind, Sequence[Thing], int]]:
        """What was done by kind: the things that are shown, and how many are not."""
        found = {kind: [thing for thing in self.digest.things if thing.kind == kind] for kind in KINDS}
        return [(kind, things[:_THINGS], len(things[_THINGS:])) for kind, things in found.items() if things]

    def pair_bar(self, pair: Pair) -> Bar:
        """How many articles tell of a pair, beside the one that most tell of."""
        most = len(self.digest.pairs[0].articles)
        return lying([("", most, "plain"), (pair.giver, len(pair.articles), "plain")])[1]

    def parts(self, items: Sequence[Any]) -> list[Sequence[Any]]:
        """The rows that are seen at once, and those that a click shows."""
        return parts(items)

    def left(self, items: Sequence[Any]) -> int:
        """How many are not shown."""
        return len(items[ROWS + ROWS_MORE :])

    def some_sources(self, numbers: Sequence[int]) -> list[Source]:
        """The first articles of a figure."""
        return self.sources(numbers[:_SOURCES])

    def sources_left(self, numbers: Sequence[int]) -> int:
        """How many there are beyond these."""
        return len(numbers[_SOURCES:])


def _in_wan(yuan: int) -> str:
    """12.5 for 125,000 元, 1,012 for 10,124,000; what is longer than a column is wide by its magnitude."""
    wan = Decimal(yuan) / _WAN
    if wan >= _LONG:
        return f"{wan:.1E}"
    return f"{wan:,.0f}" if wan >= _HUNDRED else f"{wan:,.1f}".removesuffix(".0")
