"""Which line ends only wrap a line, so that 示范辐⏎⏎射作用 reads as one word.

A PDF's reader knows the layout and says so (``SourceText.wraps``); Word and HTML end a paragraph with every line end. Plain
text does not tell: there a line end is taken for a wrap only where the line before is cut off in mid-sentence and the next one does not
open anything (a number, a label, a date, a table row). Page numbers between the two are passed over.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise

from extractors.readers.source_text import SourceText
from extractors.text.punctuation import HAN

_PAGE_NUMBER = re.compile(
    r"[ \t]*(?:-{1,2}[ ]?\d{1,3}[ ]?-{1,2}|第[ ]?\d{1,3}[ ]?页(?:[ ，]*共[ ]?\d{1,3}[ ]?页)?|\d{1,3}[ ]?/[ ]?\d{1,3})[ \t]*"
)
_OPENS = re.compile(
    r"[ \t]*(?:#|>|\||[*+·●■◆▲★☆-][ \t]?"
    r"|第[0-9一二三四五六七八九十百]{1,4}[条章节款项篇部]"
    r"|第[一二三四五六七八九十]{1,2}[、，：]|[一二三四五六七八九十]{1,3}[ ]{1,3}(?=[一-龥（）、]{2,24}(?:$|：))"
    r"|[一二三四五六七八九十]{1,3}[、.．]|（[0-9一二三四五六七八九十]{1,3}）"
    r"|[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}[、.．）](?![0-9])|[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}[ ]{1,3}(?=[一-龥])(?![万亿千百元个名位人所年月日倍米公小平分次课学])|[①-⑳⑴-⒇⒈-⒛]"
    r"|[㈠-㈩Ⅰ-Ⅻ]|[壹贰叁参肆伍陆柒捌玖拾]{1,3}[、.．]|[a-zA-Z][）.、](?![a-zA-Z0-9])"
    r"|附件|附：|附表|篇[一二三四五六七八九十]"
    rf"|[{HAN} ]{{2,12}}(?:[（〔][^）〕\n]{{0,12}}[）〕])?："
    r"|[0-9〇零一二三四五六七八九xX×_ ]{2,4}年[0-9一二三四五六七八九十xX×_ ]{1,4}月(?:[0-9一二三四五六七八九十xX×_ ]{1,4}日)?[ \t]*$"
    r"|[0-9]{4}[-./][0-9]{1,2}[-./][0-9]{1,2}[ \t]*$"
    r")",
    re.MULTILINE,
)
_PARTY = re.compile(r"[ \t]*[甲乙丙丁A-C]方(?P<label>[ ]?(?:[（〔][^）〕\n]{0,12}[）〕])?[ ]?(?:[：]|签|盖|代表|法人|$|[ \t]{2}))?")
"""甲方 opens a line as a label; as a sentence's subject it opens one only where lines are not broken at a fixed width."""
_AWAITS = re.compile(
    r"(?:[为向对与由到给按从在于把将和及、]|配合|协助|支持|帮助|指导|接受|服从|尊重|通知|报送|反馈|根据|按照|遵守|执行|落实)$"
)
"""The end of a line whose last word waits for a party's name: 配合⏎⏎甲方做好需求分析."""
_ENDS = re.compile(r"(?:[。！？；：…]|\.{3})[”’）〕》]*[ \t]*$")
_PAGE_LINE = re.compile(
    r"[〔（]?(?:(?:稿件|信息|文章)?来源|作者|(?:发布|更新|录入)(?:时间|日期)|日期|时间|记者|通讯员|供稿|撰稿|(?:19|20)[0-9]{2}[-/.年][^，。\n]{4,24}来源)〕?[ ]?[：|]"
    r"[^，。；\n]{1,80}$"
)
"""A page's own line of date and source ends with its line, however long it is."""
_LABELLED = re.compile(rf"\t|[ ]{{3,}}|[ ]{{2}}[{HAN}]{{2,8}}[：（]")
"""Fields side by side, in a signature's line: it is as long as they are, whatever the width of the text above."""
_COLUMNS = re.compile(r"\t|[ ]{3,}|\|")
_PREAMBLE = re.compile(
    "为(?:了|进|推|促|加[强快]|落实|贯彻|深入|更好|切实|认真|充分|扎实|全面|实现|提[高升]|发挥|缩小|规范|帮助|支持|改善|巩固|弘扬|履行|破解|整体|扩大)|根据|本着|鉴于|依据|依照|按照|遵照"
)
_DECLARES = re.compile(
    r"[ \t]*（?(?:[甲乙丙丁A-C]方|[^，。；：\n]{2,12}(?:方|单位|学校|校|园|人))[ ]?(?:（[^）\n]{0,30}）){0,2}[ ]?：[^。]*$|[^。]*(?:简称|下称|以下称)[^。，]{1,12}）[ \t]*$"
)
"""A line that names a party; the sentence below it that gives the reasons is none of it."""
_NUMBER = re.compile(
    r"^(?:第[0-9一二三四五六七八九十百]{1,4}[条章节款项部分]{1,2}|[一二三四五六七八九十]{1,3}[、.．]|[（(][0-9一二三四五六七八九十]{1,3}[）)]|[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}[、.．）]?)[ \t]+"
)
"""What stands apart behind a number is no column."""
_LEAST_WIDTH = 40
"""Columns (two for a Chinese character): a line cut off in mid-sentence is at least this long; headings and labels are shorter."""
_WRAP_SLACK = 8
_LEAST_CUT = 4
"""So many lines must be broken at the same width before a text counts as hard-wrapped."""
_RAGGED_SLACK = 14
_RAGGED = 14
"""A line that ends its paragraph may hold some words more than the others."""
_LONGEST_BRACKET = 40
_UNBROKEN = re.compile(
    r".?[（“《〔￥]{0,2}[0-9A-Za-z.，%￥一二三四五六七八九十百千零〇壹贰叁肆伍陆柒捌玖拾佰仟万亿-]{1,24}[元年月日整（）：、。；”》]{0,4}"
)
"""Figures are not broken: with them the words before them go to the next line."""
_LEAST_UNENDED = 30
"""A line of prose that stops at a comma goes on, wherever the others break."""
_IN_WORDS = re.compile("[大小]写）?[ ]?：?[ ]?$")
_SUM_BEGINS = re.compile("(?:人民币|RMB)?[ ]?[￥0-9零壹贰叁肆伍陆柒捌玖]")
_PAYS = re.compile(r"[分按其并具用包如以]")
_NEVER_FIRST = "，。；、：！？）”’》〕"
"""No line begins with these, unless it is the rest of the one before."""
_NUMERAL = "[0-9一二两三四五六七八九十]"
_CUTS = (
    (re.compile(rf"{_NUMERAL}[个周学]?$"), re.compile("年(?!级)|月(?![考报末初底])|日(?!期)|期(?=[，。；（为])")),
    (re.compile(rf"{_NUMERAL}[日月]?开?$"), re.compile("(?:始|开始|起|至|到|止|终)(?=[，。；至到起止0-9二])")),
    (re.compile("(?:有|有效|日|时|期)$"), re.compile("(?:效期|期限?|间|限)[ ]?[：为至自]")),
    (re.compile("[自从至到]$"), re.compile("[0-9]{4}[年./-]")),
    (re.compile("为$"), re.compile("限[，。]")),
    (re.compile("用于$"), re.compile(f"[{HAN}]")),
)
"""3周⏎年, 2024⏎年9月, 9月1日⏎起至, 签字日⏎期：, 为⏎限，, 用于⏎食堂改造: no line begins so, and none ends before it."""
_LEAST_SAID = 8
"""Characters before a cut: a table's cells may stand each on a line of its own."""
_ENDS_CLAUSE = re.compile(
    "(?:效力|[一二两三四五六七八九十壹贰叁肆伍陆柒捌玖拾0-9]份|解决|协商|商定|确定|处理|补充|裁定|仲裁|调解|诉讼|生效|施行|执行|续签|责任|损失|协议|合同|遵守|备案|存档|办理)[）]?$"
)
_BEGINS_CLAUSE = re.compile(
    "(?:(?:[一二三四五六七八九十]是|以上|此|该)?(?:本|此|该)?(?:协议|合同|责任书|备忘录)书?(?:自|由|一式|壹式|经|未尽|如|签|有效|正本|在|从|于|须|共|期限)|(?:其他|其它|凡|本协议)?未尽|一式|因不可抗力|任何一方|如有争议|履行中)"
)
"""The last clauses of a paper, which may end without a mark: each begins a line of its own."""
_WIDE = re.compile("[\u2e80-\U0010ffff]+")
_SENTENCE_MARK = re.compile("[，。；、]")


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str

    @property
    def width(self) -> int:
        return len(self.text.strip()) + sum(map(len, _WIDE.findall(self.text)))


