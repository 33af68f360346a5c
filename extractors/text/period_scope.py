"""Whether a statement of a period is the document's own: that of the agreement, the plan, the assistance as a whole.

Reads::

    合作期限为三年                                 a label says so
    【时间】2025年2月17日至7月4日                  a plain label, the only one at the head of the paper
    项目自2024年9月启动，至2026年7月结束           the subject is the pact, the project, the work
    双方建立为期三年的结对关系                     what is made for that long is the pairing
    2024年2月至2026年12月，在全市实施…行动         a plan's programme, at the head of a paragraph

Leaves alone::

    1.启动阶段（2024年9月-10月）                   a stage
    甲方自2024年9月1日起至2025年7月止选派3名教师   a party's doing
    时间：2024年5月8日至10日                       an event of some days
    活动一 时间：3月至4月 / 活动二 时间：5月至6月  each is one activity's
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

from extractors.text.calendar import find_moments
from extractors.text.edtf import bounds
from extractors.text.passage import Passage, Stretch
from extractors.text.periods import Statement

_STAYS = re.compile(
    "支教|任教|跟岗|挂职|研修|培训|选派|派出|轮岗|每年|每学[期年]|每月|阶段|讲座|夏令营|学习班|实习|建设期|工期|施工|公示|报名|征集|受理|试用|质保|保修"
)
_PAIRING = re.compile(r"(?:的|、|“|”|[一-龥]){0,12}?(?:帮扶|结对|合作|协作|支援|共建|对口|托管|互助|协议|牵手|行动|援助)")
_PAIRED = re.compile("结[成为]|结对|对口帮扶|托管|帮扶关系")
_OVER = re.compile("圆满|结束|收官|落幕|告一段落|到期|期满|回顾|以来|完成了")
_MADE = re.compile(r"(?:签[订署约]|建立|达成|缔结|启动|开启|开展|续签|结成)(?:了|起)?[^，。；\n]{0,12}$")
_BEGUN = "(?:起|启动|开始|实施|确立|建立|成立|生效)(?:生效|施行|执行|实施|启动)?"
_FROM_TO = re.compile(rf"{_BEGUN}[，、 ]?(?:至|到|-)")
_STARTED = re.compile(rf"{_BEGUN}[，、 ]")
_STARTS_AT = re.compile("[始起]于$")
_ENDS_AT = re.compile("[止讫]于|结束于")
_VALID = re.compile("[ ]?(?:期间|期内|内|止)?有效")
_ENDS = re.compile(r"[ ]?(?:止|为止|结束|终止|届满|失效|到期)")
_DOER = re.compile(
    r"(?:[甲乙丙丁戊A-C]方|[^，。；]{0,16}(?:教师|老师|学生|学员|家长|校长|专家|干部|人员|团队|小组|支队|部门|局|平台|资源|设备|场地|教室|系统|物资|经费|资金|款|款项|课程|图书|车辆|宿舍))"
    r"(?:应|须|将|拟|可|均|分别|同意|计划|承诺|负责)?$"
)
_STAGE = "阶段"
_NUMBERING = "0123456789一二三四五六七八九十第条、.．（） 自从在于"
_STAGES = re.compile(rf"{_STAGE}|第[一二三四五六]期|[一二三四五六]期工程")
_CARRIED_OUT = re.compile(
    r"[ ]?(?:期间)?，?(?:[^，。；\n]{0,14}，)?(?![^，。；\n]{0,12}(?:第[一二三四五六七八九十1-9]|阶段))[^，。；\n]{0,16}(?:实施|开展|推进|推行|启动|组织)"
    r"[^，。；\n]{0,24}?(?:行动|工程|计划|结对|帮扶|共建|协作|支援|托管)(?:工作|活动|项目|共建|帮扶|合作|行动|计划|关系|帮带|协作|互助|教研|”){0,2}(?=[，。；（\n]|$)"
    r"|，[^，。；\n]{0,16}(?:结对|帮扶)[^，。；\n]{0,4}全覆盖"
)
_BOND = re.compile(
    r"(?:(?:双方|两校|两园|三方|各方)(?:自愿|同意|约定|商定|决定|确定|连续){0,2}(?:结对|帮扶|合作|共建|协作)|(?:关系|对子)，?(?:时间|期限|为期)?)(?:暂定|定|共|为){0,2}$"
)
_SAID_WHOLE = re.compile(r"[ ]?(?:[，。；）]|$)")
_REACH = 40
_EXPIRES = re.compile(r"[ ]?(?:自动|自行|即行|正式)?(?:到期|届满|期满|终止|失效)(?!后|前|时|日|的)")
_PACT_DOES = re.compile(r"(?:协议|合同|协定|责任书|帮扶|结对|托管|合作)(?:书|关系|期限?|工作)?(?:将|应|即|并)?[于至到在]?$")
_PACT_EXPIRES = re.compile(
    r"[ ]?，?(?:本|该)?(?:协议|合同|协定|责任书|(?:帮扶|结对|托管|合作)(?:关系|期限?))书?(?:即|将)?(?:自动|自行|即行|正式)?(?:到期|届满|期满|终止|失效)"
)
_CYCLE = re.compile(
    r"[ ]?为(?:一个|本轮|新一轮|第[一二三四五六]轮)?(?:结对|帮扶|结对帮扶|合作|协作|托管|支援|共建|助学|带教|帮带|协议|合同)(?:有效)?(?:周期|期限|年度|期)"
)
"""2025年9月至2027年7月为一个帮扶周期."""
_OF_PACT = re.compile(r"(?:(?:协议|合同|结对|帮扶|托管)书?(?:关系|期限?)?|(?:根据|按照|依据)[^，。；]{0,6}协议，)(?:自|从)?$")
_WHOLE_SCHEDULE = re.compile(r"(?:时间|进度|工作|实施)(?:进度)?(?:安排|步骤)（$")
_RESOLVED = re.compile(r"(?:决定|定于|商定|议定|拟定?|计划|同意)[，]?(?:于|自|从|在|将于|将在)?$")
_SCHEDULE = re.compile("步骤|进度|安排|阶段|任务|措施|日程|流程|回顾|基础|背景|现状|成效")
_USED = re.compile("(?:利用|用|通过)$")
_END_OF_LABELLED = re.compile(r"[ ]?(?:止|为止|截止|结束|完成|终止|届满|失效|到期|底|前后|期间|左右)?[ ]?(?:[，。；）〕|\t\n]|[ ]{2}|$)")
_OPENS = re.compile(
    rf"[{re.escape(_NUMBERING)}\t（〔#>*·●■◆▲★☆①-⑳Ⅰ-Ⅻ壹贰叁肆伍陆柒捌玖拾-]{{0,16}}(?:(?:首先|其次|再次|此外|另外|同时|最后|再者|第[一二三四五六七八九十]|[一二三四五六七八九]是)，)?"
    r"(?:(?:经|双方|各方|三方|两校|甲乙|协商|商定|约定|议定|确定|一致|同意|现|共同){1,5}[，：]?)?[自从由]?[（]?"
)
_FILLED = re.compile(r"[ ]?(?:日)?(?:止|为止|终止?|结束|期间|届满)?[）〕]?(?:[。；][ ]*(?:\n|$)|[。]|[ ]*(?:\n|$))")
_NOT_A_TERM = re.compile("资金|经费|资助|奖|考核|会议|培训|活动|捐|建设|附件|名单|签订|签署|日期")
_PAIRED_FOR = re.compile(
    r"(?:(?:建立|结[成为]|缔结|形成|确立|达成|开展|进行)[^，。；：]{0,14}(?:关系|对子|结对|帮扶|合作|共建|协作|互助|支援|托管)|(?:关系|对子))[，（]"
    r"(?:以|为期|为|共|一个|本轮|每轮|一轮|周期|期限|时间|自|从|由|（|即|，|暂定){0,5}$"
)
_SENDING = re.compile("支教|轮岗|交流|挂职|跟岗|实习|送教|走教")
_WORK = re.compile(
    rf"[{re.escape(_NUMBERING)}（）]{{0,12}}(?:本(?:次|轮|批)|该)?(?:支教|轮岗|交流轮岗|轮岗交流|交流|挂职|跟岗|实习|送教|走教)(?:工作|活动|服务|任务)?(?:自|从|于)?"
)
_NEAR = 12
_LEAST_DAYS = 28
_QUARTER_DAYS = 80
"""Three months: what is resolved on for less is an event."""
_TERM_DAYS = 100
"""A school term: what a plan carries out for less is a step of it."""


def own_rank(passage: Passage, statement: Statement) -> int | None:
    """How surely a statement is the document's own, None where it is not; a plain label's needs :func:`only_plain` besides."""
    if _is_staged(passage, statement):
        return None
    if statement.of("label"):
        return None if _lists_stages(passage, statement) else max(piece.rank for piece in statement.of("label"))
    if statement.of("broad-label"):
        return max(piece.rank for piece in statement.of("broad-label")) if _is_plain(passage, statement) else None
    told = (_is_named_a_period, _stands_alone, _lasts, _ends_the_pact, _fills_its_clause, _follows_the_pairing, _heads, _is_the_work)
    return 0 if any(tells(passage, statement) for tells in told) else None


def only_plain(passage: Passage, statements: Sequence[Statement]) -> Statement | None:
    """The one statement under a plain label (时间：…) that stands above all others of its kind, None where several stand level."""
    plain = [one for one in statements if one.of("broad-label") and not one.of("label") and one.of("moment", "length")]
    depths = [len(passage.clauses.ancestry(one.of("broad-label")[0].start)) for one in plain]
    highest = [one for one, depth in zip(plain, depths, strict=True) if depth == min(depths)]
    return highest[0] if len(highest) == 1 else None


def _is_staged(passage: Passage, statement: Statement) -> bool:
    """Whether the statement is that of a stage of the work (第一阶段（2024年9月-10月）)."""
    line = passage.line_at(statement.pieces[0].start)
    heading = "".join(node.heading or "" for node in passage.clauses.ancestry(statement.pieces[-1].start))
    return _STAGE in passage.text[line.start : statement.pieces[0].start] or _STAGE in heading


def _lists_stages(passage: Passage, statement: Statement) -> bool:
    """Whether what stands below a heading on the period is the first entry of a list of what is done when."""
    label, last = statement.of("label")[0], statement.pieces[-1]
    below = "\n" in passage.text[label.end : last.start]
    return below and passage.line_at(last.start).end > last.end and _heads_a_schedule(passage, last.end, _NUMBERING)


def _is_plain(passage: Passage, statement: Statement) -> bool:
    """Whether a plain label and its value are the paper's own: a long range or a length that fills its line, not under 教师支教."""
    if passage.kind in ("news", "summary"):
        return False
    label, last = statement.of("broad-label")[0], statement.pieces[-1]
    above = "".join(node.heading or "" for node in passage.clauses.ancestry(label.start) if node.head_end <= label.start)
    if _STAYS.search(above) or _STAYS.search(passage.text[max(passage.line_at(label.start).start, label.start - 12) : label.start]):
        return False
    if not _END_OF_LABELLED.match(passage.text, last.end) or _heads_a_schedule(passage, last.end):
        return False
    if any(moment.last for moment in find_moments(passage.text, last.end, passage.line_at(last.start).end)):
        return False  # 1-2月，调研；3-10月，实施: a schedule in one line
    return bool(statement.of("length", "event")) or _is_long(statement)


