"""Find sums that a paper divides by percent: a share with its sum, and the percents of all instalments.

Reads::

    总额100万元，首期支付60%，即50万元                60 of a hundred of a million is 600000, and no 500000
    分三期支付：首期40%、二期40%、尾款30%             110 of a hundred

Leaves alone::

    首期支付40%，余款验收后支付                        the rest is not told
    满意率达98%，覆盖率60%                             no shares of a sum
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from extractors.text.amount_ranges import exactly
from extractors.text.numerals import read_number
from extractors.text.partitions import instalments
from extractors.text.passage import Passage, Stretch
from extractors.text.sum_terms import Term, TermIndex

_PERCENT = r"(?:(?P<figures>(?<![0-9.])[0-9]{1,3}(?:\.[0-9]{1,2})?)[ ]?%|百分之(?P<han>[一二三四五六七八九十百零点]{1,6}))"
_SHARE = re.compile(
    rf"{_PERCENT}(?:的[^，。；、0-9]{{0,6}}|(?:用于|作为)[^，。；、0-9（）]{{2,20}}(?=（|，[即计合为]))?[ ]?(?:[，、]|（)?[ ]?(?:即|计|共计|合计|合|约|为|金额|款项|人民币|￥|：|[ ]){{0,4}}(?=[￥0-9壹贰叁肆伍陆柒捌玖拾一二三四五六七八九十])"
)
_OF_SUM = re.compile(r"首|其中|期|款|总额|支付|拨付|到账|占|用于|金额|资金|经费|预付|付")
_NOT_OF_SUM = re.compile(
    r"上浮|下浮|增长|提高|下降|利率|比例配套|配套|增加|减少|率|完成|达到|不低于|不少于|不超过|超过|以[上下]|满意|补贴标准|工资"
)
_EACH = re.compile(
    rf"(?:第[一二三四五六七八九十0-9]{{1,2}}(?:期|次|笔|批|年度?|学年|阶段)|首[期付批笔次年]|[一二三四五]期|尾款|余款|末期|末笔|预付(?:款)?|20[0-9]{{2}}年|(?:签[订署字]|生效|验收|结项|中期|考核|评估)[^，。；：%]{{0,14}})[^。；%]{{0,30}}?{_PERCENT}"
)
_PAYS = re.compile(r"支付|拨付|到账|付款|拨款|付清|划拨|汇入|分期|分[0-9一二两三四五六七八九十]{1,2}(?:期|次|批|年|笔)|尾款|首期|首付|比例")
_LAST = re.compile(r"尾款|余款|末期|末笔|剩余|付清")
_HAS_PERCENT = re.compile("%|百分之")
_WAY_BACK = 1_500
_MONEY = re.compile("款|资金|经费|金额|捐")


@dataclass(frozen=True, slots=True)
class Share:
    """A percent of a sum, with the sum that it is said to be; ``of`` is the sum that it is taken of."""

    place: Stretch
    percent: Decimal
    of: Term
    stated: Term


@dataclass(frozen=True, slots=True)
class Percents:
    """The percents of all instalments of a sum."""

    places: tuple[Stretch, ...]
    values: tuple[Decimal, ...]


def find_wrong_shares(terms: TermIndex) -> Iterator[Share]:
    """The shares that are another sum than their percent of any sum near them."""
    passage = terms.passage
    if not _HAS_PERCENT.search(passage.text, passage.start, passage.end):
        return
    wholes: list[Term] = []
    for sentence, found in terms.sentences():
        shares = list(_shares(passage.text, sentence, found))
        own = [one for one in found if not one.has_rate and all(one is not stated for _, stated, _ in shares)]
        near = [one for one in wholes if one.start >= sentence.start - _WAY_BACK] + own
        for place, stated, percent in shares:
            if near and not any(_is_share(one, percent, stated) for one in near):
                yield Share(place, percent, max(near, key=lambda one: one.value.low), stated)
        wholes += own


def _shares(text: str, sentence: Stretch, terms: Sequence[Term]) -> Iterator[tuple[Stretch, Term, Decimal]]:
    """Each percent of a sum in a sentence with the sum that stands right behind it."""
    for match in _SHARE.finditer(text, sentence.start, sentence.end):
        stated = next((one for one in terms if match.end() - 4 <= one.sum.number <= match.end() + 4 and one.end > match.end()), None)
        lead, percent = text[max(sentence.start, match.start() - 24) : match.start()], _percent(match)
        if stated is not None and percent is not None and _OF_SUM.search(lead) and not _NOT_OF_SUM.search(lead):
            yield Stretch(match.start(), match.end("figures") + 1 if match["figures"] else match.end("han")), stated, percent


def _is_share(whole: Term, percent: Decimal, stated: Term) -> bool:
    # a share is rounded to the yuan, or to the hundredth of what it is written in
    product = whole.value.times(exactly(percent / 100))
    slack = max(Decimal(1), stated.value.low / 100 if not stated.value.is_exact else Decimal(1))
    return product.low - slack <= (stated.value.high or stated.value.low) and (
        product.high is None or stated.value.low <= product.high + slack
    )


def _percent(match: re.Match[str]) -> Decimal | None:
    return read_number(match["figures"] or match["han"])


def find_wrong_percents(passage: Passage) -> Iterator[Percents]:
    """The percents of a sum's instalments, where they make more than a hundred, or all of them make less."""
    if not _HAS_PERCENT.search(passage.text, passage.start, passage.end):
        return
    for stretch in _paragraphs(passage):
        words = passage.words(stretch)
        if ("%" not in words and "百分之" not in words) or not _PAYS.search(words) or not _MONEY.search(words):
            continue
        found = [match for match in _EACH.finditer(passage.text, stretch.start, stretch.end) if not _NOT_OF_SUM.search(match.group())]
        values = [value for match in found if (value := _percent(match)) is not None]
        if len(values) < 2 or len(values) != len(found):
            continue
        whole = sum(values)
        complete = _LAST.search(found[-1].group()) is not None or instalments(words) == len(values)
        if whole > 100 or (whole < 100 and complete):
            yield Percents(tuple(Stretch(match.start(), match.end()) for match in found), tuple(values))


def _paragraphs(passage: Passage) -> Iterator[Stretch]:
    """Lines, and lists with the line that leads them."""
    held: list[Stretch] = []
    for line in passage.lines:
        if held and not _continues(passage, held, line):
            yield Stretch(held[0].start, held[-1].end)
            held = []
        held.append(line)
    if held:
        yield Stretch(held[0].start, held[-1].end)


def _continues(passage: Passage, held: Sequence[Stretch], line: Stretch) -> bool:
    """Whether a line is a member of the list that the lines before it lead."""
    if not passage.words(held[0]).endswith("："):
        return False
    nodes, first = passage.clauses.ancestry(line.start), passage.clauses.ancestry(held[0].start)
    return bool(nodes) and nodes[-1].start >= held[0].end and (not first or nodes[-1].level > first[-1].level)
