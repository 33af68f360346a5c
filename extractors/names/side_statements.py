"""Where an agreement says outright on which side a party stands.

Reads::

    甲方（支援学校）：云溪市实验小学              甲方 supporter
    甲方作为受援单位、受援方（甲方）              甲方 recipient
    由甲方对口帮扶乙方                            甲方 supporter, 乙方 recipient
    乙方选派教师到甲方支教                        乙方 supporter, 甲方 recipient

Leaves alone::

    乙方教师到甲方跟岗, 乙方向甲方汇报            what the one that is helped does
    双方互派教师, 甲方与乙方互相支援              both
    甲方不得作为受援方                            denied
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from extractors.names.help_relations import BETWEEN, FILL, FIRST, HELPS, MOST, PARTY, SENT_BOTH_WAYS
from extractors.names.role_tables import find_told
from extractors.names.side_words import is_about_sending, label_side, pieces, side_by_word
from extractors.text.passage import Passage, Stretch
from schemas.agreement import Side

_ANY = re.compile(PARTY)
_NOT_OURS = re.compile(r"[\ue000-\ue0ff]")
"""What a document has of the characters that stand for parties here."""
_OPEN = r"(?<![一-龥\ue000-\ue0ff])"
_DENIED = re.compile(r"[不非未]|无(?!偿)|互|相互|轮流|分别|各自")
_BRACKET = re.compile(r"[ ]?[（〔](?:即|作为|系)?(?P<side>[^（）〔〕\n]{2,24})[）〕](?P<label>[ ]?[：|])?")
_IS = re.compile(
    r"(?:在[^，。；\n]{2,12}中|应当?|将|则|同时|也|均)?(?:作为|是|系|属于?|担任|充当|身为)(?:[\ue000-\ue0ff]+的)?(?P<side>[一-龥]{2,18}?)"
    r"(?=[，。；、：）\n ]|$|(?:应|须|要|负责|必须|可|在|将|不|享|积极|需|有|当))",
    re.MULTILINE,
)
_ALSO_IS = re.compile(
    r"(?:作为|是|系|属于?|为)[一-龥]{2,10}，(?:并|也|同时)?(?:作为|是|系|为)(?P<side>[一-龥]{2,18})(?=[，。；、）\n]|$)", re.MULTILINE
)
_ACTS_AS = re.compile(r"以(?P<side>[一-龥]{2,12}?)的?身份")
_IS_ANOTHER = re.compile(rf"(?:应当?|将|则)?(?:作为|是|系)(?P<label>{PARTY})(?=[，。；应须要负]|$)", re.MULTILINE)
"""云溪市实验小学|作为受援学校, where 受援学校 is another party's role."""
_HELPS_A_THIRD = re.compile(rf"，(?:负责)?{HELPS}(?P<third>{PARTY})")
_FOR = re.compile(r"为(?P<side>[一-龥]{2,18})(?=[，。；、）\n]|$)", re.MULTILINE)
_BEFORE_BRACKET = re.compile(rf"{_OPEN}(?P<side>[一-龥、]{{2,20}})[ ]?[（〔](?:以下|下文)?(?:简称|称|即)?[：“]*\Z")
_BRACKET_ENDS = re.compile(r"[”\"]?[）〕]")
_BEFORE = re.compile(rf"(?:{_OPEN}|(?<=[一二三四五六七八九十]是))(?:作为(?P<side>[一-龥]{{2,18}}?)(?:的|，)|(?P<lone>[一-龥]{{3,10}}))\Z")
_AFTER_SIDE = re.compile(rf"{_OPEN}(?:本(?:协议|合同)(?:中|所称)?的?)?[“]?(?P<side>[一-龥]{{2,12}}?)[”]?，?(?:为|是指?|系指?|指|即|由)\Z")
_AFTER_SIDE_ENDS = re.compile(r"担任|承担|[，。；、）\n]|\Z")
_SIGNED = re.compile(rf"{_OPEN}(?P<side>[一-龥]{{2,12}})[ ]?(?:（[^（）\n]{{0,8}}）)?[ ]?：[ \t]*\Z")
"""受援学校（盖章）：|云溪市实验小学."""
_ROLE_SIGNED = re.compile(rf"(?P<label>{PARTY})[ ]?(?:（[^（）\n]{{0,8}}）)?[ ]?：[ \t]*\Z")
_OPENS_A_COLUMN = re.compile(r"[ ]?(?:（[^（）\n]{0,8}）)?[ ]?：")
"""支援方（盖章）：    受援方|（盖章）：, where the second label is nobody's name."""
_LONE_ENDS = re.compile("应|须|要|负责|将|每|承担|，")
_LABELS = re.compile(rf"{_OPEN}(?P<side>[一-龥、]{{2,20}})[ ]?：[ \t\n]*\Z")
_STANDING = re.compile(r"[一-龥]{0,6}(?:身份|角色|性质|类[别型]|定位|地位|职能|关系)[ ]?：?")
_LOOK_BACK = 28
_UNDER = re.compile(rf"(?P<giver>{PARTY})的?(?:对口|结对)?(?:帮扶|支援|援助)(?:和(?:支持|指导|帮助))?[之]?下")
_BEGINS = re.compile(rf"{_OPEN}\Z|[由经即以]\Z|(?:通过|经过|借助|依托|凭借|按照|根据|实施|开展|推进)\Z")
_TWICE = re.compile(rf"(?P<one>{PARTY})[ ]?[（〔](?:以下简称|下称|即|也就是)?[“]?(?P<two>{PARTY})[”]?[）〕]")
"""云溪市实验小学（甲方）, one and the same."""
_TWO = _VERB = 2
_NEAR = 60


