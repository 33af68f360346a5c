"""Rows as CSV: RFC 4180, UTF-8 with the mark by which spreadsheets know it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import BinaryIO

from pipeline.export.cells import Cells, guarded
from pipeline.export.columns import Column, Row
from pipeline.messages import Lang


def write_csv(stream: BinaryIO, columns: Sequence[Column], rows: Iterable[Row], lang: Lang) -> int:
    """Write them; how many rows there were, the header not counted."""
    cells, count = Cells(lang), 0
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", errors="backslashreplace", newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([column.name(lang) for column in columns])
    for count, row in enumerate(rows, 1):  # noqa: B007 - counted to the last one
        writer.writerow([guarded(cells.text(column, value)) for column, value in zip(columns, row, strict=True)])
    # the stream stays open for who opened it
    text.detach()
    return count
