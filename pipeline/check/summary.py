"""The end of a check: a line for each rule that found something, and what it comes to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.check.diagnostics import COLOURS
from pipeline.check.excerpt import width_of
from pipeline.check.paint import Paint
from pipeline.check.results import RANKS, Outcome, by_severity
from pipeline.check.selectors import rule_of
from pipeline.check.words import Words
from pipeline.messages import Lang
from pipeline.printable import one_line
from schemas.finding import Severity


@dataclass(slots=True)
class RuleCount:
    """What one rule found, with the severest of its severities: files can have their own."""

    rule: str
    severity: Severity
    found: int = 0
    accepted: int = 0

    def title(self, lang: Lang) -> str:
        """The rule's title; in English its summary. "" for a rule of another version."""
        rule = rule_of(self.rule)
        if rule is None:
            return ""
        return rule.summary if lang == "en" else rule.title


def count_rules(outcome: Outcome) -> list[RuleCount]:
    """Every rule that found something, the severest and most frequent first."""
    counts: dict[str, RuleCount] = {}
    for result in outcome.results():
        finding = result.finding
        count = counts.setdefault(finding.rule, RuleCount(finding.rule, finding.severity))
        if RANKS[finding.severity] > RANKS[count.severity]:
            count.severity = finding.severity
        if result.accepted is None:
            count.found += 1
        else:
            count.accepted += 1
    return sorted(counts.values(), key=lambda one: (-RANKS[one.severity], -one.found, one.rule))


def summary(outcome: Outcome, words: Words, lang: Lang, paint: Paint) -> Iterator[str]:
    """The lines of the summary."""
    counts = count_rules(outcome)
    if counts:
        rules = [words.rule, *(one_line(count.rule) for count in counts)]
        severities = [words.severity, *(words.severities[count.severity] for count in counts)]
        found = [words.count, *(_number(count, words) for count in counts)]
        titles = [words.title, *(count.title(lang) for count in counts)]
        widths = [max(map(width_of, column)) for column in (rules, severities, found)]
        for at, row in enumerate(zip(rules, severities, found, titles, strict=True)):
            cells = [cell + " " * (width - width_of(cell)) for cell, width in zip(row, widths, strict=False)]
            style = "green" if at == 0 else COLOURS[counts[at - 1].severity]
            yield "  ".join((paint(cells[0], "green" if at == 0 else ""), paint(cells[1], style), paint(cells[2], style), row[3])).rstrip()
        yield ""
    yield totals(outcome, words)


def totals(outcome: Outcome, words: Words) -> str:
    """How many files and findings there were, in one sentence."""
    severities = by_severity(outcome.results())
    accepted = sum(result.accepted is not None for result in outcome.results())
    unread = sum(not file.is_read for file in outcome.files)
    found = sum(severities.values())
    parts = [
        words.files_checked.format(count=len(outcome.files) - unread),
        words.found.format(count=found, **severities) if found else words.none_found,
        words.totals_accepted.format(count=accepted) if accepted else "",
        words.left_stale.format(count=len(outcome.stale)) if outcome.stale else "",
        words.totals_unread.format(count=unread) if unread else "",
    ]
    return words.parted.join(filter(None, parts)) + words.stop


def _number(count: RuleCount, words: Words) -> str:
    accepted = f"{words.accepted} {count.accepted}" if count.accepted else ""
    return " + ".join(filter(None, (str(count.found) if count.found or not accepted else "", accepted)))
