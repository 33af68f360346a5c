"""A child process: reads one file after another, says which page it is at, and hands each record back as JSON."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection

from pipeline.answers import Answer
from pipeline.reading import Reader, bytes_of, load_read_bytes, unread
from pipeline.workers.job import ANSWER, DIGEST, PAGE, READY, Job, pack
from pipeline.workers.restraint import restrain
from schemas.errors import Unreadable
from schemas.record import Record
from schemas.source import Outcome


def serve(connection: Connection, reader: Reader, memory: int) -> None:
    """Read what is asked for until nobody asks any more."""
    restrain(memory)
    load_read_bytes()
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        connection.send_bytes(READY)
        while True:
            job: Job = connection.recv()
            connection.send_bytes(ANSWER + _answered(job, reader, connection))


def _answered(job: Job, reader: Reader, connection: Connection) -> bytes:
    try:
        return pack(Answer.of(_read(job, reader, connection), job.form))
    except MemoryError:
        # reading was within the limit, writing the record down was not
        outcome = Outcome(status="unreadable", reason="too-large", message="写出这个文件的记录需要的内存太多，请拆分成几个文件后再试。")
        return pack(Answer.of(unread(job.source, outcome), job.form))


def _read(job: Job, reader: Reader, connection: Connection) -> Record:
    try:
        data = bytes_of(job.source, reader.passwords) if job.data is None else job.data
    except Unreadable as trouble:
        return unread(job.source, Outcome(status="unreadable", reason=trouble.reason, message=trouble.message))
    connection.send_bytes(DIGEST + hashlib.sha256(data).hexdigest().encode())
    return reader.read(job.source, data, _Watch(connection, job.left_out))


@dataclass(frozen=True, slots=True)
class _Watch:
    """Tells the parent of every page, so that it knows which one a child dies of."""

    connection: Connection
    left_out: Mapping[int, str]

    def begin(self, number: int) -> str | None:
        """As :meth:`extractors.readers.page_watch.PageWatch.begin`."""
        self.connection.send_bytes(PAGE + str(number).encode())
        return self.left_out.get(number)

    def end(self) -> None:
        """As :meth:`extractors.readers.page_watch.PageWatch.end`."""
        self.connection.send_bytes(PAGE)
