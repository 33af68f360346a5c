"""The part that an organisation plays by a label, a heading or an appointment: core school, receiving kindergarten.

Reads::

    受援学校：乙校、丙校                      they receive
    由甲校、丁校等6所学校担任核心校           they give
    甲校（牵头校）, 成员校乙校                 by the note or the word beside the name

Leaves alone::

    甲校与乙校结为帮扶学校                    the two sides together
"""

from __future__ import annotations

import re
from typing import Literal

from extractors.names.clusters import Cluster
from extractors.text.passage import Passage, Stretch

_UNIT = r"(?:学校|幼儿园|单位|园所|中学|小学|地区|县|区|市|方|端|校(?!长|园|区|际)|园(?!长|区))"
GIVING_ROLE = (
    r"(?:(?:核心|龙头|牵头|送教|送培|送研|承担|授课|领航|领衔|引领|带头|主体|优质|示范|总|(?<!受)(?<!被)(?:支援|帮扶|帮带|援助|托管|捐赠)"
    rf"|派出|城区|城市|输出|指导|盟主|主讲|组长|片长|导师|师傅|强){_UNIT}|(?:跟岗|研修|实践|培训)(?:基地|学校|单位)|技术支持(?=：))"
)
TAKING_ROLE = (
    r"(?:(?:成员|受援|受帮扶|被帮扶|被帮带|受支援|被支援|薄弱|被托管|受助|受赠|接收|派入|姊妹|姐妹|分|农村|乡村|乡镇|弱|受教|被扶|组员|徒弟)"
    rf"{_UNIT}|(?:结对|帮扶|结对帮扶|送教|送培|培训|支教|送研|受援|受助|服务)对象)"
)
_ROLE = rf"(?:(?P<takes>{TAKING_ROLE})|(?P<gives>{GIVING_ROLE}))"
_LABEL = re.compile(rf"{_ROLE}(?:（[^）\n]{{0,12}}）)?(?:名单|如下|为|有|包括)?：[ \t]*$")
_LINE_LABEL = re.compile(rf"{_ROLE}[ ]{{1,8}}")
_NUMBER = re.compile(r"(?:（?[0-9一二三四五六七八九十]{1,3}[、.）]|[·•-])?[ ]{0,4}")
_HEADING = re.compile(rf"{_NUMBER.pattern}{_ROLE}(?:名单|如下)?：?")
_APPOINTED = r"^(?:(?:(?![结互把])[^，。；：]){0,8}?(?:担任|作为|列为|定为|设为|纳入|充当)[^，。；]{0,6}?|（|等?[0-9一二三四五六七八九十两]{1,3}所|等)"
_IS = r"^(?:(?![结互把])[^，。；：]){0,8}?(?:为|是)[^，。；]{0,6}?"
_CLAUSE_ENDS = r"(?=[，。；：、\n]|$)"
_GIVES_AS = re.compile(rf"{_IS}{GIVING_ROLE}{_CLAUSE_ENDS}|{_APPOINTED}(?:{GIVING_ROLE}|(?<=（)(?:支援|帮扶|牵头|核心|托管|援助)(?=）))")
_TAKES_AS = re.compile(
    rf"{_IS}{TAKING_ROLE}{_CLAUSE_ENDS}|{_APPOINTED}(?:{TAKING_ROLE}|(?<=（)(?:受援|受帮扶|被帮扶|成员|受助|被托管)(?=）))"
)
_CALLED_GIVING, _CALLED_TAKING = re.compile(rf"{GIVING_ROLE}(?:为|是)?$"), re.compile(rf"{TAKING_ROLE}(?:为|是)?$")
_MEMBER = re.compile("成员(?:学校|幼儿园|单位|校|园)$")
_THEN_GIVES = re.compile(r"[^，。；]{0,4}(?:[向为给]|选派|派出|捐|赠)")
"""集团成员校甲小学向乙校捐赠: a member of the group that helps."""
_AROUND, _SHORT_LINE, _LONGEST_LIST = 24, 20, 12

PartSide = Literal["supporter", "recipient"]


def part_played(passage: Passage, sentence: Stretch, cluster: Cluster) -> PartSide | None:
    """The side that the words beside the names give them; None where none do."""
    text = passage.text
    before = text[max(sentence.start, cluster.start - _AROUND) : cluster.start]
    label = _LABEL.search(before) or _LINE_LABEL.fullmatch(text, sentence.start, cluster.start) or _heading(passage, cluster)
    if label:
        return "recipient" if label["takes"] else "supporter"
    after = text[cluster.members[-1].end : min(sentence.end, cluster.end + _AROUND)]
    if _TAKES_AS.match(after) or (_CALLED_TAKING.search(before) and not (_MEMBER.search(before) and _THEN_GIVES.match(after))):
        return "recipient"
    return "supporter" if _GIVES_AS.match(after) or _CALLED_GIVING.search(before) else None


def _heading(passage: Passage, cluster: Cluster) -> re.Match[str] | None:
    """The line above a list, where it is nothing but a label and the names fill lines of their own."""
    line = passage.line_at(cluster.start)
    if line.end - cluster.end > 1 or not _NUMBER.fullmatch(passage.text, line.start, cluster.start):
        return None
    for _ in range(_LONGEST_LIST):
        above = passage.line_before(line.start)
        if above is None or above.end - above.start > _SHORT_LINE:
            return None
        label = _HEADING.fullmatch(passage.text, above.start, above.end)
        if label:
            return label
        line = above
    return None
