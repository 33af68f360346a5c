"""What texts say in values: one row a text, in ``rows/``, by the kind it was written for; ``not_yet.jsonl`` holds what is read wrongly.

A row's ``found`` names everything in its text, in order: the words, the kind and the value.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import opencc
import pytest

from extractors.values import find_values

_ROWS = Path(__file__).resolve().parent / "rows"
_SIMPLIFY = opencc.OpenCC("t2s").convert


def _rows() -> Iterator[Any]:
    for path in sorted(_ROWS.glob("*.jsonl")):
        marks = [pytest.mark.xfail(strict=True)] if path.stem == "not_yet" else []
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            yield pytest.param(row, id=f"{path.stem}-{row['text']}", marks=marks)


@pytest.mark.parametrize("row", list(_rows()))
def test_reads(row: dict[str, Any]) -> None:
    text, reference = row["text"], row["reference"]
    found = find_values(text, simplify=_SIMPLIFY, reference=date.fromisoformat(reference) if reference else None)
    assert [{"words": text[one.start : one.end], "kind": one.kind, "value": dict(one.value)} for one in found] == row["found"]


def test_no_text_stands_twice() -> None:
    seen = [(row.values[0]["text"], row.values[0]["reference"]) for row in _rows()]
    assert len(set(seen)) == len(seen)
