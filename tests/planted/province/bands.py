"""Bands of numbers with what each of them brings: without holes, or sharing a limit or leaving one."""

from __future__ import annotations

from dataclasses import dataclass

from tests.planted.province.chance import Chance
from tests.planted.province.deal import Deal, Item, Section


@dataclass(frozen=True)
class _Ladder:
    """What is measured, its unit, its lowest limit and step, and what a band brings ({n} is 1, 2 or 3)."""

    heading: tuple[str, ...]
    lead: str
    unit: str
    low: tuple[int, ...]
    step: tuple[int, ...]
    brings: str
    continuous: bool


_LADDERS = (
    _Ladder(("支教力量配备", "教师选派标准", "派出人员"), "{S}按{R}在岗教师人数选派支教教师：", "人", (20, 30), (20, 30), "选派{n}名", continuous=False),
    _Ladder(("班额与送课", "送教安排", "送课标准"), "送课节数按{R}的教学班数确定：", "个班", (6, 9), (6, 9), "每学期{n}节", continuous=False),
    _Ladder(("学生活动规模", "研学分组", "带队教师配备"), "{R}学生外出活动的带队教师按学生人数配备：", "人", (20, 30, 40), (20, 30), "配{n}名", continuous=False),
    _Ladder(("交通补助", "往返交通补贴", "路途补助"), "派出教师的交通补助按单程里程分档，由{S}发放：", "公里", (20, 30, 50), (30, 50), "每人每次{n}00元", continuous=True),
    _Ladder(("图书配送", "图书分配", "图书配送标准"), "{S}按{R}在校学生人数配送图书：", "人", (100, 200), (100, 200), "配送{n}00册", continuous=False),
    _Ladder(("师徒配对", "结对人数", "导师配备"), "导师按{R}青年教师人数配备：", "人", (5, 10), (5, 10), "配导师{n}名", continuous=False),
)  # fmt: skip


def bands_section(deal: Deal) -> tuple[list[Section], str | None]:
    """The section, or none; its subject where the bands are wrong."""
    chance = deal.chance.part("bands")
    wrong = deal.rule == "overlapping-bands"
    if not wrong and (deal.rule or deal.kind in {"letter", "masters", "fund", "firm", "trio"} or not chance.odds(0.12)):
        return [], None
    ladder = chance.pick(_LADDERS)
    low = chance.pick(ladder.low)
    high = low + chance.pick(ladder.step)
    limits = _wrong(chance, ladder, low, high) if wrong else _right(chance, ladder, low, high)
    brought = [ladder.brings.replace("{n}", str(number)) for number in (1, 2, 3)]
    rows = [f"{limit}{'的' if chance.odds(0.4) else ''}，{words}" for limit, words in zip(limits, brought, strict=True)]
    lead = deal.named(ladder.lead)
    item = Item(lead + "；".join(rows)) if chance.odds(0.5) else Item(lead, "", [Item(row) for row in rows])
    return [Section("bands", chance.pick(ladder.heading), [item])], "quota" if wrong else None


def _right(chance: Chance, ladder: _Ladder, low: int, high: int) -> tuple[str, str, str]:
    unit = ladder.unit
    if ladder.continuous:
        return chance.pick((
            (f"不满{low}{unit}", f"{low}{unit}以上不满{high}{unit}", f"{high}{unit}以上"),
            (f"{low}{unit}以下（含{low}{unit}）", f"超过{low}{unit}至{high}{unit}", f"超过{high}{unit}"),
        ))  # fmt: skip
    return chance.pick((
        (f"{low}{unit}及以下", f"{low + 1}—{high}{unit}", f"{high + 1}{unit}及以上"),
        (f"{low}{unit}以下", f"{low + 1}至{high}{unit}", f"{high + 1}{unit}以上"),
        (f"不超过{low}{unit}", f"{low + 1}-{high}{unit}", f"超过{high}{unit}"),
    ))  # fmt: skip


def _wrong(chance: Chance, ladder: _Ladder, low: int, high: int) -> tuple[str, str, str]:
    """Both limits shared, one shared, or a hole."""
    unit = ladder.unit
    ways = [
        (f"{low}{unit}以下", f"{low}—{high}{unit}", f"{high}{unit}以上"),
        (f"{low}{unit}及以下", f"{low}至{high}{unit}", f"{high}{unit}及以上"),
        (f"不超过{low}{unit}", f"{low}-{high}{unit}", f"{high}{unit}以上"),
    ]
    if not ladder.continuous:
        ways += [
            (f"{low}{unit}以下", f"{low}—{high}{unit}", f"{high + 1}{unit}以上"),
            (f"{low}{unit}及以下", f"{low + 4}—{high}{unit}", f"{high + 1}{unit}及以上"),
            (f"{low}{unit}以下", f"{low + 1}至{high}{unit}", f"{high + 5}{unit}以上"),
        ]
    return chance.pick(ways)
