"""A source of news as a job of ``jiedui serve``: visited when its time comes, shown on Prefect's page as one task."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipeline.batch.ended import Ended
from pipeline.exit_codes import INTERRUPTED, NOT_ALL
from pipeline.feeds.source import FeedSource
from pipeline.messages import Lang
from pipeline.serve.cron import Cron
from pipeline.serve.job import Asked, Shared
from pipeline.stopping import stops_on_interrupt


@dataclass(frozen=True, slots=True)
class FeedJob:
    """One source; ``webhook`` is where its alarms are told."""

    source: FeedSource
    webhook: str | None = None

    @property
    def name(self) -> str:
        """As :class:`pipeline.serve.job.Job`."""
        return self.source.name

    @property
    def cron(self) -> Cron:
        """As :class:`pipeline.serve.job.Job`."""
        return self.source.cron

    @property
    def about(self) -> str:
        """As :class:`pipeline.serve.job.Job`."""
        return self.source.address

    def report(self, shared: Shared) -> Path:
        """As :class:`pipeline.serve.job.Job`: what was read is in the store, and nothing besides."""
        return Path(shared.store)

    def do(self, shared: Shared, asked: Asked) -> Ended:
        """As :class:`pipeline.serve.job.Job`: what ``jiedui feeds run`` does for this source."""
        from pipeline.batch.shown_flow import ShownFlow  # noqa: PLC0415 - start-up: whoever only lists jobs needs none of this
        from pipeline.feeds.alarm_bell import ring  # noqa: PLC0415 - start-up
        from pipeline.feeds.command import exit_code, lines_of  # noqa: PLC0415 - start-up
        from pipeline.feeds.run import Round, Rounds, fates_of  # noqa: PLC0415 - start-up
        from pipeline.reading import Reader  # noqa: PLC0415 - start-up
        from pipeline.store.opening import opened_to_write  # noqa: PLC0415 - start-up
        from pipeline.store.place import address_of  # noqa: PLC0415 - start-up
        from pipeline.workers.limits import Limits  # noqa: PLC0415 - start-up

        shown, how = _Shown(self.name), _How(asked.lang, asked.verbose, asked.flow_run)
        with opened_to_write(address_of(shared.store)) as engine, ShownFlow(how, self.name) as flow:
            rounds = Rounds(engine, Round((self.source,), Reader(), Limits()))
            flow.begin(shown, 1)
            try:
                with stops_on_interrupt(rounds.stop):
                    visited = rounds.go(lambda _: None)
            finally:
                shown.over.set()
            ring(self.webhook, engine, [self.name], asked.lang)
            shown.said = [line for one in visited for line in lines_of(one, asked.lang)]
            shown.troubles = [{"文章": one.address, "原因": one.why.said(asked.lang)} for each in visited for one in each.counts.troubles]
        if rounds.is_stopped:
            return Ended(INTERRUPTED, fates_of(visited))
        failed = next((one for one in visited if one.end == "failed"), None)
        return Ended(
            NOT_ALL if failed else exit_code(visited), fates_of(visited), said="\n".join(shown.said) or None, is_failed=failed is not None
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _How:
    """How the flow is shown; as :class:`pipeline.batch.request.Request` has it."""

    lang: Lang
    verbose: bool
    flow_run: str | None
    scheduler: str | None = None


@dataclass(slots=True)
class _Shown:
    """The visit, as the flow sees it: :class:`pipeline.flows.archive.Archive` of one task."""

    name: str
    over: threading.Event = field(default_factory=threading.Event)
    said: list[str] = field(default_factory=list)
    troubles: list[dict[str, Any]] = field(default_factory=list)

    def numbers(self) -> Iterator[int]:
        """As the protocol says."""
        yield 1

    def label(self, number: int) -> str:
        """As the protocol says."""
        del number
        return self.name

    def read(self, number: int) -> str:
        """As the protocol says."""
        del number
        self.over.wait()
        return "\n".join(self.said)

    def report(self) -> tuple[str, list[dict[str, Any]]] | None:
        """As the protocol says."""
        lines = "\n".join(f"* {line}" for line in self.said)
        return f"# {self.name}\n\n{lines}\n", self.troubles
