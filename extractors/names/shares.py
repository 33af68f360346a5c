"""The name right before a sum in a list of shares.

Reads::

    拨付40万元，其中甲校25万元、乙校15万元        each receives its share
    收到7万元，其中甲公司5万元、乙公司2万元        each gives its share
    甲县、乙县分别获得19万元和12万元               the first the first sum, the second the second
"""

from __future__ import annotations

import re

from extractors.names.mentions import Mention, Mentions
from extractors.text.money import find_sums
from extractors.text.passage import Passage, Stretch
from extractors.text.sentence_parts import clause_at

_SHARED = re.compile("(?:其中|分别(?:为|是)?|[、，；：和及])\\Z")
HANDED_OUT = re.compile("拨付|安排|下达|补助|捐赠|资助|列支|投入|拨给|援助|分配|发放")
_COLLECTED = re.compile("收到|募集|筹集|筹措|认捐|接受|获得|捐款名单")
SUM = re.compile("[0-9][余多]?[万亿]?元")
FOR_ITS_WORK = re.compile(
    r"[^，。；：0-9]{0,14}?(?:建设|改造|维修|修缮|改建|扩建|新建|培训|购置|项目|工程|采购|配备|设备|更新)(?:经费|资金|投入|约|近|用)?"
    rf"[0-9]{{0,5}}(?:\.[0-9]{{1,4}})?{SUM.pattern}"
)
"""乙校宿舍改造180万元: a part of a sum, for work at the school that it names."""
_IN_TURN = re.compile("(?:分别|依次|各自)(?P<verb>[^，。；0-9]{0,12})")
_AND = re.compile("[、和与及]|以及")
_GETS = re.compile("获|得到|收到|接受|分得|领")
_SEVERAL = 2
_LONGEST_NAME = 32


def share_beside(passage: Passage, mentions: Mentions, sentence: Stretch, at: int) -> tuple[Mention, bool] | None:
    """The name right before a sum in a list of shares, and whether it receives.

    It receives where a sum is handed out (拨付40万元，其中甲校25万元), and gives where one has come in (收到7万元，其中甲公司5万元).
    """
    text = passage.text
    each = _respective(passage, mentions, sentence, at)
    if each is not None:
        return each
    named = [mention for mention in mentions.within(max(sentence.start, at - _LONGEST_NAME), at) if mention.end == at]
    if not named or named[0].kind not in ("organisation", "generic", "role") or not _SHARED.search(text, sentence.start, named[0].start):
        return None
    before = text[sentence.start : named[0].start]
    if _COLLECTED.search(before):
        return named[0], False
    return (named[0], True) if HANDED_OUT.search(before) else None


def _respective(passage: Passage, mentions: Mentions, sentence: Stretch, at: int) -> tuple[Mention, bool] | None:
    """The name among several that a sum among as many belongs to (甲公司、乙公司分别捐款5万元和3万元)."""
    text = passage.text
    clause = clause_at(text, sentence, at)
    turn = _IN_TURN.search(text, clause.start, at)
    names = _joined(passage, mentions, clause.start, turn.start()) if turn else []
    sums = [found.number for found in find_sums(text, turn.end(), clause.end)] if turn else []
    if turn is None or len(names) != len(sums) or len(sums) < _SEVERAL or at not in sums:
        return None
    towards = text[clause.start : names[0].start].endswith(("向", "给", "为", "对"))
    return names[sums.index(at)], towards or _GETS.search(turn["verb"]) is not None or not turn["verb"]


def _joined(passage: Passage, mentions: Mentions, start: int, end: int) -> list[Mention]:
    """The names of a list that ends at an offset."""
    found: list[Mention] = []
    for mention in reversed(mentions.within(start, end)):
        if passage.text[mention.end : found[0].start if found else end] != "" and not (
            found and _AND.fullmatch(passage.text, mention.end, found[0].start)
        ):
            break
        found.insert(0, mention)
    return found
