"""How clauses are numbered, headed and broken into lines."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from tests.planted.province.chance import Chance
from tests.planted.province.deal import Item, Section
from tests.planted.province.numerals import han

Mark = Callable[[int], str]
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_ROMAN = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"

MARKS: dict[str, Mark] = {
    "article": lambda n: f"第{han(n)}条",
    "chapter": lambda n: f"第{han(n)}章",
    "part": lambda n: f"第{han(n)}部分",
    "han": lambda n: f"{han(n)}、",
    "han-dot": lambda n: f"{han(n)}．",
    "bracket-han": lambda n: f"（{han(n)}）",
    "half-bracket-han": lambda n: f"({han(n)})",
    "dot": lambda n: f"{n}.",
    "wide-dot": lambda n: f"{n}．",
    "comma": lambda n: f"{n}、",
    "bracket": lambda n: f"（{n}）",
    "half-bracket": lambda n: f"({n})",
    "close": lambda n: f"{n}）",
    "circle": lambda n: _CIRCLED[n - 1],
    "roman": lambda n: f"{_ROMAN[n - 1]}.",
    "bare": str,
    "none": lambda _: "",
}


@dataclass(frozen=True)
class Layout:
    """The marks of three levels; `decimal` sets the path before the number (2.1); `running` counts articles through all chapters."""

    name: str
    levels: tuple[str, str, str]
    gap: str = ""
    decimal: bool = False
    running: bool = False
    flat: bool = False
    before: str = ""

    @property
    def numbered(self) -> bool:
        return self.levels[0] != "none"


def make_layout(chance: Chance, *, numbered: bool, short: bool) -> Layout:
    """One of the ways to number; the gap behind a number is seeded too."""
    article_gap = chance.pick(("　", " ", "\t", "  ", "：", " "))
    gap = chance.pick(("", "", "", " ", "　"))
    second, third = chance.pick(
        (
            ("bracket-han", "dot"),
            ("dot", "bracket"),
            ("comma", "bracket"),
            ("wide-dot", "circle"),
            ("bracket", "circle"),
            ("half-bracket-han", "dot"),
        )
    )
    ways = [
        Layout("article", ("article", second, third), article_gap),
        Layout("article", ("article", "bracket-han", "dot"), article_gap),
        Layout("han", ("han", second, third), gap),
        Layout("han", ("han", "bracket-han", chance.pick(("dot", "comma", "wide-dot"))), gap),
        Layout("han", ("han", chance.pick(("dot", "comma", "wide-dot")), chance.pick(("bracket", "circle", "half-bracket"))), gap),
        Layout("han", ("han-dot", "dot", "bracket"), gap),
        Layout("bracketed", ("bracket-han", "dot", "circle"), gap),
        Layout("figures", ("comma", "bracket", "circle"), gap),
        Layout("figures", ("dot", "bracket", "circle"), chance.pick((" ", "\t", "  "))),
        Layout("decimal", ("dot", "bare", "bare"), chance.pick((" ", "\t", "　")), decimal=True),
        Layout("decimal", ("bare", "bare", "bare"), chance.pick(("  ", "\t", "　")), decimal=True),
        Layout("roman", ("roman", "dot", "bracket"), " "),
        Layout("part", ("part", "dot", "bracket"), article_gap.replace("：", "　")),
        Layout("chapter", ("chapter", "article", "bracket-han"), article_gap.replace("：", "　"), running=True),
        Layout("chapter", ("chapter", "article", "dot"), "　", running=True),
        Layout("lines", ("article", "bracket-han", "dot"), article_gap.replace("：", "　"), flat=True),
        Layout("lines", (chance.pick(("dot", "comma", "han")), "bracket", "circle"), gap, flat=True),
        Layout("markdown", ("han", "bracket-han", "dot"), "", before="## "),
        Layout("markdown", ("article", "dot", "bracket"), " ", before="### "),
    ]
    if not numbered and short and chance.odds(0.25):
        return Layout("paragraphs", ("none", "none", "none"))
    if not numbered and chance.odds(0.08):
        return Layout("unnumbered", ("none", "none", "none"), "", before=chance.pick(("", "【", "● ", "")))
    layout = chance.pick(ways)
    if short and chance.odds(0.5):
        layout = chance.pick([way for way in ways if way.flat])
    return layout


@dataclass
class Quirk:
    """A number to skip or to repeat; `subject` is set when it has been done."""

    kind: str
    chance: Chance
    target: int = -1
    seen: int = 0
    subject: str | None = None

    def numbers(self, count: int, write: Callable[[int], str], spots: list[int] | None = None) -> list[int]:
        """1 to `count`, or with the one fault at one of the spots, if it is this list's turn."""
        plain = list(range(1, count + 1))
        spots = list(range(1, count)) if spots is None or self.kind == "clause-gap" else spots
        if not self.kind or not spots:
            return plain
        self.seen += 1
        if self.seen - 1 != self.target:
            return plain
        spot = self.chance.pick(spots)
        if self.kind == "clause-gap":
            self.subject = write(spot + 1)
            return [*plain[:spot], *(number + 1 for number in plain[spot:])]
        self.subject = write(spot)
        return [*plain[:spot], *(number - 1 for number in plain[spot:])]


