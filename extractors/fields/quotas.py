"""Read the quotas: every number of things or times that the assistance promises, plans or reports.

Reads::

    甲方每学期到乙方上示范课15节以上          min 15 节 示范课, per 学期, 甲方 → 乙方
    选派骨干教师6至8名                        6 to 8 名 骨干教师
    支教时间累计不少于一个月                   min 1 月, a minimum of time
    受援学校教师在20人以下，至少培养1名        a condition (max 20 人) and a plan

Leaves alone::

    本协议一式三份, 期限为三年, 15日内         copies, terms, deadlines
    一支队伍, 一批骨干, 一套制度               一 as an article
    两所学校, 甲校和乙校两个单位               a count that sums up what was just named
    现有教师89名                               what is there already
    音乐教师缺2名                              what is wanting
    三个方面, 五种方式, “百千万”工程           points, ways, proper names
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.names.headings import BOTH
from extractors.names.subjects import Subjects
from extractors.text.counted import LESSON_UNITS, CountedNouns, Setting
from extractors.text.counts import Count, find_counts
from extractors.text.measure_words import PEOPLE_UNITS
from extractors.text.modality import Outlook
from extractors.text.nouns import Words
from extractors.text.passage import Passage, Stretch
from extractors.text.rates import find_rates, governing
from extractors.text.table_rows import Place, clause_of, find_table_counts, noun_of, own_rate, pieces, place_at, rate_of
from schemas.agreement import Modality, Quota
from schemas.values import Rate

_COPIES_SENTENCE = re.compile(r"一式[^。\n]{0,6}份|(?:正本|副本|协议|合同|责任书)[^。\n]{0,12}份")
_ARTICLE_UNITS = frozenset(
    "盏 扇 间 批 支 套 种 份 片 类 部 处 条 面 块 轮 道 首 副 双 只 把 座 户 枚 张 对 组 台 栋 本 根 尊 幅 期".split()
)
_POINTS = re.compile(
    r"(?:方面|层面|环节|阶段|维度|重点|原则|步骤|结合|转变|确保|坚持|必须|意识|要点|关键|问题|目标|目的|特点|优势|机制|体系|格局|局面|到位|等次|等级|档次|年头|层次|途径|渠道|方式|模式|角度|领域|系列|想法|梦|台阶|新台阶"
    r"|共同体$|整体|集体|家庭|单位|平台|缩影|起点|过程|周期)"
)
_CLASS_OF = re.compile("园|校|幼儿园|城市|苗|保")
_TASKS = re.compile("(?:重点)?(?:工作|任务|举措|措施|制度|内容|要求|行动|机制|职责|原则|规定)")
_OWN_PARTS = re.compile(r"(?:协议|合同|附件|本办法|本方案)[^，。；]{0,6}$")
_ADDRESS = re.compile(r"(?:地址|住所|[路街巷道号])[^，。；]{0,8}$")
_SAYS = re.compile(r"[^，。；]{0,12}(?:说|表示|告诉|坦言|感慨|激动|感叹|就是|笑着)")
_RELATIVE = re.compile(r"[^，。；]{0,4}的(?:母亲|父亲|妈妈|爸爸|家长)")
_EXPERIENCE = re.compile(r"(?:的)?(?:教龄|工龄|党龄|从教|教学经[历验]|工作经[历验]|任教经历)")
_SET_VERB = re.compile(r"(?:同上|同听|同读|亲如|不得|任何)$")
_RANKING = re.compile(r"名次|排名|位次|上升|前移|提升|跃升|并列|第$")
_CONCRETE = re.compile(
    r"[^，。；]{0,10}(?:科室|工作室|基地|班级|班(?!子)|专业|项目|学校|教室|中心|站|点|社团|课题|案例|节目|教研组|小组|图书角|部门|处室|联系人|支部|实训室|账号|岗位)"
)
_FEW = frozenset({"两", "二", "三", "2", "3"})
_OURS = re.compile(r"(?:我们|咱们|这|上述|以上|双方)$")
_NEWLY = re.compile(r"(?:选|派|建|新增|确定|增|(?<!结对)帮扶(?!工作|使|让)|支援|覆盖|达|共(?!同)|培育|创建|打造|遴)[^，。；使让]{0,4}$")
_PAIRS_UP = re.compile(r"[一-龥]{2,12}?(?:结对|结成|结为|签)")
_SUMMED = re.compile(
    r"(?:党?支部|(?:成员|受援|支援|帮扶|受帮扶|结对|牵头|核心|协作|对口)(?:学校|校|园)(?![长区])|单位|教学点|项目(?!化|制)|幼儿园|园所|部门|园区|县|市|区|地区|班级|年级|学科|校区|机构|片区|方面|专业)"
)
_PREDICATE = re.compile(r"(?:是|为|作为|成为|属|系)[^，。；]{0,30}的$|(?:是|为|作为|成为|如同|像|这|那|有着?|堪称)$")
_EXISTING = re.compile(
    r"现有|原有|仅有|只有|(?:如今|现今)有|拥有(?=教|学|专|班|[0-9]{1,4}[个名])|设(?=中小学|小学|教学点|完小)|现设|目前共?有(?=教|学|专|班)|共有(?=教职|教学班|专任|在校)|现为|(?<=[校园学村点班级])(?:共)?有(?=学生|教师|教学班|教职工|幼儿|师生|在校|[0-9]{1,3}[个名]孩子)"
    r"|(?<=，)(?:共)?有(?=学生|教师|教学班|教职工|幼儿|师生|在校)"
)
_WANTING = re.compile(r"(?:缺|缺少|缺编|空编|空缺|缺员|缺口|超编)(?:编|额|约|近|了|达)?$")
_TAKEN_FROM = re.compile(r"选|派|培|建|增|捐|组织|开展|举办|安排|接收|轮流|学习|跟岗|顶岗|(?<!专)任教|支教|结对|帮扶|送")
_TERM_WORDS = re.compile(
    r"(?:期限|周期|有效期|为期|历时|帮扶时间|结对时间|合作时间|协作时间|时限|结对帮扶期|托管期|提前|延期|延长|顺延|试用期|连续|利用|用|经过|近|过去|每隔|间隔|分|满|超过|到期|期满|已|达|干了|坚持了?|满了?)(?:限)?(?:为|共"
    r"|：|不少于|不得少于|至少|不超过)?$"
)
_DEADLINE = re.compile(r"(?:之)?(?:内|前|后|以内|以前|以后|之前|之后|里|间|来|以来|期满|一轮|一次|的|共|合计|左右|规划|计划)")
_STAY = re.compile(
    r"(?:驻[校园点村]?|办公|蹲点|跟岗|支教|工作|学习|集中|停留|开放|值班|上岗|指导|任教|挂职|研修|体验|培训|陪伴|走教|坐班|活动|锻炼|服务|授课|见习|实践)(?:时间)?(?:为|达|累计|共|合计)?$"
)
_STAY_TERM = re.compile(r"(?:交流|支教|跟岗|挂职|服务|任教|工作|学习|在岗|研修|帮带)(?:期限|时限|期|周期)(?:为|均|应)?$")
_CONDITION = re.compile(r"(?:之间|者)?的(?:[，、；]|[^，。；]{0,10}(?:学校|班级|单位|年级|园|乡镇|村|校|教学点|村小))")
_CONDITION_CLAUSE = re.compile(r"(?:之间|者|时)?，(?!并|且|由|不)")
_CONDITION_NOUN = re.compile(
    r"(?:(?:人数|学生数|教师数|班额|规模|总数|生源|班级数|幼儿数)(?:在|为|达到|达|满)?|(?:教师|学生|幼儿|人数|职工|班级)(?:总数|人数)?(?:在|达到|达|满)"
    r"|(?:在校|在园|在籍)(?:学?生|幼儿)(?:数|人数)?(?:在|为|达)?|教学班(?:在|为|达)?|^(?:对)?(?:学生|幼儿|教师)(?:数|人数)?)$"
)
_SENT = re.compile("接收|选派|派出|招收|选送|组织|安排|培训|输送")
_HEAD_NOUN = re.compile(r"(?P<noun>[一-龥]{2,8}?)(?:人数|数量|名额|数)?")
_EACH = re.compile(r"各|均|分别|互派|各自|所有|每人")
_LISTED = re.compile(r"(?:[^，。；：、和与及]{1,10}[、和及])+[^，。；：、和与及]{1,10}$")
_ABOUT_THEM = re.compile(r"(?:围绕|针对|就|结合|观看了?|听完)(?:这|上述|以上)?$")
_LONGEST_HEADING = 30
_BELOW = 3_000
"""How far below a heading its counts are looked for, in characters."""


@dataclass(frozen=True, slots=True)
class _Found:
    """What is known of a count beside its amount."""

    noun: tuple[int, int] | None
    per: Rate | None
    modality: Modality


def find_quotas(passage: Passage, subjects: Subjects, words: Words, blocked: tuple[Stretch, ...] = ()) -> Iterator[Quota]:
    """The quotas of a document, in reading order. ``blocked`` are stretches read as something else (the copies clause)."""
    outlook = Outlook(passage)
    found = [*_in_words(passage, subjects, words, outlook, blocked), *_in_cells(passage, subjects, words, outlook)]
    yield from sorted(found, key=lambda quota: quota.span.start) if passage.tables else found


def _in_words(passage: Passage, subjects: Subjects, words: Words, outlook: Outlook, blocked: tuple[Stretch, ...]) -> Iterator[Quota]:
    """The counts that bring their measure words, in sentences and in the cells of tables."""
    text, nouns = passage.text, CountedNouns(passage, words)
    for sentence in pieces(passage):
        counts = [count for count in find_counts(text, sentence.start, sentence.end) if not _is_blocked(count, blocked)]
        if not counts:
            continue
        report = _is_report(passage, outlook, counts)
        rates = tuple(find_rates(text, sentence.start, sentence.end, report=report))
        floor = sentence.start
        for count in counts:
            place = _setting(passage, subjects, count, sentence, floor)
            if _repeats_below(passage, sentence, count) or not _is_quota(passage, place):
                continue
            noun = _above(text, subjects, count) or _without_party(text, subjects, nouns.find(place))
            per = governing(rates, text, count.start, count.noun)
            cell = place_at(passage, count.number) if passage.tables else None
            if cell is not None:
                noun = _of_row(passage, cell, noun, count.unit, words)
                per = per or rate_of(passage, cell, report=report)
            modality = "condition" if _is_condition(text, place) else outlook.modality(count.number, bounded=count.bounded)
            yield _quota(passage, subjects, place, _Found(noun, per, modality))
            floor = max(floor, count.end)


def _in_cells(passage: Passage, subjects: Subjects, words: Words, outlook: Outlook) -> Iterator[Quota]:
    """The bare figures of tables, whose headings say what they count."""
    for count, cell in find_table_counts(passage) if passage.kind != "other" else ():
        if count.is_time and not count.bounded:
            continue
        place = _setting(passage, subjects, count, Stretch(count.start, count.end), count.start)
        noun = noun_of(passage, cell, count.unit, words)
        per = own_rate(passage, cell, report=_is_report(passage, outlook, [count]))
        yield _quota(passage, subjects, place, _Found(noun, per, outlook.modality(count.number, bounded=count.bounded)))


def _of_row(passage: Passage, cell: Place, noun: tuple[int, int] | None, unit: str, words: Words) -> tuple[int, int] | None:
    """A count's noun in its own cell, else the one that its headings and its row give."""
    own = cell.cell
    if noun is not None and own.start <= noun[0] and noun[1] <= own.end:
        return noun
    line = passage.line_at(own.start)
    near = noun is not None and line.start <= noun[0] and noun[1] <= line.end
    return noun_of(passage, cell, unit, words) or (noun if near else None)


