"""Agreements drawn from the tables of a template collection, by chance; its writer has not seen the rules."""

from __future__ import annotations

from random import Random

from tests.planted.bureau import (
    break_blanks,
    break_clauses,
    break_counts,
    break_dates,
    break_endings,
    break_missing,
    break_money,
    break_names,
    render,
)
from tests.planted.bureau.draft import Ask, draft
from tests.planted.bureau.ways import WAYS
from tests.planted.planted import Planted

BREAKS = (break_missing, break_endings, break_blanks, break_clauses, break_dates, break_money, break_names, break_counts)
"""The modules that enter their ways into the table when they are imported."""

_NUMBERED = ("clause-gap", "clause-duplicate", "dangling-reference")
"""Their subject is a number as it is printed, in plain digits."""


def _dice(name: str) -> Random:
    return Random(f"bureau {name}")  # noqa: S311 - texts, not secrets


def clean(seed: int) -> Planted:
    """An agreement without a defect."""
    return Planted(render.write(draft(_dice(f"clean {seed}"), Ask())), None, None)


def plant(rule: str, seed: int) -> Planted:
    """An agreement with one defect of a rule; the ways to break it take turns."""
    way = WAYS[rule][seed % len(WAYS[rule])]
    paper = draft(_dice(f"{rule} {seed}"), way.ask)
    if rule in _NUMBERED:
        paper.style.wide = False
    subject = way.do(paper)
    text = render.write(paper)
    return Planted(text, rule, subject or paper.broken_number)
