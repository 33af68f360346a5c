"""Find sums that a list divides, line by line: the whole leads it, stands in the sentence before, or closes it.

Reads::

    捐赠58万元，其中： / （1）运动场42万元； / （2）助学金10万元。        the whole leads
    上述捐赠款分三期支付： / 1.第一期12万元 / 2.…                          the whole stands before
    1.图书购置费3万元 / 2.培训费2万元 / 合计：6万元                         the total closes

Leaves alone::

    三、甲方责任： / 1.提供经费5万元 / 2.捐赠图书价值2万元                  a list of duties divides nothing
    （3）其余款项用于图书馆建设                                            a member without its sum
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from extractors.text.amount_ranges import exactly, total
from extractors.text.clauses import ClauseNode, ordinal
from extractors.text.numerals import read_number
from extractors.text.partitions import FOR_YEARS, Division, TotalBehind
from extractors.text.passage import Passage, Stretch
from extractors.text.sum_terms import TOTAL, Term, TermIndex, multiplied

_LEADS_WITH_SUM = re.compile(
    r"(?:其中|包括|分别为|分别用于|如下|明细|构成|组成|用于|分(?:[0-9一二两三四五六七八九十]{1,2})?(?:期|次|批|年|笔|阶段)[^：。]{0,16}|进度[^：。]{0,8}|方式[^：。]{0,8})[^，。；：]{0,10}[：，]?$|：$"
)
_REFERS = re.compile(
    r"(?:上述|前述|以上|前条|前款|上条|该|此|全部|所捐|本协议)[^。，；]{0,12}(?:款|资金|经费|金额|总额|捐赠)|(?:捐赠|捐助|资助|帮扶|专项|支持|项目|奖助)(?:款项?|资金|经费|金)[^。；]{0,16}分[^，。；]{0,8}(?:期|次|批|年|笔|阶段)"
    r"|(?:支付|拨付|付款|到账|到位)(?:方式|时间|进度|安排|计划|期限)|分(?:[0-9一二两三四五六七八九十]{1,2})(?:期|次|批|年|笔)[^。；]{0,10}(?:支付|拨付|付清|到账|到位|划拨|汇入|捐赠|付款|拨款)"
)
_SPENDS = re.compile(r"支付|拨付|用于|使用|分配|到账|到位|安排|拨款|汇入|划拨|付款|付清|如下")
_REST = re.compile(r"其余|剩余|余下|结余|余额|等(?=[，。；]|$)")
_TOTAL_LINE = re.compile(
    rf"(?:[0-9]{{1,2}}[.、])?[ ]*(?:上述|以上|前述)?(?:[一-龥0-9]{{0,6}})?(?:资金|经费|费用|款项|金额)?(?:(?:全|每)年|每?学[年期])?(?:资金|经费|费用)?(?:合计|{TOTAL})"
)
_WAY_BACK = 1_500
_MOST_ITEMS = 12


@dataclass(frozen=True, slots=True)
class _Item:
    """One member of a list; ``term`` is None where it has no sum of its own that could be told; ``yearly`` is what it makes each time."""

    line: Stretch
    term: Term | None
    has_sum: bool
    yearly: Term | None = None


def find_list_divisions(terms: TermIndex) -> Iterator[Division]:
    """The sums that lists divide, in reading order."""
    passage, closed = terms.passage, set[int]()
    for lead, lines in chain(_lists(terms), _plain_lists(passage)):
        if not terms.within(Stretch(lines[0].start, lines[-1].end)):
            continue
        items = [_item(terms, line) for line in lines]
        yield from _of_lead(terms, lead, items)
        for division in _of_close(terms, items):
            if division.whole.start not in closed:
                yield division
            closed.add(division.whole.start)


def _lists(terms: TermIndex) -> Iterator[tuple[Stretch | None, list[Stretch]]]:
    """The runs of clauses that follow each other at one level on lines of their own, with the line above them."""
    passage = terms.passage
    groups: list[list[ClauseNode]] = []
    last: dict[tuple[str, int], tuple[list[ClauseNode], bool]] = {}
    for node in passage.clauses:
        if node.children:
            continue
        key = (node.style, node.level)
        run, had_sum = last.get(key, ([], False))
        has_sum = terms.has_any(node.start, node.end)
        # of a list's members without sums one at each end is enough to show that not all have one
        if run and (has_sum or had_sum) and run[-1].end <= node.start + 1 and _place(node.number) == _place(run[-1].number) + 1:
            run.append(node)
        else:
            run = [node]
            groups.append(run)
        last[key] = (run, has_sum)
    for run in groups:
        if 1 < len(run) <= _MOST_ITEMS:
            members = [Stretch(node.text_start, min(node.end, passage.line_at(node.start).end)) for node in run]
            yield _line_above(passage, run[0].start), members
            if len(run) > 2 and passage.words(members[0]).endswith("："):
                # 1.捐赠下列物资，共5万元： / 2.图书1万元； / 3.…: the first of them leads the others
                yield members[0], members[1:]


def _plain_lists(passage: Passage) -> Iterator[tuple[Stretch, list[Stretch]]]:
    """The lines without numbers below a line that ends with a colon: all but the last end with ；, or all are short."""
    text = passage.text
    for at, lead in enumerate(passage.lines):
        if text[lead.end - 1] != "：":
            continue
        members: list[Stretch] = []
        for line in passage.lines[at + 1 : at + 1 + _MOST_ITEMS]:
            node = next(reversed(passage.clauses.ancestry(line.start)), None)
            if (node is not None and node.start == line.start) or text[line.end - 1] == "：":
                break
            members.append(line)
            if text[line.end - 1] not in "；，、":
                break
        if len(members) > 1:
            yield lead, members


def _place(number: str) -> int:
    """The number in its list: 3, （c）."""
    letter = number.strip("（）()、.").lower()
    return ord(letter) - ord("a") + 1 if len(letter) == 1 and "a" <= letter <= "z" else ordinal(number) or 0


def _line_above(passage: Passage, start: int) -> Stretch | None:
    """The words above a list: the rest of its own line before it, or the line before."""
    line = passage.line_at(start)
    return Stretch(line.start, start) if line.start < start else passage.line_before(start)


def _item(terms: TermIndex, line: Stretch) -> _Item:
    """The sum of a list's member: its only one, or the one that it calls its total."""
    own = terms.within(line)
    totals = [one for one in own if one.is_total]
    found = own[0] if len(own) == 1 else totals[0] if len(totals) == 1 and own[-1] is totals[0] else None
    if found is not None and found.head:
        found = _for_all(terms.passage.text, found)
    yearly = found if found is not None and found.time and not found.head else None
    if yearly is not None and not yearly.is_total:
        found = None
    return _Item(line, found, bool(own), yearly)


