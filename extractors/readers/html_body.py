"""Which lines of a page are the document, and which are the site around it.

The body is where a known content system puts it, else the element with the most running text and the fewest links. To it belong the title
above it and the editor's line below; the line of date and source is metadata; menus, the way to the page, sharing, neighbours, related
headlines and the imprint are navigation.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal

from selectolax.lexbor import LexborHTMLParser

from extractors.readers.html_pen import HtmlLine, HtmlText
from extractors.readers.source_text import Furniture

Part = Literal["document", "metadata", "navigation"]

_KNOWN = (
    "#zoomcon, #zoom, #Zoom, .TRS_Editor, .trs_editor_view, .TRS_UEDITOR, #UCAP-CONTENT, #js_content, [itemprop=articleBody]",
    (
        "#vsb_content, .v_news_content, .wp_articlecontent, .Article_Content, #artibody, #ContentBody, #BodyLabel, .pages_content, "
        ".view.TRS_UEDITOR"
    ),
    (
        "div.article-content, div.article_content, div.articleContent, div.article-con, div.news_content, div.content_txt, "
        "div.con_text, article"
    ),
)
_CONTAINER = re.compile("body|div|td|section|article|main|form|center|blockquote|table|tbody|tr|font")
_LEAST_BODY = 30
_PROSE = re.compile(r"[，。；：、？！,;]")
_INFO = re.compile(
    r"(?<![\u4e00-\u9fff])(?:(?P<strong>(?:发布|发表|更新|发文|录入|添加|采编|上传|公开)(?:时间|日期)|(?:信息|文章|稿件|内容|新闻)?来源|来自"
    r"|(?:浏览|点击|阅读|访问|查看)(?:次数|数|量|率)?|字[体号]|发布(?:人|者|机构|单位)|信息员)|时间|日期|作者|供稿|撰稿|编辑)\s?[:(]|分享到"
)
_DATE = re.compile(r"(?:19|20)[0-9]{2}\s?[-/.年]\s?[0-9]{1,2}\s?[-/.月]\s?[0-9]{1,2}")
_DATED = re.compile(r"(?<![年月日0-9])(?:19|20)[0-9]{2}[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}日?\s{1,3}[0-9]{1,2}:[0-9]{2}")
_INFO_LENGTH = 160
_EDITORS = re.compile(
    r"[(\[]?\s?(?:责任|本期|网络|值班)?(?:编辑|编审|审核|校对|初审|复审|终审|供稿|撰稿|作者|文|图|图文|摄影|来源|监制)\s?[/、|]?\S{0,4}\s?:"
)
_TAIL = re.compile(
    r"\s*[\[【(<>|]*\s?(?:上一?[篇条页则]|下一?[篇条页则]|(?:相关|推荐|热点|更多|延伸|猜你)\S{0,4}(?:链接|新闻|文章|推荐|阅读|信息|资讯|内容|喜欢)"
    r"|分享[到至:]|分享$|打印|关闭|加入收藏|收藏|返回(?:顶部|列表|首页)|扫一扫|字[体号]:|版权(?:所有|声明)|免责声明|[Cc]opyright|©|主办(?:单位)?:"
    r"|网站(?:标识码|地图|首页)|技术支持)"
)
_RELATED = re.compile(r"\s*[\[【]?(?:延伸|相关|推荐|扩展|拓展)(?:阅读|链接|新闻|报道|文章)[\]】]?\s?(?::|$)")
_HEAD = re.compile(r"\s*(?:您?(?:现在|当前)的?(?:所在)?(?:位置)|当前(?:位置|栏目)|所在位置|位置:|首页\s?[>|·»])")
_TAIL_SHARE = 0.25
_MOSTLY_LINKS = 0.6
_WHOLLY_LINKED = 0.95
_HEADLINE = 8
_OWN_LINK = re.compile(r"[。！？]|附件|原文|https?:|\.(?:docx?|pdf|xlsx?|zip|rar|wps)|协议|方案|总结")
_LEAST_TITLE = 4
_LONGEST_TITLE = 120
_INFO_LINES = 8
_ABOVE = 4
"""How many lines above a text without a title its line of date and source may stand."""


@dataclass(frozen=True, slots=True)
class Layout:
    """What every line is, and which one is the title."""

    parts: tuple[Part, ...]
    title: int | None


def lay_out(page: HtmlText, parser: LexborHTMLParser, names: Sequence[str], guesses: Sequence[str] = ()) -> Layout:
    """The part of every line. ``names`` are what the page calls its article, the surest first; ``guesses`` may be names of its column."""
    lines, text = page.lines, page.text
    words = [_plain(text[line.start : line.end]) for line in lines]
    prose = [_prose(line, word) for line, word in zip(lines, words, strict=True)]
    start, end = _body(page, parser, prose)
    first = bisect_left(lines, start, key=lambda line: line.end - 1)
    last = bisect_left(lines, end, key=lambda line: line.start)
    first, last = _trimmed(lines, words, prose, first, last)
    parts: list[Part] = ["navigation"] * len(lines)
    parts[first:last] = ["document"] * (last - first)
    _mark_links(parts, words, lines, range(first, last))
    title = _title(words, lines, first, last, names)
    top = max(0, first - _ABOVE) if title is None else min(title, first)
    if title is not None:
        parts[title] = "document"
    _mark_info(parts, words, top, first, last)
    _mark_below(parts, words, lines, last)
    if title is None:
        title = _title_by_place(parts, words, lines)
    if title is None:
        title = _title(words, lines, first, last, guesses)
    if title is not None:
        parts[title] = "document"
    return Layout(tuple(parts), title)


def furniture(lines: Sequence[HtmlLine], layout: Layout) -> tuple[Furniture, ...]:
    """The stretches that are in no document, neighbours of one role joined."""
    joined: list[Furniture] = []
    before: Part = "document"
    for line, part in zip(lines, layout.parts, strict=True):
        if part == "document":
            pass
        elif part == before:
            joined[-1] = Furniture(joined[-1].start, line.end, part)
        else:
            joined.append(Furniture(line.start, line.end, part))
        before = part
    return tuple(joined)


def _plain(words: str) -> str:
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", words)).strip()


def _prose(line: HtmlLine, words: str) -> int:
    """How much running text a line holds, in characters; less than nothing for links."""
    free = line.end - line.start - line.linked
    if line.linked > free:
        return -line.linked
    return free - line.linked if len(words) > 10 and _PROSE.search(words) else 0  # a heading's length


def _body(page: HtmlText, parser: LexborHTMLParser, prose: Sequence[int]) -> tuple[int, int]:
    """The stretch of text that is the article's body."""
    sums = [0, *accumulate(prose)]

    def worth(span: tuple[int, int]) -> int:
        first = bisect_left(page.lines, span[0], key=lambda line: line.start)
        last = bisect_left(page.lines, span[1], key=lambda line: line.start)
        return sums[max(first, last)] - sums[first]

    whole = (0, page.lines[-1].end if page.lines else 0)
    best = max(
        (page.spans[key] for tag, key in page.nodes if _CONTAINER.fullmatch(tag)),
        key=lambda span: (worth(span), span[0] - span[1]),
        default=whole,
    )
    for selectors in _KNOWN:
        spans = [page.spans[node.mem_id] for node in parser.css(selectors) if node.mem_id in page.spans]
        known = max(spans, key=lambda span: (worth(span), span[0] - span[1]), default=None)
        if known is not None and known[1] - known[0] >= _LEAST_BODY and worth(known) * 2 >= worth(best):
            return known
    return best if worth(best) >= _LEAST_BODY else whole


