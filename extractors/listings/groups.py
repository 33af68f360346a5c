"""Elements that repeat and hold one article's link each: what may be the rows of a list.

Reads::

    <ul><li><a>…</a></li><li>…                       the <li> of a <ul>
    <ul><li>…×5</ul><ul><li>…×5</ul>                 those of both, where nothing stands between and the days go on
    <tr><td><a>…</a><td>…<td><a>…</a><td>…           the cells, where a row of the table holds several articles

Leaves alone::

    <div>heading and list</div><div>heading and list</div>      each of the lists, and not the two boxes
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from extractors.listings.headlines import is_headline, is_weak, plain
from extractors.listings.line_days import is_no_word
from extractors.listings.links import is_link, same_page
from extractors.listings.page_tree import Element, PageTree, words_inside

_HIGHEST = 7
"""So far above its link may a row reach."""
_MOST_GROUPS = 60
_MOST_WORDS = 30
_FEW = 0.2
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link of the page that may be an article's."""

    element: Element
    address: str
    words: str


@dataclass(slots=True)
class Group:
    """The rows of what may be a list, and the element that holds them all."""

    container: Element
    rows: list[Element]
    own: list[tuple[str, ...]]
    """The addresses that stand in each row and in no other."""
    blocks: list[int] = field(default_factory=list)
    """How many rows each of several containers gave, where the group was put together."""

    @property
    def articles(self) -> tuple[str, ...]:
        """What the rows lead to."""
        return tuple(address for own in self.own for address in own)


def find_groups(tree: PageTree) -> list[Group]:
    """The likeliest groups of rows of a page: of those with the same articles the one with the largest rows."""
    links = list(find_links(tree))
    single = [group for rows in _by_parent(links).values() if (group := _group(rows, links)) is not None]
    found: defaultdict[tuple[str, ...], list[Group]] = defaultdict(list)
    for group in sorted((*single, *_joined(single)), key=lambda group: (group.rows[0].start, -group.rows[0].end)):
        alike = found[group.articles]
        if len(group.rows) > 1 and not (alike and group.rows[0].inside(alike[-1].rows[0])):
            alike.append(group)
    words = {link.address: len(link.words) for link in links}
    ordered = sorted(
        (group for alike in found.values() for group in alike), key=lambda group: -sum(min(words[one], 30) for one in group.articles)
    )
    return ordered[:_MOST_GROUPS]


def find_links(tree: PageTree) -> Iterator[PageLink]:
    """The links to other pages, without buttons."""
    for element in tree.elements:
        if is_link(element.tag, element.attributes):
            words = plain(element.attributes.get("title")) or plain(
                "".join(text for text, _ in islice(words_inside(element), _MOST_WORDS))[:_LONGEST]
            )
            address = tree.address_of(element) if is_headline(words) or not words else None
            if address is not None and not same_page(address, tree.address):
                yield PageLink(element, address, words)


@dataclass(slots=True)
class _Rows:
    parent: Element
    links: dict[int, list[int]] = field(default_factory=dict)
    """The links in each row, by the row's key."""
    elements: list[Element] = field(default_factory=list)


def _by_parent(links: Sequence[PageLink]) -> dict[tuple[int, str], _Rows]:
    """For every element the children of a tag that hold links."""
    found: dict[tuple[int, str], _Rows] = {}
    for at, link in enumerate(links):
        row = link.element
        for parent in islice(link.element.ancestors(), _HIGHEST):
            rows = found.setdefault((parent.key, row.tag), _Rows(parent))
            if row.key not in rows.links:
                rows.links[row.key] = []
                rows.elements.append(row)
            rows.links[row.key].append(at)
            row = parent
    return found


def _group(rows: _Rows, links: Sequence[PageLink]) -> Group | None:
    """The rows as a group, if nearly each of them holds one article's link and no more."""
    counts = Counter(address for inside in rows.links.values() for address in {links[at].address for at in inside})
    kept: list[Element] = []
    addresses: list[tuple[str, ...]] = []
    several = 0
    for row in rows.elements:
        own = {links[at].address: links[at] for at in rows.links[row.key] if counts[links[at].address] == 1}
        strong = [link for link in own.values() if not is_weak(link.words)]
        several += len(strong) > 1
        if own:
            kept.append(row)
            addresses.append(tuple(own))
    if not kept or several > _FEW * len(kept):
        return None
    return Group(rows.parent, kept, addresses)


def _joined(groups: Sequence[Group]) -> Iterator[Group]:
    """Groups of neighbouring containers that hold rows and nothing else, as one."""
    sides: defaultdict[tuple[int, str, str], list[Group]] = defaultdict(list)
    for group in groups:
        if group.container.parent is not None and _holds_nothing_else(group):
            sides[group.container.parent.key, group.container.tag, group.rows[0].tag].append(group)
    for beside in sides.values():
        around = beside[0].container.parent
        if len(beside) > 1 and around is not None and not _words_between(around, [group.container for group in beside]):
            own = [addresses for group in beside for addresses in group.own]
            counts = Counter(address for addresses in own for address in addresses)
            repeated = sum(all(counts[address] > 1 for address in addresses) for addresses in own)
            if repeated <= _FEW * len(own):
                yield Group(around, [row for group in beside for row in group.rows], own, [len(group.rows) for group in beside])


def _holds_nothing_else(group: Group) -> bool:
    keys = {row.key for row in group.rows}
    return not any(_has_words(child) for child in group.container.children if isinstance(child, str) or child.key not in keys)


def _words_between(around: Element, containers: Sequence[Element]) -> bool:
    """Whether words stand between the first and the last of some children."""
    first, last = containers[0].start, containers[-1].start
    keys = {container.key for container in containers}
    inside = [child for child in around.children if isinstance(child, Element) and first < child.start < last and child.key not in keys]
    return any(_has_words(child) for child in inside)


def _has_words(child: Element | str) -> bool:
    words = [child] if isinstance(child, str) else [text for text, _ in islice(words_inside(child), _MOST_WORDS)]
    return not all(is_no_word(text) for text in words)
