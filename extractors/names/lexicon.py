"""The word lists beside this package: data with a header that says what they hold, where they come from, and their licence."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def read_entries(name: str) -> frozenset[str]:
    """The entries of ``lexicons/NAME.txt``, one on each line, without the header."""
    return frozenset(line for line in _body(name).split("\n") if line)


@cache
def read_columns(name: str, columns: int) -> tuple[tuple[str, ...], ...]:
    """The columns of ``lexicons/NAME.txt``, whose lines hold ``columns`` fields parted by one space."""
    fields = _body(name).split()
    return tuple(tuple(fields[at::columns]) for at in range(columns))


@cache
def short_regions() -> frozenset[str]:
    """The provinces and prefectures without their suffix: 广东, 清远; a county of one character (礼县) has no shorter name."""
    return frozenset(short for short, full in zip(*read_columns("regions", 2), strict=True) if short != full)


def _body(name: str) -> str:
    text = files(__package__).joinpath("lexicons", f"{name}.txt").read_text(encoding="utf-8")
    while text.startswith("#"):
        text = text.partition("\n")[2]
    return text
