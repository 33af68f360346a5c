"""Where a name begins: the way back from an institution's ending or a place's suffix to the first character of the name.

Reads::

    先后组织|东湾市理工学校                 verbs and adverbs stand before a name, not in it
    与|丰和县坝塘乡中心小学                 what is left of 丰|和县 cannot stand alone: 和 belongs to the place
    服务|石佛镇中心小学                     nothing stands before a place name but a wider place

Leaves alone::

    3所|优质学校                            a count before it: a class of schools, for the caller to refuse
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from extractors.names.lexicon import read_entries
from extractors.names.units import OFFICERS, PLACE_SUFFIX, is_part, is_split_suffix, places_end, unit_at
from extractors.names.words import Word, Words
from extractors.text.punctuation import HAN

Before = Literal["bound", "word", "count"]

_LONGEST = 32
_DATE_UNIT = re.compile("年度|[年月日]起(?:担任|兼任|出任|任)?|[年月日号]")
_RUN = re.compile(
    rf"(?:[{HAN}xX×○·]|（(?:国际|集团|中国|控股|[{HAN}]{{2,3}}[省市区])）|“[{HAN}]{{2,4}}”(?=希望|爱心|实验|小学|中学|学校|幼儿园|\Z)|(?<=第)[0-9]{{1,3}}|[0-9]{{1,3}}(?=中|小))+\Z"
)
_NOT_INSIDE_TAGS = frozenset(
    {"v", "d", "p", "c", "r", "q", "t", "u", "y", "o", "e", "ad", "vd", "vi", "vq", "i", "mq", "uj", "ul", "uv", "uz", "ud"}
)
_COUNTING = frozenset(
    {
        "所",
        "个",
        "名",
        "家",
        "位",
        "批",
        "些",
        "每",
        "各",
        "每所",
        "各个",
        "这些",
        "那些",
        "一些",
        "某些",
        "所有",
        "全体",
        "其他",
        "其它",
        "其余",
        "有关",
        "相关",
    }
)
_WHOLE = frozenset(
    {
        "双方",
        "两地",
        "两市",
        "两县",
        "两区",
        "三方",
        "全市",
        "全县",
        "全区",
        "全省",
        "全镇",
        "全乡",
        "全国",
        "各市",
        "各县",
        "各区",
        "各校",
        "各级",
        "各类",
        "各地",
    }
)
_UNDERTAKINGS = frozenset({"计划", "行动"})
_OF_GIVERS = ("公益", "慈善", "志愿", "助学", "爱心", "儿童", "青少年")
"""What follows an undertaking that is a part of a giver's name: 春芽计划公益服务中心."""
_TWO = 2
_FUNCTIONS = frozenset("与和同跟及到在对向给从由的等将把被为以于是有还又也各两")
_DONE_WELL = frozenset("带帮办建用做管")
_NEVER_FIRST = frozenset("的了着过到赴在给从往由至把被")
"""Function words with which no place's name begins: 到|木村教学点."""
_SPANS = frozenset("年月以期天周")
_SOUNDS = frozenset("其也吾热阿尔依那")
_SINGLES = 4
_LONGEST_OWN = 3
_MEASURES = frozenset("所个名家位人校次元年月日天分十百千万亿余多几本册套台件张项期节场周份点级成倍里米亩只头对条")
_FIRM_PREPOSITIONS = frozenset("与跟向到赴从给")
_PREPOSITIONS = frozenset("与和同跟对向到在赴从为给于")
_NO_FIRST_TAGS = frozenset({"r", "m", "q", "u", "p", "c", "d", "f", "mq"})
_STAGES = frozenset("铺店桥坪庄屯墩台沟河湾岔堡营甸岗坡塘")
"""What a settlement is called by its distance from the next (十里铺)."""
_OPENING = frozenset("由向与对为给从在经")
_BEFORE_PLACES = frozenset({"中国", "中共", "国家", "中华", "共青团", "武警"})


@dataclass(frozen=True, slots=True)
class Reach:
    """What can belong to a name that ends at ``end``: its words with offsets of the whole text, and what stands before them.

    ``place_end`` is where the place names at its front end, None without any; ``bare`` where the front is only a suffix (县教育局).
    """

    start: int
    end: int
    words: tuple[Word, ...]
    before: Before
    place_end: int | None = None
    bare: bool = False

    @property
    def rest(self) -> tuple[Word, ...]:
        """The words after the place names."""
        return tuple(word for word in self.words if self.place_end is None or word.start >= self.place_end)


