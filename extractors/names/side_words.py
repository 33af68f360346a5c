"""On which side a word puts a party: by itself where it names the relation, else as the paper's own head uses it.

Reads::

    受援学校, 被帮扶园, 受赠人                     recipient
    支援方, 牵头帮扶校, 托管帮扶方, 捐助企业       supporter
    甲方（城区学校）, then 城区学校                 甲方's side

Leaves alone::

    示范学校, 成员单位                             none, where the head does not use it
    接收学校, 委托方                               who sends and takes in, which both sides do
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from extractors.names.party_labels import is_whole_label, stated_side
from schemas.agreement import Side

_BODY = r"(?:学校|院校|高校|职校|单位|一?方|园所?|校|幼儿园|小学|中学|地区|地|机构|集团|企业|公司|人|教师|局|教育局)"
_GIVES = rf"(?:(?:牵头|托管|主要|对口|结对|优质|城区)?(?:对口)?(?:支援|帮扶|援助|支教派出|扶持|帮教)|捐赠|捐资|捐助|捐款|资助|援建|施援|支持|托管|赠与)(?:的)?{_BODY}"
_TAKES = (
    r"(?:受(?:援|助|赠|捐|帮扶|资助|支援|援助|扶|扶持|捐赠|捐助|托管|支持|益|惠)|被(?:对口)?(?:帮扶|支援|资助|援助|托管|扶持|帮教|帮)|受对口(?:帮扶|支援)|受结对帮扶)"
    rf"(?:的)?{_BODY}"
)
_ABOUT = r"(?:本次|此次|本轮|本协议|本合同|本责任书|结对|帮扶|该项目|协议|活动|工作|项目|关系|中|的|一所|唯一|主要){0,5}"
_SIDE = re.compile(rf"{_ABOUT}(?:(?P<takes>{_TAKES})|(?P<gives>{_GIVES}))(?:一方|之一)?")
_ABOUT_ALONE = re.compile(_ABOUT)
_ABOUT_SENDING = re.compile("接收|接受|派出|派驻|委托|受托|承担|责任|承诺|实施|输[出入]|跟岗")
"""Labels that say who sends and who takes in, which helpers and helped both do."""
_CALLED = re.compile('(?:以下|下文|后文|下)?(?:简|统|合)?称(?:为|作)?|[“”"\\s]')


def side_by_word(words: str, tags: Mapping[str, Side]) -> Side | None:
    """The side that words put a party on, None where they put it on none; ``tags`` are the words that the head uses."""
    tag = next((tag for tag in sorted(tags, key=len, reverse=True) if words.endswith(tag)), None)
    if tag and _ABOUT_ALONE.fullmatch(words.removesuffix(tag)):
        return tags[tag]
    match = _SIDE.fullmatch(words)
    if match is None:
        return None
    return "recipient" if match["takes"] else "supporter"


def pieces(words: str) -> Iterator[str]:
    """示范园、帮扶方: the labels of a bracket, one by one."""
    for piece in re.split("[、，；/和暨]", words):
        bare = _CALLED.sub("", piece)
        if bare:
            yield bare


def label_side(label: str) -> Side | None:
    """The side that a label of the head says, None where it says none."""
    side = stated_side(label) if is_whole_label(label) else "unknown"
    return side if side in ("supporter", "recipient") else None


def is_about_sending(label: str) -> bool:
    """Whether a label says who sends and who takes in, and not who helps."""
    return _ABOUT_SENDING.search(label) is not None
