"""Run the rules again over a record that people have corrected.

What a record does not keep of its file (headings, table cells, line breaks inside of paragraphs) is not there any more, so that the rules
may see a little less than they did when it was read. Therefore they run twice, over what was read and over what it was corrected to, and
only what differs between the two is applied to what the record says: what the rebuilding leaves out, it leaves out of both.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import cache

from extractors.case import Case
from extractors.checks.find import find_findings
from extractors.language import Language, default_language
from extractors.readers.source_text import SourceText
from extractors.required import REQUIRED, find_required
from extractors.text.normal import NormalText, fold, normalise
from extractors.text.passage import Stretch, make_passage
from extractors.text.repeats import without_repeats
from schemas.agreement import Document
from schemas.finding import Finding
from schemas.record import Record
from schemas.required import FieldState, RequiredField

_SINGLE: tuple[RequiredField, ...] = ("term", "effective", "copies")
"""Required fields that are one value of the document, called by its name."""
_ORDER = {field: at for at, field in enumerate(REQUIRED)}


def check_again(
    record: Record,
    corrected: Sequence[Document],
    *,
    not_stated: Collection[tuple[int, str]] = (),
    language: Language | None = None,
) -> tuple[Document, ...]:
    """The corrected documents of ``record``, in its order, with their findings and the states of what they must say.

    ``not_stated`` are fields of documents, by their numbers, of which a person says that the paper does not state them, whatever its words
    look like; a value that has been taken away is another such. A document that has not changed is given back as it is. Linear in the
    length of the text.
    """
    changed = [
        at
        for at, (was, now) in enumerate(zip(record.documents, corrected, strict=True))
        if now != was or any(one == at for one, _ in not_stated)
    ]
    if not changed:
        return tuple(corrected)
    simplify = (language or _language()).simplify
    text = SourceText(record.text, record.source.media_type or "text/plain")
    normal = without_repeats(normalise(text, simplify))
    documents = list(corrected)
    for at in changed:
        absent = {field for one, field in not_stated if one == at}
        documents[at] = _checked(_Pair(normal, record.documents[at], documents[at], language or _language()), absent)
    return tuple(documents)


@cache
def _language() -> Language:
    return default_language()


class _Pair:
    """A document as it was read and as it is now, each with the passage that the rules look at."""

    def __init__(self, normal: NormalText, was: Document, now: Document, language: Language) -> None:
        """Cut the text once: the two differ in no more than kind and title."""
        start, end = normal.normal_offset(was.span.start), normal.normal_offset(was.span.end)
        passage = make_passage(normal, start, end, was.kind, _title(normal, start, end, was.title, language))
        other = passage
        if (was.kind, was.title) != (now.kind, now.title):
            other = replace(passage, kind=now.kind, title=_title(normal, start, end, now.title, language))
        self.was, self.now = Case(passage, was), Case(other, now)


def _title(normal: NormalText, start: int, end: int, title: str | None, language: Language) -> Stretch | None:
    """Where a title stands: a record keeps its words only."""
    words = fold(title, language.simplify) if title else ""
    at = normal.text.find(words, start, end) if words else -1
    return Stretch(at, at + len(words)) if at >= 0 else None


def _checked(pair: _Pair, absent: Collection[str]) -> Document:
    was, now = pair.was.document, pair.now.document
    required = _required(pair, absent)
    now = now.model_copy(update={"required": required})
    before, after = _by_key(find_findings(pair.was)), _by_key(find_findings(Case(pair.now.passage, now)))
    findings = [kept for one in was.findings if (kept := _kept(one, before, after)) is not None]
    known = {_key(one) for one in was.findings} | before.keys()
    new = [one for key, one in after.items() if key not in known]
    if new:
        findings = sorted((*findings, *new), key=lambda one: (one.spans[0].start if one.spans else 0, one.rule))
    return now.model_copy(update={"findings": tuple(findings)})


def _key(finding: Finding) -> tuple[str, str]:
    """A document has one finding for each rule and subject."""
    return finding.rule, finding.subject


def _by_key(findings: Sequence[Finding]) -> Mapping[tuple[str, str], Finding]:
    return {_key(one): one for one in findings}


def _kept(finding: Finding, before: Mapping[tuple[str, str], Finding], after: Mapping[tuple[str, str], Finding]) -> Finding | None:
    """What becomes of a finding of the record. One that says the same stays as it is, wherever its proof begins now."""
    was, now = before.get(_key(finding)), after.get(_key(finding))
    if was is None:
        return finding
    return finding if now is not None and now.message == was.message else now


def _required(pair: _Pair, absent: Collection[str]) -> tuple[FieldState, ...]:
    was, now = pair.was.document, pair.now.document
    before, after = _grouped(find_required(pair.was)), _grouped(find_required(pair.now))
    for field in _SINGLE if pair.now.is_agreement else ():
        if getattr(now, field) is None and (field in absent or getattr(was, field) is not None):
            after[field, None] = [FieldState(field=field, state="not-stated")]
    differing = {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
    kept = [one for one in was.required if (one.field, one.subject) not in differing]
    new = [one for key, some in after.items() if key in differing for one in some]
    return tuple(sorted((*kept, *new), key=lambda one: _ORDER[one.field])) if differing else was.required


def _grouped(states: Sequence[FieldState]) -> dict[tuple[RequiredField, str | None], list[FieldState]]:
    """By field and subject: parties that share a role have a state each."""
    groups: dict[tuple[RequiredField, str | None], list[FieldState]] = {}
    for one in states:
        groups.setdefault((one.field, one.subject), []).append(one)
    return groups
