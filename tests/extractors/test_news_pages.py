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
