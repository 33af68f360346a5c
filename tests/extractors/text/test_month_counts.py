"""Months between dates, and months of a length."""

from __future__ import annotations

from decimal import Decimal

import pytest

from extractors.text.durations import make_duration
from extractors.text.month_counts import Months, month_after, months_between, months_of

BETWEEN = [
    ("2024-09-01", "2027-08-31", (36, 36)),
    ("2024-09-15", "2027-09-14", (36, 37)),
    ("2024-09-01", "2027-09-01", (36, 37)),
    ("2024-09-01", "2027-06-15", (33, 34)),
    ("2024-02-29", "2027-02-28", (36, 37)),
    ("2024-09", "2027-07", (35, 35)),
    ("2024", "2026", (14, 36)),
    ("2023-23", "2026-21", (31, 37)),
    ("2024-40", "2024-41", (2, 12)),
    ("2024-09", "2024-09", (1, 1)),
]
UNKNOWN = [("20XX-03", "20XX-12"), ("XXXX-09", "2025-07"), ("2025-09", "2024-07"), ("202X-09", "2027-08")]
LENGTHS = [
    ("3", "年", (36, 36)),
    ("1.5", "年", (18, 18)),
    ("0.5", "年", (6, 6)),
    ("24", "月", (24, 24)),
    ("3", "学年", (34, 36)),
    ("1", "学期", (4, 6)),
    ("90", "天", (3, 3)),
    ("6", "周", (1, 2)),
]


@pytest.mark.parametrize(("first", "last", "months"), BETWEEN)
def test_between(first: str, last: str, months: tuple[int, int]) -> None:
    assert months_between(first, last) == Months(*months)


@pytest.mark.parametrize(("first", "last"), UNKNOWN)
def test_nothing_can_be_counted(first: str, last: str) -> None:
    assert months_between(first, last) is None


@pytest.mark.parametrize(("count", "unit", "months"), LENGTHS)
def test_of_a_length(count: str, unit: str, months: tuple[int, int]) -> None:
    assert months_of(make_duration(Decimal(count), unit)) == Months(*months)


def test_how_far_two_are_apart() -> None:
    assert Months(34, 36).apart(Months(24, 24)) == Months(24, 24).apart(Months(34, 36)) == 10
    assert Months(34, 36).apart(Months(36, 40)) == 0


@pytest.mark.parametrize(
    ("edtf", "months", "day"),
    [
        ("2024-09-01", 6, "2025-03-01"),
        ("2024-09", 6, "2025-03-30"),
        ("2024", 6, "2025-06-31"),
        ("20XX", 6, "2100-06-31"),
        ("XXXX-09", 6, None),
    ],
)
def test_months_after(edtf: str, months: int, day: str | None) -> None:
    assert month_after(edtf, months) == day
