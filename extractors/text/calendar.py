"""Calendar dates and ranges as Chinese papers write them, whole, partial, masked or left blank.

Reads::

    2023年9月1日、2023.9.1、2023-09-01、2023/9/1、二〇二三年九月一日     2023-09-01
    20xx年3月、20__年__月、    年   月   日                            20XX-03, 20XX-XX, XXXX-XX-XX
    2024年底、2024年秋季、2024年下半年                                  2024-12, 2024-23, 2024-41
    2023.09-2026.08、2023年9月至12月、9月1日-3日、2023-2024学年         ranges, what the second date leaves out taken from the first
    2022年11月31日                                                      2022-11, impossible
    20年3月至20年3月                                                    20XX-03/20XX-03: a mask that lost its xx

Leaves alone::

    〔2024〕31号、2000.00元、三年、3个月内、月考                        a document number, money, lengths of time, words with 月 in them
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.text.date_words import (
    BY_NAME,
    BY_POINTS_HERE,
    SCHOOL_YEAR,
    WITHOUT_YEAR,
    DateWords,
    find_date_words,
    read_by_name,
    read_by_points,
    read_figure,
    read_school_year,
    read_without_year,
)
from extractors.text.edtf import UNKNOWN_YEAR, Composed, bounds, compose
from schemas.span import Span
from schemas.values import Date

_BY_YEARS = re.compile(
    r"(?<![0-9.])(?P<first>(?:19|20)[0-9]{2})年?[ ]?(?:-|至|到|/)[ ]?(?P<last>(?:19|20)?[0-9]{2})[ ]?"
    r"(?:学年度?(?:第?[一二12][ ]?学期)?|年度?(?![ ]?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})月|[春夏秋冬底末初])"
    # 2024-2025、2025-2026学年: the unit is that of both
    r"|(?=[、，和及与](?:19|20)[0-9]{2}[ ]?(?:-|至|/)[ ]?(?:19|20)?[0-9]{2}[ ]?(?:[一二两三四五六]个)?学年))"
)
_BETWEEN = re.compile(
    r"[ ]{0,4}(?:（[^（）\n]{1,12}）)?(?:起始|开始|以来|起|始)?(?:正式)?(?:启动|实施|执行|确立|建立|生效|成立|运行)?[，、 ]{0,2}(?:-{1,3}|至|到|迄)[ ]{0,4}(?:于)?"
)
_POINTS_REST = re.compile(r"(?P<month>[0-9]{1,2})[./-](?P<day>[0-9]{1,2})(?![0-9.])|(?P<only>[0-9]{1,2})(?![0-9.年月日名人个])")
_DAY_REST = re.compile(r"(?P<day>[0-9]{1,2}|三十一?|(?:二十|廿|十)[一二三四五六七八九]?|[一二三四五六七八九])[日号]")


@dataclass(frozen=True, slots=True)
class Moment:
    """A date or range at its place in the normal text.

    ``edtf`` is an EDTF date, or an interval ``first/last``. ``impossible`` is set where the words name a day or month that the calendar
    lacks.
    """

    start: int
    end: int
    edtf: str
    impossible: bool = False
    first_end: int | None = None
    last_start: int | None = None
    """Where a range's own two dates end and begin, None where they share their words (9-12月)."""

    @property
    def first(self) -> str:
        """The date, or the first one of the range."""
        return self.edtf.partition("/")[0]

    @property
    def last(self) -> str | None:
        """The last date of a range, None for a single date."""
        return self.edtf.partition("/")[2] or None


def find_moments(text: str, start: int, end: int) -> Iterator[Moment]:
    """The dates and ranges of ``text[start:end]``, in reading order, none overlapping another; a range is one moment."""
    years = {match.start(): match for match in _BY_YEARS.finditer(text, start, end)}
    singles = {words.start: words for words in reversed(list(find_date_words(text, start, end)))}
    at = start
    for place in sorted(years.keys() | singles.keys()):
        if place < at:
            continue
        moment = _by_years(years[place]) if place in years else _ranged(text, singles[place], end)
        if moment is not None:
            yield moment
            at = moment.end


