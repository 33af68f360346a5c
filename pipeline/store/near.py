"""Papers that are nearly the same: another scan, another format, a copy with a line more.

Papers made from one form share nearly all of their words, so alike texts alone mean nothing. Two readings are linked only where they
share a party by name, no day speaks against it, the other parties' names differ by no more than a slip of recognition, and the texts are
alike.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import sqlalchemy as sa

from pipeline.store.place import writing
from pipeline.store.tables import DOCUMENTS, LINKS, PARTIES, READINGS
from pipeline.store.upsert import insert

KIND = "near-duplicate"
ALIKE = 0.8
"""Share of trigrams that two texts must have in common."""
_GRAM = 3
_AT_ONCE = 200
_TELLING = frozenset("一二三四五六七八九十百两0123456789东西南北中上下左右前后大小新老高初甲乙丙丁男女")
"""Characters by which schools are told apart: 第一小学 is never a slip for 第二小学."""
_MOST_NAMESAKES = 300
"""Readings that may share a name before it tells nothing of a paper: a bureau is a party to thousands."""
_Pair = tuple[int, int]
_Days = tuple[set[str], set[str], set[str], set[str]]


def link_near_duplicates(engine: sa.Engine, is_stopped: Callable[[], bool] = lambda: False) -> int:
    """Compare what has not been compared yet with all that is there; how many links were found. It can be stopped, and gone on with."""
    found, common = 0, set[str]()
    while not is_stopped() and (readings := _uncompared(engine)):
        found += _link(engine, readings, common)
    return found


def _uncompared(engine: sa.Engine) -> dict[int, str]:
    """Some current readings, and their contents."""
    asked = sa.select(READINGS.c.id, READINGS.c.content).where(READINGS.c.is_compared.is_(False), READINGS.c.is_current.is_(True))
    with engine.connect() as connection:
        return {row.id: row.content for row in connection.execute(asked.order_by(READINGS.c.id).limit(_AT_ONCE))}


def _link(engine: sa.Engine, readings: dict[int, str], common: set[str]) -> int:
    with engine.connect() as connection:
        pairs = set(_candidates(connection, list(readings), common))
        ids = {one for pair in pairs for one in pair}
        names, days = _names(connection, ids), _days(connection, ids)
        kin = [pair for pair in pairs if _no_other_day(days[pair[0]], days[pair[1]]) and same_names(names[pair[0]], names[pair[1]])]
        grams = {number: trigrams(text) for number, text in _texts(connection, {one for pair in kin for one in pair}).items()}
        contents = _contents(connection, set(grams))
    rows = [
        {"one": min(both), "other": max(both), "kind": KIND, "alike": round(alike, 4)}
        for one, other in kin
        if (alike := jaccard(grams[one], grams[other])) >= ALIKE and len(both := {contents[one], contents[other]}) == 2
    ]
    with writing(engine) as connection:
        if rows:
            rows.sort(key=lambda row: (str(row["one"]), str(row["other"])))
            connection.execute(insert(connection, LINKS).on_conflict_do_nothing(), rows)
        connection.execute(READINGS.update().where(READINGS.c.id.in_(readings)), {"is_compared": True})
    return len(rows)


def _candidates(connection: sa.Connection, ids: Sequence[int], common: set[str]) -> Iterator[_Pair]:
    """Pairs of readings that share a name which not too many have."""
    names = _telling(connection, ids, common)
    left, right = PARTIES.alias(), PARTIES.alias()
    joined = left.join(right, sa.and_(left.c.name == right.c.name, left.c.reading_id != right.c.reading_id))
    for at in range(0, len(names), 400):
        asked = sa.select(left.c.reading_id, right.c.reading_id.label("other")).select_from(joined).distinct()
        asked = asked.where(left.c.reading_id.in_(ids), left.c.name.in_(names[at : at + 400]))
        for row in connection.execute(asked):
            yield min(row), max(row)


def _telling(connection: sa.Connection, ids: Sequence[int], common: set[str]) -> list[str]:
    """The names of some readings that others have too, and not too many. Those that too many have are counted once, and are ``common``."""
    mine = sa.select(PARTIES.c.name).where(PARTIES.c.reading_id.in_(ids), PARTIES.c.name != "", PARTIES.c.blank.is_(False)).distinct()
    asked, telling = sorted(set(connection.scalars(mine)) - common), list[str]()
    for at in range(0, len(asked), 400):
        counted = sa.select(PARTIES.c.name, sa.func.count(sa.distinct(PARTIES.c.reading_id)).label("many"))
        for row in connection.execute(counted.where(PARTIES.c.name.in_(asked[at : at + 400])).group_by(PARTIES.c.name)):
            if row.many > _MOST_NAMESAKES:
                common.add(row.name)
            elif row.many > 1:
                telling.append(row.name)
    return telling


def _names(connection: sa.Connection, ids: set[int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {number: [] for number in ids}
    for row in _rows(connection, ids, PARTIES.c.reading_id, PARTIES.c.name):
        found[row.reading_id].append(row.name)
    return found


def _days(connection: sa.Connection, ids: set[int]) -> dict[int, _Days]:
    """Of each reading its days of signing, of publication, its terms' first and last days."""
    columns = (DOCUMENTS.c.signed, DOCUMENTS.c.published, DOCUMENTS.c.term_start, DOCUMENTS.c.term_end)
    found: dict[int, _Days] = {number: (set(), set(), set(), set()) for number in ids}
    for reading, *days in _rows(connection, ids, DOCUMENTS.c.reading_id, *columns):
        for known, day in zip(found[reading], days, strict=True):
            known.update(filter(None, [day]))
    return found


