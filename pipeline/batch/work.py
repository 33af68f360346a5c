"""One batch, wherever it is done: in a thread of this process, or on a worker of a cluster."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Generator, Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, replace

import sqlalchemy as sa

from pipeline.answers import Answer, ReadsAll
from pipeline.batch.at_hand import Ready, fetch, look_at
from pipeline.batch.items import Item
from pipeline.batch.shift import Shift
from pipeline.sources.inputs import Input
from pipeline.store.known import claim, known, read_by, unclaim
from pipeline.store.seen import Fate, Reading, Result, Seen, fate_of
from pipeline.store.setting import Setting
from pipeline.store.sources import seen_before
from pipeline.store.writing import note_sources, store

_AT_ONCE = 100
"""Files that are claimed, read and stored together: their records are held until then, and an archive may bring thousands."""
_NOTHING = hashlib.sha256(b"").hexdigest()
_DIGEST = re.compile(rb'"id":"sha256:([0-9a-f]{64})"')
_OF_CONTENT = frozenset({"too-large"})
"""Reasons that speak of what a file holds, though the record has no digest: it was read, and its record was too large to be written."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Files to be read together. ``number`` counts from 1; ``seen`` says what each local one held when it was listed."""

    number: int
    items: tuple[Item, ...]
    seen: tuple[Seen | None, ...]


@dataclass(frozen=True, slots=True)
class Task:
    """What all batches of a run have in common."""

    run: str
    setting: Setting
    passwords: tuple[str, ...] = ()
    retry_failed: bool = False


def do_batch(batch: Batch, task: Task, engine: sa.Engine, reader: ReadsAll, shift: Shift | None = None) -> list[Result]:
    """Fetch, look up, claim, read, store. What became of each file; those that ``reader`` did not come to are not among them."""
    doing = _Doing(task, engine, reader, shift or Shift())
    with closing(doing.slices(batch)) as slices:
        return [result for ready in slices for result in doing.do(ready)]


