"""Places: provinces, prefectures, counties, towns, by their suffixes and by the list of provinces and prefectures.

Reads::

    到云岭县任教, 广州市越秀区, 乌兰塔旗       by suffix, joined where they follow one another
    清远, 广东                                 the short form of a province or prefecture
    云岭                                       a short form whose long one (云岭县) the same text has

Leaves alone::

    全市, 我县, 城区, 受援县, 市教育局          no name
    海南方言, 三明治                            a word that only holds the same characters
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from extractors.names.edges import place_back
from extractors.names.lexicon import read_entries, short_regions
from extractors.names.words import Word, Words
from extractors.text.punctuation import HAN

_SUFFIX = re.compile(
    r"(?<![全我各该本每两同跨多三外属级城地山校社园学辖片灾老牧库国直])"
    r"(?:自治区|自治州|自治县|自治旗|新区|省(?!级)|市(?![民场内级容价值])|(?<!州)州(?![市县区])|(?<!县)县(?![城域级内长委])"
    r"|区(?![域级内别分间角])|(?<!旗)旗(?![帜舰手袍])|(?<!镇)镇(?![静定痛])|(?<!乡)乡(?![村镇亲愁土音情]))"
)
_PAPERS = re.compile("[日晚早]报|新闻|电视|发布|网")
_PLACE_LINKS = frozenset("省市州县区赴抵驻援来去")
_BEFORE_NEW = frozenset("高城个各在到去向从对与和为本该全老的")
_EVERYDAY = frozenset({"来宾"})
"""Short forms that are everyday words: they count only where the text has the long form."""
_SHORTEST = 2
_LONGEST = 16
_LONGEST_SHORT = 5
_CLASSES = (
    "受援|支援|帮扶|协作|结对|贫困|示范|试点|牵头|兄弟|周边|其他|有关|相关|所在|当地|国家|地级|县级|农村|城乡"
    "|地区|园区|景区|军区|特区|时区|盲区|误区|禁区|考区|赛区|战区|小区|街区|郊区|市区|县区|城镇|乡镇|村镇|集镇|家乡|故乡|老乡"
    "|城市|超市|都市|门市|股市|上市|省区|省市|县市|[验发能务示动集行领]区|体验区|集中区|[^，]{0,6}强[省市县区镇]"
)
_NOT_PLACES = re.compile(rf".*(?:{_CLASSES})$")


def find_regions(text: str, start: int, end: int, words: Words) -> Iterator[tuple[int, int, bool]]:
    """The places named in ``text[start:end]`` with their suffix, in reading order, neighbours joined.

    The third value tells whether rules are sure; a common word before 区, 镇, 乡 (游戏区) needs the document's own proof.
    """
    held: tuple[int, int, bool] | None = None
    for match in _SUFFIX.finditer(text, start, end):
        if held is not None and match.end() <= held[1]:
            continue
        place = _place_before(text, start if held is None else held[1], match, words)
        if place is None:
            continue
        if held is not None and place[0] == held[1]:
            held = (held[0], place[1], held[2])
            continue
        if held is not None:
            yield held
        held = place
    if held is not None:
        yield held


def _place_before(text: str, floor: int, match: re.Match[str], words: Words) -> tuple[int, int, bool] | None:
    if match.start() == floor:
        return None
    start = place_back(text, floor, match.end(), words)
    if start is None:
        return None
    name = text[start : match.end()]
    if name == "新区":
        return None
    front = name[: -len(match.group())]
    if match.group() == "新区" and len(front) == 1 and name[0] not in _BEFORE_NEW:
        front = name[:-1]  # 坪新|区
    if (len(front) < _SHORTEST and name not in words.tags) or len(name) > _LONGEST:
        return None
    if (words.tags.get(name) != "ns" and _NOT_PLACES.match(name)) or front in read_entries("generic") or front in read_entries("outside"):
        return None
    common = words.tags.get(name) != "ns" and all(map(_is_everyday, words.cut(front)))
    return start, match.end(), not (common and name[-1] in "区镇乡省")


def _is_everyday(word: Word) -> bool:
    return len(word.text) > 1 and word.tag.startswith(("n", "b", "j")) and word.tag != "ns"


def find_short_regions(text: str, start: int, end: int, declared: frozenset[str], words: Words) -> Iterator[tuple[int, int]]:
    """Short forms in ``text[start:end]``: of provinces and prefectures, and those in ``declared`` (this text's long forms cut short)."""
    names = declared | (short_regions() - _EVERYDAY)
    pairs = {name[:2] for name in names}
    at = start
    while at < end - 1:
        if text[at : at + 2] not in pairs:
            at += 1
            continue
        longest = max((length for length in range(2, min(5, end - at) + 1) if text[at : at + length] in names), default=0)
        if longest and _is_word(text, at, at + longest, words):
            yield at, at + longest
            at += longest
        else:
            at += 1


def _is_word(text: str, start: int, end: int, words: Words) -> bool:
    """Whether the characters are a word of their own where they stand."""
    if _PAPERS.match(text, end):
        return False
    low = max(0, start - 5)
    around = re.search(rf"[{HAN}]*\Z", text[low:start])
    low = start - len(around.group()) if around else start
    cut = _cut(text[low : end + 4], words)
    before = next((word.text for word in cut if word.end == start - low), "")
    if len(before) == 1 and before not in read_entries("outside") and before not in _PLACE_LINKS:
        return False
    return (start == low or before != "") and any(word.end == end - low for word in cut)


@lru_cache(maxsize=4096)
def _cut(text: str, words: Words) -> tuple[Word, ...]:
    return words.cut(text)


def short_forms(places: tuple[str, ...]) -> frozenset[str]:
    """云岭县 gives 云岭: what a text may call its places once it has named them in full."""
    return frozenset(place[:-1] for place in places if _SHORTEST < len(place) <= _LONGEST_SHORT and place[-1] in "省市州盟县区旗")
