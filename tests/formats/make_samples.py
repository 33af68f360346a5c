"""Make the samples of one agreement in every kind of file: ``python -m tests.formats.make_samples`` writes them anew.

All come from ``samples/formats/agreement.txt``. What is made without LibreOffice is the same bytes on every run of the same libraries;
LibreOffice puts the day and numbers of its own into what it writes.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.formats.make_archive import Packed, make_archive
from tests.formats.make_docx import make_docx
from tests.formats.make_html import make_html
from tests.formats.make_mhtml import make_mhtml
from tests.formats.make_office import save_as
from tests.formats.make_pdf import Style, make_pdf
from tests.formats.make_rtf import make_rtf
from tests.outside.scans import Scan, scan_pdf

_SAMPLES = Path(__file__).resolve().parents[2] / "samples"
FOLDER = _SAMPLES / "formats"
TEXT = FOLDER / "agreement.txt"
SCAN = _SAMPLES / "agreement" / "scanned-and-sealed" / "source.pdf"
STYLE = Style(size=12.0, leading=22.0, margin=64.0)
_SCANNER = Scan(noise=3.0, quality=35)
"""Little noise and a strong squeeze: the sample stays small."""
_NAME = "城乡幼儿园结对帮扶协议"


def make_zip(text: str) -> bytes:
    """An archive as Chinese Windows packs it: its names are in GBK and do not say so."""
    return make_archive(
        [
            Packed(f"结对协议/{_NAME}.txt".encode("gbk"), text.encode("gbk")),
            Packed(f"结对协议/网页/{_NAME}.html".encode("gbk"), make_html(text, "school", encoding="gb18030")),
            Packed(f"结对协议/网页/{_NAME}.mht".encode("gbk"), make_mhtml(make_html(text, "word"))),
        ]
    )


MAKERS: dict[str, Callable[[str], bytes]] = {
    "agreement-gbk.txt": lambda text: text.replace("\n", "\r\n").encode("gbk"),
    "agreement.docx": make_docx,
    "agreement.doc": lambda text: save_as("doc", [make_docx(text)])[0],
    "agreement.rtf": make_rtf,
    "agreement.odt": lambda text: save_as("odt", [make_docx(text)])[0],
    "agreement.html": lambda text: make_html(text, "reader"),
    "agreement.mht": lambda text: make_mhtml(make_html(text, "word", encoding="gb18030")),
    "agreement.pdf": lambda text: make_pdf(text, STYLE),
    "agreement-from-word.pdf": lambda text: save_as("pdf", [make_docx(text)])[0],
    "agreements.zip": make_zip,
}
"""Every file beside the text, by its name."""


def main() -> None:
    """Write all of them, and the scan among the agreements."""
    text = TEXT.read_text(encoding="utf-8")
    for name, make in MAKERS.items():
        (FOLDER / name).write_bytes(make(text))
    SCAN.write_bytes(scan_pdf(text, _SCANNER, STYLE))


if __name__ == "__main__":
    main()
