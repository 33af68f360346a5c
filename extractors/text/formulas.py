"""Find reckonings that a paper writes out with signs: 5人×500元/人=2500元, 2000元+1000元=3000元.

Reads::

    5人×500元/人×2天=5000元                     a product
    讲课费2000元+资料费1000元=3000元             a sum

Leaves alone::

    1+1结对, 一对一+送教                         no sums
    3万元×2+1万元=7万元                           signs of both kinds
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from math import prod

from extractors.text.numerals import read_number
from extractors.text.passage import Passage, Stretch

_NUMBER = r"(?:￥)?(?P<number>[0-9]{1,3}(?:，[0-9]{3})+(?:\.[0-9]{1,2})?|[0-9]{1,12}(?:\.[0-9]{1,4})?)(?P<scale>万?)"
_ONE = re.compile(rf"[一-龥（]{{0,12}}[ ：]?{_NUMBER}[ ]?(?P<unit>[一-龥]{{0,4}}(?:/[一-龥·/]{{1,6}})?)）?")
_TERM = r"(?:[一-龥（]{0,12}[ ：]?(?:￥)?[0-9][0-9，.]{0,15}万?[ ]?[一-龥]{0,4}(?:/[一-龥·/]{1,6})?）?)"
_RECKONING = re.compile(rf"(?P<terms>{_TERM}(?:[ ]?[×xX*+][ ]?{_TERM}){{1,8}})[ ]?=[ ]?(?P<made>(?:￥)?[0-9][0-9，.]{{0,15}}万?)[ ]?元")
_SIGNS = re.compile("[×xX*+]")


@dataclass(frozen=True, slots=True)
class Reckoning:
    """What stands before the sign of equality, what it makes, and what is written behind it."""

    terms: Stretch
    stated: Stretch
    made: Decimal
    written: Decimal


def find_wrong_reckonings(passage: Passage) -> Iterator[Reckoning]:
    """The reckonings of a document that are wrong."""
    if "=" not in passage.text[passage.start : passage.end]:
        return
    for match in passage.search(_RECKONING):
        signs = {"+" if sign == "+" else "×" for sign in _SIGNS.findall(match["terms"])}
        values = [_value(words) for words in _SIGNS.split(match["terms"])]
        written = _value(match["made"])
        known = [value for value in values if value is not None]
        if len(signs) != 1 or len(known) != len(values) or written is None or "元" not in match["terms"]:
            continue
        made = Decimal(prod(known)) if signs == {"×"} else sum(known, Decimal(0))
        if made != written:
            yield Reckoning(Stretch(*match.span("terms")), Stretch(match.start("made"), match.end()), made, written)


def _value(words: str) -> Decimal | None:
    match = _ONE.fullmatch(words.strip())
    value = read_number(match["number"]) if match else None
    return value * (10_000 if match and match["scale"] else 1) if value is not None else None
