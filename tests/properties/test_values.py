"""A value reads the same in every form that it is written in, whatever stands around it; and nothing breaks the engine."""

from __future__ import annotations

import json
import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import opencc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.values import find_values
from tests.properties import written_forms as forms

_SIMPLIFY = opencc.OpenCC("t2s").convert
_NEUTRAL = (
    "学校 教师 学生 校长 家长 组织 开展 活动 座谈 图书 操场 课堂 村庄 河流 森林 果园 道路 捐赠 帮助 安排 参加 落实 提高 认真 积极 共同 快乐 努力 建设 管理 交流"
    " 美术 音乐 武术 科学 文化 环境 计划 方案 资料 电脑 桌椅 食堂 宿舍 教室 帮扶 结对 支援 练习"
).split()
"""Words that count nothing, bound nothing and join with no figure."""
_WORDS = st.lists(st.sampled_from(_NEUTRAL), min_size=1, max_size=5).map("".join)
_OPENINGS = ["", "，", "。", "：", "；", "\n", "（", "为", "是", "（以下简称甲方）", "。\n\n"]
_CLOSINGS = ["", "，", "。", "；", "\n", "）", "、", "！", "（含税）", "\r\n"]
BEFORE = st.one_of(st.just(""), st.builds("{}{}".format, _WORDS, st.sampled_from(_OPENINGS)))
AFTER = st.one_of(st.just(""), st.builds("{}{}".format, st.sampled_from(_CLOSINGS), _WORDS))
NOISE = st.text("αβγАБВはひふアイウ한국어אבגع😀🎉🏫♥☆★♪→⇒∵∮䶮㐂㒰龘靐韡龢¶†‡", max_size=12)
NUMBERS = st.one_of(
    st.integers(1, 100), st.integers(1, 10**6 - 1), st.integers(1, 99_999).map(lambda one: one * 10**4), st.integers(1, 10**11)
)
DAYS = st.dates(date(1950, 1, 1), date(2099, 12, 31))
LENGTHS = {"年": "P{}Y", "个月": "P{}M", "周": "P{}W", "星期": "P{}W", "天": "P{}D", "小时": "PT{}H", "分钟": "PT{}M"}
QUANTITIES = {"亩": "mu", "公里": "km", "平方米": "m2", "公斤": "kg", "吨": "t", "千瓦时": "kWh", "摄氏度": "Cel"}
HOSTILE = (
    "0123456789０９零〇○一二两三十廿卅百千万亿兆壹贰拾佰仟半几数俩仨多余来年月日号周天时分秒个学期季度世纪第每隔按逐前后上下近至到从自由起止约超过不足以内"
    ".．,，、:：；-—–~～+/\\%％‰°℃²()（）[]〔〕【】{}<>《》“”\"'￥¥$€£元圆角分块成折点负又之比xX×*□_A3KkMmgGeE@#\n\t \u3000\u200b\u202e\x00去今明昨本届级版楼网中小高初人名"
)
REFERENCES = st.one_of(st.none(), st.dates())
VALUES = settings(deadline=None, max_examples=100)
Draw = st.DataObject


def holds(before: str, words: str, after: str, kind: str, value: dict[str, Any]) -> None:
    """The text holds this value and no other, at its place."""
    text = before + words + after
    found = [(one.start, text[one.start : one.end], one.kind, dict(one.value)) for one in find_values(text, simplify=_SIMPLIFY)]
    assert found == [(len(before), words, kind, value)]


@VALUES
@given(NUMBERS, st.sampled_from(["名", "所", "本", "台", "份"]), BEFORE, AFTER, st.data())
def test_a_number(number: int, counted: str, before: str, after: str, data: Draw) -> None:
    words = data.draw(st.sampled_from(forms.numbers(number)))
    holds(before, words, counted + after, "number", {"value": str(number)})


@VALUES
@given(NUMBERS, BEFORE, AFTER, st.data())
def test_a_sum(number: int, before: str, after: str, data: Draw) -> None:
    holds(before, data.draw(st.sampled_from(forms.sums(number))), after, "money", {"amount": str(number), "currency": "CNY"})


