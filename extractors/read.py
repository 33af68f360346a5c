"""From bytes or text to a record: the table of contents of everything that is read."""

from __future__ import annotations

import hashlib
import re
import traceback
from collections.abc import Callable, Sequence
from functools import cache, partial
from typing import TYPE_CHECKING

from extractors.case import Case
from extractors.checks.find import find_findings
from extractors.documents import find_documents
from extractors.fields.copies import find_copies
from extractors.fields.dates import find_dates
from extractors.fields.effective import find_effective
from extractors.fields.funding import find_funding
from extractors.fields.parties import find_parties
from extractors.fields.people import find_people
from extractors.fields.policies import find_policies
from extractors.fields.quotas import find_quotas
from extractors.fields.regions import find_places
from extractors.fields.signing import find_signing
from extractors.fields.terms import find_term
from extractors.language import Language, default_language
from extractors.names.declared_party import DeclaredParty
from extractors.names.find import find_mentions
from extractors.names.recogniser import LacRecogniser, Recogniser
from extractors.names.roles import find_roles
from extractors.names.sides import Sides, find_sides
from extractors.names.subjects import Subjects
from extractors.press_page import Placed, read_page
from extractors.readers.any import read_source
from extractors.readers.converter import Converter
from extractors.readers.limits import check_characters
from extractors.readers.page_watch import UNWATCHED, PageWatch
from extractors.readers.source_text import SourceText
from extractors.required import find_required
from extractors.scans.doubts import find_doubts, with_doubts
from extractors.text.clauses import ClauseNode
from extractors.text.normal import NormalText, normalise
from extractors.text.passage import Passage, Stretch, make_passage
from extractors.text.repeats import without_repeats
from schemas.agreement import Clause, Copies, Document, Signature
from schemas.errors import Unreadable
from schemas.finding import Finding
from schemas.record import Record
from schemas.source import Outcome, Source, Status
from schemas.span import Extent
from schemas.version import VERSION

if TYPE_CHECKING:
    from extractors.scans.page_reader import PageReader

_SURROGATES = re.compile("[\ud800-\udfff]")


def read_bytes(  # noqa: PLR0913 - all but the bytes have a value that serves
    data: bytes,
    *,
    name: str | None = None,
    names: bool = True,
    passwords: Sequence[str] = (),
    converter: Converter | None = None,
    ocr: PageReader | None = None,
    watch: PageWatch = UNWATCHED,
    address: str | None = None,
    language: Language | None = None,
) -> Record:
    """Read one file of any known format. Never raises: what could not be read says so in the record's outcome.

    ``name`` is the file's name, for the record only: formats are told by content. ``names`` False leaves out the model that
    recognises names, which is faster. ``passwords`` are tried on an encrypted file. ``converter`` has the programs that read .doc and
    its like, ``ocr`` reads pages that are pictures. ``watch`` is told of every page before it is read. ``address`` is where it was
    fetched, for what a web page does not say itself. ``language`` is built once and kept when it is not given.
    """
    source = Source(id=f"sha256:{hashlib.sha256(data).hexdigest()}", name=name, url=address, extractor_version=VERSION)
    open_source = partial(read_source, data, name=name, passwords=passwords, converter=converter, ocr=ocr, watch=watch, address=address)
    return _safely(open_source, source, _recogniser() if names else None, language)


def read_text(text: str, *, name: str | None = None, names: bool = True, language: Language | None = None) -> Record:
    """Read a text that is there already; as :func:`read_bytes`. The record's ``source.id`` is that of the text's UTF-8."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    source = Source(id=f"sha256:{digest}", name=name, extractor_version=VERSION)
    return _safely(lambda: _given(text), source, _recogniser() if names else None, language)


def _given(text: str) -> SourceText:
    check_characters(len(text))
    if not text.strip():
        raise Unreadable("empty", "没有文字，请确认内容后再试。")
    return SourceText(_SURROGATES.sub("\ufffd", text), "text/plain")


def _safely(open_source: Callable[[], SourceText], source: Source, recogniser: Recogniser | None, language: Language | None) -> Record:
    """The one boundary: a batch never dies of one file. Behind a failure's first line stands its traceback."""
    try:
        return _record(open_source(), source, language or _language(), recogniser)
    except Unreadable as trouble:
        outcome = Outcome(status="unreadable", reason=trouble.reason, message=trouble.message)
    except MemoryError:
        outcome = Outcome(status="unreadable", reason="too-large", message="读取这个文件需要的内存太多，请拆分成几个文件后再试。")
    except Exception as error:  # noqa: BLE001 - whatever a reader raises, a batch goes on
        outcome = Outcome(status="failed", message=f"{type(error).__name__}: {error}\n{traceback.format_exc()}")
    return Record(source=source, outcome=outcome, text="")


