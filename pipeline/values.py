"""Read the values of texts, one JSON line in and one out: the work behind ``jiedui values``."""

from __future__ import annotations

import json
import math
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

import opencc

from extractors.values import Found, find_values
from pipeline.exit_codes import NOT_ALL, OK, USAGE
from pipeline.messages import Lang, Messages, messages
from pipeline.printable import escaped_json, one_line
from pipeline.terminal import Teller

STANDARD_INPUT = "-"
_HALVES = re.compile("[\ud800-\udfff]")
"""Halves of characters, which JSON can spell (``\\ud800``) and no encoding holds."""


class Asked(NamedTuple):
    """A text to read, with its name and the day that its dates are reckoned from."""

    name: Any
    text: str
    reference: date | None


class NotAskedError(ValueError):
    """A line that does not say what to read; the message says why."""

    def __init__(self, why: str, name: object = None) -> None:
        """``name`` is the line's own, if it has one."""
        super().__init__(why)
        self.name = name


def run(text: str | None, reference: str | None, lang: Lang) -> int:
    """Read ``text``, the lines of the standard input for ``-``, or its JSON lines for None; the exit code."""
    texts = messages(lang)
    try:
        day = _day(reference, texts)
    except NotAskedError as trouble:
        Teller().say(texts.usage.format(why=str(trouble)))
        return USAGE
    if text is None:
        return _answer(_lines(), texts, day)
    lines = _lines() if text == STANDARD_INPUT else [text]
    return _answer((json.dumps({"id": at, "text": line}) for at, line in enumerate(lines, 1)), texts, day)


def _lines() -> Iterator[str]:
    encoding = "utf-8-sig"
    for line in sys.stdin.buffer:
        yield line.decode(encoding, "replace").rstrip("\r\n")
        encoding = "utf-8"


def _answer(lines: Iterable[str], texts: Messages, day: date | None) -> int:
    """One line out for each line in; a line that says nothing readable is answered with an ``error``."""
    simplify, teller, code = opencc.OpenCC("t2s").convert, Teller(), OK
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            asked = _asked(line, texts, day)
        except NotAskedError as trouble:
            teller.say(texts.not_asked.format(line=number, why=one_line(str(trouble))))
            answer: Mapping[str, Any] = {"id": trouble.name, "found": [], "error": str(trouble)}
            code = NOT_ALL
        else:
            found = find_values(asked.text, simplify=simplify, reference=asked.reference)
            answer = {"id": asked.name, "found": [as_json(one) for one in found]}
        sys.stdout.buffer.write((escaped_json(json.dumps(answer, ensure_ascii=False)) + "\n").encode())
        # whoever asks line by line waits for each answer
        sys.stdout.buffer.flush()
    return code


def as_json(found: Found) -> dict[str, Any]:
    """The value as docs/values.md describes it."""
    told = {"start": found.start, "end": found.end, "kind": found.kind, "value": dict(found.value)}
    return told | ({"approximate": True} if found.approximate else {}) | ({"exclusive": True} if found.exclusive else {})


def _asked(line: str, texts: Messages, day: date | None) -> Asked:
    try:
        asked = json.loads(line, parse_constant=_no_number, parse_float=_finite)
        json.dumps(asked)  # what is nested so deep that it cannot be written again is no name to answer to
    except (ValueError, RecursionError):
        raise NotAskedError(texts.no_json_line) from None
    if not isinstance(asked, dict):
        raise NotAskedError(texts.no_json_line)
    name, text = asked.get("id"), asked.get("text")
    if not isinstance(text, str):
        raise NotAskedError(texts.no_text, name)
    try:
        return Asked(name, _HALVES.sub("\ufffd", text), _day(asked.get("reference"), texts) or day)
    except NotAskedError as trouble:
        raise NotAskedError(str(trouble), name) from None


def _no_number(word: str) -> float:
    """NaN and Infinity, which Python reads and JSON does not have."""
    raise ValueError(word)


def _finite(words: str) -> float:
    """A number that can be written again: 1e999 cannot."""
    number = float(words)
    return number if math.isfinite(number) else _no_number(words)


def _day(reference: object, texts: Messages) -> date | None:
    """The day of an ISO 8601 date-time, as its own clock shows it."""
    if reference is None:
        return None
    try:
        if isinstance(reference, str):
            return datetime.fromisoformat(reference).date()
    except ValueError:
        pass
    raise NotAskedError(texts.no_reference)
