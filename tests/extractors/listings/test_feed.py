"""Feeds as lists."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.listings.entry import Listing
from extractors.listings.feed import read_feed_list
from schemas.errors import Unreadable

ADDRESS = "http://jyj.lugang.example/rss/gzdt.xml"
ROOT = "http://jyj.lugang.example"
TITLE = "鹿港区召开结对帮扶座谈会"


def rss(*items: str, head: str = "", root: str = "") -> bytes:
    inside = "".join(f"<item>{item}</item>" for item in items)
    declared = '<?xml version="1.0" encoding="UTF-8"?>'
    return f'{declared}<rss version="2.0" {root}><channel><title>鹿港教育</title>{head}{inside}</channel></rss>'.encode()


def atom(*entries: str, head: str = "", root: str = "") -> bytes:
    inside = "".join(f"<entry>{entry}</entry>" for entry in entries)
    return f'<feed xmlns="http://www.w3.org/2005/Atom" {root}><title>鹿港教育</title>{head}{inside}</feed>'.encode()


def read(data: bytes) -> Listing:
    return read_feed_list(data, ADDRESS)


def told(data: bytes) -> list[tuple[str, str | None, str | None]]:
    return [(one.address, one.title, None if one.day is None else str(one.day)) for one in read(data).entries]


def item(title: str = TITLE, link: str = f"{ROOT}/1.html", rest: str = "") -> str:
    return f"<title>{title}</title><link>{link}</link>{rest}"


TITLES = {
    TITLE: TITLE,
    f"<![CDATA[<b>{TITLE}</b>]]>": TITLE,
    f"&lt;font color='red'&gt;{TITLE}&lt;/font&gt;": TITLE,
    f"&amp;lt;b&amp;gt;{TITLE}&amp;lt;/b&amp;gt;": TITLE,
    f"<b>{TITLE}</b>": TITLE,
    f"\n  {TITLE}\n ": TITLE,
    "两校签约 &amp; 揭牌": "两校签约 & 揭牌",
    "两校签约 &amp;amp; 揭牌": "两校签约 & 揭牌",
    "两校签约 & 揭牌": "两校签约 & 揭牌",
    f"{TITLE}&#1114112;": f"{TITLE}\ufffd",
    f"&nbsp;{TITLE}": TITLE,
    "<![CDATA[<script>alert(1)</script>两校签约]]>": "两校签约",
    "": None,
    "&lt;img src='a.jpg'&gt;": None,
}
DAYS = {
    "2022年3月1日": "2022-03-01",
    "2022/3/1": "2022-03-01",
    "2022.3.1": "2022-03-01",
    "2022-03-01 08:00": "2022-03-01",
    "Tue, 01 Mar 2022 20:00:00 GMT": "2022-03-02",
    "星期二, 01 三月 2022 08:00:00 +0800": "2022-03-01",
    "2022-02-30": None,
    "Mar 2022": None,
    "": None,
    "昨天": None,
}
LINKS = {
    "<link>http://news.example/a.html</link>": "http://news.example/a.html",
    "<link> ../gzdt/1.html </link>": f"{ROOT}/gzdt/1.html",
    "<link>/1.html#top</link>": f"{ROOT}/1.html",
    "<link><![CDATA[http://news.example/a.html?a=1&b=2]]></link>": "http://news.example/a.html?a=1&b=2",
    "<link>http://news.example/a.html?a=1&b=2</link>": "http://news.example/a.html?a=1&b=2",
    "<guid>http://news.example/a.html</guid>": "http://news.example/a.html",
    "<link>javascript:void(0)</link><guid>http://news.example/a.html</guid>": "http://news.example/a.html",
}
NO_LINKS = [
    "<link>javascript:alert(1)</link>",
    "<link>file:///etc/passwd</link>",
    "<link></link>",
    "",
    '<guid isPermaLink="false">http://a.example/1</guid>',
    "<link>mailto:a@b.example</link>",
    "<guid>7</guid>",
]


@pytest.mark.parametrize(("written", "title"), TITLES.items())
def test_titles(written: str, title: str | None) -> None:
    assert told(rss(item(written))) == [(f"{ROOT}/1.html", title, None)]


@pytest.mark.parametrize("name", ["pubDate", "dc:date"])
@pytest.mark.parametrize(("written", "day"), DAYS.items())
def test_days(name: str, written: str, day: str | None) -> None:
    assert told(rss(item(rest=f"<{name}>{written}</{name}>"))) == [(f"{ROOT}/1.html", TITLE, day)]


@pytest.mark.parametrize(("written", "address"), LINKS.items())
def test_links(written: str, address: str) -> None:
    assert told(rss(f"<title>{TITLE}</title>{written}")) == [(address, TITLE, None)]


@pytest.mark.parametrize("written", NO_LINKS)
def test_links_that_lead_nowhere_are_counted(written: str) -> None:
    listing = read(rss(f"<title>{TITLE}</title>{written}", item()))
    assert (len(listing.entries), listing.without_address) == (1, 1)


def test_links_are_relative_to_what_the_feed_says() -> None:
    assert told(rss(item(link="1.html"), head=f"<link>{ROOT}/gzdt/</link>"))[0][0] == f"{ROOT}/gzdt/1.html"
    assert told(rss(item(link="1.html"), root='xml:base="/tzgg/"'))[0][0] == f"{ROOT}/tzgg/1.html"
    assert told(rss(item(link="1.html")))[0][0] == f"{ROOT}/rss/1.html"


def test_the_bases_of_atom() -> None:
    link = '<title>a</title><link href="1.html"/>'
    assert told(atom(link, head='<link href="http://news.example/x/"/>'))[0][0] == f"{ROOT}/rss/1.html"
    assert told(atom(link, root='xml:base="http://news.example/x/"'))[0][0] == "http://news.example/x/1.html"
    assert (
        told(atom('<title>a</title><link xml:base="../y/" href="1.html"/>', root='xml:base="http://news.example/x/"'))[0][0]
        == "http://news.example/y/1.html"
    )


def test_atom() -> None:
    entry = (
        f'<title type="html">&lt;b&gt;{TITLE}&lt;/b&gt;</title><link rel="edit" href="/e"/><link href="/1.html"/>'
        "<published>2022-03-01T18:00:00Z</published><updated>2022-03-05T00:00:00Z</updated>"
    )
    assert told(atom(entry)) == [(f"{ROOT}/1.html", TITLE, "2022-03-02")]


def test_rdf() -> None:
    data = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"'
        f' xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="{ROOT}/"><title>鹿港教育</title></channel>'
        f'<item rdf:about="{ROOT}/1.html"><title>{TITLE}</title><dc:date>2022-03-01</dc:date></item></rdf:RDF>'
    )
    assert told(data.encode()) == [(f"{ROOT}/1.html", TITLE, "2022-03-01")]


def test_gb18030() -> None:
    data = rss(item()).replace(b"UTF-8", b"gb2312").decode().encode("gb18030")
    assert told(data) == [(f"{ROOT}/1.html", TITLE, None)]


def test_the_next_page_of_a_feed() -> None:
    assert read(atom('<title>a</title><link href="/1.html"/>', head='<link rel="next" href="?page=2"/>')).more == (
        f"{ROOT}/rss/gzdt.xml?page=2",
    )
    assert read(rss(item(), head='<atom:link rel="next" href="/rss/2.xml"/>')).more == (f"{ROOT}/rss/2.xml",)
    assert (
        read(
            atom(
                '<title>a</title><link href="/1.html"/>',
                head=f'<link rel="next" href="{ADDRESS}"/><link rel="next" href="http://news.example/"/>',
            )
        ).more
        == ()
    )


def test_items_that_stand_twice_are_one() -> None:
    assert told(rss(item(), item(rest="<pubDate>2022-03-01</pubDate>"))) == [(f"{ROOT}/1.html", TITLE, "2022-03-01")]


def test_what_was_mended_is_said() -> None:
    listing = read(rss(item(), item("另一篇", f"{ROOT}/2.html"))[:-60])
    assert len(listing.entries) == 1
    assert "只读出前面的1篇" in "".join(listing.notes)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n", "empty"),
        (rss(), "empty"),
        (rss("<title>a</title>"), "empty"),
        (b"<!DOCTYPE html><html><body>verify you are human</body></html>", "unsupported"),
        (b"<html xmlns='http://www.w3.org/1999/xhtml'><head><title>a</title></head><body></body></html>", "unsupported"),
        (b"<?xml version='1.0'?><opml><body/></opml>", "unsupported"),
        (b"not a feed", "damaged"),
        (b"<rss><channel><item><title>a", "damaged"),
        (b'<!DOCTYPE rss [<!ENTITY a "b">]><rss><channel><item><title>&a;</title></item></channel></rss>', "too-large"),
        (b"<rss><channel>" + b"<a>" * 5000 + b"<item></item>", "too-deep"),
        (b"{}", "damaged"),
    ],
)
def test_what_is_no_feed(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read(data)
    assert caught.value.reason == reason
    assert caught.value.message.endswith("。")


@given(
    st.binary(max_size=300)
    | st.text("<>/&;=\"' itemlnktchadfus[]!CDA#x0", max_size=200).map(lambda words: b"<rss><channel><item>" + words.encode())
)
def test_whatever_is_there_nothing_else_is_raised(data: bytes) -> None:
    try:
        listing = read(data)
    except Unreadable:
        return
    assert listing.entries
    assert all(entry.address.startswith(("http://", "https://")) for entry in listing.entries)


def test_days_are_ours_whatever_the_zone() -> None:
    (entry,) = read(rss(item(rest="<pubDate>Sat, 31 Dec 2022 16:00:00 GMT</pubDate>"))).entries
    assert entry.day == date(2023, 1, 1)


def test_what_stands_in_an_item_is_no_doctype() -> None:
    body = "<description><![CDATA[ <!DOCTYPE html> ]]></description>"
    assert told(rss(item(rest=body))) == [(f"{ROOT}/1.html", TITLE, None)]
    doctype = b'<!DOCTYPE rss PUBLIC "-//N//DTD RSS 0.91//EN" "http://n.example/rss.dtd"><rss'
    assert told(rss(item("两校&middot;签约")).replace(b"<rss", doctype)) == [(f"{ROOT}/1.html", "两校·签约", None)]


@pytest.mark.parametrize("declared", [b'<?xml version="1.0"?>', b'<?xml version="1.0" encoding="UTF-8"?>', b""])
def test_letters_that_are_not_chinese(declared: bytes) -> None:
    feed = rss(item("Freiräume à Genève")).partition(b"?>")[2]
    assert told(declared + feed) == [(f"{ROOT}/1.html", "Freiräume à Genève", None)]
    with pytest.raises(Unreadable) as caught:
        read(declared + feed.replace("ä".encode(), b"\xe4"))
    assert caught.value.reason == "unknown-encoding"