@VALUES
@given(st.integers(101, 10**7), BEFORE, AFTER, st.data())
def test_a_sum_with_change(fen: int, before: str, after: str, data: Draw) -> None:
    words = data.draw(st.sampled_from(forms.small_sums(fen)))
    holds(before, words, after, "money", {"amount": forms.plain(Decimal(fen) / 100), "currency": "CNY"})


@VALUES
@given(
    NUMBERS,
    st.sampled_from([("美元", "USD"), ("欧元", "EUR"), ("港币", "HKD"), ("日元", "JPY"), ("英镑", "GBP")]),
    BEFORE,
    AFTER,
    st.data(),
)
def test_a_foreign_sum(number: int, currency: tuple[str, str], before: str, after: str, data: Draw) -> None:
    words = data.draw(st.sampled_from(forms.numbers(number))) + currency[0]
    holds(before, words, after, "money", {"amount": str(number), "currency": currency[1]})


@VALUES
@given(st.integers(1, 1000), BEFORE, AFTER, st.data())
def test_a_percentage(tenths: int, before: str, after: str, data: Draw) -> None:
    value = Decimal(tenths) / 10
    holds(before, data.draw(st.sampled_from(forms.percentages(value))), after, "percent", {"value": forms.plain(value)})


@VALUES
@given(st.integers(1, 9_999), st.sampled_from(["名", "次", "批", ""]), BEFORE, AFTER, st.data())
def test_an_ordinal(number: int, counted: str, before: str, after: str, data: Draw) -> None:
    holds(before, data.draw(st.sampled_from(forms.ordinals(number))), counted + after, "ordinal", {"value": str(number)})


@VALUES
@given(NUMBERS, st.sampled_from(sorted(QUANTITIES)), BEFORE, AFTER, st.data())
def test_a_quantity(number: int, unit: str, before: str, after: str, data: Draw) -> None:
    words = data.draw(st.sampled_from(forms.numbers(number))) + unit
    holds(before, words, after, "quantity", {"amount": str(number), "unit": QUANTITIES[unit]})


@VALUES
@given(st.integers(1, 69), st.sampled_from(sorted(LENGTHS)), BEFORE, AFTER, st.data())
def test_a_duration(count: int, unit: str, before: str, after: str, data: Draw) -> None:
    holds(before, data.draw(st.sampled_from(forms.lengths(count, unit))), after, "duration", {"iso": LENGTHS[unit].format(count)})


@VALUES
@given(st.integers(1, 69), st.sampled_from(["学期", "学年"]), BEFORE, AFTER, st.data())
def test_a_duration_that_iso_lacks(count: int, unit: str, before: str, after: str, data: Draw) -> None:
    words = data.draw(st.sampled_from(forms.lengths(count, unit)))
    holds(before, words, after, "duration", {"iso": None, "count": str(count), "unit": unit})


@VALUES
@given(st.integers(1, 30), st.sampled_from(sorted(LENGTHS)), BEFORE, AFTER, st.data())
def test_a_frequency(count: int, unit: str, before: str, after: str, data: Draw) -> None:
    words = "每" + data.draw(st.sampled_from(forms.lengths(count, unit))).replace(" ", "")
    holds(before, words, after, "frequency", {"per": LENGTHS[unit].format(count)})


@VALUES
@given(DAYS, BEFORE, AFTER, st.data())
def test_a_date(day: date, before: str, after: str, data: Draw) -> None:
    holds(before, data.draw(st.sampled_from(forms.dates(day))), after, "date", {"iso": day.isoformat()})


@VALUES
@given(DAYS, BEFORE, AFTER, st.data())
def test_a_month(day: date, before: str, after: str, data: Draw) -> None:
    last = day.replace(day=monthrange(day.year, day.month)[1])
    words = data.draw(st.sampled_from(forms.months(day.year, day.month)))
    holds(before, words, after, "period", {"start": day.replace(day=1).isoformat(), "end": last.isoformat()})


@VALUES
@given(st.integers(1950, 2099), BEFORE, AFTER, st.data())
def test_a_year(year: int, before: str, after: str, data: Draw) -> None:
    holds(before, data.draw(st.sampled_from(forms.years(year))), after, "period", {"start": f"{year}-01-01", "end": f"{year}-12-31"})


