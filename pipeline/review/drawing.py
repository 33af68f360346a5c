"""A child process that draws the pages of PDFs and pictures; a hostile file takes nothing with it but this process.

It is sent :class:`Draw` and answers in bytes, of which nothing is unpickled: it has just had a hostile file in its hands.
"""

from __future__ import annotations

import json
from collections import OrderedDict
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Protocol

import numpy as np
import numpy.typing as npt

from pipeline.review.png import png
from pipeline.workers.restraint import restrain
from schemas.errors import Unreadable

if TYPE_CHECKING:
    import pypdfium2 as pdfium

DONE, UNKNOWN, TROUBLE = b"=", b"?", b"!"
"""What an answer begins with: a picture or sizes; the file's bytes are needed; the page cannot be drawn."""
_OPEN_AT_ONCE = 2
"""Files that are held open: whoever reviews looks at one, and goes on to the next."""
_TALLEST = 8_000
"""Pixels of a page: one that is a mile long is drawn small."""
_PDF = "application/pdf"

Pixels = npt.NDArray[np.uint8]
Size = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Draw:
    """A page to be drawn so many pixels wide; page 0 asks for the sizes of all. ``data`` are the file's bytes, sent when asked for."""

    content: str
    media_type: str
    page: int
    width: int
    data: bytes | None = None
    passwords: tuple[str, ...] = ()


class _Opened(Protocol):
    def sizes(self) -> list[Size | None]: ...

    def pixels(self, page: int, width: int) -> Pixels: ...

    def close(self) -> None: ...


def serve(connection: Connection, memory: int) -> None:
    """Draw what is asked for until nobody asks any more."""
    restrain(memory)
    opened: OrderedDict[str, _Opened] = OrderedDict()
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        # loads the library while nobody waits
        import pypdfium2  # noqa: F401, PLC0415 - see above

        while True:
            connection.send_bytes(_answered(connection.recv(), opened))


def _answered(wanted: Draw, opened: OrderedDict[str, _Opened]) -> bytes:
    try:
        if wanted.content not in opened:
            if wanted.data is None:
                return UNKNOWN
            while len(opened) >= _OPEN_AT_ONCE:
                opened.popitem(last=False)[1].close()
            opened[wanted.content] = _open(wanted.data, wanted.media_type, wanted.passwords)
        opened.move_to_end(wanted.content)
        file = opened[wanted.content]
        if wanted.page == 0:
            return DONE + json.dumps(file.sizes()).encode()
        return DONE + png(file.pixels(wanted.page, wanted.width))
    except Unreadable as trouble:
        return TROUBLE + trouble.message.encode()
    except (MemoryError, ImportError, LookupError, ValueError, ArithmeticError, OSError, RuntimeError):
        # pdfium's errors are RuntimeErrors
        return TROUBLE


def _open(data: bytes, media_type: str, passwords: tuple[str, ...]) -> _Opened:
    return _Pdf(data, passwords) if media_type == _PDF else _Picture(data)


class _Pdf:
    """A PDF, held open."""

    def __init__(self, data: bytes, passwords: tuple[str, ...]) -> None:
        self._document = _unlocked(data, passwords)

    def sizes(self) -> list[Size | None]:
        """Of every page as it is shown, in points; None for one that cannot be opened."""
        return [self._size(at) for at in range(len(self._document))]

    def _size(self, at: int) -> Size | None:
        try:
            width, height = self._document.get_page_size(at)
        except RuntimeError:
            return None
        return (float(width), float(height))

    def pixels(self, page: int, width: int) -> Pixels:
        from extractors.readers.pdf_opening import flattened  # noqa: PLC0415 - loads a library

        if not 1 <= page <= len(self._document):
            raise LookupError(page)
        shown = flattened(self._document, page - 1)
        try:
            wide, high = shown.get_size()
            scale = min(width / max(wide, 1.0), _TALLEST / max(high, 1.0))
            drawn: Pixels = shown.render(scale=scale, rev_byteorder=True, may_draw_forms=True).to_numpy()
            return drawn.copy() if drawn.ndim == 2 or drawn.shape[2] == 3 else drawn[..., :3].copy()
        finally:
            shown.close()

    def close(self) -> None:
        self._document.close()


def _unlocked(data: bytes, passwords: tuple[str, ...]) -> pdfium.PdfDocument:
    """The document, opened with the first password that fits."""
    from extractors.readers.pdf_opening import open_pdf  # noqa: PLC0415 - loads a library

    for password in (None, *passwords[:-1]):
        with suppress(Unreadable):
            return open_pdf(data, password)
    return open_pdf(data, passwords[-1] if passwords else None)


class _Picture:
    """A scan or a photograph, or several in one file; Pillow opens them."""

    def __init__(self, data: bytes) -> None:
        from extractors.readers.picture_pages import open_picture  # noqa: PLC0415 - loads a library

        self._picture = open_picture(data)

    def sizes(self) -> list[Size | None]:
        """In points, as the reader of pictures counts them."""
        from extractors.readers.picture_pages import frames, page_of  # noqa: PLC0415 - loads a library

        pages = (page_of(frame) if frame is not None else None for frame in frames(self._picture))
        return [None if page is None else _size(page.pixels.shape, page.scale) for page in pages]

    def pixels(self, page: int, width: int) -> Pixels:
        from PIL import Image  # noqa: PLC0415 - loads a library

        from extractors.readers.picture_pages import frames, page_of  # noqa: PLC0415 - loads a library

        # frames are one picture, wound on from page to page
        frame = next(islice(frames(self._picture), page - 1, None), None)
        drawn = page_of(frame) if frame is not None else None
        if drawn is None:
            raise LookupError(page)
        picture = Image.fromarray(drawn.pixels)
        picture.thumbnail((width, _TALLEST))
        return np.asarray(picture, dtype=np.uint8)

    def close(self) -> None:
        self._picture.close()


def _size(shape: tuple[int, ...], scale: float) -> Size:
    return (round(shape[1] * scale, 2), round(shape[0] * scale, 2))
