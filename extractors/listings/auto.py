"""The list of a page, found without being told where it stands.

Reads::

    a column's page of any bureau site        its list, with the selectors that find it again
    a front page with six columns             the one that looks most like a list of articles; the others beside it

Leaves alone::

    an article, a search form, an error page, a page of menus        unreadable: unsupported
    a page that a script would have to build first                   the same
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import accumulate, pairwise

from extractors.listings.entry import Entry, Listing, each_once
from extractors.listings.groups import Group, find_groups
from extractors.listings.judge import is_article_page, worth
from extractors.listings.line import Parts
from extractors.listings.lines import read_lines
from extractors.listings.page import Selectors, listing_of, select_lines
from extractors.listings.page_tree import Element, PageTree, read_page_tree
from extractors.listings.selector_for import find_selector
from extractors.listings.surroundings import name_of, pager_boxes
from schemas.errors import Unreadable

_MOST_OTHERS = 9
_SHORT_BLOCK = 3
_LONG_BLOCK = 6
_PAGED = 2


@dataclass(frozen=True, slots=True)
class Found:
    """A list that was found: the ``selectors`` with which :func:`read_page_list` reads the same entries, and its ``listing``.

    ``name`` is what stands above it on the page (通知公告), ``others`` are the page's other lists, the likeliest first.
    """

    selectors: Selectors
    listing: Listing
    name: str | None = None
    others: tuple[Found, ...] = ()


def find_list(data: bytes, address: str, today: date) -> Found:
    """The list of a page that was fetched from ``address``.

    Raises :class:`Unreadable`: ``unsupported`` where there is none, else as :func:`read_page_list`.
    """
    tree = read_page_tree(data, address)
    ranked = _ranked(tree, list(_judged(tree, today)))
    if not ranked or is_article_page(tree, ranked[0].group, ranked[0].entries):
        raise _no_list(is_article=bool(ranked))
    found: list[Found] = []
    taken: set[str] = set()
    for judged in ranked:
        addresses = {entry.address for entry in judged.entries}
        if addresses <= taken or len(found) > _MOST_OTHERS:
            continue
        one = _found(tree, judged, today)
        if one is not None:
            found.append(one)
            taken |= addresses
    if not found:
        raise _no_list(is_article=False)
    return replace(found[0], others=tuple(found[1:]))


@dataclass(frozen=True, slots=True)
class _Judged:
    group: Group
    entries: tuple[Entry, ...]
    worth: float


def _ranked(tree: PageTree, lists: Sequence[_Judged]) -> list[_Judged]:
    """Lists by their worth; the one that has the pager to itself is worth more."""
    boxes = pager_boxes(tree)
    nearest = [next((at for at, box in enumerate(boxes) if one.group.rows[0].inside(box)), len(boxes)) for one in lists]
    paged = min(nearest, default=0)
    is_sure = nearest.count(paged) == 1
    worths = [-one.worth * (_PAGED if is_sure and near == paged else 1) for one, near in zip(lists, nearest, strict=True)]
    order = sorted(range(len(lists)), key=lambda at: (worths[at], lists[at].group.rows[0].start))
    return [lists[at] for at in order]


def _judged(tree: PageTree, today: date) -> Iterator[_Judged]:
    """What is a list, with its worth; of one that is drawn in pieces the whole."""
    groups = find_groups(tree)
    whole = [
        judged for group in groups if group.blocks and _goes_on(tree, group, today) and (judged := _judge(tree, group, today)).worth > 0
    ]
    yield from whole
    for group in groups:
        is_piece = any(group.container.inside(one.group.container) and set(group.articles) <= set(one.group.articles) for one in whole)
        if not group.blocks and not is_piece and (judged := _judge(tree, group, today)).worth > 0:
            yield judged


def _judge(tree: PageTree, group: Group, today: date) -> _Judged:
    entries = each_once(read_lines(tree, group.rows, Parts(), today).entries)
    return _Judged(group, entries, worth(tree, group, entries))


def _found(tree: PageTree, judged: _Judged, today: date) -> Found | None:
    """A list with its selectors; None where no selector finds it alone."""

    def reads_alike(css: str) -> bool:
        return each_once(select_lines(tree, Selectors(css), today).entries) == judged.entries

    css = find_selector(tree, judged.group, reads_alike)
    if css is None:
        return None
    return Found(Selectors(css), listing_of(tree, select_lines(tree, Selectors(css), today)), name_of(judged.group))


def _goes_on(tree: PageTree, group: Group, today: date) -> bool:
    """Whether several containers are one list: its days go on from one to the next, or it is drawn in short pieces."""
    ends = list(accumulate(group.blocks))
    blocks = [_days(tree, group.rows[end - size : end], today) for end, size in zip(ends, group.blocks, strict=True)]
    if max(group.blocks) <= _SHORT_BLOCK:
        return True
    known = [block for block in blocks if block]
    if len(known) > 1:
        return sum(after[0] > before[-1] for before, after in pairwise(known)) * 10 <= len(known)
    return max(group.blocks) <= _LONG_BLOCK and len(set(group.blocks[:-1])) == 1 and group.blocks[-1] <= group.blocks[0]


def _days(tree: PageTree, rows: Sequence[Element], today: date) -> list[date]:
    return [entry.day for entry in read_lines(tree, rows, Parts(), today).entries if entry.day is not None]


def _no_list(*, is_article: bool) -> Unreadable:
    if is_article:
        return Unreadable("unsupported", "这是一篇文章，不是栏目的列表页，请换成列出文章的那一页的地址。")
    return Unreadable(
        "unsupported",
        "网页里没有找到文章列表（反复出现的标题和日期），请换成栏目的列表页，或在 feeds.toml 里写明选择器；由脚本生成的列表请填它读取的 JSON 地址。",
    )
