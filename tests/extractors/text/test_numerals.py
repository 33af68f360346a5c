"""Numbers in figures, Chinese and capital numerals."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.text.numerals import NUMBER, read_number, read_pair
from tests.linear import LIMIT, growth

READS = [
    ("12", "12"),
    ("3.5", "3.5"),
    ("1，500", "1500"),
    ("360，000.00", "360000.00"),
    ("3.5万", "35000"),
    ("1亿2千万", "120000000"),
    ("10万8千", "108000"),
    ("5千", "5000"),
    ("2百", "200"),
    ("1.2亿", "120000000"),
    ("零", "0"),
    ("一", "1"),
    ("两", "2"),
    ("十", "10"),
    ("十二", "12"),
    ("二十", "20"),
    ("廿", "20"),
    ("廿五", "25"),
    ("卅", "30"),
    ("一百", "100"),
    ("百", "100"),
    ("一百零五", "105"),
    ("一百一十", "110"),
    ("一百十五", "115"),
    ("一百二", "120"),
    ("一百二十", "120"),
    ("两千", "2000"),
    ("二千三", "2300"),
    ("一千零五十", "1050"),
    ("一千零五", "1005"),
    ("三万五", "35000"),
    ("三万零五", "30005"),
    ("十二万", "120000"),
    ("两百万", "2000000"),
    ("一亿二千万", "120000000"),
    ("一万亿", "1000000000000"),
    ("壹拾贰", "12"),
    ("叁拾陆万", "360000"),
    ("参拾万", "300000"),
    ("壹拾伍万零叁佰", "150300"),
    ("贰仟伍佰", "2500"),
    ("玖", "9"),
    ("二〇二三", "2023"),
    ("二零二三", "2023"),
    ("三点五", "3.5"),
    ("二点四万", "24000"),
    ("半", "0.5"),
]

LEAVES_ALONE = [
    "",
    "甲",
    "十百",
    "两十",
    "三五",
    "一二十",
    "一二三四十",
    "十十",
    "百千",
    "千百",
    "百百",
    "一百二百",
    "二十三十",
    "万万万",
    "一万二万",
    "零十",
    "点五",
    "三点",
    "三点五点",
    "1.2.3",
    "1，50",
    "12，5",
    "3.5.万",
    "半半",
    "一半",
    "-3",
    "3-5",
    "3名",
    "第三",
    "几十",
    "十几",
    "三五万个",
    "两两",
    "两零",
    "零零一百",
    "一百两",
    "拾佰",
    "九" * 50,
    "1" * 41,
]

PAIRS = [
    ("三五", ("3", "5")),
    ("两三", ("2", "3")),
    ("一两", None),
    ("七八十", ("70", "80")),
    ("十七八", ("17", "18")),
    ("二三百", ("200", "300")),
    ("一百二三十", ("120", "130")),
    ("三四万", ("30000", "40000")),
    ("五三", None),
    ("一九", None),
    ("二〇", None),
    ("十", None),
    ("三", None),
    ("", None),
]


@pytest.mark.parametrize(("words", "value"), READS)
def test_reads(words: str, value: str) -> None:
    assert read_number(words) == Decimal(value)


@pytest.mark.parametrize("words", LEAVES_ALONE)
def test_leaves_alone(words: str) -> None:
    assert read_number(words) is None


@pytest.mark.parametrize(("words", "bounds"), PAIRS)
def test_reads_pairs(words: str, bounds: tuple[str, str] | None) -> None:
    expected = None if bounds is None else (Decimal(bounds[0]), Decimal(bounds[1]))
    assert read_pair(words) == expected


@pytest.mark.parametrize("words", [words for words, _ in READS if words != "半"])
def test_the_pattern_takes_the_whole_numeral(words: str) -> None:
    found = re.search(NUMBER, f"共{words}名")
    assert found is not None
    assert found.group() == words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("电话15012345678901234", []),
        ("选派3名、听课20节", ["3", "20"]),
        ("上午九点一刻", ["九", "一"]),
        ("参加三次", ["三"]),
        ("共1，500元，200名", ["1，500", "200"]),
        ("1亿2千万元", ["1亿2千万"]),
    ],
)
def test_the_pattern_in_running_text(text: str, found: list[str]) -> None:
    assert re.findall(NUMBER, text) == found


@given(st.integers(min_value=0, max_value=10**12 - 1))
def test_what_a_person_writes_is_read_back(value: int) -> None:
    assert read_number(_in_words(value)) == value


@given(st.text(alphabet="0123456789.，零〇一二三九十百千万亿两点半廿参壹拾甲", max_size=45))
def test_never_raises_and_never_is_negative(words: str) -> None:
    value = read_number(words)
    assert value is None or value >= 0
    bounds = read_pair(words)
    assert bounds is None or bounds[0] < bounds[1]


@pytest.mark.parametrize("char", "1一十百万亿点，.参零 甲")
def test_long_runs_are_quick(char: str) -> None:
    assert growth(lambda text: list(re.finditer(NUMBER, text)), lambda length: char * length) <= LIMIT


def _in_words(value: int) -> str:
    """A number in full Chinese numerals, as a person writes it."""
    if value == 0:
        return "零"
    parts, scale = [], 0
    while value:
        value, section = divmod(value, 10**4)
        parts.append((section, ("", "万", "亿")[scale]))
        scale += 1
    words, gap = "", False
    for section, name in reversed(parts):
        if section == 0:
            gap = True
            continue
        if words and (gap or section < 1000):
            words += "零"
        words += _section_in_words(section) + name
        gap = False
    return words


def _section_in_words(section: int) -> str:
    words, gap = "", False
    for size, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        figure, section = divmod(section, size)
        if figure == 0:
            gap = bool(words)
            continue
        words += ("零" if gap else "") + "零一二三四五六七八九"[figure] + name
        gap = False
    return words
