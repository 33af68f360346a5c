"""The lines under an agreement where its parties sign: which words on them name a party, a signatory or a date.

Reads::

    甲方（盖章）：云溪市实验小学        乙方（盖章）：石桥镇中心小学     two party marks
    代表签字：陆远航                    代表签字：                         two signatory marks, the second blank
    甲方校长：宋砚田                                                       a party mark that is a signatory's too
    2024年8月26日、    年   月   日、签订日期：                            date marks, the last two blank

Leaves alone::

    甲方（帮扶学校）：云溪市实验小学                 before the first clause: the head introduces the parties
    填表日期：    年   月   日、联系人：李敏         no signature
    甲方：/ 1.每学期送课…                            a heading over clauses
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from extractors.text.calendar import Moment, find_moments
from extractors.text.passage import Passage, Stretch
from extractors.text.punctuation import HAN

MarkKind = Literal["party", "signatory", "date", "other"]

_OFFICE = (
    r"(?:[一-龥]{0,2}(?:签约|授权|委托|法定)|[副总党支部委]{1,4}|学校|单位|园所|项目)?"
    r"(?:法定代表人|法人代表|法人|代表人|代理人|代表|负责人|责任人|(?<!联)签[约字署]人|校长|园长|院长|书记|局长|主任|理事长|秘书长|会长|董事长|总经理|经理|处长|科长|厅长|镇长|主席)"
    r"(?:[ ]?（?(?:或|/|及)?(?:其)?(?:委托|授权)(?:的)?(?:代理人|代表|人)）?)?"
)
_SIGNS = r"(?:亲笔)?(?:签字|签名|签章|签署|盖章|公章|签印)(?:（?盖章）?|盖章|或盖章|、盖章)?(?:处)?"
_SIGN = r"签[字名章](?:[、/或并及]?(?:加?盖)?(?:公章|盖章|签章|章))?"
_NOTE = r"(?:[ ]?（[^（）\n]{0,20}）){0,3}"
_SIGNATORY = re.compile(
    rf"(?<![{HAN}])(?:{_OFFICE}(?:{_SIGNS})?|{_SIGN})(?P<note>{_NOTE})(?:[ ]?：|(?=[ \t_|]|$))"
    rf"|(?:{_OFFICE}(?:{_SIGNS})?|{_SIGN})(?P<note_after>{_NOTE})[ ]?：",
    re.MULTILINE,
)
_DATE_LABEL = re.compile(
    rf"(?<![{HAN}])签[订署约]于|(?<![{HAN}])(?:签[订约署字]|订立|立约|签章|盖章)?(?:日期|时间)(?:（[^（）\n]{{0,10}}）)?[ ]?：?[ ]*"
)
_OTHER = re.compile(
    rf"(?<![{HAN}])(?:(?:联系|通讯|通信|单位|学校|办公)?(?:地址|电话|方式|邮编|邮箱|传真|手机)|邮政编码|联系人|经办人|开户[^：\n]{{0,4}}|账号|户名|签[订约]地点|统一社会信用代码|职[务称]|身份证[号码]{{0,2}}"
    rf"|[填打制][表报印][^：\n]{{0,4}}|(?:见证|鉴证|监督|监管|主管|审核|审批|公证|备案)(?:方|人|单位|机关|部门|学校)){_NOTE}[ ]?(?:：|(?=[ |]|$))",
    re.MULTILINE,
)
_BYSTANDER = re.compile(
    rf"(?<![{HAN}])(?:家长|监护人|证明人|见证人|介绍人|校领导|分管领导|学校|(?:教务|教导|德育|政教|总务|办公)[处室]|教科[处室]|教研[组室]|工会|村委会)(?:意见)?"
    rf"(?:[ ]?（[^（）\n]{{0,6}}[章字名]）|签[字名章]|盖章)[ ]?(?:：|(?=[ |]|$))",
    re.MULTILINE,
)
_FORM = re.compile("[填打制][表报印]")
_SEAL_LINE = re.compile(
    r"(?:[（〔][^（）〔〕\n]{0,6}[章印][^（）〔〕\n]{0,4}[）〕][ ]*){1,6}|(?:盖章|公章|签章)(?:处)?[：]?(?:[ ]+(?:盖章|公章|签章)(?:处)?[：]?)?"
)
_SEALED_BODIES = re.compile(r"(?:[^\s，。；：（）]{2,24}[ ]?（[^（）\n]{0,6}章[^（）\n]{0,4}）[ |]*){1,4}")
_NEUTRAL = re.compile(r"[（(]?(?:以下|此页|本页|签[字署约]页|下页)[^\n]{0,12}|[-—_| ：]+")
_NUMBERED = re.compile(
    r"(?:第[0-9一二三四五六七八九十百]{1,4}[条章]|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十0-9]{1,3}）|[0-9]{1,2}[、.．）])(?![0-9])"
)
_CELL = re.compile(r"[^ \t|\n](?:[^ \t|\n]|[ ](?=[^ \t|\n])){0,30}")
_NAME = re.compile(rf"[{HAN}]{{2,4}}|[{HAN}][ ][{HAN}]|[{HAN}]{{1,6}}(?:·[{HAN}]{{1,6}}){{1,3}}")
_NO_NAME = re.compile(r"[校园局院会处科室厅府司部心]$|小学|中学|[章签字印名]|日期|年|月|以下|正文|附件|附表|目录|说明|此页|本页")
_SIGNED = re.compile("[ ]?（[^（）]{0,4}签[字名][^（）]{0,4}）")
_LONGEST_LINE = 160
_LONGEST_NAME_LINE = 30
_LONGEST_BLOCK = 80
"""Lines: five parties with addresses and accounts need no more."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What one label of a signature line says.

    ``value`` is the stretch behind the label (a name, a date), empty where it is left open. ``role`` is set for a known party;
    ``signs`` where a party mark's value is that of a signatory (甲方校长：).
    """

    kind: MarkKind
    start: int
    end: int
    line: int
    value: Stretch
    role: str | None = None
    signs: bool = False
    moment: Moment | None = None


@dataclass(frozen=True, slots=True)
class _Label:
    kind: MarkKind
    start: int
    end: int
    role: str | None = None
    signs: bool = False
    moment: Moment | None = None
    person: Stretch | None = None


def find_signature_marks(passage: Passage, labels: Mapping[str, str], persons: Collection[str] = ()) -> tuple[Mark, ...]:
    """The marks of the last signature block after the document's body, in reading order; empty where there is none.

    ``labels`` maps the words that may stand for a party (its role, its declared names) to its role; ``persons`` are those of them that are
    a person's own name: such a label is a signature too.
    """
    read = [_labels_of(passage, line, labels, persons) for line in passage.lines]
    best: tuple[Mark, ...] = ()
    for first, last in _runs(passage, read):
        marks = _with_bare_names(passage, [_marks(passage, at, read[at]) for at in range(first, last + 1)], first)
        weight = len({mark.role for mark in marks if mark.kind == "party"})
        if any(mark.kind in ("party", "signatory") for mark in marks) and weight >= len({m.role for m in best if m.kind == "party"}):
            best = marks
    return best


def _with_bare_names(passage: Passage, rows: list[list[Mark]], first: int) -> tuple[Mark, ...]:
    """The marks of a block; names under labels that are open, as many as these, are signatories without a label of their own."""
    filled: list[list[Mark]] = []
    for at, row in enumerate(rows):
        above = filled[-1] if filled else []
        names = [] if row or not _awaits_names(above, rows[at + 1 :]) else _bare_names(passage, first + at)
        filled.append(names if names and len(names) == len(_open(above)) else row)
    return tuple(mark for row in filled for mark in row)


def _open(row: list[Mark]) -> list[Mark]:
    return [mark for mark in row if mark.kind in ("party", "signatory") and mark.value.start == mark.value.end]


def _awaits_names(row: list[Mark], below: list[list[Mark]]) -> bool:
    """Whether every place of a row is open, and no row below has labels for the signatories."""
    labelled_below = any(mark.kind == "signatory" for other in below[:2] for mark in other)
    return bool(row) and len(_open(row)) == len(row) and (row[0].kind == "signatory" or not labelled_below)


def _bare_names(passage: Passage, line: int) -> list[Mark]:
    place = passage.lines[line]
    signed = _SIGNED.search(passage.text, place.start, place.end)
    end = signed.start() if signed and signed.end() == place.end else place.end
    return [Mark("signatory", *name, line, Stretch(*name)) for name in _names_of_row(passage.text, place.start, end)]


_BEHIND_PARTY = re.compile(
    rf"(?:学校|单位)?(?P<office>{_OFFICE}(?:{_SIGNS})?|{_SIGNS})?(?P<note>{_NOTE})"
    rf"(?:[ ]?：|(?=[ \t_|]|$)|(?=[{HAN}]{{2,4}}（签[字名]))",
    re.MULTILINE,
)


def _parties(text: str, line: Stretch, labels: Mapping[str, str], persons: Collection[str]) -> Iterator[_Label]:
    """The labels of parties in a line, none overlapping another; of words that begin together the longest that is a label."""
    at = line.start
    while at < line.end:
        starts = [(place, -len(word), word) for word in labels if (place := text.find(word, at, line.end)) >= 0]
        if not starts:
            return
        first = min(starts)[0]
        found = None
        for _, _, word in sorted(start for start in starts if start[0] == first):
            found = _BEHIND_PARTY.match(text, first + len(word), line.end)
            if found is not None:
                person = Stretch(first, first + len(word)) if word in persons else None
                yield _Label("party", first, found.end(), labels[word], _is_signing(found) or person is not None, person=person)
                break
        at = first + 1 if found is None else found.end()


def _labels_of(passage: Passage, line: Stretch, names: Mapping[str, str], persons: Collection[str]) -> tuple[_Label, ...]:
    """The labels of a line if it begins with one, else none."""
    text = passage.text
    if line.end - line.start > _LONGEST_LINE or "。" in text[line.start : line.end]:
        return ()
    found = list(_parties(text, line, names, persons))
    found += [_Label("other", match.start(), match.end()) for match in _OTHER.finditer(text, line.start, line.end)]
    found += [_Label("other", match.start(), match.end()) for match in _BYSTANDER.finditer(text, line.start, line.end)]
    found += [_Label("signatory", match.start(), match.end()) for match in _SIGNATORY.finditer(text, line.start, line.end)]
    moments = list(find_moments(text, line.start, line.end))
    found += [_date_label(match, moments) for match in _DATE_LABEL.finditer(text, line.start, line.end)]
    found += [_Label("date", moment.start, moment.end, moment=moment) for moment in moments]
    return _first_of_each(text, line, found)


def _first_of_each(text: str, line: Stretch, found: list[_Label]) -> tuple[_Label, ...]:
    kept: list[_Label] = []
    at = line.start
    for label in sorted(found, key=lambda label: (label.start, -label.end)):
        if label.start >= at:
            kept.append(label)
            at = label.end
    if not kept or text[line.start : kept[0].start].strip(" |（"):
        return ()
    return tuple(kept)


def _is_signing(match: re.Match[str]) -> bool:
    words = (match["office"] or "") + (match["note"] or "")
    office = re.sub(_SIGNS, "", match["office"] or "")
    return bool(office) or ("签字" in words or "签名" in words)


def _date_label(match: re.Match[str], moments: list[Moment]) -> _Label:
    moment = next((moment for moment in moments if match.end() <= moment.start <= match.end() + 2), None)
    return _Label("date", match.start(), moment.end if moment else match.end(), moment=moment)


def _runs(passage: Passage, read: list[tuple[_Label, ...]]) -> list[tuple[int, int]]:
    """First and last line of every stretch of signature lines after the body's first sentence or clause."""
    clauses = {node.start for node in passage.clauses}
    runs: list[tuple[int, int]] = []
    body = False
    at = 0
    while at < len(passage.lines):
        line = passage.lines[at]
        if not read[at]:
            body = body or line.start in clauses or bool(re.search("[。；]", passage.words(line)))
            at += 1
            continue
        last = _run_end(passage, read, at)
        if body and not _heads_clauses(passage, last):
            runs.append((at, last))
        at = last + 1
    return runs