def reach_back(text: str, floor: int, end: int, words: Words) -> Reach:
    """The longest stretch before ``end``, not before ``floor``, that can be the front of a name."""
    start = _run_start(text, floor, end)
    front = _front(text[start:end], words)
    kept = tuple(Word(word.start + start, word.end + start, word.text, word.tag, word.is_common) for word in front.words)
    place_end = None if front.place_end is None else front.place_end + start
    before = _bound(text, floor, start) if front.before == "bound" else front.before
    return Reach(front.start + start, end, kept, before, place_end, front.bare)


def place_back(text: str, floor: int, end: int, words: Words) -> int | None:
    """Where the place that ends at ``end`` begins; None where no place ends there, or a count stands before it."""
    start = _run_start(text, floor, end)
    front = _front(text[start:end], words)
    if front.place_end is None or front.place_end + start != end or front.bare or front.before == "count":
        return None
    return None if front.before == "bound" and _bound(text, floor, start) == "count" else front.start + start


def _run_start(text: str, floor: int, end: int) -> int:
    """Where the run of characters without punctuation before ``end`` begins; ``end`` where there is none."""
    run = _RUN.search(text, max(floor, end - _LONGEST), end)
    if run is None:
        return end
    if not _is_date_unit(text, run.start(), floor):
        return run.start()
    unit = _DATE_UNIT.match(text, run.start(), end)
    return unit.end() if unit else run.start() + 1


@lru_cache(maxsize=4096)
def _front(run: str, words: Words) -> Reach:
    """The reach in a run of characters without punctuation, which names that come again and again share."""
    cut = words.cut(run)
    first = len(cut)
    while first and not _stops(cut, first - 1):
        first -= 1
    first = _absorbed(cut, first)
    return _trimmed(cut[first:], len(run), _before(cut, first))


def _is_date_unit(text: str, start: int, floor: int) -> bool:
    """2022年|东莞市: the year's own word."""
    return start > floor and text[start] in "年月日号" and text[start - 1].isdigit()


def _stops(cut: tuple[Word, ...], at: int) -> bool:
    word = cut[at]
    if word.text in read_entries("inside") or (
        word.text in _UNDERTAKINGS and "".join(later.text for later in cut[at + 1 :]).startswith(_OF_GIVERS)
    ):
        return False
    if word.text in OFFICERS and is_split_suffix(cut, at):
        return False
    if _is_inner_character(cut, at) or _is_transliterated(cut, at):
        return False
    if word.text in read_entries("outside") or _ends_a_verb(cut, at):
        return True
    if word.tag == "m" and len(word.text) > 1:
        if word.text[-1] == "里" and at + 1 < len(cut) and cut[at + 1].text[0] in _STAGES:
            return False  # 八里|铺镇
        return not (word.text.startswith("第") or (at and cut[at - 1].text.startswith("第")) or _is_no_count(word.text))
    if _fills_a_name(cut, at):
        return False
    return len(word.text) > 1 and word.tag in _NOT_INSIDE_TAGS and word.text not in read_entries("descriptive")


def _fills_a_name(cut: tuple[Word, ...], at: int) -> bool:
    """搬经镇|加力|幼儿园, 县|明清|小学: a word of two characters that is all there is between a place and the ending."""
    placed = at > 0 and (cut[at - 1].text in PLACE_SUFFIX or (cut[at - 1].tag == "ns" and cut[at - 1].text[-1] in PLACE_SUFFIX))
    return placed and at == len(cut) - 1 and len(cut[at].text) == _TWO and cut[at].tag not in ("m", "r", "p", "c", "d", "mq", "q")


def _ends_a_verb(cut: tuple[Word, ...], at: int) -> bool:
    """三年|来|城北中学, 带|好|东安教学点: a character that belongs to what stands before it."""
    before = cut[at - 1].text[-1] if at else ""
    return (cut[at].text == "来" and before in _SPANS) or (cut[at].text == "好" and before in _DONE_WELL)


def _is_inner_character(cut: tuple[Word, ...], at: int) -> bool:
    """原州区|须|弥, 且末县|塔|提|让|镇: one of a few characters between a place and what ends the name, whatever it means elsewhere."""
    if len(cut[at].text) > 1 or cut[at].text in _FUNCTIONS:
        return False
    first = at
    while first and len(cut[first - 1].text) == 1 and cut[first - 1].text not in PLACE_SUFFIX and at - first < _SINGLES:
        first -= 1
    placed = first > 0 and (cut[first - 1].text in PLACE_SUFFIX or (cut[first - 1].tag == "ns" and cut[first - 1].text[-1] in PLACE_SUFFIX))
    rest = cut[at + 1 : at + 1 + _SINGLES]
    last = next((place for place, word in enumerate(rest) if word.text in PLACE_SUFFIX or len(word.text) > 1), len(rest))
    if not placed or any(word.text in _FUNCTIONS for word in cut[first : at + 1 + last]):
        return False
    if at + 1 + last == len(cut):
        return last > 0 and at + 1 + last - first <= _LONGEST_OWN
    return at > first and cut[at + 1 + last].text in PLACE_SUFFIX


