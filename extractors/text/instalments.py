"""Find sums that are paid in instalments, each in a sentence or a clause of its own behind the one with the whole.

Reads::

    捐赠资金共计30万元。/ 第一期9万元，于…前支付。/ 第二期10万元，…          the whole, and two instalments
    （一）资助6万元；/ （二）首笔4万元…；/ （三）第二笔1.5万元…             clauses of one rank
    共30万元，分三年到账。/ 2023年10万元；2024年10万元；2025年…             the sentence behind it
    提供资金12万元，用于…。 首付款5万元…。 尾款6万元…。                     sentences of one line

Leaves alone::

    第一期9万元。/ 第二期的金额另行商定。                                   an instalment without its sum
    第一年捐赠9万元。/ 第二年捐赠10万元。                                   no whole before them
    共30万元，分三年到账。/ 2023年10万元；2024年10万元。                    not all of them
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.text.partitions import LABEL, Division, instalments
from extractors.text.passage import Passage, Stretch
from extractors.text.sum_terms import Term, TermIndex

_TURN = r"(?:期|笔|批|次|年度?|学年|学期|阶段)"
_INSTALMENT = re.compile(
    rf"(?:其中)?[，：]?(?:第(?P<number>[一二三四五六七八九十]|[0-9]{{1,2}})(?:个)?{_TURN}|(?P<first>首(?:付|{_TURN})|预付|定金|头[期笔批])|(?P<figure>[一二三四五六七八九十]){_TURN}(?=款|资金|经费|[0-9，：]|支付|拨付)"
    rf"|(?P<middle>中期|二[付]|进度款)|(?P<last>尾[款期]|余款|末{_TURN}|最后一{_TURN}))"
)
_OTHER_DEED = re.compile(r"资助|补助|奖励|派|培训(?!后)|购|学生|教师|[0-9一二两三四五六七八九十][名人所台套册位]")
"""第一年资助学生20名，共2万元 is no instalment of a sum before it."""
_OF_IT = re.compile(
    rf"(?:[0-9]{{1,2}}[.、])?(?:(?:具体|其中|上述|以上|该|此|所捐|捐赠|资助|帮扶|项目)?(?:款项?|资金|经费|捐款)?(?:的)?(?:分[^，。；：]{{1,4}})?(?:支付|拨付|到账|付款|到位|拨款)?(?:进度|时间|方式|安排|计划)?(?:为|如下)?[：，]?)?"
    rf"(?:{LABEL.pattern})[^，。；：]{{0,16}}?(?:支付|拨付|到账|到位|付|拨)?[^，。；：0-9]{{0,4}}"
)
"""A sentence that goes on with the sum before it: 资金拨付进度：2023年10月底前到账…"""
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
        parts = parts or _in_one_sentence(terms, at, wholes[0])
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


def _in_one_sentence(terms: TermIndex, at: int, whole: Term) -> tuple[Term, ...]:
    """As many labelled sums of the next sentence with sums as either says that there are: 分三年到账。2023年10万元；2024年…."""
    passage = terms.passage
    place = next((place for place in range(at + 1, min(at + _FAR, len(passage.sentences))) if place in terms.by_sentence), None)
    if place is None:
        return ()
    parts = terms.by_sentence[place]
    times = instalments(passage.text[whole.end : passage.sentences[at].end]) or instalments(passage.text[parts[0].lead : parts[0].start])
    if not _OF_IT.fullmatch(passage.text, _after_number(passage, passage.sentences[place]), parts[0].start):
        return ()
    labelled = all(not part.has_rate and LABEL.search(passage.text, part.lead, part.start) for part in parts)
    return parts if labelled and times == len(parts) else ()


def _after_number(passage: Passage, sentence: Stretch) -> int:
    """Where a sentence begins behind the numbers of its clauses."""
    start = sentence.start
    for _ in range(2):
        node = next(reversed(passage.clauses.ancestry(start)), None)
        start = node.text_start if node is not None and node.start == start else start
    blank = _BLANK.match(passage.text, start, sentence.end)
    return blank.end() if blank else start


def _opens(terms: TermIndex, place: int) -> bool:
    """Whether a sentence has a sum or is an instalment: what stands between the whole and its instalments has none."""
    return place in terms.by_sentence or _number(terms.passage, terms.passage.sentences[place], 0) is not None


def _number(passage: Passage, sentence: Stretch, last: int) -> int | None:
    """Which instalment a sentence opens with: 1 for 首笔 and 第一期; the last is the one behind the others."""
    found = _INSTALMENT.match(passage.text, _after_number(passage, sentence), sentence.end)
    if found is None:
        return None
    number = found["number"] or found["figure"]
    if number is not None:
        return int(number) if number.isdecimal() else _PLACES.index(number)
    return 1 if found["first"] else last + 1
