"""One visit to a source: its list, the articles that are new there, those that may have changed, and how it fares."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Literal

import sqlalchemy as sa

from extractors.listings.entry import Entry
from pipeline.answers import ReadsAll
from pipeline.feeds.counts import Counts
from pipeline.feeds.health import Seen, alarms_of, usual, waits
from pipeline.feeds.looking import Gets, Looked, list_key, look
from pipeline.feeds.source import FeedSource
from pipeline.feeds.taking import Stopped, Taking, Wanted
from pipeline.feeds.why import Why
from pipeline.fetch.trouble import FetchTrouble
from pipeline.store.alarms import Alarm, keep_alarms, lasting_alarms
from pipeline.store.known import claim, unclaim
from pipeline.store.news import (
    PASSED,
    Article,
    FeedState,
    articles_at,
    articles_since,
    feed_states,
    keep_articles,
    keep_feed,
    keep_pages,
    latest_articles,
    pages_at,
    published_of,
    unread_articles,
)  # fmt: skip
from pipeline.store.setting import Setting
from schemas.errors import Unreadable

End = Literal["done", "failed", "waiting", "busy", "stopped"]
"""How a visit ended. ``waiting``: it failed lately and is left alone for a while; ``busy``: another run is at it."""
MOST_ATTEMPTS = 3
"""Times that an article is asked for in vain."""
_LATELY = 50
"""Articles by which a source's habits are told."""


@dataclass(frozen=True, slots=True)
class Visited:
    """What a visit gave, and what lasts of what was wrong before."""

    feed: str
    end: End
    counts: Counts = field(default_factory=Counts)
    items: int | None = None
    why: Why | None = None
    wait_until: datetime | None = None
    alarms: tuple[Alarm, ...] = ()
    new_alarms: tuple[Alarm, ...] = ()


