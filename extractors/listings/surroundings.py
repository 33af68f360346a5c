"""What stands around a list: whether it is a menu, a sidebar or a footer, and what it is called.

Reads::

    <div class="leftMenu">, <nav>, id="yqlj", <div class="footer">           the site's own furniture: hardly ever a list of articles
    <div class="sidebar">, class="hot_list", <aside>, 热点排行               beside the list: if nothing better is there
    <div class="hd"><h3>通知公告</h3><a>更多</a></div><ul>…                   the name 通知公告

Leaves alone::

    <div class="page-nav-wrapper"> around the whole page                     says nothing
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from extractors.listings.groups import Group
from extractors.listings.headlines import is_headline, plain
from extractors.listings.line_days import is_no_word
from extractors.listings.page_tree import Element, PageTree, words_inside

_FURNITURE = frozenset(
    (
        "nav navi navbar navigation menu menus submenu foot footer crumb crumbs breadcrumb breadcrumbs location position weizhi dqwz pager"
        " paging pagination fenye copyright friend friends friendlink friendlinks yqlj flink flinks login search share tags"
    ).split()
)
_BESIDE = frozenset(
    (
        "side sidebar aside hot hots hotlist rank ranking ranklist phb paihang tuijian recommend related relate xgxw xglj xgyd slide slider"
        " swiper focus carousel flash lunbo banner scroll marquee rmtj rdtj zxtj header head top"
    ).split()
)
_COMPOUND = re.compile("(?:nav|menu|footer|breadcrumbs?)$")
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[\u4e00-\u9fff]+")
_FURNITURE_NAME = re.compile(
    "友情链接|相关链接|(?:网站|站内|快速|栏目|服务|本站)?导航|快速通道|快捷入口|常用(?:服务|链接|下载)|当前位置|热门搜索|搜索热词|联系我们"
)
_BESIDE_NAME = re.compile("热点|热门|热榜|排行|推荐|相关|点击|猜你|最新(?:更新|文章|发布)|图片新闻")
_PAGERS = frozenset({"pager", "pages", "paging", "pagination", "fenye"})
_FURTHER = re.compile(r"^\s*(?:下一?页|尾页|末页)")
_CALLED = 2.0
_MOST_PAGERS = 10
_FURNITURE_WORTH, _BESIDE_WORTH, _NAME_WORTH = 0.05, 0.2, 0.4
_WHOLE = 0.7
"""An element that holds more of the page than this share is the page."""
_MOST_WORDS = 8
_MOST_NAMES = 2
_LONGEST_NAME = 20
_LONGEST_CLASS = 200
_HIGHEST_NAME = 3
_HIGHEST = 30


def stands_in_furniture(tree: PageTree, element: Element) -> bool:
    """Whether an element stands in a menu, a footer or the like."""
    return any(_kind(around) == _FURNITURE_WORTH for around in _outward(tree, element))


def standing(tree: PageTree, group: Group) -> float:
    """What the surroundings leave of a list's worth: 1 where they say nothing against it."""
    worth = min((_kind(element) for element in _around(tree, group)), default=1.0)
    name = name_of(group)
    if name is not None and _FURNITURE_NAME.search(name):
        return min(worth, _FURNITURE_WORTH)
    return worth * (_NAME_WORTH if name is not None and _BESIDE_NAME.search(name) else 1.0)


def calling(tree: PageTree, group: Group) -> float:
    """More than 1 where the page calls itself by a list's name, less where it has another one: a column that is shown beside this one."""
    name, title = name_of(group), tree.parser.css_first("title")
    called = (title.text() if title is not None else "").strip()
    if name is None or not called:
        return 1.0
    return _CALLED if name in called else 1 / _CALLED


def pager_boxes(tree: PageTree) -> list[Element]:
    """What stands around the first links to further pages, from the inside out: the list that goes on there is nearest to them."""
    pagers = islice((element for element in tree.elements if _is_pager(element)), _MOST_PAGERS)
    boxes = {around.key: around for pager in pagers for around in islice(pager.ancestors(), _HIGHEST)}
    return sorted(boxes.values(), key=lambda box: box.end - box.start)


def _is_pager(element: Element) -> bool:
    if element.tag != "a" and not element.attributes.get("class"):
        return False
    names = {word.lower() for word in _WORD.findall((element.attributes.get("class") or "")[:_LONGEST_CLASS])}
    return bool(names & _PAGERS) or (element.tag == "a" and any(isinstance(one, str) and _FURTHER.search(one) for one in element.children))


def name_of(group: Group) -> str | None:
    """What stands above a list as its name: the few words before it."""
    first = group.rows[0]
    inside: Element = first
    for around in islice(first.ancestors(), _HIGHEST_NAME + 1):
        name = _name_before(around, inside)
        if name is not None:
            return name or None
        inside = around
    return None


def _name_before(around: Element, inside: Element) -> str | None:
    """The first words of what stands before a child, nearest first; "" where that is no name but a text, None where nothing does."""
    before = around.children[: around.children.index(inside)]
    for child in reversed(before[-_MOST_WORDS:]):
        if isinstance(child, Element) and (_kind(child) == _FURNITURE_WORTH or child.tag in ("thead", "tr", "td")):
            continue
        words = [child] if isinstance(child, str) else [text for text, _ in islice(words_inside(child), _MOST_WORDS)]
        told = [text for text in map(plain, words) if is_headline(text) and not is_no_word(text)]
        if told:
            return told[0] if len(told) <= _MOST_NAMES and len(told[0]) <= _LONGEST_NAME else ""
    return None


def _around(tree: PageTree, group: Group) -> Iterator[Element]:
    """The elements around the rows, without those that hold nearly all of the page."""
    yield from _outward(tree, group.container)


def _outward(tree: PageTree, start: Element) -> Iterator[Element]:
    """An element and those around it, as far as they are parts of the page."""
    for element in (start, *islice(start.ancestors(), _HIGHEST)):
        if element.end - element.start > _WHOLE * len(tree.elements) or element.tag in ("body", "html"):
            return
        yield element


def _kind(element: Element) -> float:
    if element.tag in ("nav", "footer"):
        return _FURNITURE_WORTH
    worth = _BESIDE_WORTH if element.tag in ("aside", "header") else 1.0
    names = " ".join((element.attributes.get(name) or "")[:_LONGEST_CLASS] for name in ("class", "id"))
    words = {word.lower() for word in _WORD.findall(names)}
    if words & _FURNITURE or any(_COMPOUND.search(word) for word in words):
        return _FURNITURE_WORTH
    return min(worth, _BESIDE_WORTH) if words & _BESIDE else worth
