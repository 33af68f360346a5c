"""A list in JSON, as the scripts of list pages fetch it.

Reads::

    {"data": {"list": [{"title": …, "url": "/art/1.html", "pubDate": "2022-03-01"}]}}     with items = "data.list", or without a word of it
    callback({…}), var news = […], <record><![CDATA[{…}]]></record>                        the JSON inside
    {"time": 1646064000000}, "1646064000", "/Date(1646064000000)/", "2022年3月1日"          2022-03-01
    link = "/show.html?id={id}", link = "urls.0.pc"                                        made of an item's values; found on a path in it
    {"data": {"html": "<li><a href=…"}}                                                    the list in the HTML

Leaves alone::

    {"code": 500, "data": null}, {"data": []}                                              unreadable: empty
    items without an address                                                               counted
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from urllib.parse import quote

from extractors.listings.auto import find_list
from extractors.listings.entry import Entry, Listing, each_once
from extractors.listings.headlines import plain
from extractors.listings.json_guess import Json, guess_items, guess_key
from extractors.listings.line_days import read_line_day
from extractors.listings.links import article_address
from extractors.listings.page_tree import find_records
from extractors.listings.paging import following_page
from extractors.listings.stamps import day_of_seconds, read_stamp
from extractors.readers.charset import decode
from schemas.errors import Unreadable

_LONGEST_WHOLE = 18
_WRAPPED = re.compile(r"\s*(?:/\*[^*]{0,200}\*/\s*)?(?:(?:var|let|const)\s{1,5})?[A-Za-z_$][\w$.]{0,100}\s{0,5}(?P<how>[(=])\s*")
_SECONDS = re.compile(r"(?:/Date\()?(?P<figures>-?[0-9]{9,13})(?:[+-][0-9]{4})?(?:\)/)?(?:\.[0-9]{1,6})?")
_SLOT = re.compile(r"\{([\w.-]{1,60})\}")
_HTML = re.compile(r"<a\s[^<>]{0,500}href", re.IGNORECASE)
_MOST_TEXTS = 20
_MILLISECONDS = 10**11
"""From here on (1973) a number counts milliseconds."""
_DAYS_AHEAD = 366
"""What would lie later is no time but a number of another kind, such as 2022030108."""


@dataclass(frozen=True, slots=True)
class JsonPaths:
    """Where in the JSON a list stands: dotted paths, a number for the place in an array; None is guessed.

    ``items`` leads to the array ("" is the whole); ``link``, ``title`` and ``day`` start from one of its items. A link may be a pattern
    with paths in braces. ``base`` is what relative links are relative to, if not the list's own address.
    """

    items: str | None = None
    link: str | None = None
    title: str | None = None
    day: str | None = None
    base: str | None = None


def read_json_list(data: bytes, address: str, paths: JsonPaths, today: date) -> Listing:
    """The list in JSON that was fetched from ``address``.

    Raises :class:`Unreadable`: ``unsupported`` for what is no JSON, ``empty`` where there is no list or nothing in it, ``too-deep``,
    ``unknown-encoding``.
    """
    root = _read(data)
    items = guess_items(root) if paths.items is None else _at(root, paths.items)
    if not _is_list(items) and (listing := _in_html(root if paths.items is None else items, paths.base or address, today)) is not None:
        return listing
    found = [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []
    paths = _guessed(paths, found)
    base = article_address(paths.base, address) or address
    entries = [_entry(item, paths, base, today) for item in found]
    if not any(entries):
        where = f"路径“{paths.items}”处" if paths.items else ""
        raise Unreadable("empty", f"JSON {where}没有带链接的文章，接口可能已改，请在 feeds.toml 里核对 items、link 等路径。")
    following = following_page(address)
    return Listing(each_once(entry for entry in entries if entry is not None), (following,) if following else (), entries.count(None))


def _is_list(items: Json) -> bool:
    return isinstance(items, list) and any(isinstance(item, dict) for item in items)


def _read(data: bytes) -> Json:
    """What the JSON says, wherever in a script or a data store it stands."""
    if not data.strip():
        raise Unreadable("empty", "JSON 列表是空的，没有内容，请在浏览器中打开地址核对。")
    text = decode(data).text.strip().lstrip("\ufeff")
    records = list(find_records(text)) if text.startswith("<") else []
    if records:
        whole = "".join(records)
        return whole if whole.lstrip().startswith("<") else [inner for record in records for inner in _flat(_parsed(record.strip()))]
    return _parsed(text)


def _flat(value: Json) -> list[Json]:
    return value if isinstance(value, list) else [value]


def _parsed(text: str) -> Json:
    wrapped = _WRAPPED.match(text)
    if wrapped:
        text = text[wrapped.end() :].rstrip().rstrip(";").rstrip()
        text = text.removesuffix(")") if wrapped["how"] == "(" else text
    try:
        value: Json = json.loads(text, parse_int=_whole)
    except RecursionError as error:
        raise Unreadable("too-deep", "JSON 的嵌套太深，无法安全读取，请核对地址。") from error
    except ValueError as error:
        raise Unreadable("unsupported", "这个地址给出的不是 JSON，可能被网站的防火墙拦截，请在浏览器中打开核对。") from error
    return value


def _whole(figures: str) -> int | str:
    return int(figures) if len(figures) <= _LONGEST_WHOLE else figures


def _at(value: Json, path: str) -> Json:
    """What a dotted path leads to; None where it leads nowhere."""
    for step in filter(None, path.split(".")):
        if isinstance(value, dict):
            value = value.get(step)
        elif isinstance(value, list) and step.isdecimal() and int(step[:9]) < len(value):
            value = value[int(step[:9])]
        else:
            return None
    return value


def _guessed(paths: JsonPaths, items: list[dict[str, Json]]) -> JsonPaths:
    title = paths.title or guess_key(items, "title")
    return JsonPaths(paths.items, paths.link or guess_key(items, "link"), title, paths.day or guess_key(items, "day"), paths.base)


def _entry(item: dict[str, Json], paths: JsonPaths, base: str, today: date) -> Entry | None:
    link = _filled(item, paths.link) if paths.link else ""
    address = article_address(link.replace("&amp;", "&"), base) if link else None
    if address is None:
        return None
    day = _day(_at(item, paths.day), today, address) if paths.day else None
    return Entry(address, plain(_words(_at(item, paths.title))) or None if paths.title else None, day)


def _filled(item: dict[str, Json], link: str) -> str:
    """A link: what a path leads to, or a pattern with what its paths lead to."""
    if "{" not in link:
        return _words(_at(item, link))
    values = {slot: _words(_at(item, slot)) for slot in _SLOT.findall(link)}
    return _SLOT.sub(lambda slot: quote(values[slot[1]], safe=""), link) if all(values.values()) else ""


def _words(value: Json) -> str:
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        return ""
    return str(value)


def _day(value: Json, today: date, address: str) -> date | None:
    """A day as JSON writes it: a timestamp in words, or the seconds or milliseconds since 1970."""
    if isinstance(value, float):
        value = int(value) if abs(value) < 10**_LONGEST_WHOLE else None
    words = _words(value).strip()
    if (stamp := read_stamp(words)) is not None:
        return stamp
    if match := _SECONDS.fullmatch(words):
        figures = int(match["figures"])
        day = day_of_seconds(figures / 1000 if abs(figures) >= _MILLISECONDS else figures)
        return day if day is not None and (day - today).days <= _DAYS_AHEAD else None
    return read_line_day(plain(words[:200]), today, address)


def _in_html(value: Json, address: str, today: date) -> Listing | None:
    """The list in the first text that holds one in HTML."""
    for markup in islice((text for text in _texts(value) if _HTML.search(text)), _MOST_TEXTS):
        try:
            return find_list(markup.encode("utf-8", "replace"), address, today).listing
        except Unreadable:
            continue
    return None


def _texts(root: Json) -> Iterator[str]:
    stack: list[Json] = [root]
    while stack:
        value = stack.pop()
        if isinstance(value, str):
            yield value
        elif isinstance(value, list):
            stack.extend(reversed(value))
        elif isinstance(value, dict):
            stack.extend(reversed(value.values()))
