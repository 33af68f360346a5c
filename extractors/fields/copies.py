"""Read the number of copies and who holds them.

Reads::

    本协议一式三份，甲乙双方各执一份，报县教育局备案一份    total 3, 甲方 1, 乙方 1, 县教育局 1
    一式叁份，甲方执贰份，乙方执壹份                        total 3, 甲方 2, 乙方 1
    一式四份，双方及双方主管部门各执一份                    total 4, 甲方 1, 乙方 1, 双方主管部门 2
    一式三份，两校各执一份，另一份送区教育局备查            total 3, the two declared roles 1 each, 区教育局 1
    一式四份，三校各持一份，报市教育局一份                  total 4, 牵头校 1, 成员校 (declared twice) 2, 市教育局 1

Leaves alone::

    报名表一式两份、台账一式三份、补充协议一式两份          not the agreement's own copies
    双方各派一名教师                                        no copies
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.text.numerals import HAN_DIGIT, read_number
from extractors.text.passage import Passage, Stretch
from schemas.agreement import Copies, Holder

_COUNT = rf"(?:[0-9]{{1,2}}|[{HAN_DIGIT}十拾]{{1,3}}|乙(?=份)|参(?=份))"
_TOTAL = re.compile(rf"(?:[一壹乙]|(?<![0-9])1)[ ]?式[ ]?(?P<total>{_COUNT})[ ]?(?:（[0-9]{{1,2}}）)?[ ]?[份册本套联]")
_COUNTED = re.compile(
    rf"(?:(?<=[本此])(?:协议|合同|责任书)书?(?:一?共有?|共计|总计|计|正本|文本|原件|签署|签订|印制|制作|打印|缮制|制|印|同文|有|中文){{1,3}}"
    rf"|(?<!充)(?:协议|合同|责任书)书?(?:文本|正本|原件)(?:一?共有?|共计|计)?|(?<!充)(?:协议|合同|责任书)书?共有?"
    rf"|(?:^|(?<=[、.）①-⑳ ]))(?:协议)?份数：|(?:签[订署]|打印|印制|缮制)[本此](?:协议|合同|责任书)书?(?:正本|文本|原件)?(?:一?共|共计)?)"
    rf"[ ]?(?P<total>{_COUNT})[ ]?份"
    # 此协议两份，双方各存一份: its count, unless it is said of what (本协议两份附件)
    rf"|(?<=[本此])(?:协议|合同|责任书)书?[ ]?(?P<bare>{_COUNT})[ ]?份(?=[ ]?[，：；（。])"
)
_OWN = re.compile("协议|协定|合同|责任书|承诺书|意向书|备忘录|契约|约定书|责任状")
_NOT_OWN = re.compile(
    r"(?:表|册|单|账|台帐|报告|总结|材料|档案|鉴定|证书|收据|发票|回执|计划|方案|记录|教案|清单|申请书|(?<!连同)(?<!及)(?<!及其)(?<!含)附件|(?<!本)补充协议|(?<!本)补充合同)"
    r"(?:（[^（）\n]{0,12}）)?[须应均需要为]{0,2}[ ]?$"
)

_SEPARATE = re.compile(r"另(?:行|外)?[签订立][^。；\n]*$")
_THIS = re.compile("[本此该](?:协议|合同|责任书)")
_OF_PACT = re.compile("生效|签[字订署约章]|盖章|正本|文本|份数|[^一-龥]本|^本|^此|有效")
_PAPERS = re.compile(
    "(?<!代)表|[册卡]|单(?![位独方])|报告|总结|材料|档案|证书|收据|发票|票据|回执|方案|记录|教案|申请书|报送|上报|填写|填报|提交|出具"
)
_LEAD = r"(?:其中|其余|余下的?|余|剩余的?|另外?|再|并|同时|即|由|须|应|且|分别|[、 （]){0,4}"
_SEND = r"(?:上报|呈报|报送|分报|抄报|抄送|分送|送交|提交|递交|呈送|报请|报|交|送|呈|存(?![档查])|给){0,1}"
_KEEP = r"(?:收执|执存|执有|持有|留存|保存|保留|保管|存档|存查|备案|备查|归档|留档|留底|收存|执|持|存|留){0,2}"
_HELD = re.compile(
    rf"(?P<lead>{_LEAD}){_SEND}(?P<holders>[^，；。：0-9]{{0,48}}?)(?:(?:[经]?(?:签字|签章|盖章|签署|签订|签约|、|并|和){{1,4}}后))?"
    rf"(?P<each>各自|各方|分别|各|均|每方|每校|每园|每家)?(?:各)?(?:以)?{_KEEP}(?:正本|副本)?[ ]?"
    rf"(?P<count>{_COUNT})[ ]?(?:（[0-9]{{1,2}}）)?[份册本套](?:（[^（）]{{0,12}}）)?(?P<purpose>存档|备案|存查|备查|归档|留存|保存|留档)?"
)
_GIVEN = re.compile(
    rf"{_LEAD}(?P<count>{_COUNT})[份册本套](?:由|分别由|(?:分别|各)?{_SEND}(?<=[报送交呈存给请]))(?P<holders>[^，；。：0-9]{{2,40}}?)"
    rf"(?:收执|执有|持有|留存|保存|保留|保管|存档|存查|备案|备查|归档|留档|留底|执|持|存|$)"
)
_REST = re.compile(
    r"(?:其余|余下的?|剩余的?)?(?:分别)?(?:由|上报|报送|交由|送交|抄送|报|交|送)(?P<holders>[^，；。：0-9各]{2,40}?)(?:分别)?"
    r"(?:收执|执有|持有|留存|保存|保留|保管|存档|存查|备案|备查|归档|留档|留底|执|持|存)"
)
_SEGMENT = re.compile("[^，；。]+")
_RANKS = re.compile("(?:[省市州县区][、和及]){1,3}[省市州县区](?=[一-龥]{2})")
"""市、县教育局: one name that stands for as many bodies as it has ranks."""
_LIST = re.compile(
    r"(?<=[方校园局门会委室科处府位心办组关团院司人者家厅弟傅员师生长中幼])(?:以及|及|和|与|暨|同)|(?<!(?<![一-龥])[省市州县区])(?<!(?<=[及和与报送由])[省市州县区])、"
)
_NO_HOLDER = re.compile(
    r"[ ，；。]*(?:[0-9]{1,2}页)?(?:(?:[每各]份|[各文]本|以上(?:文本|协议)|正副本|均?为?(?:正本|原件))?[均都皆俱同]?(?:(?:具有?|有|享有)[同相]等(?:的)?(?:法律|约束|证明)?(?:效力|效用|约束力)|具?有?法律效力|(?:为|系)(?:正本|原件)"
    r"|[经由自]?[^，。；0-9]{0,16}(?:签[字订署章]|盖章)[^，。；0-9]{0,10}(?:生效|有效)|打印(?:件)?有效|涂改无效|内容(?:完全)?(?:相同|一致)|文本一致)[ ，；]*){0,3}[。；]?\s*"
)
"""What may stand between the total and the holders in the sentence behind: 具有同等法律效力."""
_OF_OTHERS = re.compile(
    r"(?<!代)[表册卡账]|台帐|单(?!位)|报告|总结|材料|档案(?!室|馆)|证书|收据|发票|票据|回执|方案|计划|记录|教案|图书|资料(?!室)|申请书|附件|补充(?:协议|合同)|每(?:学[期年]|年|月|次|人)"
)
"""A sentence on other papers than the agreement."""
_SIDES = "甲乙丙丁戊"
_LETTERED = ("甲方", "乙方", "丙方", "丁方")
_IN_LATIN = ("A方", "B方", "C方", "D方")
_TOGETHER = re.compile(
    r"(?:签约|协议|合作|结对|帮扶|签字|师徒|校企|校地|本协议)?(?:甲[、，]?乙[、，]?(?:丙[、，]?)?(?:丁[、，]?)?)?(?P<all>双方|各方|[两二三四五六七八][方校园地家]|两单位|师徒)(?:学校|单位|园所)?"
)
_LETTERS = re.compile(rf"[{_SIDES}][双两三四]?方?")
_AFTER_SIGNING = re.compile("(?:一?经)?(?:签字|签名|签章|盖章|签署|签订|签约|生效|、|并|和){1,4}(?:之后|以后|完毕后?|后)，?(?:由)?")
_PRINCIPAL = re.compile("(?:其中)?(?:正本|副本|原件|文本)(?:分别)?(?:由|归)?")
_OTHER_KIND = re.compile("[、， 和及与]{0,2}(?:正本|副本)")
"""各执正本一份、副本一份: the second count has the holders of the first."""
_APART = re.compile(r"(?<=[^\x00-\x7f])\s+|\s+(?=[^\x00-\x7f])")
_DUPLICATES = re.compile(rf"[，、和及]?副本(?P<count>{_COUNT})份")
_NAME = re.compile("[一-龥]{2}|[A-Za-z]{2}|[A-D]方|[甲乙丙丁戊局校园]")
_EACH = re.compile("各(?!自|执|持|存|留)")
_OLD_FIGURES = {"乙": 1, "参": 3}
_NUMBER_OF = {"双": 2, "两": 2, "二": 2, "师": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8}
_MORE = "一二三四五六七八九十"
_CLAUSE = 40
_NUMBERING = "0123456789一二三四五六七八九十第条、.．（） 　*-·，〔〕①②③④⑤⑥⑦⑧⑨⑩abcdefgh"
_REACH = 300
"""Characters before and after the total: no clause on copies is longer."""


@dataclass(frozen=True, slots=True)
class _Parties:
    """The roles in order; ``many`` of them are parties for certain: all that are declared, two where none is."""

    roles: tuple[str, ...]
    many: int

    @property
    def all(self) -> tuple[str, ...]:
        return self.roles[: self.many]


@dataclass(frozen=True, slots=True)
class _Share:
    """``name`` is a role, or the stretch of the holder's words; ``count`` copies in all."""

    name: str | Stretch
    count: int


