"""The report as a page of its own: no network, no script, no font that is not there already.

What stands in files may be hostile. It is escaped by the template without exception, what cannot be seen is spelt out, and the page's
policy lets a browser run nothing and fetch nothing: the one style sheet is allowed by its digest.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from importlib.resources import files
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from pipeline.batch.words import spoken
from pipeline.batch.words import words as batch_words
from pipeline.messages import messages
from pipeline.report import charts, shown
from pipeline.report.model import OUTCOMES, Listed, Outcome, Report, Sum, Unread
from pipeline.report.words import Words, words
from pipeline.show_labels import Labels, labels

ROWS = 25
"""Rows of a list that are seen at once."""
ROWS_MORE = 175
"""Rows behind them that a click shows."""
TONES: dict[Outcome, str] = {
    "ok": "ok", "needs-review": "review", "unreadable": "bad", "failed": "failed", "quarantined": "aside", "elsewhere": "else",
}  # fmt: skip


def page(report: Report) -> str:
    """The page, ended by a newline."""
    style = _data("page.css")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    environment = Environment(
        loader=FunctionLoader(_data),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"text": shown.text, "number": shown.number}
    # the style is ours, and its digest is that of these very characters
    return environment.get_template("page.html").render(view=View(report), style=Markup(style), digest=digest)  # noqa: S704 - see above


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

    @property
    def height(self) -> int:
        """Of the charts that stand."""
        return charts.HEIGHT

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
        return shown.share(outcomes["ok"] + outcomes["needs-review"], self.report.files.total)

    @property
    def glance(self) -> tuple[str, str]:
        """The sum of what is promised once, in yuan, and its unit; a dash where there is none."""
        first = self._once
        return ("–", "") if first is None else shown.short_bounds(first, self.said)

    @property
    def glance_note(self) -> str:
        """In how many agreements that very sum is, and what is not in it."""
        first, sums = self._once, self.report.money.sums
        pieces = [self.said.promised_note.format(agreements=shown.number(first.agreements if first else 0))]
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
        told = [self.said.elsewhere.format(count=shown.number(elsewhere))] if elsewhere else []
        return told if limit is None else [*told, self.said.limited.format(limit=shown.number(limit))]

    @property
    def no_not_read(self) -> str:
        """That nothing went wrong: of all files only where the run came to all of them."""
        return self.said.none_of_this_run if self.left_over else self.said.no_not_read

    @property
    def severities(self) -> str:
        """How many findings of each."""
        return self.said.found_note.format(**{name: shown.number(count) for name, count in self.report.findings.severities.items()})

    @property
    def outcomes(self) -> list[charts.Bar]:
        """What became of the files."""
        found = self.report.files.outcomes
        return charts.stacked([(self.said.outcomes[one], found[one], TONES[one]) for one in OUTCOMES])

    @property
    def reasons(self) -> list[charts.Bar]:
        """Why files were not read."""
        return charts.lying([(self.reason(one), one.files, TONES[one.outcome]) for one in self.report.unread])

    @property
    def rules(self) -> list[charts.Bar]:
        """What rules found."""
        return charts.lying([(one.title or one.rule, one.findings, one.severity) for one in self.report.findings.rules])

    @property
    def kinds(self) -> list[charts.Bar]:
        """What the documents are."""
        return charts.lying([(self.labels.kinds[one.kind], one.documents, "plain") for one in self.report.kinds])

    @property
    def years(self) -> list[charts.Column]:
        """When agreements were signed."""
        return charts.standing(charts.by_year(self.report.agreements.years, date.fromisoformat(self.report.as_of), self.said))

    @property
    def months(self) -> list[charts.Column]:
        """When they expire."""
        return charts.standing(charts.by_month(self.report.agreements.months))

    @property
    def ends(self) -> list[charts.Bar]:
        """How the agreements stand on the day of the report."""
        said, found = self.said, self.report.agreements
        soon = said.soon.format(days=found.within_days)
        return charts.lying(
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

    def parts(self, listed: Listed[Any]) -> list[tuple[Any, ...]]:
        """The rows that are seen at once, and those that a click shows, if there are any."""
        return [part for part in (listed.items[:ROWS], listed.items[ROWS : ROWS + ROWS_MORE]) if part]

    def rows(self, listed: Listed[Any], most: int) -> tuple[Any, ...]:
        """The rows of a list that shows no more."""
        return listed.items[:most]

    def left(self, listed: Listed[Any], most: int = ROWS + ROWS_MORE) -> int:
        """How many are not shown."""
        return listed.total - len(listed.items[:most])

    def place(self, address: str) -> shown.Place:
        """An address."""
        return shown.place(address, self.report.files.under)

    def sum(self, total: Any) -> str:  # noqa: ANN401 - a Sum, as the template hands it over
        """A sum of money."""
        return shown.bounded_sum(total, self.said)

    def per_cent(self, alike: float) -> str:
        """0.954 as 95.4%."""
        return shown.share(round(alike * 10_000), 10_000)


def _data(name: str) -> str:
    return (files("pipeline.report") / name).read_text(encoding="utf-8")
