"""The lines of a list on a page, each read into an entry.

Reads::

    <li><a href="t1.html" title="鹿港区召开座谈会">鹿港区召开…</a><span>03-01</span></li>
    <tr><td>通知</td><td><a href="…">…</a></td><td>2022-03-01</td></tr>
    <a href="art"><img></a> <h3><a href="art">…</a></h3> <a href="art">[详细]</a>                  three links to one article
    <a href="../tzgg/">[通知公告]</a><a href="art">…</a>                                           the link that no other line has

Leaves alone::

    更多>>, 下一页, 1 2 3                                                                       no articles
    <a href="javascript:show(3)">…</a>                                                          counted, not guessed
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from extractors.listings.beside import find_beside
from extractors.listings.entry import Entry
from extractors.listings.headlines import headline, is_headline, is_weak, plain
from extractors.listings.line import Line, Parts, walk_line
from extractors.listings.line_days import cut_day, day_of_address, find_line_day
from extractors.listings.links import same_page
from extractors.listings.page_tree import Element, PageTree


@dataclass(frozen=True, slots=True)
class ReadLines:
    """The entries of the lines that have one, in order and with repetitions, and how many lines have a link that leads nowhere."""

    entries: tuple[Entry, ...]
    without_address: int


def read_lines(tree: PageTree, rows: Sequence[Element], parts: Parts, today: date) -> ReadLines:
    """The entries of rows; a row that holds another one is none."""
    lines = [walk_line(tree, row, parts) for row in _innermost(rows)]
    counts = Counter(address for line in lines for address in {link.address for link in line.links if link.address})
    days = [find_line_day(line.pieces, today, linked=line.linked) for line in lines]
    beside = find_beside([line.row for line, found in zip(lines, days, strict=True) if found.day is None], len(lines), today)
    entries: list[Entry] = []
    lost = 0
    for line, found in zip(lines, days, strict=True):
        used = found.used if parts.days is None else frozenset[int]()
        address, title = _article(line, counts, used, has_titles=parts.titles is not None)
        if address is None:
            lost += any(is_headline(link.words) for link in line.links)
        elif not same_page(address, tree.address) and (not title or is_headline(title)):
            day = _day(line, address, beside.get(line.row.key, ()), today, is_told=parts.days is not None)
            entries.append(_entry(address, title, day, today, is_told=parts.days is not None))
    return ReadLines(tuple(entries), lost)


def _innermost(rows: Sequence[Element]) -> Iterator[Element]:
    ordered = sorted(rows, key=lambda row: row.start)
    for at, row in enumerate(ordered):
        if at + 1 == len(ordered) or ordered[at + 1].start >= row.end:
            yield row


def _article(line: Line, counts: Mapping[str, int], used: frozenset[int], *, has_titles: bool) -> tuple[str | None, str]:
    """The address and the title of the article that a line is about; a title is "" where the line has none."""
    found: dict[str, str] = {}
    for link in line.links:
        if link.address is not None:
            title = headline(_shown(line, link.first, link.last, used), link.told)
            if link.address not in found or (is_weak(found[link.address]) and len(title) > len(found[link.address])):
                found[link.address] = title
    if not found:
        return None, ""
    order = list(found)
    address = min(order, key=lambda one: (counts[one] > 1, not found[one], is_weak(found[one]), _rank(found[one], order.index(one))))
    if has_titles:
        told = (headline(_shown(line, part.first, part.last, used), part.told) for part in line.titles)
        return address, next(filter(None, told), "")
    return address, found[address] or _around(line, used)


def _rank(title: str, place: int) -> int:
    """Of headlines the first one, of short words the longest."""
    return -len(title) if is_weak(title) else place


def _around(line: Line, used: frozenset[int]) -> str:
    """The headline of a line whose link is a picture or a button: what stands around it, else what the button says."""
    words = headline([words for words in _shown(line, 0, len(line.pieces), used) if not is_weak(words)], "")
    return words or next((link.words for link in line.links if link.address and link.words), "")


def _shown(line: Line, first: int, last: int, used: frozenset[int]) -> list[str]:
    """The visible lines between two places, without what is the day."""
    lines: list[list[str]] = []
    for at in range(first, last):
        if line.breaks[at] or not lines:
            lines.append([])
        lines[-1].append(" " if at in used else line.pieces[at])
    return [words for pieces in lines if (words := plain("".join(pieces)))]


def _day(line: Line, address: str, beside: Sequence[str], today: date, *, is_told: bool) -> date | None:
    """The day of a line: where it was told to stand (``is_told``), else wherever it stands in the line or ``beside`` it."""
    if is_told:
        pieces = [line.pieces[at] for part in line.days for at in range(part.first, part.last)]
        return find_line_day(pieces, today, address).day
    day = find_line_day(line.pieces, today, address, line.linked).day
    return day or (find_line_day(beside, today, address).day if beside else None)


def _entry(address: str, title: str, day: date | None, today: date, *, is_told: bool) -> Entry:
    """An entry; without a day in the line, that in its headline or its address, unless it was told where days stand."""
    bare, at_edge = cut_day(title, today, address)
    if is_told:
        return Entry(address, bare or None, day)
    return Entry(address, bare or None, day or at_edge or day_of_address(address))
