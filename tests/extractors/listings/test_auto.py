"""Lists that are found by themselves, over every layout and over pages without a list."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.listings.auto import find_list
from extractors.listings.page import Selectors, read_page_list
from schemas.errors import Unreadable
from tests.extractors.listings import bureau_articles as made
from tests.extractors.listings.bureau_articles import HOST, TODAY, make_articles
from tests.extractors.listings.bureau_front import make_front
from tests.extractors.listings.bureau_misses import MISSES
from tests.extractors.listings.bureau_pages import LAYOUTS, Page, cut_titles, make_page

SEEDS = range(8)
FLOOR = 0.98
_ARTICLES = make_articles(random.Random(7), 9, made.trs)  # noqa: S311 - the same each time
_LIST = cut_titles(_ARTICLES, random.Random(7))  # noqa: S311 - the same each time


def found_entries(page: Page) -> set[tuple[str, str | None, object]]:
    try:
        found = find_list(page.data, page.address, TODAY)
    except Unreadable:
        return set()
    return {(one.address, one.title, one.day) for one in found.listing.entries}


@pytest.mark.parametrize("name", LAYOUTS)
def test_the_list_of_a_page_is_found(name: str) -> None:
    """Address, title and day of nearly every entry, and nearly nothing else."""
    found = wanted = both = 0
    for seed in SEEDS:
        page = make_page(LAYOUTS[name], seed)
        entries = found_entries(page)
        found, wanted, both = found + len(entries), wanted + len(page.entries), both + len(entries & set(page.entries))
    assert both >= FLOOR * found
    assert both >= FLOOR * wanted


@pytest.mark.parametrize("name", LAYOUTS)
def test_its_selectors_find_the_same_entries_again(name: str) -> None:
    page = make_page(LAYOUTS[name], 1)
    found = find_list(page.data, page.address, TODAY)
    assert read_page_list(page.data, page.address, found.selectors, TODAY) == found.listing


@pytest.mark.parametrize("name", LAYOUTS)
def test_its_selectors_find_the_entries_of_another_day(name: str) -> None:
    selectors = find_list(*_page(name, 2), TODAY).selectors
    for seed in (2, 3, 4):
        articles = make_articles(random.Random(seed), 12, LAYOUTS[name].written)  # noqa: S311 - drawn, no secrets
        page = make_page(LAYOUTS[name], 2, articles)
        listing = read_page_list(page.data, page.address, selectors, TODAY)
        assert [one.address for one in listing.entries] == [one.address for one in articles]


def _page(name: str, seed: int) -> tuple[bytes, str]:
    page = make_page(LAYOUTS[name], seed)
    return page.data, page.address


def test_tags_that_css_cannot_name() -> None:
    body = f"<div class=\"wrap\"><divlass='a'><divlass='a'>{_LIST.replace('class', 'data-c')}</div></div>"
    page = f'<html><head><meta charset="utf-8"></head><body>{body}</body></html>'.encode()
    found = find_list(page, f"{HOST}/gzdt/", TODAY)
    assert read_page_list(page, f"{HOST}/gzdt/", found.selectors, TODAY) == found.listing


def test_the_further_pages_are_told() -> None:
    for seed in SEEDS:
        page = make_page(LAYOUTS["cut titles"], seed)
        assert find_list(page.data, page.address, TODAY).listing.more == tuple(f"{HOST}/gzdt/index_{at}.html" for at in (1, 2, 3))


@pytest.mark.parametrize("seed", SEEDS)
def test_every_column_of_a_front_page_is_told(seed: int) -> None:
    front = make_front(seed)
    best = find_list(front.data, front.address, TODAY)
    told = {one.name: [(entry.address, entry.title, entry.day) for entry in one.listing.entries] for one in (best, *best.others)}
    assert best.name in front.columns
    assert {name: told.get(name) for name in front.columns} == {
        name: [(one.address, one.title, one.day) for one in articles] for name, articles in front.columns.items()
    }
    for one in (best, *best.others):
        assert read_page_list(front.data, front.address, one.selectors, TODAY).entries == one.listing.entries


@pytest.mark.parametrize("name", MISSES)
def test_pages_without_a_list(name: str) -> None:
    for seed in SEEDS:
        data = MISSES[name](random.Random(seed))  # noqa: S311 - pages are drawn, no secrets
        with pytest.raises(Unreadable) as caught:
            find_list(data, f"{HOST}/gzdt/202405/t20240506_1.html", TODAY)
        assert caught.value.reason == "unsupported"


def test_an_article_is_told_from_a_page_without_anything() -> None:
    names = "an article with related ones", "an error"
    article, error = (MISSES[name](random.Random(1)) for name in names)  # noqa: S311 - the same each time
    with pytest.raises(Unreadable, match="这是一篇文章"):
        find_list(article, f"{HOST}/1.html", TODAY)
    with pytest.raises(Unreadable, match="没有找到文章列表"):
        find_list(error, f"{HOST}/1.html", TODAY)


_TAG = st.sampled_from("div p span b table td section font em".split())
_WORDS = st.text("鹿港区教育局 <>&\"'/0123456789首页更多", max_size=12).map(lambda words: words.replace("<", "&lt;"))
_CLASS = st.sampled_from(["", "main", "content", "wrap", "con_box", "a1", "row clearfix", "page-body"])


@st.composite
def _surroundings(draw: st.DrawFn) -> tuple[str, str]:
    """Markup that may stand before a list and behind it: boxes around it, words, short menus, tags that nobody closed."""
    before, behind = "", ""
    for _ in range(draw(st.integers(0, 4))):
        tag, words = draw(_TAG.filter(lambda tag: tag not in ("p", "span", "b", "font", "em", "td", "table"))), draw(_WORDS)
        before += f'<{tag} class="{draw(_CLASS)}">{words}'
        behind = f"{draw(_WORDS)}</{tag}>{behind}"
    menu = "".join(
        f"<li><a href='/{at}/'>{name}</a></li>"
        for at, name in enumerate(draw(st.lists(st.sampled_from(["首页", "新闻", "公告", "督导"]), max_size=5)))
    )
    open_tags = "".join(f"<{tag}>" for tag in draw(st.lists(st.sampled_from(["br", "hr", "img", "input"]), max_size=4)))
    return (
        f"<ul>{menu}</ul>{open_tags}{before}",
        f"{behind}<ul>{menu}</ul>{draw(st.sampled_from(['', '</div></div>', '<div>', '<p>', '<table><tr>']))}",
    )


@settings(deadline=None)
@given(_surroundings())
def test_whatever_stands_around_it_the_list_is_the_same(around: tuple[str, str]) -> None:
    page = f'<html><head><meta charset="utf-8"></head><body>{around[0]}{_LIST}{around[1]}</body></html>'.encode()
    found = find_list(page, f"{HOST}/gzdt/", TODAY)
    assert [(one.address, one.title, one.day) for one in found.listing.entries] == [(one.address, one.title, one.day) for one in _ARTICLES]
    assert read_page_list(page, f"{HOST}/gzdt/", Selectors(found.selectors.item), TODAY) == found.listing


@settings(deadline=None)
@given(
    st.binary(max_size=300)
    | st.text(max_size=200).map(str.encode)
    | st.lists(
        st.sampled_from(
            [
                "<li>",
                "<a href=1.html>",
                "</a>",
                "2024-05-06",
                "<ul>",
                "</ul>",
                "鹿港区召开座谈会",
                "<td>",
                "<script>",
                "<!--",
                "<table>",
                "\x00",
            ]
        )
    ).map(lambda parts: "".join(parts).encode())
)
def test_whatever_is_there_nothing_else_is_raised(data: bytes) -> None:
    try:
        found = find_list(data, f"{HOST}/", TODAY)
    except Unreadable:
        return
    assert found.listing.entries
