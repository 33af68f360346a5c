"""What passes between this process and a child: a job to it, and signs of life and an answer from it.

Nothing that a child says is unpickled: it has just had a hostile file in its hands.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pipeline.answers import Answer, Form
from pipeline.sources.inputs import Input
from schemas.source import Outcome

READY = b"+"
DIGEST = b"#"
PAGE = b"p"
ANSWER = b"="
_LENGTH = 8


@dataclass(frozen=True, slots=True)
class Job:
    """One file to read. ``data`` are the bytes where they are no file's; ``left_out`` says of pages why they are not to be read."""

    source: Input
    form: Form
    data: bytes | None = None
    left_out: Mapping[int, str] = field(default_factory=dict)


def pack(answer: Answer) -> bytes:
    """An answer as bytes: the length of its outcome, the outcome, the record."""
    outcome = answer.outcome.model_dump_json().encode()
    return len(outcome).to_bytes(_LENGTH, "big") + outcome + answer.json


def unpack(data: bytes) -> Answer:
    """The answer again. Raises ValueError where the bytes are none."""
    length = int.from_bytes(data[:_LENGTH], "big")
    return Answer(Outcome.model_validate_json(data[_LENGTH : _LENGTH + length]), data[_LENGTH + length :])
