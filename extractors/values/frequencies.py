"""How often: 每年, 每两周, 每半年, 逐年, 按月, 隔周, 天天, 一年两次.

Reads::

    每年、每学期、每两周、每半年、每季度      P1Y, no ISO form (学期), P2W, P6M, P3M
    逐年、按月、隔周、年均、天天              P1Y, P1M, P2W, P1Y, P1D
    两周一次、半年一次                        P2W, P6M

Leaves alone::

    每名、每校、每年级、按年龄、天天向上       shares and words
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from extractors.text.numerals import read_number
from extractors.values.lengths import iso, make_parts

_TIME = (
    r"学期|学年|年度|年(?!级|龄|轻|长)|季度|季(?!节)|月(?!考|饼|亮|报(?![送告到名])|刊)|周(?!期(?!内)|边|岁)|星期|礼拜|旬|天(?!然|津)|日(?!常|程|记|报)|小时|钟头|分钟|秒钟?"
    r"|世纪|工作日|晚(?!报)|夜|早(?!餐)"
)
_EVERY = re.compile(
    rf"每(?P<other>隔)?[ ]?(?P<count>[0-9]{{1,3}}(?:\.[0-9])?"
    rf"|[一二两三四五六七八九十双数几]{{1,3}})?(?P<ge>个)?(?P<half>半)?(?:个)?[ ]?(?P<unit>{_TIME})"
    rf"(?:(?<=[周期拜])[一二三四五六日天](?![次个名场节期届人家所])(?:[、和至到-](?:周|星期)?[一二三四五六日](?![次个名场节]))*)?"
    rf"|(?P<skip>隔)(?P<skip_count>[一二两三四五六七八九十])?(?P<skip_unit>天|日|周(?!岁|边)|年|月|星期|季)(?!阂)"
    r"|逐(?P<by>年|月|周|日|季度|季|学期|天)(?!渐)|(?<!每)按(?P<per>年度|年(?!龄|级|段|份|资|轻|会|代|画)|月(?!份|饼|考|亮)|季度|季(?!节)|学期|学年|周(?!期|边|岁)"
    r"|天(?!津)|日(?!期|程|常|照)|小时)(?!照)"
    r"|(?P<twice>年年|月月|日日|天天|周周)(?!向上|红|乐|见)|(?<![一-龥])(?P<mean>年|月|日|周)均(?!衡|匀|等)"
    r"|(?<=[一-龥，。])(?<![当往今去明近历多百千成中青壮老少每])(?P<mean2>年|月|日|周)均(?!衡|匀|等)"
)
_TIMES = re.compile(
    r"(?P<count>[0-9]{1,2}|[一二两三四五六七八九十半])(?P<ge>个)?(?P<unit>年|季度|月|周|星期|礼拜|天|日|学期|学年|小时)(?:(?P<times>一|1)(?:次|回|遍|轮|期|届|评"
    r"|换|检|度)(?!性|假|过)|(?=(?:[0-9]{1,2}|[二两三四五六七八九十]{1,2})(?:次|回|遍)))"
)
_PLAIN = {"年度": "年", "季": "季度", "晚": "天", "夜": "天", "早": "天"}


class Frequency(NamedTuple):
    """How often; ``iso`` is None for units that ISO 8601 lacks."""

    start: int
    end: int
    iso: str | None
    many: str = "1"
    unit: str = ""


def read_frequency(text: str, at: int) -> Frequency | None:
    """The frequency that begins at ``at``."""
    match = _EVERY.match(text, at)
    if match is not None:
        return _every(match)
    match = _TIMES.match(text, at)
    if match is None or (at and text[at - 1] in "第每续过满到近两几数个0123456789一二三四五六七八九十"):
        return None
    count = Decimal("0.5") if match["count"] == "半" else read_number(match["count"])
    if count is None or (match["unit"] == "月" and not match["ge"]):
        return None
    return _made(match.start(), match.end(), count, match["unit"])


def _every(match: re.Match[str]) -> Frequency | None:
    if match["skip"]:
        # 隔天 is every second day; 隔两天 leaves two out
        extra = read_number(match["skip_count"]) if match["skip_count"] else Decimal(1)
        return None if extra is None else _made(match.start(), match.end(), extra + 1, match["skip_unit"])
    for group in ("by", "per", "mean", "mean2"):
        if match[group]:
            return _made(match.start(), match.end(), Decimal(1), match[group])
    if match["twice"]:
        return _made(match.start(), match.end(), Decimal(1), match["twice"][0])
    count = _count(match)
    if count is None:
        return None
    return _made(match.start(), match.end(), count, match["unit"])


def _count(match: re.Match[str]) -> Decimal | None:
    words = match["count"]
    if words == "双":
        return Decimal(2)
    if words and (set(words) & set("数几")):
        return None
    count = read_number(words) if words else Decimal(1)
    if match["other"] and count == 1:
        # 每隔一天 is every second day
        return Decimal(2)
    if count is None:
        return None
    if match["half"]:
        return count + Decimal("0.5") if words else Decimal("0.5")
    return count


def _made(start: int, end: int, count: Decimal, unit: str) -> Frequency | None:
    unit = _PLAIN.get(unit, unit)
    parts = make_parts(count, unit)
    if parts is None:
        return Frequency(start, end, None, f"{count.normalize():f}", unit)
    return Frequency(start, end, iso(parts))
