"""Colour where somebody watches: on a terminal that has colours, and where NO_COLOR does not forbid it."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from rich.color import ColorSystem
from rich.console import Console
from rich.style import Style


@dataclass(frozen=True, slots=True)
class Paint:
    """Paints words; ``width`` is the screen's. ``colours`` None leaves them as they are."""

    width: int
    colours: ColorSystem | None = None

    def __call__(self, words: str, style: str) -> str:
        """The words in a style of rich's."""
        if self.colours is None or not style or not words:
            return words
        return Style.parse(style).render(words, color_system=self.colours)

    def signs(self, row: str, styles: Mapping[str, str]) -> str:
        """A row of marks, each sign in its own style."""
        return "".join(self("".join(group), styles.get(sign, "")) for sign, group in groupby(row))


def paint_for(console: Console) -> Paint:
    """What suits a console."""
    has_colours = console.is_terminal and not console.no_color and not console.legacy_windows and console.color_system is not None
    # the eight colours that every terminal has
    return Paint(console.width, ColorSystem.STANDARD if has_colours else None)


def standard_output() -> Paint:
    """What suits the standard output."""
    return paint_for(Console(file=sys.stdout))
