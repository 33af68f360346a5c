"""How a paper numbers its clauses, level by level, and what it calls one when it refers to it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from tests.planted.county.case import Case
from tests.planted.county.draft import Draft, Node
from tests.planted.county.numerals import capital, chinese

_ROMAN = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
# level: the numeral, and what stands around it
Level = tuple[Callable[[int], str], str]


def _roman(count: int) -> str:
    return _ROMAN[count - 1] if count <= len(_ROMAN) else "Ⅹ" + _ROMAN[count - 11]


def _circled(count: int) -> str:
    return _CIRCLED[count - 1]


def _letter(count: int) -> str:
    return "abcdefghijklmnopqrstuvwxyz"[count - 1]


@dataclass(frozen=True)
class Style:
    """The levels of a paper's numbering; `chapters` hold articles that count on through the paper."""

    name: str
    levels: tuple[Level, ...]
    refers: bool = True
    chapters: bool = False
    dotted: bool = False


_SUB = ((chinese, "（{}）"), (str, "{}."), (str, "（{}）"))
STYLES = (
    Style("一、（一）1.", ((chinese, "{}、"), *_SUB)),
    Style("一、（一）1．", ((chinese, "{}、"), (chinese, "（{}）"), (str, "{}．"), (_circled, "{}"))),
    Style("一、1、", ((chinese, "{}、"), (str, "{}、"), (str, "（{}）"), (_circled, "{}"))),
    Style("一、1.", ((chinese, "{}、"), (str, "{}. "), (str, "({})"), (_circled, "{}"))),
    Style("一. (1)", ((chinese, "{}. "), (str, "({})"), (_circled, "{}"), (_letter, "{}."))),
    Style("第一条 （一）", ((chinese, "第{}条"), (chinese, "（{}）"), (str, "{}."), (str, "（{}）"))),
    Style("第一条 1.", ((chinese, "第{}条"), (str, "{}."), (str, "（{}）"), (_circled, "{}"))),
    Style("第一条 1、", ((chinese, "第{}条"), (str, "{}、"), (str, "（{}）"), (_circled, "{}"))),
    Style("第1条 1）", ((str, "第{}条"), (str, "{}）"), (_circled, "{}"), (_letter, "{}."))),
    Style("第一章 第一条", ((chinese, "第{}章"), (chinese, "第{}条"), (chinese, "（{}）"), (str, "{}.")), chapters=True),
    Style("1. 1.1", ((str, "{}. "), (str, "{} "), (str, "{} "), (str, "（{}）")), dotted=True),
    Style("1 1.1", ((str, "{} "), (str, "{} "), (str, "{} "), (str, "（{}）")), dotted=True),
    Style("1. （1）", ((str, "{}."), (str, "（{}）"), (_circled, "{}"), (_letter, "{}."))),
    Style("1、（1）", ((str, "{}、"), (str, "（{}）"), (_circled, "{}"), (_letter, "{}."))),
    Style("Ⅰ. 1.", ((_roman, "{}. "), (str, "{}. "), (str, "({})"), (_letter, "{}.")), refers=False),
    Style("（一） 1.", ((chinese, "（{}）"), (str, "{}."), (str, "（{}）"), (_circled, "{}")), refers=False),
    Style("壹、 一、", ((capital, "{}、"), (chinese, "{}、"), (str, "{}."), (str, "（{}）")), refers=False),
    Style("第一部分 一、", ((chinese, "第{}部分"), (chinese, "{}、"), (str, "{}."), (str, "（{}）")), refers=False),
)
PLAIN = Style("", (), refers=False)
_REFERENCE = re.compile(r"\{ref:(\w+)\}")


def number_clauses(draft: Draft, style: Style) -> None:
    """Give every clause its number; `jump` leaves numbers out or repeats them."""
    if not style.levels:
        return
    _number(draft.clauses, style, 0, "")
    if style.chapters:
        articles = [node for top in draft.clauses for node in top.kids]
        _number_run(articles, style, 1, "")


def _number(nodes: list[Node], style: Style, level: int, above: str) -> None:
    _number_run(nodes, style, level, above)
    for node in nodes:
        _number(node.kids, style, level + 1, f"{node.number}." if style.dotted and level < 2 else "")


def _number_run(nodes: list[Node], style: Style, level: int, above: str) -> None:
    count = 0
    for node in nodes:
        count += 1 + node.jump
        node.number = above + style.levels[min(level, len(style.levels) - 1)][0](count)


def dress(node: Node, style: Style, level: int) -> str:
    """Write a clause's number with what stands around it."""
    if not style.levels:
        return ""
    return style.levels[min(level, len(style.levels) - 1)][1].format(node.number)


def fill_references(draft: Draft, style: Style, text: str, case: Case) -> str:
    """Write `{ref:money}` as the paper's words for that clause: 本协议第五条, or the paper alone where it cannot be told."""

    def name(match: re.Match[str]) -> str:
        node = draft.find(match[1])
        if node is None or not style.refers or case.planting("clause-gap", "clause-duplicate"):
            return "{D}"
        article = node.kids[0] if style.chapters and node.kids else node
        return f"{{D}}第{article.number}条" if "." not in article.number else "{D}" + article.number

    return _REFERENCE.sub(name, text)


def missing_before(node: Node, nodes: list[Node], style: Style, level: int) -> str:
    """Give the number that a reader misses before this clause, as the text would write it."""
    place = next(index for index, other in enumerate(nodes) if other is node)
    above = nodes[0].number.rpartition(".")[0] if style.dotted and level else ""
    numeral = style.levels[min(level, len(style.levels) - 1)][0](place + 1)
    return f"{above}.{numeral}" if above else numeral
