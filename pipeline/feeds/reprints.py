"""Reprints: one article under other addresses, with another headline, a line more or less.

Candidates share a band of MinHash values (Broder 1997) of their texts' runs of four characters; two of them are one article where most runs
are the same in both, or many are and the title speaks for it, and neither names nor figures nor days speak against it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Mapping
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
from pipeline.store.place import writing
from pipeline.store.tables import READINGS
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
_MOST_IN_BAND = 200
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
        document: Mapping[str, Any] = next(
            (one for one in record["documents"] if one["press"]), next(iter(record["documents"]), {})
        )
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


class Reprints:
    """Links articles to the first that said the same."""

    def __init__(self, engine: sa.Engine) -> None:
        """Over a store."""
        self._engine = engine

    def link(self, records: Mapping[int, Mapping[str, Any]]) -> int:
        """Look at new texts of articles, by their numbers; how many turned out to be reprints."""
        count = 0
        told_by_number = {number: _Told.of(record) for number, record in records.items()}
        # of those that came together the earliest is the first
        for number, told in sorted(told_by_number.items(), key=lambda item: (item[1].day or date.max, item[0])):
            bands = bands_of(told.grams) if sum(map(len, told.grams)) >= _LEAST * _GRAM else ()
            with writing(self._engine) as connection:
                first = self._first(connection, number, told, bands)
                connection.execute(BANDS.delete().where(BANDS.c.article_id == number))
                if bands:
                    rows = [{"band": band, "article_id": number} for band in sorted(bands)]
                    connection.execute(insert(connection, BANDS).on_conflict_do_nothing(), rows)
                connection.execute(ARTICLES.update().where(ARTICLES.c.id == number), {"first_id": first})
            count += first is not None
        return count

    def _first(self, connection: sa.Connection, number: int, told: _Told, bands: Collection[int]) -> int | None:
        """The article of which this is a reprint; never one of its own."""
        row = ARTICLES.alias()
        if told.original and told.original != told.url:
            named = connection.execute(sa.select(row.c.id, row.c.first_id).where(row.c.address == told.original, row.c.id != number)).first()
            if named is not None and named.first_id != number:
                return int(named.first_id or named.id)
        if not bands:
            return None
        asked = sa.select(BANDS.c.article_id).where(BANDS.c.band.in_(bands), BANDS.c.article_id != number).distinct()
        near = list(connection.scalars(asked.order_by(BANDS.c.article_id).limit(_MOST_IN_BAND)))
        joined = row.join(READINGS, sa.and_(READINGS.c.content == row.c.content, READINGS.c.is_current.is_(True)))
        read = sa.select(row.c.id, row.c.first_id, READINGS.c.record).select_from(joined).where(row.c.id.in_(near)).order_by(row.c.id)
        for one in connection.execute(read):
            if one.first_id != number and is_reprint(told, _Told.of(orjson.loads(one.record))):
                return int(one.first_id or one.id)
        return None


def is_reprint(one: _Told, other: _Told) -> bool:
    """Whether two articles are one."""
    if one.day is not None and other.day is not None and abs((one.day - other.day).days) > _MOST_DAYS:
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
    hashes = np.fromiter((int.from_bytes(hashlib.blake2b(gram.encode("utf-8", "replace"), digest_size=8).digest(), "big") for gram in grams), np.uint64)
    least = _least(hashes)
    return tuple(
        int.from_bytes(hashlib.blake2b(bytes([at]) + least[at * _ROWS : (at + 1) * _ROWS].tobytes(), digest_size=8).digest(), "big", signed=True)
        for at in range(_BANDS)
    )


def _least(hashes: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint64]:
    """For each of the permutations the least value that any hash takes."""
    values = hashes[:, None] * _SEEDS[0][None, :] + _SEEDS[1][None, :]
    found: npt.NDArray[np.uint64] = (values ^ (values >> np.uint64(29))).min(axis=0)
    return found