def _for_all(text: str, term: Term) -> Term | None:
    """A sum for each head as what it makes for all of them at one time."""
    made = multiplied(text, replace(term, time=None))
    return replace(made, time=term.time) if made is not None else None


def _of_lead(terms: TermIndex, lead: Stretch | None, items: Sequence[_Item]) -> Iterator[Division]:
    """The members under the line that has their whole, or that speaks of the sum before it."""
    parts = tuple(item.term for item in items if item.term is not None)
    if lead is None or len(parts) < 2:
        return
    passage, words = terms.passage, terms.passage.words(lead)
    if any(item.has_sum and item.term is None for item in items):
        return
    complete = len(parts) == len(items) and not any(_REST.search(passage.words(item.line)) for item in items)
    wholes = terms.within(lead)
    if wholes and not wholes[-1].head:
        if _LEADS_WITH_SUM.search(words) and len(wholes) == 1:
            yield Division(wholes[-1], parts, complete)
        return
    if _REFERS.search(words) and _SPENDS.search(words):
        yield from _of_earlier(terms, lead, parts, complete=complete)


def _of_earlier(terms: TermIndex, lead: Stretch, parts: tuple[Term, ...], *, complete: bool) -> Iterator[Division]:
    """The parts of a sum that stands before: the nearest that they make up, or else the nearest."""
    before = Stretch(max(terms.passage.start, lead.start - _WAY_BACK), lead.start)
    wholes = [one for one in terms.within(before) if not one.has_rate]
    divisions = [Division(whole, parts, complete) for whole in reversed(wholes)]
    everything = len(wholes) > 1 and Division(parts[0], tuple(wholes), complete=True)
    if divisions and not any(one.agrees for one in divisions) and not (everything and everything.sum.meets(divisions[0].sum)):
        yield divisions[0]


def _of_close(terms: TermIndex, items: Sequence[_Item]) -> Iterator[Division]:
    """The members above a line that begins with 合计."""
    passage = terms.passage
    below = _line_below(passage, items[-1].line)
    if below is not None and _TOTAL_LINE.match(passage.words(below)):
        members = items
    else:
        below, members = _closing_item(passage, items)
    if below is None:
        return
    totals = terms.within(below)
    if len(totals) != 1 or totals[0].head:
        return
    known = (item.term or (item.yearly if item.yearly and item.yearly.time == totals[0].time else None) for item in members)
    parts = tuple(part for part in known if part is not None)
    if len(parts) < max(2, len(members)) or any(_REST.search(passage.words(item.line)) for item in members):
        return
    if not _is_of_years(passage.text, totals[0], parts):
        yield TotalBehind(totals[0], parts, complete=True)


def _closing_item(passage: Passage, items: Sequence[_Item]) -> tuple[Stretch | None, Sequence[_Item]]:
    """The first item that is the total of those before it, and these; a list of articles may open and go on with other things."""
    for at, item in enumerate(items):
        if item.term is not None and _TOTAL_LINE.match(passage.words(item.line)):
            first = next((place + 1 for place in range(at - 1, -1, -1) if not items[place].has_sum), 0)
            opened = first == 0 or passage.words(items[first - 1].line).endswith("：")
            return (item.line, items[first:at]) if opened else (None, ())
    return None, ()


def _is_of_years(text: str, stated: Term, parts: Sequence[Term]) -> bool:
    """Whether the parts of one year make the total of several (三年合计)."""
    years = FOR_YEARS.search(text, stated.lead, stated.start)
    many = read_number(years["many"]) if years else None
    return many is not None and total(part.value for part in parts).times(exactly(many)).meets(stated.value)


def _line_below(passage: Passage, line: Stretch) -> Stretch | None:
    at = bisect_right(passage.lines, line.start, key=lambda piece: piece.start) - 1
    return passage.lines[at + 1] if at + 1 < len(passage.lines) else None
