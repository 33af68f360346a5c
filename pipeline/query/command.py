"""Ask a store and print what is found: the work behind ``jiedui query``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import Literal

import sqlalchemy as sa

from pipeline.check.paint import standard_output
from pipeline.exit_codes import NOT_ALL, OK, USAGE
from pipeline.messages import Lang, messages
from pipeline.printable import one_line
from pipeline.query.as_json import history_line, line_of
from pipeline.query.asked import CannotAsk, Options, asked
from pipeline.query.listed import Found, lines_of
from pipeline.query.past import lines_of_history
from pipeline.query.words import words
from pipeline.store.asking import Asking
from pipeline.store.history import MOST_NAMED, addresses_like, history_of
from pipeline.store.opening import NoStore, existing, looking_at
from pipeline.store.papers import papers, rows_of
from pipeline.store.place import address_of
from pipeline.store.tables import FINDINGS, PARTIES
from pipeline.terminal import Teller
from schemas.errors import JieduiError

Format = Literal["text", "json", "jsonl"]


@dataclass(frozen=True, slots=True)
class Request:
    """What a person asks of the store; ``history`` an address, whose past is shown instead of papers."""

    store: str
    options: Options
    form: Format = "text"
    lang: Lang = "zh"
    limit: int | None = None
    history: str | None = None


def run(request: Request) -> int:
    """Print it; the exit code. Raises :class:`JieduiError`."""
    try:
        wanted = _wanted(request)
    except CannotAsk as error:
        Teller().say(messages(request.lang).usage.format(why=error))
        return USAGE
    with opened(request.store, request.lang) as engine, looking_at(engine) as connection:
        if request.history is not None:
            return _past(connection, request.history, request)
        return _papers(connection, wanted, request)


def _wanted(request: Request) -> Asking:
    if request.history is not None and request.options != Options():
        raise CannotAsk(words(request.lang).only_alone)
    return asked(request.options, request.lang)


@contextmanager
def opened(store: str, lang: Lang) -> Iterator[sa.Engine]:
    """The store; that there is none is said in the person's language. Raises :class:`JieduiError`."""
    try:
        engine = existing(address_of(store))
    except NoStore as error:
        raise JieduiError(words(lang).no_store.format(place=one_line(error.place))) from error
    try:
        yield engine
    finally:
        engine.dispose()


def found_in(connection: sa.Connection, wanted: Asking) -> Iterator[Found]:
    """The papers with what is printed of them, the newest first."""
    for some in papers(connection, wanted, newest_first=True):
        parties, findings = rows_of(connection, PARTIES, some), rows_of(connection, FINDINGS, some)
        for paper in some:
            of_file = findings.get((paper.reading, None), [])
            own = findings.get(paper.key, []) if paper.document is not None else []
            yield Found(paper, parties.get(paper.key, []), [*own, *of_file])


def _papers(connection: sa.Connection, wanted: Asking, request: Request) -> int:
    paint = standard_output()
    documents = files = 0
    if request.form == "json":
        sys.stdout.write("[")
    for found in islice(found_in(connection, wanted), request.limit):
        if request.form == "text":
            sys.stdout.writelines(line + "\n" for line in lines_of(found, request.lang, paint))
        else:
            is_later = request.form == "json" and documents + files > 0
            sys.stdout.write((",\n " if is_later else "") + line_of(found) + ("\n" if request.form == "jsonl" else ""))
        documents, files = documents + (found.paper.document is not None), files + (found.paper.document is None)
    if request.form == "json":
        sys.stdout.write("]\n")
    # the count belongs to the list that a person reads, and must not stand in what a program reads
    out = sys.stdout if request.form == "text" else sys.stderr
    out.write(_counted(documents, files, request) + "\n")
    return OK


def _counted(documents: int, files: int, request: Request) -> str:
    said = words(request.lang)
    if not documents + files:
        return said.none
    others = said.found_files.format(count=f"{files:,}") if files else ""
    cut = said.at_most.format(limit=request.limit) if documents + files == request.limit else ""
    return said.found.format(count=f"{documents:,}") + others + cut + ("。" if request.lang == "zh" else ".")


def _past(connection: sa.Connection, word: str, request: Request) -> int:
    teller, said = Teller(), words(request.lang)
    addresses = addresses_like(connection, word) if word.strip() else []
    if not addresses:
        teller.say(said.no_source.format(name=one_line(word)))
        return NOT_ALL
    if len(addresses) > 1:
        teller.say(said.many_sources.format(name=one_line(word)))
        teller.say_all("  " + one_line(address) for address in addresses[:MOST_NAMED])
        teller.say_all(["  …"] if len(addresses) > MOST_NAMED else [])
        return NOT_ALL
    history = history_of(connection, addresses[0])
    if request.form == "text":
        sys.stdout.writelines(line + "\n" for line in lines_of_history(history, request.lang, standard_output()))
    else:
        sys.stdout.write(history_line(history) + "\n")
    return OK
