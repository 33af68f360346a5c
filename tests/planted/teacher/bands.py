"""Bands of size with a duty for each: whole ones, and ones that share a limit or leave a hole."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from tests.planted.teacher.deal import BANDED, Deal
from tests.planted.teacher.sections import Section


@dataclass(frozen=True)
class _Topic:
    """What is measured (`what`, `unit`, possible limits) and what follows (`deed` with its number and unit)."""

    heading: str
    what: str
    unit: str
    limits: tuple[tuple[int, ...], ...]
    deed: str
    numbers: tuple[int, ...]


_TOPICS = (
    _Topic("巡回指导力量配备", "{taker}专任教师", "人", ((20, 50), (15, 40), (30, 60, 100)), "{giver}安排巡回指导员{n}名", (1, 2, 3, 4)),
    _Topic("联络力量安排", "{taker}教学班", "个", ((6, 12), (9, 18), (6, 12, 24)), "{giver}安排联络教师{n}人", (2, 4, 6, 8)),
    _Topic(
        "心理服务安排",
        "{taker}在校学生",
        "人",
        ((100, 300), (200, 500), (100, 300, 600)),
        "{giver}每学期提供心理测评服务{n}次",
        (2, 3, 4, 5),
    ),
    _Topic("奖励办法", "每学年听评课", "节", ((20, 40), (15, 30)), "奖励教师培训名额{n}个", (1, 2, 3, 4)),
    _Topic("研修名额", "{taker}青年教师", "名", ((5, 10), (10, 20), (5, 10, 20)), "{giver}提供研修名额{n}个", (1, 3, 5, 7)),
)


def _whole(limits: tuple[int, ...], unit: str, way: int) -> list[str]:
    """Bands that meet without sharing a limit."""
    if way == 0:
        heads = [f"{limits[0]}{unit}以下"]
        middles = [f"{low + 1}—{high}{unit}" for low, high in pairwise(limits)]
        return [*heads, *middles, f"{limits[-1] + 1}{unit}以上"]
    if way == 1:
        middles = [f"{low}至{high - 1}{unit}" for low, high in pairwise(limits)]
        return [f"不足{limits[0]}{unit}", *middles, f"{limits[-1]}{unit}及以上"]
    if way == 2:
        middles = [f"超过{low}{unit}不超过{high}{unit}" for low, high in pairwise(limits)]
        return [f"不超过{limits[0]}{unit}", *middles, f"超过{limits[-1]}{unit}"]
    middles = [f"{low}{unit}（含）至{high}{unit}（不含）" for low, high in pairwise(limits)]
    return [f"{limits[0]}{unit}以下（不含{limits[0]}{unit}）", *middles, f"{limits[-1]}{unit}（含）以上"]


def _broken(limits: tuple[int, ...], unit: str, way: int) -> list[str]:
    """Bands that share a limit, overlap or leave a hole."""
    step = max(1, limits[0] // 5)
    pairs = list(pairwise(limits))
    first, last = f"{limits[0]}{unit}以下", f"{limits[-1]}{unit}以上"
    if way == 0:  # both limits stand twice
        return [first, *(f"{low}—{high}{unit}" for low, high in pairs), last]
    if way == 1:  # a hole below the last
        return [first, *(f"{low + 1}—{high}{unit}" for low, high in pairs), f"{limits[-1] + step + 1}{unit}以上"]
    if way == 2:  # the first reaches into the second
        return [f"{limits[0] + step}{unit}以下", *(f"{low + 1}至{high}{unit}" for low, high in pairs), f"超过{limits[-1]}{unit}"]
    if way == 3:  # a hole above the first
        return [f"{limits[0] - step}{unit}及以下", *(f"{low + 1}到{high}{unit}" for low, high in pairs), f"{limits[-1] + 1}{unit}及以上"]
    if way == 4:  # only the upper limit stands twice
        return [f"不足{limits[0]}{unit}", *(f"{low}~{high}{unit}" for low, high in pairs), f"{limits[-1]}{unit}及以上"]
    return [f"不满{limits[0]}{unit}", *(f"超过{low}{unit}、不满{high}{unit}" for low, high in pairs), f"{last}"]


def bands(deal: Deal) -> Section | None:
    """The part with the bands; now and then in a clean paper, always where they are to be broken."""
    dice, pen = deal.dice, deal.pen
    wanted = deal.has("overlapping-bands")
    takers = [party for party in deal.takers() if party.school]
    if not wanted and (deal.kind.key not in BANDED or deal.has("missing-duties", "quota-conflict") or not dice.yes(0.12)):
        return None
    topic = dice.choice(_TOPICS)
    limits = dice.choice(topic.limits)
    who = {"giver": deal.giver().role, "taker": takers[0].role if takers else "乙方"}
    if wanted:
        deal.subject = "quota"
    heads = _broken(limits, topic.unit, dice.randrange(6)) if wanted else _whole(limits, topic.unit, dice.randrange(4))
    deeds = [topic.deed.format(n=pen.count(number), **who) for number, _ in zip(topic.numbers, heads, strict=False)]
    what = topic.what.format(**who)
    return _set(deal, topic, what, list(zip(heads, deeds, strict=True)))


def _set(deal: Deal, topic: _Topic, what: str, rows: list[tuple[str, str]]) -> Section:
    """The bands as one sentence, as items or as a table."""
    dice, pen = deal.dice, deal.pen
    way = dice.randrange(3)
    if way == 0:
        said = "；".join(f"{head}的，{deed}" for head, deed in rows)
        return Section("bands", topic.heading, [f"{what}{said}。"], plain=True)
    if way == 1:
        items = [f"{what}在{head}的，{deed}。" if not head.startswith(("不", "超")) else f"{what}{head}的，{deed}。" for head, deed in rows]
        return Section("bands", topic.heading, items, plain=True)
    table = [pen.row(what.removeprefix("每学年") + "数", "标准"), *(pen.row(head, deed) for head, deed in rows)]
    return Section("bands", topic.heading, [f"按{what}数分档确定："], table=table)
