"""Files that an article links to."""

from __future__ import annotations

import pytest

from extractors.listings.attachments import find_attachments
from schemas.errors import Unreadable

ADDRESS = "http://jyj.lugang.example/gzdt/202405/t20240506_1.html"
FOLDER = "http://jyj.lugang.example/gzdt/202405/"


def found(body: str, head: str = "") -> list[tuple[str, str]]:
    page = f'<html><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'
    return [(one.address.removeprefix(FOLDER), one.name) for one in find_attachments(page.encode(), ADDRESS)]


FILES: dict[str, tuple[str, tuple[str, str]]] = {
    "a name": ('<a href="./P020240506.doc">附件1：结对帮扶协议书</a>', ("P020240506.doc", "附件1：结对帮扶协议书.doc")),
    "a name with its ending": ('<a href="P1.docx">附件1：协议书.docx</a>', ("P1.docx", "附件1：协议书.docx")),
    "a name with its size": ('<a href="P1.docx">协议书.docx（25 KB）</a>', ("P1.docx", "协议书.docx")),
    "a name with another ending": ('<a href="P1.pdf">协议书.doc</a>', ("P1.pdf", "协议书.pdf")),
    "capital letters": ('<a href="P1.PDF">协议书</a>', ("P1.PDF", "协议书.pdf")),
    "a download": (
        '<a href="/download.jsp?id=1">附件1：协议书.docx</a>',
        ("http://jyj.lugang.example/download.jsp?id=1", "附件1：协议书.docx"),
    ),
    "a download that names its file": (
        '<a href="down.do?f=a/%E5%8D%8F%E8%AE%AE.docx&t=1">下载</a>',
        ("down.do?f=a/%E5%8D%8F%E8%AE%AE.docx&t=1", "协议.docx"),
    ),
    "a button": ('<a href="xieyi.wps">点击下载</a>', ("xieyi.wps", "xieyi.wps")),
    "a picture": ('<a href="xieyi.rtf"><img src="doc.gif"></a>', ("xieyi.rtf", "xieyi.rtf")),
    "a title": ('<a href="P1.odt" title="协议书.odt">下载附件</a>', ("P1.odt", "协议书.odt")),
    "what WebPlus tells": ("<a href=\"P1.doc\" sudyfile-attr=\"{'title':'协议书.doc'}\"><img></a>", ("P1.doc", "协议书.doc")),
    "an archive": ('<a href="P1.zip">各校协议书</a>', ("P1.zip", "各校协议书.zip")),
    "a query behind it": ('<a href="P1.pdf?v=2">协议书</a>', ("P1.pdf?v=2", "协议书.pdf")),
    "a blank in it": ('<a href="协议 1.pdf">下载</a>', ("协议%201.pdf", "协议 1.pdf")),
    "a frame": ('<iframe src="P1.pdf"></iframe>', ("P1.pdf", "P1.pdf")),
    "a viewer": ('<iframe src="/viewer.html?file=/f/P1.pdf"></iframe>', ("http://jyj.lugang.example/f/P1.pdf", "P1.pdf")),
    "a player": (
        "<div class='wp_pdf_player' pdfsrc='/f/P1.pdf' sudyfile-attr=\"{'title':'协议书.pdf'}\"></div>",
        ("http://jyj.lugang.example/f/P1.pdf", "协议书.pdf"),
    ),
    "an object": ('<object data="P1.pdf"></object>', ("P1.pdf", "P1.pdf")),
    "a script": ("<a href='#' onclick=\"window.open('P1.pdf')\">协议书</a>", ("P1.pdf", "协议书.pdf")),
    "an agreement on a program": ('<a href="P1.doc">智慧教育APP合作协议</a>', ("P1.doc", "智慧教育APP合作协议.doc")),
    "twice": ('<a href="P1.doc"><img></a><a href="P1.doc">协议书</a><a href="P1.doc">下载</a>', ("P1.doc", "协议书.doc")),
}
NO_FILES = [
    '<a href="1.html">附件1：协议书</a>',
    '<a href="1.jpg">协议书</a>',
    '<img src="1.pdf">',
    '<a href="1.xls">汇总表</a>',
    '<a href="1.mp4">录像</a>',
    '<a href="1.rar">协议书</a>',
    '<a href="/download.jsp?id=1">附件1</a>',
    '<a href="javascript:void(0)">协议书.docx</a>',
    '<a name="a.doc">协议书</a>',
    '<a href="#a.pdf">协议书</a>',
    '<a href="/app.zip">鹿港教育客户端下载</a>',
    '<a href="/ie.zip">推荐使用谷歌浏览器</a>',
    '<a href="/r.zip">Adobe Reader 下载</a>',
    '<a href="/reader.zip">下载</a>',
    '<a href="/gz.zip">电子签章插件</a>',
    '<div class="footer"><a href="/wzsm.pdf">网站使用说明</a></div>',
    '<div class="nav"><a href="/zn.pdf">公开指南</a></div>',
    '<footer><a href="/a.doc">隐私声明</a></footer>',
    '<iframe src="video.html"></iframe>',
    "<iframe></iframe>",
    '<a href="about:a.pdf">a</a>',
    "<p>见附件：协议书.docx</p>",
]


@pytest.mark.parametrize(("body", "file"), FILES.values(), ids=FILES)
def test_files(body: str, file: tuple[str, str]) -> None:
    assert found(f"<p>鹿港区与康朗县签订协议。</p>{body}") == [file]


@pytest.mark.parametrize("body", NO_FILES)
def test_no_files(body: str) -> None:
    assert found(f"<p>鹿港区与康朗县签订协议。</p><p>老师们相聚一堂。</p><p>各校代表签字。</p>{body}") == []


def test_several_in_the_order_of_the_page() -> None:
    body = '<p>附件：<a href="1.doc">甲校协议书</a>、<a href="2.pdf">乙校协议书</a></p><a href="1.doc">甲校协议书</a>'
    assert found(body) == [("1.doc", "甲校协议书.doc"), ("2.pdf", "乙校协议书.pdf")]


def test_addresses_are_relative_to_the_base() -> None:
    assert found('<a href="1.doc">协议书</a>', head='<base href="http://file.example/x/">') == [
        ("http://file.example/x/1.doc", "协议书.doc")
    ]


def test_an_empty_page() -> None:
    with pytest.raises(Unreadable) as caught:
        find_attachments(b"", ADDRESS)
    assert caught.value.reason == "empty"