def _heads_a_schedule(passage: Passage, end: int, before: str = "") -> bool:
    """Whether the next line begins with a date too, behind no more than the characters ``before``: a list of what is done when."""
    at = bisect_right(passage.lines, max(passage.start, end - 1), key=lambda line: line.start)
    return at < len(passage.lines) and _begins_with_a_date(passage, passage.lines[at], before)


def _ends_a_schedule(passage: Passage, start: int, before: str) -> bool:
    """Whether the line before begins with a date too."""
    at = bisect_right(passage.lines, start, key=lambda line: line.start) - 2
    return at >= 0 and _begins_with_a_date(passage, passage.lines[at], before)


def _begins_with_a_date(passage: Passage, line: Stretch, before: str) -> bool:
    moment = next(find_moments(passage.text, line.start, line.end), None)
    return moment is not None and not passage.text[line.start : moment.start].strip(before) and moment.end < line.end


def _is_long(statement: Statement, least: int = _LEAST_DAYS) -> bool:
    """Whether a statement's range is longer than an event: ``least`` days, four weeks if not given; True where its years are open."""
    moments = [piece.moment for piece in statement.of("moment") if piece.moment]
    ends = [(moment.first, moment.last) for moment in moments if moment.last]
    if not ends and len(moments) > 1:
        ends = [(moments[0].first, moments[-1].first)]
    return any(_days(f"{first}/{last}", least) >= least for first, last in ends)


