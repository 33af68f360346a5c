"""From an input to its record: the one place where the pipeline calls the extractors."""

from __future__ import annotations

import hashlib
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from extractors.readers.converter import Converter
from extractors.readers.page_watch import UNWATCHED, PageWatch
from extractors.text.addresses import web_address
from pipeline.answers import Answer, Form
from pipeline.programs.office import OfficePrograms
from pipeline.recognition import page_reader
from pipeline.sources.archive_members import check_archive, read_member
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

    def __call__(  # noqa: PLR0913 - as the extractors have it
        self,
        data: bytes,
        *,
        name: str | None = None,
        names: bool = True,
        passwords: Sequence[str] = (),
        converter: Converter | None = None,
        ocr: PageReader | None = None,
        watch: PageWatch = UNWATCHED,
        address: str | None = None,
    ) -> Record:
        """Read one file's bytes."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads inputs one after another, in this process.

    ``names`` False leaves the name model out; ``passwords`` are tried on encrypted files, in order;
    ``threads`` recognise writing in pictures.
    """

    names: bool = True
    passwords: tuple[str, ...] = ()
    threads: int = 2

    def read(self, source: Input, data: bytes | None = None, watch: PageWatch = UNWATCHED) -> Record:
        """The record of one input, also where there is nothing to read; ``data`` are its bytes where somebody has them."""
        try:
            data = bytes_of(source, self.passwords) if data is None else data
        except Unreadable as trouble:
            return unread(source, Outcome(status="unreadable", reason=trouble.reason, message=trouble.message))
        programs = OfficePrograms.of_this_machine()
        return load_read_bytes()(
            data,
            name=source.name,
            names=self.names,
            passwords=self.passwords,
            converter=programs,
            ocr=page_reader(threads=self.threads),
            watch=watch,
            address=web_address(source.address),
        )

    def read_all(self, sources: Iterable[Input], form: Form = "line") -> Iterator[tuple[Input, Answer]]:
        """As :class:`pipeline.answers.ReadsAll`."""
        for source in sources:
            began = time.monotonic()
            answer = Answer.of(self.read(source), form)
            yield source, replace(answer, seconds=time.monotonic() - began)


def bytes_of(source: Input, passwords: Sequence[str] = ()) -> bytes:
    """All that an input holds. Raises :class:`Unreadable`, also for an archive in which there is nothing to read."""
    if source.path is None:
        return read_stream(sys.stdin.buffer)
    data = read_file(source.path) if source.member is None else read_member(source.path, source.member.place, passwords)
    check_archive(data)
    return data


def load_read_bytes() -> ReadBytes:
    """The extractors' entry, imported when the first file is read: importing it takes a noticeable part of a short run."""
    from extractors import read_bytes  # noqa: PLC0415 - see above

    return read_bytes


def unread(source: Input, outcome: Outcome, digest: str | None = None) -> Record:
    """The record of a file that was not read; without a ``digest`` its ``id`` is that of no bytes."""
    return Record(
        source=Source(id="sha256:" + (digest or hashlib.sha256(b"").hexdigest()), name=source.name, extractor_version=VERSION),
        outcome=outcome,
        text="",
    )
