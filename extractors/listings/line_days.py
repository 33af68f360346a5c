"""The day of a line of a list, told from the pieces of text that stand in the line.

Reads::

    2022-03-01, [2022-03-01], 2022年03月01日, 发布时间：2022/3/1 08:00       a piece that is a day and nothing else
    <b>01</b><i>2022-03</i>, <p>03-01</p><p>2022</p>, 12 | 7月              a day in two or three pieces
    03-01, (03/01), 3月1日                                                 without a year: that of the address if it names the same day,
                                                                            else the latest such day that is not after tomorrow
    来源：鹿港区教育局　2022-03-01　浏览：12                                a day among short words of information
    鹿港区召开结对帮扶座谈会 [2022-03-01]                                   a day at the end of a headline, or before it
    …/202203/t20220301_1.html                                              a day in the address alone

Leaves alone::

    2022-02-30, 13-01, 12 | 07                                             no day, or one that can be read both ways
    2022-03-01 … 2022-03-09                                                two days: that behind 发布, or that of the address, or none
    3月1日，鹿港区教育局……                                                 what an article's own text tells
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from extractors.listings.stamps import read_stamp
from extractors.text.timestamps import day_in_address

_BRACKETS = " \t\u3000[]()（）【】〔〕［］<>{}|/·•,，;；:：—_"
_LABEL = re.compile(
    r"(?:(?P<published>发布|发表|刊登|公开|推送|上线)|更新|发文|录入|添加|生成|成文|印发|制定|创建|截止)?(?:时间|日期|于|日)\s?:?\s{0,3}|发布\s?:\s{0,3}"
)
_MONTH_DAY = re.compile(
    r"(?P<month>[0-9]{1,2})\s?(?:(?P<mark>[-/])\s?(?P<day>[0-9]{1,2})|\.(?P<padded>[0-9]{2})|月\s?(?P<named>[0-9]{1,2})\s?[日号])"
    r"(?:\s[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?"
)
_MONTH = r"(?P<month>[0-9]{1,2})"
_DAY = r"(?P<day>[0-9]{1,2})"
_YEAR = r"(?P<year>(?:19|20)[0-9]{2})"
_APART = r"\s?[-/|.,]?\s?"
_IN_PIECES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_DAY}日?\s?[/|-]?\s{_YEAR}[-/.年]\s?{_MONTH}月?",
        rf"{_DAY}[/|]{_YEAR}[-/.年]{_MONTH}月?",
        rf"{_YEAR}\s?[-/.年]\s?{_MONTH}月?\s?[-/|]?\s{_DAY}日?",
        rf"{_MONTH}\s?[-/.月]\s?{_DAY}日?{_APART}\s{_YEAR}年?",
        rf"{_YEAR}年?{_APART}\s{_MONTH}\s?[-/.月]\s?{_DAY}日?",
        rf"{_YEAR}年? {_MONTH}月? {_DAY}日?",
        rf"{_DAY}日? {_MONTH}月 {_YEAR}年?",
        rf"{_DAY}日? {_MONTH}月",
        rf"{_MONTH}月 {_DAY}日?",
    )
)
_AMONG = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?:([-/.])[0-9]{1,2}\1[0-9]{1,2}|年[0-9]{1,2}月[0-9]{1,2}日)(?![0-9])")
_EDGE = (
    r"(?P<open>[\[(（【]?)\s?(?P<words>(?:19|20)[0-9]{2}(?P<mark>[-/.])[0-9]{1,2}(?P=mark)[0-9]{1,2}(?:\s[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?"
    r"|(?P<short>[01][0-9][-/][0-3][0-9]))(?:\s?(?P<close>[\])）】]))?"
)
_AT_END = re.compile(rf"(?P<blank>\s{{0,3}}){_EDGE}$")
_AT_FRONT = re.compile(rf"{_EDGE}(?P<blank>\s{{0,3}})")
_PART = re.compile(r"[0-9]{1,2}[日月]?|(?:19|20)[0-9]{2}年?(?:[-/.]?[0-9]{1,2}月?)?|[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?")
_FIRST = frozenset("0123456789〇○零一二ADFJMNOSTW星周")
"""How a day may begin, its name of a weekday or month included."""
_PROSE = re.compile("[。，！？；,;!?]")
_LONGEST_INFO = 80
_LONGEST_PIECE = 60
_LONGEST_RUN = 40
_MOST_PIECES = 200
_YEARS_BACK = 8
"""A leap day may lie so far back."""


@dataclass(frozen=True, slots=True)
class LineDay:
    """A line's day, and the pieces (their indices) that are nothing but it: they belong to no headline."""

    day: date | None = None
    used: frozenset[int] = frozenset()


