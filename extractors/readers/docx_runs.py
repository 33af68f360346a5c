"""Read the words of one Word paragraph, as Word shows them with all changes accepted.

Reads::

    inserted changes, content controls, smart tags, links, field results, tabs and line breaks, the base of ruby text

Leaves alone::

    deleted and moved-away words, hidden words, field codes, comments, note marks, phonetic guides, pictures

A content control that still shows its prompt (单击此处输入文字) is a blank and gives ____. Text boxes are handed on as elements, for their
paragraphs stand beside this one and not in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from extractors.readers.docx_package import W
from extractors.readers.docx_styles import Styles, number_of, switch_of, value_of

BLANK = "____"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_WRAPPERS = frozenset(
    f"{W}{name}" for name in ("ins", "moveTo", "hyperlink", "smartTag", "customXml", "fldSimple", "sdtContent", "dir", "bdo", "rubyBase")
)
_GONE = frozenset(f"{W}{name}" for name in ("del", "moveFrom"))
_SIGNS = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_PICTURES = frozenset({f"{W}drawing", f"{W}pict", f"{W}object"})
_NOTES = {f"{W}footnoteReference": "footnotes", f"{W}endnoteReference": "endnotes"}
_FIRST_LETTER, _FIRST_SURROGATE = 0x20, 0xD800
_PROMPT = re.compile(
    r"(?:单击|点击|按一下|按這裡|此处|此處|選擇|选择)[^\n]{0,20}(?:输入|輸入|选择|選擇|文字|文本|日期|项目|項目|一项)|(?:Click|Choose|Enter)\b",
    re.IGNORECASE,
)
_SYMBOLS: dict[str, dict[int, str]] = {
    "wingdings": {
        0x6C: "●",
        0x6E: "■",
        0x6F: "□",
        0x71: "□",
        0x75: "◆",
        0xA7: "▪",
        0xA8: "□",
        0xD8: "➢",
        0xFB: "✗",
        0xFC: "✓",
        0xFD: "☒",
        0xFE: "☑",
    },
    "wingdings 2": {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "□", 0x2A: "□", 0x30: "□"},
    "symbol": {0xB7: "•", 0xB4: "×", 0xB8: "÷", 0xB3: "≥", 0xA3: "≤", 0x2D: "-"},
}


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph's text, its text boxes, the notes it refers to (``("footnotes", "2")``), and whether it holds changes or hidden words."""

    text: str
    boxes: tuple[Element, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    changed: bool = False
    hidden: bool = False
    picture: bool = False


@dataclass(slots=True)
class _Reading:
    """What has been read of the paragraph so far; ``codes`` counts the fields whose code, and not yet whose result, we are in."""

    styles: Styles
    paragraph_hidden: bool
    pieces: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    fields: list[bool] = field(default_factory=list)
    changed: bool = False
    hidden: bool = False
    picture: bool = False

    def write(self, text: str) -> None:
        if not any(self.fields):
            self.pieces.append(text)


def read_words(paragraph: Element, styles: Styles, style_id: str | None, *, prompt: bool = False) -> Words:
    """The words of a ``w:p``; ``prompt`` where the whole of it is the prompt of a content control."""
    hidden = styles.hidden(style_id) if style_id is not None else None
    reading = _Reading(styles, paragraph_hidden=hidden or False)
    _read_children(paragraph, reading)
    text = "".join(reading.pieces).strip("\n")
    if prompt:
        text = _filled(text)
    return Words(text, tuple(reading.boxes), tuple(reading.notes), reading.changed, reading.hidden, reading.picture)


def alternate(element: Element) -> Element | None:
    """The branch of an ``mc:AlternateContent`` to read: the newest, unless only the fallback holds a text box."""
    choice, fallback = element.find(f"{_MC}Choice"), element.find(f"{_MC}Fallback")
    if choice is None or fallback is None:
        return fallback if choice is None else choice
    box = f"{W}txbxContent"
    return fallback if next(choice.iter(box), None) is None and next(fallback.iter(box), None) is not None else choice


def is_alternate(element: Element) -> bool:
    """Whether an element offers the same content twice, for new and old programs."""
    return bool(element.tag == f"{_MC}AlternateContent")


def shows_prompt(control: Element) -> bool:
    """Whether a content control (``w:sdt``) still waits to be filled in."""
    return switch_of(control.find(f"{W}sdtPr"), "showingPlcHdr") or False


def _filled(text: str) -> str:
    """A prompt as a blank; a placeholder of the author's own (XX学校) as it stands."""
    return BLANK if not text.strip() or _PROMPT.search(text) else text


def _read_children(parent: Element, reading: _Reading) -> None:
    for child in parent:
        tag = child.tag
        if tag == f"{W}r":
            _read_run(child, reading)
        elif tag in _WRAPPERS:
            reading.changed |= tag in {f"{W}ins", f"{W}moveTo"}
            _read_children(child, reading)
        elif tag == f"{W}sdt":
            _read_control(child, reading)
        elif tag in _GONE:
            reading.changed = True
        elif tag in {f"{_M}oMath", f"{_M}oMathPara"}:
            reading.write("".join(item.text or "" for item in child.iter(f"{_M}t")))
        elif is_alternate(child):
            branch = alternate(child)
            if branch is not None:
                _read_children(branch, reading)


def _read_control(control: Element, reading: _Reading) -> None:
    content = control.find(f"{W}sdtContent")
    if content is None:
        return
    before = len(reading.pieces)
    _read_children(content, reading)
    if shows_prompt(control):
        reading.pieces[before:] = [_filled("".join(reading.pieces[before:]))]


def _read_run(run: Element, reading: _Reading) -> None:
    if _is_hidden(run, reading):
        reading.hidden |= any(item.text for item in run.iterchildren(f"{W}t"))
        return
    for child in run:
        _read_piece(child, reading)


def _read_piece(child: Element, reading: _Reading) -> None:
    tag = child.tag
    if tag == f"{W}t":
        reading.write(_literal(child))
    elif tag in _SIGNS:
        reading.write(_SIGNS[str(tag)])
    elif tag == f"{W}fldChar":
        _read_field_mark(child, reading)
    elif tag == f"{W}sym":
        reading.write(_symbol(child))
    elif tag == f"{W}ruby":
        _read_ruby(child, reading)
    elif tag in _NOTES:
        reading.notes.append((_NOTES[str(tag)], str(child.get(f"{W}id", ""))))
    elif tag in _PICTURES:
        _read_picture(child, reading)
    elif is_alternate(child):
        branch = alternate(child)
        for item in () if branch is None else branch:
            _read_piece(item, reading)


def _read_ruby(ruby: Element, reading: _Reading) -> None:
    base = ruby.find(f"{W}rubyBase")
    if base is not None:
        _read_children(base, reading)


def _is_hidden(run: Element, reading: _Reading) -> bool:
    """A run's own setting before its character style's, and that before its paragraph's."""
    properties = run.find(f"{W}rPr")
    if properties is None:
        return reading.paragraph_hidden
    own = switch_of(properties, "vanish")
    style = value_of(properties, "rStyle")
    if own is None and style in reading.styles.by_id:
        own = reading.styles.hidden(style)
    return reading.paragraph_hidden if own is None else own


def _literal(item: Element) -> str:
    """A ``w:t``: spaces at its ends count only where ``xml:space`` keeps them; line ends are the XML's own."""
    text = re.sub(r"[\t\r\n]", " ", item.text or "")
    kept = item.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
    return text if kept else text.strip(" ")


def _read_field_mark(mark: Element, reading: _Reading) -> None:
    """Follow a field: its code (between begin and separate) is not shown, its result is."""
    kind = mark.get(f"{W}fldCharType")
    if kind == "begin":
        reading.write(_form_field(mark.find(f"{W}ffData")))
        reading.fields.append(True)
    elif kind == "separate" and reading.fields:
        reading.fields[-1] = False
    elif kind == "end" and reading.fields:
        reading.fields.pop()


def _form_field(data: Element | None) -> str:
    """What an old form field shows that stands in no run: a ticked box, the chosen entry of a list."""
    if data is None:
        return ""
    box = data.find(f"{W}checkBox")
    if box is not None:
        ticked = switch_of(box, "checked")
        return "☑" if (switch_of(box, "default") if ticked is None else ticked) else "□"
    entries = data.find(f"{W}ddList")
    if entries is None:
        return ""
    listed = [str(item.get(f"{W}val", "")) for item in entries.iterchildren(f"{W}listEntry")]
    chosen = number_of(entries, "result") or number_of(entries, "default") or 0
    return listed[chosen] if 0 <= chosen < len(listed) else ""


def _symbol(item: Element) -> str:
    """A sign of a symbol font as the letter that looks like it; "" where no letter does."""
    code = str(item.get(f"{W}char", ""))
    if not re.fullmatch("[0-9A-Fa-f]{1,4}", code):
        return ""
    font = str(item.get(f"{W}font", "")).lower()
    value = int(code, 16)
    if font in _SYMBOLS:
        return _SYMBOLS[font].get(value & 0xFF, "")
    return chr(value) if _FIRST_LETTER <= value < _FIRST_SURROGATE else ""


def _read_picture(picture: Element, reading: _Reading) -> None:
    """The outermost text boxes of a drawing; one without any is a picture."""
    found = list(_boxes(picture))
    reading.boxes.extend(found)
    reading.picture |= not found


def _boxes(element: Element) -> Iterator[Element]:
    waiting = [element]
    while waiting:
        item = waiting.pop()
        if item.tag == f"{W}txbxContent":
            yield item
        elif is_alternate(item):
            branch = alternate(item)
            waiting.extend([] if branch is None else [branch])
        else:
            waiting.extend(reversed(item))
