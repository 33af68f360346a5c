"""The visible text of an HTML tree, a line for every block, as a browser would show it.

Tags inside a sentence break nothing; a line end of the source between two Chinese characters is nothing, elsewhere a space. A row of
a table that holds data is one line with tabs; a row that lays out the page (it holds another table, or a text of several paragraphs)
is not. Numbers that the browser puts before the items of an ordered list are written out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from selectolax.lexbor import LexborNode

from extractors.readers.html_pen import HtmlText, Pen

_UNSEEN = re.compile(
    r"script|style|noscript|template|head|title|meta|link|svg|math|iframe|object|embed|applet|select|option|button|input|textarea"
    r"|audio|video|canvas|map|datalist|dialog|rt|rp"
)
_BLOCK = re.compile(
    r"address|article|aside|blockquote|body|br|caption|center|dd|details|dir|div|dl|dt|fieldset|figcaption|figure|footer|form"
    r"|h[1-6r]|header|hgroup"
    r"|html|legend|li|main|menu|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul"
)
_HIDDEN = re.compile(r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden|mso-hide\s{0,3}:\s{0,3}all", re.IGNORECASE)
_KEPT_SPACES = re.compile(r"white-space\s{0,3}:\s{0,3}(?:pre|break-spaces)", re.IGNORECASE)
_NO_NUMBERS = re.compile(r"list-style[^;]{0,30}none")
_NUMBERED = re.compile(r"\s{0,20}(?:[0-9０-９]{1,3}[.、．)）]|[（(]|第|[一二三四五六七八九十①-⑳])")
_SHOWN_LATER = frozenset({"js_content"})
"""WeChat hides its articles until a script shows them: a saved page still says so."""
_LONG_CELL = 120
_MOST_ROWS = 1_000
"""A cell reaches over no more rows."""
_PARAGRAPHS_OF_A_TEXT = 3

Attributes = Mapping[str, str | None]


def read_text(root: LexborNode) -> HtmlText:
    """The visible text below ``root``; linear, and indifferent to how deep tags are nested."""
    return _Walk(HtmlText()).through(root)


class _Walk:
    """One way through the tree: what is open around the place that was reached."""

    def __init__(self, out: HtmlText) -> None:
        self._out = out
        self._pen = Pen(out)
        self._open: list[tuple[str, bool, int]] = []
        self._counts: list[int] = []

    def through(self, root: LexborNode) -> HtmlText:
        stack: list[tuple[LexborNode, bool]] = [(root, False)]
        while stack:
            node, is_done = stack.pop()
            if is_done:
                self._leave(node)
            elif node.is_text_node:
                self._pen.write(node.text_content or "")
            elif node.is_element_node and _UNSEEN.fullmatch(node.tag or "") is None:
                attributes = node.attributes
                if not _is_hidden(attributes):
                    self._enter(node, attributes)
                    stack.append((node, True))
                    stack.extend((child, False) for child in reversed(list(node.iter(include_text=True))))
        self._pen.end_line()
        self._pen.end_table()
        return self._out

    def _enter(self, node: LexborNode, attributes: Attributes) -> None:
        tag, pen = node.tag or "", self._pen
        kind = _kind(tag, node, in_row=pen.row is not None, goes_on=bool(pen.rows))
        if kind in ("row", "lines"):
            pen.begin_row(in_lines=kind == "lines")
        elif kind == "cell":
            pen.begin_cell()
        elif _BLOCK.fullmatch(tag):
            pen.end_line(forced=tag == "br")
        if kind == "table":
            pen.end_table()
        keeps_spaces = tag == "pre" or _KEPT_SPACES.search(attributes.get("style") or "") is not None
        pen.kept_spaces += keeps_spaces
        pen.links += tag == "a"
        self._open.append((kind, keeps_spaces, pen.at))
        if tag in ("ol", "li"):
            self._number(tag, node, attributes)

    def _leave(self, node: LexborNode) -> None:
        tag, pen = node.tag or "", self._pen
        kind, keeps_spaces, start = self._open.pop()
        self._out.spans[node.mem_id] = (start, pen.at)
        self._out.nodes.append((tag, node.mem_id))
        pen.kept_spaces -= keeps_spaces
        if tag == "a":
            pen.links -= 1
            if pen.at > start and (address := node.attributes.get("href")):
                self._out.links.append((start, pen.at, address))
        if tag == "ol":
            self._counts.pop()
        if kind in ("row", "lines"):
            pen.end_row()
        elif kind == "cell":
            pen.end_cell(start, _span(node.attributes.get("rowspan")), _span(node.attributes.get("colspan")))
        elif tag != "br" and _BLOCK.fullmatch(tag):
            pen.end_line()
        if kind == "table":
            pen.end_table()

    def _number(self, tag: str, node: LexborNode, attributes: Attributes) -> None:
        """Count the items of an ordered list, and write an item's number unless it brings its own."""
        if tag == "ol":
            self._counts.append(_whole(attributes.get("start"), 1) - 1)
            return
        items = node.parent
        if not self._counts or items is None or items.tag != "ol":
            return
        self._counts[-1] = _whole(attributes.get("value"), self._counts[-1] + 1)
        if not _NO_NUMBERS.search(items.attributes.get("style") or "") and not _NUMBERED.match((node.text() or "")[:40]):
            self._pen.write(f"{self._counts[-1]}.")


