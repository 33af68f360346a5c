"""Feeds that others test their readers with, over loopback: nothing is raised, and no day is other than a reader of long standing has it.

::

    python -m tests.pipeline.feeds.suite FOLDER [--whole N] [--show]

takes every file below a folder for a feed. Each is fetched and looked through; ``--whole`` also visits the first N with ``jiedui feeds
run``. Where feedparser is installed, the day of every entry is held against its own; most tests of readers have no links, so each item is
given one for that. A file may say in a comment with which headers it is to be served (``Header: Content-type: …``), as
feedparser's tests do.
"""

from __future__ import annotations

import argparse
import importlib
import json
import re
import sys
import time
import traceback
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import partial
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from unittest.mock import patch

from pipeline.cli import run
from pipeline.feeds.looking import Looked, look
from pipeline.feeds.source import CRON, FeedSource
from pipeline.fetch.fetcher import Fetcher
from pipeline.fetch.pace import AT_ONCE
from pipeline.fetch.trouble import FetchTrouble
from pipeline.serve.cron import Cron
from schemas.errors import Unreadable
from tests.pipeline.fetch.server import Answer, Site, served

_HEADER = re.compile(rb"^\s*Header:\s*([A-Za-z-]+):\s*(.*?)\s*$", re.MULTILINE)
_STAMPS = ("published_parsed", "created_parsed", "updated_parsed")
_HOME = timedelta(hours=8)
_ITEM = re.compile(rb"<(?:[a-z]{1,9}:)?(item|entry)(?:\s[^<>]*)?(?<!/)>", re.IGNORECASE)


@dataclass
class Found:
    """What came of the files."""

    outcomes: Counter[str] = field(default_factory=Counter)
    days: Counter[str] = field(default_factory=Counter)
    told: list[str] = field(default_factory=list)


def files_of(folder: Path) -> list[Path]:
    """The files below a folder, in order."""
    return sorted(path for path in folder.rglob("*") if path.is_file())


def serve(site: Site, feeds: Mapping[Path, bytes]) -> dict[str, Path]:
    """Put them on a site; by their addresses."""
    site.put("/robots.txt", Answer(code=404))
    return {
        site.put(f"/feed/{number}.xml", Answer(data, headers=headers_of(data))): path
        for number, (path, data) in enumerate(feeds.items(), 1)
    }


def linked(data: bytes) -> bytes:
    """A feed whose items have a link each, beside what they have."""
    numbers = count(1)

    def with_link(match: re.Match[bytes]) -> bytes:
        address = b"http://news.example/%d.html" % next(numbers)
        return match[0] + (b"<link>%b</link>" % address if match[1].lower() == b"item" else b'<link href="%b"/>' % address)

    return _ITEM.sub(with_link, data)


def headers_of(data: bytes) -> dict[str, str]:
    """The headers that a file names for itself."""
    told = {name.decode().title(): value.decode("latin-1") for name, value in _HEADER.findall(data[:4000])}
    return {"Content-Type": "application/xml"} | {name: value for name, value in told.items() if name == "Content-Type"}


def looked_at(fetcher: Fetcher, address: str, host: str) -> Looked | str:
    """What a source of that address would find, or why it finds nothing. Raises whatever should not be raised."""
    source = FeedSource("试", address, Cron.of(CRON), keywords=(), allow=(host,))
    get = partial(fetcher.get, pace=AT_ONCE, allowed=source.allow)
    try:
        return look(source, get, datetime.now(UTC).date(), None, lambda _: ())
    except (FetchTrouble, Unreadable) as trouble:
        return trouble.reason


def compare(looked: Looked, data: bytes, address: str, other: ModuleType) -> list[tuple[str, str]]:
    """Each entry's day beside what the other reader says: what it is (same, zone, other, none …), and in words."""
    parsed = other.parse(data, response_headers={"content-location": address, **headers_of(data)})
    theirs: dict[str, set[date]] = {}
    for entry in parsed.entries:
        days = theirs.setdefault(str(entry.get("link") or "").partition("#")[0].strip(), set())
        days |= _days(entry)
    return [
        (_standing(one.day, theirs[one.address]), f"{one.address}: {one.day}, {sorted(map(str, theirs[one.address]))}")
        for one in looked.entries
        if one.address in theirs
    ]


