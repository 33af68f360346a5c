"""The names that stand where a party's own must stand: behind its label, before its role in brackets, in the cells of its seal.

Reads::

    乙方（盖章）：石鼓镇中心小学
    石鼓镇中心小学（以下简称乙方）
    | 单位（盖章） | 云溪市第二小学 | 石鼓镇中心小学 |

Leaves alone::

    乙方代表（签字）：覃秀梅, 乙方联系人：…               people of a party's
    责任学校（乙方）：石桥镇中心小学                      a label
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extractors.names.known_names import OwnName
from extractors.names.name_forms import read_name
from extractors.names.organisations import find_organisations
from extractors.names.words import default_words
from extractors.text.passage import Passage, Stretch

_NOTE = r"(?:（[^（）\n]{0,12}）)?"
_TAIL = re.compile(
    rf"(?:[ ]?(?:单位|学校|园所))?(?:名称)?[ ]?{_NOTE}(?:盖章|公章|签章|单位盖章|签字|签名)?{_NOTE}[ ]?(?:：(?:[ ]?（(?:盖章|公章|签章|签字|签名|章)）)?|[ ]?\|)"
    r"[ \t]*\n?[ \t]*(?P<name>[\u4e00-\u9fff][\u4e00-\u9fff ]{1,40})"
)
_TAIL_BEGINS = frozenset(" 单学园名（盖公签：|")
_CALLED_STOPS = frozenset('（称为即是：“"')
_CALLED = re.compile(r"[ ]?（(?:(?:以下|下文)?(?:简称|称|称为|简称为|统称)|也?即|亦即|也?就是)?[：“\"]{0,2}\Z")
_CALLED_END = re.compile(r"(?:单位)?(?:盖章|公章|签章)?[”\"]?(?:）(?![ ]?：)|，|、|或)")
_CALLED_LENGTH = 10
_HAN_BEFORE = re.compile("[\u4e00-\u9fff]\\Z")
_SEAL_ROW = re.compile(r"盖章|公章|签章|印章|单位名称|^(?:单位|名称|全称|学校|学校名称)$")
_SEAL = re.compile("[章签]")
_ROWS_ABOVE = 4
_REACH = 48


def find_signed_names(passage: Passage, parties: Sequence[OwnName]) -> Iterator[tuple[OwnName, int, int]]:
    """Each party with the place of a name that stands for it; its declared one among them."""
    text = passage.text
    for one in parties:
        for at in _places(passage, one.role):
            end = at + len(one.role)
            found = _behind(passage, at, end) if text[end : end + 1] in _TAIL_BEGINS and not _is_inside_word(passage, at) else None
            if text[at - 1] in _CALLED_STOPS:
                found = found or _named_before(passage, at, end)
            if found is not None:
                yield (one, *found)
    yield from _in_cells(passage, parties)


def _places(passage: Passage, word: str) -> Iterator[int]:
    at = passage.text.find(word, passage.start, passage.end)
    while at >= 0:
        yield at
        at = passage.text.find(word, at + 1, passage.end)


def _is_inside_word(passage: Passage, at: int) -> bool:
    return _HAN_BEFORE.match(passage.text[at - 1 : at]) is not None


def _behind(passage: Passage, at: int, end: int) -> tuple[int, int] | None:
    match = _TAIL.match(passage.text, end, passage.end)
    if match and "\n" in match.group() and passage.line_at(at).start != at:
        # the label of a second column: what stands below is the first one's
        return None
    if match is None or not ("：" in match.group() or _SEAL.search(match.group())):
        return None
    return match.start("name"), match.start("name") + len(_first_name(match["name"]))


def _first_name(words: str) -> str:
    """What stands before a wide gap, or before a single blank where that is a name already."""
    words = re.split("[ ]{2,}", words)[0].rstrip()
    first, _, rest = words.partition(" ")
    return first if rest and len(first) > 1 and (read_name(first) or not read_name(words.replace(" ", ""))) else words


def _named_before(passage: Passage, start: int, end: int) -> tuple[int, int] | None:
    """石鼓镇中心小学（以下简称|乙方|）."""
    if not _CALLED_END.match(passage.text, end):
        return None
    called = _CALLED.search(passage.text[max(passage.start, start - _CALLED_LENGTH) : start])
    if called is None:
        return None
    stop = start - len(called.group())
    low = max(passage.line_at(stop).start, stop - _REACH)
    found = [one.start for one in find_organisations(passage.text, low, stop, default_words()) if one.end == stop]
    return (found[0], stop) if found else None


def _in_cells(passage: Passage, parties: Sequence[OwnName]) -> Iterator[tuple[OwnName, int, int]]:
    """The cells of a row of seals, each under its party's."""
    rows: list[list[Stretch]] = []
    for line in passage.lines:
        if "|" not in passage.words(line):
            rows.clear()
            continue
        cells = _cells(passage, line)
        if cells and _SEAL_ROW.search(passage.words(cells[0])) and "：" not in passage.words(cells[0]):
            heads = [_roles(passage, row, parties) for row in rows[-_ROWS_ABOVE:]]
            head = next((head for head in reversed(heads) if head), {})
            yield from ((head[at], cell.start, cell.end) for at, cell in enumerate(cells) if at in head)
        rows.append(cells)


def _roles(passage: Passage, row: Sequence[Stretch], parties: Sequence[OwnName]) -> dict[int, OwnName]:
    """Whose each column is, by a row that names the roles alone."""
    return {
        at: one
        for at, cell in enumerate(row)
        for one in parties
        if "：" not in passage.words(cell) and passage.words(cell).split("（")[0].strip() == one.role
    }


def _cells(passage: Passage, line: Stretch) -> list[Stretch]:
    words = passage.words(line)
    bars = [at for at, char in enumerate(words) if char == "|"]
    cells = []
    for left, right in pairwise(bars):
        inner = words[left + 1 : right]
        start = line.start + left + 1 + len(inner) - len(inner.lstrip())
        cells.append(Stretch(start, start + len(inner.strip())))
    return cells
