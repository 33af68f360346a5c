"""What an agreement must say: for each such field a file that tells whether it is found, blank, not stated or not applicable."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import chain

from extractors.case import Case
from extractors.required import copies, duties, effective, funding_amount, liability, party, sign_date, signature, supplement, term
from schemas.required import FieldState, RequiredField

Finder = Callable[[Case], Iterable[FieldState]]

REQUIRED: dict[RequiredField, Finder] = {
    "party": party.find_state,
    "term": term.find_state,
    "effective": effective.find_state,
    "signature": signature.find_state,
    "sign-date": sign_date.find_state,
    "copies": copies.find_state,
    "duties": duties.find_state,
    "funding-amount": funding_amount.find_state,
    "supplement": supplement.find_state,
    "liability": liability.find_state,
}


def find_required(case: Case) -> tuple[FieldState, ...]:
    """The state of every required field of a document; none is asked of what is no agreement."""
    if not case.is_agreement:
        return tuple(FieldState(field=field, state="not-applicable") for field in REQUIRED)
    return tuple(chain.from_iterable(find(case) for find in REQUIRED.values()))
