"""The further pages of a list: told by its script, its links, or its count of pages.

Reads::

    createPageHTML(20, 0, "index", "html"), countPage = 20 and a call with it        index_1.html … index_19.html
    createPageHTML('page_div', 5, 1, 'list', 'shtml', 89)                             list_2.shtml … list_5.shtml
    2 3 … 尾页, <select><option value="list_2.html">2</option>                        list_2.html … what 尾页 names, also downwards
    <a href="/1234/list2.htm">下一页</a>, 共20页                                      list2.htm … list20.htm
    <a href="?page=2">下一页</a>                                                      that page, where nobody says how many follow
    <nextgroup><![CDATA[<a href="/module/web/jpage/dataproxy.jsp?page=1…"></a>]]>     that data store

Leaves alone::

    createPageHTML(1, 0, …), 共1页                                                    the only page
    <a href="javascript:next()">下一页</a>, 下一页 that leads to this page, 下一篇     no page
    下一页 on another site
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from itertools import islice

from extractors.listings.links import article_address, is_link, same_page, site
from extractors.listings.page_series import MOST_PAGES, page_series
from extractors.listings.page_tree import Element, PageTree, words_inside

_CALL = re.compile(r"createPage(?:HTML|Html)?\s{0,3}\(([^()]{1,300})\)")
_MOST_CALLS = 20
_NAME = re.compile(r"[A-Za-z_$][\w$]{0,40}")
_NEXT = re.compile(r"[\W_]{0,4}(?:下\s?一?\s?页|后一?页|next(?:\s?page)?)[\W_]{0,4}", re.IGNORECASE)
_LAST = re.compile(r"[\W_]{0,4}(?:尾\s?页|末\s?页|最后一?页|last(?:\s?page)?)[\W_]{0,4}", re.IGNORECASE)
_NUMBER = re.compile(r"[\[(（【]?\s?第?([1-9][0-9]{0,4})页?\s?[\])）】]?")
_TOTAL = re.compile(
    r"共(?:有)?:?([0-9]{1,5})页|(?:第|页码:?|当前:?|页次:?)([0-9]{1,5})页?/共?([0-9]{1,5})|(?<![0-9/])([0-9]{1,4})/([0-9]{1,5})页"
)
_COUNT = re.compile(
    r"\b(?:countPage|pageCount|totalPages?|totalpage|page_count|pagecount|maxPage|allPages?)\b\s{0,3}[=:]\s{0,3}[\"']?([0-9]{1,5})\b"
)
_GROUP = re.compile(r"<nextgroup>\s{0,50}<!\[CDATA\[\s{0,50}<a[^>]{0,200}?href\s?=\s?[\"']([^\"'<>]{1,1000})[\"']", re.IGNORECASE)
_PAGE = re.compile(
    r"([?&](?:page|pagenum|pageno|pageindex|page_num|page_no|pn|p|cpage|curpage|currentpage|current|nowpage|pageid|topage)=)([0-9]{1,5})(?=&|$)",
    re.IGNORECASE,
)
_OFF = frozenset({"disabled", "disable", "off", "current", "active", "cur"})
_LONGEST = 40


def find_more(tree: PageTree, following: str | None = None) -> tuple[str, ...]:
    """The further pages of the list on a page, the next one first; ``following`` selects the link to the next one."""
    if following is not None:
        chosen = (_elsewhere(tree, element) for element in tree.select(following))
        return tuple(islice(filter(None, chosen), 1))
    scripted = _scripted(tree)
    if scripted is not None:
        return scripted
    total = _total(tree)
    if total is not None and total <= 1:
        return ()
    pager = _Pager()
    for element in tree.elements:
        pager.note(tree, element)
    for option in tree.parser.css("select option[value]")[: MOST_PAGES * 2]:
        pager.number(tree, option.text() or "", article_address(_page_name(option.attributes.get("value")), tree.base))
    pages = page_series(tree.address, pager.following, pager.last, pager.numbers, total) or _grouped(tree) or _counted(tree.address, total)
    return tuple(dict.fromkeys(pages))[:MOST_PAGES]


def following_page(address: str) -> str | None:
    """The next page of a list whose address says its own number (?page=1), as far as the address tells."""
    match = _PAGE.search(address)
    return None if match is None else f"{address[: match.start(2)]}{int(match[2]) + 1}{address[match.end(2) :]}"


@dataclass(slots=True)
class _Pager:
    """What a page's own links say: the next page, the last one, and those with numbers."""

    following: str | None = None
    last: str | None = None
    numbers: dict[int, str] = field(default_factory=dict)

    def note(self, tree: PageTree, element: Element) -> None:
        if not is_link(element.tag, element.attributes):
            return
        words = _words(element)
        is_next = _NEXT.fullmatch(words) or "next" in _classes(element) or element.attributes.get("rel") == "next"
        if len(words) > _LONGEST or not (is_next or _LAST.fullmatch(words) or _NUMBER.fullmatch(words)):
            return
        address = _elsewhere(tree, element)
        if address is not None and is_next:
            self.following = self.following or address
        elif address is not None and _LAST.fullmatch(words):
            self.last = self.last or address
        else:
            self.number(tree, words, address)

    def number(self, tree: PageTree, words: str, address: str | None) -> None:
        match = _NUMBER.fullmatch(words.strip())
        fits = address is not None and site(address) == site(tree.address) and not same_page(address, tree.address)
        if match and address is not None and fits and len(self.numbers) < MOST_PAGES:
            self.numbers[int(match[1])] = address


