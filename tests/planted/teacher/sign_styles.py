"""How signatures are laid out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tests.planted.teacher.deal import Deal, Party

_SEALS = ("（盖章）", "（公章）", "（签章）", "盖章", "(盖章)", "（单位盖章）")
_HANDS = ("代表（签字）", "负责人（签字）", "法定代表人（签名）", "负责人签字", "代表人", "法定代表人或委托代理人（签字）", "单位负责人")
_OWN = ("（签字）", "（签名）", "签名", "（本人签字）")
_DAY_WORDS = ("日期：", "签字日期：", "时间：", "", "", "签订日期：", "年月日：")


@dataclass
class Row:
    """What one party leaves under the paper; None where nothing of the kind is printed."""

    party: Party
    label: str
    body: str | None
    chief: str | None
    day: str | None


def _hand(deal: Deal, rows: Sequence[Row]) -> str:
    """What the person is called who signs for a body."""
    if all(row.party.seat.sort.startswith("school") for row in rows) and deal.dice.yes(0.4):
        return deal.dice.choice(("校长（签字）", "校长签名", "校  长"))
    return deal.dice.choice(_HANDS)


def as_lines(deal: Deal, rows: Sequence[Row]) -> list[str]:
    """A block of lines for each party."""
    dice = deal.dice
    seal, hand, own, word = dice.choice(_SEALS), _hand(deal, rows), dice.choice(_OWN), dice.choice(_DAY_WORDS)
    together = len({row.day for row in rows}) == 1 and bool(rows[0].day) and dice.yes(0.25)
    pad = dice.choice(("", "", "　　　　　　　　", "                    "))
    out: list[str] = []
    for row in rows:
        out.append(f"{pad}{row.label}{own if row.party.is_person else seal}：{row.body or ''}{_room(row)}")
        if row.chief is not None:
            out.append(f"{pad}{hand}：{row.chief}")
        if row.day and not together:
            out.append(f"{pad}{word}{row.day}")
        out.append("")
    if together:
        out.append(f"{pad}{dice.choice(('签订日期：', '签约时间：', ''))}{rows[0].day}")
    return out


def _room(row: Row) -> str:
    """Room for a name that is left open."""
    return "" if row.body or not row.party.is_person else " "


def as_line(deal: Deal, rows: Sequence[Row]) -> list[str]:
    """A line for each party."""
    dice = deal.dice
    seal, hand, own = dice.choice(_SEALS), _hand(deal, rows), dice.choice(_OWN)
    gap = dice.choice(("　　", "    ", "　", "；"))
    out = []
    for row in rows:
        parts = [f"{row.label}{own if row.party.is_person else seal}：{row.body or ''}"]
        if row.chief is not None:
            parts.append(f"{hand}：{row.chief or '＿＿＿＿'}")
        if row.day:
            parts.append(row.day if dice.yes(0.6) else f"日期：{row.day}")
        out.append(gap.join(parts))
    return out


def as_columns(deal: Deal, rows: Sequence[Row]) -> list[str]:
    """The parties side by side."""
    dice = deal.dice
    gap = dice.choice(("　　　　　　", "            ", "\t\t", "　　　　"))
    seal, hand = dice.choice(_SEALS), _hand(deal, rows)
    out = [gap.join(f"{row.label}{seal}：{row.body or ''}" for row in rows)]
    if any(row.chief is not None for row in rows):
        out.append(gap.join(f"{hand}：{row.chief}" for row in rows))
    if all(row.day for row in rows):
        word = dice.choice(("日期：", "", ""))
        out.append(gap.join(f"{word}{row.day}" for row in rows))
    return out


def as_table(deal: Deal, rows: Sequence[Row]) -> list[str]:
    """A table without its ruling."""
    pen = deal.pen
    bar = pen.bar
    pen.bar = deal.dice.choice((" | ", "|", " ｜ "))
    days = any(row.day for row in rows)
    chiefs = any(row.chief is not None for row in rows)
    head = ["签约方", "单位（盖章）" if all(not row.party.is_person for row in rows) else "单位盖章（本人签字）"]
    head += (["代表签字"] if chiefs else []) + (["日期"] if days else [])
    out = [pen.row(*head)]
    for row in rows:
        cells = [row.label, row.body if row.body is not None else "（章）"]
        cells += ([row.chief if row.chief is not None else "——"] if chiefs else []) + ([row.day or ""] if days else [])
        out.append(pen.row(*cells))
    pen.bar = bar
    return out


def gathered(deal: Deal, rows: Sequence[Row]) -> list[str]:
    """First all seals, then all hands, then the one day."""
    dice = deal.dice
    seal, own = dice.choice(_SEALS), dice.choice(_OWN)
    word = dice.choice(("代表签字", "代表（签名）", "负责人"))
    out = [f"{row.label}{own if row.party.is_person else seal}：{row.body or ''}" for row in rows]
    out += [f"{row.party.role}{word}：{row.chief}" for row in rows if row.chief is not None]
    if rows[0].day:
        out += ["", f"{dice.choice(('签订日期：', '签约日期：', '日期：', '签订时间：'))}{rows[0].day}"]
    return out
