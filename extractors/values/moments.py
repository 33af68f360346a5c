"""A date or a stretch of the calendar at a place of the text: the readers of its kinds, each asked where it may find something.

A moment says what its own words say: ranges over two of them, and 前, 后, 起, 以来, are put together in :mod:`extractors.values.periods`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from extractors.values.centuries import read_century
from extractors.values.figure_dates import read_compact, read_points
from extractors.values.moment import Clock, Moment, Reader
from extractors.values.named_dates import read_day_only, read_named, read_school_year, read_without_year
from extractors.values.relative_dates import (
    read_day_away,
    read_edge,
    read_part_of_year,
    read_relative_month,
    read_relative_part,
    read_season,
    read_two,
    read_week,
    read_xun,
)


def read_moment(text: str, at: int, clock: Clock) -> Moment | None:
    """The longest date or stretch of the calendar that begins at ``at``."""
    found: Moment | None = None
    char = text[at]
    readers = _by_figure(text, at) if char in _FIGURE else _BY_START.get(char, ())
    for read in readers:
        one = read(text, at, clock)
        if one is not None and (found is None or one.end > found.end):
            found = one
    return found


_RUN = re.compile("[0-9一二三四五六七八九十〇零○廿卅]{1,6}[ ]?")


def _by_figure(text: str, at: int) -> tuple[Reader, ...]:
    """The readers worth asking where a figure stands, by what follows it."""
    match = _RUN.match(text, at)
    behind = text[match.end() : match.end() + 1] if match else ""
    return _BY_BEHIND.get(behind, _OTHERS)


_FIGURE = frozenset("0123456789一二三四五六七八九十")


_READERS = (
    (_FIGURE | frozenset("民公西今本大前去上明后来下次翌同当〇零"), read_named),
    (_FIGURE, read_school_year),
    (_FIGURE | frozenset("廿"), read_without_year),
    (_FIGURE | frozenset("廿卅"), read_day_only),
    (frozenset("12"), read_points),
    (frozenset("0123456789"), read_compact),
    (_FIGURE | frozenset("上下本这零"), read_century),
    (frozenset("上下春秋第一二三四前"), read_part_of_year),
    (frozenset("今昨明前后大本当次翌第隔头去即"), read_day_away),
    (frozenset("上下本这当周星礼"), read_week),
    (frozenset("上下本这当次同前后"), read_relative_month),
    (frozenset("上下本这当"), read_relative_part),
    (frozenset("年月岁学"), read_edge),
    (frozenset("元"), read_without_year),
    (frozenset("上下本这今"), read_season),
    (frozenset("今去"), read_two),
    (frozenset("上中下"), read_xun),
)


_BY_START = {
    char: tuple(read for starts, read in _READERS if char in starts) for char in frozenset().union(*(starts for starts, _ in _READERS))
}


_OTHERS = (read_compact, read_century, read_part_of_year)


_BY_BEHIND: Mapping[str, tuple[Reader, ...]] = (
    {
        "年": (read_named, read_school_year, read_century),
        "月": (read_without_year,),
        "日": (read_day_only,),
        "号": (read_day_only,),
        ".": (read_points,),
        "/": (read_points, read_compact, read_school_year),
        "学": (read_school_year,),
        "世": (read_century,),
        "季": (read_part_of_year,),
    }
    | dict.fromkeys("-至到、", (read_named, read_school_year, read_without_year, read_day_only, read_points, read_compact))
    | dict.fromkeys("xX×*□_", (read_named, read_points))
)
