"""Find sums that a paper divides: a whole and its parts, in a sentence, in a list, or by percent.

Reads::

    投入60万元，其中45万元用于…，25万元用于…             a whole and two parts
    捐赠60万元，分三期支付：第一期20万元、第二期…         instalments
    甲方出资10万元，乙方出资5万元，共计20万元              parts before their total
    上述捐赠款分期支付：1.第一期…；2.第二期…               a list below, of the sum above
    总额100万元，首期支付60%，即50万元                     a share by percent

Leaves alone::

    其中食堂改造20万元、图书10万元等                        some of the parts
    其中60万元用于食堂，其余用于培训                        a rest without its sum
    实施项目6个，其中100万元用于…，50万元用于…              two of six
    累计投入50万元                                          a total of more than what was just named
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from extractors.text.amount_ranges import Range, total
from extractors.text.numerals import read_number
from extractors.text.passage import Passage, Stretch
from extractors.text.sum_terms import Term, TermIndex, find_times, multiplied

_OPENS = re.compile(
    r"其中|包括|包含|(?:分别|具体)(?:为|是|用于|如下|安排|投入|资助|拨付|捐赠|支付|补助|获得?|得到|下达|划拨|分配|给予|到位)|(?:构成|组成|明细|安排|分配|使用|用途|如下|分为|分成)[^，。；0-9]{0,6}[：，]|："
)
_SPLITS = re.compile(
    r"分(?P<times>[0-9]{1,2}|[一二两三四五六七八九十]{1,3})(?:个)?(?P<unit>期|次|批|年|笔|阶段|学年|学期|年度)|分(?:期|批|次|年|阶段|年度|学年|笔)"
)
LABEL = re.compile(
    r"第[一二三四五六七八九十0-9]{1,2}(?:期|次|笔|批|年度?|学年|学期|阶段)|首[期付批笔次年]|[一二三四五]期|尾款|余款|末期|末笔|中期(?=[支拨付款])|预付|20[0-9]{2}年|(?:签[订署字]|生效|验收|结项|到位|到账|付清)|当年|次年"
)
_PAID_FIRST = re.compile("[，：（][^，。；：]{0,10}?(?:先|预|首)(?:行|期)?(?:支付|拨付|到账|到位|付|拨|支)[^，。；：0-9]{0,8}")
_FIRST_PAID = re.compile(
    r"[，：；（](?:其中)?(?:首[期付批笔次]|第一[期批笔次年]|一期|预付款?|(?:协议|合同)?签[订署][^，。；：0-9]{0,6}后)(?:款|资金|经费|部分)?(?:先|预)?(?:支付|拨付|到账|到位|拨款|付款|付|拨|为|捐赠|汇入)?(?:人民币|￥|[ ])*"
)
"""资助12万元，首期拨付3万元: the instalments follow the sum though nothing says 分期."""
_LAST = re.compile(r"尾款|余款|末期|末笔|剩余|其余|付清|结清|最后一[期笔批次]")
_OF_IT = re.compile("[中里][，：]")
"""捐赠的10万元中，6万元用于…"""
_IN_BRACKETS = re.compile("（(?![包内]?含|不|另|约|每|即|折|大写|小写|人民币)[^，。；：、0-9（）]{1,10}")
"""8000元（交通费3000元、餐费5000元）"""
_GIVERS = re.compile(r"[甲乙丙丁A-C]方|财政|学校|自筹|出资|承担|配套|基金会|教育局|政府|公司|协会|支援方|受援方")
_USE = re.compile(r"(?:主要|全部|分别|专项|专门)?用于(?=[^，。；、0-9]{2,20}$)")
_REST = re.compile(
    r"(?:其余|剩余|余款|尾款|余下|余额)(?!(?:[^，。；]|(?<=[0-9])，(?=[0-9])){0,20}元)|结余|其他(?:资金|经费|款项|部分|用于)|据实|按实|实报|按实际|凭票|待定|另行|(?<!剩余)(?<!其余)(?<!余下)部分|主要用于|不等|结转"
)
_AND_SO_ON = re.compile(r"[^，。；]{0,24}等(?![额级次候])")
_ITEMS_BETWEEN = re.compile(r"(?P<many>[0-9]{1,3}|[一二两三四五六七八九十]{1,3})(?:余|多)?(?:个|项|类|所|家|批|处|间)")
_STARTS_ANEW = re.compile(
    r"另(?!一)|此外|同时|还(?=捐|将|为|有|提|给|资|向)|再(?=投|捐|安)|外加|并(?=捐|投|设|向|为|给)|捐(?:赠|资|款)?(?!款)|上年|去年|上一年|目前|比|累计"
)
_NESTED = re.compile(r"其中|含|包括")
_NO_PART = re.compile(r"以内|超过|不少于|最高|上限|按(?![0-9照比各下以年期])|每")
_STRONG_TOTAL = re.compile(
    r"(?:[，；：。、）\n]|^)(?:上述|以上|前述|各项|[两二三四五六七八]项|[两二三四五六七八]方|双方|三方|两校|[一二两三四五六七八九十]年|全部|各方)?(?:资金|经费|费用|款项|金额|投入|出资|捐款|三年|投资|物资|款物|物品|设备)?(?:总?共计|合计|总计|总共|一共|共|总额(?:为)?|总金额(?:为)?|资金总额(?:为)?|总(?:费用|经费|支出)(?:为)?|总价值?(?:为)?|共(?:捐赠?|投入|出资|资助|需|支出)(?:资金|经费|款)?)"
    r"(?:约|为|人民币|￥|金额|资金|经费|投入|出资|捐款|：|（大写）|达|[ ]){0,4}$"
)
_GOODS = re.compile(
    r"[0-9一二两三四五六七八九十百千余多]+(?:册|台|套|件|批|本|辆|份|张|床|箱|部|块|架|幅|盒|双|只)|图书|物资|设备|用品|一批"
)
_ITS_PRICE = re.compile("(?:总|共)?(?:价值|价款|计价|折合|折价|金额|计|合|共)?(?:约|为|人民币|￥|[ ])*")
"""电脑20台，价值8万元: what the goods before it cost."""
_NOTHING_NEW = re.compile(r"[，、；和及与以并 ]*")
_YEARS = re.compile("[两二三四五六2-6]年|[两二三四五六2-6]个?(?:学年|学期)|总|共")
FOR_YEARS = re.compile("(?P<many>[两二三四五六2-6])(?:个)?(?:学?年)")
_CALENDAR = re.compile("20[0-9]{2}年|第[一二三四五六]年|[首当次]年")
_YEAR_EACH = re.compile(rf"[，：、；](?:{LABEL.pattern})[^，。；、0-9]{{0,12}}")
_WHOLE_BEFORE = re.compile(r"总(?:额(?!的)|金额|经费|预算|投入|投资|费用|资金|价|造价)|共(?:计|需|投入|安排)|[款金费]共|合计")


@dataclass(frozen=True, slots=True)
class Division:
    """A whole and its parts; ``complete`` where they are all of them, and then they make up the whole.

    ``all_of_them``: the paper names each as a part (第一期, 第二期), so that no run of the first ones alone may make it up.
    """

    whole: Term
    parts: tuple[Term, ...]
    complete: bool
    all_of_them: bool = False

    @property
    def sum(self) -> Range:
        """What the parts come to."""
        return total(part.value for part in self.parts)

    @property
    def agrees(self) -> bool:
        """Whether the parts, or the first of them, can make up the whole; some of the parts must not exceed it."""
        if self.sum.meets(self.whole.value):
            return True
        if not self.all_of_them and any(run.meets(self.whole.value) for run in _runs(self.parts)):
            return True
        if self.complete and self.whole.value.high is not None and not self.whole.sum.amount.approximate:
            return False
        return self.whole.value.high is None or self.sum.low <= self.whole.value.high


def _runs(parts: Sequence[Term]) -> Iterator[Range]:
    """The parts together, and the first two or more of them: what follows may be about something else."""
    for at, run in enumerate(accumulate((part.value for part in parts), Range.plus)):
        if at or len(parts) == 1:
            yield run


def find_divisions(terms: TermIndex) -> Iterator[Division]:
    """The divided sums of a document's sentences, in reading order."""
    for sentence, found in terms.sentences():
        if len(found) > 1:
            yield from _behind_whole(terms.passage.text, sentence, found)
            yield from _before_total(terms.passage, found)


