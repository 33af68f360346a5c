"""A value at its place in a text, as it is given out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal, NamedTuple

Kind = Literal["date", "period", "duration", "frequency", "number", "percent", "ordinal", "money", "quantity"]
Value = Mapping[str, str | list[str] | None]


class Found(NamedTuple):
    """A value at its place; offsets are those of the text that was given. ``value`` is as docs/values.md says."""

    start: int
    end: int
    kind: Kind
    value: Value
    approximate: bool = False
    exclusive: bool = False


def joined(text: str, last: Found | None, found: Found) -> Found | None:
    """不少于30不多于50, 三年以上十年以下: a lower bound and an upper one in a row are one range."""
    if last is None or last.kind != found.kind or found.kind in ("date", "period"):
        return None
    low, high = last.value, found.value
    if low.get("min") is None or low.get("max") is not None or high.get("min") is not None or high.get("max") is None:
        return None
    if found.start - last.end > _APART or _BETWEEN_BOUNDS.fullmatch(text, last.end, found.start) is None:
        return None
    return Found(last.start, found.end, found.kind, {**low, "max": high["max"]}, last.approximate, last.exclusive or found.exclusive)


_APART = 8
_BETWEEN_BOUNDS = re.compile(r"[一-龥]?[ ]?[，、]?[ ]?(?:且|并且|但|并|而|同时|又)?[ ]?")
