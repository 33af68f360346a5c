"""The day of a timestamp that stands alone, in +08:00, read as a whole or not at all.

Reads::

    Fri, 17 May 2024 17:20:00 +0800, 星期五, 17 五月 2024 17:20 GMT, 17 May 24      2024-05-17, 2024-05-18, 2024-05-17
    2024-05-17T17:20:00Z, 2024/5/17, 2024.5.17, 2024年5月17日 17时20分, 20240517    2024-05-18, 2024-05-17 …: no zone means +08:00
    Fri May 17 2024 17:20:00 GMT+0800 (中国标准时间), May 17, 2024 5:20:00 PM       2024-05-17
    二〇二四年五月十七日                                                           2024-05-17

Leaves alone::

    2024-02-30, 2024-13-01, 2024-05-17 25:00, 0000-00-00            no day, no clock
    2024-05, 2024, 2024-W20-5, 17/05/2024, 24-05-17                 no day, or one that others read otherwise
    Fri, 17 May 2024 17:20 CST, 17 May 2024 17:20 +9900             China's zone or Chicago's; no zone: only where the day is one in both
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta, timezone

from extractors.text.calendar import read_moment

HOME = timezone(timedelta(hours=8))
_LONGEST = 80
_FIRST_YEAR, _LAST_YEAR = 1900, 2099
_FURTHEST = 14 * 60
"""Minutes that a zone may lie from Greenwich."""
_MONTHS = "january february march april may june july august september october november december".split()
_HAN_MONTHS = "一 二 三 四 五 六 七 八 九 十 十一 十二".split()
_CHICAGO = -6 * 60
_LEAP_SECOND = 60
_ZONES: Mapping[str, tuple[int, ...]] = {
    "z": (0,), "ut": (0,), "utc": (0,), "gmt": (0,),
    "est": (-300,), "edt": (-240,), "cst": (480, _CHICAGO), "cdt": (-300,), "mst": (-420,), "mdt": (-360,), "pst": (-480,), "pdt": (-420,),
    "hkt": (480,), "jst": (540,), "kst": (540,), "cet": (60,), "cest": (120,),
}  # fmt: skip
"""Minutes from Greenwich; several where a name is used for several zones."""

_WEEKDAY = r"(?:[^\W\d_]{1,12}\.?,?\s?)?"
_CLOCK = (
    r"(?:(?P<half>上午|下午)\s?)?(?P<hour>[0-9]{1,2})[:时点]\s?(?P<minute>[0-9]{1,2})(?:[:分]\s?(?P<second>[0-9]{1,2})(?:[.,][0-9]{1,9})?秒?|分)?"
    r"(?:\s?(?P<noon>[AaPp])\.?[Mm]\.?)?"
)
_ZONE = r"(?:\s?(?P<zone>[A-Za-z]{1,5}(?![A-Za-z+-])|(?:GMT|UTC|UT)?[+-][0-9]{1,2}(?::?[0-9]{2})?))?(?:\s?\([^()]{1,40}\))?"
_NAME = r"(?P<name>[A-Za-z]{3,9}|[一二三四五六七八九十]{1,2}月|[0-9]{1,2}月)"
_FIGURES = re.compile(
    r"(?P<year>[0-9]{4})(?:\s?(?P<mark>[-/.])\s?(?P<month>[0-9]{1,2})\s?(?P=mark)\s?(?P<day>[0-9]{1,2})"
    r"|\s?年\s?(?P<named_month>[0-9]{1,2})\s?月\s?(?P<named_day>[0-9]{1,2})\s?[日号]?)"
    rf"(?:\s?\(?(?:星期|周)[一二三四五六日天]\)?)?(?:(?:T|\s?){_CLOCK}{_ZONE})?"
)
_COMPACT = re.compile(
    r"(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})(?:[T ]?(?P<hour>[0-9]{2}):?(?P<minute>[0-9]{2})(?::?(?P<second>[0-9]{2}))?"
    rf"(?:\.[0-9]{{1,9}})?{_ZONE})?"
)
_BY_MAIL = re.compile(
    rf"{_WEEKDAY}(?P<day>[0-9]{{1,2}})[\s-]{{1,2}}{_NAME}[.,]?[\s-]{{1,2}}(?P<year>[0-9]{{4}}|[0-9]{{2}})(?:,?\s{_CLOCK}{_ZONE})?"
)
_MONTH_FIRST = re.compile(rf"(?:[A-Za-z]{{3,9}},?\s)?{_NAME}\.?\s(?P<day>[0-9]{{1,2}}),?\s(?P<year>[0-9]{{4}})(?:,?\s{_CLOCK}{_ZONE})?")
_YEAR_LAST = re.compile(rf"(?:[A-Za-z]{{3}}\s)?{_NAME}\s(?P<day>[0-9]{{1,2}})\s{_CLOCK}(?:\s(?P<zone>[A-Z]{{1,5}}))?\s(?P<year>[0-9]{{4}})")
_IN_HAN = re.compile("[〇○零一二]{1}[〇○零一二三四五六七八九]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十廿]{1,3}日")


def read_stamp(words: str | None) -> date | None:
    """The day in +08:00 of a timestamp; None where it is none, or not a whole one."""
    stamp = re.sub(r"\s+", " ", unicodedata.normalize("NFKC", (words or "")[: _LONGEST * 2])).strip()
    if not stamp or len(stamp) > _LONGEST:
        return None
    for pattern in (_FIGURES, _COMPACT, _BY_MAIL, _MONTH_FIRST, _YEAR_LAST):
        if match := pattern.fullmatch(stamp):
            return _day(match)
    if _IN_HAN.fullmatch(stamp) and (moment := read_moment(stamp)) is not None and not moment.impossible:
        return date.fromisoformat(moment.edtf)
    return None


def day_of_seconds(seconds: float) -> date | None:
    """The day in +08:00 of seconds since 1970; None for what can be no article's."""
    if not _seconds(_FIRST_YEAR + 80) <= seconds < _seconds(_LAST_YEAR + 1):
        return None
    return datetime.fromtimestamp(seconds, HOME).date()


