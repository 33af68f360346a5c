"""Parties whose role stands behind their name: in brackets, after 以下简称, or with 作为 and 为.

Reads::

    签约单位： / 云溪市实验小学（甲方，支援学校）（以下简称“实小”）     a list under one heading
    云溪市实验小学（下称甲方）与石桥镇中心小学（以下简称“乙方”）          running prose
    姚冬梅（以下称甲方）与蔡启航（下称“乙方”）                          persons
    云溪市实验小学，以下简称甲方；由云溪市实验小学作为甲方              without brackets

Leaves alone::

    云溪市教育局（以下简称“市局”）                                     a short name is no role
    甲方（支援学校）：…, 双方（甲方、乙方）                             labels, and both at once
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.names.clause_fronts import behind_front
from extractors.names.declared_party import DeclaredParty, is_open, make
from extractors.names.name_lines import is_name
from extractors.names.party_counts import DOUBTFUL, is_doubtful_label, with_counted
from extractors.names.party_labels import LABEL, LETTERED, SEAL, is_whole_label
from extractors.names.signers import is_person
from extractors.text.passage import Passage, Stretch
from extractors.text.punctuation import HAN

_CALL = r"(?:(?:以下|下文|后文|下面|下|本协议|协议)?(?:中|内)?(?:均|统|简|合|并)?称(?:之)?(?:为|作|是)?|即|为|作为|系)?"
_ROLE = rf"[“\"'：\n]{{0,2}}[ ]?(?P<role>{LABEL}|{DOUBTFUL})[”\"']?"
_BRACKETS = re.compile(
    r"(?P<notes>(?:[ ]?[（〔][^（）〔〕\n]{0,40}(?:\n[^（）〔〕\n]{0,20})?[）〕]){1,3})(?![ ]?(?:：|[一-龥]{0,4}（[^）\n]{0,12}）：))"
)
_PIECE = re.compile(rf"(?:^|(?<=[（〔，、；：。 或\n]))[ ]?{_CALL}[ ]?{_ROLE}[ ]?(?=[，、；。）〕 ])")
_CALLED_BARE = re.compile(rf"，[ ]?(?:以下|下文|后文|下)(?:简|均|统)?称(?:之)?(?:为|作)?{_ROLE}(?=[，。；、\n与和同]|$)", re.MULTILINE)
_ACTS_AS = re.compile(rf"(?:作为|为|系|是)(?:本协议的?|协议)?{_ROLE}(?=[，。；、）\n与和同]|$)", re.MULTILINE)
_ROLE_IS = re.compile(
    rf"(?:^|(?<=[，。；：、（ ])){_ROLE}(?:为|系|是)[ ]?(?P<name>[{HAN}0-9·_xX×]{{2,36}})(?=[，。；、（）\n]|$)", re.MULTILINE
)
_NAME_BEFORE = re.compile(
    rf"(?:[{HAN}0-9A-Za-z·*×＊*○□△_…“”-]|[ ](?![ ])|（[{HAN}0-9]{{1,8}}）(?=[{HAN}]))+\Z|[（〔](?:[ _]{{1,30}}|[{HAN}]{{0,6}}(?:名称|全称|校名|园名))[）〕]\Z|[ _]{{2,40}}\Z"
)
_LINKS = re.compile(
    r"(?:现|拟|自愿|决定|同意|共同|并)?(?:与|以及|及|同|和|跟|会同|联合|联手|携手|结对|对口|帮扶|支援|帮助|援助|资助|托管|扶持|对|向|为|给|由|请|、|暨)"
)
_FRONT = re.compile(
    r"[^ ]{0,40}?(?:的(?=.{4})|经由|(?<!理)由|现就|兹有|兹由|兹|今有|今由|现有|现由|现将|现经|本协议(?:书)?由|立协议人[ ]?|立约人[ ]?|签约双方[ ]?|[以请让](?=.{4}))"
)
_PARTIES_FRONT = re.compile(rf"[“]?{LETTERED}[”]?(?:为|是|系|即)?")
_NUMBERED = re.compile(r"(?:[（]?[0-9一二三四五六七八九十]{1,2}[）、.．][ ]?|[①-⑩][ ]?|[-*][ ]|[·●][ ]?)")
_WAITING = re.compile(rf"[（〔](?:[ _]{{0,30}}|[{HAN}]{{0,6}}(?:名称|全称|校名|园名))[）〕](?=[（〔])")
"""（单位名称）（以下简称甲方）."""
_LEFT_OPEN = re.compile(rf"（(?:以下|下)[^（）\n]{{0,8}}{LETTERED}[”]?）[ ]?(?:[与和同、及，；]|[ ]*$)", re.MULTILINE)
_GENERIC = re.compile(r"(?:以上|上述|以下|甲乙|我|本|该|各|两|三|贵)*(?:双方|各方|三方|四方|两校|两园|学校|单位|对方|主体|当事人|协议)")
_TITLE = re.compile("(?<=..)(?:老师|同志|先生|女士|同学)\\Z")
_REACH = 48
_SHORTEST = 2


def find_bracketed(passage: Passage, where: Stretch) -> Iterator[DeclaredParty]:
    """The parties of a stretch that have their role behind their name, in reading order."""
    found = [*_in_brackets(passage, where), *_acting_as(passage, where), *_role_first(passage, where)]
    doubtful = [party for party in found if is_doubtful_label(party.role)]
    sure = [party for party in found if party not in doubtful]
    yield from sorted(with_counted(passage, sure, doubtful, lambda party: party.role), key=lambda party: party.start)


def _in_brackets(passage: Passage, where: Stretch) -> Iterator[DeclaredParty]:
    before = -1
    for match in _BRACKETS.finditer(passage.text, where.start, where.end):
        notes = match["notes"]
        roles = [piece for piece in _PIECE.finditer(notes) if is_whole_label(piece["role"]) or is_doubtful_label(piece["role"])]
        letters = {piece["role"] for piece in roles if re.fullmatch(LETTERED, piece["role"])}
        waiting = _WAITING.match(notes)
        name = Stretch(match.start(), match.start() + waiting.end()) if waiting else _name_before(passage, match.start(), before)
        if not roles or len(letters) > 1 or SEAL.search(notes) or name is None:
            before = match.end()
            continue
        piece = next((piece for piece in roles if piece["role"] in letters), roles[0])
        label = Stretch(match.start() + piece.start("role"), match.start() + piece.end("role"))
        before = match.end()
        if _fits(passage.words(name), piece["role"]) or _is_rest_of_blank(passage, name):
            yield make(passage, label, notes, name)


def _acting_as(passage: Passage, where: Stretch) -> Iterator[DeclaredParty]:
    """云溪市实验小学，以下简称甲方; 由云溪市实验小学作为甲方."""
    for pattern in (_CALLED_BARE, _ACTS_AS):
        for match in pattern.finditer(passage.text, where.start, where.end):
            name = _name_before(passage, match.start(), -1)
            if name is not None and is_whole_label(match["role"]) and _fits(passage.words(name), match["role"], sure=False):
                yield make(passage, Stretch(*match.span("role")), "", name)


def _role_first(passage: Passage, where: Stretch) -> Iterator[DeclaredParty]:
    """甲方为云溪市实验小学."""
    for match in _ROLE_IS.finditer(passage.text, where.start, where.end):
        if is_whole_label(match["role"]) and (is_name(match["name"]) or is_open(match["name"])):
            yield make(passage, Stretch(*match.span("role")), "", Stretch(*match.span("name")))


def _name_before(passage: Passage, at: int, bracket: int) -> Stretch | None:
    """The name that ends at ``at``; what joins it to the party before, whose bracket ends at ``bracket``, is no part of it."""
    text = passage.text
    while at > 0 and text[at - 1] == " " and text[at - 2 : at - 1] not in (" ", ""):
        at -= 1
    line = passage.line_at(at)
    if at == line.start:
        return _above(passage, at)
    if line.end < at:
        return None
    floor = max(line.start, at - _REACH, bracket)
    match = _NAME_BEFORE.search(text, floor, at)
    if match is None:
        return None
    start = max(match.start(), floor)
    lead = _NUMBERED.match(text, start, at) if start == line.start else None
    start = lead.end() if lead else start
    start = behind_front(text, start, at)
    for front in (_FRONT, _PARTIES_FRONT):
        cut = front.match(text, start, at)
        start = cut.end() if cut and at - cut.end() >= _SHORTEST else start
    start = behind_front(text, start, at)
    if floor == bracket or text[start] not in "和同及对向为":
        joined = _behind_links(text, start, at)
        start = _behind_words(text, start, at) if joined == start == bracket else joined
    while start < at and text[start] in " “":
        start += 1
    if start == line.start and bracket < line.start:
        start = _from_line_above(passage, start, at)
    title = _TITLE.search(text, start, at)
    return Stretch(start, title.start() if title else at - (text[at - 1] == "”"))


def _from_line_above(passage: Passage, start: int, at: int) -> int:
    """Where a name begins that a line end breaks: …与荔城县桂庙街道第二 / 幼儿园（下称乙方）."""
    above = passage.line_before(start)
    match = _NAME_BEFORE.search(passage.text, max(above.start, above.end - _REACH), above.end) if above else None
    if above is None or match is None or (is_name(passage.text[start:at]) and not re.search("[，）]", passage.words(above))):
        return start
    begin = _behind_links(passage.text, match.start(), above.end)
    return begin if is_name(re.sub(r"\s", "", passage.text[begin:at])) else start


def _above(passage: Passage, at: int) -> Stretch | None:
    """云溪市实验小学 / （以下简称甲方）; what a line's blanks left open (      （以下简称甲方）与…)."""
    above = passage.line_before(at)
    if above is not None and is_name(passage.words(above)):
        return above
    return Stretch(at, at) if _LEFT_OPEN.match(passage.text, at) else None