def find_line_day(pieces: Sequence[str], today: date, address: str = "", linked: Collection[int] = ()) -> LineDay:
    """The day that the pieces of a line name in the clearest way.

    ``address`` is the article's, which helps where a doubt is left; ``linked`` are the indices of the pieces that stand in its link, and so
    may be its headline: a day among other words there is the article's own.
    """
    bare = [(at, words) for at, piece in enumerate(pieces[:_MOST_PIECES]) if (words := _bare(piece))]
    if whole := {at: day for at, words in bare if (day := _whole(words)) is not None}:
        published = [day for at, day in whole.items() if _is_published(pieces[at])]
        return LineDay(_agreed(published, address) or _agreed(list(whole.values()), address), frozenset(whole))
    for size in (3, 2, 1):
        runs = [bare[at : at + size] for at in range(len(bare) - size + 1)]
        composed = [(day, run) for run in runs if (day := _composed([words for _, words in run], today, address)) is not None]
        if composed:
            return LineDay(_agreed([day for day, _ in composed], address), frozenset(at for _, run in composed for at, _ in run))
    if short := {at: day for at, words in bare if (day := _without_year(words, today, address)) is not None}:
        return LineDay(_agreed(list(short.values()), address), frozenset(short))
    return LineDay(_agreed(list(_among(pieces[at] for at, _ in bare if at not in linked)), address))


def read_line_day(words: str, today: date, address: str = "") -> date | None:
    """The day that words are, in whatever way a list writes one."""
    return find_line_day([words], today, address).day


def is_no_word(piece: str) -> bool:
    """Whether a piece is a day, a bullet or nothing: no words that could be a heading or a headline."""
    bare = _bare(piece)
    return (
        not bare or (len(bare) <= _LONGEST_PIECE and any(pattern.fullmatch(bare) for pattern in (_PART, _MONTH_DAY))) or bool(_whole(bare))
    )


def cut_day(headline: str, today: date, address: str = "") -> tuple[str, date | None]:
    """A headline without the day that is written into its link, before it or behind it, and that day."""
    for match in (_AT_END.search(headline), _AT_FRONT.match(headline)):
        if match is None:
            continue
        rest = (headline[: match.start()] + headline[match.end() :]).strip()
        is_bracketed = bool(match["open"] and match["close"])
        if not rest or not (is_bracketed or match["blank"]) or (match["short"] and not is_bracketed):
            continue
        if (day := read_line_day(match["words"], today, address)) is not None:
            return rest, day
    return headline, None


def day_of_address(address: str) -> date | None:
    """The day that an address names."""
    edtf = day_in_address(address)
    return date.fromisoformat(edtf) if edtf is not None and len(edtf) == len("2022-03-01") else None


def _bare(piece: str) -> str:
    """A piece without brackets, bars and the word before a day; "" for one that is too long to be a day."""
    words = re.sub(r"\s+", " ", unicodedata.normalize("NFKC", piece[: _LONGEST_INFO * 2])).strip(_BRACKETS)
    if len(words) > _LONGEST_INFO:
        return ""
    label = _LABEL.match(words)
    return words[label.end() :].strip(_BRACKETS) if label else words


def _is_published(piece: str) -> bool:
    label = _LABEL.match(re.sub(r"\s+", " ", unicodedata.normalize("NFKC", piece[:_LONGEST_INFO])).strip(_BRACKETS))
    return label is not None and (label["published"] is not None or label[0].startswith("发布"))


def _whole(words: str) -> date | None:
    return read_stamp(words) if len(words) <= _LONGEST_PIECE and words[0] in _FIRST else None


def _agreed(days: Sequence[date], address: str) -> date | None:
    """The one day that is meant: where several are named, that of the address."""
    if len(set(days)) == 1:
        return days[0]
    known = day_of_address(address) if days and address else None
    return known if known in days else None


def _composed(words: Sequence[str], today: date, address: str) -> date | None:
    """A day that stands in several pieces."""
    joined = " ".join(words)
    if len(joined) > _LONGEST_RUN or not joined[0].isdecimal():
        return read_stamp(joined) if len(joined) <= _LONGEST_RUN and joined[0] in _FIRST else None
    found: set[date] = set()
    for match in filter(None, (pattern.fullmatch(joined) for pattern in _IN_PIECES)):
        parts = match.groupdict()
        month, day = int(parts["month"]), int(parts["day"])
        read = _date(int(parts["year"]), month, day) if parts.get("year") else _latest(month, day, today, address)
        found |= {read} if read is not None else set()
    if not found:
        return read_stamp(joined)
    return found.pop() if len(found) == 1 else None


def _without_year(words: str, today: date, address: str) -> date | None:
    match = _MONTH_DAY.fullmatch(words)
    if match is None or (match["padded"] and len(match["month"]) < 2):
        return None
    return _latest(int(match["month"]), int(match["day"] or match["padded"] or match["named"]), today, address)


def _latest(month: int, day: int, today: date, address: str) -> date | None:
    """The day of a month and day without a year."""
    edtf = day_in_address(address) if address else None
    if edtf is not None and edtf[5:7] == f"{month:02d}" and edtf[8:] in ("", f"{day:02d}"):
        return _date(int(edtf[:4]), month, day)
    last = today + timedelta(days=1) if today < date.max else today
    found = (_date(year, month, day) for year in range(last.year, last.year - _YEARS_BACK - 1, -1))
    return next((one for one in found if one is not None and one <= last), None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _among(pieces: Iterable[str]) -> Iterator[date]:
    """The days that stand among short words of information."""
    for piece in pieces:
        words = unicodedata.normalize("NFKC", piece)
        if len(words) > _LONGEST_INFO or _PROSE.search(words):
            continue
        for match in _AMONG.finditer(words):
            if (day := read_stamp(match[0])) is not None:
                yield day
