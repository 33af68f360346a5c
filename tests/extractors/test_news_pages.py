"""News as whole pages: the article alone is the document, whatever stands around it, as HTML and as text copied from the browser."""

from __future__ import annotations

import pytest

from extractors import read_bytes, read_text
from extractors.readers.html import read_html
from schemas.agreement import Document
from tests.formats.news_pages import LAYOUTS, PARAGRAPHS, TITLE

# outlet, author, address of the original
PRESS: dict[str, tuple[str | None, str | None, str | None]] = {
    "trs": ("柳树乡中心小学", None, None),
    "ucap": ("青石日报", None, None),
    "site builder": (None, "江映雪", None),
    "visual site": (None, None, None),
    "dede": ("柳树乡中心小学", "江映雪", None),
    "old school": ("青石县第一小学", "教导处", None),
    "WeChat": ("青石县第一小学", "江映雪", None),
    "portal": ("青石日报", None, "http://paper.qsrb.example/html/2023-09/06/content_8.htm"),
    "reprint": ("青石日报", "江映雪 石可风", "http://paper.qsrb.example/html/2023-09/05/content_8.htm"),
    "for print too": ("县教研室", None, None),
    "open government": ("青石县人民政府", None, None),
}
AROUND = (
    "首页",
    "机构概况",
    "上一篇",
    "下一篇",
    "上一条",
    "关闭",
    "我县召开秋季开学工作会议",
    "网站标识码",
    "版权所有",
    "热点",
    "免责",
    "喜欢此内容",
)


def page_of(layout: str) -> bytes:
    markup = LAYOUTS[layout]()
    return markup.encode("gb18030" if 'charset="gb2312"' in markup else "utf-8")


def told(document: Document) -> tuple[str | None, str | None]:
    assert document.press is not None
    return document.press.outlet, document.press.author


def assert_is_the_article(document: Document, text: str) -> None:
    assert document.kind == "news"
    assert document.title == TITLE
    inside = text[document.span.start : document.span.end]
    assert [words for words in AROUND if words in inside] == []
    assert all(inside.count(words) == 1 for words in PARAGRAPHS)
    assert [quota.span.text for quota in document.quotas] == ["12名骨干教师", "示范课4节", "60余名教师", "送教不少于2次", "图书300册"]
    assert document.press is not None
    assert document.press.published is not None
    assert document.press.published.edtf == "2023-09-06"


def test_every_layout_has_its_row() -> None:
    assert PRESS.keys() == LAYOUTS.keys()


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_page(layout: str) -> None:
    record = read_bytes(page_of(layout), names=False)
    (document,) = record.documents
    assert_is_the_article(document, record.text)
    assert document.press is not None
    assert (*told(document), document.press.original_url) == PRESS[layout]
    assert document.press.url == ("https://news.qs.example/2023/0906/c12-345.html" if layout == "portal" else None)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_text_copied_from_a_page(layout: str) -> None:
    record = read_text(read_html(page_of(layout)).text, names=False)
    (document,) = record.documents
    if layout == "for print too":  # the imprint's single line stands right below the text
        assert document.title == TITLE
    else:
        assert_is_the_article(document, record.text)
    # 本网 has no name where no meta tag gives one
    assert told(document) == (("本网", None) if layout == "open government" else PRESS[layout][:2])


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_reading_that_stands_on_the_page_shows_its_words(layout: str) -> None:
    record = read_bytes(page_of(layout), names=False)
    press = record.documents[0].press
    assert press is not None
    stated = {name for name in ("outlet", "author", "published", "url", "original_url") if getattr(press, name) is not None}
    assert {reading.field for reading in press.readings} == stated
    for reading in press.readings:
        if reading.span is None:
            assert reading.via in {"meta", "address"}
        else:
            assert record.text[reading.span.start : reading.span.end] == reading.span.text


def without(layout: str, *pieces: str) -> Document:
    markup = page_of(layout).decode()
    for piece in pieces:
        assert piece in markup
        markup = markup.replace(piece, "")
    (document,) = read_bytes(markup.encode(), names=False).documents
    return document


def test_meta_tags_serve_where_the_page_shows_nothing() -> None:
    document = without("trs", "<span>来源：柳树乡中心小学</span>", "<span>发布时间：2023-09-06 10:20</span>")
    assert document.press is not None
    assert told(document) == ("柳树乡中心小学", None)
    assert {(one.field, one.via) for one in document.press.readings} == {("outlet", "meta"), ("published", "meta")}


def test_the_address_serves_last() -> None:
    document = without("portal", "2023年09月06日08:15 | ")
    assert document.press is not None
    assert document.press.published is not None
    assert document.press.published.edtf == "2023-09-06"
    assert ("published", "address") in {(one.field, one.via) for one in document.press.readings}


def test_a_saved_page_knows_where_it_is_from() -> None:
    saved = b"<!-- saved from url=(0048)http://jyj.qs.example/202309/t20230906_1.html -->" + page_of("old school").replace(
        "更新时间：2023-9-6 8:05:11".encode("gb18030"), b""
    )
    press = read_bytes(saved, names=False).documents[0].press
    assert press is not None
    assert press.published is not None
    assert (press.url, press.published.edtf) == ("http://jyj.qs.example/202309/t20230906_1.html", "2023-09-06")