def wrapped_lines(folded: str, source: SourceText) -> Iterator[tuple[int, int]]:
    """The stretches from the end of one line to the start of the next that are no paragraph's end, and the page numbers."""
    dropped = _reaches(source)
    lines: list[_Line] = []
    at = 0
    for raw in folded.split("\n"):
        start, end = at, at + len(raw)
        at = end + 1
        body = raw.strip(" \t")
        if not body:
            continue
        if _PAGE_NUMBER.fullmatch(raw) or _is_inside(start, end, dropped):
            yield start, end
            continue
        left = len(raw) - len(raw.lstrip(" \t"))
        lines.append(_Line(start + left, start + left + len(body), body))
    known = None if source.wraps is None else frozenset(source.wraps)
    width = _wrap_width(lines) if known is None else None
    if known is None and width is None and (ragged := _ragged_width(lines)) is not None:
        width = ragged - _RAGGED_SLACK + 2 * _WRAP_SLACK
    for before, after in pairwise(lines):
        wraps = _wraps(before, after, width) if known is None else any(at in known for at in range(before.end, after.start))
        if wraps:
            yield before.end, after.start


def _is_cut_through(before: str, after: str) -> bool:
    """Whether a line's end parts a number from its unit, or a date from the words that lead to it or from it."""
    return len(before) >= _LEAST_SAID and any(cut.search(before, len(before) - 3) and rest.match(after) for cut, rest in _CUTS)


