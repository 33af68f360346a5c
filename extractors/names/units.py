"""The places inside a name: where each begins and ends among the words before an institution's ending.

Reads::

    广州市|白云区, 石门|镇                 words of the list, or a name before a suffix
    澄|海湾|市, 栖霞|岭|市                 a name that the word list cut in pieces
    丰|和县, 鹿|港区, 平川|县城|关          a suffix that the word list joined with its neighbour

Leaves alone::

    城区, 乡镇, 老|城区                    common words with a suffix's character
    落实|县                                a verb before the suffix alone (县教育局)
"""

from __future__ import annotations

from extractors.names.lexicon import read_entries, short_regions
from extractors.names.words import Word

PLACE_SUFFIX = frozenset("省市州盟县区旗镇乡村街")
LEADING_VERBS = frozenset(
    {
        "组织",
        "指导",
        "资助",
        "服务",
        "联合",
        "捐助",
        "培训",
        "培养",
        "关心",
        "关爱",
        "交流",
        "协作",
        "宣传",
        "督导",
        "评估",
        "学习",
        "合作",
        "发展",
    }
)
"""Verbs that names of institutions hold too (指导中心), and that stand before a name (指导|县特校)."""
_LONG_PLACE_SUFFIX = frozenset(
    {
        "街道",
        "社区",
        "新区",
        "开发区",
        "高新区",
        "经开区",
        "自治县",
        "自治州",
        "自治旗",
        "自治区",
        "民族乡",
        "林场",
        "农场",
        "苏木",
        "嘎查",
        "矿区",
    }
)
OFFICERS = frozenset({"省长", "市长", "县长", "区长", "镇长", "乡长"})
_SINGLES_IN_PLACE = 4
_SHORT_PLACE = 2
_DANGLING = 2
_LONGEST_PART = 3
_NOT_NAME_TAGS = frozenset({"v", "vn", "a", "ad", "an", "d", "vd", "l", "i", "t", "m", "p", "c", "r", "x"})
_DOUBLED = frozenset({"乡县", "镇县", "村县", "乡旗", "街镇", "街乡"})
_AUTONOMOUS = frozenset({"自治县", "自治州", "自治旗", "自治区"})
_PEOPLES = frozenset("哈萨克 蒙古 维吾尔 柯尔克孜 塔吉克 锡伯 达斡尔 鄂温克 鄂伦春 裕固 保安 东乡 撒拉 各族 回 藏 土".split())
_OTHER_COUNTIES = frozenset("邻外贵某几数每到在与和向对为给由从赴去来此穷富强")
_FUNCTION_TAGS = frozenset("pcurmqdf")
_SIDES = frozenset("东西南北中新老旧主大小各全本该我各一二三四五六七八九十两")


def places_end(words: tuple[Word, ...], at: int) -> int:
    """Where the chain of places that begins with the unit ending at word ``at`` ends."""
    end = words[at].end
    for later in range(at + 1, min(at + 12, len(words))):
        unit = unit_at(words, later)
        if unit is not None and not unit[1] and words[unit[0]].start <= end:
            end = words[later].end
    return end


def unit_at(words: tuple[Word, ...], at: int) -> tuple[int, bool] | None:
    """The index of the first word of the place whose suffix is word ``at``, and whether it is a suffix alone; None for no place."""
    word = words[at]
    if _is_inside_a_county(words, at):
        return None
    if is_split_suffix(words, at):
        return _suffixed(words, at)
    named = word.text in _LONG_PLACE_SUFFIX and at > 0 and len(words[at - 1].text) == 1  # 棘洪|滩|街道, and not 各|街道
    if word.text in read_entries("generic") and len(word.text) > 1 and not (named and words[at - 1].text not in _SIDES):
        return None
    if word.text in _AUTONOMOUS:
        return _suffixed(words, _people_start(words, at)) if at else (at, True)
    if (word.tag == "ns" and word.text[-1] in PLACE_SUFFIX) or word.text in short_regions():
        whole = len(word.text) > _SHORT_PLACE or word.text in short_regions()
        return (at, False) if whole else (_name_start(words, at), False)
    if word.text in PLACE_SUFFIX or word.text in _LONG_PLACE_SUFFIX:
        return _suffixed(words, at)
    if _joins_suffix(words, at):
        return _name_start(words, at), False
    return None


def _suffixed(words: tuple[Word, ...], at: int) -> tuple[int, bool]:
    """The place before the suffix ``at``; the suffix alone (县教育局) where no name stands before it."""
    if at == 0 or _is_no_name(words[at - 1]):
        return at, True
    first = _name_start(words, at)
    alone = at - first == 1 and len(words[first].text) == 1 and not _is_one_character_county(words, at)
    return (at, True) if alone and words[at].text in PLACE_SUFFIX else (first, False)


