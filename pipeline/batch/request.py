"""What a person asks of ``jiedui batch``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from pipeline.messages import Lang

Runner = Literal["local", "dask"]


@dataclass(frozen=True, slots=True)
class Request:
    """``jobs`` None takes as many as there are processors; ``report`` is the folder of the report, which speaks of the day ``as_of``.

    ``scheduler`` is the address of a Dask scheduler. ``flow_run`` is the flow run in which Prefect is to show it, if there is one already.
    ``reports`` is the folder of reports that is never read, if it is more than ``report``.
    """

    words: tuple[str, ...]
    store: str
    report: Path
    as_of: date
    lang: Lang = "zh"
    jobs: int | None = None
    limit: int | None = None
    runner: Runner = "local"
    scheduler: str | None = None
    retry_failed: bool = False
    dry_run: bool = False
    verbose: bool = False
    debug: bool = False
    flow_run: str | None = None
    reports: Path | None = None
