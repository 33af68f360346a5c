"""A browser, and people who sit before it; whoever leaves has seen no error, and nothing was asked of another host."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.pipeline.review.browser.papers import FIVE_FINDINGS, drawn_pact, put_files, ten
from tests.pipeline.review.browser.sitting import Sitting, sit
from tests.pipeline.review.chromium import chromium
from tests.pipeline.review.web.running import Running, running
from tests.pipeline.store.make_reading import pact

Sit = Callable[..., Sitting]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as opened:
        yield opened


@pytest.fixture
def sits(browser: Browser) -> Iterator[Sit]:
    """Sit down before a server; everything that a browser's context takes can be asked for."""
    open_now = []

    def begin(address: str, **context: object) -> Sitting:
        opened, sitting = sit(browser, address, **context)
        open_now.append((opened, sitting))
        return sitting

    yield begin
    for opened, _ in open_now:
        opened.close()
    assert [trouble for _, sitting in open_now for trouble in sitting.troubles] == []


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A store with one agreement as text (1), one as a drawn PDF (2), and a sample with five findings (3)."""
    papers = tmp_path / "papers"
    files = {papers / "a.txt": pact().encode(), papers / "b.pdf": drawn_pact(), papers / "c.pdf": FIVE_FINDINGS.read_bytes()}
    put_files(tmp_path / "store.db", files)
    return tmp_path / "store.db"


@pytest.fixture
def server(place: Path) -> Iterator[Running]:
    """A server of a store of three records, before which 甲老师 sits."""
    with running(place, name="甲老师") as served:
        yield served


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """A store of ten agreements."""
    ten(tmp_path / "many.db")
    return tmp_path / "many.db"
