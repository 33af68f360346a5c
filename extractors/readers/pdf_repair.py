"""Give a PDF that was cut off a new end, so that the pages which are still there can be read, and a first line where that was lost.

pdfium finds a broken file's objects by itself but not its root, which stands at the end. Where the catalogue or the page tree is lost
too, a new one is made of the pages that are left, in the file's order.
"""

from __future__ import annotations

import re

_OBJECT = re.compile(rb"(?<![0-9])([0-9]{1,9})[ \r\n]{1,2}[0-9]{1,5}[ \r\n]{1,2}obj\b")
_CATALOGUE = re.compile(rb"/Type\s{0,3}/Catalog\b")
_TREE = re.compile(rb"/Type\s{0,3}/Pages\b")
_PAGE = re.compile(rb"/Type\s{0,3}/Page\b")
_PARENT = re.compile(rb"/Parent\b")
_FIRST_LINE = b"%PDF-1.7\n"
LATEST_MARK = 1_024
"""Bytes in which a PDF must say that it is one (ISO 32000, annex H)."""
_HEAD = 4_000
"""Bytes of an object in which its type stands."""


def with_new_end(data: bytes) -> bytes | None:
    """The file with a first line and a root of its own; None where not even a page is left."""
    data = data if b"%PDF-" in data[:LATEST_MARK] else _FIRST_LINE + data
    data = data[: data.rfind(b"endobj") + len(b"endobj")] if b"endobj" in data else b""
    objects = list(_OBJECT.finditer(data))
    if not objects:
        return None
    heads: dict[int, bytes] = {}
    for at, match in enumerate(objects):
        end = objects[at + 1].start() if at + 1 < len(objects) else len(data)
        heads[int(match[1])] = data[match.end() : min(end, match.end() + _HEAD)]
    free = max(heads) + 1
    catalogue = next((number for number, head in heads.items() if _CATALOGUE.search(head)), None)
    tree = next((number for number, head in heads.items() if _TREE.search(head) and not _PARENT.search(head)), None)
    if catalogue is not None and tree is not None:
        return data + _trailer(catalogue, free)
    if tree is None:
        pages = [number for number, head in heads.items() if _PAGE.search(head)]
        if not pages:
            return None
        kids = b" ".join(b"%d 0 R" % number for number in pages)
        data += b"\n%d 0 obj\n<< /Type /Pages /Count %d /Kids [%s] >>\nendobj\n" % (free, len(pages), kids)
        tree, free = free, free + 1
    data += b"\n%d 0 obj\n<< /Type /Catalog /Pages %d 0 R >>\nendobj\n" % (free, tree)
    return data + _trailer(free, free + 1)


def _trailer(root: int, size: int) -> bytes:
    return b"\ntrailer\n<< /Root %d 0 R /Size %d >>\nstartxref\n0\n%%%%EOF\n" % (root, size)
