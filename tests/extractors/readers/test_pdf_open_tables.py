"""Columns under a line of headings are a table; columns of names, signatures and contents are none."""

from __future__ import annotations

import pytest

from extractors.readers.pdf import read_pdf
from tests.formats.draw_pdf import Words, drawn, words

HEAD: list[Words] = [(80, 700, "活动内容"), (240, 700, "次数"), (340, 700, "责任单位")]
READS: list[tuple[str, list[Words], str]] = [
    (
        "rows",
        [(80, 680, "送教到校"), (240, 680, "4次"), (340, 680, "甲方"), (80, 660, "跟岗"), (240, 660, "2名"), (340, 660, "乙方")],
        "送教到校\t4次\t甲方\n跟岗\t2名\t乙方",
    ),
    (
        "a blank cell",
        [(80, 680, "送教"), (340, 680, "甲方"), (80, 660, "跟岗"), (240, 660, "2名"), (340, 660, "乙方")],
        "送教\t\t甲方\n跟岗\t2名\t乙方",
    ),
    (
        "a cell that wraps",
        [
            (80, 680, "由骨干教师开展"),
            (240, 680, "4次"),
            (340, 680, "甲方"),
            (80, 664, "专题讲座"),
            (80, 644, "跟岗"),
            (240, 644, "2名"),
            (340, 644, "乙方"),
        ],
        "由骨干教师开展专题讲座\t4次\t甲方\n跟岗\t2名\t乙方",
    ),
    (
        "a centred cell beside one that wraps",
        [
            (80, 680, "由骨干教师开展"),
            (240, 672, "4次"),
            (340, 672, "甲方"),
            (80, 664, "专题讲座"),
            (80, 640, "跟岗"),
            (240, 640, "2名"),
            (340, 640, "乙方"),
        ],
        "由骨干教师开展专题讲座\t4次\t甲方\n跟岗\t2名\t乙方",
    ),
    (
        "a heading between",
        [
            (80, 680, "一、送教"),
            (80, 660, "讲座"),
            (240, 660, "4次"),
            (340, 660, "甲方"),
            (80, 640, "跟岗"),
            (240, 640, "2名"),
            (340, 640, "乙方"),
        ],
        "一、送教\t\t\n讲座\t4次\t甲方\n跟岗\t2名\t乙方",
    ),
]
LEAVES_ALONE: list[tuple[str, list[Words]]] = [
    (
        "signatures",
        [
            (80, 700, "甲方（盖章）"),
            (240, 700, "乙方（盖章）"),
            (400, 700, "丙方（盖章）"),
            (80, 680, "高远"),
            (240, 680, "秦岭"),
            (400, 680, "莫问"),
            (80, 660, "3月5日"),
            (240, 660, "3月5日"),
            (400, 660, "3月5日"),
        ],
    ),
    (
        "labels",
        [
            (80, 700, "单位："),
            (240, 700, "时间："),
            (400, 700, "地点："),
            (80, 680, "甲校"),
            (240, 680, "九月"),
            (400, 680, "礼堂"),
            (80, 660, "乙校"),
            (240, 660, "十月"),
            (400, 660, "操场"),
        ],
    ),
    ("names", [(x, y, name) for y in (700.0, 680.0, 660.0) for x, name in ((80.0, "林雨"), (240.0, "周平"), (400.0, "秦岭"))]),
    ("contents", [(80, 700, "第一章 活动内容……3"), (80, 680, "第二章 责任单位……5"), (80, 660, "第三章 时间安排……9")]),
    ("a head alone", HEAD),
    ("a head and a row", [*HEAD, (80, 680, "送教"), (240, 680, "4次"), (340, 680, "甲方")]),
    (
        "two columns",
        [(80, 700, "活动内容"), (240, 700, "次数"), (80, 680, "送教"), (240, 680, "4次"), (80, 660, "跟岗"), (240, 660, "2名")],
    ),
    ("prose below", [*HEAD, (80, 680, "甲方每学期到乙方送教四次，乙方每学期选派教师跟岗"), (80, 660, "两名，双方每学期联合教研两次。")]),
]


@pytest.mark.parametrize(("placed", "text"), [(placed, text) for _, placed, text in READS], ids=[name for name, _, _ in READS])
def test_reads(placed: list[Words], text: str) -> None:
    source = read_pdf(drawn(words((80, 740, "附件"), *HEAD, *placed, (80, 600, "以上安排由双方承办。"), size=12)))
    (table,) = source.tables
    assert source.text[table.start : table.end] == f"活动内容\t次数\t责任单位\n{text}"


@pytest.mark.parametrize("placed", [placed for _, placed in LEAVES_ALONE], ids=[name for name, _ in LEAVES_ALONE])
def test_leaves_alone(placed: list[Words]) -> None:
    assert read_pdf(drawn(words((80, 740, "附件"), *placed, size=12))).tables == ()
