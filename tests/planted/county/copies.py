"""How many copies are made and who keeps them."""

from __future__ import annotations

from collections.abc import Callable

from tests.planted.county.case import Case
from tests.planted.county.numerals import capital, chinese


def write_copies(case: Case) -> str:
    """Write the clause on copies; its sum is wrong where that is the defect."""
    dice = case.dice
    writers: tuple[Callable[[int], str], ...] = (_plain, _plain, _plain, capital, str)
    number = dice.pick(writers)
    shares, words = _holders(case, number)
    total = sum(shares)
    stated = total
    if case.planting("copies-mismatch"):
        stated = dice.pick([other for other in (total - 2, total - 1, total + 1, total + 2) if other > 1])
    lead = dice.pick(("{D}一式", "{D}壹式" if number is capital else "{D}一式", "{D}正本一式" if len(shares) < 3 else "{D}一式"))
    equal = dice.pick(("", "", "，具有同等法律效力", "，各份具有同等效力", "，均具同等法律效力"))
    return f"{lead}{number(stated)}份，{words}{equal}"


def _plain(count: int) -> str:
    return "两" if count == 2 else chinese(count)


def _holders(case: Case, write: Callable[[int], str]) -> tuple[list[int], str]:
    dice = case.dice
    roles = [party.role for party in case.parties] if not case.planting("missing-party") else [_present(case)]
    verb = dice.pick(("执", "持", "留存", "保存", "存"))
    if len(roles) == 1:
        return _lone(case, roles[0], verb)
    if len(roles) == 2 and case.kind != "donor" and dice.chance(0.08):
        return [
            1,
            1,
            1,
            1,
        ], f"其中正本{write(2)}份、副本{write(2)}份，正本由{{all}}各{verb}{write(1)}份，副本由双方主管部门各{verb}{write(1)}份"
    each = dice.pick((1, 1, 1, 2, 3))
    shares = [each] * len(roles)
    form = dice.pick(("each", "each", "each", "each", "named", "listed", "own"))
    if form == "own" and len(roles) == 2:
        shares = dice.pick(([1, 2], [2, 1], [3, 2], [2, 3]))
        words = "，".join(f"{role}{verb}{write(count)}份" for role, count in zip(roles, shares, strict=True))
    elif form == "listed":
        words = "，".join(f"{role}{verb}{write(each)}份" for role in roles)
    else:
        words = f"{'、'.join(roles) if form == 'named' else '{all}'}各{verb}{write(each)}份"
    extra, more = _others(case, write)
    return shares + extra, words + more


def _lone(case: Case, role: str, verb: str) -> tuple[list[int], str]:
    where = case.parties[0].where
    superior = "人民政府" if case.kind == "bureau" else "教育局"
    return [1, 1], f"{role}{verb}一份，报{where}{superior}备案一份"


def _present(case: Case) -> str:
    return next(party.role for party in case.parties if party.role != case.subject)


def _others(case: Case, number: Callable[[int], str]) -> tuple[list[int], str]:
    dice = case.dice
    if dice.chance(0.5) or case.planting("blank-party"):
        return [], ""
    give, take = case.party("supporter").where, case.party("recipient").where
    if case.kind == "bureau":
        return dice.pick((([1, 1], "，双方上级主管部门各备案一份"), ([2], f"，报上级有关部门备案{number(2)}份"), ([1], "，存档一份")))
    if len(case.parties) > 2:
        return dice.pick(
            (([1], "，存档一份"), ([1], f"，报{take}人民政府教育督导室备案{number(1)}份"), ([1], f"，另{number(1)}份留档备查"))
        )
    if give != take and case.kind != "donor":
        return dice.pick(
            (
                ([1, 1], "，双方主管部门各执一份"),
                ([1, 1], f"，{give}教育局、{take}教育局各存一份"),
                ([1, 1], "，双方教育主管部门各备案一份"),
            )
        )
    return dice.pick(
        (
            ([1], f"，报{take}教育局备案{number(1)}份"),
            ([1], f"，{take}教育局留存{number(1)}份"),
            ([2], f"，报送{take}教育局{number(2)}份"),
            ([1], f"，交主管部门{number(1)}份备查"),
            ([1], f"，另{number(1)}份由{take}教育局存查"),
        )
    )
