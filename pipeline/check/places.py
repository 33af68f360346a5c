"""Where a finding's words stand, as an editor counts: lines and columns from 1, in Unicode code points."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from schemas.span import Span

_LINE_END = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class Place:
    """From a line and column to a line and column, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class Lines:
    """A text by its lines; CR LF, LF and CR end one."""

    def __init__(self, text: str) -> None:
        """Find the line ends, once."""
        self._text = text
        ends = list(_LINE_END.finditer(text))
        self._starts = [0, *(match.end() for match in ends)]
        self._ends = [*(match.start() for match in ends), len(text)]

    def place(self, span: Span) -> Place:
        """The place of a span."""
        return Place(*self._position(span.start), *self._position(max(span.start, span.end)))

    def content(self, line: int) -> str:
        """A line's words without its end; "" beyond the last."""
        return self._text[self._starts[line - 1] : self._ends[line - 1]] if line <= len(self._starts) else ""

    def _position(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1
