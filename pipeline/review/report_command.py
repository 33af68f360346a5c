"""Write records as one page to read without a server: the work behind ``jiedui report``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.atomic import replacing
from pipeline.exit_codes import NOT_ALL, OK
from pipeline.messages import Lang, messages
from pipeline.printable import one_line
from pipeline.records import SUFFIXES, NotARecord, load_records
from pipeline.review.out_words import out_words
from pipeline.review.report_page import record_view, report_page
from pipeline.sources.inputs import Input, gather
from pipeline.terminal import Teller
from schemas.errors import Unreadable
from schemas.record import Record


@dataclass(frozen=True, slots=True)
class Request:
    """Which records, and into which file."""

    records: Sequence[str]
    out: Path
    lang: Lang = "zh"


def run(request: Request) -> int:
    """Write the page; the exit code. Files that hold no record are told, and passed over."""
    teller, texts = Teller(), messages(request.lang)
    inputs = gather(request.records, SUFFIXES).inputs
    views, code = [], OK
    for source in inputs:
        name = one_line(source.shown or texts.standard_input)
        try:
            views += [record_view(record, name, request.lang) for record in _records(source)]
        except NotARecord:
            teller.say(texts.not_a_record.format(name=name))
            # a folder may hold any JSON; somebody who names a file expects a record in it
            code = NOT_ALL if source.shown in request.records else code
        except Unreadable as trouble:
            teller.say(texts.not_read.format(name=name, why=texts.reasons[trouble.reason]))
            code = NOT_ALL
    if not views:
        teller.say(out_words(request.lang).no_records.format(names=", ".join(map(one_line, request.records))))
        return NOT_ALL
    try:
        with replacing(request.out) as stream:
            stream.write(report_page(views, request.lang).encode())
    except OSError as error:
        why = error.strerror or one_line(str(error))
        teller.say(texts.cannot_write.format(name=one_line(str(request.out)), why=why))
        return NOT_ALL
    teller.say(out_words(request.lang).reported.format(count=f"{len(views):,}", place=one_line(str(request.out))))
    return code


def _records(source: Input) -> Iterator[Record]:
    if source.path is None or source.path.suffix.lower() not in SUFFIXES:
        raise NotARecord(source.shown or "")
    return load_records(source.path)
