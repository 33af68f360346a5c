"""What a check found, file by file: the one form that every way of printing it starts from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from pipeline.check.acceptances import Acceptance
from pipeline.check.places import Place
from schemas.finding import Finding, Severity
from schemas.source import Reason, Status

FailOn = Literal["error", "warning", "info", "never"]
RANKS: Mapping[FailOn, int] = {"info": 0, "warning": 1, "error": 2, "never": 3}


@dataclass(frozen=True, slots=True)
class Result:
    """A finding with the severity that it has here, a place for each of its spans, and who accepted it.

    ``title`` is that of its document where the file holds several.
    """

    finding: Finding
    places: tuple[Place, ...]
    accepted: Acceptance | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class FileResult:
    """A file that was checked, or could not be. ``name`` is the path as it was given, None for the standard input.

    ``number`` counts the records of a file of records, from 1. ``lines`` are the lines of its text on which findings
    stand, ``every`` the fingerprints of all findings, also of those not asked for.
    """

    name: str | None
    source_id: str | None
    source_name: str | None
    media_type: str | None
    status: Status
    reason: Reason | None = None
    why: str | None = None
    results: tuple[Result, ...] = ()
    lines: Mapping[int, str] = field(default_factory=dict)
    every: frozenset[str] = frozenset()
    number: int | None = None

    @property
    def shown(self) -> str | None:
        """The name with the number of the record, if it is one of several."""
        return self.name if self.number is None else f"{self.name}#{self.number}"

    @property
    def own_name(self) -> str | None:
        """The name where it means this paper alone: a place among the records of a file is no lasting name."""
        return self.name if self.number is None else None

    @property
    def is_read(self) -> bool:
        """Whether its silence means something."""
        return self.status in {"read", "needs-review"}


@dataclass(frozen=True, slots=True)
class Outcome:
    """All files, and the acceptances that nothing calls for any more."""

    files: tuple[FileResult, ...]
    stale: tuple[Acceptance, ...]
    exit_code: int

    def results(self) -> Iterator[Result]:
        """Every result, in the order of the files."""
        for file in self.files:
            yield from file.results


def fails(result: Result, level: FailOn) -> bool:
    """Whether a result makes the check fail."""
    return result.accepted is None and RANKS[result.finding.severity] >= RANKS[level]


def by_severity(results: Iterator[Result]) -> dict[Severity, int]:
    """How many are not accepted, the severest first."""
    counts: dict[Severity, int] = {"error": 0, "warning": 0, "info": 0}
    for result in results:
        counts[result.finding.severity] += result.accepted is None
    return counts
