"""The pages of a picture file, as pixels: for who reads them, and for who draws them."""

from __future__ import annotations

import io
import struct
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from schemas.errors import Unreadable

if TYPE_CHECKING:
    from PIL import Image

    from extractors.scans.page_reader import Colour, Grey

MOST_PAGES = 2_000
MOST_PIXELS = 100_000_000
FORMS = {"PNG": "image/png", "JPEG": "image/jpeg", "MPO": "image/jpeg", "TIFF": "image/tiff", "BMP": "image/bmp", "WEBP": "image/webp"}
_FAULTS = (OSError, ValueError, EOFError, SyntaxError, TypeError, LookupError, ArithmeticError, struct.error)
"""What Pillow raises for broken files; its UnidentifiedImageError is an OSError."""
_LONGEST_SIDE = 2_700
_ASSUMED_DPI = 150.0
_INCHES = (2.0, 17.0)
"""How long the short side of a sheet may be; a resolution that says otherwise is none."""


@dataclass(frozen=True, slots=True)
class PicturePage:
    """A page upright and on white; ``scale`` is how many points a pixel is."""

    pixels: Colour | Grey
    scale: float


def open_picture(data: bytes) -> Image.Image:
    """The picture. Raises :class:`Unreadable`: ``damaged``, ``too-large``, ``too-many-pages``, ``unsupported``."""
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
    if picture.format not in FORMS:
        raise Unreadable("unsupported", f"不能读取{picture.format}格式的图片，请存为 PNG、JPEG 或 TIFF 后再试。")
    if pages > MOST_PAGES:
        raise Unreadable("too-many-pages", f"文件有{pages}页，超过{MOST_PAGES}页的上限，请拆分后再读。")
    if picture.width * picture.height > MOST_PIXELS:
        raise _too_large()
    return picture


def _too_large() -> Unreadable:
    return Unreadable("too-large", "图片超过一亿像素，请降低分辨率后再试。")


def frames(picture: Image.Image) -> Iterator[Image.Image | None]:
    """The pages one after another; None for one that is damaged or too large."""
    for at in range(int(getattr(picture, "n_frames", 1))):
        try:
            picture.seek(at)
            yield picture if picture.width * picture.height <= MOST_PIXELS else None
        except _FAULTS:
            yield None


def page_of(frame: Image.Image) -> PicturePage | None:
    """A frame as it is shown; None where it is damaged."""
    width = max(frame.size)
    dpi = _dpi(frame)
    try:
        pixels = _pixels(frame)
    except (*_FAULTS, MemoryError):
        return None
    return PicturePage(pixels, 72 / dpi * width / max(pixels.shape[:2]))


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
