"""Two different numbers are promised for the same thing.

缺陷
    同一方对同一对象做同一件事，在同样长的时间里，一处写一个数，另一处写另一个数。

为什么要紧
    按哪个数履行、按哪个数考核，说不清；少做的一方总能拿数小的一处作依据。

怎么办
    核对商定的数，两处改成一致；确实不同的，写明各自适用的学段、学科、年度或人员。

什么时候不报
    学科、学段、年度、人员、对象、方式不同；一处是总数而另一处是其中一部分；一处按校、按人计而另一处不是；
    一处是下限而另一处的数在下限以上（不少于2次、3次）；范围有重叠；按规模分档；已经做了的不算。
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, takewhile

from extractors.case import Case
from extractors.checks.examples import example, paper
from extractors.checks.rule import Hit, Rule
from extractors.names.acting import Acting
from extractors.text.amount_ranges import go_together
from extractors.text.bands import Band, find_bands, find_scales
from extractors.text.bounds import plain
from extractors.text.measure_words import TIME_UNITS
from extractors.text.passage import Passage, Stretch
from extractors.text.promise_words import POINT, is_for_marks, is_own_row, own_words, row_cells, row_label
from extractors.text.qualifiers import (
    are_opposite,
    content,
    covers,
    deeds,
    differ,
    headed_apart,
    is_bare,
    kinds,
    set_apart,
    times,
    without_deed,
)
from extractors.text.table_rows import is_counted
from schemas.agreement import Quota
from schemas.values import Amount

_UNITS = {"位": "名", "人": "名", "场": "次", "场次": "次", "回": "次", "堂": "节", "学年": "学期"}
_PERIODS = {"学年": "年"}
_PEOPLE = frozenset({"名", "人次"})
_GENERIC = {
    "supporter": ("支援学校", "帮扶学校", "支援方", "帮扶方", "支援单位", "帮扶单位", "城区学校", "牵头学校", "核心学校", "捐赠方"),
    "recipient": ("受援学校", "受帮扶学校", "被帮扶学校", "受援方", "受帮扶方", "受援单位", "农村学校", "乡村学校", "成员学校", "受赠方"),
}
_ALL = frozenset(("双方", "三方", "甲乙双方", "甲、乙双方", "甲乙丙三方", "甲、乙、丙三方", "各方", "两校", "两园", "双方学校", "四方"))
_BARE_NUMBER = re.compile(r"[ \t]*(?:[·*●◆■•-][ \t]*)?(?:[0-9]{1,2}[ ]{1,4}(?=[一-龥]))?")
_MARKED = re.compile("[，；：]")
_ROLES = ("甲方", "乙方", "丙方", "丁方")
_AND = re.compile("[、和与及]|以及|，")
_PLAIN_PARTS = ("专题", "业务", "教学", "教育教学", "优质", "高质量", "学科", "校本", "各类", "活动", "工作", "骨干", "优秀")
_LONG_NOUN = 3
_NUMBERS = re.compile(r"[0-9一二三四五六七八九十两百千. 　]|至少|不少于|不低于|以上|不超过|约|左右|[甲乙丙丁A-C]方")
_COLUMNS = re.compile("[ ]{2,}")
_WHO = re.compile("(?P<who>[^每，。；、0-9]{2,8}?)(?:应|须|要|需)?(?:每(?:个)?(?:学期|学年|年|月|周|季度|人)|$)")
_GOES_TO = re.compile("到|赴|去|进驻|派驻|派往|前往|深入|走进")
_DONE_BY = re.compile(
    "[，；](?:并|均|统一|主要|具体)?由(?P<who>[^，。；]{2,30}?)(?:轮流|共同|统一|负责)*(?:安排|组织|主持|举办|举行|承办|主办|开展|派出|派|选派|接收|实施|召集|完成|承担|牵头|轮流|负责)"
)
"""…3次，由双方轮流主持, and no 由甲方批阅: who does it, and not who sees to it afterwards."""
_LABEL = re.compile(r"(?:（?[0-9一二三四五六七八九十]{1,3}[）、.．是]?)?(?P<label>[^，。；：]{2,12})：")
_SHORT_LINE = re.compile(r"[^，。；：、！？0-9]{2,10}")
_GRADE = re.compile(
    "[0-9一二三四五六七八九十百]+[^，。；0-9]{0,3}(?:（[^）]{1,6}）)?(?:及?以[上下内]|[-至—~]|不[含足满])|(?:不?超过|不足|不满|不少于|大于|小于|低于|高于|达到|满|至少)[0-9一二三四五六七八九十百]"
)
"""A band of a scale, as it stands in a table's first cell."""
_MOST = 40
"""Promises of one kind in a paper, beyond which it is a list of many schools and no agreement of two."""


