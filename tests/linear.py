"""What reading costs as its text grows: compared with a tenth of the text, never held to a time that a busy machine may miss."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from typing import TypeVar

LIMIT = 30.0
"""Ten times the text may cost thirty times, midway in ratio to the hundred times of what is quadratic: busy machines blur both."""
_QUICK = 0.2
"""Seconds of the processor. What costs less is not compared: clocks are coarse, and so small a cost cannot be quadratic."""
_TRIALS = 3

Made = TypeVar("Made")


def growth(read: Callable[[Made], object], make: Callable[[int], Made], large: int = 20_000, limit: float = LIMIT) -> float:
    """How many times more it costs to ``read`` what ``make`` gives for ``large`` than for a tenth of it, at best; 0 where that is quick.

    ``make`` gets a length, usually in characters, and is not measured. Every trial has a length of its own, so that nothing that was
    remembered of an earlier one makes it cheap.
    """
    return dearness(read, lambda trial: make(large // 10 + trial), lambda trial: make(large + trial), limit)


def dearness(read: Callable[[Made], object], small: Callable[[int], Made], large: Callable[[int], Made], limit: float = LIMIT) -> float:
    """How many times more ``large`` costs to ``read`` than ``small``, each the best of three trials 0, 1, 2; 0 where ``large`` is quick.

    The trials of ``large`` end with the first one within ``limit``.
    """
    least = _cost(read, large(0))
    if least <= _QUICK:
        return 0.0
    unit = min(_cost(read, small(trial)) for trial in range(_TRIALS))
    for trial in range(1, _TRIALS):
        if least <= limit * unit:
            break
        least = min(least, _cost(read, large(trial)))
    return least / unit if least > _QUICK else 0.0


def _cost(read: Callable[[Made], object], made: Made) -> float:
    """Seconds of the processor, without those that other programs take from it and those of the collector, which walks what others made."""
    collects = gc.isenabled()
    gc.disable()
    try:
        began = time.process_time()
        read(made)
        return time.process_time() - began
    finally:
        if collects:
            gc.enable()
