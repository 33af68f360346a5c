"""The parties that an agreement declares at its head, with their roles, sides and short names.

Reads::

    甲方（帮扶学校）：云溪市实验小学（以下简称甲方）       甲方, supporter
    捐赠方（以下称甲方）：汇禾公益基金会                     甲方, supporter
    甲方:（支援方） 乙方:（受援方）                           two blank parties on one line
    责任单位：春晖市第五小学                                  责任单位
    签约单位： / 云溪市实验小学（甲方） / …                   a list; tables and running prose too

Leaves alone::

    甲方（盖章）：云溪市实验小学                              the signature block
    法定代表人：严柏松, 协议编号：…, 联系人：…               labels of no party
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from extractors.names.acting_sides import with_sides
from extractors.names.declared_party import DeclaredParty
from extractors.names.head_brackets import find_bracketed
from extractors.names.head_labels import find_labelled
from extractors.names.head_tables import find_tabulated
from extractors.names.loose_declarations import find_loose
from extractors.names.party_labels import LETTERED, is_list_heading
from extractors.text.clauses import ClauseNode
from extractors.text.passage import Passage, Stretch

_TWO = 2
_LINES = 32
_NO_CLAUSES = 14
_LINES_OF_FOOT = 12
_OF_THE_PARTIES = re.compile(
    rf"[“〔（]?{LETTERED}[^，。；\n]{{0,24}}：|.{{2,40}}（[^（）\n]{{0,16}}{LETTERED}[^（）\n]{{0,16}}）|.{{0,8}}(?:双方|各方|当事人|主体)(?:基本)?(?:信息|情况|名称)"
)


def find_roles(passage: Passage) -> tuple[DeclaredParty, ...]:
    """The declared parties of an agreement, in the order in which they are named; empty for every other kind of document."""
    if passage.kind != "agreement":
        return ()
    head = _head(passage)
    parties = _unique(find_labelled(passage, head))
    for find in (find_tabulated, find_bracketed, find_loose):
        if sum(not party.empty for party in parties) < max(_TWO, len(parties)):
            parties = _filled(parties, list(find(passage, head)))
    if len(parties) < _TWO:
        parties = _filled(parties, find_labelled(passage, _foot(passage), sealed=True))
    return tuple(with_sides(passage, parties))


def _unique(parties: Iterable[DeclaredParty]) -> list[DeclaredParty]:
    """Each once: two 成员校 are two parties, a second 甲方 is the first one named again."""
    found: dict[tuple[str, str], DeclaredParty] = {}
    for party in parties:
        again = re.fullmatch(LETTERED, party.role) or party.blank
        key = (party.role, "" if again else party.name)
        known = found.get(key)
        if known is None or (known.empty and not party.empty):
            found[key] = party
    return list(found.values())


def _filled(parties: Sequence[DeclaredParty], others: Iterable[DeclaredParty]) -> list[DeclaredParty]:
    """With what another place says: names for those left open, and whoever has a role and a name of its own."""
    others = _unique(others)
    if not parties:
        return others
    named = {other.role: other for other in others if not other.empty}
    kept = [named.get(party.role, party) if party.empty else party for party in parties]
    known = {word for party in kept for word in (party.role, party.name)}
    added = [other for other in others if len(parties) < _TWO and not (other.empty or known & {other.role, other.name})]
    return sorted([*kept, *added], key=lambda party: party.start)


def _head(passage: Passage) -> Stretch:
    """From the start to the first clause, or a dozen lines where there is none."""
    lines = passage.lines[:_LINES]
    first = next((node.start for node in passage.clauses if node.style != "annex" and not _names_parties(passage, node)), None)
    if first is not None and first > lines[min(1, len(lines) - 1)].start:
        return Stretch(passage.start, first)
    return Stretch(passage.start, lines[min(_NO_CLAUSES, len(lines)) - 1].end)


def _names_parties(passage: Passage, node: ClauseNode) -> bool:
    """Whether a number belongs to the head: 一、协议双方, 1.甲方：云溪市实验小学."""
    line = passage.words(Stretch(node.text_start, passage.line_at(node.start).end)).strip(" ：")
    return (
        is_list_heading(line) or _OF_THE_PARTIES.match(passage.words(Stretch(node.text_start, passage.line_at(node.start).end))) is not None
    )


def _foot(passage: Passage) -> Stretch:
    return Stretch(passage.lines[-min(_LINES_OF_FOOT, len(passage.lines))].start, passage.end)
