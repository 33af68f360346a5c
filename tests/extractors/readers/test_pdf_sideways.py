"""Words set on their side: labels in the cells of a table are read, others are told of."""

from __future__ import annotations

import pytest
from reportlab.pdfgen.canvas import Canvas

from extractors.readers.pdf import read_pdf
from tests.formats.draw_pdf import drawn, grid, words
from tests.formats.make_pdf import FONT

_COLUMNS, _ROWS = (80, 110, 480), (760, 660, 560)


def sideways(canvas: Canvas, x: float, y: float, text: str, turn: int) -> None:
    """Words along a line that is turned by so many degrees to the left."""
    canvas.saveState()
    canvas.translate(x, y)
    canvas.rotate(turn)
    canvas.setFont(FONT, 12)
    canvas.drawString(0, 0, text)
    canvas.restoreState()


def form(turn: int) -> bytes:
    """A form with two rows whose labels are turned."""
    x, low = (100, 5) if turn == 90 else (91, 75)

    def draw(canvas: Canvas) -> None:
        words((200, 800, "结对帮扶登记表"), (120, 705, "云溪市实验小学"), (120, 605, "石桥镇中心小学"), size=12)(canvas)
        sideways(canvas, x, 660 + low, "支援学校", turn)
        sideways(canvas, x, 560 + low, "受援学校", turn)
        grid(canvas, _COLUMNS, _ROWS)

    return drawn(draw)


@pytest.mark.parametrize("turn", [90, -90])
def test_a_label_on_its_side_is_its_cells_text(turn: int) -> None:
    source = read_pdf(form(turn))
    assert source.text == "结对帮扶登记表\n支援学校\t云溪市实验小学\n受援学校\t石桥镇中心小学\n"
    assert not source.notes
    at = source.text.index("支援")
    (page,) = source.pages
    left, top, right, bottom = page.char_boxes[at - page.start] or (0, 0, 0, 0)
    assert (80 < left < right < 110, 82 <= top < bottom < 182) == (True, True)


def test_words_along_a_margin_are_told_of() -> None:
    def draw(canvas: Canvas) -> None:
        words((80, 800, "结对帮扶协议书"), (80, 760, "甲方：云溪市实验小学"), size=12)(canvas)
        sideways(canvas, 30, 300, "装订线", 90)

    source = read_pdf(drawn(draw))
    assert source.text == "结对帮扶协议书\n甲方：云溪市实验小学\n"
    assert source.notes == ("第1页有横转的文字（多在页边），没有读入。",)
    assert not source.is_partial


def test_a_body_on_its_side_is_a_loss() -> None:
    def draw(canvas: Canvas) -> None:
        words(*[(80, 800 - 20 * at, "甲方每学期选派三名骨干教师到乙方支教") for at in range(10)], size=12)(canvas)
        for at in range(8):
            sideways(canvas, 400 + 20 * at, 300, "乙方每学期选派两名教师到甲方跟岗", 90)

    source = read_pdf(drawn(draw))
    assert source.text.count("甲方每学期") == 10
    assert (source.is_partial, "横转" in source.notes[0]) == (True, True)


def test_a_cell_with_level_words_keeps_them_alone() -> None:
    def draw(canvas: Canvas) -> None:
        words((120, 705, "云溪市实验小学"), (84, 745, "甲方"), (84, 605, "乙方"), (120, 605, "石桥镇中心小学"), size=12)(canvas)
        sideways(canvas, 100, 665, "存根", 90)
        grid(canvas, _COLUMNS, _ROWS)

    source = read_pdf(drawn(draw))
    assert source.text == "甲方\t云溪市实验小学\n乙方\t石桥镇中心小学\n"
    assert source.notes == ("第1页有横转的文字（多在页边），没有读入。",)


def test_characters_one_below_another_are_one_word() -> None:
    def draw(canvas: Canvas) -> None:
        stack = [(100.0, 740.0 - 18 * at, char) for at, char in enumerate("支援学校")]
        words(*stack, (150, 705, "云溪市实验小学"), (90, 605, "一组"), (90, 585, "二组"), (150, 605, "石桥镇"), size=12)(canvas)
        grid(canvas, (80, 140, 480), _ROWS)

    assert read_pdf(drawn(draw)).text == "支援学校\t云溪市实验小学\n一组 二组\t石桥镇\n"
