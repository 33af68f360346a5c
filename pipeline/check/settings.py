"""Which findings are asked for, how severe they are here, and which make the check fail."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pipeline.check.globs import matches
from pipeline.check.results import RANKS, FailOn
from pipeline.check.selectors import breadth, meant_by
from schemas.finding import Finding, Severity

Level = Literal["error", "warning", "info", "off"]


@dataclass(frozen=True, slots=True)
class PathRule:
    """What holds for some files alone."""

    patterns: tuple[str, ...]
    ignored: frozenset[str]
    levels: Mapping[str, Level]


@dataclass(frozen=True, slots=True)
class Settings:
    """``selected`` None asks for every rule. ``levels`` are severities by slug, ``folder`` is what patterns are relative to."""

    folder: Path
    selected: frozenset[str] | None = None
    ignored: frozenset[str] = frozenset()
    severity: Severity = "info"
    fail_on: FailOn = "error"
    levels: Mapping[str, Level] | None = None
    per_path: tuple[PathRule, ...] = ()

    def judge(self, finding: Finding, name: str | None) -> Finding | None:
        """The finding with the severity that it has in a file; None where it is not asked for."""
        if self.selected is not None and finding.rule not in self.selected:
            return None
        ignored, level = finding.rule in self.ignored, (self.levels or {}).get(finding.rule)
        for special in self._special(name):
            ignored = ignored or finding.rule in special.ignored
            level = special.levels.get(finding.rule, level)
        if ignored or level == "off":
            return None
        severity = level or finding.severity
        return finding.model_copy(update={"severity": severity}) if RANKS[severity] >= RANKS[self.severity] else None

    def _special(self, name: str | None) -> list[PathRule]:
        if name is None or not self.per_path:
            return []
        path = _relative(name, self.folder)
        return [one for one in self.per_path if any(matches(pattern, path) for pattern in one.patterns)]


def levels_by_slug(written: Mapping[str, Level]) -> dict[str, Level]:
    """Severities by slug: what is written of a rule counts more than what is written of its family."""
    widest_first = sorted(written, key=breadth, reverse=True)
    return {slug: written[name] for name in widest_first for slug in meant_by(name)}


def _relative(name: str, folder: Path) -> str:
    try:
        return Path(os.path.relpath(name, folder)).as_posix()
    except ValueError:
        # another drive
        return Path(name).as_posix()
