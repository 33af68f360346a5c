"""What every reader gives: the text as it stands in the source, and where its parts were."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, overload

import numpy as np
import numpy.typing as npt

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, eq=False)
class CharBoxes(Sequence[Box | None]):
    """The boxes of characters, a row of four numbers each; of one that is shown nowhere they are not numbers.

    An array, because a page has thousands and few are ever asked for.
    """

    rows: npt.NDArray[np.float64]

    def __len__(self) -> int:
        """How many characters."""
        return len(self.rows)

    @overload
    def __getitem__(self, at: int) -> Box | None: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Box | None]: ...
    def __getitem__(self, at: int | slice) -> Box | Sequence[Box | None] | None:
        """The box of a character, or those of some."""
        if isinstance(at, int):
            return _box(self.rows[at].tolist())
        return list(map(_box, self.rows[at].tolist()))

    def __iter__(self) -> Iterator[Box | None]:
        """The box of each, None where it is shown nowhere."""
        return map(_box, self.rows.tolist())


def _box(row: list[float]) -> Box | None:
    left, top, right, bottom = row
    return (left, top, right, bottom) if left == left else None  # noqa: PLR0124 - what is no number is unlike itself


@dataclass(frozen=True, slots=True)
class Page:
    """A page's part of the text.

    ``number`` is 1-based, ``char_boxes[i]`` is the box of ``text[start + i]`` (None for a made-up line end).
    """

    number: int
    start: int
    end: int
    width: float = 0.0
    height: float = 0.0
    char_boxes: Sequence[Box | None] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell's part of the text, at its upper left field; a merged one spans more rows or columns than one."""

    row: int
    column: int
    start: int
    end: int
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table's part of the text. In the text one row is one line, its cells parted by a tab."""

    start: int
    end: int
    cells: tuple[Cell, ...] = ()


Role = Literal["header", "footer", "page-number", "navigation", "metadata", "note"]


@dataclass(frozen=True, slots=True)
class Furniture:
    """A stretch that is on the page but in no document: running head, page number, menu, disclaimer."""

    start: int
    end: int
    role: Role


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that the source's own structure (a Word style, <h1>, a feed's item title) calls a heading; level 0 is the title."""

    start: int
    end: int
    level: int


@dataclass(frozen=True, slots=True)
class Link:
    """A stretch that leads to an http(s) ``address``."""

    start: int
    end: int
    address: str


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch that is a document of its own (a feed's item), with what the source says of it: names as in ``SourceText.metadata``."""

    start: int
    end: int
    metadata: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReadLine:
    """A line that was read from a picture, and how sure the engine is of it, from 0 to 1."""

    start: int
    end: int
    confidence: float


@dataclass(frozen=True, slots=True)
class LostLine:
    """A line that was seen on a page (1-based) and could not be read; ``at`` is where in the text it would stand."""

    page: int
    box: Box
    at: int


@dataclass(frozen=True, slots=True)
class Seal:
    """The ring of a seal on a page (1-based)."""

    page: int
    box: Box


@dataclass(frozen=True, slots=True)
class SourceText:
    """The text of one input, with Unicode code point offsets into it throughout.

    ``wraps`` are the offsets of the newlines that only wrap a line inside a paragraph; None where the format cannot
    tell (plain text), an empty tuple where every newline ends a paragraph. ``metadata`` holds what the file says of itself, by the names of
    the state's standard for government sites (SiteName, ArticleTitle, PubDate, ContentSource, Author, Url) and a few more (title,
    canonical, OriginalUrl, ChannelTitle). ``parts`` are the items of a file that holds several documents; ``links`` the addresses behind
    words. ``missing_pages`` could not be read; ``is_partial`` where an end or a part is missing that has no pages. ``notes`` are Chinese
    sentences about what was repaired or doubtful.

    ``ocr_pages`` are the pages that were read as pictures, with the ``lines`` that were read on them, those that were ``lost``, and the
    ``seals`` that were seen; ``colour_pages`` are those of them on which a red seal could be seen at all.
    """

    text: str
    media_type: str
    encoding: str | None = None
    pages: tuple[Page, ...] = ()
    tables: tuple[Table, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    headings: tuple[Heading, ...] = ()
    wraps: tuple[int, ...] | None = None
    metadata: Mapping[str, str] = field(default_factory=dict)
    parts: tuple[Part, ...] = ()
    links: tuple[Link, ...] = ()
    missing_pages: tuple[int, ...] = ()
    is_partial: bool = False
    notes: tuple[str, ...] = ()
    ocr_pages: tuple[int, ...] = ()
    colour_pages: tuple[int, ...] = ()
    lines: tuple[ReadLine, ...] = ()
    lost: tuple[LostLine, ...] = ()
    seals: tuple[Seal, ...] = ()
