"""Whether a sum or a count is promised (duty), planned, or reported as done (result).

Reads::

    甲方每学期选派教师2名 (an agreement)              duty
    支援学校每学期送课不少于6节 (a plan)              plan
    全年累计送课36节 (a summary)                      result
    下一步，将再选派30名教师 (a summary, news)        plan
    2023年先后选派教师20名 (a plan's look back)       result

Source: annotation guide of the record format, rules 6 and 30.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.text.passage import Passage, Stretch
from schemas.agreement import Modality

_DONE = re.compile(
    r"已(?:经)?(?!到|有计划)|先后|截至|以来|了(?=[0-9一二两三四五六七八九十])|过去|去年|上(?:一)?(?:学年|学期|年)(?!度?计划)|曾|荣获"
)
_TO_DO = "选|派|组织|安排|投入|捐|向|为|给|对|继续|在|于|再|每|联合|共同|开|举|提供|建|设|从|与|由|陆续|还|会|有|帮|持续|根据|按|依|通过|连续|以|新|用|争|分|面向|赴|到|前往|送"
_HANDED_OVER = "(?:划拨|移交|转交|转赠|交付|递|捐|赠|送|寄|汇|拨|发放|颁发|交)(?:给|到|往|至|入|(?=[一-龥]{2,14}(?:小学|中学|学校|幼儿园|师生|学生|孩子)))"
_AHEAD = re.compile(
    rf"(?<![名闯干健])将(?!(?!{_TO_DO})[^，。；]{{1,30}}{_HANDED_OVER})"
    r"(?!近|军|领|其|心|要求|[^，。；]{1,24}(?:纳入|列入|作为|捐赠给|捐给|赠给|送到|送往|送给|送去|上报|报送|抄送|交(?:给|由)|分解|转化|做成|打造成|融入|带回|带到|运到|用于|落实到|发放到))"
    r"|(?<![模虚])拟(?=[^，。；]{1,12})|计划(?=[^，。；书]{0,6}(?:分|向|为|给|选|派|建|投|出资|捐|设|资|奖|开|举|培|组|安排|争取|增|帮|送|用|再|在|于))|下一步|今后|明年|来年|下(?:一)?(?:学年|学期|年|阶段)|打算|力争|即将|承诺(?!书|制|函|卡)|(?<=[，月日年区县校园局])要(?=选[派送]?|派|建|再|组织|送|举办|开设|安排)(?!求)|准备(?=[^，。；]{0,4}(?:每|在|给|为|向|再|选派|派|组织|举办|建|捐|投入))|计划(?=，)|商定(?=[，：由每])|宣布(?=[^。；]{0,4}(?:今年|明年|未来|今后)|[^。；]{0,24}(?:每年|分[0-9两三四五六七八九十]{1,2}年))|(?<=[则还也都就仍])会(?=[一-龥])|(?<=每学年|每学期)会|(?<=每年|每月|每周)会|根据协议|按照协议|接下来|再(?=选|派|建|新|组|培|捐|送|争取|增)"
)
_DONE_NOW = re.compile(r"了(?:约|近)?(?=[0-9一二两三四五六七八九十])|已(?:经|先后|累计)?(?=[一-龥])")
_PAST = re.compile("(?:去年|前年|上学期|上学年|上个月|昨[天日])(?!度?计划|相比|同期)")
_SHALL = re.compile(
    "[0-9一二两三四五六七八九十百千余多]{1,6}(?:名|位|个|人)[^，。；]{0,12}?(?<![名闯干健])将(?=走|赴|到|前往|参|来|在|于|陆|分|随|进|再|继)"
)
"""乙校的|30名师生将走进甲校."""
_NEXT_STEP = re.compile(r"下一步|下步|接下来|今后|(?:下学期|下学年|下一学年|新学期|新学年|明年|来年)(?!付|到账|拨)")
_COMING = re.compile(r"(?P<year>20[0-9]{2})年[^。；\n]{0,12}将(?!近|军)")
_YEAR = re.compile(r"(?P<year>20[0-9]{2})年")
_HEADING_YEAR = re.compile(r"(?P<year>20[0-9]{2})年(?![0-9]{1,2}月)")
"""A page's own date line heads nothing."""
_LAST_YEAR = re.compile(r"去年|上年|往年")
_TIME_AHEAD = re.compile("下(?:一)?(?:学年|学期|年|阶段)|[明来]年")
"""A time to come holds to the end of its part of the sentence: 余款明年付清；乙公司捐资20万元."""
_RECURS = re.compile(r"每(?:[两2]?个?)?(?:学期|学年|年|月|周)")
_LOOKS_BACK = re.compile("先后|累计|已|以来|来(?=[，任讲支])|从那|至今|(?<![订署约成签有])了|曾|去年|上学期|坚持")
_AGREED = re.compile("协议|约定")
_BY_AGREEMENT = re.compile("(?:根据|按照|依据)[^，。；]{0,8}(?:协议|约定)|作了量化|约定|商定|承诺|此次结对|[^，。；]{2,20}?(?:签约|续签)")
"""What recurs behind it in its paragraph is what was agreed on."""
_TERMS = re.compile("[^，。；]{0,6}协议书?(?:还|也|同时)?(?:把|将|规定|明确|约定|提出|要求|确定)")
"""协议还把结对学校增加到11对: what an agreement lays down."""
_UNDERTAKES = re.compile("负责(?=提供|选派|派出|组织|安排|承担|建设|资助|培训|接收)")
"""Behind what was agreed on in a paragraph, what somebody undertakes."""
_ASKED = re.compile("(?:下一步|下步|接下来|今后|未来|明年|新学期|新学年)[^。]{0,12}？|打算[^。]{0,6}？")
"""An interview's question of what comes: its answer is the next paragraph."""
_LONGEST_HEADING = 30
_FAR = 400
"""How far a 下一步 holds in its paragraph, in characters."""
_NEVER = sys.maxsize
_NOWHERE = Stretch(0, 0)
_NEXT_SECTION = re.compile(r"下一步|下步|今后|打算|计划|设想|展望|努力方向|安排|未来")


