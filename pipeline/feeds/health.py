"""How a source fares: when it is asked again, and what about it should alarm a person.

Sources die silently: a list that always had entries and has none, entries that have lost a field, no news for longer than usual, a wall
before the site. Each is an alarm that stands in the store from when it is first seen until it is over.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise
from statistics import median, quantiles
from zoneinfo import ZoneInfo

from extractors.listings.entry import Entry
from pipeline.feeds.source import FeedSource
from pipeline.store.alarms import Alarm
from pipeline.store.news import Article, FeedState

ZONE = ZoneInfo("Asia/Shanghai")
_FIRST_WAIT, _LONGEST_WAIT = timedelta(minutes=10), timedelta(hours=23)
"""The longest is less than a day: what is visited each morning is tried each morning, though yesterday's try came a minute later."""
_FAILING = 3
"""Failures in a row that alarm."""
_LEAST_USUAL, _LEAST_NEW = 3, 3
_MOSTLY = 0.8
_SOON, _GAPS = 14, 5
"""Days without news that never alarm, and gaps between days of news without which a source has no habit."""
_HABIT = 3
"""Times the longest of usual gaps."""
_HOLIDAYS = 75
"""Days of a gap that may come again because it was there before: the summer holidays, and what is slow before and after them."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a source is judged by after a visit.

    ``entries`` are those of its list, None where it was not read anew. ``latest`` are its articles, the newest first, each with its day of
    publication and whether it is news; ``lasting`` is what alarmed before.
    """

    source: FeedSource
    state: FeedState
    usual_before: int
    entries: Sequence[Entry] | None
    latest: Sequence[tuple[Article, str | None, bool]]
    lasting: Sequence[Alarm]
    today: date


def waits(failures: int, told: float | None) -> timedelta:
    """How long a source is left alone after failures in a row: doubled each time, less than a day; ``told`` are a server's seconds."""
    wait = _FIRST_WAIT.total_seconds() * 2.0 ** min(failures - 1, 10)
    return min(_LONGEST_WAIT, timedelta(seconds=min(max(wait, told or 0.0), _LONGEST_WAIT.total_seconds())))


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
    return max(_SOON, round(_HABIT * quantiles(gaps, n=10)[-1]), min(max(gaps), _HOLIDAYS))


def alarms_of(seen: Seen) -> list[Alarm]:
    """What is wrong with a source after a visit."""
    return [*_troubles(seen), *_lost_fields(seen), *_silence(seen)]


def _troubles(seen: Seen) -> Iterator[Alarm]:
    """What stands before its articles: one alarm, the one that says most."""
    name, state = seen.source.name, seen.state
    is_empty = state.reason in {"empty", "unsupported"} or seen.entries == ()
    if state.reason == "blocked":
        yield Alarm(name, "blocked", {"why": state.why})
    elif is_empty and seen.usual_before >= _LEAST_USUAL:
        yield Alarm(name, "empty", {"usual": seen.usual_before})
    elif state.failures >= _FAILING:
        yield Alarm(name, "failing", {"times": state.failures, "why": state.why})


def _lost_fields(seen: Seen) -> Iterator[Alarm]:
    """Fields that nearly all articles had and none has now."""
    if seen.usual_before == 0:
        return
    entries = seen.entries or ()
    news = [published is not None for _, published, is_news in seen.latest if is_news]
    before = [article for article, _, _ in seen.latest]
    fields = (
        ("title", [one.title is not None for one in entries], [one.title is not None for one in before]),
        ("day", [one.day is not None for one in entries], [one.day is not None for one in before]),
        ("published", news[:_LEAST_NEW], news[_LEAST_NEW:]),
    )
    for name, now, earlier in fields:
        alarm = Alarm(seen.source.name, "lost-field", {"field": name})
        is_lasting = any((one.kind, one.subject) == (alarm.kind, alarm.subject) for one in seen.lasting)
        if _is_lost(now, earlier, is_lasting=is_lasting):
            yield alarm


def _is_lost(now: Sequence[bool], earlier: Sequence[bool], *, is_lasting: bool) -> bool:
    """Whether a field is gone: it alarms where it was usual, and no more once it is there again, or its lack has become usual."""
    have = sum(earlier)
    if is_lasting:
        return not any(now) and have > (1 - _MOSTLY) * len(earlier)
    return len(now) >= _LEAST_NEW and not any(now) and len(earlier) >= _LEAST_NEW and have >= _MOSTLY * len(earlier)


def _silence(seen: Seen) -> Iterator[Alarm]:
    """No news for longer than usual."""
    source = seen.source
    if source.until is not None and source.until < seen.today:
        return
    # a day to come is a slip of the pen
    days = [day for day in map(_day_of, seen.latest) if day <= seen.today]
    most, last = longest_quiet(source, days), max(days, default=_day(seen.state.begun))
    if most is not None and (seen.today - last).days > most:
        yield Alarm(source.name, "silent", {"days": (seen.today - last).days, "most": most})


def _day_of(latest: tuple[Article, str | None, bool]) -> date:
    """An article's day: of publication, else as the list has it, else when it was found."""
    article, published, _ = latest
    told = published or article.day
    return date.fromisoformat(told) if told else _day(article.found)


def _day(moment: datetime) -> date:
    return moment.astimezone(ZONE).date()