@dataclass(frozen=True, slots=True)
class Stated:
    """What stands for a party besides its role: its names, the place where it is declared, and the side that was read."""

    names: tuple[str, ...]
    place: Stretch
    side: Side


@dataclass(frozen=True, slots=True)
class SideStatement:
    """What the words at a place say of a party."""

    role: str
    side: Side
    start: int
    end: int
    beside: str | None = None
    """The other party, where the words are about the two of them."""


@dataclass(frozen=True, slots=True)
class _Coded:
    """The document with a character for each party, and where the parties stand in it."""

    text: str
    roles: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    offset: int

    def role(self, at: int) -> str:
        return self.roles[ord(self.text[at]) - FIRST]

    def statement(self, at: int, side: Side, start: int, end: int, beside: str | None = None) -> SideStatement:
        return SideStatement(self.role(at), side, start + self.offset, end + self.offset, beside)


def find_side_statements(passage: Passage, parties: Mapping[str, Stated]) -> tuple[SideStatement, ...]:
    """The statements in reading order; ``parties`` gives what stands for each party by its role. Linear in the text's length."""
    roles = tuple(parties)[:MOST]
    if not roles:
        return ()
    head = max(passage.line_at(stated.place.end).end for stated in parties.values()) - passage.start
    text = _code(passage, parties)
    text = text[:head] + _TWICE.sub(_once, text[head:])
    coded = _Coded(text, roles, tuple(match.span() for match in _ANY.finditer(text)), passage.start)
    labels = list(_labels(coded, head))
    found = [one for one, label in labels if not is_about_sending(label)]
    tags = {label: parties[one.role].side for one, label in labels if parties[one.role].side == one.side and label not in roles}
    found += _named(coded, tags)
    found += _helped(coded)
    found += _tabulated(passage, roles)
    return tuple(sorted(found, key=lambda one: (one.start, one.role)))


