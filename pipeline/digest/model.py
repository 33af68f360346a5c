"""The shape of ``digest.json``. It is stable: fields may be added, the names below stay.

An *article* is news that was told first; its reprints stand beside it. Articles have numbers, counted from 1, and every figure names those
that tell it, the first one first. A *deed* is one sum (:class:`Gift`) or one count (:class:`Help`): told by several articles it is there
once, and counts once.

Only what was done is added up in ``done``; what is planned or promised is in ``planned``, and in no other sum. Amounts are decimal strings
with both bounds; ``max`` is null where there is none (30余节, 不少于5万元). Days are ISO 8601, months 2024-05.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from pipeline.messages import Lang
from pipeline.store.alarms import AlarmKind
from schemas.span import Frozen

State = Literal["done", "planned"]
Kind = Literal["people", "attendances", "visits", "lessons", "goods", "others"]
KINDS: tuple[Kind, ...] = ("people", "attendances", "visits", "lessons", "goods", "others")
"""People (名), attendances (人次), visits and events (次, 场), lessons (节, 课时), goods (台, 册), and all else (所, 项, 天)."""
Aside = Literal["part", "total", "rate", "each", "running"]
"""Why a deed is told and not added up.

``part``: of a sum that counts; ``total``: of sums that count; ``rate``: for each time or person, and no total is told; ``each``: of so many
that nobody counts; ``running``: it adds up a longer time, and with it what other news has told.
"""
Dated = Literal["published", "listed", "found"]
"""Where an article's day is from: the article itself, the list that led to it, or the day when it was found."""


class Range(Frozen):
    """An amount; ``approximate``: it is told with 约, 余, 左右."""

    min: str
    max: str | None
    approximate: bool


class Total(Range):
    """Amounts added up: ``items`` of them."""

    items: int


class Money(Total):
    """Sums of one currency added up, with or without goods of a stated value (``in_kind``)."""

    currency: str
    in_kind: bool


class Count(Total):
    """Counts of one kind added up."""

    kind: Kind


class Goods(Count):
    """Counts of one thing added up: 图书 by 册."""

    what: str | None
    unit: str


class Thing(Goods):
    """The same with the articles that tell it."""

    articles: tuple[int, ...]


class Tally(Frozen):
    """What deeds come to: by kind; goods and all else by thing, for books and desks add up to nothing."""

    counts: tuple[Count, ...] = ()
    goods: tuple[Goods, ...] = ()
    money: tuple[Money, ...] = ()


class Share(Frozen):
    """What the articles tell of somebody or of some time."""

    articles: tuple[int, ...] = ()
    done: Tally = Tally()
    planned: Tally = Tally()


class Reprint(Frozen):
    """The same words at another address."""

    address: str
    title: str | None
    outlet: str | None
    feed: str | None
    day: str | None


class Article(Frozen):
    """News as it was told first. ``feed`` is the source of feeds.toml that led to it, null for a file."""

    number: int
    address: str
    title: str | None
    day: str | None
    dated: Dated
    outlet: str | None
    feed: str | None
    reprints: tuple[Reprint, ...]


class Deed(Frozen):
    """What was given or done, or is planned. ``giver`` helps, ``receiver`` is helped; null where the articles do not say it.

    ``words`` are those of the first article; ``per`` is a rate (每年, 每人) that comes to no total.
    """

    day: str | None
    state: State
    aside: Aside | None
    giver: str | None
    receiver: str | None
    giver_region: str | None
    receiver_region: str | None
    per: str | None
    words: str
    articles: tuple[int, ...]


class Gift(Deed):
    """A sum of money, or goods of a stated value."""

    amount: Range
    currency: str
    in_kind: bool
    purpose: str | None


class Help(Deed):
    """So many people, times or things."""

    amount: Range
    kind: Kind
    what: str | None
    unit: str


class Pair(Share):
    """Who helps whom, as the articles name them, with their regions where these are known."""

    giver: str
    receiver: str
    giver_region: str | None
    receiver_region: str | None


class Region(Frozen):
    """What a region gave and what it received; ``spellings`` are the ways in which the articles write it."""

    name: str
    spellings: tuple[str, ...]
    gave: Share
    received: Share


class Month(Share):
    """A month of publication."""

    month: str


class Window(Frozen):
    """What was asked for: the first and the last day, the feeds (none: all), and whether files that were read count too."""

    since: str | None
    until: str | None
    feeds: tuple[str, ...]
    files: bool


class Merged(Frozen):
    """Deeds that several articles tell, and how many tellings did not count therefore."""

    gifts: int
    helps: int
    spared: int


class Passed(Frozen):
    """Articles that are asked for and left out: news that tells of no assistance, and papers that are no news (notices, plans …)."""

    off_topic: int
    other_kinds: int


class Alarm(Frozen):
    """What is wrong with a source since a day, so that articles of it may be missing; ``kind`` is for programs."""

    feed: str
    kind: AlarmKind
    since: str
    message: str


class Digest(Frozen):
    """All that is said."""

    schema_version: Literal["1"] = "1"
    lang: Lang
    version: str
    made: str
    store: str
    window: Window
    articles: tuple[Article, ...]
    reprints: int
    done: Tally
    planned: Tally
    things: tuple[Thing, ...] = Field(description="what was done, by what is counted")
    pairs: tuple[Pair, ...]
    regions: tuple[Region, ...]
    months: tuple[Month, ...]
    gifts: tuple[Gift, ...]
    helps: tuple[Help, ...]
    merged: Merged
    passed: Passed
    alarms: tuple[Alarm, ...] = ()
