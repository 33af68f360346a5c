"""Titles that the line of outlet and time below them tells: news names its kind with no word of its own.

Reads::

    山海牵手共育新苗 ⏎ 2023-09-06 10:20 来源：青石日报 ⏎ 9月5日，…       the first line, whatever menus stand above it

Leaves alone::

    9月5日，…共话成长。 ⏎ 来源：青石日报                                  a paragraph above the outlet
    协议书 ⏎ 甲方：…                                                      a title that tells its kind itself
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.text.page_labels import read_labels
from extractors.text.passage import Stretch
from extractors.text.press_days import bare_day
from extractors.text.punctuation import HAN
from extractors.text.timestamps import BY_FIGURES

PARTY_LINE = re.compile(
    r"^(?:[甲乙丙丁A-C]方|(?:结对|帮扶|支援|受援|受帮扶|责任|承诺|协作|合作|牵头|捐赠|受赠)(?:帮扶)?(?:单位|学校|方|园|对象)?)[ ]?(?:（[^）\n]{0,24}）)?[ ]?[：]",
    re.MULTILINE,
)
_SALUTATION = re.compile(
    r"(?:各|尊敬的|亲爱的|致)[^，。：\n]{1,24}：|[^，。：\n]{2,20}(?:局|学校|小学|中学|幼儿园|老师们?|同志们?|领导|同学们?|家长们?)："
)
_INFO_LINE = re.compile(
    r"(?:信息|文章|稿件|内容)?来源[ ]?：|(?:发布|更新|发稿|发表|公开)(?:时间|日期)[ ]?：|(?:浏览|点击|阅读)(?:次数|量|数)?[ ]?："
    r"|[0-9]{4}[-/][0-9]{1,2}[-/][0-9]{1,2}[ T][0-9]{1,2}[：:][0-9]{2}"
)
_CLOCK = re.compile(r"[0-9][日 ]{0,2}[0-9]{1,2}：[0-9]{2}")
_SITE = re.compile(rf"[{HAN}]{{2,14}}(?:网|报|局|在线|门户|平台|新闻|学校|小学|中学|幼儿园|学院)")
RELATED = re.compile(r"〔?(?:延伸|相关|推荐|扩展|拓展)(?:阅读|链接|新闻|报道|文章)〕?(?:[ ]?：|$)")
"""What points to other articles; between two paragraphs it is no end of the text."""
_OF_THE_SITE = re.compile(r"〔?(?:免责|版权|声明|凡|本[站网文]|转载|未经|如(?:有|需|涉))")
_NOW = re.compile("[^0-9]{0,6}(?:今天|现在|当前|北京时间)")
CLOSED = re.compile(r"[。；！？：，、…]$")
LONGEST_TITLE = 80
HEAD_LINES = 12
_SHORTEST_TITLE = 5
SHORTEST_PROSE = 24
"""A line that ends a sentence and is longer than this is a paragraph; a shorter one may be a lead-in or a heading."""


@dataclass(frozen=True, slots=True)
class Headed:
    """Which of the first lines is a title by the ``line`` of outlet and time below it, and which one that is."""

    title: int
    info: int
    line: Stretch


def find_headed(text: str, head: Sequence[Stretch]) -> Headed | None:
    """The title above the first line that gives outlet and time of publication; None where running text stands before them."""
    for at, line in enumerate(head):
        if at == 0 or not _is_info(text, line):
            if at >= HEAD_LINES and is_prose(text, line):
                return None
            continue
        title = at - 1
        while title > 0 and is_told(text, head[title]):
            title -= 1
        if _SITE.fullmatch(text, head[title].start, head[title].end) and _is_title_below(text, head[at + 1 : at + 3]):
            return Headed(at + 1, at, line)
        bare = not is_told(text, head[title]) and not is_prose(text, head[title])
        in_text = sum(_is_paragraph(text, before) for before in head[:title]) > 1
        return Headed(title, at, line) if bare and not in_text else None
    return None


def _is_info(text: str, line: Stretch) -> bool:
    """Whether a line gives the outlet, two other things of a page's own line, or the day and hour."""
    words = text[line.start : line.end]
    if len(words) > LONGEST_TITLE * 2:
        return False
    return len(_INFO_LINE.findall(words)) >= (1 if "来源" in words else 2) or (
        _CLOCK.search(words) is not None and not _NOW.match(words) and bare_day(text, line) is not None
    )


def is_press_line(text: str, line: Stretch) -> bool:
    """Whether a line gives two things of a page's own line of outlet, time and readers: such a line is no part of any paper."""
    words = text[line.start : line.end]
    return len(words) <= LONGEST_TITLE * 2 and "。" not in words and len(_INFO_LINE.findall(words)) > 1


def is_told(text: str, line: Stretch) -> bool:
    """Whether a line is one of labels or a day, or words that stand under their label."""
    labels = read_labels(text, line.start, line.end)
    return bool(labels and labels[0].label <= line.start + 1) or bare_day(text, line) is not None


def _is_title_below(text: str, lines: Sequence[Stretch]) -> bool:
    """Whether a title and a paragraph follow: some pages have their line of outlet and day on top."""
    if len(lines) < 2 or is_told(text, lines[0]) or is_prose(text, lines[0]):
        return False
    return lines[0].end - lines[0].start >= _SHORTEST_TITLE and _is_paragraph(text, lines[1])


def is_prose(text: str, line: Stretch) -> bool:
    """Whether a line is running text, or opens it: a paragraph, a salutation, a party's line."""
    words = text[line.start : line.end]
    return (
        bool(PARTY_LINE.match(words) or _SALUTATION.fullmatch(words))
        or (len(words) > SHORTEST_PROSE and CLOSED.search(words) is not None)
        or len(words) > LONGEST_TITLE
    )


def later_headlines(text: str, lines: Sequence[Stretch], first: int) -> Iterator[int]:
    """Where further news begins on a page whose first one begins at ``first``: a title, its line of outlet and day, a paragraph."""
    has_text = False
    for at in range(first + 2, len(lines) - 2):
        has_text = has_text or _is_paragraph(text, lines[at - 1])
        info = at + 2 if text.startswith("--", lines[at + 1].start) and at + 3 < len(lines) else at + 1
        if (
            has_text
            and _is_info(text, lines[info])
            and BY_FIGURES.search(text, lines[info].start, lines[info].end)
            and _is_paragraph(text, lines[info + 1])
            and not is_told(text, lines[at])
            and not is_prose(text, lines[at])
            and lines[at].end - lines[at].start >= _SHORTEST_TITLE
        ):
            yield at
            has_text = False


def is_between(text: str, lines: Sequence[Stretch], at: int) -> bool:
    """Whether a line points to another article in the midst of this one: 延伸阅读：…, and the next paragraph goes on."""
    if RELATED.match(text, lines[at].start, lines[at].end) is None or at == 0:
        return False
    return any(_is_paragraph(text, line) and not _OF_THE_SITE.match(text, line.start, line.end) for line in lines[at + 1 : at + 3])


def _is_paragraph(text: str, line: Stretch) -> bool:
    return "。" in text[line.start : line.end] and is_prose(text, line)
