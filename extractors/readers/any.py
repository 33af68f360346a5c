"""Read a file of any kind: look at its content, then hand it to the reader of its format.

Reads::

    Word (.docx), PDF, web pages, feeds, plain text        whatever the file's name says
    PNG, JPEG, TIFF, BMP, WebP                             where an engine that recognises writing is given

Leaves alone::

    .doc, RTF, OFD …                                       unreadable, with a sentence that says what to do instead

The readers are imported when they are needed: each brings a library that takes longer to load than a small file to read.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from extractors.readers.limits import check_bytes
from extractors.readers.plain import read_plain
from extractors.readers.sniff import Kind, sniff
from extractors.readers.source_text import SourceText
from schemas.errors import Unreadable
from schemas.source import Reason

if TYPE_CHECKING:
    from extractors.scans.page_reader import PageReader

_REFUSED: dict[Kind, tuple[Reason, str]] = {
    "empty": ("empty", "文件里没有内容，请确认下载或保存完整后再试。"),
    "doc": ("unsupported", "这是旧版 Word 文档（.doc），目前还不能读取，请在 Word 或 WPS 中另存为 .docx 后再试。"),
    "rtf": ("unsupported", "这是 RTF 文档，目前还不能读取，请在 Word 或 WPS 中另存为 .docx 后再试。"),
    "word-xml": ("unsupported", "这是 Word 的 XML 格式文档，目前还不能读取，请在 Word 或 WPS 中另存为 .docx 后再试。"),
    "odt": ("unsupported", "这是 OpenDocument 文档，目前还不能读取，请在 LibreOffice 或 Word 中另存为 .docx 后再试。"),
    "ofd": ("unsupported", "这是 OFD 版式文件，目前还不能读取，请用 OFD 阅读器转为 PDF 后再试。"),
    "xls": ("unsupported", "这是 Excel 表格，不能读取，请把协议或方案的文字存为 .docx、PDF 或文本后再试。"),
    "xlsx": ("unsupported", "这是 Excel 表格，不能读取，请把协议或方案的文字存为 .docx、PDF 或文本后再试。"),
    "ppt": ("unsupported", "这是演示文稿，不能读取，请把其中的文字存为 .docx、PDF 或文本后再试。"),
    "pptx": ("unsupported", "这是演示文稿，不能读取，请把其中的文字存为 .docx、PDF 或文本后再试。"),
    "ole": ("unsupported", "这是旧版 Office 文件，类型无法识别，请打开后另存为 .docx 或 PDF 再试。"),
    "zip": ("unsupported", "这是压缩包，不能直接读取，请解压后再导入其中的文件。"),
    "archive": ("unsupported", "这是压缩包，不能直接读取，请解压后再导入其中的文件。"),
    "mhtml": ("unsupported", "这是单个文件网页（.mht），目前还不能读取，请在浏览器中另存为 .html 后再试。"),
    "xml": ("unsupported", "这是 XML 数据文件，不是协议或报道的正文，请另存为 .docx、网页或文本后再试。"),
    "binary": ("unsupported", "文件不是文字文件，类型无法识别，请另存为 .docx、PDF、网页或文本后再试。"),
}
_LABELS: dict[Kind, str] = {"pdf": "PDF 文件", "docx": "Word 文档", "html": "网页", "feed": "订阅源", "text": "纯文本", "image": "图片"}
_EXTENSIONS: dict[str, frozenset[Kind]] = {
    "pdf": frozenset({"pdf"}),
    "docx": frozenset({"docx"}),
    "docm": frozenset({"docx"}),
    "doc": frozenset({"doc"}),
    "wps": frozenset({"doc"}),
    "rtf": frozenset({"rtf"}),
    "htm": frozenset({"html"}),
    "html": frozenset({"html"}),
    "shtml": frozenset({"html"}),
    "rss": frozenset({"feed"}),
    "atom": frozenset({"feed"}),
    "txt": frozenset({"text"}),
    "md": frozenset({"text", "html"}),
    **dict.fromkeys(("png", "jpg", "jpeg", "tif", "tiff", "bmp", "webp"), frozenset[Kind]({"image"})),
}


def read_source(data: bytes, *, name: str | None = None, password: str | None = None, ocr: PageReader | None = None) -> SourceText:
    """The text of a file; ``name`` serves only to note that it says something else than the content does.

    Raises :class:`Unreadable` with a reason and a Chinese sentence; ``password`` opens an encrypted PDF, ``ocr`` reads pages that are
    pictures.
    """
    check_bytes(data)
    kind = sniff(data)
    if kind in _REFUSED:
        raise Unreadable(*_REFUSED[kind])
    source = _read(kind, data, password, ocr)
    note = _misnamed(kind, name)
    return replace(source, notes=(*source.notes, note)) if note else source


def _read(kind: Kind, data: bytes, password: str | None, ocr: PageReader | None) -> SourceText:
    if kind == "pdf":
        from extractors.readers.pdf import read_pdf  # noqa: PLC0415 - loads a library

        return read_pdf(data, password=password, ocr=ocr)
    if kind == "image":
        from extractors.readers.picture_files import read_picture  # noqa: PLC0415 - loads a library

        return read_picture(data, ocr)
    if kind in {"docx", "docx-encrypted"}:
        from extractors.readers.docx import read_docx  # noqa: PLC0415 - loads a library

        return read_docx(data)
    if kind == "html":
        from extractors.readers.html import read_html  # noqa: PLC0415 - loads a library

        return read_html(data)
    if kind == "feed":
        from extractors.readers.feed import read_feed  # noqa: PLC0415 - loads a library

        return read_feed(data)
    return read_plain(data)


def _misnamed(kind: Kind, name: str | None) -> str | None:
    """A sentence where the name's ending is one we know and promises another kind."""
    ending = (name or "").rpartition(".")[2].lower()
    if kind in _EXTENSIONS.get(ending, {kind}):
        return None
    return f"文件的扩展名是 .{ending}，内容却是{_LABELS[kind]}，已按内容读取。"
