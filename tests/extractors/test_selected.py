"""What the readers make of words that a person selected: in their context first, then from the words alone."""

from __future__ import annotations

from typing import Any

import pytest

from extractors.read import read_text
from extractors.selected import read_selected
from schemas.span import Item

TEXT = """结对帮扶协议书

甲方：南浦市第一中学
乙方：北岭县中学

一、甲方职责
1、甲方每学期到乙方送课不少于4节。
2、甲方每年资助乙方12万元，用于购买图书。合计约3万。
3、甲方派一支队伍。按照《教育帮扶办法》（教发〔2024〕3号）执行。

二、本协议自2024年9月1日起至2027年8月31日止，自双方签字之日起生效，一式三份。

甲方：南浦市第一中学（盖章）
代表：温庭月
2024年8月1日
乙方：北岭县中学（盖章）
代表：陆望舒
2024年8月2日
"""
RECORD = read_text(TEXT, names=False)


def selected(field: str, words: str, text: str = TEXT) -> Any:
    record = RECORD if text == TEXT else read_text(text, names=False)
    start = record.text.index(words)
    found = read_selected(record, 0, field, start, start + len(words))
    if isinstance(found, Item):
        assert found.span.text == words.strip()
        assert record.text[found.span.start : found.span.end] == found.span.text
    return found


@pytest.mark.parametrize(
    ("field", "words", "known"),
    [
        (
            "quotas",
            "每学期到乙方送课不少于4节",
            {"what": "送课", "unit": "节", "actor": "甲方", "target": "乙方", "modality": "duty", "clause": "一1"},
        ),
        ("quotas", "4节", {"what": "送课", "unit": "节", "actor": "甲方"}),
        ("funding", "资助乙方12万元", {"payer": "甲方", "payee": "乙方", "purpose": "购买图书"}),
        ("parties", "北岭县中学", {"name": "北岭县中学", "role": "乙方", "side": "recipient"}),
        ("copies", "一式三份", {"total": 3}),
        ("effective", "自双方签字之日起生效", {"on": "signing"}),
        ("signing", "代表：温庭月", {"role": "甲方", "signatory": "温庭月"}),
        ("policies", "《教育帮扶办法》", {"title": "教育帮扶办法", "number": "教发〔2024〕3号"}),
        ("people", "陆望舒", {"name": "陆望舒"}),
    ],
)
def test_the_words_are_read_where_they_stand(field: str, words: str, known: dict[str, object]) -> None:
    found = selected(field, words)
    assert {name: getattr(found, name) for name in known} == known
    assert (found.via, found.confidence) == ("review", 1.0)


def test_a_count_has_its_bounds_and_its_rate() -> None:
    found = selected("quotas", "每学期到乙方送课不少于4节")
    assert (found.amount.min, found.amount.max, found.per.unit) == ("4", None, "学期")


def test_a_term_keeps_the_places_of_its_dates() -> None:
    found = selected("term", "自2024年9月1日起至2027年8月31日止")
    assert (found.start.edtf, found.end.edtf) == ("2024-09-01", "2027-08-31")
    assert TEXT[found.start.span.start : found.start.span.end] == "2024年9月1日"


@pytest.mark.parametrize(
    ("field", "words", "known"),
    [
        ("quotas", "一支队伍", {"unit": "支", "modality": "duty"}),
        ("funding", "约3万", {"modality": "duty"}),
        ("parties", "教育帮扶办法", {"name": "教育帮扶办法", "role": None}),
        ("policies", "职责", {"title": "职责"}),
        ("people", "队伍", {"name": "队伍"}),
        ("term", "2024年8月2日", {"starts_on": "date", "end": None}),
        ("effective", "2024年8月1日", {"on": "date"}),
    ],
)
def test_what_the_readers_left_alone_is_read_from_the_words(field: str, words: str, known: dict[str, object]) -> None:
    found = selected(field, words)
    assert {name: getattr(found, name) for name in known} == known


def test_a_figure_that_is_said_to_be_a_sum_is_one() -> None:
    amount = selected("funding", "约3万").amount
    assert (amount.min, amount.currency, amount.approximate) == ("30000", "CNY", True)


@pytest.mark.parametrize(
    ("field", "words"),
    [("quotas", "用于购买"), ("funding", "甲方职责"), ("term", "职责"), ("effective", "职责"), ("copies", "职责"), ("signing", "职责"), ("published", "职责"), ("original_url", "职责"), ("regions", "职责"), ("kind", "职责"), ("quotas", "\n\n")],
)  # fmt: skip
def test_words_that_hold_no_such_value(field: str, words: str) -> None:
    assert selected(field, words) is None


@pytest.mark.parametrize(("field", "value"), [("title", "结对帮扶协议书"), ("outlet", "结对帮扶协议书"), ("author", "结对帮扶协议书")])
def test_plain_values_are_the_words(field: str, value: str) -> None:
    assert selected(field, value) == value


def test_a_day_of_publication_has_no_words_of_its_own() -> None:
    date = selected("published", "2024年8月2日")
    assert (date.edtf, date.span) == ("2024-08-02", None)


def test_a_name_that_a_line_breaks_is_closed_up() -> None:
    text = TEXT.replace("乙方：北岭县中学\n", "乙方：北岭县第一高级\n中学\n")
    assert selected("title", "北岭县第一高级\n中学", text) == "北岭县第一高级中学"


def test_places_are_those_of_the_whole_text_in_a_long_paper() -> None:
    text = TEXT.replace("一、甲方职责\n", "𠮷" * 60 + "。\r\n" + "说明文字，没有数字。\r\n" * 4000 + "一、甲方职责\n")
    found = selected("term", "自2024年9月1日起至2027年8月31日止", text)
    record = read_text(text, names=False)
    assert record.text[found.start.span.start : found.start.span.end] == "2024年9月1日"
    assert selected("quotas", "4节", text).what == "送课"
