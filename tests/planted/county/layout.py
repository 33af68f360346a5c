"""Write a paper out: numbers and headings, indents, marks, and what scanners and editors do to a text."""

from __future__ import annotations

import re

from tests.planted.county.case import Case
from tests.planted.county.dice import CLOSE, OPEN
from tests.planted.county.draft import Draft, Node
from tests.planted.county.numbering import PLAIN, STYLES, Style, dress, fill_references
from tests.planted.county.traditional import traditional

_NUMBERED_RULES = {"clause-gap", "clause-duplicate"}
_GAPS = ("　　", "____", "    ", "___", "（　）", "　", "XX", "   ", "×")
_COUNT = re.compile(f"{OPEN}([^{CLOSE}]*){CLOSE}")
# what a broken line must not begin with: it would read as the next clause's number
_STARTS = re.compile(r"[\d０-９一二三四五六七八九十两ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ①②③④⑤⑥⑦⑧第附（(、，。；：,.:;)）”|#~～—-]")
_HALF = str.maketrans({"，": ",", "：": ":", "（": "(", "）": ")", "；": ";"})
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


class Layout:
    """The looks of one paper, chosen once."""

    def __init__(self, case: Case) -> None:
        """Choose numbering, headings, indents and noise."""
        dice = case.dice
        numbered = case.rule in _NUMBERED_RULES
        self.style: Style = dice.pick(STYLES) if numbered or dice.chance(0.92) else PLAIN
        article = self.style.name.startswith(("第一条", "第1条"))
        heads = [
            "own",
            "own",
            "own",
            "inline",
            *(["bare", "bare", "gap"] if article else []),
            *(["bare"] if self.style.name.startswith("1") else []),
        ]
        self.heads = "own" if self.style.chapters or self.style is PLAIN else dice.pick(heads)
        self.after = dice.pick((" ", "　", "  ", "　　", "\t")) if article or self.style.chapters or "部分" in self.style.name else ""
        self.indent = dice.pick(("", "", "　　", "    ")) if self.after != "\t" else ""
        self.blank_lines = dice.pick(("none", "none", "sections", "all"))
        self.markdown = self.heads == "own" and dice.chance(0.1)
        self.tab = dice.chance(0.08)
        self.bullet = dice.pick(("", "- ", "· ", "")) if self.style is PLAIN else ""
        self.half = dice.chance(0.12)
        self.wide = dice.chance(0.05) and case.rule not in {*_NUMBERED_RULES, "dangling-reference"}
        self.wrap = dice.pick((28, 32, 36, 40)) if dice.chance(0.1) and not self.markdown else 0
        self.pages = dice.chance(0.07)
        self.old = dice.chance(0.05) and case.lettered
        self.both = _both(case)

    def fit(self, draft: Draft) -> None:
        """Give chapters articles of their own where the style counts articles."""
        if not self.style.chapters:
            return
        articles = [node for node in draft.clauses if node.key == "duty"]
        if articles:
            draft.clauses.insert(draft.clauses.index(articles[0]), Node("", "工作任务", "duties", [Node(node.text) for node in articles]))
            draft.clauses = [node for node in draft.clauses if node.key != "duty"]
        for top in draft.clauses:
            top.heading = top.heading or "工作任务"
            if top.text and top.kids:
                top.text, top.kids = "", [Node(top.text, key=top.key, kids=top.kids)]
            elif top.text:
                top.text, top.kids = "", [Node(top.text, key="")]

    def converted(self, subject: str) -> str:
        """Write a finding's subject as the finished text has it."""
        subject = subject.translate(_HALF) if self.half else subject
        return traditional(subject) if self.old else subject


def _both(case: Case) -> dict[str, str]:
    """Name two sides together, and all parties together."""
    dice, count = case.dice, len(case.parties)
    every = dice.pick(("双方", "双方", "甲乙双方", "甲、乙双方")) if case.lettered else "双方"
    if count == 2 and not case.lettered and case.kind in {"primary", "middle"}:
        every = dice.pick(("双方", "双方", "两校"))
    if count == 2:
        return {"{all}": every, "{pair}": every}
    every = dice.pick(("三方", "甲乙丙三方", "甲、乙、丙三方")) if case.lettered else "三方"
    if sum(party.side == "recipient" for party in case.parties) > 1:
        return {"{all}": every, "{pair}": every}
    return {"{all}": every, "{pair}": "甲乙双方" if case.lettered else f"{case.side('supporter')}和{case.side('recipient')}"}


