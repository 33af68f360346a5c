"""The report as Markdown, for a chat, a ticket, or Prefect's page. It is never large, however many files there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from pipeline.markdown import plain
from pipeline.pages.markdown import plain_row, table
from pipeline.pages.shown import number, text
from pipeline.report.model import File, Listed, Report
from pipeline.report.page import View

MOST_BYTES = 100_000
_ROWS = (30, 10, 3)
"""Rows of each list; fewer where the whole gets too large, for names may be long."""
_PARTIES = 6


def written(report: Report) -> str:
    """The report, ended by a newline, in at most :data:`MOST_BYTES` bytes of UTF-8."""
    made = ""
    for rows in _ROWS:
        made = "\n".join(_Sections(View(report), rows).lines()) + "\n"
        if len(made.encode()) <= MOST_BYTES:
            break
    return made


class _Sections:
    """The parts of the report, with lists of at most ``most`` rows."""

    def __init__(self, view: View, most: int) -> None:
        self.view, self.report, self.said, self.most = view, view.report, view.said, most

    def lines(self) -> Iterator[str]:
        """All of them."""
        report, said = self.report, self.said
        yield from (f"# {said.heading}", "")
        yield f"{said.of_day.format(day=report.as_of)} · {said.run} `{text(report.run.id)}` · jiedui `{text(report.run.version)}`"
        yield ""
        yield from self._numbers()
        yield from self._attention()
        yield from self._findings()
        yield from self._agreements()
        yield from self._money()
        yield from self._others()
        yield from (f"## {said.page.how}", "", *(f"* {plain(line)}" for line in said.how_counted))

    def _numbers(self) -> Iterator[str]:
        report, said, files = self.report, self.said, self.report.files
        counts = [f"{said.outcomes[outcome]} {number(count)}" for outcome, count in files.outcomes.items() if count]
        news = said.files_news.format(new=number(files.new), changed=number(files.changed), unchanged=number(files.unchanged))
        yield f"* **{said.files} {number(files.total)}**: {' · '.join(counts) or '–'}"
        yield f"* {news}"
        if files.total == files.unchanged:
            yield f"* {said.all_unchanged}"
        found = {name: number(count) for name, count in report.findings.severities.items()}
        yield f"* **{said.found} {number(report.findings.total)}**: {said.found_note.format(**found)}"
        yield f"* **{said.papers} {number(report.agreements.total)}**"
        yield f"* **{' '.join(filter(None, (said.promised, *self.view.glance)))}**: {self.view.glance_note}"
        yield ""

    def _attention(self) -> Iterator[str]:
        said, found = self.said, self.report.agreements
        yield from (f"## {said.expiring.format(days=found.within_days)}", "")
        rows = [
            (one.term_end, str(one.days), one.title or self.view.labels.untitled, self._names(one.parties), one.address)
            for one in found.expiring.items[: self.most]
        ]
        heads = (said.ends, said.left, said.agreement, said.parties_of, said.file)
        yield from self._table(heads, rows, found.expiring, said.no_expiring.format(day=self.report.as_of, days=found.within_days))
        yield said.expiring_note.format(expired=number(found.expired), later=number(found.later), open=number(found.open))
        yield ""
        yield from self._files(said.not_read, self.report.not_read, self.view.no_not_read)
        for line in self.view.left_over:
            yield from (line, "")
        yield from self._files(said.to_review, self.report.to_review, said.no_to_review)

    def _names(self, parties: Sequence[Any]) -> str:
        names = [text(one.name, 60) for one in parties[:_PARTIES]]
        return self.view.labels.listed.join(names) + ("…" if len(parties) > _PARTIES else "")

    def _files(self, heading: str, listed: Listed[File], empty: str) -> Iterator[str]:
        said = self.said
        yield from (f"## {heading}", "")
        rows = [(one.address, said.outcomes[one.outcome], one.message or "–") for one in listed.items[: self.most]]
        yield from self._table((said.file, said.outcome, said.why), rows, listed, empty)

    def _findings(self) -> Iterator[str]:
        said, found = self.said, self.report.findings
        yield from (f"## {said.findings}", "")
        rows = [
            (one.title or "–", one.rule, self.view.labels.severities[one.severity], number(one.findings), number(one.contents))
            for one in found.rules[: self.most]
        ]
        listed = Listed[Any](total=len(found.rules), items=found.rules)
        yield from self._table((said.findings, said.rule, said.severity, said.count, said.in_contents), rows, listed, said.no_findings)
        yield from (said.clean.format(read=number(found.read), clean=number(found.clean)), "")

    def _agreements(self) -> Iterator[str]:
        said, found = self.said, self.report.agreements
        yield from (f"## {said.agreements}", "")
        years = [(column.label, number(column.count)) for column in self.view.years]
        yield from self._table((said.by_year, said.agreements), years, Listed(total=len(years)), said.no_years)
        if any(month.agreements for month in found.months):
            months = [(month.month, number(month.agreements)) for month in found.months]
            yield from self._table((said.by_month, said.agreements), months, Listed(total=len(months)), said.no_months)

    def _money(self) -> Iterator[str]:
        said, money = self.said, self.report.money
        yield from (f"## {said.money}", "")
        rows = [
            (said.once if one.per is None else said.every[one.per], self.view.sum(one), number(one.items), number(one.agreements))
            for one in money.sums
        ]
        yield from self._table((said.what, said.amount, said.items, said.of_agreements), rows, Listed(total=len(rows)), said.no_money)
        left_out = {"parts": number(money.parts), "totals": number(money.totals), "rates": number(money.rates)}
        yield from (said.money_counts, "", said.money_left_out.format(**left_out), "")

    def _others(self) -> Iterator[str]:
        said, report = self.said, self.report
        for heading, parties in ((said.supporters, report.parties.supporters), (said.recipients, report.parties.recipients)):
            yield from (f"## {said.parties}: {heading}", "")
            rows = [(one.name, number(one.papers)) for one in parties.items[: self.most]]
            yield from self._table((heading, said.of_papers), rows, parties, said.no_parties)
        yield from (f"## {said.same}", "")
        same = [(one.address, number(one.files)) for one in report.duplicates.contents.items[: self.most]]
        yield from self._table((said.file, said.copies), same, report.duplicates.contents, said.no_same)
        yield from (f"## {said.near}", "")
        near = [
            (group.address, group.others.items[0].address, number(group.others.total))
            for group in report.duplicates.groups.items[: self.most]
        ]
        yield from self._table((said.file, said.near, said.copies), near, report.duplicates.groups, said.no_near)
        yield from (f"## {said.speed}", "")
        slow = [(one.address, f"{one.seconds:.1f}") for one in report.speed.slowest]
        yield from self._table((said.file, said.seconds), slow, Listed(total=len(slow)), said.no_speed)

    def _table(self, heads: Sequence[str], rows: Iterable[Sequence[str]], listed: Listed[Any], empty: str) -> Iterator[str]:
        rows = list(rows)
        if not rows:
            yield from (empty, "")
            return
        yield from table(heads, map(plain_row, rows))
        if left := listed.total - len(rows):
            yield from (self.said.page.more.format(count=number(left)), "")