def _trimmed(lines: Sequence[HtmlLine], words: Sequence[str], prose: Sequence[int], first: int, last: int) -> tuple[int, int]:
    """The body without the site's own lines at its head and its tail."""
    while first < last and (_HEAD.match(words[first]) or _is_link(lines[first])):
        first += 1
    running = [max(0, worth) for worth in prose[first:last]]
    rest = sum(running)
    total = max(1, rest)
    for at in range(first, last):
        goes_on = _RELATED.match(words[at]) and any(running[at - first + 1 : at - first + 3])
        if rest <= _TAIL_SHARE * total and at > first and _TAIL.match(words[at]) and not goes_on:
            last = at
            break
        rest -= running[at - first]
    while last > first and _is_link(lines[last - 1]):
        last -= 1
    return first, last


def _is_link(line: HtmlLine) -> bool:
    return line.linked > _MOSTLY_LINKS * (line.end - line.start)


def _title(words: Sequence[str], lines: Sequence[HtmlLine], first: int, last: int, names: Sequence[str]) -> int | None:
    """The line that is the article's title: nearest above the body, or among its first lines."""
    near = [*range(min(first + 3, last) - 1, first - 1, -1), *range(first - 1, -1, -1)]
    squeezed = [re.sub(r"\s", "", word) for word in words]
    for name in names:
        wanted = re.sub(r"\s", "", _plain(name))
        for at in near:
            word = squeezed[at]
            if not _LEAST_TITLE <= len(word) <= _LONGEST_TITLE or (at < first and _is_link(lines[at])):
                continue
            if word == wanted or (len(word) >= 2 * _LEAST_TITLE and wanted.startswith(word)):
                return int(at)
    return None