@dataclass(slots=True)
class Visit:
    """Visits a source. ``today`` is the day of its time zone; ``is_forced`` does not mind that it failed lately; ``stopped`` ends it."""

    source: FeedSource
    engine: sa.Engine
    run: str
    get: Gets
    reader: ReadsAll
    setting: Setting
    today: date
    is_forced: bool = False
    retry_failed: bool = False
    stopped: threading.Event = field(default_factory=threading.Event)
    counts: Counts = field(default_factory=Counts)

    def go(self) -> Visited:
        """Do it. Trouble with the source is told in what comes back."""
        seat = hashlib.sha256(f"feed {self.source.name}".encode()).hexdigest()
        if not claim(self.engine, self.run, [seat]):
            return Visited(self.source.name, "busy")
        try:
            before = feed_states(self.engine).get(self.source.name)
            if before is not None and before.wait_until is not None and before.wait_until > datetime.now(UTC) and not self.is_forced:
                alarms = tuple(lasting_alarms(self.engine, [self.source.name]))
                return Visited(self.source.name, "waiting", wait_until=before.wait_until, alarms=alarms)
            return self._go(before)
        finally:
            unclaim(self.engine, self.run, [seat])

    def _go(self, before: FeedState | None) -> Visited:
        looked: Looked | None = None
        try:
            looked = self._looked()
            wanted = self._wanted(looked)
            self._taking.take(wanted)
            if looked.trouble is not None:
                raise looked.trouble
        except Stopped:
            return Visited(self.source.name, "stopped", self.counts)
        except (FetchTrouble, Unreadable) as error:
            return self._ended(before, looked, error)
        visited = self._ended(before, looked, None)
        # a list is known as it is only once all is done with what stood in it: after a kill it is looked through again
        keep_pages(self.engine, looked.pages)
        return visited

    def _looked(self) -> Looked:
        key = list_key(self.source)
        known = pages_at(self.engine, [key]).get(key)

        def is_known(addresses: Collection[str]) -> Collection[str]:
            return articles_at(self.engine, addresses)

        return look(self.source, self.get, self.today, known, is_known)

    def _wanted(self, looked: Looked) -> list[Wanted]:
        """What is to be taken: new entries, what failed before, and what is young enough to be changed still."""
        known = articles_at(self.engine, [entry.address for entry in looked.entries])
        found = [self._of(entry) for entry in looked.entries if self._is_new(entry, known)]
        again = unread_articles(self.engine, self.source.name, None if self.retry_failed else MOST_ATTEMPTS)
        young = self._young()
        altered = [known[entry.address] for entry in looked.entries if _is_altered(entry, known.get(entry.address))]
        more = {one.address: Wanted(one.address, one.title, one.day, one.parent_id) for one in (*again, *young, *altered)}
        self._keep_found([one for one in found if one.address not in known])
        return [*{**more, **{one.address: one for one in found}}.values()]

    def _young(self) -> list[Article]:
        """What may be corrected still; an article without a day in the list says its own, and is as old as that."""
        since = (self.today - timedelta(days=self.source.recheck_days)).isoformat()
        found = articles_since(self.engine, self.source.name, since)
        published = published_of(self.engine, {one.content for one in found if one.day is None and one.content})
        return [one for one in found if (one.day or published.get(one.content or "") or since) >= since]

    def _keep_found(self, found: Sequence[Wanted]) -> None:
        """Write down what the list has that is new, before any of it is taken: what a kill leaves of it is taken by the next visit."""
        keep_articles(self.engine, [self._taking.found(one) for one in found])

    def _is_new(self, entry: Entry, known: Mapping[str, Article]) -> bool:
        article = known.get(entry.address)
        if article is None:
            wanted = self.source.wants(entry.title, entry.day)
        elif article.reason == PASSED:
            # it was read once, and may be looked for meanwhile
            wanted = self.source.wants(article.title, date.fromisoformat(article.day) if article.day else None)
        else:
            return False
        if not wanted:
            self.counts.add("passed")
        return wanted

    def _of(self, entry: Entry) -> Wanted:
        return Wanted(entry.address, entry.title, entry.day.isoformat() if entry.day else None)

    @property
    def _taking(self) -> Taking:
        return Taking(self.engine, self.run, self.source, self.get, self.reader, self.setting, self.counts, self.stopped)

    def _ended(self, before: FeedState | None, looked: Looked | None, error: FetchTrouble | Unreadable | None) -> Visited:
        """Write down how the source fares."""
        now = datetime.now(UTC)
        state = self._state(before, looked, error, now)
        keep_feed(self.engine, state)
        entries = looked.entries if looked is not None and not looked.is_unchanged else None
        seen = Seen(
            self.source, state, before.usual if before else 0, entries, latest_articles(self.engine, self.source.name, _LATELY),
            lasting_alarms(self.engine, [self.source.name]), self.today,
        )  # fmt: skip
        lasting, fresh = keep_alarms(self.engine, self.source.name, alarms_of(seen), now)
        return Visited(
            self.source.name, "failed" if error else "done", self.counts, None if entries is None else len(entries),
            Why.of(error) if error else None, state.wait_until, tuple(lasting), tuple(fresh),
        )  # fmt: skip

    def _state(self, before: FeedState | None, looked: Looked | None, error: FetchTrouble | Unreadable | None, now: datetime) -> FeedState:
        old = before or FeedState(self.source.name, self.source.address, now, now)
        old = replace(old, address=self.source.address, tried=now)
        fresh = now if self.counts.of("new") or self.counts.of("changed") else old.fresh
        if error is not None:
            failures = old.failures + 1
            told = error.retry_after if isinstance(error, FetchTrouble) else None
            return replace(
                old, fresh=fresh, failures=failures, wait_until=now + waits(failures, told), reason=error.reason, why=Why.of(error).json
            )
        good = replace(old, fresh=fresh, succeeded=now, failures=0, wait_until=None, reason=None, why=None)
        if looked is None or looked.is_unchanged:
            return good
        return replace(good, items=len(looked.entries), usual=usual(before, len(looked.entries)))


def _is_altered(entry: Entry, known: Article | None) -> bool:
    """Whether a list says something else of an article than it did."""
    if known is None or known.parent_id is not None:
        return False
    return bool(entry.title and known.title and entry.title != known.title) or bool(
        entry.day and known.day and entry.day.isoformat() != known.day
    )
