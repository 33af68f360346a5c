"""Read annotated documents, hold the records against the annotations, and tell how right they are: the work behind ``jiedui evaluate``."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from pipeline.answers import Answer, ReadsAll
from pipeline.atomic import replacing
from pipeline.evaluate import tables
from pipeline.evaluate.comparison import Comparison, compare
from pipeline.evaluate.gold import Gold, GoldFile, NotGold, gold_files, unknown_names
from pipeline.evaluate.labels import labels
from pipeline.evaluate.matching import hold
from pipeline.evaluate.records import NoRecord, record_of_file
from pipeline.evaluate.results import Held, NotARun, Run, load_run, to_json
from pipeline.exit_codes import NOT_ALL, OK, USAGE
from pipeline.extract import traceback_of, trouble
from pipeline.messages import Lang, messages
from pipeline.printable import one_line
from pipeline.sources.inputs import Input, named_input
from pipeline.terminal import Teller, telling
from schemas.errors import Unreadable
from schemas.record import Record

RecordOf = Callable[[GoldFile, Gold], Record]
"""The record of the document that an annotation names; raises :class:`pipeline.evaluate.records.NoRecord` where there is none."""


@dataclass(frozen=True, slots=True)
class Request:
    """What the person asked for; ``records`` None reads the documents anew."""

    gold: Path
    lang: Lang
    records: Path | None = None
    against: Path | None = None
    save: Path | None = None
    errors: bool = False
    as_json: bool = False
    debug: bool = False


def run(request: Request, reader: ReadsAll) -> int:
    """Do it; the exit code."""
    teller, words = Teller(), labels(request.lang)
    if request.records is not None and not request.records.is_dir():
        teller.say(words.no_folder.format(name=_shown(request.records)))
        return USAGE
    try:
        before = load_run(request.against) if request.against is not None else None
    except (NotARun, Unreadable):
        teller.say(words.not_a_run.format(name=_shown(request.against)))
        return USAGE
    files = gold_files(request.gold)
    if not files:
        teller.say(words.no_gold.format(name=_shown(request.gold)))
        return NOT_ALL
    result = evaluate(files, _record_of(request, reader, files), request)
    _print(request, result, compare(before, result) if before is not None else None)
    saved = request.save is None or _saved(result, request.save, request.lang)
    return OK if saved and result.is_whole() else NOT_ALL


def evaluate(files: Sequence[GoldFile], record_of: RecordOf, request: Request) -> Run:
    """Hold every document's record against its annotation; what gives trouble is told, and the others go on."""
    held: list[Held] = []
    malformed: list[str] = []
    with telling(len(files)) as teller:
        for file in files:
            try:
                held.append(_held(file, record_of, teller, request))
            except (NotGold, Unreadable) as error:
                malformed.append(file.name)
                teller.say(_bad_gold(file, error, request.lang))
            teller.step()
    return Run.of(held, malformed)


def _held(file: GoldFile, record_of: RecordOf, teller: Teller, request: Request) -> Held:
    words = labels(request.lang)
    gold, digest = file.load()
    if names := list(unknown_names(gold)):
        teller.say(words.unknown_names.format(name=_shown(file.path), names=words.separator.join(map(one_line, names))))
    try:
        record = record_of(file, gold)
    except NoRecord as error:
        template = words.bad_record if error.found else words.no_record
        names_of_record = {"folder": _shown(request.records), "wanted": one_line(error.wanted), "found": one_line(error.found or "")}
        teller.say(template.format(name=_shown(file.path), **names_of_record))
        return hold(file.name, gold, digest, None)
    if line := trouble(named_input(file.path.parent / gold.file), record.outcome, request.lang):
        teller.say(line)
        teller.say_all(traceback_of(record.outcome) if request.debug else ())
    return hold(file.name, gold, digest, record)


def _record_of(request: Request, reader: ReadsAll, files: Sequence[GoldFile]) -> RecordOf:
    """Where records come from: from a folder of them, or from reading the document beside the annotation."""
    folder = request.records
    if folder is not None:
        return lambda file, gold: record_of_file(folder, file, gold)
    answers = reader.read_all(_documents(files))
    return lambda file, gold: _answered(answers, named_input(file.path.parent / gold.file))


def _documents(files: Iterable[GoldFile]) -> Iterator[Input]:
    """The document beside each annotation, as far as they can be read."""
    for file in files:
        with suppress(NotGold, Unreadable):
            yield named_input(file.path.parent / file.load()[0].file)


def _answered(answers: Iterator[tuple[Input, Answer]], wanted: Input) -> Record:
    """The record of the next document, which is the one wanted."""
    source, answer = next(answers)
    if source != wanted:
        raise AssertionError(f"{source} was read in the place of {wanted}")
    return answer.record()


def _bad_gold(file: GoldFile, error: NotGold | Unreadable, lang: Lang) -> str:
    words, name = labels(lang), _shown(file.path)
    if isinstance(error, Unreadable):
        return messages(lang).not_read.format(name=name, why=messages(lang).reasons[error.reason])
    return words.bad_gold_at.format(name=name, place=one_line(str(error))) if str(error) else words.bad_gold.format(name=name)


def _print(request: Request, result: Run, comparison: Comparison | None) -> None:
    if request.as_json:
        sys.stdout.buffer.write(to_json(result, {"against": comparison.model_dump()} if comparison is not None else None))
        sys.stdout.buffer.flush()
        return
    console = Console(highlight=False, markup=False, emoji=False)
    if request.errors:
        tables.show_slips(console, result.errors, request.lang)
        console.print()
    tables.show_run(console, result, request.lang)
    if comparison is not None:
        tables.show_comparison(console, comparison, str(request.against), request.lang)


def _saved(result: Run, place: Path, lang: Lang) -> bool:
    """Whether the run is written now; said where it is not."""
    try:
        with replacing(place) as stream:
            stream.write(to_json(result))
    except OSError as error:
        Teller().say(messages(lang).cannot_write.format(name=_shown(place), why=error.strerror))
        return False
    return True


def _shown(path: Path | None) -> str:
    return one_line(Input(path).shown or "")
