"""Web pages: what is the document, what is the site, and how tags become text."""

from __future__ import annotations

import opencc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.readers.html import read_html
from extractors.readers.source_text import SourceText
from extractors.text.normal import normalise
from schemas.errors import Unreadable
from tests.formats.make_html import LAYOUTS, Layout, make_html

PAPER = """松江口市城乡学校结对帮扶协议书
甲方：松江口市第一实验学校
乙方：松江口市清泉镇九年制学校
为促进城乡教育均衡发展，双方在平等协商的基础上达成如下协议：
一、甲方的职责
（一）每学期选派3名骨干教师到乙方任教，任教时间不少于一个学期。
（二）2024年11月30日前向乙方捐赠图书1000册。
二、活动安排
序号\t活动\t次数
1\t联合教研\t每学期4次
2\t同课异构\t每学年2次
三、其他
本协议一式两份，甲乙双方各执一份。
甲方（盖章）：                乙方（盖章）：
2024年8月30日                 2024年8月30日"""


def document(source: SourceText) -> list[str]:
    """The paragraphs of the normal form without the furniture; runs of spaces as |."""
    normal = normalise(source, opencc.OpenCC("t2s").convert)
    chars = list(normal.text)
    for piece in normal.furniture:
        chars[piece.start : piece.end] = "\n" * (piece.end - piece.start)
    return ["|".join(line.split("  ")).replace("||", "|") for line in map(str.strip, "".join(chars).split("\n")) if line]


def words(line: str) -> str:
    return "|".join(part.strip() for part in line.split("|") if part.strip())


def expected() -> list[str]:
    return [words(line) for line in document(SourceText(PAPER, "text/plain", wraps=()))]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_an_agreement_in_every_layout(layout: Layout, encoding: str) -> None:
    source = read_html(make_html(PAPER, layout, encoding))
    assert [words(line) for line in document(source)] == expected()
    assert source.wraps == ()
    assert source.encoding is not None
    assert source.encoding.startswith(encoding)
    (table,) = source.tables
    assert [source.text[cell.start : cell.end] for cell in table.cells[3:6]] == ["1", "联合教研", "每学期4次"]


@pytest.mark.parametrize("layout", ["bureau", "school", "reader", "word"])
def test_the_title_is_a_heading(layout: Layout) -> None:
    source = read_html(make_html(PAPER, layout))
    assert [source.text[one.start : one.end] for one in source.headings if one.level == 0] == ["松江口市城乡学校结对帮扶协议书"]


def test_the_line_of_date_and_source_is_metadata() -> None:
    for layout in ("bureau", "school"):
        source = read_html(make_html(PAPER, layout))
        (info,) = [source.text[one.start : one.end] for one in source.furniture if one.role == "metadata"]
        assert "来源：" in info
        assert "时间：" in info


def test_the_rest_of_the_site_is_navigation() -> None:
    source = read_html(make_html(PAPER))
    around = "".join(source.text[one.start : one.end] for one in source.furniture if one.role == "navigation")
    for site in ("首页", "当前位置", "分享到", "上一篇", "我市启动学前教育宣传月", "主办：松江口市教育局", "网站标识码"):
        assert site in around
    assert "页面载入完毕" not in source.text


def test_metadata_of_the_states_standard() -> None:
    page = make_html(PAPER).replace(
        b"</head>", b'<link rel="canonical" href="https://jyj.example/t1.html"><meta name="Keywords" content=" "></head>'
    )
    assert read_html(page).metadata == {
        "title": "松江口市城乡学校结对帮扶协议书_松江口市教育局",
        "SiteName": "松江口市教育局",
        "ColumnName": "结对帮扶",
        "ArticleTitle": "松江口市城乡学校结对帮扶协议书",
        "PubDate": "2024-09-03 10:20",
        "ContentSource": "基础教育科",
        "canonical": "https://jyj.example/t1.html",
    }


NEWS = """<html><head><title>{title}</title></head><body><div class=head><a href=/>首页</a> <a href=/n>新闻</a></div>
<h1>清泉镇中学</h1><div class=a><div class=t>两校签订结对帮扶协议</div><div>日期：2024-09-03</div><div>作者：校办</div>
<p>9月2日，松江口市第一实验学校与清泉镇中学签订协议，每学期送教4次，捐赠图书300册。</p><p>双方校长出席，并就下一步工作交换了意见。</p>
<p>（编辑：江映雪）</p></div><ul><li><a href=1>学校召开安全工作会议，部署假期工作</a></li><li><a href=2>学校获评书香校园，受到表彰</a></li></ul></body></html>"""


@pytest.mark.parametrize("title", ["两校签订结对帮扶协议-清泉镇中学", "清泉镇中学", ""])
def test_a_site_of_its_own_making(title: str) -> None:
    source = read_html(NEWS.format(title=title).encode())
    assert document(source)[0] == "两校签订结对帮扶协议"
    assert document(source)[-1] == "（编辑：江映雪）"
    assert len(document(source)) == 4
    assert [source.text[one.start : one.end] for one in source.headings if one.level == 0] == ["两校签订结对帮扶协议"]
    assert [source.text[one.start : one.end] for one in source.furniture if one.role == "metadata"] == ["日期：2024-09-03\n作者：校办"]


