"""Whether an agreement says how long it runs.

Reads::

    帮扶期限为三年、有效期至2026年底           found
    本协议长期有效、三年为一个周期             found, though no term can be computed from it
    2024—2025学年结对帮扶协议                  found: the title tells the school year
    帮扶期限：    年、自20xx年 月起            blank

Leaves alone::

    协议期满后可以续签、有效期内、三年内培养   nothing that tells when it ends
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.case import Case
from extractors.text.calendar import find_moments
from extractors.text.open_dates import find_open_dates, is_open
from extractors.text.passage import Stretch
from extractors.text.punctuation import MASK
from extractors.text.titles import find_titles
from schemas.agreement import Term
from schemas.required import FieldState
from schemas.values import Date

_PACT = "结对|帮扶|对口|支援|合作|协作|共建|协议|合同|托管|互助|联盟|责任|关系|手拉手|牵手|师徒|对子"
_COUNT = "(?<![0-9〇零○每近一二三四五六七八九])(?:[0-9]{1,2}|[一二两三四五六七八九十壹贰叁肆伍]{1,2}|半)"
_UNIT = "(?:个?(?:学年|学期|周年|年度?)|个月)"
_LENGTH = rf"{_COUNT}{_UNIT}(?!内(?!有效)|以[内上下来]|之内|前|后|来|多|级|制|一贯|规划|计划|发展|行动)"
_SAID = re.compile(
    rf"(?:长期|永久|持续)(?:有效|(?:{_PACT}){{1,2}}(?:关系)?(?:[，。；]|$))|(?:期限|有效期|时间)[：为是]{{0,2}}(?:长期|永久|不限|不定期)|无固定期限|不(?:设|定)(?:固定)?期限"
    rf"|{_COUNT}{_UNIT}(?:为)?(?:一个?|一)?(?:{_PACT})?(?:轮|周期|届|期)(?!训|末|中|满|望|盼|间|限)|(?:每(?:轮|届|个?周期)|一(?:轮|届|个?周期|期))(?:为|是|共)?{_LENGTH}|一年一[签订定聘]|逐年[签续]"
    rf"|(?:{_PACT}|对子)[^，。；\n]{{0,6}}，?(?:为期|时间|期限|周期|有效时间|期)?(?:为|暂定为?|定为|共)?{_LENGTH}"
    rf"|(?:开展|建立|实施|进行|签订|缔结|结成|启动)[^，。；\n]{{0,6}}{_COUNT}年(?:期)?(?:的)?(?:{_PACT}){{1,3}}"
    rf"|(?:有效|{_PACT})期?(?:限|间)?(?:同|与|按|依照|以|随)[^，。；\n]{{2,24}}(?:一致|相同|为准|执行|确定|规定|而定)"
    rf"|(?:期限|有效期|时间)(?:同|与|按|依照|以|随|由)(?![^，。；\n]{{0,20}}(?:另行|另|协商|商[定议]|面议|约定|再定|议定))[^，。；\n]{{2,24}}"
    rf"|直至[^，。；\n]{{2,30}}(?:为止|止|结束|完成|毕业|脱贫|验收)|至[^，。；\n0-9]{{2,24}}(?:之日|时|为)止"
    rf"|(?:截止|到期|终止|届满|期满)(?:日期|日|时间)[：为是]{{1,2}}[^，。；\n]{{0,4}}[0-9]|[0-9]{{4}}年[^，。；\n]{{1,10}}(?:到期|届满|自动终止|自行终止|自动失效|期满)",
    re.MULTILINE,
)
_STAY = re.compile(
    "支教教师|支教(?:时间|期)|跟岗|跟班|挂职|研修|进修|锻炼|培训|选派|派出|轮岗|派驻|实习|每批|每次|不少于|不低于|至少|续签|顺延|延长|续约|质保|保修|保密|补充协议|规划|资助|捐"
)
_OF_WHOLE = re.compile(rf"(?:{_PACT})")
_IN_TITLE = re.compile(
    rf"(?:19|20)[0-9]{{2}}年?(?:(?:-|至|到|/){{1,2}}(?:20)?[0-9]{{2}}(?:学?年)?|学年|年度)|(?<!第){_COUNT}(?:学年|年)(?![级度制]|一贯)"
)
_TAUGHT = re.compile(rf"支教(?:工作|服务)?(?:期限|时间|周期|期)(?:[：为是共]{{0,2}}{_COUNT}{_UNIT}|[^，。；\n]{{0,8}}[0-9]{{4}}年)")
_BOTH_ENDS = re.compile("年.{0,20}(?:至|到|-).{0,20}年")
_OF_PLAN = re.compile("规划|计划|纲要|行动|时期|以来")
_LABEL = re.compile(
    rf"(?:{_PACT}|(?P<teaching>支教)|^|[、.）条 ])(?:工作|活动|起[止讫]|关系|的|书|学校|服务|有效){{0,4}}"
    rf"(?:期限|有效期限?|周期|年限|时限|起[止讫](?:时间|日期|年月)|(?:(?<=结对)|(?<=帮扶)|(?<=合作)|(?<=共建)|(?<=托管)|(?<=支援))时间)(?:[ ]?：[ ]?(?P<value>[^。\n]{{0,40}}。?)|[ ]*$)",
    re.MULTILINE,
)
_IN_TIME = re.compile(
    r"[0-9一二两三四五六七八九十壹贰叁肆伍半]{1,4}[ ]?个?(?:年|月|学期|学年|周|天)|长期|永久|不限|[自从].{1,20}[起至]|[至到].{1,20}[止为]|同|按|依|以.{1,20}为准|一致|学年|学期|毕业"
)
_BESIDE_THE_POINT = re.compile(
    rf"[^。；]{{0,40}}(?:期满|届满|到期|期内|期间|终止后|生效后|续签|每批|每次|每期|每年|每学[年期]|每月|以来|不少于|至少|前完成|以前|阶段|{_STAY.pattern})[^。；]{{0,60}}"
)
"""Under a heading on the period there may stand no more than what happens when it is over."""
_OPEN = re.compile(rf"[{MASK} 年月日至到自从起止-]{{0,40}}(?:个?(?:学年度?|学期|年|月))?[止。；，]{{0,2}}[ ]*")


def find_state(case: Case) -> Iterator[FieldState]:
    """One state, of the whole agreement."""
    term = case.document.term
    if term is not None:
        yield FieldState(field="term", state="blank" if _is_blank(term) else "found", span=term.span)
        return
    said = _said(case)
    if said is not None:
        yield FieldState(field="term", state="found", span=case.span(said))
        return
    yield from _labelled(case)


def _is_blank(term: Term) -> bool:
    if term.duration is not None:
        return False
    known = [date for date in (term.start, term.end) if date is not None and not _is_open(date)]
    return not known and term.starts_on in ("date", "unknown")


def _is_open(date: Date) -> bool:
    return is_open(date.edtf, date.span.text if date.span else "")


def _said(case: Case) -> Stretch | None:
    """Words that bound the agreement in time and that no term is computed from."""
    passage = case.passage
    for match in passage.search(_SAID):
        sentence = passage.sentence_at(match.start())
        if not _STAY.search(passage.text, max(sentence.start, match.start() - 24), min(sentence.end, match.end() + 12)):
            return Stretch(match.start(), match.end())
    return _of_title(case) or _of_preamble(case) or _of_teaching(case)


def _of_title(case: Case) -> Stretch | None:
    """三年结对帮扶协议, 2024年度责任书, 协议（2024—2026年）."""
    title = case.passage.title
    found = _IN_TITLE.search(case.passage.text, title.start, title.end) if title else None
    return Stretch(found.start(), found.end()) if found else None


def _of_teaching(case: Case) -> Stretch | None:
    """支教期限为一学年, in an agreement that is about nothing else."""
    title = case.passage.title
    if title is None or "支教" not in case.passage.words(title):
        return None
    found = next(case.passage.search(_TAUGHT), None)
    return Stretch(found.start(), found.end()) if found else None


def _of_preamble(case: Case) -> Stretch | None:
    """A school year or a range of years in the words before the first clause, unless it is that of a plan."""
    passage = case.passage
    stop = min((node.start for node in passage.clauses), default=passage.start)
    titles = find_titles(passage.text, passage.start, stop)
    for moment in find_moments(passage.text, passage.start, stop):
        words = passage.text[moment.start : moment.end]
        line = passage.line_at(moment.start)
        if titles.cover(moment.start) or _OF_PLAN.search(passage.text[max(line.start, moment.start - 12) : moment.start]):
            continue
        if (moment.last is not None or "学年" in words) and _OF_WHOLE.search(passage.text, moment.end, line.end):
            return Stretch(moment.start, moment.end)
    return None


def _labelled(case: Case) -> Iterator[FieldState]:
    """A label of the period with a value that cannot be read, or with none."""
    passage = case.passage
    of_teaching = passage.title is not None and "支教" in passage.words(passage.title)
    blank: FieldState | None = None
    for match in passage.search(_LABEL):
        if match["teaching"] and not of_teaching:
            continue
        if match["value"] is None and _heads_a_label(case, match.end()):
            continue
        span = passage.span(match.start(), match.end())
        value = match["value"] if match["value"] is not None else _below(case, match.end())
        if value is not None and not _OPEN.fullmatch(value):
            if not _IN_TIME.search(_BESIDE_THE_POINT.sub("", value)):
                continue
            yield FieldState(field="term", state="found", span=span)
            return
        blank = blank or FieldState(field="term", state="blank", span=span)
    yield blank or _open_range(case) or FieldState(field="term", state="not-stated")


def _open_range(case: Case) -> FieldState | None:
    """自    年  月  日至    年  月  日, wherever it stands: both ends of something are left open."""
    for place in find_open_dates(case.passage, is_template=case.document.is_template):
        if _BOTH_ENDS.search(case.passage.words(place)):
            return FieldState(field="term", state="blank", span=case.span(place))
    return None


def _heads_a_label(case: Case, end: int) -> bool:
    """帮扶期限 / 合作期限：由双方商定: what the heading says is told by the label below it."""
    line = next((line for line in case.passage.lines if line.start >= end), None)
    label = _LABEL.match(case.passage.text, line.start, line.end) if line else None
    return label is not None and label["value"] is not None


def _below(case: Case, end: int) -> str | None:
    """The line under a heading, None where that is the next clause or a label of its own."""
    passage = case.passage
    line = next((line for line in passage.lines if line.start >= end), None)
    if line is None or _LABEL.match(passage.text, line.start, line.end):
        return None
    nodes = passage.clauses.ancestry(line.start)
    opens = any(node.start == line.start for node in nodes) and len(nodes) <= len(passage.clauses.ancestry(end - 1))
    return None if opens else passage.words(line)
