"""Write what a store holds into a file: the work behind ``jiedui export``."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import BinaryIO, Literal, get_args

import sqlalchemy as sa

from pipeline.atomic import replacing
from pipeline.exit_codes import NOT_ALL, OK, USAGE
from pipeline.export.columns import COLUMNS, Rows
from pipeline.export.csv_file import write_csv
from pipeline.export.jsonl_file import as_objects, write_jsonl
from pipeline.export.parquet_file import can_write, write_parquet
from pipeline.export.rows import rows_for, whole_documents
from pipeline.export.words import words
from pipeline.export.xlsx_file import write_xlsx
from pipeline.messages import Lang, messages
from pipeline.printable import one_line
from pipeline.query.asked import CannotAsk, Options, asked
from pipeline.query.command import opened
from pipeline.store.asking import Asking
from pipeline.store.opening import looking_at
from pipeline.terminal import Teller
from schemas.errors import JieduiError

Format = Literal["jsonl", "csv", "xlsx", "parquet"]


@dataclass(frozen=True, slots=True)
class Request:
    """What a person wants written; ``form`` None is what the file's name says."""

    store: str
    options: Options
    out: Path
    rows: Rows = "documents"
    form: Format | None = None
    lang: Lang = "zh"
    limit: int | None = None


def run(request: Request) -> int:
    """Write it; the exit code. Raises :class:`JieduiError`."""
    said, name = words(request.lang), one_line(str(request.out))
    try:
        wanted, form = asked(request.options, request.lang), _form(request)
    except CannotAsk as error:
        Teller().say(messages(request.lang).usage.format(why=error))
        return USAGE
    if form == "parquet" and not can_write():
        raise JieduiError(said.no_parquet)
    try:
        count = _written(wanted, form, request)
    except OSError as error:
        Teller().say(messages(request.lang).cannot_write.format(name=name, why=error.strerror or one_line(str(error))))
        return NOT_ALL
    told = said.written.format(rows=said.rows[request.rows], count=f"{count:,}", name=name) if count else said.none.format(name=name)
    cut = said.at_most.format(limit=request.limit) if count and count == request.limit else ""
    Teller().say(told + cut + ("。" if request.lang == "zh" else "."))
    return OK


def _written(wanted: Asking, form: Format, request: Request) -> int:
    """Write the file, whole or not at all; how many rows there are."""
    with opened(request.store, request.lang) as engine:
        if _is_of_store(request.out, engine):
            raise JieduiError(words(request.lang).is_store.format(name=one_line(str(request.out))))
        with looking_at(engine) as connection, replacing(request.out) as stream:
            return _write(stream, connection, wanted, form, request)


def _write(stream: BinaryIO, connection: sa.Connection, wanted: Asking, form: Format, request: Request) -> int:
    """Write the rows; how many there were."""
    columns, limit = COLUMNS[request.rows], request.limit
    if form == "jsonl" and request.rows == "documents":
        return write_jsonl(stream, islice(whole_documents(connection, wanted), limit))
    rows = islice(rows_for(connection, request.rows, wanted), limit)
    if form == "jsonl":
        return write_jsonl(stream, as_objects(columns, rows))
    if form == "csv":
        return write_csv(stream, columns, rows, request.lang)
    with tempfile.TemporaryDirectory(prefix=".jiedui-", dir=request.out.parent) as folder:
        if form == "parquet":
            return write_parquet(stream, columns, rows, request.lang, Path(folder))
        return write_xlsx(stream, columns, rows, request.lang, words(request.lang).rows[request.rows], working=Path(folder))


def _form(request: Request) -> Format:
    """What to write. Raises :class:`CannotAsk` where nothing says it, or where there is a folder."""
    said, name = words(request.lang), one_line(str(request.out))
    if request.out.is_dir():
        raise CannotAsk(said.is_folder.format(name=name))
    if request.form is not None:
        return request.form
    forms: tuple[Format, ...] = get_args(Format)
    for form in forms:
        if request.out.suffix.lower() == f".{form}":
            return form
    raise CannotAsk(said.no_format.format(name=name))


def _is_of_store(out: Path, engine: sa.Engine) -> bool:
    """Whether a file is the store, or one of those that SQLite keeps beside it."""
    database = engine.url.database
    if engine.dialect.name != "sqlite" or database is None:
        return False
    return out.resolve() in {Path(f"{Path(database).resolve()}{suffix}") for suffix in ("", "-wal", "-shm", "-journal")}
