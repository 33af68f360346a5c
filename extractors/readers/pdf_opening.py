"""Open a PDF, mended where it is broken, and its pages as they are shown: for who reads it, and for who draws it."""

from __future__ import annotations

from contextlib import suppress

import pypdfium2 as pdfium
from pypdfium2 import raw

from extractors.readers.pdf_repair import with_new_end
from schemas.errors import Unreadable

_FILLED_IN = frozenset((raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_FREETEXT))


def open_pdf(data: bytes, password: str | None) -> pdfium.PdfDocument:
    """The document; close it. Raises :class:`Unreadable`: ``encrypted`` or ``damaged``."""
    try:
        document = pdfium.PdfDocument(data, password=password)
    except pdfium.PdfiumError as error:
        if error.err_code == raw.FPDF_ERR_PASSWORD:
            hint = "密码不对，请核对后再读。" if password else "请用 --password 给出打开密码，或换一份没有加密的文件。"
            raise Unreadable("encrypted", f"PDF文件已加密，{hint}") from error
        if error.err_code == raw.FPDF_ERR_SECURITY:
            raise Unreadable("encrypted", "PDF文件的加密方式不受支持，请换一份没有加密的文件。") from error
        document = _reopened(data)
    if document.get_formtype() != raw.FORMTYPE_NONE:
        document.init_forms()
    return document


def flattened(document: pdfium.PdfDocument, index: int) -> pdfium.PdfPage:
    """The page, with filled form fields and typed notes made part of it."""
    page = document[index]
    kinds = set()
    for at in range(min(raw.FPDFPage_GetAnnotCount(page), 2_000)):
        annotation = raw.FPDFPage_GetAnnot(page, at)
        kinds.add(raw.FPDFAnnot_GetSubtype(annotation))
        raw.FPDFPage_CloseAnnot(annotation)
    if not kinds & _FILLED_IN or raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY) != raw.FLATTEN_SUCCESS:
        return page
    page.close()
    return document[index]


def _reopened(data: bytes) -> pdfium.PdfDocument:
    """A file that was cut off, with a new end."""
    repaired = with_new_end(data)
    if repaired is not None:
        with suppress(pdfium.PdfiumError):
            return pdfium.PdfDocument(repaired)
    raise Unreadable("damaged", "PDF文件已损坏，无法打开，请重新下载或导出后再读。")
