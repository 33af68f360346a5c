"""Lists that are found by themselves, over every layout and over pages without a list."""

from __future__ import annotations

import pytest

from extractors.listings.auto import find_list
from extractors.listings.page import read_page_list
from tests.extractors.listings.bureau_articles import TODAY
from tests.extractors.listings.bureau_pages import LAYOUTS, make_page

SEEDS = range(12)


@pytest.mark.parametrize("name", LAYOUTS)
def test_the_list_of_a_page_is_found(name: str) -> None:
    for seed in SEEDS:
        page = make_page(LAYOUTS[name], seed)
        found = find_list(page.data, page.address, TODAY)
        assert tuple((one.address, one.title, one.day) for one in found.listing.entries) == page.entries, seed
