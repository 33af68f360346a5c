"""What a document says, without where it stands: the same in every format that it is saved in."""

from __future__ import annotations

from schemas.agreement import Clause, Document
from schemas.values import Date


def facts(document: Document) -> dict[str, object]:
    """All that is read from a document, without spans."""
    term, copies = document.term, document.copies
    return {
        "kind": document.kind,
        "title": "".join((document.title or "").split()),
        "parties": [(party.role, party.name, party.side, party.blank) for party in document.parties],
        "term": term and (_edtf(term.start), _edtf(term.end), term.duration, term.starts_on),
        "effective": document.effective and (document.effective.on, _edtf(document.effective.date)),
        "signing": [(one.role, one.signatory, _edtf(one.date)) for one in document.signing],
        "copies": copies and (copies.total, copies.holders),
        "quotas": [(one.amount, one.unit, one.what, one.per, one.actor, one.target, one.modality, one.clause) for one in document.quotas],
        "funding": [
            (one.amount, one.per, one.times, one.total, one.payer, one.payee, one.purpose, one.part_of) for one in document.funding
        ],
        "dates": [one.edtf for one in document.dates],
        "policies": [(one.title, one.number) for one in document.policies],
        "people": [(one.name, one.title) for one in document.people],
        "required": [(one.field, one.state) for one in document.required],
        "clauses": [_clause(clause) for clause in document.clauses],
        "findings": [(one.rule, one.severity, one.subject) for one in document.findings],
    }


def _edtf(date: Date | None) -> str | None:
    return date.edtf if date else None


def _clause(clause: Clause) -> tuple[object, ...]:
    return (clause.number, clause.level, "".join((clause.heading or "").split()), [_clause(child) for child in clause.children])
