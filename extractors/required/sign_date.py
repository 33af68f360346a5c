"""Whether an agreement says when it was signed.

Reads::

    2024年8月26日 under the signatures                   found
    年　月　日, 签订日期：                               blank
    签订时间：2024年8月26日 in the head                  found
    甲方 … 2024年8月26日, 乙方 … without a day          not stated: one of them has none

Leaves alone::

    one day below or above all                           everybody's
    乙方 … 代表签字：____, 甲方 signed with its day       乙方 has not signed: no day is missing yet
    no signature block at all                            not applicable: the signatures themselves are missing
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractors.case import Case
from extractors.text.edtf import is_blank
from extractors.text.passage import Stretch
from extractors.text.signing_places import find_signing_day, is_left_open
from schemas.agreement import Signature
from schemas.required import FieldState
from schemas.values import Date


def find_state(case: Case) -> Iterator[FieldState]:
    """One state, of the whole signature block."""
    signing = case.document.signing
    if not signing:
        yield FieldState(field="sign-date", state="not-applicable")
        return
    dates = [one.date for one in signing if one.date is not None]
    whole = len(dates) == len(signing) or bool(dates and all(one.date is not None or _is_open(case, one) for one in signing))
    day = None if whole else _elsewhere(case, dates)
    if dates and (whole or day is not None):
        shown = next((date for date in dates if not is_blank(date.edtf)), None)
        yield FieldState(field="sign-date", state="found" if shown else "blank", span=(shown or dates[0]).span)
        return
    if day is None:
        yield FieldState(field="sign-date", state="not-stated")
    else:
        place, known = day
        yield FieldState(field="sign-date", state="found" if known else "blank", span=case.span(place))


def _is_open(case: Case, signature: Signature) -> bool:
    place = case.place(signature.span)
    return signature.signatory is None and is_left_open(case.passage, place.start, place.end, signature.role, len(case.document.parties))


def _elsewhere(case: Case, dates: Sequence[Date]) -> tuple[Stretch, bool] | None:
    """A day of signing that is no single party's."""
    block = min(case.place(one.span).start for one in case.document.signing)
    return find_signing_day(case.passage, block, [case.place(date.span).start for date in dates if date.span is not None])
