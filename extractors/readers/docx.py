"""Read a Word file (.docx, .docm): every word that Word shows, in the order of the document, with its automatic numbers.

Reads::

    paragraphs, tables, text boxes, content controls, inserted changes        each paragraph a line, each table row a line
    automatic numbers 第一条, 一、, （二）                                          in front of their paragraph, a space for the tab
    styles Title, Heading 1 …, outline levels                                  headings

Leaves alone::

    deleted and hidden words, comments, field codes, pictures
    notes, headers and footers                                                 after the body, marked as furniture

python-docx is not used: it drops changes, controls and numbers, and refuses whole files over a missing picture.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from lxml.etree import _Element as Element

from extractors.readers.docx_fragment import Fragment
from extractors.readers.docx_numbering import Numbering, read_numbering
from extractors.readers.docx_package import Package, W, damaged, open_package, relationship_id
from extractors.readers.docx_runs import Words, alternate, is_alternate, read_words, shows_prompt
from extractors.readers.docx_styles import Styles, number_of, numbering_of, outline_level, read_styles, switch_of, value_of
from extractors.readers.docx_tables import read_table
from extractors.readers.limits import check_bytes, too_long
from extractors.readers.source_text import Furniture, Heading, SourceText
from schemas.errors import Unreadable

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_MAX_PARAGRAPHS = 200_000
_TRANSPARENT = frozenset(f"{W}{name}" for name in ("customXml", "ins", "moveTo", "smartTag"))
_MARGINS: tuple[Literal["header"], Literal["footer"]] = ("header", "footer")
_FACTS = {"title": "title", "created": "created", "modified": "modified"}


def read_docx(data: bytes) -> SourceText:
    """The text of a Word file; ``wraps`` is empty, for every newline ends a paragraph (or is a line break that the author made).

    Raises :class:`Unreadable`: ``damaged``, ``encrypted``, ``too-large``, ``too-deep``, ``empty``, ``no-text`` (only pictures).
    """
    check_bytes(data)
    package = open_package(data)
    main = package.main_path()
    root = package.part(main)
    body = None if root is None else root.find(f"{W}body")
    if body is None:
        raise damaged()
    walk = _Walk(*_definitions(package, main))
    whole = walk.read_blocks(body, 0, prompt=False)
    if not whole.text.strip():
        raise _nothing(walk)
    _append_notes(whole, walk, package, main)
    _append_margins(whole, walk, package, main, body)
    return SourceText(
        whole.text.rstrip("\n") + "\n",
        MEDIA_TYPE,
        tables=tuple(whole.tables),
        furniture=tuple(whole.furniture),
        headings=tuple(whole.headings),
        wraps=(),
        metadata=_metadata(package),
        notes=tuple(_remarks(walk)),
    )


@dataclass(slots=True)
class _Walk:
    """A walk through the file: its definitions, and what is learnt on the way."""

    styles: Styles
    numbering: Numbering
    paragraphs: int = 0
    joined: bool = False
    changed: bool = False
    hidden: bool = False
    picture: bool = False
    embedded: bool = False
    notes: list[tuple[str, str]] = field(default_factory=list)

    def read_blocks(self, parent: Element, depth: int, prompt: bool) -> Fragment:  # noqa: FBT001 - it is handed on as a ReadBlocks
        """The paragraphs and tables in an element, in order."""
        whole = Fragment()
        self._read_into(whole, parent, depth, prompt=prompt)
        if whole.pieces and self.joined:
            whole.write("\n")
        self.joined = False
        return whole

    def _read_into(self, whole: Fragment, parent: Element, depth: int, *, prompt: bool) -> None:
        for child in parent:
            if child.tag == f"{W}p":
                self._read_paragraph(whole, child, depth, prompt=prompt)
            elif child.tag == f"{W}tbl":
                self._end_line(whole)
                whole.append(read_table(child, depth, self.read_blocks, prompt=prompt))
            elif child.tag == f"{W}sdt":
                content = child.find(f"{W}sdtContent")
                if content is not None:
                    self._read_into(whole, content, depth, prompt=prompt or shows_prompt(child))
            elif child.tag in _TRANSPARENT:
                self._read_into(whole, child, depth, prompt=prompt)
            elif is_alternate(child):
                branch = alternate(child)
                if branch is not None:
                    self._read_into(whole, branch, depth, prompt=prompt)
            self.embedded |= child.tag == f"{W}altChunk"

    def _read_paragraph(self, whole: Fragment, paragraph: Element, depth: int, *, prompt: bool) -> None:
        self._count_paragraph()
        properties = paragraph.find(f"{W}pPr")
        style = value_of(properties, "pStyle")
        words = read_words(paragraph, self.styles, style, prompt=prompt)
        self._learn(words)
        ends = _ends_line(properties)
        if words.text.strip() or ends:
            label = "" if self.joined else self._label(properties, style)
            self._write_line(whole, label + words.text, properties, style)
        if ends:
            whole.write("\n")
            self.joined = False
        else:
            self.joined |= bool(words.text.strip())
        for box in words.boxes:
            self._end_line(whole)
            whole.append(self.read_blocks(box, depth + 1, prompt=False))

    def _write_line(self, whole: Fragment, text: str, properties: Element | None, style: str | None) -> None:
        """A paragraph's text, and a heading or a line of the contents where its style says so."""
        start = whole.length
        whole.write(text)
        if not text.strip():
            return
        if self.styles.is_contents(style):
            whole.furniture.append(Furniture(start, start + len(text), "navigation"))
            return
        own = number_of(properties, "outlineLvl")
        level = self.styles.heading_level(style) if own is None else outline_level(own)
        if level is not None:
            for line in re.finditer(r"[^\n]+", text):
                whole.headings.append(Heading(start + line.start(), start + line.end(), level))

    def _label(self, properties: Element | None, style: str | None) -> str:
        """The automatic number that Word shows before the paragraph, counted on by asking."""
        own_list, own_level = numbering_of(properties)
        style_list, style_level = self.styles.numbering(style)
        num_id = own_list or style_list
        if num_id is None or num_id == "0":
            return ""
        tied = self.numbering.level_of_style(num_id, style)
        level = next((found for found in (own_level, tied, style_level) if found is not None), 0)
        return self.numbering.next_label(num_id, level)

    def _count_paragraph(self) -> None:
        self.paragraphs += 1
        if self.paragraphs > _MAX_PARAGRAPHS:
            raise too_long()

    def _end_line(self, whole: Fragment) -> None:
        if self.joined:
            whole.write("\n")
            self.joined = False

    def _learn(self, words: Words) -> None:
        self.changed |= words.changed
        self.hidden |= words.hidden
        self.picture |= words.picture
        self.notes += words.notes


