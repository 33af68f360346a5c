"""What reviewers type: read as papers are read, and never guessed."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.text.calendar import make_date
from extractors.text.durations import make_duration
from pipeline.review import understood as read
from pipeline.review import written as write
from pipeline.review.understood import NotUnderstood
from schemas.agreement import Holder
from schemas.values import Amount, Duration, Money, Rate

EXACT = {"min": "2", "max": "2"}
AMOUNTS: list[tuple[str, dict[str, Any]]] = [
    ("30", {"min": "30", "max": "30"}),
    (" ３０ ", {"min": "30", "max": "30"}),
    ("三十万", {"min": "300000", "max": "300000"}),
    ("1,500", {"min": "1500", "max": "1500"}),
    ("半", {"min": "0.5", "max": "0.5"}),
    ("2-3", {"min": "2", "max": "3"}),
    ("2—3", {"min": "2", "max": "3"}),
    ("二至三", {"min": "2", "max": "3"}),
    ("三五", {"min": "3", "max": "5"}),
    ("不少于2", {"min": "2"}),
    ("2以上", {"min": "2"}),
    ("≥2", {"min": "2"}),
    (">=2", {"min": "2"}),
    ("不超过3", {"max": "3"}),
    ("3以下", {"max": "3"}),
    ("<=3", {"max": "3"}),
    ("超过60", {"min": "60", "exclusive_min": True}),
    ("不满3", {"max": "3", "exclusive_max": True}),
    ("60余", {"min": "60", "approximate": True}),
    ("约30", {"min": "30", "max": "30", "approximate": True}),
    ("~30", {"min": "30", "max": "30", "approximate": True}),
    ("30左右", {"min": "30", "max": "30", "approximate": True}),
    ("不少于2不超过5", {"min": "2", "max": "5"}),
    ("超过2且不满5", {"min": "2", "max": "5", "exclusive_min": True, "exclusive_max": True}),
]


@pytest.mark.parametrize(("text", "known"), AMOUNTS)
def test_amounts(text: str, known: dict[str, Any]) -> None:
    assert read.read_amount(text) == (Amount(**known), None)


@pytest.mark.parametrize(("text", "unit"), [("4节", "节"), ("4節", "节"), ("不少于4节", "节"), ("4节以上", "节"), ("2-3次", "次")])
def test_a_measure_word_that_was_typed_is_kept(text: str, unit: str) -> None:
    amount, typed = read.read_amount(text)
    assert typed == unit
    assert amount.min in ("2", "4")


@pytest.mark.parametrize(
    "text", ["", "许多", "若干", "第3", "-5", "3月5日", "甲方", "三年级", "1/2", "5%", "2..3", "二百五十六个苹果和梨", "9" * 200]
)
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(NotUnderstood):
        read.read_amount(text)


@pytest.mark.parametrize("text", ["0", "零", "0.0"])
def test_none_at_all_is_no_amount(text: str) -> None:
    with pytest.raises(NotUnderstood) as caught:
        read.read_amount(text)
    assert caught.value.problem == "zero"


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("三十万", {"min": "300000", "max": "300000"}),
        ("三十萬元", {"min": "300000", "max": "300000"}),
        ("叁拾万元整", {"min": "300000", "max": "300000"}),
        ("30", {"min": "30", "max": "30"}),
        ("¥300,000.50", {"min": "300000.5", "max": "300000.5"}),
        ("人民币12万元", {"min": "120000", "max": "120000"}),
        ("不少于5万", {"min": "50000"}),
        ("5万以上", {"min": "50000"}),
        ("3-5万元", {"min": "30000", "max": "50000"}),
        ("约20万元", {"min": "200000", "max": "200000", "approximate": True}),
        ("20余万", {"min": "200000", "approximate": True}),
        ("不少于3万元且不超过5万元", {"min": "30000", "max": "50000"}),
        ("100美元", {"min": "100", "max": "100", "currency": "USD"}),
        ("$100", {"min": "100", "max": "100", "currency": "USD"}),
        ("HKD 100", {"min": "100", "max": "100", "currency": "HKD"}),
        ("超过2万港币", {"min": "20000", "exclusive_min": True, "currency": "HKD"}),
    ],
)
def test_sums(text: str, known: dict[str, Any]) -> None:
    assert read.read_money(text) == Money(**known)


@pytest.mark.parametrize("text", ["", "元", "许多钱", "0元", "三元区", "万", "5万3册", "2024年"])
def test_what_is_no_sum_is_refused(text: str) -> None:
    with pytest.raises(NotUnderstood):
        read.read_money(text)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2024年9月1日", "2024-09-01"),
        ("2024-9-1", "2024-09-01"),
        ("2024/9/1", "2024-09-01"),
        ("2024.9.1", "2024-09-01"),
        ("20240901", "2024-09-01"),
        ("二〇二四年九月一日", "2024-09-01"),
        ("2024.9", "2024-09"),
        ("2024-9", "2024-09"),
        ("2024年9月", "2024-09"),
        ("2024", "2024"),
        ("2024年", "2024"),
        ("20XX-03", "20XX-03"),
        ("20xx-03", "20XX-03"),
        ("20xx年3月", "20XX-03"),
        ("XXXX-XX-XX", "XXXX-XX-XX"),
        ("9月1日", "XXXX-09-01"),
        ("2024-23", "2024-23"),
        ("2024年秋", "2024-23"),
        ("2024年下半年", "2024-41"),
        ("2024年底", "2024-12"),
    ],
)
def test_dates(text: str, edtf: str) -> None:
    assert read.read_date(text) == make_date(edtf)


def test_a_date_keeps_the_year_that_the_text_fixes() -> None:
    date = read.read_date("XXXX-05-09（2024-05-09）")
    assert (date.edtf, date.resolved, date.earliest) == ("XXXX-05-09", "2024-05-09", "2024-05-09")


@pytest.mark.parametrize("text", ["2024-09/2027-08", "2024年9月至2027年8月", "2024.9-2027.8"])
def test_ranges_where_one_is_asked_for(text: str) -> None:
    assert read.read_date(text, single=False) == make_date("2024-09/2027-08")
    with pytest.raises(NotUnderstood) as caught:
        read.read_date(text)
    assert caught.value.problem == "one-date"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("2024-02-30", "no-day"),
        ("2024年2月30日", "no-day"),
        ("2024-13", "no-day"),
        ("昨天", "date"),
        ("三年", "date"),
        ("2024年9月1日签订", "date"),
        ("12", "date"),
    ],
)
def test_what_is_no_date_is_refused(text: str, problem: str) -> None:
    with pytest.raises(NotUnderstood) as caught:
        read.read_date(text)
    assert caught.value.problem == problem


@pytest.mark.parametrize(
    ("text", "count", "unit", "iso"),
    [
        ("三年", "3", "年", "P3Y"),
        ("半年", "0.5", "年", "P6M"),
        ("一年半", "1.5", "年", "P1Y6M"),
        ("6个月", "6", "月", "P6M"),
        ("6月", "6", "月", "P6M"),
        ("两学期", "2", "学期", None),
        ("两个学期", "2", "学期", None),
        ("P3Y", "3", "年", "P3Y"),
        ("P1Y6M", "1.5", "年", "P1Y6M"),
        ("P2W", "2", "周", "P2W"),
    ],
)
def test_lengths_of_time(text: str, count: str, unit: str, iso: str | None) -> None:
    assert read.read_duration(text) == Duration(count=count, unit=unit, iso=iso)


@pytest.mark.parametrize("text", ["", "3", "三年级", "2024年9月", "长期", "P", "P0Y", "第三年"])
def test_what_is_no_length_is_refused(text: str) -> None:
    with pytest.raises(NotUnderstood):
        read.read_duration(text)


@pytest.mark.parametrize(
    ("text", "count", "unit", "for_each"),
    [
        ("每学期", "1", "学期", None),
        ("学期", "1", "学期", None),
        ("每两年", "2", "年", None),
        ("每半年", "0.5", "年", None),
        ("每2个月", "2", "月", None),
        ("每周一次", "1", "周", None),
        ("隔周", "2", "周", None),
        ("每校", "1", "校", None),
        ("每生每年", "1", "年", "生"),
        ("每年每生", "1", "年", "生"),
        ("元/生·年", "1", "年", "生"),
        ("次/学期", "1", "学期", None),
        ("按月", "1", "月", None),
    ],
)
def test_rates(text: str, count: str, unit: str, for_each: str | None) -> None:
    assert read.read_rate(text) == Rate(count=count, unit=unit, for_each=for_each)


@pytest.mark.parametrize("text", ["", "一", "每", "经常", "每生每校", "每家长", "每学期3次"])
def test_what_is_no_rate_is_refused(text: str) -> None:
    with pytest.raises(NotUnderstood):
        read.read_rate(text)


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("甲方 1份；乙方 2份", [("甲方", 1), ("乙方", 2)]),
        ("甲方一份、乙方两份", [("甲方", 1), ("乙方", 2)]),
        ("甲乙双方各执贰份", [("甲乙双方", 2)]),
        ("第1小学 2份，第2小学 3份", [("第1小学", 2), ("第2小学", 3)]),
        ("县、市教育局 1", [("县、市教育局", 1)]),
    ],
)
def test_holders(text: str, held: list[tuple[str, int]]) -> None:
    assert read.read_holders(text) == tuple(Holder(holder=name, count=count) for name, count in held)


@pytest.mark.parametrize("text", ["甲方", "甲方 0份", "甲方 半份", "2份", "甲方 1份；乙方"])
def test_what_holds_no_copies_is_refused(text: str) -> None:
    with pytest.raises(NotUnderstood):
        read.read_holders(text)


@pytest.mark.parametrize(
    ("reader", "text", "value"),
    [
        (read.read_whole, "一式叁份", 3),
        (read.read_whole, "3份", 3),
        (read.read_times, "两次", "2"),
        (read.read_times, "3", "3"),
        (read.read_yes_no, "是", True),
        (read.read_yes_no, " No ", False),
        (read.read_names, "南浦市、北岭县", ("南浦市", "北岭县")),
        (read.read_names, "教育、体育局；财政局", ("教育、体育局", "财政局")),
        (read.read_names, "教育、体育局；", ("教育、体育局",)),
        (read.read_names, "甲，甲", ("甲",)),
    ],
)
def test_other_parts(reader: Callable[[str], Any], text: str, value: object) -> None:
    assert reader(text) == value


@pytest.mark.parametrize(
    ("reader", "text"),
    [(read.read_whole, "半"), (read.read_whole, "0"), (read.read_whole, "许多"), (read.read_times, "多次"), (read.read_yes_no, "也许")],
)
def test_other_parts_refuse(reader: Callable[[str], Any], text: str) -> None:
    with pytest.raises(NotUnderstood):
        reader(text)


NUMBERS = st.integers(1, 10**9).map(str) | st.builds(
    lambda whole, part: f"{whole}.{part}", st.integers(0, 999), st.sampled_from("123456789")
)
BOUNDS = st.sampled_from(
    [
        (True, False, False, False),
        (True, False, False, True),
        (True, False, True, False),
        (False, True, False, False),
        (False, True, False, True),
    ]
)


@st.composite
def amounts(draw: st.DrawFn) -> dict[str, Any]:
    """All that an amount of a record can be."""
    low = draw(NUMBERS)
    if draw(st.booleans()):
        high = draw(st.just(low) | NUMBERS.filter(lambda number: float(number) > float(low)))
        return {"min": low, "max": high, "approximate": draw(st.booleans())}
    least, most, approximate, exclusive = draw(BOUNDS)
    if least:
        return {"min": low, "approximate": approximate, "exclusive_min": exclusive}
    return {"max": low, "exclusive_max": exclusive} if most else {}


@given(amounts(), st.sampled_from(["", "名", "次", "月", "节", "人次"]))
def test_whatever_is_shown_of_an_amount_is_read_back(known: dict[str, Any], unit: str) -> None:
    value = Amount(**known)
    assert read.read_amount(write.write_amount(value), unit)[0] == value


@given(amounts(), st.sampled_from(["CNY", "USD", "HKD", "TWD", "SGD", "EUR", "XCD"]))
def test_whatever_is_shown_of_a_sum_is_read_back(known: dict[str, Any], currency: str) -> None:
    value = Money(**known, currency=currency)
    assert read.read_money(write.write_money(value)) == value


@given(
    st.sampled_from(["2024", "20XX", "XXXX", "201X"]),
    st.sampled_from([None, "01", "09", "12", "XX", "21", "24", "33", "41"]),
    st.sampled_from([None, "01", "28", "XX"]),
    st.sampled_from([None, "2025-03-04"]),
)
def test_whatever_is_shown_of_a_date_is_read_back(year: str, month: str | None, day: str | None, resolved: str | None) -> None:
    months_only = month is None or (month.isdigit() and int(month) > 12)
    edtf = "-".join(part for part in (year, month, None if months_only else day) if part is not None)
    value = make_date(edtf, resolved=resolved)
    assert read.read_date(write.write_date(value)) == value


@given(st.integers(1, 49), st.booleans(), st.sampled_from(["年", "月", "周", "天", "学期", "学年"]))
def test_whatever_is_shown_of_a_length_is_read_back(count: int, halved: bool, unit: str) -> None:  # noqa: FBT001 - drawn
    value = make_duration(Decimal(count) + (Decimal("0.5") if halved else 0), unit)
    assert read.read_duration(write.write_duration(value)) == value


@given(
    st.sampled_from([("1", "天"), ("2", "周"), ("3", "学年"), ("12", "月"), ("1", "季度"), ("0.5", "年"), ("0.5", "学期"), ("0.5", "月")]),
    st.sampled_from([None, "生", "人", "校"]),
)
def test_whatever_is_shown_of_a_rate_is_read_back(time: tuple[str, str], for_each: str | None) -> None:
    value = Rate(count=time[0], unit=time[1], for_each=for_each)
    assert read.read_rate(write.write_rate(value)) == value


@given(st.lists(st.sampled_from(["甲方", "教育、体育局", "第1小学", "Nanpu, School"]), unique=True))
def test_whatever_is_shown_of_names_and_holders_is_read_back(names: list[str]) -> None:
    assert read.read_names(write.write_names(names)) == tuple(names)
    holders = tuple(Holder(holder=name, count=at + 1) for at, name in enumerate(names))
    assert read.read_holders(write.write_holders(holders)) == holders


@given(st.text(max_size=60))
def test_whatever_is_typed_is_understood_or_refused(text: str) -> None:
    for reader in (
        lambda: read.read_amount(text),
        lambda: read.read_money(text),
        lambda: read.read_date(text, single=False),
        lambda: read.read_duration(text),
        lambda: read.read_rate(text),
        lambda: read.read_holders(text),
        lambda: read.read_whole(text),
        lambda: read.read_times(text),
    ):
        with suppress(NotUnderstood):
            assert reader() is not None
