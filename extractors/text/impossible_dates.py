"""Dates that name a month or a day which the calendar lacks.

Reads::

    2024年2月30日、2023.2.29、4月31日             a day that the month has not
    2024年13月、13月5日、二〇二四年十三月一日     no such month
    九月三十二日、9月0日                          no such day
    每年13月底                                    no such month, in every year

Leaves alone::

    2024年2月29日、2月29日                        a leap year's day
    三十个月、13个月零5天、2013.13元              lengths and amounts
    编号2024-13-01、面积2031.31平方米             numbers that look like dates
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.text.calendar import find_moments
from extractors.text.passage import Stretch

_HAN = "[一二三四五六七八九]"
_ANY_DAY = rf"[ ]?(?:[0-9]{{1,2}}|(?:{_HAN}?十{_HAN}?|{_HAN}))[ ]?[日号](?![线楼院室门馆])"
_PART = "(?:底|初(?![步级中期])|[上中下]旬)"
_NO_MONTH = rf"(?:1[3-9]|[2-9][0-9]|00?|十[三四五六七八九]|{_HAN}十{_HAN}?|零)"
_OTHERS = re.compile(
    rf"(?:(?<![0-9一二三四五六七八九十百千年.第])|(?<=[每当次翌本]年))(?P<month>{_NO_MONTH}月(?:{_ANY_DAY}|{_PART}))"
    rf"|年[ ]?(?P<of_year>(?:十[三四五六七八九]|{_HAN}十{_HAN}?|零)月(?:{_ANY_DAY})?)"
    rf"|(?<![0-9一二三四五六七八九百千第])(?P<day>(?:1[0-2]|0?[1-9]|十[一二]?|{_HAN})月[ ]?(?:三十[二三四五六七八九]|[四五六七八九]十{_HAN}?|零)[日号])"
)


def find_impossible_dates(text: str, start: int, end: int) -> Iterator[Stretch]:
    """The impossible dates of ``text[start:end]``, in reading order, none overlapping another."""
    found = [Stretch(moment.start, moment.end) for moment in find_moments(text, start, end) if moment.impossible]
    found.extend(Stretch(*match.span(match.lastgroup or 0)) for match in _OTHERS.finditer(text, start, end))
    at = start
    for place in sorted(found, key=lambda place: (place.start, -place.end)):
        if place.start >= at:
            yield place
            at = place.end