def _kind(tag: str, node: LexborNode, *, in_row: bool, goes_on: bool) -> str:
    """The part that an element plays in a table: table, row, row of texts that stand in lines, cell, or none.

    ``goes_on`` where rows of the same table stand before it: then one cell is a row too, and a text is a cell.
    """
    if tag == "tr" and not in_row:
        return _kind_of_row(node, goes_on=goes_on)
    if tag == "table" and not in_row:
        return "table"
    return "cell" if tag in ("td", "th") and in_row else ""


def _kind_of_row(row: LexborNode, *, goes_on: bool) -> str:
    """Data: two cells or more, none of which holds a table or a text of several paragraphs."""
    cells = [cell for cell in row.iter() if cell.tag in ("td", "th")]
    rich = [cell for cell in cells if not _is_plain(cell)]
    if not cells or (len(cells) == 1 and not goes_on) or any(cell.css_first("table") is not None for cell in rich):
        return ""
    if not any(_holds_text(cell) for cell in rich):
        return "row"
    return "lines" if goes_on else ""


def _is_plain(cell: LexborNode) -> bool:
    """Whether a cell has no tag inside."""
    child = cell.first_child
    return child is None or (child.is_text_node and child.next is None)


def _holds_text(cell: LexborNode) -> bool:
    """Whether a cell holds paragraphs and no mere words: long ones, or lines broken on purpose."""
    if sum(1 for _ in _breaks(cell)) < _PARAGRAPHS_OF_A_TEXT:
        return False
    return len((cell.text() or "").strip()) > _LONG_CELL or cell.css_first("br") is not None


def _breaks(cell: LexborNode) -> Iterator[LexborNode]:
    """What breaks lines inside a cell, a few at most; a <br> stands between two lines and counts for both."""
    blocks = [*cell.css("p"), *cell.css("div"), *cell.css("li"), *(one for br in cell.css("br") for one in (br, br))]
    yield from blocks[:_PARAGRAPHS_OF_A_TEXT]


def _is_hidden(attributes: Attributes) -> bool:
    if attributes.get("id") in _SHOWN_LATER:
        return False
    return "hidden" in attributes or _HIDDEN.search(attributes.get("style") or "") is not None


def _span(value: str | None) -> int:
    return min(max(_whole(value, 1), 1), _MOST_ROWS)


def _whole(value: str | None, default: int) -> int:
    return int(value) if value is not None and re.fullmatch(r"-?[0-9]{1,6}", value) else default
