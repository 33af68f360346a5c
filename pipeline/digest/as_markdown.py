"""The digest as Markdown, for a chat or a ticket: every figure with the articles that tell it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pipeline.digest.model import KINDS, Digest, Gift, Help, Pair
from pipeline.digest.shown import Source, View
from pipeline.markdown import plain
from pipeline.pages.markdown import table
from pipeline.pages.shown import number

_MOST = 50
"""Rows of a list."""
_SOURCES = 5


def written(digest: Digest) -> str:
    """The digest, ended by a newline."""
    return "\n".join(_Sections(View(digest)).lines()) + "\n"


class _Sections:
    """The parts of the digest."""

    def __init__(self, view: View) -> None:
        self.view, self.digest, self.said = view, view.digest, view.said

    def lines(self) -> Iterator[str]:
        """All of them."""
        said = self.said
        yield from (f"# {said.heading}", "", f"{plain(self.view.window)} · jiedui {plain(self.digest.version)}", "")
        if self.view.alarms:
            yield from (f"**{said.alarms}**", "", *(f"* {plain(line)}" for line in self.view.alarms), "")
        if self.view.is_empty:
            yield from (said.empty, "", said.empty_hint, "", *self._passed())
        else:
            yield from self._glance()
            yield from self._months()
            yield from self._pairs()
            yield from self._regions()
            yield from self._things()
            yield from self._deeds(said.gifts, self.view.gifts, said.no_gifts)
            yield from self._deeds(said.planned, self.view.planned, said.no_planned)
            yield from self._deeds(said.aside, self.view.left_out, said.no_aside)
            yield from self._articles()
        yield from (f"## {said.page.how}", "", *(f"* {plain(line)}" for line in said.how_counted))

    def _glance(self) -> Iterator[str]:
        view, said, digest = self.view, self.said, self.digest
        yield f"* **{said.articles} {number(len(digest.articles))}**: {view.reprinted}"
        note = said.helping_note.format(givers=number(view.givers), receivers=number(view.receivers))
        yield f"* **{said.helping} {number(len(digest.pairs))}**: {note}"
        yield f"* **{said.money} {' '.join(view.glance(digest.done))}**: {plain(view.money_note)}"
        for kind in KINDS[:4]:
            if told := view.count(digest.done, kind):
                yield f"* **{said.kinds[kind]}**: {plain(told)}"
        yield ""
        if digest.merged.spared:
            counts = {name: number(count) for name, count in digest.merged.model_dump().items()}
            yield from (said.merged_note.format(**counts), "")
        yield from self._passed()

    def _passed(self) -> Iterator[str]:
        return (line for note in self.view.passed_notes for line in (plain(note), ""))

    def _months(self) -> Iterator[str]:
        said, view = self.said, self.view
        rows = [(month.month, number(len(month.articles)), "; ".join(view.share(month.done)) or "–") for month in view.months]
        yield from self._section(said.by_month, (said.day, said.articles, said.things), rows, len(rows), said.empty)

    def _pairs(self) -> Iterator[str]:
        said = self.said
        heads = (said.giver, said.receiver, said.things, said.told_by, said.sources)
        rows = [self._pair(pair) for pair in self.digest.pairs[:_MOST]]
        yield from self._section(said.who, heads, rows, len(self.digest.pairs), said.no_pairs)

    def _pair(self, pair: Pair) -> tuple[str, ...]:
        told = self.view.share(pair.done)
        if planned := self.view.share(pair.planned):
            told.append(self.said.planned_note.format(sum=" · ".join(planned)))
        return (
            plain(pair.giver),
            plain(pair.receiver),
            plain("; ".join(told)) or "–",
            number(len(pair.articles)),
            self._sources(pair.articles),
        )

    def _regions(self) -> Iterator[str]:
        said, view = self.said, self.view
        rows = [
            (plain(one.name), plain("; ".join(view.share(one.gave.done))) or "–", plain("; ".join(view.share(one.received.done))) or "–",
             number(len(view.region_articles(one))), self._sources(view.region_articles(one)))
            for one in self.digest.regions[:_MOST]
        ]  # fmt: skip
        heads = (said.region, said.gave, said.received, said.told_by, said.sources)
        yield from self._section(said.by_region, heads, rows, len(self.digest.regions), said.no_regions)

    def _things(self) -> Iterator[str]:
        said = self.said
        rows = [
            (
                said.kinds[one.kind],
                plain(one.what or "–"),
                plain(self.view.counted_things(one, one.kind, one.unit)),
                number(one.items),
                self._sources(one.articles),
            )
            for one in self.digest.things[:_MOST]
        ]
        heads = (said.things, said.what, said.amount, said.times_told, said.sources)
        yield from self._section(said.things, heads, rows, len(self.digest.things), said.no_things)

    def _deeds(self, heading: str, deeds: Sequence[Gift | Help], empty: str) -> Iterator[str]:
        said = self.said
        rows = [self._deed(deed) for deed in deeds[:_MOST]]
        yield from self._section(heading, (said.day, said.who, said.amount, said.sources), rows, len(deeds), empty)

    def _deed(self, deed: Gift | Help) -> tuple[str, ...]:
        view, said = self.view, self.said
        note = "; ".join(filter(None, [view.why(deed), view.merged(deed)]))
        told = plain(view.told(deed)) + (f" ({plain(note)})" if note else "")
        return plain(deed.day or said.no_day), plain(view.ends(deed)), told, self._sources(deed.articles)

    def _articles(self) -> Iterator[str]:
        yield from (f"## {self.said.articles}", "")
        for article in self.digest.articles[:_MOST]:
            yield f"{article.number}. {_linked(self.view.source(article))}"
            yield from (f"   * {_linked(one)}" for one in self.view.reprints(article))
        yield ""
        yield from self._left(len(self.digest.articles))

    def _sources(self, numbers: Sequence[int]) -> str:
        told = "; ".join(_linked(one) for one in self.view.sources(numbers[:_SOURCES]))
        left = len(numbers[_SOURCES:])
        return f"{told} {self.said.page.more.format(count=number(left))}" if left else told

    def _section(self, heading: str, heads: Sequence[str], rows: Iterable[Sequence[str]], total: int, empty: str) -> Iterator[str]:
        """A table whose cells are Markdown already."""
        yield from (f"## {heading}", "")
        rows = list(rows)
        if not rows:
            yield from (empty, "")
            return
        yield from table(heads, rows)
        yield from self._left(total)

    def _left(self, total: int) -> Iterator[str]:
        if total > _MOST:
            yield from (self.said.page.more.format(count=number(total - _MOST)), "")


def _linked(one: Source) -> str:
    title = f"[{plain(one.title)}](<{one.link}>)" if one.link else plain(one.title)
    return f"{title} ({plain(one.note)})" if one.note else title
