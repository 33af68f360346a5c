"""Feeds: one document for each item, in every format and with every fault that feeds are known for."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors import read_bytes
from extractors.readers.any import read_source
from extractors.readers.feed import read_feed
from extractors.readers.source_text import SourceText
from schemas.record import Record
from tests.linear import LIMIT, growth

FIRST = "9月5日，青石县第一小学12名骨干教师来到柳树乡中心小学，开展结对帮扶送教活动。"
SECOND = "活动中，青石县第一小学教师上示范课4节，并捐赠图书300册。"
HTML = f"<p>{FIRST}</p><p>{SECOND}</p>"
ESCAPED = HTML.replace("<", "&lt;").replace(">", "&gt;")
BODY = f"{FIRST}\n{SECOND}\n"
NAMESPACES = (
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"'
)


def rss(*items: str, head: str = "<link>http://jyj.qs.example/gzdt/</link>") -> str:
    inside = "".join(f"<item>{item}</item>" for item in items)
    declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return f'{declaration}<rss version="2.0" {NAMESPACES}><channel><title>青石教育</title>{head}{inside}</channel></rss>'


def atom(*entries: str, head: str = "") -> str:
    inside = "".join(f"<entry>{entry}</entry>" for entry in entries)
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>青石教育</title>{head}{inside}</feed>'


def item(body: str = f"<description><![CDATA[{HTML}]]></description>", title: str = "送教下乡", rest: str = "") -> str:
    return f"<title>{title}</title>{rest}{body}"


def only(source: SourceText) -> tuple[str, dict[str, str]]:
    (part,) = source.parts
    return source.text[part.start : part.end], dict(part.metadata)


def told(markup: str | bytes) -> dict[str, str]:
    return only(read_feed(markup if isinstance(markup, bytes) else markup.encode()))[1]


BODIES = {
    "CDATA": f"<description><![CDATA[{HTML}]]></description>",
    "escaped": f"<description>{ESCAPED}</description>",
    "escaped twice": f"<description>{ESCAPED.replace('&', '&amp;')}</description>",
    "tags that nobody escaped": f"<description>{HTML}</description>",
    "plain lines": f"<description>{FIRST}\n{SECOND}</description>",
    "the whole text beside a summary": f"<description>{FIRST[:12]}…</description><content:encoded><![CDATA[{HTML}]]></content:encoded>",
    "an empty whole text": f"<content:encoded></content:encoded><description><![CDATA[{HTML}]]></description>",
    "a picture": f"<media:title>签约</media:title><media:content url='a.jpg'/><description><![CDATA[{HTML}]]></description>",
    "the title again": f"<description><![CDATA[<h1>送教下乡</h1>{HTML}]]></description>",
    "a script": f"<description><![CDATA[<script>var a='99所学校'</script>{HTML}]]></description>",
}
ATOM_BODIES = {
    "html": f'<content type="html">{ESCAPED}</content>',
    "xhtml": f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{HTML}</div></content>',
    "xhtml with a prefix": (
        '<content type="xhtml"><x:div xmlns:x="http://www.w3.org/1999/xhtml">'
        f"{HTML.replace('<p', '<x:p').replace('</p', '</x:p')}</x:div></content>"
    ),
    "text": f'<content type="text">{FIRST}\n{SECOND}</content>',
    "a summary alone": f'<summary type="html">{ESCAPED}</summary>',
    "both": f'<summary>{FIRST[:12]}…</summary><content type="html">{ESCAPED}</content>',
    "content elsewhere": f'<content type="text/html" src="http://jyj.qs.example/1.htm"/><summary>{FIRST}\n{SECOND}</summary>',
}


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_bodies_of_rss(body: str) -> None:
    assert only(read_feed(rss(item(body)).encode()))[0] == f"送教下乡\n{BODY}"


@pytest.mark.parametrize("body", ATOM_BODIES.values(), ids=ATOM_BODIES)
def test_bodies_of_atom(body: str) -> None:
    assert only(read_feed(atom(item(body)).encode()))[0] == f"送教下乡\n{BODY}"


def test_rdf() -> None:
    markup = f"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="http://jyj.qs.example/rss"><title>青石教育</title>
<link>http://jyj.qs.example/</link><items><rdf:Seq><rdf:li resource="http://jyj.qs.example/1.htm"/></rdf:Seq></items></channel>
<item rdf:about="http://jyj.qs.example/1.htm"><title>送教下乡</title><description>{ESCAPED}</description><dc:creator>江映雪</dc:creator>
<dc:date>2023-09-06T08:00+08:00</dc:date><dc:source>青石日报</dc:source></item></rdf:RDF>"""
    source = read_feed(markup.encode())
    assert source.media_type == "application/rdf+xml"
    assert only(source)[0] == f"送教下乡\n{BODY}"
    assert only(source)[1] == {
        "ArticleTitle": "送教下乡",
        "PubDate": "2023-09-06T08:00+08:00",
        "ContentSource": "青石日报",
        "Author": "江映雪",
        "Url": "http://jyj.qs.example/1.htm",
        "ChannelTitle": "青石教育",
    }


