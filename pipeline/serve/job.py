"""What is served: a job has a name and a time, and does its work in a process of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from pipeline.batch.ended import Ended
from pipeline.messages import Lang
from pipeline.serve.cron import Cron


@dataclass(frozen=True, slots=True)
class Shared:
    """What the jobs of one ``jiedui.toml`` have in common. Their relative paths are relative to ``folder``, the file's own."""

    folder: Path
    store: str
    report: Path
    zone: ZoneInfo


@dataclass(frozen=True, slots=True)
class Asked:
    """How a job is to talk, and the flow run on Prefect's page that is to show it."""

    lang: Lang
    flow_run: str | None = None
    verbose: bool = False
    debug: bool = False


class Job(Protocol):
    """A kind of job is a class like :class:`pipeline.serve.inbox.Inbox` and a line in :data:`pipeline.serve.config.KINDS`."""

    @property
    def name(self) -> str:
        """No other job of the file has it."""

    @property
    def cron(self) -> Cron:
        """When it runs."""

    @property
    def about(self) -> str:
        """What it reads, in a few words."""

    def report(self, shared: Shared) -> Path:
        """The folder of its report."""

    def do(self, shared: Shared, asked: Asked) -> Ended:
        """Do it, in the file's folder. Raises :class:`schemas.errors.JieduiError`."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be done."""

    job: Job
    shared: Shared
    asked: Asked


ReadsJob = Callable[[Mapping[str, Any], str], Job]
"""Makes a job of a table of the file and the table's name, or raises :class:`pipeline.config.misuse.Misuse`."""