@dataclass(frozen=True, slots=True)
class _Told:
    """What one sentence says of time, wherever in it: each word of the future with where it begins and whether it is a time, each year."""

    sentence: Stretch
    ahead: tuple[tuple[int, bool], ...] = ()
    years: tuple[tuple[int, str], ...] = ()
    recurs: bool = False
    looks_back: bool = False

    @classmethod
    def of(cls, text: str, sentence: Stretch) -> _Told:
        """Read a sentence; what follows a word of the future tells 将 (shall) from 将 (an object before its verb)."""
        start, end = sentence.start, sentence.end
        return cls(
            sentence,
            tuple((one.start(), _TIME_AHEAD.fullmatch(one.group()) is not None) for one in _AHEAD.finditer(text, start, end)),
            tuple((one.end(), one["year"]) for one in _YEAR.finditer(text, start, end)),
            _RECURS.search(text, start, end) is not None,
            _LOOKS_BACK.search(text, start, end) is not None,
        )

    def is_ahead(self, text: str, at: int) -> bool:
        """Whether a word of the future stands before an offset."""
        if not self.ahead or self.ahead[0][0] >= at:
            return False
        part = text.rfind("；", self.sentence.start, at) + 1
        return any(start < at and (start >= part or not is_time) for start, is_time in self.ahead)


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """What a line says for its sentences: whether a question before it asks of what comes, where an agreement is first told of."""

    line: Stretch
    asked: bool = False
    agreed: int = _NEVER
    by_agreement: int = _NEVER


