"""How many planted defects the rules find, and what they wrongly find: ``python -m tests.planted.measure``.

Each voice is a generator of its own writer: clean agreements, and the same with one defect of a named rule.
"""

from __future__ import annotations

import argparse
import importlib
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Protocol, cast

from extractors import read_text
from extractors.checks import FAMILIES
from schemas.finding import Finding
from tests.planted.planted import Planted

_LOUD = ("error", "warning")
PLANTED = tuple(rule for family in FAMILIES if family.slug not in {"writing", "scan"} for rule in family.rules)
"""The rules that the voices plant; what no honest writer would put in a paper, and what a scan does, tests/outside does."""


class Voice(Protocol):
    """What a generator offers; both are deterministic by their seed."""

    def clean(self, seed: int) -> Planted:
        """An agreement without any error or warning."""

    def plant(self, rule: str, seed: int) -> Planted:
        """An agreement with one defect of a rule."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was found in one text: whether its defect was, under its subject, and what else of errors and warnings."""

    seed: int
    planted: Planted
    found: bool
    subject_right: bool
    others: tuple[Finding, ...]


@dataclass(slots=True)
class Tally:
    """The outcomes of one rule, or of the clean texts."""

    outcomes: list[Outcome] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """The share of the defects that were found."""
        return sum(one.found for one in self.outcomes) / len(self.outcomes)

    @property
    def alarmed(self) -> int:
        """Texts in which something else was found."""
        return sum(bool(one.others) for one in self.outcomes)


def voices() -> tuple[str, ...]:
    """The names of the voices: the packages beside this file."""
    return tuple(sorted(path.parent.name for path in Path(__file__).parent.glob("*/__init__.py")))


def voice(name: str) -> Voice:
    """A voice by its name."""
    return cast("Voice", importlib.import_module(f"tests.planted.{name}"))


def judge(name: str, rule: str | None, seed: int) -> Outcome:
    """Read one text of a voice and hold what is found against what was planted."""
    planted = voice(name).clean(seed) if rule is None else voice(name).plant(rule, seed)
    findings = [one for document in read_text(planted.text, names=False).documents for one in document.findings]
    own = [one for one in findings if one.rule == rule]
    others = tuple(one for one in findings if one.rule != rule and one.severity in _LOUD)
    return Outcome(seed, planted, bool(own), any(one.subject == planted.subject for one in own), others)


def tally(pool: ProcessPoolExecutor, name: str, rule: str | None, seeds: Iterable[int]) -> Tally:
    """The outcomes of one rule over many seeds."""
    return Tally(list(pool.map(partial(judge, name, rule), seeds, chunksize=5)))


def _lines(result: Tally, rule: str | None, *, show: bool) -> Iterator[str]:
    other = Counter(one.rule for outcome in result.outcomes for one in outcome.others)
    subjects = sum(one.found and not one.subject_right for one in result.outcomes)
    told = "  ".join(f"{slug} {count}" for slug, count in other.most_common())
    head = f"{'clean':25}        " if rule is None else f"{rule:25} {result.recall:6.3f} "
    wrong = f", subject wrong {subjects}" if subjects else ""
    yield f"{head} other alarms in {result.alarmed:3} of {len(result.outcomes)}{wrong}  {told}"
    for one in result.outcomes if show else ():
        if (rule is not None and not (one.found and one.subject_right)) or one.others:
            yield f"--- seed {one.seed} planted {one.planted.rule} {one.planted.subject} found {one.found}"
            for alarm in one.others:
                yield f"    ! {alarm.rule} [{alarm.subject}] {alarm.message} {[span.text for span in alarm.spans]}"
            yield one.planted.text


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--voice", action="append", choices=voices(), help="all if left out")
    parser.add_argument("--rule", action="append", help="a slug, or clean; all if left out")
    parser.add_argument("--seeds", type=int, default=50)
    parser.add_argument("--from", type=int, default=0, dest="first")
    parser.add_argument("--show", action="store_true", help="print what went wrong, with the texts")
    asked = parser.parse_args(arguments)
    seeds = range(asked.first, asked.first + asked.seeds)
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        for name in asked.voice or voices():
            print(f"== {name}")
            for rule in asked.rule or ["clean", *(rule.slug for rule in PLANTED)]:
                wanted = None if rule == "clean" else rule
                result = tally(pool, name, wanted, seeds if wanted else range(asked.first, asked.first + 2 * asked.seeds))
                print("\n".join(_lines(result, wanted, show=asked.show)), flush=True)


if __name__ == "__main__":
    main()
