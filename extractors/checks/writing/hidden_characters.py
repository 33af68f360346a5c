"""A name, a sum, a date or a count has characters in it that nobody sees.

缺陷
    名称、金额、日期或数量的中间夹着看不见的字符（零宽空格、改变书写方向的控制符等），屏幕上看到的和文件里写的不是一回事。

为什么要紧
    看不见的字符会使同一个名称检索不到、两个金额比对不上；改变书写方向的字符能让人看到的数字同文件里的数字不同。

怎么办
    从来源处重新复制或重新录入这几个字；不明来历的，向提供文件的人核实原件。

什么时候不报
    看不见的字符在名称和数字的外面；全角、半角之间的差别；字间的普通空格。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.case import Case
from extractors.checks.examples import example, paper
from extractors.checks.rule import Hit, Rule
from extractors.text.quoting import quoted
from schemas.span import Span

_HIDDEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_LONGEST = 60
"""Characters of a value's words; a longer passage is no single value, and a sign in it may stand anywhere."""


def check(case: Case) -> Iterator[Hit]:
    """Every value whose words have a hidden character between their first and their last one."""
    seen: set[tuple[int, int]] = set()
    for subject, span in _values(case):
        inside = span.text.strip()[1:-1]
        if len(span.text) > _LONGEST or (span.start, span.end) in seen or not _HIDDEN.search(inside):
            continue
        seen.add((span.start, span.end))
        what = "改变书写方向的字符" if _TURNING.search(inside) else "看不见的字符"
        yield Hit(subject, f"“{quoted(_HIDDEN.sub('', span.text))}”中间夹着{what}（{_codes(inside)}）", (span,))


def _codes(words: str) -> str:
    """The code points of the hidden characters, each once, in order."""
    return "、".join(dict.fromkeys(f"U+{ord(char):04X}" for char in _HIDDEN.findall(words)))


def _values(case: Case) -> Iterator[tuple[str, Span]]:
    """The words of names, sums, counts and dates, with what they are about."""
    document = case.document
    for party in document.parties:
        yield party.role or "party", party.span
    for person in document.people:
        yield "people", person.span
    for fund in document.funding:
        yield "funding", fund.span
    for quota in document.quotas:
        yield "quota", quota.span
    for date in document.dates:
        if date.span is not None:
            yield "date", date.span


RULE = Rule(
    slug="hidden-characters",
    title="夹着看不见的字符",
    severity="warning",
    check=check,
    bad=(
        example(head="甲方（帮扶学校）：云溪市实\u200b验小学\n乙方（受援学校）：石桥镇中心小学"),
        example(recipient="1.乙方每学年选派2\u20600名教师到甲方跟岗学习。\n2.乙方为甲方派出的教师安排食宿。"),
        example(further="甲方每年资助乙方5\u200b0万元。"),
        paper("石桥县城乡学校结对帮扶工作方案\n\n一、经费保障\n县财政每年安排专项经费\u202e06\u202c万元，用于帮扶工作。\n"),
    ),
    good=(
        example(head="甲方（帮扶学校）：\u200b云溪市实验小学\u200b\n乙方（受援学校）：石桥镇中心小学"),
        example(further="\u200b甲方每年资助乙方５０万元。\ufeff"),
        example(further="甲方\u200b为乙方提供教学资料。"),
        example(head="甲方（帮扶学校）：云 溪 市 实 验 小 学\n乙方（受援学校）：石桥镇中心小学"),
    ),
)
