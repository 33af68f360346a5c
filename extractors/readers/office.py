"""Read the files of office programs that are not .docx: a program turns them into a .docx, and the Word reader does the rest.

Reads::

    .doc of Word 97 and later, .wps of WPS        lines of words by antiword; lists, tables, headings, changes by LibreOffice
    .rtf, .odt, the XML of Word 2003               by LibreOffice
    the XML of later Words                         is a .docx in another wrapping: no program is needed

Leaves alone::

    locked files, without a password that fits     unreadable: encrypted
    any of them without a program                  unreadable: missing-program, with what to install

antiword reads a plain .doc in a hundredth of a second, LibreOffice in more than one; but antiword leaves the numbers of automatic lists
out, and a clause without its number is a wrong finding.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.readers.converter import Converter, OfficeKind, missing_program
from extractors.readers.doc_structure import DocStructure, look_into_doc
from extractors.readers.docx import read_docx
from extractors.readers.flat_opc import unfold
from extractors.readers.limits import check_characters
from extractors.readers.odt_package import checked_odt
from extractors.readers.rtf_spaces import with_single_spaces
from extractors.readers.source_text import SourceText
from schemas.errors import Unreadable

_MEDIA_TYPES: dict[OfficeKind, str] = {
    "doc": "application/msword",
    "rtf": "application/rtf",
    "odt": "application/vnd.oasis.opendocument.text",
    "word-xml": "application/xml",
}
_LEAST_SHARE = 0.6
"""Of a plain file's characters, so many come out of antiword; field codes, pictures and blank lines do not."""
_REFUSE = re.compile(r"[\x00-\x08\x0c\x0e-\x1f\x7f\ud800-\udfff]|\[pic\]")
_BLANK_LINES = re.compile(r"\n\s*\n")
_REPLACED = "\ufffd"


def read_office(data: bytes, kind: OfficeKind, converter: Converter | None, passwords: Sequence[str] = ()) -> SourceText:
    """The text of a file. Raises :class:`Unreadable`: ``missing-program``, ``encrypted``, ``timed-out``, and as :func:`read_docx`."""
    if kind == "odt":
        data = checked_odt(data, passwords)
    if kind == "word-xml" and (unfolded := unfold(data)) is not None:
        return replace(read_docx(unfolded), media_type=_MEDIA_TYPES[kind])
    if kind == "doc":
        return _read_doc(data, converter)
    if converter is None or not converter.has_office:
        raise missing_program(kind)
    return _through_docx(data, kind, converter)


def _read_doc(data: bytes, converter: Converter | None) -> SourceText:
    structure = look_into_doc(data)
    if structure is not None and structure.is_encrypted:
        raise Unreadable("encrypted", "Word 文档（.doc）设有打开密码，请在 Word 或 WPS 中去掉密码后另存再试。")
    if converter is None or not (converter.has_office or converter.has_antiword):
        raise missing_program("doc")
    if converter.has_antiword and structure is not None and structure.is_plain:
        source = _plain_words(data, structure, converter)
        if source is not None:
            return source
    if converter.has_office:
        return _through_docx(data, "doc", converter)
    return _as_far_as_antiword_reads(data, converter)


def _through_docx(data: bytes, kind: OfficeKind, converter: Converter) -> SourceText:
    docx = converter.to_docx(data, kind)
    return replace(read_docx(with_single_spaces(docx) if kind == "rtf" else docx), media_type=_MEDIA_TYPES[kind])


def _plain_words(data: bytes, structure: DocStructure, converter: Converter) -> SourceText | None:
    """What antiword reads of a plain file; None where that cannot be the whole of it."""
    try:
        source = _antiword(data, converter)
    except Unreadable:
        return None
    if _REPLACED in source.text or len(source.text) < _LEAST_SHARE * structure.characters:
        return None
    return source


def _as_far_as_antiword_reads(data: bytes, converter: Converter) -> SourceText:
    """A file with structure, without the program that knows it: the words are there, numbers and tables may not be."""
    note = "文档里可能有自动编号、表格或修订，antiword 读不全；装上 LibreOffice（apt install libreoffice-writer）后再读会更准。"
    return replace(_antiword(data, converter), notes=(note,), is_partial=True)


def _antiword(data: bytes, converter: Converter) -> SourceText:
    words = converter.to_text(data).decode("utf-8", "surrogatepass")
    # antiword writes characters beyond the first plane as two halves
    words = words.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    text = _BLANK_LINES.sub("\n", _REFUSE.sub("", words)).strip("\n")
    if not text.strip():
        raise Unreadable("empty", "Word 文档（.doc）里没有文字，请确认保存的是正确的文件。")
    check_characters(len(text))
    return SourceText(text + "\n", _MEDIA_TYPES["doc"], wraps=())
