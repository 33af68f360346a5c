"""How sources fare: ``jiedui feeds list`` and ``jiedui feeds status``."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

import sqlalchemy as sa

from pipeline.exit_codes import FOUND, OK
from pipeline.feeds.command import Asked, found_feeds, guarded, moment
from pipeline.feeds.counts import Trouble
from pipeline.feeds.health import ZONE
from pipeline.feeds.opml import opml_of
from pipeline.feeds.source import FeedSource
from pipeline.feeds.why import Why
from pipeline.feeds.words import sentence_of, words_of
from pipeline.messages import Lang
from pipeline.printable import one_line
from pipeline.store import pauses as kept
from pipeline.store.alarms import Alarm, lasting_alarms
from pipeline.store.news import Article, FeedState, feed_states, lost_articles
from pipeline.store.news_tables import ARTICLES
from pipeline.store.opening import NoStore, existing
from pipeline.store.place import address_of

Form = Literal["text", "json"]
_MOST_LOST = 20
"""Articles that were not read, of a source that is named."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What the store knows of all sources."""

    states: Mapping[str, FeedState]
    pauses: Mapping[str, datetime]
    articles: Mapping[str, int]
    alarms: tuple[Alarm, ...]
    lost: Mapping[str, Sequence[Article]]


def list_feeds(asked: Asked, form: Literal["text", "json", "opml"]) -> int:
    """The sources of the file: nothing is asked of the store."""

    def work() -> int:
        said, sources = words_of(asked.lang), found_feeds(asked.config).named(asked.names)
        if form == "opml":
            sys.stdout.write(opml_of(sources))
        elif form == "json":
            _print_json([_source(one) for one in sources])
        else:
            for one in sources:
                sys.stdout.write(f"{one_line(one.name)}  [{said.kinds[one.kind]} · {one.cron.text}]\n  {one_line(one.address)}\n")
                sys.stdout.write(f"  {one_line(one.note)}\n" if one.note else "")
        return OK

    return guarded(asked.lang, work)


def status(asked: Asked, form: Form) -> int:
    """How each source fares; 3 where something alarms."""

    def work() -> int:
        sources = found_feeds(asked.config).named(asked.names)
        known = _known(asked, sources)
        if form == "json":
            _print_json([_told(one, known, asked.lang) for one in sources])
        else:
            for one in sources:
                sys.stdout.writelines(f"{line}\n" for line in _lines(one, known, asked.lang))
        # a source that a person has paused is known to be out of order
        return FOUND if any(alarm.feed not in known.pauses for alarm in known.alarms) else OK

    return guarded(asked.lang, work)


def _known(asked: Asked, sources: Sequence[FeedSource]) -> _Known:
    """What there is to tell; of a store that is not there yet, nothing."""
    try:
        engine = existing(address_of(asked.store))
    except NoStore:
        return _Known({}, {}, {}, (), {})
    counts = sa.select(ARTICLES.c.feed, sa.func.count().label("count")).where(
        ARTICLES.c.content.is_not(None), ARTICLES.c.parent_id.is_(None)
    )
    names = [one.name for one in sources]
    try:
        with engine.connect() as connection:
            articles = {row[0]: int(row[1]) for row in connection.execute(counts.group_by(ARTICLES.c.feed))}
        lost = {name: lost_articles(engine, name, _MOST_LOST) for name in names} if asked.names else {}
        return _Known(feed_states(engine), kept.pauses(engine), articles, tuple(lasting_alarms(engine, names)), lost)
    finally:
        engine.dispose()


def _lines(source: FeedSource, known: _Known, lang: Lang) -> Iterator[str]:
    said, state = words_of(lang), known.states.get(source.name)
    yield f"{one_line(source.name)}  [{source.cron.text}]"
    facts = [said.succeeded.format(time=moment(state.succeeded)) if state and state.succeeded else said.never]
    if state and state.succeeded:
        facts.append(said.items.format(count=f"{state.items:,}"))
    facts += [
        said.articles.format(count=f"{known.articles.get(source.name, 0):,}"),
        said.was_paused if source.name in known.pauses else said.next_run.format(time=moment(_next(source, state))),
    ]
    yield "  " + said.mark.join(facts)
    alarms = [alarm for alarm in known.alarms if alarm.feed == source.name]
    # an alarm that says why says it for both
    if state is not None and state.failures and not any("why" in alarm.facts for alarm in alarms):
        template = said.failed if state.failures == 1 else said.times_failed
        yield "  " + template.format(why=_why(state, lang), count=state.failures)
    for alarm in alarms:
        yield "  " + said.lasting.format(time=moment(alarm.since), kind=said.alarms[alarm.kind], message=sentence_of(alarm, lang))
    for article in known.lost.get(source.name, ()):
        if article.why is not None:
            yield "  " + Trouble(article.address, Why.from_json(article.why)).said(lang)


def _next(source: FeedSource, state: FeedState | None) -> datetime:
    """When its time comes next and it is not left alone: what fails waits, and a visit that falls into that time is none."""
    now = datetime.now(ZONE)
    waits = state.wait_until.astimezone(ZONE) if state is not None and state.wait_until is not None else now
    return source.cron.after(max(now, waits))


def _why(state: FeedState, lang: Lang) -> str | None:
    return None if state.why is None else Why.from_json(state.why).said(lang)


def _source(source: FeedSource) -> dict[str, Any]:
    return {
        "name": source.name,
        "address": source.address,
        "kind": source.kind,
        "cron": source.cron.text,
        "keywords": list(source.keywords),
    }


def _told(source: FeedSource, known: _Known, lang: Lang) -> dict[str, Any]:
    state = known.states.get(source.name)
    return {
        **_source(source),
        "paused": source.name in known.pauses,
        "next": None if source.name in known.pauses else _next(source, state).isoformat(),
        "succeeded": _iso(state.succeeded if state else None),
        "tried": _iso(state.tried if state else None),
        "items": state.items if state else None,
        "articles": known.articles.get(source.name, 0),
        "failures": state.failures if state else 0,
        "reason": state.reason if state else None,
        "message": _why(state, lang) if state else None,
        "wait_until": _iso(state.wait_until if state else None),
        "alarms": [
            {"kind": alarm.kind, "message": sentence_of(alarm, lang), "since": _iso(alarm.since), "facts": dict(alarm.facts)}
            for alarm in known.alarms
            if alarm.feed == source.name
        ],
    }


def _iso(when: datetime | None) -> str | None:
    return None if when is None else when.astimezone(ZONE).isoformat(timespec="seconds")


def _print_json(value: Any) -> None:  # noqa: ANN401 - JSON of any shape
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")
