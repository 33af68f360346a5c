"""Who wrote a piece of news: the labels of its page, the reporters of its first paragraph, the byline behind its text.

Reads::

    作者：李明, 供稿：教务处, （文：李明　图：王芳）        behind labels, about the title or behind the text
    □ 本报记者 李明                                        a line of its own
    本报讯（记者 李明 通讯员 王芳）9月1日，…               the first paragraph
    …共话成长。（县一中 李明）                             the last one

Leaves alone::

    编辑：李明, 摄影：王芳, 发布者：德育处                 other parts
    记者从教育局获悉, （以下简称“送教”）                   the text itself
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from extractors.names.bylines import Writer, read_byline
from extractors.text.labelled_page import LabelledPage
from extractors.text.page_labels import Labelled, read_labels
from extractors.text.passage import Stretch

_REPORTED = re.compile(r"(?P<from>.{0,30}?(?:讯|电|消息)〕?)?[ ]{0,4}（(?P<in>[^（）\n]{2,70})）")
_REPORTED_BARE = re.compile(
    r".{0,20}?(?:讯|电|消息)[ ]{0,4}(?P<in>(?:本报|本网|本台|特约)?(?:记者|通讯员)[^，。：（）\n]{2,40}?)(?:摄影)?报道[：，。]?"
)
_IN_BRACKETS = re.compile(r"（(?P<in>[^（）\n]{2,80})）[。 ]?$")
_MARKS = re.compile(r"[□■○●◎◇◆▲△▪·*\s-]{0,4}")
_TELLS_PART = re.compile(r"记者|通讯员|作者|撰稿|供稿|文[/、]图|图[/、]文|图文|评论员")
_LONGEST_LINE = 50
_LONGEST_BRACKET = 90
_SORTS = ("person", "unit", "other")


def find_writers(page: LabelledPage) -> tuple[list[Writer], bool]:
    """Who wrote, and whether the line about the title says so (True) or a byline.

    People go before units, and units before what stands there otherwise; among equals the page's head, the first paragraph, its tail.
    """
    places: Sequence[tuple[bool, Iterable[Writer]]] = (
        (True, _of_labels(page, page.head)),
        (True, _of_lines(page, page.frame.below)),
        (False, _of_opening(page)),
        (False, _of_labels(page, page.tail)),
        (False, _of_lines(page, page.frame.tail)),
        (False, _of_closing(page)),
    )
    found = [(on_line, list(writers)) for on_line, writers in places]
    for sort in _SORTS:
        for on_line, writers in found:
            if same := [one for one in writers if one.sort == sort]:
                return same, on_line
    return [], False


def _of_labels(page: LabelledPage, labels: Sequence[Labelled]) -> Iterator[Writer]:
    for label in labels:
        if label.kind == "author":
            yield from _behind(page.text, label)
        elif label.kind == "outlet" and (match := _TELLS_PART.search(page.text, label.start, label.end)):
            # 来源：青石日报 记者 李明
            yield from _people(page.text, match.start(), label.end)


def _behind(text: str, label: Labelled) -> list[Writer]:
    """The writers behind a label, which end at a figure and at the bracket that was opened before the label."""
    end = label.end
    if figure := re.search("[0-9]", text[label.start : end]):
        end = label.start + figure.start()
    closed = text.find("）", label.start, end)
    if closed >= 0 and not label.start <= text.find("（", label.start, end) < closed:
        end = closed
    return read_byline(text, label.start, end, labelled=True)


def _of_lines(page: LabelledPage, lines: Sequence[Stretch]) -> Iterator[Writer]:
    """Lines that are a byline and nothing else, in brackets or with a part in them."""
    text = page.text
    for line in lines:
        front = _MARKS.match(text, line.start, line.end)
        start, end = front.end() if front else line.start, line.end
        if start < end and text[start] == "（" and text[end - 1] == "）":
            yield from _inside(text, start + 1, end - 1)
        elif _TELLS_PART.search(text, start, end) and end - start <= _LONGEST_LINE and not read_labels(text, start, end):
            yield from read_byline(text, start, end)


def _of_opening(page: LabelledPage) -> list[Writer]:
    line = page.frame.opening
    if line is None:
        return []
    match = _REPORTED.match(page.text, line.start, line.end)
    if match is not None and (match["from"] or _TELLS_PART.search(match["in"])):
        return _people(page.text, *match.span("in"))
    bare = _REPORTED_BARE.match(page.text, line.start, line.end)
    return _people(page.text, *bare.span("in")) if bare else []


def _of_closing(page: LabelledPage) -> list[Writer]:
    line = page.frame.closing
    match = _IN_BRACKETS.search(page.text, max(line.start, line.end - _LONGEST_BRACKET), line.end) if line else None
    return _inside(page.text, *match.span("in")) if match else []


def _inside(text: str, start: int, end: int) -> list[Writer]:
    """The writers that a bracket names, by its labels where it has some."""
    labels = [label for label in read_labels(text, start, end) if label.end > label.start]
    if labels:
        return [one for label in labels if label.kind == "author" for one in _behind(text, label)]
    return read_byline(text, start, end)


def _people(text: str, start: int, end: int) -> list[Writer]:
    return [one for one in read_byline(text, start, end) if one.sort == "person"]