def _code(passage: Passage, parties: Mapping[str, Stated]) -> str:
    """The document with one character for each word that stands for a party, its length filled up."""
    words = {word: at for at, (role, stated) in enumerate(list(parties.items())[:MOST]) for word in (*stated.names, role) if len(word) > 1}
    text = _NOT_OURS.sub("\ufffd", passage.text[passage.start : passage.end])
    for word in sorted(words, key=len, reverse=True):
        text = text.replace(word, chr(FIRST + words[word]) + FILL * (len(word) - 1))
    return text


def _once(match: re.Match[str]) -> str:
    """A name with its role in brackets as one of the two, where both are one party's."""
    whole, code = match.group(), match["one"][0]
    return code + FILL * (len(whole) - 1) if match["two"][0] == code else whole


def _tabulated(passage: Passage, roles: Sequence[str]) -> Iterator[SideStatement]:
    """甲方 | 云溪市实验小学 | 支援单位 under 协议方 | 单位名称 | 结对身份."""
    for told in find_told(passage, roles):
        side = side_by_word(passage.words(told.cell).strip(), {}) if _STANDING.fullmatch(told.heading) else None
        if side:
            line = passage.line_at(told.cell.start)
            yield SideStatement(told.role, side, max(told.front.start, line.start), told.cell.end)


def _labels(coded: _Coded, head: int) -> Iterator[tuple[SideStatement, str]]:
    """甲方（城区学校、支援方）：, 支援方（甲方）：, 支援方：云溪市实验小学, and the labels that are roles, each with its words."""
    seen: set[int] = set()
    for start, end in coded.places:
        if start >= head:
            break
        words = [(match, match["side"]) for match in (_BRACKET.match(coded.text, end),) if match]
        before = coded.text[max(0, start - _LOOK_BACK) : start]
        words += [(match, match["side"]) for match in (_LABELS.search(before), _bracketed(coded, before, end)) if match]
        for _, run in words:
            for label in pieces(run):
                side = label_side(label)
                if side:
                    yield coded.statement(start, side, max(0, start - len(run) - 1), end + len(run) + 2), label
        at = ord(coded.text[start]) - FIRST
        side = label_side(coded.roles[at]) if at not in seen and len(coded.roles[at]) == end - start else None
        seen.add(at)
        if side:
            yield coded.statement(start, side, start, end), coded.roles[at]


def _bracketed(coded: _Coded, before: str, end: int) -> re.Match[str] | None:
    return _BEFORE_BRACKET.search(before) if _BRACKET_ENDS.match(coded.text, end) else None


def _named(coded: _Coded, tags: Mapping[str, Side]) -> Iterator[SideStatement]:
    """What a party is called: 甲方（支援学校）, 支援学校（甲方）, 甲方作为支援学校, 甲方为支援学校, 作为支援学校的甲方, 支援学校甲方."""
    about_help = {tag: side for tag, side in tags.items() if not is_about_sending(tag)}
    for start, end in coded.places:
        low = max(0, start - _LOOK_BACK)
        before = coded.text[low:start]
        for match, words in _behind(coded, end):
            labels = match.groupdict().get("label") or before.rstrip()[-1:] == "："
            side = side_by_word(words, tags if labels else about_help)
            if side:
                third = _HELPS_A_THIRD.match(coded.text, match.end())
                yield coded.statement(start, side, start, match.end(), coded.role(third.start("third")) if third else None)
        yield from _is_another(coded, start, end)
        for match, words in _before(coded, before, end):
            side = side_by_word(words, about_help)
            if side:
                yield coded.statement(start, side, low + match.start(), end)
        yield from _signed_for(coded, before, start, end)


def _behind(coded: _Coded, end: int) -> Iterator[tuple[re.Match[str], str]]:
    """甲方|（支援学校）, 甲方|作为支援学校, 甲方|为支援学校, with the words for the side."""
    match = _BRACKET.match(coded.text, end)
    if match:
        yield from ((match, piece) for piece in pieces(match["side"]))
    for pattern in (_IS, _FOR, _ALSO_IS, _ACTS_AS):
        match = pattern.match(coded.text, end)
        if match and not _DENIED.search(match.group()):
            yield match, match["side"]


