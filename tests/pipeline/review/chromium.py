"""Debian's Chromium, for tests of pages."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

from tests.formats.needed import needed_program


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser, without a window; it reaches no network by itself."""
    program = needed_program("chromium", "chromium")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-background-networking"])
        try:
            yield opened
        finally:
            opened.close()
