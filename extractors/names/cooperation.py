"""Those who carry out a project together, and the side of each by its place or by its neighbour in the list.

Reads::

    该项目由甲市电教馆、乙区教育局、丙市教研院合作开展        all three are parties
    由甲校、乙校联合实施                                        both

Leaves alone::

    教材由甲出版社、乙公司合作出版                              a business of theirs
    由甲校合作开展                                              one alone cooperates with nobody named
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from extractors.names.aliases import place_of
from extractors.names.clusters import Cluster, find_clusters
from extractors.names.mentions import Mentions
from extractors.names.standings import Standing
from extractors.text.passage import Passage

_BY = re.compile(r"由$")
_COOPERATE = re.compile(
    r"(?:共同|联合|合作){1,2}(?:开展|实施|推进|推动|建设|完成|承担|打造|共建|发起|成立|组建|设立)?(?=[，。；的]|[\u4e00-\u9fff]{2})(?!出版|举办|主办|承办|编写|摄制|拍摄)"
)
_HINT, _SURE = 0.2, 1


def find_cooperating(passage: Passage, mentions: Mentions) -> Iterator[Cluster]:
    """The lists of organisations that carry something out together, in reading order."""
    for sentence in passage.sentences:
        for cluster in find_clusters(passage, mentions, sentence):
            organisations = len(cluster.members) > 1 and cluster.members[0].kind == "organisation"
            before = passage.text[max(sentence.start, cluster.start - 1) : cluster.start]
            if organisations and _BY.search(before) and _COOPERATE.match(passage.text, cluster.end, sentence.end):
                yield cluster


def join_in(passage: Passage, mentions: Mentions, of: Mapping[tuple[int, int], Standing]) -> list[list[Standing]]:
    """The lists of those who cooperate, each marked as acting in the assistance."""
    lists = [
        [of[member.start, member.end] for member in cluster.members if (member.start, member.end) in of]
        for cluster in find_cooperating(passage, mentions)
    ]
    for one in (standing for members in lists for standing in members):
        one.paired = one.acts = True
    return lists


def lean_on_neighbours(lists: list[list[Standing]], groups: Sequence[Standing]) -> None:
    """Who is on no side by its own place is on its neighbour's: 甲市教育信息中心、乙区教育局 (of 甲市).

    The authority of a school that is helped stands beside those who help and is on the school's side.
    """
    helped = [group.name for group in groups if group.side == "recipient" and not group.is_office]
    for members in lists:
        for one in members:
            place = place_of(one.name)
            if one.governs and one.gives < _SURE and place and any(name.startswith(place) for name in helped):
                one.takes = one.gives + _HINT
        for one, other in (*pairwise(members), *pairwise(reversed(members))):
            if other.side == "unknown" and one.side in ("supporter", "recipient"):
                other.gives += _HINT * (one.side == "supporter")
                other.takes += _HINT * (one.side == "recipient")
