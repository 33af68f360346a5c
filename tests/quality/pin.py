"""Pin how right the reading is today, so that it cannot fall unseen: ``python -m tests.quality.pin``.

Measures both parts of the corpus and writes ``floors.json``: the number of documents and their digest, and under every figure its floor,
rounded down to three places. A floor is never lowered in silence: where a figure lies below it, nothing is written, unless
``--lower "why"`` gives the sentence that is kept beside the floors.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from decimal import ROUND_FLOOR, Decimal
from pathlib import Path
from typing import Any

from tests.quality import measured

FLOORS = Path(__file__).resolve().parent / "floors.json"
_STEP = Decimal("0.001")
Pins = dict[str, Any]


def measure() -> Pins:
    """What the corpus and the extractors of today would pin."""
    return {
        part: {"documents": measured.documents(part), "digest": measured.digest(part), "floors": floors(measured.figures(part))}
        for part in measured.PARTS
    }


def floors(figures: Mapping[str, float]) -> dict[str, float]:
    """The floor under each figure; there is none under nothing."""
    under = {name: float(Decimal(str(figure)).quantize(_STEP, ROUND_FLOOR)) for name, figure in figures.items()}
    return {name: floor for name, floor in under.items() if floor > 0}


def lowered(old: Pins, new: Pins) -> list[str]:
    """A line for each floor that would be lower than it is, or gone."""
    return [
        f"{part} {name}: {before} → {new[part]['floors'].get(name, 'gone')}"
        for part in new
        for name, before in old.get(part, {}).get("floors", {}).items()
        if new[part]["floors"].get(name, 0) < before
    ]


def main(arguments: Sequence[str], place: Path = FLOORS, measure: Callable[[], Pins] = measure) -> int:
    """Pin, or say what keeps it from being done."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality.pin", description="Pin how right the reading is today.")
    parser.add_argument("--lower", metavar="WHY", default="", help="lower floors, with the sentence that says why")
    why = " ".join(parser.parse_args(arguments).lower.split())
    old: Pins = json.loads(place.read_bytes()) if place.exists() else {}
    new = measure()
    lower = lowered(old, new)
    print("\n".join(lower or _raised(old, new) or ["no floor has changed"]))
    if lower and not why:
        print('not pinned: say why these may be lower, with --lower "why"')
        return 1
    reasons = [*old.get("why_lower", []), *([why] if lower else [])]
    place.write_text(json.dumps(new | {"why_lower": reasons}, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 0


def _raised(old: Pins, new: Pins) -> list[str]:
    return [
        f"{part} {name}: {before if before is not None else 'new'} → {floor}"
        for part in new
        for name, floor in new[part]["floors"].items()
        if (before := old.get(part, {}).get("floors", {}).get(name)) != floor
    ]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
