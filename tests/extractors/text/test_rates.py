"""Rates, and the count that each governs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.text.counts import find_counts
from extractors.text.money import find_sums
from extractors.text.rates import find_rates, governing
from schemas.values import Rate

# a sentence whose last count (or sum) has the rate
READS = [
    ("每学期至少2次", "1", "学期", None),
    ("每个学期2次", "1", "学期", None),
    ("每一学期1次", "1", "学期", None),
    ("每两个月1次", "2", "月", None),
    ("每2个月1次", "2", "月", None),
    ("每三年1次", "3", "年", None),
    ("每隔两周1次", "2", "周", None),
    ("每双周1次", "2", "周", None),
    ("每半年1次", "0.5", "年", None),
    ("每半学期2次", "0.5", "学期", None),
    ("每半个月1次", "0.5", "月", None),
    ("每星期1次", "1", "周", None),
    ("每周一次", "1", "周", None),
    ("每周五1次", "1", "周", None),
    ("每日1次", "1", "天", None),
    ("每季1次", "1", "季度", None),
    ("每年度1次", "1", "年", None),
    ("每学年上下学期各1次", "1", "学年", None),
    ("每学期末1次", "1", "学期", None),
    ("每年3月和9月各1次", "1", "年", None),
    ("每次不少于2节", "1", "次", None),
    ("每一次培训2天", "1", "次", None),
    ("每期学员50人", "1", "期", None),
    ("每届学生2名", "1", "届", None),
    ("每批次5名", "1", "批", None),
    ("每校2名", "1", "校", None),
    ("每所学校2名", "1", "所", None),
    ("每市2所", "1", "市", None),
    ("每单位2名", "1", "单位", None),
    ("每人每学期2节", "1", "学期", "人"),
    ("每年每校2名", "1", "年", "校"),
    ("每位教师每学期2节", "1", "学期", "位"),
    ("校均2名", "1", "校", None),
    ("生均10册", "1", "生", None),
    ("人均每年2次", "1", "年", "人"),
    ("年均2次", "1", "年", None),
    ("全年8次", "1", "年", None),
    ("学年内8次", "1", "学年", None),
    ("一年两次", "1", "年", None),
    ("一学期一次", "1", "学期", None),
    ("一个月不少于2次", "1", "月", None),
    ("一月一次", "1", "月", None),
    ("半年一次", "0.5", "年", None),
    ("两周一次", "2", "周", None),
    ("隔周1次", "2", "周", None),
    ("按月1次", "1", "月", None),
    ("按学期2次", "1", "学期", None),
    ("逐年增加2名", "1", "年", None),
    ("2次/学期", "1", "学期", None),
    ("2次／学期·人", "1", "学期", "人"),
    ("2次/人·学期", "1", "学期", "人"),
    ("3名/所", "1", "所", None),
    ("2次每学期", "1", "学期", None),
    ("1500元每生每年", "1", "年", "生"),
    ("3000元/人·年", "1", "年", "人"),
    ("1500元/生/年", "1", "年", "生"),
    ("100元/人次", "1", "人次", None),
    ("每生每年1500元", "1", "年", "生"),
    ("50元/课时", "1", "课时", None),
    ("每学期送课4次、听课20节", "1", "学期", None),
    ("每学期每人听课；评课3节", "1", "学期", "人"),
]
LEAVES_ALONE = [
    "每逢周五1次", "每一名教师1次", "每一位教师1次", "每当1次", "每日常规检查1次", "每期间1次", "每节日1次", "每场地1个", "每家长2次", "每组织2次",
    "每人才2名", "每科学1项", "每校长2名", "每天津2名", "全年级2次", "按年龄2组", "按年级2组", "按月考2次", "按照年度计划1次", "学年初2次",
    "第一年2次", "上一学期2次", "本学期2次", "这一年两次", "近两年2次", "两年级一次", "一月2次", "二月一次", "隔壁班2次", "2次",
    "2次，每学期", "3名每周到校", "2次/备注", "师范2次", "平均2次", "人均衡发展2次", "年度计划2次", "一年级2次", "十一月一次", "前两年一次",
]  # fmt: skip
NOT_YET = [("每2-3周1次", "2", "周"), ("学期不少于2次", "1", "学期"), ("每晚2小时", "1", "天")]


def _rate(text: str, *, report: bool = False) -> Rate | None:
    text = text.replace("／", "/")
    rates = tuple(find_rates(text, 0, len(text), report=report))
    sums = [(found.start, found.end) for found in find_sums(text, 0, len(text))]
    counts = [(found.start, found.noun) for found in find_counts(text, 0, len(text))]
    at, after = (sums or counts)[-1]
    return governing(rates, text, at, after)


@pytest.mark.parametrize(("text", "count", "unit", "for_each"), READS)
def test_reads(text: str, count: str, unit: str, for_each: str | None) -> None:
    assert _rate(text) == Rate(count=count, unit=unit, for_each=for_each)


@pytest.mark.parametrize("text", LEAVES_ALONE)
def test_leaves_alone(text: str) -> None:
    assert _rate(text) is None


@pytest.mark.parametrize(("text", "count", "unit"), NOT_YET)
@pytest.mark.xfail(strict=True, reason="rates that no rule reads yet")
def test_not_yet(text: str, count: str, unit: str) -> None:
    assert _rate(text) == Rate(count=count, unit=unit)


def test_the_whole_year_of_a_report_is_no_rate() -> None:
    assert _rate("全年送课36节", report=True) is None
    assert _rate("每年送课36节", report=True) == Rate(count="1", unit="年")


def test_a_share_is_over_where_its_shares_are_summed_up() -> None:
    assert _rate("每名教师带徒弟，累计结成68对") is None
    assert _rate("每学期每名教师带徒弟，累计结成68对") == Rate(count="1", unit="学期")


def test_a_rate_yields_to_the_next_of_its_kind() -> None:
    assert _rate("每学期送课4次，每月会商1次") == Rate(count="1", unit="月")


@given(
    rate=st.sampled_from(["每学期", "每两个月", "每半年", "每校", "全年", "每双周", "每生"]),
    before=st.sampled_from(["", "甲方", "乙方教师", "一、", "；", "（一）", "\n"]),
    between=st.sampled_from(["", "组织教师", "到乙方", "面向学生", "至少", "开展活动、"]),
)
def test_a_rate_reads_the_same_wherever_it_stands(rate: str, before: str, between: str) -> None:
    text = f"{before}{rate}{between}3次"
    assert _rate(text) == _rate(f"{rate}3次")
    (found,) = find_rates(text, 0, len(text))
    assert text[found.start : found.end] == rate


@given(st.text(alphabet="每隔两三半个学期年月周日天次人校生全均按一/·隔3", max_size=40))
def test_never_raises_and_stays_in_order(text: str) -> None:
    at = 0
    for found in find_rates(text, 0, len(text)):
        assert at <= found.start < found.end <= len(text)
        at = found.end
