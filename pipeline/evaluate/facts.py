"""What an annotation and a record say, brought to one form in which they can be held against each other.

A *slot* has one value in a document (title, start of the term). An *item* is one of many (a party, a quota, a sum): its ``key`` must be
equal, and its *attributes* (who acts, what is counted) are asked only of items that were found.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pipeline.evaluate.gold import (
    GoldCopies,
    GoldDocument,
    GoldFinding,
    GoldFunding,
    GoldParty,
    GoldPress,
    GoldQuota,
    GoldSignature,
    GoldTerm,
    Placed,
)
from pipeline.evaluate.places import Place, plain
from pipeline.evaluate.values import Value, bounds, day, every, length, number, shown
from schemas.agreement import Copies, Document, Funding, Party, Quota, Signature, Term
from schemas.finding import Finding
from schemas.press import Press

SLOTS = ("kind", "title", "term", "copies", "press")
ITEMS = ("parties", "signing", "quotas", "funding", "findings")
FIELDS = SLOTS + ITEMS
READING = tuple(name for name in FIELDS if name != "findings")
"""The fields that are read; what rules find in a document is a thing of its own."""


@dataclass(frozen=True, slots=True)
class Item:
    """One party, signature, quota, sum or finding. An annotated one has ``quotes``; one that was read has its ``place``."""

    key: tuple[Value, ...]
    words: str
    quotes: tuple[str, ...] = ()
    place: Place | None = None
    attributes: Mapping[str, Value] = field(default_factory=dict)

    def __str__(self) -> str:
        """Its key in a few characters: ``2.. 次 /学期``."""
        return " ".join(part for part in map(shown, self.key) if part)


def slots(document: GoldDocument | Document) -> dict[tuple[str, str], Value]:
    """The values of a document's slots, by field and slot; what is not stated is left out."""
    values: dict[str, dict[str, Value]] = {
        "kind": {"kind": document.kind},
        "title": {"title": plain(document.title) or None},
        "term": _term(document.term) if document.term else {},
        "copies": _copies(document.copies) if document.copies else {},
        "press": _press(document.press) if document.press else {},
    }
    return {(name, slot): value for name, found in values.items() for slot, value in found.items() if value is not None}


def items(document: GoldDocument | Document) -> dict[str, list[Item]]:
    """The items of a document, by field, in the order in which they stand there."""
    return {
        "parties": [_party(each) for each in document.parties or ()],
        "signing": [_signature(each) for each in document.signing or ()],
        "quotas": [_quota(each) for each in document.quotas or ()],
        "funding": [_sum(each) for each in document.funding or ()],
        "findings": [_finding(each) for each in document.findings or ()],
    }


def _term(term: GoldTerm | Term) -> dict[str, Value]:
    return {"start": day(term.start), "end": day(term.end), "duration": length(term.duration)}


def _copies(copies: GoldCopies | Copies) -> dict[str, Value]:
    """The total, and what the holders have together: who is called what is not compared."""
    held = sum(each.count or 0 for each in copies.holders) if copies.holders else None
    return {"total": number(copies.total), "holders": number(held)}


def _press(press: GoldPress | Press) -> dict[str, Value]:
    return {
        "outlet": plain(press.outlet) or None,
        "author": plain(press.author) or None,
        "original_url": plain(press.original_url) or None,
        "published": day(press.published),
    }


def _party(party: GoldParty | Party) -> Item:
    key = (party.role, plain(party.name), party.side)
    return Item(key, _words(party), _quotes(party), _place(party))


def _signature(signature: GoldSignature | Signature) -> Item:
    key = (signature.role, plain(signature.signatory), day(signature.date))
    return Item(key, _words(signature), _quotes(signature), _place(signature))


def _quota(quota: GoldQuota | Quota) -> Item:
    key = (bounds(quota.amount), quota.unit, every(quota.per))
    attributes = {"actor": _name(quota.actor), "what": _name(quota.what), "modality": quota.modality, "unit": quota.unit}
    return Item(key, _words(quota), _quotes(quota), _place(quota), attributes)


def _sum(funding: GoldFunding | Funding) -> Item:
    key = (bounds(funding.amount), every(funding.per))
    attributes = {
        "payer": _name(funding.payer),
        "payee": _name(funding.payee),
        "total": bounds(funding.total),
        "modality": funding.modality,
    }
    return Item(key, _words(funding), _quotes(funding), _place(funding), attributes)


def _finding(finding: GoldFinding | Finding) -> Item:
    """A finding may have several proofs, so none of them is its place."""
    return Item((finding.rule,), _words(finding), _quotes(finding))


def _name(words: str | None) -> str | None:
    return None if words is None else plain(words)


def _words(source: Placed | _Read) -> str:
    """What a person needs to see to find it in the text."""
    if isinstance(source, GoldFinding | Finding):
        return source.subject
    return source.quote or "" if isinstance(source, Placed) else source.span.text


def _quotes(source: Placed | _Read) -> tuple[str, ...]:
    return tuple(quote for quote in (source.quote, *source.also) if quote) if isinstance(source, Placed) else ()


def _place(source: Placed | _Read) -> Place | None:
    return None if isinstance(source, Placed | Finding) else Place(source.span.start, source.span.end)


_Read = Party | Signature | Quota | Funding | Finding
