"""The outlet of a piece of news: the words behind 来源, or the site's own name where they are 本网.

Reads::

    来源：《青石日报》2023年7月17日第3版          青石日报
    来源：青石日报 记者 李明, 「来源：青石日报」   青石日报
    来源：本站原创                                 the site's name

Leaves alone::

    来源：http://…                                 an address
    数据来源：省统计局                             a label of something else
"""

from __future__ import annotations

import re

from extractors.names.bylines import is_person
from extractors.names.site_names import site_name
from extractors.text.labelled_page import LabelledPage
from extractors.text.page_labels import Labelled
from extractors.text.passage import Stretch, find_lines

_OWN_NAME = re.compile(
    r"(?:本(?:[网站校园局报台刊院县市区]|网站|单位|网讯|站讯)|我[校园局院]|(?:网站|官网|官方网站)?原创|学校|官网|网站)(?:原创|讯|网站|官网|自采|发布)?"
)
_END = re.compile(
    r"[，；）〔〕|]|[ ]?(?:19|20)[0-9]{2}[ ]?[-/.年]|[ ]{1,3}[0-9]|第?[0-9A-Z一二三四五六七八九十]{1,3}版"
    r"|[ ](?=本?报?(?:记者|通讯员|作者|编辑|责编))|[ ]?(?:https?|www)"
)
_WRAPPED = re.compile(r"《(?P<title>[^《》]{2,30})》|“(?P<quoted>[^“”]{2,30})”(?![ ]{0,2}[\u4e00-\u9fff])")
_LONGEST = 40
_FIRST_LINES = 6
_FIRST_CHARACTERS = 400


def find_outlet(page: LabelledPage) -> tuple[Stretch, str | None] | None:
    """The outlet's words on the page, and the site's name where they only stand for it."""
    for label in page.labels("outlet"):
        stretch = _outlet_words(page.text, label)
        if stretch is not None:
            return stretch, site_of(page) if is_own_name(page.words(stretch)) else None
    return None


def is_own_name(words: str) -> bool:
    """Whether words mean the site on which they stand (本网, 本站原创)."""
    return _OWN_NAME.fullmatch(words) is not None


def site_of(page: LabelledPage) -> str | None:
    """The name of the site, from its metadata, its first lines, or its imprint."""
    text, start, end = page.text, page.around.start, page.around.end
    first = list(find_lines(text, start, min(end, start + _FIRST_CHARACTERS)))[:_FIRST_LINES]
    above = [page.words(line) for line in (*first, *page.frame.above)]
    return site_name(page.metadata, above, text[page.passage.end : end], page.title)


def _outlet_words(text: str, label: Labelled) -> Stretch | None:
    """A label's words as far as they name an outlet, without the brackets around them."""
    start, end = label.start, label.end
    if match := _WRAPPED.match(text, start, end):
        return Stretch(*match.span(match.lastgroup or 0))
    bracket = text.find("（", start + 1, end)
    end = bracket if bracket >= 0 else end
    if stop := _END.search(text, start, end):
        end = stop.start()
    if text[end - 1] == "”" and text.find("“", start, end) < 0:
        end -= 1
    while end > start and text[end - 1] in " -·、/>":
        end -= 1
    end = _without_writer(text, start, end)
    return Stretch(start, end) if 2 <= end - start <= _LONGEST else None


def _without_writer(text: str, start: int, end: int) -> int:
    """The outlet's end where a person's name follows it behind a blank (来源：青石日报 李明)."""
    gap = text.rfind(" ", start, end)
    return gap if gap > start and is_person(text[gap + 1 : end]) else end
