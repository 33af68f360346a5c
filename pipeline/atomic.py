"""Write a file whole or not at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO


@contextlib.contextmanager
def replacing(target: Path) -> Iterator[BinaryIO]:
    """A stream that becomes ``target`` when the block ends without an error; until then, and after one, ``target`` is as it was.

    Folders on the way are made. Raises :class:`OSError`.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".jiedui-", suffix=".tmp", dir=target.parent)
    waiting = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        waiting.chmod(0o666 & ~_umask())
        waiting.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            waiting.unlink()
        raise


def _umask() -> int:
    """The process's mask; the system tells it only by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
