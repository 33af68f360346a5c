"""Ask the store all that a digest says. What it costs grows with the articles, whatever they tell of one another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import chain

import sqlalchemy as sa

from extractors.names.lexicon import short_regions
from extractors.names.place_fronts import place_in_front
from pipeline.digest.about import on_help
from pipeline.digest.asked import Asked, day_of
from pipeline.digest.cast import Cast
from pipeline.digest.counts import counts_of
from pipeline.digest.deeds import ENOUGH_FOR_COUNTS, ENOUGH_FOR_SUMS, Deed, Deeds
from pipeline.digest.described import Describer
from pipeline.digest.leads import Leads
from pipeline.digest.model import Alarm, Article, Digest, Gift, Help, Merged, Passed, Reprint, Window
from pipeline.digest.names import Register
from pipeline.digest.pieces import Key, Piece, other_kinds, pieces
from pipeline.digest.places import Gazetteer, chain_of
from pipeline.digest.rows import rows_of
from pipeline.digest.shares import months, pairs, regions
from pipeline.digest.sums import sums_of
from pipeline.digest.tally import Adder, things
from pipeline.digest.told import Told, ToldCount, ToldSum, Where, day_number
from pipeline.feeds.words import sentence_of
from pipeline.store.alarms import alarms_within
from pipeline.store.place import shown
from schemas.version import VERSION

_LONGEST_SHORT = 5


@dataclass(slots=True)
class Heard:
    """What the articles tell, before it is known who is who among them: the casts by article, the figures in the order of the days."""

    casts: list[list[Cast]]
    sums: list[ToldSum] = field(default_factory=list)
    counts: list[ToldCount] = field(default_factory=list)


def gather(connection: sa.Connection, asked: Asked) -> Digest:
    """The digest of what is asked for, from one state of the store."""
    read = pieces(connection, asked)
    found = on_help(connection, read)
    heard = _heard(connection, found)
    gazetteer = Gazetteer(_spellings(heard))
    register = Register(_names(heard), gazetteer)
    describer = Describer(found, register, gazetteer)
    sums, counts = Deeds[ToldSum](register, ENOUGH_FOR_SUMS), Deeds[ToldCount](register, ENOUGH_FOR_COUNTS)
    sums.take(heard.sums)
    counts.take(heard.counts)
    gifts, helps = tuple(map(describer.gift, sums.found)), tuple(map(describer.help, counts.found))
    deeds: tuple[Gift | Help, ...] = (*gifts, *helps)
    whole = Adder()
    for deed in deeds:
        whole.add(deed)
    return Digest(
        lang=asked.lang,
        version=VERSION,
        made=datetime.now(UTC).isoformat(timespec="seconds"),
        store=shown(connection.engine.url),
        window=Window(since=asked.since, until=asked.until, feeds=asked.feeds, files=asked.files),
        articles=tuple(_article(number, piece) for number, piece in enumerate(found, 1)),
        reprints=sum(len(piece.copies) for piece in found),
        done=whole.tally(is_done=True),
        planned=whole.tally(is_done=False),
        things=things(helps),
        pairs=pairs(deeds, heard.casts, register),
        regions=regions(deeds, heard.casts, gazetteer),
        months=months(deeds, found),
        gifts=gifts,
        helps=helps,
        merged=_merged(sums.found, counts.found),
        passed=Passed(off_topic=len(read) - len(found), other_kinds=other_kinds(connection, asked)),
        alarms=tuple(_alarms(connection, asked)),
    )


def _alarms(connection: sa.Connection, asked: Asked) -> Iterator[Alarm]:
    """What may be why articles are missing: sources that were out of order in this time, and are still."""
    for one in alarms_within(connection, *asked.moments, asked.feeds):
        yield Alarm(feed=one.feed, kind=one.kind, since=day_of(one.since) or "", message=sentence_of(one, asked.lang))


def _heard(connection: sa.Connection, found: Sequence[Piece]) -> Heard:
    article_of: dict[Key, int] = {}
    for number, piece in enumerate(found):
        for key in piece.documents:
            article_of.setdefault(key, number)
    heard = Heard([[] for _ in found])
    for key, rows in rows_of(connection, article_of):
        number = article_of[key]
        cast = Cast.of(rows.parties, rows.regions)
        heard.casts[number].append(cast)
        where = Where(number, day_number(found[number].day), key, cast)
        leads = Leads(rows)
        heard.sums += sums_of(rows, leads, where)
        heard.counts += counts_of(rows, leads, where)
    # the articles are numbered by their days; a sort keeps a document's figures in their order
    heard.sums.sort(key=_order)
    heard.counts.sort(key=_order)
    return heard


def _order(told: Told) -> tuple[int, int, Key]:
    return told.where.day, told.where.article, told.where.document


def _told_names(heard: Heard) -> Iterator[str]:
    """All names, as often as they are told."""
    for cast in chain.from_iterable(heard.casts):
        yield from chain(cast.supporters, cast.recipients, *cast.places)
    for told in chain[Told](heard.sums, heard.counts):
        yield from (name for name in (told.giver, told.receiver) if name is not None)


def _names(heard: Heard) -> Counter[str]:
    return Counter(_told_names(heard))


def _spellings(heard: Heard) -> Counter[str]:
    """All spellings of places; a short form (荔波) is one where another one says what it is short for."""
    names = _names(heard)
    spellings = Counter[str]()
    for cast in chain.from_iterable(heard.casts):
        spellings.update(chain(*cast.places))
    for name, often in names.items():
        front = place_in_front(name)
        if front:
            spellings[front] += often
        elif name in short_regions():
            spellings[name] += often
    stems = {chain_of(spelling)[-1][0] for spelling in spellings}
    spellings.update({name: often for name, often in names.items() if len(name) <= _LONGEST_SHORT and name in stems})
    return spellings


def _article(number: int, piece: Piece) -> Article:
    copies = tuple(Reprint(address=one.address, title=one.title, outlet=one.outlet, feed=one.feed, day=one.day) for one in piece.copies)
    return Article(
        number=number, address=piece.address, title=piece.title, day=piece.day, dated=piece.dated, outlet=piece.outlet, feed=piece.feed,
        reprints=copies,
    )  # fmt: skip


def _merged(sums: Iterable[Deed[ToldSum]], counts: Iterable[Deed[ToldCount]]) -> Merged:
    """Of tellings by several articles alone: what one article's attachment repeats is nothing to speak of."""
    several = [[len({told.where.article for told in deed.tellings}) for deed in deeds] for deeds in (sums, counts)]
    gifts, helps = ([often for often in one if often > 1] for one in several)
    return Merged(gifts=len(gifts), helps=len(helps), spared=sum(gifts) + sum(helps) - len(gifts) - len(helps))
