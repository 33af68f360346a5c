"""The work behind ``jiedui feeds run``, ``list``, ``status``, ``pause`` and ``resume``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa

from pipeline.config.file import find_config
from pipeline.config.misuse import Misuse, told
from pipeline.config.words import words_of as config_words_of
from pipeline.exit_codes import FOUND, NOT_ALL, OK, USAGE, Interrupted
from pipeline.feeds.alarm_bell import ring
from pipeline.feeds.config import FILE_NAME, Feeds, load_feeds
from pipeline.feeds.counts import Event
from pipeline.feeds.health import ZONE
from pipeline.feeds.run import Round, Rounds
from pipeline.feeds.source import FeedSource
from pipeline.feeds.visit import Visited
from pipeline.feeds.words import Words, alarm_line, counted, words_of
from pipeline.messages import Lang, messages
from pipeline.printable import one_line
from pipeline.reading import Reader
from pipeline.serve.words import words_of as serve_words_of
from pipeline.stopping import stops_on_interrupt
from pipeline.store import pauses as kept
from pipeline.store.opening import opened_to_write
from pipeline.store.place import address_of, shown
from pipeline.terminal import Teller
from pipeline.workers.limits import Limits

_MOST_TROUBLES = 5


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person asks of the sources of a file; ``names`` are those that are meant, none means all."""

    config: Path | None
    store: str
    names: tuple[str, ...] = ()
    lang: Lang = "zh"


@dataclass(frozen=True, slots=True)
class HowToRun:
    """How sources are visited."""

    reader: Reader
    limits: Limits
    jobs: int | None = None
    is_forced: bool = False
    retry_failed: bool = False
    record: Path | None = None
    replay: Path | None = None


def guarded(lang: Lang, work: Callable[[], int]) -> int:
    """Do it; a misuse is said in a line and gives the exit code of usage."""
    try:
        return work()
    except Misuse as error:
        Teller().say(messages(lang).usage.format(why=told(error, words_of(lang), serve_words_of(lang), config_words_of(lang))))
        return USAGE


def found_feeds(config: Path | None) -> Feeds:
    """The sources of a file: the one that is named, or that of this folder or of the nearest above it. Raises :class:`Misuse`."""
    if config is not None:
        return load_feeds(config)
    path = find_config(Path.cwd(), FILE_NAME)
    if path is None:
        raise Misuse("no_config", name=FILE_NAME)
    return load_feeds(path)


def run(asked: Asked, how: HowToRun) -> int:
    """Visit sources; the exit code: 0, 1 where a source or an article was not read, 3 where something alarms."""
    return guarded(asked.lang, lambda: _run(asked, how))


def _run(asked: Asked, how: HowToRun) -> int:
    teller, feeds = Teller(), found_feeds(asked.config)
    meant = feeds.named(asked.names)
    with opened_to_write(address_of(asked.store)) as engine:
        return _visited(feeds, _chosen(meant, engine, asked, teller), engine, asked, how)


def _visited(feeds: Feeds, chosen: Sequence[FeedSource], engine: sa.Engine, asked: Asked, how: HowToRun) -> int:
    said, teller = words_of(asked.lang), Teller()
    if not chosen:
        teller.say(said.all_paused)
        return OK
    teller.say(said.visiting.format(path=one_line(str(feeds.path)), count=len(chosen), store=one_line(shown(engine.url))))
    rounds = Rounds(engine, Round(tuple(chosen), how.reader, how.limits, how.jobs, how.is_forced, how.retry_failed, how.record, how.replay))
    with stops_on_interrupt(rounds.stop):
        visited = rounds.go(lambda one: teller.say_all(lines_of(one, asked.lang)))
    ring(feeds.webhook, engine, [one.name for one in chosen], asked.lang)
    if rounds.is_stopped:
        raise Interrupted(said.stopped)
    total = sum((Counter(one.counts.counted) for one in visited), Counter[Event]())
    told, failed = [counted(total, said)], sum(one.end == "failed" for one in visited)
    told += [said.feeds_failed.format(count=failed)] if failed else []
    teller.say(said.total.format(feeds=len(visited), counts=said.mark.join(told)))
    teller.say(said.kept.format(store=one_line(shown(engine.url))))
    return exit_code(visited)


