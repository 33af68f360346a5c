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
from collections.abc import Collection, Mapping, Sequence

from extractors.text.passage import Passage, Stretch
from extractors.text.punctuation import HAN
from extractors.text.signature_labels import Label, find_labels, party_words
from extractors.text.signature_marks import Mark
from extractors.text.signature_tables import read_tables

WITNESS = "§"
"""What the role of a witness begins with, beside those of the parties."""
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
_LONGEST_NAME_LINE = 30
_LONGEST_BLOCK = 80
"""Lines: five parties with addresses and accounts need no more."""


def find_signature_marks(passage: Passage, labels: Mapping[str, str], persons: Collection[str] = ()) -> tuple[Mark, ...]:
    """The marks of the last signature block after the document's body, in reading order; empty where there is none.

    ``labels`` maps the words that may stand for a party (its role, its declared names) to its role; ``persons`` are those of them that are
    a person's own name: such a label is a signature too.
    """
    # few of the words that might stand for somebody occur: a pattern of all would cost more than the reading
    words = party_words({word: role for word, role in labels.items() if passage.text.find(word, passage.start, passage.end) >= 0}, persons)
    tables = read_tables(passage, words)
    read = [() if at in tables else find_labels(passage, line, words) for at, line in enumerate(passage.lines)]
    best: tuple[Mark, ...] = ()
    for first, last in _runs(passage, [bool(labels) or tables.get(at) is not None for at, labels in enumerate(read)]):
        rows = [(tables.get(at) or _marks(passage, at, read[at])) for at in range(first, last + 1)]
        marks = _with_bare_names(passage, rows, first)
        if any(is_of_party(mark) or mark.kind == "signatory" for mark in marks) and _weight(passage, marks) >= _weight(passage, best):
            best = marks
    return best


def is_of_party(mark: Mark) -> bool:
    """Whether a mark is a party's own label, not a witness's."""
    return mark.kind == "party" and mark.role is not None and not mark.role.startswith(WITNESS)


def _weight(passage: Passage, marks: Sequence[Mark]) -> tuple[bool, int]:
    """Whether somebody signs, seals or sets a day there, then how many parties do."""
    signed = any(
        mark.kind in ("signatory", "date") or (mark.kind == "party" and (mark.signs or "章" in passage.text[mark.start : mark.end]))
        for mark in marks
    )
    return signed, len({mark.role for mark in marks if is_of_party(mark)})


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


def _runs(passage: Passage, read: Sequence[bool]) -> list[tuple[int, int]]:
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


def _run_end(passage: Passage, read: Sequence[bool], at: int) -> int:
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


def _marks(passage: Passage, line: int, labels: Sequence[Label]) -> list[Mark]:
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
