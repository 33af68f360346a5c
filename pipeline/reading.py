"""From an input to its record: the one place where the pipeline calls the extractors."""

from __future__ import annotations

import hashlib
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from pipeline.recognition import page_reader
from pipeline.sources.file_bytes import read_file, read_stream
from pipeline.sources.inputs import Input
from schemas.errors import Unreadable
from schemas.record import Record
from schemas.source import Outcome, Source
from schemas.version import VERSION

if TYPE_CHECKING:
    from extractors.scans.page_reader import PageReader


class ReadBytes(Protocol):
    """What :func:`extractors.read_bytes` promises: a record for any bytes, never an exception for unreadable ones."""

    def __call__(
        self, data: bytes, *, name: str | None = None, names: bool = True, password: str | None = None, ocr: PageReader | None = None
    ) -> Record:
        """Read one file's bytes."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads inputs one after another. ``names`` False leaves the name model out; ``password`` opens encrypted files."""

    names: bool = True
    password: str | None = None

    def read(self, source: Input) -> Record:
        """The record of one input, also where there is nothing to read."""
        try:
            data = read_stream(sys.stdin.buffer) if source.path is None else read_file(source.path)
        except Unreadable as trouble:
            return _unread(source, trouble)
        return load_read_bytes()(data, name=source.name, names=self.names, password=self.password, ocr=page_reader())


def load_read_bytes() -> ReadBytes:
    """The extractors' entry, imported when the first file is read: importing it takes a noticeable part of a short run."""
    from extractors import read_bytes  # noqa: PLC0415 - see above

    return read_bytes


def _unread(source: Input, trouble: Unreadable) -> Record:
    """The record of a file whose bytes could not be had; its ``id`` is the digest of no bytes."""
    return Record(
        source=Source(id="sha256:" + hashlib.sha256(b"").hexdigest(), name=source.name, extractor_version=VERSION),
        outcome=Outcome(status="unreadable", reason=trouble.reason, message=trouble.message),
        text="",
    )
