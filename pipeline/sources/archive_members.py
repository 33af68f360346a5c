"""What is in an archive, and the bytes of what is in it."""

from __future__ import annotations

import os
import stat
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath

from extractors.readers.sniff import sniff
from pipeline.messages import Skip
from pipeline.sources.archive import MOST_MEMBERS, MOST_UNPACKED, open_archive, unpack
from pipeline.sources.archive_names import told_name
from pipeline.sources.file_bytes import read_file
from pipeline.sources.folder import ARCHIVE, DOCUMENTS, UNFINISHED
from schemas.errors import Unreadable

MARK = "!/"
"""Between an archive and the name of its member: ``archive.zip!/folder/paper.txt``."""
_MAC_REFUSE = "__MACOSX"
_ZIP = b"PK"


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive. ``place`` are the numbers of its entries, from the outermost archive inwards; ``why`` it is passed over."""

    name: str
    place: tuple[int, ...]
    why: Skip | None = None


def is_archive(path: Path) -> bool:
    """Whether a file is a .zip and no office file; told by its content."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as stream:
            if stream.read(len(_ZIP)) != _ZIP:
                return False
        return sniff(read_file(path)) == "zip"
    except (OSError, ValueError, Unreadable):
        return False


def members(path: Path) -> tuple[Member, ...]:
    """What the archive holds, sorted by name; archives in it are opened once. Raises :class:`Unreadable` where it is not to be opened."""
    outer = open_archive(read_file(path))
    found: list[Member] = []
    room = _Room()
    for member in _listed(outer, room):
        inner = _inner(outer, member, room) if member.why is None and member.name.lower().endswith(ARCHIVE) else None
        found += [member] if inner is None else inner
    return tuple(sorted(found, key=lambda member: (member.name.split("/"), member.place)))


def read_member(path: Path, place: tuple[int, ...], passwords: Sequence[str]) -> bytes:
    """The bytes of a member. Raises :class:`Unreadable`."""
    name, stamp = os.fspath(path), _stamp(path)
    archive = _opened(name, stamp) if len(place) == 1 else _opened_inside(name, stamp, place[:-1], tuple(passwords))
    return unpack(archive, place[-1], passwords)


def check_archive(data: bytes) -> None:
    """Say why an archive that stands for itself was not opened; for other bytes do nothing."""
    if not data.startswith(_ZIP) or sniff(data) != "zip":
        return
    if not any(member.why is None for member in _listed(open_archive(data), _Room())):
        raise Unreadable("empty", "压缩包里没有可读的文书，请确认是正确的文件。")


def _stamp(path: Path) -> tuple[int, int]:
    """What changes with the file."""
    try:
        facts = path.stat()
    except (OSError, ValueError):
        return (0, 0)
    return (facts.st_mtime_ns, facts.st_size)


@lru_cache(maxsize=1)
def _opened(path: str, stamp: tuple[int, int]) -> zipfile.ZipFile:
    """The archive that was read last: its members are asked for one after another."""
    del stamp
    return open_archive(read_file(Path(path)))


@lru_cache(maxsize=1)
def _opened_inside(path: str, stamp: tuple[int, int], place: tuple[int, ...], passwords: tuple[str, ...]) -> zipfile.ZipFile:
    archive = _opened(path, stamp)
    for at in place:
        archive = open_archive(unpack(archive, at, passwords))
    return archive


@dataclass(slots=True)
class _Room:
    """What may still be unpacked of an archive and of the archives in it."""

    members: int = MOST_MEMBERS
    size: int = MOST_UNPACKED

    def take(self, archive: zipfile.ZipFile) -> bool:
        """Whether there is room for all of an archive."""
        self.members -= len(archive.infolist())
        self.size -= sum(info.file_size for info in archive.infolist())
        return self.members >= 0 and self.size >= 0


def _inner(outer: zipfile.ZipFile, member: Member, room: _Room) -> list[Member] | None:
    """What an archive in an archive holds; None where it is an input like any other: no archive, damaged, encrypted, too large."""
    try:
        data = unpack(outer, member.place[0])
        if sniff(data) != "zip":
            return None
        listed = list(_listed(open_archive(data), room))
    except Unreadable:
        return None
    if not any(each.why is None for each in listed):
        return None
    return [
        Member(
            f"{member.name}{MARK}{each.name}",
            (*member.place, *each.place),
            "nested-archive" if each.why is None and each.name.lower().endswith(ARCHIVE) else each.why,
        )
        for each in listed
    ]


def _listed(archive: zipfile.ZipFile, room: _Room) -> Iterator[Member]:
    if not room.take(archive):
        raise Unreadable("too-large", "压缩包连同其中的压缩包太大，请解压后分几次读取。")
    for at, info in enumerate(archive.infolist()):
        name = told_name(info)
        # ZipInfo.is_dir fails on an entry without a name
        if not info.filename.endswith("/"):
            yield Member(name, (at,), _skip(PurePosixPath(name), info.external_attr >> 16))


def _skip(name: PurePosixPath, mode: int) -> Skip | None:
    """Why a member is passed over: for the same reasons as a file in a folder."""
    if any(part.startswith(".") for part in name.parts) or name.parts[0] == _MAC_REFUSE:
        return "hidden"
    if stat.S_IFMT(mode) == stat.S_IFLNK:
        return "link"
    if name.name.startswith("~$") or name.name.endswith(UNFINISHED):
        return "temporary"
    return None if name.suffix.lower() in DOCUMENTS else "other-format"