def _behind_whole(text: str, sentence: Stretch, terms: Sequence[Term]) -> Iterator[Division]:
    """投入60万元，其中…: the parts of a sum that stands before them."""
    at = 0
    while at + 1 < len(terms):
        whole, rest = terms[at], terms[at + 1 :]
        between = text[whole.end : rest[0].sum.number]
        opened = _opening(text, whole, rest, between)
        if opened is None or whole.head:
            at += 1
            continue
        parts = _parts(text, whole, rest, opened)
        if parts:
            labelled = all(LABEL.search(text, part.lead, part.start) for part in parts[1:])
            yield Division(whole, parts, _is_complete(text, sentence, whole, parts, between), opened == "分期" and labelled)
        at += 1 + len(parts)


def _opening(text: str, whole: Term, rest: Sequence[Term], between: str) -> str | None:
    """What says that parts follow: 其中, 分三期, a colon; the labels of instalments or the givers of a stated total."""
    if re.search("。|；(?!其中)", between):
        return None
    if "其中" in between or _OF_IT.match(between):
        return "其中"
    if len(rest) < 2:
        return None
    if _SPLITS.search(between) and LABEL.search(between):
        return "分期"
    if (
        _OPENS.search(between)
        or (_IN_BRACKETS.fullmatch(between) and text[rest[1].end : rest[-1].end + 1].find("）") >= 0)
        or (_USE.search(between) and _listed(text, rest))
    ):
        return "包括"
    return _opening_by_labels(text, whole, between, text[rest[0].end : rest[1].start])


