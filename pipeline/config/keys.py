"""Take values out of ``jiedui.toml``; each function raises :class:`Misuse` with the key's full name where the value is of another kind."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from typing import Any

from pipeline.config.misuse import Misuse

_NEAREST = 3
_LIKENESS = 0.5
"""How alike two names must be, of 1: half of the letters, which finds a forgotten word and a turned letter."""


def alike(name: str, names: Iterable[str]) -> str:
    """The names nearest to one that is not among them, "" where none is near."""
    return ", ".join(difflib.get_close_matches(name.lower(), list(names), _NEAREST, _LIKENESS))


def known(table: Mapping[str, Any], keys: tuple[str, ...], before: str) -> None:
    """That a table holds no other keys; ``before`` stands before them in messages."""
    for key in table:
        if key not in keys:
            nearest = alike(key, keys)
            raise Misuse("no_key_alike" if nearest else "no_key", key=f"{before}{key}", nearest=nearest, known=", ".join(keys))


def table(value: object, key: str) -> Mapping[str, Any]:
    """A table."""
    if isinstance(value, dict):
        return value
    raise Misuse("no_table", key=key)


def tables(value: object, key: str) -> list[tuple[str, Mapping[str, Any]]]:
    """The tables of an array, each with its name: ``inbox[1]``."""
    if not isinstance(value, list):
        raise Misuse("no_tables", key=key)
    return [(name, table(one, name)) for at, one in enumerate(value, 1) for name in [f"{key}[{at}]"]]


def strings(value: object, key: str, example: str) -> list[str]:
    """An array of strings; one string alone stands for itself."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return value
    raise Misuse("no_strings", key=key, example=example)


def text(value: object, key: str, example: str) -> str:
    """A string with something in it."""
    if isinstance(value, str) and value.strip():
        return value
    raise Misuse("no_text", key=key, example=example)


def whole_number(value: object, key: str, least: int, most: int) -> int:
    """A whole number; ``true`` is none."""
    if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
        return value
    raise Misuse("no_whole_number", key=key, least=least, most=most, value=shown(value))


def number(value: object, key: str, least: float, most: float) -> float:
    """A number; ``true`` and ``nan`` are none."""
    if isinstance(value, int | float) and not isinstance(value, bool) and least <= value <= most:
        return float(value)
    raise Misuse("no_number", key=key, least=f"{least:g}", most=f"{most:g}", value=shown(value))


def truth(value: object, key: str) -> bool:
    """``true`` or ``false``."""
    if isinstance(value, bool):
        return value
    raise Misuse("no_truth", key=key, value=shown(value))


def one_of(value: object, values: tuple[Any, ...], key: str) -> Any:  # noqa: ANN401 - one of a Literal's values
    """One of the words that a key takes."""
    if value in values:
        return value
    raise Misuse("no_such_value", key=key, value=value, known=", ".join(values))


def shown(value: object) -> str:
    """A value much as it is written in the file."""
    return {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)
