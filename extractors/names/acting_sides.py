"""On which side each declared party stands: as its label says, else as the text says who helps whom.

Reads::

    甲方（支援学校）                                  supporter, by its label
    甲方每学期选派教师到乙方支教                      甲方 supporter, 乙方 recipient
    甲方帮乙方、乙方带丙方                            乙方 both

Leaves alone::

    委托方, 主管部门                                  who oversees the others: unknown
    双方互派教师交流                                  unknown
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import permutations

from extractors.names.declared_party import DeclaredParty, is_mask
from extractors.names.party_labels import oversees
from extractors.text.passage import Passage
from schemas.agreement import Side

_ASSISTANCE = re.compile("帮扶|支援|援助|捐赠|捐资|资助|支教|送教|托管|扶持|结对|帮带")
_MOST_IN_A_CHAIN = 8
"""Parties among which a chain is looked for."""
_HELPS = r"(?:对口)?(?:帮扶|帮助|支援|援助|资助|捐赠|捐资|指导|托管|扶持|支持|送教|支教|培训)"


def with_sides(passage: Passage, parties: list[DeclaredParty]) -> Iterator[DeclaredParty]:
    """Sides that the labels leave open: from who helps whom in the text, then from the other party's side."""
    open_ones = [party for party in parties if party.side == "unknown" and not oversees(party.label)]
    sides = {party.role: party.side for party in parties}
    for party in open_ones:
        sides[party.role] = _acting_side(passage, party, parties)
    _by_convention(passage, open_ones, sides)
    known = {side for side in sides.values() if side != "unknown"}
    for party in open_ones:
        if sides[party.role] == "unknown" and len(parties) == 2 and len(known) == 1:
            sides[party.role] = "recipient" if known == {"supporter"} else "supporter"
    for link in _links(passage, parties, sides):
        sides[link] = "both"
    for party in parties:
        yield replace(party, side=sides[party.role])


def _links(passage: Passage, parties: list[DeclaredParty], sides: Mapping[str, Side]) -> list[str]:
    """The parties in the middle of a chain, which a supporter helps and which help a third (甲方帮乙方、乙方带丙方)."""
    if not 2 < len(parties) <= _MOST_IN_A_CHAIN:
        return []
    text = passage.text[passage.start : passage.end]
    under = _under_headings(passage, parties)
    of = {
        (giver.role, taker.role): under[giver.role, taker.role] + _says(text, _names(giver), _names(taker))
        for giver, taker in permutations(parties, 2)
    }
    return [
        link.role
        for link in parties
        if not oversees(link.label)
        and any(
            of[first.role, link.role] > of[link.role, first.role]
            for first in parties
            if sides[first.role] == "supporter" and first is not link
        )
        and any(
            of[link.role, last.role] > of[last.role, link.role] + 1
            for last in parties
            if sides[last.role] != "supporter" and last is not link
        )
    ]


def _by_convention(passage: Passage, open_ones: list[DeclaredParty], sides: dict[str, Side]) -> None:
    """Where an agreement on assistance says nothing else, 甲方 helps 乙方."""
    title = passage.words(passage.title) if passage.title else ""
    if {party.role for party in open_ones} == {"甲方", "乙方"} and set(sides.values()) == {"unknown"} and _ASSISTANCE.search(title):
        sides["甲方"], sides["乙方"] = "supporter", "recipient"


def _acting_side(passage: Passage, party: DeclaredParty, parties: list[DeclaredParty]) -> Side:
    """Supporter where 甲方…帮扶乙方 is said more often than the other way round."""
    text = passage.text[passage.start : passage.end]
    own = _names(party)
    others = "|".join(_names(other) for other in parties if other.role != party.role)
    to_others = (
        rf"(?:{own})[^。；\n]{{0,30}}(?:帮扶|帮助|支援|送教|送课|辐射|带动|指导)[^。；，\n]{{0,4}}(?:受|薄弱|农村|乡村|基层|下乡|山区|边远)"
    )
    if not others or re.search(to_others, text):
        return "supporter" if re.search(r"帮扶责任|帮助受|到受援|受援学校|受帮扶|送教下乡", text) else "unknown"
    under = _under_headings(passage, parties)
    gives = sum(under[party.role, other.role] for other in parties if other.role != party.role) + _says(text, own, others)
    takes = sum(under[other.role, party.role] for other in parties if other.role != party.role) + _says(text, others, own)
    if gives == takes:
        return "unknown"
    return "supporter" if gives > takes else "recipient"


def _says(text: str, giver: str, taker: str) -> int:
    """How often a text says that one party helps another; both are alternatives of a pattern."""
    acting = rf"(?<![对为向给到赴与和付从在])(?<![方校园局]、)(?:{giver})"
    return sum(
        len(re.findall(pattern, text))
        for pattern in (
            rf"{acting}[^。；\n]{{0,30}}{_HELPS}[^。；，\n]{{0,8}}(?:{taker})",
            rf"{acting}[^。；\n]{{0,20}}(?:向|为|对|到|赴)(?:(?:{giver})[、和与及])?(?:{taker})[^。；\n]{{0,16}}(?:捐|送|提供|派|支教|指导|培训|资助|支持|走教)",
            rf"(?:{taker})[^。；\n]{{0,20}}(?:到|赴|去|前往)(?:{giver})[^。；\n]{{0,10}}(?:跟岗|学习|研修|跟班|挂职|进修|听课)",
            rf"(?:{giver})(?:帮|带|领|结对)(?:{taker})",
        )
    )


def _under_headings(passage: Passage, parties: Sequence[DeclaredParty]) -> Counter[tuple[str, str]]:
    """How often a party helps another under headings that name it alone (甲方责任: 为乙方培训…), by giver and receiver."""
    found: Counter[tuple[str, str]] = Counter()
    for node in passage.clauses:
        heading = node.heading or ""
        named = [party for party in parties if heading and re.search(_names(party), heading)]
        if len(named) != 1:
            continue
        own, text = named[0], passage.text[node.head_end : node.end]
        for other in parties:
            if other.role != own.role:
                found[own.role, other.role] += len(
                    re.findall(
                        rf"(?:帮助|指导|向|为|对|给|面向|接待|接收|到|赴|用于|组织|安排|每[月周]派)(?:{_names(other)})(?!汇报|反馈|跟岗|学习|研修|跟班|挂职|进修|书面|通报)",
                        text,
                    )
                )
                found[other.role, own.role] += len(
                    re.findall(
                        rf"(?:到|赴|去|向)(?:{_names(other)})[^。；\n]{{0,12}}(?:跟岗|学习|研修|跟班|挂职|进修|反馈|汇报|听课)", text
                    )
                )
    return found


def _names(party: DeclaredParty) -> str:
    return "|".join(re.escape(name) for name in (party.role, party.name, *party.aliases) if name and not is_mask(name))