@dataclass(frozen=True, slots=True)
class _Promise:
    """A quota with what tells it from others: ``words`` are its own, ``apart`` and ``times`` set it apart, ``done`` is its deed.

    ``towards`` are the parties that are gone to, ``who`` what its clause begins with, ``label`` the cell that names it in a row.
    """

    quota: Quota
    amount: Amount
    place: Stretch
    sentence: Stretch
    point: Stretch
    words: str
    headings: str
    content: str
    actors: frozenset[str]
    target: str | None
    apart: frozenset[str]
    times: frozenset[str]
    done: frozenset[str]
    parties: frozenset[str]
    in_row: bool
    towards: frozenset[str]
    who: str
    label: str


def check(case: Case) -> Iterator[Hit]:
    """Each pair of promises of one thing with numbers that do not go together."""
    found = list(_conflicts(case))
    # bands are looked for where they matter: 30人以下的学校交流2人，30人以上的交流4人
    bands = list(find_bands(case.passage)) if found else []
    scaled = frozenset(band.start for scale in find_scales(case.passage) for band in scale) if found else frozenset()
    for one, other in found:
        if not _is_sorted(bands, scaled, one) and not _is_sorted(bands, scaled, other):
            message = f"同一项内容两处数量不同：“{_quoted(case, one)}”，“{_quoted(case, other)}”"
            yield Hit("quota", message, (one.quota.span, other.quota.span))


def _conflicts(case: Case) -> Iterator[tuple[_Promise, _Promise]]:
    groups: dict[tuple[str, str, str], list[Quota]] = defaultdict(list)
    for quota in case.document.quotas:
        if quota.modality in ("duty", "plan") and not is_for_marks(case.passage, case.place(quota.span)):
            rate = f"{quota.per.count}{_PERIODS.get(quota.per.unit, quota.per.unit)}" if quota.per else ""
            groups[_UNITS.get(quota.unit, quota.unit), rate, quota.modality].append(quota)
    names = _names(case)
    acting: Acting | None = None
    for group in groups.values():
        if len(group) < 2 or all(_in_terms(quota) == _in_terms(group[0]) for quota in group[1:]):
            continue
        acting = acting or Acting(case)
        promises = [_promise(case, names, acting, quota) for quota in group[:_MOST]]
        for one, other in combinations(promises, 2):
            if not go_together(one.amount, other.amount) and _is_one_thing(case, one, other):
                yield one, other


def _promise(case: Case, names: Mapping[str, str], acting: Acting, quota: Quota) -> _Promise:
    passage = case.passage
    place = case.place(quota.span)
    sentence = _behind_numbers(passage, passage.sentence_at(place.start))
    words = own_words(passage, sentence, place)
    towards = _towards(names, words)
    if quota.unit in TIME_UNITS:
        words = words.replace(passage.words(place), _NUMBERS.sub("", passage.words(place)))
    parties = frozenset(called for name, called in names.items() if name in words)
    for name in sorted(names, key=len, reverse=True):
        # a party's name says no more than who acts: 云溪市实验小学 sets apart no primary schools
        words = words.replace(name, "")
    before = passage.text[sentence.start : place.start]
    headings = _headings(case, place)
    in_row = is_counted(passage, place.start) or is_own_row(passage, place.start) or len(_COLUMNS.findall(passage.words(sentence))) > 1
    cells = row_cells(passage, place)
    told = len(cells) > 2 and cells[0] not in names and not content(cells[-1]) and not deeds(cells[-1])
    doers = frozenset(names[cell] for cell in cells[1:] if cell in names) if told else frozenset()
    in_row = in_row or bool(doers)
    actors = doers or _actors(case, names, quota, sentence, place) or acting.at(place.start)
    return _Promise(
        quota,
        _in_terms(quota),
        place,
        sentence,
        _point(passage, sentence, place),
        words,
        headings=headings,
        content=content(words),
        actors=actors,
        target=_named(names, quota.target),
        apart=set_apart(words),
        times=times(before),
        done=deeds(words) or deeds(quota.what or "") or deeds(before.rpartition("：")[2]),
        parties=parties - actors,
        in_row=in_row,
        towards=towards,
        who="" if in_row else _who(words),
        label=cells[0] if doers else "",
    )


def _behind_numbers(passage: Passage, sentence: Stretch) -> Stretch:
    """A sentence without its clause's number: 第七条, 二．1."""
    start = sentence.start
    for _ in range(2):
        node = next(reversed(passage.clauses.ancestry(start)), None)
        start = min(node.text_start, sentence.end) if node is not None and node.start == start else start
    bare = _BARE_NUMBER.match(passage.text, start, sentence.end)
    return Stretch(bare.end() if bare else start, sentence.end)


def _point(passage: Passage, sentence: Stretch, place: Stretch) -> Stretch:
    """The numbered point of a sentence around a promise (一是…；二是…), or else the sentence."""
    start = passage.text.rfind("；", sentence.start, place.start) + 1
    if start and POINT.match(passage.text, start, place.start):
        return Stretch(start, sentence.end)
    return sentence


