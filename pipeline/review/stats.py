"""What reviewing shows: how right the reading is field by field, how far reviewers agree, and how long a record takes.

*Precision* is how much of what was read is right, of all that was decided on. *Recall* is how much of what the papers say was read: it is
reckoned over the records that are signed off, for only there has somebody looked for what is missing. *Agreement* is Cohen's kappa over
what two reviewers have both decided on, each for themselves: what one of them said after a conflict was settled does not count. *Time* is
what passes between opening a record and signing it off, without the pauses.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import timedelta
from itertools import combinations, pairwise
from statistics import median
from typing import Any

from pipeline.review.decision import Logged, Outcome
from pipeline.review.entries import Entry, plain, said
from pipeline.review.situation import Situation
from pipeline.review.standing import undone_bundles
from pipeline.review.targets import Field, target_of

PAUSE = timedelta(minutes=5)
"""A longer time without a decision is a pause."""
_OWN = frozenset({"accept", "correct", "reject", "absent", "add", "confirm", "dismiss"})


@dataclass(slots=True)
class Found:
    """How a field's values were found. ``accepted`` were right, ``added`` were missed; findings are accepted where they were confirmed.

    ``signed_*`` are those of records that are signed off.
    """

    accepted: int = 0
    corrected: int = 0
    rejected: int = 0
    added: int = 0
    signed_right: int = 0
    signed_stated: int = 0

    @property
    def precision(self) -> float | None:
        """Of what was read; None where nothing was."""
        read = self.accepted + self.corrected + self.rejected
        return self.accepted / read if read else None

    @property
    def recall(self) -> float | None:
        """Of what the papers say; None where no record that says anything is signed off."""
        return self.signed_right / self.signed_stated if self.signed_stated else None


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two reviewers and the ``n`` values and findings that both decided on; ``kappa`` is None where all that they say is one thing."""

    reviewers: tuple[str, str]
    n: int
    agreed: int
    kappa: float | None


@dataclass(frozen=True, slots=True)
class Times:
    """Seconds that records took: one for each that was opened and then signed off by one reviewer."""

    seconds: tuple[float, ...]

    @property
    def median(self) -> float | None:
        """That of the record in the middle."""
        return median(self.seconds) if self.seconds else None

    @property
    def mean(self) -> float | None:
        """The time of all by their number."""
        return sum(self.seconds) / len(self.seconds) if self.seconds else None


@dataclass(slots=True)
class Stats:
    """All of it; ``records`` are those on which something was decided, ``signed`` those that are signed off."""

    records: int = 0
    signed: int = 0
    fields: dict[Field, Found] = field(default_factory=dict)
    agreements: tuple[Agreement, ...] = ()
    times: Mapping[str, Times] = field(default_factory=dict)
    """By reviewer."""

    @property
    def all_times(self) -> Times:
        """Those of all reviewers."""
        return Times(tuple(second for times in self.times.values() for second in times.seconds))

    def as_json(self) -> dict[str, Any]:
        """For programs: what is not known is null."""
        shares = {name: {"precision": one.precision, "recall": one.recall} for name, one in self.fields.items()}
        return {
            "records": self.records,
            "signed": self.signed,
            "fields": {name: {**asdict(one), **shares[name]} for name, one in self.fields.items()},
            "agreement": [asdict(one) for one in self.agreements],
            "seconds": {"all": _of_times(self.all_times), "by_reviewer": {who: _of_times(one) for who, one in self.times.items()}},
        }


def stats_of(situations: Iterable[Situation]) -> Stats:
    """What the reviews of these records show. Linear in their logs and values."""
    stats = Stats()
    own: dict[tuple[str, str], dict[str, str]] = {}
    seconds: dict[str, list[float]] = defaultdict(list)
    for situation in situations:
        is_signed = situation.state.state == "signed"
        stats.records += 1
        stats.signed += is_signed
        for target, held in situation.standing.values.items():
            entry = situation.applied.entries.get(target)
            if entry is not None and held.outcome is not None:
                _count(stats.fields.setdefault(entry.field, Found()), entry, held.outcome, is_signed=is_signed)
        own |= {(situation.content, target): labels for target, labels in own_labels(situation.carried).items()}
        for who, second in record_times(situation.log):
            seconds[who].append(second)
    stats.agreements = tuple(agreements(own.values()))
    stats.times = {who: Times(tuple(some)) for who, some in sorted(seconds.items())}
    return stats


def _count(found: Found, entry: Entry, outcome: Outcome, *, is_signed: bool) -> None:
    """Count a value or finding that was decided on. What is said of it is held against what was read, whatever the decision is called."""
    if entry.is_finding:
        is_right = outcome.action == "confirm"
        found.accepted += is_right
        found.rejected += not is_right
        return
    target = target_of(entry.target)
    was = None if target is None or target.is_added else said(plain(entry.value))
    now = {"accept": was, "correct": said(outcome.becomes), "add": said(outcome.becomes)}.get(outcome.action)
    found.accepted += now is not None and now == was
    found.corrected += None not in (now, was) and now != was
    found.rejected += now is None and was is not None
    found.added += now is not None and was is None
    if is_signed and now is not None:
        found.signed_right += now == was
        found.signed_stated += 1


def own_labels(log: Sequence[Logged]) -> dict[str, dict[str, str]]:
    """What each reviewer said of each target, before it was settled; two corrections are one where they say the same."""
    undone = undone_bundles(log)
    labels: dict[str, dict[str, str]] = defaultdict(dict)
    settled: set[str] = set()
    for entry in log:
        decision = entry.decision
        if entry.bundle in undone:
            continue
        if decision.action == "settle":
            settled.add(decision.target)
        elif decision.action in _OWN and decision.target not in settled:
            becomes = json.dumps(said(decision.becomes), sort_keys=True) if decision.becomes is not None else ""
            labels[decision.target][entry.who] = f"{decision.action} {becomes}"
    return dict(labels)


def agreements(labels: Iterable[Mapping[str, str]]) -> list[Agreement]:
    """Of each two reviewers, by their names."""
    both: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for each in labels:
        for one, other in combinations(sorted(each), 2):
            both[one, other].append((each[one], each[other]))
    return [
        Agreement(reviewers, len(pairs), sum(one == other for one, other in pairs), kappa(pairs))
        for reviewers, pairs in sorted(both.items())
    ]


def kappa(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Cohen's kappa: how much more two people agree than chance would have them; None where chance alone has them agree always."""
    n = len(pairs)
    if not n:
        return None
    seen = sum(one == other for one, other in pairs) / n
    first, second = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    chance = sum(times * second[label] for label, times in first.items()) / n**2
    return None if chance == 1 else (seen - chance) / (1 - chance)


def record_times(log: Sequence[Logged]) -> list[tuple[str, float]]:
    """Who signed a record off, and after how many seconds of work: from the first time that they opened it since a sign-off of theirs."""
    undone = undone_bundles(log)
    steps: dict[str, list[Logged]] = defaultdict(list)
    times: list[tuple[str, float]] = []
    for entry in log:
        mine = steps[entry.who]
        if mine or entry.decision.action == "open":
            mine.append(entry)
        if entry.decision.action == "sign-off" and entry.bundle not in undone:
            gaps = [after.at - before.at for before, after in pairwise(mine)]
            if mine:
                times.append((entry.who, sum((gap for gap in gaps if gap <= PAUSE), timedelta()).total_seconds()))
            mine.clear()
    return times


def _of_times(times: Times) -> dict[str, Any]:
    return {"n": len(times.seconds), "median": times.median, "mean": times.mean}
