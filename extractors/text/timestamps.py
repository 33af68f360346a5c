"""The day that a timestamp names, as feeds, meta tags, date lines and addresses write it.

Reads::

    Fri, 17 May 2024 17:20:00 +0800, 17 May 24                2024-05-17
    2024-05-16T16:30:00Z                                      2024-05-17: a zone is turned into China's, where no zone means +08:00
    2024-05-17 17:20, 2024/5/17, 2024.5.17, 20240517172000    2024-05-17
    2024年5月17日17时20分, 二〇二四年五月十七日               2024-05-17
    …/202405/t20240517_3301.html, …/2024-05/17/c_1.htm        2024-05-17
    …/202405/3301.html                                        2024-05: the month alone

Leaves alone::

    2024-13-01, 0000-00-00, 昨天, 1715937600                  no day of the calendar
    …/content_20240517.html                                   a number among others
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone

from extractors.text.calendar import read_moment
from extractors.text.edtf import compose

_HOME = timezone(timedelta(hours=8))
_LONGEST = 80
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_CLOCK = r"(?P<hour>[0-9]{1,2})[:：时](?P<minute>[0-9]{1,2})(?:[:：分](?P<second>[0-9]{1,2}))?(?:\.[0-9]{1,9})?秒?"
_ZONE = r"(?P<zone>Z|UTC|GMT|UT|[+-][0-9]{2}:?[0-9]{2})?"
_BY_MAIL = re.compile(
    r"(?:[^\W\d]{2,9}\.?,?\s{1,3})?(?P<day>[0-9]{1,2})[\s-]{1,3}(?P<name>[A-Za-z]{3,9})\.?[\s-]{1,3}(?P<year>[0-9]{4}|[0-9]{2})"
    rf"(?:\s{{1,3}}{_CLOCK}\s{{0,3}}{_ZONE})?(?![0-9])",
    re.IGNORECASE,
)
BY_FIGURES = re.compile(
    r"(?<![0-9])(?P<year>(?:19|20)[0-9]{2})\s{0,2}(?P<mark>[-/.年])\s{0,2}(?P<month>1[0-2]|0?[1-9](?![0-9]))\s{0,2}[-/.月]\s{0,2}"
    # 2024-05-1717:20 is a day and a clock that lost their blank
    rf"(?P<day>0[1-9]|[12][0-9]|3[01]|[1-9])(?![0-9](?![0-9]?[:：时]))(?:\s{{0,2}}日)?(?:(?:T|\s{{0,4}}){_CLOCK}\s{{0,2}}{_ZONE})?"
)
"""A day in figures, with a clock behind it or without."""
_COMPACT = re.compile(r"(?P<year>(?:19|20)[0-9]{2})(?P<month>[0-9]{2})(?P<day>[0-9]{2})(?:[0-9]{4}|[0-9]{6})?")
_YEAR, _MONTH, _DAY = r"(?:19[89][0-9]|20[0-9]{2})", r"(?:0[1-9]|1[0-2])", r"(?:0[1-9]|[12][0-9]|3[01])"
_IN_ADDRESS = (
    re.compile(rf"/t(?P<year>{_YEAR})(?P<month>{_MONTH})(?P<day>{_DAY})_[0-9]"),
    re.compile(rf"[/_](?P<year>{_YEAR})[-/_]?(?P<month>{_MONTH})[-/_]?(?P<day>{_DAY})(?=[/_])"),
    re.compile(rf"/(?P<year>{_YEAR})[-/](?P<month>1[0-2]|[1-9])[-/](?P<day>[12][0-9]|3[01]|[1-9])/"),
    re.compile(rf"/(?P<year>{_YEAR})[-/_]?(?P<month>{_MONTH})/"),
)
_CENTURY_TURN = 70
"""RFC 2822 reads two figures up to here as 20xx."""


def read_day(words: str) -> str | None:
    """The EDTF day of a timestamp that stands alone (a feed's element, a meta tag); None where it names none."""
    stamp = re.sub(r"\s+", " ", words).strip()
    if not stamp or len(stamp) > _LONGEST:
        return None
    if match := _BY_MAIL.match(stamp):
        return _by_mail(match)
    if match := BY_FIGURES.match(stamp):
        return read_figures(match)
    if match := _COMPACT.fullmatch(stamp):
        return _real_day(match["year"], match["month"], match["day"])
    moment = read_moment(stamp)
    return moment.edtf if moment is not None and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", moment.edtf) else None


def read_figures(match: re.Match[str]) -> str | None:
    """The EDTF day of a match of :data:`BY_FIGURES`; a day that the calendar lacks leaves its month."""
    return _at_home(match, match["month"])


def day_in_address(address: str) -> str | None:
    """The EDTF day, or month, in an article's address."""
    path = re.sub(r"^[a-z]{2,8}://[^/]*|[?#].*$", "", address, flags=re.IGNORECASE)
    for pattern in _IN_ADDRESS:
        for match in pattern.finditer(path):
            parts = match.groupdict()
            composed = compose(parts["year"], parts["month"], parts.get("day"))
            if composed is not None and not composed.impossible:
                return composed.edtf
    return None


def _by_mail(match: re.Match[str]) -> str | None:
    name = match["name"][:3].lower()
    return _at_home(match, str(_MONTHS.index(name) + 1)) if name in _MONTHS else None


def _at_home(match: re.Match[str], month: str) -> str | None:
    year = match["year"]
    if len(year) == 2:
        year = f"{'20' if int(year) < _CENTURY_TURN else '19'}{year}"
    day = _real_day(year, month, match["day"])
    if day is None or not match["zone"] or len(day) < len("2024-05-17"):
        return day
    try:
        clock = datetime.fromisoformat(day).replace(hour=int(match["hour"]), minute=int(match["minute"]), tzinfo=_zone(match["zone"]))
        return clock.astimezone(_HOME).date().isoformat()
    except (ValueError, OverflowError):
        return day


def _zone(words: str) -> timezone:
    if words[0] not in "+-":
        return UTC
    hours, minutes = int(words[1:3]), int(words[-2:])
    span = timedelta(hours=hours, minutes=minutes)
    return timezone(-span if words[0] == "-" else span)


def _real_day(year: str, month: str, day: str) -> str | None:
    composed = compose(year, month, day)
    return None if composed is None or len(composed.edtf) == len(year) else composed.edtf
