"""Read ``feeds.toml``: what holds for all sources, and the sources."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from extractors.listings.json_list import JsonPaths
from extractors.listings.page import Selectors
from extractors.text.addresses import web_address
from pipeline.config.file import in_file, read_config
from pipeline.config.keys import alike, known, number, one_of, strings, table, tables, text, truth, whole_number
from pipeline.config.misuse import Misuse
from pipeline.feeds.source import CRON, KEYWORDS, KINDS, RECHECK_DAYS, SECONDS, FeedSource
from pipeline.fetch.allowed import read_allowed
from pipeline.serve.cron import Cron
from pipeline.serve.job_name import read_job_name
from schemas.errors import JieduiError

FILE_NAME = "feeds.toml"
_SHARED = ("cron", "keywords", "pages", "since", "until", "attachments", "seconds", "robots", "allow", "quiet-days", "recheck-days")
_OWN = ("name", "address", "kind", "note", "item", "link", "title", "day", "next", "base")
_TOP = ("defaults", "feed", "webhook")
_MOST_PAGES, _MOST_SECONDS, _MOST_DAYS = 500, 3600.0, 3660


@dataclass(frozen=True, slots=True)
class Feeds:
    """A file's sources; ``webhook`` is where alarms are told, if anywhere."""

    path: Path
    sources: tuple[FeedSource, ...]
    webhook: str | None = None

    def named(self, names: Sequence[str]) -> tuple[FeedSource, ...]:
        """The sources of these names, each once; all of them where none is named. Raises :class:`Misuse`."""
        return tuple(self.source(name) for name in dict.fromkeys(names)) if names else self.sources

    def source(self, name: str) -> FeedSource:
        """The source of a name that a person wrote. Raises :class:`Misuse`."""
        found = next((one for one in self.sources if one.name == name), None)
        if found is None:
            names = [one.name for one in self.sources]
            raise Misuse("no_feed", name=name, nearest=alike(name, names) or "、".join(names), path=self.path)
        return found


def load_feeds(path: Path) -> Feeds:
    """What a file says. Raises :class:`Misuse`."""
    path = Path(os.path.abspath(path))  # noqa: PTH100 - a link stays what it is called
    top = read_config(path, _TOP)
    with in_file(path):
        defaults = table(top.get("defaults", {}), "defaults")
        known(defaults, _SHARED, "defaults.")
        webhook = _address(top["webhook"], "webhook") if "webhook" in top else None
        return Feeds(path, _sources(top, defaults), webhook)


def _sources(top: Mapping[str, Any], defaults: Mapping[str, Any]) -> tuple[FeedSource, ...]:
    found: dict[str, FeedSource] = {}
    keys: dict[str, str] = {}
    for key, one in tables(top.get("feed", []), "feed"):
        known(one, (*_OWN, *_SHARED), f"{key}.")
        source = _source(one, defaults, key)
        same = unicodedata.normalize("NFC", source.name).casefold()
        if same in found:
            raise Misuse("same_name", key=f"{key}.name", value=source.name, other=keys[same])
        found[same], keys[same] = source, f"{key}.name"
    if not found:
        raise Misuse("no_feeds")
    return tuple(found.values())


def _source(own: Mapping[str, Any], defaults: Mapping[str, Any], key: str) -> FeedSource:
    def asked(name: str, otherwise: object) -> tuple[Any, str]:
        """A value and where it stands."""
        if name in own:
            return own[name], f"{key}.{name}"
        return defaults.get(name, otherwise), f"defaults.{name}"

    kind = one_of(own.get("kind", "auto"), KINDS, f"{key}.kind")
    selectors, paths = _found_by(own, kind, key)
    return FeedSource(
        read_job_name(own.get("name"), f"{key}.name", "某省教育厅"),
        _address(own.get("address"), f"{key}.address"),
        _cron(*asked("cron", CRON)),
        "page" if selectors else kind,
        tuple(word for word in strings(*asked("keywords", list(KEYWORDS)), '["结对", "帮扶"]') if word.strip()),
        whole_number(*asked("pages", 1), 1, _MOST_PAGES),
        _day(*asked("since", None)),
        _day(*asked("until", None)),
        selectors,
        paths,
        attachments=truth(*asked("attachments", True)),  # noqa: FBT003 - a value of the file
        seconds=number(*asked("seconds", SECONDS), 0, _MOST_SECONDS),
        robots=truth(*asked("robots", True)),  # noqa: FBT003 - a value of the file
        allow=_hosts(*asked("allow", [])),
        quiet_days=_quiet(*asked("quiet-days", None)),
        recheck_days=whole_number(*asked("recheck-days", RECHECK_DAYS), 0, _MOST_DAYS),
        note=text(own["note"], f"{key}.note", '"备注"') if "note" in own else None,
    )


def _found_by(own: Mapping[str, Any], kind: str, key: str) -> tuple[Selectors | None, JsonPaths | None]:
    """How entries are found in a page (selectors) or in JSON (paths); None where it is left to be found."""
    written = {name: text(own[name], f"{key}.{name}", '"…"') for name in ("item", "link", "title", "day", "next", "base") if name in own}
    if not written:
        return None, None
    if kind == "json":
        _only(written, ("item", "link", "title", "day", "base"), kind, key)
        return None, JsonPaths(**{{"item": "items"}.get(name, name): value for name, value in written.items()})
    if kind in {"auto", "page"} and "item" in written:
        _only(written, ("item", "link", "title", "day", "next"), kind, key)
        selectors = Selectors(**written)
        with _in_key(key):
            selectors.check()
        return selectors, None
    raise Misuse("needs_item" if kind in {"auto", "page"} else "no_place", key=key, name=", ".join(written), kind=kind)


def _only(written: Mapping[str, str], names: tuple[str, ...], kind: str, key: str) -> None:
    for name in written:
        if name not in names:
            raise Misuse("no_place", key=key, name=name, kind=kind)


def _hosts(value: object, key: str) -> tuple[str, ...]:
    hosts = tuple(strings(value, key, '["10.1.2.3"]'))
    with _in_key(key):
        read_allowed(hosts)
    return hosts


@contextmanager
def _in_key(key: str) -> Iterator[None]:
    """What others say of a value is said of its key."""
    try:
        yield
    except JieduiError as error:
        raise Misuse("in_key", key=key, error=str(error)) from error


def _address(value: object, key: str) -> str:
    found = web_address(text(value, key, '"https://…"'))
    if found is None:
        raise Misuse("no_address", key=key, value=value)
    return found


def _cron(value: object, key: str) -> Cron:
    try:
        return Cron.of(text(value, key, f'"{CRON}"'))
    except Misuse as error:
        raise Misuse("in_key", key=key, error=error) from error


def _day(value: object, key: str) -> date | None:
    if value is None or (isinstance(value, date) and not isinstance(value, datetime)):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError as error:
        raise Misuse("no_day", key=key, value=value) from error


def _quiet(value: object, key: str) -> int | None:
    return None if value is None else whole_number(value, key, 1, _MOST_DAYS)
