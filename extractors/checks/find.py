"""Run the rules over a case: hits become findings, one for each rule and subject."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extractors.case import Case
from extractors.checks import RULES
from extractors.checks.fingerprint import fingerprint
from extractors.checks.rule import Hit, Rule
from schemas.finding import Finding
from schemas.span import Span

_MOST_MESSAGES = 3


def find_findings(case: Case, rules: Iterable[Rule] = RULES) -> tuple[Finding, ...]:
    """The findings of a document, in reading order."""
    found = [finding for rule in rules if case.is_agreement or not rule.agreements_only for finding in _findings(rule, case)]
    return tuple(sorted(found, key=lambda one: (one.spans[0].start if one.spans else 0, one.rule)))


def _findings(rule: Rule, case: Case) -> Iterable[Finding]:
    """A rule's hits, those about the same subject together."""
    hits: dict[str, list[Hit]] = {}
    for hit in rule.check(case):
        hits.setdefault(hit.subject, []).append(hit)
    for subject, group in hits.items():
        spans = tuple(_each_once(span for hit in group for span in hit.spans))
        yield Finding(
            rule=rule.slug,
            severity=rule.severity,
            subject=subject,
            message=_message(group),
            spans=spans,
            fingerprint=fingerprint(rule.slug, subject, (span.text for span in spans)),
        )


def _each_once(spans: Iterable[Span]) -> Iterable[Span]:
    return {(span.start, span.end): span for span in spans}.values()


def _message(group: Sequence[Hit]) -> str:
    """What the hits say: each different message once, the first three; how many there are, where they say the same."""
    messages = list(dict.fromkeys(hit.message for hit in group))
    if len(messages) == 1:
        return messages[0] if len(group) == 1 else f"{messages[0]}（共{len(group)}处）"
    told = "；".join(messages[:_MOST_MESSAGES])
    return told if len(messages) <= _MOST_MESSAGES else f"{told}；等{len(messages)}处"