def find_copies(passage: Passage, roles: Sequence[str] = ()) -> Copies | None:
    """How many copies an agreement has and who keeps them, None where it does not say.

    ``roles`` are the labels of its parties in order (牵头校, 成员校), 甲方 and 乙方 if empty: 双方 and 两校 stand for the first two.
    """
    if passage.kind != "agreement":
        return None
    totals = [match for match in passage.search(_TOTAL) if _is_own(passage, match)] or list(passage.search(_COUNTED))
    if not totals:
        return None
    match = next((match for match in totals if _names_agreement(passage, match)), totals[-1])
    duplicates = _DUPLICATES.match(passage.text, match.end()) if "正本" in match.group() else None
    total = _figure(match[str(match.lastgroup)]) + (_figure(duplicates["count"]) if duplicates else 0)
    if not total:
        return None
    shares, end = _shares(passage, match.end(), total, _parties(tuple(roles)))
    return Copies(total=total, holders=_summed(passage, shares), span=passage.span(match.start(), end), confidence=0.95, via="copies")


def _parties(roles: tuple[str, ...]) -> _Parties:
    """The declared parties; where only one of 甲方 and 乙方 is declared, the agreement still has both."""
    if roles and not (len(roles) == 1 and roles[0] in (*_LETTERED, *_IN_LATIN)):
        return _Parties(roles, len(roles))
    return _Parties(_IN_LATIN if roles and roles[0] in _IN_LATIN else _LETTERED, 2)


