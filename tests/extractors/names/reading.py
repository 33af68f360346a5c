"""Reads the parties of a short paper, for tests."""

from __future__ import annotations

from dataclasses import replace

from extractors.fields.parties import find_parties
from extractors.names.find import find_mentions
from extractors.names.sides import find_sides
from extractors.text.passage import Stretch
from schemas.agreement import Kind
from tests.extractors.fields.passages import passage_of


def parties_of(kind: Kind, text: str) -> list[tuple[str, str]]:
    """Name and side of each party; the first line of ``text`` is its title."""
    passage = replace(passage_of(text, kind), title=Stretch(0, text.index("\n")))
    return [(party.name, party.side) for party in find_parties(passage, (), find_sides(passage, find_mentions(passage)))]
