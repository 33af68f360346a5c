"""Parties behind a label and a colon, or on the lines below it.

Reads::

    甲方（帮扶学校）：云溪市实验小学    乙方：石桥镇中心小学      beside the label
    甲方（帮扶学校）： / 云溪市实验小学                            below it
    甲方： / 单位名称：云溪市实验小学 / 法定代表人：严柏松         in a field below it
    甲方： 乙方： / 云溪市实验小学    石桥镇中心小学               below, in columns
    甲方：云溪市实验 / 小学                                        over two lines

Leaves alone::

    甲方（盖章）：云溪市实验小学                                   the signature block
    甲方： / 为促进均衡发展，…                                     left open, and a sentence below
    法定代表人：严柏松, 联系单位：…, 签约单位：…                   labels of no party
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from extractors.names.declared_party import DeclaredParty, called, declare, is_open, value_end
from extractors.names.name_forms import read_name
from extractors.names.name_lines import is_name, is_waiting, names_a_party
from extractors.names.party_counts import DOUBTFUL, is_doubtful_label, with_counted
from extractors.names.party_labels import (
    LABEL,
    LETTERED,
    NAME_FIELD,
    NOTE,
    SEAL,
    is_label,
    is_list_heading,
    is_person_label,
    is_whole_label,
)
from extractors.names.signers import is_person
from extractors.text.passage import Passage, Stretch
from extractors.text.punctuation import HAN

_BULLET = r"(?:(?<=[ \t：；、）.|“〔（·●◆■★*-])|^)"
_NOTE_OVER_LINES = r"(?:[ ]?[（〔][^（）〔〕\n]{0,30}(?:\n[^（）〔〕\n]{1,12})?[）〕])"
_DECLARATION = re.compile(
    rf"{_BULLET}(?P<label>{LABEL}|{DOUBTFUL})[”〕]?(?:[ ]?[-/][ ]?(?P<dashed>[{HAN}]{{2,8}}))?(?P<early>{_NOTE_OVER_LINES}?)"
    rf"(?:单位|学校)?(?:名称|全称|校名|园名|单位|姓名)?(?P<note>{NOTE}{{0,2}})[ ]?(?:：|(?<=[甲乙丙丁AB]方)；)[ \t]*",
    re.MULTILINE,
)
_FIELD = re.compile(rf"(?:[0-9]{{1,2}}[、.]|[（]?[0-9一二三四五六七八九十][）、.]|[-·*] ?)?[ ]?{NAME_FIELD}{NOTE}?[ ]?：[ \t]*")
_FIELD_HERE = re.compile(rf"{NAME_FIELD}{NOTE}?[ ]?：[ \t]*")
_NOTE_FIRST = re.compile(rf"{NOTE}(?=[ ]?[^\n ：，。；])")
_CELL_FOLLOWS = re.compile(r"[ \t]*[|]")
_COLUMNS = re.compile(r"[^ \t|](?:[^\t|\n ]|[ ](?![ ]))*")
_REST = re.compile(rf"[{HAN}]{{1,8}}(?=$|[（ ])(?![ ]?（[^（）\n]{{0,30}}）[ ]?：)", re.MULTILINE)
"""No label with its note: 学校（以下简称“乙方”）：."""
_ALIKE = re.compile("(?:结对|合作|共建|协作|友好|姊妹|联盟|签约|立约|订立|协议)(?:学校|单位|校|园|园所|方)$")
"""Labels that all of the parties share."""
_LISTED = re.compile(rf"[{HAN}0-9]+(?:（[{HAN}]{{1,6}}）)?(?=[、 \t；]|[与和](?![平])|$)", re.MULTILINE)
_TAIL = re.compile("小学|中学|学校|幼儿园|办公室|[^ ，。：]{0,4}(?:校区|分校|分园)|党?支部(?:委员会)?|教育集团|有限(?:责任)?公司|教学点")
_BODY = re.compile("[校园方位]$|学校|单位|幼儿园")
_DOES = re.compile("(?:成立|组建|建立|设立|设置|由|以|将|把|为|对|按照?|根据|通过|负责|统筹|各|所有)")
"""How a clause begins, and no name."""
_OF_ALL = re.compile("双方|[两三][校园方]|各[方校园级类年]|全[体校园]|每[年月周学所个名]|所有")
_OF_PEOPLE = ("教师", "老师", "人员", "干部", "志愿者", "长")
_SHORTEST = 2
_LONGEST_NAME = 40


def find_labelled(passage: Passage, where: Stretch, *, sealed: bool = False) -> Iterator[DeclaredParty]:
    """The labels of a stretch; ``sealed`` takes those of the signature block too (甲方（盖章）：), where nothing else declares the parties."""
    for line in _by_line(passage, _labels(passage, where)):
        values = _columns_below(passage, line) or [_value(passage, match, following, where) for match, following in line]
        for (match, _), value in zip(line, values, strict=True):
            if _tells(passage, match, value):
                continue
            if (sealed or not SEAL.search(match["note"] + match["early"])) and len(match["label"]) >= _SHORTEST:
                yield from _each(passage, match, value)


def _labels(passage: Passage, where: Stretch) -> list[re.Match[str]]:
    """The labels of parties: one of a person beside those of bodies, or a bare 学校, only where a party would be lacking without it."""
    found = list(_DECLARATION.finditer(passage.text, where.start, where.end))
    sure = [match for match in found if is_label(match["label"]) or _heads_one(passage, match) or _is_called(passage, match)]
    if len({match["label"] for match in sure if not is_person_label(match["label"])}) >= _SHORTEST:
        sure = [match for match in sure if not match["label"].endswith(_OF_PEOPLE) or _is_called(passage, match)]
    doubtful = [match for match in found if match not in sure and is_doubtful_label(match["label"]) and _has_one_name(passage, match)]
    return sorted(with_counted(passage, sure, doubtful, lambda match: match["label"]), key=lambda match: match.start())


def _is_called(passage: Passage, match: re.Match[str]) -> bool:
    """机关支部（以下简称“甲方”）：云溪市实验小学党支部: whatever is called by a party's label, and has a name of its kind behind it."""
    if not any(is_whole_label(one) for one in called(match["early"] + match["note"])):
        return False
    words = _behind(passage, match)
    return is_name(words) or (_is_of_person(match["label"]) and is_person(words.replace(" ", "")))


