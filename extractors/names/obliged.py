"""Whom an agreement's sentences make do something, clause by clause.

Reads::

    甲方每学期选派3名教师到乙方送教            甲方; 乙方 is only the object
    四、乙方责任 / 1.安排食宿                   乙方, by the heading
    双方每学期召开一次联席会议                  both
    由乙方承担交通费                            乙方
    每学期选派教师到甲方跟岗                    unspoken: not 甲方

Leaves alone::

    乙方有权查询, 乙方现有教师30名, 乙方执一份, 乙方教师跟岗期间         no duty
    双方友好协商解决, 双方签字后生效, 双方应遵守本协议                   what every agreement says
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from extractors.case import Case
from extractors.names import duty_lines
from extractors.names.duty_lines import (
    AIM,
    ALL_TAKE_PART,
    LABEL,
    OTHER_SECTION,
    PASSED_OVER,
    PRINCIPLE,
    RECITAL,
    SECTION,
    SIGNS,
    TAKES,
    TITLE,
)
from extractors.names.duty_tables import Columns, label_of
from extractors.names.joined_names import joined_names
from extractors.names.party_words import Named, PartyWords, party_words
from extractors.text.clauses import ClauseNode, ClauseTree, ordinal
from extractors.text.passage import Stretch
from extractors.text.punctuation import MASK
from extractors.text.undertakings import begins_with_modal, has_modal, is_condition, is_heading, is_rights_only, is_time, obliges

Way = Literal[
    "said",  # the sentence or its heading names who acts
    "meant",  # nobody is named, but the words tell: 共同, 到甲方跟岗
    "open",  # nobody is named, and nothing tells
    "blank",  # a heading names the party, and what stands below it is left open
]

CLAUSE_END = re.compile(r"[，；：。！？|\t\n]")
_MARK = re.compile(
    r"(?:[ ]*(?:第[0-9零一二三四五六七八九十百]{1,4}[条章款项][、：]?|[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}[、.]?|[（(]?[0-9一二三四五六七八九十]{1,3}[）).、．]"
    r"|[①-⑳㈠-㈩⑴-⒛]|[一二三四五六七八九]是(?:要)?|[-·●◆■*]|[（“〔])){0,3}[ ]*"
)
_LEADS_IN = re.compile(
    r"(?:(?:同时|此外|另外|其中|原则上|必要时|如有需要|凡是?|并且?|而且?|但是?|则|且|以及|和|及|现|特|由|请|对于?|关于|明确|为此|因此|具体(?:为|由)|(?:协议|帮扶|结对|合作)(?:期|期限|有效期)?(?:间|内)?|期满|平时|日常|今后|在此期间|届时)[ ]?){1,4}"
)
_ADVERBIAL = re.compile(
    r"(?:[时后前内起外况际初末]|期间|学期|学年|每?(?:个)?[年月周]|[0-9]日|每次|过程中|下|基础上|仍|均|都|则|而|但|且|由|[ ])$"
)
_PREPOSITION = re.compile(r"[对给为与向到赴往和跟同从在于把将帮助派让使请受按据经、]$")
_BRACKET = re.compile(r"[ ]?（[^（）]{0,30}）")
_SEAL = re.compile("盖章|签[字章名]|公章")
_TOWARDS = re.compile("对|关于")
_ASKED_OF = re.compile("要求|规定|约束|责任|义务|职责|任务|承诺|约定")
_SHARED = re.compile("责任|义务|职责|任务|承诺|工作|分工|负责|措施|要求|做到|共同|权利|^[ ）〕：]*$")
_ABOUT_IT = re.compile("账[户号]|地址|联系|信息|情况|概况|简介|现状|名单|需求")
_ANNEX = re.compile("附(?:件|表|则)?")
_LEFT_OPEN = re.compile(rf"[{MASK} \t…。；，、.0-9（）]*")
_HEADING_LENGTH = 40
_PLAIN_HEADING = 24
_TOPIC = 8
_LATTER = 0.5
_LONGEST = 400
"""Characters of a clause that are looked at: nobody writes a longer one between commas."""
_DECLARES = 120
"""A line longer than this says more than who a party is."""


@dataclass(frozen=True, slots=True)
class Obligation:
    """That the words at ``place`` oblige parties, by their positions among the document's."""

    parties: frozenset[int]
    place: Stretch
    way: Way


@dataclass(slots=True)
class _Heading:
    """Whose duties stand below a line; ``styles`` are those of the clauses around it, ``style`` that of the numbers below it."""

    parties: frozenset[int]
    rights_only: bool
    place: Stretch
    styles: frozenset[str] = frozenset()
    style: str | None = None
    filled: bool = False