def _run_end(passage: Passage, read: list[tuple[_Label, ...]], at: int) -> int:
    """The last line of a run; seals, notes and one bare name may stand between its lines."""
    last = at
    stop = min(len(passage.lines), at + _LONGEST_BLOCK)
    while at + 1 < stop:
        at += 1
        words = passage.words(passage.lines[at])
        if read[at] and not _FORM.match(words):
            last = at
        elif not _may_stand_between(words) or at - last > 2:
            break
    return last


def _may_stand_between(words: str) -> bool:
    if _SEAL_LINE.fullmatch(words) or _SEALED_BODIES.fullmatch(words) or _NEUTRAL.fullmatch(words):
        return True
    return len(words) <= _LONGEST_NAME_LINE and not re.search("[。；，：]", words) and not _NUMBERED.match(words)


def _heads_clauses(passage: Passage, last: int) -> bool:
    return last + 1 < len(passage.lines) and _NUMBERED.match(passage.words(passage.lines[last + 1])) is not None


def _marks(passage: Passage, line: int, labels: tuple[_Label, ...]) -> list[Mark]:
    """The labels of a line with what stands behind each, up to the next."""
    out: list[Mark] = []
    for at, label in enumerate(labels):
        stop = labels[at + 1].start if at + 1 < len(labels) else passage.lines[line].end
        if label.kind == "signatory" and len(labels) == 1 and len(names := _names_of_row(passage.text, label.end, stop)) > 1:
            out.extend(Mark("signatory", *name, line, Stretch(*name)) for name in names)
            continue
        value = _value(passage.text, label.end, stop) if label.kind != "date" else Stretch(label.start, label.end)
        value = label.person or value
        signs = label.signs or (label.kind == "party" and _SIGNED.match(passage.text, value.end, stop) is not None)
        out.append(Mark(label.kind, label.start, max(label.end, value.end), line, value, label.role, signs, label.moment))
    return out


def _names_of_row(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    """The names of a table's row behind one label (| 代表 | 高远 | 秦岭 |), empty where a cell is no name."""
    cells = [cell.span() for cell in _CELL.finditer(text, start, stop)]
    names = [_NAME.fullmatch(text, *cell) and not _NO_NAME.search(text[slice(*cell)]) for cell in cells]
    return cells if all(names) else []


def _value(text: str, start: int, stop: int) -> Stretch:
    """The words behind a label without blanks, underscores and a seal's or signature's bracket."""
    words = re.sub(r"[（〔][^（）〔〕]{0,10}[章印字名][^（）〔〕]{0,4}[）〕][ _|]*$", "", text[start:stop])
    if note := _SIGNED.match(words):
        start, words = start + note.end(), words[note.end() :]
    left = len(words) - len(words.lstrip(" \t_|，、"))
    bare = words.strip(" \t_|，、；")
    return Stretch(start + left, start + left + len(bare)) if bare else Stretch(start, start)
