"""Numbers the clauses in one of many styles, at times with a number left out or given twice, and fills in the references."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.planted.archive.body import Article, Group
from tests.planted.archive.case import Case
from tests.planted.archive.numerals import capital, chinese, circled, roman

_REFERENCE = re.compile(r"\{ref:([\w-]+)\}")

FORMS: dict[str, Callable[[int], str]] = {
    "第一条": lambda number: f"第{chinese(number)}条",
    "第1条": lambda number: f"第{number}条",
    "一、": lambda number: f"{chinese(number)}、",
    "（一）": lambda number: f"（{chinese(number)}）",
    "壹、": lambda number: f"{capital(number)}、",
    "1.": lambda number: f"{number}.",
    "1．": lambda number: f"{number}．",
    "1、": lambda number: f"{number}、",
    "（1）": lambda number: f"（{number}）",
    "(1)": lambda number: f"({number})",
    "1)": lambda number: f"{number})",
    "①": circled,
    "Ⅰ.": lambda number: f"{roman(number)}.",
    "第一章": lambda number: f"第{chinese(number)}章",
}
_NUMERALS = {"第一条": chinese, "一、": chinese, "（一）": chinese, "壹、": capital, "①": circled, "Ⅰ.": roman, "第一章": chinese}
# the first level, the second and the third
_STYLES = (
    ("第一条", "（一）", "1."),
    ("第一条", "1.", "（1）"),
    ("第一条", "1、", "①"),
    ("第1条", "（1）", "①"),
    ("一、", "（一）", "1."),
    ("一、", "1.", "（1）"),
    ("一、", "1、", "（1）"),
    ("一、", "（一）", "1、"),
    ("一、", "1．", "①"),
    ("1.", "1.1", "1.1.1"),
    ("1.", "（1）", "①"),
    ("1、", "(1)", "①"),
    ("（一）", "1.", "①"),
    ("壹、", "一、", "1."),
    ("Ⅰ.", "1.", "(1)"),
    ("第一章", "第一条", "（一）"),
    ("第一章", "第一条", "1."),
    ("【】", "1.", "（1）"),
    ("", "", ""),
    ("|", "", ""),
    ("段", "", ""),
    ("段", "", ""),
)
UNNUMBERED = ("【】", "", "|", "段")
REFERABLE = ("第一条", "第1条", "一、", "1.", "1、", "第一章")
DOTTED = "1.1"


@dataclass
class Layout:
    """The styles of the levels and, where a number is to be wrong, at which list."""

    case: Case
    levels: tuple[str, str, str]
    fault: str | None = None
    faulty: tuple[int, ...] | None = None
    shown: dict[str, int] = field(default_factory=dict)
    running: int = 0


def make_layout(case: Case) -> Layout:
    """The style of this paper's clauses."""
    styles = [style for style in _STYLES if not case.breaks("clause-gap", "clause-duplicate") or style[0] not in UNNUMBERED]
    if case.breaks("clause-gap", "clause-duplicate", "dangling-reference"):
        styles = [style for style in styles if style[0] in REFERABLE or style[0] in {"（一）", "壹、", "Ⅰ."}]
    if case.breaks("clause-gap", "clause-duplicate"):
        styles = [style for style in styles if style[0] != "第一章"]
    return Layout(case, case.dice.pick("numbering", styles))


def clause_lines(layout: Layout, articles: list[Article]) -> list[str]:
    """The lines of the clauses, with numbers and references."""
    _choose_fault(layout, articles)
    if layout.levels[0] == "|":
        return _table(layout, articles)
    if layout.levels[0] == "段":
        return _paragraphs(layout, articles)
    numbers = _sequence(layout, (), len(articles))
    lines: list[str] = []
    for place, (number, article) in enumerate(zip(numbers, articles, strict=True)):
        layout.shown[article.key] = layout.running + 1 if layout.levels[0] == "第一章" else number
        lines += _article(layout, place, number, article)
    return [_refer(layout, line) for line in lines]


def last_number(layout: Layout) -> int:
    """The highest number that a clause of the first level has."""
    return max(layout.running, *layout.shown.values())


def reference(layout: Layout, number: int) -> str:
    """How this paper refers to a clause of the first level."""
    arabic = layout.levels[0] in {"第1条", "1.", "1、"}
    return f"第{number if arabic else chinese(number)}条"


def _choose_fault(layout: Layout, articles: list[Article]) -> None:
    case = layout.case
    if not case.breaks("clause-gap", "clause-duplicate"):
        return
    layout.fault = case.rule
    lists: list[tuple[int, ...]] = [(), ()]
    for place, article in enumerate(articles):
        if layout.levels[1] != DOTTED and len(article.items) >= 3:
            lists.append((place,))
        if layout.levels[1] != DOTTED:
            lists += [
                (place, inner)
                for inner, item in enumerate(article.items)
                if isinstance(item, Group) and len(item.items) >= 3 and len(article.items) > 1
            ]
    layout.faulty = case.dice.pick("faulty", lists)