def _figure(words: str) -> int:
    """A count; 乙 and 参 stand for one and three in formal papers. 0 where the words are none."""
    value = _OLD_FIGURES.get(words) or read_number(words)
    return int(value) if value else 0


def _before(passage: Passage, match: re.Match[str]) -> str:
    return passage.text[max(passage.sentence_at(match.start()).start, match.start() - _REACH) : match.start()]


def _names_agreement(passage: Passage, match: re.Match[str]) -> bool:
    return _OWN.search(_before(passage, match)) is not None


def _is_own(passage: Passage, match: re.Match[str]) -> bool:
    before = _before(passage, match)
    separate = _SEPARATE.search(before)
    if _NOT_OWN.search(before) or (separate is not None and not _THIS.search(separate.group())):
        return False
    if _OWN.search(before):
        return True
    bare = before.strip(_NUMBERING)
    return not bare or (len(bare) < _CLAUSE and _OF_PACT.search(bare) is not None and not _PAPERS.search(bare))


def _summed(passage: Passage, shares: Sequence[_Share]) -> tuple[Holder, ...]:
    """Holders in reading order; who is named twice (a 正本 and a 副本) holds both."""
    counts: dict[str, int] = {}
    for share in shares:
        name = share.name if isinstance(share.name, str) else _APART.sub("", passage.written(share.name.start, share.name.end))
        counts[name] = counts.get(name, 0) + share.count
    return tuple(Holder(holder=name, count=count) for name, count in counts.items())


