"""The work behind ``jiedui serve``."""

from __future__ import annotations

import sys
import time
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy as sa

from pipeline.config.file import FILE_NAME, find_config
from pipeline.config.misuse import Misuse, told
from pipeline.config.words import words_of as config_words_of
from pipeline.exit_codes import INTERRUPTED, OK, USAGE
from pipeline.feeds.words import words_of as feeds_words_of
from pipeline.messages import Lang, messages
from pipeline.printable import one_line
from pipeline.serve.config import Service, load_service
from pipeline.serve.words import Words, words_of
from pipeline.store import pauses as kept
from pipeline.store.place import address_of, engine_of
from pipeline.store.upgrade import ready
from pipeline.terminal import Teller
from schemas.errors import JieduiError

if TYPE_CHECKING:
    from pipeline.flows.deployments import Deployments

_PATIENCE = 10.0
"""Seconds for a server that is up but busy with its own tables."""


@dataclass(frozen=True, slots=True)
class Request:
    """What the person asked for. ``store`` is where to, if the file does not say."""

    config: Path | None = None
    store: str | None = None
    lang: Lang = "zh"
    listed: bool = False
    pause: tuple[str, ...] = ()
    resume: tuple[str, ...] = ()
    verbose: bool = False
    debug: bool = False


def run(request: Request) -> int:
    """Do it; the exit code. Raises :class:`schemas.errors.JieduiError`."""
    words = words_of(request.lang)
    try:
        service = load_service(request.config or _found(), request.store)
        if request.pause or request.resume:
            _change(request, service)
        if request.listed:
            _list(request, service)
        if request.pause or request.resume or request.listed:
            return OK
        return _serve(request, service)
    except Misuse as error:
        why = told(error, words, feeds_words_of(request.lang), config_words_of(request.lang))
        Teller().say(messages(request.lang).usage.format(why=why))
        return USAGE
    except KeyboardInterrupt:
        return INTERRUPTED


def _found() -> Path:
    """The file of this folder or of one above it. Raises :class:`Misuse`."""
    path = find_config(Path.cwd())
    if path is None:
        raise Misuse("no_config", name=FILE_NAME)
    return path


def _change(request: Request, service: Service) -> None:
    """Pause and resume; nothing is changed where one of the names is not known."""
    words, teller = words_of(request.lang), Teller()
    for name in (*request.pause, *request.resume):
        service.job(name)
    engine = ready(engine_of(address_of(service.shared.store)))
    for name in request.pause:
        kept.pause(engine, name)
        teller.say(words.paused.format(name=name))
    for name in request.resume:
        was_paused = kept.resume(engine, name)
        teller.say((words.resumed if was_paused else words.unpaused).format(name=name))


def _list(request: Request, service: Service) -> None:
    """Print the jobs."""
    for line in _lines(request.lang, service, kept.pauses(engine) if (engine := _existing(service)) is not None else {}):
        sys.stdout.write(line + "\n")


def _lines(lang: Lang, service: Service, paused: Mapping[str, datetime]) -> list[str]:
    words, zone = words_of(lang), service.shared.zone
    lines = []
    for job in service.jobs:
        since = paused.get(job.name)
        moment = job.cron.after(datetime.now(zone)) if since is None else since.astimezone(zone)
        template = words.next if since is None else words.paused_since
        lines.append(template.format(name=job.name, time=f"{moment:%Y-%m-%d %H:%M}", cron=job.cron.text, about=one_line(job.about)))
    return lines


def _existing(service: Service) -> sa.Engine | None:
    """The store, if there is one: a list makes none."""
    url = address_of(service.shared.store)
    if url.get_backend_name() == "sqlite" and not Path(url.database or "").is_file():
        return None
    return ready(engine_of(url))


def _serve(request: Request, service: Service) -> int:
    """Serve until somebody stops it; the exit code."""
    from pipeline.serve.home import Home  # noqa: PLC0415 - start-up
    from pipeline.serve.stopping import hearing  # noqa: PLC0415 - start-up

    words, engine = words_of(request.lang), ready(engine_of(address_of(service.shared.store)))
    # from here on Ctrl+C is only noted: inside Prefect's imports it would become an error of another kind
    with hearing() as stopping, Home(service, words, verbose=request.verbose) as home:
        # seconds that the server needs anyway
        from pipeline.flows.deployments import Deployments, Unreachable  # noqa: PLC0415 - Prefect reads the environment as it is now
        from pipeline.serve.log import Log  # noqa: PLC0415 - start-up
        from pipeline.serve.serving import Serving  # noqa: PLC0415 - start-up

        home.wait(lambda: stopping.is_asked)
        if stopping.is_asked:
            return stopping.code
        paused = kept.pauses(engine)
        with Deployments(str(service.path)) as deployments:
            until = time.monotonic() + _PATIENCE
            while True:
                try:
                    _register(service, deployments, paused, words)
                    break
                except Unreachable as error:
                    if time.monotonic() > until or stopping.is_asked:
                        raise error if home.is_ours else JieduiError(words.no_server.format(why=error)) from error
                stopping.wait(1)
            log = Log(request.lang, service.shared.zone)
            log.say("serving", path=service.path, count=len(service.jobs), page=home.page)
            Teller().say_all(_lines(request.lang, service, paused))
            names = frozenset(paused) & {job.name for job in service.jobs}
            Serving(service, deployments, engine, home, log, request.lang, request.verbose, request.debug, names).until(stopping)
    return stopping.code


def _register(service: Service, deployments: Deployments, paused: Collection[str], words: Words) -> None:
    """Have Prefect know the jobs, paused or not as we know them, and no others of ours; end what a dead process has left."""
    for job in service.jobs:
        owner = deployments.owner_of(job.name)
        if owner not in {None, str(service.path)} and Path(owner or "").is_file():
            raise JieduiError(words.name_taken.format(name=one_line(job.name), other=one_line(owner or "")))
    for job in service.jobs:
        about = f"{service.path}\n{job.about}"
        deployments.put(job.name, job.cron.text, service.shared.zone.key, about, is_paused=job.name in paused)
    deployments.drop_others()
    for flow_run in deployments.left_at_work():
        deployments.end(flow_run, "died", words.left_over)
