"""Turn what a person wrote on the command line into a list of inputs."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from pipeline.sources.archive_members import MARK, Member, is_archive, members
from pipeline.sources.folder import ARCHIVE, DOCUMENTS, Passed, walk
from schemas.errors import Unreadable

STANDARD_INPUT = "-"
_HERE = PurePosixPath()
_DEEPEST, _LONGEST = 12, 400
"""Folders, and bytes of their names, that a member may bring; an archive can name thousands, a file system takes 4,096 bytes."""


@dataclass(frozen=True, slots=True)
class Input:
    """One file to read (``path`` None for the standard input); ``below`` are the folders under the folder that was given.

    ``member`` is what is read of an archive, of which ``path`` is the file. ``address`` is where the file was fetched from, if ``path``
    is only a copy.
    """

    path: Path | None
    below: PurePosixPath = _HERE
    member: Member | None = None
    address: str | None = None

    @property
    def name(self) -> str | None:
        """The file's own name in Unicode, ``archive.zip!/path`` for a member. None for the standard input."""
        if self.address is not None:
            return self._with_member(self.address.rpartition("/")[2] or self.address)
        return None if self.path is None else self._with_member(told(self.path.name or str(self.path)))

    @property
    def shown(self) -> str | None:
        """The path as it was given, for messages. None for the standard input."""
        if self.address is not None:
            return self._with_member(self.address)
        return None if self.path is None else self._with_member(told(self.path))

    @property
    def file_name(self) -> str | None:
        """The last part of the name: a member's own."""
        return self.name if self.member is None else PurePosixPath(self.member.name).name

    @property
    def key(self) -> str:
        """What no other input has: an archive may hold two files of one name."""
        return f"{self.shown}\0{self.member.place}" if self.member is not None else self.shown or ""

    def _with_member(self, name: str) -> str:
        return name if self.member is None else f"{name}{MARK}{self.member.name}"


@dataclass(frozen=True, slots=True)
class Gathered:
    """The inputs in the order in which they were given, each once, and what was passed over in folders."""

    inputs: tuple[Input, ...]
    passed: tuple[Passed, ...]


def gather(paths: Sequence[str], suffixes: frozenset[str] = DOCUMENTS, leave_out: Path | None = None) -> Gathered:
    """Files as they are, folders walked, archives opened, ``-`` for the standard input."""
    inputs: dict[Input, None] = {}
    passed: list[Passed] = []
    for given in paths:
        if given == STANDARD_INPUT:
            inputs[Input(None)] = None
            continue
        path = Path(given)
        for entry in _found(path, suffixes, leave_out) if path.is_dir() else _named(path, given):
            if isinstance(entry, Passed):
                passed.append(entry)
            else:
                inputs[entry] = None
    return Gathered(tuple(inputs), tuple(passed))


def named_input(path: Path) -> Input:
    """The one input that a path means: a file, or a member of an archive where it says ``archive.zip!/path``."""
    archive, mark, name = str(path).partition(MARK)
    if mark and not path.exists() and is_archive(Path(archive)):
        for entry in _members(Path(archive), _HERE, is_named=True):
            if isinstance(entry, Input) and entry.member is not None and entry.member.name == name:
                return entry
    return Input(path)


def _named(path: Path, given: str) -> Iterator[Input | Passed]:
    """What somebody means who names a file: it is read whatever it is called, and of an archive the documents."""
    if MARK in given and not path.exists():
        yield named_input(path)
    elif is_archive(path):
        yield from _members(path, _HERE)
    else:
        yield Input(path)


def _found(folder: Path, suffixes: frozenset[str], leave_out: Path | None) -> Iterator[Input | Passed]:
    """The documents in a folder, and those in its archives."""
    for entry in walk(folder, suffixes, leave_out):
        if isinstance(entry, Passed):
            yield entry
        elif entry.path.suffix.lower() == ARCHIVE and is_archive(entry.path):
            yield from _members(entry.path, entry.below)
        else:
            yield Input(entry.path, entry.below)


def _members(path: Path, below: PurePosixPath, *, is_named: bool = False) -> Iterator[Input | Passed]:
    """The documents in an archive; the archive itself, to say why, where there are none or it is not to be opened."""
    try:
        listed = members(path)
    except Unreadable:
        listed = ()
    is_any = False
    for member in listed:
        source = Input(path, below / path.name / _folders(member), member)
        if member.why is not None and not is_named:
            yield Passed(PurePosixPath(source.shown or member.name), member.why)
            continue
        is_any = True
        yield source
    if not is_any:
        yield Input(path, below)


def _folders(member: Member) -> PurePosixPath:
    """The folders of a member; those of a name too deep for a file system as one."""
    folders = PurePosixPath(member.name.replace(MARK, "/")).parent
    if len(folders.parts) <= _DEEPEST and len(str(folders).encode()) <= _LONGEST:
        return folders
    return PurePosixPath(hashlib.sha256(str(folders).encode("utf-8", "surrogatepass")).hexdigest()[:16])


def told(path: str | Path) -> str:
    """A path in Unicode; bytes that are no UTF-8 are spelt out."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def is_single(paths: Sequence[str], inputs: Sequence[Input]) -> bool:
    """Whether the command line names exactly one file, so that one record is the whole answer."""
    if len(paths) != 1 or len(inputs) != 1 or Path(paths[0]).is_dir():
        return False
    return inputs[0].member is None or MARK in paths[0]
