"""The work behind ``jiedui check``."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from pipeline.answers import ReadsAll
from pipeline.check import accepting, as_json, as_markdown, as_sarif
from pipeline.check.acceptances import FILE_NAME, Acceptance, Acceptances, load
from pipeline.check.config import load_config
from pipeline.check.diagnostics import Diagnostics
from pipeline.check.paint import standard_output
from pipeline.check.reading import FileReader
from pipeline.check.results import FailOn, FileResult, Outcome, fails
from pipeline.check.selectors import resolve
from pipeline.check.settings import Settings
from pipeline.check.staleness import not_met, stale
from pipeline.check.summary import summary
from pipeline.check.words import words_of
from pipeline.config.file import FILE_NAME as CONFIG_NAME
from pipeline.config.file import find_config
from pipeline.config.misuse import Misuse, told
from pipeline.config.words import words_of as config_words_of
from pipeline.exit_codes import FOUND, NOT_ALL, OK, USAGE
from pipeline.extract import passed_over
from pipeline.messages import Lang, messages
from pipeline.printable import one_line
from pipeline.records import SUFFIXES
from pipeline.sources.folder import DOCUMENTS
from pipeline.sources.inputs import gather
from pipeline.terminal import Teller
from schemas.finding import Severity

Format = Literal["text", "json", "sarif", "markdown"]
_WRITERS: Mapping[Format, Callable[[Outcome, Lang], str]] = {
    "json": as_json.written,
    "sarif": as_sarif.written,
    "markdown": as_markdown.written,
}


@dataclass(frozen=True, slots=True)
class Request:
    """What the person asked for; None leaves it to ``jiedui.toml``."""

    paths: tuple[str, ...]
    lang: Lang = "zh"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Severity | None = None
    fail_on: FailOn | None = None
    form: Format = "text"
    config: Path | None = None
    accepted: Path | None = None
    accept: tuple[str, ...] = ()
    because: str | None = None
    no_config: bool = False
    prune: bool = False
    debug: bool = False


def run(request: Request, reader: ReadsAll) -> int:
    """Do it; the exit code."""
    teller, texts = Teller(), messages(request.lang)
    try:
        return _run(request, reader)
    except Misuse as error:
        teller.say(texts.usage.format(why=told(error, words_of(request.lang), config_words_of(request.lang))))
        return USAGE
    except OSError as error:
        if error.filename is None:
            raise
        teller.say(texts.cannot_write.format(name=one_line(str(error.filename)), why=error.strerror))
        return NOT_ALL


def _run(request: Request, reader: ReadsAll) -> int:
    _hold_together(request)
    config = _config_path(request)
    settings = _settings(request, config)
    folder = config.parent if config is not None else Path()
    acceptances = load(request.accepted or folder / FILE_NAME)
    if request.accept and not request.paths:
        return _accept_everywhere(request, acceptances)
    files = _read(request, FileReader(reader, settings, acceptances, request.lang, request.debug))
    if request.accept:
        return _accept(request, files, acceptances)
    return _report(request, files, acceptances, settings.fail_on) if files is not None else NOT_ALL


def _hold_together(request: Request) -> None:
    """Options that need each other, or exclude each other."""
    if request.accept and not (request.because or "").strip():
        raise Misuse("no_because")
    if request.because is not None and not request.accept:
        raise Misuse("because_alone")
    if request.config is not None and request.no_config:
        raise Misuse("config_and_none")
    if not request.paths and not request.accept:
        raise Misuse("needs_paths")


def _config_path(request: Request) -> Path | None:
    if request.config is not None:
        return request.config
    return None if request.no_config else find_config(Path.cwd())


def _settings(request: Request, config: Path | None) -> Settings:
    """What the file asks for, and above it what the command line does."""
    settings = load_config(config) if config is not None else Settings(Path.cwd())
    if request.select:
        settings = replace(settings, selected=resolve(request.select))
    if request.ignore:
        settings = replace(settings, ignored=resolve(request.ignore))
    return replace(settings, severity=request.severity or settings.severity, fail_on=request.fail_on or settings.fail_on)


def _read(request: Request, files: FileReader) -> list[FileResult] | None:
    """Every file's result; None where there is no file."""
    teller = Teller()
    gathered = gather(request.paths, DOCUMENTS | SUFFIXES)
    teller.say_all(passed_over([entry for entry in gathered.passed if entry.path.name != CONFIG_NAME], request.lang))
    if not gathered.inputs:
        teller.say(messages(request.lang).nothing_found.format(names=", ".join(map(one_line, request.paths))))
        return None
    results = list(files.read_all(gathered.inputs, request.paths))
    if files.other_json:
        teller.say(words_of(request.lang).not_records.format(count=files.other_json))
    return results


