"""Turn what a person wrote on the command line into a list of inputs."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from pipeline.sources.folder import DOCUMENTS, Passed, walk

STANDARD_INPUT = "-"
_HERE = PurePosixPath()


@dataclass(frozen=True, slots=True)
class Input:
    """One file to read (``path`` None for the standard input); ``below`` are the folders under the folder that was given."""

    path: Path | None
    below: PurePosixPath = _HERE

    @property
    def name(self) -> str | None:
        """The file's own name in Unicode; bytes that are no UTF-8 are spelt out. None for the standard input."""
        if self.path is None:
            return None
        return os.fsencode(self.path.name or str(self.path)).decode("utf-8", "backslashreplace")

    @property
    def shown(self) -> str | None:
        """The path as it was given, for messages. None for the standard input."""
        return None if self.path is None else os.fsencode(self.path).decode("utf-8", "backslashreplace")


@dataclass(frozen=True, slots=True)
class Gathered:
    """The inputs in the order in which they were given, each once, and what was passed over in folders."""

    inputs: tuple[Input, ...]
    passed: tuple[Passed, ...]


def gather(paths: Sequence[str], suffixes: frozenset[str] = DOCUMENTS, leave_out: Path | None = None) -> Gathered:
    """Files as they are, folders walked, ``-`` for the standard input."""
    inputs: dict[Input, None] = {}
    passed: list[Passed] = []
    for given in paths:
        if given == STANDARD_INPUT:
            inputs[Input(None)] = None
            continue
        path = Path(given)
        if not path.is_dir():
            inputs[Input(path)] = None
            continue
        for entry in walk(path, suffixes, leave_out):
            if isinstance(entry, Passed):
                passed.append(entry)
            else:
                inputs[Input(entry.path, entry.below)] = None
    return Gathered(tuple(inputs), tuple(passed))


def is_single(paths: Sequence[str]) -> bool:
    """Whether the command line names exactly one file, so that one record is the whole answer."""
    return len(paths) == 1 and (paths[0] == STANDARD_INPUT or not Path(paths[0]).is_dir())
