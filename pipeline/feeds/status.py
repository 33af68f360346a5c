"""How sources fare: ``jiedui feeds list`` and ``jiedui feeds status``."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

import sqlalchemy as sa

from pipeline.exit_codes import FOUND, OK
from pipeline.feeds.command import Asked, found_feeds, guarded, moment
from pipeline.feeds.config import Feeds
from pipeline.feeds.health import Alarm, lasting_alarms
from pipeline.feeds.opml import opml_of
from pipeline.feeds.run import ZONE
from pipeline.feeds.source import FeedSource
from pipeline.feeds.words import Words, words_of
from pipeline.printable import one_line
from pipeline.store import pauses as kept
from pipeline.store.news import FeedState, feed_states
from pipeline.store.news_tables import ARTICLES
from pipeline.store.place import address_of, engine_of
from pipeline.store.upgrade import ready

Form = Literal["text", "json"]


@dataclass(frozen=True, slots=True)
class _Known:
    """What the store knows of all sources."""

    states: Mapping[str, FeedState]
    pauses: Mapping[str, datetime]
    articles: Mapping[str, int]
    alarms: tuple[Alarm, ...]


def list_feeds(asked: Asked, form: Literal["text", "json", "opml"]) -> int:
    """The sources of the file: nothing is asked of the store."""

    def work() -> int:
        feeds = _meant(found_feeds(asked.config), asked)
        if form == "opml":
            sys.stdout.write(opml_of(feeds.sources))
        elif form == "json":
            _print_json([_source(one) for one in feeds.sources])
        else:
            for one in feeds.sources:
                sys.stdout.write(f"{one_line(one.name)}  [{one.kind} · {one.cron.text}]\n  {one_line(one.address)}\n")
        return OK

    return guarded(asked.lang, work)


def status(asked: Asked, form: Form) -> int:
    """How each source fares; 3 where something alarms."""

    def work() -> int:
        feeds = _meant(found_feeds(asked.config), asked)
        known = _known(ready(engine_of(address_of(asked.store))))
        names = {one.name for one in feeds.sources}
        if form == "json":
            _print_json([_told(one, known) for one in feeds.sources])
        else:
            for one in feeds.sources:
                sys.stdout.writelines(f"{line}\n" for line in _lines(one, known, words_of(asked.lang)))
        return FOUND if any(alarm.feed in names for alarm in known.alarms) else OK

    return guarded(asked.lang, work)


def _meant(feeds: Feeds, asked: Asked) -> Feeds:
    """Those that are named, or all."""
    if not asked.names:
        return feeds
    return Feeds(feeds.path, tuple(feeds.source(name) for name in asked.names), feeds.webhook)


def _known(engine: sa.Engine) -> _Known:
    counts = sa.select(ARTICLES.c.feed, sa.func.count().label("count")).where(
        ARTICLES.c.content.is_not(None), ARTICLES.c.parent_id.is_(None)
    )
    with engine.connect() as connection:
        articles = {row[0]: int(row[1]) for row in connection.execute(counts.group_by(ARTICLES.c.feed))}
    return _Known(feed_states(engine), kept.pauses(engine), articles, tuple(lasting_alarms(engine)))


def _lines(source: FeedSource, known: _Known, said: Words) -> Iterator[str]:
    state = known.states.get(source.name)
    yield f"{one_line(source.name)}  [{source.cron.text}]"
    facts = [
        said.succeeded.format(time=moment(state.succeeded)) if state and state.succeeded else said.never,
        said.articles.format(count=f"{known.articles.get(source.name, 0):,}"),
        said.was_paused if source.name in known.pauses else said.next_run.format(time=moment(_next(source))),
    ]
    yield "  " + said.mark.join(facts)
    if state is not None and state.failures:
        parts = [said.failed.format(why=one_line(state.message or ""))]
        if state.wait_until is not None and state.wait_until > datetime.now(ZONE):
            parts.append(said.waits_until.format(time=moment(state.wait_until)))
        yield "  " + " ".join(parts)
    for alarm in known.alarms:
        if alarm.feed == source.name:
            yield "  " + said.alarm.format(name=moment(alarm.since), kind=said.alarms[alarm.kind], message=one_line(alarm.message))


def _next(source: FeedSource) -> datetime:
    return source.cron.after(datetime.now(ZONE))


def _source(source: FeedSource) -> dict[str, Any]:
    return {
        "name": source.name,
        "address": source.address,
        "kind": source.kind,
        "cron": source.cron.text,
        "keywords": list(source.keywords),
    }


def _told(source: FeedSource, known: _Known) -> dict[str, Any]:
    state = known.states.get(source.name)
    return {
        **_source(source),
        "paused": source.name in known.pauses,
        "next": None if source.name in known.pauses else _next(source).isoformat(),
        "succeeded": _iso(state.succeeded if state else None),
        "tried": _iso(state.tried if state else None),
        "items": state.items if state else None,
        "articles": known.articles.get(source.name, 0),
        "failures": state.failures if state else 0,
        "reason": state.reason if state else None,
        "message": state.message if state else None,
        "wait_until": _iso(state.wait_until if state else None),
        "alarms": [
            {"kind": alarm.kind, "message": alarm.message, "since": _iso(alarm.since)}
            for alarm in known.alarms
            if alarm.feed == source.name
        ],
    }


def _iso(when: datetime | None) -> str | None:
    return None if when is None else when.astimezone(ZONE).isoformat(timespec="seconds")


def _print_json(value: Any) -> None:  # noqa: ANN401 - JSON of any shape
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")