def read_moment(words: str) -> Moment | None:
    """The date or range that ``words`` (normal text) are, None where they hold more or less than one."""
    stripped = words.strip()
    first = next(find_moments(stripped, 0, len(stripped)), None)
    return first if first is not None and first.start == 0 and first.end == len(stripped) else None


def make_date(edtf: str, span: Span | None = None, resolved: str | None = None) -> Date:
    """The schema's date with the first and last day that it can mean."""
    earliest, latest = bounds(resolved or edtf)
    return Date(edtf=edtf, earliest=earliest, latest=latest, resolved=resolved, span=span)


def _by_years(match: re.Match[str]) -> Moment | None:
    """2023-2024学年, 2021至2025年, 2023-24学年; with whole years also one that runs backwards (2025-2023学年)."""
    whole = len(match["last"]) == len(match["first"])
    last = match["last"] if whole else match["first"][:2] + match["last"]
    return Moment(match.start(), match.end(), f"{match['first']}/{last}") if whole or last > match["first"] else None


def _ranged(text: str, first: DateWords, end: int) -> Moment | None:
    """The date with the second one that belongs to it, if any."""
    last = _shared(first)
    apart = last is None
    last = last or _second(text, first, end)
    if last is None:
        only = _composed(first)
        return None if only is None else Moment(first.start, first.end, only.edtf, only.impossible)
    if first.short_year == "20" and last.short_year != "20" and last.year != UNKNOWN_YEAR:
        first = _with_year(first, "2020")
    one, other = _composed(first), _composed(last)
    if one is None or other is None:
        return None if one is None else Moment(first.start, first.end, one.edtf, one.impossible)
    places = (first.end, last.start) if apart else (None, None)
    return Moment(first.start, max(first.end, last.end), f"{one.edtf}/{other.edtf}", one.impossible or other.impossible, *places)


def _composed(words: DateWords) -> Composed | None:
    return compose(words.year, words.month, words.day)


def _with_year(words: DateWords, year: str) -> DateWords:
    return DateWords(words.start, words.end, year, words.month, words.day)


def _shared(first: DateWords) -> DateWords | None:
    """The last date of 9-12月 or 9月1-3日."""
    if first.last_day is not None:
        return DateWords(first.start, first.end, first.year, first.month, first.last_day)
    if first.last_month is not None:
        return DateWords(first.start, first.end, first.year, first.last_month, first.day)
    return None


def _second(text: str, first: DateWords, end: int) -> DateWords | None:
    """The date after 至 or -, with what it leaves out."""
    between = _BETWEEN.match(text, first.end, end)
    if between is None:
        return None
    at = between.end()
    match = BY_NAME.match(text, at, end)
    words = read_by_name(match, after_to=True) if match else None
    if words is None:
        match = BY_POINTS_HERE.match(text, at, end)
        words = read_by_points(match, after_to=True) if match else None
    if words is None and (match := SCHOOL_YEAR.match(text, at, end)):
        words = read_school_year(match)
    if words is not None:
        return words
    match = WITHOUT_YEAR.match(text, at, end)
    words = read_without_year(match) if match else None
    if words is not None:
        return _with_year(words, _following_year(first, words))
    return _rest(text, first, at, end)


def _following_year(first: DateWords, last: DateWords) -> str:
    """The year of a second date without one: the first one's, the next for 次年, unknown where the months run backwards."""
    if last.next_year:
        return str(int(first.year) + 1) if first.year.isdigit() else UNKNOWN_YEAR
    months = (first.month, last.month)
    backwards = all(month is not None and month.isdigit() for month in months) and int(months[1] or 0) < int(months[0] or 0)
    return UNKNOWN_YEAR if backwards else first.year


def _rest(text: str, first: DateWords, at: int, end: int) -> DateWords | None:
    """The second half of 2023.9.1-10.7, 2023.09-12, 9月1日-3日."""
    if first.in_points and (match := _POINTS_REST.match(text, at, end)):
        if match["month"]:
            return DateWords(at, match.end(), first.year, match["month"], match["day"])
        if first.day is None:
            return DateWords(at, match.end(), first.year, match["only"])
        return DateWords(at, match.end(), first.year, first.month, match["only"])
    if first.day is not None and (match := _DAY_REST.match(text, at, end)):
        return DateWords(at, match.end(), first.year, first.month, read_figure(match["day"]))
    return None
