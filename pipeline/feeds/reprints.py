"""Reprints: one article under other addresses, with another headline, a line more or less.

Candidates share a band of MinHash values (Broder 1997) of their texts' runs of four characters; two of them are one article where most runs
are the same in both, or many are and the title speaks for it, and neither names nor figures nor days speak against it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Self

import numpy as np
import numpy.typing as npt
import orjson
import sqlalchemy as sa

from pipeline.feeds.wording import words_of
from pipeline.store.near import is_slip, jaccard
from pipeline.store.news_tables import ARTICLES, BANDS
from pipeline.store.tables import DOCUMENTS, PARTIES, READINGS
from pipeline.store.upsert import insert

_GRAM = 4
_BANDS, _ROWS = 24, 3
"""Texts that share half of their runs meet in a band with a chance of 96 %, those that share a fifth with 17 %."""
_ALIKE = 0.75
"""Share of runs that make two texts one article, whatever their titles are."""
_ALIKE_WITH_TITLE = 0.5
_MOST_DAYS = 60
"""Days between an article and its reprint, where the days are told."""
_FIGURES = 0.5
"""Share of figures that two texts must have in common: the line of date and source may differ."""
_FIGURE = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_LEAST = 40
"""Characters without which a text says too little to be known again."""
_MOST_NEAR, _MOST_READ = 100, 10
"""Candidates that are looked at, those that share most bands first, and of which the whole record is read."""
_LOCK = 0x7265707269
_SEEDS = np.random.default_rng(20240301).integers(1, 2**63, size=(2, _BANDS * _ROWS), dtype=np.uint64) | np.uint64(1)
_Grams = set[str]


@dataclass(frozen=True, slots=True)
class _Told:
    """What of an article tells whether another is the same."""

    grams: _Grams
    title: str
    names: frozenset[str]
    figures: frozenset[str]
    day: date | None
    url: str | None = None
    original: str | None = None

    @classmethod
    def of(cls, record: Mapping[str, Any]) -> Self:
        """What a record says."""
        document: Mapping[str, Any] = next((one for one in record["documents"] if one["press"]), next(iter(record["documents"]), {}))
        press = document.get("press") or {}
        published = (press.get("published") or {}).get("earliest")
        title = "".join(filter(str.isalnum, document.get("title") or ""))
        words = words_of(record)
        return cls(
            grams_of(words),
            title,
            frozenset(party["name"] for one in record["documents"] for party in one["parties"] if party["name"]),
            frozenset(_FIGURE.findall(words)),
            date.fromisoformat(published) if published else None,
            press.get("url"),
            press.get("original_url"),
        )


def link_reprints(connection: sa.Connection, records: Mapping[int, Mapping[str, Any]]) -> int:
    """Link new texts of articles, by their numbers, to the first that said the same; how many turned out to be reprints."""
    told = {number: _Told.of(record) for number, record in records.items()}
    if connection.dialect.name == "postgresql":
        # two sources may bring one article at the same time
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_LOCK)))
    count = 0
    # of those that came together the earliest is the first
    for number, one in sorted(told.items(), key=lambda item: (item[1].day or date.max, item[0])):
        bands = bands_of(one.grams) if len(one.grams) >= _LEAST else ()
        first = _named(connection, number, one) or _first(connection, number, one, bands)
        connection.execute(BANDS.delete().where(BANDS.c.article_id == number))
        if bands:
            rows = [{"band": band, "article_id": number} for band in sorted(bands)]
            connection.execute(insert(connection, BANDS).on_conflict_do_nothing(), rows)
        connection.execute(ARTICLES.update().where(ARTICLES.c.id == number), {"first_id": first})
        count += first is not None
    return count


def _named(connection: sa.Connection, number: int, told: _Told) -> int | None:
    """The article that this one says it was taken from, if it is known."""
    if not told.original or told.original == told.url:
        return None
    asked = sa.select(ARTICLES.c.id, ARTICLES.c.first_id).where(ARTICLES.c.address == told.original, ARTICLES.c.id != number)
    found = connection.execute(asked).first()
    return None if found is None or found.first_id == number else int(found.first_id or found.id)


def _first(connection: sa.Connection, number: int, told: _Told, bands: Collection[int]) -> int | None:
    """The article of which this is a reprint, by its words; never one of its own reprints."""
    if not bands:
        return None
    asked = sa.select(BANDS.c.article_id).where(BANDS.c.band.in_(bands), BANDS.c.article_id != number)
    near = asked.group_by(BANDS.c.article_id).order_by(sa.func.count().desc(), BANDS.c.article_id).limit(_MOST_NEAR)
    joined = ARTICLES.join(READINGS, sa.and_(READINGS.c.content == ARTICLES.c.content, READINGS.c.is_current.is_(True)))
    read = sa.select(ARTICLES.c.id, ARTICLES.c.first_id, READINGS.c.id.label("reading")).select_from(joined)
    found = connection.execute(read.where(ARTICLES.c.id.in_(list(connection.scalars(near))))).all()
    readings = {int(one.reading): int(one.first_id or one.id) for one in found if one.first_id != number}
    names, days = _names_and_days(connection, list(readings))
    # what a few words rule out is not read whole
    likely = [one for one in readings if _can_be_one(told.names, names[one]) and _is_near(told.day, days[one])]
    records = sa.select(READINGS.c.id, READINGS.c.record).where(READINGS.c.id.in_(likely[:_MOST_READ]))
    same = [readings[row.id] for row in connection.execute(records) if is_reprint(told, _Told.of(orjson.loads(row.record)))]
    return min(same, default=None)


def _names_and_days(connection: sa.Connection, readings: Sequence[int]) -> tuple[dict[int, set[str]], dict[int, date | None]]:
    names: dict[int, set[str]] = {one: set() for one in readings}
    days: dict[int, date | None] = dict.fromkeys(readings)
    for row in connection.execute(
        sa.select(PARTIES.c.reading_id, PARTIES.c.name).where(PARTIES.c.reading_id.in_(readings), PARTIES.c.name != "")
    ):
        names[row.reading_id].add(row.name)
    published = sa.select(DOCUMENTS.c.reading_id, DOCUMENTS.c.published).where(DOCUMENTS.c.reading_id.in_(readings))
    for row in connection.execute(published.where(DOCUMENTS.c.published.is_not(None))):
        days[row.reading_id] = date.fromisoformat(row.published)
    return names, days


def _is_near(one: date | None, other: date | None) -> bool:
    """Whether days do not speak against two articles being one."""
    return one is None or other is None or abs((one - other).days) <= _MOST_DAYS


def is_reprint(one: _Told, other: _Told) -> bool:
    """Whether two articles are one."""
    if not _is_near(one.day, other.day):
        return False
    figures = one.figures | other.figures
    if not _can_be_one(one.names, other.names) or (figures and len(one.figures & other.figures) < _FIGURES * len(figures)):
        return False
    alike = jaccard(one.grams, other.grams)
    return alike >= _ALIKE or (alike >= _ALIKE_WITH_TITLE and bool(one.title) and one.title == other.title)


def _can_be_one(one: Collection[str], other: Collection[str]) -> bool:
    """Whether the names do not speak against it: a bureau's reports on its schools share all but names and figures."""
    fewer, more = sorted((set(one), set(other)), key=len)
    return all(name in more or any(is_slip(name, another) for another in more) for name in fewer)


def grams_of(words: str) -> _Grams:
    """The runs of four characters of a text, without punctuation."""
    plain = "".join(filter(str.isalnum, words))
    return {plain[at : at + _GRAM] for at in range(max(0, len(plain) - _GRAM + 1))}


def bands_of(grams: _Grams) -> tuple[int, ...]:
    """The bands of a text: signed 64-bit numbers, which two texts share the likelier the more runs they share."""
    if not grams:
        return ()
    hashes = np.fromiter(
        (int.from_bytes(hashlib.blake2b(gram.encode("utf-8", "replace"), digest_size=8).digest(), "big") for gram in grams), np.uint64
    )
    least = _least(hashes)
    return tuple(
        int.from_bytes(
            hashlib.blake2b(bytes([at]) + least[at * _ROWS : (at + 1) * _ROWS].tobytes(), digest_size=8).digest(), "big", signed=True
        )
        for at in range(_BANDS)
    )


def _least(hashes: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint64]:
    """For each of the permutations the least value that any hash takes."""
    values = hashes[:, None] * _SEEDS[0][None, :] + _SEEDS[1][None, :]
    found: npt.NDArray[np.uint64] = (values ^ (values >> np.uint64(29))).min(axis=0)
    return found
