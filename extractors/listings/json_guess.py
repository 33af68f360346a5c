"""Which array of a JSON answer is the list, and which of its keys are titles, links and days.

Reads::

    {"code": 0, "page": {"rows": [{"docTitle": …, "docPubUrl": …, "docRelTime": …}, …]}}     rows; docTitle, docPubUrl, docRelTime
    [{"id": 3, "name": "鹿港区召开座谈会", "href": "/3.html", "sj": "2022-03-01"}]            name, href, sj

Leaves alone::

    {"channels": [{"name": "新闻", "url": "/xw/"}]}, beside an array with headlines            the shorter names: a menu
    {"img": "/1.jpg"}, {"url": null}                                                          no link to an article
"""

from __future__ import annotations

import heapq
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, TypeAlias

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"
Role = Literal["link", "title", "day"]

_NAMES: Mapping[Role, re.Pattern[str]] = {
    "link": re.compile(
        r"(?P<best>(?:doc|pub|info|article|art|news|content|detail|link|access)*_?(?:pub)?_?(?:url|link|href)s?)|(?P<fair>.*(?:url|link|href|path|address).*|dz|ljdz)",
        re.IGNORECASE,
    ),
    "title": re.compile(
        r"(?P<best>(?:doc|info|article|art|news|content|main|show|list)*_?title|bt|biaoti|标题)|(?P<fair>.*(?:title|subject|headline|name|topic|caption).*|mc)",
        re.IGNORECASE,
    ),
    "day": re.compile(
        r"(?P<best>.*(?:pub|publish|published|release|rel|issue|deploy|display|show|online)_?(?:lish|ed|ish)?_?(?:date|time|day)(?:_?str)?|fbsj|fbrq|发布时间|发布日期)"
        r"|(?P<fair>date|time|day|.*(?:date|time|riqi|shijian|datestr)|sj|rq|.*(?:date|time).*)",
        re.IGNORECASE,
    ),
}
_PICTURE = re.compile(r"img|image|pic|photo|thumb|icon|cover|avatar|logo|video|tupian", re.IGNORECASE)
_ADDRESS = re.compile(
    r"(?:https?:)?//\S+|\.{0,2}/\S*|[\w./-]{1,200}\.(?:s?html?|jhtml|jspx?|aspx?|php|do|pdf|docx?)(?:[?#]\S*)?", re.IGNORECASE
)
_DAY = re.compile(r"\D{0,8}(?:19|20)[0-9]{2}\s?[-/.年]?\s?[0-9]{1,2}.*|(?:/Date\()?[0-9]{9,13}.*|[0-9]{1,2}[-/月][0-9]{1,2}日?", re.DOTALL)
_LOOKED_AT = 20
_MOST_VALUES = 200_000
_MOST_ARRAYS = 100
_LONGEST_KEY = 60


def guess_items(root: Json) -> list[Json]:
    """The array of the most headlines with links; without a likely one the longest array of objects, or an empty one."""
    arrays = heapq.nlargest(_MOST_ARRAYS, _arrays(root), key=len)
    return max(arrays, key=_worth, default=[])


def guess_key(items: Sequence[Mapping[str, Json]], role: Role) -> str | None:
    """The key under which most items have their title, link or day; None where none is likely."""
    keys = dict.fromkeys(key for item in items[:_LOOKED_AT] for key in item)
    best = max(keys, key=lambda key: _likeness(items, key, role), default=None)
    return best if best is not None and _likeness(items, best, role) > 0 and "." not in best else None


def _arrays(root: Json) -> Iterator[list[Json]]:
    stack: list[Json] = [root]
    seen = 0
    while stack and seen < _MOST_VALUES:
        value = stack.pop()
        seen += 1
        if isinstance(value, dict):
            stack.extend(reversed(value.values()))
        elif isinstance(value, list):
            if any(isinstance(item, dict) for item in value):
                yield value
            stack.extend(item for item in reversed(value) if isinstance(item, (dict, list)))


def _worth(items: list[Json]) -> tuple[bool, float]:
    objects = [item for item in items if isinstance(item, dict)]
    title, link = guess_key(objects, "title"), guess_key(objects, "link")
    lengths = sorted(len(str(item.get(title) or "")) for item in objects[:_LOOKED_AT]) if title else [0]
    return title is not None and link is not None, len(objects) * min(lengths[len(lengths) // 2], 30)


def _likeness(items: Sequence[Mapping[str, Json]], key: str, role: Role) -> float:
    """How far a key is of a role: by its name and by what it holds."""
    match = _NAMES[role].fullmatch(key) if len(key) <= _LONGEST_KEY else None
    values = [str(item[key]) for item in items[:_LOOKED_AT] if isinstance(item.get(key), (str, int, float)) and item[key] != ""]
    if match is None or not values or isinstance(items[0].get(key), bool):
        return 0.0
    if role == "link" and (
        _PICTURE.search(key) or sum(_ADDRESS.fullmatch(value.strip()) is not None for value in values) * 2 <= len(values)
    ):
        return 0.0
    if role == "day" and sum(_DAY.fullmatch(value.strip()) is not None for value in values) * 2 <= len(values):
        return 0.0
    share = len(values) / min(len(items), _LOOKED_AT)
    length = min(sum(map(len, values)) / len(values), 30) / 30 if role == "title" else 0.0
    return share * (2.0 if match["best"] else 1.0) + length
