"""The record that reviewers answer for: what it comes to, without the findings that they dismissed, and who decided what."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from pipeline.review.apply import Applied, applied
from pipeline.review.entries import plain, said
from pipeline.review.standing import Standing
from pipeline.review.state import State, state_of
from schemas.finding import Finding
from schemas.record import Record
from schemas.review import Review, Reviewed


def reviewed(record: Record, standing: Standing) -> Record:
    """The record as reviewers left it. Nothing that was not decided on is changed, but for what the rules say of what was."""
    after = applied(record, standing)
    return with_review(after, standing, state_of(standing, after))


def with_review(after: Applied, standing: Standing, state: State) -> Record:
    """What was decided, written into the record that it has led to."""
    record = after.record
    is_signed = state.state == "signed"
    review = Review(
        state=state.state,
        by=state.by if is_signed else None,
        at=_instant(state.at) if is_signed and state.at else None,
        values=tuple(_values(after, standing)),
    )
    documents = tuple(
        document.model_copy(update={"findings": _left(document.findings, f"/documents/{number}/findings/", standing)})
        for number, document in enumerate(record.documents)
    )
    update = {"documents": documents, "findings": _left(record.findings, "/findings/", standing), "review": review}
    return record.model_copy(update=update)


def _left(findings: tuple[Finding, ...], where: str, standing: Standing) -> tuple[Finding, ...]:
    """Those that nobody dismissed, or that reviewers do not agree on."""
    held = standing.values
    left = tuple(one for one in findings if (key := where + one.fingerprint) not in held or held[key].state != "dismissed")
    return findings if len(left) == len(findings) else left


def _values(after: Applied, standing: Standing) -> Iterator[Reviewed]:
    for key, entry in after.entries.items():
        held = standing.values.get(key)
        if held is None:
            continue
        was = plain(entry.value)
        is_other = held.state == "dismissed" or (not entry.is_finding and said(plain(after.values.get(key))) != said(was))
        path = key if entry.is_finding else after.places.get(key, key)
        yield Reviewed(path=path, state=held.state, by=held.by, at=_instant(held.at), note=held.note, was=was if is_other else None)


def _instant(at: datetime) -> str:
    return at.isoformat(timespec="seconds")