def test_items_are_parts_and_their_titles_headings() -> None:
    source = read_feed(rss(item(title="送教下乡"), item(title="两校签约"), item(title="")).encode())
    assert source.media_type == "application/rss+xml"
    assert [source.text[part.start : part.end].partition("\n")[0] for part in source.parts] == ["送教下乡", "两校签约", FIRST]
    assert [(source.text[one.start : one.end], one.level) for one in source.headings] == [("送教下乡", 0), ("两校签约", 0)]
    assert all(before.end <= after.start for before, after in zip(source.parts, source.parts[1:], strict=False))


TITLES = {
    "&lt;b&gt;两校&lt;/b&gt;签约": "两校签约",
    "<![CDATA[<font color='red'>两校签约</font>]]>": "两校签约",
    "两校签约 &amp;amp; 揭牌": "两校签约 & 揭牌",
    "&amp;ldquo;两校&amp;rdquo;签约": "“两校”签约",
    "两校\n  签约": "两校 签约",
    "山海牵手　两校签约": "山海牵手　两校签约",
    "3&lt;5的教学": "3<5的教学",
    "<b>两校</b>签约": "两校签约",
}


@pytest.mark.parametrize(("title", "read"), TITLES.items())
def test_titles(title: str, read: str) -> None:
    assert only(read_feed(rss(item(title=title)).encode()))[0].partition("\n")[0] == read


ADDRESSES: list[tuple[str, str | None]] = [
    ("<link>http://jyj.qs.example/1.htm</link>", "http://jyj.qs.example/1.htm"),
    ("<link>\n  http://jyj.qs.example/1.htm\n</link>", "http://jyj.qs.example/1.htm"),
    ("<link><![CDATA[http://jyj.qs.example/1.htm?a=1&b=2]]></link>", "http://jyj.qs.example/1.htm?a=1&b=2"),
    ("<link>202309/t20230906_1.html</link>", "http://jyj.qs.example/gzdt/202309/t20230906_1.html"),
    ("<link>/1.htm</link>", "http://jyj.qs.example/1.htm"),
    ("<link>//news.qs.example/1.htm</link>", "http://news.qs.example/1.htm"),
    ("<guid>http://jyj.qs.example/1.htm</guid>", "http://jyj.qs.example/1.htm"),
    ('<atom:link href="http://jyj.qs.example/1.htm"/>', "http://jyj.qs.example/1.htm"),
    ('<guid isPermaLink="false">http://jyj.qs.example/1.htm</guid>', None),
    ("<link>javascript:void(0)</link>", None),
    ("<link>JavaScript:alert(1)</link><guid>file:///c:/1.htm</guid>", None),
    ("<link>file:///etc/passwd</link>", None),
    ("<link>ftp://jyj.qs.example/1.htm</link>", None),
    ("<link>http://[::1</link>", None),
    ("<link>#top</link>", None),
    ("<link></link>", None),
]


