"""Rows as a workbook: words are words, whatever they look like; numbers and days are what they are where a cell can hold them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import BinaryIO

import xlsxwriter
from xlsxwriter.exceptions import XlsxWriterException
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from pipeline.export.cells import Cells, day, exact, legible
from pipeline.export.columns import Column, Row, Value
from pipeline.messages import Lang

MOST_ROWS = 1_048_576
"""Of a sheet, the header among them (Excel's specifications and limits)."""
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
    "default_date_format": "yyyy-mm-dd",
}


def write_xlsx(  # noqa: PLR0913 - the parts of a table
    stream: BinaryIO, columns: Sequence[Column], rows: Iterable[Row], lang: Lang, sheet: str, *, working: Path, most_rows: int = MOST_ROWS
) -> int:
    """Write them, on as many sheets as they need; how many rows there were, headers not counted.

    The folder ``working`` holds the sheets meanwhile. Raises :class:`OSError`.
    """
    count = 0
    workbook = xlsxwriter.Workbook(stream, {**_OPTIONS, "tmpdir": str(working)})
    workbook.use_zip64()
    heading = workbook.add_format({"bold": True, "bottom": 1})
    cells = Cells(lang)
    for number, some in enumerate(_sheets(iter(rows), most_rows - 1), 1):
        page = workbook.add_worksheet(sheet if number == 1 else f"{sheet} {number}")
        count += _fill(page, columns, some, cells, heading)
    try:
        workbook.close()
    except XlsxWriterException as error:
        raise OSError(str(error)) from error
    return count


def _sheets(rows: Iterator[Row], most: int) -> Iterator[Iterable[Row]]:
    """The rows in parts, one part at least."""
    yield islice(rows, most)
    for first in rows:
        yield chain([first], islice(rows, most - 1))


def _fill(page: Worksheet, columns: Sequence[Column], rows: Iterable[Row], cells: Cells, heading: Format) -> int:
    page.freeze_panes(1, 0)
    for at, column in enumerate(columns):
        page.set_column(at, at, max(column.width, len(column.name(cells.lang)) * (2 if cells.lang == "zh" else 1) + 3))
        page.write_string(0, at, column.name(cells.lang), heading)
    line = 0
    for line, row in enumerate(rows, 1):
        for at, (column, value) in enumerate(zip(columns, row, strict=True)):
            _put(page, (line, at), column, value, cells)
    page.autofilter(0, 0, line, len(columns) - 1)
    return line


def _put(page: Worksheet, place: tuple[int, int], column: Column, value: Value, cells: Cells) -> None:
    if value is None:
        return
    if column.sort == "day" and (found := day(str(value))) is not None:
        page.write_datetime(*place, found)
    elif column.sort in {"whole", "figure", "share"} and (number := exact(str(value))) is not None:
        page.write_number(*place, number)
    else:
        page.write_string(*place, cells.cut(legible(cells.text(column, value))))
