"""Talk to the person at the terminal: lines on the standard error, and a progress bar where somebody watches."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID


@dataclass(frozen=True, slots=True)
class Teller:
    """Says lines; ``step`` moves the bar if there is one."""

    bar: tuple[Progress, TaskID] | None = None

    def say(self, line: str) -> None:
        """One line, whole: a terminal that is too narrow wraps it itself."""
        if self.bar is not None:
            self.bar[0].console.print(line, markup=False, highlight=False, emoji=False, soft_wrap=True)
        else:
            sys.stderr.write(line + "\n")
            sys.stderr.flush()

    def say_all(self, lines: Iterable[str]) -> None:
        """Each line."""
        for line in lines:
            self.say(line)

    def step(self) -> None:
        """One input is done."""
        if self.bar is not None:
            self.bar[0].advance(self.bar[1])


def is_watched() -> bool:
    """Whether the standard error is a terminal."""
    return sys.stderr.isatty()


@contextmanager
def telling(total: int) -> Iterator[Teller]:
    """A teller for ``total`` inputs; there is a bar only for several inputs, and only if the standard error is a terminal."""
    if total < 2 or not is_watched():
        yield Teller()
        return
    from rich.console import Console  # noqa: PLC0415 - a tenth of a second that only a watched run pays
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn  # noqa: PLC0415 - start-up

    with Progress(BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), console=Console(stderr=True), transient=True) as bar:
        yield Teller((bar, bar.add_task("", total=total)))
