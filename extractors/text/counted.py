"""Which noun a count counts, also where it is left unsaid.

Reads::

    选派教师4名，其中汽车专业2名                 教师 for both
    举办专题培训2期，每期40学时                   专题培训 for the 40 too
    校长每学期指导4次，中层干部每月1次            指导 for both
    分两批选派校长、园长共80人                    校长、园长 for the 批
    把业务骨干培养成教练，至少培养1名             业务骨干

Where the noun stands is told by :mod:`extractors.text.nouns`; this module knows what to do where none stands beside the count.

Source: annotation guide of the record format, rules 5, 15 and 32.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extractors.text.counts import Count
from extractors.text.measure_words import PEOPLE_UNITS, TIMES_UNITS
from extractors.text.nouns import (
    Words,
    after_verb,
    counted_verb,
    is_bare_verb,
    is_person,
    last_counted_verb,
    next_done,
    noun_after,
    noun_before,
    person_before,
    same_verb,
    stay_before,
)
from extractors.text.passage import Passage, Stretch

Place = tuple[int, int]

LESSON_UNITS = frozenset({"节", "堂", "课时", "学时", "讲"})
_BATCHES = frozenset({"批", "批次"})
_OCCASION = re.compile(r"每(?:一)?(?P<unit>次|批|期|场|节|轮)")
_NOTHING_OWN = re.compile(r"(?:时间|时长|课时|学时|均|都|应|须|约|为|累计|[ ])*")
_PEOPLE_COUNT = re.compile(r"[0-9一二两三四五六七八九十百千余多]{1,6}(?:名|位|人)")
_SOMEBODY_ONLY = re.compile(r"(?:语文|数学|英语|物理|化学|科|学科|园长|校长|教师|老师|干部|人员|领导|骨干|主任|部门|处室|组)$")
"""Before 次 these are who acts, not what is done."""
_AWARD = re.compile(r"^[^获得]*(?:[特一二三]等奖|名额|称号|岗位|标兵|计划|上线|招生|录取)$")
_TEAM = re.compile("(?:团队|队伍|小组|专班|工作组|筹建组|小分队)$")
_EVENT = re.compile(
    r"(?:会议|会(?![计议考]|同)|活动|讲座|培训|教研|研讨|论坛|比赛|赛课|夏令营|展示|座谈|联欢|演出|竞赛|观摩)(?![室厅区台中者员场所])"
)
_LESSON = re.compile(r"(?:课|课例|课堂|活动|讲座|听课|评课|观摩|送教|教研|展示|培训|研修|辅导|课程|教学|备课|资源|班|会)”?$")
_LESSON_NOUN = re.compile(
    r"[一-龥“”]{0,8}(?:示范课|公开课|研讨课|观摩课|汇报课|优质课|社团课|同步课|随堂课|送课|听课|评课|授课|任课|微课|课堂|课(?!题|程|后|间|外|余|件|堂|桌|时|改|标|表|例))"
)
_GREW = re.compile(r"(?:[由从][^，。；]{1,10})?(?:增加|增|扩大|扩|提高|上升|增长)[到至]\Z")
"""社团由3个增加到|11个: what grew stands before."""
_ONE_AFTER_ANOTHER = re.compile(r"先后\Z")
_VERB = 2
_FAR = 300
"""Characters that a paragraph's earlier noun may stand away from the count that leaves it out."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A count with its surroundings: ``floor`` is where the count before it ends, ``name_end`` where the last name before it does."""

    count: Count
    sentence: Stretch
    clause_start: int
    floor: int
    name_end: int


