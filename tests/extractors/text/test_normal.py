"""The normal form and its map back to the source."""

from __future__ import annotations

import opencc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.readers.source_text import Furniture, Heading, Page, SourceText
from extractors.text.normal import NormalText, fold, normalise

_SIMPLIFY = opencc.OpenCC("t2s").convert


def _normal(text: str, wraps: tuple[int, ...] | None = ()) -> NormalText:
    return normalise(SourceText(text, "text/plain", wraps=wraps), _SIMPLIFY)


READS = [
    ("２０２３年９月", "2023年9月"),
    ("甲方:A校(盖章);乙方", "甲方：A校（盖章）；乙方"),
    ("【附件】[2020]", "〔附件〕〔2020〕"),
    ("3—5名，3～5名，3–5名，3−5名", "3-5名，3-5名，3-5名，3-5名"),
    ("對口支援學校", "对口支援学校"),
    ("「雙減」『一校一策』", "“双减”“一校一策”"),
    ("¥3000", "￥3000"),
    ("⽀教⽼师", "支教老师"),
    ("2022 年 9 月 1 日", "2022年9月1日"),
    ("选派 3 名教师", "选派3名教师"),
    ("甲　方：青石小学", "甲方：青石小学"),
    ("协 议 书", "协议书"),
    ("支\u200b教\ufeff教师", "支教教师"),
    ("支\u00ad教", "支教"),
    ("￥600 000", "￥600000"),
    ("补助 8 0 0 0 元", "补助8000元"),
    ("## 帮扶协议", "帮扶协议"),
    ("**一、目的**", "一、目的"),
    ("**甲方**：青石小学", "甲方：青石小学"),
    ("> 每学期送课", "每学期送课"),
    ("1\\. 派人", "1. 派人"),
    ("\\*注", "*注"),
    ("甲方\r\n乙方", "甲方\n\n乙方"),
    ("甲方\u2028乙方", "甲方\n乙方"),
    ("选派3\u00a0名", "选派3名"),
]
LEAVES_ALONE = [
    "甲方每学期选派教师2名。", "1 总则", "1.1 目的", "年 月 日", "甲方（盖章）      乙方（盖章）", "王明 李红", "3.5万元", "①派人", "A校 B校", "* 派人", "2*3",
    "C:\\文件".replace(":", "："), "一、目的\n二、内容", "《三字经》", "“双师”", "4-6节", "第一条 目的", "2023-09-01 10：30", "20 2023年", "x²", "2*3*4", "a_b",
    "自    年  月  日起", "# ", "上午 下午", "（一） 派人", "1. 派人", "甲方、乙方",
]  # fmt: skip


@pytest.mark.parametrize(("text", "normal"), READS)
def test_reads(text: str, normal: str) -> None:
    assert _normal(text).text == normal


@pytest.mark.parametrize("text", LEAVES_ALONE)
def test_leaves_alone(text: str) -> None:
    assert _normal(text).text.strip() == text.strip()


def test_a_value_is_written_as_the_source_writes_it() -> None:
    normal = _normal("乙方：青石縣柳樹\n鄉中心小學", wraps=(8,))
    at = normal.text.index("青石")
    assert normal.text[at:] == "青石县柳树乡中心小学"
    assert normal.written(at, len(normal.text)) == "青石縣柳樹鄉中心小學"
    assert normal.original(at, len(normal.text)) == "青石縣柳樹\n鄉中心小學"
    assert normal.span(at, len(normal.text)).text == "青石縣柳樹\n鄉中心小學"


def test_furniture_and_headings_move_with_the_text() -> None:
    text = "首頁\u200b\n協議 書\n正文"
    source = SourceText(
        text, "text/html", furniture=(Furniture(0, 3, "navigation"), Furniture(2, 3, "note")), headings=(Heading(4, 8, 0),), wraps=()
    )
    normal = normalise(source, _SIMPLIFY)
    assert [(normal.text[piece.start : piece.end], piece.role) for piece in normal.furniture] == [("首页", "navigation")]
    assert [normal.text[heading.start : heading.end] for heading in normal.headings] == ["协议 书"]


def test_a_span_has_its_page_and_a_box_for_each_line() -> None:
    text = "甲方\n乙方"
    boxes = ((0.0, 0.0, 9.0, 10.0), (10.0, 0.0, 19.0, 10.0), None, (0.0, 20.0, 9.0, 30.0), (10.0, 20.0, 19.0, 30.0))
    normal = normalise(SourceText(text, "application/pdf", pages=(Page(1, 0, 5, char_boxes=boxes),), wraps=()), _SIMPLIFY)
    span = normal.span(0, 5)
    assert (span.page, span.boxes) == (1, ((0.0, 0.0, 19.0, 10.0), (0.0, 20.0, 19.0, 30.0)))


def test_folding_survives_a_converter_that_changes_lengths() -> None:
    assert fold("甲乙", lambda text: text.replace("甲", "甲甲")) == "甲乙"


_ANYTHING = st.text(
    alphabet=st.one_of(
        st.sampled_from("甲乙方學校對口支援0123年月日名 \t\n，。；：、（）()*#>_-—～１２￥\u3000\u200b\ufeff\u00a0①⑴Ⅰ\\.|【】"),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=80,
)


@given(_ANYTHING, st.booleans())
def test_the_map_is_right(text: str, known: bool) -> None:  # noqa: FBT001 - drawn by Hypothesis
    normal = _normal(text, () if known else None)
    folded = fold(text, _SIMPLIFY)
    assert len(folded) == len(text)
    assert len(normal.offsets) == len(normal.text) + 1
    assert list(normal.offsets) == sorted(normal.offsets)
    assert all(folded[at] == char for char, at in zip(normal.text, normal.offsets, strict=False))
    assert normal.written(0, len(normal.text)) == "".join(text[at] for at in normal.offsets[:-1])
    for start in range(0, len(normal.text), 7):
        end = min(start + 5, len(normal.text))
        span = normal.span(start, end)
        assert span.text == text[span.start : span.end] == normal.original(start, end)
        assert normal.normal_offset(normal.offsets[start]) == start


@given(_ANYTHING)
def test_only_what_nobody_reads_is_left_out(text: str) -> None:
    normal = _normal(text, None)
    kept = set(normal.offsets)
    lost = {char for at, char in enumerate(fold(text, _SIMPLIFY)) if at not in kept}
    assert not any("\u4e00" <= char <= "\u9fff" for char in lost)