def _opening_by_labels(text: str, whole: Term, first: str, second: str) -> str | None:
    """三年900万元，2024年300万元，2025年…: no word opens the parts, but both of the first two are labelled."""
    own = text[max(whole.lead, *(text.rfind(mark, whole.lead, whole.start) + 1 for mark in "，；。：")) : whole.start]
    if _YEARS.search(own) and not LABEL.search(own) and _YEAR_EACH.fullmatch(first) and _YEAR_EACH.fullmatch(second):
        return "分期"
    if not whole.has_rate and _PAID_FIRST.fullmatch(first) and _LAST.search(second) and not re.search("[。；]", second):
        return "分期"
    if not whole.has_rate and _FIRST_PAID.fullmatch(first) and LABEL.search(second) and not re.search("[。]", second):
        return "分期"
    if whole.has_rate or not _WHOLE_BEFORE.search(text, whole.lead, whole.start):
        return None
    if LABEL.search(first) and LABEL.search(second):
        return "分期"
    return "包括" if _GIVERS.search(first) and _GIVERS.search(second) else None


def _listed(text: str, rest: Sequence[Term]) -> bool:
    """用于图书30万元、设备40万元: the parts stand side by side."""
    return all(re.fullmatch(r"）?[、，和及](?!用于)[^，。；、0-9]{2,20}", text[one.end : other.start]) for one, other in pairwise(rest))


def _parts(text: str, whole: Term, rest: Sequence[Term], opened: str) -> tuple[Term, ...]:
    parts: list[Term] = []
    for each in rest:
        term = (multiplied(text, each) or each) if each.head else each
        lead = text[term.lead : term.start]
        if parts and (_STARTS_ANEW.search(_bare_lead(lead)) or _NESTED.search(lead)):
            break
        if term.time and not whole.time and opened == "分期":
            term = _for_its_years(text, term)
        if term.head or (term.is_total and parts) or (term.time and not whole.time and opened != "分期"):
            break
        if parts and "。" in lead:
            break
        parts.append(term)
    return tuple(parts)


def _for_its_years(text: str, term: Term) -> Term:
    """余款分三年每年支付10万元 is 30万."""
    times = [one for one in find_times(text, term.lead, term.start) if one.unit == term.time]
    return replace(term, value=term.value.times(times[0].value), time=None) if len(times) == 1 else term


