"""Which acceptances no finding calls for any more: their paper was checked, and the finding is gone."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pipeline.check.acceptances import Acceptance, Acceptances, paper_of
from pipeline.check.results import FileResult


def stale(acceptances: Acceptances, files: Sequence[FileResult], folders: Sequence[str]) -> tuple[Acceptance, ...]:
    """Of the acceptances of one paper those whose finding is gone, or whose file is gone from one of the checked ``folders``.

    Findings count also where the rule was not asked for. A file that could not be read says nothing.
    """
    met = {(paper_of(acceptances.file_key(file.own_name)) if file.own_name else None, one) for file in files for one in file.every}
    met |= {(file.source_id, one) for file in files for one in file.every}
    read = {paper_of(acceptances.file_key(file.own_name)) for file in files if file.own_name and file.is_read}
    read |= {file.source_id for file in files if file.source_id and file.is_read}
    unread = {paper_of(acceptances.file_key(file.own_name)) for file in files if file.own_name and not file.is_read}
    return tuple(
        entry
        for entry in acceptances.entries
        if not {(paper, entry.fingerprint) for paper in _papers(entry)} & met
        and not _papers(entry) & unread
        and (_papers(entry) & read or _is_gone(entry, acceptances, folders))
    )


def not_met(acceptances: Acceptances, files: Sequence[FileResult]) -> tuple[Acceptance, ...]:
    """Of the acceptances that hold everywhere those that nothing in these files needed."""
    met = {one for file in files for one in file.every}
    return tuple(entry for entry in acceptances.entries if not _papers(entry) and entry.fingerprint not in met)


def _papers(entry: Acceptance) -> set[str]:
    return {*([paper_of(entry.file)] if entry.file is not None else ()), *([entry.source] if entry.source is not None else ())}


def _is_gone(entry: Acceptance, acceptances: Acceptances, folders: Sequence[str]) -> bool:
    """Whether its file stood in a checked folder and is there no more."""
    if entry.file is None:
        return False
    folder = acceptances.path.parent
    # a record of a file of records is named after the file: all.jsonl#a.txt
    if (folder / entry.file).exists() or (folder / entry.file.partition("#")[0]).is_file():
        return False
    inside = [Path(acceptances.file_key(folder)) for folder in folders]
    return any(Path(entry.file).is_relative_to(folder) for folder in inside)
