"""Read records back from the files that ``jiedui extract`` wrote."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from pipeline.sources.file_bytes import read_file
from pipeline.sources.inputs import Input
from schemas.record import Record

SUFFIXES = frozenset({".json", ".jsonl"})
_LARGEST = 1024 * 1024 * 1024
"""Bytes of a file of records; one of many records is larger than any document."""


class NotARecord(ValueError):  # noqa: N818 - it names what the file is not
    """The file is no record, or one of another schema version."""


def load_records(path: Path) -> Iterator[Record]:
    """The record of a .json file, or the records of a .jsonl file. Raises :class:`NotARecord` or :class:`schemas.errors.Unreadable`."""
    data = read_file(path, _LARGEST)
    pieces = data.splitlines() if path.suffix.lower() == ".jsonl" else [data]
    for piece in pieces:
        if piece.strip():
            try:
                yield Record.model_validate_json(piece)
            except ValidationError as error:
                raise NotARecord(str(path)) from error


def is_of_records(source: Input) -> bool:
    """Whether an input is, by its name, a file of records."""
    return source.path is not None and source.path.suffix.lower() in SUFFIXES
