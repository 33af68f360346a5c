"""A paper written out: units into sections, sections into numbered lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tests.planted.bureau import closing, figures, opening, signing
from tests.planted.bureau.paper import Duty, Paper, Unit

_THEMES = {"m": ("组织管理", "组织领导", "工作机制"), "t": ("师资交流", "队伍建设", "教师发展"), "r": ("教学教研", "业务指导", "教学帮扶")}
_THEMES |= {"s": ("学生活动", "学生发展", "育人活动"), "z": ("资源共享", "条件保障", "资源建设")}
_OWN = ("{0}职责", "{0}的责任", "{0}的权利和义务", "{0}义务", "{0}工作任务")
_ALL = ("共同职责", "双方共同义务", "共同责任", "协同工作机制")
_BOTH = ("权利与义务", "各方职责", "职责分工", "工作内容与分工")
_SUBJECT = ("{0}", "{0}应", "{0}负责", "{0}须")


@dataclass(slots=True)
class Node:
    """A numbered line: how deep, its place among its siblings, the number of its parent line, its words."""

    level: int
    number: int
    parent: int
    group: int
    text: str


def _sentence(duty: Duty, subject: str) -> str:
    return f"{subject}{duty.text}。"


def _own_items(paper: Paper, party: int) -> list[str]:
    role = paper.role(party) if party >= 0 else paper.all
    subject = (
        paper.rng.choice(("", "", "", *(form.format(role) for form in _SUBJECT[:2])))
        if party >= 0
        else paper.rng.choice((role, f"{role}应"))
    )
    return [_sentence(duty, subject) for duty in paper.of(party)]


def _duty_units(paper: Paper) -> Iterator[tuple[Unit, list[tuple[str, list[str]]]]]:
    rng, parties = paper.rng, [index for index in (0, 1, 2, -1) if paper.of(index)]
    common = rng.choice(_ALL) if len(paper.parties) == 2 else "共同责任"
    names = {index: rng.choice(_OWN) for index in parties}
    shared = names[0 if 0 in names else -1] if -1 in names or 0 in names else _OWN[0]
    own = {index: shared.format(f"{paper.role(index)}{paper.notes.get(index, '')}") if index >= 0 else common for index in parties}
    if paper.style.duties == 1:
        yield Unit(rng.choice(_BOTH), []), [(own[index], _own_items(paper, index)) for index in parties]
    elif paper.style.duties == 2:
        yield from _themed(paper)
    else:
        for index in parties:
            yield Unit(own[index], _own_items(paper, index)), []


def _themed(paper: Paper) -> Iterator[tuple[Unit, list[tuple[str, list[str]]]]]:
    for theme, names in _THEMES.items():
        rows = sorted((duty for duty in paper.duties if duty.theme == theme), key=lambda duty: duty.party % 4)
        subject = paper.rng.choice(_SUBJECT[:2])
        items = [_sentence(duty, subject.format(paper.role(duty.party) if duty.party >= 0 else paper.all)) for duty in rows]
        if items:
            yield Unit(paper.rng.choice(names), items), []


Section = tuple[Unit, list[tuple[str, list[str]]]]


def _sections(paper: Paper) -> list[Section]:
    units = dict(paper.units)
    middle = [*_duty_units(paper), *((units.pop(key), []) for key in ("money", "yardstick") if key in units)]
    ahead: list[Section] = [(units.pop("goal"), [])] if "goal" in units else []
    tail_keys = [key for key in ("liability", "supplement", "copies", "effect") if key in units]
    if "term" in units:
        spot = paper.rng.choice((0, 1, 1, 2))
        item: Section = (units.pop("term"), [])
        (ahead if spot < 2 else middle).insert(0 if spot == 0 else len(ahead) if spot == 1 else len(middle), item)
    extra: list[Section] = [(unit, []) for key, unit in units.items() if key not in tail_keys]
    return [*ahead, *middle, *extra, *_tail(paper, {key: units[key] for key in tail_keys})]


def _tail(paper: Paper, units: dict[str, Unit]) -> list[Section]:
    rng = paper.rng
    if paper.style.tail == 0:
        return [(unit, []) for unit in units.values()]
    out: list[Section] = []
    if paper.style.tail == 1 and "liability" in units:
        out.append((units.pop("liability"), []))
    keys = list(units)
    rng.shuffle(keys)
    items = [item for key in keys for item in units[key].items]
    if rng.random() < 0.2 and len(items) > 2:
        items[-2:] = ["".join(items[-2:])]
    return [*out, (Unit(rng.choice(closing.MERGED_HEADS), items), [])] if items else out


def _nodes(paper: Paper) -> list[Node]:
    out: list[Node] = []
    article, chapters = 0, paper.style.numbering == 3
    for index, (unit, subs) in enumerate(_sections(paper), 1):
        alone = len(unit.items) == 1 and not subs and paper.style.numbering != 4 and not chapters
        inline = alone and paper.style.numbering in {2, 6} and unit.heading not in closing.MERGED_HEADS
        out.append(Node(1, index, 0, 0, unit.items[0] if inline else unit.heading))
        if alone and not inline:
            out.append(Node(0, 0, index, 0, unit.items[0]))
        for number, item in enumerate(unit.items if not alone else [], 1):
            article += 1
            out.append(Node(2, article if chapters else number, index, 0 if chapters else index, item))
        for number, (heading, items) in enumerate(subs, 1):
            article += 1
            out.append(Node(2, article if chapters else number, index, 0 if chapters else index, f"{heading}："))
            out.extend(Node(3, place, number, index * 100 + number, item) for place, item in enumerate(items, 1))
    return out


def label(paper: Paper, node: Node) -> str:
    """The number of a line as it is printed."""
    number, form = node.number, paper.style.numbering
    first: tuple[str, ...] = (
        f"{figures.han(number)}、",
        f"{figures.han(number)}、",
        f"第{figures.han(number)}条　",
        f"第{figures.han(number)}章　",
    )
    first += (f"{number}. ", f"{figures.han(number)}．", f"第{figures.han(number)}条 ")
    second: tuple[str, ...] = (
        f"（{figures.han(number)}）",
        f"{number}．",
        f"（{figures.han(number)}）",
        f"第{figures.han(number)}条　",
        f"{node.parent}.{number} ",
    )
    second += (f"({figures.han(number)})", f"{number}. ")
    third = (f"{number}．", f"（{number}）", f"{number}. ", f"（{figures.han(number)}）", f"（{number}）", f"{number}、", f"（{number}）")
    return ("", first[form], second[form], third[form])[node.level]


def numeral(paper: Paper, node: Node) -> str:
    """The bare number of a line."""
    return label(paper, node).strip("　 、．（）()第条章").removesuffix(".")


def _break(paper: Paper, nodes: list[Node]) -> None:
    """Make one run of numbers skip one, or have one twice."""
    runs: dict[tuple[int, int], list[Node]] = {}
    for node in nodes:
        if node.level:
            runs.setdefault((node.level, node.group), []).append(node)
    wanted = int(paper.break_numbers[-1]) if paper.break_numbers else 1
    usable = [run for (level, _), run in runs.items() if len(run) >= 3 and level == wanted] or [runs[1, 0]]
    run = paper.rng.choice(usable)
    at = paper.rng.randrange(1, len(run) - (len(run) > 3))
    gap = bool(paper.break_numbers and paper.break_numbers.startswith("gap"))
    paper.broken_number = numeral(paper, run[at] if gap else run[at - 1])
    first, moved = run[0].level == 1, {node.number for node in run[at:]}
    for node in run[at:]:
        node.number += 1 if gap else -1
    for node in nodes if first else ():
        if node.level == 2 and node.parent in moved and node.group:
            node.parent += 1 if gap else -1


def _reference(paper: Paper, nodes: list[Node]) -> str:
    """第三条: where the term stands."""
    unit = paper.units.get("term")
    texts = {unit.heading, *unit.items} if unit else set()
    number = next((node.number for node in nodes if node.level == 1 and node.text in texts), 1)
    return f"第{figures.han(number)}条"


def _body(paper: Paper) -> list[str]:
    nodes = _nodes(paper)
    reference = _reference(paper, nodes)
    if paper.refer:
        level = 2 if "条" in paper.refer and paper.style.numbering == 3 else 1
        last = max(node.number for node in nodes if node.level == level)
        paper.broken_number = paper.refer.format(figures.han(last + paper.rng.randint(1, 6)))
    if paper.break_numbers:
        _break(paper, nodes)
    out = []
    for node in nodes:
        text = node.text.replace("{ref}", reference).replace("{dangling}", paper.broken_number)
        indent = "" if node.level == 1 else paper.style.indent
        if paper.style.gaps and node.level == 1:
            out.append("")
        out.append(f"{indent}{label(paper, node)}{paper.show(text)}")
    return out


def write(paper: Paper) -> str:
    """The whole text."""
    head = opening.heads(paper)
    lead = [f"{paper.style.indent}{line}" for line in opening.lead(paper)]
    signed = signing.lines(paper)
    blocks = [*paper.title, "", *head, *([""] if head else []), *lead, *_body(paper), ""]
    first = paper.last and paper.rng.random() < 0.5
    ends = [*paper.last, "", *signed] if first else [*signed, *(["", *paper.last] if paper.last else [])]
    text = paper.show("\n".join([*blocks, *ends]))
    if paper.rng.random() < 0.06:
        text = text.replace("：", ":")
    return (figures.full_width(text) if paper.style.wide else text).strip() + "\n"
