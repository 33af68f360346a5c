"""The addresses of files as the report shows them."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from pipeline.pages.shown import text
from pipeline.sources.archive_members import MARK


@dataclass(frozen=True, slots=True)
class Place:
    """An address: its last part, what stands before it, and where a browser finds it ("" where it does not)."""

    name: str
    folder: str
    link: str


def place(address: str, under: str) -> Place:
    """An address, without the folder that all have in common."""
    folder, slash, name = address.removeprefix(under).rpartition("/")
    is_here = address.startswith("/") and not address.startswith("//") and MARK not in address and "\\" not in address
    link = "file://" + quote(address, errors="backslashreplace") if is_here and len(address) <= 4096 else ""
    return Place(text(name or address), text(folder + slash), link)
