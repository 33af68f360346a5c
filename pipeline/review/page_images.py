"""The pages of a record's file as pictures: fetched where its text was read from, held against its digest, drawn in a child process."""

from __future__ import annotations

import hashlib
import json
import multiprocessing
import threading
from collections import OrderedDict
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import Literal

from pipeline.batch.remote import Remote, fetched, is_address
from pipeline.review.drawing import DONE, UNKNOWN, Draw, Size, serve
from pipeline.sources.archive_members import read_member
from pipeline.sources.file_bytes import read_file
from pipeline.sources.inputs import named_input
from pipeline.workers.worker import without_main
from schemas.errors import JieduiError, Unreadable

Why = Literal["gone", "changed", "web", "unread", "broken", "no-page", "too-long", "died"]
"""Why there is no picture. ``web``: pages of the web are not fetched again; ``died``: the child did, of this page."""
WIDTHS = (800, 1200, 1600, 2400)
"""Pixels that a page may be wide: few, so that drawn pages are met again."""
_MEMORY = 1024**3
_SECONDS = 20.0
_PATIENCE = 3.0
_MOST_KEPT = 64 * 1024**2
"""Bytes of drawn pages that are kept."""
_LARGEST = 256 * 1024**2
"""Bytes that the child may answer."""
_WEB = ("http://", "https://")
_DRAWN = ("application/pdf", "image/")


class NoImage(Exception):  # noqa: N818 - nothing is wrong with the program: the text is shown instead
    """The page cannot be shown; ``told`` is a sentence of the reader, in Chinese, or empty."""

    def __init__(self, why: Why, told: str = "") -> None:
        """Why."""
        super().__init__(why)
        self.why: Why = why
        self.told = told


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A content and the addresses at which it was seen; what it is, as its record says."""

    content: str
    media_type: str
    addresses: tuple[str, ...]


def can_be_drawn(media_type: str | None) -> bool:
    """Whether files of a kind have pages to be looked at."""
    return media_type is not None and media_type.startswith(_DRAWN)


def width_of(asked: int) -> int:
    """The width that is drawn where so many pixels are asked for."""
    return next((width for width in WIDTHS if width >= asked), WIDTHS[-1])


class PageImages:
    """Draws pages, one at a time. May be used by several threads; close it."""

    def __init__(self, passwords: Sequence[str] = (), *, memory: int = _MEMORY, seconds: float = _SECONDS) -> None:
        """``memory`` in bytes and ``seconds`` bound what a page may cost."""
        self._passwords, self._memory, self._seconds = tuple(passwords), memory, seconds
        self._lock = threading.Lock()
        self._child: _Child | None = None
        self._kept: OrderedDict[tuple[str, int, int], bytes] = OrderedDict()

    def warm(self) -> None:
        """Start the child now, so that the first page does not wait for it."""
        with self._lock:
            self._child = self._child or _Child(self._memory)

    def close(self) -> None:
        """End the child."""
        with self._lock:
            if self._child is not None:
                self._child.end()
            self._child = None

    @property
    def child_id(self) -> int | None:
        """The process that draws; None where there is none now."""
        return None if self._child is None else self._child.id

    def sizes(self, file: SourceFile) -> list[Size | None]:
        """The width and height of each page in points; None for one that is broken. Raises :class:`NoImage`."""
        found: list[Size | None] = json.loads(self._drawn(file, 0, 0))
        return [None if size is None else (size[0], size[1]) for size in found]

    def page(self, file: SourceFile, page: int, width: int) -> bytes:
        """The PNG of a page, counted from 1, ``width`` pixels wide at most. Raises :class:`NoImage`."""
        if page < 1:
            raise NoImage("no-page")
        return self._drawn(file, page, width_of(width))

    def _drawn(self, file: SourceFile, page: int, width: int) -> bytes:
        key = (file.content, page, width)
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
            if not can_be_drawn(file.media_type):
                raise NoImage("no-page")
            drawn = self._ask(file, Draw(file.content, file.media_type, page, width, passwords=self._passwords))
            self._kept[key] = drawn
            while sum(map(len, self._kept.values())) > _MOST_KEPT:
                self._kept.popitem(last=False)
            return drawn

    def _ask(self, file: SourceFile, wanted: Draw) -> bytes:
        answer = self._answer(wanted)
        if answer == UNKNOWN:
            answer = self._answer(replace(wanted, data=bytes_of(file, self._passwords)))
        if not answer.startswith(DONE):
            raise NoImage("broken", answer[1:].decode("utf-8", "replace"))
        return answer[1:]

    def _answer(self, wanted: Draw) -> bytes:
        """What the child says; one that says nothing in time, or is dead, is replaced."""
        self._child = child = self._child or _Child(self._memory)
        try:
            answer = child.answer(wanted, self._seconds)
        except EOFError as error:
            child.end()
            self._child = None
            raise NoImage("died") from error
        if answer is None:
            child.end()
            self._child = None
            raise NoImage("too-long")
        return answer


class _Child:
    """The process that draws."""

    def __init__(self, memory: int) -> None:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        self._connection: Connection = ours
        self._process: SpawnProcess = context.Process(target=serve, args=(theirs, memory), daemon=True, name="jiedui-drawing")
        with without_main():
            self._process.start()
        theirs.close()

    @property
    def id(self) -> int | None:
        return self._process.pid

    def answer(self, wanted: Draw, seconds: float) -> bytes | None:
        """None where it takes too long. Raises EOFError where the child is dead."""
        try:
            self._connection.send(wanted)
            return self._connection.recv_bytes(_LARGEST) if self._connection.poll(seconds) else None
        except OSError as error:
            raise EOFError from error

    def end(self) -> None:
        self._connection.close()
        self._process.kill()
        self._process.join(_PATIENCE)


def bytes_of(file: SourceFile, passwords: Sequence[str] = ()) -> bytes:
    """The file's bytes, from the first of its addresses that still holds them. Raises :class:`NoImage`."""
    is_changed, told = False, ""
    for address in file.addresses:
        try:
            data = _bytes_at(address, passwords)
        except (Unreadable, JieduiError) as trouble:
            told = told or str(trouble)
            continue
        if data is None:
            continue
        if hashlib.sha256(data).hexdigest() == file.content:
            return data
        is_changed = True
    if is_changed:
        raise NoImage("changed")
    if file.addresses and all(address.startswith(_WEB) for address in file.addresses):
        raise NoImage("web")
    raise NoImage("gone", told)


def _bytes_at(address: str, passwords: Sequence[str]) -> bytes | None:
    """None where nothing is fetched from such an address. Raises :class:`Unreadable` and :class:`JieduiError`."""
    if address.startswith(_WEB):
        return None
    if is_address(address):
        with fetched(Remote(address, None, None)) as copy:
            return read_file(copy)
    source = named_input(Path(address))
    if source.path is None:
        return None
    with suppress(ValueError):
        return read_file(source.path) if source.member is None else read_member(source.path, source.member.place, passwords)
    return None