def _actors(case: Case, names: Mapping[str, str], quota: Quota, sentence: Stretch, place: Stretch) -> frozenset[str]:
    """Who acts: the parties that open the sentence or follow 由 (乙方、丙方每学期…), or else the one that was read."""
    text = case.passage.text
    marks = [sentence.start, *(mark.end() for mark in _MARKED.finditer(text, sentence.start, place.start))]
    starts = [point.end() if (point := POINT.match(text, start, place.start)) else start for start in marks]
    opened = next((found for start in reversed(starts) if (found := _leading(names, text[start : place.end]))), frozenset())
    told = _named(names, quota.actor)
    if told in _ALL and len(opened) < 2 and (opened or any(word in text[sentence.start : sentence.end] for word in _ALL)):
        return _everyone(case)
    by = text.rfind("由", sentence.start, place.end)
    opened = opened or (_leading(names, text[by + 1 : sentence.end]) if by >= 0 else opened)
    opened = opened or next((_leading(names, one["who"]) for one in _DONE_BY.finditer(text, place.end, sentence.end)), opened)
    if not opened and told:
        above = (node.heading or "" for node in reversed(case.passage.clauses.ancestry(place.start)))
        opened = next((found for heading in above if (found := _leading(names, heading))), frozenset())
    read = opened or (frozenset((told,)) if told else frozenset())
    return _everyone(case) if read & _ALL else read


def _leading(names: Mapping[str, str], words: str) -> frozenset[str]:
    """The parties that words begin with."""
    words, found = words.lstrip(" "), set[str]()
    ordered = sorted((*names, *_ALL), key=len, reverse=True)
    while (name := next((one for one in ordered if words.startswith(one)), None)) is not None:
        found.add(names.get(name, name))
        words = words[len(name) :]
        mark = _AND.match(words)
        if mark is None:
            return frozenset(found)
        words = words[mark.end() :]
    return frozenset(found)


def _everyone(case: Case) -> frozenset[str]:
    return frozenset(party.role or party.name or "" for party in case.document.parties) or frozenset(("双方",))


def _headings(case: Case, place: Stretch) -> str:
    """The headings that a promise stands under, the label before it (语文组：), and a short line above it (小学部)."""
    passage = case.passage
    line, above = passage.line_at(place.start), passage.line_before(place.start)
    label = _LABEL.match(passage.text, line.start, place.start)
    short = passage.words(above) if above is not None and _SHORT_LINE.fullmatch(passage.words(above)) else ""
    numbered = (node.heading or "" for node in passage.clauses.ancestry(place.start))
    return "".join((*numbered, short, label["label"] if label else "", row_label(passage, place.start)))


def _is_sorted(bands: list[Band], scaled: frozenset[int], promise: _Promise) -> bool:
    """Whether a band in its sentence says for whom it is (30人以下的学校，每年交流2人), or it is a band of a scale itself."""
    at = bisect_left(bands, promise.sentence.start, key=lambda band: band.start)
    around = takewhile(lambda band: band.start < promise.sentence.end, bands[at:])
    return any(band.end <= promise.place.start or band.start >= promise.place.end or band.start in scaled for band in around)


def _in_terms(quota: Quota) -> Amount:
    """The amount, of school years in terms."""
    if quota.unit != "学年":
        return quota.amount
    doubled = {end: plain(Decimal(value) * 2) for end in ("min", "max") if (value := getattr(quota.amount, end)) is not None}
    return quota.amount.model_copy(update=doubled)


def _names(case: Case) -> dict[str, str]:
    """What the parties are called, and what each is called in this rule."""
    generic = {word: party.role or "" for party in case.document.parties for word in _GENERIC.get(party.side, ()) if party.role}
    return (
        {role: role for role in _ROLES}
        | generic
        | {
            name: party.role or party.name
            for party in case.document.parties
            for name in (party.role, party.name, *party.aliases)
            if name and len(name) > 1
        }
    )


def _named(names: Mapping[str, str], name: str | None) -> str | None:
    return names.get(name, name) if name else None


def _towards(names: Mapping[str, str], words: str) -> frozenset[str]:
    """The parties that somebody goes to: 到乙方挂职."""
    found = (_leading(names, words[match.end() :]) for match in _GOES_TO.finditer(words))
    return frozenset().union(*found)


def _who(words: str) -> str:
    """Who or what a clause begins with: 师傅每周听课."""
    first = _WHO.match(words)
    return "" if first is None or first["who"] in _ALL else first["who"].removesuffix("由")