def _is_of_person(label: str) -> bool:
    return is_person_label(label) or (is_doubtful_label(label) and not _BODY.search(label))


def _has_one_name(passage: Passage, match: re.Match[str]) -> bool:
    """Whether a body's or a person's name stands behind the label, or a place for one, and nothing else."""
    words = _behind(passage, match)
    return not words or is_name(words) or is_person(words.replace(" ", "")) or is_waiting(words)


def _behind(passage: Passage, match: re.Match[str]) -> str:
    stop = passage.line_at(match.start()).end
    return passage.text[match.end() : value_end(passage.text, match.end(), stop)].strip(" _")


def _tells(passage: Passage, match: re.Match[str], value: Stretch) -> bool:
    """组织单位：成立领导小组，… is a clause: what stands behind a label without a letter is a sentence, and no name."""
    if re.search(LETTERED, match.group()):
        return False
    line = passage.line_at(match.start())
    name = passage.text[value.start : value_end(passage.text, value.start, value.end)].strip(" \t_“”")
    if not name or ((is_name(name) or is_open(name) or is_person(name)) and not _OF_ALL.match(name)):
        return False
    return (_DOES.match(name) or _OF_ALL.match(name)) is not None or re.search(
        "[。；]|，(?!以下|下|简)", passage.text[value.start : line.end]
    ) is not None


def _heads_one(passage: Passage, match: re.Match[str]) -> bool:
    """签约单位：云溪市实验小学 names one of the parties, 签约单位：云溪市实验小学（甲方）… all of them."""
    line = passage.line_at(match.start())
    return is_list_heading(match["label"]) and match.start() == line.start and is_name(passage.text[match.end() : line.end])


def _by_line(passage: Passage, found: Sequence[re.Match[str]]) -> Iterator[list[tuple[re.Match[str], int | None]]]:
    """The labels of each line, with where the next one of the line begins."""
    line: list[tuple[re.Match[str], int | None]] = []
    for at, match in enumerate(found):
        end = passage.line_at(match.start()).end
        following = found[at + 1].start() if at + 1 < len(found) and found[at + 1].start() < end else None
        line.append((match, following))
        if following is None:
            yield line
            line = []