def _bare_lead(lead: str) -> str:
    """The words before a sum that are its own: what the part before it is used for ends at a mark."""
    return re.split("[，；、。]", lead, maxsplit=1)[-1] if re.search("[，；、。]", lead) else lead


def _is_complete(text: str, sentence: Stretch, whole: Term, parts: Sequence[Term], between: str) -> bool:
    if len(parts) < 2 or not whole.value.is_exact or any(not part.value.is_exact for part in parts):
        return False
    after = text[parts[-1].end : sentence.end]
    if _REST.search(text, whole.end, sentence.end) or _AND_SO_ON.match(after):
        return False
    split = _SPLITS.search(text, whole.end, parts[0].start)
    times = read_number(split["times"]) if split and split["times"] else None
    if times is not None and times != len(parts) and not _LAST.search(text, parts[-1].lead, parts[-1].start):
        return False
    if any(_NESTED.search(text, part.end, following.start) for part, following in pairwise(parts)):
        return False
    if _misses_a_year(text, whole, parts):
        return False
    things = [read_number(match["many"]) for match in _ITEMS_BETWEEN.finditer(between)]
    if any(many is not None and many > len(parts) for many in things):
        return False
    nested = _NESTED.search(text, parts[-1].end, sentence.end)
    return nested is None and not _NO_PART.search(between.partition("其中")[0])


def _misses_a_year(text: str, whole: Term, parts: Sequence[Term]) -> bool:
    """Whether fewer years are named than the whole is for: 三年30万元，2022年8万元，2023年10万元."""
    years = FOR_YEARS.search(text, whole.lead, whole.start)
    value = read_number(years["many"]) if years else None
    return value is not None and value > len(parts) and all(_CALENDAR.search(text, part.lead, part.start) for part in parts)


def _before_total(passage: Passage, terms: Sequence[Term]) -> Iterator[Division]:
    """甲方出资10万元，乙方出资5万元，共计20万元."""
    text, floor = passage.text, 0
    for at, stated in enumerate(terms):
        parts = list(terms[floor:at])
        lead = text[stated.lead : stated.sum.number]
        if not stated.is_total or len(parts) < 2:
            continue
        floor = at + 1
        told = _STRONG_TOTAL.search(lead)
        if told is None or stated.has_rate or any(one.has_rate or one.is_total for one in parts):
            continue
        region = text[parts[0].lead : stated.start]
        if _mentions_more(text, parts, stated) or "其中" in region or _REST.search(region):
            continue
        if passage.kind in ("news", "summary") and re.search("共(?:捐|投|出|资|需|支)", told.group()):
            continue
        yield TotalBehind(stated, tuple(parts), complete=True)


class TotalBehind(Division):
    """Parts before their total: the last two or more may be all that it adds up."""

    __slots__ = ()

    @property
    def agrees(self) -> bool:
        """Whether all of them, or the last two or more, make up the total."""
        return any(run.meets(self.whole.value) for run in _runs(self.parts[::-1])) or not all(
            one.value.is_exact or one.value.high is not None for one in (self.whole, *self.parts)
        )


def _mentions_more(text: str, parts: Sequence[Term], stated: Term) -> bool:
    """Whether a clause between them gives things whose value nobody names: the total may include them."""
    # what stands before a colon is a heading (资金与物资：), and no gift
    edges = [text.rfind("：", parts[0].lead, parts[0].start) + 1 or parts[0].lead, *(part.end for part in parts)]
    for start, stop in zip(edges, [*(part.start for part in parts), stated.start], strict=True):
        first, *clauses = re.split("[，；、]", text[start:stop])
        if clauses and stop < stated.start and _ITS_PRICE.fullmatch(clauses[-1]):
            first, *clauses = [first, *clauses][:-2] + clauses[-1:]
        # the words right behind a sum say what it is the price of
        for clause in (*clauses[:-1], *(() if first.startswith("的") or not clauses else (first,))):
            if _GOODS.search(clause) and not re.search("用于|购|买|建", clause):
                return True
    return False


def instalments(words: str) -> int | None:
    """How many instalments a text says there are: 3 for 分三期支付."""
    found = _SPLITS.search(words)
    value = read_number(found["times"]) if found and found["times"] else None
    return int(value) if value is not None else None
