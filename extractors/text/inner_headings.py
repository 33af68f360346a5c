"""Headings of a paper's own parts that end like the title of another paper.

Reads::

    第七部分 其它约定, 捌、时间安排, 【经费安排】, ◆年度工作计划       numbered or marked
    时间安排, 其他约定, 主要工作清单                                     what no paper is called by itself
    附件1：支教人员清单                                                  what is annexed

Leaves alone::

    结对帮扶协议书, 城乡学校结对帮扶工作方案, 2023年工作总结            titles
"""

from __future__ import annotations

import re

_NUMERAL = "[0-9零〇一二三四五六七八九十百]{1,4}"
NUMBERED = re.compile(
    rf"第[ ]?{_NUMERAL}[ ]?(?:章|编|部分|节|条|项|款)|第?{_NUMERAL}[、.．]|（{_NUMERAL}|{_NUMERAL}）|[壹贰叁参肆伍陆柒捌玖拾]{{1,3}}[、.．：]"
)
"""What no title begins with."""
_MARKED = re.compile(
    rf"[一二三四五六七八九十]{{1,3}}[ ]|[0-9]{{1,2}}(?:\.[0-9]{{1,2}}){{1,3}}|[①-⑳⑴-⒇⒈-⒛]|{_NUMERAL}是|[◆■●▲★◇□○·•*]|-{{1,4}}|〔[^〔〕\n]{{2,24}}〕"
)
_TOPIC = (
    "(?:具体|总体|主要|时间|活动|工作|任务|经费|资金|费用|人员|日程|进度|行程|年度|学年|学期|月度|近期|阶段|其他|其它|特别|补充|另行|责任|义务|违约|保密|安全|组织|食宿|交通|后勤"
    "|课程|师资|设备|物资|捐赠|联络|联系|考核|奖励|培训|支教|送教|教研|交流|使用|管理)"
)
_BARE = re.compile(
    rf"(?:(?:双方|各方|三方|甲乙双方)的?{_TOPIC}{{0,3}}|(?:有关|关于)?的?{_TOPIC}{{1,3}})(?:的)?(?:安排|约定|清单|要点|办法|时间表|日程表?|行动|设想)(?:表)?"
)
_PARTIES = re.compile(
    "(?:本)?(?:协议|合同|签约|合作|结对|帮扶|共建|协作|立约|订立)?(?:甲、?乙(?:、?丙)?(?:[双两三]方)?|双方|各方|三方|四方|两校|两园|当事人|签约方|协议方|主体|单位|学校)(?:学校|单位|主体)?(?:的)?(?:基本|概况|简要)?(?:情况|信息|资料|概况)(?:表)?"
)
ANNEX = re.compile(r"附(?:件|表|录)[ ]?(?:[0-9一二三四五六七八九十]{0,3})[ ]?(?:[：、.． ]|$)")


def heads_parties(words: str) -> bool:
    """Whether a line heads what is told of the parties: 协议各方基本情况."""
    return _PARTIES.fullmatch(words.rstrip("： ")) is not None


def is_inner_heading(words: str) -> bool:
    """Whether a line's words head a part of a paper, and no paper."""
    return NUMBERED.match(words) is not None or _MARKED.match(words) is not None or _BARE.fullmatch(words.rstrip("： ")) is not None
