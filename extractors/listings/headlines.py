"""Headlines as plain text, and whole where the page shows them cut.

Reads::

    &lt;font color=red&gt;鹿港区召开座谈会&lt;/font&gt;                    鹿港区召开座谈会
    鹿港区召开结对帮扶…, with title="鹿港区召开结对帮扶座谈会"              the whole one
    · [置顶] 鹿港区召开座谈会                                                鹿港区召开座谈会

Leaves alone::

    title="点击查看", title="鹿港区教育局" on another headline              what is shown
    更多>>, 下一页, [详细], 3                                               no headline
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from extractors.readers.feed import read_words

_TAG = re.compile(r"<(?:/?[A-Za-z][A-Za-z0-9:]{0,20}(?:\s[^<>]{0,2000})?/?|!--[^<>]{0,2000})>")
_REFERENCE = re.compile(r"&(?:#[0-9xX][0-9A-Fa-f]{0,7}|[A-Za-z][A-Za-z0-9]{1,30});")
_ESCAPED_TAG = re.compile(r"&lt;/?[A-Za-z][A-Za-z0-9]{0,10}(?:\s[^<>&]{0,500})?/?&gt;")
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\ud800-\udfff]")
_BULLET = re.compile(r"[\s·•●○◆◇■□▪▶►»›>＞→*※☆★⊙◎\-]{1,10}")
_PINNED = re.compile(r"[\[【(（]\s?(?:置顶|[Nn][Ee][Ww])\s?[\]】)）]\s?")
_CUT = re.compile(r"(?:…{1,3}|\.{2,6}|．{2,6}|。{3,6})$")
_NO_HEADLINE = re.compile(
    r"\W{0,6}(?:(?:查看|浏览|点击|了解|阅读|显示|加载)?(?:更多|全部|全文|详细|详情|原文|内容|正文)(?:内容|信息|新闻|动态|文章|>|»)?|(?:点击)?(?:查看|阅读|进入|下载|打印|返回|关闭|收藏|分享)"
    r"|more|detail|details|read\s?more|view|next|prev|previous|last|first|home|top|english"
    r"|(?:返回)?(?:首页|主页|顶部|上级|列表|上一页|下一页|上页|下页|前一页|后一页|尾页|末页|第一页|最后一页|上一篇|下一篇)|首\s?页|尾\s?页|末\s?页|跳转|转到|go|网站首页"
    r"|[0-9]{0,5}|第?\s?[0-9]{1,5}\s?页|[<>«»‹›]{1,3})\W{0,6}",
    re.IGNORECASE,
)
_LONGEST = 300
_LONGEST_MARKUP = 10_000
_COLUMN = re.compile(r"^[\[【(（][^\[\]【】()（）]{1,12}[\]】)）]")
_BRACKETED = re.compile(r"[\[【(（<〔][^\[\]【】()（）]{1,12}[\]】)）>〕]|[^|丨]{1,12}[|丨]")
_LONG_ENOUGH = 8
_KNOWN_BY = 6
"""So many characters in a row show that a title is that of a headline, cut or with a column's name before it."""


def plain(words: str | None) -> str:
    """Words on one line without markup, bullets and characters that cannot be seen; "" where nothing is left."""
    text = (words or "")[:_LONGEST_MARKUP]
    if _ESCAPED_TAG.search(text):
        text = html.unescape(text)
    text = read_words(text).text if _TAG.search(text) else _REFERENCE.sub(lambda match: html.unescape(match[0]), text)
    text = " ".join(_UNSEEN.sub("", text).split())
    bullet = _BULLET.match(text)
    text = text[bullet.end() :] if bullet else text
    pinned = _PINNED.match(text)
    return (text[pinned.end() :] if pinned else text).strip()


def is_headline(words: str) -> bool:
    """Whether words can be the headline of an article, and are no button of a list."""
    return bool(words) and _NO_HEADLINE.fullmatch(words) is None


def headline(shown: Sequence[str], told: str) -> str:
    """The headline of a link that shows some lines and whose title is ``told``, all plain; "" where it has none.

    A card holds more than a headline: a column's name before it, a summary behind it.
    """
    lines = [line for line in shown if is_headline(line)]
    if told and len(told) <= _LONGEST and is_headline(told) and (not lines or any(_goes_on(line, told) for line in lines)):
        return told
    return next((line for line in lines if len(line) >= _LONG_ENOUGH), max(lines, key=len, default=""))


def is_weak(words: str) -> bool:
    """Whether words are rather a column's name than a headline: short, or in brackets."""
    return len(words) < _LONG_ENOUGH or _BRACKETED.fullmatch(words) is not None


def _goes_on(line: str, told: str) -> bool:
    """Whether a line, cut or not, with the name of a column before it or without one, is the beginning of ``told``, or holds all of it."""
    cut = _CUT.search(line)
    shown, whole = (re.sub(r"\s", "", words) for words in (line[: cut.start()] if cut else line, told))
    bare = _COLUMN.sub("", shown)
    return bool(shown) and (shown in whole or whole in shown or (len(bare) >= _KNOWN_BY and bare in whole))
