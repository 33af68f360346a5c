"""What a reader may ask of programs of the machine: turn an old file into one that we read ourselves.

The readers start no program. Whoever may (the pipeline) passes a :class:`Converter` in; without one, files that need it are unreadable
for a missing program, with a sentence that says what to install.
"""

from __future__ import annotations

from typing import Literal, Protocol

from schemas.errors import Unreadable

OfficeKind = Literal["doc", "rtf", "odt", "word-xml"]
"""What an office program is asked to read; :func:`extractors.readers.sniff.sniff` says which a file is."""
_NAMES: dict[OfficeKind, str] = {
    "doc": "旧版 Word 文档（.doc）",
    "rtf": "RTF 文档",
    "odt": "OpenDocument 文档（.odt）",
    "word-xml": "Word 的 XML 格式文档",
}


class Converter(Protocol):
    """Programs that read what we do not. ``has_*`` say whether they are there; asking one that is not gives ``missing-program``."""

    @property
    def has_office(self) -> bool:
        """Whether :meth:`to_docx` can work."""

    @property
    def has_antiword(self) -> bool:
        """Whether :meth:`to_text` can work."""

    def to_docx(self, data: bytes, kind: OfficeKind) -> bytes:
        """The same document as a .docx. Raises :class:`Unreadable`: ``damaged``, ``timed-out``, ``too-large``, ``missing-program``."""

    def to_text(self, data: bytes) -> bytes:
        """The words of a .doc as antiword prints them, in UTF-8 and unwrapped. Raises :class:`Unreadable` as :meth:`to_docx` does."""


def missing_program(kind: OfficeKind) -> Unreadable:
    """What a file gives that only a program which is not there could read."""
    programs = "antiword libreoffice-writer" if kind == "doc" else "libreoffice-writer"
    return Unreadable(
        "missing-program",
        f"这是{_NAMES[kind]}，要用 LibreOffice 读取，本机没有装。Debian、Ubuntu 请运行 apt install {programs}，"
        "Windows、macOS 请从 LibreOffice 官网安装；或在 Word、WPS 中另存为 .docx 后再试。",
    )
