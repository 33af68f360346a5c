"""Short names that a text uses without declaring them: a school's name without its place, or with its number alone.

Reads::

    东江师范大学附属中学 … 附属中学接收教师28人            东江师范大学附属中学
    河源县城关第二中学 … 城关二中每月送教1次                河源县城关第二中学
    河源县第二中学 … 二中每月送教1次                        河源县第二中学
    州民族中学 … 民族中学今年有57人考上                      州民族中学

Leaves alone::

    甲县第一中学, 乙县第一中学 … 第一中学                    two of the name: nobody can tell
    各中心小学, 附属中学生                                   a class of schools, a longer word
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from extractors.names.aliases import same_organisation
from extractors.text.passage import Passage

_ATTACHED = re.compile(r"附属[\u4e00-\u9fff]{0,6}(?:小学|中学|幼儿园|学校)\Z")
_NUMBERED = re.compile(r"第(?P<number>[一二三四五六七八九十]{1,3})(?:高级|初级)?(?P<kind>中学|小学|幼儿园)\Z")
_SCHOOL = re.compile(r"(?:小学|中学|学校|幼儿园|高中|学院)\Z")
_FIGURED = re.compile(r"(?<=[市州县区旗镇乡])[一二三四五六七八九十]{1,3}[中小幼]\Z")
_CLASSES = frozenset({"中心小学", "中心学校", "中心幼儿园", "完全小学", "完全中学", "寄宿制学校", "九年一贯制学校", "职业学校"})
_SHORTEST = 4
_BEFORE = r"(?:(?<=[，。；：、）（“”\n\t ])|(?<=[与和同跟到赴在对向给为由及从])|^)"
_AFTER = "(?![生部组们路级园校]|中|小)"


def short_names(names: Iterable[tuple[str, int | None]]) -> Mapping[str, str]:
    """By each short name the one full name it can stand for; ``names`` come with where their place ends."""
    of: dict[str, str | None] = {}
    for name, place_end in dict.fromkeys(names):
        for short in _forms(name, place_end):
            known = of.get(short, name)
            if known is None or not same_organisation(known, name):
                of[short] = None
            else:
                of[short] = max(known, name, key=len)
    return {short: name for short, name in of.items() if name is not None}


def _forms(name: str, place_end: int | None) -> Iterator[str]:
    """Without the place, without the university it belongs to, with the number alone."""
    figured = _FIGURED.search(name)
    if figured:
        yield figured.group()
    if not _SCHOOL.search(name):
        return
    attached = _ATTACHED.search(name)
    tails = {name[place_end:] if place_end else "", attached.group() if attached else ""} - {name}
    for tail in sorted(tails):
        numbered = _NUMBERED.search(tail)
        if numbered:
            yield f"{tail[: numbered.start()]}{numbered['number']}{numbered['kind'][0]}"
        if len(tail) >= _SHORTEST and tail not in _CLASSES:
            yield tail


def find_short_names(passage: Passage, known: Mapping[str, str]) -> Iterator[tuple[int, int]]:
    """Where a short name stands by itself, in reading order; ``known`` is what :func:`short_names` gives."""
    if known:
        pattern = re.compile(f"{_BEFORE}(?:{'|'.join(sorted(map(re.escape, known), key=len, reverse=True))}){_AFTER}", re.MULTILINE)
        for match in passage.search(pattern):
            yield match.span()