def exit_code(visited: Sequence[Visited]) -> int:
    """3 where something alarms, 1 where something was not read, else 0."""
    if any(one.alarms for one in visited):
        return FOUND
    return NOT_ALL if any(one.end == "failed" or one.counts.of("failed") for one in visited) else OK


def _chosen(meant: Sequence[FeedSource], engine: sa.Engine, asked: Asked, teller: Teller) -> tuple[FeedSource, ...]:
    """The sources that are not paused: a pause holds whoever runs them."""
    paused, said = kept.pauses(engine), words_of(asked.lang)
    teller.say_all(said.visited.format(name=one.name, counts=said.paused) for one in meant if one.name in paused)
    return tuple(one for one in meant if one.name not in paused)


def lines_of(visited: Visited, lang: Lang) -> Iterator[str]:
    """What is said of a visit when it is over."""
    said, name = words_of(lang), one_line(visited.feed)
    if visited.end == "stopped" and not visited.counts.counted:
        return
    yield said.visited.format(name=name, counts=_how(visited, said, lang))
    troubles = visited.counts.troubles
    yield from (said.trouble.format(line=one.said(lang)) for one in troubles[:_MOST_TROUBLES])
    more = visited.counts.of("failed") - min(len(troubles), _MOST_TROUBLES)
    if more > 0:
        yield said.more_troubles.format(count=more, name=name)
    yield from (alarm_line(alarm, lang) for alarm in visited.alarms)


def _how(visited: Visited, said: Words, lang: Lang) -> str:
    if visited.end == "waiting":
        return said.waiting.format(time=moment(visited.wait_until))
    if visited.end == "busy":
        return said.busy
    parts = [said.items.format(count=visited.items)] if visited.items is not None else []
    # of a source that says nothing, "nothing new" would be a lie
    if visited.counts.counted or visited.why is None:
        parts.append(counted(visited.counts.counted, said))
    if visited.why is not None:
        # an alarm that says why comes below
        is_said = any("why" in alarm.facts for alarm in visited.alarms)
        parts.append(said.not_read if is_said else said.failed.format(why=visited.why.said(lang)))
    return said.mark.join(parts)


def moment(when: datetime | None) -> str:
    """A moment in the time zone of the sources."""
    return "" if when is None else when.astimezone(ZONE).strftime("%Y-%m-%d %H:%M")


def init(path: Path, lang: Lang) -> int:
    """Write a file with sources to begin with; one that is there is left alone."""

    def work() -> int:
        try:
            with path.open("xb") as stream:
                stream.write(Path(__file__).with_name("examples.toml").read_bytes())
        except FileExistsError as error:
            raise Misuse("is_there", name=path) from error
        except OSError as error:
            raise Misuse("cannot_make", name=path, why=error.strerror) from error
        Teller().say(words_of(lang).made.format(name=one_line(str(path))))
        return OK

    return guarded(lang, work)


def pause(asked: Asked, names: Sequence[str]) -> int:
    """Leave sources alone until they are resumed, by whatever runs them."""
    return guarded(asked.lang, lambda: _changed(asked, names, is_paused=True))


def resume(asked: Asked, names: Sequence[str]) -> int:
    """Take pauses back."""
    return guarded(asked.lang, lambda: _changed(asked, names, is_paused=False))


def _changed(asked: Asked, names: Sequence[str], *, is_paused: bool) -> int:
    said, teller, feeds = words_of(asked.lang), Teller(), found_feeds(asked.config)
    for name in names:
        feeds.source(name)
    with opened_to_write(address_of(asked.store)) as engine:
        for name in names:
            if is_paused:
                kept.pause(engine, name)
                teller.say(said.now_paused.format(name=name))
            else:
                was_paused = kept.resume(engine, name)
                teller.say((said.now_resumed if was_paused else said.not_paused).format(name=name))
    return OK
