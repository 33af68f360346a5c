"""What a sum with a rate can make: each reading of for how many, how often, and together with what it is given.

Reads::

    每年5万元，三年                               5万 × 3
    资助20名学生，每人每学期500元，全年           500 × 20 × 2
    每场3000元，每学期2场，全年                   3000 × 2 × 2, for the number has a rate of its own
    单价150元，200套，运费500元                   150 × 200 + 500
    甲方、丙方每年各5万元，三年                   5万 × 3, and as many times as there are givers
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from decimal import Decimal
from functools import reduce
from itertools import product

from extractors.text.amount_ranges import ONE, Range, exactly, total
from extractors.text.passage import Stretch
from extractors.text.rates import find_rates
from extractors.text.sum_terms import ANY, Factor, Term, find_heads, find_times, in_rate_units

_EACH = re.compile("各|分别|均|每[校所园班县]")
_JOINED = re.compile("[^，。；：]{0,10}[、和及与][^，。；：0-9]{0,8}")
_MOST_YEARS = 12
_MOST_GIVERS = 6
_MOST = 12
"""Factors of one kind that are looked at: a sentence with more is a list."""
_THINGS = frozenset("台 套 册 件 本 辆 张 个 份".split())
_ALL_MEN = frozenset({"教师", "团队", "对象", "师"})


@dataclass(frozen=True, slots=True)
class Together:
    """What several sums with rates make at one time; ``own`` is for how many the last of them is, None where they share one number."""

    value: Range
    own: Range | None


@dataclass(frozen=True, slots=True)
class Given:
    """A sum with a rate, those that share the rate, and what multiplies them."""

    bases: tuple[Term, ...]
    heads: tuple[Factor, ...]
    unlike: tuple[Factor, ...]
    times: tuple[Factor, ...]
    spans: tuple[Range, ...]

    @property
    def base(self) -> Term:
        """The sum with the rate."""
        return self.bases[0]

    @property
    def factors(self) -> tuple[Factor, ...]:
        """What multiplies it, in reading order."""
        return tuple(sorted({*self.heads, *self.times}, key=lambda factor: factor.start))


def find_given(text: str, bases: tuple[Term, ...], stated: Term, region: Stretch, years: Decimal | None) -> Given | None:
    """What multiplies a sum with a rate; None where nothing does."""
    base = bases[0]
    if "其中" in text[base.end : stated.start] or any(one.head != base.head and one.has_rate for one in bases[1:]):
        bases = (base,)
    counted = [one for one in find_heads(text, region.start, region.end) if one.unit not in ("次", "期") or base.head == one.unit]
    heads = tuple(factor for factor in counted if base.head and is_head(factor, base.head))
    own = list(find_times(text, stated.lead, stated.start)) if stated.start > base.start else []
    times = tuple(own or find_times(text, region.start, region.end))
    spans = list(_multiples(base, stated, times, years))
    if base.head:
        spans += _unsaid(text, base, region, said=bool(spans))
    elif spans and _EACH.search(text, base.lead, base.start):
        spans += [span.times(exactly(many)) for span in spans for many in range(2, _MOST_GIVERS + 1)]
    if not spans or (base.head and not heads):
        return None
    units = {one.rate.unit for one in find_rates(text, region.start, region.end) if not one.share and one.end < stated.start}
    spans += list(_oftener(units - {base.time, stated.time}, stated, times, spans))
    unlike = tuple(factor for factor in counted if factor not in heads)
    return Given(bases, heads[:_MOST], unlike[:_MOST], times[:_MOST], tuple(dict.fromkeys(spans))[: 2 * _MOST])


def readings(text: str, given: Given, together: Together | None) -> tuple[Range, ...]:
    """All that a sum with its factors can make."""
    base, spans, flat = given.base, given.spans, total(one.value for one in given.bases[1:])
    each = [factor.value for factor in given.heads]
    counts = [*each, *([total(each)] if len(each) > 1 else ())] or [ONE]
    if together and together.own:
        counts = [together.own]
    sums = [base.value] if len(given.bases) == 1 else [total(one.value for one in given.bases), *(one.value for one in given.bases)]
    others = [ONE, *(factor.value for factor in given.unlike)]
    found = [reduce(Range.times, factors) for factors in product(sums, counts, spans, others)]
    found += [base.value.times(count).times(span).plus(flat) for count, span in product(counts, spans)]
    if together:
        found += [whole for span in spans for whole in (together.value.times(span), together.value.times(span).plus(flat))]
    if any(_is_thing_beside(text, one, head) for one in given.unlike for head in given.heads):
        # 校服200套、书包100个: the total may hold what has no price of its own
        found.append(Range(min(one.low for one in found), None))
    return tuple(found)


def rated_before(before: Sequence[Term]) -> tuple[Term, ...]:
    """The sums with rates of their own since the last total."""
    found: list[Term] = []
    for term in reversed(before):
        if term.is_total:
            break
        if term.has_rate:
            found.insert(0, term)
    return tuple(found)


def made_together(text: str, rated: Sequence[Term], stop: int) -> Together | None:
    """What sums with rates make at one time, up to an offset; None where nothing tells for how many each is.

    每人500元共20人，每人800元共10人: each with its own number. 小学每人500元，初中每人800元，共30人: between both for each of 30.
    """
    if len({one.time for one in rated if one.time}) > 1:
        return None
    if not any(one.head for one in rated):
        return Together(total(one.value for one in rated), None)
    heads = [one for one in find_heads(text, rated[0].lead, stop) if any(term.head and is_head(one, term.head) for term in rated)]
    if len(heads) == len(rated) and all(term.head and is_head(one, term.head) for one, term in zip(heads, rated, strict=True)):
        return Together(total(term.value.times(one.value) for term, one in zip(rated, heads, strict=True)), heads[-1].value)
    if len(heads) != 1 or not all(term.head for term in rated):
        return None
    return Together(_between([one.value for one in rated]).times(heads[0].value), None)


def is_head(factor: Factor, head: str) -> bool:
    """Whether a number is of what a rate is for."""
    if head == ANY:
        return factor.unit != "人"
    return factor.unit == head or (head in _ALL_MEN and factor.unit == "人") or (head == "人" and factor.unit in ("人", "对"))


def _between(values: Sequence[Range]) -> Range:
    highs = [one.high for one in values if one.high is not None]
    return Range(min(one.low for one in values), max(highs) if len(highs) == len(values) else None)


def _is_thing_beside(text: str, one: Factor, head: Factor) -> bool:
    first, second = sorted((one, head), key=lambda factor: factor.start)
    return {one.unit, head.unit} <= _THINGS and _JOINED.fullmatch(text, first.end, second.start) is not None


def _unsaid(text: str, base: Term, region: Stretch, *, said: bool) -> Iterator[Range]:
    """How often a sum for each head may be given where nothing says it: once, or so many years, or to several schools (各40名)."""
    many = (base.time and not said) or _EACH.search(text, region.start, base.start)
    yield from (exactly(often) for often in range(1, _MOST_YEARS + 1 if many else 2))


def _multiples(base: Term, stated: Term, times: Sequence[Factor], years: Decimal | None) -> Iterator[Range]:
    """How often the sum is given: what the paper says, in the units of the sum's rate."""
    said = False
    for factor in times:
        if base.time is None:
            yield factor.value
            said = True
            continue
        for size in in_rate_units(factor, base.time):
            yield factor.value.times(exactly(size / base.every))
            said = True
    if not said and base.time is not None and stated.time is not None:
        for size in in_rate_units(Factor(0, 0, ONE, stated.time), base.time):
            yield exactly(size * stated.every / base.every)
            said = True
    if not said and years is not None and base.time in ("年", "学年") and not base.head:
        yield exactly(years / base.every)


def _oftener(units: AbstractSet[str | None], stated: Term, times: Sequence[Factor], spans: Sequence[Range]) -> Iterator[Range]:
    """How often, where the number of heads or of times has a rate of its own: 每场3000元，每学期2场，全年."""
    whole = [*times, *([Factor(0, 0, ONE, stated.time)] if stated.time else ())]
    for unit in filter(None, units):
        for factor in whole:
            for size, span in product(in_rate_units(factor, unit), spans):
                yield factor.value.times(exactly(size)).times(span)
