"""The signature blocks: one under the other, side by side, in a table, on a line."""

from __future__ import annotations

import unicodedata

from tests.planted.archive.case import Case
from tests.planted.archive.numerals import day_text
from tests.planted.archive.scenes import Party
from tests.planted.archive.terms import BLANKS, IMPOSSIBLE, date_form

_BLANK_DATES = ("　　年　　月　　日", "    年    月    日", "20__年__月__日", "______年____月____日", "20××年××月××日", "年　月　日")


def signature_lines(case: Case, hidden: str | None) -> list[str]:
    """The lines of the block; the party whose role is ``hidden`` has none."""
    parties = [party for party in case.scene.parties if party.role != hidden]
    if case.breaks("missing-signature"):
        lost = case.dice.pick("lost", parties)
        case.subject = lost.role
        parties.remove(lost)
    dates = _dates(case, parties)
    blocks = [_block(case, party) for party in parties]
    common = dates[0] if len(set(dates)) == 1 else None
    style = case.dice.pick("sign-style", _STYLES)
    witness = _witness(case)
    if common and case.dice.chance("one-date", 35):
        label = case.dice.pick("one-date-label", ("签订日期：", "签约时间：", "", "签订时间："))
        before = bool(label) and case.dice.chance("date-first", 30)
        lines = _arranged(case, style, blocks)
        return [f"{label}{common}", "", *lines, *witness] if before else [*lines, *witness, "", f"{label}{common}"]
    label = case.dice.pick("date-label", ("", "", "日期：", "签字日期：", "时间："))
    dated = [[*block, f"{label}{day}"] if day else block for block, day in zip(blocks, dates, strict=True)]
    return [*_arranged(case, style, dated), *witness]


def _witness(case: Case) -> list[str]:
    """Whoever stands by, and is no party."""
    fitting = case.rule in {None, "quota-conflict", "overlapping-bands", "missing-liability", "clause-gap", "term-duration-mismatch"}
    if not fitting or case.scene.persons or case.scene.third == "bureau" or not case.dice.chance("witness", 10):
        return []
    return ["", f"{case.dice.pick('witness-word', ('见证单位', '鉴证方', '监督单位'))}（盖章）：{case.scene.authority}"]


def _dates(case: Case, parties: list[Party]) -> list[str]:
    form = date_form(case)
    signed = dict(zip((party.role for party in case.scene.parties), case.days.signed, strict=True))
    days = [signed[party.role] for party in parties]
    texts = [day_text(day, form) for day in days]
    if case.breaks("missing-sign-date"):
        case.subject = "signing"
        return [""] * len(parties)
    if case.breaks("blank-date") and case.dice.pick("blank-where", BLANKS) == "signing":
        case.subject = "signing"
        blank = case.dice.pick("blank-date", _BLANK_DATES)
        return [blank] * len(parties)
    if case.breaks("impossible-date") and case.dice.pick("impossible-where", IMPOSSIBLE) == "signing":
        case.subject = "date"
        year, month, _ = days[0]
        last = 31 if month in {4, 6, 9, 11} else (30 if month == 2 else 32)
        return [day_text((year, month, last), form)] * len(parties)
    if case.breaks("signed-after-term"):
        case.subject = "term"
    if case.breaks("sign-date-conflict"):
        case.subject = "signing"
    return texts


def _block(case: Case, party: Party) -> list[str]:
    dice = case.dice
    signer = party.signer
    if case.scene.persons:
        name = "" if case.breaks("blank-signature") and _unsigned(case) == party.role else party.name
        return [
            f"{party.role}（{dice.pick('sign-word', ('签名', '签字'))}）：{name}".rstrip() if name else _open(case, f"{party.role}签名：")
        ]
    if party.name == "" or _masked(case, party):
        signer = ""
    if case.breaks("blank-signature") and _unsigned(case) == party.role:
        signer = ""
    seal = dice.pick("seal", ("（盖章）", "（公章）", "（单位盖章）", "（签章）", "（印章）"))
    named = not _masked(case, party)
    name = party.variant if case.odd == party.role else party.name
    head = f"{party.role}{seal}：{name if named else ''}"
    posts = ("法定代表人", "负责人", "代表", "签约代表", party.post) if party.post != "法定代表人" else ("法定代表人",)
    post = dice.pick("post-word", posts)
    word = dice.pick("sign-word", ("（签字）", "（签名）", "", "签字"))
    line = f"{post}{word}：{signer}" if signer else _open(case, f"{post}{word}：")
    return [head, line]


def _unsigned(case: Case) -> str:
    role = case.dice.pick("unsigned", [party.role for party in case.scene.parties])
    case.subject = role
    return role


def _masked(case: Case, party: Party) -> bool:
    return case.breaks("blank-party") and case.subject == party.role


def _open(case: Case, label: str) -> str:
    return label + case.dice.pick("open-line", ("", "____________", "　　　　", "（　　　　）", "__________"))


def _arranged(case: Case, style: str, blocks: list[list[str]]) -> list[str]:
    if style == "table" and len(blocks) > 1:
        rows = zip(*blocks, strict=True)
        return ["| " + " | ".join(row) + " |" for row in rows]
    if style in {"columns", "tabs"} and len(blocks) == 2:
        return [_beside(left, right, style) for left, right in zip(*blocks, strict=True)]
    if style == "line":
        gap = case.dice.pick("line-gap", ("　　", "    ", "　"))
        return [gap.join(block) for block in blocks]
    lines: list[str] = []
    spaced = case.dice.chance("spaced-blocks", 60)
    for block in blocks:
        lines += ([""] if lines and spaced else []) + block
    return lines


def _beside(left: str, right: str, style: str) -> str:
    if style == "tabs":
        return f"{left}\t\t{right}".rstrip()
    width = sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in left)
    return (left + " " * max(4, 46 - width) + right).rstrip()


_STYLES = ("stack", "stack", "stack", "columns", "columns", "tabs", "line", "table")
