"""Show what a source would give, and what to write into ``feeds.toml`` for it: ``jiedui feeds try``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from extractors.listings.auto import find_list
from extractors.listings.entry import Listing
from extractors.listings.kinds import list_kind
from extractors.listings.page import Selectors
from extractors.text.addresses import web_address
from pipeline.config.misuse import Misuse
from pipeline.exit_codes import NOT_ALL, OK
from pipeline.feeds.command import guarded
from pipeline.feeds.health import ZONE
from pipeline.feeds.looking import read_list
from pipeline.feeds.opml import quoted
from pipeline.feeds.source import CRON, KEYWORDS, FeedSource, Kind
from pipeline.feeds.why import Why
from pipeline.feeds.words import Words, words_of
from pipeline.fetch.fetched import Fetched
from pipeline.fetch.fetcher import Fetcher
from pipeline.fetch.pace import Pace
from pipeline.fetch.trouble import FetchTrouble
from pipeline.messages import Lang
from pipeline.printable import one_line
from pipeline.serve.cron import Cron
from pipeline.terminal import Teller
from schemas.errors import Unreadable

_OWN = frozenset({"private-address", "local-name"})
_SHOWN = 10
_WIDEST = 60


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be tried; ``name`` is what the configuration calls it."""

    address: str
    name: str | None = None
    allow: tuple[str, ...] = ()
    record: Path | None = None
    replay: Path | None = None
    lang: Lang = "zh"


def run(asked: Asked) -> int:
    """Do it; 1 where there is no list at the address."""
    return guarded(asked.lang, lambda: _run(asked))


def _run(asked: Asked) -> int:
    said, teller = words_of(asked.lang), Teller()
    if web_address(asked.address) is None:
        raise Misuse("no_address", key="URL", value=asked.address)
    try:
        with Fetcher(record=asked.record, replay=asked.replay) as fetcher:
            page = fetcher.get(asked.address, pace=Pace(), allowed=asked.allow)
        kind, selectors, listing = _read(asked, page)
    except (FetchTrouble, Unreadable) as error:
        teller.say(Why.of(error).said_of(asked.address, asked.lang))
        if isinstance(error, FetchTrouble) and error.saying in _OWN:
            teller.say(said.allow_it.format(host=error.facts["host"]))
        return NOT_ALL
    sys.stdout.writelines(f"{line}\n" for line in _lines(listing, kind, said))
    sys.stdout.writelines(f"{line}\n" for line in _toml(asked, kind, selectors, listing))
    return OK


def _read(asked: Asked, page: Fetched) -> tuple[Kind, Selectors | None, Listing]:
    """What the address holds, and how its entries were found."""
    today, kind = datetime.now(ZONE).date(), list_kind(page.body)
    if kind == "page":
        found = find_list(page.body, page.final, today)
        return kind, found.selectors, found.listing
    return kind, None, read_list(FeedSource("", asked.address, Cron.of(CRON), kind), page.body, page.final, today)


def _lines(listing: Listing, kind: Kind, said: Words) -> Iterator[str]:
    """The first entries, those marked that have a keyword."""
    facts = [said.found_list.format(kind=said.kinds[kind], count=len(listing.entries))]
    facts += [said.further_pages.format(count=len(listing.more))] if listing.more else []
    yield "# " + said.mark.join(facts)
    for entry in listing.entries[:_SHOWN]:
        mark = "*" if any(word in (entry.title or "") for word in KEYWORDS) else " "
        day = entry.day.isoformat() if entry.day else said.no_day_there
        title = one_line(entry.title or "")
        yield f"# {mark} {day:<10} {title[:_WIDEST]}  {one_line(entry.address)}"
    hits = sum(any(word in (entry.title or "") for word in KEYWORDS) for entry in listing.entries)
    is_without = listing.without_title == len(listing.entries)
    yield "# " + (said.no_titles if is_without else said.keyword_hits.format(count=hits))
    if listing.without_day:
        yield "# " + said.without_day.format(count=listing.without_day)


def _toml(asked: Asked, kind: Kind, selectors: Selectors | None, listing: Listing) -> Iterator[str]:
    """What to paste."""
    yield ""
    yield "[[feed]]"
    yield f"name = {quoted(asked.name or urlsplit(asked.address).hostname or '')}"
    yield f"address = {quoted(asked.address)}"
    yield f'kind = "{kind}"'
    if selectors is not None:
        yield from (f"{name} = {quoted(value)}" for name, value in asdict(selectors).items() if value)
    if listing.more:
        yield f"pages = {min(3, 1 + len(listing.more))}"
    if asked.allow:
        yield f"allow = [{', '.join(map(quoted, asked.allow))}]"