def _seconds(year: int) -> float:
    return datetime(year, 1, 1, tzinfo=HOME).timestamp()


def _day(match: re.Match[str]) -> date | None:
    parts = match.groupdict()
    year, month = _year(parts["year"]), _month(parts.get("month") or parts.get("named_month") or parts.get("name") or "")
    try:
        day = date(year, month, int(parts.get("day") or parts.get("named_day") or 0))
        if not parts.get("hour"):
            return day
        clock = time(_hour(parts), int(parts["minute"]))
    except ValueError:
        return None
    if int(parts.get("second") or 0) > _LEAP_SECOND:
        return None
    days = {datetime.combine(day, clock, zone).astimezone(HOME).date() for zone in _zones(parts.get("zone"))}
    return days.pop() if len(days) == 1 else None


def _year(figures: str) -> int:
    """The year; two figures as RFC 2822 reads them. 0 for one that is no article's."""
    year = int(figures)
    if len(figures) == 2:
        year += 2000 if year < 50 else 1900
    return year if _FIRST_YEAR <= year <= _LAST_YEAR else 0


def _month(words: str) -> int:
    """1 to 12; 0 for no month."""
    name = words.removesuffix("月").lower()
    if name.isdecimal():
        return int(name)
    if name in _HAN_MONTHS:
        return _HAN_MONTHS.index(name) + 1
    full = next((month for month in _MONTHS if name in (month, month[:3]) or (name == "sept" and month[:3] == "sep")), None)
    return 0 if full is None else _MONTHS.index(full) + 1


def _hour(parts: Mapping[str, str | None]) -> int:
    hour = int(parts["hour"] or 0)
    half = parts.get("noon") or {"上午": "a", "下午": "p"}.get(parts.get("half") or "", "")
    if half.lower() == "p" and hour < 12:
        return hour + 12
    return 0 if half.lower() == "a" and hour == 12 else hour


def _zones(words: str | None) -> tuple[timezone, ...]:
    """The zones that a name or an offset may mean; none for what is no zone."""
    if not words:
        return (HOME,)
    match = re.fullmatch(r"(?:GMT|UTC|UT)?([+-])([0-9]{1,2})(?::?([0-9]{2}))?", words, re.IGNORECASE)
    if match is None:
        return tuple(timezone(timedelta(minutes=minutes)) for minutes in _ZONES.get(words.lower(), ()))
    minutes = int(match[2]) * 60 + int(match[3] or 0)
    if minutes > _FURTHEST or int(match[3] or 0) > 59:
        return ()
    return (timezone(timedelta(minutes=-minutes if match[1] == "-" else minutes)),) if minutes else (UTC,)
