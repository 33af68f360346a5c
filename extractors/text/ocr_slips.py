"""What an engine that recognises writing mistakes in figures and dates, mended in the normal form where only one reading is left.

The record's text stays as it was read. Only lines that were read from a picture are mended, and one character always stands for one.

Reads::

    2O24年, l2月, 二O二四年, 5O000元        2024年, 12月, 二〇二四年, 50000元
    2一3名, 2024年9月一2027年8月            2-3名, 2024年9月-2027年8月
    -、帮扶期限, 第-条, -式两份, 各执-份       一、, 第一条, 一式两份, 各执一份
    26曰, 签字之曰起                        26日, 签字之日起
    2。5万元                               2.5万元

Leaves alone::

    VO2, 第3页共l页的 l, 图A1-O               no figure with a unit
    3一体化                                 no figure behind it
    共5名。3.双方                            a sentence's end
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

from extractors.readers.source_text import ReadLine

_UNIT = "[年月日号元万亿千百名次节人份册套台个位所校课周天场件篇班届期学%]"
_TENTH = "[一二三四五六七八九十]"
_DIGITS = str.maketrans({"O": "0", "o": "0", "Q": "0", "D": "0", "I": "1", "l": "1", "|": "1"})
_ZERO = str.maketrans(dict.fromkeys("OoQ0○", "〇"))


def _digits(words: str) -> str:
    return words.translate(_DIGITS)


def _zeros(words: str) -> str:
    return words.translate(_ZERO)


def _one(words: str) -> str:
    return words.replace("-", "一")


def _dash(words: str) -> str:
    return words.replace("一", "-")


def _day(words: str) -> str:
    return words.replace("曰", "日")


def _point(words: str) -> str:
    return words.replace("。", ".")


_SLIPS: tuple[tuple[str, re.Pattern[str], Callable[[str], str]], ...] = (
    ("OoIl|QD", re.compile(rf"(?<![A-Za-z0-9])(?=[OoQDIl|]{{0,8}}[0-9])[0-9OoQDIl|]{{2,10}}(?=[ ]?{_UNIT})"), _digits),
    ("OoIl|QD", re.compile(r"(?<=年)[ ]?[lI|O](?=[ ]?月)|(?<=年)[ ]?[lI|O][0-9lIO](?=[ ]?月)|(?<=月)[ ]?[lI|](?=[ ]?日)"), _digits),
    ("OoQ○0", re.compile(r"(?<![0-9A-Za-z])[一二][OoQ0○〇零九](?:[OoQ0○〇零一二三四五六七八九]{2})(?=年)"), _zeros),
    (
        "一",
        re.compile(rf"(?<=[0-9])[ ]?一(?=[ ]?[0-9])|(?<=[年月日号])一(?=[0-9]{{4}}年)|(?<=[0-9]{_UNIT})一(?=[0-9]{{1,4}}{_UNIT})"),
        _dash,
    ),
    ("-", re.compile(r"^[ ]{0,4}-(?=、)|(?<=第)-(?=[条章节款项])|(?<![\w-])-(?=式[ ]?[一二两三四五六七八九十0-9])", re.MULTILINE), _one),
    ("-", re.compile(r"(?<=[执持存留送])-(?=份)|(?<=（)-(?=）)|(?<=每)-(?=学[期年]|年|月)", re.MULTILINE), _one),
    (
        "曰",
        re.compile(rf"(?:(?<=[0-9])|(?<=月{_TENTH})|(?<=月{_TENTH}{{2}})|(?<=月{_TENTH}{{3}}))[ ]?曰|(?<=[之当])曰(?=起|前|内|生效)"),
        _day,
    ),
    ("。", re.compile(r"(?<=[0-9])。(?=[0-9]{1,4}(?:万|亿|元|%))|(?<=(?:19|20)[0-9]{2})。(?=[0-9]{1,2}[.。][0-9]{1,2}(?![0-9]))"), _point),
)


def mended(folded: str, lines: Sequence[ReadLine]) -> str:
    """The folded text with the slips of its ``lines`` mended, one character for one."""
    if not lines:
        return folded
    for marks, pattern, mend in _SLIPS:
        if any(mark in folded for mark in marks):
            folded = "".join(_pieces(folded, pattern, mend, lines))
    return folded


def _pieces(text: str, pattern: re.Pattern[str], mend: Callable[[str], str], lines: Sequence[ReadLine]) -> Iterator[str]:
    at = 0
    for match in pattern.finditer(text):
        if _is_read(match.start(), lines):
            yield text[at : match.start()]
            yield mend(match.group())
            at = match.end()
    yield text[at:]


def _is_read(offset: int, lines: Sequence[ReadLine]) -> bool:
    """Whether the place was read from a picture."""
    at = bisect_right(lines, offset, key=lambda line: line.start) - 1
    return at >= 0 and offset < lines[at].end
