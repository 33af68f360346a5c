"""Logs of decisions, written by hand."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from pipeline.review.decision import Decision, Logged
from pipeline.review.situation import Situation, situation_of
from schemas.record import Record

START = datetime(2026, 11, 2, 8, tzinfo=UTC)
Step = tuple[Any, ...]
"""who, action, target, and what else the decision has."""


def log_of(*steps: Step, content: str = "c", seconds: int = 60) -> list[Logged]:
    """The steps in order, ``seconds`` apart, each in a bundle of its own."""
    return [
        Logged(
            id=at + 1,
            at=START + timedelta(seconds=at * seconds),
            who=step[0],
            content=content,
            reading_id=1,
            version="0",
            bundle=f"b{at}",
            decision=Decision(step[1], step[2], **(step[3] if len(step) > 3 else {})),
        )
        for at, step in enumerate(steps)
    ]


def decided(record: Record, *steps: Step) -> Situation:
    """A record with what was decided of it."""
    content = record.source.id.removeprefix("sha256:")
    return situation_of(1, content, record, log_of(*steps, content=content))
