"""The words around a number that bound it.

Reads::

    不少于30、30以上、至少30、≥30          30 or more
    不超过30、30以下、30以内、至多30        30 or less
    超过30、30多；不足30、未满30            more than 30; less than 30
    约30、近30、30左右                      30, or nearly
    不少于30不多于50                         30 to 50

以上, 以下, 以内 include the figure itself; 超过, 不满 do not (Civil Code of the PRC, art. 1259).
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

_BEFORE = re.compile(
    r"(?:(?P<least>不(?:得|应|能|会)?(?:少于|低于|小于|短于)|不下|大于(?:或)?等于|高于或等于|至少|最少|起码|最短|最低(?![0-9一二三四五六七八九十]{1,3}度)|≥|>=)"
    r"|(?P<most>不(?:得|应|能|可)?(?:超过|多于|高于|大于|超出|逾|长于)|小于(?:或)?等于|至多|最多|顶多|最高(?![^，。；]{0,2}(?:气温|温度))|最长|≤|<=)"
    r"|(?P<more>超过|多于|大于|高于|超出|突破|高出|逾|超|>)|(?P<less>不足|少于|低于|小于|不到|不满|未满|未达|不及|<)"
    r"|(?P<about>大约|约莫|大概|将近|接近|近|约|差不多))(?:为|有|是|达|到)?[ ]?$"
)
_AFTER = re.compile(
    r"[ ]?(?:（含）|（含本数）)?[ ]?(?:(?P<least>(?:及|或|和)?(?:其)?以上|之上|(?<=[0-9%元人名个万亿千百])\+(?![0-9]))|(?P<most>(?:及|或|和)?(?:其)?以下"
    r"|以内|之内|之下)|(?P<about>左右|上下(?![一-龥]{0,2}同)))(?:（含[^）\n]{0,8}）|（不含[^）\n]{0,8}）)?"
)
_APART = re.compile(r"(?:(?P<least>至少|最少|起码|不少于)|(?P<most>至多|最多|不超过))[一-龥“”《》（）]{1,14}$")
"""至少举办四次: the bound stands before the verb."""
_NOT_NUMERAL = re.compile("[0-9一二两三四五六七八九十百每]")
_NOT_LIMITS = re.compile("[最]近$|[附远邻靠]近$|[节制合条契公签特预盟]约$")
_LONGEST = 8
AFTER_STARTS = frozenset(" （及或和其以之左上+")
_BEFORE_ENDS = frozenset(" 于過过下少多等最足到满未达及逾超破出近约莫概接差≥≤=><为有是高低码长短")


class Limited(NamedTuple):
    """A stretch with its lower and upper value; ``exclusive`` where a bound is not itself included."""

    start: int
    end: int
    low: Decimal | None
    high: Decimal | None
    about: bool = False
    exclusive: bool = False

    @property
    def is_bounded(self) -> bool:
        """Whether one side is open or the sides differ."""
        return self.low != self.high


def limited(text: str, floor: int, found: Limited) -> Limited:
    """``found`` with the bounds that stand before it (not before ``floor``) and behind it."""
    behind = text[found.end : found.end + 1]
    after = _AFTER.match(text, found.end) if behind and behind in AFTER_STARTS else None
    if after is not None:
        found = _applied(found, after.lastgroup or "", found.start, after.end())
        if after.lastgroup == "about":
            return found
    if found.start <= floor or text[found.start - 1] not in _BEFORE_ENDS:
        return found
    head = text[max(floor, found.start - _LONGEST) : found.start]
    before = _BEFORE.search(head)
    if before is None or _NOT_LIMITS.search(head[: before.end()].rstrip()):
        return found
    start = found.start - len(head) + before.start()
    kind = before.lastgroup or ""
    if kind == "about":
        return found._replace(start=start, about=True)
    return _applied(found, kind, start, found.end)


def bounded_apart(text: str, floor: int, found: Limited) -> Limited:
    """``found`` with a bound that stands before its clause's verb; the words stay those of the number."""
    head = text[max(floor, found.start - 18) : found.start]
    before = _APART.search(head) if "至" in head or "少" in head or "多" in head or "起" in head or "过" in head else None
    if before is None or _NOT_NUMERAL.search(before.group()[2:]):
        return found
    return _applied(found, before.lastgroup or "", found.start, found.end)


def _applied(found: Limited, kind: str, start: int, end: int) -> Limited:
    """One bound put on: a range gets none."""
    low, high = found.low, found.high
    if kind == "about":
        return found._replace(end=end, about=True)
    if kind in ("least", "more"):
        if low is None:
            return found
        return Limited(start, end, low, None if high == low or high is None else high, found.about, exclusive=kind == "more")
    if high is None:
        return found if low is None else Limited(start, end, None, low, found.about, exclusive=kind == "less")
    return Limited(start, end, None if high == low else low, high, found.about, exclusive=kind == "less")
