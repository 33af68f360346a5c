"""Both pages on reviewing say the same, and name the keys and states that there are."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from pipeline.review.words import review_words
from schemas.review import RecordState, ValueState
from tests.repo.test_readme import blocks
from tests.repo.tracked import ROOT

ENGLISH, CHINESE = PAGES = [ROOT / "docs" / name for name in ("reviewing.md", "reviewing.zh-CN.md")]
_STATIC = ROOT / "pipeline" / "review" / "web" / "static"


def first_cells(page: Path) -> list[list[str]]:
    """What stands in code in the first cell of each row of a table."""
    rows = re.findall(r"^\| (`.+?) \|", page.read_text(encoding="utf-8"), re.MULTILINE)
    return [re.findall(r"`([^`]+)`", row) for row in rows]


def keys_of(script: str) -> set[str]:
    """The keys that a record's page hears, but for arrows and Enter."""
    table = re.search(r"^const KEYS = \{$(.+?)^\};$", (_STATIC / script).read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert table is not None
    return {key.strip('"') for key in re.findall(r"^  (\S+?): ", table[1], re.MULTILINE)} - {"ArrowDown", "ArrowUp", "Enter"}


def test_both_pages_have_the_same_commands_sections_and_rows() -> None:
    assert blocks(ENGLISH) == blocks(CHINESE)
    assert len(blocks(ENGLISH)) == 1
    assert first_cells(ENGLISH) == first_cells(CHINESE)
    headings = [len(re.findall(r"^#+ ", page.read_text(encoding="utf-8"), re.MULTILINE)) for page in PAGES]
    assert headings[0] == headings[1] > 10


@pytest.mark.parametrize("page", PAGES, ids=["en", "zh"])
def test_every_key_of_a_record_is_told(page: Path) -> None:
    told = {key for row in first_cells(page) for key in row if len(key) == 1}
    assert told == keys_of("record.js")


@pytest.mark.parametrize("page", PAGES, ids=["en", "zh"])
def test_states_have_the_names_of_the_page(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for state in get_args(RecordState):
        assert f"| `{state}` | {review_words('zh').record_states[state]} |" in text
    assert [state for state in get_args(ValueState) if state != "open" and f"`{state}`" not in text] == []


@pytest.mark.parametrize("page", PAGES, ids=["en", "zh"])
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target
