"""A table's row is a line; merged cells are written once; layouts are read cell by cell."""

from __future__ import annotations

import pytest

from extractors.readers.docx import read_docx
from extractors.readers.source_text import SourceText
from schemas.errors import Unreadable
from tests.formats.word_xml import cell, make_word, paragraph, row, table
from tests.linear import LIMIT, dearness


def read(body: str) -> SourceText:
    return read_docx(make_word(body))


READS: list[tuple[str, list[str]]] = [
    (table(row("学校", "任务"), row("青松市第二小学", "教师3名")), ["学校\t任务", "青松市第二小学\t教师3名"]),
    (table(row("甲", "", "丙"), row("", "", ""), row("", "乙", "")), ["甲\t\t丙", "\t乙"]),
    (table(row(cell("合并两列", '<w:gridSpan w:val="2"/>'), "丙"), row("甲", "乙", "丙")), ["合并两列\t丙", "甲\t乙\t丙"]),
    (
        table(row(cell("两行", '<w:vMerge w:val="restart"/>'), "语文"), row(cell("", "<w:vMerge/>"), "数学")),
        ["两行\t语文", "\t数学"],
    ),
    (table(row(cell("横并", '<w:hMerge w:val="restart"/>'), cell("", '<w:hMerge w:val="continue"/>'), "后")), ["横并\t后"]),
    (table(row(cell("帮\n扶\n学\n校"), "青松市第二小学")), ["帮扶学校\t青松市第二小学"]),
    (table(row(cell("钱立\n孙远"), "教师")), ["钱立 孙远\t教师"]),
    (table(row(cell("一、目标\n提高质量。\n二、期限\n三年。"))), ["一、目标", "提高质量。", "二、期限", "三年。"]),
    (table(row("帮扶内容", cell("1.选派教师3名\n2.开展教研4次"))), ["帮扶内容", "1.选派教师3名", "2.开展教研4次"]),
    (table(row(cell("甲方：甲校\n代表："), cell("乙方：乙校\n代表："))), ["甲方：甲校", "代表：", "乙方：乙校", "代表："]),
    (table(row(cell(table(row("内甲", "内乙"), row("内丙", "内丁")) + paragraph("后")))), ["内甲\t内乙", "内丙\t内丁", "后"]),
    (table(row("<w:sdt><w:sdtContent>" + cell("控件里的格") + "</w:sdtContent></w:sdt>", "乙")), ["控件里的格\t乙"]),
    (table("<w:sdt><w:sdtContent>" + row("控件里的行", "乙") + "</w:sdtContent></w:sdt>"), ["控件里的行\t乙"]),
    (table(row("甲", "乙", properties='<w:gridBefore w:val="1"/>')), ["甲\t乙"]),
    (table(row(cell("城乡学校\n帮扶协议"))), ["城乡学校", "帮扶协议"]),
    (table(row("", "")) + paragraph("空表之后"), ["空表之后"]),
]


@pytest.mark.parametrize(("body", "lines"), READS)
def test_rows(body: str, lines: list[str]) -> None:
    assert read(body).text.rstrip("\n").split("\n") == lines


def test_cells_know_their_places() -> None:
    source = read(
        paragraph("名单") + table(row("学校", cell("任务", '<w:gridSpan w:val="2"/>')), row("甲校", "教师", "3名")) + paragraph("完")
    )
    (found,) = source.tables
    assert source.text[found.start : found.end] == "学校\t任务\n甲校\t教师\t3名"
    assert [(item.row, item.column, source.text[item.start : item.end]) for item in found.cells] == [
        (0, 0, "学校"),
        (0, 1, "任务"),
        (1, 0, "甲校"),
        (1, 1, "教师"),
        (1, 2, "3名"),
    ]


SPANS: list[tuple[str, list[tuple[str, int, int, int, int]]]] = [
    (table(row(cell("合并两列", '<w:gridSpan w:val="2"/>'), "丙"), row("甲", "乙", "丁")), [("合并两列", 0, 0, 1, 2), ("丙", 0, 2, 1, 1)]),
    (
        table(
            row(cell("两行", '<w:vMerge w:val="restart"/>'), "语文"),
            row(cell("", "<w:vMerge/>"), "数学"),
            row(cell("", '<w:vMerge w:val="restart"/>'), "英语"),
            row(cell("", "<w:vMerge/>"), "体育"),
        ),
        [("两行", 0, 0, 2, 1), ("语文", 0, 1, 1, 1), ("数学", 1, 1, 1, 1), ("英语", 2, 1, 1, 1)],
    ),
    (
        table(row(cell("横并", '<w:hMerge w:val="restart"/>'), cell("", '<w:hMerge w:val="continue"/>'), "后")),
        [("横并", 0, 0, 1, 2), ("后", 0, 2, 1, 1)],
    ),
    (table(row("甲", "乙", properties='<w:gridBefore w:val="1"/>')), [("甲", 0, 1, 1, 1), ("乙", 0, 2, 1, 1)]),
    (table(row(cell("甲", "<w:vMerge/>"), "乙"), row("丙", "丁")), [("乙", 0, 1, 1, 1), ("丙", 1, 0, 1, 1)]),
]


@pytest.mark.parametrize(("body", "cells"), SPANS)
def test_merged_cells_know_what_they_take(body: str, cells: list[tuple[str, int, int, int, int]]) -> None:
    source = read(body)
    (found,) = source.tables
    read_cells = [(source.text[one.start : one.end], one.row, one.column, one.row_span, one.column_span) for one in found.cells]
    assert read_cells[: len(cells)] == cells


def test_cells_of_layouts_and_inner_tables_know_their_places() -> None:
    source = read(table(row(cell("甲方：甲校\n代表："), cell(paragraph("附：") + table(row("一", "二"))))))
    assert [[source.text[item.start : item.end] for item in found.cells] for found in source.tables] == [
        ["甲方：甲校\n代表："],
        ["一", "二"],
    ]


@pytest.mark.parametrize("span", ["100000000", "-5", "99999999999999999999", "x", ""])
def test_absurd_spans_are_harmless(span: str) -> None:
    def spanned(value: str) -> str:
        return table(row(cell("甲", f'<w:gridSpan w:val="{value}"/>'), "乙"))

    source = read(spanned(span))
    assert source.text == "甲\t乙\n"
    assert max(item.column for item in source.tables[0].cells) <= 63
    assert dearness(read, lambda _: spanned("2"), lambda _: spanned(span)) <= LIMIT


def test_many_columns_stay_one_row() -> None:
    assert read(table(row(*[str(at) for at in range(80)]))).text == "\t".join(str(at) for at in range(80)) + "\n"


def test_tables_in_tables_in_tables_are_too_deep() -> None:
    body = paragraph("底")
    for _ in range(30):
        body = table(row(cell(body + paragraph(""))))
    with pytest.raises(Unreadable) as caught:
        read(body)
    assert caught.value.reason == "too-deep"
