"""Annotated news as a bureau's site serves it, read by the whole flow, beside the same files read from disk.

::

    python -m tests.pipeline.feeds.gold_over_http FOLDER [--out DIR]

prints the figures of every field for the annotated news in a folder (``NAME.gold.json`` beside each file): read from disk, fetched as it
is, and, for plain text, fetched as a page that has the text in paragraphs. ``--out`` keeps the records of each way as
``DIR/WAY/NAME.json``.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

import sqlalchemy as sa

from extractors import read_bytes
from extractors.readers.charset import decode
from pipeline.cli import run
from pipeline.evaluate.gold import gold_files
from pipeline.evaluate.matching import hold
from pipeline.evaluate.results import Run
from pipeline.store.place import address_of, engine_of
from schemas.record import Record
from tests.pipeline.fetch.server import Answer, Site, served

Way = Literal["as it is", "as a page"]
_TYPES = {".html": "text/html", ".htm": "text/html", ".rss": "application/rss+xml", ".xml": "application/xml", ".txt": "text/plain"}
_ENDING = ".gold.json"


def news_files(folder: Path) -> dict[str, Path]:
    """The files of a folder, by the names of their annotations, in which somebody found news."""
    found = {}
    for file in gold_files(folder):
        gold, _ = file.load()
        if any(document.kind == "news" for document in gold.documents):
            found[file.path.name.removesuffix(_ENDING)] = file.path.parent / gold.file
    return found


def from_disk(files: Mapping[str, Path]) -> dict[str, Record]:
    """Their records, read as files are read."""
    return {name: read_bytes(path.read_bytes(), name=path.name) for name, path in files.items()}


def over_http(files: Mapping[str, Path], folder: Path, way: Way = "as it is") -> dict[str, Record]:
    """Their records, fetched from a list on loopback; ``folder`` takes the store. Files that the flow does not read are not there."""
    with served() as site:
        paths = {name: f"/n/{number}{path.suffix}" for number, (name, path) in enumerate(files.items(), 1)}
        _publish(site, {paths[name]: path for name, path in files.items()}, way)
        config = folder / "feeds.toml"
        told = {
            "name": "金标准",
            "address": site.at("/"),
            "seconds": 0,
            "keywords": [],
            "item": "li",
            "attachments": False,
            "allow": [site.host],
        }
        config.write_text("[[feed]]\nquiet-days = 3660\n" + "".join(f"{key} = {json.dumps(value)}\n" for key, value in told.items()))
        run(["feeds", "run", "--config", str(config), "--store", str(folder / "jiedui.db")])
        records = _kept(folder / "jiedui.db")
        return {name: records[site.at(path)] for name, path in paths.items() if site.at(path) in records}


def _publish(site: Site, files: Mapping[str, Path], way: Way) -> None:
    lines = "".join(f'<li><a href="{path}">鹿港区教育局第{number}则消息</a></li>' for number, path in enumerate(files, 1))
    site.put("/", f"<html><head><meta charset=utf-8></head><body><ul class=newsList>{lines}</ul></body></html>")
    site.put("/robots.txt", Answer(code=404))
    for path, file in files.items():
        data, suffix = file.read_bytes(), file.suffix.lower()
        if way == "as a page" and suffix == ".txt":
            data, suffix = _page(decode(data).text), ".html"
        site.put(path, Answer(data, headers={"Content-Type": _TYPES[suffix]}))


def _page(text: str) -> bytes:
    """A text as an editor's page has it: a paragraph for each line."""
    lines = "".join(f"<p>{escape(line)}</p>\n" for line in text.splitlines())
    return f'<html><head><meta charset="utf-8"></head><body><div class="TRS_Editor">{lines}</div></body></html>'.encode()


def _kept(store: Path) -> dict[str, Record]:
    engine = engine_of(address_of(str(store)))
    try:
        with engine.connect() as connection:
            rows = connection.execute(sa.text("SELECT address, record FROM articles JOIN readings USING (content) WHERE is_current"))
            return {address: Record.model_validate_json(record) for address, record in rows}
    finally:
        engine.dispose()


def fields_of(record: Record) -> list[Any]:
    """What a record says, but for where it is from."""
    documents = [document.model_dump(mode="json") for document in record.documents]
    for press in (document["press"] for document in documents if document["press"]):
        press["url"] = None
        press["readings"] = [reading for reading in press["readings"] if reading["field"] != "url"]
    return documents


def main(words: Sequence[str]) -> int:
    """Read, hold against the annotations, print."""
    parser = argparse.ArgumentParser(prog="python -m tests.pipeline.feeds.gold_over_http")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--out", type=Path)
    asked = parser.parse_args(words)
    files = news_files(asked.folder)
    ways: dict[str, Mapping[str, Record]] = {"disk": from_disk(files)}
    fetched: tuple[tuple[str, Way], ...] = (("http", "as it is"), ("page", "as a page"))
    for name, way in fetched:
        with TemporaryDirectory() as folder:
            ways[name] = over_http(files, Path(folder), way)
    told = {name: fields_of(record) for name, record in ways["http"].items()}
    same = sum(told.get(name) == fields_of(record) for name, record in ways["disk"].items())
    print(f"{len(files)} files of news; fetched as they are, {same} say the same in every field as read from disk")
    figures = {name: _figures(asked.folder, records) for name, records in ways.items()}
    print(f"{'':24}" + "".join(f"{name:>8}" for name in figures))
    for field in figures["disk"]:
        print(f"{field:24}" + "".join(f"{told.get(field, 0.0):8.4f}" for told in figures.values()))
    for name, records in ways.items() if asked.out else ():
        (asked.out / name).mkdir(parents=True, exist_ok=True)
        for one, record in records.items():
            (asked.out / name / f"{one}.json").write_text(record.model_dump_json())
    return 0


def _figures(folder: Path, records: Mapping[str, Record]) -> dict[str, float]:
    held = []
    for file in gold_files(folder):
        name = file.path.name.removesuffix(_ENDING)
        if name in records:
            gold, mark = file.load()
            held.append(hold(file.name, gold, mark, records[name]))
    found = Run.of(held)
    fields = {name: count.f1 for name, count in found.fields().items() if count.gold or count.extra}
    return fields | {name: share.accuracy for name, share in found.attributes().items()}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