def _is_transliterated(cut: tuple[Word, ...], at: int) -> bool:
    """依|干|其|乡, 天|等|县: among single characters before a place's suffix, 其 and its like write the sound of a name."""
    if cut[at].text == "等":
        before = cut[at - 1] if at else None
        alone = before is not None and len(before.text) == 1 and before.text not in PLACE_SUFFIX and before.tag != "m"
        return alone and at + 1 < len(cut) and cut[at + 1].text in PLACE_SUFFIX and not (at > 1 and len(cut[at - 2].text) == 1)
    if cut[at].text not in _SOUNDS and not (cut[at].text in "都经" and at == 1 and len(cut[0].text) == 1):
        return False
    rest = cut[at + 1 : at + 1 + _SINGLES]
    suffix = next((place for place, word in enumerate(rest) if word.text in PLACE_SUFFIX or len(word.text) > 1), None)
    return suffix is not None and (rest[suffix].text in PLACE_SUFFIX or is_split_suffix(cut, at + 1 + suffix))


def _is_no_count(numeral: str) -> bool:
    """万卷, 九曲: a numeral by the word list, and a number with no measure word by its look."""
    return len(numeral) == _TWO and numeral[0] in "千万九半" and numeral[1] not in _MEASURES


def _absorbed(cut: tuple[Word, ...], first: int) -> int:
    """``first`` moved back over a function word that must be a part of the name after it."""
    if not 0 < first < len(cut) or len(cut[first - 1].text) > 1:
        return first
    function = cut[first - 1].text
    if (
        cut[first].text in "乡镇村"
        and first + 1 < len(cut)
        and cut[first + 1].text in "县市区"
        and function not in _NEVER_FIRST | _PREPOSITIONS
    ):
        return first - 1  # 望|乡|县
    if first > 1 and cut[first - 2].text in _FIRM_PREPOSITIONS and function in _PREPOSITIONS:
        return first - 1
    if function == "和" and first > 1 and _is_first_half(cut, first - 2):
        return first - 2
    short_place = len(cut) > first + 1 and len(cut[first].text) == 1 and cut[first].tag != "ns" and cut[first + 1].text in PLACE_SUFFIX
    if short_place and cut[first].text not in PLACE_SUFFIX and function not in _NEVER_FIRST:
        return first - 1
    return first


def _is_first_half(cut: tuple[Word, ...], at: int) -> bool:
    """安|和公益基金会: a character before 和 that is no word of its own, with nothing but a preposition before it."""
    word = cut[at]
    if len(word.text) > 1 or word.tag in _NO_FIRST_TAGS or word.text in PLACE_SUFFIX or word.text in read_entries("outside"):
        return False
    return at == 0 or cut[at - 1].text in _OPENING


def _before(cut: tuple[Word, ...], first: int) -> Before:
    if not first:
        return "bound"
    stop = cut[first - 1].text
    return "count" if stop in _COUNTING or stop in _WHOLE or stop[-1] in "所余多" else "word"


def _bound(text: str, floor: int, start: int) -> Before:
    """What stands before a name that nothing of its own run bounds: 两地|职业教育学会 are two bodies, as after a count."""
    if text[max(0, start - 2) : start] in _WHOLE:
        return "count"
    return "count" if start > floor and (text[start - 1].isdigit() or text[start - 1] == "%") else "bound"


def _trimmed(words: tuple[Word, ...], end: int, before: Before) -> Reach:
    """The reach from its first place name on: nothing stands before a place in a name but a wider place."""
    for at in range(len(words)):
        unit = unit_at(words, at)
        if unit is None:
            continue
        first, bare = unit
        if first == 1 and not bare and is_part(words[0]):
            first = 0
        if first and words[first - 1].text in _BEFORE_PLACES:
            first -= 1
        place_end = places_end(words, at)
        return Reach(words[first].start, end, words[first:], before if first == 0 else "word", place_end, bare)
    return Reach(words[0].start if words else end, end, words, before)