def _is_one_character_county(words: tuple[Word, ...], at: int) -> bool:
    """洮|县: a rare character before 县 is its name; 我|县, 邻|县 and 两|县 are everyday words."""
    before = words[at - 1]
    if words[at].text != "县" or before.text in _SIDES | _OTHER_COUNTIES:
        return False
    return before.tag in ("ns", "g", "") or (not before.is_common and before.tag[:1] not in _FUNCTION_TAGS)


def _is_no_name(word: Word) -> bool:
    """落实|县, 市委|市: a verb, or a word of office, before the suffix alone."""
    if word.text in LEADING_VERBS:
        return True
    if len(word.text) == 1 or word.text in read_entries("inside"):
        return False
    return (
        word.text in read_entries("outside")
        or (word.tag in _NOT_NAME_TAGS and word.is_common)
        or (word.text[0] in PLACE_SUFFIX and word.tag != "ns")
    )


def is_part(word: Word) -> bool:
    """桦木|林子镇: a noun of two characters before a place, with nothing else before it, is a part of the place's name."""
    listed = any(word.text in read_entries(name) for name in ("inside", "generic", "descriptive"))
    return len(word.text) == _SHORT_PLACE and word.tag.startswith("n") and word.tag != "nt" and not listed


def is_split_suffix(words: tuple[Word, ...], at: int) -> bool:
    """平川|县城|关: the word list joined the place's suffix with what follows."""
    if at and words[at].text in ("城区", "山区"):
        return _is_county_seat(words[at - 1])
    if at == 0 or at + 1 >= len(words):
        return False
    if words[at].text in OFFICERS:
        return len(words[at + 1].text) == 1 and words[at - 1].text not in read_entries("outside")
    return words[at].text == "县城" and words[at + 1].text in ("关", "东", "西", "南", "北")


def _people_start(words: tuple[Word, ...], at: int) -> int:
    """云麓|土家族|自治县, 青禾|哈萨克|自治县: the index of the first of the peoples whose 自治县 it is, which its name stands before."""
    first = at
    while first > 1 and (words[first - 1].text in _PEOPLES or (words[first - 1].text[-1] == "族" and words[first - 1].tag != "n")):
        first -= 1
    return first


def _is_inside_a_county(words: tuple[Word, ...], at: int) -> bool:
    """望|乡|县, 马|街|镇: a county's or a township's name that ends like a smaller place's."""
    if not 0 < at < len(words) - 1 or len(words[at - 1].text) > 1:
        return False
    return words[at].text + words[at + 1].text in _DOUBLED


def _is_county_seat(before: Word) -> bool:
    """谯|城区, 江|城区: a single character of a name, not 老|城区 or 到|城区."""
    if len(before.text) > 1 or before.text in _SIDES or before.text in PLACE_SUFFIX or before.text in read_entries("outside"):
        return False
    return before.tag.startswith(("n", "j")) or not before.tag


def _joins_suffix(words: tuple[Word, ...], at: int) -> bool:
    """鹿|港区, 合|水乡: the word list joined the name's last character with the suffix."""
    word = words[at].text
    if len(word) != _SHORT_PLACE or word[-1] not in PLACE_SUFFIX or at == 0:
        return False
    before = words[at - 1]
    return len(before.text) == 1 and before.text not in _SIDES and before.text not in PLACE_SUFFIX


def _name_start(words: tuple[Word, ...], at: int) -> int:
    """The index where the name before the place suffix at ``at`` begins."""
    if at == 0:
        return at
    if len(words[at - 1].text) > 1:
        return _with_dangling(words, at - 1)
    first = at - 1
    while first and len(words[first - 1].text) == 1 and at - first < _SINGLES_IN_PLACE and words[first - 1].text not in PLACE_SUFFIX:
        first -= 1
    lone = at - first == 1 and first > 0 and len(words[at].text) == 1
    if lone and 1 < len(words[first - 1].text) <= _LONGEST_PART and _may_be_part(words[first - 1]):
        return _with_dangling(words, first - 1)
    return first


def _may_be_part(word: Word) -> bool:
    """Whether a word can be the first part of a place's name that the word list cut in two (海湾|湾, 栖霞|岭)."""
    if word.tag == "m" and word.text[-1] == "里":
        return True  # 八里|铺
    return word.text[-1] not in PLACE_SUFFIX and word.tag not in _NOT_NAME_TAGS and word.text not in read_entries("inside")


def _with_dangling(words: tuple[Word, ...], first: int) -> int:
    """One or two single characters before the name cannot stand alone: they belong to it."""
    low = max(0, first - _DANGLING)
    while first > low and len(words[first - 1].text) == 1 and words[first - 1].text not in PLACE_SUFFIX:
        first -= 1
    return first
