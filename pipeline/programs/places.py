"""Find programs on this machine."""

from __future__ import annotations

import os
import shutil
import sys
from functools import cache
from pathlib import Path

_OFFICE = ("soffice", "libreoffice")
_ANTIWORD_TABLES = Path("/usr/share/antiword")
ANTIWORD_TABLE = "UTF-8.txt"


@cache
def find_office() -> str | None:
    """The path of LibreOffice's program, or None."""
    found = next(filter(None, map(shutil.which, _OFFICE)), None)
    if found is not None or sys.platform not in {"darwin", "win32"}:
        return found
    return next((str(path) for path in _usual_places() if path.is_file()), None)


@cache
def find_antiword() -> str | None:
    """The path of antiword, or None; without its table for UTF-8 it is of no use."""
    program = shutil.which("antiword")
    if program is None:
        return None
    beside = Path(program).resolve().parent.parent / "share" / "antiword"
    homes = (Path(os.environ.get("ANTIWORDHOME") or _ANTIWORD_TABLES), _ANTIWORD_TABLES, beside)
    return program if any((home / ANTIWORD_TABLE).is_file() for home in homes) else None


def _usual_places() -> list[Path]:
    """Where the installers of LibreOffice put it without saying so in PATH."""
    if sys.platform == "darwin":
        return [Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")]
    folders = filter(None, map(os.environ.get, ("ProgramFiles", "ProgramFiles(x86)")))
    return [Path(folder) / "LibreOffice" / "program" / "soffice.com" for folder in folders]
