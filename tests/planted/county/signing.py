"""Who signs, and when: signature blocks in many layouts."""

from __future__ import annotations

from collections.abc import Callable

from tests.planted.county import places
from tests.planted.county.case import Case, Party

_SEALS = ("（盖章）：", "（公章）：", "（盖章）: ", "：（盖章）", "（签章）：", "单位（盖章）：", "（单位公章）：")
_PERSONS = (
    "代表（签字）：",
    "法定代表人（签字）：",
    "负责人（签字）：",
    "负责人签名：",
    "签约代表：",
    "代表签字：",
    "法定代表人或委托代理人（签字）：",
    "代表人：",
)
_DATES = ("", "", "日期：", "签订日期：", "签约日期：", "签字日期：", "时间：")


def write_signing(case: Case, parties: list[Party]) -> list[str]:
    """Write the signature blocks of the parties that sign."""
    dice = case.dice
    several = len({party.signed for party in parties}) > 1
    forms: list[Callable[[Case, list[Party], _Words], list[str]]] = [_stacked, _stacked, _columns, _columns, _one_line, _rows, _table]
    if not several:
        forms += [_one_date, _date_first, _persons_only, _one_date]
    if any(party.blank for party in parties):
        forms = [_stacked, _columns, _one_date]
    if case.place == "signing-name":
        forms = [_stacked, _columns, _rows, _table]
    if several and any(not party.signed for party in parties):
        # a lone day in a row, or below all, would be everybody's
        forms = [_one_line, _rows, _table, *([_stacked] if not parties[-1].signed else [])]
    lines = dice.pick(forms)(case, parties, _Words(case))
    if dice.chance(0.1) and not case.planting("missing-sign-date", "missing-signature", "blank-signature"):
        lines += _witness(case, parties)
    if dice.chance(0.1):
        lines = [f"签订地点：{case.parties[0].where}", *lines]
    return lines


class _Words:
    """The words that one block uses for seal, signature and date."""

    def __init__(self, case: Case) -> None:
        dice = case.dice
        persons = list(_PERSONS)
        head = {"primary": "校长", "middle": "校长", "kindergarten": "园长", "bureau": "局长"}.get(case.kind)
        if head and all(party.side != "other" for party in case.parties):
            persons += [f"{head}（签字）：", f"{head}签名：", f"{head}："]
        self.seal, self.person, self.date = dice.pick(_SEALS), dice.pick(persons), dice.pick(_DATES)
        self.gap = case.dice.pick(("________", "", "", "　　　　", "__________"))

    def sealed(self, party: Party) -> str:
        return f"{party.role}{self.seal}{party.name}"

    def signs(self, party: Party) -> str:
        return f"{self.person}{party.person or self.gap}"

    def dated(self, party: Party) -> str:
        return f"{self.date}{party.signed}" if party.signed else ""


def _stacked(case: Case, parties: list[Party], words: _Words) -> list[str]:
    lines: list[str] = []
    for party in parties:
        lines += [words.sealed(party), words.signs(party), words.dated(party), ""]
    return [line for line in lines[:-1] if line or not case.dice.chance(0.3)]


def _columns(case: Case, parties: list[Party], words: _Words) -> list[str]:
    if len(parties) > 2:
        return _stacked(case, parties, words)
    rows = [
        [words.sealed(party) for party in parties],
        [words.signs(party) for party in parties],
        [words.dated(party) for party in parties],
    ]
    if case.dice.chance(0.3):
        return ["\t".join(row) for row in rows if any(row)]
    if case.dice.chance(0.2):
        return [case.dice.pick(("　　　　", "      ")).join(row).rstrip() for row in rows if any(row)]
    width = max((_width(row[0]) for row in rows), default=0) + case.dice.between(4, 10)
    return ["".join([row[0] + " " * (width - _width(row[0]) if len(row) > 1 else 0), *row[1:]]).rstrip() for row in rows if any(row)]


def _width(text: str) -> int:
    return sum(2 if ord(char) > 0x2E7F else 1 for char in text)


def _one_line(case: Case, parties: list[Party], words: _Words) -> list[str]:
    gap = case.dice.pick(("  ", "    ", "　"))
    return [
        gap.join(part for part in (f"{party.role}：{party.name}（章）", words.signs(party), words.dated(party)) if part)
        for party in parties
    ]


def _rows(case: Case, parties: list[Party], words: _Words) -> list[str]:
    """Write all seals, then all signatures, then the dates, each on a line of its own."""
    person = case.dice.pick(("代表（签字）：", "签字人：", "负责人："))
    lines = [words.sealed(party) for party in parties]
    lines += [f"{party.role}{person}{party.person or words.gap}" for party in parties]
    lines += [f"{party.role}签字日期：{party.signed}" for party in parties if party.signed]
    return lines


def _table(case: Case, parties: list[Party], words: _Words) -> list[str]:
    head = case.dice.pick(("签署方", "", "项目"))
    rows = [[head, *(party.role for party in parties)], ["单位（盖章）", *(party.name for party in parties)]]
    rows.append([words.person.rstrip("："), *(party.person or words.gap for party in parties)])
    if any(party.signed for party in parties):
        rows.append(["日期", *(party.signed for party in parties)])
    lines = [f"| {' | '.join(row)} |" for row in rows]
    if case.dice.chance(0.4):
        lines.insert(1, "|" + " --- |" * len(rows[0]))
    return lines


def _one_date(case: Case, parties: list[Party], words: _Words) -> list[str]:
    lines = [line for party in parties for line in (words.sealed(party), words.signs(party))]
    if len(parties) == 2 and case.dice.chance(0.5):
        gap = case.dice.pick(("\t", "        ", "　　　　"))
        lines = [gap.join(lines[0::2]), gap.join(lines[1::2])]
    return [*lines, *_common_date(case, parties)]


def _common_date(case: Case, parties: list[Party]) -> list[str]:
    lead = case.dice.pick(("", "签订时间：", "签订日期：", "签约日期：", "                    ", "　　　　　　　　"))
    return [f"{lead}{parties[0].signed}"] if parties[0].signed else []


def _date_first(case: Case, parties: list[Party], words: _Words) -> list[str]:
    lines = [line for party in parties for line in (words.sealed(party), words.signs(party))]
    return [*_common_date(case, parties), *lines]


def _persons_only(case: Case, parties: list[Party], words: _Words) -> list[str]:
    """Write the people's lines alone, without the seals' names."""
    lead = case.dice.pick(("代表（签字）：", "签字：", "代表签名：", "（签章）："))
    line = case.dice.pick(("        ", "\t")).join(f"{party.role}{lead}{party.person or words.gap}" for party in parties)
    return [line, *_common_date(case, parties)]


def _witness(case: Case, parties: list[Party]) -> list[str]:
    where = case.party("recipient").where
    if case.kind == "bureau" or len(case.parties) > 2 or case.planting("missing-party"):
        return []
    name = f"{where}教育局"
    label = case.dice.pick(("见证方（盖章）：", "鉴证单位（盖章）：", "监督单位（盖章）：", "见证单位："))
    return [f"{label}{name}", f"代表（签字）：{places.person(case.dice)}", parties[-1].signed]