@dataclass(slots=True)
class _Sentence:
    """The subject so far: ``carries`` where the next clause without one has it too, ``silent`` behind a condition."""

    subject: frozenset[int] | None = None
    carries: bool = False
    silent: bool = False


class Obligations:
    """Whom one agreement obliges, clause by clause."""

    def __init__(self, case: Case) -> None:
        """Note where the signatures begin: headings say nothing there."""
        self._case = case
        self._passage = case.passage
        self._text = case.passage.text
        self._words: PartyWords = party_words(case)
        self._heading: _Heading | None = None
        self._cut = -1
        self._columns = Columns()
        self._named: dict[int, _Heading | None] = {}
        self._actors: dict[int, frozenset[int]] = {}
        self._first_clause = next((node.start for node in case.passage.clauses if node.style != "annex"), case.passage.start)
        self._above = _dotted(case.passage.clauses)
        self._head_end = self._end_of_head()
        starts = [case.place(one.span).start for one in case.document.signing]
        foot = min(starts, default=self._passage.end)
        self._foot = foot if foot - self._passage.start > (self._passage.end - self._passage.start) * _LATTER else self._passage.end

    def actors(self, start: int) -> frozenset[int]:
        """Who acts in the clause between commas that begins at ``start``, by its subject or its heading, once everything was read."""
        return self._actors.get(start, frozenset())

    def read(self) -> Iterator[Obligation]:
        """Everything that obliges somebody, in reading order. Linear in the text."""
        declared = {self._passage.line_at(self._case.place(party.span).start).start for party in self._case.document.parties}
        title = self._passage.title
        for line in self._passage.lines:
            if title is not None and line.start <= title.start:
                continue
            if line.start >= self._foot:
                self._heading = None
                if _ANNEX.match(self._text, line.start, line.end):
                    self._foot = self._passage.end
            if line.start in declared and line.end - line.start <= _DECLARES:
                continue
            if not SIGNS.search(self._text, line.start, line.end) or self._text.find("。", line.start, line.end) >= 0:
                yield from self._line(line)

    def _end_of_head(self) -> int:
        """Where the last party is declared that is declared before the first clause: labels stand before it, and no headings."""
        start, middle = self._passage.start, (self._passage.start + self._passage.end) // 2
        places = (self._case.place(party.span) for party in self._case.document.parties)
        bound = self._first_clause if self._first_clause > start else middle
        return max((place.end for place in places if place.start < bound), default=start)

    def _line(self, line: Stretch) -> Iterator[Obligation]:
        nodes = self._passage.clauses.ancestry(line.start)
        self._leave(nodes, line)
        if line.start < self._foot and self._is_heading(line, nodes):
            return
        below = list(self._columns.read(self._text, line, self._alone))
        if below or self._columns.parties:
            yield from (Obligation(parties, cell, "said") for parties, cell in below if obliges(self._text[cell.start : cell.end]))
            return
        label, held = label_of(self._text, line), self._heading
        label = label or self._topic(line)
        self._heading = (self._heading_in(label) if label else None) or held
        yield from self._sentences(line, nodes)
        self._heading = held

    def _topic(self, line: Stretch) -> Stretch | None:
        """What a line begins with, where more follows: 关于甲方职责 before 每学期送教4次."""
        stop = CLAUSE_END.search(self._text, line.start, line.end)
        short = stop is not None and stop.group() in "。：" and stop.start() - line.start <= _PLAIN_HEADING
        return Stretch(line.start, stop.start()) if stop is not None and short and stop.end() < line.end else None

    def _sentences(self, line: Stretch, nodes: tuple[ClauseNode, ...]) -> Iterator[Obligation]:
        start = line.start
        if start < self._first_clause or not nodes:
            start = max((match.end() for match in RECITAL.finditer(self._text, line.start, line.end)), default=start)
        state = _Sentence()
        while start < line.end:
            stop = CLAUSE_END.search(self._text, start, line.end)
            end = stop.start() if stop else line.end
            if end > start:
                yield from self._clause(Stretch(start, min(end, start + _LONGEST)), state)
            if self._text[end : end + 1] in ("。", "！", "？"):
                state = _Sentence()
            start = end + 1

    def _leave(self, nodes: tuple[ClauseNode, ...], line: Stretch) -> None:
        """Forget a heading without a number where a clause of its own rank or above begins."""
        heading = self._heading
        if heading is None or not nodes or nodes[-1].start < line.start:
            return
        styles = {node.style for node in nodes if node.start >= line.start}
        node = nodes[-1]
        if heading.style is None and not (node.style in heading.styles and ordinal(node.number) != 1):
            heading.style = node.style
        elif heading.style not in {one.style for one in nodes} or not styles:
            self._heading = None

    def _is_heading(self, line: Stretch, nodes: tuple[ClauseNode, ...]) -> bool:
        """Whether a line without a number is a heading that names parties (甲方职责); it rules what follows."""
        if line.end - line.start > _PLAIN_HEADING or (nodes and nodes[-1].start >= line.start and nodes[-1].style != "bracket"):
            return False
        heading = self._heading_in(line)
        if heading is None:
            if OTHER_SECTION.match(self._text, line.start, line.end):
                self._heading, self._cut = None, line.start
            return False
        heading.styles = frozenset(node.style for node in nodes)
        self._heading = heading
        return True

    def _heading_in(self, words: Stretch) -> _Heading | None:
        """The heading that a stretch is, if it begins with a party's name and says nothing of it (甲方的权利和义务, 对乙方的要求)."""
        mark = _MARK.match(self._text, words.start, words.end)
        start = mark.end() if mark else words.start
        if RECITAL.search(self._text, words.start, words.end) or _SEAL.search(self._text, words.start, words.end):
            return None
        group = next(self._joined(Stretch(start, words.end)), None)
        if group is None or not (self._begins(start, group) or duty_lines.ROLE_BEFORE.fullmatch(self._text, start, group.start)):
            return None
        rest = _BRACKET.sub("", self._text[group.end : words.end])
        if words.start < self._head_end and not rest.strip(" ：）〕"):
            return None
        if _ABOUT_IT.search(rest):
            return None
        towards = _TOWARDS.search(self._text, start, group.start) is not None
        if not is_heading(rest) or (towards and not _ASKED_OF.search(rest)) or (len(group.parties) > 1 and not _SHARED.search(rest)):
            return None
        return _Heading(group.parties, is_rights_only(rest), words)

    def _ruling(self, at: int) -> _Heading | None:
        """The innermost heading above an offset that names parties."""
        for inner in reversed(self._passage.clauses.ancestry(at)):
            node: ClauseNode | None = inner
            while node is not None and (node.style != "bracket" or node.start > self._cut):
                if self._heading is not None and node.start < self._heading.place.start:
                    return self._heading
                named = self._of_clause(node)
                if named is not None:
                    return named
                node = self._above.get(node.start)
        return self._heading

    def _of_clause(self, node: ClauseNode) -> _Heading | None:
        if node.start not in self._named:
            line = self._passage.line_at(node.start)
            stop = node.head_end if node.heading else line.end
            colon = self._text.find("：", node.text_start, line.end)
            if not node.heading and colon >= 0:
                stop = colon
            short = stop - node.text_start <= _HEADING_LENGTH
            begin = node.start if node.style == "bracket" else node.text_start
            self._named[node.start] = self._heading_in(Stretch(begin, stop)) if short and stop > begin else None
        return self._named[node.start]

    def _clause(self, clause: Stretch, state: _Sentence) -> Iterator[Obligation]:
        whole = clause.start
        clause = Stretch(self._after_number(clause), clause.end)
        words = self._text[clause.start : clause.end]
        acting = [group for group in self._joined(clause) if self._acts(clause, group)]
        for group in acting:
            rest = _BRACKET.sub("", self._text[group.end : clause.end])
            together = len(group.parties) > 1
            state.subject, state.silent = group.parties, is_condition(rest)
            oblige = obliges(rest, together=together)
            state.carries = oblige or is_time(rest) or is_heading(rest)
            if oblige and not LABEL.fullmatch(rest):
                yield Obligation(group.parties, clause, "said")
        ruling = self._ruling(clause.start) if state.subject is None and clause.start < self._foot else None
        self._actors[whole] = state.subject or (ruling.parties if ruling else frozenset())
        if acting or state.silent:
            return
        if is_condition(words):
            state.silent = True
        elif state.subject is not None:
            if obliges(words, together=len(state.subject) > 1) and (state.carries or has_modal(words)):
                yield Obligation(state.subject, clause, "said")
        else:
            yield from self._unspoken(clause, state, ruling)

    def _after_number(self, clause: Stretch) -> int:
        """Where a clause's words begin behind its number, of whatever style (贰、 Ⅲ. 3 一是)."""
        node = next((one for one in self._passage.clauses.ancestry(clause.start)[::-1] if one.start == clause.start), None)
        begin = node.text_start if node and node.style != "bracket" and node.text_start < clause.end else clause.start
        mark = _MARK.match(self._text, begin, clause.end)
        return mark.end() if mark else begin

    def _unspoken(self, clause: Stretch, state: _Sentence, heading: _Heading | None) -> Iterator[Obligation]:
        """What a clause without a subject obliges to: by the heading above it, or by its words."""
        words = self._text[clause.start : clause.end]
        if heading is not None:
            yield from self._below(clause, words, heading)
        elif PRINCIPLE.match(words):
            state.silent = True
        elif AIM.match(TITLE.sub("", words)) or self._is_passed_over(clause) or not obliges(words, together=True):
            return
        elif ALL_TAKE_PART.search(words):
            yield Obligation(self._words.everyone, clause, "meant")
        elif duty_lines.ACTS.match(words.strip()):
            yield from self._meant(clause, words)

    def _below(self, clause: Stretch, words: str, heading: _Heading) -> Iterator[Obligation]:
        """What a clause below a party's heading obliges that party to."""
        if heading.place.start <= clause.start < heading.place.end:
            return
        if not words.strip(" _") and "_" in words:
            yield Obligation(heading.parties, clause, "blank")
        elif obliges(words, together=len(heading.parties) > 1) and (not heading.rights_only or has_modal(words)):
            yield Obligation(heading.parties, clause, "said")

    def _is_passed_over(self, clause: Stretch) -> bool:
        """A head, a heading, or a section that obliges nobody."""
        around = self._passage.clauses.ancestry(clause.start)
        if around and around[-1].heading and clause.end <= around[-1].head_end:
            return True
        if duty_lines.SETS_UP.fullmatch(self._text, clause.start, clause.end) or self._heads_section(clause):
            return True
        if clause.start < max(self._first_clause, self._head_end) or self._text.startswith("：", clause.end):
            return True
        if clause.end == self._passage.line_at(clause.start).end and clause.end - clause.start <= _TOPIC:
            # 管理共建: a topic in a line of its own
            return ALL_TAKE_PART.search(self._text, clause.start, clause.end) is not None
        return any(PASSED_OVER.search(node.heading or "") for node in around)

    def _heads_section(self, clause: Stretch) -> bool:
        """保障措施: a line of its own that heads a section."""
        return clause == self._passage.line_at(clause.start) and SECTION.fullmatch(self._text, clause.start, clause.end) is not None

    def _meant(self, clause: Stretch, words: str) -> Iterator[Obligation]:
        """Who is meant where nobody is named: not the one that is gone to; the recipient if it learns or hosts, else the supporter."""
        named = frozenset().union(*(group.parties for group in self._joined(clause)))
        takes = TAKES.search(words) is not None
        meant = self._words.everyone - named if named else self._words.of["recipients" if takes else "supporters"]
        yield Obligation(meant, clause, "meant")
        yield Obligation(self._words.everyone, clause, "open")

    def _alone(self, cell: Stretch) -> frozenset[int]:
        """The parties that a cell names, if it says nothing else."""
        group = next(self._joined(cell), None)
        rest = self._text[cell.start : group.start] + _BRACKET.sub("", self._text[group.end : cell.end]) if group else "?"
        return group.parties if group and is_heading(rest) else frozenset()

    def _joined(self, where: Stretch) -> Iterator[Named]:
        return joined_names(self._words, self._text, where)

    def _begins(self, start: int, group: Named) -> bool:
        before = self._text[start : group.start].strip(" “〔")
        return not before or _LEADS_IN.fullmatch(before) is not None

    def _acts(self, clause: Stretch, group: Named) -> bool:
        """Whether a name is the subject of its clause, and not whom something is done to."""
        if duty_lines.INVITES.search(self._text, clause.start, group.start) and duty_lines.GUESTS.match(self._text, group.end, clause.end):
            return False
        if self._begins(clause.start, group):
            return not self._text[clause.start : group.start].endswith(("对", "对于", "关于"))
        before = self._text[clause.start : group.start]
        if _PREPOSITION.search(before):
            return False
        return _ADVERBIAL.search(before) is not None or begins_with_modal(self._text[group.end : clause.end])


def _dotted(clauses: ClauseTree) -> dict[int, ClauseNode]:
    """The clause above each one with a dotted number: 2.1 above 2.1.3, by the starts of the latter."""
    last: dict[str, ClauseNode] = {}
    above: dict[int, ClauseNode] = {}
    for node in clauses:
        if node.style in ("dotted", "figure"):
            outer = last.get(node.number.rpartition(".")[0])
            if outer is not None:
                above[node.start] = outer
            last[node.number] = node
    return above


def find_obligations(case: Case) -> list[Obligation]:
    """Whom an agreement obliges, and where, in reading order."""
    return list(Obligations(case).read())
