"""The passwords that a person gives for encrypted files: on the command line, and in a file with one on each line."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from extractors.readers.charset import decode
from pipeline.sources.file_bytes import read_file
from schemas.errors import JieduiError, Unreadable

_MOST_BYTES = 1024 * 1024


def all_passwords(given: Sequence[str], file: Path | None) -> tuple[str, ...]:
    """All of them, each once, in order. Raises :class:`JieduiError` where the file cannot be read."""
    return tuple(dict.fromkeys((*given, *(_lines(file) if file is not None else ()))))


def _lines(file: Path) -> list[str]:
    """The lines of a file in any encoding; blanks at a line's ends belong to the password."""
    try:
        data = read_file(file, _MOST_BYTES)
        return [line for line in decode(data).text.splitlines() if line] if data else []
    except Unreadable as trouble:
        raise JieduiError(f"读不了密码文件 {file}：{trouble.message}") from trouble
