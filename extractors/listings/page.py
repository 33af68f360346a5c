"""A list on a web page, read by CSS selectors.

Reads::

    item = ".newsList li"                                    link, headline and day are found in each line
    item = "table.list tr", day = "td:nth-child(4)"          where a line has several days

Leaves alone::

    a page on which nothing matches, or no link does         unreadable: empty; the page may have changed
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from extractors.listings.entry import Listing, each_once
from extractors.listings.line import Parts
from extractors.listings.lines import ReadLines, read_lines
from extractors.listings.page_tree import Element, PageTree, check_selector, read_page_tree
from extractors.listings.paging import find_more
from schemas.errors import Unreadable


@dataclass(frozen=True, slots=True)
class Selectors:
    """Where a list stands: CSS, matched against the whole page.

    ``item`` are its lines. ``link``, ``title`` and ``day`` are looked for inside them; without them the line itself tells. With ``day``
    only what stands there is read, and neither the rest of the line nor the address. ``next`` is the link to the next page.
    """

    item: str
    link: str = "a"
    title: str | None = None
    day: str | None = None
    next: str | None = None

    def check(self) -> None:
        """Raise :class:`BadSelector` if one of them is no CSS."""
        for css in (self.item, self.link, self.title, self.day, self.next):
            if css is not None:
                check_selector(css)


def read_page_list(data: bytes, address: str, selectors: Selectors, today: date) -> Listing:
    """The list that the selectors find on a page that was fetched from ``address``.

    Days without a year are the latest that are not after tomorrow. Raises :class:`BadSelector`, and :class:`Unreadable`: ``empty`` where
    there is no entry, ``unknown-encoding``, ``too-large``, ``too-deep``.
    """
    tree = read_page_tree(data, address)
    listing = list_page(tree, selectors, today)
    if not listing.entries:
        lost = f"有{listing.without_address}行的链接打不开" if listing.without_address else "没有找到一行"
        raise Unreadable("empty", f"按选择器“{selectors.item}”在列表页上{lost}，页面可能已改版，请用 jiedui feeds try 重新查看。")
    return listing


def list_page(tree: PageTree, selectors: Selectors, today: date) -> Listing:
    """The list that the selectors find; it may have no entry."""
    return listing_of(tree, select_lines(tree, selectors, today), selectors.next)


def select_lines(tree: PageTree, selectors: Selectors, today: date) -> ReadLines:
    """The lines that the selectors find."""
    rows = tree.select(selectors.item)
    parts = Parts(
        links=None if selectors.link == "a" else _keys(tree, selectors.link),
        titles=_keys(tree, selectors.title),
        days=_keys(tree, selectors.day),
    )
    return read_lines(tree, rows, parts, today)


def listing_of(tree: PageTree, lines: ReadLines, following: str | None = None) -> Listing:
    """The lines of a page as a listing, with the pages on which it goes on; ``following`` selects the link to the next one."""
    return Listing(each_once(lines.entries), find_more(tree, following), lines.without_address, tree.notes)


def _keys(tree: PageTree, css: str | None) -> frozenset[int] | None:
    return None if css is None else keys_of(tree.select(css))


def keys_of(elements: Sequence[Element]) -> frozenset[int]:
    """By what a line knows its elements again."""
    return frozenset(element.key for element in elements)
