"""Findings for a person at a terminal: the sentence, where it is, the words with marks under them, and what to do next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.check.excerpt import PRIMARY, SECONDARY, Mark, rows
from pipeline.check.paint import Paint
from pipeline.check.places import Place
from pipeline.check.reading import shown_lines
from pipeline.check.results import FileResult, Result
from pipeline.check.selectors import rule_of
from pipeline.check.words import Words
from pipeline.messages import Lang
from pipeline.printable import one_line
from schemas.finding import Severity
from schemas.span import Span

COLOURS: dict[Severity, str] = {"error": "bold red", "warning": "bold yellow", "info": "bold cyan"}
_EDGE, _DIM = "blue", "dim"
_LEAST_GUTTER = 3
_MOST_MARKS = 32
"""Places of a finding that are marked: more hide each other."""


@dataclass(frozen=True, slots=True)
class Diagnostics:
    """Writes findings in a language, with the colours and the width of a screen."""

    words: Words
    paint: Paint
    lang: Lang

    def lines(self, file: FileResult, result: Result, name: str) -> Iterator[str]:
        """The lines of one finding in the file of that name, an empty one last."""
        lines = shown_lines(result.places)
        gutter = max([len(str(line)) for line in lines] + [_LEAST_GUTTER])
        yield self._head(result)
        yield f"{'':{gutter - 1}}{self.paint('-->', _EDGE)} {_where(name, result, self.words)}"
        if result.accepted is None and lines:
            yield from self._excerpt(file, result, lines, gutter)
        yield from self._foot(result, gutter)
        yield ""

    def _head(self, result: Result) -> str:
        finding, accepted = result.finding, result.accepted is not None
        label = self.words.accepted if accepted else self.words.severities[finding.severity]
        colours = (_DIM, _DIM) if accepted else (COLOURS[finding.severity], "bold")
        return self.paint(f"{label}[{one_line(finding.rule)}]", colours[0]) + " " + self.paint(one_line(finding.message), colours[1])

    def _foot(self, result: Result, gutter: int) -> Iterator[str]:
        """What else there is to know, a line each."""
        colours = ("bold", "") if result.accepted is None else (_DIM, _DIM)
        for label, value in self._notes(result):
            yield f"{'':{gutter}} {self.paint('=', _EDGE)} {self.paint(f'{label}:', colours[0])} {self.paint(value, colours[1])}"

    def _notes(self, result: Result) -> Iterator[tuple[str, str]]:
        words, rule, accepted = self.words, rule_of(result.finding.rule), result.accepted
        if result.title is not None:
            yield words.document, one_line(result.title)
        if self.lang == "en" and rule is not None and accepted is None:
            yield words.about, rule.summary
        yield words.fingerprint, one_line(result.finding.fingerprint)
        if accepted is not None:
            yield words.because, f"{one_line(accepted.because)} ({one_line(accepted.date)})"
        elif rule is not None:
            yield words.explained, f"jiedui rule {rule.slug}"

    def _excerpt(self, file: FileResult, result: Result, lines: Sequence[int], gutter: int) -> Iterator[str]:
        """The lines that the finding is about, each with its marks; a page's number where another page begins."""
        edge = f"{'':{gutter}} {self.paint('|', _EDGE)}"
        yield edge
        pages = _pages(result)
        last = lines[0]
        for line in lines:
            if line in pages and pages.get(last, pages[line]) != pages[line]:
                yield f"{'':{gutter - 1}}{self.paint(':::', _EDGE)} {self.words.page.format(page=pages[line])}"
            elif line > last + 1:
                yield self.paint(f"{'...':>{gutter}}", _EDGE)
            yield from self._marked(file.lines.get(line, ""), line, result, gutter)
            last = line
        if left := sum(place.line not in lines for place in result.places):
            yield f"{edge} {self.paint('… ' + self.words.more_lines.format(count=left), _DIM)}"

    def _marked(self, content: str, line: int, result: Result, gutter: int) -> Iterator[str]:
        """A line, in several rows if its words need them, and the marks below each row."""
        colours = {PRIMARY: COLOURS[result.finding.severity], SECONDARY: _EDGE}
        edge = f"{'':{gutter}} {self.paint('|', _EDGE)}"
        for at, row in enumerate(rows(content, _marks(result.places, line, content), self.paint.width - gutter - 3)):
            yield (self.paint(f"{line:>{gutter}} |", _EDGE) if at == 0 else edge) + f" {row.words}".rstrip()
            if row.marks:
                yield f"{edge} {self.paint.signs(row.marks, colours)}"


def _where(name: str, result: Result, words: Words) -> str:
    """``path:line:column``, which editors follow, and the page of what has pages."""
    shown = one_line(name)
    if not result.places:
        return shown
    place, page = result.places[0], result.finding.spans[0].page
    return f"{shown}:{place.line}:{place.column}" + (f" ({words.page.format(page=page)})" if page is not None else "")


def _marks(places: Sequence[Place], line: int, content: str) -> list[Mark]:
    """What is marked of a line: the first place is the one to look at."""
    marks = []
    for at, place in enumerate(places[:_MOST_MARKS]):
        if place.line <= line <= place.end_line:
            start = place.column - 1 if line == place.line else len(content) - len(content.lstrip())
            end = place.end_column - 1 if line == place.end_line else len(content.rstrip())
            if end > start or place.line == place.end_line:
                marks.append(Mark(start, end, PRIMARY if at == 0 else SECONDARY))
    return marks


def _pages(result: Result) -> dict[int, int]:
    """The page of each line on which a span begins."""
    spans: Sequence[Span] = result.finding.spans
    return {place.line: span.page for place, span in zip(result.places, spans, strict=True) if span.page is not None}
