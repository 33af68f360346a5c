"""An inbox: a folder, or whatever else ``jiedui batch`` reads, that is read into the store when its time comes."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from pipeline.batch.ended import Ended
from pipeline.config.keys import known, number, strings, truth, whole_number
from pipeline.config.keys import text as text_of
from pipeline.config.misuse import Misuse
from pipeline.options import FILE_SECONDS, MEMORY, PAGE_SECONDS
from pipeline.serve.cron import Cron
from pipeline.serve.job import Asked, Shared
from pipeline.serve.job_name import read_job_name

_KEYS = (
    "name", "source", "cron", "names", "jobs", "retry-failed", "password-file", "memory", "page-seconds", "file-seconds",
)  # fmt: skip
_PASSWORD = re.compile(r"(?<=://)[^/\s]*(?=@)")
_MOST_JOBS, _MOST_MEMORY, _MOST_SECONDS = 1024, 1024 * 1024, 24 * 3600.0


@dataclass(frozen=True, slots=True)
class Inbox:
    """What ``[[inbox]]`` asks for; see ``docs/serving.md``. ``jobs`` None takes as many as there are processors."""

    name: str
    source: tuple[str, ...]
    cron: Cron
    names: bool = True
    jobs: int | None = None
    retry_failed: bool = False
    password_file: str | None = None
    memory: int = MEMORY
    page_seconds: float = PAGE_SECONDS
    file_seconds: float = FILE_SECONDS

    @property
    def about(self) -> str:
        """As :class:`pipeline.serve.job.Job`, without the password of an address: Prefect keeps it and shows it."""
        return "、".join(_PASSWORD.sub("***", word) for word in self.source)

    def report(self, shared: Shared) -> Path:
        """As :class:`pipeline.serve.job.Job`."""
        return shared.report / self.name

    def do(self, shared: Shared, asked: Asked) -> Ended:
        """As :class:`pipeline.serve.job.Job`: what ``jiedui batch`` does for this source."""
        from pipeline.batch.request import Request  # noqa: PLC0415 - start-up: whoever only lists jobs needs none of this
        from pipeline.batch.run import read_archive  # noqa: PLC0415 - start-up
        from pipeline.passwords import all_passwords  # noqa: PLC0415 - start-up
        from pipeline.reading import Reader  # noqa: PLC0415 - start-up
        from pipeline.workers.limits import Limits  # noqa: PLC0415 - start-up

        request = Request(
            tuple(os.path.expanduser(word) for word in self.source),  # noqa: PTH111 - a word may be an address or a pattern
            shared.store, self.report(shared), datetime.now(shared.zone).date(), asked.lang, self.jobs,
            retry_failed=self.retry_failed, verbose=asked.verbose, debug=asked.debug, flow_run=asked.flow_run,
            reports=shared.report,
        )  # fmt: skip
        passwords = all_passwords((), None if self.password_file is None else Path(self.password_file))
        limits = Limits(self.memory * 1024**2, self.page_seconds, self.file_seconds)
        return read_archive(request, Reader(names=self.names, passwords=passwords), limits)


def read_inbox(table: Mapping[str, Any], key: str) -> Inbox:
    """The inbox of a table. Raises :class:`Misuse`."""
    known(table, _KEYS, f"{key}.")
    name, source = read_job_name(table.get("name"), f"{key}.name", "县局"), _source(table, key)
    cron = text_of(table.get("cron"), f"{key}.cron", '"0 2 * * *"')
    try:
        schedule = Cron.of(cron)
    except Misuse as error:
        raise Misuse("in_key", key=f"{key}.cron", error=error) from error
    return Inbox(
        name,
        source,
        schedule,
        names=truth(table.get("names", True), f"{key}.names"),
        jobs=whole_number(table["jobs"], f"{key}.jobs", 1, _MOST_JOBS) if "jobs" in table else None,
        retry_failed=truth(table.get("retry-failed", False), f"{key}.retry-failed"),
        password_file=text_of(table["password-file"], f"{key}.password-file", '"密码.txt"') if "password-file" in table else None,
        memory=whole_number(table.get("memory", MEMORY), f"{key}.memory", 256, _MOST_MEMORY),
        page_seconds=number(table.get("page-seconds", PAGE_SECONDS), f"{key}.page-seconds", 0.1, _MOST_SECONDS),
        file_seconds=number(table.get("file-seconds", FILE_SECONDS), f"{key}.file-seconds", 0.1, _MOST_SECONDS),
    )


def _source(table: Mapping[str, Any], key: str) -> tuple[str, ...]:
    example = '"收件箱"'
    found = strings(table.get("source"), f"{key}.source", example)
    if not found or not all(word.strip() for word in found):
        raise Misuse("no_text", key=f"{key}.source", example=example)
    if "-" in found:
        raise Misuse("no_standard_input", key=f"{key}.source")
    return tuple(found)