@pytest.mark.parametrize(("markup", "address"), ADDRESSES)
def test_addresses(markup: str, address: str | None) -> None:
    assert told(rss(item(rest=markup))).get("Url") == address


def test_without_any_address_of_its_own_a_feed_leaves_relative_links_alone() -> None:
    assert "Url" not in told(rss(item(rest="<link>/1.htm</link>"), head=""))
    assert told(rss(item(rest="<link>/1.htm</link>"), head='<atom:link rel="self" href="http://a.example/f.xml"/>'))["Url"] == (
        "http://a.example/1.htm"
    )


def test_links_of_atom() -> None:
    entry = item(
        '<content type="html">&lt;p&gt;甲&lt;/p&gt;</content>',
        rest='<link rel="edit" href="e"/><link href="1.htm"/><link rel="via" href="http://b.example/9.htm"/>',
    )
    metadata = told(atom(entry).replace("<feed", '<feed xml:base="http://a.example/n/"'))
    assert metadata["Url"] == "http://a.example/n/1.htm"
    assert metadata["OriginalUrl"] == "http://b.example/9.htm"


AUTHORS: list[tuple[str, str | None]] = [
    ("<dc:creator>江映雪</dc:creator>", "江映雪"),
    ("<author>江映雪</author>", "江映雪"),
    ("<author>jyx@qs.example (江映雪)</author>", "江映雪"),
    ("<author>jyx@qs.example</author>", None),
    ("<dc:creator>江映雪</dc:creator><dc:creator>石可风</dc:creator>", "江映雪、石可风"),
    ("<author>jyx@qs.example</author><dc:creator><![CDATA[江映雪]]></dc:creator>", "江映雪"),
    ("<author></author>", None),
    ("", None),
]


@pytest.mark.parametrize(("markup", "author"), AUTHORS)
def test_authors(markup: str, author: str | None) -> None:
    assert told(rss(item(rest=markup))).get("Author") == author


def test_authors_of_atom() -> None:
    body = '<content type="html">甲</content>'
    one = item(body, rest="<author><name>江映雪</name><email>a@b.example</email></author><author><name>石可风</name></author>")
    assert told(atom(one))["Author"] == "江映雪、石可风"
    assert told(atom(item(body), head="<author><name>县教育局</name></author>"))["Author"] == "县教育局"
    assert told(atom(item(body, rest="<source><title>青石日报</title></source>")))["ContentSource"] == "青石日报"


def press(markup: str) -> tuple[str | None, str | None, str | None]:
    (document,) = read_bytes(markup.encode(), names=False).documents
    found = document.press
    assert found is not None
    return found.outlet, found.author, found.published.edtf if found.published else None


DAYS: list[tuple[str, str | None]] = [
    ("<pubDate>Wed, 06 Sep 2023 17:20:00 +0800</pubDate>", "2023-09-06"),
    ("<pubDate>Wed, 06 Sep 2023 17:20:00 GMT</pubDate>", "2023-09-07"),
    ("<pubDate>6 Sep 23 08:00 +0800</pubDate>", "2023-09-06"),
    ("<pubDate>2023年9月6日</pubDate>", "2023-09-06"),
    ("<pubDate>2023/9/6</pubDate>", "2023-09-06"),
    ("<pubDate>2023.9.6</pubDate>", "2023-09-06"),
    ("<pubDate>2023-09-06 17:20:00</pubDate>", "2023-09-06"),
    ("<dc:date>2023-09-05T23:30:00Z</dc:date>", "2023-09-06"),
    ("<pubDate>星期三, 06 Sep 2023 17:20:00 +0800</pubDate>", "2023-09-06"),
    ("<pubDate>2023-02-30</pubDate>", "2023-02"),
    ("<link>http://a.example/202309/t20230906_1.html</link>", "2023-09-06"),
    ("<link>http://a.example/2023-09/06/c_1.htm</link>", "2023-09-06"),
    ("<link>http://a.example/202309/1.html</link>", "2023-09"),
    ("<link>http://a.example/article/20239.html</link>", None),
    ("<pubDate>昨天</pubDate>", None),
    ("<pubDate>Wed, 06 Foo 2023</pubDate>", None),
    ("<pubDate>0000-00-00 00:00:00</pubDate>", None),
]


