"""How fast the values of a text are found, beside OpenCC's conversion and a plain search for figures over the same text in the same run.

``python -m benchmarks.values [--largest 1000000]`` prints characters per second on one core and their ratio to the conversion; ratios
hold across machines, absolute times do not. The first text is the open part of the corpus, the second is news-like: few figures, many
plain words. Last comes the longest time per character that a text of one repeated thing costs.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import opencc

from extractors.values import find_values

_CORPUS = Path(__file__).resolve().parent.parent / "tests" / "quality" / "corpus" / "open"
_SIZES = (10_000, 100_000, 1_000_000)
_RUNS = 3
_FIGURES = re.compile("[0-9]+")
_SENTENCES = (
    "记者从市教育局获悉，结对学校的教师走进课堂，同村里的孩子一起上了美术课。", "活动现场气氛热烈，大家纷纷表示要把好的做法带回学校。",
    "校长介绍，学校新建的图书室已经开放，藏书由社会各界捐赠。", "本次活动共有{}名教师参加，送课{}节，捐赠图书{}册。",
    "下一步，双方将继续深化合作，让更多的孩子受益。", "{}月{}日，帮扶座谈会在镇中心小学召开。", "据了解，项目总投资{}万元，受益学生{}余人。",
)  # fmt: skip
_HARD = ("一", "十", "1", "1年", "一、", "1 ", "第一", "每年", "2023年", "（", "百分之")
_HARD_SIZE = 3_000


def main() -> None:
    """Measure every size of both texts and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--largest", type=int, default=_SIZES[-1], help="characters of the longest text")
    largest = parser.parse_args().largest
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    readers = _readers()
    for _, read in readers:
        read("2023年9月1日，拨付3万元。")
    print(f"{'text':>8}{'characters':>12}" + "".join(f"{name + ' chars/s':>24}{'× OpenCC':>10}" for name, _ in readers))
    for name, text in (("corpus", _corpus(largest)), ("news", _news(largest))):
        for size in (size for size in _SIZES if size <= largest):
            seconds = [_best(read, text[:size], _RUNS if size < 10**6 else 1) for _, read in readers]
            print(f"{name:>8}{size:>12,}" + "".join(f"{size / each:>24,.0f}{each / seconds[0]:>10.2f}" for each in seconds), flush=True)
    _hardest(readers[-1][1])


def _readers() -> list[tuple[str, Callable[[str], object]]]:
    simplify = opencc.OpenCC("t2s").convert
    reference = date(2023, 9, 1)
    return [
        ("OpenCC", simplify),
        ("figures", lambda text: sum(1 for _ in _FIGURES.finditer(text))),
        ("values", lambda text: find_values(text, simplify=simplify, reference=reference)),
    ]


def _hardest(read: Callable[[str], object]) -> None:
    costs = {piece: _best(read, (piece * _HARD_SIZE)[:_HARD_SIZE], _RUNS) / _HARD_SIZE for piece in _HARD}
    piece = max(costs, key=costs.__getitem__)
    print(f"hardest of {len(costs)}: {piece!r} repeated, {1 / costs[piece]:,.0f} chars/s")


def _corpus(size: int) -> str:
    """The corpus's plain texts, again and again, at least ``size`` characters."""
    text = "\n\n".join(path.read_text(encoding="utf-8") for path in sorted(_CORPUS.glob("*.txt")))
    return (text + "\n\n") * (size // len(text) + 1)


def _news(size: int) -> str:
    """Sentences in a random order that is the same on every run, each with figures of its own."""
    chance = random.Random(20_26)  # noqa: S311 - other figures, no secrets
    parts: list[str] = []
    length = 0
    while length < size:
        sentence = chance.choice(_SENTENCES)
        parts.append(sentence.format(*(chance.randint(1, 12) for _ in range(sentence.count("{}")))))
        length += len(parts[-1])
    return "".join(parts)


def _best(read: Callable[[str], object], text: str, runs: int) -> float:
    """Seconds of the fastest of some runs."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        read(text)
        times.append(time.perf_counter() - start)
    return min(times)


if __name__ == "__main__":
    main()
