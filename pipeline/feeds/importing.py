"""Saved pages become articles: ``jiedui feeds import``, for sites that let no program in."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from extractors.readers.any import read_source
from extractors.text.addresses import own_address, web_address
from pipeline.batch.seats import Means, Seats
from pipeline.config.misuse import Misuse
from pipeline.exit_codes import NOT_ALL, OK
from pipeline.feeds.command import guarded
from pipeline.feeds.counts import Counts
from pipeline.feeds.opml import read_opml, toml_of
from pipeline.feeds.source import CRON, FeedSource
from pipeline.feeds.taking import Taking, Wanted
from pipeline.feeds.words import counted, words_of
from pipeline.fetch.fetched import Fetched
from pipeline.messages import Lang
from pipeline.printable import one_line
from pipeline.reading import Reader, bytes_of
from pipeline.serve.cron import Cron
from pipeline.sources.inputs import Input, gather
from pipeline.store import runs
from pipeline.store.near import link_near_duplicates
from pipeline.store.place import address_of, engine_of, shown
from pipeline.store.setting import Setting
from pipeline.store.upgrade import ready
from pipeline.terminal import Teller
from pipeline.workers.limits import Limits
from schemas.errors import Unreadable

_OPML = ".opml"
_PAGES = frozenset({".html", ".htm", ".mht", ".mhtml", ".xhtml", ".shtml"})


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be imported; ``address`` is that of a single page that does not say its own."""

    paths: tuple[str, ...]
    store: str
    reader: Reader
    limits: Limits
    address: str | None = None
    feed: str | None = None
    jobs: int | None = None
    lang: Lang = "zh"


def run(asked: Asked) -> int:
    """Do it; the exit code: 1 where a page has no address, or could not be read."""
    return guarded(asked.lang, lambda: _run(asked))


def _run(asked: Asked) -> int:
    if len(asked.paths) == 1 and asked.paths[0].lower().endswith(_OPML):
        return _print_opml(Path(asked.paths[0]))
    said, teller = words_of(asked.lang), Teller()
    inputs = gather(asked.paths, _PAGES).inputs
    if asked.address is not None and (len(inputs) != 1 or web_address(asked.address) is None):
        raise Misuse("one_address")
    pages: dict[str, Input] = {}
    lost = 0
    for one in inputs:
        address, why = _address(one, asked)
        if address is None:
            lost += 1
            teller.say((said.unreadable_page if why else said.no_own_address).format(name=one_line(one.shown or ""), why=why))
        else:
            pages[address] = one
    counts = _take(asked, pages) if pages else Counts()
    teller.say_all(said.trouble.format(line=one_line(line)) for line in counts.troubles)
    teller.say(said.imported.format(counts=counted(counts.counted, said), store=one_line(shown(address_of(asked.store)))))
    return NOT_ALL if lost or counts.of("failed") or not pages else OK


def _print_opml(path: Path) -> int:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise Misuse("cannot_read", name=path, why=error.strerror) from error
    sys.stdout.write(toml_of(read_opml(data)))
    return OK


def _address(one: Input, asked: Asked) -> tuple[str | None, str]:
    """Where a page is from; why it cannot be read, if it cannot."""
    if asked.address is not None:
        return asked.address, ""
    try:
        return own_address(read_source(bytes_of(one), name=one.name).metadata), ""
    except Unreadable as trouble:
        return None, trouble.message


def _take(asked: Asked, pages: Mapping[str, Input]) -> Counts:
    """The pages as if they had been fetched; each source's under its name."""
    engine, counts = ready(engine_of(address_of(asked.store))), Counts()
    runs.let_go_of_the_dead(engine)
    run = runs.begin(engine, {"import": list(asked.paths)})
    state: runs.State = "interrupted"
    seats = Seats(Means(asked.reader, asked.limits, asked.jobs or os.cpu_count() or 1))
    try:
        with runs.alive(engine, run, dict):
            for feed, addresses in _by_feed(pages, asked.feed).items():
                setting = Setting.of(asked.reader, asked.limits)
                source = FeedSource(feed, f"http://{feed}/", Cron.of(CRON), keywords=(), attachments=False)
                taking = Taking(engine, run, source, _Saved(pages), seats, setting, counts)
                taking.take([Wanted(address, None, None) for address in addresses])
            link_near_duplicates(engine)
        state = "done"
    finally:
        seats.close()
        runs.end(engine, run, state, {})
    return counts


def _by_feed(pages: Mapping[str, Input], feed: str | None) -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = {}
    for address in pages:
        found.setdefault(feed or urlsplit(address).hostname or "", []).append(address)
    return found


@dataclass(frozen=True, slots=True)
class _Saved:
    """Answers with files where others ask a server."""

    pages: Mapping[str, Input]

    def __call__(self, address: str, *, etag: str | None = None, modified: str | None = None) -> Fetched:
        """As :class:`pipeline.feeds.looking.Gets`; fetched when it was saved."""
        del etag, modified
        source = self.pages[address]
        saved = datetime.fromtimestamp(source.path.stat().st_mtime, UTC) if source.path is not None else datetime.now(UTC)
        return Fetched(address, address, 200, {}, bytes_of(source), saved, is_unchanged=False, etag=None, modified=None)
