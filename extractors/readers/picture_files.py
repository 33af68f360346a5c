"""Read a picture file: a scan or a photograph of a page, or several in one TIFF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractors.readers.page_watch import UNWATCHED, PageWatch
from extractors.readers.pdf_pages import Leaf, lay_out
from extractors.readers.pdf_writer import write_pages
from extractors.readers.picture_pages import FORMS, frames, open_picture, page_of
from extractors.readers.source_text import SourceText
from schemas.errors import Unreadable

if TYPE_CHECKING:
    from PIL import Image

    from extractors.scans.page import Scanned
    from extractors.scans.page_reader import PageReader

INSTALL_OCR = "识别图片中的文字需要另外安装：pip install 'jiedui[ocr]'；也可以提供能选中文字的PDF或Word文件。"


def read_picture(data: bytes, ocr: PageReader | None, watch: PageWatch = UNWATCHED) -> SourceText:
    """The text of a picture file; ``watch`` is told of every page.

    Raises :class:`Unreadable`: ``no-text``, ``damaged``, ``too-large``, ``too-many-pages``, ``unsupported``.
    """
    if ocr is None:
        raise Unreadable("no-text", f"这是图片，里面没有文字层；{INSTALL_OCR}")
    picture = open_picture(data)
    leaves: list[Leaf] = []
    scanned: dict[int, Scanned] = {}
    missing: list[int] = []
    for number, frame in enumerate(frames(picture), 1):
        page = _scanned(frame, ocr) if frame is not None and watch.begin(number) is None else None
        if page is None:
            missing.append(number)
        else:
            scanned[number] = page
            leaves.append(lay_out(number, page.sheet, page.tables))
    watch.end()
    if not any(leaf.blocks for leaf in leaves):
        raise Unreadable("damaged", "图片已损坏，无法读取，请重新扫描或下载后再试。") if missing else _nothing()
    return _source(leaves, scanned, tuple(missing), FORMS[picture.format or "PNG"])


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


def _scanned(frame: Image.Image, ocr: PageReader) -> Scanned | None:
    from extractors.scans.page import scan_page  # noqa: PLC0415 - loads a library

    page = page_of(frame)
    return None if page is None else scan_page(page.pixels, page.scale, ocr)