def test_an_agreement_and_a_plan_have_no_press() -> None:
    for title in ("结对帮扶协议书", "结对帮扶工作方案"):
        text = f"{title}\n发布时间：2023-09-06 来源：青石县教育局\n甲方：甲校\n乙方：乙校\n为推进城乡教育均衡发展，双方达成如下协议，特制定本方案。\n"
        assert [document.press for document in read_text(text, names=False).documents] == [None]


_P = [f"<p>{words}</p>" for words in PARAGRAPHS]
_TEXT = "".join(_P)
_INFO = "<p>2023-09-06 来源：青石日报</p>"
_LINKS = "<ul><li><a>我县20所学校获评平安校园</a> 09-01</li><li><a>县实验中学举行第12届运动会</a> 09-02</li></ul>"
BODIES: dict[str, str] = {
    "headlines between paragraphs": f"{_INFO}{_P[0]}<p><a href=1.htm>我县20所学校获评平安校园称号</a></p>{_P[1]}"
    f"<p>延伸阅读：<a href=2.htm>县实验中学举行第12届运动会</a></p>{_P[2]}",
    "buttons above and below": f"{_INFO}<div>分享到：<a>微信</a><a>微博</a></div><div>字号：<a>大</a><a>小</a></div>{_TEXT}"
    "<div>标签：<a>结对</a></div><div>点赞 12 收藏 3</div><div>上一篇：<a>我县20所学校获评平安校园</a></div>",
    "a list below": f"{_INFO}{_TEXT}{_LINKS}",
    "an attachment": f"{_INFO}{_TEXT}<p>附件：<a href=a.doc>1.结对帮扶协议书.doc</a></p>",
    "a table of labels": f"<table><tr><td>发布时间：</td><td>2023-09-06</td><td>来源：</td><td>青石日报</td></tr></table>{_TEXT}",
}


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_what_stands_between_is_no_part_of_the_text(body: str) -> None:
    markup = f"<html><head><title>{TITLE}</title></head><body><div class=c><h1>{TITLE}</h1>{body}</div></body></html>"
    record = read_bytes(markup.encode(), names=False)
    (document,) = record.documents
    assert_is_the_article(document, record.text)
    assert told(document) == ("青石日报", None)
    assert [item.span.text for item in document.quotas if "20" in item.span.text or "12届" in item.span.text] == []


_OPEN_GRAPH = """<meta property="og:site_name" content="青石教育网"><meta name="source" content="本网">
<meta name="author" content="江映雪">"""


@pytest.mark.parametrize(
    ("head", "told_there"),
    [
        (
            f'<meta property="article:published_time" content="2023-09-06T08:00+08:00">{_OPEN_GRAPH}',
            ("青石教育网", "江映雪"),
        ),
        ('<script type="application/ld+json">{"pubDate":"2023-09-06T08:00:00"}</script>', (None, None)),
        (
            '<meta name="publishdate" content="2023-09-06"><meta name="ContentSource" content=" "><meta name="SiteName" content="县教育局">',
            (None, None),
        ),
        (
            '<meta name="PubDate" content="2023/9/6"><meta name="SiteName" content="县教育局"><meta name="Author" content="县教育局">',
            (None, None),
        ),
        ('<meta itemprop="datePublished" content="20230906"><meta name="dc.source" content="青石日报">', ("青石日报", None)),
    ],
)
def test_metadata_of_every_make(head: str, told_there: tuple[str | None, str | None]) -> None:
    markup = f"<html><head><title>{TITLE}</title>{head}</head><body><article><h1>{TITLE}</h1>{_TEXT}</article></body></html>"
    record = read_bytes(markup.encode(), names=False)
    (document,) = record.documents
    assert_is_the_article(document, record.text)
    assert told(document) == told_there


@pytest.mark.parametrize(
    ("markup", "address"),
    [
        ("<p>来源：<a href='http://b.example/'>青石日报</a></p>", None),
        ("<p>来源：<a href='http://b.example/2023/0906/1.htm'>青石日报</a></p>", "http://b.example/2023/0906/1.htm"),
        ("<p><a href='http://b.example/1.htm'>阅读原文</a></p>", "http://b.example/1.htm"),
        ("<p><a href='http://b.example/1.htm'>【查看原文】</a></p>", "http://b.example/1.htm"),
        ("<p>原文链接：<a href='http://b.example/1.htm'>点击这里</a></p>", "http://b.example/1.htm"),
        ("<p><a href='javascript:void(0)'>阅读原文</a></p>", None),
        ("<p><a href='http://b.example/1.htm'>阅读更多</a></p>", None),
        ("<p><a href='http://b.example/1.htm'>原文明风采大赛</a></p>", None),
    ],
)
def test_links_to_the_original(markup: str, address: str | None) -> None:
    page = f"<html><head><title>{TITLE}</title></head><body><div><h1>{TITLE}</h1>{_TEXT}{markup}</div></body></html>"
    press = read_bytes(page.encode(), names=False).documents[0].press
    assert press is not None
    assert press.original_url == address


def test_two_pieces_on_one_page() -> None:
    other = (
        "<h2>送教到校暖人心房</h2><p>2023-09-08 10:00 来源：青石晚报</p><p>9月7日，青石县第二小学教师来到清泉镇小学送教，受到师生欢迎。</p>"
    )
    page = f"<html><body><div><h2>{TITLE}</h2><p>2023-09-06 10:00 来源：青石日报</p>{_TEXT}{other}</div></body></html>"
    record = read_bytes(page.encode(), names=False)
    assert [(document.title, told(document)[0]) for document in record.documents] == [(TITLE, "青石日报"), ("送教到校暖人心房", "青石晚报")]