def _sequence(layout: Layout, path: tuple[int, ...], count: int) -> list[int]:
    """1, 2, 3 … for so many items; with the fault where it is to be."""
    if layout.fault is None or layout.faulty != path:
        return list(range(1, count + 1))
    at = layout.case.dice.number("fault-at", 2, count)
    form = layout.levels[len(path)]
    if layout.fault == "clause-gap":
        layout.case.subject = _NUMERALS.get(form, str)(at)
        return [*range(1, at), *range(at + 1, count + 2)]
    layout.case.subject = _NUMERALS.get(form, str)(at - 1)
    return [*range(1, at), *range(at - 1, count)]


def _label(layout: Layout, level: int, *numbers: int) -> str:
    form = layout.levels[level]
    if form in {"", "【】", "段"}:
        return ""
    if form in {DOTTED, "1.1.1"}:
        return ".".join(map(str, numbers)) + " "
    label = FORMS[form](numbers[-1])
    gaps = ("　", " ", "　　") if form[0] == "第" else (("", " ", "", "\t") if form[-1] in ".．" else ("", "", " "))
    return label + layout.case.dice.pick(f"gap-{form}", gaps)


def _article(layout: Layout, place: int, number: int, article: Article) -> list[str]:
    if layout.levels[0] == "第一章":
        return _chapter(layout, number, article)
    label, items = _label(layout, 0, number), article.items
    mark = "## " if layout.case.dice.chance("markdown", 8) and article.heading else ""
    heading = f"【{article.heading}】" if layout.levels[0] == "【】" and article.heading else article.heading
    if len(items) == 1 and isinstance(items[0], str):
        if not heading or layout.levels[0] == "":
            return [label + _ended(items[0])]
        how = layout.case.dice.pick("single", ("below", "below", "colon", "bare"))
        if how == "bare" and layout.levels[0] != "【】" and article.key.startswith("end"):
            return [label + _ended(items[0])]
        if how == "colon" and not mark:
            return [f"{label}{heading}：{_ended(items[0])}"]
        return [f"{mark}{label}{heading}", _ended(items[0])]
    lines = [f"{mark}{label}{heading}" + ("" if layout.levels[0] else "：")] if heading else []
    inner = _sequence(layout, (place,), len(items))
    for second, (shown, item) in enumerate(zip(inner, items, strict=True)):
        lines += _second(layout, (place, second), (number, shown), item, last=second == len(items) - 1)
    return lines


def _second(layout: Layout, path: tuple[int, int], numbers: tuple[int, int], item: str | Group, *, last: bool) -> list[str]:
    label = _label(layout, 1, *numbers)
    if isinstance(item, str):
        return [label + _ended(item, last=last or not layout.case.dice.chance("semicolons", 40))]
    if len(item.items) == 1:
        return [f"{label}{item.heading}：{_ended(item.items[0])}"]
    lines = [f"{label}{item.heading}"]
    for third, (shown, text) in enumerate(zip(_sequence(layout, path, len(item.items)), item.items, strict=True)):
        lines.append(_label(layout, 2, *numbers, shown) + _ended(text, last=third == len(item.items) - 1))
    return lines


def _chapter(layout: Layout, number: int, article: Article) -> list[str]:
    lines = [_label(layout, 0, number) + (article.heading or "约定")]
    for item in article.items:
        layout.running += 1
        label = _label(layout, 1, layout.running)
        if isinstance(item, str):
            lines.append(label + _ended(item))
        else:
            lines.append(f"{label}{item.heading}：")
            lines += [_label(layout, 2, 0, 0, third + 1) + _ended(text) for third, text in enumerate(item.items)]
    return lines


def _table(layout: Layout, articles: list[Article]) -> list[str]:
    lines = ["| 项目 | 内容 |", "| --- | --- |"] if layout.case.dice.chance("table-head", 60) else []
    for article in articles:
        texts: list[str] = []
        for item in article.items:
            texts += [_ended(item)] if isinstance(item, str) else [f"{item.heading}：", *map(_ended, item.items)]
        lines.append(f"| {article.heading or '约定'} | {''.join(texts)} |")
    return lines


def _paragraphs(layout: Layout, articles: list[Article]) -> list[str]:
    """Clauses as running text, without numbers: one paragraph each."""
    how = layout.case.dice.pick("paragraphs", ("bare", "bare", "about", "words"))
    lines = []
    for place, article in enumerate(articles):
        texts: list[str] = []
        for item in article.items:
            texts += [_led(item)] if isinstance(item, str) else [f"{item.heading}：" + _joined(item.items)]
        lead = ""
        if how == "about" and article.heading:
            lead = f"关于{article.heading}。"
        elif how == "words":
            lead = ("首先，", "其次，", "再次，")[place] if place < 3 else ("最后，" if place == len(articles) - 1 else "")
        grouped = any(not isinstance(item, str) for item in article.items)
        owner = article.heading if article.key.startswith("duty-") and how != "about" and article.heading else ""
        lines.append(lead + (f"{owner}：" if owner else "") + ("".join(texts) if grouped else _joined(texts)))
    return lines


def _led(text: str) -> str:
    return text.removesuffix("。")


def _joined(texts: list[str]) -> str:
    return "；".join(texts) + "。"


def _refer(layout: Layout, line: str) -> str:
    return _REFERENCE.sub(lambda match: reference(layout, layout.shown[match[1]]), line)


def _ended(text: str, *, last: bool = True) -> str:
    return text if text[-1] in "。；！：" else text + ("。" if last else "；")
