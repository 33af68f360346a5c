"""Organisations that a document pairs: in sentences, lists and tables.

Reads::

    甲校与乙校、丙校结成帮扶对子              甲校 with 乙校, 甲校 with 丙校
    甲园、乙园分别与丙园、丁园结对            甲园 with 丙园, 乙园 with 丁园
    城关一小-石佛小学                         by their order, or by the columns of a table

Leaves alone::

    甲校与师生座谈                            nobody else
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.names.clusters import Cluster, find_clusters
from extractors.names.deeds import NOTHING, Weight, weigh_subject
from extractors.names.mentions import Mention, Mentions
from extractors.names.tables import Table, cells_of, find_tables
from extractors.text.passage import Passage, Stretch

_PAIRED = re.compile(
    r"结成|结为|结对|建立[^，。；]{0,10}(?:结对|帮扶|关系)|帮扶对子|签订|签署|签约|签下|续签|牵手|组成|组建|互助|共建|联席会议|共同召开|会商"
    r"|开展[^，。；]{0,12}(?:结对|帮扶|共建|协作|支援|牵手|支持|校际|手拉手)"
)
_FIRM = re.compile(r"(?:结成|结为|结对|手拉手|牵手|帮扶关系)(?!学校共同)")
_BOTH = re.compile(r"双方|[两三四二]校|[两三]园|两地|共同|互|联合|携手|一道|彼此")
_JOINED = re.compile(r"(?:(?<!参)与|和|同|跟|联合|携手|牵手)[^，。；]{0,2}$")
_LINKED = re.compile(r"(?:（[^（）\n]{1,12}）)?(?:[ \t]{0,8}-{1,3}>?[ \t]{0,8}|[ ]{0,8}(?:\t|→|\|)[ ]{0,8})")
_HELPS = re.compile(
    r"(?:再|又|也|还|分别|联合|共同|继续|组团|一对一){0,2}(?:(?:结对|对口|组团|牵手|联合)?(?:帮扶|支援|托管|帮带|带动|帮|带|辐射|联系|对接|捆绑|接管|领办)|结对|牵手)(?:了)?"
)
_HELPED_BY = re.compile(r"[^。；]{0,20}由(?:[^，。；]{0,6}的)?")
_HELPS_IT = re.compile(
    r"(?:负责|牵头|进行|具体|继续|“组团式”|“一对一”){0,2}(?:结对|对口|组团|定点)?(?:帮扶|支援|支持|托管|指导|帮带|带动|援助|包保)"
)
"""甲校由乙校托管."""
_EXCHANGED = re.compile(r"[^，。；]{0,16}(?:教师|老师|干部|骨干|人员)[^，。；]{0,6}(?:到|赴|去|前往)")
_ROTATES = re.compile(r"[^，。；]{0,4}(?:轮岗|交流轮岗)(?!任教|支教|帮扶)")
"""Teachers change places, and that alone tells no side."""
_FARTHEST_PARTNER = 60
_FARTHEST = 18
_COLUMNS = 2


@dataclass(frozen=True, slots=True)
class Pair:
    """Two paired names in reading order.

    ``headed`` where it is certain that the first gives; ``firm`` where the two are said to help each other; ``listed``
    where a dash or a column joins them; ``then`` what the
    sentence goes on to say of the first.
    """

    first: Mention
    second: Mention
    headed: bool = False
    firm: bool = False
    listed: bool = False
    then: Weight = NOTHING


def find_pairs(passage: Passage, mentions: Mentions) -> Iterator[Pair]:
    """The pairs of organisations in reading order."""
    tables = tuple(find_tables(passage))
    for sentence in passage.sentences:
        clusters = [one for one in find_clusters(passage, mentions, sentence) if one.members[0].kind == "organisation"]
        row = list(_in_row(passage, sentence, clusters, tables)) if len(clusters) > 1 else []
        yield from row
        if row:
            continue
        paired = _PAIRED.search(passage.text, sentence.start, sentence.end) is not None
        for neighbours in pairwise(clusters):
            yield from _between(passage, mentions, sentence, neighbours, paired=paired)


def _between(
    passage: Passage, mentions: Mentions, sentence: Stretch, neighbours: tuple[Cluster, Cluster], *, paired: bool
) -> Iterator[Pair]:
    first, second = neighbours
    between = passage.text[first.end : second.start]
    if _HELPED_BY.fullmatch(between) and _HELPS_IT.match(passage.text, second.end, sentence.end):
        yield from (Pair(one, other, headed=True) for one, other in _matched(second.members, first.members))
    elif _HELPS.fullmatch(between):
        yield from (Pair(one, other, headed=True) for one, other in _matched(first.members, second.members))
    elif (
        _LINKED.fullmatch(between)
        or _faces(passage.text, sentence, first, second, paired=paired)
        or _heads_a_line(passage.text, mentions, sentence, neighbours)
        or _exchanges(passage.text, sentence, neighbours)
    ):
        listed = _LINKED.fullmatch(between) is not None
        yield from (Pair(one, other, listed=listed) for one, other in _matched(first.members, second.members))
    elif (
        paired
        and _reaches(passage.text, between, first, second, sentence)
        and "。" not in between
        and "；" not in between
        and _JOINED.search(between)
    ):
        one_by_one = "分别" in between
        firm = _FIRM.search(passage.text, second.end, sentence.end) is not None
        then = _goes_on(passage.text, mentions, second.end, sentence.end)
        yield from (Pair(one, other, firm=firm, then=then) for one, other in _matched(first.members, second.members, one_by_one=one_by_one))


def _reaches(text: str, between: str, first: Cluster, second: Cluster, sentence: Stretch) -> bool:
    """Whether the first name is near enough to be the second's partner, or begins the sentence that ends in 与…结对."""
    if len(between) <= _FARTHEST:
        return True
    begins = first.start - sentence.start <= _COLUMNS * _COLUMNS
    return begins and len(between) <= _FARTHEST_PARTNER and _FIRM.match(text, second.end, sentence.end) is not None