def _signed_for(coded: _Coded, before: str, start: int, end: int) -> Iterator[SideStatement]:
    """受援学校（盖章）：|云溪市实验小学, where 受援学校 is another party's role."""
    match = _ROLE_SIGNED.search(before)
    if match is None or _OPENS_A_COLUMN.match(coded.text, end):
        return
    at = start - len(before) + match.start()
    role = coded.role(at)
    side = label_side(role) if len(match["label"]) == len(role) != end - start and not is_about_sending(role) else None
    if side:
        yield coded.statement(start, side, at, end)


def _is_another(coded: _Coded, start: int, end: int) -> Iterator[SideStatement]:
    """云溪市实验小学|作为受援学校."""
    match = _IS_ANOTHER.match(coded.text, end)
    if match is None or coded.role(match.start("label")) == coded.role(start):
        return
    role = coded.role(match.start("label"))
    side = label_side(role) if len(match["label"]) == len(role) and not is_about_sending(role) else None
    if side:
        yield coded.statement(start, side, start, match.end())


def _before(coded: _Coded, before: str, end: int) -> Iterator[tuple[re.Match[str], str]]:
    """支援学校（|甲方, 作为支援学校的|甲方, 支援学校|甲方, 支援学校为|甲方, 支援学校（盖章）：|云溪市实验小学, with the words for the side."""
    match = _bracketed(coded, before, end)
    if match:
        yield from ((match, piece) for piece in pieces(match["side"]))
    match = _BEFORE.search(before)
    if match and (match["side"] or _LONE_ENDS.match(coded.text, end)):
        yield match, match["side"] or match["lone"]
    match = _AFTER_SIDE.search(before)
    if match and _AFTER_SIDE_ENDS.match(coded.text, end):
        yield match, match["side"]
    match = _SIGNED.search(before)
    if match and not _OPENS_A_COLUMN.match(coded.text, end):
        yield match, match["side"]


def _helped(coded: _Coded) -> Iterator[SideStatement]:
    """Who helps whom, in the words for the relation itself; of two parties the other one is whom the first one helps."""
    for start, _ in coded.places:
        before = coded.text[max(0, start - _VERB) : start]
        if _BEGINS.search(before):
            for pattern in BETWEEN:
                match = pattern.match(coded.text, start)
                if match and not _DENIED.search(match.group()) and not _is_answered(coded, match):
                    yield from _relation(coded, match.start("giver"), match.start("taker"), match)
        if before.endswith("在") and len(coded.roles) == _TWO and (match := _UNDER.match(coded.text, start)):
            yield from _relation(coded, start, None, match)


def _is_answered(coded: _Coded, match: re.Match[str]) -> bool:
    """Whether a sentence sends people both ways: 甲方选派教师到乙方支教，乙方选派教师到甲方支教."""
    if "支教" not in match.group():
        return False
    ways = {
        (coded.role(one.start("giver")), coded.role(one.start("taker")))
        for one in SENT_BOTH_WAYS.finditer(coded.text, max(0, match.start() - _NEAR), min(len(coded.text), match.end() + _NEAR))
        if "。" not in coded.text[min(one.start(), match.end()) : max(one.start(), match.start())]
        and "\n" not in coded.text[min(one.start(), match.end()) : max(one.start(), match.start())]
    }
    return any((taker, giver) in ways for giver, taker in ways)


def _relation(coded: _Coded, giver: int, taker: int | None, match: re.Match[str]) -> Iterator[SideStatement]:
    gives = coded.role(giver)
    takes = coded.role(taker) if taker is not None else next(role for role in coded.roles if role != gives)
    if gives != takes:
        start, end = match.start() + coded.offset, match.end() + coded.offset
        yield SideStatement(gives, "supporter", start, end, takes)
        yield SideStatement(takes, "recipient", start, end, gives)
