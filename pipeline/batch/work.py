"""One batch, wherever it is done: in a thread of this process, or on a worker of a cluster."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace

import sqlalchemy as sa

from pipeline.answers import Answer, ReadsAll
from pipeline.batch.items import Item, with_addresses
from pipeline.batch.remote import fetched
from pipeline.reading import bytes_of
from pipeline.sources.inputs import Input, gather
from pipeline.store.known import State, claim, known, read_by, unclaim
from pipeline.store.seen import Fate, Reading, Result, Seen, fate_of
from pipeline.store.setting import Setting
from pipeline.store.sources import seen_before
from pipeline.store.writing import note_sources, store
from schemas.errors import Unreadable

_NOTHING = hashlib.sha256(b"").hexdigest()
_DIGEST = re.compile(rb'"id":"sha256:([0-9a-f]{64})"')
Tell = Callable[[Result], None]


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


@dataclass(frozen=True, slots=True)
class _Ready:
    """A file at hand: its input, and what it holds."""

    source: Input
    seen: Seen


def do_batch(batch: Batch, task: Task, engine: sa.Engine, reader: ReadsAll, tell: Tell = lambda _: None) -> list[Result]:
    """Fetch, look up, claim, read, store. What became of each file; those that ``reader`` did not come to are not among them."""
    with ExitStack() as held:
        ready = [one for item, seen in zip(batch.items, batch.seen, strict=True) for one in _at_hand(item, seen, task, engine, held)]
        lost = [one.seen for one in ready if one.seen.content is None]
        results = [Result(one.address, "unreadable", one.reason, one.message) for one in lost]
        to_read, others = _parted(engine, task, [one for one in ready if one.seen.content is not None])
        results += [Result(one.address, fate) for one, fate in others]
        # what lies in an archive at an address is noted at once: half of it, after a kill, would pass for the whole
        marked = [one.seen for one in to_read if one.seen.mark is not None]
        note_sources(engine, task.run, [*lost, *(one for one, _ in others), *marked])
        for result in results:
            tell(result)
        readings = []
        for one, answer in _answered(to_read, reader):
            readings.append(_reading(one, answer))
            tell(_told(readings[-1]))
        results += store(engine, task.run, readings, task.setting) if readings else []
        read = {reading.seen.address for reading in readings}
        if left := [one.seen.content for one in to_read if one.seen.address not in read and one.seen.content is not None]:
            unclaim(engine, task.run, left)
    return results


def look_at(source: Input, address: str, passwords: Sequence[str], mark: str | None = None) -> Seen:
    """What a file holds, by its digest."""
    try:
        data = bytes_of(source, passwords)
    except Unreadable as trouble:
        return Seen(address, None, None, mark, trouble.reason, trouble.message)
    return Seen(address, hashlib.sha256(data).hexdigest(), len(data), mark)


def _at_hand(item: Item, seen: Seen | None, task: Task, engine: sa.Engine, held: ExitStack) -> Iterator[_Ready]:
    """The file; of an archive at an address, its members; nothing is fetched whose mark and reading are known."""
    if isinstance(item.source, Input):
        yield _Ready(item.source, seen or look_at(item.source, item.address, task.passwords))
        return
    before = seen_before(engine, item.source.address, item.source.mark)
    if before and not task.retry_failed and len(known(engine, {one.content or "" for one in before}, task.setting)) == len(
        {one.content for one in before}
    ):
        yield from (_Ready(Input(None, address=one.address), one) for one in before)
        return
    try:
        path = held.enter_context(fetched(item.source))
    except Unreadable as trouble:
        yield _Ready(Input(None, address=item.address), Seen(item.address, None, None, None, trouble.reason, trouble.message))
        return
    inputs = [replace(source, address=item.address) for source in gather([str(path)]).inputs]
    for one in with_addresses(inputs):
        if isinstance(one.source, Input):
            yield _Ready(one.source, look_at(one.source, one.address, task.passwords, item.source.mark))


def _parted(engine: sa.Engine, task: Task, ready: Sequence[_Ready]) -> tuple[list[_Ready], list[tuple[Seen, Fate]]]:
    """Which files this run is to read, and why not the others. Of two of one content the first is read."""
    contents = {one.seen.content: one for one in reversed(ready)}
    states = known(engine, [content for content in contents if content], task.setting, retry_failed=task.retry_failed)
    ours = claim(engine, task.run, [content for content in contents if content and content not in states])
    # another run may have stored one, and let go of it, between the two looks
    late = known(engine, ours, task.setting, retry_failed=task.retry_failed)
    unclaim(engine, task.run, list(late))
    states, ours = {**states, **late}, ours - set(late)
    to_read = [one for one in ready if one.seen.content in ours and contents[one.seen.content] is one]
    chosen = {id(one) for one in to_read}
    others = [(one.seen, _why_not(one, states, ours)) for one in ready if id(one) not in chosen]
    # a batch whose worker died after it had stored is done twice
    mine = read_by(engine, task.run, [seen.content or "" for seen, fate in others if fate == "unchanged"])
    return to_read, [(seen, fate_of(mine[seen.content or ""]) if seen.content in mine else fate) for seen, fate in others]


def _why_not(one: _Ready, states: Mapping[str, State], ours: Collection[str]) -> Fate:
    content = one.seen.content or ""
    if content in states:
        return "unchanged" if states[content] == "done" else "quarantined"
    return "unchanged" if content in ours else "elsewhere"


def _answered(ready: Sequence[_Ready], reader: ReadsAll) -> Iterator[tuple[_Ready, Answer]]:
    """Each file with its answer, in order; fewer where the reader was stopped."""
    return ((one, answer) for one, (_, answer) in zip(ready, reader.read_all([one.source for one in ready]), strict=False))


def _reading(one: _Ready, answer: Answer) -> Reading:
    """What was read, under the digest of what was read: the file may have changed since it was looked at."""
    outcome = answer.outcome
    content = _DIGEST.search(answer.json)
    digest = content[1].decode() if content else one.seen.content
    seen = one.seen if digest in {one.seen.content, _NOTHING} else replace(one.seen, content=digest, size=None)
    return Reading(seen, answer.json, outcome.status, outcome.reason, outcome.message, answer.seconds)


def _told(reading: Reading) -> Result:
    return Result(reading.seen.address, fate_of(reading.status), reading.reason, reading.message, reading.seconds)