def _is_one_thing(case: Case, one: _Promise, other: _Promise) -> bool:
    if not _same_actor(case, one, other) or _are_apart(case, one, other):
        return False
    if one.content == other.content and len(one.content) > 1:
        return True
    if one.label or other.label:
        row, said = (one, other) if one.label else (other, one)
        return covers(said.words, row.label) and not are_opposite(row.label, said.words)
    nouns = (_named_in_row(one, other) or one.quota.what or "", _named_in_row(other, one) or other.quota.what or "")
    if one.done == other.done and not are_opposite(one.words, other.words):
        # 接收教师4名跟岗, 接收跟岗教师5名
        nouns = (without_deed(nouns[0], one.done), without_deed(nouns[1], one.done))
    if not all(nouns) or not _same_noun(*nouns, one.quota.unit):
        return False
    if one.done or other.done:
        return one.done == other.done and (not is_bare(one.done) or not differ(one.content, other.content))
    return nouns[0] == nouns[1] and len(nouns[0]) > _LONG_NOUN


def _are_apart(case: Case, one: _Promise, other: _Promise) -> bool:
    """Whether something sets them apart: one sentence, one table, another receiver, place, time or kind of people."""
    if one.point == other.point or _in_graded_rows(case, one, other) or one.quota.each != other.quota.each or (one.in_row and other.in_row):
        return True
    if (one.target and other.target and one.target != other.target) or headed_apart(one.headings, other.headings):
        return True
    if (one.towards and other.towards and one.towards != other.towards) or not (one.who in other.who or other.who in one.who):
        return True
    if one.apart != other.apart or one.times != other.times or (one.parties and other.parties and one.parties != other.parties):
        return True
    first, second = kinds(one.words), kinds(other.words)
    return first != second and bool((first and second) or one.quota.unit in _PEOPLE)


def _in_graded_rows(case: Case, one: _Promise, other: _Promise) -> bool:
    """20节以下 | 奖励名额1个, 20—40节 | 奖励名额2个: the first cell of each row says for how many it is."""
    first, second = (row_label(case.passage, promise.place.start) for promise in (one, other))
    return first != second and all(_GRADE.search(label) for label in (first, second))


def _same_actor(case: Case, one: _Promise, other: _Promise) -> bool:
    """One actor; where one of them is left unsaid, the same receiver, or in a plan the same thing, leads to it."""
    if one.actors == other.actors:
        return True
    if one.actors and other.actors:
        return False
    if one.target and one.target == other.target:
        return True
    return not case.is_agreement and one.quota.what == other.quota.what and len(one.quota.what or "") > _LONG_NOUN


def _named_in_row(promise: _Promise, other: _Promise) -> str | None:
    """The cell of a table's row that names what the other promise counts; None in running text."""
    cells = [cell.strip() for cell in re.split(r"[\t|]", promise.words)]
    return next((cell for cell in cells[:-1] if cell and cell == other.quota.what), None)


def _same_noun(one: str, other: str, unit: str) -> bool:
    if one == other:
        return True
    if _UNITS.get(unit, unit) in _PEOPLE:
        return False
    shorter, longer = sorted((one, other), key=len)
    rest = (
        longer.removesuffix(shorter) if longer.endswith(shorter) else longer.removeprefix(shorter) if longer.startswith(shorter) else None
    )
    return bool(shorter) and rest in _PLAIN_PARTS


def _quoted(case: Case, promise: _Promise) -> str:
    words = case.span(Stretch(promise.place.start, promise.place.end)).text.replace("\n", "")
    clause = f"（{promise.quota.clause}）" if promise.quota.clause else ""
    return f"{words}{clause}"


RULE = Rule(
    slug="quota-conflict",
    title="同一数量前后不一",
    severity="error",
    check=check,
    bad=(
        example(further="甲方每学期选派5名骨干教师到乙方送教。"),
        example(supporter="1.甲方每学期选派骨干教师到乙方送课不少于4节。\n2.甲方每学期送课不少于6节，覆盖中考学科。"),
        example(further="甲方每学期为乙方举办专题讲座不少于3场。"),
        paper(
            "石桥区城乡学校结对帮扶工作方案\n\n一、工作安排\n支援学校每学期到受援学校开展教学诊断2次。\n二、考核要求\n"
            "支援学校每学期到受援学校开展教学诊断4次的，年度考核方可评优；支援学校每学期到受援学校开展教学诊断4次。\n"
        ),
    ),
    good=(
        example(further="甲方每学期选派5名骨干教师到乙方支教。"),
        example(further="甲方每学期为乙方举办专题讲座不少于1场。"),
        example(supporter="1.甲方第一学年选派3名教师到乙方支教。\n2.甲方第二学年选派5名教师到乙方支教。"),
        example(supporter="1.甲方初中部每学期送课4节。\n2.甲方小学部每学期送课6节。"),
        example(supporter="1.甲方每学期组织教研活动2次。", recipient="1.乙方每学期组织教研活动3次。"),
    ),
)
