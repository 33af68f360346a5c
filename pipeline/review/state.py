"""How far a record is: what of it has been decided, and whether the sign-off still holds."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from pipeline.review.apply import Applied
from pipeline.review.entries import Json, plain, said
from pipeline.review.standing import Standing
from pipeline.review.targets import target_of
from schemas.review import RecordState

_EMPTY: tuple[Json, ...] = (None, False, "", [], {})
_FALLEN = frozenset({"rejected", "not-stated"})


@dataclass(frozen=True, slots=True)
class State:
    """``decided`` of the ``decisive`` entries have been decided; ``by`` and ``at`` are those of the sign-off, else of the last decision."""

    state: RecordState
    decided: int
    decisive: int
    conflicts: int
    by: str | None
    at: datetime | None


def state_of(standing: Standing, applied: Applied) -> State:
    """How far a record is."""
    held = standing.values
    decisive = [key for key, entry in applied.entries.items() if entry.is_decisive and not _is_withdrawn(key, standing)]
    decided = sum(key in held and held[key].state != "conflict" for key in decisive)
    conflicts = sum(one.state == "conflict" and one.target in applied.entries for one in standing.conflicts)
    sign_off = standing.sign_off
    state: RecordState = "open"
    if conflicts:
        state = "conflict"
    elif sign_off is not None:
        holds = not standing.is_changed_since and decided == len(decisive) and sign_off.decision.becomes == summary_of(standing, applied)
        state = "signed" if holds else "reopened"
    elif decisive and decided == len(decisive):
        state = "decided"
    elif any(key in held for key in applied.entries):
        state = "started"
    who = sign_off if state == "signed" else standing.last
    return State(state, decided, len(decisive), conflicts, who.who if who else None, who.at if who else None)


def summary_of(standing: Standing, applied: Applied) -> str:
    """A digest of all that a record says as it stands: what a sign-off is about, in whatever order and by whatever version it was read."""
    values = [[_field(key), _bare(said(plain(value)))] for key, value in applied.values.items()]
    findings = [[key, held.state if (held := standing.values.get(key)) else None] for key, one in applied.entries.items() if one.is_finding]
    told = sorted(json.dumps(one, ensure_ascii=True, sort_keys=True) for one in (*values, *findings))
    return hashlib.sha256("\n".join(told).encode()).hexdigest()[:32]


def _field(key: str) -> str:
    """The target without the item's place: that may be another one in another reading."""
    target = target_of(key)
    return key if target is None else f"{target.document} {target.field}"


def _bare(value: Json) -> Json:
    """Without what is not there: a later version may know more to say of a value."""
    if isinstance(value, Mapping):
        return {name: bare for name, part in value.items() if (bare := _bare(part)) not in _EMPTY}
    return [_bare(part) for part in value] if isinstance(value, list) else value


def _is_withdrawn(key: str, standing: Standing) -> bool:
    """Whether an item was added and taken away again: nothing is left to decide on."""
    target, held = target_of(key), standing.values.get(key)
    return target is not None and target.is_added and held is not None and held.state in _FALLEN
