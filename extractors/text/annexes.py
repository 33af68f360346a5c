"""The annexes that a paper has or lists, and where it speaks of them.

Reads::

    具体标准见附件2、详见附表一、附件1和附件3         references
    附件：1.名单 2.预算表；附件1：名单；附：名单      a list at the end; an annex itself
    本协议附件包括：附件1名单、附件2预算表            a list in the text

Leaves alone::

    《通知》（教发〔2024〕3号）附件1、原协议附件2     another paper's
    名单附后、另附说明                                no annex by name
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.text.clauses import ordinal
from extractors.text.passage import Passage
from extractors.text.titles import find_titles

_N = r"[0-9]{1,2}|[一二三四五六七八九十]{1,3}"
_WORD = r"附[ ]?(?:件|表|录|图)"
_CITED = re.compile(
    rf"(?P<word>{_WORD})[ ]?(?:（[ ]?(?P<bracketed>{_N})[ ]?）|(?P<plain>{_N})(?![0-9年月日份张个页])(?P<more>(?:[ ]?(?:、|和|及|与|至|到|-)[ ]?(?:{_WORD})?[ ]?(?:{_N})(?![0-9年月日份张个页])){{0,8}}))"
)
_EACH = re.compile(rf"(?P<joint>、|和|及|与|至|到|-)[ ]?(?:{_WORD})?[ ]?(?P<number>{_N})")
_UNNUMBERED = re.compile(
    rf"(?:详见|参见|具体见|附见|见|(?:列入|载于|按照?|依照?|依据|根据|填写|填报)(?:本协议|本合同|本方案|本通知|后附的?)?)[ ]?(?:本协议|本合同|本方案|后附|所附)?的?(?P<word>{_WORD})(?![ ]?[（(]?(?:{_N}))"
    rf"|》(?:一并)?(?:作为|列为|列入|为|系|是)(?:本(?:协议|合同)书?)?的?(?P<listed>{_WORD})(?=[，。；、 ]|$)"
)
"""《资产清单》作为附表 speaks of one too, that its title names."""
_HEAD = re.compile(
    rf"^[ \t*#>|“”（〔\"-]{{0,6}}(?P<word>{_WORD})[ ]?"
    rf"(?:（[ ]?(?P<bracketed>{_N})[ ]?）|(?P<plain>{_N})(?:[-之至](?P<last>[0-9]{{1,2}}))?)(?![0-9年月日份张个页])[）〕”]?"
    rf"(?P<after>[ \t]*[：:、.．|][^\n]{{0,80}}|[ \t]*$|[ \t]*[^。；，\n]{{1,40}}$)",
    re.MULTILINE,
)
_LIST = re.compile(
    r"^[ \t*#>|“（〔-]{0,6}(?:本?(?:协议|合同|方案|通知|责任书)(?:的)?)?(?:附(?:件|表|录|图)?(?:目录|清单|列表|下载|材料|名称)?(?:（[^（）\n]{0,12}）)?(?:如下|包括|为|有|分别为)?[）〕]?[ ]?(?:[：]|$))|^[ \t]*附[：]",
    re.MULTILINE,
)
_INCLUDES = re.compile(
    rf"{_WORD}(?:目录|清单)?(?:，)?(?:具体|分别|主要|共[0-9一二两三四五六七八九十]{{1,2}}[份个件])?(?:包括|包含|含有?|分为|分别为?|如下|有|为|即|：)[^\n]{{0,200}}"
)
_ITEM = re.compile(
    rf"(?<![0-9.第年月])(?:（(?P<bracketed>{_N})）|(?:{_WORD})[ ]?（?(?P<named>{_N})|(?P<plain>{_N})[.．、：）](?![0-9])|(?P<sign>[①-⑳]))"
)
_ITEM_LINE = re.compile(rf"[ \t]*(?:（(?:{_N})）|(?:{_N})[.．、：）]|(?:{_N})[ ]{{1,3}}(?=[一-龥《])|{_WORD}|[①-⑳]|《|附)")
_NAME_LINE = re.compile(r"[^。；，：\n]{1,50}(?:[表单册书案录证件议计图则法纲例函报告]|汇总|说明|》)(?:（[^（）\n]{1,12}）)?")
_FILE = re.compile(r"\.(?:docx?|xlsx?|pdf|wps|et|zip|rar|pptx?|jpe?g|png)(?![a-z])", re.IGNORECASE)
_FOREIGN = re.compile(
    r"(?:》|”|通知|文件|办法|方案|意见|规定|原协议|主协议|原合同|主合同|补充协议|[该其]协议|号|号文)(?:（[^（）\n]{0,40}）|〔[^〔〕\n]{0,24}〕[0-9]{0,4}号?){0,2}(?:中|内|里)?(?:的|之|所附)?[ ]?$"
)
_OWN = re.compile(r"(?:本|此)[一-龥]{0,6}(?:协议|合同|方案|通知|办法|意见|规定|文件|计划|责任书)书?(?:中|内|里|后)?(?:的|之|所附)?[ ]?$")
_LISTED_LINES = 20
_BEFORE = 60
_LEAST_RANGE = 2


@dataclass(frozen=True, slots=True)
class AnnexReference:
    """An annex that is spoken of: its words, and its value, None for 附件 without a number."""

    start: int
    end: int
    written: str
    value: int | None


@dataclass(frozen=True, slots=True)
class Annexes:
    """The numbers of the annexes that are there or listed; ``any`` whether one is there at all, ``open`` where they cannot be told."""

    numbers: frozenset[int]
    any: bool
    open: bool


def find_annexes(passage: Passage) -> Annexes:
    """The annexes of a document: behind it in the file too, where a page sets them below its end."""
    text = passage.text
    numbers: set[int] = set()
    some = False
    for match in _HEAD.finditer(text, passage.start):
        if not _goes_on(match["after"]):
            numbers |= _headed(match)
            some = True
    for match in _LIST.finditer(text, passage.start):
        numbers |= _listed(text, match.end())
        some = True
    for match in passage.search(_INCLUDES):
        if listed := {value for item in _ITEM.finditer(match.group()) for value in _item(item)}:
            numbers |= listed
            some = True
    before = passage.title.start if passage.title else passage.lines[0].end if passage.lines else passage.end
    own_annex = _HEAD.search(text, max(0, passage.start - _BEFORE), before)
    return Annexes(frozenset(numbers), some, own_annex is not None or _FILE.search(text, passage.start) is not None)


def find_annex_references(passage: Passage) -> Iterator[AnnexReference]:
    """Where the document speaks of its annexes; one phrase can name several."""
    text = passage.text
    titles = find_titles(text, passage.start, passage.end)
    heads = {match.start("word") for match in passage.search(_HEAD) if not _goes_on(match["after"])}
    lists = [(match.start(), match.end()) for match in passage.search(_INCLUDES)]
    for match in passage.search(_CITED):
        if match.start() in heads or titles.cover(match.start()) or _is_foreign(passage, match.start()):
            continue
        if any(start < match.start() < end for start, end in lists) or _is_listed(passage, match.start()):
            continue
        yield from _each(passage, match)
    for match in passage.search(_UNNUMBERED):
        start, end = match.span("word" if match["word"] else "listed")
        if not titles.cover(start) and not _is_foreign(passage, start):
            yield AnnexReference(start, end, passage.written(start, end), None)


def _each(passage: Passage, match: re.Match[str]) -> Iterator[AnnexReference]:
    word = passage.written(*match.span("word")).replace(" ", "")
    number = match["bracketed"] or match["plain"]
    more = list(_EACH.finditer(match["more"] or ""))
    written = passage.written(*match.span()).replace(" ", "") if not more else f"{word}{number}"
    before = ordinal(number)
    yield AnnexReference(match.start(), match.end(), written, before)
    for one in more:
        value = ordinal(one["number"])
        if before is not None and value is not None and one["joint"] in "至到-" and before < value:
            for between in range(before + 1, value):
                yield AnnexReference(match.start(), match.end(), f"{word}{between}", between)
        yield AnnexReference(match.start(), match.end(), f"{word}{one['number']}", value)
        before = value


def _headed(match: re.Match[str]) -> set[int]:
    """The annexes of a line that opens with one, such as 附件1：名单 附件2：预算表 or 附件1-3."""
    first = _value(match["bracketed"] or match["plain"])
    if match["last"] and first:
        first = set(range(min(first), int(match["last"]) + 1)) or first
    return first | {value for item in _ITEM.finditer(match["after"]) if item["named"] for value in _value(item["named"])}


def _goes_on(after: str) -> bool:
    """Whether what stands behind 附件1 at a line's start makes it a sentence's subject (附件1所列学校由乙方负责)."""
    return (
        re.match(
            r"[ ]?(?:所[列示述附]|中的?|的|为本|是本|由|和|及|与|、(?=附|[0-9]|[一二三四五六七八九十]{1,2}(?:[、所的为由]|$))|作为|系|自)",
            after,
        )
        is not None
    )


def _listed(text: str, at: int) -> set[int]:
    """The numbers of a list of annexes that begins at a place; where its members have none, their count."""
    numbers: set[int] = set()
    named = 0
    stop = at
    for number in range(_LISTED_LINES):
        end = text.find("\n", stop)
        end = len(text) if end < 0 else end
        line = text[stop:end].strip()
        found = {value for item in _ITEM.finditer(line) for value in _item(item)}
        if number and line and not _ITEM_LINE.match(line) and not _NAME_LINE.fullmatch(line):
            break
        numbers |= found
        named += bool(line) and not found
        stop = end + 1
        if stop >= len(text):
            break
    return numbers or set(range(1, max(1, named) + 1))


def _item(match: re.Match[str]) -> set[int]:
    return _value(match["bracketed"] or match["plain"] or match["named"] or match["sign"])


def _value(number: str) -> set[int]:
    value = ordinal(number)
    return set() if value is None else {value}


def _is_foreign(passage: Passage, at: int) -> bool:
    words = passage.text[max(passage.line_at(at).start, at - _BEFORE) : at]
    return _FOREIGN.search(words) is not None and _OWN.search(words) is None


def _is_listed(passage: Passage, at: int) -> bool:
    """Whether a number stands on a line of the list of annexes (附件：附件1 名单；附件2 表)."""
    line = passage.line_at(at)
    return _LIST.match(passage.text, line.start) is not None