def _days(entry: Mapping[str, object]) -> set[date]:
    """The days of an entry, in UTC and in +08:00: the other reader takes what says no zone for UTC."""
    found: set[date] = set()
    for name in _STAMPS:
        stamp = entry.get(name)
        if isinstance(stamp, time.struct_time) and 1 < stamp.tm_year < 9999:
            moment = datetime(*stamp[:6], tzinfo=UTC) if stamp.tm_sec < 60 else datetime(*stamp[:5], tzinfo=UTC)
            found |= {moment.date(), (moment + _HOME).date()}
    return found


def _standing(ours: date | None, theirs: set[date]) -> str:
    if ours is None:
        return "only theirs" if theirs else "none"
    return "same" if ours in theirs else "other" if theirs else "only ours"


def look_through(feeds: Mapping[Path, bytes], *, is_shown: bool) -> Found:
    """Fetch and look at each."""
    found = Found()
    other = _feedparser()
    with served() as site, Fetcher(resolver=_nowhere) as fetcher:
        for address, path in serve(site, feeds).items():
            try:
                looked = looked_at(fetcher, address, site.host)
            except Exception:  # noqa: BLE001 - whatever is raised is what is looked for
                found.outcomes["raised"] += 1
                found.told.append(f"{path}: {traceback.format_exc()}")
                continue
            found.outcomes[looked if isinstance(looked, str) else "read"] += 1
            if other is None or isinstance(looked, str):
                continue
            for what, words in compare(looked, feeds[path], address, other):
                found.days[what] += 1
                if what in ("other", "only ours") or (is_shown and what == "only theirs"):
                    found.told.append(f"{what}: {path}: {words}")
    return found


def visit_all(feeds: Mapping[Path, bytes]) -> int:
    """``jiedui feeds run`` with each as a source; its exit code."""
    with TemporaryDirectory() as folder, served() as site, patch("pipeline.feeds.run.Fetcher", partial(Fetcher, resolver=_nowhere)):
        lines = ["[defaults]\nkeywords = []\nseconds = 0\nattachments = false\nrobots = false\n" + f'allow = ["{site.host}"]\n']
        for number, address in enumerate(serve(site, feeds), 1):
            lines.append(f'[[feed]]\nname = "{number}"\naddress = {json.dumps(address)}\n')
        config = Path(folder) / "feeds.toml"
        config.write_text("\n".join(lines))
        return run(["feeds", "run", "--config", str(config), "--store", str(Path(folder) / "jiedui.db"), "--no-names"])


def _nowhere(host: str, _: int) -> Sequence[str]:
    raise OSError(host)


def _feedparser() -> ModuleType | None:
    try:
        return importlib.import_module("feedparser")
    except ImportError:
        return None


def main(words: Sequence[str]) -> int:
    """Look through a folder; 1 where anything was raised."""
    parser = argparse.ArgumentParser(prog="python -m tests.pipeline.feeds.suite")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--whole", type=int, default=0, metavar="N")
    parser.add_argument("--show", action="store_true", help="days that only feedparser reads, too")
    asked = parser.parse_args(words)
    feeds = {path: path.read_bytes() for path in files_of(asked.folder)}
    has_raised = False
    for name, served_so in (("as they are", feeds), ("with links", {path: linked(data) for path, data in feeds.items()})):
        found = look_through(served_so, is_shown=asked.show)
        has_raised |= found.outcomes["raised"] > 0
        print("\n".join(found.told))
        print(f"{len(feeds)} files {name}: {dict(found.outcomes)}; days: {dict(found.days)}")
    if asked.whole:
        print(f"jiedui feeds run: {visit_all(dict(list(feeds.items())[: asked.whole]))}")
    return 1 if has_raised else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
