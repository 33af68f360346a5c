"""The signature block."""

from __future__ import annotations

from tests.planted.bureau import figures
from tests.planted.bureau.paper import Paper, Sign

_SEALS = ("（盖章）", "（公章）", "（签章）", "单位（盖章）", "（单位公章）")
_PEOPLE = ("代表（签字）", "法定代表人（签字）", "负责人（签字）", "代表签名", "法定代表人或授权代表（签字）", "校长（签字）")
_DATES = ("日期：", "签订日期：", "签字日期：", "", "时间：", "签约日期：")
_SHARED = ("签订日期：", "签约时间：", "签署日期：", "")


def write(paper: Paper) -> None:
    """One signature a party; a person signs by name alone."""
    style = paper.style.signed_dates
    for party, day in zip(paper.parties, paper.signed, strict=True):
        written = figures.day(style, (day.year, day.month, day.day))
        alone = party.head == party.body.name
        paper.signs.append(Sign(party.role, None if alone else party.body.name, party.head, written))
    organised = all(sign.name for sign in paper.signs)
    if organised and paper.rng.random() < 0.15:
        for sign in paper.signs:
            sign.person = None
    elif paper.rng.random() < 0.3:
        for sign in paper.signs:
            sign.name = None


def _stacked(paper: Paper, seal: str, who: str, when: str) -> list[str]:
    out: list[str] = []
    for sign in paper.signs:
        if sign.name is None and "teacher" in paper.scene.kinds and _alone(paper, sign):
            out.append(f"{sign.role}（签字）：{sign.person or ''}")
        else:
            out.append(f"{sign.role}{seal}：{sign.name or ''}")
            if sign.person is not None:
                out.append(f"{who}：{sign.person}")
        if sign.date is not None:
            out.append(f"{when}{sign.date}")
        out.append("")
    return out[:-1]


def _alone(paper: Paper, sign: Sign) -> bool:
    return any(party.role == sign.role and party.head == party.body.name for party in paper.parties)


def _pen(paper: Paper, sign: Sign) -> str:
    return "签字" if _alone(paper, sign) else "代表签字"


def _loose(paper: Paper, who: str, when: str) -> list[str]:
    """The seal on a line of its own; every party shows its name."""
    out: list[str] = []
    for sign in paper.signs:
        person = [f"{who}：{sign.person}"] if sign.person is not None else []
        date = [f"{when}{sign.date}"] if sign.date is not None else []
        out += [f"{sign.role}：{sign.name}", "（盖章）", *person, *date, ""]
    return out[:-1]


def _columns(paper: Paper, seal: str, who: str, when: str) -> list[str]:
    gap = paper.rng.choice(("　　　　　　", "\t\t", "          "))
    rows = [[f"{sign.role}{seal}：{sign.name or ''}" for sign in paper.signs]]
    if any(sign.person is not None for sign in paper.signs):
        rows.append([f"{who}：{sign.person or ''}" for sign in paper.signs])
    if any(sign.date is not None for sign in paper.signs):
        rows.append([f"{when}{sign.date}" if sign.date is not None else "" for sign in paper.signs])
    return [gap.join(row).rstrip(" \t　") for row in rows]


def _lines(paper: Paper, gap: str) -> list[str]:
    out = []
    for sign in paper.signs:
        parts = [f"{sign.role}：{sign.name}（盖章）"] if sign.name else [f"{sign.role}{_pen(paper, sign)}：{sign.person or ''}"]
        if sign.name and sign.person is not None:
            parts.append(f"代表：{sign.person}")
        if sign.date is not None:
            parts.append(sign.date)
        out.append(gap.join(parts).rstrip(" \t　"))
    return out


def _shared(paper: Paper, seal: str, who: str) -> list[str]:
    bare = [Sign(sign.role, sign.name, sign.person, None) for sign in paper.signs]
    dates = {sign.date for sign in paper.signs}
    keep, paper.signs = paper.signs, bare
    lines = _stacked(paper, seal, who, "")
    paper.signs = keep
    only = dates.pop()
    return [*lines, "", f"{paper.rng.choice(_SHARED)}{only}"] if only is not None else lines


def lines(paper: Paper) -> list[str]:
    """The signature block as it is printed."""
    rng = paper.rng
    form = paper.style.signs
    if len({sign.date for sign in paper.signs}) > 1 and form == 4:
        form = 0
    if form == 1 and (len(paper.signs) > 2 or "teacher" in paper.scene.kinds):
        form = 0
    school = paper.scene.key in {"primary", "middle", "group"}
    seal = rng.choice(_SEALS[:3]) if paper.signs and len(paper.signs[0].role) > 2 else rng.choice(_SEALS)
    who = rng.choice(_PEOPLE if school else _PEOPLE[:-1])
    when = rng.choice(_DATES)
    if form == 1:
        return _columns(paper, seal, who, when)
    if form == 2 and all(sign.name for sign in paper.signs):
        return _loose(paper, who, when)
    if form == 3:
        return _lines(paper, rng.choice(("　　", "    ")))
    if form == 4:
        return _shared(paper, seal, who)
    return _stacked(paper, seal, who, when)