def _accept_everywhere(request: Request, acceptances: Acceptances) -> int:
    words = words_of(request.lang)
    new = accepting.accept_everywhere(request.accept, (request.because or "").strip(), acceptances)
    return _keep(new, acceptances, request, words.everywhere)


def _accept(request: Request, files: Sequence[FileResult] | None, acceptances: Acceptances) -> int:
    new = accepting.accept_found(request.accept, (request.because or "").strip(), files or (), acceptances)
    code = _keep(new, acceptances, request, "-")
    return code if all(file.is_read for file in files or ()) else NOT_ALL


def _keep(new: Sequence[Acceptance], acceptances: Acceptances, request: Request, no_file: str) -> int:
    """Write the acceptances, and say which."""
    words, teller = words_of(request.lang), Teller()
    acceptances.having(new).save()
    for entry in new:
        facts = {"fingerprint": entry.fingerprint, "rule": one_line(entry.rule or ""), "file": one_line(entry.file or no_file)}
        teller.say(words.now_accepted.format(message=one_line(entry.message or entry.because), **facts))
    teller.say(words.accepted_written.format(count=len(new), name=one_line(str(acceptances.path))))
    return OK


def _report(request: Request, files: Sequence[FileResult], acceptances: Acceptances, fail_on: FailOn) -> int:
    gone = stale(acceptances, files, request.paths)
    if request.prune and gone:
        acceptances.without(gone).save()
    _tell_stale(request, acceptances, gone, files)
    outcome = Outcome(tuple(files), () if request.prune else gone, _exit_code(files, fail_on))
    if request.form == "text":
        _print(outcome, request.lang)
    else:
        sys.stdout.buffer.write(_WRITERS[request.form](outcome, request.lang).encode())
        sys.stdout.buffer.flush()
    return outcome.exit_code


def _tell_stale(request: Request, acceptances: Acceptances, gone: Sequence[Acceptance], files: Sequence[FileResult]) -> None:
    words, teller = words_of(request.lang), Teller()
    name = one_line(str(acceptances.path))
    if request.prune and gone:
        teller.say(words.pruned.format(count=len(gone), name=name))
    for entry in () if request.prune else gone:
        facts = {"rule": one_line(entry.rule or ""), "file": one_line(entry.file or "-")}
        teller.say(words.stale.format(fingerprint=entry.fingerprint, name=name, **facts))
    for entry in not_met(acceptances, files):
        teller.say(words.stale_everywhere.format(fingerprint=entry.fingerprint, name=name))


def _exit_code(files: Sequence[FileResult], fail_on: FailOn) -> int:
    """What was found weighs more than what was not read: it is there whatever the rest holds."""
    if any(fails(result, fail_on) for file in files for result in file.results):
        return FOUND
    return OK if all(file.is_read for file in files) else NOT_ALL


def _print(outcome: Outcome, lang: Lang) -> None:
    for line in _lines(outcome, lang):
        sys.stdout.write(line + "\n")


def _lines(outcome: Outcome, lang: Lang) -> Iterator[str]:
    paint, words = standard_output(), words_of(lang)
    diagnostics = Diagnostics(words, paint, lang)
    for file in outcome.files:
        name = file.shown or messages(lang).standard_input
        for result in file.results:
            yield from diagnostics.lines(file, result, name)
    yield from summary(outcome, words, lang, paint)