def _shares(passage: Passage, start: int, total: int, parties: _Parties) -> tuple[list[_Share], int]:
    """The holders named after the total, and where their words end."""
    shares: list[_Share] = []
    end = start
    for segment in _segments(passage, start):
        if _TOTAL.search(passage.text, segment.start, segment.end):
            break
        for found, stop in _read_segment(passage, segment, total - sum(share.count for share in shares), parties):
            shares.extend(found)
            end = stop
    return shares, end


def _segments(passage: Passage, start: int) -> Iterator[Stretch]:
    """The parts of the sentence after the total, and of the next one where the first says no more than how many and how good they are."""
    stop = passage.sentence_at(start - 1).end
    for _ in range(2):
        following = passage.sentence_at(stop) if stop < passage.end else None
        if following is None or following.start != stop or not _NO_HOLDER.fullmatch(passage.text, start, stop):
            break
        stop = stop if _OF_OTHERS.search(passage.text, following.start, following.end) else following.end
    for match in _SEGMENT.finditer(passage.text, start, min(stop, start + _REACH)):
        yield Stretch(match.start(), match.end())


def _read_segment(passage: Passage, segment: Stretch, left: int, parties: _Parties) -> Iterator[tuple[list[_Share], int]]:
    given = _GIVEN.match(passage.text, segment.start, segment.end)
    if given:
        yield _divide(passage, given, parties, each=False), given.end()
        return
    found = False
    shares: list[_Share] = []
    for match in _HELD.finditer(passage.text, segment.start, segment.end):
        if shares and _OTHER_KIND.fullmatch(passage.text, match.start(), match.start("count")):
            shares = [_Share(share.name, _figure(match["count"])) for share in shares]
        else:
            shares = _several(_divide(passage, match, parties, each=match["each"] is not None), match, left)
        if shares:
            found = True
            yield shares, match.end()
    in_force = passage.text.find("生效", segment.start, segment.end) >= 0
    rest = None if found or in_force else _REST.search(passage.text, segment.start, segment.end)
    if rest and left > 0:
        names = list(_names(passage, rest.start("holders"), rest.end("holders"), parties))
        if len(names) == 1:
            yield [_Share(names[0][0], left)], rest.end()
        elif len(names) == left and all(isinstance(name, str) or name.end - name.start > 1 for name, _ in names):
            yield [_Share(name, 1) for name, _ in names], rest.end()


def _several(shares: list[_Share], match: re.Match[str], left: int) -> list[_Share]:
    """见证方各备案一份: 各 behind a single holder that is no party says that there are several, who have what is left."""
    several = len(shares) == 1 and not isinstance(shares[0].name, str) and shares[0].count == _figure(match["count"])
    if several and (match["each"] or "") == "各" and left > shares[0].count:
        return [_Share(shares[0].name, left)] if left % shares[0].count == 0 else shares
    return shares


def _divide(passage: Passage, match: re.Match[str], parties: _Parties, *, each: bool) -> list[_Share]:
    """Everybody's share of one 各执一份."""
    count = _figure(match["count"])
    if not count:
        return []
    names = list(_names(passage, match.start("holders"), match.end("holders"), parties))
    each = each or (bool(names) and _EACH.match(match["holders"]) is not None)
    if not names and each:
        names = [(role, 1) for role in parties.all]
    if len(names) > 1 and not each and sum(many for _, many in names) == count:
        return [_Share(name, many) for name, many in names]
    return [_Share(name, count * (many if each else 1)) for name, many in names]


