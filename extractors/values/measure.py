"""A number with its unit: what the readers of money, percentages and quantities give."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from extractors.values.found import Kind
from extractors.values.numerals import Numeral

ODD_AFTER = re.compile(r"(?:多|余)(?![一-龥]?次|媒|样|[0-9])")


class Measured(NamedTuple):
    """A number with its unit; ``kind`` is money, percent, quantity or number, ``unit`` a currency or a unit's sign."""

    start: int
    end: int
    kind: Kind
    low: Decimal | None
    high: Decimal | None
    unit: str = ""
    about: bool = False
    numeral_end: int = 0
    certain: bool = True
    """False for a single Chinese figure without a measure word."""


class One(NamedTuple):
    """A number with its unit before ranges are looked for; ``bare`` is the numeral alone."""

    found: Measured
    bare: Numeral
    sign: str | None
