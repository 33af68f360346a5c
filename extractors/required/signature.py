"""Whether each party of an agreement has its place to sign.

Reads::

    甲方（盖章）：云溪市实验小学　代表签字：陆远航      found
    甲方（盖章）：　代表签字：                          blank
    no line for 丙方                                     not stated

Leaves alone::

    双方代表签字：陆远航、覃秀梅                         a place for all
"""

from __future__ import annotations

from collections.abc import Iterator

from extractors.case import Case
from extractors.text.signing_places import is_left_open, signs_elsewhere
from schemas.agreement import Party, Signature
from schemas.required import FieldState, State


def find_state(case: Case) -> Iterator[FieldState]:
    """One state for each party, under its role; of several that share a role, as many as have no line are not stated."""
    lines: dict[str, list[Signature]] = {}
    for one in case.document.signing:
        lines.setdefault(one.role, []).append(one)
    for role, parties in _by_role(case).items():
        own = lines.get(role, [])
        for one in own[: len(parties)]:
            state: State = "blank" if one.signatory is None and _is_open(case, one) else "found"
            yield FieldState(field="signature", state=state, subject=role, span=one.span)
        signed = sum(1 + (one.signatory or "").count("、") for one in own)
        if signed >= len(parties):
            continue
        there = sum(signs_elsewhere(case.passage, _words_for(case, party, alone=len(parties) == 1)) for party in parties)
        for at in range(signed, len(parties)):
            yield FieldState(field="signature", state="found" if at < there else "not-stated", subject=role)


def _by_role(case: Case) -> dict[str, list[Party]]:
    roles: dict[str, list[Party]] = {}
    for party in case.document.parties:
        roles.setdefault(party.role or "", []).append(party)
    return roles


def _is_open(case: Case, signature: Signature) -> bool:
    place = case.place(signature.span)
    return is_left_open(case.passage, place.start, place.end, signature.role, len(case.document.parties))


def _words_for(case: Case, party: Party, *, alone: bool) -> tuple[str, ...]:
    """The words of the normal text that stand for a party: its name, its short names, and its role where it has that ``alone``."""
    name = case.passage.words(case.place(party.span)).replace(" ", "") if party.name else ""
    return tuple(word for word in (party.role if alone else "", name, *party.aliases) if word and len(word) > 1)
