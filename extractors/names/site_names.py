"""The name of the site that a page stands on: what 本网 and 本站 mean there.

Reads::

    <meta name="SiteName" content="鹿港区教育局">                鹿港区教育局
    <title>我校赴初级中学开展帮扶-沙河子市第六中学</title>       沙河子市第六中学
    青禾教育网, 兵团教育在线 > 援疆动态 > 正文                   a line above the title, the first step of the way to the page
    版权所有：赣南教育信息网, 主办单位：平川县教育局             the imprint

Leaves alone::

    首页, 新闻中心, 正文                                         parts of a site
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from extractors.text.punctuation import HAN

_END = r"(?:网|网站|在线|门户|平台|融媒|新闻|日报|晚报|时报|零距离|发布|局|厅|委|委员会|政府|协会|基金会|联盟|中心校?|学校|小学|中学|大学|高中|初中|[一二三四五六七八九十]中|幼儿园|学院|集团|公司|教育)"
_NAME = re.compile(rf"[{HAN}A-Za-z0-9·“”]{{1,24}}{_END}")
_NO_SITE = re.compile(
    r"(?:首页|主页|正文|新闻中心|新闻(?:动态|资讯)?|校园新闻|教育新闻|本网|本站|官网|(?:今天|当前|现在|您|欢迎|设为|加入).*|.*(?:首页|动态|新闻中心)|教育)"
)
_PARTS = re.compile(r"\s{0,3}[-_|—–>»·]{1,3}\s{0,3}|\s+")
_IMPRINTS = (
    re.compile(rf"版权(?:所有|归属)?[ ]?[：©]?[ ]{{0,3}}(?P<name>[{HAN}]{{2,24}}?{_END})(?![{HAN}])"),
    re.compile(rf"(?:(?<=[0-9©]|[ ：])|^)[ ]{{0,3}}(?P<name>[{HAN}]{{2,24}}?{_END})[ ]{{0,3}}(?:版权所有|保留所有权利)", re.MULTILINE),
    re.compile(rf"主办(?:单位|方)?[ ]?：[ ]{{0,3}}(?P<name>[{HAN}]{{2,24}}?{_END})(?![{HAN}])"),
)


def site_name(metadata: Mapping[str, str], above: Sequence[str], below: str, title: str) -> str | None:
    """The site's name by what the page says of itself, the lines ``above`` the title, or the imprint in ``below``."""
    told = metadata.get("SiteName") or _of_channel(metadata.get("ChannelTitle"))
    if told:
        return told
    for name in (*_of_window(metadata.get("title", ""), title, (*above, below)), *_of_lines(above), *_of_imprint(below)):
        return name
    return None


def _of_channel(title: str | None) -> str | None:
    """栖霞岭市教育局-工作动态: the part that names a site, else all of it."""
    if not title:
        return None
    return next((part for part in _PARTS.split(title) if _is_site(part)), title)


def _of_window(window: str, title: str, rest: Sequence[str]) -> Iterator[str]:
    """The window's title without the article's: a part that the page names elsewhere too, else the last one."""
    bare = re.sub(r"\s", "", title)
    parts = [part for part in _PARTS.split(window) if _is_site(part) and part not in bare]
    yield from (part for part in parts if any(part in words for words in rest))
    yield from reversed(parts)


def _of_lines(above: Sequence[str]) -> Iterator[str]:
    for line in above:
        first = re.split(r"[ ]?(?:>{1,2}|[|»])[ ]?", re.sub(r"^.{0,8}位置[ ]?：[ ]?", "", line), maxsplit=1)[0].strip()
        if _is_site(first):
            yield first


def _of_imprint(below: str) -> Iterator[str]:
    for pattern in _IMPRINTS:
        if match := pattern.search(below):
            yield match["name"]


def _is_site(words: str) -> bool:
    return _NAME.fullmatch(words) is not None and _NO_SITE.fullmatch(words) is None
