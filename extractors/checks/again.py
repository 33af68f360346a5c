"""Run the rules again over a record that people have corrected.

What a record does not keep of its file (headings, table cells, line breaks inside of paragraphs) is not there any more, so that the rules
may see a little less than they did when it was read. Therefore they run twice, over what was read and over what it was corrected to, and
only what differs between the two is applied to what the record says: what the rebuilding leaves out, it leaves out of both.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

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
_KEPT = 16
"""Papers that are remembered: while one is corrected, what was read of it stays the same."""
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
    paper = _Paper(record.text, record.source.media_type or "text/plain", language or _language())
    documents = list(corrected)
    for at in changed:
        absent = {field for one, field in not_stated if one == at}
        documents[at] = _checked(paper, record.documents[at], documents[at], absent)
    return tuple(documents)


@cache
def _language() -> Language:
    return default_language()


@dataclass(frozen=True, slots=True)
class _Paper:
    text: str
    media_type: str
    language: Language


@lru_cache(maxsize=_KEPT)
def _normal(paper: _Paper) -> NormalText:
    return without_repeats(normalise(SourceText(paper.text, paper.media_type), paper.language.simplify))


def _case(paper: _Paper, document: Document) -> Case:
    normal = _normal(paper)
    start, end = normal.normal_offset(document.span.start), normal.normal_offset(document.span.end)
    # a record keeps the words of a title, not their place
    words = fold(document.title, paper.language.simplify) if document.title else ""
    at = normal.text.find(words, start, end) if words else -1
    title = Stretch(at, at + len(words)) if at >= 0 else None
    return Case(make_passage(normal, start, end, document.kind, title), document)


@lru_cache(maxsize=_KEPT)
def _states(paper: _Paper, document: Document) -> tuple[FieldState, ...]:
    return find_required(_case(paper, document))


@lru_cache(maxsize=_KEPT)
def _findings(paper: _Paper, document: Document) -> tuple[Finding, ...]:
    return find_findings(_case(paper, document))


def _checked(paper: _Paper, was: Document, now: Document, absent: Collection[str]) -> Document:
    now = now.model_copy(update={"required": _required(paper, was, now, absent)})
    before, after = _by_key(_findings(paper, was)), _by_key(_findings(paper, now))
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


def _required(paper: _Paper, was: Document, now: Document, absent: Collection[str]) -> tuple[FieldState, ...]:
    before, after = _grouped(_states(paper, was)), _grouped(_states(paper, now))
    for field in _SINGLE if now.kind == "agreement" else ():
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
