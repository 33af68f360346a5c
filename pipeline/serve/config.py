"""Read what ``jiedui.toml`` says of serving: ``[serve]`` and the jobs."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from pipeline.config.file import in_file, read_config
from pipeline.config.keys import alike, known, table, tables, text, whole_number
from pipeline.config.misuse import Misuse
from pipeline.feeds.config import load_feeds
from pipeline.feeds.job import FeedJob
from pipeline.serve.inbox import read_inbox
from pipeline.serve.job import Job, ReadsJob, Shared
from pipeline.store.place import DEFAULT, address_of
from schemas.errors import JieduiError

KINDS: Mapping[str, ReadsJob] = {"inbox": read_inbox}
"""The section of each kind of job."""
_KEYS = ("store", "report", "port", "timezone", "at-once", "feeds")
_PORT, _ZONE, _REPORT, _AT_ONCE = 4200, "Asia/Shanghai", "jiedui-report", 2


@dataclass(frozen=True, slots=True)
class Service:
    """What is served. ``port`` is that of our own Prefect server, ``at_once`` how many jobs may be at work at a time."""

    path: Path
    shared: Shared
    jobs: tuple[Job, ...]
    port: int = _PORT
    at_once: int = _AT_ONCE

    def job(self, name: str) -> Job:
        """The job of a name that a person wrote. Raises :class:`Misuse`."""
        found = next((job for job in self.jobs if job.name == name), None)
        if found is None:
            names = [job.name for job in self.jobs]
            raise Misuse("no_job", name=name, nearest=alike(name, names) or ", ".join(names), path=self.path)
        return found


def load_service(path: Path, store: str | None = None) -> Service:
    """What a file asks for; ``store`` is where to, if the file does not say. Raises :class:`Misuse`."""
    path = Path(os.path.abspath(path))  # noqa: PTH100 - a link stays what it is called
    top = read_config(path)
    with in_file(path):
        serve = table(top.get("serve", {}), "serve")
        known(serve, _KEYS, "serve.")
        return Service(
            path,
            _shared(serve, path.parent, store),
            _jobs(top, _feeds(serve, path.parent)),
            whole_number(serve.get("port", _PORT), "serve.port", 1, 65535),
            whole_number(serve.get("at-once", _AT_ONCE), "serve.at-once", 1, 64),
        )


def _shared(serve: Mapping[str, Any], folder: Path, store: str | None) -> Shared:
    written = text(serve.get("store", store or DEFAULT), "serve.store", '"jiedui.db"')
    report = text(serve.get("report", _REPORT), "serve.report", f'"{_REPORT}"')
    return Shared(folder, _stored(written, folder), folder / Path(report).expanduser(), _zone(serve.get("timezone", _ZONE)))


def _stored(written: str, folder: Path) -> str:
    """Where a store is, wherever the program runs."""
    try:
        url = address_of(written)
    except JieduiError as error:
        # its own words are Chinese, as everywhere where a store is named; what was written may hold a password
        raise Misuse("bad_store", key="serve.store") from error
    if url.get_backend_name() != "sqlite":
        return written
    if not url.database or url.database == ":memory:":
        raise Misuse("bad_store", key="serve.store")
    return str(folder / url.database)


def _zone(value: object) -> ZoneInfo:
    name, names = text(value, "serve.timezone", f'"{_ZONE}"'), available_timezones()
    if name not in names:
        raise Misuse("bad_zone", key="serve.timezone", value=name, nearest=alike(name, names) or _ZONE)
    return ZoneInfo(name)


def _feeds(serve: Mapping[str, Any], folder: Path) -> tuple[Job, ...]:
    """The sources of news, if a file of them is named."""
    if "feeds" not in serve:
        return ()
    feeds = load_feeds(folder / Path(text(serve["feeds"], "serve.feeds", '"feeds.toml"')).expanduser())
    return tuple(FeedJob(source, feeds.webhook) for source in feeds.sources)


def _jobs(top: Mapping[str, Any], others: tuple[Job, ...]) -> tuple[Job, ...]:
    """Every job; two may not have one name, nor one folder where upper and lower case are one."""
    jobs: list[Job] = []
    keys: dict[str, str] = {}
    for kind, read in KINDS.items():
        for key, one in tables(top.get(kind, []), kind):
            job = read(one, key)
            same = unicodedata.normalize("NFC", job.name).casefold()
            if same in keys:
                raise Misuse("same_name", key=f"{key}.name", value=job.name, other=keys[same])
            keys[same] = f"{key}.name"
            jobs.append(job)
    for job in others:
        if (same := unicodedata.normalize("NFC", job.name).casefold()) in keys:
            raise Misuse("same_name", key="serve.feeds", value=job.name, other=keys[same])
        jobs.append(job)
    if not jobs:
        raise Misuse("no_jobs", known=" ".join(f"[[{kind}]]" for kind in KINDS))
    return tuple(jobs)
