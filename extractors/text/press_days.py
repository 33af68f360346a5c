"""The day on a page's own line of date and source.

Reads::

    发布时间：2023-07-17 10:20, 日期：2023年7月17日               behind its label
    2024-11-18 09:26:41　来源：…, 2024年6月5日　星期三　03版       without one, at the line's head
    时间：05-12                                                  XXXX-05-12

Leaves alone::

    今天是2024年11月20日 星期三                                   the reader's day
    时间：2024年9月1日至9月3日, ——2023年9月1日在大会上的讲话       a range, a subtitle
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.text.calendar import find_moments
from extractors.text.edtf import compose
from extractors.text.page_labels import Labelled, read_labels
from extractors.text.passage import Stretch
from extractors.text.punctuation import HAN
from extractors.text.timestamps import BY_FIGURES, read_figures

_WHOLE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_RANGE = re.compile(r"[ ]?(?:-|至|到|起)")
_NO_YEAR = re.compile(r"(?P<month>[0-9]{1,2})[-/月](?P<day>[0-9]{1,2})日?(?![0-9/年月-])")
_FRONT = re.compile(r"[（〔●■·|\s]{0,3}")
_NOW = re.compile(r"(?:今天|现在|当前|北京)[^，。]{0,6}$")
_WEEKDAY = re.compile(r"[ ]?(?:星期|周|礼拜|农历|第?[0-9A-Z]{1,3}[ ]?版)")
_SHORT = 80
_EDITION = re.compile(r"[0-9A-Z一二三四五六七八九十]{1,3}[ ]?版|[0-9]{1,6}[ ]?期")


@dataclass(frozen=True, slots=True)
class Day:
    """An EDTF day at its place in the text."""

    start: int
    end: int
    edtf: str


def labelled_day(text: str, label: Labelled) -> Day | None:
    """The day behind a label; None where what stands there is a range, or no day."""
    if match := BY_FIGURES.search(text, label.start, label.end):
        day = _of_match(match) if match.start() <= label.start + 2 else None
        return None if day is None or _RANGE.match(text, day.end, label.end) else day
    if match := _NO_YEAR.match(text, label.start, label.end):
        composed = compose("XXXX", match["month"], match["day"])
        return None if composed is None or composed.impossible else Day(match.start(), match.end(), composed.edtf)
    for moment in find_moments(text, label.start, label.end):
        if moment.start <= label.start + 2 and _WHOLE.fullmatch(moment.edtf):
            return Day(moment.start, moment.end, moment.edtf)
        break
    return None


def bare_day(text: str, line: Stretch, *, headed: bool = False) -> Day | None:
    """The day without a label that a line begins with, or that stands in it beside other labels or a newspaper's page.

    ``headed`` where the line stands right below a title: then a day in figures may stand anywhere in it.
    """
    words = text[line.start : line.end]
    if len(words) > _SHORT or re.search("[。！？]", words):
        return None
    anywhere = bool(_EDITION.search(words) or read_labels(text, line.start, line.end))
    for match in BY_FIGURES.finditer(text, line.start, line.end):
        front = _FRONT.match(text, line.start, line.end)
        begins = front is not None and match.start() <= front.end()
        before = text[line.start : match.start()].rstrip(" ")
        in_figures = (match["hour"] or headed) and match["mark"] != "年"
        free = (anywhere or in_figures) and not re.search("[：-]$", before) and not _NOW.search(before)
        if (begins or free) and _ends(text, match, line):
            return _of_match(match)
    return None


def is_masthead(text: str, line: Stretch) -> bool:
    """Whether a line is a newspaper's head: its day and page, perhaps behind its name."""
    return _EDITION.search(text, line.start, line.end) is not None and bare_day(text, line) is not None


def sign_off(text: str, line: Stretch) -> Day | None:
    """The day that is a line of its own, as under a letter."""
    for moment in find_moments(text, line.start, line.end):
        whole = (moment.start, moment.end) == (line.start, line.end) and _WHOLE.fullmatch(moment.edtf)
        return Day(moment.start, moment.end, moment.edtf) if whole else None
    return None


def _of_match(match: re.Match[str]) -> Day | None:
    edtf = read_figures(match)
    return None if edtf is None else Day(match.start(), match.end(), edtf)


def _ends(text: str, match: re.Match[str], line: Stretch) -> bool:
    """Whether the day is over with the match, and no sentence goes on from it."""
    at = match.end()
    rest = text[at : line.end].lstrip(" ")
    if _RANGE.match(text, at, line.end) or "，" in rest:
        return False
    if not rest or not re.match(f"[{HAN}]", rest) or match["hour"] or match["mark"] != "年":
        return True
    labels = read_labels(text, at, line.end)
    return bool(_WEEKDAY.match(rest)) or (bool(labels) and text[at : labels[0].label].strip() == "")
