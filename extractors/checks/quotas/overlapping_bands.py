"""The bands of a scale share a limit, overlap or leave a hole.

缺陷
    按人数、距离、年限、金额、得分分档，相邻两档都包括同一个数（20人以下、20—50人），或者中间有数哪一档都不包括（300—800人、900人以上）。

为什么要紧
    恰好落在分界上的学校或教师该按哪一档，说不清；落在空档里的没有标准可依。

怎么办
    写明分界的数归哪一档（20人及以下、21—50人、51人及以上），或者用“不满”“超过”代替“以下”“以上”。

什么时候不报
    各档首尾相接，没有重复也没有空档；文中写明“以下”不含本数；只写一档，或者两头特殊情形另作规定而不成一套分档；
    逐级加码的门槛（100人以上配1名，300人以上配2名）；只列出最高和最低两个等次（85分以上为优秀，60分以下为不合格）。
    “以上”“以下”“以内”包括本数，“超过”“不满”“以外”不包括本数（民法典第一千二百五十九条）。
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extractors.case import Case
from extractors.checks.examples import example, paper
from extractors.checks.rule import Hit, Rule
from extractors.text.bands import Band, find_scales
from extractors.text.bounds import plain

_NOT_ITSELF = re.compile(
    r"[“”‘’]?以(?P<which>[上下])[“”‘’]?(?:均|都|皆|和“?以[上下]”?均?)?(?:不(?:包)?[含括]|不包括)(?!以)|左闭右开|含(?:下限|起点)[，、]?不含(?:上限|终点)|上限不含|不含上限"
)
_RESULT = re.compile(r"[0-9一二两三四五六七八九十百]+(?:余|多)?(?P<unit>名|人次|人|次|节|课时|场|所|个|万元|元|天|期|间|台|套)")
_HOW_MANY = re.compile(
    "的?(?:小规模|乡村|农村|教学)?(?:学校|班级|教师|教学点)?(?:有|共|共有)?[0-9一二两三四五六七八九十]{1,4}(?:所|个|名|人)"
)
_FAR = 60


def check(case: Case) -> Iterator[Hit]:
    """Each pair of neighbouring bands that do not meet."""
    # where the paper says which of its limits are not included, a shared figure is settled
    settled = next(case.passage.search(_NOT_ITSELF), None) is not None
    for scale in find_scales(case.passage):
        if not _is_scale(case, scale):
            continue
        bands = sorted(scale, key=lambda band: (band.low is not None, band.low.value if band.low else 0))
        closed = any(_steps(lower, upper) for lower, upper in pairwise(bands))
        for lower, upper in pairwise(bands):
            said = _trouble(case, lower, upper, settled=settled, closed=closed)
            if said:
                first, second = sorted((lower, upper), key=lambda band: band.start)
                yield Hit("quota", said, (case.passage.span(first.start, first.end), case.passage.span(second.start, second.end)))


def _is_scale(case: Case, scale: Sequence[Band]) -> bool:
    """Whether the bands are one scale: one of them surely sorts something, and it is open at an end, or has three bands."""
    ends = sum(band.is_open for band in scale)
    if len(scale) > 2:
        return ends == 2 or (any(band.certain for band in scale) and (ends > 0 or all(band.certain for band in scale)))
    if not any(band.certain for band in scale):
        return False
    first, last = scale
    if _is_told(case, first) and _is_told(case, last):
        return False
    if first.is_open and last.is_open and not _touch(first, last):
        # two extremes need not meet (不足20人的撤并, 超过55人的分班): they do where they set one thing
        return bool(_sets(case, first, last.start) & _sets(case, last, last.end + _FAR))
    return first.is_open or last.is_open


def _is_told(case: Case, band: Band) -> bool:
    """5公里以内的3所: how many there are, and nothing set for them."""
    return _HOW_MANY.match(case.passage.text, band.end, case.passage.end) is not None


def _touch(one: Band, other: Band) -> bool:
    limits = {limit.value for band in (one, other) for limit in (band.low, band.high) if limit is not None}
    return len(limits) == 1


def _sets(case: Case, band: Band, stop: int) -> set[str]:
    """The measure words of what a band sets (送课6节)."""
    text, stop = case.passage.text, min(stop, band.end + _FAR, case.passage.end)
    ends = [spot for mark in "。；\n" if (spot := text.find(mark, band.end, stop)) >= 0]
    return {match["unit"] for match in _RESULT.finditer(text, band.end, min(ends, default=stop))}


def _steps(lower: Band, upper: Band) -> bool:
    """40—100人, 101人以上: the scale counts on from one band to the next, so that every figure it writes is included."""
    if lower.low is None or lower.high is None or upper.low is None or not lower.is_whole:
        return False
    return lower.high.included and upper.low.included and upper.low.value - lower.high.value == 1


def _trouble(case: Case, lower: Band, upper: Band, *, settled: bool, closed: bool) -> str | None:
    """What is wrong between two neighbours; ``closed`` where the scale's own steps say that a range includes its ends."""
    if lower.high is None or upper.low is None:
        return None
    last, first, unit = lower.high, upper.low, upper.unit or lower.unit
    names = "”和“".join(case.passage.written(band.start, band.end) for band in sorted((lower, upper), key=lambda band: band.start))
    if last.value > first.value:
        return f"“{names}”两档重叠"
    if last.value == first.value:
        # 1万元以下, 1万元（含）以上: what one of them says of the figure holds for the other
        if settled or last.included != first.included or (last.said != first.said and not closed):
            return None
        return f"“{names}”两档都{'' if last.included else '不'}包括{plain(last.value)}{unit}"
    step = first.value - last.value
    if lower.is_whole or not unit:
        # between the last number of the one and the first of the other
        step -= last.included + first.included - 1
    return f"“{names}”之间有空档" if step > (0 if lower.is_whole or not unit else 1) else None


RULE = Rule(
    slug="overlapping-bands",
    title="分档不衔接",
    severity="warning",
    check=check,
    bad=(
        example(supporter="1.乙方科任教师20人以下的，甲方每学期送课4节；20—50人的，送课8节；50人以上的，送课12节。"),
        example(
            supporter="1.在校学生300人以下的教学点，甲方每学期送课6节。\n2.在校学生300人以上800人以下的，每学期送课10节。\n3.在校学生900人以上的，每学期送课15节。"
        ),
        example(further="走教教师按距离发放交通补助：10公里以内每月200元，10—30公里每月400元，超过30公里每月600元。"),
        paper(
            "石桥区支教教师补助办法\n\n一、补助对象\n全区到乡村学校支教的教师。\n二、补助标准\n教龄\t每月补助（元）\n5年以下\t300\n5—10年\t400\n10年以上\t500\n",
        ),
    ),
    good=(
        example(supporter="1.乙方科任教师20人及以下的，甲方每学期送课4节；21—50人的，送课8节；51人及以上的，送课12节。"),
        example(supporter="1.在校学生不满300人的，甲方每学期送课6节；300人以上不满800人的，送课10节；800人以上的，送课15节。"),
        example(supporter="1.乙方教师50人以上的，甲方培养骨干教师2名；100人以上的，培养3名；200人以上的，培养5名。"),
        example(further="考核结果85分以上为优秀，60分以下为不合格。"),
        example(supporter="1.甲方每学期选派6—8名教师到乙方送教，乙方每学期选派8—10名教师到甲方跟岗。"),
    ),
)