def _words(element: Element) -> str:
    shown = "".join(child for child in element.children if isinstance(child, str)) or "".join(
        inner for child in element.children[:3] if isinstance(child, Element) for inner in child.children if isinstance(inner, str)
    )
    return " ".join((shown or element.attributes.get("title") or "").split())


def _classes(element: Element) -> frozenset[str]:
    return frozenset((element.attributes.get("class") or "")[:200].lower().split())


def _elsewhere(tree: PageTree, element: Element) -> str | None:
    """The other page of the same site that a link leads to."""
    address = tree.address_of(element)
    if address is None or same_page(address, tree.address) or site(address) != site(tree.address) or _classes(element) & _OFF:
        return None
    return address


def _page_name(value: str | None) -> str | None:
    """What an option names, where it is a page and no bare number."""
    return value if value is not None and re.search(r"[./?]", value) else None


def _scripted(tree: PageTree) -> tuple[str, ...] | None:
    """The pages that a script of the content system TRS or its kin would name; None without such a script."""
    for call in islice(_CALL.finditer(tree.markup), _MOST_CALLS):
        words = [part.strip() for part in call[1].split(",")]
        has_box = words[0][:1] in ("'", '"')
        words = words[has_box:]
        if len(words) < 4 or not all(word[:1] in ("'", '"') for word in words[2:4]):
            continue
        count, current = _whole(tree, words[0], call.start()), _whole(tree, words[1], call.start())
        if count is not None and current is not None:
            name, ending = (word.strip("'\" .") for word in words[2:4])
            numbers = range(current + 1, count + has_box)[:MOST_PAGES]
            pages = (article_address(f"{name}_{number}.{ending}", tree.address) for number in numbers)
            return tuple(page for page in pages if page is not None)
    return None


def _whole(tree: PageTree, words: str, before: int) -> int | None:
    """A number that a script writes, or gives a name before."""
    if words.isdecimal():
        return int(words[:6])
    if not _NAME.fullmatch(words):
        return None
    set_to = re.compile(rf"(?<![\w$]){re.escape(words)}\s{{0,3}}=\s{{0,3}}[\"']?([0-9]{{1,6}})")
    values = [match[1] for match in islice(set_to.finditer(tree.markup, 0, before), _MOST_CALLS)]
    return int(values[-1]) if values else None


def _total(tree: PageTree) -> int | None:
    """How many pages there are, as the page says."""
    shown = re.sub(r"\s+", "", "".join(words for words, _ in words_inside(tree.elements[0]))) if tree.elements else ""
    if match := _TOTAL.search(shown):
        return int(match[1] or match[3] or match[5])
    counted = _COUNT.search(tree.markup)
    return int(counted[1]) if counted else None


def _grouped(tree: PageTree) -> tuple[str, ...]:
    """The next part of a data store."""
    group = _GROUP.search(tree.markup)
    address = article_address(html.unescape(group[1]), tree.base) if group else None
    return () if address is None or site(address) != site(tree.address) else (address,)


def _counted(address: str, total: int | None) -> tuple[str, ...]:
    """The pages after this one, where its own address says its number and the page says how many there are."""
    match = _PAGE.search(address)
    if match is None or total is None:
        return ()
    numbers = range(int(match[2]) + 1, min(total, int(match[2]) + MOST_PAGES) + 1)
    return tuple(f"{address[: match.start(2)]}{number}{address[match.end(2) :]}" for number in numbers)
