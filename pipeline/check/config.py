"""Read ``jiedui.toml``: what a team has agreed to check.

Whatever is wrong with the file is one line that names the file, the key and what may have been meant.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

from pipeline.check.misuse import Misuse
from pipeline.check.results import FailOn
from pipeline.check.selectors import alike, resolve
from pipeline.check.settings import Level, PathRule, Settings, levels_by_slug
from schemas.finding import Severity

FILE_NAME = "jiedui.toml"
_KEYS = ("select", "ignore", "severity", "fail-on", "severities", "per-path")
_PATH_KEYS = ("paths", "ignore", "severities")


def find_config(start: Path) -> Path | None:
    """The ``jiedui.toml`` of a folder or of the nearest folder above it."""
    return next((folder / FILE_NAME for folder in (start, *start.parents) if (folder / FILE_NAME).is_file()), None)


def load_config(path: Path) -> Settings:
    """What a file asks for. Raises :class:`Misuse`."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
        top = tomllib.loads(text)
    except OSError as error:
        raise Misuse("cannot_read", name=path, why=error.strerror) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Misuse("bad_config", name=path, why=str(error)) from error
    try:
        return _settings(top, path.absolute().parent)
    except Misuse as error:
        raise _of(path, error) from error


def _of(path: Path, error: Misuse) -> Misuse:
    """The same trouble, in this file."""
    return Misuse("in_config", name=path, error=error)


def _settings(top: Mapping[str, Any], folder: Path) -> Settings:
    _known(top, ("check",), "")
    check = _table(top.get("check", {}), "check")
    _known(check, _KEYS, "check.")
    settings = Settings(
        folder=folder,
        selected=_slugs(check["select"], "check.select") if "select" in check else None,
        ignored=_slugs(check.get("ignore", []), "check.ignore"),
        levels=_levels(check.get("severities", {}), "check.severities"),
        per_path=tuple(_path_rules(check.get("per-path", []))),
    )
    if "severity" in check:
        settings = replace(settings, severity=_one_of(check["severity"], get_args(Severity), "check.severity"))
    if "fail-on" in check:
        settings = replace(settings, fail_on=_one_of(check["fail-on"], get_args(FailOn), "check.fail-on"))
    return settings


def _path_rules(value: object) -> Iterable[PathRule]:
    if not isinstance(value, list):
        raise Misuse("no_tables", key="check.per-path")
    for at, one in enumerate(value, 1):
        key = f"check.per-path[{at}]"
        table = _table(one, key)
        _known(table, _PATH_KEYS, f"{key}.")
        if not table.get("paths"):
            raise Misuse("no_paths", key=f"{key}.paths")
        yield PathRule(
            tuple(_strings(table["paths"], f"{key}.paths")),
            _slugs(table.get("ignore", []), f"{key}.ignore"),
            _levels(table.get("severities", {}), f"{key}.severities"),
        )


def _levels(value: object, key: str) -> dict[str, Level]:
    written = {name: _one_of(level, get_args(Level), f"{key}.{name}") for name, level in _table(value, key).items()}
    try:
        return levels_by_slug(written)
    except Misuse as error:
        raise Misuse("in_key", key=key, error=error) from error


def _slugs(value: object, key: str) -> frozenset[str]:
    try:
        return resolve(_strings(value, key))
    except Misuse as error:
        raise error if "key" in error.facts else Misuse("in_key", key=key, error=error) from error


def _strings(value: object, key: str) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return value
    raise Misuse("no_strings", key=key)


def _table(value: object, key: str) -> Mapping[str, Any]:
    if isinstance(value, dict):
        return value
    raise Misuse("no_table", key=key)


def _one_of(value: object, known: tuple[Any, ...], key: str) -> Any:  # noqa: ANN401 - one of a Literal's values
    if value in known:
        return value
    raise Misuse("no_such_value", key=key, value=value, known=", ".join(known))


def _known(table: Mapping[str, Any], known: tuple[str, ...], before: str) -> None:
    for key in table:
        if key not in known:
            nearest = alike(key, known)
            raise Misuse("no_key_alike" if nearest else "no_key", key=f"{before}{key}", nearest=nearest, known=", ".join(known))
