"""The report as a page of its own: what the template asks for, beside the report itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from pipeline.batch.words import spoken
from pipeline.batch.words import words as batch_words
from pipeline.messages import messages
from pipeline.pages.charts import Bar, Column, lying, stacked, standing
from pipeline.pages.drawing import drawn
from pipeline.pages.listing import ROWS, ROWS_MORE, parts
from pipeline.pages.shown import number, share
from pipeline.pages.sums import SumWords, bounds, plain_sum, short_sum, sum_words
from pipeline.report.charts import by_month, by_year
from pipeline.report.model import OUTCOMES, Listed, Outcome, Report, Sum, Unread
from pipeline.report.shown import Place, place
from pipeline.report.words import Words, words
from pipeline.show_labels import Labels, labels

TONES: dict[Outcome, str] = {
    "ok": "ok", "needs-review": "review", "unreadable": "bad", "failed": "failed", "quarantined": "aside", "elsewhere": "else",
}  # fmt: skip


def page(report: Report) -> str:
    """The page, ended by a newline."""
    return drawn("pipeline.report", View(report))


@dataclass(frozen=True)
class View:
    """What the template asks for, beside the report itself."""

    report: Report

    @cached_property
    def said(self) -> Words:
        """The words of its language."""
        return words(self.report.lang)

    @cached_property
    def labels(self) -> Labels:
        """Those of the records."""
        return labels(self.report.lang)

    @cached_property
    def sums(self) -> SumWords:
        """Those of sums."""
        return sum_words(self.report.lang)

    @property
    def started(self) -> str:
        """When the run began, to the minute, by the clock of who makes the report."""
        return datetime.fromisoformat(self.report.run.started).astimezone().strftime("%Y-%m-%d %H:%M")

    @property
    def took(self) -> str:
        """How long it took."""
        run = self.report.run
        return self.spoken((datetime.fromisoformat(run.ended) - datetime.fromisoformat(run.started)).total_seconds())

    @property
    def bad(self) -> int:
        """Files that were not read."""
        return self.report.not_read.total

    @property
    def share_read(self) -> str:
        """Of the files."""
        outcomes = self.report.files.outcomes
        return share(outcomes["ok"] + outcomes["needs-review"], self.report.files.total)

    @property
    def glance(self) -> tuple[str, str]:
        """The sum of what is promised once, in yuan, and its unit; a dash where there is none."""
        first = self._once
        return ("–", "") if first is None else self._told(first, short_sum)

    @property
    def glance_note(self) -> str:
        """In how many agreements that very sum is, and what is not in it."""
        first, sums = self._once, self.report.money.sums
        pieces = [self.said.promised_note.format(agreements=number(first.agreements if first else 0))]
        if any(one.per is not None for one in sums):
            pieces.append(self.said.promised_more)
        if any(one.per is None and one.currency != "CNY" for one in sums):
            pieces.append(self.said.promised_foreign)
        return " · ".join(pieces)

    @property
    def _once(self) -> Sum | None:
        """The row of what is promised once, in yuan."""
        return next((one for one in self.report.money.sums if one.currency == "CNY" and one.per is None), None)

    @property
    def left_over(self) -> list[str]:
        """What this run did not come to."""
        elsewhere, limit = self.report.files.outcomes["elsewhere"], self.report.run.limit
        told = [self.said.elsewhere.format(count=number(elsewhere))] if elsewhere else []
        return told if limit is None else [*told, self.said.limited.format(limit=number(limit))]

    @property
    def no_not_read(self) -> str:
        """That nothing went wrong: of all files only where the run came to all of them."""
        return self.said.none_of_this_run if self.left_over else self.said.no_not_read

    @property
    def severities(self) -> str:
        """How many findings of each."""
        return self.said.found_note.format(**{name: number(count) for name, count in self.report.findings.severities.items()})

    @property
    def outcomes(self) -> list[Bar]:
        """What became of the files."""
        found = self.report.files.outcomes
        return stacked([(self.said.outcomes[one], found[one], TONES[one]) for one in OUTCOMES])

    @property
    def reasons(self) -> list[Bar]:
        """Why files were not read."""
        return lying([(self.reason(one), one.files, TONES[one.outcome]) for one in self.report.unread])

    @property
    def rules(self) -> list[Bar]:
        """What rules found."""
        return lying([(one.title or one.rule, one.findings, one.severity) for one in self.report.findings.rules])

    @property
    def kinds(self) -> list[Bar]:
        """What the documents are."""
        return lying([(self.labels.kinds[one.kind], one.documents, "plain") for one in self.report.kinds])

    @property
    def years(self) -> list[Column]:
        """When agreements were signed."""
        return standing(by_year(self.report.agreements.years, date.fromisoformat(self.report.as_of), self.said))

    @property
    def months(self) -> list[Column]:
        """When they expire."""
        return standing(by_month(self.report.agreements.months))

    @property
    def ends(self) -> list[Bar]:
        """How the agreements stand on the day of the report."""
        said, found = self.said, self.report.agreements
        soon = said.soon.format(days=found.within_days)
        return lying(
            [(said.ended, found.expired, "else"), (soon, found.expiring.total, "bad"), (said.end_later, found.later, "ok"),
             (said.end_open, found.open, "aside")]
        )  # fmt: skip

    def tone(self, outcome: Outcome) -> str:
        """The colour of an outcome."""
        return TONES[outcome]

    def spoken(self, seconds: float) -> str:
        """A length of time."""
        return spoken(seconds, batch_words(self.report.lang))

    def reason(self, unread: Unread) -> str:
        """The first sentence of what is said of a reason."""
        if unread.outcome != "unreadable":
            return self.said.outcomes[unread.outcome]
        sentence = next(
            (said for reason, said in messages(self.report.lang).reasons.items() if reason == unread.reason), unread.reason or "–"
        )
        return sentence.replace("。", ". ").partition(". ")[0]

    def parts(self, listed: Listed[Any]) -> list[Sequence[Any]]:
        """The rows that are seen at once, and those that a click shows, if there are any."""
        return parts(listed.items)

    def rows(self, listed: Listed[Any], most: int) -> tuple[Any, ...]:
        """The rows of a list that shows no more."""
        return listed.items[:most]

    def left(self, listed: Listed[Any], most: int = ROWS + ROWS_MORE) -> int:
        """How many are not shown."""
        return listed.total - len(listed.items[:most])

    def place(self, address: str) -> Place:
        """An address."""
        return place(address, self.report.files.under)

    def sum(self, total: Sum) -> str:
        """A sum of money."""
        return " ".join(self._told(total, plain_sum))

    def _told(self, total: Sum, spell: Callable[[str, str, SumWords], tuple[str, str]]) -> tuple[str, str]:
        return bounds(total, self.sums, lambda value: spell(value, total.currency, self.sums))

    def per_cent(self, alike: float) -> str:
        """0.954 as 95.4%."""
        return share(round(alike * 10_000), 10_000)
