"""Find a TOML file, ``jiedui.toml`` if no other is named, and read it as a whole.

Whatever is wrong with the file is one line that names the file, the key and what may have been meant.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pipeline.config.keys import known
from pipeline.config.misuse import Misuse

FILE_NAME = "jiedui.toml"
SECTIONS = ("check", "serve", "inbox")
"""Each is some command's; the others only see to it that nothing else stands there."""


def find_config(start: Path, name: str = FILE_NAME) -> Path | None:
    """The file of a folder or of the nearest folder above it."""
    return next((folder / name for folder in (start, *start.parents) if (folder / name).is_file()), None)


def read_config(path: Path, sections: tuple[str, ...] = SECTIONS) -> Mapping[str, Any]:
    """Its sections, those that may stand there. Raises :class:`Misuse`."""
    try:
        top = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise Misuse("cannot_read", name=path, why=error.strerror) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Misuse("bad_config", name=path, why=str(error)) from error
    with in_file(path):
        known(top, sections, "")
    return top


@contextmanager
def in_file(path: Path) -> Iterator[None]:
    """A misuse in here is one of this file."""
    try:
        yield
    except Misuse as error:
        raise Misuse("in_config", name=path, error=error) from error
