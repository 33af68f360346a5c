"""How the parts are numbered and set; numbers that are skipped or given twice are chosen here."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.planted.teacher.deal import Deal
from tests.planted.teacher.numerals import CIRCLES, capital_digit, spelled
from tests.planted.teacher.sections import Section

_NUMBERED_TOPS = ("han", "han", "han", "tiao", "tiao", "tiao:", "tiao-n", "num", "num-cn", "cap", "paren", "part", "chapter")
_OPEN_TOPS = ("plain", "bracket", "sign", "tight")
_LOWS: dict[str, tuple[str, ...]] = {
    "han": ("num", "num-cn", "paren", "paren-n", "circle", "none", "is", "dash", "half-n"),
    "tiao": ("num", "paren", "paren-n", "circle", "none", "is", "num-cn"),
    "tiao:": ("num", "paren", "none", "half-n"),
    "tiao-n": ("paren-n", "none", "circle", "half-n"),
    "num": ("paren-n", "circle", "none", "dotted", "half-n", "dotted"),
    "num-cn": ("paren-n", "circle", "none", "half-n", "dotted"),
    "cap": ("han", "num", "none", "paren"),
    "paren": ("num", "num-cn", "circle", "none"),
    "part": ("han", "num", "paren", "none"),
    "chapter": ("none",),
    "plain": ("num", "num-cn", "none", "dash", "han", "is"),
    "bracket": ("num", "none", "paren", "is"),
    "sign": ("num-cn", "none", "dash", "paren-n"),
    "tight": ("none", "is"),
}
_TRUE_LISTS = ("num", "num-cn", "paren", "paren-n", "half-n", "han", "dotted")
_FORMS = {
    "han": "{h}、", "tiao": "第{h}条　", "tiao:": "第{h}条：", "tiao-n": "第{n}条 ", "num": "{n}.", "num-cn": "{n}、", "cap": "{c}、",
    "paren": "（{h}）", "paren-n": "（{n}）", "half-n": "({n})", "part": "第{h}部分 ", "chapter": "第{h}章 ", "article": "第{h}条 ", "circle": "{o}",
    "is": "{h}是", "dash": "——", "none": "", "plain": "", "tight": "", "sign": "◆", "bracket": "", "dotted": "{p}.{n} ",
}  # fmt: skip


@dataclass
class Layout:
    """The styles of the levels; `inline` puts a single item behind its heading, `bare` leaves headings of lone items out."""

    top: str
    mid: str | None
    low: str
    inline: bool
    bare: bool
    semicolons: bool
    slips: dict[str, int] = field(default_factory=dict)

    def numeral(self, style: str, number: int, parent: str = "") -> str:
        """A number as this level writes it."""
        if style == "dotted":
            return f"{parent}.{number}"
        if "{h}" in _FORMS[style]:
            return spelled(number)
        return capital_digit(number) if "{c}" in _FORMS[style] else str(number)

    def mark(self, style: str, number: int, parent: str = "") -> str:
        """What stands before an item."""
        return _FORMS[style].format(h=spelled(number), n=number, c=capital_digit(number), o=CIRCLES[(number - 1) % 15], p=parent)


def new_layout(deal: Deal) -> Layout:
    """The layout of a paper; always with numbers where numbers are to go wrong."""
    dice = deal.dice
    wrong = deal.has("clause-gap", "clause-duplicate", "dangling-reference")
    top = dice.choice(_NUMBERED_TOPS if wrong or dice.yes(0.75) else _OPEN_TOPS)
    low = dice.choice(_LOWS[top])
    mids = {"han": "paren", "tiao": "paren", "part": "han", "num": "dotted", "plain": "han", "cap": "paren"}
    mid = mids.get(top)
    if mid and (low == mid or low in {"dotted", "han"}):
        low = "num" if top != "num" else "paren-n"
    return Layout(top, mid, low, inline=dice.yes(0.4), bare=top.startswith("tiao") and dice.yes(0.4), semicolons=dice.yes(0.4))


def _flat(sections: list[Section], layout: Layout) -> list[Section]:
    """Groups as parts of their own where the layout has no level between."""
    if layout.mid:
        return sections
    out: list[Section] = []
    for section in sections:
        groups = [Section(f"{section.key}{place}", group.heading, group.items) for place, group in enumerate(section.groups)]
        out += groups or [section]
    return out


def _lists(sections: list[Section], layout: Layout) -> list[tuple[str, int, str]]:
    """Every numbered list with its size and its style."""
    out = [("top", len(sections), layout.top)] * 3 if layout.top in _NUMBERED_TOPS and layout.top != "chapter" else []
    if layout.top == "chapter":
        return [("articles", sum(len(one.items) for one in sections), "article")]
    for place, section in enumerate(sections):
        if layout.low in _TRUE_LISTS and len(section.items) > 2 and not section.groups:
            out.append((f"s{place}", len(section.items), layout.low))
        for index, group in enumerate(section.groups if layout.low in _TRUE_LISTS else ()):
            if len(group.items) > 2:
                out.append((f"g{place}.{index}", len(group.items), layout.low))
    return out


def _slip(deal: Deal, sections: list[Section], layout: Layout) -> str:
    """Choose the list that goes wrong, and where; its name."""
    name, size, _ = deal.dice.choice([one for one in _lists(sections, layout) if one[1] > 2])
    layout.slips[name] = deal.dice.randint(2, size)
    return name


class Setter:
    """Sets the parts of one paper line by line."""

    def __init__(self, deal: Deal, layout: Layout, sections: list[Section]) -> None:
        self._deal, self._layout = deal, layout
        self._sections = _flat(sections, layout)
        if deal.has("clause-gap", "clause-duplicate"):
            _slip(deal, self._sections, layout)
        self._tops: dict[str, str] = {}
        self._article = 0

    def _number(self, name: str, place: int, style: str, parent: str = "") -> int:
        """The number of the item at a place (from 1) of a list."""
        slip = self._layout.slips.get(name)
        if slip is None or place < slip:
            return place
        gap = self._deal.has("clause-gap")
        if place == slip:
            self._deal.subject = self._layout.numeral(style, place if gap else place - 1, parent)
        return place + 1 if gap else place - 1

    def lines(self) -> list[str]:
        """All lines, with the references between parts filled in."""
        out: list[str] = []
        for place, section in enumerate(self._sections):
            number = self._number("top", place + 1, self._layout.top)
            self._tops[section.key] = self._reference(section, number)
            out += self._section(section, place, number)
        return [self._refer(line) for line in out]

    def _reference(self, section: Section, number: int) -> str:
        top = self._layout.top
        if top in _OPEN_TOPS:
            return f"“{section.heading}”部分"
        if top in {"num", "num-cn", "tiao-n"}:
            return f"第{number}条"
        noun = {"part": "部分", "chapter": "章"}.get(top, "条")
        return f"第{spelled(number)}{noun}"

    def _refer(self, line: str) -> str:
        for key, said in self._tops.items():
            line = line.replace(f"⟦{key}⟧", said)
        if "⟦?⟧" in line:
            number = max(len(self._sections), self._article) + self._deal.dice.randint(2, 7)
            han = self._layout.top not in {"num", "num-cn", "tiao-n"}
            self._deal.subject = f"第{spelled(number) if han else number}{'部分' if self._layout.top == 'part' else '条'}"
            line = line.replace("⟦?⟧", self._deal.subject)
        return line

    def _section(self, section: Section, place: int, number: int) -> list[str]:
        layout = self._layout
        mark, parent = layout.mark(layout.top, number), layout.numeral(layout.top, number)
        if layout.top == "chapter":
            return [f"{mark}{section.heading}", *self._articles(section), *section.table]
        single = len(section.items) == 1 and not section.groups
        if single and layout.bare and section.plain:
            return [mark + section.items[0], *section.table]
        heading = f"【{section.heading}】" if layout.top == "bracket" else section.heading
        if layout.top == "tight" or (single and layout.inline):
            colon = "" if layout.top == "bracket" else "：" if layout.top != "tiao:" else "。"
            if single or layout.top == "tight":
                return [f"{mark}{heading}{colon}{''.join(section.items)}", *self._groups(section, place, parent), *section.table]
        head = mark + heading + self._deal.dice.choice(("", "", "：") if layout.top in {"plain", "sign"} else ("",))
        return [head, *self._items(f"s{place}", section.items, parent), *self._groups(section, place, parent), *section.table]

    def _articles(self, section: Section) -> list[str]:
        out = []
        for item in section.items:
            self._article += 1
            out.append(self._layout.mark("article", self._number("articles", self._article, "article")) + item)
        return out

    def _groups(self, section: Section, place: int, parent: str) -> list[str]:
        layout = self._layout
        out: list[str] = []
        for index, group in enumerate(section.groups):
            mid = layout.mid or "none"
            out.append(layout.mark(mid, index + 1, parent) + group.heading)
            out += self._items(f"g{place}.{index}", group.items, layout.numeral(mid, index + 1, parent))
        return out

    def _items(self, name: str, items: list[str], parent: str) -> list[str]:
        layout, dice = self._layout, self._deal.dice
        crowded = layout.low == "is" and (len(items) > 7 or "一是" in "".join(items))
        if len(items) < 2 or layout.low == "none" or crowded:
            return ["".join(items)] if items and dice.yes(0.4) else list(items)
        marks = [layout.mark(layout.low, self._number(name, place, layout.low, parent), parent) for place in range(1, len(items) + 1)]
        ends = [item[:-1] + "；" if layout.semicolons and item.count("。") == 1 and item.endswith("。") else item for item in items[:-1]]
        made = [mark + item for mark, item in zip(marks, [*ends, items[-1]], strict=True)]
        return ["".join(made)] if layout.low == "is" else made


def set_lines(deal: Deal, sections: list[Section]) -> list[str]:
    """The parts of a paper as lines."""
    return Setter(deal, new_layout(deal), sections).lines()
