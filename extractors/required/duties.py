"""Whether each party of an agreement has a duty: whether any sentence makes it do something.

Reads::

    甲方每学期选派3名教师到乙方送教            甲方: found; 乙方 is only the object
    四、乙方责任 / 1.安排食宿                   乙方: found, by the heading
    双方每学期召开一次联席会议                  both: found
    乙方责任：________                          乙方: blank

Leaves alone::

    乙方有权查询, 双方友好协商解决               no duty: not stated
    责任单位：… alone                            the only party: the whole paper is about its duties
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.case import Case
from extractors.names.obliged import Obligation, Way, find_obligations
from schemas.required import FieldState

_SUPPLEMENT = re.compile("补充协议|续签|终止协议|解除协议|变更协议")
"""In the title: a paper that changes another one, in which the duties stand."""
_WITNESS = re.compile("[见鉴]证|公证")


def find_state(case: Case) -> Iterator[FieldState]:
    """One state for each contracting party."""
    parties = case.document.parties
    title = case.passage.words(case.passage.title) if case.passage.title else ""
    if len(parties) < 2 or _SUPPLEMENT.search(title):
        yield FieldState(field="duties", state="not-applicable", subject=parties[0].role if parties else None)
        return
    found = find_obligations(case)
    said = any(one.way == "said" for one in found)
    counted = bool(case.document.quotas)
    ways: tuple[Way, ...] = ("said", "meant") if said else ("said", "meant", "open")
    for at, party in enumerate(parties):
        own = [one for one in found if at in one.parties]
        told = _first(own, ways)
        blank = _first(own, ("blank",))
        if told is not None:
            yield FieldState(field="duties", state="found", subject=party.role, span=case.span(told.place))
        elif blank is not None:
            yield FieldState(field="duties", state="blank", subject=party.role, span=case.span(blank.place))
        elif (counted and not said) or (case.document.funding and party.side in ("supporter", "both")):
            # things are promised and nobody is named: who gives money is the one that helps, all else is anybody's
            yield FieldState(field="duties", state="found", subject=party.role)
        else:
            state = "not-applicable" if _WITNESS.search(party.role or "") else "not-stated"
            yield FieldState(field="duties", state=state, subject=party.role)


def _first(found: list[Obligation], ways: tuple[Way, ...]) -> Obligation | None:
    """The first obligation, what is said before what is only meant."""
    return next((one for way in ways for one in found if one.way == way), None)