def _days(interval: str, unknown: int) -> int:
    """The days of an interval, ``unknown`` at least where it runs backwards or its years are open; 0 where both ends are of one month."""
    first, last = bounds(interval)
    if first is None or last is None:
        one, _, other = interval.partition("/")
        return 0 if one[:7] == other[:7] and one[5:7].isdigit() else unknown
    days = (date.fromisoformat(last) - date.fromisoformat(first)).days
    # whoever writes 2025年7月1日至2025年6月30日 means no event of a day
    return days if days >= 0 else max(unknown, -days)


def _stands_alone(passage: Passage, statement: Statement) -> bool:
    """Whether a statement without a label is the document's own period: 从…起至…止, 用三年时间, 为期三年的结对帮扶."""
    if passage.kind == "summary":
        return False
    first, last = statement.pieces[0], statement.pieces[-1]
    sentence = passage.sentence_at(first.start)
    before, after = passage.text[sentence.start : first.start], passage.text[last.end : min(sentence.end, last.end + 24)]
    if _STAYS.search(before[-24:]) or _STAYS.search(after[:12]):
        return False
    lengths, dated = statement.of("length"), statement.of("moment", "event")
    # 为期三年（2024年9月至2027年8月）的结对帮扶: the dates stand between the length and what lasts
    made_for = _made_for(before, after.removeprefix("）")) if lengths else None
    if made_for and (made_for == "为期" or not dated):
        return not (made_for == "为期" and passage.kind == "news" and _OVER.search(passage.words(sentence)))
    if passage.kind == "news":
        return False
    if lengths and not dated:
        return passage.kind in ("plan", "notice") and bool(_USED.search(before)) and after.startswith(("时间", "的时间"))
    if passage.kind == "agreement" and any(p.moment and p.moment.last for p in statement.of("moment")) and _PAIRED.search(after):
        return True
    if passage.kind in ("plan", "notice") and _carries_out(passage, statement):
        return True
    return not _is_doing(before) and (bool(lengths) or _runs(passage, statement))


