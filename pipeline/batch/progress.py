"""Tell how far a batch run is: a bar where somebody watches, else a line now and then; and a line for each file that gives trouble."""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pipeline.batch.words import counted, spoken, words
from pipeline.messages import Lang, messages
from pipeline.printable import escaped, one_line
from pipeline.store.seen import FATES, Fate, Result
from pipeline.terminal import Teller, is_watched

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

MOST_TROUBLES = 20
_PAUSE = 10.0
"""Seconds between two lines where nobody watches a bar."""
_TELLING = 10
"""Files after which there is a rate."""
_WINDOW = 20.0
"""Seconds over which the rate is taken: files that need no reading go by quickly, and say nothing of the others."""


@dataclass(slots=True)
class Progress:
    """Counts what becomes of files, from any thread."""

    total: int
    lang: Lang
    debug: bool = False
    bar: tuple[Bar, TaskID] | None = None
    counts: Counter[Fate] = field(default_factory=Counter)
    _teller: Teller = field(default_factory=Teller)
    _troubles: int = 0
    _began: float = field(default_factory=time.monotonic)
    _told: float = -_PAUSE
    _marks: list[tuple[float, int]] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def seconds(self) -> float:
        """Since the run began."""
        return time.monotonic() - self._began

    def tell(self, result: Result) -> None:
        """One file is done."""
        with self._lock:
            self.counts[result.fate] += 1
            self._trouble(result)
            self._show()

    def grow(self, count: int) -> None:
        """There are so many more files than were listed: archives were opened."""
        with self._lock:
            self.total += count
            if self.bar is not None:
                self.bar[0].update(self.bar[1], total=self.total)

    def say(self, line: str) -> None:
        """A line of its own, above the bar."""
        self._teller.say(line)

    def ordered(self) -> dict[Fate, int]:
        """The counts in the order in which they are told."""
        return {fate: self.counts[fate] for fate in FATES if self.counts[fate]}

    def _trouble(self, result: Result) -> None:
        if result.fate in {"ok", "unchanged", "elsewhere"}:
            return
        self._troubles += 1
        if self._troubles > MOST_TROUBLES:
            if self._troubles == MOST_TROUBLES + 1:
                self.say(words(self.lang).more_trouble)
            return
        self._teller.say_all(_lines(result, self.lang, debug=self.debug))

    def _show(self) -> None:
        done, now = self.counts.total(), time.monotonic()
        self._marks = [mark for mark in self._marks if now - mark[0] <= _WINDOW][-500:]
        if not self._marks or now - self._marks[-1][0] > 0.1:
            self._marks.append((now, done))
        if self.bar is not None:
            self.bar[0].update(self.bar[1], completed=done, total=max(self.total, done), said=self._line(done))
        elif now - self._told >= _PAUSE and done != self.total:
            self._told = now
            self.say(self._line(done))

    def _line(self, done: int) -> str:
        said, total = words(self.lang), max(self.total, done)
        first, last = self._marks[0], self._marks[-1]
        rate = (last[1] - first[1]) / (last[0] - first[0]) if last[0] - first[0] > 1 else done / max(self.seconds, 0.1)
        # the first files wait for the children to load: what they took says nothing of the others
        pace = said.rate.format(rate=f"{rate:,.1f}", time=spoken((total - done) / rate, said)) if rate and done >= _TELLING else ""
        return said.progress.format(done=f"{done:,}", total=f"{total:,}", rate=pace, counts=counted(self.ordered(), said))


def _lines(result: Result, lang: Lang, *, debug: bool) -> Iterator[str]:
    texts, name = messages(lang), one_line(result.address)
    if result.fate == "quarantined":
        yield words(lang).quarantined.format(name=name)
        return
    # after its first line, the message of a failure is the traceback
    why, _, trace = (result.message or "").partition("\n")
    if result.reason is not None and (lang == "en" or not why):
        why = next((said for reason, said in texts.reasons.items() if reason == result.reason), why)
    template = {"unreadable": texts.not_read, "failed": texts.failed, "needs-review": texts.review}[result.fate]
    yield template.format(name=name, why=one_line(why))
    if debug and result.fate == "failed":
        yield from map(escaped, trace.splitlines())


@contextmanager
def watching(total: int, lang: Lang, *, debug: bool = False) -> Iterator[Progress]:
    """Progress for ``total`` files."""
    if not is_watched():
        yield Progress(total, lang, debug)
        return
    from rich.console import Console  # noqa: PLC0415 - a tenth of a second that only a watched run pays
    from rich.progress import BarColumn, TextColumn  # noqa: PLC0415 - start-up
    from rich.progress import Progress as Bar  # noqa: PLC0415 - start-up

    with Bar(BarColumn(30), TextColumn("{task.fields[said]}", markup=False), console=Console(stderr=True), transient=True) as bar:
        shown = (bar, bar.add_task("", total=total, said=""))
        yield Progress(total, lang, debug, shown, _teller=Teller(shown))
