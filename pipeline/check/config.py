"""Read ``jiedui.toml``: what a team has agreed to check.

Whatever is wrong with the file is one line that names the file, the key and what may have been meant.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

from pipeline.check.results import FailOn
from pipeline.check.selectors import resolve
from pipeline.check.settings import Level, PathRule, Settings, levels_by_slug
from pipeline.config.file import in_file, read_config
from pipeline.config.keys import known, one_of, strings, table, tables
from pipeline.config.misuse import Misuse
from schemas.finding import Severity

_KEYS = ("select", "ignore", "severity", "fail-on", "severities", "per-path")
_PATH_KEYS = ("paths", "ignore", "severities")
_RULES_EXAMPLE = '["missing", "copies-mismatch"]'


def load_config(path: Path) -> Settings:
    """What a file asks for. Raises :class:`Misuse`."""
    top = read_config(path)
    with in_file(path):
        return _settings(top, path.absolute().parent)


def _settings(top: Mapping[str, Any], folder: Path) -> Settings:
    check = table(top.get("check", {}), "check")
    known(check, _KEYS, "check.")
    settings = Settings(
        folder=folder,
        selected=_slugs(check["select"], "check.select") if "select" in check else None,
        ignored=_slugs(check.get("ignore", []), "check.ignore"),
        levels=_levels(check.get("severities", {}), "check.severities"),
        per_path=tuple(_path_rules(check.get("per-path", []))),
    )
    if "severity" in check:
        settings = replace(settings, severity=one_of(check["severity"], get_args(Severity), "check.severity"))
    if "fail-on" in check:
        settings = replace(settings, fail_on=one_of(check["fail-on"], get_args(FailOn), "check.fail-on"))
    return settings


def _path_rules(value: object) -> Iterable[PathRule]:
    for key, rule in tables(value, "check.per-path"):
        known(rule, _PATH_KEYS, f"{key}.")
        if not rule.get("paths"):
            raise Misuse("no_paths", key=f"{key}.paths")
        yield PathRule(
            tuple(strings(rule["paths"], f"{key}.paths", '["历史/**"]')),
            _slugs(rule.get("ignore", []), f"{key}.ignore"),
            _levels(rule.get("severities", {}), f"{key}.severities"),
        )


def _levels(value: object, key: str) -> dict[str, Level]:
    written = {name: one_of(level, get_args(Level), f"{key}.{name}") for name, level in table(value, key).items()}
    try:
        return levels_by_slug(written)
    except Misuse as error:
        raise Misuse("in_key", key=key, error=error) from error


def _slugs(value: object, key: str) -> frozenset[str]:
    try:
        return resolve(strings(value, key, _RULES_EXAMPLE))
    except Misuse as error:
        raise error if "key" in error.facts else Misuse("in_key", key=key, error=error) from error