def _is_named_a_period(passage: Passage, statement: Statement) -> bool:
    """Whether the words around a long range make it the pact's: 根据协议，自…起至…, …为一个帮扶周期, 时间安排（…）."""
    first, last = statement.pieces[0], statement.pieces[-1]
    before = passage.text[passage.sentence_at(first.start).start : first.start]
    if not _is_long(statement, _TERM_DAYS):
        return False
    if _CYCLE.match(passage.text, last.end) or _OF_PACT.search(before):
        return True
    return passage.kind != "news" and _WHOLE_SCHEDULE.search(before) is not None and passage.text[first.end : first.end + 1] == "）"


def _carries_out(passage: Passage, statement: Statement) -> bool:
    """Whether a range that begins a paragraph, or is resolved on, is that of the plan's programme, and no entry of a schedule."""
    first, last = statement.pieces[0], statement.pieces[-1]
    deed = _CARRIED_OUT.match(passage.text, last.end)
    resolved = _RESOLVED.search(passage.text[max(passage.start, first.start - _NEAR) : first.start]) is not None
    if any(piece.moment and piece.moment.edtf.startswith("XXXX") for piece in statement.of("moment")):
        return False
    if len(statement.pieces) > 1 or not _is_long(statement, _QUARTER_DAYS if resolved else _TERM_DAYS) or not deed:
        return False
    line = passage.line_at(first.start)
    nodes = passage.clauses.ancestry(first.start)
    above = "".join(node.heading or "" for node in nodes)
    begin = max([line.start, *(node.head_end for node in nodes if node.head_end <= first.start)])
    before = passage.text[begin : first.start]
    opens = not before.strip(_NUMBERING) and "，" in deed.group()[:3]
    if _SCHEDULE.search(above) or not (opens or resolved):
        return False
    if _heads_a_schedule(passage, last.end, _NUMBERING) or _ends_a_schedule(passage, first.start, _NUMBERING):
        return False
    return not any(moment.last for moment in find_moments(passage.text, last.end, line.end))


def _lasts(passage: Passage, statement: Statement) -> bool:
    """双方结成帮扶对子，为期两年; 甲乙双方结对三年; 帮扶关系暂定三年: what lasts so long is the bond."""
    first, last = statement.pieces[0], statement.pieces[-1]
    if passage.kind != "agreement" or first.kind != "length":
        return False
    before = passage.text[max(passage.sentence_at(first.start).start, first.start - _REACH) : first.start]
    return _BOND.search(before) is not None and _SAID_WHOLE.match(passage.text, last.end) is not None and not _STAYS.search(before)


