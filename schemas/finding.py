"""A defect that a rule found, with the words that prove it."""

from __future__ import annotations

from typing import Literal

from schemas.span import Frozen, Span

Severity = Literal["error", "warning", "info"]


class Finding(Frozen):
    """One finding: ``subject`` says what it is about (a role, term, copies …), ``spans`` are its proof.

    ``fingerprint`` is made of rule, subject and words, without their places: it stays the same in a later reading of the same words.
    """

    rule: str
    severity: Severity
    subject: str
    message: str
    spans: tuple[Span, ...] = ()
    fingerprint: str = ""
