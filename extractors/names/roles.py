"""The parties that an agreement declares at its head, with their roles, sides and short names.

Reads::

    甲方（帮扶学校）：云溪市实验小学（以下简称甲方）       甲方, supporter
    捐赠方（以下称甲方）：汇禾公益基金会                     甲方, supporter
    甲方:（支援方） 乙方:（受援方）                           two blank parties on one line
    责任单位：春晖市第五小学                                  责任单位

Leaves alone::

    甲方（盖章）：云溪市实验小学                              the signature block
    法定代表人：严柏松, 协议编号：…, 联系人：…               labels of no party
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import permutations

from extractors.text.passage import Passage, Stretch
from extractors.text.punctuation import HAN
from schemas.agreement import Side

_LETTERED = r"[甲乙丙丁戊]方"
_LABEL_HEAD = r"(?:方|单位|学校|院校|园所|(?<!学)校|园|对象|机构|主体|部门|企业|局|支部|公司|集团|医院|社区|协会|中心|基金会|师傅|徒弟|导师|学员|(?:捐赠|受赠|捐资|赠与|受助|资助|委托|受托|承诺|承办)人)"
_LABEL = rf"(?:{_LETTERED}|[{HAN}]{{0,7}}{_LABEL_HEAD})(?:（{_LETTERED}）|{_LETTERED})?"
_INSTITUTION = re.compile("(?:局|支部|公司|集团|医院|社区|协会|中心)$")
_NOTE = r"(?:[ ]?（[^（）\n]{0,30}）)"
_DECLARATION = re.compile(rf"(?:(?<=[ \t：；、）.])|^)(?P<label>{_LABEL})(?P<note>{_NOTE}{{0,2}})[ ]?：[ \t]*", re.MULTILINE)
_NO_PARTY = re.compile(
    r"见证|鉴证|公证|^(?:联系|联络|单位|学校|对方|双方|本|该|各|我|地|官|多|主送|抄送|报送|填报|填表|制表|发布)|负责部门|责任部门$"
)
_SEAL = re.compile(r"盖章|签章|签字|签名|公章|印章")
_CALLED = re.compile(r"(?:以下|下文|后文|下同)?(?:均)?(?:统称|简称|称|称为|简称为)(?:为)?[：“”\"'‘’ ]*(?P<name>[^，；。）“”\"'‘’ ]{1,16})")
_VALUE_END = re.compile(
    r"[\n；，。]|[ \t]{2,}|（(?![ _xX×]*）)(?![0-9一二三四五六七八九十]{1,2}）班)(?!幼儿园|小学|中学|初中|高中|集团|校区|本部|北|南|东|西|总)"
)
_BLANK = re.compile(r"[xX×＊*○□△_]{2,}|×|某|…|（[ ]*）")
_MASK_ONLY = re.compile(r"[xX×＊*○□△_\s（）]*")
_RECIPIENT = re.compile(r"受(?!托)|被|薄弱|农村|乡村|乡镇|村小|成员|接收|接受|对象|跟岗学校|需求|协作校|结对园$|分校|徒弟|学员|姊妹园")
_SUPPORTER = re.compile(
    r"帮扶|支援|援助|援建|捐|资助|派出|派驻|支教|牵头|核心|优质|城区|城市|城镇|示范|托管|领航|龙头|总校|帮助|支持|输出|名校|主体校|指导|师傅|导师|受托|牵手|承担|责任单位|承诺|实施|省直|市直|县直"
)
_OVERSIGHT = re.compile(r"委托(?!管)|签发|下达|发布|主管|见证|鉴证|监督|监管|协调|管理部门|组织方|组织单位|指导单位")
_PROSE = re.compile(
    rf"(?P<name>[{HAN}0-9（）xX×_ ]{{2,30}}?)（(?:以下|下文)?(?:简称|称|称为)[：“\"]?(?P<role>{_LETTERED}|[{HAN}]{{1,5}}(?:方|校|园))[”\"]?）"
)
_ASSISTANCE = re.compile("帮扶|支援|援助|捐赠|捐资|资助|支教|送教|托管|扶持|结对|帮带")
_LEADS_TO = re.compile(r"[，。；：、]|(?:由|经|与|和|同|及|对|向|为|帮扶|支援|帮助)(?=[^，。]{4,}$)")
_HELPED = re.compile("帮扶|支援|援助|帮助|资助|捐|对|支教|托管")
_MOST_IN_A_CHAIN = 8
"""Parties among which a chain is looked for."""
_HELPS = r"(?:对口)?(?:帮扶|帮助|支援|援助|资助|捐赠|捐资|指导|托管|扶持|支持|送教|支教|培训)"


@dataclass(frozen=True, slots=True)
class DeclaredParty:
    """A contracting party. ``start`` to ``end`` is its name in the normal text, or its label where the name is left open.

    ``name`` is of the normal text, ``written`` as the source has it; ``aliases`` are the short names that the text declares for it.
    """

    role: str
    name: str
    written: str
    start: int
    end: int
    side: Side
    blank: bool
    aliases: tuple[str, ...] = ()
    label: str = ""
    written_role: str = ""


def find_roles(passage: Passage) -> tuple[DeclaredParty, ...]:
    """The declared parties of an agreement, in the order in which they are named; empty for every other kind of document."""
    if passage.kind != "agreement":
        return ()
    head = _head(passage)
    parties = list(_labelled(passage, head)) or list(_in_prose(passage, head)) or list(_labelled(passage, _foot(passage), sealed=True))
    unique: dict[tuple[str, str], DeclaredParty] = {}
    for party in parties:
        # two 成员校 are two parties; a second 甲方 is the first one named again
        again = re.fullmatch(_LETTERED, party.role) or party.blank
        unique.setdefault((party.role, "" if again else party.name), party)
    return tuple(_with_sides(passage, list(unique.values())))


def _head(passage: Passage) -> Stretch:
    """From the start to the first clause, or a dozen lines where there is none."""
    lines = passage.lines[:24]
    first = next((node.start for node in passage.clauses if node.style != "annex"), None)
    if first is not None and first > lines[min(1, len(lines) - 1)].start:
        return Stretch(passage.start, first)
    return Stretch(passage.start, lines[min(11, len(lines) - 1)].end)


def _foot(passage: Passage) -> Stretch:
    return Stretch(passage.lines[-min(12, len(passage.lines))].start, passage.end)


def _labelled(passage: Passage, where: Stretch, *, sealed: bool = False) -> Iterator[DeclaredParty]:
    """The labels of a stretch; ``sealed`` takes those of the signature block too (甲方（盖章）：), where nothing else declares the parties."""
    text = passage.text
    found = [match for match in _DECLARATION.finditer(text, where.start, where.end) if _is_label(match["label"])]
    for at, match in enumerate(found):
        if (_SEAL.search(match["note"]) and not sealed) or len(match["label"]) < 2:
            continue
        stop = found[at + 1].start() if at + 1 < len(found) else where.end
        yield _party(passage, match, min(stop, passage.line_at(match.start()).end))


def _is_label(label: str) -> bool:
    """支援地教育局 and 受援公司 are labels by their side alone; 学校地址 and 联系单位 are none."""
    if _NO_PARTY.search(label):
        return False
    return not _INSTITUTION.search(label) or _stated_side(label) != "unknown"


def _party(passage: Passage, match: re.Match[str], stop: int) -> DeclaredParty:
    text = passage.text
    label, note = match["label"], match["note"]
    start = match.end()
    cut = _VALUE_END.search(text, start, stop)
    end = cut.start() if cut else stop
    rest = text[end:stop]
    start, end = _closed_up(text, start, end)
    notes = note + "".join(re.findall(_NOTE, rest))
    called = [found["name"] for found in _CALLED.finditer(notes)]
    lettered = re.search(_LETTERED, label) or next((hit for name in called if (hit := re.fullmatch(_LETTERED, name))), None)
    role = lettered.group() if lettered else label
    name = text[start:end]
    empty = not name or _MASK_ONLY.fullmatch(name) is not None
    if end <= start:
        start, end = match.start("label"), match.end("label")
    return DeclaredParty(
        role=role,
        name=name.replace(" ", ""),
        written=passage.written(start, end).replace(" ", "").replace("\u3000", "") if name else "",
        start=start,
        end=end,
        side=_stated_side(label + notes),
        blank=empty or _BLANK.search(name) is not None,
        aliases=tuple(name for name in called if name != role),
        label=label + notes,
        written_role=role if lettered else passage.written(match.start("label"), match.end("label")),
    )


def _closed_up(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " \t":
        start += 1
    while end > start and text[end - 1] in " \t：":
        end -= 1
    return start, end


def _in_prose(passage: Passage, where: Stretch) -> Iterator[DeclaredParty]:
    """江城市机电工程学校（以下简称甲方）帮扶…（以下简称乙方）, where no line declares them."""
    before = 0
    for match in _PROSE.finditer(passage.text, where.start, where.end):
        name = _LEADS_TO.split(match["name"])[-1]
        start, end = match.end("name") - len(name), match.end("name")
        side = _stated_side(match["role"])
        if before and side == "unknown" and _HELPED.search(passage.text, before, start):
            side = "recipient"
        before = match.end()
        if len(name) > 1:
            yield DeclaredParty(match["role"], name, passage.written(start, end), start, end, side, bool(_BLANK.search(name)))


def _stated_side(words: str) -> Side:
    if _OVERSIGHT.search(words):
        return "unknown"
    if _RECIPIENT.search(words):
        return "recipient"
    return "supporter" if _SUPPORTER.search(words) else "unknown"


def _with_sides(passage: Passage, parties: list[DeclaredParty]) -> Iterator[DeclaredParty]:
    """Sides that the labels leave open: from who helps whom in the text, then from the other party's side."""
    open_ones = [party for party in parties if party.side == "unknown" and not _OVERSIGHT.search(party.label)]
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
        if not _OVERSIGHT.search(link.label)
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
    return "|".join(re.escape(name) for name in (party.role, party.name, *party.aliases) if name and not _MASK_ONLY.fullmatch(name))
