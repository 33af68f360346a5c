"""Names that stand together in a sentence and share what is said of them.

Reads::

    到石佛小学、柳沟小学和大湾小学送教          three that receive
    由县实验小学、县第二中学等9所优质学校担任    two
    石佛小学和柳沟小学每学期各派2名教师          two

Leaves alone::

    柏林路小学与石佛小学结成对子                a pair: each on its own side
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from extractors.names.leads import KIND_OF_BODY
from extractors.names.mentions import Mention, Mentions
from extractors.text.passage import Passage, Stretch
from extractors.text.punctuation import HAN

_LISTED = re.compile(r"(?:校长|园长|教师|老师|（(?![^（）\n]{0,16}(?:校|园|单位|方)）)[^（）\n]{1,16}）)?[ ]?[、][ ]?")
_ADDED = re.compile(r"[ ]?(?:和|及|以及|与|或)[ ]?")
_WITH = re.compile(r"[与和同跟-]")
_HELPS = re.compile(r"(?:结对|牵手)(?:帮扶)?|(?:对口)?(?:帮扶|支援|托管|帮带)|帮|带")
_FOLLOWS = tuple((re.compile(rf"[{HAN}](?:{link.pattern})\Z"), link) for link in (_WITH, _HELPS))
_ATTRIBUTE = re.compile(rf"(?:直属|所属|下属|部属)(?:的)?(?:高校|院校|高等学校|学校|医院|单位|企业)?|的?{KIND_OF_BODY}")
_GOVERNED = re.compile(
    r"(?:结对|牵手|到|赴|走进|深入|来到|奔赴|前往|对|给|为|向|与|同|跟|联合|携手|帮扶|支援|援建|帮助|资助|托管|指导|带动|带领|感谢)$"
)
_BESIDE = re.compile(r"联合|会同|携手|协同")
_ACT_AS_ONE = re.compile(r"，|等|共同|在|向|为|对(?!口)|给|到|赴|走进|捐|资助|发起|主办|举办")
_ALIKE = re.compile(r"(?:等|各(?!自的)|分别(?!与|和|同|对|到|向)|均|都|也|两所|三所|每学期|每年|每月|每学年)?")
_REST = re.compile(r"等?(?:[0-9一二三四五六七八九十两]{1,3}(?:所|家|个)[\u4e00-\u9fff]{0,6}?(?:学校|单位|幼儿园|园所|校|园))?")
_TOGETHER = re.compile(r"[^，。；]{0,24}(?:结对|结成|结为|共同|联合|共建|签订|签署|签约|签下|续签|互|携手|牵手)")
_CITES = re.compile(r"(?:借鉴|参照|仿照|对照|学习推广|学习)[^，。；]{0,30}\Z")
_EXAMPLE = re.compile(r"[^，。；]{0,30}(?:经验|做法|模式|案例)")
_LOOK_BACK, _FARTHEST = 4, 36


@dataclass(frozen=True, slots=True)
class Cluster:
    """One name, or several in a list; ``end`` lies behind what sums them up (等9所学校)."""

    members: tuple[Mention, ...]
    start: int
    end: int


def find_clusters(passage: Passage, mentions: Mentions, sentence: Stretch) -> Iterator[Cluster]:
    """The organisations and regions of a sentence, those in one list together, in reading order."""
    named = [
        mention
        for mention in mentions.within(sentence.start, sentence.end)
        if mention.kind in ("organisation", "region") and not _is_cited(passage.text, sentence, mention)
    ]
    named = [one for one, after in zip_longest(named, named[1:]) if after is None or not is_attribute(passage.text, one.end, after.start)]
    held: list[Mention] = []
    for at, mention in enumerate(named):
        if held and _continues(passage.text, sentence, held, mention, named[at + 1 : at + 3]):
            held.append(mention)
            continue
        if held:
            yield _cluster(passage.text, sentence, held)
        held = [mention]
    if held:
        yield _cluster(passage.text, sentence, held)


def _is_cited(text: str, sentence: Stretch, mention: Mention) -> bool:
    """学习借鉴甲校与乙校结对的经验: an example from elsewhere."""
    return (
        _CITES.search(text, max(sentence.start, mention.start - _FARTHEST), mention.start) is not None
        and _EXAMPLE.match(text, mention.end, sentence.end) is not None
    )


def _continues(text: str, sentence: Stretch, held: Sequence[Mention], mention: Mention, following: Sequence[Mention]) -> bool:
    """Whether ``mention`` goes on with the list of ``held``; ``following`` are the two names after it."""
    if mention.kind != held[-1].kind:
        return False
    between = text[held[-1].end : mention.start]
    if _LISTED.fullmatch(between):
        return not (following and _begins_a_pair(text, held[0], mention, following[0]))
    if _BESIDE.fullmatch(between):
        return _ACT_AS_ONE.match(text, mention.end, sentence.end) is not None
    if not _ADDED.fullmatch(between):
        return False
    if following and _LISTED.fullmatch(text[mention.end : following[0].start]) and not _links_next(text, following):
        return False
    if _GOVERNED.search(text[max(sentence.start, held[0].start - _LOOK_BACK) : held[0].start]):
        return True
    if "与" in between:
        return False
    rest = text[mention.end : sentence.end]
    return _TOGETHER.match(rest) is None and (len(held) > 1 or _ALIKE.match(rest) is not None)


def is_attribute(text: str, end: int, start: int) -> bool:
    """教育部直属高校|某某大学: whether a name that ends at ``end`` only says what the one from ``start`` on is."""
    return _ATTRIBUTE.fullmatch(text, end, start) is not None


def _links_next(text: str, following: Sequence[Mention]) -> bool:
    """Whether the next name begins a pair of its own (甲校结对乙校和丙校、|丁校结对戊校)."""
    between = text[following[0].end : following[1].start] if len(following) > 1 else ""
    return _HELPS.fullmatch(between) is not None


def _begins_a_pair(text: str, held: Mention, mention: Mention, following: Mention) -> bool:
    """Whether 、 parts a pair's second name from the next pair, which is linked as the first one is (甲校与乙校、丙校与丁校)."""
    before, between = text[max(0, held.start - _LOOK_BACK) : held.start], text[mention.end : following.start]
    return any(follows.search(before) and link.fullmatch(between) for follows, link in _FOLLOWS)


def _cluster(text: str, sentence: Stretch, held: Sequence[Mention]) -> Cluster:
    end = held[-1].end
    rest = _REST.match(text, end, sentence.end)
    return Cluster(tuple(held), held[0].start, rest.end() if rest else end)
