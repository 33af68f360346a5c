"""Read inputs and records, and keep of each what its findings need."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.checks.fingerprint import fingerprint
from pipeline.answers import Answer, ReadsAll
from pipeline.check.acceptances import FILE_NAME, Acceptances
from pipeline.check.places import Lines, Place
from pipeline.check.results import FileResult, Result
from pipeline.check.settings import Settings
from pipeline.extract import traceback_of, trouble
from pipeline.messages import Lang, messages
from pipeline.printable import one_line
from pipeline.records import NotARecord, is_of_records, load_records
from pipeline.sources.inputs import Input
from pipeline.terminal import telling
from schemas.errors import Unreadable
from schemas.finding import Finding
from schemas.record import Record

MOST_LINES = 8
"""Lines that are shown of one finding: more do not fit into one view."""


@dataclass(slots=True)
class FileReader:
    """Reads one input after another; ``other_json`` counts the JSON files of folders that are no records."""

    reader: ReadsAll
    settings: Settings
    acceptances: Acceptances
    lang: Lang
    debug: bool = False
    other_json: int = 0

    def read_all(self, inputs: Sequence[Input], named: Sequence[str]) -> Iterator[FileResult]:
        """A result for each record of each input, with a line on the standard error for each that gives trouble."""
        wanted = [source for source in inputs if source.path is None or source.path.name != FILE_NAME]
        answers = self.reader.read_all(source for source in wanted if not is_of_records(source))
        with telling(len(wanted)) as teller:
            for source in wanted:
                for record, number in self._records(source, named, answers):
                    result = record if isinstance(record, FileResult) else self._result(record, source, number)
                    teller.say_all(filter(None, [result.why]))
                    teller.say_all(traceback_of(record.outcome) if self.debug and isinstance(record, Record) else ())
                    yield result
                teller.step()

    def _records(
        self, source: Input, named: Sequence[str], answers: Iterator[tuple[Input, Answer]]
    ) -> Iterator[tuple[Record | FileResult, int | None]]:
        """The records of an input, numbered where they are several; for a file of records that is none, what is to be said."""
        texts = messages(self.lang)
        if source.path is None or not is_of_records(source):
            yield next(answers)[1].record(), None
            return
        shown = source.shown or ""
        is_collection = source.path.suffix.lower() == ".jsonl"
        at = 0
        try:
            for at, record in enumerate(load_records(source.path), 1):
                yield record, at if is_collection else None
        except NotARecord:
            # a folder may hold any JSON; what begins with records, or was named, is to be one
            if at == 0 and source.shown not in named and str(source.path) not in named:
                self.other_json += 1
                return
            yield _unread(shown, texts.not_a_record.format(name=one_line(shown))), None
        except Unreadable as error:
            yield _unread(shown, texts.not_read.format(name=one_line(shown), why=texts.reasons[error.reason])), None

    def _result(self, record: Record, source: Input, number: int | None) -> FileResult:
        lines, name = Lines(record.text), source.shown
        results, every = [], set()
        for finding, title in _findings(record):
            every.add(finding.fingerprint)
            judged = self.settings.judge(finding, name)
            if judged is not None:
                accepted = self.acceptances.find(finding.fingerprint, name if number is None else None, record.source.id)
                results.append(Result(judged, tuple(map(lines.place, finding.spans)), accepted, title))
        outcome = record.outcome
        return FileResult(
            name,
            record.source.id,
            record.source.name,
            record.source.media_type,
            outcome.status,
            outcome.reason,
            trouble(source, outcome, self.lang),
            tuple(results),
            {line: lines.content(line) for result in results for line in shown_lines(result.places)},
            frozenset(every),
            number,
        )


def shown_lines(places: Sequence[Place]) -> list[int]:
    """The lines on which a finding is shown, in order: those of its first places, of a long passage the first two and the last."""
    lines: dict[int, None] = {}
    for place in places:
        last = place.end_line - (place.end_column == 1 and place.end_line > place.line)
        near = range(place.line, last + 1) if last - place.line < 3 else (place.line, place.line + 1, last)
        lines.update(dict.fromkeys(near))
        if len(lines) >= MOST_LINES:
            break
    return sorted(list(lines)[:MOST_LINES])


def _findings(record: Record) -> Iterator[tuple[Finding, str | None]]:
    """The findings about the file and those of its documents, in reading order, each with a fingerprint."""
    several = len(record.documents) > 1
    for finding in record.findings:
        yield _marked(finding), None
    for document in record.documents:
        for finding in document.findings:
            yield _marked(finding), (document.title or "") if several else None


def _marked(finding: Finding) -> Finding:
    """With a fingerprint: records of earlier versions have none."""
    if finding.fingerprint:
        return finding
    return finding.model_copy(update={"fingerprint": fingerprint(finding.rule, finding.subject, (span.text for span in finding.spans))})


def _unread(name: str, why: str) -> FileResult:
    return FileResult(name, None, None, None, "unreadable", "unsupported", why)
