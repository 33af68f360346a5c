"""The voice of an office that follows the templates: plain agreements between a school in town and one in the country."""

from __future__ import annotations

from random import Random

from tests.planted.district.defects_clashing import CLASHING
from tests.planted.district.defects_missing import BLANK, MISSING
from tests.planted.district.draft import Wish, drafted
from tests.planted.district.written import written
from tests.planted.planted import Planted

_DEFECTS = MISSING | BLANK | CLASHING


def clean(seed: int) -> Planted:
    """An agreement without a defect."""
    rng = Random(seed)  # noqa: S311 - a test's texts, no secrets
    return Planted(written(drafted(rng, Wish())), None, None)


def plant(rule: str, seed: int) -> Planted:
    """An agreement with one defect of a rule."""
    rng = Random(f"{rule} {seed}")  # noqa: S311 - a test's texts, no secrets
    wish, way = rng.choice(_DEFECTS[rule])
    draft = drafted(rng, wish)
    subject = way(draft)
    return Planted(written(draft), rule, subject)
