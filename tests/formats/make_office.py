"""Have LibreOffice save Word files in the formats of other office programs."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.formats.needed import needed_program

FILTERS = {
    "doc": "doc:MS Word 97",
    "rtf": "rtf:Rich Text Format",
    "odt": "odt:writer8",
    "xml": "xml:MS Word 2003 XML",
    "pdf": "pdf:writer_pdf_Export",
}


def save_as(ending: str, papers: Sequence[bytes], given: str = "docx") -> list[bytes]:
    """Each of the ``papers`` (bytes of files with the ending ``given``) in the format of another ending, in one call."""
    program = needed_program("soffice", "libreoffice-writer")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number, paper in enumerate(papers):
            (folder / f"{number}.{given}").write_bytes(paper)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        wanted = [str(folder / f"{number}.{given}") for number in range(len(papers))]
        command = [program, profile, "--headless", "--convert-to", FILTERS[ending], "--outdir", str(folder / "out"), *wanted]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        return [(folder / "out" / f"{number}.{ending}").read_bytes() for number in range(len(papers))]
