"""A list page as a tree that can be walked, and matched with CSS.

Reads::

    <script type="text/xml"><datastore>…<record><![CDATA[<li>…</li>]]>       records that a script would show: as if they stood there
    <base href="/gzdt/">                                                      what relative links are relative to

Leaves alone::

    script, style, template                                                  nothing of theirs is seen
    a hundred thousand tags, tags a thousand deep                            unreadable: too-large, too-deep
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from extractors.listings.links import link_address
from extractors.readers.html_markup import decode_html, parse_html
from extractors.text.addresses import web_address
from schemas.errors import JieduiError, Unreadable

_MOST_TAGS = 100_000
"""A page of a thousand lines has twenty thousand."""
_DEEPEST = 1_000
_UNSEEN = frozenset("script style template noscript iframe object svg math select textarea".split())
_BREAKS = frozenset(
    (
        "address article aside blockquote body br center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr"
        " li main nav ol p section table tbody td tfoot th thead tr ul"
    ).split()
)
_STORED = re.compile(r"<script[^>]{0,200}?type\s{0,3}=\s{0,3}[\"']?text/xml[^>]{0,200}>", re.IGNORECASE)
_STORE = re.compile(r"\s{0,100}(?:<\?xml[^>]{0,200}\?>)?\s{0,100}<datastore\b", re.IGNORECASE)
_RECORD = re.compile(r"<record>\s{0,50}<!\[CDATA\[", re.IGNORECASE)
_RECORDS = "jiedui-records"


@dataclass(slots=True, eq=False)
class Element:
    """An element, its ``children`` in order (elements and texts); ``start`` to ``end`` are the places of its subtree in document order."""

    tag: str
    attributes: Mapping[str, str | None]
    key: int
    start: int
    parent: Element | None
    end: int = 0
    children: list[Element | str] = field(default_factory=list)

    @property
    def is_break(self) -> bool:
        """Whether a browser begins a new line with it."""
        return self.tag in _BREAKS

    def inside(self, other: Element) -> bool:
        """Whether it stands in another element, or is that."""
        return other.start <= self.start < other.end

    def ancestors(self) -> Iterator[Element]:
        """The elements around it, from the inside out."""
        around = self.parent
        while around is not None:
            yield around
            around = around.parent


@dataclass(frozen=True, slots=True)
class PageTree:
    """The page: its ``elements`` in document order, the address to which its links are relative, its ``markup``, and what was mended."""

    parser: LexborHTMLParser
    elements: Sequence[Element]
    by_key: Mapping[int, Element]
    address: str
    base: str
    markup: str
    notes: tuple[str, ...]
    leads: dict[int, str | None] = field(default_factory=dict)

    def address_of(self, element: Element) -> str | None:
        """The address that an element leads to."""
        if element.key not in self.leads:
            self.leads[element.key] = link_address(element.attributes, self.base)
        return self.leads[element.key]

    def select(self, css: str) -> list[Element]:
        """The elements that a selector matches, in document order, each once."""
        try:
            nodes = self.parser.css(css)
        except (SelectolaxError, UnicodeEncodeError) as error:
            raise BadSelector(css) from error
        found = {element.start: element for node in nodes if (element := self.by_key.get(node.mem_id)) is not None}
        return [found[start] for start in sorted(found)]


class BadSelector(JieduiError):  # noqa: N818 - it names what was given
    """A CSS selector that cannot be read: what was configured is wrong, not the page."""

    def __init__(self, css: str) -> None:
        """Say which one."""
        super().__init__(f"选择器“{css[:200]}”不合 CSS 语法，请改正后再试。")


def check_selector(css: str) -> None:
    """Raise :class:`BadSelector` for a selector that no page could be read with."""
    if not css.strip():
        raise BadSelector(css)
    try:
        LexborHTMLParser("<p></p>").css(css)
    except (SelectolaxError, UnicodeEncodeError) as error:
        raise BadSelector(css) from error


def read_page_tree(data: bytes, address: str) -> PageTree:
    """The tree of a page that was fetched from ``address``.

    Raises :class:`Unreadable`: ``empty``, ``unknown-encoding``, ``too-large``, ``too-deep``.
    """
    decoded = decode_html(data)
    markup = _unwrapped(decoded.text)
    if markup.count("<") > _MOST_TAGS:
        raise Unreadable("too-large", f"网页的标签超过{_MOST_TAGS // 10_000}万个，不像栏目的列表页，请核对地址。")
    parser = parse_html(markup)
    elements = _elements(parser.root)
    based = parser.css_first("base[href]")
    base = web_address(based.attributes.get("href") if based is not None else None, address) or address
    return PageTree(parser, elements, {element.key: element for element in elements}, address, base, decoded.text, decoded.notes)


def words_inside(element: Element) -> Iterator[tuple[str, bool]]:
    """The texts inside an element in order, without blank ones; each with whether a line ends before it."""
    stack: list[Element | str | None] = [element]
    breaks = False
    while stack:
        at = stack.pop()
        if at is None:
            breaks = True
        elif isinstance(at, str):
            yield at, breaks
            breaks = False
        elif at.is_break:
            breaks = True
            stack.append(None)
            stack.extend(reversed(at.children))
        else:
            stack.extend(reversed(at.children))


def find_records(store: str) -> Iterator[str]:
    """What the records of a data store hold, each as it stands in its CDATA section."""
    done = 0
    for record in _RECORD.finditer(store):
        if record.start() < done:
            continue
        done = store.find("]]>", record.end())
        if done < 0:
            return
        yield store[record.end() : done]


def _unwrapped(markup: str) -> str:
    """The markup with the records of a data store as elements."""
    if _STORE.match(markup):
        return f"<body>{_records(markup)}</body>"
    parts: list[str] = []
    done = 0
    looked = 0
    for script in _STORED.finditer(markup) if "text/xml" in markup else ():
        if script.start() < looked:
            continue
        looked = markup.find("</script", script.end())
        if looked < 0:
            break
        if records := _records(markup[script.end() : looked]):
            parts += [markup[done : script.start()], records, "<script>"]
            done = looked
    return "".join((*parts, markup[done:]))


def _records(store: str) -> str:
    records = "".join(find_records(store))
    return f'<div class="{_RECORDS}">{records}</div>' if records else ""


def _elements(root: LexborNode | None) -> list[Element]:
    """Every element that can be seen, in document order."""
    found: list[Element] = []
    stack: list[tuple[LexborNode, Element | None] | Element] = [] if root is None else [(root, None)]
    places = depth = 0
    while stack:
        at = stack.pop()
        if isinstance(at, Element):
            at.end = places
            depth -= 1
            continue
        node, parent = at
        if node.is_text_node:
            words = node.text_content or ""
            if parent is not None and words.strip():
                parent.children.append(words)
            continue
        tag = node.tag or ""
        if not node.is_element_node or tag in _UNSEEN:
            continue
        element = Element(tag, node.attributes, node.mem_id, places, parent)
        depth += 1
        if depth > _DEEPEST:
            raise Unreadable("too-deep", f"网页的标签嵌套超过{_DEEPEST}层，不像栏目的列表页，请核对地址。")
        places += 1
        found.append(element)
        if parent is not None:
            parent.children.append(element)
        stack.append(element)
        stack.extend((child, element) for child in reversed(list(node.iter(include_text=True))))
    return found
