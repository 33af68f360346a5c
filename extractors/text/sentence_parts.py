"""The clause and the part of a sentence in which a figure stands."""

from __future__ import annotations

from extractors.text.passage import Stretch


def clause_at(text: str, sentence: Stretch, at: int) -> Stretch:
    """From the last comma, colon or the like to the next comma: 向乙校捐赠5万元 in 甲公司表示，向乙校捐赠5万元，用于…."""
    start = max(sentence.start, *(text.rfind(mark, sentence.start, at) + 1 for mark in "，。；：\t"))
    stops = [place for mark in "，。；\t" if (place := text.find(mark, at, sentence.end)) >= 0]
    return Stretch(start, min(stops, default=sentence.end))


def part_at(text: str, sentence: Stretch, at: int) -> Stretch:
    """The part of the sentence between semicolons: another part has givers of its own."""
    start = max(sentence.start, text.rfind("；", sentence.start, at) + 1)
    stop = text.find("；", at, sentence.end)
    return Stretch(start, sentence.end if stop < 0 else stop)
