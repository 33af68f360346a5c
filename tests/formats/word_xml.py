"""Make a Word file from the XML of its parts, for what python-docx cannot write."""

from __future__ import annotations

import io
import zipfile

_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
_XML = '<?xml version="1.0" encoding="UTF-8"?>'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_ROOTS = {"styles": "styles", "numbering": "numbering", "footnotes": "footnotes", "endnotes": "endnotes", "header": "hdr", "footer": "ftr"}
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def make_word(body: str, *, prologue: str = "", **parts: str) -> bytes:
    """A .docx whose body holds ``body``; ``parts`` are the insides of styles, numbering, header1 … (a part's name is its ``r:id``)."""
    members: dict[str, bytes] = {
        "[Content_Types].xml": _content_types(parts).encode(),
        "_rels/.rels": _relationships({"rId1": ("officeDocument", "word/document.xml")}).encode(),
        "word/_rels/document.xml.rels": _relationships({name: (name.rstrip("0123456789"), f"{name}.xml") for name in parts}).encode(),
        "word/document.xml": f"{_XML}{prologue}<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>".encode(),
    }
    for name, inside in parts.items():
        root = _ROOTS[name.rstrip("0123456789")]
        members[f"word/{name}.xml"] = f"<w:{root} {_NAMESPACES}>{inside}</w:{root}>".encode()
    return make_zip(members)


def make_zip(members: dict[str, bytes]) -> bytes:
    """A zip of the given members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def run(text: str, properties: str = "") -> str:
    """A ``w:r`` with one text."""
    kept = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{kept}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(inside: str, properties: str = "") -> str:
    """A ``w:p``; ``inside`` without a tag is taken for its text."""
    kept = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{kept}{inside if inside.startswith('<') else run(inside)}</w:p>"


def numbered(text: str, num_id: int, level: int = 0) -> str:
    """A paragraph in a list."""
    return paragraph(run(text), f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num_id}"/></w:numPr>')


def level(at: int, number_format: str, text: str, *, start: int = 1, more: str = "") -> str:
    """A level of an abstract list."""
    return f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{number_format}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


def abstract_list(key: int, *levels: str) -> str:
    """An abstract list."""
    return f'<w:abstractNum w:abstractNumId="{key}"><w:multiLevelType w:val="multilevel"/>{"".join(levels)}</w:abstractNum>'


def num(key: int, abstract: int, overrides: str = "") -> str:
    """A list that counts in an abstract one."""
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="{abstract}"/>{overrides}</w:num>'


def table(*rows: str) -> str:
    """A ``w:tbl`` of rows."""
    return f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="1000"/></w:tblGrid>{"".join(rows)}</w:tbl>'


def row(*cells: str, properties: str = "") -> str:
    """A ``w:tr``; a cell without a tag is taken for its text, lines for paragraphs."""
    kept = f"<w:trPr>{properties}</w:trPr>" if properties else ""
    return f"<w:tr>{kept}{''.join(one if one.startswith(('<w:tc>', '<w:sdt>')) else cell(one) for one in cells)}</w:tr>"


def cell(inside: str, properties: str = "") -> str:
    """A ``w:tc``."""
    kept = f"<w:tcPr>{properties}</w:tcPr>" if properties else ""
    return f"<w:tc>{kept}{inside if inside.startswith('<') else ''.join(paragraph(run(line)) for line in inside.split(chr(10)))}</w:tc>"


def _content_types(parts: dict[str, str]) -> str:
    overrides = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{_TYPES}.{name.rstrip("0123456789")}+xml"/>' for name in parts)
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_TYPES}.document.main+xml"/>{overrides}</Types>'
    )


def _relationships(targets: dict[str, tuple[str, str]]) -> str:
    items = "".join(f'<Relationship Id="{key}" Type="{_OFFICE}/{kind}" Target="{path}"/>' for key, (kind, path) in targets.items())
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{items}</Relationships>'
