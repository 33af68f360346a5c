"""List the calendar dates and ranges that a document's body names.

Reads::

    2022年11月31日前完成                    2022-11, as far as the calendar has it
    2021年以来、2023-2024学年               2021; 2023/2024
    五月九号                                XXXX-05-09, with the text's own year in ``resolved``

Leaves alone::

    《行动计划（2021-2025年）》             a period inside a title
    发布时间：2023-07-17 来源：…            the page's own line
    三年、九年一贯制、20世纪                lengths and other numbers
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.text.calendar import Moment, find_moments, make_date
from extractors.text.edtf import UNKNOWN_YEAR
from extractors.text.passage import Passage
from extractors.text.titles import find_titles
from schemas.span import Span
from schemas.values import Date

_PAGE_LINE = re.compile(r"来源：|发布(?:时间|日期)|发表(?:时间|日期)|浏览|点击|阅读(?:量|次数|：)|更新时间|编辑：|字号")
_RECURS = re.compile(r"(?:每年|每学年|历年|各年|当年|每学期)[^，。；\n]{0,6}$")
_RELATIVE = {"今年": 0, "本年": 0, "去年": -1, "上年": -1, "明年": 1, "来年": 1}
_YEAR_DIGITS = re.compile("[0-9]{4}")


def find_dates(passage: Passage, taken: Sequence[Span] = (), published: Date | None = None) -> Iterator[Date]:
    """The dates and ranges of the body in reading order, each with its span.

    ``taken`` are spans whose dates are told elsewhere (the term, the signatures); ``published`` is the day of a news item, which fixes
    今年 and the days without a year.
    """
    titles = find_titles(passage.text, passage.start, passage.end)
    context: tuple[int, str] | None = None
    for moment in find_moments(passage.text, passage.start, passage.end):
        if titles.cover(moment.start) or _is_furniture(passage, moment):
            continue
        year = moment.first[:4]
        resolved = None if year != UNKNOWN_YEAR else _resolved(passage, moment, context, published)
        if _YEAR_DIGITS.fullmatch(year):
            context = (moment.start, year)
        span = passage.span(moment.start, moment.end)
        if not any(other.start <= span.start and span.end <= other.end for other in taken):
            yield make_date(moment.edtf, span, resolved)


def _is_furniture(passage: Passage, moment: Moment) -> bool:
    if any(piece.start <= moment.start < piece.end for piece in passage.normal.furniture):
        return True
    line = passage.line_at(moment.start)
    return passage.kind == "news" and _PAGE_LINE.search(passage.text, line.start, line.end) is not None and "。" not in passage.words(line)


def _resolved(passage: Passage, moment: Moment, context: tuple[int, str] | None, published: Date | None) -> str | None:
    """The date with the year that the text fixes: 今年 by the day of publication, else the year named in this or the last sentence."""
    sentence = passage.sentence_at(moment.start)
    before = passage.text[sentence.start : moment.start]
    if _RECURS.search(before) or "XX" in moment.edtf.replace(UNKNOWN_YEAR, ""):
        return None
    day = published.edtf[:4] if published is not None and _YEAR_DIGITS.match(published.edtf) else None
    relative = _RELATIVE.get(before[-2:])
    if relative is not None:
        return _with_year(moment, str(int(day) + relative)) if day else None
    if context is not None and context[0] >= _last_sentence(passage, sentence.start):
        return _with_year(moment, context[1])
    return _with_year(moment, day) if day and passage.kind == "news" else None


def _last_sentence(passage: Passage, start: int) -> int:
    return passage.sentence_at(start - 1).start if start > passage.start else start


def _with_year(moment: Moment, year: str) -> str:
    return moment.edtf.replace(UNKNOWN_YEAR, year)
