"""A reviewed record as an annotation (``docs/annotating.md``): what reviewers corrected becomes a case that is never read wrong again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pipeline.evaluate.gold import Gold
from pipeline.review.quotes import Quotes
from schemas.agreement import Copies, Document, Funding, Quota, Signature, Term
from schemas.press import Press
from schemas.record import Record
from schemas.span import Item
from schemas.values import Amount, Date, Duration, Money, Rate

Json = dict[str, Any]


def gold_of(record: Record, file: str) -> Json:
    """The annotation of ``file``, which holds the record's text: what stands in the record, findings that were dismissed left out.

    No two items share a quote. Raises :class:`pydantic.ValidationError` for a name of a file that no annotation can have.
    """
    quotes = Quotes(record.text)
    gold = {"file": file, "documents": [_document(document, quotes) for document in record.documents]}
    Gold.model_validate(gold)
    return gold


def _document(document: Document, quotes: Quotes) -> Json:
    low, high = document.span.start, document.span.end

    def placed(item: Item) -> Json:
        quote = quotes.quote(item.span.start, item.span.end, low, high)
        return {} if quote is None else {"quote": quote}

    told: Json = {
        "kind": document.kind,
        "is_template": document.is_template,
        "title": document.title,
        "start_text": quotes.opening(low, high),
        "parties": [{"role": one.role, "name": one.name, "side": one.side, "blank": one.blank} for one in document.parties],
        "term": document.term and {**placed(document.term), **_term(document.term)},
        "signing": [_signature(one) for one in document.signing],
        "copies": document.copies and {**placed(document.copies), **_copies(document.copies)},
        "quotas": [{**placed(one), **_quota(one)} for one in document.quotas],
        "funding": [{**placed(one), **_funding(one)} for one in document.funding],
        "findings": _findings(document),
    }
    return told | ({"press": _press(document.press or Press())} if document.kind == "news" else {})


def _term(term: Term) -> Json:
    return {"start": _date(term.start), "end": _date(term.end), "duration": _duration(term.duration), "starts_on": term.starts_on}


def _signature(signature: Signature) -> Json:
    return {"role": signature.role, "signatory": signature.signatory, "date": _date(signature.date)}


def _copies(copies: Copies) -> Json:
    return {"total": copies.total, "holders": [{"holder": one.holder, "count": one.count} for one in copies.holders]}


def _quota(quota: Quota) -> Json:
    return {
        "amount": _amount(quota.amount),
        "unit": quota.unit,
        "what": quota.what,
        "per": _rate(quota.per),
        "each": quota.each,
        "actor": quota.actor,
        "target": quota.target,
        "modality": quota.modality,
        "clause": quota.clause,
    }


def _funding(funding: Funding) -> Json:
    marks = {name: True for name in ("in_kind", "part_of", "is_total") if getattr(funding, name)}
    return {
        "amount": _money(funding.amount),
        "per": _rate(funding.per),
        "times": funding.times,
        "total": funding.total and _money(funding.total),
        "payer": funding.payer,
        "payee": funding.payee,
        "purpose": funding.purpose,
        "modality": funding.modality,
        **marks,
    }


def _press(press: Press) -> Json:
    return {
        "outlet": press.outlet,
        "author": press.author,
        "published": _date(press.published),
        "url": press.url,
        "original_url": press.original_url,
    }


def _findings(document: Document) -> Sequence[Json]:
    """Each rule and subject once."""
    return [{"rule": rule, "subject": subject} for rule, subject in dict.fromkeys((one.rule, one.subject) for one in document.findings)]


def _amount(amount: Amount) -> Json:
    exclusive = {name: True for name in ("exclusive_min", "exclusive_max") if getattr(amount, name)}
    return {"min": amount.min, "max": amount.max, "approximate": amount.approximate, **exclusive}


def _money(money: Money) -> Json:
    return {**_amount(money), "currency": money.currency}


def _rate(rate: Rate | None) -> Json | None:
    return None if rate is None else {"count": rate.count, "unit": rate.unit}


def _date(date: Date | None) -> Json | None:
    return None if date is None else {"edtf": date.edtf}


def _duration(duration: Duration | None) -> Json | None:
    return None if duration is None else {"count": duration.count, "unit": duration.unit, "iso": duration.iso}
