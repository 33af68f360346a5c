"""Parties that an agreement declares without a colon behind their label: on lines of their own, in a sentence.

Reads::

    甲方（帮扶学校）  云溪市实验小学                                  a name beside it
    甲方 / 云溪市实验小学                                              a name below it
    〔甲方〕云溪市实验小学 / （受援方）石桥镇中心小学
    甲方云溪市实验小学与乙方石桥镇中心小学经协商

Leaves alone::

    甲方责任                                                           a heading
    甲方 / 选派教师                                                    what it does
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.names.declared_party import DeclaredParty, declare, is_open
from extractors.names.name_forms import read_name
from extractors.names.name_lines import is_name, is_waiting, names_a_party
from extractors.names.party_labels import LABEL, LETTERED, NAME_FIELD, NOTE, is_label, is_whole_label
from extractors.text.passage import Passage, Stretch
from extractors.text.punctuation import HAN

_NAME = rf"(?P<name>[{HAN}0-9]{{4,30}})"
_ALONE = re.compile(rf"[（〔“]?(?P<label>{LABEL})[）〕”]?(?P<note>{NOTE}{{0,2}})[ ]?")
_HEADING = re.compile(rf"[〔]?(?P<label>{LABEL})[〕]?(?P<note>{NOTE}{{0,2}})[ ]?(?:(?:单位|学校)?(?:基本)?(?:信息|情况|资料))?[ ]?：?")
_FIELD = re.compile(rf"{NAME_FIELD}{NOTE}?[ ]?：[ \t]*")
_SIDED = re.compile(
    rf"(?P<label>[{HAN}]{{2,8}}(?:方|单位|学校|校|园|人|企业))(?P<note>{NOTE}{{0,2}})(?:[ ]{{1,8}}|[ ]*-{{1,6}}[ ]*|[ ]*/[ ]*){_NAME}(?:[ ]*（[^（）\n]{{0,30}}）)?"
)
_BEFORE = re.compile(
    rf"[（〔“]?(?P<label>{LETTERED})[）〕”]?(?P<note>{NOTE}{{0,2}})[ ]*(?:[-.·]{{1,6}}|：|是|为|系|/)?[ ]*{_NAME}(?:[ ]*（[^（）\n]{{0,30}}）)?"
)
_IN_BRACKETS = re.compile(rf"[（〔](?P<label>{LABEL})[）〕](?P<note>)[ ]?：?[ ]*{_NAME}(?:[ ]*（[^（）\n]{{0,30}}）)?")
_WAITING = re.compile(rf"[（〔](?P<label>{LABEL})[）〕][ ]?：?[ ]*(?P<name>[^，。；：\n]{{2,20}})")
_IN_PROSE = re.compile(
    rf"(?<![{HAN}])(?P<label>{LETTERED})(?P<note>)（?{_NAME}?）?(?=(?:与|和|同|、|及|，)(?P<second>{LETTERED})（?(?P<other>[{HAN}0-9]{{4,30}})）?)"
)
_WHOLE_LINES = (_BEFORE, _IN_BRACKETS, _SIDED)
_LONGEST_LINE = 120


def find_loose(passage: Passage, where: Stretch) -> Iterator[DeclaredParty]:
    """The declarations of a stretch, in reading order."""
    lines = [
        line for line in passage.lines if where.start <= line.start and line.end <= where.end and line.end - line.start <= _LONGEST_LINE
    ]
    for at, line in enumerate(lines):
        below = lines[at + 1] if at + 1 < len(lines) else None
        yield from _alone(passage, line, below)


def _alone(passage: Passage, line: Stretch, below: Stretch | None) -> Iterator[DeclaredParty]:
    """A label and a name on one line, or on two; or both parties in a sentence."""
    text = passage.text
    heading = _HEADING.fullmatch(text, line.start, line.end) if below else None
    field = _FIELD.match(text, below.start, below.end) if heading and below and is_whole_label(heading["label"]) else None
    if heading and field and below:
        yield declare(passage, Stretch(*heading.span("label")), heading["note"], Stretch(field.end(), below.end))
        return
    label = _ALONE.fullmatch(text, line.start, line.end)
    if label:
        if below and is_label(label["label"]) and is_whole_label(label["label"]) and names_a_party(passage, below, person=False):
            yield declare(passage, Stretch(*label.span("label")), label["note"], below)
        return
    match = next((found for pattern in _WHOLE_LINES if (found := pattern.fullmatch(text, line.start, line.end))), None)
    if match and is_whole_label(match["label"]) and is_name(match["name"]):
        yield declare(passage, Stretch(*match.span("label")), match["note"], Stretch(match.start("name"), line.end))
        return
    waiting = _WAITING.fullmatch(text, line.start, line.end)
    if waiting and is_whole_label(waiting["label"]) and is_open(waiting["name"]) and is_waiting(waiting["name"]):
        yield declare(passage, Stretch(*waiting.span("label")), "", Stretch(*waiting.span("name")))
        return
    match = _IN_PROSE.search(text, line.start, line.end)
    if match and match["name"]:
        yield from _two(passage, match)


def _two(passage: Passage, match: re.Match[str]) -> Iterator[DeclaredParty]:
    """甲方云溪市实验小学与乙方石桥镇中心小学|经协商: the second name ends with its kind."""
    other = match["other"]
    end = next((stop for stop in range(len(other), 3, -1) if read_name(other[:stop])), None)
    if end is None:
        return
    second = Stretch(match.start("other"), match.start("other") + end)
    if is_name(match["name"]) and is_name(passage.words(second)):
        yield declare(passage, Stretch(*match.span("label")), "", Stretch(*match.span("name")))
        yield declare(passage, Stretch(*match.span("second")), "", second)
