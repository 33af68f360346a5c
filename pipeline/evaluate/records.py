"""Find the record of an annotated document among those that were written before."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from pipeline.evaluate.gold import Gold, GoldFile
from pipeline.records import NotARecord, load_records
from schemas.errors import Unreadable
from schemas.record import Record

_SUFFIX = ".json"


class NoRecord(LookupError):  # noqa: N818 - it names what is not there
    """There is no record called ``wanted``; or what was ``found`` under a name that would do is none."""

    def __init__(self, wanted: str, found: str | None = None) -> None:
        """Keep the names for the message."""
        super().__init__(wanted)
        self.wanted, self.found = wanted, found


def record_of_file(folder: Path, file: GoldFile, gold: Gold) -> Record:
    """The record that ``jiedui extract --out folder`` wrote for the document. Raises :class:`NoRecord`."""
    names = list(dict.fromkeys(_names(file, gold)))
    found = next((folder / name for name in names if (folder / name).is_file()), None)
    if found is None:
        raise NoRecord(names[0])
    try:
        return next(load_records(found))
    except (NotARecord, Unreadable, StopIteration) as error:
        raise NoRecord(names[0], str(found)) from error


def _names(file: GoldFile, gold: Gold) -> Iterator[str]:
    """``sub/NAME.json``; by the document's name, which keeps its suffix beside others of the same stem; or all records in one folder."""
    name = PurePosixPath(file.name)
    for stem in (name.name, PurePosixPath(gold.file).stem, gold.file):
        yield str(name.parent / stem) + _SUFFIX
    yield name.name + _SUFFIX
