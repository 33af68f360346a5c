"""The pictures of the main views can be taken; with JIEDUI_SCREENSHOTS they are kept in that folder."""

from __future__ import annotations

import os
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser

from tests.pipeline.review.browser.screenshots import VIEWS, WHO, fill, take
from tests.pipeline.review.web.running import running
from tests.repo.tracked import ROOT

LARGEST = 200_000
README = ("review-queue", "review-record", "review-page")


def test_every_view_has_its_picture(browser: Browser, tmp_path: Path) -> None:
    folder = Path(os.environ.get("JIEDUI_SCREENSHOTS") or tmp_path / "pictures")
    with running(fill(tmp_path), name=WHO) as server:
        made = take(browser, server, folder)
    assert [path.stem for path in made] == [*VIEWS]
    for path in made:
        with Image.open(path) as picture:
            size, colours = picture.size, picture.convert("RGB").getcolors(1 << 24)
        assert size == ((720, 1480) if path.stem == "review-narrow" else (1280, 800))
        assert path.stat().st_size < LARGEST
        # neither empty nor of one colour
        assert colours is not None
        assert len(colours) > 30


def test_the_pictures_of_the_readme_are_small() -> None:
    kept = {path.stem: path for path in (ROOT / "docs" / "images").glob("*.png")}
    assert set(README) <= set(kept)
    for path in kept.values():
        assert path.stat().st_size < LARGEST