@VALUES
@given(DAYS, st.one_of(st.integers(1, 20), st.integers(1, 900)), BEFORE, AFTER, st.data())
def test_a_range_of_days(first: date, far: int, before: str, after: str, data: Draw) -> None:
    last = first + timedelta(days=far)
    words = data.draw(st.sampled_from(forms.day_ranges(first, last)))
    holds(before, words, after, "period", {"start": first.isoformat(), "end": last.isoformat()})


RANGES: list[tuple[str, str, Callable[[int], str], dict[str, str]]] = [
    ("万元", "money", lambda count: str(count * 10**4), {"currency": "CNY"}),
    ("元", "money", str, {"currency": "CNY"}),
    ("%", "percent", str, {}),
    ("公里", "quantity", str, {"unit": "km"}),
    ("年", "duration", "P{}Y".format, {}),
    ("个月", "duration", "P{}M".format, {}),
    ("小时", "duration", "PT{}H".format, {}),
]


@VALUES
@given(st.integers(1, 40), st.integers(1, 20), st.sampled_from(RANGES), BEFORE, AFTER, st.data())
def test_a_range(low: int, more: int, case: Any, before: str, after: str, data: Draw) -> None:
    unit, kind, shown, rest = case
    words = data.draw(st.sampled_from(forms.ranges(low, low + more, unit)))
    holds(before, words, after, kind, {"min": shown(low), "max": shown(low + more), **rest})


@VALUES
@given(st.sampled_from(["12名", "3.5万元", "二〇二三年九月", "2023-09-01", "百分之三十", "第三", "三年半", "每两周"]), NOISE, NOISE)
def test_characters_that_say_nothing_change_nothing(words: str, before: str, after: str) -> None:
    (alone,) = find_values(words, simplify=_SIMPLIFY)
    (found,) = find_values(before + words + after, simplify=_SIMPLIFY)
    assert found == alone._replace(start=alone.start + len(before), end=alone.end + len(before))


_DAY = re.compile("[0-9X]{4}-[0-9X]{2}-[0-9X]{2}")


def check(text: str, reference: date | None) -> None:
    """Whatever the text: values in order, none over another, none empty, each of them plain JSON, with days of ten places."""
    at = 0
    for one in find_values(text, simplify=_SIMPLIFY, reference=reference):
        assert at <= one.start < one.end <= len(text)
        at = one.end
        assert json.loads(json.dumps(dict(one.value), allow_nan=False)) == dict(one.value)
        days = [one.value.get(name) for name in ("iso", "start", "end")] if one.kind in {"date", "period"} else []
        assert all(day is None or _DAY.fullmatch(str(day)) for day in [*days, *(one.value.get("resolved") or [])])


@settings(deadline=None, max_examples=500)
@given(st.text(HOSTILE, max_size=40), REFERENCES)
def test_nothing_breaks_the_engine(text: str, reference: date | None) -> None:
    check(text, reference)


@VALUES
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60), REFERENCES)
def test_no_character_breaks_the_engine(text: str, reference: date | None) -> None:
    check(text, reference)


PHRASES = ["今年", "去年", "前天", "大后天", "下周五", "上个月5日", "近三年", "未来9999年", "三天前", "9999年12月31日以后", "0001年1月1日前", "本学期", "上学年", "年底前", "2月29日", "次年",
           "二月三十日", "31日", "上世纪90年代", "20世纪", "30世纪末", "公元1年", "民国九千年", "10000个月后", "1e99", "1e-99元", "1/3年", "0年", "亿亿亿元", "第0", "负0%"]  # fmt: skip


@VALUES
@given(st.lists(st.sampled_from([*PHRASES, "至", "，", "前", "自", "起", "约", "不超过"]), max_size=6), REFERENCES)
def test_no_phrase_breaks_the_engine(phrases: list[str], reference: date | None) -> None:
    check("".join(phrases), reference)


@pytest.mark.parametrize("reference", [date.min, date.max, date(2024, 2, 29), None])
@pytest.mark.parametrize("phrase", PHRASES)
def test_no_day_is_too_far_away(phrase: str, reference: date | None) -> None:
    check(phrase, reference)