def _is_report(passage: Passage, outlook: Outlook, counts: list[Count]) -> bool:
    """Whether a sentence tells what was done: 全年 is no rate there."""
    return passage.kind in ("summary", "news") and all(outlook.modality(one.number, bounded=one.bounded) == "result" for one in counts)


def _setting(passage: Passage, subjects: Subjects, count: Count, sentence: Stretch, floor: int) -> Setting:
    text = passage.text
    around = passage.clauses.ancestry(count.number)
    if around and sentence.start <= around[-1].start and around[-1].text_start <= count.start:
        # 1. is the clause's number and no word of it
        sentence, floor = Stretch(around[-1].text_start, sentence.end), max(floor, around[-1].text_start)
    clause_start = max(sentence.start, *(text.rfind(mark, sentence.start, count.start) + 1 for mark in "，。；：！？\t"))
    named = subjects.names(clause_start, count.start)
    return Setting(count, sentence, clause_start, floor, max((name.end for name in named), default=0))


def _above(text: str, subjects: Subjects, count: Count) -> tuple[int, int] | None:
    """What the heading above a table's cell counts (送教教师, 选派教师人数)."""
    head = subjects.rows.heading_above(count.number, count.noun)
    noun = _HEAD_NOUN.fullmatch(text, head.start, head.end) if head else None
    return noun.span("noun") if noun else None


