"""Whether an agreement names the two parties that it needs.

Reads::

    甲方：云溪市实验小学 / 乙方：石桥镇中心小学          both found
    甲方：云溪市实验小学 / 乙方：________                乙方 blank
    甲方：云溪市实验小学, and nobody else                乙方 not stated

Leaves alone::

    云溪市实验小学与石桥镇中心小学经协商                 two bodies named without a role
"""

from __future__ import annotations

from collections.abc import Iterator

from extractors.case import Case
from extractors.names.counterparts import absent_roles
from schemas.required import FieldState

_NEEDED = 2


def find_state(case: Case) -> Iterator[FieldState]:
    """One state for each party, and one for each that two parties would need and that nobody is."""
    parties = case.document.parties
    for party in parties:
        yield FieldState(field="party", state="blank" if party.blank else "found", subject=party.role, span=party.span)
    if len(parties) < _NEEDED:
        for role in absent_roles(case.passage, [party.role or "" for party in parties]):
            yield FieldState(field="party", state="not-stated", subject=role)
