"""A clean paper, drawn from the tables by chance."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from tests.planted.bureau import closing, extras, figures, lexicon, money, opening, signing, term, yardsticks
from tests.planted.bureau.paper import Duty, Paper, Party, Style
from tests.planted.bureau.scenes import SCENES, Scene


@dataclass(frozen=True, slots=True)
class Ask:
    """What a defect needs of the clean paper that it is planted in; None is any."""

    scenes: tuple[str, ...] | None = None
    parties: int | None = None
    letters: bool | None = None
    sided: bool = False
    duties: int | None = None
    funding: str | None = None
    yardstick: bool | None = None
    joint: bool = True
    terms: tuple[int, ...] | None = None
    effects: str | None = None
    years: tuple[int, ...] = (1, 2, 3, 3, 3, 4, 5)
    aliases: bool | None = None
    annexes: bool | None = None
    refers: bool = True
    numbering: tuple[int, ...] = (0, 0, 1, 2, 2, 3, 4, 5, 6)
    heads: tuple[int, ...] = (0, 0, 1, 1, 2, 3, 4, 5)
    signs: tuple[int, ...] = (0, 0, 1, 2, 3, 4)
    month: int | None = None
    late: bool = True
    extras: bool = True
    merged: bool | None = None
    bodies: bool = False
    """True where every party must be an organisation."""


def _scene(rng: Random, ask: Ask) -> Scene:
    fits = [one for one in SCENES if ask.scenes is None or one.key in ask.scenes]
    fits = [one for one in fits if ask.parties in {None, len(one.kinds)} and (one.sided or not ask.sided)]
    if ask.bodies:
        fits = [one for one in fits if "teacher" not in one.kinds]
    if ask.letters:
        fits = [one for one in fits if any(roles[0] == "甲方" for roles in one.roles)]
    return rng.choice(fits)


def _style(rng: Random, ask: Ask) -> Style:
    dates = figures.day_style(rng)
    return Style(
        numbering=rng.choice(ask.numbering),
        dates=dates,
        signed_dates=dates if rng.random() < 0.7 else rng.choice(("plain", "han")),
        money=rng.choice(("wan", "wan", "yuan", "comma")),
        counts=rng.choice(("figures", "figures", "han")),
        head=rng.choice(ask.heads),
        signs=rng.choice(ask.signs),
        duties=rng.choice((0, 0, 1, 1, 2, 3)) if ask.duties is None else ask.duties,
        tail=rng.choice((0, 1, 1, 2)) if ask.merged is None else int(ask.merged),
        indent=rng.choice(("", "", "　　")),
        gaps=rng.random() < 0.3,
        wide=rng.random() < 0.06,
    )


def _dates(rng: Random, scene: Scene, ask: Ask) -> tuple[int, date, date, date]:
    years, year = rng.choice(ask.years), rng.randint(2018, 2024)
    if "teacher" in scene.kinds:
        years = min(years, 3)
    begin_month = ask.month or rng.choice((1, 3, 3, 4, 9, 9, 9, 9, 10, 11))
    start = date(year, begin_month, 1)
    last = start.month - 1 or 12
    last_year = start.year + years - (start.month == 1)
    end = date(last_year, last, monthrange(last_year, last)[1])
    late = ask.late and rng.random() < 0.12
    return years, start, end, start + timedelta(days=rng.randint(5, 110)) if late else start - timedelta(days=rng.randint(2, 40))


def _parties(rng: Random, scene: Scene, ask: Ask) -> list[Party]:
    roles = rng.choice([one for one in scene.roles if ask.letters is None or (one[0] == "甲方") == ask.letters])
    notes = rng.choice(scene.notes)
    places = [lexicon.place(rng)]
    while len(places) < 3:
        new = lexicon.place(rng)
        if new[:2] not in [one[:2] for one in places]:
            places.append(new)
    if scene.key in {"watched", "mentor", "trustee", "secondment"} or rng.random() < 0.15:
        places[2] = places[1]
    if scene.key == "trustee":
        places[0] = places[2]
    bodies = [lexicon.KINDS[kind](rng, where) for kind, where in zip(scene.kinds, places, strict=False)]
    while len({body.name for body in bodies}) < len(bodies):
        bodies = [lexicon.KINDS[kind](rng, where) for kind, where in zip(scene.kinds, places, strict=False)]
    aliased = rng.random() < 0.25 if ask.aliases is None else ask.aliases
    heads = [body.name if kind == "teacher" else lexicon.person(rng) for kind, body in zip(scene.kinds, bodies, strict=True)]
    while len(set(heads)) < len(heads):
        heads = [body.name if kind == "teacher" else lexicon.person(rng) for kind, body in zip(scene.kinds, bodies, strict=True)]
    return [
        Party(role, note, body, head, body.name, body.short if aliased and body.short != body.name else None)
        for role, note, body, head in zip(roles, notes, bodies, heads, strict=False)
    ]


def _duties(paper: Paper) -> list[Duty]:
    tables = [*enumerate(paper.scene.duties), (-1, paper.scene.joint)]
    used: set[str] = set()
    out = []
    for party, table in tables:
        rows = [line.split(" ", 2) for line in table.strip().splitlines()]
        paper.rng.shuffle(rows)
        few = paper.rng.randint(3, 6) if party >= 0 else paper.rng.randint(2, 4)
        for theme, group, text in rows:
            key = f"{party}{group}" if group not in {"shadow", "post", "meet"} else group
            if few and key not in used:
                used.add(key)
                few -= 1
                out.append(Duty(theme, group, party, paper.fill(text)))
    return out


def draft(rng: Random, ask: Ask) -> Paper:
    """A paper that fits what is asked for."""
    scene, style = _scene(rng, ask), _style(rng, ask)
    years, start, end, signed = _dates(rng, scene, ask)
    parties = _parties(rng, scene, ask)
    days = [signed for _ in parties]
    if rng.random() < 0.2:
        days = [signed - timedelta(days=rng.randint(0, 12)) for _ in parties]
    paper = Paper(rng, scene, style, parties, [], years, start, end, days)
    if paper.style.head == 5 and any(party.alias for party in parties):
        paper.style = replace(style, head=0)
    paper.duties = _duties(paper)
    opening.write(paper, refers=ask.refers)
    paper.units["term"] = term.write(paper, ask.terms)
    money.write(paper, ask.funding)
    yardsticks.write(paper, wanted=ask.yardstick)
    if ask.extras:
        extras.write(paper)
    counted = signed > start or "之日" in paper.units["term"].items[0]
    effects = "signed" if counted and ask.effects in {None, "day"} else ask.effects
    closing.write(paper, effects, refers=ask.refers)
    if not ask.joint:
        paper.duties = [one for one in paper.duties if one.party >= 0]
    signing.write(paper)
    opening.annexes(paper, wanted=ask.annexes)
    return paper
