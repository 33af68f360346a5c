"""Every word that Word shows is read once, in order; what it does not show is left out."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.readers.docx import read_docx
from extractors.readers.source_text import SourceText
from tests.formats.make_docx import make_docx
from tests.formats.word_xml import cell, make_word, paragraph, row, run, table

BOX = "<w:txbxContent><w:p><w:r><w:t>框内文字</w:t></w:r></w:p></w:txbxContent>"
TEXT_BOX = (
    "<w:r><mc:AlternateContent>"
    '<mc:Choice Requires="wps"><w:drawing><wp:inline><a:graphic>'
    f"<wps:wsp><wps:txbx>{BOX}</wps:txbx></wps:wsp></a:graphic></wp:inline></w:drawing></mc:Choice>"
    f"<mc:Fallback><w:pict><v:shape><v:textbox>{BOX}</v:textbox></v:shape></w:pict></mc:Fallback>"
    "</mc:AlternateContent></w:r>"
)


def field(code: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{code}</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def control(inside: str, properties: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


SHOWN: list[tuple[str, str]] = [
    (paragraph(run("甲方：青松市") + run("第二小学")), "甲方：青松市第二小学"),
    (paragraph(run("选派") + f'<w:ins w:id="1">{run("3名")}</w:ins>' + run("教师")), "选派3名教师"),
    (paragraph(f"<w:moveTo>{run('移来')}</w:moveTo>"), "移来"),
    (paragraph(run("甲方：") + control(run("青松市第二小学"))), "甲方：青松市第二小学"),
    (control(paragraph("整段在控件里")), "整段在控件里"),
    (paragraph(run("甲方：") + control(run("单击或点击此处输入文字。"), "<w:showingPlcHdr/>")), "甲方：____"),
    (control(paragraph("Click here to enter text."), "<w:showingPlcHdr/>"), "____"),
    (paragraph(control(run("XX学校"), "<w:showingPlcHdr/>")), "XX学校"),
    (paragraph(f"<w:smartTag>{run('青松市')}</w:smartTag>" + run("教育局")), "青松市教育局"),
    (paragraph(f'<w:fldSimple w:instr=" DATE ">{run("2024年9月1日")}</w:fldSimple>'), "2024年9月1日"),
    (paragraph(field(" MERGEFIELD 校名 ", "青松市第二小学")), "青松市第二小学"),
    (
        paragraph(
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            + field("A", "不显示")
            + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
            + run("后")
        ),
        "后",
    ),
    (paragraph(f'<w:hyperlink r:id="x">{run("点此查看")}</w:hyperlink>'), "点此查看"),
    (paragraph("<w:r><w:t>甲方</w:t><w:tab/><w:t>乙方</w:t></w:r>"), "甲方\t乙方"),
    (paragraph("<w:r><w:t>校长</w:t><w:br/><w:t>日期</w:t></w:r>"), "校长\n日期"),
    (paragraph('<w:r><w:br w:type="page"/><w:t>第二页</w:t></w:r>'), "第二页"),
    (paragraph("<w:r><w:t>2021</w:t><w:noBreakHyphen/><w:t>2024年</w:t><w:softHyphen/></w:r>"), "2021-2024年"),
    (paragraph("<w:r><w:t> 前后空格 </w:t></w:r>"), "前后空格"),
    (paragraph(run("　　首行空两格")), "　　首行空两格"),
    (paragraph('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t>同意</w:t></w:r>'), "☑同意"),
    (
        paragraph(
            "<w:r><w:ruby><w:rt><w:r><w:t>bāng</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>帮</w:t></w:r></w:rubyBase></w:ruby></w:r>"
            + run("扶")
        ),
        "帮扶",
    ),
    (paragraph("<m:oMath><m:r><m:t>1+1</m:t></m:r></m:oMath>"), "1+1"),
    (paragraph(run("正文") + TEXT_BOX) + paragraph("下一段"), "正文\n框内文字\n下一段"),
    (f"<w:customXml>{paragraph('自定义标记里的段落')}</w:customXml>", "自定义标记里的段落"),
    (
        paragraph(
            '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r>' + run("是")
        ),
        "☑",
    ),
]
NOT_SHOWN: list[tuple[str, str]] = [
    (paragraph(run("选派") + "<w:del><w:r><w:delText>5名</w:delText></w:r></w:del>" + run("教师")), "选派教师"),
    (paragraph(run("留") + f"<w:moveFrom>{run('移走')}</w:moveFrom>"), "留"),
    (paragraph(run("见") + run("隐藏", "<w:vanish/>")), "见"),
    (paragraph(run("见") + run("并不隐藏", '<w:vanish w:val="0"/>')), "见并不隐藏"),
    (paragraph(run("见")) + paragraph(run("整段隐藏", "<w:vanish/>"), "<w:rPr><w:vanish/></w:rPr>") + paragraph(run("后")), "见\n后"),
    (paragraph(run("批注") + '<w:commentRangeStart w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>'), "批注"),
    (paragraph(run("前") + "<w:bookmarkStart/><w:proofErr/>" + run("后")), "前后"),
    (paragraph(run("图") + "<w:r><w:drawing><wp:inline><a:graphic><a:t>图形</a:t></a:graphic></wp:inline></w:drawing></w:r>"), "图"),
    (paragraph(run("注") + '<w:r><w:footnoteReference w:id="9"/></w:r>'), "注"),
    (paragraph(run("前一半"), "<w:rPr><w:del/></w:rPr>") + paragraph("后一半"), "前一半后一半"),
    (paragraph("<w:del><w:r><w:delText>删</w:delText></w:r></w:del>", "<w:rPr><w:del/></w:rPr>") + paragraph("留"), "留"),
    (paragraph("<w:r><w:instrText>PAGE</w:instrText></w:r>" + run("正文")), "正文"),
    (table(row("留下")) + table(row("删去", properties="<w:del/>"), row("隐藏", properties="<w:hidden/>")) + paragraph("后"), "留下\n后"),
]


def read(body: str, **parts: str) -> SourceText:
    return read_docx(make_word(body, **parts))


@pytest.mark.parametrize(("body", "text"), SHOWN)
def test_what_word_shows(body: str, text: str) -> None:
    assert read(body).text.strip("\n").removesuffix("是") == text.removesuffix("是")


@pytest.mark.parametrize(("body", "text"), NOT_SHOWN)
def test_what_word_does_not_show(body: str, text: str) -> None:
    assert read(body).text.strip("\n") == text


def test_what_is_changed_or_hidden_is_said() -> None:
    notes = read(paragraph(f"<w:ins>{run('加')}</w:ins>" + run("藏", "<w:vanish/>"))).notes
    assert notes == ("文档带有修订标记，已按接受全部修订后的文字读取。", "文档里有隐藏文字，没有读取。")
    assert read(paragraph("正文")).notes == ()


def test_hidden_by_a_style() -> None:
    styles = (
        '<w:style w:type="character" w:styleId="c"><w:name w:val="密"/><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="p"><w:name w:val="密段"/><w:basedOn w:val="q"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="q"><w:name w:val="底"/><w:rPr><w:vanish/></w:rPr></w:style>'
    )
    body = paragraph(run("见") + run("藏", '<w:rStyle w:val="c"/>')) + paragraph(run("段藏"), '<w:pStyle w:val="p"/>')
    assert read(body, styles=styles).text.strip() == "见"


STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="Title"/><w:basedOn w:val="a"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="my"><w:name w:val="我的标题"/><w:basedOn w:val="2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="某级"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="T1"><w:name w:val="toc 1"/><w:basedOn w:val="a"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="loop"><w:name w:val="x"/><w:basedOn w:val="loop"/></w:style>'
)


@pytest.mark.parametrize(
    ("properties", "level"),
    [
        ('<w:pStyle w:val="a3"/>', 0),
        ('<w:pStyle w:val="1"/>', 1),
        ('<w:pStyle w:val="my"/>', 2),
        ('<w:outlineLvl w:val="2"/>', 3),
        ('<w:pStyle w:val="1"/><w:outlineLvl w:val="9"/>', None),
        ('<w:pStyle w:val="a"/>', None),
        ('<w:pStyle w:val="loop"/>', None),
        ('<w:pStyle w:val="absent"/>', None),
        ("", None),
    ],
)
def test_headings(properties: str, level: int | None) -> None:
    source = read(paragraph("前") + paragraph(run("帮扶目标"), properties) + paragraph("后"), styles=STYLES)
    assert [(source.text[item.start : item.end], item.level) for item in source.headings] == (
        [] if level is None else [("帮扶目标", level)]
    )


def test_a_broken_title_is_a_heading_line_by_line() -> None:
    source = read(paragraph("<w:r><w:t>甲校与乙校</w:t><w:br/><w:t>帮扶协议</w:t></w:r>", '<w:pStyle w:val="a3"/>'), styles=STYLES)
    assert [source.text[item.start : item.end] for item in source.headings] == ["甲校与乙校", "帮扶协议"]


def test_the_table_of_contents_is_no_text_of_the_document() -> None:
    source = read(
        paragraph(run("一、帮扶目标") + "<w:r><w:tab/><w:t>1</w:t></w:r>", '<w:pStyle w:val="T1"/>') + paragraph("一、帮扶目标"),
        styles=STYLES,
    )
    assert [(source.text[item.start : item.end], item.role) for item in source.furniture] == [("一、帮扶目标\t1", "navigation")]


def test_notes_headers_and_footers_stand_after_the_body() -> None:
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="header1"/><w:headerReference w:type="first" r:id="header2"/>'
        '<w:footerReference w:type="default" r:id="footer1"/></w:sectPr>'
    )
    body = paragraph(run("协议正文") + '<w:r><w:footnoteReference w:id="2"/></w:r>') + section
    footnotes = (
        f'<w:footnote w:id="-1" w:type="separator">{paragraph("线")}</w:footnote><w:footnote w:id="2">{paragraph("注释")}</w:footnote>'
    )
    source = read(
        body,
        header1=paragraph("青松市教育局"),
        header2=paragraph("首页才有"),
        footer1=paragraph(run("第") + field("PAGE", "1") + run("页")),
        footnotes=footnotes,
    )
    assert source.text == "协议正文\n注释\n青松市教育局\n第1页\n"
    assert [(source.text[item.start : item.end], item.role) for item in source.furniture] == [
        ("注释", "note"),
        ("青松市教育局", "header"),
        ("第1页", "footer"),
    ]


def test_the_source_says_what_it_is() -> None:
    source = read_docx(make_docx("协议书\n甲方：青松市第二小学", title="帮扶协议"))
    assert source.media_type.endswith("wordprocessingml.document")
    assert source.wraps == ()
    assert source.encoding is None
    assert source.metadata["title"] == "帮扶协议"
    assert source.metadata["created"].startswith("20")


def test_a_side_by_side_signature_table_keeps_each_side_together() -> None:
    source = read(
        table(
            row(cell("甲方（盖章）：青松市第二小学\n代表：钱立\n2024年9月1日"), cell("乙方（盖章）：白石县中学\n代表：孙远\n2024年9月1日"))
        )
    )
    assert source.text.split("\n")[:3] == ["甲方（盖章）：青松市第二小学", "代表：钱立", "2024年9月1日"]
    assert source.text.split("\n")[3:6] == ["乙方（盖章）：白石县中学", "代表：孙远", "2024年9月1日"]


LINES = st.lists(
    st.text(st.sampled_from("甲乙方学校帮扶3名教师，。：（）一二、 "), min_size=1, max_size=30).map(str.strip).filter(bool),
    min_size=1,
    max_size=12,
)


@settings(max_examples=40)
@given(LINES)
def test_paragraphs_come_back_as_lines(lines: list[str]) -> None:
    source = read("".join(paragraph(run(line)) for line in lines))
    assert source.text == "".join(f"{line}\n" for line in lines)
