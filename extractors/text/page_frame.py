"""The lines around an article on its page: above and below its title, its first and last paragraph, and what follows them.

A page's line of date and source stands between title and text, sometimes above the title, sometimes at the text's end or below it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.text.headlines import is_between
from extractors.text.page_labels import read_labels
from extractors.text.passage import Passage, Stretch, find_lines
from extractors.text.press_days import bare_day

_ABOVE = 8
_BELOW = 12
_SENTENCE = re.compile("。")
_PARAGRAPH = 60
_LONGEST_INFO = 240
_NEIGHBOURS = re.compile(
    r"[〔（·>|\s]{0,3}(?:上一|下一|前一|后一|相关|推荐|热[门点]|更多|延伸|猜你|友情|版权|免责|声明|主办|Copyright|©|扫一扫|附件|评论|网友|最新|点击排行)"
)


@dataclass(frozen=True, slots=True)
class Frame:
    """Lines by their place: ``above`` the title and ``below`` it, the ``opening`` and ``closing`` paragraph, the ``tail`` behind the text.

    ``rest`` is what follows on the page when the article's own tail has ended: neighbours, related headlines, the imprint.
    """

    above: tuple[Stretch, ...]
    below: tuple[Stretch, ...]
    opening: Stretch | None
    closing: Stretch | None
    tail: tuple[Stretch, ...]
    rest: tuple[Stretch, ...]


def frame_of(passage: Passage, around: Stretch) -> Frame:
    """The frame of a passage; ``around`` reaches from the end of the document before it to the beginning of the next one."""
    text = passage.text
    above = tuple(find_lines(text, around.start, passage.start))
    after = tuple(find_lines(text, passage.end, around.end))
    lines = passage.lines
    title = next((at for at, line in enumerate(lines) if passage.title and line.start <= passage.title.start < line.end), -1)
    prose = [at for at, line in enumerate(lines) if at > title and is_paragraph(text, line)]
    first, last = (prose[0], prose[-1]) if prose else (len(lines), len(lines) - 1)
    tail, rest = _parted(text, (*lines[last + 1 :], *after) if prose else after)
    return Frame(
        above=(*above[-_ABOVE:], *lines[: max(0, title)]),
        below=lines[title + 1 : first][:_BELOW],
        opening=lines[prose[0]] if prose else None,
        closing=lines[prose[-1]] if prose else None,
        tail=tail,
        rest=rest,
    )


def page_lines(passage: Passage, frame: Frame) -> list[Stretch]:
    """The lines of a passage that are the page's own and none of the article.

    They are labels and days between title and text and behind it, and pointers to other articles between paragraphs.
    """
    text = passage.text
    lines = (*frame.below, *(line for line in frame.tail if line.end <= passage.end))
    own = [line for line in lines if _is_info(text, line) or bare_day(text, line) is not None]
    return [*own, *(line for at, line in enumerate(passage.lines) if is_between(text, passage.lines, at))]


def is_paragraph(text: str, line: Stretch) -> bool:
    """Whether a line is running text and no line of labels."""
    length = line.end - line.start
    if _SENTENCE.search(text, line.start, line.end):
        return length > _LONGEST_INFO or not _is_info(text, line)
    return length > _PARAGRAPH and "，" in text[line.start : line.end] and not _is_info(text, line)


def _is_info(text: str, line: Stretch) -> bool:
    """Whether a line begins with a label, perhaps behind a bracket."""
    labels = read_labels(text, line.start, line.end)
    if not labels or (labels[0].label > line.start + 1 and len(labels) == 1):
        return False
    return text.find("。", line.start, line.end) < 0 or (
        labels[0].kind in ("original", "own") and text.find("。", line.start, line.end) == line.end - 1
    )


def _parted(text: str, lines: Sequence[Stretch]) -> tuple[tuple[Stretch, ...], tuple[Stretch, ...]]:
    """The article's own tail, and the rest of the page."""
    at = next((at for at, line in enumerate(lines) if _NEIGHBOURS.match(text, line.start, line.end)), len(lines))
    at = min(at, _BELOW)
    return tuple(lines[:at]), tuple(lines[at:])
