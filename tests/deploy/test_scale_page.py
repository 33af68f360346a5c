"""What docs/scale.md says of the program is what the program has."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from extractors.readers.limits import MAX_BYTES
from pipeline.batch import batches, working
from pipeline.store.known import MOST_ATTEMPTS
from pipeline.store.runs import SILENCE
from tests.deploy.test_compose import PAGES

PAGE, PAGE_ZH = (page.read_text(encoding="utf-8") for page in PAGES)


def test_the_bounds_are_the_programs() -> None:
    at_once = working._SEATS_ELSEWHERE + working._AHEAD_ELSEWHERE
    assert f"| {at_once} workers | one run has at most {at_once} batches" in PAGE
    assert f"| {at_once} 个 worker | 一次运行最多有 {at_once} 批" in PAGE_ZH
    assert f"up to {batches.MOST} papers" in PAGE
    assert f"不超过 {batches.MOST} 份" in PAGE_ZH
    assert f"after {SILENCE.seconds} seconds" in PAGE
    assert f"{SILENCE.seconds} 秒后放开" in PAGE_ZH
    assert f"{MAX_BYTES // 1024**2} MB" in PAGE
    assert f"{MAX_BYTES // 1024**2} MB" in PAGE_ZH
    assert MOST_ATTEMPTS == 3, "three times, then set aside"


@pytest.mark.parametrize("page", [PAGE, PAGE_ZH])
def test_the_arithmetic_is_right(page: str) -> None:
    table = page.partition("<!-- arithmetic -->")[2].partition("<!-- end -->")[0]
    rows = re.findall(r"^\| (\d+) \| ([\d.]+) \|$", table, re.MULTILINE)
    assert len(rows) > 3
    for cores, hours in rows:
        assert float(hours) == round(10_000_000 / int(cores) / 3600, 1)


def test_both_pages_have_the_same_places_for_figures_and_the_same_sections() -> None:
    places = [sorted(re.findall(r"\{\w+\}", page)) for page in (PAGE, PAGE_ZH)]
    assert places[0] == places[1]
    assert PAGE.count("\n## ") == PAGE_ZH.count("\n## ")
    assert [line.count("|") for line in PAGE.splitlines() if line.startswith("|")] == [
        line.count("|") for line in PAGE_ZH.splitlines() if line.startswith("|")
    ]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target
