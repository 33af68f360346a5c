"""Lists in JSON."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.listings.entry import Listing
from extractors.listings.json_list import JsonPaths, read_json_list
from schemas.errors import Unreadable

ADDRESS = "http://jyj.lugang.example/api/list?id=3"
ROOT = "http://jyj.lugang.example"
TODAY = date(2024, 5, 20)
ONE, TWO = "鹿港区召开结对帮扶座谈会", "康朗县教师赴鹿港区跟岗学习"


def read(value: Any, *, address: str = ADDRESS, **paths: str) -> Listing:
    data = (
        value if isinstance(value, bytes) else value.encode() if isinstance(value, str) else json.dumps(value, ensure_ascii=False).encode()
    )
    return read_json_list(data, address, JsonPaths(**paths), TODAY)


def told(value: Any, **paths: str) -> list[tuple[str, str | None, str | None]]:
    return [(one.address.removeprefix(ROOT), one.title, None if one.day is None else str(one.day)) for one in read(value, **paths).entries]


def items(title: str = "title", link: str = "url", day: str = "pubDate") -> list[dict[str, Any]]:
    return [{"id": 1, title: ONE, link: "/1.html", day: "2024-05-06 08:00:00"}, {"id": 2, title: TWO, link: "/2.html", day: "2024-05-03"}]


BOTH = [("/1.html", ONE, "2024-05-06"), ("/2.html", TWO, "2024-05-03")]

SHAPES: dict[str, Any] = {
    "an array": items(),
    "in an object": {"code": 0, "data": {"list": items(), "total": 2}},
    "pages of TRS": {"page": {"content": items("docTitle", "docPubUrl", "docRelTime")}},
    "small letters": {"rows": items("doctitle", "docpuburl", "docreltime")},
    "names in pinyin": {"rows": items("bt", "url", "fbsj")},
    "other names": {"rows": items("name", "href", "createTime")},
    "beside menus": {"channels": [{"name": name, "url": f"/{name}/"} for name in "新闻 公告 动态 督导".split()], "articles": items()},
    "beside pictures": {
        "list": [one | {"imgUrl": "/1.jpg", "thumbUrl": "/2.jpg", "subTitle": "", "channelName": "新闻"} for one in items()]
    },
    "beside other times": {"list": [one | {"updateTime": "2024-05-19", "createTime": 1715000000000} for one in items()]},
    "JSONP": f"callback({json.dumps(items())});",
    "JSONP of jQuery": f"/**/jQuery1102_17({json.dumps({'data': items()})})",
    "a variable": f"var newsList = {json.dumps(items())};",
    "a property": f"window.data={json.dumps(items())}",
    "a mark before it": "\ufeff" + json.dumps(items()),
    "a data store": "<datastore><recordset>"
    + "".join(f"<record><![CDATA[{json.dumps(one)}]]></record>" for one in items())
    + "</recordset></datastore>",
    "HTML": {"data": {"html": f"<ul><li><a href='/1.html'>{ONE}</a>2024-05-06</li><li><a href='/2.html'>{TWO}</a>2024-05-03</li></ul>"}},
    "HTML in a data store": f"<datastore><record><![CDATA[<li><a href='/1.html'>{ONE}</a>2024-05-06</li>]]></record>"
    f"<record><![CDATA[<li><a href='/2.html'>{TWO}</a>2024-05-03</li>]]></record></datastore>",
    "titles with markup": [items()[0] | {"title": f"<em>{ONE[:3]}</em>{ONE[3:]}"}, items()[1]],
    "GB18030": json.dumps(items(), ensure_ascii=False).encode("gb18030"),
}
TIMES: dict[str, tuple[Any, str | None]] = {
    "a day": ("2024-05-06", "2024-05-06"),
    "in Chinese": ("2024年5月6日", "2024-05-06"),
    "with a zone": ("2024-05-06T16:00:00.000+00:00", "2024-05-07"),
    "seconds": (1714924800, "2024-05-06"),
    "a second before": (1714924799, "2024-05-05"),
    "milliseconds": (1714924800000, "2024-05-06"),
    "seconds in words": ("1714924800", "2024-05-06"),
    "milliseconds in words": ("1714924800000", "2024-05-06"),
    "seconds with a fraction": (1714924800.5, "2024-05-06"),
    "as .NET writes it": ("/Date(1714924800000+0800)/", "2024-05-06"),
    "without marks": ("20240506", "2024-05-06"),
    "without marks, a number": (20240506, "2024-05-06"),
    "without marks, with a clock": ("20240506080000", "2024-05-06"),
    "without a year": ("05-06", "2024-05-06"),
    "an hour without marks": (2024050608, None),
    "no day of the calendar": ("2024-02-30", None),
    "a month": ("2024-05", None),
    "nothing": (None, None),
    "empty": ("", None),
    "zero": (0, None),
    "true": (True, None),
    "an object": ({"time": 1}, None),
    "far too large": (10**400, None),
    "a week ago": ("一周前", None),
}
LINKS: dict[str, tuple[dict[str, Any], str, str]] = {
    "relative": ({"a": "../x/1.html"}, "a", "/x/1.html"),
    "deeper": ({"urls": [{"pc": "/1.html"}]}, "urls.0.pc", "/1.html"),
    "made of an id": ({"id": 7, "col": {"id": 3}}, "/show.html?c={col.id}&id={id}", "/show.html?c=3&id=7"),
    "made of words": ({"id": "甲 乙/1"}, "/show/{id}", "/show/%E7%94%B2%20%E4%B9%99%2F1"),
    "with references": ({"a": "/1.html?a=1&amp;b=2&copy=3"}, "a", "/1.html?a=1&b=2&copy=3"),
}


@pytest.mark.parametrize("value", SHAPES.values(), ids=SHAPES)
def test_the_list_is_found(value: Any) -> None:
    assert told(value) == BOTH


@pytest.mark.parametrize(("written", "day"), TIMES.values(), ids=TIMES)
def test_days(written: Any, day: str | None) -> None:
    assert told([{"title": ONE, "url": "/1.html", "time": written}], day="time") == [("/1.html", ONE, day)]


@pytest.mark.parametrize(("item", "link", "address"), LINKS.values(), ids=LINKS)
def test_links(item: dict[str, Any], link: str, address: str) -> None:
    assert told([item | {"title": ONE}], link=link) == [(address, ONE, None)]


def test_paths() -> None:
    value = {"a": [{"b": items("x", "y", "z")}]}
    assert told(value, items="a.0.b", link="y", title="x", day="z") == BOTH
    assert told(value["a"][0]["b"], items="", link="y", title="x", day="z") == BOTH
    assert [title for _, title, _ in told(value, items="a.0.b", link="y", title="none")] == [None, None]


def test_links_are_relative_to_the_base() -> None:
    assert read([{"title": ONE, "url": "1.html"}], base="/gzdt/").entries[0].address == f"{ROOT}/gzdt/1.html"
    assert read([{"title": ONE, "url": "1.html"}], base="http://news.example/a/").entries[0].address == "http://news.example/a/1.html"
    assert read([{"title": ONE, "url": "./1.html"}]).entries[0].address == f"{ROOT}/api/1.html"


def test_items_without_an_address_are_counted() -> None:
    listing = read([*items(), {"title": ONE, "url": ""}, {"title": ONE}, {"title": ONE, "url": "javascript:a"}, 3, None])
    assert (len(listing.entries), listing.without_address) == (2, 3)


def test_the_page_after_a_numbered_one() -> None:
    assert read(items(), address=f"{ROOT}/api?page=1&size=2").more == (f"{ROOT}/api?page=2&size=2",)
    assert read(items()).more == ()


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        (b"", "empty"),
        ("{}", "empty"),
        ("[]", "empty"),
        ("null", "empty"),
        ({"code": 500, "data": None}, "empty"),
        ({"data": []}, "empty"),
        ({"data": [1, 2]}, "empty"),
        ({"menu": [{"name": "新闻"}]}, "empty"),
        ({"data": "<p>没有内容</p>"}, "empty"),
        ("<html><body>verify</body></html>", "unsupported"),
        ("callback(", "unsupported"),
        ('{"a": ', "unsupported"),
        ("1" * 6000 + "x", "unsupported"),
        ("[" * 100_000, "too-deep"),
        ("[" * 100_000 + "]" * 100_000, "too-deep"),
    ],
)
def test_what_is_no_list(value: Any, reason: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read(value)
    assert caught.value.reason == reason
    assert caught.value.message.endswith("。")


@pytest.mark.parametrize("path", ["a.b", "0", "a.0.c", "a.99999999999", "."])
def test_paths_that_lead_nowhere(path: str) -> None:
    with pytest.raises(Unreadable, match="没有带链接的文章"):
        read({"a": [1]}, items=path)


def test_broken_characters_do_no_harm() -> None:
    assert told('[{"title": "两校\\ud83d签约", "url": "/1.html"}, {"title": "a", "url": "/\\ud83d.html"}]') == [
        ("/1.html", "两校签约", None)
    ]


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.sampled_from(["/1.html", ONE, "2024-05-06"]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["title", "url", "date", "data", "id", "link"]) | st.text(max_size=5), inner, max_size=5)
    ),
    max_leaves=20,
)


@given(_VALUES)
def test_whatever_is_there_nothing_else_is_raised(value: Any) -> None:
    try:
        listing = read(json.dumps(value))
    except Unreadable:
        return
    assert listing.entries
    assert all(entry.title is None or entry.title.strip() for entry in listing.entries)
