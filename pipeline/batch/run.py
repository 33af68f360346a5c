"""A batch run from its first file to its report: the work behind ``jiedui batch``."""

from __future__ import annotations

import importlib.util
import os
from contextlib import ExitStack
from dataclasses import replace
from tempfile import TemporaryFile
from typing import Any
from urllib.parse import urlsplit

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from pipeline.batch.batches import Batches
from pipeline.batch.ended import Ended
from pipeline.batch.items import Listing, list_items
from pipeline.batch.progress import Progress, watching
from pipeline.batch.request import Request
from pipeline.batch.shown_flow import API, ShownFlow
from pipeline.batch.words import counted, spoken, words
from pipeline.batch.work import Task
from pipeline.batch.working import Work
from pipeline.exit_codes import INTERRUPTED, NOT_ALL, OK, Interrupted
from pipeline.extract import passed_over
from pipeline.messages import messages
from pipeline.printable import one_line
from pipeline.reading import Reader
from pipeline.store import runs
from pipeline.store.known import MOST_ATTEMPTS, still_unread
from pipeline.store.opening import NoStore, existing
from pipeline.store.place import address_of, engine_of, shown
from pipeline.store.seen import BAD
from pipeline.store.setting import Setting
from pipeline.store.upgrade import cannot_write, ready
from pipeline.terminal import Teller
from pipeline.workers.limits import Limits
from schemas.errors import JieduiError


def run(request: Request, reader: Reader, limits: Limits) -> int:
    """Do it; the exit code. Raises :class:`schemas.errors.JieduiError`, and :class:`Interrupted` where the person stopped it."""
    ended = read_archive(request, reader, limits)
    if ended.hint is not None:
        raise Interrupted(ended.hint)
    return ended.code


def read_archive(request: Request, reader: Reader, limits: Limits) -> Ended:
    """Do it. Raises :class:`schemas.errors.JieduiError`."""
    teller, said = Teller(), words(request.lang)
    url = address_of(request.store)
    listing = list_items(request.words, leave_out=request.reports or request.report)
    teller.say_all(passed_over(listing.passed, request.lang))
    teller.say_all(said.missing.format(name=one_line(word)) for word in listing.missing)
    if not listing.items:
        teller.say(said.nothing)
        return Ended(NOT_ALL, {}, listing.missing)
    if request.runner == "dask":
        _check_cluster(request)
    task = Task("", Setting.of(reader, limits), reader.passwords, request.retry_failed)
    if request.dry_run:
        return Ended(_tried(request, listing, task, _existing(url)), {}, listing.missing)
    engine = ready(engine_of(url))
    _check_report(request)
    try:
        return _read(request, (reader, limits), listing, task, engine)
    except DBAPIError as error:
        raise cannot_write(engine, error) from error


def _read(request: Request, means: tuple[Reader, Limits], listing: Listing, task: Task, engine: sa.Engine) -> Ended:
    said, teller = words(request.lang), Teller()
    teller.say(said.found.format(count=f"{len(listing.items):,}", store=one_line(shown(engine.url))))
    runs.let_go_of_the_dead(engine)
    task = replace(task, run=runs.begin(engine, _told(request)))
    try:
        with ExitStack() as held:
            # the page is last to be done: the person is told what happened before that
            flow = held.enter_context(ShownFlow(request, task.run))
            with watching(len(listing.items), request.lang, debug=request.debug) as progress:
                work = Work(request, listing.items, task, engine, progress)
                work.do(*means, flow)
            return Ended(_ended(work, is_missing=bool(listing.missing)), work.progress.ordered(), listing.missing)
    except Interrupted as stopped:
        return Ended(INTERRUPTED, work.progress.ordered(), listing.missing, str(stopped))


def _check_report(request: Request) -> None:
    """That the report can be written: better known before a night of reading. Raises :class:`JieduiError`."""
    try:
        request.report.mkdir(parents=True, exist_ok=True)
        with TemporaryFile(dir=request.report):
            pass
    except OSError as error:
        name, why = one_line(str(request.report)), error.strerror or type(error).__name__
        raise JieduiError(messages(request.lang).cannot_write.format(name=name, why=why)) from error


def _check_cluster(request: Request) -> None:
    """Raises :class:`JieduiError` where a cluster cannot be used from here."""
    said = words(request.lang)
    if importlib.util.find_spec("prefect_dask") is None:
        raise JieduiError(said.no_dask)
    if not request.scheduler:
        raise JieduiError(said.no_scheduler)
    host = urlsplit(request.scheduler).hostname or ""
    if API not in os.environ and host not in {"localhost", "127.0.0.1", "::1"}:
        raise JieduiError(said.own_server)


def _tried(request: Request, listing: Listing, task: Task, engine: sa.Engine | None) -> int:
    """What a run would do; nothing is written."""
    said = words(request.lang)
    progress = Progress(len(listing.items), request.lang)
    batches = Batches(listing.items, task, engine, 1, progress.tell, limit=request.limit, writes=False)
    count = sum(len(batch.items) for batch in batches)
    counts = progress.ordered()
    settled = said.would_settled.format(counts=counted(counts, said)) if counts else ""
    Teller().say(said.would.format(count=f"{count:,}", settled=settled))
    return NOT_ALL if listing.missing else OK


def _existing(url: sa.URL) -> sa.Engine | None:
    """The store, if there is one: a dry run makes none, and writes to none. Raises :class:`JieduiError`."""
    try:
        return existing(url)
    except NoStore:
        return None


def _told(request: Request) -> dict[str, Any]:
    """What the store keeps of a request: no passwords."""
    return {"sources": list(request.words), "limit": request.limit, "retry_failed": request.retry_failed, "jobs": request.jobs}


def _ended(work: Work, *, is_missing: bool) -> int:
    """Sum up; the exit code."""
    request, said, counts = work.request, words(work.request.lang), work.progress.ordered()
    teller = Teller()
    if work.stopped.is_set():
        read = sum(count for fate, count in counts.items() if fate in {"ok", "needs-review", "unreadable"})
        raise Interrupted(said.resume.format(count=f"{read:,}"))
    total = sum(counts.values())
    if total and set(counts) == {"unchanged"}:
        teller.say(said.all_known)
    teller.say(said.done.format(total=f"{total:,}", counts=counted(counts, said), time=spoken(work.progress.seconds, said)))
    unread = still_unread(work.engine, work.task.run) if counts.get("unchanged") else 0
    if unread:
        teller.say(said.still_unread.format(count=f"{unread:,}"))
    if counts.get("elsewhere"):
        teller.say(said.elsewhere.format(count=f"{counts['elsewhere']:,}"))
    if counts.get("failed"):
        teller.say(said.again.format(most=MOST_ATTEMPTS))
    if (unread or counts.get("unreadable") or counts.get("quarantined")) and not request.retry_failed:
        teller.say(said.retry)
    teller.say(said.kept.format(store=one_line(shown(work.engine.url)), report=one_line(str(request.report / "report.html"))))
    return NOT_ALL if is_missing or unread or any(counts.get(fate) for fate in (*BAD, "elsewhere")) else OK
