"""Write what was reviewed, and tell what it shows: the work behind ``jiedui review export``, ``to-gold`` and ``stats``."""

from __future__ import annotations

import json
import sys
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from rich.console import Console

from pipeline.atomic import replacing
from pipeline.exit_codes import NOT_ALL, OK
from pipeline.json_output import pretty
from pipeline.messages import Lang, messages
from pipeline.printable import escaped_json, one_line
from pipeline.query.command import opened
from pipeline.review.gathered import Gathered, gathered, source_bytes
from pipeline.review.out_words import out_words
from pipeline.review.patch import patch_of
from pipeline.review.stats import stats_of
from pipeline.review.stats_shown import shown_stats
from pipeline.review.to_gold import gold_of
from pipeline.store.opening import looking_at
from pipeline.terminal import Teller
from schemas.record import Record
from schemas.review import RecordState

_REVIEWED: frozenset[RecordState] = frozenset(get_args(RecordState)) - {"open"}
_SIGNED: frozenset[RecordState] = frozenset({"signed"})


@dataclass(frozen=True, slots=True)
class Request:
    """What a person wants written, and where. ``unsigned`` records become annotations too; ``as_text`` copies no files."""

    store: str
    out: Path
    states: Collection[str] = ()
    unsigned: bool = False
    as_text: bool = False
    lang: Lang = "zh"


def run_export(request: Request) -> int:
    """Write the reviewed records, the patches and the annotations; the exit code. Raises :class:`JieduiError`."""
    said, count, gold = out_words(request.lang), 0, 0
    try:
        with opened(request.store, request.lang) as engine, looking_at(engine) as connection:
            for one in gathered(connection, request.states or _REVIEWED):
                reviewed = one.situation.reviewed()
                _write(request.out / "records" / f"{one.name}.json", pretty(reviewed))
                _write(request.out / "patches" / f"{one.name}.patch.json", _json(patch_of(one.situation.record, reviewed)))
                count += 1
                if one.situation.state.state == "signed" or request.unsigned:
                    gold += _write_gold(request.out / "gold", one, reviewed, as_text=request.as_text)
    except OSError as error:
        return _cannot_write(request, error)
    place = one_line(str(request.out))
    Teller().say(said.exported.format(count=f"{count:,}", gold=f"{gold:,}", place=place) if count else said.nothing)
    return OK


def run_to_gold(request: Request) -> int:
    """Write the annotations alone; the exit code. Raises :class:`JieduiError`."""
    said, count, left = out_words(request.lang), 0, 0
    try:
        with opened(request.store, request.lang) as engine, looking_at(engine) as connection:
            for one in gathered(connection, _REVIEWED):
                if not request.unsigned and one.situation.state.state not in _SIGNED:
                    left += 1
                    continue
                count += _write_gold(request.out, one, one.situation.reviewed(), as_text=request.as_text)
    except OSError as error:
        return _cannot_write(request, error)
    teller = Teller()
    if not count:
        teller.say(said.no_gold if left else said.nothing)
    else:
        teller.say(said.gold.format(count=f"{count:,}", place=one_line(str(request.out))))
    if left:
        teller.say(said.not_signed.format(count=f"{left:,}"))
    return OK


def run_stats(store: str, lang: Lang, *, as_json: bool) -> int:
    """Print what reviewing shows; the exit code. Raises :class:`JieduiError`."""
    with opened(store, lang) as engine, looking_at(engine) as connection:
        stats = stats_of(one.situation for one in gathered(connection, _REVIEWED))
    if as_json:
        sys.stdout.write(json.dumps(stats.as_json(), ensure_ascii=False, indent=2) + "\n")
    elif not stats.records:
        Teller().say(out_words(lang).nothing)
    else:
        Console(highlight=False).print(shown_stats(stats, lang))
    return OK


def _write_gold(folder: Path, one: Gathered, reviewed: Record, *, as_text: bool) -> bool:
    """The annotation with the file beside it, or with the text where the file is not there any more. False for what has no documents."""
    if not reviewed.documents:
        return False
    source = None if as_text else source_bytes(one)
    data, suffix = source or (reviewed.text.encode("utf-8", "replace"), ".txt")
    _write(folder / f"{one.name}.gold.json", _json(gold_of(reviewed, f"{one.name}{suffix}")))
    _write(folder / f"{one.name}{suffix}", data)
    return True


def _json(value: Any) -> bytes:  # noqa: ANN401 - any JSON
    return (escaped_json(json.dumps(value, ensure_ascii=False, indent=1)) + "\n").encode()


def _write(path: Path, data: bytes) -> None:
    with replacing(path) as stream:
        stream.write(data)


def _cannot_write(request: Request, error: OSError) -> int:
    name, why = one_line(str(request.out)), error.strerror or one_line(str(error))
    Teller().say(messages(request.lang).cannot_write.format(name=name, why=why))
    return NOT_ALL
