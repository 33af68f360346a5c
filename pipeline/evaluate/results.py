"""What an evaluation found, file by file: from this all figures are counted, and two evaluations are compared.

It is saved as JSON with the figures beside it, for scripts to read; read back, the figures are counted anew.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import add
from pathlib import Path
from typing import Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from pipeline.evaluate.facts import FIELDS, READING
from pipeline.evaluate.figures import Count, Share, macro_f1, micro_f1, total
from pipeline.printable import escaped_json
from pipeline.sources.file_bytes import read_file
from schemas.source import Status
from schemas.version import VERSION

Problem = Literal["missed", "extra", "wrong"]
T = TypeVar("T", Count, Share)
_LARGEST = 1024 * 1024 * 1024


class NotARun(ValueError):  # noqa: N818 - it names what the file is not
    """The file is no saved evaluation."""


class _Saved(BaseModel):
    """The base of what is read back: a later version may have written more."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class Slip(_Saved):
    """One fact that was missed or is extra, or an attribute that is wrong: then ``value`` is annotated and ``read`` is what was read.

    ``document`` counts from 1 in the annotation; None for a document that is not annotated. ``part`` is the slot or the attribute,
    ``words`` are the quote of the annotation or, of what is extra, the words it was read from.
    """

    file: str
    document: int | None
    problem: Problem
    field: str
    part: str | None = None
    value: str
    read: str | None = None
    words: str = ""


class FileResult(_Saved):
    """One file: its format, how reading it ended (None: there is no record), and its counts; ``gold`` is the annotation's digest."""

    format: str
    outcome: Status | None
    gold: str
    documents: int
    spans: int
    ungrounded: int
    fields: dict[str, Count]
    attributes: dict[str, Share]


@dataclass(frozen=True, slots=True)
class Held:
    """One file's record held against its annotation."""

    name: str
    result: FileResult
    slips: tuple[Slip, ...]


class Run(_Saved):
    """An evaluation: its files by name, the slips in all of them, and the annotations that could not be used."""

    evaluation: Literal["1"] = "1"
    jiedui: str = VERSION
    files: dict[str, FileResult]
    malformed: tuple[str, ...] = ()
    errors: tuple[Slip, ...] = ()

    @classmethod
    def of(cls, held: Iterable[Held], malformed: Iterable[str] = ()) -> Run:
        """The run over these files."""
        every = list(held)
        slips = tuple(slip for each in every for slip in each.slips)
        return cls(files={each.name: each.result for each in every}, malformed=tuple(malformed), errors=slips)

    def fields(self) -> dict[str, Count]:
        """The counts of every field, also of those that stand nowhere."""
        return {name: Count() for name in FIELDS} | together(result.fields for result in self.files.values())

    def attributes(self) -> dict[str, Share]:
        """The counts of every attribute that was asked."""
        return together(result.attributes for result in self.files.values())

    def formats(self) -> dict[str, Run]:
        """The part of the run in each format, by the format's name."""
        names = sorted({result.format for result in self.files.values()})
        return {name: Run(files={file: each for file, each in self.files.items() if each.format == name}) for name in names}

    def only(self, names: Iterable[str]) -> Run:
        """The part of the run over some of its files."""
        chosen = set(names)
        files = {name: result for name, result in self.files.items() if name in chosen}
        return self.model_copy(update={"files": files, "errors": tuple(slip for slip in self.errors if slip.file in chosen)})

    def without_record(self) -> list[str]:
        """The files that no record was there for."""
        return [name for name, result in self.files.items() if result.outcome is None]

    def unread(self) -> list[str]:
        """The files that could not be read."""
        return [name for name, result in self.files.items() if result.outcome in {"unreadable", "failed"}]

    def is_whole(self) -> bool:
        """Whether every annotation was used and every file read."""
        return not (self.malformed or self.without_record() or self.unread())


def reading(fields: Mapping[str, Count]) -> dict[str, Count]:
    """The fields that are read, without what rules find."""
    return {name: count for name, count in fields.items() if name in READING}


def together(many: Iterable[Mapping[str, T]]) -> dict[str, T]:
    """Counts of one name added up; in the order of the names."""
    found: dict[str, list[T]] = {}
    for one in many:
        for name, count in one.items():
            found.setdefault(name, []).append(count)
    return {name: reduce(add, found[name]) for name in sorted(found)}


def figures(run: Run) -> dict[str, Any]:
    """The figures of a run, for scripts."""
    fields = run.fields()
    return {
        "micro_f1": micro_f1(fields),
        "macro_f1": macro_f1(fields),
        "reading_micro_f1": micro_f1(reading(fields)),
        "documents": sum(result.documents for result in run.files.values()),
        "no_record": run.without_record(),
        "unread": run.unread(),
        "spans": sum(result.spans for result in run.files.values()),
        "ungrounded": sum(result.ungrounded for result in run.files.values()),
        "fields": {name: _count(count) for name, count in fields.items()},
        "attributes": {name: {"asked": share.asked, "accuracy": share.accuracy} for name, share in run.attributes().items()},
    }


def to_json(run: Run, more: Mapping[str, Any] | None = None) -> bytes:
    """The run with its figures, as they are saved and printed; ``more`` is put beside them."""
    files = {name: {"f1": total(result.fields.values()).f1} | result.model_dump() for name, result in run.files.items()}
    saved = {
        **run.model_dump(include={"evaluation", "jiedui", "malformed"}),
        **figures(run),
        "formats": {name: figures(part) for name, part in run.formats().items()},
        **(more or {}),
        "files": files,
        "errors": [slip.model_dump() for slip in run.errors],
    }
    return (escaped_json(json.dumps(saved, ensure_ascii=False, indent=1)) + "\n").encode("utf-8", "backslashreplace")


def load_run(path: Path) -> Run:
    """An evaluation saved before. Raises :class:`NotARun` or :class:`schemas.errors.Unreadable`."""
    try:
        return Run.model_validate_json(read_file(path, _LARGEST))
    except ValidationError as error:
        raise NotARun(str(path)) from error


def _count(count: Count) -> dict[str, float]:
    return {
        "gold": count.gold,
        "found": count.found,
        "extra": count.extra,
        "precision": count.precision,
        "recall": count.recall,
        "f1": count.f1,
    }
