"""The files of a batch run, looked at one after another: what is new among them goes into batches, what is not is only noted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import sqlalchemy as sa

from pipeline.batch.items import Item
from pipeline.batch.work import Batch, Task, Tell, look_at
from pipeline.sources.inputs import Input
from pipeline.store.known import State, known
from pipeline.store.seen import Fate, Result, Seen
from pipeline.store.sources import seen_before
from pipeline.store.writing import note_sources

FIRST = 8
"""Files of the first batches, and of the last: the first result is not to wait for many."""
MOST = 100
_SHARE = 2
"""Batches for each seat that are still to come when one is made: the last ones are small, so that the seats end together."""
_AT_ONCE = 250


@dataclass(slots=True)
class Batches:
    """Makes the batches of a run. ``seats`` is how many are done at a time; files that need no reading are told and noted at once.

    ``writes`` False only tells: a dry run. ``least`` is how small the first and the last batches are. ``stopped`` says whether to go on.
    """

    items: Sequence[Item]
    task: Task
    engine: sa.Engine | None
    seats: int
    tell: Tell
    stopped: Callable[[], bool] = lambda: False
    limit: int | None = None
    writes: bool = True
    least: int = FIRST
    _made: int = 0
    _taken: int = 0
    _contents: set[str] = field(default_factory=set)
    _waiting: list[tuple[Item, Seen | None]] = field(default_factory=list)

    def __iter__(self) -> Iterator[Batch]:
        """One batch after another."""
        for at in range(0, len(self.items), _AT_ONCE):
            if self.stopped():
                return
            self._waiting += self._new(self.items[at : at + _AT_ONCE])
            left = len(self.items) - at - _AT_ONCE
            while self._waiting and (len(self._waiting) >= self._size(left) or left <= 0):
                size = self._size(left)
                now, self._waiting = self._waiting[:size], self._waiting[size:]
                self._made += 1
                yield Batch(self._made, tuple(item for item, _ in now), tuple(seen for _, seen in now))

    def _size(self, left: int) -> int:
        """Small at first, small at last."""
        if self._made < self.seats:
            return self.least
        remaining = len(self._waiting) + max(left, 0)
        return max(self.least, min(MOST, remaining // (_SHARE * self.seats)))

    def _new(self, items: Sequence[Item]) -> list[tuple[Item, Seen | None]]:
        """Those of the files that are to be read."""
        looked = [(item, self._look(item)) for item in items]
        contents = {seen.content for _, seen in looked if seen is not None and seen.content is not None}
        states = self._states(contents)
        new: list[tuple[Item, Seen | None]] = []
        settled: list[tuple[Seen, Fate]] = []
        for item, seen in looked:
            fate = None if seen is None else self._fate(seen, states)
            if seen is not None and fate is not None:
                settled.append((seen, fate))
            elif self.limit is None or self._taken < self.limit:
                self._taken += 1
                self._contents.update(filter(None, [seen.content if seen else None]))
                new.append((item, seen))
        if self.writes and self.engine is not None:
            note_sources(self.engine, self.task.run, [seen for seen, _ in settled])
        for seen, fate in settled:
            self.tell(Result(seen.address, fate, seen.reason, seen.message))
        return new

    def _look(self, item: Item) -> Seen | None:
        """What a file of this machine holds; one at an address is looked at where it is read, unless files are counted."""
        if isinstance(item.source, Input):
            return look_at(item.source, item.address, self.task.passwords)
        if self.engine is None or (self.limit is None and self.writes):
            return None
        before = seen_before(self.engine, item.source.address, item.source.mark)
        return before[0] if len(before) == 1 and before[0].address == item.address else None

    def _states(self, contents: set[str]) -> dict[str, State]:
        return {} if self.engine is None else known(self.engine, contents, self.task.setting, retry_failed=self.task.retry_failed)

    def _fate(self, seen: Seen, states: dict[str, State]) -> Fate | None:
        """How a file is settled without being read; None where it is to be read. The second file of one content is not read again."""
        if seen.content is None:
            return "unreadable"
        if seen.content in self._contents:
            return "unchanged"
        state = states.get(seen.content)
        return None if state is None else "unchanged" if state == "done" else "quarantined"