def _without_party(text: str, subjects: Subjects, noun: tuple[int, int] | None) -> tuple[int, int] | None:
    """乙方学生 counts 学生: a party before the noun is no part of it, and a piece of a name (某某学校2名) is no noun."""
    if noun is None:
        return None
    start, end = noun
    for name in subjects.names(start, end):
        if name.start == start and name.kind in ("role", "organisation") and end - name.end > 1:
            start = name.end + (text[name.end] == "的")
    cut = any(name.kind == "organisation" and start < name.end and end < name.end for name in subjects.names(start, end + 1))
    return None if cut else (start, end)


def _repeats_below(passage: Passage, sentence: Stretch, count: Count) -> bool:
    """A heading's count that the text below gives again (为25所学校培训25名教师)."""
    line = passage.line_at(count.number)
    text = passage.text
    if passage.kind == "agreement" or line.end - line.start > _LONGEST_HEADING or re.search(r"[。；，：]", passage.words(line)):
        return False
    return text.find(text[count.number : count.noun], sentence.end, min(passage.end, sentence.end + _BELOW)) >= 0


def _is_blocked(count: Count, blocked: tuple[Stretch, ...]) -> bool:
    return any(piece.start < count.noun and count.number < piece.end for piece in blocked)


def _is_quota(passage: Passage, place: Setting) -> bool:
    text, count = passage.text, place.count
    before = text[place.clause_start : count.number]
    after = text[count.noun : min(place.sentence.end, count.noun + 12)]
    if _in_title(passage, count) or _stands_already(text, place) or _WANTING.search(before):
        return False
    if count.unit == "份" and _COPIES_SENTENCE.search(text[place.sentence.start : place.sentence.end]):
        return False
    if count.is_time:
        return _is_stay(place, after, text)
    if count.figure == "一" and count.unit in _ARTICLE_UNITS and not count.bounded and not _counted_article(count, before):
        return False
    if count.unit in ("个", "种", "项", "类", "") and _POINTS.match(after.lstrip("“")):
        return False
    if count.unit == "项" and _TASKS.match(after):
        return False
    return not _is_phrase(place, before, after)