def _definitions(package: Package, main: str) -> tuple[Styles, Numbering]:
    style_path, list_path = (next(package.related(main, kind), "") for kind in ("styles", "numbering"))
    styles = read_styles(package.part(style_path))
    lists = {key: style.num_id for key, style in styles.by_id.items() if style.num_id is not None}
    return styles, read_numbering(package.part(list_path), lists)


def _ends_line(properties: Element | None) -> bool:
    """Whether the paragraph's own end is there: one that was deleted or is hidden joins it to the next."""
    mark = None if properties is None else properties.find(f"{W}rPr")
    if mark is None:
        return True
    return mark.find(f"{W}del") is None and mark.find(f"{W}moveFrom") is None and switch_of(mark, "vanish") is not True


def _append_notes(whole: Fragment, walk: _Walk, package: Package, main: str) -> None:
    """The notes that the body refers to, in its order."""
    for kind in ("footnotes", "endnotes"):
        wanted = [key for found, key in walk.notes if found == kind]
        path = next(package.related(main, kind), None) if wanted else None
        root = None if path is None else package.part(path)
        bodies = {} if root is None else {str(item.get(f"{W}id")): item for item in root}
        for key in dict.fromkeys(wanted):
            if key in bodies:
                whole.append_as("note", walk.read_blocks(bodies[key], 0, prompt=False))


def _append_margins(whole: Fragment, walk: _Walk, package: Package, main: str, body: Element) -> None:
    """The headers and footers of all sections, each wording once."""
    paths = package.by_id(main)
    seen: set[str] = set()
    for role, key in _margin_references(body):
        root = package.part(paths.get(key, ""))
        if root is None:
            continue
        margin = walk.read_blocks(root, 0, prompt=False)
        words = margin.text.strip()
        if words not in seen:
            seen.add(words)
            whole.append_as(role, margin)


def _margin_references(body: Element) -> Iterator[tuple[Literal["header", "footer"], str]]:
    """The ids of headers and footers; the first page's own count only where the section has one."""
    for section in body.iter(f"{W}sectPr"):
        for role in _MARGINS:
            for item in section.iterchildren(f"{W}{role}Reference"):
                if item.get(f"{W}type") != "first" or switch_of(section, "titlePg"):
                    yield role, relationship_id(item)


def _metadata(package: Package) -> dict[str, str]:
    path = next(package.related("", "core-properties"), "")
    root = package.part(path)
    found = {} if root is None else {str(item.tag).rpartition("}")[2]: (item.text or "").strip() for item in root}
    return {key: found[name] for name, key in _FACTS.items() if found.get(name)}


def _nothing(walk: _Walk) -> Unreadable:
    if walk.picture:
        return Unreadable("no-text", "Word 文档里只有图片，没有文字，目前还不能识别，请提供可以选中文字的 Word 或 PDF 文件。")
    return Unreadable("empty", "Word 文档里没有文字，请确认保存的是正确的文件。")


def _remarks(walk: _Walk) -> Iterator[str]:
    if walk.changed:
        yield "文档带有修订标记，已按接受全部修订后的文字读取。"
    if walk.hidden:
        yield "文档里有隐藏文字，没有读取。"
    if walk.embedded:
        yield "文档里嵌入了另一份文件，没有读取，请在 Word 中另存后再试。"