def _texts(connection: sa.Connection, ids: set[int]) -> dict[int, str]:
    found: dict[int, str] = dict.fromkeys(ids, "")
    for row in _rows(connection, ids, DOCUMENTS.c.reading_id, DOCUMENTS.c.text):
        found[row.reading_id] += row.text
    return found


def _contents(connection: sa.Connection, ids: set[int]) -> dict[int, str]:
    return {row.id: row.content for row in _rows(connection, ids, READINGS.c.id, READINGS.c.content)}


def _rows(connection: sa.Connection, ids: set[int], key: sa.Column[int], *columns: sa.Column[str]) -> Iterator[sa.Row[tuple[object, ...]]]:
    ordered = sorted(ids)
    for at in range(0, len(ordered), 400):
        yield from connection.execute(sa.select(key, *columns).where(key.in_(ordered[at : at + 400])))


def _no_other_day(one: _Days, other: _Days) -> bool:
    """Whether no day speaks against the two being one paper; a day that was not read says nothing."""
    return all(not left or not right or left & right for left, right in zip(one, other, strict=True))


def same_names(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two papers are between the same: each name is the other's, or a slip of it, and one at least is the same."""
    if len(set(one)) != len(set(other)) or not set(one) & set(other):
        return False
    rest = set(one) - set(other), set(other) - set(one)
    return all(any(is_slip(left, right) for right in rest[1]) for left in rest[0])


def is_slip(one: str, other: str) -> bool:
    """Whether one character of a long name was read wrongly, and not one by which names are told apart."""
    if len(one) != len(other) or len(one) < 5:
        return False
    differing = [pair for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
    return len(differing) == 1 and not _TELLING & set(differing[0])


def trigrams(text: str) -> set[str]:
    """The runs of three characters of a text, blanks and punctuation left out."""
    plain = "".join(filter(str.isalnum, text))
    return {plain[at : at + _GRAM] for at in range(len(plain) - _GRAM + 1)}


def jaccard(one: set[str], other: set[str]) -> float:
    """What two sets have in common, of all that they have (Jaccard 1901); 0 for empty ones."""
    return len(one & other) / len(one | other) if one and other else 0.0
