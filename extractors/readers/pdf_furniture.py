"""Page numbers and running heads: lines of a page that belong to no document.

Reads::

    - 3 -   第3页 共8页   3/8              alone at the foot or the head of a page
    ××市教育局文件 at one height on page after page   a running head

Leaves alone::

    3                                     inside the page's text
    结对帮扶协议书 at the top of five pages   a title in the size of the text: five agreements
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from statistics import median

from extractors.readers.pdf_pages import Flow, Leaf, flows
from extractors.readers.source_text import Role

_NUMBER = re.compile(
    r"[-\u2010-\u2015·~\s]{0,6}(?:\d{1,4}|[ivxlIVXL]{1,6})[-\u2010-\u2015·~\s]{0,6}"
    r"|第\s?[\d一二三四五六七八九十百]{1,4}\s?页(?:[\s,/，(（]{0,3}共\s?[\d一二三四五六七八九十百]{1,4}\s?页[)）]?)?"
    r"|\d{1,4}\s?/\s?\d{1,4}|[Pp]age\s\d{1,4}(?:\sof\s\d{1,4})?"
)
_NEAR = 0.085
"""Share of the page's height in which a repeated line is a head or foot whatever its size.

Farther in it must be set smaller than the text.
"""
_FAR = 0.14
_FAR_AT_LEAST = 64.0
"""Points from the edge that are margin on a small page too."""
_HEIGHT_SLACK = 4.0


def find_furniture(leaves: Sequence[Leaf]) -> Mapping[tuple[int, int], Role]:
    """The role of every block that is furniture, by the page's place in ``leaves`` and the block's place on it."""
    found: dict[tuple[int, int], Role] = {}
    heads: dict[tuple[str, str], list[tuple[float, tuple[int, int]]]] = defaultdict(list)
    size = _text_size(leaves)
    for page, leaf in enumerate(leaves):
        for zone, at, flow in _edges(leaf, size):
            words = unicodedata.normalize("NFKC", flow.line.text).strip()
            if _NUMBER.fullmatch(words):
                found[page, at] = "page-number"
            elif words:
                heads[zone, re.sub(r"\d+", "0", words)].append((_height(zone, flow, leaf), (page, at)))
    for (zone, _), places in heads.items():
        middle = median(height for height, _ in places)
        level = [place for height, place in places if abs(height - middle) <= _HEIGHT_SLACK]
        if len({page for page, _ in level}) > 1:
            found.update(dict.fromkeys(level, "header" if zone == "head" else "footer"))
    return found


def _text_size(leaves: Sequence[Leaf]) -> float:
    return median([flow.line.em for leaf in leaves for _, flow in flows(leaf)] or [0.0])


def _height(zone: str, flow: Flow, leaf: Leaf) -> float:
    return flow.line.baseline if zone == "head" else leaf.read_height - flow.line.baseline


def _edges(leaf: Leaf, size: float) -> Iterator[tuple[str, int, Flow]]:
    """The lines at the page's head and foot, from the edge inwards, until one stands too far in."""
    for zone, order in (("head", leaf.blocks), ("foot", leaf.blocks[::-1])):
        for step, block in enumerate(order[:3]):
            if not isinstance(block, Flow):
                break
            line = block.line
            inwards = line.bottom if zone == "head" else leaf.read_height - line.top
            if inwards > max(_FAR * leaf.read_height, _FAR_AT_LEAST) or (
                inwards > _NEAR * leaf.read_height and not _is_apart(line.text, line.em, size)
            ):
                break
            yield zone, step if zone == "head" else len(leaf.blocks) - 1 - step, block


def _is_apart(text: str, em: float, size: float) -> bool:
    """Whether a line farther in may still be a head: it is set smaller than the text, or is a bare page number."""
    return em < 0.9 * size or _NUMBER.fullmatch(unicodedata.normalize("NFKC", text).strip()) is not None