def _behind_links(text: str, start: int, at: int) -> int:
    """自愿与|石桥镇中心小学, 和|和平县第一小学: no further than where a whole name begins."""
    link = _LINKS.match(text, start, at)
    while link and at - link.end() >= _SHORTEST:
        start = link.end()
        link = None if is_name(text[start:at]) else _LINKS.match(text, start, at)
    return start


def _behind_words(text: str, start: int, at: int) -> int:
    """（以下简称甲方）在…方面与|石桥镇中心小学: the last joint before a whole name."""
    joints = [joint.end() for joint in re.finditer("与|和|同|及|对|向|为|给|帮扶|支援|帮助|资助|托管", text[start:at])]
    return next((start + joint for joint in joints if is_name(text[start + joint : at])), start)


def _is_rest_of_blank(passage: Passage, name: Stretch) -> bool:
    """和        学校（以下称乙方）: the blanks before a bare kind wait for the name."""
    return is_open(passage.words(name)) and passage.text[max(0, name.start - _SHORTEST) : name.start].isspace()


def _fits(name: str, role: str, *, sure: bool = True) -> bool:
    """Whether words may be a party's name: an organisation's, a person's, a mask; ``sure`` where a bracket says so of anything."""
    plain = name.replace(" ", "").strip("“”")
    if _GENERIC.fullmatch(plain) or (is_whole_label(plain) and not is_name(plain)):
        return False
    if not plain or is_name(plain) or is_person(plain) or is_open(plain):
        return True
    return sure and len(plain) >= _SHORTEST and re.fullmatch(LETTERED, role) is not None
