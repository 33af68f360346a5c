"""Read many inputs, write a record for each, and tell what happened: the work behind ``jiedui extract``."""

from __future__ import annotations

import errno
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from pipeline.answers import Answer, Form, ReadsAll
from pipeline.atomic import replacing
from pipeline.exit_codes import NOT_ALL, OK, USAGE
from pipeline.messages import Lang, Skip, messages
from pipeline.output_names import plan_names
from pipeline.printable import escaped, one_line
from pipeline.sources.folder import Passed
from pipeline.sources.inputs import Input, gather, is_single
from pipeline.terminal import Teller, telling
from schemas.source import Outcome

Done = Iterator[tuple[Input, Answer]]
JSONL_NAME = "records.jsonl"
_MANY: frozenset[Skip] = frozenset({"hidden", "other-format"})


@dataclass(frozen=True, slots=True)
class Request:
    """What the person asked for; ``out`` None writes to the standard output."""

    paths: tuple[str, ...]
    lang: Lang
    out: Path | None = None
    jsonl: bool = False
    debug: bool = False


def run(request: Request, reader: ReadsAll) -> int:
    """Do it; the exit code."""
    teller, texts = Teller(), messages(request.lang)
    if request.out is not None and not _made(request.out):
        teller.say(texts.out_is_file.format(name=one_line(str(request.out))))
        return USAGE
    gathered = gather(request.paths, leave_out=request.out)
    teller.say_all(passed_over(gathered.passed, request.lang))
    if not gathered.inputs:
        teller.say(texts.nothing_found.format(names=", ".join(map(one_line, request.paths))))
        return NOT_ALL
    try:
        return _written(request, gathered.inputs, reader)
    except OSError as error:
        if error.errno == errno.EPIPE:
            raise
        name = one_line(str(error.filename or request.out or texts.standard_output))
        teller.say(texts.cannot_write.format(name=name, why=error.strerror))
        return NOT_ALL


def _written(request: Request, inputs: Sequence[Input], reader: ReadsAll) -> int:
    """Read and write all inputs, tell of each that gives trouble, and sum up."""
    statuses: Counter[str] = Counter()
    with telling(len(inputs)) as teller:
        for source, answer in _answers(request, inputs, reader):
            statuses[answer.outcome.status] += 1
            teller.say_all(filter(None, [trouble(source, answer.outcome, request.lang)]))
            teller.say_all(traceback_of(answer.outcome) if request.debug else ())
            teller.step()
    bad = statuses["unreadable"] + statuses["failed"]
    if request.out is not None:
        texts = messages(request.lang)
        place = request.out / JSONL_NAME if request.jsonl else request.out
        counts = texts.summary.format(total=statuses.total(), read=statuses["read"], review=statuses["needs-review"], bad=bad)
        Teller().say(counts + texts.written.format(place=one_line(str(place))))
    return NOT_ALL if bad else OK


def _answers(request: Request, inputs: Sequence[Input], reader: ReadsAll) -> Done:
    if request.out is None:
        return to_stream(inputs, reader, sys.stdout.buffer, lines=request.jsonl or not is_single(request.paths, inputs))
    return to_jsonl(inputs, reader, request.out) if request.jsonl else to_folder(inputs, reader, request.out)


def _made(folder: Path) -> bool:
    """Whether the folder is there now."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return False
    return True


def to_stream(inputs: Sequence[Input], reader: ReadsAll, stream: BinaryIO, *, lines: bool) -> Done:
    """Write each record to ``stream`` as soon as it is there: one a line, or indented."""
    form: Form = "line" if lines else "pretty"
    for source, answer in reader.read_all(inputs, form):
        stream.write(answer.json)
        stream.flush()
        yield source, answer


def to_jsonl(inputs: Sequence[Input], reader: ReadsAll, folder: Path) -> Done:
    """Write all records into one file of ``folder``, which is there only when all are."""
    with replacing(folder / JSONL_NAME) as stream:
        yield from to_stream(inputs, reader, stream, lines=True)


def to_folder(inputs: Sequence[Input], reader: ReadsAll, folder: Path) -> Done:
    """Write one file for each record below ``folder``."""
    paths = [source.path for source in inputs if source.path is not None]
    names = plan_names(inputs, paths, folder)
    for (source, answer), name in zip(reader.read_all(inputs, "pretty"), names, strict=True):
        with replacing(folder / name) as stream:
            stream.write(answer.json)
        yield source, answer


def trouble(source: Input, outcome: Outcome, lang: Lang) -> str | None:
    """One line that says why a file was not read, or must be looked at; None where all is well."""
    texts = messages(lang)
    name = one_line(source.shown or texts.standard_input)
    if outcome.status == "read":
        return None
    # after its first line, the message of a failure is the traceback
    why = one_line((outcome.message or "").partition("\n")[0])
    if outcome.reason is not None and (lang == "en" or not why):
        why = texts.reasons[outcome.reason]
    template = {"unreadable": texts.not_read, "failed": texts.failed, "needs-review": texts.review}[outcome.status]
    return template.format(name=name, why=why)


def traceback_of(outcome: Outcome) -> Iterator[str]:
    """The lines that say where the program failed; none where it did not."""
    if outcome.status == "failed":
        yield from map(escaped, (outcome.message or "").splitlines()[1:])


def passed_over(passed: Sequence[Passed], lang: Lang) -> Iterator[str]:
    """Lines about what a folder held and was not read; what is many and harmless is told in one line."""
    texts = messages(lang)
    for entry in passed:
        if entry.why not in _MANY:
            yield texts.skipped.format(name=one_line(str(entry.path)), why=texts.skips[entry.why])
    for why in sorted(_MANY):
        kinds = Counter(one_line(entry.path.suffix or entry.path.name) for entry in passed if entry.why == why)
        if kinds:
            listed = ", ".join(f"{kind} {count}" for kind, count in kinds.most_common(5))
            yield texts.skipped_many.format(count=kinds.total(), why=texts.skips[why], kinds=listed)
