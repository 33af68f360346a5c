"""Saved pages become articles: ``jiedui feeds import``, for sites that let no program in."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from extractors.readers.any import read_source
from extractors.text.addresses import is_page, own_address, web_address
from pipeline.batch.seats import Means, Seats
from pipeline.config.misuse import Misuse
from pipeline.exit_codes import NOT_ALL, OK, Interrupted
from pipeline.feeds.command import guarded
from pipeline.feeds.counts import Counts
from pipeline.feeds.opml import read_opml, toml_of
from pipeline.feeds.source import CRON, FeedSource
from pipeline.feeds.taking import Stopped, Taking, Wanted
from pipeline.feeds.why import Why
from pipeline.feeds.words import counted, words_of
from pipeline.fetch.fetched import Fetched
from pipeline.messages import Lang, messages
from pipeline.printable import one_line
from pipeline.reading import Reader, bytes_of
from pipeline.serve.cron import Cron
from pipeline.serve.job_name import read_job_name
from pipeline.sources.inputs import Input, gather
from pipeline.stopping import stops_on_interrupt
from pipeline.store import runs
from pipeline.store.near import link_near_duplicates
from pipeline.store.news import articles_at
from pipeline.store.opening import opened_to_write
from pipeline.store.place import address_of, shown
from pipeline.store.setting import Setting
from pipeline.store.upgrade import cannot_write
from pipeline.terminal import Teller
from pipeline.workers.limits import Limits
from schemas.errors import JieduiError, Unreadable

_OPML = ".opml"
_PAGES = frozenset({".html", ".htm", ".mht", ".mhtml", ".xhtml", ".shtml"})
_PARTS = ("_files", ".files", "_文件")
"""What the folder of a saved page's pictures and frames is called, behind the page's own name."""


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
    if asked.feed is not None:
        read_job_name(asked.feed, "--feed", "某省教育厅")
    inputs = _without_parts(gather(asked.paths, _PAGES).inputs)
    if not inputs:
        raise JieduiError(messages(asked.lang).nothing_found.format(names="、".join(map(one_line, asked.paths))))
    if asked.address is not None and (len(inputs) != 1 or web_address(asked.address) is None):
        raise Misuse("one_address")
    with opened_to_write(address_of(asked.store)) as engine:
        return _imported(inputs, engine, asked)


def _imported(inputs: Sequence[Input], engine: sa.Engine, asked: Asked) -> int:
    said, teller = words_of(asked.lang), Teller()
    pages: dict[str, Input] = {}
    lost = 0
    for one in inputs:
        name = one_line(one.shown or "")
        addresses, why = _addresses(one, asked)
        address = _known_or_first(engine, addresses)
        if address is None:
            lost += 1
            teller.say((said.unreadable_page if why else said.no_own_address).format(name=name, why=why and why.said(asked.lang)))
        elif address in pages:
            teller.say(said.same_page.format(name=name, other=one_line(pages[address].shown or ""), address=one_line(address)))
        else:
            pages[address] = one
    counts = Importing(asked, engine, pages).go() if pages else Counts()
    teller.say_all(said.trouble.format(line=one.said(asked.lang)) for one in counts.troubles)
    if pages:
        teller.say(said.imported.format(counts=counted(counts.counted, said), store=one_line(shown(engine.url))))
    return NOT_ALL if lost or counts.of("failed") else OK


def _without_parts(inputs: Sequence[Input]) -> list[Input]:
    """The pages without what browsers save beside them: the frames and advertisements of ``page.html`` lie in ``page_files``."""
    pages = {(one.path.parent, one.path.stem) for one in inputs if one.path is not None}
    parts = {parent / f"{stem}{ending}" for parent, stem in pages for ending in _PARTS}
    return [one for one in inputs if one.path is None or parts.isdisjoint(one.path.parents)]


def _print_opml(path: Path) -> int:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise Misuse("cannot_read", name=path, why=error.strerror) from error
    sys.stdout.write(toml_of(read_opml(data)))
    return OK


def _addresses(one: Input, asked: Asked) -> tuple[Sequence[str], Why | None]:
    """Where a page may be from, what the browser says first; why it cannot be read, if it cannot."""
    if asked.address is not None:
        return [asked.address], None
    try:
        told = read_source(bytes_of(one), name=one.name).metadata
    except Unreadable as trouble:
        return [], Why(trouble.reason, message=trouble.message)
    saved = web_address(told.get("saved_from"))
    own = own_address(told)
    # templates name the site's front as the address of each of its pages
    return [one for one in (saved, own) if one is not None and (one == saved or saved is None or is_page(one))], None


def _known_or_first(engine: sa.Engine, addresses: Sequence[str]) -> str | None:
    """The address under which a page is an article already, else the first."""
    known = articles_at(engine, addresses)
    return next((one for one in addresses if one in known), next(iter(addresses), None))


class Importing:
    """Takes pages as if they had been fetched, each source's under its name."""

    def __init__(self, asked: Asked, engine: sa.Engine, pages: Mapping[str, Input]) -> None:
        """Of pages by their addresses."""
        self._asked, self._engine, self._pages = asked, engine, pages
        self._stopped = threading.Event()
        self._seats = Seats(Means(asked.reader, asked.limits, asked.jobs or os.cpu_count() or 1))

    def stop(self) -> None:
        """End soon; what was read is kept."""
        self._stopped.set()
        self._seats.stop()

    def go(self) -> Counts:
        """Take them all. Raises :class:`Interrupted` where it was stopped."""
        runs.let_go_of_the_dead(self._engine)
        run = runs.begin(self._engine, {"import": list(self._asked.paths)})
        state: runs.State = "interrupted"
        counts = Counts()
        try:
            with stops_on_interrupt(self.stop), runs.alive(self._engine, run, dict):
                self._take(run, counts)
            state = "done"
        except Stopped:
            raise Interrupted(words_of(self._asked.lang).stopped) from None
        except DBAPIError as error:
            raise cannot_write(self._engine, error) from error
        finally:
            self._seats.close()
            runs.end(self._engine, run, state, {})
        return counts

    def _take(self, run: str, counts: Counts) -> None:
        setting = Setting.of(self._asked.reader, self._asked.limits)
        for feed, addresses in _by_feed(self._pages, self._asked.feed).items():
            source = FeedSource(feed, f"http://{feed}/", Cron.of(CRON), keywords=(), attachments=False)
            taking = Taking(self._engine, run, source, _Saved(self._pages), self._seats, setting, counts, self._stopped)
            taking.take([Wanted(address, None, None) for address in addresses])
        link_near_duplicates(self._engine)


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
