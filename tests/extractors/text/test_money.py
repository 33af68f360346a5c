"""Sums of money."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.text.money import Sum, find_sums

# words, min, max, marks (~ approximate, > above the least, < below the most), currency; the whole of the words is the sum
READS = [
    ("50万元", "500000", "500000", "", "CNY"),
    ("3千元", "3000", "3000", "", "CNY"),
    ("50000.00元", "50000", "50000", "", "CNY"),
    ("1，200，000元", "1200000", "1200000", "", "CNY"),
    ("1 200 000元", "1200000", "1200000", "", "CNY"),
    ("0.5亿元", "50000000", "50000000", "", "CNY"),
    ("1亿2千万元", "120000000", "120000000", "", "CNY"),
    ("三万五千元", "35000", "35000", "", "CNY"),
    ("壹拾万元整", "100000", "100000", "", "CNY"),
    ("叁万圆", "30000", "30000", "", "CNY"),
    ("3元5角", "3.5", "3.5", "", "CNY"),
    ("壹拾贰元柒角捌分", "12.78", "12.78", "", "CNY"),
    ("3 万元", "30000", "30000", "", "CNY"),
    ("5000块钱", "5000", "5000", "", "CNY"),
    ("￥3，000", "3000", "3000", "", "CNY"),
    ("￥20万", "200000", "200000", "", "CNY"),
    ("人民币50万", "500000", "500000", "", "CNY"),
    ("RMB 50000元", "50000", "50000", "", "CNY"),
    ("CNY 3000", "3000", "3000", "", "CNY"),
    ("人民币（大写）伍万元整（小写：50000元）", "50000", "50000", "", "CNY"),
    ("人民币壹拾伍万元整（￥150000.00元）", "150000", "150000", "", "CNY"),
    ("10万元（大写：壹拾万元整）", "100000", "100000", "", "CNY"),
    ("20（贰拾）万元", "200000", "200000", "", "CNY"),
    ("贰拾万（20万）元", "200000", "200000", "", "CNY"),
    ("30000（叁万元整）元", "30000", "30000", "", "CNY"),
    ("叁万元，小写30000元", "30000", "30000", "", "CNY"),
    ("5万余元", "50000", None, "~", "CNY"),
    ("十几万元", "100000", None, "~", "CNY"),
    ("数百万元", "1000000", None, "~", "CNY"),
    ("上百万元", "1000000", None, "~", "CNY"),
    ("数亿元", "100000000", None, "~", "CNY"),
    ("约50万元", "500000", "500000", "~", "CNY"),
    ("人民币约3万元", "30000", "30000", "~", "CNY"),
    ("50万元左右", "500000", "500000", "~", "CNY"),
    ("不少于50万元", "500000", None, "", "CNY"),
    ("不低于人民币50万元", "500000", None, "", "CNY"),
    ("≥300元", "300", None, "", "CNY"),
    ("50万元以上", "500000", None, "", "CNY"),
    ("300元以上（含300元）", "300", None, "", "CNY"),
    ("300元（含）以上", "300", None, "", "CNY"),
    ("超过50万元", "500000", None, ">", "CNY"),
    ("不超过50万元", None, "500000", "", "CNY"),
    ("50万元以内", None, "500000", "", "CNY"),
    ("不足3万元", None, "30000", "<", "CNY"),
    ("2-3万元", "20000", "30000", "", "CNY"),
    ("3万至5万元", "30000", "50000", "", "CNY"),
    ("3万元至5万元", "30000", "50000", "", "CNY"),
    ("500元-1000元", "500", "1000", "", "CNY"),
    ("两三万元", "20000", "30000", "", "CNY"),
    ("三五万元", "30000", "50000", "", "CNY"),
    ("2、3万元", "20000", "30000", "", "CNY"),
    ("100美元", "100", "100", "", "USD"),
    ("港币5万元", "50000", "50000", "", "HKD"),
    ("新台币3万元", "30000", "30000", "", "TWD"),
    ("3万欧元", "30000", "30000", "", "EUR"),
    ("15万元人民币", "150000", "150000", "", "CNY"),
]
IN_SENTENCES = [
    ("投入资金50万，其中", ["50万"]),
    ("捐款约120万用于修缮", ["约120万"]),
    ("每人每天30元、50元", ["30元", "50元"]),
    ("2024年50万元", ["50万元"]),
    ("50万元（其中甲方30万元）", ["50万元", "30万元"]),
    ("3000元/人·年", ["3000元"]),
    ("分别为10万元和20万元", ["10万元", "20万元"]),
    ("一等奖1000元", ["1000元"]),
    ("资助3000元区级经费", ["3000元"]),
    ("2万元教育经费", ["2万元"]),
    ("5000元课程开发费", ["5000元"]),
    ("百元奖金", ["百元"]),
]
LEAVES_ALONE = [
    "十元素养", "一元二次方程", "三元桥", "三元区教育局", "二元结构", "多元评价", "三元论", "元旦3天", "12元旦", "3元月", "5元宵", "单元3个", "第三单元",
    "第3元", "3万册", "50万", "每年10万", "120万人", "投入50万册", "资金来源50万人", "单位：万元", "（万元）", "亿元", "元", "多元", "0元", "0.00元",
    "1元购", "十元店", "5%的资金", "3000.00", "一分钱一分货", "5角星", "十角形", "100分", "3公元", "公元2023", "3种人民币", "人民币一套",
    "人民币业务", "￥", "人民币____元", "每生　　元", "3万里", "2、3", "3000", "三万五", "１２", "A3元",
]  # fmt: skip
NOT_YET = [("每年投入10万用于培训", "100000"), ("每人补助5角", "0.5")]


def _sums(text: str) -> list[Sum]:
    return list(find_sums(text, 0, len(text)))


def _marks(found: Sum) -> str:
    amount = found.amount
    return "~" * amount.approximate + ">" * amount.exclusive_min + "<" * amount.exclusive_max


@pytest.mark.parametrize(("words", "least", "most", "marks", "currency"), READS)
def test_reads(words: str, least: str | None, most: str | None, marks: str, currency: str) -> None:
    text = f"资助{words}。"
    (found,) = _sums(text)
    assert (found.amount.min, found.amount.max, _marks(found), found.amount.currency) == (least, most, marks, currency)
    assert text[found.start : found.end] == words


@pytest.mark.parametrize(("text", "sums"), IN_SENTENCES)
def test_reads_in_sentences(text: str, sums: list[str]) -> None:
    assert [text[found.start : found.end] for found in _sums(text)] == sums


@pytest.mark.parametrize("text", LEAVES_ALONE)
def test_leaves_alone(text: str) -> None:
    assert _sums(text) == []


@pytest.mark.parametrize(("text", "value"), NOT_YET)
@pytest.mark.xfail(strict=True, reason="sums that no rule reads yet")
def test_not_yet(text: str, value: str) -> None:
    assert [found.amount.min for found in _sums(text)] == [value]


@pytest.mark.parametrize(
    ("text", "figures", "value"),
    [
        ("人民币伍万元整（￥50000.00）", ("50000", "50000"), "50000"),
        ("5万元（大写：陆万元整）", ("50000", "60000"), "60000"),
        ("陆万元整（￥50000元）", ("60000", "50000"), "60000"),
        ("20（贰拾伍）万元", ("200000", "250000"), "250000"),
        ("大写伍万元，小写50000元", ("50000", "50000"), "50000"),
        ("5万元", ("50000",), "50000"),
    ],
)
def test_of_two_figures_the_capitals_count(text: str, figures: tuple[str, ...], value: str) -> None:
    (found,) = _sums(text)
    assert found.figures == figures
    assert found.amount.min == value


@given(
    words=st.sampled_from([row[0] for row in READS if row[0] != "2、3万元"]),
    before=st.sampled_from(["", "甲方每年向乙方提供", "一、", "（二）", "，", "选派教师3名，补助", "\n", "用于购书的", "总额"]),
    after=st.sampled_from(["", "。", "，用于培训", "；", "/年", "（详见附件）", "\n二、", "的图书"]),
)
def test_the_place_quotes_the_sum_and_reads_the_same(words: str, before: str, after: str) -> None:
    text = before + words + after
    (alone,) = _sums(f"，{words}，")
    (found,) = _sums(text)
    assert text[found.start : found.end] == words
    assert found.amount == alone.amount


@given(value=st.integers(min_value=1, max_value=10**9), unit=st.sampled_from(["元", "万元", "亿元", "美元", "元整"]))
def test_every_figure_is_read_back(value: int, unit: str) -> None:
    (found,) = _sums(f"共{value}{unit}，")
    scale = {"万元": 10**4, "亿元": 10**8}.get(unit, 1)
    assert found.amount.min == found.amount.max == str(value * scale)


@given(st.text(alphabet="0123456789一二三十百万亿壹拾元圆角分￥人民币大小写整余约不超过至（）：、，.-/ 年", max_size=40))
def test_never_raises_and_stays_in_order(text: str) -> None:
    at = 0
    for found in _sums(text):
        assert at <= found.start <= found.number < found.end <= len(text)
        at = found.end
