"""What became of one source, as a person reads it: its contents, how each was read, and what changed from one reading to the next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, get_args

from pipeline.check.paint import Paint
from pipeline.messages import Lang
from pipeline.printable import one_line
from pipeline.query.as_json import instant
from pipeline.query.words import words
from pipeline.show_labels import labels
from pipeline.store.asking import Outcome
from pipeline.store.changes import Change
from pipeline.store.history import Content, History, Told

_MOST = 20
"""Lines of one field's changes: a reading may find a thousand sums more."""
_WIDEST = 160


def lines_of_history(history: History, lang: Lang, paint: Paint) -> Iterator[str]:
    """The lines of a source's history."""
    said = words(lang)
    yield paint(one_line(history.address), "bold")
    if history.message is not None:
        yield said.gone.format(why=one_line(history.message))
    for content in history.contents:
        yield ""
        yield from _content(content, lang, paint)


def _content(content: Content, lang: Lang, paint: Paint) -> Iterator[str]:
    said = words(lang)
    still = paint(said.still, "green") if content.is_there else ""
    yield said.seen.format(content=content.content[:12], day=_day(content.seen)) + still
    if not content.readings and not content.failures:
        yield "  " + said.not_read
    for reading in content.readings:
        yield "  " + _reading(reading, lang, paint)
        yield from ("    " + line for line in _changes(reading, lang, paint))
    for version, attempts, error in content.failures:
        yield "  " + paint(said.failed.format(version=version, count=attempts, error=_short(error)), "red")


def _reading(reading: Told, lang: Lang, paint: Paint) -> str:
    said = words(lang)
    outcome = next((said.outcomes[each] for each in get_args(Outcome) if each == reading.outcome), reading.outcome)
    marks = [outcome, *([] if reading.names else [said.without_names])]
    line = said.reading.format(day=_day(reading.read), version=reading.version, outcome=" · ".join(marks))
    return line + (paint("  " + said.current, "green") if reading.is_current else "")


def _changes(reading: Told, lang: Lang, paint: Paint) -> Iterator[str]:
    said = words(lang)
    if reading.changes is None:
        yield paint(said.first_reading, "dim")
    elif not reading.changes:
        yield paint(said.same, "dim")
    else:
        yield said.new_content if reading.is_new_content else said.changed
        for change in reading.changes:
            yield from _change(change, lang, paint)


def _change(change: Change, lang: Lang, paint: Paint) -> Iterator[str]:
    """A field and, as in a diff, what it said and what it says now."""
    said = words(lang)
    where = said.file if change["document"] is None else said.document.format(number=change["document"] + 1)
    yield f"  {where} · {labels(lang).names.get(change['field'], change['field'])}"
    both: Sequence[tuple[str, str, Any]] = [("-", "red", was) for was in change["was"]] + [("+", "green", now) for now in change["is"]]
    for sign, style, value in both[:_MOST]:
        yield paint(f"    {sign} {_short(' '.join(_said(value)))}", style)
    if len(both) > _MOST:
        yield "    " + said.cut_off.format(count=len(both) - _MOST)


def _said(value: object) -> Iterator[str]:
    """What a value of JSON says, without the names of its parts, and without what it does not say."""
    if isinstance(value, Mapping):
        for name, part in value.items():
            yield from (name,) if part is True else _said(part)
    elif isinstance(value, list):
        for part in value:
            yield from _said(part)
    elif value is not None and value is not False and value != "":
        yield str(value)


def _day(time: datetime) -> str:
    """As the clock of this machine shows it."""
    return instant(time).astimezone().strftime("%Y-%m-%d %H:%M")


def _short(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= _WIDEST else line[: _WIDEST - 1] + "…"
