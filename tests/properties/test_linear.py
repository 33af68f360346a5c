"""What a text costs grows with its length, whatever it is made of."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractors.documents import find_documents
from extractors.readers.source_text import Furniture, Role, SourceText
from extractors.text.clauses import ordinal
from extractors.text.counts import find_counts
from extractors.text.modality import Outlook
from extractors.text.money import find_sums
from extractors.text.normal import normalise
from extractors.text.nouns import noun_after, noun_before
from extractors.text.passage import make_passage
from extractors.text.rates import find_rates
from extractors.text.table_labels import read_label
from extractors.text.table_rows import find_table_counts, find_table_sums, pieces
from extractors.text.wrapping import wrapped_lines
from tests.linear import LIMIT, growth

_LARGE = 100_000

Reader = Callable[[str], object]


def _passage_of(text: str) -> object:
    normal = normalise(SourceText(text, "text/plain"), str)
    return make_passage(normal, 0, len(normal.text), "summary", None)


def _modality_of(text: str) -> object:
    normal = normalise(SourceText(text, "text/plain"), str)
    passage = make_passage(normal, 0, len(normal.text), "summary", None)
    outlook = Outlook(passage)
    return [outlook.modality(max(0, len(normal.text) * part // 8 - 1), bounded=False) for part in range(1, 9)] if passage.lines else []


def _table_of(text: str) -> object:
    head, half = "活动\t次数\t金额（万元）\n", len(text) // 2
    normal = normalise(SourceText(f"{head}{text[:half]}\t4\t5\n送教\t{text[half:]}\t6\n", "text/plain"), str)
    passage = make_passage(normal, 0, len(normal.text), "summary", None)
    return [*pieces(passage), *find_table_counts(passage), *find_table_sums(passage)]


READERS: dict[str, Reader] = {
    "counts": lambda text: list(find_counts(text, 0, len(text))),
    "sums": lambda text: list(find_sums(text, 0, len(text))),
    "rates": lambda text: list(find_rates(text, 0, len(text))),
    "normal": lambda text: normalise(SourceText(text, "text/plain"), str),
    "wraps": lambda text: list(wrapped_lines(text, SourceText(text, "text/plain"))),
    "passage": _passage_of,
    "modality": _modality_of,
    "noun after": lambda text: noun_after(text, 0, len(text), "名", list),
    "noun before": lambda text: noun_before(text, 0, len(text), list),
    "ordinal": ordinal,
    "label": lambda text: read_label(text, 0, len(text)),
    "table": _table_of,
    "documents": lambda text: find_documents(normalise(SourceText(text, "text/plain"), str)),
}
PIECES = [
    "甲", "校", "一", "十", "百", "万", "两", "半", "几", "1", "每", "第", "元", "名", "次", "个", "年", "月", "日", "的", "不", "至", "约", "、", "，", "。", "；",
    "：", "（", "）", "〔", "“", "”", "《", "-", "_", "*", "#", ">", "|", "\\",
    " ", "\t", "\n", "￥", "/", ".", "①", "\u3000", "\u200b", "1.", "1、", "1，", "1-", "一、", "（一）", "1 ",
    "3名", "每年", "不少于", "甲方", "甲方：", "附件", "协议", "\n一、", "\n第一条", "\n甲方：", "\n- 1 -",
    "\n协议书", "年 月 日", "。\n", "大写", "壹", "* ", "签订", "**", "“三", "“一", "》", "，1、",
]  # fmt: skip


@pytest.mark.parametrize("piece", PIECES, ids=ascii)
@pytest.mark.parametrize("name", READERS)
def test_ten_times_the_text_costs_about_ten_times(name: str, piece: str) -> None:
    assert growth(READERS[name], lambda length: (piece * length)[:length], _LARGE) <= LIMIT


def _with_furniture(lines: int, role: Role) -> SourceText:
    pieces = tuple(Furniture(at * 5, at * 5 + 4, role) for at in range(0, lines, 2))
    return SourceText("页眉文字\n" * lines, "application/pdf", furniture=pieces, wraps=())


def test_many_heads_of_pages_cost_no_more_than_their_count() -> None:
    assert growth(lambda source: list(wrapped_lines(source.text, source)), lambda lines: _with_furniture(lines, "header")) <= LIMIT


def test_much_navigation_costs_no_more_than_its_count() -> None:
    assert growth(find_documents, lambda lines: normalise(_with_furniture(lines, "navigation"), str)) <= LIMIT
