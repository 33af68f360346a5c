"""Read a picture file: a scan or a photograph of a page, or several in one TIFF."""

from __future__ import annotations

import io
import struct
import warnings
from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractors.readers.page_watch import UNWATCHED, PageWatch
from extractors.readers.pdf_pages import Leaf, lay_out
from extractors.readers.pdf_writer import write_pages
from extractors.readers.source_text import SourceText
from schemas.errors import Unreadable

if TYPE_CHECKING:
    from PIL import Image

    from extractors.scans.page import Scanned
    from extractors.scans.page_reader import Colour, Grey, PageReader

INSTALL_OCR = "识别图片中的文字需要另外安装：pip install 'jiedui[ocr]'；也可以提供能选中文字的PDF或Word文件。"
MOST_PAGES = 2_000
MOST_PIXELS = 100_000_000
_FORMS = {"PNG": "image/png", "JPEG": "image/jpeg", "MPO": "image/jpeg", "TIFF": "image/tiff", "BMP": "image/bmp", "WEBP": "image/webp"}
_FAULTS = (OSError, ValueError, EOFError, SyntaxError, TypeError, LookupError, ArithmeticError, struct.error)
"""What Pillow raises for broken files; its UnidentifiedImageError is an OSError."""
_LONGEST_SIDE = 2_700
_ASSUMED_DPI = 150.0
_INCHES = (2.0, 17.0)
"""How long the short side of a sheet may be; a resolution that says otherwise is none."""


def read_picture(data: bytes, ocr: PageReader | None, watch: PageWatch = UNWATCHED) -> SourceText:
    """The text of a picture file; ``watch`` is told of every page.

    Raises :class:`Unreadable`: ``no-text``, ``damaged``, ``too-large``, ``too-many-pages``, ``unsupported``.
    """
    if ocr is None:
        raise Unreadable("no-text", f"这是图片，里面没有文字层；{INSTALL_OCR}")
    picture = _open(data)
    leaves: list[Leaf] = []
    scanned: dict[int, Scanned] = {}
    missing: list[int] = []
    for number, frame in enumerate(_frames(picture), 1):
        page = _scanned(frame, ocr) if frame is not None and watch.begin(number) is None else None
        if page is None:
            missing.append(number)
        else:
            scanned[number] = page
            leaves.append(lay_out(number, page.sheet, page.tables))
    watch.end()
    if not any(leaf.blocks for leaf in leaves):
        raise Unreadable("damaged", "图片已损坏，无法读取，请重新扫描或下载后再试。") if missing else _nothing()
    return _source(leaves, scanned, tuple(missing), _FORMS[picture.format or "PNG"])


def _nothing() -> Unreadable:
    return Unreadable("no-text", "图片里没有认出文字，请确认是否扫描清楚。")


def _source(leaves: list[Leaf], scanned: dict[int, Scanned], missing: tuple[int, ...], media_type: str) -> SourceText:
    from extractors.scans.seen import with_scans  # noqa: PLC0415 - for scans alone

    written = write_pages(leaves)
    source = SourceText(
        text="".join(written.parts),
        media_type=media_type,
        pages=tuple(written.pages),
        tables=tuple(written.tables),
        furniture=tuple(written.furniture),
        wraps=tuple(written.wraps),
        missing_pages=missing,
        notes=tuple(f"第{number}页已损坏，无法读取。" for number in missing),
    )
    return with_scans(source, scanned)


def _open(data: bytes) -> Image.Image:
    from PIL import Image  # noqa: PLC0415 - loads a library

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            picture = Image.open(io.BytesIO(data))
            pages = int(getattr(picture, "n_frames", 1))
    except Image.DecompressionBombError as error:
        raise _too_large() from error
    except _FAULTS as error:
        raise Unreadable("damaged", "图片已损坏，无法打开，请重新扫描或下载后再试。") from error
    if picture.format not in _FORMS:
        raise Unreadable("unsupported", f"不能读取{picture.format}格式的图片，请存为 PNG、JPEG 或 TIFF 后再试。")
    if pages > MOST_PAGES:
        raise Unreadable("too-many-pages", f"文件有{pages}页，超过{MOST_PAGES}页的上限，请拆分后再读。")
    if picture.width * picture.height > MOST_PIXELS:
        raise _too_large()
    return picture


def _too_large() -> Unreadable:
    return Unreadable("too-large", "图片超过一亿像素，请降低分辨率后再试。")


def _frames(picture: Image.Image) -> Iterator[Image.Image | None]:
    """The pages one after another; None for one that is damaged or too large."""
    for at in range(int(getattr(picture, "n_frames", 1))):
        try:
            picture.seek(at)
            yield picture if picture.width * picture.height <= MOST_PIXELS else None
        except _FAULTS:
            yield None


def _scanned(frame: Image.Image, ocr: PageReader) -> Scanned | None:
    from extractors.scans.page import scan_page  # noqa: PLC0415 - loads a library

    width = max(frame.size)
    dpi = _dpi(frame)
    try:
        pixels = _pixels(frame)
    except (*_FAULTS, MemoryError):
        return None
    return scan_page(pixels, 72 / dpi * width / max(pixels.shape[:2]), ocr)


def _dpi(frame: Image.Image) -> float:
    """The resolution that the file states, if a sheet of paper can have it."""
    stated = frame.info.get("dpi")
    try:
        dpi = float(stated[0]) if stated else 0.0
    except (TypeError, ValueError, ZeroDivisionError):
        return _ASSUMED_DPI
    return dpi if dpi > 0 and _INCHES[0] <= min(frame.size) / dpi <= _INCHES[1] else _ASSUMED_DPI


def _pixels(frame: Image.Image) -> Colour | Grey:
    """The page upright as the camera says, on white, and no larger than is read."""
    import numpy as np  # noqa: PLC0415 - loads a library
    from PIL import Image, ImageOps  # noqa: PLC0415 - loads a library

    page = frame
    if page.format == "JPEG":
        page.draft(page.mode, (_LONGEST_SIDE, _LONGEST_SIDE))
    page = ImageOps.exif_transpose(page)
    if page.mode.startswith("I;16") or page.mode in ("I", "F"):
        values = np.asarray(page, dtype=np.float64)
        page = Image.fromarray((values / max(float(values.max()), 1.0) * 255).astype(np.uint8))
    if "A" in page.getbands() or "transparency" in page.info:
        page = page.convert("RGBA")
        page = Image.alpha_composite(Image.new("RGBA", page.size, "white"), page)
    page = page.convert("L" if page.mode in ("1", "L") else "RGB")
    if max(page.size) > _LONGEST_SIDE:
        page.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE), Image.Resampling.LANCZOS)
    return np.asarray(page, dtype=np.uint8)
