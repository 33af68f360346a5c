"""Slips of an engine that recognises writing, mended where one reading is left."""

from __future__ import annotations

import pytest

from extractors.readers.source_text import ReadLine
from extractors.text.ocr_slips import mended

READS = [
    ("2O24年9月1日", "2024年9月1日"),
    ("202l年l2月3O日", "2021年12月30日"),
    ("2O2O年O9月", "2020年09月"),
    ("5O000元", "50000元"),
    ("不少于1O节", "不少于10节"),
    ("每学期l0次", "每学期10次"),
    ("2024年l月5日", "2024年1月5日"),
    ("8月l日", "8月1日"),
    ("二O二四年", "二〇二四年"),
    ("二0二0年", "二〇二〇年"),
    ("选派2一3名", "选派2-3名"),
    ("2024年9月一2027年8月", "2024年9月-2027年8月"),
    ("5名一8名", "5名-8名"),
    ("-、帮扶期限", "一、帮扶期限"),
    ("第-条 总则", "第一条 总则"),
    ("本协议-式两份", "本协议-式两份"),
    ("协议 -式两份", "协议 一式两份"),
    ("各执-份", "各执一份"),
    ("（-）管理互通", "（一）管理互通"),
    ("每-学期", "每一学期"),
    ("2024年8月26曰", "2024年8月26日"),
    ("自签字之曰起生效", "自签字之日起生效"),
    ("2。5万元", "2.5万元"),
    ("2024。9。1", "2024.9。1"),
]
LEAVES_ALONE = [
    "VO2的测定",
    "第O组",
    "WIFI6名称",
    "IPO100家",
    "A1O",
    "lO",
    "3一体化",
    "统一2个标准",
    "一1-",
    "共5名。3.双方",
    "不少于2。3名教师",
    "- 3 -",
    "云溪市-石桥镇",
    "2024-09-01",
    "子曰",
    "一曰勤",
    "一、二、三",
    "第一条",
    "每一学期",
    "十一月",
    "二〇二四年",
    "O2O模式",
    "1对1",
    "甲方——乙方",
]


@pytest.mark.parametrize(("read", "meant"), READS)
def test_reads(read: str, meant: str) -> None:
    assert mended(read, (ReadLine(0, len(read), 0.9),)) == meant


@pytest.mark.parametrize("read", LEAVES_ALONE)
def test_leaves_alone(read: str) -> None:
    assert mended(read, (ReadLine(0, len(read), 0.9),)) == read


@pytest.mark.parametrize(("read", "_"), READS)
def test_what_no_engine_read_stays(read: str, _: str) -> None:
    assert mended(read, ()) == read
    assert mended("甲" * 3 + read, (ReadLine(0, 3, 0.9),)) == "甲" * 3 + read


@pytest.mark.parametrize("one", ["O", "0", "l", "一", "-", "。", "曰", "2O", "2一", "年l", "-、\n"])
def test_long_runs_are_quick(one: str) -> None:
    text = one * 20_000
    assert len(mended(text, (ReadLine(0, len(text), 0.9),))) == len(text)
