"""Names that a paper puts right beside a party's role, after its head: there it can mean no other body of the kind.

Reads::

    支援方（云溪市第二小学）负责解释              in brackets behind the role
    甲方云溪市第二小学和乙方石桥镇中心小学        right behind it
    乙方收款账户：户名石桥镇第二小学              whose account it is
    协议方 | 单位全称 / 甲方 | 云溪市第二小学     in the role's row of a table

Leaves alone::

    甲方（云溪市教育局主管）, 甲方（含南校区）    no body's name alone
    乙方收款账户：户名云溪市财政局                another kind of body, through which money may go
    甲方 | 岩口小学 / 甲方 | 三溪小学             several schools of one party
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from extractors.names.known_names import OwnName
from extractors.names.name_forms import NameForm, read_name
from extractors.names.name_likeness import is_part, resembles
from extractors.names.organisations import find_organisations
from extractors.names.role_tables import Told, find_told
from extractors.names.words import default_words
from extractors.text.passage import Passage, Stretch
from extractors.text.punctuation import HAN

_BEFORE = frozenset("由和与对向给为经请按从至到在同及让使将把、")
_BRACKET = re.compile(
    rf"[ ]?[（〔](?:即|亦即|也即|系|以下简称)?[：“]?(?P<name>[{HAN}]{{4,30}})[”]?[）〕](?![ ]?：[ \t]*[^\n \t])(?![ ]?（?(?:盖章|公章))"
)
_ACCOUNT = re.compile(
    rf"的?(?:(?:收款|接收|受赠|受助|指定|银行|对公|专用|基本|结算|单位|开户|资金){{0,3}}(?:账户|帐户|账号|银行)(?:信息|名称)?)[ ]?(?:为|是|如下)?[：，]?[ \t]*\n?[ \t]*"
    rf"(?:[（(]?[0-9一二三四五六][）)、.．])?[ ]?(?:(?:开户|账户|收款)?(?:户名|单位名称|名称|单位)|收款人)[ ]?[：为是]?[ ]?(?P<name>[{HAN}]{{4,30}})(?=[，。；、\n]|[ ]{{2,}}|$)",
    re.MULTILINE,
)
_NAME_HEAD = re.compile(
    r"(?:参与|协议|签约|结对|合作|协议方)?(?:单位|学校|园所|机构|各?方)?(?:全称|名称|校名|园名)(?:（(?:全称|盖章|公章)）)?|(?:单位|学校)(?:（?(?:盖章|公章|签章|全称)）?)?"
)
_FAMILIES = (
    frozenset({"kindergarten", "vocational", "special", "primary", "middle", "training", "college", "school"}),
    frozenset({"education", "office"}),
    frozenset({"company", "group"}),
)
"""Kinds of bodies that a wrong word makes of one another."""
_SORT = re.compile(
    "城[区市镇乡]|县[城域直]|[省市州区]直|乡镇|乡村|农村|山区|[边偏]远|优质|薄弱|示范|公办|民办|[省市州县区镇乡]级|[本该我各某]"
)
"""How words begin that say what sort of body it is: 乡镇中心小学."""
_LONGEST = 32
_BOARD = ("中心学校", "中心校")
"""A township's school board keeps the accounts of its schools."""


def find_beside_roles(passage: Passage, parties: Sequence[OwnName]) -> Iterator[tuple[OwnName, int, int]]:
    """Each party with the place of another name that stands beside its role, and may be a wrong form of its own."""
    for one in parties:
        own = read_name(one.name)
        if own is None:
            continue
        for at in _places(passage, one):
            place = _beside(passage, at + len(one.role), own) or _account(passage, at + len(one.role), own)
            if place is not None and is_taken_for(passage.words(place), own):
                yield one, place.start, place.end
    yield from _in_tables(passage, parties)


def is_taken_for(name: str, own: NameForm, *, whole: bool = False) -> bool:
    """Whether a name may be a wrong form of a party's: a body of one family with it, of the same place or with most of its characters.

    A part of the name is a wrong form of it only where the whole one is asked for.
    """
    other = read_name(name)
    if other is None or name == own.name or name.startswith(own.name) or own.name.startswith(name):
        return False
    if _SORT.match(name) or not _are_of_one_family(other.kind, own.kind) or (not whole and is_part(name, own.name) and not other.levels):
        return False
    places, there = own.stems[: len(own.levels)], other.stems[: len(other.levels)]
    return bool(there and places and there[-1] == places[-1]) or resembles(name, own.name)


def _are_of_one_family(one: str, two: str) -> bool:
    if one == two:
        return one != "part"
    (outer, _, inner), (other, _, within) = one.rpartition(" of "), two.rpartition(" of ")
    return outer == other and any({inner, within} <= family for family in _FAMILIES)


def _places(passage: Passage, one: OwnName) -> Iterator[int]:
    """Where a party's role stands as a word of its own, but in the line that declares it."""
    head = passage.line_at(one.place.start)
    at = passage.text.find(one.role, passage.start, passage.end)
    while at >= 0:
        before = passage.text[at - 1 : at]
        if not head.start <= at <= head.end and (before in _BEFORE or not re.match(f"[{HAN}]", before)):
            yield at
        at = passage.text.find(one.role, at + 1, passage.end)


def _beside(passage: Passage, end: int, own: NameForm) -> Stretch | None:
    """The name in brackets behind a role, or right behind it: there it must begin as the party's own (甲方|原名… does not)."""
    bracket = _BRACKET.match(passage.text, end, passage.end)
    if bracket:
        return Stretch(*bracket.span("name"))
    if passage.text[end : end + 1] != own.name[0]:
        return None
    stop = min(passage.line_at(end).end, end + _LONGEST)
    found = [one for one in find_organisations(passage.text, end, stop, default_words()) if one.start == end]
    return Stretch(end, found[0].end) if found else None


def _account(passage: Passage, end: int, own: NameForm) -> Stretch | None:
    """The holder of a party's account."""
    match = _ACCOUNT.match(passage.text, end, passage.end)
    if match is None or (match["name"].endswith(_BOARD) and not own.name.endswith(_BOARD)):
        return None
    return Stretch(*match.span("name"))


def _in_tables(passage: Passage, parties: Sequence[OwnName]) -> Iterator[tuple[OwnName, int, int]]:
    """The names in the parties' rows, where each party has one."""
    by_role = {one.role: one for one in parties}
    told = [one for one in find_told(passage, by_role) if _NAME_HEAD.fullmatch(one.heading)]
    rows = Counter((one.role, one.heading) for one in told)
    for one in told:
        own, name = read_name(by_role[one.role].name), _name(passage, one)
        if own is not None and rows[one.role, one.heading] == 1 and is_taken_for(passage.words(name), own, whole="全称" in one.heading):
            yield by_role[one.role], name.start, name.end


def _name(passage: Passage, told: Told) -> Stretch:
    """The cell without what stands in brackets behind the name."""
    words = re.split("[（〔]", passage.words(told.cell))[0].rstrip()
    return Stretch(told.cell.start, told.cell.start + len(words))
