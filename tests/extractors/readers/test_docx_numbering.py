"""Automatic numbers stand before their paragraphs exactly as Word shows them."""

from __future__ import annotations

import pytest

from extractors.readers.docx import read_docx
from tests.formats.word_xml import abstract_list, cell, level, make_word, num, numbered, paragraph, row, run, table

SPACE, NOTHING = '<w:suff w:val="space"/>', '<w:suff w:val="nothing"/>'
FROM_ONE = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
ARTICLES = abstract_list(
    1,
    level(0, "chineseCountingThousand", "第%1条", more=SPACE),
    level(1, "chineseCountingThousand", "（%2）", more=NOTHING),
    level(2, "decimal", "%3."),
)
SECTIONS = abstract_list(
    2, level(0, "decimal", "%1."), level(1, "decimal", "%1.%2"), level(2, "lowerLetter", "%3)", more='<w:lvlRestart w:val="0"/>')
)
CHAPTERS = abstract_list(3, level(0, "chineseCounting", "第%1章"), level(1, "decimal", "%1.%2", more="<w:isLgl/>"))
SIGNS = abstract_list(
    4,
    level(0, "ideographTraditional", "%1、"),
    level(1, "bullet", "\uf0b7"),
    level(2, "none", ""),
    level(3, "decimal", "%4", start=5),
    level(4, "decimalEnclosedCircle", "%5", more=NOTHING),
)
NUMBERING = ARTICLES + SECTIONS + CHAPTERS + SIGNS + num(1, 1) + num(2, 2) + num(3, 3) + num(4, 4) + num(5, 1) + num(6, 1, FROM_ONE)


def labels(*asked: tuple[int, int], numbering: str = NUMBERING) -> list[str]:
    source = read_docx(make_word("".join(numbered("条文", key, at) for key, at in asked), numbering=numbering))
    return [line.removesuffix("条文") for line in source.text.strip("\n").split("\n")]


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ([(1, 0), (1, 0), (1, 0)], ["第一条 ", "第二条 ", "第三条 "]),
        ([(1, 0), (1, 1), (1, 1), (1, 0), (1, 1)], ["第一条 ", "（一）", "（二）", "第二条 ", "（一）"]),
        ([(1, 0), (1, 2), (1, 2), (1, 1), (1, 2)], ["第一条 ", "1. ", "2. ", "（一）", "1. "]),
        ([(2, 0), (2, 1), (2, 1), (2, 0), (2, 1)], ["1. ", "1.1 ", "1.2 ", "2. ", "2.1 "]),
        ([(2, 0), (2, 2), (2, 0), (2, 2)], ["1. ", "a) ", "2. ", "b) "]),
        ([(2, 1), (2, 1), (2, 0)], ["1.1 ", "1.2 ", "1. "]),
        ([(3, 0), (3, 1), (3, 0), (3, 1)], ["第一章 ", "1.1 ", "第二章 ", "2.1 "]),
        ([(4, 0), (4, 0), (4, 1), (4, 2), (4, 3), (4, 3), (4, 4)], ["甲、 ", "乙、 ", "• ", "", "5 ", "6 ", "①"]),
    ],
)
def test_counts(asked: list[tuple[int, int]], shown: list[str]) -> None:
    assert labels(*asked) == shown


def test_two_lists_over_one_definition_count_on() -> None:
    assert labels((1, 0), (5, 0), (1, 0)) == ["第一条 ", "第二条 ", "第三条 "]


def test_a_start_override_begins_anew_once() -> None:
    assert labels((1, 0), (1, 0), (6, 0), (6, 0), (1, 0)) == ["第一条 ", "第二条 ", "第一条 ", "第二条 ", "第三条 "]


def test_another_list_between_does_not_disturb() -> None:
    assert labels((1, 0), (2, 0), (1, 0), (2, 0)) == ["第一条 ", "1. ", "第二条 ", "2. "]


@pytest.mark.parametrize("asked", [(0, 0), (99, 0), (1, 8)])
def test_no_list_no_number(asked: tuple[int, int]) -> None:
    assert labels(asked) == [""]


def test_a_level_replaced_by_its_list() -> None:
    replaced = '<w:lvlOverride w:ilvl="0">' + level(0, "upperRoman", "%1:", start=4) + "</w:lvlOverride>"
    assert labels((7, 0), (7, 0), numbering=NUMBERING + num(7, 2, replaced)) == ["IV: ", "V: "]


STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="h1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="h2"><w:name w:val="heading 2"/><w:basedOn w:val="h1"/>'
    '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="tied"><w:name w:val="列表"/><w:pPr><w:numPr><w:numId w:val="8"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="numbering" w:styleId="ls"><w:name w:val="编号样式"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
)


def test_numbers_from_styles() -> None:
    tied = abstract_list(8, level(0, "decimal", "%1"), level(1, "chineseCounting", "%2、", more='<w:pStyle w:val="tied"/>')) + num(8, 8)
    linked = '<w:abstractNum w:abstractNumId="9"><w:numStyleLink w:val="ls"/></w:abstractNum>' + num(9, 9)
    body = (
        paragraph(run("目标"), '<w:pStyle w:val="h1"/>')
        + paragraph(run("管理"), '<w:pStyle w:val="h2"/>')
        + paragraph(run("无号"), '<w:pStyle w:val="h1"/><w:numPr><w:numId w:val="0"/></w:numPr>')
        + paragraph(run("绑定"), '<w:pStyle w:val="tied"/>')
        + numbered("经样式", 9)
    )
    source = read_docx(make_word(body, numbering=NUMBERING + tied + linked, styles=STYLES))
    assert source.text == "第一条 目标\n（一）管理\n无号\n一、 绑定\n第二条 经样式\n"
    assert [source.text[item.start : item.end] for item in source.headings] == ["第一条 目标", "（一）管理", "无号"]


def test_what_is_not_shown_is_not_counted() -> None:
    properties = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = (
        numbered("甲", 1)
        + paragraph("<w:del><w:r><w:delText>删去</w:delText></w:r></w:del>", f"{properties}<w:rPr><w:del/></w:rPr>")
        + paragraph(run("隐藏", "<w:vanish/>"), f"{properties}<w:rPr><w:vanish/></w:rPr>")
        + numbered("乙", 1)
    )
    assert read_docx(make_word(body, numbering=NUMBERING)).text == "第一条 甲\n第二条 乙\n"


def test_numbers_run_on_through_table_cells() -> None:
    body = (
        numbered("甲", 2)
        + table(row(cell(numbered("", 2)), "青松市第二小学"), row(cell(numbered("", 2)), "白石县中学"))
        + numbered("丁", 2)
    )
    assert read_docx(make_word(body, numbering=NUMBERING)).text == "1. 甲\n2.\t青松市第二小学\n3.\t白石县中学\n4. 丁\n"


@pytest.mark.parametrize(
    "numbering",
    [
        "",
        num(1, 77),
        '<w:num w:numId="1"/>',
        abstract_list(1) + num(1, 1),
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="ls"/></w:abstractNum>' + num(1, 1),
        abstract_list(1, '<w:lvl w:ilvl="x"/>') + num(1, 1),
    ],
)
def test_broken_definitions_give_no_number(numbering: str) -> None:
    assert labels((1, 0), numbering=numbering) == [""]
