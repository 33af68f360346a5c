"""Take a file's bytes without hanging on a pipe and without swallowing a disk."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import BinaryIO

from extractors.readers.limits import MAX_BYTES
from pipeline.messages import messages
from schemas.errors import Unreadable
from schemas.source import Reason


def read_file(path: Path, limit: int = MAX_BYTES) -> bytes:
    """The bytes of a regular file. Raises :class:`Unreadable` for everything else, and for more than ``limit`` bytes.

    A file that changes while it is read is ``damaged``: half of it would be a paper without its end.
    """
    try:
        # without O_NONBLOCK, opening a pipe waits until somebody writes
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except (OSError, ValueError) as error:
        raise _unreadable(_reason(error)) from error
    before = os.fstat(handle)
    if not stat.S_ISREG(before.st_mode):
        os.close(handle)
        raise _unreadable("not-a-file")
    with os.fdopen(handle, "rb") as stream:
        data = read_stream(stream, limit)
        after = os.fstat(handle)
    if (after.st_size, after.st_mtime_ns) != (before.st_size, before.st_mtime_ns):
        raise Unreadable("damaged", "文件在读取时还在被改写，请等它写完后再读。")
    return data


def read_stream(stream: BinaryIO, limit: int = MAX_BYTES) -> bytes:
    """All that a stream gives, at most ``limit`` bytes. Raises :class:`Unreadable` (too-large) for more, and damaged if reading fails."""
    try:
        data = stream.read(limit + 1)
    except OSError as error:
        raise _unreadable("damaged") from error
    if len(data) > limit:
        raise _unreadable("too-large")
    return data


def _reason(error: OSError | ValueError) -> Reason:
    if isinstance(error, OSError) and error.errno in {errno.EACCES, errno.EPERM}:
        # Windows gives no permission for a folder
        return "no-permission"
    return "not-a-file"


def _unreadable(reason: Reason) -> Unreadable:
    return Unreadable(reason, messages("zh").reasons[reason])
