"""Ruled tables in PDFs: rows as lines, cells parted by tabs, and what is no table."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pdfplumber
import pytest
from pdfplumber.utils.exceptions import PdfminerException
from reportlab.pdfgen.canvas import Canvas

from extractors.readers.pdf import read_pdf
from extractors.readers.source_text import SourceText
from tests.formats.draw_pdf import drawn, grid, words
from tests.formats.make_pdf import Style, make_pdf


def cells(source: SourceText) -> list[list[tuple[int, int, str]]]:
    return [[(cell.row, cell.column, source.text[cell.start : cell.end]) for cell in table.cells] for table in source.tables]


def table(xs: Sequence[float], ys: Sequence[float], *placed: tuple[float, float, str]) -> bytes:
    def draw(canvas: Canvas) -> None:
        words((80, 780, "附件：活动安排表"), *placed, size=12)(canvas)
        grid(canvas, xs, ys)

    return drawn(draw)


def test_rows_are_lines_with_tabs() -> None:
    source = read_pdf(make_pdf("附件\n序号\t活动\t次数\n1\t联合教研\t4次\n2\t\t2次\n以上活动由双方承办。"))
    assert source.text.split("\n")[1:5] == ["序号\t活动\t次数", "1\t联合教研\t4次", "2\t\t2次", "以上活动由双方承办。"]
    assert cells(source) == [
        [
            (0, 0, "序号"),
            (0, 1, "活动"),
            (0, 2, "次数"),
            (1, 0, "1"),
            (1, 1, "联合教研"),
            (1, 2, "4次"),
            (2, 0, "2"),
            (2, 1, ""),
            (2, 2, "2次"),
        ]
    ]
    (found,) = source.tables
    assert source.text[found.start : found.end] == "序号\t活动\t次数\n1\t联合教研\t4次\n2\t\t2次"


def test_a_cell_that_wraps_is_closed_up_and_its_paragraphs_are_parted() -> None:
    data = table(
        [80, 180, 400],
        [760, 700, 660],
        (86, 744, "结对帮扶工作领导"),
        (86, 726, "小组"),
        (186, 744, "组长：江映雪"),
        (186, 726, "副组长：石可风"),
        (86, 680, "办公室"),
        (186, 680, "教务处"),
    )
    assert "结对帮扶工作领导小组\t组长：江映雪 副组长：石可风\n办公室\t教务处\n" in read_pdf(data).text


def test_centred_names_in_a_cell_are_parted() -> None:
    data = table(
        [80, 180, 400], [760, 700, 660], (116, 744, "江映雪"), (116, 726, "石可风"), (186, 744, "教师"), (86, 680, "共"), (186, 680, "2名")
    )
    assert "江映雪 石可风\t教师\n共\t2名\n" in read_pdf(data).text


def test_merged_cells_stand_once() -> None:
    def draw(canvas: Canvas) -> None:
        words(
            (90, 740, "年度"),
            (190, 740, "捐赠情况"),
            (190, 710, "图书"),
            (290, 710, "电脑"),
            (90, 680, "2024"),
            (190, 680, "300册"),
            (290, 680, "20台"),
        )(canvas)
        for y in (760, 690, 670):
            canvas.line(80, y, 380, y)
        canvas.line(180, 730, 380, 730)
        for x in (80, 180, 380):
            canvas.line(x, 670, x, 760)
        canvas.line(280, 670, 280, 730)

    source = read_pdf(drawn(draw))
    assert source.text.split("\n")[:3] == ["年度\t捐赠情况", "图书\t电脑", "2024\t300册\t20台"]
    assert cells(source)[0][:4] == [(0, 0, "年度"), (0, 1, "捐赠情况"), (1, 1, "图书"), (1, 2, "电脑")]


def test_an_agreement_inside_a_form_keeps_its_paragraphs() -> None:
    def draw(canvas: Canvas) -> None:
        words(
            (90, 740, "甲方"),
            (190, 740, "松江口市第一实验学校"),
            (114, 700, "一、甲方每学期选派教师3名到乙方任教并指导"),
            (86, 680, "教研活动。"),
            (114, 660, "二、乙方提供住宿。"),
            (90, 620, "备注"),
            (190, 620, "无"),
            size=13,
        )(canvas)
        for y in (760, 725, 640, 600):
            canvas.line(80, y, 380, y)
        for x in (80, 380):
            canvas.line(x, 600, x, 760)
        canvas.line(180, 725, 180, 760)
        canvas.line(180, 600, 180, 640)

    source = read_pdf(drawn(draw))
    lines = source.text.split("\n")
    assert lines[0] == "甲方\t松江口市第一实验学校"
    assert lines[1:4] == ["一、甲方每学期选派教师3名到乙方任教并指导", "教研活动。", "二、乙方提供住宿。"]
    assert lines[4] == "备注\t无"
    assert [source.text[: at + 1].count("\n") for at in source.wraps or ()] == [2]
    assert len(source.tables) == 2


@pytest.mark.parametrize(
    ("xs", "ys"),
    [([70, 500], [800, 600]), ([70, 500], [800, 715, 690, 600]), ([], [800, 690, 600]), ([70, 200, 500], [])],
    ids=["a frame", "a frame in parts", "level rules alone", "upright rules alone"],
)
def test_what_is_no_table(xs: list[float], ys: list[float]) -> None:
    def draw(canvas: Canvas) -> None:
        words((90, 730, "甲方每学期选派教师"), (90, 700, "乙方提供住宿"))(canvas)
        for x in xs:
            canvas.line(x, min(ys, default=600), x, max(ys, default=800))
        for y in ys:
            canvas.line(min(xs, default=70), y, max(xs, default=500), y)

    source = read_pdf(drawn(draw))
    assert source.tables == ()
    assert source.text.split() == ["甲方每学期选派教师", "乙方提供住宿"]


def test_bars_filled_as_lines_are_rules_and_shading_is_not() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillGray(0.9)
        canvas.rect(70, 690, 200, 70, stroke=0, fill=1)
        canvas.setFillGray(0)
        words((90, 740, "姓名"), (190, 740, "职务"), (90, 710, "江映雪"), (190, 710, "校长"))(canvas)
        for y in (760, 730, 700):
            canvas.rect(80, y, 200, 0.5, stroke=0, fill=1)
        for x in (80, 180, 280):
            canvas.rect(x, 700, 0.5, 60, stroke=0, fill=1)

    assert read_pdf(drawn(draw)).text.split("\n")[:2] == ["姓名\t职务", "江映雪\t校长"]


def test_thousands_of_lines_are_a_drawing() -> None:
    def draw(canvas: Canvas) -> None:
        words((90, 730, "学校平面图"))(canvas)
        for n in range(2100):
            canvas.line(0, n * 0.4, 500, n * 0.4)
            canvas.line(n * 0.25, 0, n * 0.25, 800)

    assert read_pdf(drawn(draw)).tables == ()


OPENS = "mima"
STAFF = words((90, 740, "姓名"), (190, 740, "职务"), (90, 710, "江映雪"), (190, 710, "校长"), size=12)


def staff(canvas: Canvas) -> None:
    """A table of four cells."""
    STAFF(canvas)
    grid(canvas, [80, 180, 280], [700, 730, 760])


def turned(canvas: Canvas) -> None:
    canvas.setPageRotation(90)
    canvas.translate(842, 0)
    canvas.rotate(90)
    staff(canvas)


def across_the_page(canvas: Canvas) -> None:
    canvas.translate(842, 0)
    canvas.rotate(90.005)
    staff(canvas)


def cut_out(canvas: Canvas) -> None:
    canvas.setCropBox((50, 100, 500, 800))
    staff(canvas)


def in_a_form(canvas: Canvas) -> None:
    canvas.beginForm("staff")
    staff(canvas)
    canvas.endForm()
    canvas.translate(30, -40)
    canvas.doForm("staff")


def boxes(canvas: Canvas) -> None:
    STAFF(canvas)
    for x in (80, 180):
        for y in (700, 730):
            canvas.rect(x, y, 98, 28)


def one_path(canvas: Canvas) -> None:
    STAFF(canvas)
    path = canvas.beginPath()
    for x in (80, 180, 280):
        path.moveTo(x, 700)
        path.lineTo(x, 760)
    for y in (700, 730, 760):
        path.moveTo(80, y)
        path.lineTo(280, y)
    canvas.drawPath(path)


def double_lines(canvas: Canvas) -> None:
    staff(canvas)
    grid(canvas, [78, 182, 282], [698, 732, 762])


def slanting_head(canvas: Canvas) -> None:
    staff(canvas)
    canvas.line(80, 760, 180, 730)


@pytest.mark.parametrize("draw", [turned, across_the_page, cut_out, in_a_form, boxes, one_path, double_lines, slanting_head])
def test_however_a_table_is_drawn_its_cells_are_found(draw: Callable[[Canvas], None]) -> None:
    source = read_pdf(drawn(draw, size=(842, 842)))
    assert source.text.split("\n")[:2] == ["姓名\t职务", "江映雪\t校长"]
    assert source.notes == ()


def test_tables_of_locked_and_of_broken_files_are_read() -> None:
    paper = "附件\n序号\t活动\n1\t联合教研\n以上活动由双方承办。"
    for data, password in ((make_pdf(paper, Style(password=OPENS)), OPENS), (make_pdf(paper)[:-400], None)):
        assert "序号\t活动\n1\t联合教研\n" in read_pdf(data, password=password).text


def test_a_page_whose_rules_cannot_be_made_out_keeps_its_text(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise PdfminerException

    monkeypatch.setattr(pdfplumber, "open", fail)
    source = read_pdf(drawn(words((100, 700, "协议书")), staff))
    assert source.tables == ()
    assert source.text.split() == ["协议书", "姓名", "职务", "江映雪", "校长"]
    assert source.notes == ("第2页的表格线无法分析，其中的表格按普通文字读取。",)


def test_a_paper_without_tables_never_meets_pdfplumber(tmp_path: Path) -> None:
    def framed(canvas: Canvas) -> None:
        words((90, 730, "甲方每学期选派教师"))(canvas)
        canvas.rect(70, 600, 430, 200)

    def underlined(canvas: Canvas) -> None:
        words((90, 730, "甲方"), (90, 700, "乙方"), (90, 670, "日期"))(canvas)
        for y in (727, 697, 667):
            canvas.line(120, y, 300, y)

    paper = tmp_path / "paper.pdf"
    paper.write_bytes(drawn(framed, underlined))
    code = (
        "import pathlib, sys; from extractors.readers.pdf import read_pdf; read_pdf(pathlib.Path(sys.argv[1]).read_bytes());"
        "print(*{'pdfplumber', 'pdfminer'} & set(sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code, str(paper)], capture_output=True, text=True, check=True).stdout.split() == []