def _goes_on(text: str, mentions: Mentions, start: int, end: int) -> Weight:
    """What the first of a pair does, by the clause after the pairing (甲校与乙校结对，全年送教4次); nothing where both or another act."""
    stop = text.find("；", start, end)
    comma = text.find("，", start, end if stop < 0 else stop)
    if comma < 0 or not _FIRM.search(text, start, comma):
        return NOTHING
    clause = re.compile("[^，；]{0,60}").match(text, comma + 1, end)
    if clause is None or _BOTH.search(clause.group()) or mentions.overlapping(comma, comma + 2):
        return NOTHING
    return weigh_subject(text, Stretch(*clause.span()))


def _faces(text: str, sentence: Stretch, first: Cluster, second: Cluster, *, paired: bool) -> bool:
    """甲校：乙校 as a line of its own, 甲校（乙校） in a sentence about pairs."""
    between = text[first.end : second.start]
    if between == "：":
        return first.start == sentence.start and second.end == sentence.end
    return paired and between == "（" and text.startswith("）", second.end)


def _heads_a_line(text: str, mentions: Mentions, sentence: Stretch, neighbours: tuple[Cluster, Cluster]) -> bool:
    """甲校与乙校：甲校送课54节: a pair at the head of a line that goes on to tell of one of them."""
    first, second = neighbours
    if first.start != sentence.start or text[first.end : second.start] != "与" or not text.startswith("：", second.end):
        return False
    names = {first.members[0].name, second.members[-1].name}
    return any(mention.name in names for mention in mentions.within(second.end, sentence.end))


def _exchanges(text: str, sentence: Stretch, neighbours: tuple[Cluster, Cluster]) -> bool:
    """乙校派出16名教师到甲校轮岗."""
    first, second = neighbours
    return _EXCHANGED.fullmatch(text, first.end, second.start) is not None and _ROTATES.match(text, second.end, sentence.end) is not None


def _in_row(passage: Passage, sentence: Stretch, clusters: Sequence[Cluster], tables: Sequence[Table]) -> Iterator[Pair]:
    """The pairs of a table's row, by the columns that the nearest heading above gives to givers and receivers."""
    at = bisect_left(tables, sentence.start, key=lambda table: table.start) - 1
    cells = cells_of(passage.text, sentence)
    if at < 0 or max(tables[at].giving, tables[at].taking) >= len(cells):
        return
    giving, taking = (
        [one for one in clusters if cells[column].start <= one.start < cells[column].end]
        for column in (tables[at].giving, tables[at].taking)
    )
    for giver in giving:
        for taker in taking:
            yield from (Pair(one, other, headed=True) for one, other in _matched(giver.members, taker.members))


def _matched(firsts: Sequence[Mention], seconds: Sequence[Mention], *, one_by_one: bool = False) -> Iterator[tuple[Mention, Mention]]:
    if one_by_one and len(firsts) == len(seconds):
        yield from zip(firsts, seconds, strict=True)
        return
    yield from ((firsts[0], other) for other in seconds)
    yield from ((one, seconds[0]) for one in firsts[1:])
