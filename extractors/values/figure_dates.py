"""Dates in figures alone: 2023.9.1, 2023-09-01, 2023/9/1, 2023.09, 20230901, 9/1/2023.

Leaves alone versions (2.0.1), telephone numbers and shares (9/12).
"""

from __future__ import annotations

import re

from extractors.values.date_patterns import MASKED
from extractors.values.days import Day, Days, exists, months, single
from extractors.values.moment import SEASONS, Clock, Moment

_POINTS = re.compile(
    rf"(?P<year>(?:1[89]|20|21)[0-9]{{2}}|20[{MASKED}]{{2}})(?P<mark>[-./])(?P<month>1[0-2]"
    rf"|0?[1-9])(?:(?P=mark)(?P<day>3[01]|[12][0-9]|0?[1-9]))?"
    r"(?![0-9]|\.[0-9]|[A-Za-z万元%亿]|(?<!-)年)(?:[日月](?!常))?"
)


_AMERICAN = re.compile(r"(?<![0-9./-])(?P<a>[0-9]{1,2})(?P<mark>[/-])(?P<b>[0-9]{1,2})(?P=mark)(?P<year>(?:19|20)[0-9]{2})(?![0-9/-])")


_COMPACT = re.compile(
    r"(?<![0-9A-Za-z_.])(?P<year>(?:19|20)[0-9]{2})(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12][0-9]|3[01])(?![0-9A-Za-z万亿元个名])"
)


_PART_OF_YEAR = re.compile(
    r"(?<![0-9A-Za-z])(?P<year>(?:19|20)[0-9]{2})(?:(?P<season>[春夏秋冬])(?:天|季)|[ ]?[Qq](?P<q>[1-4])(?![0-9A-Za-z]))"
)
"""2016夏天, 2019Q3."""
_YEARS = re.compile(r"(?P<first>(?:19|20)[0-9]{2})-(?P<last>(?:19|20)[0-9]{2})(?![0-9A-Za-z.年个名元人米万亿%-]|[ ]?学年)")


def read_points(text: str, at: int, clock: Clock) -> Moment | None:  # noqa: ARG001 - all readers are asked alike
    """2023.9.1, 2023-09-01, 2023/9."""
    if at and text[at - 1] in "0123456789.￥$/-_":
        before = text[at - 1]
        if before != "-" or (at > 1 and text[at - 2] in "0123456789./-_"):
            return None if before != "-" or not text[at - 2 : at - 1].isdigit() else _pointed(text, at)
    return _pointed(text, at)


def _pointed(text: str, at: int) -> Moment | None:
    years = _YEARS.match(text, at)
    if years is not None and years["first"] < years["last"]:
        return Moment(at, years.end(), Days(Day(years["first"], 1, 1), Day(years["last"], 12, 31)), own_year=True, whole="years")
    match = _POINTS.match(text, at)
    if match is None:
        return None
    if match["day"] is None and match["mark"] == "-" and len(match["month"]) == 1:
        return None
    if match["day"] is None and match["mark"] == "/" and text[at : at + 4].isdigit() and len(match["month"]) > 2:
        return None
    year = "".join(char if char.isdigit() else "X" for char in match["year"])
    month, day = int(match["month"]), int(match["day"] or 0)
    if not day:
        return Moment(at, match.end(), months(year, month, month), month=month, own_year=True, whole="month")
    if not exists(year, month, day):
        return Moment(at, match.end(), single(year, month, 0), month=month, own_year=True, whole="day")
    return Moment(at, match.end(), single(year, month, day), month=month, day=day, own_year=True, whole="day")


def read_compact(text: str, at: int, clock: Clock) -> Moment | None:  # noqa: ARG001 - all readers are asked alike
    """20230901, 9/1/2023."""
    part = _PART_OF_YEAR.match(text, at)
    if part is not None:
        span = SEASONS[part["season"]] if part["season"] else (int(part["q"]) * 3 - 2, int(part["q"]) * 3)
        return Moment(at, part.end(), months(part["year"], *span), own_year=True, whole="part")
    match = _COMPACT.match(text, at) or _AMERICAN.match(text, at)
    if match is None:
        return None
    facts = match.groupdict()
    if "a" in facts:
        month, day = int(facts["a"]), int(facts["b"])
        month, day = (day, month) if month > 12 else (month, day)
    else:
        month, day = int(facts["month"]), int(facts["day"])
    if not exists(facts["year"], month, day):
        return None
    return Moment(at, match.end(), single(facts["year"], month, day), month=month, day=day, own_year=True, whole="day")
