"""Who is absent where an agreement names fewer than two parties: the role that stands over against the one that is there.

Reads::

    甲方：云溪市实验小学, and nobody else                乙方
    支援学校：云溪市实验小学 … 受援学校应当              受援学校: the word that the text has for it
    责任单位：春晖市第五小学                              乙方

Leaves alone::

    云溪市实验小学与石桥镇中心小学经协商，签订本协议    two bodies that the preamble names: nobody is absent
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from extractors.names.organisations import find_organisations
from extractors.names.party_labels import stated_side
from extractors.names.words import default_words
from extractors.text.passage import Passage

_OTHERS = (
    ("支援", ("受援", "受支援", "被支援")),
    ("帮扶", ("受帮扶", "被帮扶", "受扶", "受援")),
    ("援助", ("受援", "受助")),
    ("捐赠", ("受赠", "受捐")),
    ("捐资", ("受赠", "受捐", "受助")),
    ("资助", ("受助", "受资助", "受益")),
    ("牵头", ("成员",)),
    ("核心", ("成员",)),
    ("总", ("分",)),
    ("委托", ("受托",)),
    ("派出", ("接收",)),
    ("优质", ("薄弱",)),
    ("托管", ("被托管", "受托管")),
    ("示范", ("结对",)),
    ("城区", ("乡村", "农村", "乡镇")),
    ("签发", ("承担", "责任")),
    ("主管", ("责任", "承担", "承诺")),
    ("下达", ("承担", "责任")),
    ("师傅", ("徒弟",)),
    ("师父", ("徒弟",)),
    ("导师", ("学员", "青年教师", "徒弟")),
    ("指导教师", ("青年教师", "新教师", "徒弟")),
)
_KIND = "(?:学校|方|校|园所|园|幼儿园|单位|高校|职校|小学|中学|院校|教育局|集团|县|区|市|地区|企业|公司|医院|机构|支部|人)"
_LABELS = re.compile(
    rf"(?<![受被])(?:对口)?(?:支援|帮扶|援助|扶持|援建|捐赠|捐资|资助|支教|派出|输出|牵头|核心|优质|城区|城市|示范|托管|领航|领办|龙头|委托){_KIND}|(?:总|名)校(?!长)"
    rf"|(?<!接)(?:受(?:援|助|赠|捐|扶|帮扶|帮|支援|援助|资助|托|益)|被(?:帮扶|支援|援助|托管|资助|帮)|薄弱|农村|乡村|乡镇|成员|接收|结对){_KIND}|分校(?!长)|村小|教学点"
    "|师[傅父]|徒弟|导师|学员|(?:青年|新)教师"
)
"""The words by which the text may call whoever is absent."""
_LETTERED = re.compile("[甲乙丙丁戊A-D]方")
_ACROSS = {"乙方": "甲方", "A方": "B方", "B方": "A方", "C方": "B方"}
"""Of two lettered parties the other one; 乙方 to any that is not named here."""
_PLEDGES = re.compile("责任|承诺|承担|实施")
"""Over against one who pledges stands who takes the pledge, and not who is helped."""
_HEAD = 900
_TWO = 2


def absent_roles(passage: Passage, roles: Sequence[str]) -> tuple[str, ...]:
    """The roles that nobody has, of the two that an agreement needs; ``roles`` are those that somebody has, one or none."""
    if not roles:
        return () if _names_two(passage) else ("甲方", "乙方")
    word = _other(passage, _normal(passage, roles[0]))
    at = passage.text.find(word, passage.start, passage.end)
    return (passage.written(at, at + len(word)) if at >= 0 else word,)


def _normal(passage: Passage, role: str) -> str:
    """A role in the characters of the normal text; records have it in the source's own (幫扶企業)."""
    at = passage.normal.source.text.find(role)
    start = passage.normal.normal_offset(at) if at >= 0 else 0
    return passage.text[start : start + len(role)] if at >= 0 else role


def _other(passage: Passage, role: str) -> str:
    if _LETTERED.fullmatch(role):
        return _ACROSS.get(role, "乙方")
    text = passage.text[passage.start : passage.end]
    for own, others in _OTHERS:
        for first, second in ((own, others), *((other, (own,)) for other in others)):
            if role.startswith(first):
                word = next(
                    (word for word in (other + role.removeprefix(first) for other in second) if re.search(f"(?<!接){word}", text)), None
                )
                if word is not None:
                    return word
    return _across(role, Counter(match.group() for match in _LABELS.finditer(text)))


def _across(role: str, words: Counter[str]) -> str:
    """The word that the text has most often for the other side: 受援学校 for 帮扶企业."""
    own = "unknown" if _PLEDGES.match(role) else stated_side(role)
    other = [word for word, _ in words.most_common() if {own, stated_side(word)} == {"supporter", "recipient"}]
    return next(iter(other), "乙方")


def _names_two(passage: Passage) -> bool:
    """Whether the title or what comes before the clauses names two organisations, or persons sign it."""
    stop = min(passage.end, passage.start + _HEAD)
    found = find_organisations(passage.text, passage.start, stop, default_words())
    return len({passage.text[one.start : one.end] for one in found}) >= _TWO