@pytest.mark.parametrize("line", ["签订日期：2024年9月3日", "日期：2024年9月3日", "时间：2024年9月至2027年7月", "作者单位协商一致"])
def test_an_agreements_own_first_lines_are_no_metadata(line: str) -> None:
    page = f"<p>结对帮扶协议</p><p>{line}</p><p>甲方：一中</p><p>甲方每学期送教4次，捐赠图书300册，并派出教师2名到乙方任教。</p>"
    assert read_html(page.encode()).furniture == ()


READS = {
    "tags inside a sentence": ("<p>选派<strong>20</strong>名<font>骨干</font>教师</p>", "选派20名骨干教师"),
    "a line end of the source between characters": ("<p>选派骨干\n  教师</p>", "选派骨干教师"),
    "a line end beside a figure": ("<p>共\n20\n名</p>", "共 20 名"),
    "a space": ("<p>甲方 乙方</p>", "甲方 乙方"),
    "hard spaces": ("<p>甲方&nbsp;&nbsp;&nbsp;乙方&emsp;</p>", "甲方\xa0\xa0\xa0乙方\u2003"),
    "line breaks": ("<p>甲方<br/>乙方<br>丙方</p>", "甲方\n乙方\n丙方"),
    "blocks in blocks": ("<div>甲方<div>乙方</div>丙方</div>", "甲方\n乙方\n丙方"),
    "a table of data": ("<table><tr><th>学校</th><th>人数</th></tr><tr><td><p>一中</p></td><td>3</td></tr></table>", "学校\t人数\n一中\t3"),
    "lines in a cell": ("<table><tr><td>江映雪<br>石可风</td><td>教师</td></tr></table>", "江映雪 石可风\t教师"),
    "an empty cell": ("<table><tr><td>一中</td><td></td><td>3</td></tr></table>", "一中\t\t3"),
    "numbers of a list": ("<ol><li>选派教师</li><li>捐赠图书</li></ol>", "1.选派教师\n2.捐赠图书"),
    "a list that goes on": ("<ol start=3><li>选派教师</li><li value=7>捐赠图书</li></ol>", "3.选派教师\n7.捐赠图书"),
    "preformatted text": ("<pre>甲方：一中\n    乙方：二中</pre>", "甲方：一中\n    乙方：二中"),
    "a signature block laid out as a table": (
        "<table><tr><td>甲方：<br>代表：<br>日期：</td><td>乙方：<br>代表：<br>日期：</td></tr></table>",
        "甲方：\n代表：\n日期：\n乙方：\n代表：\n日期：",
    ),
    "a table that lays out the page": (
        "<table><tr><td>栏目</td><td><table><tr><td>甲</td><td>乙</td></tr></table></td></tr></table>",
        "栏目\n甲\t乙",
    ),
    "Word's own tags": ("<p class=MsoNormal><span\nlang=EN-US>3</span>名<o:p></o:p></p>", "3名"),
    "unknown entities and signs": ("<p>甲&#x4e59;&ldquo;丙&rdquo;</p>", "甲乙“丙”"),
}


@pytest.mark.parametrize(("markup", "text"), READS.values(), ids=READS)
def test_reads(markup: str, text: str) -> None:
    assert read_html(markup.encode()).text.rstrip("\n") == text


LEAVES_ALONE = {
    "scripts and styles": "<script>var a='99所学校'</script><style>p{}</style><p>甲方</p>",
    "comments": "<!-- 99所学校 --><!--[if gte mso 9]><xml>办公室</xml><![endif]--><p>甲方</p>",
    "hidden by style": "<p style='display: none'>99所学校</p><p style='mso-hide:all'>旧稿</p><p>甲方</p>",
    "hidden by attribute": "<div hidden>99所学校</div><p>甲方</p>",
    "form fields": "<select><option>全部学校</option></select><input value=搜索><button>搜索</button><p>甲方</p>",
    "a script's stand-in": "<noscript>请启用脚本</noscript><p>甲方</p>",
    "the window's title": "<title>松江口市教育局</title><p>甲方</p>",
    "empty paragraphs": "<p></p><div><p> </p></div><p>甲方</p><p></p>",
    "a drawing's words": "<svg><text>校徽</text></svg><p>甲方</p>",
}


@pytest.mark.parametrize("markup", LEAVES_ALONE.values(), ids=LEAVES_ALONE)
def test_leaves_alone(markup: str) -> None:
    assert read_html(markup.encode()).text == "甲方\n"


NUMBERS_ALONE = ["<ul><li>选派教师</li></ul>", "<ol style='list-style:none'><li>选派教师</li></ol>", "<li>选派教师</li>"]