def numeral(layout: Layout, level: int, path: str) -> Callable[[int], str]:
    """The number as the text writes it, without its marks (七, 5, 2.3, ③)."""
    mark = layout.levels[level]
    if layout.decimal:
        return lambda n: f"{path}{n}"
    if mark in {"circle", "roman"}:
        return lambda n: MARKS[mark](n).rstrip(".")
    if mark in {"article", "chapter", "part", "han", "han-dot", "bracket-han", "half-bracket-han"}:
        return han
    return str


class Setter:
    """Sets sections into lines, and knows afterwards which number each section had."""

    def __init__(self, layout: Layout, chance: Chance, quirk: Quirk) -> None:
        self.layout, self.chance, self.quirk = layout, chance, quirk
        self.called: dict[str, str] = {}
        self.inline = chance.odds(0.35)
        self.stop = chance.pick(("。", "。", "。", "；"))
        self.subject_word = chance.pick(("", "", "应", "须"))
        self.repeat_subject = chance.odds(0.3)

    def set(self, sections: list[Section]) -> list[str]:
        if self.layout.name == "paragraphs":
            return self._paragraphs(sections)
        if self.layout.flat:
            return self._flat(sections)
        lines: list[str] = []
        broods = [len(section.items) > 1 or bool(section.items[0].kids) for section in sections]
        numbers = self.quirk.numbers(len(sections), numeral(self.layout, 0, ""), self._spots(broods))
        counts = [len(section.items) for section in sections]
        running = self.quirk.numbers(sum(counts), numeral(self.layout, 1, "")) if self.layout.running else []
        for place, section in enumerate(sections):
            self.called.setdefault(section.key, self._reference(numbers[place], running[sum(counts[:place])] if running else 0))
            inner = running[sum(counts[:place]) : sum(counts[: place + 1])] if running else []
            lines += self._section(section, numbers[place], inner)
        return lines

    def _spots(self, broods: list[bool]) -> list[int] | None:
        """Where a number may come twice: with paths in the numbers (2.1), never where both would have clauses below."""
        if not self.layout.decimal:
            return None
        return [spot for spot in range(1, len(broods)) if not (broods[spot - 1] and broods[spot])]

    def _reference(self, number: int, article: int) -> str:
        if self.layout.running:
            return f"第{han(article)}条"
        return f"第{han(number)}条" if self.layout.name != "part" else f"第{han(number)}部分"

    def _flat(self, sections: list[Section]) -> list[str]:
        """Every clause an article of one line, without headings."""
        rows = [(section, item) for section in sections for item in self._leaves(section)]
        numbers = self.quirk.numbers(len(rows), numeral(self.layout, 0, ""))
        lines = []
        for number, (section, item) in zip(numbers, rows, strict=True):
            self.called.setdefault(section.key, f"第{han(number)}条")
            lines.append(self._mark(0, number, "") + self._sentence(item, section, named=True, last=True))
        return lines

    def _paragraphs(self, sections: list[Section]) -> list[str]:
        """No numbers and no headings: a paragraph a section, first, next and last."""
        openers = ["首先", "其次", "再次", *["此外"] * len(sections)] if self.chance.odds(0.6) else [""] * (len(sections) + 3)
        lines = []
        for place, section in enumerate(sections):
            opener = openers[place] if place + 1 < len(sections) else openers[0] and "最后"
            words = "".join(self._sentence(item, section, named=True, last=True) for item in self._leaves(section))
            lines.append(f"{opener}，{words}" if opener else words)
        return lines

    def _leaves(self, section: Section) -> list[Item]:
        found = []
        for item in section.items:
            found += [replace(kid, who=kid.who or item.who) for kid in item.kids] or [item]
        return found

    def _section(self, section: Section, number: int, running: list[int]) -> list[str]:
        layout = self.layout
        before, after = layout.before, "】" if layout.before == "【" else ""
        title = f"{before}{self._mark(0, number, '')}{section.heading}{after}"
        items = section.items
        if layout.running:
            return [
                title,
                *(line for item, count in zip(items, running, strict=True) for line in self._clause(section, item, 1, count, "")),
            ]
        if len(items) == 1 and not items[0].kids:
            words = self._sentence(items[0], section, named=not section.who, last=True)
            if self.inline and not before:
                return [f"{title}{'：' if layout.gap != '：' else '。'}{words}"]
            return [title, words]
        path = f"{number}."
        spots = self._spots([bool(item.kids) for item in items])
        numbers = self.quirk.numbers(len(items), numeral(layout, 1, path), spots) if layout.numbered else list(range(1, len(items) + 1))
        lines = [title if section.who == "" or not self.chance.odds(0.2) else f"{title}："]
        for place, item in enumerate(items):
            lines += self._clause(section, item, 1, numbers[place], path, last=place == len(items) - 1)
        return lines

    def _clause(self, section: Section, item: Item, level: int, number: int, path: str, *, last: bool = True) -> list[str]:
        mark = self._mark(level, number, path)
        if not item.kids:
            return [mark + self._sentence(item, section, named=not section.who or self.repeat_subject, last=last)]
        below = f"{path}{number}."
        numbers = (
            self.quirk.numbers(len(item.kids), numeral(self.layout, level + 1, below)) if self.layout.numbered else [1] * len(item.kids)
        )
        lines = [mark + item.text]
        for place, kid in enumerate(item.kids):
            end = place == len(item.kids) - 1
            lines.append(self._mark(level + 1, numbers[place], below) + self._sentence(kid, section, named=True, last=end))
        return lines

    def _mark(self, level: int, number: int, path: str) -> str:
        layout = self.layout
        mark = MARKS[layout.levels[level]](number)
        if layout.decimal:
            return f"{path}{mark}{layout.gap}"
        if layout.levels[level] in {"article", "chapter", "part"}:
            return mark + (layout.gap or "　")
        return mark + (
            ""
            if level and layout.gap in {"　", "：", "\t"} and layout.levels[0] in {"article", "part", "chapter"}
            else layout.gap
            if mark
            else ""
        )

    def _sentence(self, item: Item, section: Section, *, named: bool, last: bool) -> str:
        who = item.who or (section.who if named else "")
        text = item.text.rstrip("。；")
        if who:
            free = text.startswith(("校长", "园长", "每逢", "往来", "依照", "派出的"))
            link = "" if text.startswith("派出的") else "" if free else self.subject_word
            alone = text.startswith(("往来", "依照", "每逢"))
            text = text if alone else f"{who}{link}{text}"
        return text + ("。" if last or "。" in text or "；" in text else self.stop)
