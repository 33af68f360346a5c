"""How a source fares: when it is asked again, and what about it should alarm a person.

Sources die silently: a list that always had entries and has none, entries that have lost a field, no news for longer than usual, a wall
before the site. Each is an alarm that stands in the store from when it is first seen until it is over.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise
from statistics import median, quantiles
from typing import Literal

import sqlalchemy as sa

from pipeline.feeds.source import FeedSource
from pipeline.store.news import Article, FeedState
from pipeline.store.news_tables import ALARMS
from pipeline.store.place import writing

AlarmKind = Literal["empty", "lost-field", "silent", "failing", "blocked"]
_FIRST_WAIT, _LONGEST_WAIT = timedelta(minutes=10), timedelta(days=1)
_FAILING = 3
"""Failures in a row that alarm."""
_LEAST_USUAL, _LEAST_NEW = 3, 3
_MOSTLY = 0.8
_SOON, _GAPS = 14, 5
"""Days without news that never alarm, and gaps between days of news without which a source has no habit."""
_HABIT = 3
"""Times the longest of usual gaps."""


@dataclass(frozen=True, slots=True)
class Alarm:
    """Something to look at."""

    feed: str
    kind: AlarmKind
    message: str
    since: datetime | None = None


def waits(failures: int, told: float | None) -> timedelta:
    """How long a source is left alone after failures in a row: doubled each time, a day at most; ``told`` are a server's seconds."""
    wait = min(_LONGEST_WAIT, _FIRST_WAIT * float(2 ** min(failures - 1, 10)))
    return min(_LONGEST_WAIT, max(wait, timedelta(seconds=told or 0)))


def usual(before: FeedState | None, items: int) -> int:
    """How many entries a list has: between what it was used to have and what it has now."""
    return items if before is None or before.usual == 0 else round(median((before.usual, before.items, items)))


def longest_quiet(source: FeedSource, days: Sequence[date]) -> int | None:
    """Days without news after which a source is silent; None where it has no habit yet."""
    if source.quiet_days is not None:
        return source.quiet_days
    distinct = sorted(set(days))
    gaps = [(later - earlier).days for earlier, later in pairwise(distinct)]
    if len(gaps) < _GAPS:
        return None
    return max(_SOON, round(_HABIT * quantiles(gaps, n=10)[-1]))


def alarms_of(  # noqa: PLR0913 - what a source is judged by
    source: FeedSource,
    state: FeedState,
    *,
    usual_before: int,
    lost: Sequence[str],
    last_day: date | None,
    days: Sequence[date],
    today: date,
) -> list[Alarm]:
    """What is wrong with a source after a run."""
    found: list[Alarm] = []
    if state.reason == "blocked":
        found.append(Alarm(source.name, "blocked", state.message or ""))
    elif state.failures >= _FAILING:
        found.append(Alarm(source.name, "failing", f"连续 {state.failures} 次没有读成：{state.message or ''}"))
    if state.reason in {"empty", "unsupported"} and usual_before >= _LEAST_USUAL:
        found.append(
            Alarm(source.name, "empty", f"列表里一篇文章也没有，平时有 {usual_before} 篇；可能改版了，请用 jiedui feeds try 核对。")
        )
    found += [Alarm(source.name, "lost-field", f"新文章都没有{name}，以前的有；可能改版了，请用 jiedui feeds try 核对。") for name in lost]
    quiet = longest_quiet(source, days)
    # what is looked for up to a day is silent from then on
    silent = (min(today, source.until or today) - last_day).days if last_day is not None else 0
    if quiet is not None and silent > quiet:
        found.append(Alarm(source.name, "silent", f"已有 {silent} 天没有新文章，比平时久（超过 {quiet} 天）；请打开网站核对。"))
    return found


def lost_fields(before: Mapping[str, Sequence[bool]], now: Mapping[str, Sequence[bool]]) -> list[str]:
    """The fields that nearly all earlier articles had and none of the new ones has."""
    return [
        name
        for name, have in now.items()
        if len(have) >= _LEAST_NEW and not any(have) and before.get(name) and sum(before[name]) >= _MOSTLY * len(before[name])
    ]


def days_of(articles: Sequence[Article], published: Mapping[str, str | None]) -> list[date]:
    """The days of articles: of publication, else as the list has them."""
    told = (published.get(article.content or "") or article.day for article in articles)
    return [date.fromisoformat(day) for day in told if day]


def keep_alarms(engine: sa.Engine, feed: str, alarms: Sequence[Alarm], now: datetime) -> list[Alarm]:
    """Write down what alarms now, and what is over; those that are new."""
    with writing(engine) as connection:
        lasting = connection.execute(sa.select(ALARMS).where(ALARMS.c.feed == feed, ALARMS.c.over.is_(None))).mappings().all()
        known = {(row["kind"], _subject(row["kind"], row["message"])): row["id"] for row in lasting}
        here = {(alarm.kind, _subject(alarm.kind, alarm.message)): alarm for alarm in alarms}
        for key, number in known.items():
            if key in here:
                connection.execute(ALARMS.update().where(ALARMS.c.id == number), {"seen": now, "message": here[key].message})
            else:
                connection.execute(ALARMS.update().where(ALARMS.c.id == number), {"over": now})
        fresh = [alarm for key, alarm in here.items() if key not in known]
        if fresh:
            rows = [{"feed": feed, "kind": one.kind, "message": one.message, "since": now, "seen": now, "over": None} for one in fresh]
            connection.execute(ALARMS.insert(), rows)
    return fresh


def _subject(kind: str, message: str) -> str:
    """What tells two alarms of one kind apart: only which field was lost; days and counts in a message go on."""
    return message if kind == "lost-field" else ""


def lasting_alarms(engine: sa.Engine) -> list[Alarm]:
    """All that alarms now, by source."""
    asked = sa.select(ALARMS).where(ALARMS.c.over.is_(None)).order_by(ALARMS.c.feed, ALARMS.c.id)
    with engine.connect() as connection:
        return [Alarm(row["feed"], row["kind"], row["message"], row["since"]) for row in connection.execute(asked).mappings()]
