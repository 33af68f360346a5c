"""Print what was found in files and in records: the work behind ``jiedui show``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console

from pipeline.exit_codes import NOT_ALL, OK
from pipeline.extract import passed_over, traceback_of
from pipeline.messages import Lang, messages
from pipeline.printable import one_line
from pipeline.reading import Reader
from pipeline.records import SUFFIXES, NotARecord, load_records
from pipeline.show import show_record
from pipeline.sources.folder import DOCUMENTS
from pipeline.sources.inputs import Input, gather
from pipeline.terminal import Teller
from schemas.errors import Unreadable
from schemas.record import Record


def run(paths: Sequence[str], lang: Lang, reader: Reader, *, debug: bool = False) -> int:
    """Print every record of the paths; the exit code. ``debug`` also prints where the program failed."""
    teller, texts = Teller(), messages(lang)
    gathered = gather(paths, DOCUMENTS | SUFFIXES)
    teller.say_all(passed_over(gathered.passed, lang))
    if not gathered.inputs:
        teller.say(texts.nothing_found.format(names=", ".join(map(one_line, paths))))
        return NOT_ALL
    console = Console(highlight=False, markup=False, emoji=False)
    code = OK
    for source in gathered.inputs:
        name = source.shown or texts.standard_input
        try:
            for record in _records(source, reader):
                show_record(console, record, (_is_collection(source) and record.source.name) or name, lang)
                teller.say_all(traceback_of(record) if debug else ())
                if record.outcome.status in {"unreadable", "failed"}:
                    code = NOT_ALL
        except NotARecord:
            teller.say(texts.not_a_record.format(name=one_line(name)))
            # a folder may hold any JSON; somebody who names a file expects a record in it
            code = NOT_ALL if source.shown in paths else code
        except Unreadable as trouble:
            teller.say(texts.not_read.format(name=one_line(name), why=texts.reasons[trouble.reason]))
            code = NOT_ALL
    return code


def _records(source: Input, reader: Reader) -> Iterator[Record]:
    """The records in a file of records, or the one that is read from any other file."""
    if source.path is not None and source.path.suffix.lower() in SUFFIXES:
        yield from load_records(source.path)
    else:
        yield reader.read(source)


def _is_collection(source: Input) -> bool:
    return source.path is not None and source.path.suffix.lower() == ".jsonl"
