"""A table that goes on over a page break is one table."""

from __future__ import annotations

import pytest
from reportlab.pdfgen.canvas import Canvas

from extractors.readers.pdf import read_pdf
from extractors.readers.source_text import SourceText
from tests.formats.draw_pdf import drawn, grid, words
from tests.formats.make_tables import in_pdf

_ROWS = "\n".join(f"{at} | {what} | {count} | {who}" for at, what, count, who in (
    (1, "送教到校", 4, "甲方"), (2, "联合教研", 2, "双方"), (3, "校长论坛", 1, "双方"), (4, "跟岗学习", 2, "乙方"), (5, "示范课展示", 6, "甲方"),
    (6, "集体备课", 8, "双方"), (7, "听课评课", 10, "乙方"), (8, "专题讲座", 3, "甲方"),
))  # fmt: skip
PAPER = f"活动安排\n序号 | 活动内容 | 次数 | 责任单位\n{_ROWS}\n以上活动由双方承办。"
GROUPED = "活动安排\n责任方 | 内容 | 次数\n甲方 | 送教 | 4\n^ | 讲座 | 2\n^ | 教研 | 3\n^ | 培训 | 5\n乙方 | 跟岗 | 1"
LONG = "活动安排\n序号 | 内容 | 次数\n1 | 由城区骨干教师到乡村学校开展同课异构和专题讲座并指导校本教研活动 | 4次\n2 | 跟岗 | 2次"


def rows(source: SourceText) -> list[list[str]]:
    (table,) = source.tables
    found: dict[int, list[str]] = {}
    for cell in table.cells:
        found.setdefault(cell.row, []).append(source.text[cell.start : cell.end])
    return list(found.values())


def headers(source: SourceText) -> list[str]:
    return [source.text[one.start : one.end] for one in source.furniture if one.role == "header"]


@pytest.mark.parametrize("down", [520, 550, 580, 610])
@pytest.mark.parametrize("again", [0, 1])
def test_rows_of_two_pages_are_one_table(down: float, again: int) -> None:
    source = read_pdf(in_pdf(PAPER, down=down, head_again=again))
    assert len(source.pages) == 2
    assert rows(source) == [line.split(" | ") for line in PAPER.split("\n")[1:-1]]
    assert headers(source) == ["序号\t活动内容\t次数\t责任单位"] * again


def test_three_pages() -> None:
    paper = PAPER.replace(_ROWS, "\n".join(f"{at} | 活动{at} | {at} | 双方" for at in range(1, 80)))
    source = read_pdf(in_pdf(paper, head_again=1))
    assert len(source.pages) == 3
    assert [row[0] for row in rows(source)] == ["序号", *map(str, range(1, 80))]
    assert len(headers(source)) == 2


@pytest.mark.parametrize("down", [570, 600, 620])
def test_a_label_reaches_over_the_break(down: float) -> None:
    source = read_pdf(in_pdf(GROUPED, down=down))
    (table,) = source.tables
    assert len(source.pages) == 2
    labels = {source.text[cell.start : cell.end]: (cell.row, cell.row_span) for cell in table.cells if cell.column == 0}
    assert (labels["甲方"], labels["乙方"]) == ((1, 4), (5, 1))


def test_a_cut_row_is_one_and_has_boxes_where_it_begins() -> None:
    source = read_pdf(in_pdf(LONG, down=590, widths=[40, 80, 60], splits=True))
    assert len(source.pages) == 2
    assert rows(source)[1] == ["1", "由城区骨干教师到乡村学校开展同课异构和专题讲座并指导校本教研活动", "4次"]
    at = source.text.index("活动\t4次")
    first = source.pages[0]
    assert first.start <= at < first.end
    assert first.char_boxes[at - first.start] is None
    assert first.char_boxes[source.text.index("由城区") - first.start] is not None


@pytest.mark.parametrize(
    ("xs", "between"),
    [([80, 200, 400], None), ([80, 180, 300, 380], None), ([80, 180, 380], "上表为甲方任务。")],
    ids=["narrower", "more", "text"],
)
def test_tables_apart(xs: list[float], between: str | None) -> None:
    def first(canvas: Canvas) -> None:
        words((84, 110, "送教"), (184, 110, "4次"), (84, 80, "讲座"), (184, 80, "2次"))(canvas)
        grid(canvas, [80, 180, 380], [70, 100, 130])

    def second(canvas: Canvas) -> None:
        words((84, 770, "跟岗"), (xs[1] + 4, 770, "3名"), (84, 740, "听课"), (xs[1] + 4, 740, "8节"))(canvas)
        grid(canvas, xs, [730, 760, 790])
        if between:
            words((84, 795, between))(canvas)

    assert len(read_pdf(drawn(first, second)).tables) == 2
