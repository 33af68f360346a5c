"""What reading an input gives: its outcome, and its record as it is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, Protocol

from pipeline import json_output
from pipeline.sources.inputs import Input
from schemas.record import Record
from schemas.source import Outcome

Form = Literal["pretty", "line"]


@dataclass(frozen=True, slots=True)
class Answer:
    """A record as JSON. It is parsed only when it is asked for: who writes it to a file needs no more than the outcome.

    ``seconds`` of wall clock went into it, tries that were given up included.
    """

    outcome: Outcome
    json: bytes
    seconds: float = 0.0

    @staticmethod
    def of(record: Record, form: Form) -> Answer:
        """The answer that holds a record, indented (``pretty``) or on one line."""
        return Answer(record.outcome, json_output.pretty(record) if form == "pretty" else json_output.line(record))

    def record(self) -> Record:
        """The record itself."""
        return Record.model_validate_json(self.json)


class ReadsAll(Protocol):
    """Reads inputs: in this process (:class:`pipeline.reading.Reader`) or in several others (:class:`pipeline.workers.pool.Pool`)."""

    def read_all(self, sources: Iterable[Input], form: Form = "line") -> Iterator[tuple[Input, Answer]]:
        """Each input with its answer, in the order given."""
