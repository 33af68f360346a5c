"""When an agreement was signed, as far as its signature block or its own words tell.

Reads::

    2024年8月26日          2024年8月27日        under the parties: each party's day
    签订日期：2024年8月26日                     at the head
    双方于2024年8月26日签订本协议               in the text

Leaves alone::

    年   月   日                                left open
    见证方（盖章）：… 2024年9月3日              a witness's
    根据2023年5月6日签订的框架协议              another paper's
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from extractors.text.calendar import find_moments, make_date
from extractors.text.passage import Passage
from schemas.agreement import Signature
from schemas.values import Date

_LABEL = re.compile(r"(?:^|(?<=[ \t|（]))(?:协议|合同)?(?:签[订署约字]|订立)(?:日期|时间)[ ]?[：][ ]?", re.MULTILINE)
_SENTENCE = re.compile(
    r"(?:本协议|双方|各方|三方|两校|甲乙双方)[，]?(?:由[^，。；\n]{2,20})?于(?P<day>[^，。；\n]{4,16})(?:在[^，。；\n]{2,12})?(?:共同)?(?:签订|签署|订立)(?:本协议|$|[，。；\n])"
)
_WITNESS = re.compile(
    r"(?:^|[ \t|])(?:[^ \t|\n，。；：（）]{0,6}(?:见证|鉴证|监督|监管|主管|审核|审批|批准|公证|备案|证明)(?:方|人|单位|机关|部门|意见)|[^，。；\n]{0,8}意见[ ]?："
    r"|[填制][表报][^，。\n]{0,4}：?$)(?![^\n]{0,60}[。；])",
    re.MULTILINE,
)
"""Labels alone: the clauses above a signature block speak of the offices too."""
_BLOCK = 120
"""How far above a date the label stands that it belongs to."""


def party_signings(passage: Passage, signing: Sequence[Signature]) -> tuple[Signature, ...]:
    """The signatures with a date that is the party's own, not that of a witness who signs below."""
    roles = {one.role for one in signing}
    return tuple(one for one in signing if one.date is not None and one.date.span is not None and not _is_witness(passage, one.date, roles))


def find_signing_days(passage: Passage, signing: Sequence[Signature]) -> tuple[Date, ...]:
    """The known days of signing; those of the signature block before any other."""
    days = tuple(one.date for one in party_signings(passage, signing) if one.date is not None and one.date.earliest is not None)
    return days or _by_words(passage)


def _is_witness(passage: Passage, day: Date, roles: Collection[str]) -> bool:
    """Whether a witness or an office that is no party is named between a date and the one above it."""
    if day.span is None:
        return False
    end = passage.normal.normal_offset(day.span.start)
    start = max(passage.start, end - _BLOCK)
    above = [moment.end for moment in find_moments(passage.text, start, end)]
    found = _WITNESS.finditer(passage.text, max([start, *above]), end)
    return any(match.group().strip(" \t|：") not in roles for match in found)


def _by_words(passage: Passage) -> tuple[Date, ...]:
    for match in passage.search(_LABEL):
        moment = next(find_moments(passage.text, match.end(), passage.line_at(match.start()).end), None)
        if moment is not None and moment.start == match.end():
            return (make_date(moment.first, passage.span(moment.start, moment.end)),)
    for match in passage.search(_SENTENCE):
        moment = next(find_moments(passage.text, *match.span("day")), None)
        if moment is not None and moment.last is None:
            return (make_date(moment.first, passage.span(moment.start, moment.end)),)
    return ()