@pytest.mark.parametrize(("markup", "day"), DAYS)
def test_days(markup: str, day: str | None) -> None:
    assert press(rss(item(rest=markup)))[2] == day


def test_an_items_own_lines_come_before_the_feeds_elements() -> None:
    body = f"<description><![CDATA[<p>来源：青石日报 作者：江映雪</p>{HTML}]]></description>"
    rest = "<source url='http://b.example/'>青石教育网</source><dc:creator>教务处</dc:creator><pubDate>2023-09-06</pubDate>"
    assert press(rss(item(body, rest=rest))) == ("青石日报", "江映雪", "2023-09-06")
    assert press(rss(item(rest=rest))) == ("青石教育网", "教务处", "2023-09-06")
    assert press(rss(item())) == ("青石教育", None, None)


def test_what_comes_from_the_feed_has_no_words() -> None:
    (document,) = read_bytes(rss(item(rest="<link>/1.htm</link><dc:creator>江映雪</dc:creator>")).encode(), names=False).documents
    assert document.press is not None
    assert {(one.field, one.via, one.span) for one in document.press.readings} == {
        ("outlet", "feed", None),
        ("author", "feed", None),
        ("url", "feed", None),
    }


FAULTS = {
    "a character that does not exist": ("送教&#1114112;下乡", "送教\ufffd下乡"),
    "a surrogate": ("送教&#xD800;下乡", "送教\ufffd下乡"),
    "a number without end": (f"送教&#{'9' * 12};下乡", "送教\ufffd下乡"),
    "HTML's names": ("送教&ldquo;下乡&rdquo;", "送教“下乡”"),
    "an unknown name": ("送教&foo;下乡", "送教&foo;下乡"),
    "a bare ampersand": ("送教 & 下乡", "送教 & 下乡"),
    "a control character": ("送教\x0b下乡", "送教下乡"),
    "references inside CDATA": ("<![CDATA[送教&nbsp;下乡]]>", "送教\xa0下乡"),
}


@pytest.mark.parametrize(("title", "read"), FAULTS.values(), ids=FAULTS)
def test_faults_that_are_mended(title: str, read: str) -> None:
    source = read_feed(rss(item(title=title)).encode())
    assert only(source)[0].partition("\n")[0] == read
    assert bool(source.notes) == ("\ufffd" in read or "\x0b" in title)


def test_prefixes_that_nobody_declared() -> None:
    dated = item(rest="<dc:date>2023-09-06</dc:date><slash:comments a:b='1'>3</slash:comments>")
    declared, undeclared = rss(*[dated] * 400), rss(*[dated] * 400).replace(f" {NAMESPACES}", "")
    assert (read_feed(undeclared.encode()).notes, read_feed(undeclared.encode()).is_partial) == ((), False)
    assert read_feed(undeclared.encode()).parts == read_feed(declared.encode()).parts


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (rss(item()).replace("UTF-8", "gb2312").encode("gb18030"), "gb18030"),
        (rss(item()).encode("utf-8-sig"), "utf-8"),
        (rss(item()).replace("UTF-8", "UTF-16").encode("utf-16"), "utf-16"),
        (b"\n\n  " + rss(item()).encode(), "utf-8"),
        (
            rss(item()).replace("<rss", '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://a.example/rss.dtd"><rss').encode(),
            "utf-8",
        ),
        (rss(item()).replace("<?xml", "<?xml-stylesheet href='a.xsl'?><?xml", 0).encode(), "utf-8"),
        (atom(item()).replace("<feed xmlns=", "<a:feed xmlns:a=").replace("</feed>", "</a:feed>").encode(), "utf-8"),
    ],
    ids=["gb2312", "mark", "utf-16", "blanks before", "doctype", "stylesheet", "prefix"],
)
def test_is_told_by_its_content(data: bytes, encoding: str) -> None:
    source = read_source(data, name="a.txt")
    assert source.encoding is not None
    assert source.encoding.startswith(encoding)
    assert source.media_type.endswith("+xml")
    assert source.notes == ("文件的扩展名是 .txt，内容却是订阅源，已按内容读取。",)


