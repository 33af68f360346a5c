"""Part a list's numbers from the figures that their lines begin with: 13.200人及以下, 14.201-300人 is 13、200人…, 14、201….

Reads::

    1.20人以下 / 2.21-50人 / 3.51人以上        the numbers 1, 2, 3, and bands of people
    9.30公里以内 / 10.超过30公里               the numbers 9 and 10

Leaves alone::

    1.5万元 / 3万元; 1.1人员 / 2.1经费          a decimal, and numbers of two parts
    3.5公里以内每月100元                       alone: nothing counts on from it
"""

from __future__ import annotations

import re

_LINE = re.compile(
    r"^[ \t]*(?:[*#>|-]+[ ]?)?(?P<number>[0-9]{1,2})(?P<mark>[.．、 ])(?P<figure>[0-9]{1,5})?(?P<behind>[^\n]{0,4})", re.MULTILINE
)
_COUNTED = re.compile(
    r"[ ]?(?:-|至|到|名|人(?!员|才|事|数|文|力|民)|位|生(?!活|源|命|产|均)|户|所|个|年(?!级|度|段|限|终|检)|岁|公里|千米|里|km|班(?!级|主|子)|节(?!约|日|点)|次(?!年|日|要|序)|元|万元?|本|册|台|套|分钟|小时|平方米|亩|轨)",
    re.IGNORECASE,
)
_MOST_BLANK = 400


def part_list_numbers(text: str) -> str:
    """``text`` with 、 for the full stop between a list's number and a figure, where lines with the numbers beside it prove it one."""
    lines = list(_LINE.finditer(text))
    glued = [at for at, line in enumerate(lines) if line["mark"] in ".．" and line["figure"] and _COUNTED.match(line["behind"])]
    marks = [lines[at].end("number") for at in glued if _counts_on(lines, at)]
    if not marks:
        return text
    characters = list(text)
    for mark in marks:
        characters[mark] = "、"
    return "".join(characters)


def _counts_on(lines: list[re.Match[str]], at: int) -> bool:
    """Whether the line before has the number before, or the next one the number behind."""
    own = int(lines[at]["number"])
    beside = [(lines[other], own + step) for other, step in ((at - 1, -1), (at + 1, 1)) if 0 <= other < len(lines)]
    if any(int(line["number"]) == own for line, _ in beside):
        return False  # 7 and 7.1, 7.1 and 7.2: numbers of two parts
    return any(int(line["number"]) == number and _near(line, lines[at]) for line, number in beside)


def _near(one: re.Match[str], other: re.Match[str]) -> bool:
    return abs(one.start() - other.start()) <= _MOST_BLANK
