"""The figures of reviewing as a person reads them: three tables, each with a line where there is nothing to tell."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from pipeline.messages import Lang
from pipeline.printable import one_line
from pipeline.review.fields import FIELDS
from pipeline.review.out_words import OutWords, out_words
from pipeline.review.stats import Agreement, Stats
from pipeline.review.words import review_words

_MINUTE = 60


def shown_stats(stats: Stats, lang: Lang) -> RenderableType:
    """Everything, to be printed."""
    said = out_words(lang)
    first = said.records.format(records=f"{stats.records:,}", signed=f"{stats.signed:,}")
    return Group(
        first, "", _fields(stats, said, lang), Text(said.recall_of, "dim"), "", _agreement(stats.agreements, said), "", _times(stats, said)
    )


def _fields(stats: Stats, said: OutWords, lang: Lang) -> RenderableType:
    table = _table(said.field, said.accepted, said.corrected, said.rejected, said.added, said.precision, said.recall)
    names, order = review_words(lang).fields, ("findings", *FIELDS)
    for name, found in sorted(stats.fields.items(), key=lambda each: order.index(each[0])):
        counts = (found.accepted, found.corrected, found.rejected, found.added)
        table.add_row(names[name], *(f"{count:,}" for count in counts), _share(found.precision), _share(found.recall))
    return table


def _agreement(found: tuple[Agreement, ...], said: OutWords) -> RenderableType:
    if not found:
        return Text(said.no_pairs, "dim")
    table = _table(said.reviewers, said.both, said.agreed, said.kappa)
    for one in found:
        names = Text(one_line(" / ".join(one.reviewers)))
        table.add_row(names, f"{one.n:,}", _share(one.agreed / one.n), "–" if one.kappa is None else f"{one.kappa:.2f}")
    return table


def _times(stats: Stats, said: OutWords) -> RenderableType:
    if not stats.times:
        return Text(said.no_times, "dim")
    table = _table(said.who, said.signed, said.median, said.mean)
    rows = [(one_line(who), times) for who, times in stats.times.items()]
    for who, times in [*rows, *([(said.everybody, stats.all_times)] if len(rows) > 1 else [])]:
        table.add_row(Text(who), f"{len(times.seconds):,}", _long(times.median, said), _long(times.mean, said))
    return table


def _table(first: str, *others: str) -> Table:
    table = Table(box=None, padding=(0, 1), header_style="green", pad_edge=False)
    table.add_column(first, overflow="fold")
    for heading in others:
        table.add_column(heading, justify="right", no_wrap=True)
    return table


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.1%}"


def _long(seconds: float | None, said: OutWords) -> str:
    if seconds is None:
        return "–"
    minutes, rest = divmod(round(seconds), _MINUTE)
    return said.minutes.format(minutes=minutes, seconds=rest) if minutes else said.seconds.format(seconds=rest)
