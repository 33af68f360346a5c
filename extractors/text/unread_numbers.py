"""Whether a number stands in a stretch of text though no clause was read there: a mark that is missing, another style, a figure run in.

Reads::

    三 、经费 / 三经费保障 / （三） among 1. 2. 4. / …等工作。3.100人次受益 / ……（略）

Leaves alone::

    三名教师、3月、第（三）项、前三条                 counts, dates, references
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from extractors.readers.number_formats import write_number
from extractors.text.clauses import ordinal
from extractors.text.passage import Passage, Stretch

_FORMATS = ("decimal", "chineseCountingThousand", "chineseLegalSimplified", "decimalEnclosedCircle", "upperRoman")
_SIGN_ROWS = "⑴⒈㈠Ⅰ"
_ROW_LENGTH = 10
_LEFT_OUT = re.compile(r"^[ \t]*[（〔]?(?:…+|\.{3,}|(?:以下|中间|此处)?(?:从|内容)?(?:省?略|节选))[）〕]?[ \t]*$", re.MULTILINE)
_COUNTED = r"[年月日号名个位所次节场项人本届级学校方是者批期天周小万元类支条大楼班科台套岁分折线星地县区市园对]"
_JUNK = r"[ \t·•*#“（〔-]{0,4}第?[ ]?"
_NOT_OF_ANOTHER = r"(?<![0-9零一二三四五六七八九十百第、.年月至\-])"
_NOT_MORE = r"(?![0-9零一二三四五六七八九十百])[ ]?"
_MARKED = r"(?:[、.．，：；)）·-]|(?<=[ ])(?=[一-龥“《])(?![^\n]*(?:[ ]{2}|[\t|]))|条(?!约定|规定|所(?!需|有|属|在|派|涉)|的|之)|[章部]|$)"
_UNMARKED = rf"(?!{_COUNTED})(?=[一-龥“《]{{2,24}}$)"
_PAIRED = r"[一二三四五六七八九十]{1,2}(?:年级|月|、)"
"""What follows 二、 in 一、二年级 and 七、八月."""
_LINE_NUMBER = re.compile(
    rf"^{_JUNK}(?P<number>[0-9]{{1,2}}|[零一二三四五六七八九十百]{{1,5}}){_NOT_MORE}(?:{_MARKED}|{_UNMARKED})", re.MULTILINE
)


def stands_unread(passage: Passage, value: int, within: Stretch, *, like: str = "", known: Collection[int] = ()) -> bool:
    """Whether ``value`` stands there as a number that opens something, or the text itself says that it leaves something out.

    ``like`` is a clause's number of the same series, ``known`` are the places of numbers that have a series of their own.
    """
    if "." in like:
        return _dotted(like, value).search(passage.text, within.start, within.end) is not None
    if _LEFT_OUT.search(passage.text, within.start, within.end):
        return True
    return any(
        not _is_known(passage, match, known)
        for pattern in _patterns(value)
        for match in pattern.finditer(passage.text, within.start, within.end)
    )


def unread_openings(passage: Passage) -> set[int]:
    """The numbers at the beginning of lines that were not read as clauses."""
    found: set[int] = set()
    for match in passage.search(_LINE_NUMBER):
        at = passage.line_at(match.start("number")).start
        around = passage.clauses.ancestry(at)
        value = ordinal(match["number"])
        if value is not None and (not around or around[-1].start != at):
            found.add(value)
    return found


def _is_known(passage: Passage, match: re.Match[str], known: Collection[int]) -> bool:
    around = passage.clauses.ancestry(max(match.start(), match.end() - 1)) if known else ()
    return bool(around) and around[-1].start >= match.start() and around[-1].start in known


@lru_cache(maxsize=256)
def _patterns(value: int) -> tuple[re.Pattern[str], ...]:
    """With its marks, wherever it stands; at the beginning of a line or of a sentence; of a line without its marks too."""
    signs = {chr(ord(first) + value - 1) for first in _SIGN_ROWS if value <= _ROW_LENGTH} | {write_number(value, "decimalEnclosedCircle")}
    forms = "|".join(sorted({write_number(value, name) for name in _FORMATS} | signs, key=len, reverse=True))
    alone = "|".join(sign for sign in signs if not sign.isascii())
    marked = rf"{_NOT_OF_ANOTHER}(?:（[ ]?(?:{forms})[ ]?）|(?:{forms})[ ]?[）]|(?:{forms})[ ]?[、.．](?![0-9])(?!{_PAIRED}))"
    return (
        re.compile(f"{marked}|{alone}" if alone else marked),
        re.compile(
            rf"[。；：]{_JUNK}(?:{forms}){_NOT_MORE}{_MARKED}|^{_JUNK}(?:{forms}){_NOT_MORE}(?:{_MARKED}|{_UNMARKED})", re.MULTILINE
        ),
    )


@lru_cache(maxsize=256)
def _dotted(like: str, value: int) -> re.Pattern[str]:
    stem = re.escape(like.rpartition(".")[0]).replace(r"\.", r"[ ]?[.．。,，、-][ ]?")
    return re.compile(rf"(?<![0-9.]){stem}[ ]?[.．。,，、-][ ]?{value}(?![0-9万元%％倍米年月日个名次节])")
