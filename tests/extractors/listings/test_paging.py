"""Further pages of a list."""

from __future__ import annotations

import pytest

from extractors.listings.page_tree import read_page_tree
from extractors.listings.paging import find_more, following_page

FOLDER = "http://jyj.lugang.example/gzdt/"
LIST = "http://jyj.lugang.example/1012/list.htm"
COLUMN = "http://jyj.lugang.example/xwzx/gzdt.htm"
SHOWN = "http://jyj.lugang.example/list.jsp?id=12"


def more(body: str, address: str = FOLDER, following: str | None = None) -> list[str]:
    tree = read_page_tree(f'<html><head><meta charset="utf-8"></head><body>{body}</body></html>'.encode(), address)
    return [page.removeprefix("http://jyj.lugang.example") for page in find_more(tree, following)]


def numbered(pattern: str, first: int, last: int, step: int = 1) -> list[str]:
    return [pattern.format(at) for at in range(first, last + step, step)]


def call(words: str) -> str:
    return f"<script>function createPageHTML(_nPageCount, _nCurrIndex, _sPageName, _sPageExt){{}}\n{words}</script>"


_DOWN = "<a href='gzdt/27.htm'>3</a><a href='gzdt/26.htm'>4</a>"

PAGES: dict[str, tuple[str, str, list[str]]] = {
    "a script": (call('createPageHTML(20, 0, "index", "html");'), FOLDER, numbered("/gzdt/index_{}.html", 1, 19)),
    "a script on the third page": (
        call("createPageHTML(5,2,'index','shtml')"),
        FOLDER + "index_2.shtml",
        numbered("/gzdt/index_{}.shtml", 3, 4),
    ),
    "a script with a box": (
        call("createPageHTML('page_div',5, 1,'list','shtml',89);"),
        FOLDER + "list.shtml",
        numbered("/gzdt/list_{}.shtml", 2, 5),
    ),
    "a script with names": (
        call('var countPage = 4 // 共多少页\nvar currentPage = 0;\ncreatePageHTML(countPage, currentPage, "index", "html");'),
        FOLDER,
        numbered("/gzdt/index_{}.html", 1, 3),
    ),
    "next and last": ("<a href=index_1.html>下一页</a><a href=index_3.html>尾页</a>", FOLDER, numbered("/gzdt/index_{}.html", 1, 3)),
    "next and last are one": ("<a href=index_1.html>下一页</a><a href=index_1.html>尾页</a>", FOLDER, ["/gzdt/index_1.html"]),
    "next alone": ("<a href=index_1.html>下一页&gt;</a>", FOLDER, ["/gzdt/index_1.html"]),
    "next and how many": ("共4页 <a href=list2.htm>下一页</a>", LIST, numbered("/1012/list{}.htm", 2, 4)),
    "next and how many, in a script": (
        "<script>var pageCount = 4;</script><a href=list2.htm>下页</a>",
        LIST,
        numbered("/1012/list{}.htm", 2, 4),
    ),
    "WebPlus": (
        (
            "<span>共 45 条</span><a class=next href=/1012/list2.htm><span>下一页&gt;&gt;</span></a><a href=/1012/list4.htm>尾页</a>"
            "<span>页码 <em>1</em>/<em>4</em></span>"
        ),
        LIST,
        numbered("/1012/list{}.htm", 2, 4),
    ),
    "downwards": (
        f"<b>1</b><a href='gzdt/28.htm'>2</a>{_DOWN}<a href='gzdt/28.htm'>下页</a><a href='gzdt/1.htm'>尾页</a>",
        COLUMN,
        numbered("/xwzx/gzdt/{}.htm", 28, 1, -1),
    ),
    "downwards, next and last": (
        "<a href='gzdt/28.htm'>下页</a><a href='gzdt/1.htm'>尾页</a>",
        COLUMN,
        numbered("/xwzx/gzdt/{}.htm", 28, 1, -1),
    ),
    "downwards, from the middle": (
        "<a href='28.htm'>上页</a><a href='26.htm'>下页</a><a href='1.htm'>尾页</a>",
        "http://jyj.lugang.example/xwzx/gzdt/27.htm",
        numbered("/xwzx/gzdt/{}.htm", 26, 1, -1),
    ),
    "a parameter": ("<a href='?id=12&page=2'>下一页</a><a href='?id=12&page=5'>末页</a>", SHOWN, numbered("/list.jsp?id=12&page={}", 2, 5)),
    "a parameter, from the third": (
        (
            "<a href='?page=1&id=12'>1</a><a href='?page=2&id=12'>2</a><b>3</b><a href='?page=4&id=12'>4</a><a href='?page=5&id=12'>5</a>"
            "<a href='?page=4&id=12'>下一页</a>"
        ),
        "http://jyj.lugang.example/list.jsp?page=3&id=12",
        numbered("/list.jsp?page={}&id=12", 4, 5),
    ),
    "numbers alone": ("<b>1</b><a href=index_1.html>2</a><a href=index_2.html>3</a>", FOLDER, numbered("/gzdt/index_{}.html", 1, 2)),
    "numbers in brackets": ("1 <a href=index_2.html>[2]</a><a href=index_3.html>[3]</a>", FOLDER, numbered("/gzdt/index_{}.html", 2, 3)),
    "by twenties": (
        "<b>1</b><a href='?id=12&start=20'>2</a><a href='?id=12&start=40'>3</a><a href='?id=12&start=80'>尾页</a>",
        SHOWN,
        numbered("/list.jsp?id=12&start={}", 20, 80, 20),
    ),
    "by how many is not known": (
        "<a href='?id=12&start=20'>下一页</a><a href='?id=12&start=80'>尾页</a>",
        SHOWN,
        ["/list.jsp?id=12&start=20"],
    ),
    "a choice": (
        "<select><option value=index.html>1</option><option value=index_1.html>2</option><option value=index_2.html>3</option></select>",
        FOLDER,
        numbered("/gzdt/index_{}.html", 1, 2),
    ),
    "an icon": ("<a class='page-next' title='下一页' href=index_1.html><i class=icon></i></a>", FOLDER, ["/gzdt/index_1.html"]),
    "rel": ("<a rel=next href=index_1.html>›</a>", FOLDER, ["/gzdt/index_1.html"]),
    "a script that opens it": ("<a href='#' onclick=\"location.href='index_1.html'\">下一页</a>", FOLDER, ["/gzdt/index_1.html"]),
    "the page's own number": (
        "共4页 <a href='javascript:next()'>下一页</a>",
        SHOWN + "&pageNum=1",
        numbered("/list.jsp?id=12&pageNum={}", 2, 4),
    ),
    "a data store": (
        (
            "<script type='text/xml'><datastore><nextgroup><![CDATA[<a href=\"/module/web/jpage/dataproxy.jsp?page=1&amp;appid=1\"></a>]]>"
            "</nextgroup></datastore></script>"
        ),
        FOLDER,
        ["/module/web/jpage/dataproxy.jsp?page=1&appid=1"],
    ),
    "far too many": (call('createPageHTML(90000, 0, "index", "html");'), FOLDER, numbered("/gzdt/index_{}.html", 1, 100)),
}
NO_PAGES: dict[str, tuple[str, str]] = {
    "nothing": ("<ul><li><a href=t1.html>鹿港区召开座谈会</a></li></ul>", FOLDER),
    "a script for one page": (call('createPageHTML(1, 0, "index", "html");') + "<a href=index_1.html>下一页</a>", FOLDER),
    "a script on the last page": (call('createPageHTML(3, 2, "index", "html");'), FOLDER + "index_2.html"),
    "the only page": ("共1页 <a href=index_1.html>下一页</a>", FOLDER),
    "the only page of one": ("第1/1页 <a href=index_1.html>下一页</a>", FOLDER),
    "no page": ("共0页 <a href=index_1.html>下一页</a>", FOLDER),
    "a script": ("<a href='javascript:next()'>下一页</a>", FOLDER),
    "this page": ("<a href='index.html'>下一页</a><a href='#'>下一页</a><a href='./'>尾页</a>", FOLDER),
    "the next article": ("<a href=t2.html>下一篇</a><a href=t2.html>下一篇：座谈会</a>", FOLDER),
    "another site": ("<a href='http://news.example/list_2.html'>下一页</a>", FOLDER),
    "a page that is off": ("<a class=disabled href=index_1.html>下一页</a>", FOLDER),
    "a calendar": ("".join(f"<a href='?d=2024-05-{day:02d}'>{day}</a>" for day in range(1, 32)), FOLDER),
    "a calendar without today": ("".join(f"<a href='?d=2024-05-{day:02d}'>{day}</a>" for day in range(1, 32) if day != 20), FOLDER),
    "ranks": ("<a href=t1.html>1</a><a href=t2.html>2</a><a href=t3.html>3</a>", FOLDER),
    "an article of that name": ("<a href=t1.html>下一页精彩：结对帮扶纪实</a>", FOLDER),
}


@pytest.mark.parametrize(("body", "address", "pages"), PAGES.values(), ids=PAGES)
def test_pages(body: str, address: str, pages: list[str]) -> None:
    assert more(body, address) == pages


@pytest.mark.parametrize(("body", "address"), NO_PAGES.values(), ids=NO_PAGES)
def test_no_pages(body: str, address: str) -> None:
    assert more(body, address) == []


def test_the_next_page_may_be_selected() -> None:
    body = "<a href=index_1.html>下一页</a><p class=n><a href=other_1.html>&gt;</a></p>"
    assert more(body, following=".n a") == ["/gzdt/other_1.html"]
    assert more(body, following=".none a") == []


@pytest.mark.parametrize(
    ("address", "following"),
    [
        ("http://jyj.example/api?page=1&size=20", "http://jyj.example/api?page=2&size=20"),
        ("http://jyj.example/api?size=20&pageNum=9", "http://jyj.example/api?size=20&pageNum=10"),
        ("http://jyj.example/api?size=20", None),
        ("http://jyj.example/page=1/", None),
        ("http://jyj.example/api?homepage=1", None),
    ],
)
def test_the_page_after_a_numbered_one(address: str, following: str | None) -> None:
    assert following_page(address) == following
