"""How much what repeats on a page looks like a list of articles.

Reads::

    15 lines, headlines of 20 characters, each with a day            the more lines, words and days the better
    …/202307/t20230712_1.html on /gzdt/, art_123_4.html on col123    articles of this column

Leaves alone::

    首页 | 机构 | 新闻, 鹿港区人民政府 康朗县教育局                   short names, addresses of columns and of other sites: menus
    an article with links below it                                  its related articles are not the site's list
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from statistics import median
from urllib.parse import unquote, urlsplit

from extractors.listings.entry import Entry
from extractors.listings.groups import Group
from extractors.listings.links import site
from extractors.listings.page_tree import PageTree
from extractors.listings.surroundings import calling, standing
from extractors.readers.html_metadata import read_metadata

_FRONT = re.compile(r"/(?:(?:index|default|main|home)(?:[_-]?[0-9]{1,3})?\.\w{2,6})?$", re.IGNORECASE)
_COLUMN = re.compile(
    r"/(?:list|lists|more|channel|column|category|tag|tags|search|login|col|node)(?:[_-]?[0-9]{1,9})?(?:\.\w{2,6})?$", re.IGNORECASE
)
_COLUMN_QUERY = re.compile(
    r"(?:^|&)(?:lm|lmid|classid|catid|cid|columnid|channelid|typeid|treeid|wbtreeid|nodeid|q|kw|keyword|searchword)=[^&]*$", re.IGNORECASE
)
_ARTICLE_FILE = re.compile(r"[0-9]|\.(?:pdf|docx?|wps)$", re.IGNORECASE)
_ARTICLE_QUERY = re.compile(r"(?:^|&)\w{0,20}(?:id|no|key|guid|sn|bh)=[\w-]{1,64}", re.IGNORECASE)
_NUMBER = re.compile(r"[0-9]{2,}")
_INFO = re.compile(r"(?:发布|发表|更新)(?:时间|日期)\s?[:：]|来源\s?[:：]|责任编辑\s?[:：]")
_TOOLS = re.compile(r"字\s?[体号]|编辑\s?[:：]|(?:浏览|点击|阅读)(?:次数|量|数)\s?[:：]|打印")
_SENTENCE = re.compile("[，。；]")
_SHORTEST_PROSE = 30
_ARTICLE_PROSE = 120
_ENOUGH = 26
"""Headlines of more characters are not better ones."""
_LEAST_LINES, _LEAST_DATED = 3, 2
_SHORTEST, _SHORTEST_DATED = 9, 6
_MANY = 40
_OWN = 1.6
_LEAST_STANDING = 0.15
"""Without days, links in a menu are no list, nor are a few beside the page that are called related."""


def worth(tree: PageTree, group: Group, entries: Sequence[Entry]) -> float:
    """How much rows are worth as the list of a page; 0 for what is no list of articles."""
    titles = [entry.title for entry in entries if entry.title]
    if not titles or len(set(titles)) * 5 < len(entries) * 4:
        return 0.0
    dated = sum(entry.day is not None for entry in entries) / len(entries)
    paged = sum(is_article(entry.address) for entry in entries) / len(entries)
    length = median(map(_width, titles))
    if dated >= 0.5:
        if len(entries) < _LEAST_DATED or length < _SHORTEST_DATED:
            return 0.0
    elif len(entries) < _LEAST_LINES or length < _SHORTEST or paged < 0.6 or standing(tree, group) < _LEAST_STANDING:
        return 0.0
    home = sum(site(entry.address) == site(tree.address) for entry in entries) / len(entries)
    size = math.pow(min(len(entries), _MANY), 0.6) * min(length, _ENOUGH)
    around = standing(tree, group) * calling(tree, group) * (_OWN if _is_own(tree.address, entries) else 1.0)
    return size * (0.4 + dated) * (0.4 + paged) * (0.5 + home / 2) * around


def is_article(address: str) -> bool:
    """Whether an address may be an article's, and is no column's or search's."""
    parts = urlsplit(address)
    path = unquote(parts.path)
    if _COLUMN.search(path) or _COLUMN_QUERY.search(parts.query):
        return False
    if _ARTICLE_QUERY.search(parts.query):
        return True
    return _FRONT.search(path) is None and _ARTICLE_FILE.search(path) is not None


def is_article_page(tree: PageTree, group: Group, entries: Sequence[Entry]) -> bool:
    """Whether a page is an article: it says so, or holds running text and a line of information outside of the ``entries`` of a group."""
    told = read_metadata(tree.parser, "")
    if told.get("ArticleTitle") and told.get("PubDate"):
        return True
    texts = [words for words, linked in _outside(tree, group) if not linked]
    prose = sum(len(words) for words in texts if len(words) >= _SHORTEST_PROSE and _SENTENCE.search(words))
    if prose < _ARTICLE_PROSE:
        return False
    # a page of a list may have an introduction, and the site's tools
    outweighs = prose > sum(len(entry.title or "") for entry in entries)
    return any(_INFO.search(words) or (outweighs and _TOOLS.search(words)) for words in texts)


def _outside(tree: PageTree, group: Group) -> Iterator[tuple[str, bool]]:
    """The texts outside of a group's rows, each with whether it is a link's."""
    rows = [(row.start, row.end) for row in group.rows]
    linked_to = inside_to = -1
    at = 0
    for element in tree.elements:
        while at < len(rows) and rows[at][0] <= element.start:
            inside_to = max(inside_to, rows[at][1])
            at += 1
        if element.tag == "a":
            linked_to = max(linked_to, element.end)
        if element.start >= inside_to:
            yield from ((" ".join(child.split()), element.start < linked_to) for child in element.children if isinstance(child, str))


def _is_own(address: str, entries: Sequence[Entry]) -> bool:
    """Whether articles are of the column at an address: below its folder, or with its number in theirs."""
    parts = urlsplit(address)
    folder = parts.path.rpartition("/")[0] + "/"
    numbers = set(_NUMBER.findall(parts.path + "?" + parts.query))
    below = sum(folder != "/" and urlsplit(entry.address).path.startswith(folder) for entry in entries)
    numbered = sum(bool(numbers & set(_NUMBER.findall(entry.address))) for entry in entries)
    return max(below, numbered) * 2 > len(entries)


def _width(words: str) -> float:
    return sum(1.0 if char > "\u2e7f" else 0.5 for char in words)