def _stands_already(text: str, place: Setting) -> bool:
    """现有教学班6个、教师11名, 全乡2.3万人: what is there, until a verb takes something from it (从中遴选3个)."""
    if place.count.unit == "人" and text.endswith(("全乡", "全镇", "全村", "全县"), 0, place.count.number):
        return True
    found = list(_EXISTING.finditer(text, place.sentence.start, place.count.number))
    return bool(found) and not _TAKEN_FROM.search(text, found[-1].end(), place.count.number)


def _counted_article(count: Count, before: str) -> bool:
    """一份, 一期, 一对 with a rate before it is a count after all (每两周交一份听课心得)."""
    return count.unit in ("份", "期", "对", "本", "组", "套", "处", "间") and re.search(r"每|各|均", before) is not None


def _in_title(passage: Passage, count: Count) -> bool:
    title = passage.title
    return title is not None and title.start <= count.number < title.end


def _is_phrase(place: Setting, before: str, after: str) -> bool:
    """一 after 是…的, a sum-up of what was just named, and whatever else counts nothing."""
    count = place.count
    return _is_idiom(count, before, after) or (count.figure == "一" and _is_article(count, before, after)) or _sums_up(count, before, after)


def _is_idiom(count: Count, before: str, after: str) -> bool:
    """二类园, 名次上升5位, 十件实事之一, 围绕三节课研讨."""
    return bool(
        (count.figure in ("二", "两") and count.unit == "次" and re.match("培训|开发|传达|研讨|利用|创业", after))
        or re.match("合计|共计|总计", after)
        or (count.unit == "类" and _CLASS_OF.match(after))
        or (count.unit == "位" and _RANKING.search(before))
        or (count.unit in LESSON_UNITS and _ABOUT_THEM.search(before))
        or (count.unit in ("件", "条", "章", "页", "份") and _OWN_PARTS.search(before))
        or (count.unit in ("栋", "层", "户", "幢") and _ADDRESS.search(before))
        or (count.figure == "一" and count.unit in PEOPLE_UNITS and _SAYS.match(after))
        or _RELATIVE.match(after)
        or _SET_VERB.search(before)
        or re.match("[A-Z]", after)
        or "之一" in after
    )


