"""Dates that a paper leaves open or masks.

Reads::

    20xx年3月、20__年__月__日、    年   月   日、二〇××年×月     the year, or all of it, is open
    2024年3月__日、每年__月__日前、（ ）年（ ）月                 a part of it is open
    20年3月至20年3月                                             a mask that lost its xx
    填表日期：____、生效日期：                                    a label with nothing behind it

Leaves alone::

    9月1日                                  no year is named, and none is left open
    〔20××〕×号、《20××年工作计划》          a document's number, a title
    20年9月                                 2020, unless the paper is a form
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.text.calendar import Moment, find_moments
from extractors.text.edtf import UNKNOWN_YEAR
from extractors.text.passage import Passage, Stretch
from extractors.text.punctuation import MASK
from extractors.text.titles import find_titles

_OPEN = rf"(?:[{MASK}]{{1,16}}|[ ]{{1,16}}|…{{1,8}}|\.{{2,16}}|（[{MASK} ]{{0,12}}）|某)"
_PART = rf"(?:[0-9]{{1,2}}|[ ]?{_OPEN}[ ]?)"
_WITHOUT_YEAR = re.compile(rf"(?<![0-9]){_PART}月{_PART}[日号](?![常均])")
_WITH_YEAR = re.compile(
    rf"(?:20|19)?[0-9]{{0,2}}[ ]?(?:…{{1,8}}|\.{{2,16}}|（[{MASK} ]{{0,12}}）|某)[ ]?年(?:度(?!考)|[ ]?{_PART}月(?:{_PART}[日号])?)"
)
_SCHOOL_YEARS = re.compile(
    rf"20(?:[{MASK}]{{1,4}}|[ ]{{1,6}}|[0-9](?:[{MASK}]|[ ]))[ ]?(?:(?:-|至|/|到)[ ]?20(?:[{MASK}]{{1,4}}|[ ]{{1,6}}|[0-9](?:[{MASK}]|[ ]))?[ ]?)?学年度?"
)
_IN_POINTS = re.compile(r"(?<![_0-9A-Za-z])_{2,8}(?P<mark>[ ]?[-./][ ]?)_{1,6}(?P=mark)_{1,6}(?![_0-9A-Za-z])")
_IS_OPEN = re.compile(_OPEN)
_LABELLED = re.compile(
    rf"(?:(?P<day>日期|签[订署约字]日|年月日)|时间)[ ]?：[ ]{{0,4}}(?:(?P<line>[{MASK.replace('x', '').replace('X', '')}]{{3,40}})|(?P<end>[ ]{{0,40}}$))",
    re.MULTILINE,
)
_YEAR = re.compile("(?<![次翌来二每今本当])年")
"""A year with its place: 次年7月 names none, and leaves none open."""
_SHORT = re.compile(r"(?<![0-9])20年")


def find_open_dates(passage: Passage, *, is_template: bool = False) -> Iterator[Stretch]:
    """The dates left open, in reading order, none overlapping another."""
    titles = find_titles(passage.text, passage.start, passage.end)
    at = passage.start
    for place in sorted(_candidates(passage, is_template=is_template), key=lambda place: (place.start, -place.end)):
        if place.start >= at and not titles.cover(place.start):
            yield place
            at = place.end


def is_open(edtf: str, words: str) -> bool:
    """Whether a part of the date is left open or masked; that ``words`` name no year is no mask."""
    year, _, rest = edtf.partition("-")
    return "X" in rest or ("X" in year and (year != UNKNOWN_YEAR or _YEAR.search(words) is not None))


def is_told_below(passage: Passage, end: int) -> bool:
    """Whether the date of a label stands on the line under it."""
    following = next((line for line in passage.lines if line.start >= end), None)
    moment = None if following is None else next(find_moments(passage.text, following.start, following.end), None)
    return moment is not None and following is not None and moment.start == following.start


def _candidates(passage: Passage, *, is_template: bool) -> Iterator[Stretch]:
    text = passage.text
    for moment in find_moments(text, passage.start, passage.end):
        if _is_open(text, moment, is_template=is_template):
            yield Stretch(moment.start, moment.end)
    for pattern in (_WITHOUT_YEAR, _WITH_YEAR, _SCHOOL_YEARS, _IN_POINTS):
        for match in passage.search(pattern):
            words = match.group()
            if _IS_OPEN.search(words.strip()):
                yield Stretch(match.end() - len(words.lstrip()), match.end())
    for match in passage.search(_LABELLED):
        if match["line"] or (match["day"] and not is_told_below(passage, match.end())):
            yield Stretch(match.start(), match.end())


def _is_open(text: str, moment: Moment, *, is_template: bool) -> bool:
    words = text[moment.start : moment.end]
    if not any(is_open(edtf, words) for edtf in moment.edtf.split("/")):
        return False
    only_short = _SHORT.search(words) is not None and not any(char in words for char in f"{MASK} ")
    return not only_short or is_template or moment.last is not None