class Outlook:
    """What a document says of done and to come; built once for a document, asked for each of its figures."""

    def __init__(self, passage: Passage) -> None:
        """Note the years that the document calls coming (2018年…将选派), and the short lines that set a year for what follows."""
        self._passage = passage
        self._told, self._line = _Told(_NOWHERE), _Paragraph(_NOWHERE)
        self._years = frozenset(match["year"] for match in passage.search(_COMING))
        self._headings = tuple(self._dated_headings()) if self._years else ()

    def modality(self, at: int, *, bounded: bool) -> Modality:
        """The modality of a figure at an offset; ``bounded`` figures (不少于…) are never a look back."""
        passage = self._passage
        if passage.kind == "agreement":
            return "duty"
        text, sentence = passage.text, passage.sentence_at(at)
        clause = text[max(sentence.start, *(text.rfind(mark, sentence.start, at) + 1 for mark in "，。；：！？\t")) : at]
        if passage.kind in ("plan", "notice"):
            return "result" if _DONE.search(clause) and not _AHEAD.search(clause) and not bounded else "plan"
        if _DONE_NOW.search(clause) or _PAST.search(clause):
            return "result"
        if _SHALL.match(text, at):
            return "plan"
        return "plan" if self._is_ahead(sentence, at) else "result"

    def _is_ahead(self, sentence: Stretch, at: int) -> bool:
        passage, text = self._passage, self._passage.text
        heads = " ".join(node.heading or "" for node in passage.clauses.ancestry(at))
        told = self._told_of(sentence)
        if _NEXT_SECTION.search(heads) or told.is_ahead(text, at):
            return True
        if _NEXT_STEP.search(text, max(passage.line_at(at).start, at - _FAR), at) or self._of_a_coming_year(sentence, at, told):
            return True
        if passage.kind == "news" and (self._paragraph(at).asked or self._is_agreed(sentence, at)):
            return True
        if passage.kind != "news" or not told.recurs:
            return False
        agreed = _AGREED.search(text, sentence.start, at)
        if agreed:
            return _LOOKS_BACK.search(text, agreed.end(), at) is None
        return not told.looks_back and self._paragraph(at).by_agreement <= sentence.start

    def _told_of(self, sentence: Stretch) -> _Told:
        """What a sentence says of time, read once for all of its figures."""
        if self._told.sentence != sentence:
            self._told = _Told.of(self._passage.text, sentence)
        return self._told

    def _paragraph(self, at: int) -> _Paragraph:
        """What the line around an offset says for all of its sentences, read once."""
        line = self._passage.line_at(at)
        if self._line.line != line:
            text, before = self._passage.text, self._passage.line_before(at)
            agreed, laid_down = _AGREED.search(text, line.start, line.end), _BY_AGREEMENT.search(text, line.start, line.end)
            asked = before is not None and self._asks(before)
            self._line = _Paragraph(line, asked, agreed.end() if agreed else _NEVER, laid_down.end() if laid_down else _NEVER)
        return self._line

    def _asks(self, line: Stretch) -> bool:
        return _ASKED.search(self._passage.words(line)) is not None

    def _is_agreed(self, sentence: Stretch, at: int) -> bool:
        """What an agreement lays down, and what somebody undertakes behind it in the paragraph."""
        text = self._passage.text
        if _TERMS.match(text, sentence.start, at):
            return True
        undertaken = _UNDERTAKES.search(text, sentence.start, at)
        return undertaken is not None and self._paragraph(at).agreed <= undertaken.start()

    def _of_a_coming_year(self, sentence: Stretch, at: int, told: _Told) -> bool:
        """Whether the sentence, or the dated heading above it, speaks of a year that is called coming."""
        if any(year in self._years for end, year in told.years if end <= at):
            return True
        above = bisect_right(self._headings, sentence.start, key=lambda heading: heading[0]) - 1
        return above >= 0 and self._headings[above][1]

    def _dated_headings(self) -> Iterator[tuple[int, bool]]:
        for line in self._passage.lines:
            words = self._passage.words(line)
            dated = _HEADING_YEAR.search(words) or _LAST_YEAR.search(words)
            if dated and len(words) <= _LONGEST_HEADING and not words.endswith("。"):
                yield line.end, dated.groupdict().get("year") in self._years