@pytest.mark.parametrize("markup", NUMBERS_ALONE)
def test_no_number_where_none_is_shown(markup: str) -> None:
    assert read_html(markup.encode()).text == "选派教师\n"


def test_an_item_with_its_own_number_gets_no_other() -> None:
    assert read_html("<ol><li>（一）选派教师</li><li>2.捐赠图书</li></ol>".encode()).text == "（一）选派教师\n2.捐赠图书\n"


def test_a_page_that_calls_itself_gb2312_is_gb18030() -> None:
    page = '<meta charset="gb2312"><p>負責人：朱镕、喆老师</p>'.encode("gb18030")
    source = read_html(page)
    assert source.text == "負責人：朱镕、喆老师\n"
    assert source.encoding == "gb18030"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \r\n ", "empty"),
        (b"<html><body><script>build()</script></body></html>", "no-text"),
        (b"<div>" * 6000 + "甲方".encode(), "too-deep"),
    ],
)
def test_unreadable(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_html(data)
    assert caught.value.reason == reason


@pytest.mark.parametrize(
    "markup",
    [
        "<p>" + "甲" * 20_000,
        "<p>" + " " * 20_000 + "甲",
        "<p>" + "（" * 20_000,
        "<p>" + "信息来源：" * 4_000,
        "<p>" + "2" * 20_000,
        "<a href=x>首页</a> " * 5_000,
        "<table>" + "<tr><td>甲</td><td>乙</td></tr>" * 5_000,
        "<table><tr><td>甲</td><td>" * 1_500,
        "<meta " + "a" * 20_000,
        "<p style='" + "display" * 3_000 + "'>甲",
    ],
)
def test_hostile_pages_end_soon(markup: str) -> None:
    read_html(("甲方，乙方。" + markup).encode())


@settings(deadline=None)  # the machine may be busy
@given(st.text("甲乙方3 \n\t<>&;p/brtd=\"'", max_size=80))
def test_any_markup_keeps_its_promises(markup: str) -> None:
    source = read_html(("<p>结对帮扶，协议。</p>" + markup).encode())
    assert source.text.startswith("结对帮扶，协议。")
    last = 0
    for piece in source.furniture:
        assert last <= piece.start < piece.end <= len(source.text)
        last = piece.end
    for table in source.tables:
        assert table.start == table.cells[0].start
        assert all(table.start <= cell.start <= cell.end <= table.end for cell in table.cells)
        for cell in table.cells:
            assert "\n" not in source.text[cell.start : cell.end]
            assert "\t" not in source.text[cell.start : cell.end]


SPANS: list[tuple[str, list[tuple[str, int, int, int, int]]]] = [
    (
        "<tr><td rowspan=2>甲方</td><td>送教</td></tr><tr><td>讲座</td></tr><tr><td>乙方</td><td>跟岗</td></tr>",
        [("甲方", 0, 0, 2, 1), ("送教", 0, 1, 1, 1), ("讲座", 1, 1, 1, 1), ("乙方", 2, 0, 1, 1), ("跟岗", 2, 1, 1, 1)],
    ),
    (
        "<tr><td>活动</td><td colspan=2>次数</td></tr><tr><td>送教</td><td>4</td><td>6</td></tr>",
        [("活动", 0, 0, 1, 1), ("次数", 0, 1, 1, 2), ("送教", 1, 0, 1, 1), ("4", 1, 1, 1, 1), ("6", 1, 2, 1, 1)],
    ),
    (
        "<tr><td>活动</td><td>次数</td></tr><tr><td colspan=2>一、教师交流</td></tr><tr><td>跟岗</td><td>2</td></tr>",
        [("活动", 0, 0, 1, 1), ("次数", 0, 1, 1, 1), ("一、教师交流", 1, 0, 1, 2), ("跟岗", 2, 0, 1, 1), ("2", 2, 1, 1, 1)],
    ),
    (
        "<tr><td>活动</td><td>次数</td></tr><tr><td>送教<br>讲座<br>教研</td><td>2</td></tr><tr><td>跟岗</td><td>3</td></tr>",
        [("活动", 0, 0, 1, 1), ("次数", 0, 1, 1, 1), ("送教\n讲座\n教研", 1, 0, 1, 1), ("2", 1, 1, 1, 1), ("跟岗", 2, 0, 1, 1)],
    ),
    ("<tr><td rowspan=99999 colspan=99999>甲</td><td>乙</td></tr>", [("甲", 0, 0, 1000, 64), ("乙", 0, 64, 1, 1)]),
]


@pytest.mark.parametrize(("rows", "cells"), SPANS)
def test_merged_cells_know_what_they_take(rows: str, cells: list[tuple[str, int, int, int, int]]) -> None:
    source = read_html(f"<html><body><p>附件</p><table>{rows}</table></body></html>".encode())
    (found,) = source.tables
    read_cells = [(source.text[one.start : one.end], one.row, one.column, one.row_span, one.column_span) for one in found.cells]
    assert read_cells[: len(cells)] == cells
