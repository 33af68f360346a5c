"""Findings that somebody has looked at and accepted: ``jiedui.accepted.json``.

An acceptance holds for one paper: for the file that it names, also in another format beside it, and for the same bytes under another name.
Papers made from one form share their faulty words, so one yes must not answer for all of them. Without a file it holds everywhere.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Annotated, Literal

from pydantic import Field, ValidationError

from pipeline.atomic import replacing
from pipeline.config.misuse import Misuse
from pipeline.printable import escaped_json
from pipeline.records import SUFFIXES
from pipeline.sources.folder import DOCUMENTS
from schemas.span import Frozen

FILE_NAME = "jiedui.accepted.json"


class Acceptance(Frozen):
    """``file`` is relative to the folder of the acceptances, ``source`` the record's ``source.id``; both None where it holds everywhere."""

    fingerprint: Annotated[str, Field(pattern="^[0-9a-f]{16}$")]
    rule: str | None = None
    subject: str | None = None
    message: str | None = None
    file: str | None = None
    source: str | None = None
    because: Annotated[str, Field(min_length=1)]
    date: str


class _Written(Frozen):
    version: Literal[1] = 1
    accepted: tuple[Acceptance, ...] = ()


@dataclass(frozen=True, slots=True)
class Acceptances:
    """The acceptances of a file, and where it is."""

    path: Path
    entries: tuple[Acceptance, ...] = ()

    def file_key(self, name: str) -> str:
        """A path as acceptances write it: relative to their folder, with ``/``; as it is where there is no such way."""
        try:
            return Path(os.path.relpath(name, self.path.parent)).as_posix()
        except ValueError:
            return Path(name).as_posix()

    def find(self, fingerprint: str, name: str | None, source: str | None) -> Acceptance | None:
        """The acceptance of a finding in a file. ``name`` None: a file that only its bytes tell."""
        paper = None if name is None else paper_of(self.file_key(name))
        for entry in self.entries:
            if entry.fingerprint == fingerprint and _holds(entry, paper, source):
                return entry
        return None

    def having(self, new: Iterable[Acceptance]) -> Acceptances:
        """With new ones, each in the place of an older one of the same finding."""
        merged = {(entry.fingerprint, entry.file): entry for entry in (*self.entries, *new)}
        return Acceptances(self.path, tuple(merged.values()))

    def without(self, gone: Iterable[Acceptance]) -> Acceptances:
        """Without some."""
        left_out = {(entry.fingerprint, entry.file) for entry in gone}
        return Acceptances(self.path, tuple(entry for entry in self.entries if (entry.fingerprint, entry.file) not in left_out))

    def save(self) -> None:
        """Write the file whole or not at all. Raises :class:`OSError`."""
        written = _Written(accepted=tuple(sorted(self.entries, key=lambda one: (one.file or "", one.rule or "", one.fingerprint))))
        text = json.dumps(written.model_dump(mode="json"), ensure_ascii=False, indent=2)
        try:
            with replacing(self.path) as stream:
                stream.write((escaped_json(text) + "\n").encode())
        except OSError as error:
            # the file that the person knows, not the one that was to become it
            raise OSError(error.errno, error.strerror, str(self.path)) from error


def load(path: Path) -> Acceptances:
    """What a file holds, nothing where there is none. Raises :class:`Misuse` for a file that says something else."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return Acceptances(path)
    except OSError as error:
        raise Misuse("cannot_read", name=path, why=error.strerror) from error
    try:
        return Acceptances(path, _Written.model_validate_json(data.removeprefix(b"\xef\xbb\xbf")).accepted)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise Misuse("bad_acceptances", name=path, where=f"{where}: " if where else "", why=first["msg"]) from error


def paper_of(file: str) -> str:
    """A paper's path without its format: ``a/协议.docx`` and ``a/协议.pdf`` are one paper, and so is its record ``a/协议.json``."""
    path = PurePosixPath(file)
    return str(path.with_suffix("")) if path.suffix.lower() in DOCUMENTS | SUFFIXES else str(path)


def _holds(entry: Acceptance, paper: str | None, source: str | None) -> bool:
    if entry.file is None and entry.source is None:
        return True
    if entry.file is not None and paper is not None and paper_of(entry.file) == paper:
        return True
    return entry.source is not None and entry.source == source