def _names(passage: Passage, start: int, end: int, parties: _Parties) -> Iterator[tuple[str | Stretch, int]]:
    """The holders of a list, each with how many bodies its words stand for (双方主管部门 are two)."""
    signed = _AFTER_SIGNING.match(passage.text, start, end)
    start = signed.end() if signed and signed.end() < end else start
    principal = _PRINCIPAL.match(passage.text, start, end)
    start = principal.end() if principal and principal.end() < end else start
    whole = passage.text[start:end]
    together = _TOGETHER.match(whole)
    at = start
    if together and together.end() < len(whole) and not _LIST.match(whole, together.end()) and whole[together.end()] not in "及和与":
        together = None
    if together:
        yield from _everybody(together, start, parties)
        at = start + together.end()
    pieces = [*_parting(parties).finditer(passage.text, at, end)]
    for first, last in zip([at, *(piece.end() for piece in pieces)], [*(piece.start() for piece in pieces), end], strict=True):
        yield from _one_name(passage, first, last, parties)


def _parting(parties: _Parties) -> re.Pattern[str]:
    """What parts the holders of a list; a declared role ends a name even where its last character does not tell (徒弟及教务处)."""
    behind = "".join(rf"|(?<={re.escape(role)})(?:以及|及|和|与|暨|同)" for role in parties.roles if role)
    return re.compile(_LIST.pattern + behind)


def _everybody(together: re.Match[str], start: int, parties: _Parties) -> Iterator[tuple[str | Stretch, int]]:
    """甲、乙双方, 三方, 各方: the parties that the words stand for, or the words where the agreement does not declare so many."""
    letters = [f"{letter}方" for letter in together.group()[: together.start("all") - together.start()] if letter in _SIDES]
    many = _NUMBER_OF.get(together["all"][0])
    if len(letters) > 1 and len(letters) == (many or len(letters)) and not set(letters).isdisjoint(parties.roles):
        yield from ((letter, 1) for letter in letters)
    elif many is not None and many > len(parties.roles):
        yield Stretch(start + together.start(), start + together.end()), many
    else:
        yield from ((role, 1) for role in (parties.all if many is None else parties.roles[:many]))


def _one_name(passage: Passage, start: int, end: int, parties: _Parties) -> Iterator[tuple[str | Stretch, int]]:
    words = passage.text[start:end]
    stripped = re.sub("(?:备案|存档|备查|存查)$", "", words.strip("、， "))
    stripped = re.sub("^(?:以及|及其|及|和(?=[甲乙丙丁双两各三其])|与|其中|由|其)", "", stripped)
    if _EACH.match(stripped) and stripped[1:] in parties.roles:
        yield stripped[1:], parties.roles.count(stripped[1:])
        return
    if (
        not stripped
        or not _NAME.search(stripped)
        or re.search("正本|副本|^各(?!自)|协议|合同|同等|效力|本件|原件|复印", stripped)
        or all(char in _MORE for char in stripped)
    ):
        return
    if _LETTERS.fullmatch(stripped.replace(" ", "")):
        yield stripped[0] + "方", 1
        return
    together = _TOGETHER.match(stripped)
    if together and together.end() == len(stripped):
        yield from _everybody(together, start + words.index(stripped), parties)
        return
    first = start + words.index(stripped)
    many = _many(words, stripped, together)
    if stripped in parties.roles:
        yield stripped, parties.roles.count(stripped)
    else:
        yield Stretch(first, first + len(stripped)), many


def _many(words: str, stripped: str, together: re.Match[str] | None) -> int:
    """How many bodies a holder's words stand for."""
    if together:
        return _NUMBER_OF.get(together["all"][0], 1)
    ranks = _RANKS.match(stripped)
    if ranks:
        return len(re.findall("[省市州县区]", ranks.group()))
    return 2 if "及其" in words or words.startswith("各自") else 1
