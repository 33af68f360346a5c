"""What one article tells twice, and where its figures stand."""

from __future__ import annotations

import pytest

from pipeline.digest.leads import shift_of
from tests.pipeline.digest.newsroom import Newsroom, news

ONCE = {
    "the headline": ("康朗县民族中学获捐50万元", "鹿港区教育局向康朗县民族中学捐赠资金50万元。"),
    "the lead": ("携手同行", "5月8日，鹿港区教育局向康朗县民族中学捐赠资金50万元。\n仪式上，鹿港区教育局向康朗县民族中学捐赠资金50万元。"),
}
TWICE = {
    "another time": "3月，鹿港区教育局向康朗县民族中学捐赠资金50万元。9月，鹿港区教育局向康朗县民族中学捐赠资金50万元。",
    "more of it": "鹿港区教育局向康朗县民族中学捐赠资金50万元。会后，鹿港区教育局又向康朗县民族中学捐赠资金50万元。",
    "another receiver": "鹿港区教育局向康朗县民族中学捐赠资金50万元。随行的鹿港区教育局向康朗县石门小学捐赠资金50万元。",
    "nobody is named": "鹿港区教育局来到康朗县。会上捐赠资金50万元。企业捐赠资金50万元。",
    "other purposes": "鹿港区教育局向康朗县民族中学捐赠资金50万元用于购买图书。鹿港区教育局向康朗县民族中学捐赠资金50万元用于购买桌椅。",
}


@pytest.mark.parametrize(("title", "body"), ONCE.values(), ids=ONCE.keys())
def test_told_again(file_newsroom: Newsroom, title: str, body: str) -> None:
    file_newsroom.publish(news(body, title=title))
    assert [one.min for one in file_newsroom.digest().done.money] == ["500000"]


@pytest.mark.parametrize("body", TWICE.values(), ids=TWICE.keys())
def test_two_deeds(file_newsroom: Newsroom, body: str) -> None:
    file_newsroom.publish(news(body))
    assert [one.min for one in file_newsroom.digest().done.money] == ["1000000"]


def test_a_headline_alone_counts(file_newsroom: Newsroom) -> None:
    file_newsroom.publish(news("鹿港区教育局与康朗县民族中学结对帮扶，举行捐赠仪式。", title="鹿港区教育局向康朗县民族中学捐赠50万元"))
    assert [one.min for one in file_newsroom.digest().done.money] == ["500000"]


def test_a_count_told_again(file_newsroom: Newsroom) -> None:
    again = "鹿港区教育局选派6名骨干教师到康朗县民族中学支教"
    file_newsroom.publish(news(f"5月8日，{again}。\n{again}，受到欢迎。"))
    assert [one.min for one in file_newsroom.digest().done.counts] == ["6"]


@pytest.mark.parametrize(
    ("text", "places", "shift"),
    [
        ("标题\n捐赠5万元", {107: "5万元"}, 102),
        ("标题\n捐赠5万元", {5: "5万元"}, 0),
        # the same words twice: another value tells which
        ("5万元，又5万元", {100: "5万元"}, None),
        ("5万元，又5万元，6名", {105: "5万元", 109: "6名"}, 100),
        # words that do not stand there, or stand before the text
        ("捐赠5万元", {3: "8万元"}, None),
        ("捐赠5万元", {1: "5万元"}, None),
        ("捐赠5万元给6名", {2: "5万元", 3: "6名"}, None),
        ("捐赠", {}, None),
        ("", {0: "5"}, None),
    ],
)
def test_where_a_document_begins(text: str, places: dict[int, str], shift: int | None) -> None:
    assert shift_of(text, places) == shift


def test_a_document_behind_another_has_its_own_leads(file_newsroom: Newsroom) -> None:
    item = "<item><title>{0}</title><link>https://a.example/{0}</link><description>{1}</description></item>"
    bodies = [
        "截至目前，鹿港区教育局累计向康朗县民族中学捐赠资金50万元，双方结对帮扶。",
        "鹿港区教育局向康朗县石门小学捐赠资金8万元，双方结对帮扶。",
    ]
    items = "".join(item.format(f"新闻{at}", body) for at, body in enumerate(bodies))
    file_newsroom.publish(f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>报</title>{items}</channel></rss>')
    assert sorted((one.amount.min, one.aside) for one in file_newsroom.digest().gifts) == [("500000", "running"), ("80000", None)]