def _each(passage: Passage, match: re.Match[str], value: Stretch) -> Iterator[DeclaredParty]:
    """The party of a label, or all of those that one label lists (结对学校：云溪市实验小学、石桥镇中心小学)."""
    names = (
        [Stretch(*name.span()) for name in _LISTED.finditer(passage.text, value.start, value.end)] if _ALIKE.match(match["label"]) else []
    )
    if len(names) > 1 and all(is_name(passage.words(name)) for name in names):
        for name in names:
            yield _declared(passage, match, name)
    else:
        yield _declared(passage, match, value)
        yield from (_declared(passage, match, name) for name in _further_below(passage, match, value))


def _further_below(passage: Passage, match: re.Match[str], value: Stretch) -> Iterator[Stretch]:
    """The other names under a label for several: 成员学校： / 石桥镇中心小学 / 岩口小学."""
    line = passage.line_at(value.start)
    if re.search(LETTERED, match["label"]) or line.start <= match.start() or value.start != line.start:
        return
    while (below := _line_after(passage, line)) and is_name(passage.words(below)):
        yield below
        line = below


def _declared(passage: Passage, match: re.Match[str], value: Stretch) -> DeclaredParty:
    dashed = f"（{match['dashed']}）" if match["dashed"] else ""
    note = dashed + match["early"] + match["note"]
    if value.end <= value.start:
        named = re.search(r"[（〔](?P<name>[^（）〔〕]+)[）〕]", match["note"] or match["early"])
        if named and is_name(named["name"]):
            group = "note" if match["note"] else "early"
            value, note = Stretch(match.start(group) + named.start("name"), match.start(group) + named.end("name")), dashed
    first = _NOTE_FIRST.match(passage.text, value.start, value.end)
    if first and not is_open(first.group().strip("（）〔〕 ")):
        note, value = note + first.group(), Stretch(first.end(), value.end)
    return declare(passage, Stretch(*match.span("label")), note, value)


def _value(passage: Passage, match: re.Match[str], following: int | None, where: Stretch) -> Stretch:
    """Where the name behind a label stands: on its line, else in the line or field below."""
    text, line = passage.text, passage.line_at(match.end() - 1)
    stop = min(line.end, following) if following is not None else line.end
    here = _FIELD_HERE.match(text, match.end(), stop)
    start = here.end() if here else match.end()
    if text[start:stop].strip(" \t"):
        return _with_rest(passage, start, stop) if following is None else Stretch(start, stop)
    below = _line_after(passage, line) if following is None else None
    if below is None or below.start > where.end or _CELL_FOLLOWS.match(text, match.end()):
        return Stretch(start, start)
    field = _FIELD.match(text, below.start, below.end)
    if field:
        return Stretch(field.end(), below.end)
    person = is_person_label(match["label"]) or match["label"].endswith("人") or re.search(LETTERED, match["label"]) is not None
    column = _COLUMNS.match(text, below.start, below.end)
    below = Stretch(*column.span()) if column else below
    return below if names_a_party(passage, below, person=person) else Stretch(start, start)


def _line_after(passage: Passage, line: Stretch) -> Stretch | None:
    """The line below, blank ones passed over."""
    at = bisect_right(passage.lines, line.start, key=lambda piece: piece.start)
    return passage.lines[at] if at < len(passage.lines) else None


def _with_rest(passage: Passage, start: int, stop: int) -> Stretch:
    """A name that goes on in the line below: neither piece is one, and both together are."""
    words = passage.text[start:stop].strip(" \t")
    if len(words) > _LONGEST_NAME or re.search(r"[，。；：（）_xX×]", words):
        return Stretch(start, stop)
    below = _line_after(passage, Stretch(start, stop))
    rest = _REST.match(passage.text, below.start, below.end) if below else None
    goes_on = rest is not None and (_TAIL.fullmatch(rest.group()) or not read_name(words)) and is_name(words + rest.group())
    return Stretch(start, rest.end()) if rest and goes_on else Stretch(start, stop)


def _columns_below(passage: Passage, labels: Sequence[tuple[re.Match[str], int | None]]) -> list[Stretch] | None:
    """Names in columns under as many labels, none of which has a name beside it."""
    count, line = len(labels), passage.line_at(labels[0][0].start())
    if count < _SHORTEST or any(passage.text[match.end() : line.end if stop is None else stop].strip(" \t") for match, stop in labels):
        return None
    below = _line_after(passage, line)
    cells = [Stretch(*cell.span()) for cell in _COLUMNS.finditer(passage.text, below.start, below.end)] if below else []
    return cells if len(cells) == count and all(names_a_party(passage, cell, person=False) for cell in cells) else None
