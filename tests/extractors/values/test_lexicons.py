"""The word tables of the values engine: each says what it is, holds nothing twice, is in normal form, and every entry can be met."""

from __future__ import annotations

import re
from importlib.resources import files

import opencc
import pytest

from extractors.text.normal import fold
from extractors.values import find_values
from extractors.values.words import currencies, fixed_words, measures, units

_FOLDER = files("extractors.values").joinpath("lexicons")
_NAMES = ["currencies", "fixed", "measures", "units"]
_WITH_VALUES = ["currencies", "units"]
_SIMPLIFY = opencc.OpenCC("t2s").convert
_NUMERAL = re.compile("[0-9零〇一二两三四五六七八九十百千万亿兆廿卅壹贰叁参肆伍陆柒捌玖拾佰仟半几数俩仨双成]")


def _lines(name: str) -> list[str]:
    return _FOLDER.joinpath(f"{name}.txt").read_text(encoding="utf-8").split("\n")


def _entries(name: str) -> list[str]:
    lines = [line for line in _lines(name) if line and not line.startswith("# ")]
    return [line.rsplit(" ", 1)[0] for line in lines] if name in _WITH_VALUES else lines


def _read(text: str) -> list[tuple[str, str, str | None]]:
    found = find_values(text, simplify=_SIMPLIFY)
    return [(text[one.start : one.end], one.kind, _unit(dict(one.value))) for one in found]


def _unit(value: dict[str, str | list[str] | None]) -> str | None:
    unit = value.get("unit", value.get("currency"))
    return unit if isinstance(unit, str) else None


def test_every_table_is_known() -> None:
    assert sorted(path.name for path in _FOLDER.iterdir() if path.name.endswith(".txt")) == [f"{name}.txt" for name in _NAMES]


@pytest.mark.parametrize("name", _NAMES)
def test_the_header_says_what_it_is(name: str) -> None:
    header = [line for line in _lines(name) if line.startswith("# ")]
    assert [line.split(":")[0] for line in header] == ["# What", "# Source", "# Licence"]
    assert header == _lines(name)[: len(header)]


@pytest.mark.parametrize("name", _NAMES)
def test_nothing_stands_twice_and_all_is_in_order(name: str) -> None:
    entries = _entries(name)
    assert entries
    assert entries == sorted(set(entries))
    assert [word for word in entries if not word or word != word.strip()] == []
    assert _lines(name)[-1] == ""
    assert "" not in _lines(name)[:-1]


@pytest.mark.parametrize("name", _NAMES)
def test_entries_are_in_normal_form(name: str) -> None:
    assert [word for word in _entries(name) if fold(word, _SIMPLIFY) != word] == []


def test_units_are_written_in_ascii() -> None:
    assert [unit for unit in units().entries.values() if not re.fullmatch(r"[A-Za-z]+[0-9]?(?:/[a-z]+)?", unit)] == []


def test_currencies_have_codes_of_three_letters() -> None:
    assert [code for code in currencies().entries.values() if not re.fullmatch("[A-Z]{3}", code)] == []


@pytest.mark.parametrize(("word", "unit"), list(units().entries.items()))
def test_a_unit_is_met_behind_its_figure(word: str, unit: str) -> None:
    assert ("3" + word, "quantity", unit) in _read(f"3{word}。")


@pytest.mark.parametrize(("word", "code"), list(currencies().entries.items()))
def test_a_currency_is_met_behind_its_figure_or_before_it(word: str, code: str) -> None:
    forms = [f"3{word}", f"300{word}", f"{word}300"]
    assert [form for form in forms if _read(form) == [(form, "money", code)]]


def _makes_a_number(measure: str) -> bool:
    if any(_read(f"有{figure}{measure}。") == [(figure, "number", None)] for figure in "一两三四五六七八九"):
        return True
    # 多少位数 and 三周目 are words themselves, 三块 is money: there the measure keeps them from being read as something else
    return measure in {"位数", "周目", "块"}


def test_every_measure_makes_a_single_figure_a_number() -> None:
    assert [measure for measure in measures().entries if not _makes_a_number(measure)] == []


def test_every_fixed_word_holds_a_numeral() -> None:
    assert [word for word in fixed_words().entries if len(word) < 2 or not _NUMERAL.search(word)] == []


@pytest.mark.parametrize("word", ["一体化", "千方百计", "四川", "三农", "五四", "百分之百", "八仙过海", "一帆风顺", "九寨沟", "万里长城"])
def test_a_fixed_word_says_nothing(word: str) -> None:
    assert [one for one in _read(f"他们{word}。") if one[1] != "percent"] == []
