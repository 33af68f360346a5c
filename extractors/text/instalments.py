"""Find sums that are paid in instalments, each in a sentence or a clause of its own behind the one with the whole.

Reads::

    捐赠资金共计30万元。/ 第一期9万元，于…前支付。/ 第二期10万元，…          the whole, and two instalments
    （一）资助6万元；/ （二）首笔4万元…；/ （三）第二笔1.5万元…             clauses of one rank
    提供资金12万元，用于…。 首付款5万元…。 尾款6万元…。                     sentences of one line

Leaves alone::

    第一期9万元。/ 第二期的金额另行商定。                                   an instalment without its sum
    第一年捐赠9万元。/ 第二年捐赠10万元。                                   no whole before them
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.text.partitions import Division
from extractors.text.passage import Passage, Stretch
from extractors.text.sum_terms import Term, TermIndex

_TURN = r"(?:期|笔|批|次|年度?|学年|学期|阶段)"
_INSTALMENT = re.compile(
    rf"(?:其中)?[，：]?(?:第(?P<number>[一二三四五六七八九十]|[0-9]{{1,2}})(?:个)?{_TURN}|(?P<first>首(?:付|{_TURN})|预付|定金|头[期笔批])|(?P<figure>[一二三四五六七八九十]){_TURN}(?=款|资金|经费|[0-9，：]|支付|拨付)"
    rf"|(?P<middle>中期|二[付]|进度款)|(?P<last>尾[款期]|余款|末{_TURN}|最后一{_TURN}))"
)
_OTHER_DEED = re.compile(r"资助|补助|奖励|派|培训(?!后)|购|学生|教师|[0-9一二两三四五六七八九十][名人所台套册位]")
"""第一年资助学生20名，共2万元 is no instalment of a sum before it."""
_PLACES = "零一二三四五六七八九十"
_BLANK = re.compile(r"[ \t\n]*")
_FAR = 3
"""Sentences without a sum that may stand between the whole and its first instalment."""


def find_instalments(terms: TermIndex) -> Iterator[Division]:
    """The wholes with the instalments behind them, in reading order."""
    done = 0
    for at, found in terms.by_sentence.items():
        wholes = [one for one in found if not one.has_rate]
        if at < done or len(wholes) != 1:
            continue
        parts, end = _instalments(terms, at + 1)
        if len(parts) > 1:
            yield Division(wholes[0], parts, complete=True, all_of_them=True)
        done = end if parts else done


def _instalments(terms: TermIndex, at: int) -> tuple[tuple[Term, ...], int]:
    """The instalments that begin at a sentence or soon behind it, and the sentence behind them; none where one has no sum of its own."""
    sentences = terms.passage.sentences
    first = next((place for place in range(at, min(at + _FAR + 1, len(sentences))) if _opens(terms, place)), len(sentences))
    parts: list[Term] = []
    sound, last, place = True, 0, first
    while place < len(sentences) and (number := _number(terms.passage, sentences[place], last)) is not None:
        own = [one for one in terms.by_sentence.get(place, ()) if not one.has_rate]
        sound = sound and len(own) == 1 and number == last + 1 and not _OTHER_DEED.search(terms.passage.text, own[0].lead, own[0].start)
        parts += own
        last, place = number, place + 1
    return (tuple(parts) if sound else ()), place


def _opens(terms: TermIndex, place: int) -> bool:
    """Whether a sentence has a sum or is an instalment: what stands between the whole and its instalments has none."""
    return place in terms.by_sentence or _number(terms.passage, terms.passage.sentences[place], 0) is not None


def _number(passage: Passage, sentence: Stretch, last: int) -> int | None:
    """Which instalment a sentence opens with: 1 for 首笔 and 第一期; the last is the one behind the others."""
    start = sentence.start
    for _ in range(2):
        node = next(reversed(passage.clauses.ancestry(start)), None)
        start = node.text_start if node is not None and node.start == start else start
    blank = _BLANK.match(passage.text, start, sentence.end)
    found = _INSTALMENT.match(passage.text, blank.end() if blank else start, sentence.end)
    if found is None:
        return None
    number = found["number"] or found["figure"]
    if number is not None:
        return int(number) if number.isdecimal() else _PLACES.index(number)
    return 1 if found["first"] else last + 1
