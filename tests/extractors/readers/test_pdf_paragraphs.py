"""Which line ends of a PDF only wrap: pages set by hand, line by line, each with its left edge in ems."""

from __future__ import annotations

import opencc
import pytest
from reportlab.pdfgen.canvas import Canvas

from extractors.readers.pdf import read_pdf
from extractors.text.normal import normalise
from tests.formats.draw_pdf import drawn, words
from tests.formats.make_pdf import measured

SIZE = 14.0
LEFT = 80.0
WIDTH = 31
"""Ems of the text block: 80 to 514 points on a page of 594."""

FULL = "甲乙双方应当在每学期开学前两周内商定本学期的帮扶计划和各项活动"
LINES = tuple[float, str]

JOINS = {
    "a paragraph with a first line's indent": [(2, "甲方每学期选派骨干教师到乙方任教并承担教研指导任务以及其他"), (0, "约定的工作。")],
    "an unindented one": [(0, FULL), (0, "由双方共同执行。")],
    "a word before a figure that did not fit": [(2, "甲方向乙方捐赠图书用于建设学校图书室总计价值人民币"), (0, "150000元整。")],
    "an opening bracket that did not fit": [(2, "双方校长应当参加由市教育局主持召开的结对工作推进会议以及会"), (0, "（含线上）前准备。")],
    "a stop taken down with its word": [(2, "甲方每学期选派骨干教师到乙方任教并承担教研指导任务和工"), (0, "作。")],
    "乙方 at a line's start": [(2, "乙方应为甲方教师提供住宿，甲方教师的日常管理由甲方委托给"), (0, "乙方负责，并报双方主管部门。")],
    "an article that is referred to": [(0, "经费的使用和管理违反了本协议规定的，依照双方在本协议中所约定的"), (0, "第四条处理。")],
    "words that look like a label": [(0, "经甲乙双方友好协商并报各自上级主管部门批准就结对帮扶工作等事签"), (0, "订协议如下：")],
    "a hanging item": [(2, "（一）甲方每学期选派骨干教师到乙方任教并承担教研指导等任务"), (5, "以及其他约定的工作。")],
    "a hanging item's third line": [
        (2, "（一）甲方每学期选派骨干教师到乙方任教并承担教研指导等任务"),
        (5, "以及其他约定的工作和双方共同商定的各项活动及会议等；"),
        (5, "并且做好记录。"),
    ],
    "a quotation that was taken down with the words on its sides": [
        (2, "双方在各自的职业院校之间推进合作办学并联合招生开"),
        (0, "展“三加二”分段培养试点。"),
    ],
    "a blank to fill in": [(2, "甲方每学期选派      名骨干教师到乙方任教并承担教研指导等各项"), (0, "任务。")],
}
LEAVES_APART = {
    "a heading": [(2, "一、帮扶期限"), (2, "三年。")],
    "a heading without indents": [(0, "帮扶期限"), (0, "自签字之日起三年。"), (0, FULL), (0, "共同执行。")],
    "a line with room for the next word": [(2, "甲方每学期选派骨干教师到乙方任教并承担教研指导"), (0, "任务清单见附件。")],
    "a short line before a quotation": [(2, "双方在各自的职业院校之间推进合作"), (0, "的“三加二”分段培养试点。")],
    "a full sentence before a quotation": [(2, "双方在各自的职业院校之间推进联合培养。"), (0, "即“三加二”分段培养试点。")],
    "a full line and a new paragraph's indent": [
        (2, "甲方每学期选派骨干教师到乙方任教并承担教研指导任务以及其他"),
        (2, "乙方为其提供住宿。"),
    ],
    "a full line and a numbered one": [(0, FULL[:30] + "；"), (0, "2.乙方提供住宿。")],
    "a full line and a bracketed number": [(0, FULL[:30] + "；"), (0, "（二）乙方提供住宿。")],
    "a full line and a label": [(0, FULL[:30] + "。"), (0, "联系电话：0000-12345678")],
    "two columns": [(0, "甲方（盖章）：" + " " * 24 + "乙方（盖章）："), (0, "代表签字：" + " " * 28 + "代表签字：")],
    "a date set to the right": [(2, "甲方每学期选派骨干教师到乙方任教并承担教研指导任务以及其他"), (21, "2024年8月30日")],
    "a contents line": [(0, "第一部分 总则" + "." * 46 + "1"), (0, "第二部分 帮扶内容" + "." * 40 + "2")],
    "parties one under the other": [(0, "甲方：松江口市第一实验学校"), (0, "乙方：松江口市清泉镇九年制学校")],
}
CONTEXT: list[LINES] = [
    (2, "为促进城乡教育均衡发展，甲乙双方在平等协商的基础上达成如下"),
    (0, "协议，以资共同遵守执行。"),
    (2, "本协议自签订之日起生效，有效期三年，期满后双方可以协商续签"),
    (0, "并且另立协议。"),
]
FLUSH_CONTEXT: list[LINES] = [(0, "现" * (2 if indent else 0) + line) for indent, line in CONTEXT]


