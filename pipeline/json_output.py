"""A record as JSON: for people (indented) and as one line."""

from __future__ import annotations

from pipeline.printable import escaped_json
from schemas.record import Record


def pretty(record: Record) -> bytes:
    """UTF-8, indented by one space, Chinese readable, ended by a newline; nothing in it can steer a terminal."""
    return (escaped_json(record.model_dump_json(indent=1)) + "\n").encode()


def line(record: Record) -> bytes:
    """The same on one line, for JSONL."""
    return (escaped_json(record.model_dump_json()) + "\n").encode()
