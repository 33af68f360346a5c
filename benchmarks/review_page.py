"""Time the page of the review: ``python -m benchmarks.review_page [--records 20000] [--store FILE] [--pages 300]``.

A store of records made from a few hundred generated agreements, asked over HTTP as the page asks: the queue as it opens, with filters, and
further down; a record; a decision. Then the first and another page of a long PDF. Each figure is the middle one of five, in milliseconds.
"""

from __future__ import annotations

import argparse
import hashlib
import statistics
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import httpx
import orjson
from reportlab.pdfgen.canvas import Canvas

from benchmarks.archive_of import paper
from extractors import read_text
from pipeline import json_output
from pipeline.review.page_images import PageImages, SourceFile
from pipeline.store.place import address_of, engine_of
from pipeline.store.runs import begin, end
from pipeline.store.seen import Reading, Seen
from pipeline.store.setting import Setting
from pipeline.store.upgrade import ready
from pipeline.store.writing import store
from schemas.version import VERSION
from tests.pipeline.review.web.running import serving

_PAPERS = 300
_AT_ONCE = 500
_TIMES = 5


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=20_000)
    parser.add_argument("--store", type=Path)
    parser.add_argument("--pages", type=int, default=300)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = asked.store or Path(folder) / "review.db"
        if not place.exists():
            fill(place, asked.records)
        with serving(place) as page:
            time_pages(page)
        time_images(Path(folder), asked.pages)


def fill(place: Path, count: int) -> None:
    """Make the store: the same few hundred papers, each time with another last line."""
    engine = ready(engine_of(address_of(str(place))))
    run = begin(engine, {"benchmark": count})
    made = [orjson.loads(json_output.line(read_text(paper(number), names=False))) for number in range(min(count, _PAPERS))]
    for first in range(0, count, _AT_ONCE):
        readings = [_reading(made[number % len(made)], number) for number in range(first, min(first + _AT_ONCE, count))]
        store(engine, run, readings, Setting(VERSION, names=False, means="benchmark"))
    end(engine, run, "done", {})
    engine.dispose()


def _reading(record: dict[str, object], number: int) -> Reading:
    text = f"{record['text']}\n第{number}份"
    digest = hashlib.sha256(text.encode()).hexdigest()
    source = {**record["source"], "id": f"sha256:{digest}", "name": f"{number:06}.txt"}  # type: ignore[dict-item] # its JSON
    json = orjson.dumps({**record, "text": text, "source": source})
    return Reading(Seen(f"/archive/{number // 500:03}/{number:06}.txt", digest), json, "read", None, None, 0.0)


def time_pages(page: httpx.Client) -> None:
    """What the pages ask for."""
    first = page.get("/api/queue").json()
    number = first["rows"][0]["number"]
    for what, path in (
        ("queue", "/api/queue"),
        ("queue, second page", f"/api/queue?after={first['next']}"),
        ("queue, least sure first", "/api/queue?order=confidence"),
        ("queue, by path", "/api/queue?order=name"),
        ("queue, a rule", "/api/queue?rule=copies-mismatch"),
        ("queue, words", "/api/queue?text=送教"),
        ("queue, words that are nowhere", "/api/queue?text=没有这几个字"),
        ("what stands around a record", f"/api/records/{number}/neighbours"),
        ("record", f"/api/records/{number}"),
    ):
        _tell(what, partial(_get, page, path))
    page.post("/api/name", json={"name": "计时"}).raise_for_status()
    entry = next(one for one in page.get(f"/api/records/{number}").json()["entries"] if one["field"] == "quotas")
    sent = {"seen": 0, "decisions": [{"action": "accept", "target": entry["target"]}]}
    _tell("a decision", lambda: page.post(f"/api/records/{number}/decisions", json=sent).raise_for_status())


def _get(page: httpx.Client, path: str) -> None:
    page.get(path).raise_for_status()


def time_images(folder: Path, pages: int) -> None:
    """The pages of a long PDF, the first one with the child's start."""
    path = folder / "long.pdf"
    canvas = Canvas(str(path))
    for number in range(pages):
        for line in range(50):
            canvas.drawString(60, 780 - 14 * line, f"page {number + 1}, line {line + 1}: a school helps a school for three years")
        canvas.showPage()
    canvas.save()
    file = SourceFile(hashlib.sha256(path.read_bytes()).hexdigest(), "application/pdf", (str(path),))
    images = PageImages()
    began = time.perf_counter()
    images.page(file, 1, 1200)
    print(f"{'first page of ' + str(pages) + ', child and all':40} {1000 * (time.perf_counter() - began):8.0f} ms")
    began = time.perf_counter()
    images.sizes(file)
    print(f"{'sizes of the pages':40} {1000 * (time.perf_counter() - began):8.0f} ms")
    began = time.perf_counter()
    images.page(file, pages // 2, 1200)
    print(f"{'another page':40} {1000 * (time.perf_counter() - began):8.0f} ms")
    images.close()


def _tell(what: str, work: Callable[[], object]) -> None:
    taken = []
    for _ in range(_TIMES):
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    print(f"{what:40} {1000 * statistics.median(taken):8.0f} ms")


if __name__ == "__main__":
    main()
