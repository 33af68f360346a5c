"""The sums of a sentence as terms of a reckoning: what they can be, their own rate, whether they say a total, and what multiplies them.

Reads::

    每年5万元，三年共计20万元        5万 per 年; a total; three times 年
    资助20名学生，每人1000元         1000 per head; twenty heads
    1500元/生·年                     the same, behind the figure

A rate is a sum's own where it stands right before it or right behind it; a sentence's rate that governs another sum is none of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from extractors.text.amount_ranges import Range, exactly, range_of
from extractors.text.bounds import plain
from extractors.text.counts import find_counts
from extractors.text.money import Sum, find_sums
from extractors.text.numerals import read_number
from extractors.text.other_money import is_other_money
from extractors.text.passage import Passage, Stretch
from extractors.text.rates import find_rates

TOTAL = r"(?:共计|合计|总计|总共|一共|累计|总额|总金额|总经费|总预算|总投入|总投资|总费用|总价值?|总资金|总量|资金总量|共(?!同|建|享|青|育|和|有[0-9一二两三四五六七八九十]+[名所个]))"
_MONEY = re.compile("[元圆￥币块万亿]|RMB|CNY")
_TOTAL_BEFORE = re.compile(rf"{TOTAL}(?:[^，。；、：0-9（]{{0,10}}|[^，。；、0-9（]{{0,8}}[：（])(?:人民币|￥)?[ ]?$")
_YEARLY_TOTAL = re.compile(
    r"(?<![0-9一二两三四五六七八九十每全])年度?[^，。；、0-9年]{0,8}(?:总额|总量|总计|合计|共计|总金额)[^，。；、0-9年]{0,4}$"
)
"""年资助总额2万元 is the total of one year."""
_EACH_THING = re.compile(r"每[一]?(?P<unit>台|套|册|件|本|辆|张|间|幅|部|块|床|箱|份|双|只|组|支|架|盒)[^，。；：0-9]{0,10}$")
_UNIT_PRICE = re.compile(r"单价(?:为|约|是|人民币|￥|：|[ ])*$")
_HEAD_PRICE = re.compile(
    r"(?:资助|奖励|补助|救助|慰问|帮助)[^，。；、：]{0,20}?[0-9一二两三四五六七八九十百]{1,5}(?:名|人|位)[^，。；、：0-9]{0,12}?，(?:每人|每生)?(?P<head>[人生]均)(?:资助|补助|奖励|标准|发放|金额|约|为|人民币|￥){0,3}$"
)
"""资助学生10名，人均500元 is a rate; 人均收入 and 人均经费 are figures of the place."""
ANY = "*"
"""The head of a unit price: whatever is counted beside it."""
_TIME_RATE = frozenset({"年", "学年", "学期", "月", "季度", "周", "天", "次", "期", "批"})
_BEHIND = re.compile(
    r"[ ]?[/每][ ]?(?P<one>学期|学年|年|月|季度|人|生|名|校|所|班|台|套|次|天)(?:[·/每、][ ]?(?P<two>学期|学年|年|月|人|生|名))?"
)
_TIMES = re.compile(
    r"(?<![零〇一二三四五六七八九十第每近几半前后隔这\-~])(?P<times>(?<![0-9])[0-9]{1,2}|[一二两三四五六七八九十]{1,3})(?:个)?(?P<unit>整?(?:学年|学期|年度|周年|年|季度)|(?<=个)月|期|批|次|轮)(?!级|制|龄|前|来|后|以[前后来]|度?计划|[0-9一二三四五六七八九十]{1,2}月)"
)
_SPAN = re.compile(
    r"(?P<first>20[0-9]{2})(?:年度?)?(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?)?(?:起)?[ ]?(?:-{1,2}|至|到)[ ]?(?P<last>20[0-9]{2})年"
)
_HEADS = frozenset("名 位 人 生 户 台 套 册 间 所 校 个 班 对 项 次 场 节 期 辆 件 本 份 张 组 家 支 门 人次 课时 天".split())
_SAME = {"生": "人", "名": "人", "位": "人", "校": "所", "学校": "所", "园": "所", "人次": "人", "家": "所"}
_CLASSES = re.compile("(?:教学)?班(?!主任)")


@dataclass(frozen=True, slots=True)
class Term:
    """A sum with its place; ``lead`` is where the words before it begin. ``time`` and ``head`` are the units of its own rate.

    ``every`` is how many of the unit the rate has (每两年: 2).
    """

    sum: Sum
    lead: int
    value: Range
    is_total: bool
    time: str | None = None
    every: Decimal = Decimal(1)
    head: str | None = None

    @property
    def start(self) -> int:
        """Where its words begin."""
        return self.sum.start

    @property
    def end(self) -> int:
        """Where its words end."""
        return self.sum.end

    @property
    def has_rate(self) -> bool:
        """Whether it is so much a time or a head."""
        return self.time is not None or self.head is not None


@dataclass(frozen=True, slots=True)
class Factor:
    """A number that multiplies a sum: 三年, 20名; ``unit`` as in a rate, of people always 人."""

    start: int
    end: int
    value: Range
    unit: str


class TermIndex:
    """The terms of a document's sentences, found once; whoever reckons takes those of the stretch that it looks at.

    ``by_sentence`` has the terms of each sentence that has any, by its place among the passage's.
    """

    def __init__(self, passage: Passage) -> None:
        """Find them."""
        self.passage = passage
        text = passage.text
        with_money = ((at, one) for at, one in enumerate(passage.sentences) if _MONEY.search(text, one.start, one.end))
        found = ((at, find_terms(text, sentence)) for at, sentence in with_money)
        self.by_sentence = {at: terms for at, terms in found if terms}
        self._all = tuple(term for terms in self.by_sentence.values() for term in terms)
        self._starts = [term.start for term in self._all]

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self._all)

    def within(self, stretch: Stretch) -> tuple[Term, ...]:
        """Those between two offsets; none leads back beyond the first."""
        first, last = bisect_left(self._starts, stretch.start), bisect_left(self._starts, stretch.end)
        found = self._all[first:last]
        if found and found[0].lead < stretch.start:
            return (replace(found[0], lead=stretch.start), *found[1:])
        return found

    def has_any(self, start: int, end: int) -> bool:
        """Whether one begins between two offsets."""
        at = bisect_left(self._starts, start)
        return at < len(self._starts) and self._starts[at] < end

    def sentences(self) -> Iterator[tuple[Stretch, tuple[Term, ...]]]:
        """Each sentence with its terms, without those that have none."""
        return ((self.passage.sentences[at], found) for at, found in self.by_sentence.items())


def find_terms(text: str, stretch: Stretch) -> tuple[Term, ...]:
    """The sums between two offsets that somebody gives, in reading order."""
    if not _MONEY.search(text, stretch.start, stretch.end):
        return ()
    rates = tuple(find_rates(text, stretch.start, stretch.end))
    found: list[Term] = []
    at = stretch.start
    for one in find_sums(text, stretch.start, stretch.end):
        priced = _UNIT_PRICE.search(text, max(at, one.number - 12), one.number)
        shared = _HEAD_PRICE.search(text, max(at, one.number - 60), one.number)
        if (not priced and not shared and is_other_money(text, stretch, one.start, one.end)) or one.amount.currency != "CNY":
            continue
        lead, at = at, one.end
        time, every, head = None, Decimal(1), None
        for rate in rates:
            if lead <= rate.start < one.number:
                if rate.rate.unit in _TIME_RATE:
                    time, every = rate.rate.unit, Decimal(rate.rate.count)
                else:
                    head = _SAME.get(rate.rate.unit, rate.rate.unit)
        thing = _EACH_THING.search(text, lead, one.number)
        head = "人" if shared else ANY if priced else _SAME.get(thing["unit"], thing["unit"]) if thing else head
        yearly = _YEARLY_TOTAL.search(text, lead, one.number)
        time = time or ("年" if yearly else None)
        behind = _BEHIND.match(text, one.end, stretch.end)
        for unit in behind.groups() if behind else ():
            if unit in _TIME_RATE:
                time = unit
            elif unit:
                head = _SAME.get(unit, unit)
        marked = _TOTAL_BEFORE.search(text, lead, one.number) is not None
        found.append(Term(one, lead, _values(one), marked, time, every, head))
    return tuple(found)


def _values(found: Sum) -> Range:
    """What a sum can be; one that is written twice with two values may be either."""
    figures = [Decimal(figure) for figure in found.figures]
    return Range(min(figures), max(figures)) if len(set(figures)) > 1 else range_of(found.amount)


def find_times(text: str, start: int, end: int) -> Iterator[Factor]:
    """How long or how often: 三年, 6个学期, 分三期, 2024年至2026年."""
    for match in _TIMES.finditer(text, start, end):
        value = read_number(match["times"])
        if value is not None and value:
            unit = match["unit"].lstrip("整")
            yield Factor(match.start(), match.end(), exactly(value), {"年度": "年", "周年": "年"}.get(unit, unit))
    for match in _SPAN.finditer(text, start, end):
        years = int(match["last"]) - int(match["first"])
        if 0 < years <= 12:
            yield Factor(match.start(), match.end(), Range(Decimal(years), Decimal(years + 1)), "年")


def find_heads(text: str, start: int, end: int) -> Iterator[Factor]:
    """How many people or things: 20名, 5所."""
    for count in find_counts(text, start, end):
        if count.unit in _HEADS or not count.unit:
            unit = "班" if count.unit == "个" and _CLASSES.match(text, count.noun, end) else _SAME.get(count.unit, count.unit)
            yield Factor(count.start, count.noun, range_of(count.amount), unit or "人")


def in_rate_units(factor: Factor, time: str) -> tuple[Decimal, ...]:
    """How many of a rate's units of time there are in one of the factor's: two 学期 in 年; of months the year has 12, of school 9 or 10."""
    if factor.unit == time or {factor.unit, time} == {"年", "学年"}:
        return (Decimal(1),)
    year = {"学期": (2,), "月": (12, 10, 9, 11), "季度": (4,)}
    if factor.unit in ("年", "学年"):
        return tuple(Decimal(one) for one in year.get(time, ()))
    if factor.unit == "学期" and time == "月":
        return tuple(Decimal(one) for one in (5, 6, 4))
    if factor.unit in year and time in ("年", "学年"):
        return tuple(Decimal(1) / one for one in year[factor.unit])
    return ()


def multiplied(text: str, term: Term) -> Term | None:
    """A sum for each head with the one number of heads before it as the sum that it makes: 一等奖2名，每名5万元 is 100000."""
    heads = list(find_heads(text, term.lead, term.start)) or list(find_heads(text, term.end, term.end + 12))
    if len(heads) != 1 or term.time is not None:
        return None
    return replace(term, value=term.value.times(heads[0].value), head=None)


def told(term: Term) -> str:
    """A sum in figures of yuan, without its rate; the one of its two readings that the record gives."""
    amount = term.sum.amount
    low = Decimal(amount.min or amount.max or 0)
    return plain(low) if term.value.low <= low <= (term.value.high or low) else term.value.told()
