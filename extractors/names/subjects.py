"""Who acts, and towards whom, at a place in a sentence.

Reads::

    甲方校长每学期到乙方指导2次                      甲方 acts, towards 乙方
    （under 甲方责任）每学期到乙方送课4节              甲方 by the heading
    支援学校与受援学校每月联合备课2次                 双方
    甲方派1名教师，乙方负责食宿                       the subject changes with the clause
    由区教育局组织考核1次                             区教育局

Leaves alone::

    帮助乙方培养骨干教师3名                           乙方 is the object, not the subject
    学校先后召开会议4次                               a bare 学校 is the document's own: nobody is named

Source: annotation guide of the record format, rules 5, 16, 31, 33 and 39.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from extractors.names import leads, shares
from extractors.names.agents import given_by, is_brought_in, partner_of
from extractors.names.collectives import COLLECTIVE
from extractors.names.headings import BOTH, heading_actor
from extractors.names.mentions import Mention, Mentions
from extractors.names.table_parties import TableParties
from extractors.text.passage import Passage, Stretch
from extractors.text.punctuation import HAN
from schemas.agreement import Side

_FROM_ALL_OVER = re.compile(r"来自[^，。；]{2,20}的")
_MORE_LISTED = re.compile(
    rf"(?:[、与和][{HAN}]{{2,12}}?(?:学院|大学|学校|小学|中学|幼儿园|公司|集团|教育局|中心)){{1,9}}(?=[^{HAN}]|[\u4e00-\u9fff])"
)
_PAIRED_UP = re.compile(r"(?:结成|结为|结对|签订|互)[^，。；]{0,12}[0-9一二两三四五六七八九十]{1,3}(?:对|组)")
_NEXT_POINT = re.compile("[二三四五六]是")
_OTHERS_COUNT = re.compile(r"[与和及、]$")
_MUTUAL = re.compile("结对(?:学校|双方|校|园所|园|单位)|(?:共建|协作|合作)(?:学校|校|园|单位|双方)")
_WE_WITH = re.compile(r"(?:我|本)(?:校|园|院)[^，。；与和]{0,12}(?:与|和|同)")
_ENUMERATION = re.compile(
    r"[ ]*(?:[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}[、.．]?|[（(]?[0-9一二三四五六七八九十]{1,3}[）).、．：]|[①-⑳]|第[0-9一二三四五六七八九十]{1,3}[条，]|[一二三四五六七八九十]是[要]?)[ ]*"
)
_AGENT = re.compile(r"(?<!理)(?<!来)(?:由|经由)$")
_TOWARDS = re.compile(
    r"(?:到|对|给|为|与|向|赴|来到|走进|深入|奔赴|面向|同|和|跟|去|往|前往|派往|派驻|派到|送到|赠予|赠给|送给|帮|至)(?:各|全体|所属|其他|当地)?$"
)
_JOINS = re.compile(
    r"(?:的)?(?:各)?(?:党支部|党总支|党委|支部|工会|团委|少先队(?:大队部)?|学校|各校|中小学|教师|园所|教育部门|教育局)?(?:[ ]?(?:与|和|同|及|以及|、|跟|暨)[ ]?)(?:的)?"
)
_PAIRING = re.compile(r"结对|结成|结为|共结|建立|签订|签署|签下|续签|共建|携手|共同|联合|互派|互相|相互|互访")
_CLAUSE_SPLIT = re.compile(r"[，；：。！？\t|]")
_TOGETHER = re.compile(
    r"共同(?!体|富裕|发展|成长|进步|提高|特征)|联合(?=开展|举办|组织|召开|承办|申报|开发|培养(?!班)|招生|主办|备课|评选|开设|命题|制定)|互派|互访|两(?:校|园)[^，。]{0,8}(?:会议|联席会)"
)
_CONDITION = re.compile(
    r"[^，。；]{0,12}(?:人数|学生|班额|规模|教学班|班级)(?:数)?(?:在|为|达|不足|超过|满)?[0-9一二三四五六七八九十百千-]{1,9}(?:人|个|名)(?:以下|以上|之间|及以上|及以下)(?:的|$)"
    r"|[^，。；]{0,12}在[0-9]{1,4}(?:-[0-9]{1,4})?人(?:以下|以上|之间)?$"
)
_PAIR = _FIRST_AND_AGENT = 2
_RECEIVING = re.compile(r"受|薄弱|乡|村|农|教学点|成员|边远|弱")
_OWN_PART = re.compile("(?:学校|本校|我校)(?!家)")
_SELF = re.compile(r"(?:我|本)(?:校|园|县|市|区|局|单位|方|支部|院|镇|乡)|学校|我们|幼儿园|全校|全体|支部|学院")
_SCHOOLS_PAIRED = re.compile(
    r"所[^，。；]{1,14}?(?:与|和)[^，。；]{0,14}?所[^，。；]{0,14}(?:结对|结成|结为|建立|牵手|配对|帮扶)|两(?:地|校|园)[^，。；]{0,12}所"
    r"|所[^，。；]{0,8}(?:建立|结成|结为)[^，。；]{0,6}(?:结对|帮扶|对子)"
)


@dataclass(frozen=True, slots=True)
class Turn:
    """From ``start`` on, ``actor`` acts; ``mention`` is where it is named (None for a heading's or nobody)."""

    start: int
    actor: str | None
    mention: Mention | None = None
    agent: bool = False


class Subjects:
    """Actors and targets of one document's sentences. Built once for a document; every look-up reads one sentence."""

    def __init__(self, passage: Passage, mentions: Mentions, sides: dict[str, Side] | None = None) -> None:
        """``sides`` gives the side of each declared role, so that 支援方与受援方 reads as both."""
        self._passage = passage
        self._mentions = mentions
        self._sides = sides or {}
        self._turns: dict[int, tuple[Turn, ...]] = {}
        self.rows = TableParties(passage, mentions)

    def names(self, start: int, end: int) -> tuple[Mention, ...]:
        """The organisations, roles and places named between two offsets."""
        return tuple(mention for mention in self._mentions.within(start, end) if mention.kind != "person")

    def actor(self, offset: int) -> str | None:
        """Who acts at an offset; None where nobody is named."""
        turn = self.turn(offset)
        behind = given_by(self._passage.text, self._mentions, self._passage.sentence_at(offset), offset)
        return behind or (turn.actor if turn else None)

    def turn(self, offset: int) -> Turn | None:
        """The last change of subject at or before an offset, in its sentence."""
        sentence = self._passage.sentence_at(offset)
        turns = self._turns.get(sentence.start)
        if turns is None:
            turns = self._turns[sentence.start] = tuple(self._read(sentence))
        before = [turn for turn in turns if turn.start <= offset]
        cell = self.rows.cell_start(offset)
        if cell is not None:
            return self._turn_of_cell(offset, cell, before)
        return before[-1] if before else None

    def _turn_of_cell(self, offset: int, cell: int, before: list[Turn]) -> Turn | None:
        """What a cell says itself goes before its row, and that before the headings; other cells say nothing of it."""
        own = [turn for turn in before if turn.start >= cell and (turn.mention is not None or turn.actor == BOTH)]
        row = self.rows.actor(offset)
        if own or row is None:
            return own[-1] if own else before[0] if before else None
        return Turn(row.start, row.actor, row.mention)

    def target(self, offset: int, actor: str | None) -> str | None:
        """Whom the action goes to: the last name after 到, 对, 给, 为, 与, 向 before the offset, or after it in the same clause."""
        sentence = self._passage.sentence_at(offset)
        text = self._passage.text
        stop = _CLAUSE_SPLIT.search(text, offset, sentence.end)
        limit = stop.start() if stop else sentence.end
        found = None
        for mention in self._mentions.within(sentence.start, limit):
            if mention.kind in ("person", "both") or mention.name == actor:
                continue
            before = text[max(sentence.start, mention.start - 6) : mention.start]
            if _TOWARDS.search(before) and not self._is_subject_group(mention):
                found = mention.name
        return self.rows.target(offset) or found

    def _is_subject_group(self, mention: Mention) -> bool:
        turn = self.turn(mention.start)
        return turn is not None and turn.mention is not None and turn.start <= mention.start < turn.mention.end

    def _read(self, sentence: Stretch) -> list[Turn]:
        giver = self.rows.giver_of_row(sentence)
        if giver is not None:
            return [Turn(sentence.start, giver.name, giver)]
        text = self._passage.text
        by_heading = heading_actor(self._passage, self._mentions, sentence, self.actor)
        if by_heading is None and _SCHOOLS_PAIRED.search(text, sentence.start, sentence.end):
            by_heading = BOTH
        turns = [Turn(sentence.start, by_heading)]
        at = sentence.start
        while at < sentence.end:
            at += text[at] == " "
            end = self._clause_end(at, sentence.end)
            turn = self._clause_subject(Stretch(at, end), sentence)
            if (
                turn is not None
                and turn.actor is None
                and turn.mention is None
                and turns[-1].mention is not None
                and text[turn.start] not in "我本"
                and text.rfind("；", turns[-1].start, at) < 0
            ):
                turn = None  # 某校校长介绍，学校今年…: the 学校 of the one who speaks
            ruling = (turn or turns[-1]).mention
            if (turns[-1].actor is None if ruling is None else ruling.kind == "region") and _SCHOOLS_PAIRED.search(text, at, end):
                turn = Turn(at, BOTH)
            if turn is None and turns[-1].actor is None and turns[-1].mention is None and _TOGETHER.search(text, at, end):
                turn = Turn(at, BOTH)
            if turn is None:
                gone_to = self._is_gone_to(turns[-1], Stretch(at, end))
                turn = Turn(at, turns[0].actor) if gone_to else self._partner(turns[-1], Stretch(at, end))
            if turn is not None:
                turns.append(turn)
            turns += self._with_counts_of_their_own(Stretch(at, end), turns[-1])
            before = self._before_agent(turns, Stretch(at, end)) if turn is not None and turn.agent else None
            if before is not None:
                turns.append(replace(before, start=end + 1))
            at = end + 1
        return turns

    def _before_agent(self, turns: list[Turn], clause: Stretch) -> Turn | None:
        """Who acts again behind a clause with 由: 委托方安排经费，由受托方使用；每年考核1次, 乙校由甲校托管，今年有27人考上."""
        if len(turns) > _FIRST_AND_AGENT and turns[-2].mention is not None:
            return turns[-2]
        if self._passage.kind == "agreement":
            return None
        topic = next((one for one in self._mentions.within(clause.start, clause.end) if one.kind == "organisation"), None)
        told = topic is not None and topic is not turns[-1].mention and leads.BY_ANOTHER.match(self._passage.text, topic.end)
        return Turn(clause.end, topic.name, topic) if topic and told else None

    def _is_gone_to(self, ruling: Turn, clause: Stretch) -> bool:
        """Whether something is done to the very one who acted before: somebody else acts now (甲园教师参加；每学期到甲园诊断4次)."""
        if ruling.mention is None or ruling.actor in (None, BOTH):
            return False
        text = self._passage.text
        return any(
            mention.name == ruling.mention.name and _TOWARDS.search(text[max(clause.start, mention.start - 6) : mention.start])
            for mention in self._mentions.within(clause.start, clause.end)
        )

    def _partner(self, ruling: Turn, clause: Stretch) -> Turn | None:
        """甲校与乙校结为姊妹学校，|每两周派2名教师到乙校: the partner of the one who is gone to."""
        text, pair = self._passage.text, ruling.mention
        if pair is None or ruling.actor != BOTH or _TOGETHER.search(text, clause.start, clause.end):
            return None
        for mention in self.names(clause.start, clause.end):
            other = partner_of(mention.name, self.names(pair.start, pair.end))
            if other and _TOWARDS.search(text[max(clause.start, mention.start - 6) : mention.start]):
                return Turn(clause.start, other.name, other)
        return None

    def _with_counts_of_their_own(self, clause: Stretch, ruling: Turn) -> list[Turn]:
        """甲校的3位教师与|乙校的2位教师同台执教: the second name governs its own count, and the first goes on behind the clause."""
        text = self._passage.text
        drawn = self._drawn_in(clause)
        if drawn is not None:
            return [drawn, replace(ruling, start=clause.end)]
        paired = _PAIRING.search(text, clause.start, clause.end) is not None
        if paired or ruling.mention is None or not clause.start <= ruling.start < clause.end:
            return []
        found = [
            Turn(mention.start, mention.name, mention)
            for mention in self._mentions.within(ruling.mention.end, clause.end)
            if mention.kind in ("organisation", "role")
            and _OTHERS_COUNT.search(text[clause.start : mention.start])
            and leads.OWN_COUNT.match(text, mention.end, clause.end)
            and leads.OWN_COUNT.match(text, ruling.mention.end, mention.start)
        ]
        return [*found, Turn(clause.end, ruling.actor, ruling.mention)] if found else []

    def _drawn_in(self, clause: Stretch) -> Turn | None:
        """示范课吸引了|甲校近百名学生参与: whose people come."""
        text = self._passage.text
        for mention in self._mentions.within(clause.start, clause.end):
            if mention.kind == "organisation" and leads.DRAWN.search(text, clause.start, mention.start):
                return Turn(mention.start, mention.name, mention) if leads.OWN_COUNT.match(text, mention.end, clause.end) else None
        return None

    def _clause_end(self, at: int, end: int) -> int:
        """Where the clause at an offset ends: at a mark, or at a 、 behind which another name acts (甲校选派8名教师、乙校选派5名)."""
        text = self._passage.text
        stop = _CLAUSE_SPLIT.search(text, at, end)
        end = stop.start() if stop else end
        for mention in self._mentions.within(at, end):
            if mention.start > at and text[mention.start - 1] == "、" and mention.kind in ("organisation", "role"):
                own = text[at : mention.start]
                if leads.ACTS_ITSELF.match(text, mention.end, end) and re.search(
                    r"[0-9一二两三四五六七八九十](?:名|位|人|次|节|万元|元|册|台)", own
                ):
                    return mention.start - 1
        return end

    def _clause_subject(self, clause: Stretch, sentence: Stretch) -> Turn | None:
        text = self._passage.text
        mark = _ENUMERATION.match(text, clause.start, clause.end)
        start = mark.end() if mark else clause.start
        named = [mention for mention in self._mentions.within(start, clause.end) if mention.kind != "person"]
        for mention in named:
            if leads.IN_ITS_NAME.match(text, mention.end) and leads.OWN_BODY.search(text, start, mention.start):
                return self._group(mention, named, clause, sentence)
            if _AGENT.search(text[start : mention.start]):
                return replace(self._group(mention, named, clause, sentence), agent=True)
        brought = next((mention for mention in named if is_brought_in(text, mention, start, clause)), None)
        if brought is not None:
            return self._group(brought, named, clause, sentence)
        lead = leads.LEAD.match(text, start, clause.end)
        at = lead.end() if lead else start
        begun = self._begun_by(named, start, at, clause)
        if begun is not None:
            if begun.kind == "generic" and _MUTUAL.fullmatch(begun.name) and _TOGETHER.search(text, begun.end, clause.end):
                return Turn(begun.start, BOTH, begun)
            return self._group(begun, named, clause, sentence)
        if not any(mention.start == at for mention in named):
            return self._nobody_named(at, clause)
        return None

    def _begun_by(self, named: list[Mention], start: int, at: int, clause: Stretch) -> Mention | None:
        """The name that a clause begins with, behind words of time and manner (to ``at``), what describes it, or who brings it to act."""
        text = self._passage.text
        for place, mention in enumerate(named):
            before = text[start : mention.start]
            described = place == 0 and mention.kind == "organisation" and self._is_described(mention, at, clause)
            if mention.start > at and not described:
                return None
            if mention.kind == "generic" and leads.SCHOOLS_COUNTED.match(text, mention.end, clause.end):
                return None
            if mention.start < at and not leads.LEAD.fullmatch(before):
                continue
            if _TOWARDS.search(before) or leads.MEANS.search(before) or leads.is_sought(text, clause.start, mention.start, mention.end):
                return None
            if self._receives(mention) and _CONDITION.match(text, mention.end, clause.end):
                return None
            following = named[place + 1] if place + 1 < len(named) else None
            if following is not None and following.kind == "organisation" and self._is_attribute(mention, following):
                return following
            return None if self._shares_out(mention, clause) else mention
        return None

    def _is_described(self, mention: Mention, at: int, clause: Stretch) -> bool:
        """与队伍同行的|茗山茶业公司向…捐赠, 校友企业|海澄公司, 协调|港城职高举办: a name that acts, behind words that are no name."""
        text = self._passage.text
        lead = text[at : mention.start]
        if mention.end == clause.end and leads.WHERE_HE_WORKS.search(text, at, mention.start):
            return True
        acts = leads.THEN_ACTS.match(text, mention.end, clause.end) is not None
        return (acts and leads.DESCRIBED.fullmatch(lead) is not None) or (
            re.fullmatch(leads.PIVOT, lead) is not None and (acts or _JOINS.match(text, mention.end, clause.end) is not None)
        )

    def _is_attribute(self, mention: Mention, following: Mention) -> bool:
        """教育部直属高校|东海师范大学, 集团成员校|映月小学: the first only says what the second is."""
        between = self._passage.text[mention.end : following.start]
        return (mention.kind == "generic" and not between) or re.fullmatch(rf"(?:的)?(?:{leads.KIND_OF_BODY})", between) is not None

    def _shares_out(self, mention: Mention, clause: Stretch) -> bool:
        """巡回指导48次，其中甲校21次; 捐赠课桌200套，其中甲校120套: a share of what was done for it or given to it."""
        text, sentence = self._passage.text, self._passage.sentence_at(mention.start)
        if shares.FOR_ITS_WORK.match(text, mention.end, clause.end) and shares.SUM.search(text, sentence.start, clause.start):
            return True
        if not re.compile("[0-9]").match(text, mention.end, clause.end):
            return False
        if leads.HANDS_OUT.search(text, sentence.start, clause.start):
            return True
        before = [one for one in self._mentions.within(sentence.start, clause.start) if one.name == mention.name]
        return any(
            _TOWARDS.search(text[max(sentence.start, one.start - 6) : one.start]) or text[one.start - 1 : one.start] == "、"
            for one in before
        )

    def _nobody_named(self, at: int, clause: Stretch) -> Turn | None:
        """The subject of a clause that begins with no name: a collective, the writer, or people from everywhere."""
        text = self._passage.text
        giving = COLLECTIVE.match(text, at, clause.end)
        if giving and not giving.group().startswith(("财", "我", "本", "该", "支", "学")):
            name = self._passage.written(at, giving.end())
            return Turn(at, name, Mention(at, giving.end(), "organisation", name))
        if _NEXT_POINT.match(text, clause.start, clause.end):
            # 二是宕昌县选派8名校长；三是投入资金300万元: another point has another subject
            return Turn(clause.start, None, Mention(clause.start, clause.start + 2, "organisation", ""))
        if _FROM_ALL_OVER.match(text, clause.start, clause.end) or leads.SOME_BODY.match(text, at, clause.end):
            return Turn(clause.start, None, Mention(clause.start, clause.start + 2, "organisation", ""))
        if self._passage.kind == "agreement":
            return None
        if _WE_WITH.match(text, at, clause.end) and (_TOGETHER.search(text, at, clause.end) or _PAIRED_UP.search(text, at, clause.end)):
            return Turn(at, BOTH)
        return Turn(at, None) if _SELF.match(text, at, clause.end) else None

    def _receives(self, mention: Mention) -> bool:
        """Whether a name stands for the side that is helped: what is then counted of it is a condition, and others act."""
        side = self._sides.get(mention.name)
        return side == "recipient" if side else _RECEIVING.search(mention.name) is not None

    def _group(self, first: Mention, named: list[Mention], clause: Stretch, sentence: Stretch) -> Turn:
        """The subject that begins with a mention: it alone, two joined by 与, or more."""
        text = self._passage.text
        members = [first]
        for mention in named:
            if mention.start <= first.start:
                continue
            between = text[members[-1].end : mention.start]
            if not _JOINS.fullmatch(between):
                break
            members.append(mention)
        if first.kind == "both":
            return Turn(first.start, None if "三方" in first.name else BOTH, first)
        if text.startswith("等", members[-1].end):
            return Turn(first.start, None, Mention(first.start, members[-1].end, first.kind, ""))
        others = _MORE_LISTED.match(text, members[-1].end, clause.end)
        if others and len(members) + others.group().count("、") > _PAIR:
            return Turn(first.start, None, Mention(first.start, others.end(), first.kind, ""))
        if len(members) == 1:
            return Turn(first.start, self._single(first, clause), first)
        last = members[-1]
        group = Mention(first.start, last.end, first.kind, self._passage.written(first.start, last.end))
        if len(members) == 2 and self._opposed(members, text[last.end : clause.end], sentence):
            return Turn(first.start, BOTH, group)
        return Turn(first.start, group.name if len(members) == 2 else None, group)

    def _single(self, mention: Mention, clause: Stretch) -> str | None:
        if mention.kind == "generic" and self._passage.kind == "summary":
            return None
        if _OWN_PART.match(mention.name):
            return None
        giving = leads.COLLECTIVE_OF.match(self._passage.text, mention.end, clause.end)
        return self._passage.written(mention.start, giving.end()) if giving else mention.name

    def _opposed(self, members: list[Mention], after: str, sentence: Stretch) -> bool:
        """Whether two joined names are the two sides: declared as such, or doing something together or to each other."""
        sides = {self._sides.get(member.name) for member in members}
        if {"supporter", "recipient"} <= sides or all(member.kind == "role" for member in members):
            return True
        if all(member.kind == "generic" for member in members):
            return True
        joint = all(member.kind == "organisation" for member in members) and leads.JOINT.match(after)
        return bool(joint or _PAIRING.search(after) or _SCHOOLS_PAIRED.search(self._passage.text, sentence.start, sentence.end))
