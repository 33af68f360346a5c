"""Pictures of the review's main views, from the samples: ``python -m tests.pipeline.review.browser.screenshots FOLDER``."""

from __future__ import annotations

import io
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, expect

from tests.pipeline.review.browser.papers import SAMPLES, put_files
from tests.pipeline.review.browser.sitting import Sitting, sit
from tests.pipeline.review.chromium import chromium
from tests.pipeline.review.web.running import Running, running

WHO = "温老师"
SOURCES = (
    "agreement/figures-that-disagree/source.txt",
    "agreement/three-parties/source.pdf",
    "agreement/donation/source.txt",
    "agreement/town-and-country/source.txt",
    "agreement/traditional-characters/source.txt",
    "agreement/table-over-pages/source.pdf",
    "agreement/blank-form/source.txt",
    "plan/district-plan/source.txt",
    "summary/year-of-support/source.txt",
    "news/bureau-page/source.html",
)
TEXT, PAGES = 1, 2
"""Numbers of the records that are shown."""
NARROW = {"width": 360, "height": 740}


def fill(folder: Path) -> Path:
    """A store of the samples, called as their folders are."""
    files = {}
    for name in SOURCES:
        source = SAMPLES / name
        files[folder / "papers" / f"{source.parent.name}{source.suffix}"] = source.read_bytes()
    put_files(folder / "store.db", files)
    return folder / "store.db"


def queue(sitting: Sitting) -> None:
    sitting.queue()


def record(sitting: Sitting) -> None:
    sitting.record(TEXT)
    expect(sitting.page.locator("#text .chosen").first).to_be_in_viewport()


def page(sitting: Sitting) -> None:
    sitting.record(PAGES)
    sitting.press("v")
    sitting.page.wait_for_function("() => document.querySelector('.sheet[data-page=\"1\"] img')?.naturalWidth > 0")
    sitting.walk_to("/documents/0/quotas/0")


def editing(sitting: Sitting) -> None:
    sitting.record(TEXT)
    sitting.walk_to("/documents/0/quotas/0")
    sitting.press("e", "Control+A")
    sitting.type("不少于三")
    expect(sitting.page.locator(".preview")).to_contain_text("3")


VIEWS: Mapping[str, tuple[Callable[[Sitting], None], dict[str, object]]] = {
    "review-queue": (queue, {}),
    "review-record": (record, {}),
    "review-page": (page, {}),
    "review-editing": (editing, {}),
    "review-narrow": (record, {"viewport": NARROW, "device_scale_factor": 2}),
    "review-dark": (record, {"color_scheme": "dark"}),
}


def begin(browser: Browser, server: Running) -> None:
    """Some of the work is done: one record is signed, one is begun."""
    opened, sitting = sit(browser, server.address)
    sitting.record(SOURCES.index("agreement/traditional-characters/source.txt") + 1)
    for _ in range(sitting.page.locator(".card-finding").count()):
        sitting.sent("a")
    sitting.sent("S")
    sitting.record(TEXT)
    sitting.sent("a")
    opened.close()


def take(browser: Browser, server: Running, folder: Path) -> list[Path]:
    """Take every picture, in few colours so that they are small; where they are."""
    folder.mkdir(parents=True, exist_ok=True)
    begin(browser, server)
    made = []
    for name, (show, context) in VIEWS.items():
        opened, sitting = sit(browser, server.address, reduced_motion="reduce", **context)
        show(sitting)
        taken = Image.open(io.BytesIO(sitting.page.screenshot(animations="disabled", caret="hide")))
        made.append(folder / f"{name}.png")
        taken.convert("RGB").quantize(128, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(made[-1], optimize=True)
        opened.close()
    return made


def main(folder: str) -> None:
    with tempfile.TemporaryDirectory() as work, running(fill(Path(work)), name=WHO) as server, chromium() as browser:
        sys.stdout.writelines(f"{path}\n" for path in take(browser, server, Path(folder)))


if __name__ == "__main__":
    main(sys.argv[1])
