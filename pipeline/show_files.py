"""Print what was found in files and in records: the work behind ``jiedui show``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console

from pipeline.answers import Answer, ReadsAll
from pipeline.exit_codes import NOT_ALL, OK
from pipeline.extract import passed_over, traceback_of
from pipeline.messages import Lang, messages
from pipeline.printable import one_line
from pipeline.records import SUFFIXES, NotARecord, is_of_records, load_records
from pipeline.show import show_record
from pipeline.sources.folder import DOCUMENTS
from pipeline.sources.inputs import Input, gather
from pipeline.terminal import Teller
from schemas.errors import Unreadable
from schemas.record import Record


def run(paths: Sequence[str], lang: Lang, reader: ReadsAll, *, debug: bool = False) -> int:
    """Print every record of the paths; the exit code. ``debug`` also prints where the program failed."""
    teller, texts = Teller(), messages(lang)
    gathered = gather(paths, DOCUMENTS | SUFFIXES)
    teller.say_all(passed_over(gathered.passed, lang))
    if not gathered.inputs:
        teller.say(texts.nothing_found.format(names=", ".join(map(one_line, paths))))
        return NOT_ALL
    console = Console(highlight=False, markup=False, emoji=False)
    answers = reader.read_all(source for source in gathered.inputs if not is_of_records(source))
    code = OK
    for source in gathered.inputs:
        name = source.shown or texts.standard_input
        try:
            for record in _records(source, answers):
                show_record(console, record, (_is_collection(source) and record.source.name) or name, lang)
                teller.say_all(traceback_of(record.outcome) if debug else ())
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


def _records(source: Input, answers: Iterator[tuple[Input, Answer]]) -> Iterator[Record]:
    """The records in a file of records, or the one that is read from any other file: ``answers`` come in the inputs' order."""
    if source.path is not None and is_of_records(source):
        yield from load_records(source.path)
    else:
        yield next(answers)[1].record()


def _is_collection(source: Input) -> bool:
    return source.path is not None and source.path.suffix.lower() == ".jsonl"
