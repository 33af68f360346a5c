"""The addresses that an article's page names: its own, and that of the page it was taken from.

Reads::

    原文链接：http://…/t20230712_80898250.html      the original's, in words
    <a href="http://…">阅读原文</a>                 the original's, behind words
    来源：<a href="http://…/12.htm">青石日报</a>    the same, behind the outlet's name
    本文网址：http://…                              the page's own

Leaves alone::

    来源：<a href="http://www.qsrb.example/">…</a>  the front page of an outlet
    阅读原文, without a link                        no address
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from extractors.readers.source_text import Link
from extractors.text.addresses import is_page, web_address
from extractors.text.labelled_page import LabelledPage
from extractors.text.page_labels import LabelKind
from extractors.text.passage import Stretch

# the normal form writes the colon in full width
_ADDRESS = re.compile(r"https?：//[A-Za-z0-9._\-/%&=？#：+]{4,1000}", re.IGNORECASE)
_ORIGINAL = re.compile(r"[〔（>\s]{0,3}(?:点击)?(?:(?:阅读|查看|浏览)(?:全文及)?原文|原文(?:链接|地址|网址|出处)?)[〕）>\s]{0,3}")


def find_address(page: LabelledPage, *kinds: LabelKind) -> tuple[Stretch, str] | None:
    """The first address in words behind a label of one of the ``kinds``."""
    for label in (*page.head, *page.tail, *page.rest):
        match = _ADDRESS.search(page.text, label.start, label.end) if label.kind in kinds else None
        address = web_address(page.passage.written(*match.span()).rstrip(".,")) if match else None
        if match and address:
            return Stretch(*match.span()), address
    return None


def find_original_link(page: LabelledPage) -> tuple[Stretch, str] | None:
    """The first link to the original: on words that say so, behind a label that does, or on the outlet's name if it leads to a page."""
    labels = [label for label in (*page.head, *page.tail, *page.rest) if label.kind in ("original", "outlet")]
    for place, link in _links(page):
        label = next((label for label in labels if label.start <= place.start and place.end <= label.end), None)
        says_so = _ORIGINAL.fullmatch(page.words(place)) or (label is not None and label.kind == "original")
        if says_so or (label is not None and is_page(link.address)):
            return place, link.address
    return None


def _links(page: LabelledPage) -> Iterator[tuple[Stretch, Link]]:
    """The links of the page's part, at their places in the normal text."""
    normal = page.passage.normal
    links = normal.source.links
    low, high = (bisect_left(links, edge, key=lambda link: link.start) for edge in normal.place(page.around.start, page.around.end))
    for link in links[low:high]:
        place = Stretch(normal.normal_offset(link.start), normal.normal_offset(link.end))
        if place.start < place.end:
            yield place, link
