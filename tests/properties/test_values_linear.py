"""What the values of a text cost grows with its length, whatever one thing it is made of."""

from __future__ import annotations

import opencc
import pytest

from extractors.values import find_values
from tests.linear import LIMIT, growth

_SIMPLIFY = opencc.OpenCC("t2s").convert
PIECES = {
    # what holds few values is cheap: only a long text tells whether a place looks far
    100_000: [
        "1", "20", "0.", "1-", "1.", "A1", "1A", "-1", "¥", "$", "甲", "年", "月", "日", "点", "成", "折", "几", "每", "第", "至", "到", "自", "前",
        "上", "近", "约", "（", "）", "〔", "“", "《", "、", "，", "-", ".", "@", "a@", "www.", "http://", "a.cn", "公元", "民国", "农历", "大年",
        "不少于", "以上", "百分之", "三分之", " ", "\n", "\u3000", "\u200b",
    ],
    20_000: [
        "半", "1,", "1，", "1、", "1/", "1：", "1 ", "1\n", "1%", "1个", "1号", "1年", "1月", "1元", "1万", "￥1", "一、", "（一）", "第一", "第1",
        "每年", "每两", "2023年", "2023.9", "2023-09-01", "9月1日至", "去年", "今年", "1以上", "从1和", "时速", "上百", "几十", "两学期",
    ],
    # many numbers could begin at each place of a run of numerals
    3_000: ["零", "〇", "一", "两", "十", "百", "千", "万", "亿", "廿", "壹", "拾", "二十", "二〇", "一百", "三五", "1亿"],
}  # fmt: skip


@pytest.mark.parametrize(("size", "piece"), [(size, piece) for size, pieces in PIECES.items() for piece in pieces], ids=ascii)
def test_ten_times_the_text_costs_about_ten_times(size: int, piece: str) -> None:
    assert growth(_read, lambda length: (piece * length)[:length], size) <= LIMIT


ONE_CHARACTER = (
    "0159.,-:/%￥$@#*+=_~ \n甲零〇一二两十百千万亿廿壹拾点分几半数年月日号周天季第每约近至到自从前后上下（）〔〕“”《》、，。；：()[]{}Ax"
)
TENFOLD = 12.0
"""What ten times a text of one character may cost; the best of a few trials, as busy machines blur it."""


@pytest.mark.parametrize("char", ONE_CHARACTER, ids=ascii)
def test_a_hundred_thousand_of_one_character_cost_ten_times_ten_thousand(char: str) -> None:
    assert any(growth(_read, lambda length: char * length, 100_000, TENFOLD) <= TENFOLD for _ in range(4))


def _read(text: str) -> object:
    return find_values(text, simplify=_SIMPLIFY)