def _is_article(count: Count, before: str, after: str) -> bool:
    """一 that says only that there is something: 是…的一所学校, 一次次, 一人一档, 一个平台."""
    if after[:1] == "一" or (count.unit and after.startswith(count.unit)):
        return True
    if count.unit == "个" and not _CONCRETE.match(after):
        return True
    return _PREDICATE.search(before) is not None


def _sums_up(count: Count, before: str, after: str) -> bool:
    """两所学校, 数控、烹饪两个专业: the figure only says how many were just named."""
    listed = _LISTED.search(before)
    if listed is not None and _listed_before(count, listed.group(), after):
        return True
    if (
        before.endswith("的")
        or count.amount.min != count.amount.max
        or count.figure not in _FEW
        or count.unit not in ("个", "所", "家", "处", "地", "园")
        or not _SUMMED.match(after)
    ):
        return False
    return bool(_OURS.search(before)) or not (_NEWLY.search(before) or _PAIRS_UP.match(after))


def _listed_before(count: Count, before: str, after: str) -> bool:
    """数控、烹饪两个专业: the figure says how many were just listed."""
    names = re.split(r"[、和及]", before)
    if count.unit == "人" and count.figure in _FEW:
        return len(names) > 1 and count.amount.min == str(len(names))
    return (
        count.unit in ("个", "所", "家", "处", "项", "")
        and re.match("[一-龥]", after) is not None
        and count.amount.min == count.amount.max == str(len(names))
    )


def _is_stay(place: Setting, after: str, text: str) -> bool:
    """A minimum time that people stay or work, or a stay that a rate repeats (每月驻园一天); no term, deadline or age."""
    count = place.count
    if (
        count.unit in ("年", "月", "日")
        and not count.bounded
        and text[count.number : count.noun].endswith(("年", "月", "日"))
        and "个" not in text[count.number : count.noun]
    ):
        return False
    bare = text[place.clause_start : count.start]
    if count.amount.min is None and not bare.strip() and re.match("[，的里]", after):
        return False  # 不到两个月，支教队就听课76节: how long it took
    deadline = _DEADLINE.match(after)
    if deadline and not text[count.noun : count.end] and not (count.bounded and deadline.group() == "的"):
        return False
    if _EXPERIENCE.match(text, count.end) or (count.amount.exclusive_min and text[count.end : count.end + 1] in ("未", "不", "仍")):
        return False
    if _TERM_WORDS.search(bare) and not (count.bounded and _STAY_TERM.search(bare)):
        return False
    if count.bounded:
        return True
    return bool(
        _STAY.search(bare)
        and re.search(r"每", text[place.sentence.start : count.start])
        and count.unit in ("天", "周", "小时", "分钟", "月")
    )


def _quota(passage: Passage, subjects: Subjects, place: Setting, found: _Found) -> Quota:
    text, count, noun = passage.text, place.count, found.noun
    actor = None if found.modality == "condition" else subjects.actor(count.number)
    start = min(count.start, noun[0]) if noun and noun[0] >= place.clause_start else count.start
    end = max(count.end, noun[1]) if noun and noun[0] >= count.noun else count.end
    near = text[max(place.clause_start, count.start - 14) : count.number]
    return Quota(
        amount=count.amount,
        unit=count.unit,
        what=passage.written(*noun) if noun else None,
        per=found.per,
        each=_EACH.search(near) is not None,
        actor=actor,
        target=None if actor == BOTH else subjects.target(count.number, actor),
        modality=found.modality,
        clause=None if passage.kind == "news" else clause_of(passage, count.number),
        span=passage.span(start, end),
        confidence=0.9,
        via="quotas",
    )


def _is_condition(text: str, place: Setting) -> bool:
    """The if-part: 在校学生300人以下的学校, 教师在20-50人，至少…."""
    count = place.count
    before = text[place.clause_start : count.start]
    if count.amount.exclusive_min or count.unit not in ("人", "名", "个", "班"):
        return False
    banded = count.bounded or count.amount.min != count.amount.max
    if banded and re.match("的，", text[count.end : count.end + 2]):
        return True
    if not _CONDITION_NOUN.search(before) or not banded:
        return False
    if before == "人数" and _SENT.search(text, place.sentence.start, place.clause_start):
        return False  # 接收学生实习，人数不超过25名
    return bool(
        _CONDITION.match(text, count.end)
        or (_CONDITION_CLAUSE.match(text, count.end) and re.search(r"在$|数[在为达]?$|规模[在为]?$|^(?:在校|在园)", before))
    )
