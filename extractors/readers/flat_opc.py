"""Turn a Word file that is saved as one XML file (Flat OPC) back into the .docx that it is.

Reads::

    <pkg:package><pkg:part pkg:name="/word/document.xml"><pkg:xmlData>…        the same parts, in a zip

Leaves alone::

    <w:wordDocument> of Word 2003            another language altogether: None
    pictures (pkg:binaryData)                hold no words
"""

from __future__ import annotations

import io
import zipfile

from lxml import etree

from schemas.errors import Unreadable
from schemas.source import Reason

_PACKAGE = "{http://schemas.microsoft.com/office/2006/xmlPackage}"
_HEAD = 4096


def unfold(data: bytes) -> bytes | None:
    """The .docx; None for XML that is no package. Raises :class:`Unreadable`: ``damaged``, ``too-deep``."""
    if b"2006/xmlPackage" not in data[:_HEAD].replace(b"\x00", b""):
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        reason: Reason = "too-deep" if "depth" in str(error) else "damaged"
        raise Unreadable(reason, "Word 的 XML 格式文档已损坏或不完整，请在 Word 中打开后另存为 .docx 再试。") from error
    if root.tag != f"{_PACKAGE}package":
        return None
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        written = set()
        for part in root.iterchildren(f"{_PACKAGE}part"):
            name, content = str(part.get(f"{_PACKAGE}name", "")).lstrip("/"), part.find(f"{_PACKAGE}xmlData")
            if content is not None and len(content) and name and name not in written:
                written.add(name)
                archive.writestr(name, etree.tostring(content[0]))
    return out.getvalue()
