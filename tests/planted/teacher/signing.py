"""The signatures, in lines, columns or a table, with the defects that are about them."""

from __future__ import annotations

from tests.planted.teacher.calendar_of import wrong_signing_day
from tests.planted.teacher.deal import Deal, Party
from tests.planted.teacher.dice import Dice
from tests.planted.teacher.duties import wrong_side
from tests.planted.teacher.sign_styles import Row, as_columns, as_line, as_lines, as_table, gathered

_BLANK_NAMES = ("", "＿＿＿＿＿", "________", "（　　　　）", "            ", "　　　　　　", "_____________")
_BLANK_DAYS = (
    "    年    月    日", "　　　年　　月　　日", "20xx年  月  日", "20＿＿年＿＿月＿＿日", "____年__月__日", "202×年×月×日", "{y}年　　月　　日",
    "年   月   日", "20**年*月*日", "二〇二　年　月　日",
)  # fmt: skip


def _days(deal: Deal) -> list[str]:
    dice, pen = deal.dice, deal.pen
    style = pen.day_style if dice.yes(0.5) else None
    days = [pen.day(day) if style else pen.other_day(day) for day in deal.signed]
    if len(set(deal.signed)) == 1 and dice.yes(0.8):
        days = [days[0]] * len(days)
    if deal.at("impossible-date", "sign"):
        deal.subject = "date"
        wrong = wrong_signing_day(deal)
        days = [pen.day(wrong)] * len(days)
    if deal.at("blank-date", "sign"):
        deal.subject = "signing"
        days = [dice.choice(_BLANK_DAYS).format(y=deal.signed[0][0])] * len(days)
    return days


def _rows(deal: Deal) -> list[Row]:
    dice = deal.dice
    days = _days(deal)
    printed = deal.has("party-name-variant") or dice.yes(0.8)
    chiefs = not printed or deal.has("blank-signature") or bool(deal.absent) or dice.yes(0.85)
    rows = []
    for party, day in zip(deal.parties, days, strict=True):
        name = party.name.full if (printed or party.is_person) and party is not deal.absent else None
        if party is deal.victim and deal.at("party-name-variant", "sign"):
            deal.subject = party.role
            name = party.name.variant(dice)
        chief = party.chief if chiefs and not party.is_person else None
        rows.append(Row(party, party.role, name, chief, day))
    return rows


def _flaw(deal: Deal, rows: list[Row]) -> list[Row]:
    """Leave out or leave open what the defect says."""
    dice = deal.dice
    if deal.has("missing-signature"):
        gone = dice.choice(rows)
        deal.subject = gone.party.role
        return [row for row in rows if row is not gone]
    if deal.has("blank-signature"):
        row = dice.choice(rows)
        deal.subject = row.party.role
        blank = dice.choice(_BLANK_NAMES)
        if row.party.is_person:
            row.body = blank
        else:
            row.chief = blank
    for row in rows:
        if row.party is deal.victim and deal.at("party-side-conflict", "sign"):
            deal.subject = row.party.role
            row.label = _crossed(dice, row.party)
    return rows


def _crossed(dice: Dice, party: Party) -> str:
    wrong = wrong_side(dice, party)
    return dice.choice((f"{party.role}（{wrong}）", f"{wrong}（{party.role}）"))


def _undated(deal: Deal, rows: list[Row]) -> str:
    """Take the day from all of them, or from one whose day can be told apart; the style that shows it so."""
    dice = deal.dice
    deal.subject = "signing"
    styles = ["lines", "columns", "line", "table", "gathered"]
    if dice.yes(0.6):
        for row in rows:
            row.day = None
        return dice.choice(styles)
    style = dice.choice(("lines", "line"))
    (rows[-1] if style == "lines" or len(rows) < 3 else dice.choice(rows)).day = None
    return style


def signing(deal: Deal) -> list[str]:
    """The lines under the paper."""
    dice = deal.dice
    rows = _flaw(deal, _rows(deal))
    style = dice.choice(("lines", "lines", "columns", "columns", "line", "table", "gathered"))
    if deal.has("missing-sign-date"):
        style = _undated(deal, rows)
    plain = any(row.party.is_person for row in rows) or len(rows) > 3 or any(row.body == "" or row.chief == "" for row in rows)
    if style == "columns" and (plain or len(rows) < 2):
        style = "lines"
    if style == "gathered" and len({row.day for row in rows}) > 1:
        style = "lines"
    made = {"lines": as_lines, "columns": as_columns, "line": as_line, "table": as_table, "gathered": gathered}[style]
    lines = made(deal, rows)
    return lines + _around(deal)


def _around(deal: Deal) -> list[str]:
    """Lines near the signatures that are no signature of the missing one, and no day."""
    dice = deal.dice
    if deal.has("missing-signature"):
        name = next(one.name.full for one in deal.parties if one.role == deal.subject)
        copied = f"抄送：{dice.choice(('各学科组、', '有关科室、', '档案室、'))}{name}"
        return ["", dice.choice((copied, "鉴证单位（盖章）：教育督导室"))] if dice.yes(0.45) else []
    if deal.has("missing-sign-date") and dice.yes(0.3):
        return [f"签订地点：{deal.places.county}"]
    return []
