"""The files of a batch run, looked at one after another: what is new among them goes into batches, what is not is only noted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import sqlalchemy as sa

from pipeline.batch.at_hand import look_at
from pipeline.batch.items import Item
from pipeline.batch.shift import Grow, Tell
from pipeline.batch.work import Batch, Task
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
    ``limit`` is how many new files are read; what comes after the last of them is not looked at. ``grow`` hears of known archives.
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
    grow: Grow = lambda _: None
    _made: int = 0
    _taken: int = 0
    _contents: set[str] = field(default_factory=set)
    _waiting: list[tuple[Item, Seen | None]] = field(default_factory=list)

    def __iter__(self) -> Iterator[Batch]:
        """One batch after another."""
        at = 0
        while at < len(self.items) and not self._is_full and not self.stopped():
            some = self.items[at : at + self._reach()]
            at += len(some)
            self._waiting += self._new(some)
            left = 0 if self._is_full else len(self.items) - at
            while self._waiting and (len(self._waiting) >= self._size(left) or left == 0) and not self.stopped():
                size = self._size(left)
                now, self._waiting = self._waiting[:size], self._waiting[size:]
                self._made += 1
                yield Batch(self._made, tuple(item for item, _ in now), tuple(seen for _, seen in now))

    @property
    def _is_full(self) -> bool:
        """Whether as many files are to be read as there may be."""
        return self.limit is not None and self._taken >= self.limit

    def _reach(self) -> int:
        """How many files are looked at together: not many more than may be read."""
        return _AT_ONCE if self.limit is None else min(_AT_ONCE, max(FIRST, self.limit - self._taken))

    def _size(self, left: int) -> int:
        """Small at first, small at last."""
        if self._made < self.seats:
            return self.least
        remaining = len(self._waiting) + left
        return max(self.least, min(MOST, remaining // (_SHARE * self.seats)))

    def _new(self, items: Sequence[Item]) -> list[tuple[Item, Seen | None]]:
        """Those of the files that are to be read."""
        looked = [(item, self._look(item)) for item in items if not self.stopped()]
        states = self._states({seen.content for _, some in looked for seen in some if seen.content is not None})
        new: list[tuple[Item, Seen | None]] = []
        settled: list[tuple[Seen, Fate]] = []
        for item, some in looked:
            fates = {seen: fate for seen in some if (fate := self._fate(seen, states)) is not None}
            if some and len(fates) == len(some):
                settled += fates.items()
                self.grow(len(some) - 1)
            elif not self._is_full:
                self._taken += 1
                self._contents.update(seen.content for seen in some if seen.content is not None and seen not in fates)
                new.append((item, some[0] if isinstance(item.source, Input) else None))
        if self.writes and self.engine is not None:
            note_sources(self.engine, self.task.run, [seen for seen, _ in settled])
        for seen, fate in settled:
            self.tell(Result(seen.address, fate, seen.reason, seen.message))
        return new

    def _look(self, item: Item) -> list[Seen]:
        """What a file of this machine holds; of an archive at an address its members, as they were seen under the same mark.

        What is at an address is looked at where it is read, unless files are counted; so there may be nothing to say of it.
        """
        if isinstance(item.source, Input):
            return [look_at(item.source, item.address, self.task.passwords)]
        if self.engine is None or (self.limit is None and self.writes):
            return []
        return seen_before(self.engine, item.source.address, item.source.mark)

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
