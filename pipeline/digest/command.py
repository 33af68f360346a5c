"""Make a digest, write it, and say in a few lines what it says: the work behind ``jiedui digest``."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import sqlalchemy as sa

from pipeline.digest.as_markdown import written
from pipeline.digest.asked import Asked
from pipeline.digest.gather import gather
from pipeline.digest.model import KINDS, Digest
from pipeline.digest.page import page
from pipeline.digest.shown import View
from pipeline.digest.words import words
from pipeline.exit_codes import OK, USAGE
from pipeline.messages import Lang, messages
from pipeline.pages.files import as_json, write
from pipeline.pages.shown import number
from pipeline.printable import escaped, one_line
from pipeline.query.asked import CannotAsk, days_between
from pipeline.query.command import opened
from pipeline.store.news_tables import ARTICLES, FEEDS
from pipeline.store.opening import looking_at
from pipeline.terminal import Teller
from schemas.errors import JieduiError

Format = Literal["json", "markdown", "html"]
WRITERS: Mapping[Format, tuple[str, Callable[[Digest], str]]] = {
    "json": ("digest.json", as_json),
    "markdown": ("digest.md", written),
    "html": ("digest.html", page),
}
_MOST_FEEDS = 20


@dataclass(frozen=True, slots=True)
class Request:
    """What a person asks for; days as they were written; ``formats`` none means all of them."""

    store: str
    since: str | None = None
    until: str | None = None
    feeds: tuple[str, ...] = ()
    files: bool = False
    out: Path = Path("jiedui-digest")
    formats: tuple[Format, ...] = ()
    lang: Lang = "zh"


def run(request: Request) -> int:
    """Make the digest; the exit code. Raises :class:`JieduiError`."""
    try:
        since, until = days_between(("--since", request.since), ("--until", request.until), request.lang)
    except CannotAsk as error:
        Teller().say(messages(request.lang).usage.format(why=error))
        return USAGE
    asked = Asked(since, until, tuple(dict.fromkeys(request.feeds)), request.files, request.lang)
    with opened(request.store, request.lang) as engine, looking_at(engine) as connection, _without_collecting():
        _check_feeds(connection, asked)
        digest = gather(connection, asked)
    places = []
    for form in request.formats or tuple(WRITERS):
        name, written_as = WRITERS[form]
        write(request.out / name, written_as(digest), request.lang)
        places.append(request.out / name)
    sys.stdout.writelines(line + "\n" for line in _summary(View(digest), places))
    return OK


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Millions of small objects are made of which none is part of a circle: looking for circles would take a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _check_feeds(connection: sa.Connection, asked: Asked) -> None:
    """A name that no feed has is a slip of the pen, and no empty digest."""
    if not asked.feeds:
        return
    known = sorted({*connection.scalars(sa.select(FEEDS.c.name)), *connection.scalars(sa.select(ARTICLES.c.feed).distinct())})
    said = words(asked.lang)
    if not known:
        raise JieduiError(said.no_feeds_at_all)
    for name in asked.feeds:
        if name not in known:
            told = "、".join(known[:_MOST_FEEDS]) + ("…" if len(known) > _MOST_FEEDS else "")
            raise JieduiError(said.no_feed.format(name=one_line(name), feeds=one_line(told)))


def _summary(view: View, places: list[Path]) -> Iterator[str]:
    said, digest = view.said, view.digest
    yield f"{said.heading}  {view.window}"
    if view.is_empty:
        yield from (said.empty, said.empty_hint)
    else:
        yield f"{said.articles}  {number(len(digest.articles))} · {view.reprinted}"
        note = said.helping_note.format(givers=number(view.givers), receivers=number(view.receivers))
        yield f"{said.helping}  {number(len(digest.pairs))} · {note}"
        yield f"{said.money}  {view.money(digest.done) or said.nothing_told} · {said.money_note.format(count=number(len(view.gifts)))}"
        for kind in KINDS:
            if told := view.count(digest.done, kind):
                yield f"{said.kinds[kind]}  {told}"
        if planned := view.share(digest.planned):
            yield said.planned_note.format(sum=" · ".join(planned))
        if digest.merged.spared:
            yield said.merged_note.format(**{name: number(count) for name, count in digest.merged.model_dump().items()})
    yield from view.passed_notes
    if view.alarms:
        yield from (said.alarms, *(f"  {line}" for line in view.alarms))
    yield from (said.written.format(place=escaped(str(place))) for place in places)
