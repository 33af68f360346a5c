"""Read a PDF: its text layer, page by page, in the order in which people read it.

pdfium gives the glyphs with their boxes; lines, tables, paragraphs and page furniture are rebuilt from where these stand. pdfium crashes
when two threads use it: one thread of a process reads PDFs. Filled form fields and typed notes are read with the page that carries them.

Reads::

    a digital PDF from Word, WPS or LibreOffice, one page turned or all        with a box for every character
    a file with an owner's password alone, or whose index is broken            the second with a note

Leaves alone::

    a scan without a text layer, or with one of meaningless signs              read as a picture where ``ocr`` is given; else: no-text
    a file that asks for a password                                            unreadable: encrypted
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pypdfium2 as pdfium

from extractors.readers.page_watch import UNWATCHED, PageWatch
from extractors.readers.pdf_glyphs import read_sheet
from extractors.readers.pdf_opening import flattened, open_pdf
from extractors.readers.pdf_pages import Leaf, lay_out
from extractors.readers.pdf_pictures import has_picture, is_picture, render
from extractors.readers.pdf_repair import LATEST_MARK, with_new_end
from extractors.readers.pdf_rules import find_cells
from extractors.readers.pdf_writer import write_pages
from extractors.readers.picture_files import INSTALL_OCR
from extractors.readers.source_text import SourceText
from schemas.errors import Unreadable

if TYPE_CHECKING:
    from extractors.scans.page import Scanned
    from extractors.scans.page_reader import PageReader

MOST_PAGES = 2_000
_MEDIA_TYPE = "application/pdf"
_BROKEN_SHARE = 0.3
_MARGINAL = 100
"""Characters on their side that a binding edge or a stamp in the margin may hold; a page with more says something in them."""
_TAIL = 2_048
_REPAIRED = "PDF文件的{}不完整，已修复后读取，内容可能有缺失。"
_NO_LAYER = "没有文字层（可能是扫描的图片），没有读取"


@dataclass(frozen=True, slots=True)
class _Reading:
    """What came of a page: its leaf, or what is wrong with it; whether glyphs run askew, and whether its rules cannot be made out."""

    leaf: Leaf | None
    trouble: str | None = None
    is_askew: bool = False
    is_unruled: bool = False
    scanned: Scanned | None = None


def read_pdf(data: bytes, *, password: str | None = None, ocr: PageReader | None = None, watch: PageWatch = UNWATCHED) -> SourceText:
    """The text of a PDF with pages, boxes, tables, furniture and wraps.

    ``ocr`` reads the pages that are pictures; ``watch`` is told of every page.

    Raises :class:`Unreadable`: ``empty``, ``encrypted``, ``damaged``, ``too-many-pages``, ``too-large``, or ``no-text`` for a scan.
    """
    if not data.strip():
        raise Unreadable("empty", "文件是空的，没有内容可读。")
    document, notes = open_pdf(data, password), _repair_notes(data)
    try:
        return _read(document, notes, ocr, watch)
    except Unreadable as trouble:
        repaired = with_new_end(data) if trouble.reason == "damaged" and b"/Encrypt" not in data else None
        if repaired is None:
            raise
    finally:
        document.close()
    # an index that names wrong places opens, and leads to no page
    document = open_pdf(repaired, None)
    try:
        return _read(document, notes or (_REPAIRED.format("索引"),), ocr, watch)
    finally:
        document.close()


def _repair_notes(data: bytes) -> tuple[str, ...]:
    if b"%PDF-" not in data[:LATEST_MARK]:
        return (_REPAIRED.format("开头"),)
    if re.search(rb"startxref\s+\d+\s+%%EOF", data.rstrip()[-_TAIL:]):
        return ()
    return (_REPAIRED.format("结尾"),)


def _read(document: pdfium.PdfDocument, notes: tuple[str, ...], ocr: PageReader | None, watch: PageWatch) -> SourceText:
    count = len(document)
    if count > MOST_PAGES:
        raise Unreadable("too-many-pages", f"文件有{count}页，超过{MOST_PAGES}页的上限，请拆分后再读。")
    readings = {number: _read_page(document, number, ocr, watch) for number in range(1, count + 1)}
    watch.end()
    leaves = [reading.leaf for reading in readings.values() if reading.leaf is not None]
    missing = {number: reading.trouble for number, reading in readings.items() if reading.trouble is not None}
    if not any(leaf.blocks for leaf in leaves):
        raise _no_text(missing, is_repaired=bool(notes), is_ocr=ocr is not None)
    written = write_pages(leaves)
    notes += tuple(f"第{number}页{trouble}。" for number, trouble in missing.items())
    notes += _notes("有斜排的文字（多为水印），没有读入", [number for number, reading in readings.items() if reading.is_askew])
    notes += _notes("有横转的文字（多在页边），没有读入", [leaf.number for leaf in leaves if leaf.left_out])
    notes += _notes("的表格线无法分析，其中的表格按普通文字读取", [number for number, reading in readings.items() if reading.is_unruled])
    source = SourceText(
        text="".join(written.parts),
        media_type=_MEDIA_TYPE,
        pages=tuple(written.pages),
        tables=tuple(written.tables),
        furniture=tuple(written.furniture),
        wraps=tuple(written.wraps),
        metadata=_metadata(document),
        missing_pages=tuple(missing),
        notes=notes,
        is_partial=any(leaf.left_out > _MARGINAL for leaf in leaves),
    )
    scanned = {number: reading.scanned for number, reading in readings.items() if reading.scanned is not None}
    return _with_scans(source, scanned) if scanned else source


def _with_scans(source: SourceText, scanned: dict[int, Scanned]) -> SourceText:
    from extractors.scans.seen import with_scans  # noqa: PLC0415 - for scans alone

    return with_scans(source, scanned)


def _notes(what: str, pages: list[int]) -> tuple[str, ...]:
    return (f"第{'、'.join(map(str, pages))}页{what}。",) if pages else ()


def _read_page(document: pdfium.PdfDocument, number: int, ocr: PageReader | None, watch: PageWatch) -> _Reading:
    trouble = watch.begin(number)
    if trouble is not None:
        return _Reading(None, trouble)
    try:
        page = flattened(document, number - 1)
        try:
            return _read_open_page(page, number, ocr)
        finally:
            page.close()
    except pdfium.PdfiumError:
        return _Reading(None, "已损坏，无法读取")
    except MemoryError:
        return _Reading(None, "需要的内存太多，没有读取")


def _read_open_page(page: pdfium.PdfPage, number: int, ocr: PageReader | None) -> _Reading:
    sheet = read_sheet(page)
    if sheet is None:
        return _Reading(None, "字符过多，没有读取")
    askew = sheet.askew > 0
    printed = sheet.glyphs.printed
    is_broken = sheet.glyphs.broken > _BROKEN_SHARE * printed
    if ocr is not None and (is_broken or printed == 0 or is_picture(page, sheet)) and (printed or has_picture(page)):
        return _read_picture(page, number, ocr)
    if printed == 0:
        trouble = _NO_LAYER if has_picture(page) else None
        return _Reading(None if trouble else Leaf(number, sheet.width, sheet.height, sheet.height, ()), trouble, askew)
    if is_broken:
        return _Reading(None, "的文字层是乱码", askew)
    cells = find_cells(page, number, sheet)
    return _Reading(lay_out(number, sheet, cells or ()), None, askew, cells is None)


def _read_picture(page: pdfium.PdfPage, number: int, ocr: PageReader) -> _Reading:
    """The page as it is shown, read as a picture."""
    from extractors.scans.page import scan_page  # noqa: PLC0415 - loads a library

    rendered = render(page)
    if rendered is None:
        return _Reading(None, "的图片过大，没有读取")
    scanned = scan_page(rendered.pixels, rendered.scale, ocr)
    return _Reading(lay_out(number, scanned.sheet, scanned.tables), scanned=scanned)


def _no_text(missing: dict[int, str], *, is_repaired: bool, is_ocr: bool) -> Unreadable:
    if any("文字层" in trouble for trouble in missing.values()):
        return Unreadable("no-text", f"PDF文件没有可用的文字层，可能是扫描件；{INSTALL_OCR}")
    if any("图片过大" in trouble for trouble in missing.values()):
        return Unreadable("too-large", "PDF文件里的图片过大，没有读取，请降低扫描的分辨率后再试。")
    if is_ocr and not missing and not is_repaired:
        return Unreadable("no-text", "PDF文件里没有认出文字，请确认是否扫描清楚。")
    if any("超过" in trouble for trouble in missing.values()):
        return Unreadable("timed-out", "PDF文件没有一页能在时限内读完，请拆分后再试。")
    if any("内存太多" in trouble for trouble in missing.values()):
        return Unreadable("too-large", "PDF文件的每一页都需要太多的内存，没有读取，请拆分或另存后再试。")
    if any("字符过多" in trouble for trouble in missing.values()):
        return Unreadable("too-large", "PDF文件的每一页字符都过多，不像一份文书，没有读取。")
    if missing or is_repaired:
        return Unreadable("damaged", "PDF文件没有一页能够读取，请重新下载或导出后再读。")
    return Unreadable("no-text", "PDF文件每一页都是空白的，没有内容可读。")


def _metadata(document: pdfium.PdfDocument) -> dict[str, str]:
    """What the file says of itself, under pdfium's own names (Title, Author, CreationDate …)."""
    return {key: value.strip() for key, value in document.get_metadata_dict().items() if value.strip()}