def _reaches(source: SourceText) -> tuple[list[int], list[int]]:
    """Where running heads and page numbers begin, in order, and how far all of them up to each one reach."""
    pieces = sorted((piece.start, piece.end) for piece in source.furniture if piece.role in ("header", "footer", "page-number"))
    return [start for start, _ in pieces], list(accumulate((end for _, end in pieces), max))


def _is_inside(start: int, end: int, reaches: tuple[list[int], list[int]]) -> bool:
    starts, ends = reaches
    at = bisect_right(starts, start) - 1
    return at >= 0 and end <= ends[at]


def _wrap_width(lines: list[_Line]) -> int | None:
    """The column at which a hard-wrapped text breaks its lines, None where paragraphs stand on one line each."""
    lines = [line for line in lines if not _LABELLED.search(line.text)]
    cut = [line.width for line in lines if not _ENDS.search(line.text)]
    if len(cut) < _LEAST_CUT:
        return None
    widest = max(line.width for line in lines)
    full = [width for width in cut if width >= widest - _WRAP_SLACK]
    if widest < _LEAST_WIDTH or len(full) < max(_LEAST_CUT, sum(line.width >= _LEAST_WIDTH for line in lines) // 4):
        return None
    # headlines of one width are no broken paragraphs: these hold commas and end sentences
    marks = sum(len(_SENTENCE_MARK.findall(line.text)) for line in lines)
    return widest if marks * 2 >= len(full) else None


def _ragged_width(lines: list[_Line]) -> int | None:
    """The column at which most long lines break, where a title or a form's line runs beyond it."""
    cut = [
        before
        for before, after in pairwise(lines)
        if before.width >= _LEAST_WIDTH and not (_ENDS.search(before.text) or _COLUMNS.search(before.text) or _OPENS.match(after.text))
    ]
    long = [line.width for line in lines if line.width >= _LEAST_WIDTH and not _COLUMNS.search(line.text)]
    counted = Counter(line.width for line in cut)
    for widest in sorted(counted, reverse=True):
        if sum(counted[width] for width in range(widest - _RAGGED_SLACK, widest + 1)) < max(_LEAST_CUT, len(cut) // 2):
            continue
        full = [line for line in cut if widest - _RAGGED_SLACK <= line.width <= widest]
        beyond = sum(width > widest + _RAGGED for width in long)
        marked = sum(_SENTENCE_MARK.search(line.text) is not None for line in full)
        return widest if beyond * 6 <= len(long) and marked * 2 >= len(full) else None
    return None


def _goes_on(before: str, after: str) -> bool:
    """Whether a bracket that a line opens is closed first in the next one, or a sum ends there: 人民币伍万元⏎整."""
    cut = (after[0] in "整正" and before[-1] in "元圆角") or (after[0] == "币" and before.endswith("人民"))
    if cut or (_IN_WORDS.search(before) and _SUM_BEGINS.match(after)):
        return True
    if before[-1] in "。；" or before.rfind("（") <= before.rfind("）"):
        return False
    closed = after.find("）")
    return 0 <= closed < _LONGEST_BRACKET and "（" not in after[:closed]


def _wraps(before: _Line, after: _Line, width: int | None) -> bool:
    unended = before.text[-1] in "，、" and before.width >= _LEAST_UNENDED
    opened = _OPENS.match(after.text)
    if opened is None and _goes_on(before.text, after.text):
        return True
    # 共计8万元，⏎⏎分两期支付：… is one sentence
    opens = opened is not None and not (unended and opened.group().endswith("：") and _PAYS.match(opened.group()))
    if _ENDS.search(before.text) or opens or before.text.startswith(("#", "|")) or _PAGE_LINE.match(before.text):
        return False
    if _COLUMNS.search(_NUMBER.sub("", before.text, count=1)) or _COLUMNS.search(after.text):
        return False
    if after.text[0] in _NEVER_FIRST or _is_cut_through(before.text, after.text):
        return True
    party = _PARTY.match(after.text)
    declared = _PREAMBLE.match(after.text) and _DECLARES.match(before.text) and before.text[-1] not in "，、"
    if declared or (party and (party["label"] or (width is None and not _AWAITS.search(before.text)))):
        return False
    if unended:
        return True
    return _reaches_width(before, after, width) if width is not None else _goes_on_in_prose(before, after)


def _reaches_width(before: _Line, after: _Line, width: int) -> bool:
    """Whether a line ends where the text's lines break, or would with the figure that begins the next one."""
    unbroken = _UNBROKEN.match(after.text)
    moved = _Line(0, 0, unbroken.group()).width if unbroken else 0
    slack = _WRAP_SLACK if before.width < _LEAST_WIDTH else 2 * _WRAP_SLACK
    return before.width >= width - slack or before.width >= max(_LEAST_WIDTH - _WRAP_SLACK, width - slack - moved)


def _goes_on_in_prose(before: _Line, after: _Line) -> bool:
    if _ENDS_CLAUSE.search(before.text) and _BEGINS_CLAUSE.match(after.text):
        return False
    in_prose = before.width >= _LEAST_WIDTH and _SENTENCE_MARK.search(before.text) is not None
    return in_prose and _ENDS.search(after.text) is not None