def _title_by_place(parts: Sequence[Part], words: Sequence[str], lines: Sequence[HtmlLine]) -> int | None:
    """The line right above the line of date and source, if it could be a title."""
    at: int = next((index for index, part in enumerate(parts) if part == "metadata"), 0) - 1
    if at > 0 and re.match("--|[—–]{1,2}", words[at]):
        at -= 1
    if (
        at < 0
        or not _LEAST_TITLE <= len(words[at]) <= _LONGEST_TITLE // 2
        or (_is_link(lines[at]) and parts[at] != "document")
        or re.search("[。；]|[：:]$", words[at])
        or _HEAD.match(words[at])
    ):
        return None
    return at


def _mark_info(parts: list[Part], words: Sequence[str], top: int, first: int, last: int) -> None:
    """Mark the line of date and source, between the title and the text or at the text's head."""
    for at in range(top, first):
        if parts[at] == "navigation" and len(words[at]) <= _INFO_LENGTH:
            if _INFO.search(words[at]) or _DATE.match(words[at]) or _DATED.search(words[at]):
                parts[at] = "metadata"
            elif words[at].startswith(("--", "—")):
                parts[at] = "document"
    for group in _info_groups(words, first, min(first + _INFO_LINES, last)):
        found = [match for at in group for match in _INFO.finditer(words[at])]
        if len(found) > 1 or any(match["strong"] for match in found):
            for at in group:
                parts[at] = "metadata"


def _info_groups(words: Sequence[str], first: int, last: int) -> Iterator[list[int]]:
    """Neighbouring lines that each begin with such a label or a date with one; a date of an agreement alone is none of them."""
    group: list[int] = []
    for at in range(first, last):
        word = words[at]
        begins = _INFO.match(word) or (_DATE.match(word) and _INFO.search(word)) or len(_INFO.findall(word)) > 1
        if begins and len(word) <= _INFO_LENGTH and not re.search("[。；]", word):
            group.append(at)
        elif group:
            yield group
            group = []
    if group:
        yield group


def _mark_links(parts: list[Part], words: Sequence[str], lines: Sequence[HtmlLine], body: range) -> None:
    """Mark the headlines of other articles that stand between paragraphs: lines that are links and no sentence, attachment or address."""
    for at in body:
        line = lines[at]
        whole = line.linked >= _WHOLLY_LINKED * (line.end - line.start)
        if whole and len(words[at]) >= _HEADLINE and not _OWN_LINK.search(words[at]):
            parts[at] = "navigation"


def _mark_below(parts: list[Part], words: Sequence[str], lines: Sequence[HtmlLine], last: int) -> None:
    """The editor's and author's lines right below the body belong to it."""
    for at in range(last, min(last + 3, len(lines))):
        if not _EDITORS.match(words[at]) or len(words[at]) > _INFO_LENGTH // 2 or _is_link(lines[at]):
            return
        parts[at] = "document"
