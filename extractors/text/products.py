"""Find products that a paper states with their factors: a sum for each year or head, how many, and the total.

Reads::

    每年5万元，三年共计20万元                   5万 × 3 and 20万
    连续三年每年资助5万元，共计20万元            the same
    总额20万元，分四年拨付，每年6万元            6万 × 4 and 20万
    资助20名学生，每人1000元，共计3万元          1000 × 20 and 3万
    捐赠助学金3万元，资助学生20名，每人1000元    the same

Leaves alone::

    每年5万元，另捐赠图书，共计20万元            a total of more than the product
    每年5万元，丙方三年共提供20万元              somebody else's
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain, pairwise

from extractors.text.amount_ranges import Range
from extractors.text.bare_totals import is_bare_total
from extractors.text.passage import Stretch
from extractors.text.product_readings import Given, Together, find_given, is_head, made_together, rated_before, readings
from extractors.text.sum_terms import TOTAL, Factor, Term, TermIndex, find_heads

_TIMES = r"(?:[0-9]{1,2}|[一二两三四五六七八九十]{1,3})个?(?:学年|学期|年度|年|月|季度|期|批|次)"
_OWN_TOTAL = re.compile(
    r"[ ]*(?:即|则|上述|以上|该|故|因此)?(?:(?:协议|合同|帮扶|资助|结对|合作|协作|托管|捐赠|项目|支教)?(?:期限?|周期)(?:内|间)?)?"
    rf"(?:连续|分|为期|前后|共|按|以)?(?:{_TIMES})?(?:内|间|期间|下来|期限?|计算?|里)?(?:[^，。；0-9]{{0,8}}[0-9一二两三四五六七八九十百]{{1,5}}(?:名|位|人|所|个|台|套|对|户|家)[^，。；0-9]{{0,8}}?)?"
    r"(?:每年|每学年|每学期|每月|全年|年度|一年|年)?(?:需|应|须)?(?:资助|奖励|补助|发放|投入|出资|拨付|安排|支付|支持)?(?:资金|经费|奖金|补助(?:金|费)?|补贴|助学金|奖学金|费用|金额|款项|价值|资助金?额?|奖励(?:金|资金)?)?"
    rf"(?:合计|{TOTAL})(?:[^，。；、：0-9（]{{0,10}}|[^，。；、0-9（]{{0,8}}[：（])(?:人民币|￥)?[ ]?"
)
_PIECES = re.compile("[，；：（）。]")
_NEW_GIFT = re.compile("捐|赠|资助|提供|奖励")
_GIVES = re.compile("捐|赠|提供|配备|送(?!教)|出资|拨付|投入")
_OTHERS = re.compile(
    r"另外|另(?!一)|此外|还(?=捐|将|为|有|提|给|资)|加上|连同|外加|同时(?=捐|为|给|向|提)|以及(?![^，。；]{0,8}[元])|配套|首年|第一年|逐年|递增|不等|[和及](?:图书|物资|设备|学习用品|校服|书包)|物资|图书|电脑|设备|折价|(?<!总)价值(?!共|合|总)|社会|争取|预计共|余款|其余|剩余|部分|首批|扩大|扩展|减[为至到少]|增[至加到]|调[整高减]|[提升]高|[降升]低?[为至到]"
)
_EVERY_TIME = re.compile(r"[^。；]{0,48}?(?:每年度?|每学年|每学期|每月|每期|每次|每批|每个?学年)(?:各|均|平均)?[^，。；0-9]{0,12}")
_SPLIT = re.compile(rf"[分按][^，。；]{{0,16}}?{_TIMES}|{_TIMES}[^，。；]{{0,8}}$")
"""分三年等额拨付, 三年共: what makes the sum before it one of several times."""
_GIVEN_TO_HEADS = re.compile(r"资助|奖励|补助|用于|发放|帮助|受助|惠及|奖给|表彰|救助|慰问")
_VALUE_OF_GOODS = re.compile("价值|折|原值")
_NOT_ALL = re.compile(
    r"其余|并|剩余|余款|余下|其中|部分|另|同时|还|等|和[^，。；]{0,10}(?:用品|校服|书包|图书|物资)|起|以[上下]|最高|不超过|不等|每[月周天]|先后|已|首[批年]|前[一二两三四五]年|后[一二两三四五]年|第[一二三四五]年"
)
_PURPOSE = re.compile(
    "，?(?:专项|主要|全部)?(?:用于|支持|帮助|协助|改善)(?:(?![另并再捐赠送还含、]|加上|以及|连同)[^，。；：元]){2,30}(?=[，。；])"
)
"""每年3万元支持乙方购置图书，总额9万元: what it is for, and no gift beside it."""
_PAID_OFF = re.compile(
    rf"，(?:共)?分?(?P<times>{_TIMES})(?:之?内)?(?:全部|共|合计)?(?:付清|付完|结清|付讫|给付完毕|支付完毕|拨付完毕|拨付到位|全部到位|到位|到账|捐完|拨清|完成支付|支付完)(?=[，。；）]|$)"
)
_SOME_YEARS = re.compile("[前后首头末][一二两三四五]?年")
_NEAR = re.compile("[^。；]{0,24}")
_LATER = re.compile("以后|此后|之后|次年|第[二三四]年|其余|从第")


@dataclass(frozen=True, slots=True)
class Product:
    """A sum, its factors, and the total that they should make."""

    base: Term
    factors: tuple[Factor, ...]
    stated: Term
    readings: tuple[Range, ...]

    @property
    def agrees(self) -> bool:
        """Whether one reading of the factors gives the total."""
        return any(one.meets(self.stated.value) for one in self.readings)


def find_products(terms: TermIndex, years: Decimal | None = None) -> Iterator[Product]:
    """The products of a document; ``years`` is how long its agreement runs, for a total of the whole term that does not say it."""
    text = terms.passage.text
    before: Stretch | None = None
    for sentence, found in terms.sentences():
        own = list(_totals_behind(text, sentence, found, years)) or list(_totals_before(text, sentence, found))
        follows = before is not None and not text[before.end : sentence.start].strip() and text[before.end - 1] in "。；"
        if not own and before is not None and follows and found[0].is_total and not any(one.has_rate for one in found):
            both = Stretch(before.start, sentence.end)
            own = [one for one in _totals_behind(text, both, terms.within(both), years) if one.stated.start >= sentence.start]
        yield from own
        before = sentence


def _totals_behind(text: str, sentence: Stretch, terms: tuple[Term, ...], years: Decimal | None) -> Iterator[Product]:
    """每年5万元，三年共计20万元."""
    begins = _runs(text, terms)
    for at, stated in enumerate(terms):
        bases = _bases(terms, begins, at)
        if not bases or stated.head or not _is_total(text, bases, stated):
            continue
        if _OTHERS.search(text, _behind_purpose(text, bases), stated.start):
            continue
        if _LATER.search(text, bases[0].lead, bases[0].start):
            continue
        region = Stretch(max(sentence.start, bases[0].lead), _clause_end(text, stated.end, sentence.end))
        rated = rated_before(terms[:at])
        together = made_together(text, rated, stated.start) if len(rated) > 1 else None
        if together or len(rated) == 1:
            yield from _product(text, find_given(text, bases, stated, region, years), stated, together)


def _behind_purpose(text: str, bases: Sequence[Term]) -> int:
    """Where the words behind a sum begin that could name more than it."""
    purpose = _PURPOSE.match(text, bases[-1].end) if len(bases) == 1 else None
    return purpose.end() if purpose else bases[0].end


def _is_total(text: str, bases: Sequence[Term], stated: Term) -> bool:
    """Whether a sum is the total of those before it: it says so, or nothing else can be meant."""
    if not stated.is_total:
        return is_bare_total(text, bases, stated)
    return _is_own_total(text[bases[-1].end : stated.sum.number])


def _is_own_total(between: str) -> bool:
    """Whether the words between a sum and a total say nothing but how often, to how many and what for."""
    pieces = [piece for piece in _PIECES.split(between) if piece.strip() and piece not in ("人民币", "￥")]
    return bool(pieces) and _OWN_TOTAL.fullmatch(pieces[-1]) is not None and not any(map(_GIVES.search, pieces[:-1]))


def _runs(text: str, terms: Sequence[Term]) -> tuple[int, ...]:
    """For each sum where the run begins that ends with it: those that share a rate (每年教研经费3万元、奖教金2万元); linear in the sums."""
    begins: list[int] = []
    for at, term in enumerate(terms):
        opens = at == 0 or terms[at - 1].is_total or (term.has_rate and not text.startswith(("、", "和"), term.lead, term.start))
        joined = not opens and _NEAR.fullmatch(text[terms[at - 1].end : term.lead + 1])
        begins.append(begins[-1] if joined else at)
    return tuple(begins)


def _bases(terms: tuple[Term, ...], begins: Sequence[int], at: int) -> tuple[Term, ...]:
    """The sums with rates right before a total, those that share the rate with them."""
    if at == 0 or terms[at - 1].is_total or not terms[begins[at - 1]].has_rate:
        return ()
    return terms[begins[at - 1] : at]


def _product(text: str, given: Given | None, stated: Term, together: Together | None = None) -> Iterator[Product]:
    if given is not None:
        yield Product(given.base, given.factors, stated, readings(text, given, together))


def _totals_before(text: str, sentence: Stretch, terms: Sequence[Term]) -> Iterator[Product]:
    """总额20万元，分四年拨付，每年6万元; 捐赠助学金3万元，资助学生20名，每人1000元."""
    for stated, base in pairwise(terms):
        between = text[stated.end : base.sum.number]
        if stated.head or not base.has_rate or base.is_total or (stated.time and stated.time == base.time and not base.head):
            continue
        tail = text[base.end : _clause_end(text, base.end, sentence.end)]
        paid = _PAID_OFF.match(text, base.end, sentence.end)
        region = Stretch(stated.lead, paid.end() if paid else _clause_end(text, base.end, sentence.end))
        if base.head is None:
            if _is_split(text, stated, between) and not _NOT_ALL.search(tail):
                yield from _product(text, find_given(text, (base,), stated, region, None), stated)
        elif _VALUE_OF_GOODS.search(text, stated.lead, stated.start):
            continue
        elif any(one.head for one in terms if one.start > base.start):
            continue  # 初中生20名，每人500元，高中生10名，每人1000元
        elif _GIVEN_TO_HEADS.search(between) and not _NOT_ALL.search(between) and not _NOT_ALL.search(text[base.end : sentence.end]):
            people = [factor for factor in find_heads(text, stated.end, base.start) if is_head(factor, base.head)]
            if len(people) == 1 and "；" not in between:
                yield from _product(text, find_given(text, (base,), stated, Stretch(stated.end, region.end), None), stated)


def _is_split(text: str, stated: Term, between: str) -> bool:
    """Whether a sum is given in shares: 20万元，分四年拨付，每年6万元; and nothing else is given in between."""
    if not _EVERY_TIME.fullmatch(between) or _OTHERS.search(between) or _SOME_YEARS.search(between):
        return False
    pieces = _PIECES.split(between)
    if any(_NEW_GIFT.search(piece) for piece in pieces[:-1]):
        return False
    return stated.is_total or _SPLIT.search(between) is not None or _SPLIT.search(text, stated.lead, stated.start) is not None


def _clause_end(text: str, at: int, end: int) -> int:
    return min((spot for mark in "，。；" if (spot := text.find(mark, at, end)) >= 0), default=end)


def all_parts(product: Product) -> tuple[Stretch, ...]:
    """The places of what the product is made of."""
    places = chain([Stretch(product.base.start, product.base.end)], (Stretch(one.start, one.end) for one in product.factors))
    return tuple(sorted(places, key=lambda place: place.start))
