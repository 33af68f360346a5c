"""Walk a folder for documents, in sorted order, and say what is passed over and why."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath, PurePosixPath

from pipeline.messages import Skip

_TEXTS = (".txt", ".text", ".html", ".htm", ".shtml", ".xhtml", ".mht", ".mhtml", ".xml", ".rss", ".atom")
_OFFICE = (".docx", ".docm", ".dotx", ".doc", ".wps", ".rtf", ".odt", ".pdf")
ARCHIVE = ".zip"
_PICTURES = (".png", ".jpg", ".jpeg", ".tif", ".tiff")
DOCUMENTS = frozenset((*_TEXTS, *_OFFICE, *_PICTURES, ARCHIVE))
UNFINISHED = (".tmp", ".part", ".partial", ".crdownload", ".download", "~")


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of the folder; ``below`` are the folders between the given one and the file."""

    path: Path
    below: PurePosixPath


@dataclass(frozen=True, slots=True)
class Passed:
    """An entry of a folder or an archive that is not read, and why."""

    path: PurePath
    why: Skip


def walk(folder: Path, suffixes: frozenset[str] = DOCUMENTS, leave_out: Path | None = None) -> Iterator[Entry | Passed]:
    """The documents below ``folder``: files with one of the ``suffixes`` (in any case), names in code-point order.

    Links are followed to files inside the folder only, never to folders. ``leave_out`` is a folder that is not entered.
    """
    root = Path(os.path.realpath(folder))
    shut = Path(os.path.realpath(leave_out)) if leave_out is not None else None
    waiting: list[tuple[Path, PurePosixPath]] = [(folder, PurePosixPath())]
    while waiting:
        here, below = waiting.pop()
        if here != folder and not _is_folder(here):
            yield _judge(here, below, root, suffixes)
            continue
        if here != folder:
            if refused := _refused_folder(here):
                yield refused
                continue
            if Path(os.path.realpath(here)) == shut:
                continue
            below = below / here.name
        try:
            inside = sorted(here.iterdir(), key=lambda path: path.name, reverse=True)
        except OSError:
            yield Passed(here, "no-permission")
            continue
        waiting.extend((path, below) for path in inside)


def _is_folder(path: Path) -> bool:
    try:
        return stat.S_ISDIR(path.lstat().st_mode)
    except OSError:
        return False


def _refused_folder(path: Path) -> Passed | None:
    if path.name.startswith("."):
        return Passed(path, "hidden")
    if path.suffix.lower() in DOCUMENTS:
        return Passed(path, "document-folder")
    return None


def _judge(path: Path, below: PurePosixPath, root: Path, suffixes: frozenset[str]) -> Entry | Passed:
    """Whether a file of the folder is read. What it is comes before what it is called."""
    name = path.name
    if name.startswith("."):
        return Passed(path, "hidden")
    if path.is_symlink():
        if path.is_dir():
            return Passed(path, "link-folder")
        if not path.exists() or not Path(os.path.realpath(path)).is_relative_to(root):
            return Passed(path, "link")
    if not path.is_file():
        return Passed(path, "special")
    if name.startswith("~$") or name.endswith(UNFINISHED):
        return Passed(path, "temporary")
    if path.suffix.lower() not in suffixes:
        return Passed(path, "other-format")
    return Entry(path, below)
