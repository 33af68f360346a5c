"""A check as a report that is sent round: what was found by rule, then file by file with the words."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.check.results import FileResult, Outcome, Result
from pipeline.check.summary import count_rules, totals
from pipeline.check.words import Words, words_of
from pipeline.markdown import plain
from pipeline.messages import Lang, messages
from pipeline.printable import one_line

_LONGEST_QUOTE = 120
_MOST_QUOTES = 4


def written(outcome: Outcome, lang: Lang) -> str:
    """The report, ended by a newline."""
    return "\n".join(_lines(outcome, words_of(lang), lang)) + "\n"


def _lines(outcome: Outcome, words: Words, lang: Lang) -> Iterator[str]:
    yield from (f"# {words.report}", "", totals(outcome, words), "")
    counts = count_rules(outcome)
    if counts:
        yield from (f"## {words.by_rule}", "")
        yield f"| {words.rule} | {words.severity} | {words.count} | {words.accepted} | {words.title} |"
        yield "| --- | --- | --- | --- | --- |"
        for one in counts:
            yield f"| `{one_line(one.rule)}` | {words.severities[one.severity]} | {one.found} | {one.accepted} | {one.title(lang)} |"
        yield from ("", f"## {words.by_file}", "")
        for file in outcome.files:
            if file.results:
                yield from _file(file, words, lang)
    yield from _unread(outcome, words, lang)
    if outcome.stale:
        yield from (f"## {words.stale_heading}", "")
        for entry in outcome.stale:
            yield f"* `{entry.fingerprint}` {plain(entry.rule or '')} {plain(entry.file or '')}: {plain(entry.because)}"


def _file(file: FileResult, words: Words, lang: Lang) -> Iterator[str]:
    yield from (f"### {plain(file.shown or messages(lang).standard_input)}", "")
    for result in file.results:
        yield from _result(result, words)
    yield ""


def _result(result: Result, words: Words) -> Iterator[str]:
    finding = result.finding
    label = words.accepted if result.accepted else words.severities[finding.severity]
    yield f"* **{label}** {plain(finding.message)} (`{one_line(finding.rule)}`, `{one_line(finding.fingerprint)}`)"
    if result.accepted is not None:
        yield f"  {words.because}: {plain(result.accepted.because)} ({plain(result.accepted.date)})"
        return
    for span, place in zip(finding.spans[:_MOST_QUOTES], result.places, strict=False):
        page = f"{words.page.format(page=span.page)} " if span.page is not None else ""
        where = words.place.format(line=place.line, column=place.column)
        yield from ("", f"  > {plain(_short(one_line(span.text)))} — {page}{where}")
    if left := len(finding.spans) - _MOST_QUOTES:
        yield from ("", f"  … {words.more_lines.format(count=left)}") if left > 0 else ()
    yield ""


def _short(quote: str) -> str:
    return quote if len(quote) <= _LONGEST_QUOTE else quote[: _LONGEST_QUOTE - 1] + "…"


def _unread(outcome: Outcome, words: Words, lang: Lang) -> Iterator[str]:
    unread = [file for file in outcome.files if not file.is_read]
    if unread:
        yield from (f"## {words.unread_files}", "")
        for file in unread:
            yield f"* {plain(file.why or file.shown or messages(lang).standard_input)}"
        yield ""
