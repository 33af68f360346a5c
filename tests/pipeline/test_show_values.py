"""Values as a person writes them."""

from __future__ import annotations

import pytest

from pipeline import show_values as shown
from pipeline.show_labels import labels
from schemas.values import Amount, Money, Rate

ZH = labels("zh")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Amount(min="2", max="2"), "2"),
        (Amount(min="2"), "不少于2"),
        (Amount(min="2", exclusive_min=True), "超过2"),
        (Amount(min="60", approximate=True), "60余"),
        (Amount(min="60", approximate=True, exclusive_min=True), "超过60"),
        (Amount(max="3"), "不超过3"),
        (Amount(max="3", exclusive_max=True), "不满3"),
        (Amount(min="1", max="2"), "1—2"),
        (Amount(min="300", max="300", approximate=True), "约300"),
        (Amount(min="2024", max="2024"), "2024"),
        (Amount(min="12345.5", max="12345.5"), "12,345.5"),
        (Amount(min="0.5"), "不少于0.5"),
        (Amount(), ""),
    ],
)
def test_amounts(value: Amount, text: str) -> None:
    assert shown.amount(value, ZH) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Money(min="360000", max="360000"), "360,000元"),
        (Money(min="500000"), "不少于500,000元"),
        (Money(min="100", max="100", currency="HKD"), "100 HKD"),
    ],
)
def test_money(value: Money, text: str) -> None:
    assert shown.money(value, ZH) == text


@pytest.mark.parametrize(
    ("value", "zh", "en"),
    [
        (Rate(count="1", unit="学期"), "每学期", "学期"),
        (Rate(count="2", unit="周"), "每2周", "2 周"),
        (Rate(count="0.5", unit="年"), "每半年", "½ 年"),
        (Rate(count="1", unit="年", for_each="生"), "每年每生", "年 生"),
        (None, "", ""),
    ],
)
def test_rates(value: Rate | None, zh: str, en: str) -> None:
    assert shown.rate(value, ZH) == zh
    assert shown.rate(value, labels("en")) == en


@pytest.mark.parametrize(
    ("giver", "taker", "text"), [("甲方", "乙方", "甲方 → 乙方"), ("甲方", None, "甲方"), (None, "乙方", "→ 乙方"), (None, None, "")]
)
def test_who_to_whom(giver: str | None, taker: str | None, text: str) -> None:
    assert shown.from_to(giver, taker) == text