def test_big5() -> None:
    markup = rss(item("<description>甲校與乙校結對，每學期送教兩次，並捐贈圖書。</description>", title="結對幫扶")).replace("UTF-8", "big5")
    assert read_feed(markup.encode("big5")).text.startswith("結對幫扶\n甲校與乙校")


def outcome(data: bytes) -> tuple[str, str | None]:
    record: Record = read_bytes(data, names=False)
    assert (record.outcome.message or "").endswith("。")
    return record.outcome.status, record.outcome.reason


LAUGHS = '<!DOCTYPE rss [<!ENTITY a "哈哈"><!ENTITY b "&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        (rss(), "empty"),
        (atom(), "empty"),
        (rss("<title></title>"), "empty"),
        ("<rss version", "damaged"),
        ("<rss><channel><title>青石教育</title>", "damaged"),
        (rss(item())[:-80], "damaged"),
        (rss(item()).replace("<rss", f"{LAUGHS}<rss"), "too-large"),
        (rss(item(title="&a;")).replace("<rss", f"{OUTSIDE}<rss"), "too-large"),
        ("<rss><channel><item>" + "<a>" * 3000, "too-deep"),
        (rss(item("<description><![CDATA[" + "<div>" * 6000 + "甲]]></description>")), "too-deep"),
    ],
    ids=[
        "no items",
        "no entries",
        "an empty item",
        "cut at once",
        "cut before an item",
        "cut in the item",
        "laughs",
        "outside",
        "deep",
        "deep HTML",
    ],
)
def test_what_cannot_be_read_says_so_in_chinese(markup: str, reason: str) -> None:
    assert outcome(markup.encode()) == ("unreadable", reason)


def test_a_feed_that_breaks_off_keeps_what_was_whole() -> None:
    record = read_bytes(rss(item(title="送教下乡"), item(title="两校签约"), item(title="协议落地"))[:-90].encode(), names=False)
    assert record.outcome.status == "needs-review"
    assert "只读出前面的2篇" in (record.outcome.message or "")
    assert [document.title for document in record.documents] == ["送教下乡", "两校签约"]


def test_documents_of_other_kinds() -> None:
    notice = item("<description>各中小学：请于9月底前签订结对帮扶协议。</description>", title="关于做好结对帮扶工作的通知")
    record = read_bytes(rss(notice, item()).encode(), names=False)
    assert [(document.kind, document.press is None) for document in record.documents] == [("notice", True), ("news", False)]


@pytest.mark.parametrize(
    "piece", ["<item>", "&", "&#1;", "<![CDATA[", "]]>", "<a>", "甲", "<title>", "<link>x</link>", "&amp;lt;p&gt;", "\x00", "-->"]
)
def test_hostile_feeds_end_soon(piece: str) -> None:
    def read(size: int) -> object:
        return read_bytes((rss(item())[:-30] + piece * size).encode(), names=False).outcome

    assert growth(read, lambda size: size, large=20_000) <= LIMIT


@settings(deadline=None, max_examples=60)
@given(st.text("甲3 \n<>&;p/#![]CDATitem\"'", max_size=60))
def test_any_markup_keeps_its_promises(markup: str) -> None:
    record = read_bytes(rss(item(f"<description><![CDATA[{markup}]]></description>")).encode(), names=False)
    assert record.outcome.status in {"read", "needs-review", "unreadable"}
    for document in record.documents:
        assert 0 <= document.span.start <= document.span.end <= len(record.text)
