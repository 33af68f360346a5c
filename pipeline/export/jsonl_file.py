"""Rows, or whole documents, as lines of JSON: English names, codes and figures as the record has them, in every language."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, BinaryIO

from pipeline.export.columns import Column, Row
from pipeline.printable import escaped_json


def write_jsonl(stream: BinaryIO, objects: Iterable[Mapping[str, Any]]) -> int:
    """Write them, one a line; how many there were."""
    count = 0
    for count, one in enumerate(objects, 1):  # noqa: B007 - counted to the last one
        stream.write((escaped_json(json.dumps(one, ensure_ascii=False)) + "\n").encode())
    return count


def as_objects(columns: Sequence[Column], rows: Iterable[Row]) -> Iterator[dict[str, Any]]:
    """Rows with the names of their values."""
    names = [column.key for column in columns]
    return (dict(zip(names, row, strict=True)) for row in rows)
