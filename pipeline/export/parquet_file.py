"""Rows as Parquet, with types: written by DuckDB from lines of JSON."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from pipeline.export.cells import Cells
from pipeline.export.columns import Column, Row, Sort, Value
from pipeline.messages import Lang

if TYPE_CHECKING:
    import duckdb

_DIGITS, _DECIMALS = 38, 6
"""The widest decimal number of Parquet; a figure that is longer stays in the row's words alone."""
_DECIMAL = re.compile(rf"-?0*[0-9]{{1,{_DIGITS - _DECIMALS}}}(?:\.[0-9]{{1,{_DECIMALS}}}0*)?")
_TYPES: Mapping[Sort, str] = {
    "text": "VARCHAR",
    "whole": "BIGINT",
    "figure": f"DECIMAL({_DIGITS}, {_DECIMALS})",
    "share": "DOUBLE",
    "day": "DATE",
    "flag": "BOOLEAN",
}
_LINE = 4 * 1024 * 1024
"""Bytes of a line that DuckDB makes room for; its buffers are several times as large, so no more is asked for than a line needs."""
_GROUP = 16_384
"""Rows that are held until they are written."""
_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    # what it needs is in it; nothing is ever fetched
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "threads": "1",
    "memory_limit": "512MB",
}


def can_write() -> bool:
    """Whether DuckDB is installed."""
    try:
        import duckdb  # noqa: F401, PLC0415 - the extra may be missing
    except ImportError:
        return False
    return True


def write_parquet(stream: BinaryIO, columns: Sequence[Column], rows: Iterable[Row], lang: Lang, working: Path) -> int:
    """Write them; how many rows there were. The folder ``working`` holds them meanwhile. Raises :class:`OSError`."""
    import duckdb  # noqa: PLC0415 - the extra may be missing

    lines, made = working / "rows.jsonl", working / "rows.parquet"
    count, longest = _write_lines(lines, columns, rows, Cells(lang))
    try:
        with duckdb.connect(":memory:", config={**_CONFIG, "temp_directory": str(working)}) as database:
            _turn(database, lines, made, [(column.name(lang), _TYPES[column.sort]) for column in columns], max(longest, _LINE))
    except duckdb.Error as error:
        raise OSError(str(error)) from error
    with made.open("rb") as parquet:
        shutil.copyfileobj(parquet, stream)
    return count


def _write_lines(place: Path, columns: Sequence[Column], rows: Iterable[Row], cells: Cells) -> tuple[int, int]:
    """The values by their columns' numbers, so that no name can be misread; how many lines there are, and the bytes of the longest."""
    count = longest = 0
    with place.open("wb") as lines:
        for count, row in enumerate(rows, 1):  # noqa: B007 - counted to the last one
            values = {f"c{at}": _value(column, value, cells) for at, (column, value) in enumerate(zip(columns, row, strict=True))}
            longest = max(longest, lines.write((json.dumps(values, ensure_ascii=False) + "\n").encode(errors="backslashreplace")))
    return count, longest


def _turn(database: duckdb.DuckDBPyConnection, lines: Path, made: Path, columns: Sequence[tuple[str, str]], longest: int) -> None:
    types = ", ".join(f"c{at}: '{sort}'" for at, (_, sort) in enumerate(columns))
    names = ", ".join(f'c{at} AS "{name}"' for at, (name, _) in enumerate(columns))
    whence, where = (str(place).replace("'", "''") for place in (lines, made))
    database.execute(
        f"COPY (SELECT {names} FROM read_json('{whence}', format='newline_delimited', columns={{{types}}},"  # noqa: S608 - all quoted
        f" maximum_object_size={longest})) TO '{where}' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {_GROUP})"
    )


def _value(column: Column, value: Value, cells: Cells) -> Value:
    if value is None:
        return None
    if column.sort == "figure":
        return _decimal(str(value))
    if column.sort == "day":
        return _day(str(value))
    return cells.word(column, value)


def _decimal(figure: str) -> str | None:
    """The figure where the type can hold it exactly."""
    return figure if _DECIMAL.fullmatch(figure) else None


def _day(text: str) -> str | None:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return None