@dataclass(slots=True)
class CountedNouns:
    """The nouns of one document's counts, asked for in reading order; it remembers those of the paragraph by their measure words."""

    passage: Passage
    words: Words
    _seen: dict[str, Place] = field(default_factory=dict)
    _line_end: int = 0

    def find(self, place: Setting) -> Place | None:
        """Where the noun stands in the normal text; None where there is none to be found."""
        if place.sentence.start >= self._line_end:
            self._seen, self._line_end = {}, self.passage.line_at(place.sentence.start).end
        noun = self._find(place)
        if noun is not None:
            self._seen[place.count.unit] = noun
        return noun

    def _find(self, place: Setting) -> Place | None:
        text, count = self.passage.text, place.count
        floor, start, unit = place.sentence.start, count.start, count.unit
        repeated = self._repeated(place)
        if count.is_time:
            event = next((noun for unit, noun in reversed(self._seen.items()) if unit in TIMES_UNITS), None)
            return stay_before(text, floor, start) or repeated or event or noun_before(text, floor, start, self.words)
        if repeated is not None and unit in LESSON_UNITS:
            return repeated
        beside = self._beside(place)
        if beside is not None:
            return beside
        before = noun_before(text, max(place.floor, floor, place.name_end), start, self.words)
        if before is not None and is_bare_verb(text[before[0] : before[1]], self.words):
            before = None
        return self._before(place, before)

    def _beside(self, place: Setting) -> Place | None:
        """The verb right before 次, or the noun right behind the measure word."""
        text, count = self.passage.text, place.count
        verb = counted_verb(text, max(place.clause_start, place.name_end), count.start, self.words) if count.unit == "次" else None
        if verb is not None or count.unit in _BATCHES:
            return verb
        grown = _GREW.search(text, place.sentence.start, count.start)
        if grown:
            return noun_before(text, place.sentence.start, grown.start(), self.words)
        if count.unit == "次" and _ONE_AFTER_ANOTHER.search(text, place.clause_start, count.start):
            return next_done(text, count.noun, place.sentence.end, self.words)
        return noun_after(text, max(count.noun, count.end), place.sentence.end, count.unit, self.words)

    def _before(self, place: Setting, before: Place | None) -> Place | None:
        """What the words before the figure give, by the kind of measure word."""
        text, unit = self.passage.text, place.count.unit
        if unit in PEOPLE_UNITS:
            return self._people(place, before)
        if unit in _BATCHES:
            return self._batch(place) or before
        if unit in LESSON_UNITS and (before is None or not _LESSON.search(text[before[0] : before[1]])):
            return self._back_to(_LESSON_NOUN, place) or before
        if unit == "次" and (before is None or _SOMEBODY_ONLY.search(text[before[0] : before[1]])):
            return self._back_to(_EVENT, place) or last_counted_verb(text, place.sentence.start, place.count.start, self.words) or before
        return before or self._seen.get(unit) or self._clause_before(place)

    def _clause_before(self, place: Setting) -> Place | None:
        """开设“周三大讲堂”，累计举办32期: the noun before a clause that has only a verb."""
        text, floor = self.passage.text, place.sentence.start
        near = noun_before(text, floor, place.count.start, self.words)
        if (
            near is None
            or near[0] < place.clause_start
            or near[1] - near[0] < _VERB
            or not is_bare_verb(text[near[0] : near[1]], self.words)
        ):
            return near
        return (noun_before(text, floor, place.clause_start - 1, self.words) if text[place.clause_start - 2] == "”" else None) or near

    def _repeated(self, place: Setting) -> Place | None:
        """What happens each time: 每期40学时 behind 举办专题培训2期."""
        text, start = self.passage.text, place.count.start
        found = list(_OCCASION.finditer(text, max(place.sentence.start, start - 12), start))
        if not found or not _NOTHING_OWN.fullmatch(text, found[-1].end(), start):
            return None
        return self._seen.get(found[-1]["unit"])

    def _people(self, place: Setting, before: Place | None) -> Place | None:
        """What 名, 位, 人 count, if the words before the figure name no people (至少培养1名, 甲集团12名)."""
        text, count = self.passage.text, place.count
        if before is not None:
            words = text[before[0] : before[1]]
            if count.unit == "人次" or is_person(words) or _AWARD.search(words) or _TEAM.search(words):
                return before
        around = self.passage.clauses.ancestry(count.number)
        top = around[-1].start if around else self.passage.line_at(count.number).start
        return (
            same_verb(text, top, count.start, self.words)
            or next((self._seen[unit] for unit in ("名", "位", "人") if unit in self._seen), None)
            or person_before(text, place.sentence.start, count.start, self.words)
            or person_before(text, max(top, count.start - _FAR), place.sentence.start, self.words)
            or before
        )

    def _batch(self, place: Setting) -> Place | None:
        """Whom 批 and 批次 bring: named before it, or behind it with a count (四批次22名教师) or a verb (分两批选派校长)."""
        text, count, stop = self.passage.text, place.count, place.sentence.end
        people = _PEOPLE_COUNT.match(text, count.noun)
        brought = after_verb(text, count.noun, stop, "名", self.words)
        behind = noun_after(text, count.noun, stop, "名", self.words)
        if brought is None and behind is not None and behind[0] == count.noun and is_person(text[behind[0] : behind[1]]):
            return behind
        return (
            brought
            or person_before(text, place.sentence.start, count.start, self.words)
            or (noun_after(text, people.end(), stop, "名", self.words) if people else None)
            or noun_after(text, count.noun, stop, count.unit, self.words)
        )

    def _back_to(self, pattern: re.Pattern[str], place: Setting) -> Place | None:
        """The last noun of a kind in the sentence before the count."""
        text, floor = self.passage.text, place.sentence.start
        found = list(pattern.finditer(text, floor, place.count.start))
        return noun_before(text, floor, found[-1].end(), self.words) if found else None