def write_out(case: Case, draft: Draft, layout: Layout) -> str:
    """Write the whole paper."""
    many = len(case.parties) > 2
    top = [_for_three(line) if many else line for line in (*draft.head, "", *draft.preamble)]
    title = [f"{'# ' if layout.markdown and '号：' not in line and line[0] != '（' else ''}{line}" for line in draft.title]
    clauses = [line for node in draft.clauses for line in _section(node, layout)]
    blocks = [*title, "", *top, "", *clauses]
    ends = [["", *draft.annexes], ["", *draft.signing]] if draft.annexes else [["", *draft.signing]]
    if len(ends) > 1 and case.dice.chance(0.5):
        ends.reverse()
    fixed = [line for part in ends for line in part]
    text = "\n".join([*_spread([*_wrapped(blocks, layout)], layout, case), *fixed])
    return _finish(case, draft, layout, text)


def _for_three(line: str) -> str:
    return line.replace("双方", "三方")


def _section(node: Node, layout: Layout) -> list[str]:
    number = dress(node, layout.style, 0)
    after = layout.after or ("\t" if layout.tab and number[-1:] in ".．、" else "")
    heading, lines = node.heading, []
    if layout.heads == "bare" or not heading:
        lead = node.text or f"{heading}："
        lines = [f"{number}{after}{lead}"]
    elif layout.heads == "inline" and node.text:
        lines = [f"{number}{after}{heading}：{node.text}"]
    else:
        mark = "## " if layout.markdown else ""
        between = "：" if layout.heads == "inline" else ""
        lines = [f"{mark}{number}{after}{heading}{between}"]
        lines += [f"{layout.indent}{node.text}"] if node.text else []
    return [*lines, *_below(node.kids, layout, 1), ""]


def _below(nodes: list[Node], layout: Layout, level: int) -> list[str]:
    lines: list[str] = []
    for node in nodes:
        number = dress(node, layout.style, level) or ("" if node.heading else layout.bullet)
        after = layout.after if layout.style.chapters and level == 1 else "\t" if layout.tab and number[-1:] in ".．、" else ""
        heading = f"{node.heading}{'：' if node.text else ''}" if node.heading else ""
        mark = "### " if layout.markdown and heading and node.kids else ""
        lines.append(f"{mark or layout.indent}{number}{after}{heading}{node.text}")
        lines += _below(node.kids, layout, level + 1)
    return lines


def _wrapped(lines: list[str], layout: Layout) -> list[str]:
    """Break long lines as a scanner does, but never so that a line begins like a clause."""
    if not layout.wrap:
        return lines
    out: list[str] = []
    for line in lines:
        rest = line
        while len(rest) > layout.wrap + 6 and "|" not in rest:
            cut = layout.wrap
            while cut > layout.wrap - 12 and (_STARTS.match(rest[cut]) or _inside(rest, cut)):
                cut -= 1
            if _STARTS.match(rest[cut]) or _inside(rest, cut):
                break
            out.append(rest[:cut])
            rest = rest[cut:]
        out.append(rest)
    return out


def _inside(text: str, cut: int) -> bool:
    """Say whether a cut would part a mark, a placeholder, a blank or a figure."""
    before = text[:cut]
    opened = before.rfind("{") > before.rfind("}") or before.rfind(OPEN) > before.rfind(CLOSE)
    return opened or text[cut] in f" _　{CLOSE}{OPEN}年月日元万至%" or text[cut - 1] in " _　第"


def _spread(lines: list[str], layout: Layout, case: Case) -> list[str]:
    """Set blank lines and page numbers."""
    if layout.blank_lines == "none":
        kept = [line for line in lines if line]
    elif layout.blank_lines == "sections":
        kept = [line for place, line in enumerate(lines) if line or (place and lines[place - 1])]
    else:
        kept = [part for line in lines if line for part in (line, "")]
    if layout.pages and len(kept) > 24:
        place = case.dice.between(12, len(kept) - 6)
        if not layout.wrap:
            kept.insert(place, case.dice.pick(("- 1 -", "— 1 —", "第 1 页 共 2 页", "1 / 2")))
    return kept


def _finish(case: Case, draft: Draft, layout: Layout, text: str) -> str:
    text = fill_references(draft, layout.style, text, case)
    names = {
        "{S}": case.side("supporter"),
        "{R}": case.side("recipient"),
        "{C}": case.side("other"),
        "{D}": f"本{case.noun}",
        **layout.both,
    }
    for mark, name in names.items():
        text = text.replace(mark, name)
    text = _count(case, text)
    text = traditional(text) if layout.old else text
    if layout.half:
        text = text.translate(_HALF)
    if layout.wide:
        text = "\n".join(line.translate(_WIDE) if not line.startswith("#") else line for line in text.split("\n"))
    return text.strip("\n") + "\n"


def _count(case: Case, text: str) -> str:
    """Take the marks off the counts; leave one count open where that is the defect."""
    places = list(_COUNT.finditer(text))
    if case.planting("blank-quota") and places:
        chosen = case.dice.pick(places)
        text = text[: chosen.start()] + case.dice.pick(_GAPS) + text[chosen.end() :]
    return _COUNT.sub(lambda match: match[1], text)