@dataclass(frozen=True, slots=True)
class _Doing:
    """A batch at work."""

    task: Task
    engine: sa.Engine
    reader: ReadsAll
    shift: Shift

    def slices(self, batch: Batch) -> Generator[list[Ready], None, None]:
        """The files of a batch, so many at hand at a time; copies go as soon as all that was at hand with them is done."""
        with ExitStack() as held:
            ready: list[Ready] = []
            for item, seen in zip(batch.items, batch.seen, strict=True):
                if self.shift.is_stopped:
                    return
                ready += self._at_hand(item, seen, held)
                if len(ready) >= _AT_ONCE:
                    yield from self._cut(ready)
                    ready = []
                    held.close()
            yield from self._cut(ready)

    def do(self, ready: Sequence[Ready]) -> list[Result]:
        """Look up, claim, read, store."""
        lost = [one for one in ready if one.seen.content is None]
        to_read, others = self._parted([one for one in ready if one.seen.content is not None])
        not_read = [*((one, "unreadable") for one in lost), *others]
        self._note([one.seen for one, _ in not_read if not one.is_noted])
        results = [Result(one.seen.address, fate, one.seen.reason, one.seen.message) for one, fate in not_read]
        for result in results:
            self.shift.tell(result)
        return results + self._read(to_read)

    def _cut(self, ready: Sequence[Ready]) -> Iterator[list[Ready]]:
        for at in range(0, len(ready), _AT_ONCE):
            if self.shift.is_stopped:
                return
            yield list(ready[at : at + _AT_ONCE])

    def _at_hand(self, item: Item, seen: Seen | None, held: ExitStack) -> list[Ready]:
        """The file; of an archive at an address, its members; nothing is fetched whose mark and reading are known."""
        if isinstance(item.source, Input):
            return [Ready(item.source, seen or look_at(item.source, item.address, self.task.passwords))]
        before = seen_before(self.engine, item.source.address, item.source.mark)
        contents = {one.content or "" for one in before}
        if before and not self.task.retry_failed and len(known(self.engine, contents, self.task.setting)) == len(contents):
            found = [Ready(Input(None, address=one.address), one) for one in before]
        else:
            found = fetch(item.source, self.task.passwords, held, lambda: self.shift.is_stopped)
            if len(found) > 1:
                # an archive's members are noted at once, before the first is read: half of them, after a kill, would pass for the whole
                self._note([one.seen for one in found])
                found = [replace(one, is_noted=True) for one in found]
        self.shift.grow(max(0, len(found) - 1))
        return found

    def _note(self, seen: Sequence[Seen]) -> None:
        if seen:
            note_sources(self.engine, self.task.run, seen)

    def _parted(self, ready: Sequence[Ready]) -> tuple[list[Ready], list[tuple[Ready, Fate]]]:
        """Which files this run is to read, and why not the others. Of two of one content the first is read."""
        first = {one.seen.content or "": one for one in reversed(ready)}
        states = known(self.engine, first, self.task.setting, retry_failed=self.task.retry_failed)
        free = self.shift.take(content for content in first if content not in states)
        ours = claim(self.engine, self.task.run, free)
        # another run may have stored one, and let go of it, between the two looks
        late = known(self.engine, ours, self.task.setting, retry_failed=self.task.retry_failed)
        unclaim(self.engine, self.task.run, list(late))
        states, ours = {**states, **late}, ours - set(late)
        self.shift.give_back(free - ours)

        def why_not(content: str | None) -> Fate:
            if content in states:
                return "unchanged" if states[content] == "done" else "quarantined"
            # what is not ours is with another run, or with another batch of this one
            return "elsewhere" if content in free - ours else "unchanged"

        to_read = [one for one in ready if one.seen.content in ours and first[one.seen.content or ""] is one]
        chosen = {id(one) for one in to_read}
        others = [(one, why_not(one.seen.content)) for one in ready if id(one) not in chosen]
        return to_read, self._done_twice(others)

    def _done_twice(self, others: Sequence[tuple[Ready, Fate]]) -> list[tuple[Ready, Fate]]:
        """A batch whose worker died after it had stored is done by another, and told as if for the first time."""
        asked = {one.seen.content or "" for one, fate in others if fate == "unchanged" and not self.shift.has(one.seen.content)}
        mine = read_by(self.engine, self.task.run, sorted(asked))
        return [(one, fate_of(mine[one.seen.content or ""]) if one.seen.content in mine else fate) for one, fate in others]

    def _read(self, to_read: Sequence[Ready]) -> list[Result]:
        """Read and store; leave to others what the reader did not come to, and what could not be had."""
        readings = []
        # fewer answers where the reader was stopped
        for one, (_, answer) in zip(to_read, self.reader.read_all([one.source for one in to_read]), strict=False):
            readings.append(_reading(one, answer))
            self.shift.tell(_told(readings[-1]))
        had = [reading for reading in readings if reading.seen.content is not None]
        lost = [reading for reading in readings if reading.seen.content is None]
        results = store(self.engine, self.task.run, had, self.task.setting) if had else []
        self._note([reading.seen for reading in lost])
        left = {one.seen.content for one in to_read if one.seen.content} - {reading.seen.content for reading in had}
        unclaim(self.engine, self.task.run, sorted(left))
        self.shift.give_back(left)
        return [*results, *map(_told, lost)]


def _reading(one: Ready, answer: Answer) -> Reading:
    """What was read, under the digest of what was read: since it was looked at the file may have changed, or be out of reach."""
    outcome, seen = answer.outcome, one.seen
    found = _DIGEST.search(answer.json)
    digest = found[1].decode() if found else seen.content
    if digest not in {seen.content, _NOTHING}:
        seen = replace(seen, content=digest, size=None)
    elif digest != seen.content and outcome.status == "unreadable" and outcome.reason not in _OF_CONTENT:
        seen = Seen(seen.address, None, None, seen.mark, outcome.reason, outcome.message)
    return Reading(seen, answer.json, outcome.status, outcome.reason, outcome.message, answer.seconds)


def _told(reading: Reading) -> Result:
    return Result(reading.seen.address, fate_of(reading.status), reading.reason, reading.message, reading.seconds)