@cache
def _language() -> Language:
    return default_language()


@cache
def _recogniser() -> LacRecogniser:
    return LacRecogniser()


def _record(text: SourceText, source: Source, language: Language, recogniser: Recogniser | None) -> Record:
    normal = without_repeats(normalise(text, language.simplify))
    page = read_page(normal, find_documents(normal))
    known = {"media_type": text.media_type, "encoding": text.encoding, "pages": len(text.pages) or None, "ocr_pages": text.ocr_pages}
    documents = tuple(with_doubts(_document(page.normal, placed, language, recogniser), text) for placed in page.documents)
    findings = find_doubts(text, [document.span for document in documents])
    return Record(
        source=source.model_copy(update=known),
        outcome=_outcome(text, findings),
        text=text.text,
        documents=documents,
        findings=findings,
    )


def _document(normal: NormalText, placed: Placed, language: Language, recogniser: Recogniser | None) -> Document:
    section, press = placed.section, placed.press
    passage = make_passage(normal, section.start, section.end, section.kind, section.title)
    agreement = section.kind == "agreement"
    roles = find_roles(passage)
    mentions = find_mentions(passage, roles, None if agreement else recogniser)
    subjects = Subjects(passage, mentions, {name: role.side for role in roles for name in (role.role, role.name, *role.aliases)})
    funding = tuple(find_funding(passage, subjects, mentions))
    sides = Sides() if agreement else find_sides(passage, mentions, ((one.payer, one.payee) for one in funding))
    parties = tuple(find_parties(passage, roles, sides))
    signing = find_signing(passage, roles) if agreement else ()
    copies = find_copies(passage, tuple(role.role for role in roles)) if agreement else None
    document = Document(
        kind=section.kind,
        is_template=agreement and any(party.blank for party in parties),
        title=passage.written(section.title.start, section.title.end) if section.title else None,
        span=placed.extent,
        parties=parties,
        term=find_term(passage, signing),
        effective=find_effective(passage, signing) if agreement else None,
        signing=tuple(_as_written(one, roles) for one in signing),
        copies=copies,
        quotas=tuple(find_quotas(passage, subjects, language.cut, _stretches(normal, copies))),
        funding=funding,
        dates=tuple(find_dates(passage, published=press.published if press else None)),
        policies=find_policies(passage),
        people=find_people(passage, mentions),
        regions=find_places(parties, sides),
        clauses=tuple(_clause(passage, node) for node in passage.clauses.roots),
        press=press,
    )
    return _checked(passage, document)


def _checked(passage: Passage, document: Document) -> Document:
    """The document with the states of what it must say, and then with what the rules find in it."""
    document = document.model_copy(update={"required": find_required(Case(passage, document))})
    return document.model_copy(update={"findings": find_findings(Case(passage, document))})


def _as_written(signature: Signature, roles: Sequence[DeclaredParty]) -> Signature:
    """The signature with its role in the source's own characters (支援學校)."""
    written = next((role.written_role for role in roles if role.role == signature.role and role.written_role), signature.role)
    return signature if written == signature.role else signature.model_copy(update={"role": written})


def _stretches(normal: NormalText, copies: Copies | None) -> tuple[Stretch, ...]:
    """Where the copies clause stands: its counts are no quotas."""
    if copies is None:
        return ()
    return (Stretch(normal.normal_offset(copies.span.start), normal.normal_offset(copies.span.end)),)


def _clause(passage: Passage, node: ClauseNode) -> Clause:
    start, end = passage.normal.place(node.start, node.end)
    return Clause(
        number=node.number,
        level=node.level,
        heading=passage.written(node.head_end - len(node.heading), node.head_end) if node.heading else None,
        span=passage.span(node.start, max(node.head_end, node.start + 1)),
        extent=Extent(start=start, end=end),
        children=tuple(_clause(passage, child) for child in node.children),
    )


def _outcome(source: SourceText, findings: Sequence[Finding]) -> Outcome:
    doubts = [finding.message for finding in findings]
    if source.missing_pages:
        pages = "、".join(map(str, source.missing_pages))
        return Outcome(status="needs-review", message=_told([f"第{pages}页没有读出", *source.notes, *doubts]))
    status: Status = "needs-review" if source.is_partial or doubts else "read"
    return Outcome(status=status, message=_told([*source.notes, *doubts]))


def _told(notes: Sequence[str]) -> str | None:
    """The notes as one message: whole sentences follow each other, clauses are parted by ；, and one full stop ends them all."""
    if len(notes) <= 1 or not any(note.endswith("。") for note in notes):
        return "；".join(notes) or None
    return "".join(note if note.endswith("。") else note + ("；" if at + 1 < len(notes) else "。") for at, note in enumerate(notes))
