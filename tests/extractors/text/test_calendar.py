"""Dates and ranges of every shape."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.text.calendar import find_moments, make_date, read_moment
from extractors.text.edtf import bounds, compose, is_blank
from tests.linear import LIMIT, growth

READS = [
    ("2023年9月1日", "2023-09-01"),
    ("2023年09月01日", "2023-09-01"),
    ("2023.9.1", "2023-09-01"),
    ("2023-09-01", "2023-09-01"),
    ("2023/9/1", "2023-09-01"),
    ("2023.9", "2023-09"),
    ("2023-09", "2023-09"),
    ("二〇二三年九月一日", "2023-09-01"),
    ("二零二三年十二月三十一日", "2023-12-31"),
    ("二○二三年九月", "2023-09"),
    ("二O二三年", "2023"),
    ("23年9月", "2023-09"),
    ("98年6月", "1998-06"),
    ("9月1日", "XXXX-09-01"),
    ("五月九号", "XXXX-05-09"),
    ("20xx年3月", "20XX-03"),
    ("20__年__月", "20XX-XX"),
    ("202 年 月 日", "202X-XX-XX"),
    ("二〇二  年  月  日", "202X-XX-XX"),
    ("    年   月   日", "XXXX-XX-XX"),
    ("____年__月__日", "XXXX-XX-XX"),
    ("20年3月", "20XX-03"),
    ("2024年底", "2024-12"),
    ("2024年年末", "2024-12"),
    ("2024年春季", "2024-21"),
    ("2024年秋季学期", "2024-23"),
    ("2024年上半年", "2024-40"),
    ("2024年下半年", "2024-41"),
    ("2024年第三季度", "2024-35"),
    ("2024年9月上旬", "2024-09"),
    ("2022年11月31日", "2022-11"),
    ("2023年2月29日", "2023-02"),
    ("2024年2月29日", "2024-02-29"),
    ("2023年13月", "2023"),
    ("2023.09-2026.08", "2023-09/2026-08"),
    ("2023年9月至12月", "2023-09/2023-12"),
    ("2023年9-12月", "2023-09/2023-12"),
    ("2023年9月1日-3日", "2023-09-01/2023-09-03"),
    ("2023.9.1-10.7", "2023-09-01/2023-10-07"),
    ("9月1日至10月7日", "XXXX-09-01/XXXX-10-07"),
    ("2023年9月至次年7月", "2023-09/2024-07"),
    ("2023-2024学年", "2023/2024"),
    ("2023-24学年度", "2023/2024"),
    ("2023学年度", "2023"),
    ("2021学年至2023学年", "2021/2023"),
    ("贰零贰叁年玖月壹日", "2023-09-01"),
    ("2021至2025年", "2021/2025"),
    ("2022年3月1日起至2025年2月28日", "2022-03-01/2025-02-28"),
    ("2013年10月开始，至2016年8月", "2013-10/2016-08"),
    ("20年9月至23年7月", "2020-09/2023-07"),
    ("20年3月至20年3月", "20XX-03/20XX-03"),
    ("20xx年 月- 年 月", "20XX-XX/XXXX-XX"),
    ("2025-2023学年", "2025/2023"),
    ("2024-2025学年第一学期", "2024/2025"),
    ("2024学年第一学期至2026学年第二学期", "2024/2026"),
    ("2024. 9. 1", "2024-09-01"),
    ("2024.13.1", "2024"),
    ("2024.9-2027.13", "2024-09/2027"),
]
LEAVES_ALONE = [
    "云教发〔2024〕31号", "价格2000.00元", "共2023.5万元", "三年", "10年以上", "三个月内", "一月内做好", "一月一次", "月考", "月饼", "2级", "第9月",
    "电话0000-8123456", "手机15020239912", "1.2.3", "九年一贯制", "20世纪", "出生年月", "每月", "每3月", "2024届毕业生", "2023级新生", "日期",
    "1000-1200名", "编号2023009", "星期日", "六一前后", "三、九大项目", "比例2:1", "9.15", "年终奖", "月底", "上半年", "春季运动会", "生日",
    "13月", "0月5日", "一年两次", "半年", "学年", "1—2名", "面积2031.31平方米", "2024-13", "编号：2024-02-03", "2024. 1 是", "三年级", "课时20月均", "5号楼", "",
]  # fmt: skip


def _found(text: str) -> list[str]:
    return [moment.edtf for moment in find_moments(text, 0, len(text))]


@pytest.mark.parametrize(("words", "edtf"), READS)
def test_reads(words: str, edtf: str) -> None:
    text = f"，{words}。"
    assert _found(text) == [edtf]


@pytest.mark.parametrize("text", LEAVES_ALONE)
def test_leaves_alone(text: str) -> None:
    assert _found(text) == []


@pytest.mark.parametrize(
    ("words", "impossible"), [("2022年11月31日", True), ("2023年13月", True), ("2月30日", True), ("2022年11月30日", False)]
)
def test_impossible_dates_are_marked(words: str, impossible: bool) -> None:  # noqa: FBT001 - a column of the table
    moment = read_moment(words)
    assert moment is not None
    assert moment.impossible is impossible


def test_two_dates_side_by_side_are_two() -> None:
    assert _found("2024年8月26日     2024年8月27日") == ["2024-08-26", "2024-08-27"]


def test_a_year_before_a_word_of_its_own() -> None:
    assert _found("2023年月考，2024年初中，2025年春节，2026年终于") == ["2023", "2024", "2025", "2026"]


@given(
    st.dates(min_value=date(1980, 1, 1), max_value=date(2099, 12, 31)),
    st.sampled_from(["{0}年{1}月{2}日", "{0}.{1}.{2}", "{0}-{1:02d}-{2:02d}"]),
)
def test_every_day_is_read_back(day: date, shape: str) -> None:
    words = shape.format(day.year, day.month, day.day)
    moment = read_moment(words)
    assert moment is not None
    assert moment.edtf == day.isoformat()
    made = make_date(moment.edtf)
    assert made.earliest == made.latest == day.isoformat()


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2050, 1, 1)), st.integers(min_value=1, max_value=2000))
def test_every_range_is_read_back(first: date, days: int) -> None:
    last = first + timedelta(days=days)
    words = f"自{first.year}年{first.month}月{first.day}日起至{last.year}年{last.month}月{last.day}日止"
    assert _found(words) == [f"{first.isoformat()}/{last.isoformat()}"]


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("20XX-03", "2000-03-01", "2099-03-31"),
        ("202X-XX-XX", "2020-01-01", "2029-12-31"),
        ("XXXX-09-01", None, None),
        ("2024-23", "2024-09-01", "2024-11-30"),
        ("2024-41", "2024-07-01", "2024-12-31"),
        ("2023-09/2024-08", "2023-09-01", "2024-08-31"),
    ],
)
def test_bounds(edtf: str, first: str | None, last: str | None) -> None:
    assert bounds(edtf) == (first, last)


def test_blank_dates() -> None:
    assert is_blank("XXXX-XX-XX")
    assert is_blank("20XX-XX")
    assert not is_blank("20XX-03")
    assert compose("XXXX", "13") is None


@given(st.text(alphabet="0123456789年月日号.-/至_x 〇二十初底春", max_size=30))
def test_never_raises_and_quotes_its_place(text: str) -> None:
    for moment in find_moments(text, 0, len(text)):
        assert 0 <= moment.start < moment.end <= len(text)
        assert "X" in moment.edtf or bounds(moment.edtf)[0] is not None


@pytest.mark.parametrize("char", "年月日号 _x-20二〇.9/至、1十初")
def test_long_runs_are_quick(char: str) -> None:
    assert growth(lambda text: list(find_moments(text, 0, len(text))), lambda length: char * length) <= LIMIT