def _ends_the_pact(passage: Passage, statement: Statement) -> bool:
    """本协议于2027年8月31日到期, 2027年8月31日协议自动终止: a bare day on which the pact ends."""
    first, last = statement.pieces[0], statement.pieces[-1]
    if passage.kind != "agreement" or first is not last or first.moment is None or first.moment.last is not None:
        return False
    sentence = passage.sentence_at(first.start)
    subject = re.split("[，；：]", passage.text[sentence.start : first.start])[-1]
    if _EXPIRES.match(passage.text, last.end):
        return _PACT_DOES.search(subject) is not None
    return not subject.strip(_NUMBERING) and _PACT_EXPIRES.match(passage.text, last.end) is not None


def _fills_its_clause(passage: Passage, statement: Statement) -> bool:
    """第五条 2025年4月1日至2027年3月31日。 三年（2024年9月至2027年7月）: nothing else stands in the clause of an agreement."""
    first, last = statement.pieces[0], statement.pieces[-1]
    if passage.kind != "agreement" or not _is_long(statement):
        return False
    line = passage.line_at(first.start)
    nodes = passage.clauses.ancestry(first.start)
    begin = max([line.start, *(node.head_end for node in nodes if node.head_end <= first.start)])
    above = "".join(node.heading or "" for node in nodes)
    if not _OPENS.fullmatch(passage.text, begin, first.start) or not _FILLED.match(passage.text, last.end):
        return False
    if _SCHEDULE.search(above) or _STAYS.search(above) or _NOT_A_TERM.search(above):
        return False
    return not (_heads_a_schedule(passage, last.end, _NUMBERING) or _ends_a_schedule(passage, first.start, _NUMBERING))


def _follows_the_pairing(passage: Passage, statement: Statement) -> bool:
    """双方建立结对关系，2023年9月1日至2026年8月31日。 结成对子，一个周期（三年），…: for so long the pact is made."""
    first, last = statement.pieces[0], statement.pieces[-1]
    if passage.kind != "agreement" or not (statement.of("length") or _is_long(statement)):
        return False
    before = passage.text[max(passage.sentence_at(first.start).start, first.start - _REACH) : first.start]
    return _PAIRED_FOR.search(before) is not None and _SAID_WHOLE.match(passage.text, last.end) is not None and not _STAYS.search(before)


def _made_for(before: str, after: str) -> str | None:
    """Whether the pairing is what lasts so long: 为期三年的帮扶, 签署三年帮扶协议; the words that say so."""
    if not _PAIRING.match(after):
        return None
    if before.endswith("为期"):
        return "为期"
    made = _MADE.search(before)
    return made.group() if made and ("协议" in after or "关系" in after) else None


def _is_doing(before: str) -> bool:
    """Whether somebody or something with a time of its own is the subject: 甲方自…起至…止."""
    part = re.split("[，；：、。）]", before.removesuffix("自").removesuffix("从").removesuffix("于"))[-1]
    return _DOER.fullmatch(part) is not None


def _runs(passage: Passage, statement: Statement) -> bool:
    """从…起至…止, 自…启动，至…结束: a long range with words for its first or last day."""
    first, last = statement.pieces[0], statement.pieces[-1]
    words = passage.text[first.start : last.end]
    ends = _ENDS.match(passage.text, last.end) is not None
    marked = _FROM_TO.search(words) or (ends and (_STARTED.search(words) or passage.text[first.start - 1 : first.start] in "自从"))
    between = _STARTS_AT.search(passage.text[max(0, first.start - _NEAR) : first.start].rstrip(" ")) and _ENDS_AT.search(words)
    return bool(marked or between or _VALID.match(passage.text, last.end)) and (bool(statement.of("event")) or _is_long(statement))


def _heads(passage: Passage, statement: Statement) -> bool:
    """支教时间 as a clause of its own in a document about sending teachers."""
    nodes = passage.clauses.ancestry(statement.pieces[-1].start)
    heading = nodes[0].heading if nodes else None
    return bool(statement.of("weak-label") and heading and re.fullmatch(r"[^，。]{2,6}(?:时间|期限|周期)", heading) and len(nodes) == 1)


def _is_the_work(passage: Passage, statement: Statement) -> bool:
    """支教工作从…开始，到…结束, in an agreement whose title speaks of sending teachers: the work that it is about."""
    first = statement.pieces[0]
    if passage.kind != "agreement" or passage.title is None or not _SENDING.search(passage.words(passage.title)):
        return False
    line = passage.line_at(first.start)
    begin = max([line.start, *(node.head_end for node in passage.clauses.ancestry(first.start) if node.head_end <= first.start)])
    return _WORK.fullmatch(passage.text, begin, first.start) is not None and _is_long(statement)