def read(lines: list[LINES]) -> list[str]:
    placed = []
    for number, (indent, text) in enumerate(lines):
        placed.append((LEFT + indent * SIZE, 760 - number * 24.0, text))
    data = drawn(words(*placed, size=SIZE), size=(2 * LEFT + WIDTH * SIZE, 842))
    text = normalise(read_pdf(data), opencc.OpenCC("t2s").convert).text
    return [line.strip() for line in text.split("\n") if line.strip()]


def context(lines: list[LINES]) -> list[LINES]:
    return CONTEXT if any(indent for indent, _ in lines) else FLUSH_CONTEXT


@pytest.mark.parametrize("lines", JOINS.values(), ids=JOINS)
def test_joins(lines: list[LINES]) -> None:
    around = context(lines)
    assert len(read([*around, *lines])) == len(around) / 2 + 1


@pytest.mark.parametrize("lines", LEAVES_APART.values(), ids=LEAVES_APART)
def test_leaves_apart(lines: list[LINES]) -> None:
    around = context(lines)
    full = sum(1 for _, text in lines if text == FULL)
    assert len(read([*around, *lines])) == len(around) / 2 + len(lines) - full


def test_short_lines_alone_are_not_wrapped() -> None:
    """Where nothing reaches the margin, the longest line is not full."""
    lines = [(0.0, "甲方：第一中学"), (0.0, "乙方：清泉镇中学校"), (0.0, "帮扶期限三年"), (0.0, "帮扶内容见附件")]
    assert len(read(lines)) == 4


def test_a_gap_parts_paragraphs_without_indents() -> None:
    placed = [(LEFT, y, FULL) for y in (760.0, 736.0, 690.0, 666.0)]
    data = drawn(words(*placed, size=SIZE), size=(2 * LEFT + WIDTH * SIZE, 842))
    assert len(read_pdf(data).wraps or ()) == 2


@pytest.mark.parametrize(
    ("first", "second", "is_one"),
    [
        ("松江口市教育局关于开展新一轮城乡学校结对帮扶工作", "的实施方案", True),
        ("松江口市教育局", "城乡学校结对帮扶工作实施方案", False),
        ("结对帮扶协议书", "（2024年版）", False),
    ],
)
def test_a_long_title_is_one_line_and_two_short_ones_are_not(first: str, second: str, is_one: bool) -> None:  # noqa: FBT001 - a column
    page = 2 * LEFT + WIDTH * SIZE
    size = 18.0

    def draw(canvas: Canvas) -> None:
        title = [((page - measured(text, size)) / 2, 790 - number * 30.0, text) for number, text in enumerate((first, second))]
        words(*title, size=size)(canvas)
        body = [(LEFT + indent * SIZE, 700 - number * 24.0, text) for number, (indent, text) in enumerate(CONTEXT)]
        words(*body, size=SIZE)(canvas)

    lines = normalise(read_pdf(drawn(draw, size=(page, 842))), opencc.OpenCC("t2s").convert).text.split("\n")
    assert (lines[0] == first + second) == is_one
