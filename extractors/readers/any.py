"""Read a file of any kind: look at its content, then hand it to the reader of its format.

Reads::

    Word (.docx), PDF, web pages, feeds, plain text        whatever the file's name says
    .doc, RTF, OpenDocument, Word's flat XML               with the programs of a converter that is passed in
    PNG, JPEG, TIFF, BMP, WebP                             where an engine that recognises writing is given

Leaves alone::

    OFD, tables, slides …                                  unreadable, with a sentence that says what to do instead

The readers are imported when they are needed: each brings a library that takes longer to load than a small file to read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from extractors.readers.converter import Converter
from extractors.readers.limits import check_bytes
from extractors.readers.page_watch import UNWATCHED, PageWatch
from extractors.readers.plain import read_plain
from extractors.readers.sniff import Kind, sniff
from extractors.readers.source_text import SourceText
from schemas.errors import Unreadable
from schemas.source import Reason

if TYPE_CHECKING:
    from extractors.scans.page_reader import PageReader

_REFUSED: dict[Kind, tuple[Reason, str]] = {
    "empty": ("empty", "文件里没有内容，请确认下载或保存完整后再试。"),
    "ofd": ("unsupported", "这是 OFD 版式文件，目前还不能读取，请用 OFD 阅读器转为 PDF 后再试。"),
    "xls": ("unsupported", "这是 Excel 表格，不能读取，请把协议或方案的文字存为 .docx、PDF 或文本后再试。"),
    "xlsx": ("unsupported", "这是 Excel 表格，不能读取，请把协议或方案的文字存为 .docx、PDF 或文本后再试。"),
    "ppt": ("unsupported", "这是演示文稿，不能读取，请把其中的文字存为 .docx、PDF 或文本后再试。"),
    "pptx": ("unsupported", "这是演示文稿，不能读取，请把其中的文字存为 .docx、PDF 或文本后再试。"),
    "ole": ("unsupported", "这是旧版 Office 文件，类型无法识别，请打开后另存为 .docx 或 PDF 再试。"),
    "zip": ("unsupported", "这是压缩包，要以 .zip 文件给出才能读取其中的文件；也可以解压后再导入。"),
    "archive": ("unsupported", "这是 .zip 以外的压缩包，不能读取，请解压后再导入其中的文件，或改存为 .zip。"),
    "xml": ("unsupported", "这是 XML 数据文件，不是协议或报道的正文，请另存为 .docx、网页或文本后再试。"),
    "binary": ("unsupported", "文件不是文字文件，类型无法识别，请另存为 .docx、PDF、网页或文本后再试。"),
}
_LABELS: dict[Kind, str] = {"pdf": "PDF 文件", "docx": "Word 文档", "html": "网页", "feed": "订阅源", "text": "纯文本", "image": "图片"}
_LABELS |= {"doc": "旧版 Word 文档", "rtf": "RTF 文档", "odt": "OpenDocument 文档", "word-xml": "Word 的 XML 文档", "mhtml": "单个文件网页"}
_EXTENSIONS: dict[str, frozenset[Kind]] = {
    "pdf": frozenset({"pdf"}),
    "docx": frozenset({"docx"}),
    "docm": frozenset({"docx"}),
    "doc": frozenset({"doc"}),
    "wps": frozenset({"doc"}),
    "rtf": frozenset({"rtf"}),
    "odt": frozenset({"odt"}),
    "mht": frozenset({"mhtml"}),
    "mhtml": frozenset({"mhtml"}),
    "htm": frozenset({"html"}),
    "html": frozenset({"html"}),
    "shtml": frozenset({"html"}),
    "rss": frozenset({"feed"}),
    "atom": frozenset({"feed"}),
    "txt": frozenset({"text"}),
    "md": frozenset({"text", "html"}),
    **dict.fromkeys(("png", "jpg", "jpeg", "tif", "tiff", "bmp", "webp"), frozenset[Kind]({"image"})),
}


def read_source(  # noqa: PLR0913 - what a file may need
    data: bytes,
    *,
    name: str | None = None,
    passwords: Sequence[str] = (),
    converter: Converter | None = None,
    ocr: PageReader | None = None,
    watch: PageWatch = UNWATCHED,
    address: str | None = None,
) -> SourceText:
    """The text of a file; ``name`` serves only to note that it says something else than the content does.

    Raises :class:`Unreadable` with a reason and a Chinese sentence; ``passwords`` are tried on an encrypted file, one after another;
    ``converter`` reads what needs a program, ``ocr`` pages that are pictures; ``watch`` is told of every page;
    ``address`` is where it was fetched.
    """
    check_bytes(data)
    kind = sniff(data)
    if kind == "docx-encrypted" or (kind == "doc" and _is_locked(data)):
        data = _unlocked(data, passwords)
        kind = sniff(data)
    if kind in _REFUSED:
        raise Unreadable(*_REFUSED[kind])
    source = _read(kind, data, _Means(passwords, converter, ocr, watch, address))
    if address is not None and kind != "feed":
        # a feed's address is that of none of its items
        source = replace(source, metadata={"saved_from": address, **source.metadata})
    note = _misnamed(kind, name)
    return replace(source, notes=(*source.notes, note)) if note else source


@dataclass(frozen=True, slots=True)
class _Means:
    """What reading may use."""

    passwords: Sequence[str]
    converter: Converter | None
    ocr: PageReader | None
    watch: PageWatch
    address: str | None


def _read(kind: Kind, data: bytes, means: _Means) -> SourceText:
    if kind == "pdf":
        return _read_pdf(data, means)
    if kind == "image":
        from extractors.readers.picture_files import read_picture  # noqa: PLC0415 - loads a library

        return read_picture(data, means.ocr, means.watch)
    if kind == "docx":
        from extractors.readers.docx import read_docx  # noqa: PLC0415 - loads a library

        return read_docx(data)
    if kind == "html":
        from extractors.readers.html import read_html  # noqa: PLC0415 - loads a library

        return read_html(data, means.address)
    if kind == "mhtml":
        from extractors.readers.mhtml import read_mhtml  # noqa: PLC0415 - loads a library

        return read_mhtml(data)
    if kind == "feed":
        from extractors.readers.feed import read_feed  # noqa: PLC0415 - loads a library

        return read_feed(data)
    if kind in {"doc", "rtf", "odt", "word-xml"}:
        from extractors.readers.office import read_office  # noqa: PLC0415 - loads a library

        return read_office(data, kind, means.converter, means.passwords)
    return read_plain(data)


def _read_pdf(data: bytes, means: _Means) -> SourceText:
    """With the first password that opens it, or with none."""
    from extractors.readers.pdf import read_pdf  # noqa: PLC0415 - loads a library

    for password in (None, *means.passwords[:-1]):
        try:
            return read_pdf(data, password=password, ocr=means.ocr, watch=means.watch)
        except Unreadable as trouble:
            if trouble.reason != "encrypted" or not means.passwords:
                raise
    return read_pdf(data, password=means.passwords[-1], ocr=means.ocr, watch=means.watch)


def _is_locked(data: bytes) -> bool:
    from extractors.readers.locks import is_locked  # noqa: PLC0415 - loads a library

    return is_locked(data)


def _unlocked(data: bytes, passwords: Sequence[str]) -> bytes:
    from extractors.readers.locks import unlocked  # noqa: PLC0415 - loads a library

    return unlocked(data, passwords)


def _misnamed(kind: Kind, name: str | None) -> str | None:
    """A sentence where the name's ending is one we know and promises another kind."""
    ending = (name or "").rpartition(".")[2].lower()
    if kind in _EXTENSIONS.get(ending, {kind}):
        return None
    return f"文件的扩展名是 .{ending}，内容却是{_LABELS[kind]}，已按内容读取。"
