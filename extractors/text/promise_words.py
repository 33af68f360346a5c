"""The words of a promise around its number: its own clause, the clause before a bare number, and the cells of its row.

Reads::

    每学期选派教师到乙方听课，不少于19人次        the clause before too, for a number alone says nothing
    | 甲方责任 | 指导教研。每学期送教2次。 |       甲方责任 labels the row, 每学期送教2次 is the promise
    到乙方支教的教师，由甲方选派3名               what is spoken of, and who gives how many
    序号 | 联合教研 | 支援学校 | 每学期2次        the whole row, for its cell has no more than a number

Leaves alone::

    选派教师3名，其中语文2名                      其中 is no bare number
"""

from __future__ import annotations

import re

from extractors.text.passage import Passage, Stretch
from extractors.text.qualifiers import content, deeds

_MARKS = "，。；：！？\t\n|"
_CELL = re.compile(r"[\t|]")
_BARE_BEFORE = re.compile(
    r"(?:每(?:年|学年|学期|月|周))?(?:总)?(?:次数|人数|数量|名额|节数|场数|时间|时长|人次|频次)?(?:原则上|一般|应|须|均)?(?:为|是|共计?|合计|总计|计|各)?"
)
_RATED = re.compile(r"(?:年|学年|学期|月|周|批|次|人|校)(?:以[上下内])?")
_LABEL = re.compile(r"[ |]*(?P<label>[^|\t，。；]{2,16}?)(?:[ ]*[\t|]|[ ]{2})")
_SECTION = re.compile(
    "责任|义务|职责|任务|工作|内容|要求|约定|事项|说明|协调|安排|组织|实施|保障|措施|其他|其它|附则|共同|补充|目标|双方|各方|[甲乙丙丁]方|帮扶|支援|受援|备注|条款"
)
POINT = re.compile("[ ]*[一二三四五六七八九十]是(?:要|由(?=[甲乙丙丁A-D]方))?(?!否)")
"""一是…；二是…: the number of a point, and none of its words."""
_BY_WHOM = re.compile(
    r"(?:均|都|统一)?由[^，。；：、]{2,16}?(?:选派|派出|选送|派遣|委派|派|安排|接收|组织|提供|承担|负责|举办|开展|配备|赠送|捐赠)?"
)
_TOPIC = re.compile(r"[^，。；：]{0,40}的[^，。；：的0-9]{2,8}")
_COLUMN = re.compile(r"[ ]*[\t|][ ]*|[ ]{2,}")
_MARKED = re.compile("(?:以上|及以上)?(?:的)?，?(?:每次|每多[^，。；]{0,4})?(?:加|奖|扣|给予|可评|方可|评为|认定|视为|予以)")


def own_words(passage: Passage, sentence: Stretch, place: Stretch) -> str:
    """A promise's part of the sentence, from mark to mark; more of it where that is no more than a number."""
    text = passage.text
    start = max(sentence.start, *(text.rfind(mark, sentence.start, place.start) + 1 for mark in _MARKS))
    end = min((spot for mark in _MARKS if (spot := text.find(mark, place.end, sentence.end)) >= 0), default=sentence.end)
    if text[start - 1] == "，" and start > sentence.start and _is_bare(text, start, place, end):
        before = max(sentence.start, *(text.rfind(mark, sentence.start, start - 1) + 1 for mark in _MARKS))
        return text[before : start - 1] + text[start:end]
    if text[start - 1] == "，" and start > sentence.start and text[start:end] and _is_answer(text, start, place, end):
        before = max(sentence.start, *(text.rfind(mark, sentence.start, start - 1) + 1 for mark in _MARKS))
        if _TOPIC.fullmatch(text, before, start - 1):
            return text[before : start - 1] + text[start:end]
    words = POINT.sub("", text[start:end], count=1) if POINT.match(text, start, end) else text[start:end]
    is_row = _CELL.search(text, sentence.start, sentence.end) is not None
    return text[sentence.start : sentence.end] if is_row and not content(words) and not deeds(words) else words


def _is_bare(text: str, start: int, place: Stretch, end: int) -> bool:
    rest = text[place.end : end]
    return _BARE_BEFORE.fullmatch(text, start, place.start) is not None and (not rest or _RATED.fullmatch(rest) is not None)


def _is_answer(text: str, start: int, place: Stretch, end: int) -> bool:
    """每学期到乙方支教的教师，由甲方选派3名: the clause says no more than who gives them and how many."""
    return _BY_WHOM.fullmatch(text, start, place.start) is not None and not text[place.end : end].strip()


def row_cells(passage: Passage, place: Stretch) -> tuple[str, ...]:
    """The cells of the table's row around a promise."""
    line = passage.line_at(place.start)
    return tuple(cell for cell in _COLUMN.split(passage.words(line)) if cell)


def row_label(passage: Passage, at: int) -> str:
    """The first cell of the table's row around an offset; "" where there is none, or where the offset is in it."""
    line = passage.line_at(at)
    label = _LABEL.match(passage.text, line.start, at)
    return label["label"] if label else ""


def is_own_row(passage: Passage, at: int) -> bool:
    """Whether an offset stands in a row of a table that is about something of its own: of which the first cell heads no section."""
    line = passage.line_at(at)
    if len(_CELL.findall(passage.text, line.start, line.end)) < 2:
        return False
    return _SECTION.search(row_label(passage, at)) is None


def is_for_marks(passage: Passage, place: Stretch) -> bool:
    """Whether a number is what marks are given for: 超过6次的，加5分."""
    return passage.text.startswith("的", place.end) and _MARKED.match(passage.text, place.end) is not None
