"""Lengths of time, as ISO 8601 durations.

Reads::

    三年、3个月、两周、45天、30日内、45个工作日      P3Y, P3M, P2W, P45D, at most P30D, P45D
    半年、三年半、一个半月、两个半小时、半小时       P6M, P3Y6M, P1M15D, PT2H30M, PT30M
    3年6个月、1小时30分钟                            P3Y6M, PT1H30M
    两学期                                            no ISO form: count 2, unit 学期
    三至五年、两三天、三年以上                        P3Y to P5Y, P2D to P3D, P3Y or more

Leaves alone::

    三年级、50周年、三周岁、9月、3日                  grades, anniversaries, ages, dates
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from extractors.text.bounds import plain
from extractors.values.numerals import Numeral, read_numeral

_UNIT = re.compile(
    r"[ ]?(?P<ge>个)?(?P<half>半)?[ ]?(?P<many>多)?(?P<unit>小时(?!候)|钟头|工作日|交易日|自然日|周年(?=以上|以内)|星期(?![一二三四五六日天](?![个名]))"
    r"|礼拜(?![一二三四五六日天])|学期|学年|季度|世纪|年头"
    r"|周(?!岁|年|边|围|期|[一二三四五六日末刊报](?![次个名场节]))|年(?!级|龄|代|轻|会|度|货|薪|糕|款|版|前[一-龥]?[夕]|[0-9]{1,2}月)|天(?!然|津|下|地|空|气|文|才|使|真|河区"
    r"|台|水|桥|职)|分钟|毫秒|秒钟?|旬|刻钟|昼夜|夜|晚(?!上|会|报)|h(?![a-zA-Z])|min(?![a-z])"
    r"|分(?=[0-9一二三四五六七八九十]{1,3}秒)|时(?=[0-9一二三四五六七八九十]{1,3}分[0-9一二三四五六七八九十]{1,3}秒)|日(?=以?内|之内|以上|以下|以?后|之后|起?不|游|行程|的?期限|有效)|月(?!球|亮|饼|底|初|末|份))"
)
_HALF = re.compile(
    r"半(?P<ge>个)?(?:多)?(?P<unit>小时(?!候)|钟头|工作日|星期|学期|学年|世纪|周(?!年|岁)|年(?!级|报|刊|检|度)|天(?!空)|日(?!制|闲)|月(?!谈|刊|形|板|湾|湖)|分钟|个?多?月(?!谈|刊|形|板))"
)
BY_LENGTH = re.compile(r"(?:为期|历时|时长|长达|连续|共计?|满|累计|持续|期限?(?:为|是|：)?|超过|不足|少于|低于|逾|每隔|[^一-龥]近|约)[ ]?$")
"""Behind these, 5日 and 三月 are lengths of time."""
_JOIN = re.compile("[ ]?(?:零|又|加|、)?[ ]?")
_UNITS = (
    # words, rank from large to small, how many of which ISO 8601 designator one is
    ("世纪", 0, 100, "Y"),
    ("年 年头 周年", 1, 1, "Y"),
    ("季度", 2, 3, "M"),
    ("月 个月", 3, 1, "M"),
    ("旬", 4, 10, "D"),
    ("周 星期 礼拜", 5, 1, "W"),
    ("天 日 工作日 交易日 自然日 昼夜 夜 晚", 6, 1, "D"),
    ("小时 钟头 时 h", 7, 1, "h"),
    ("刻钟", 8, 15, "m"),
    ("分钟 min 分", 8, 1, "m"),
    ("毫秒", 9, Decimal("0.001"), "s"),
    ("秒 秒钟", 9, 1, "s"),
)
_RANK = {word: rank for words, rank, _, _ in _UNITS for word in words.split()} | {"学年": 1, "学期": 2}
_SIZE = {word: (Decimal(size), sign) for words, _, size, sign in _UNITS for word in words.split()}
_SMALLER = {"Y": ("M", 12), "M": ("D", 30), "W": ("D", 7), "D": ("h", 24), "h": ("m", 60), "m": ("s", 60)}
_CONNECT = re.compile(r"[ ]?(?:-{1,2}|至|到|、)[ ]?")
_TO = re.compile(r"[ ]?(?:-{1,2}|至|到)[ ]?")
_ODD = re.compile(r"(?:多|余)(?!次)")
Parts = tuple[tuple[str, Decimal], ...]
"""How many of each: Y, M, W, D of days; h, m, s of clock time."""


class Length(NamedTuple):
    """A length of time; ``low`` and ``high`` are ISO durations, None where open. ``unit`` is set where ISO 8601 has none."""

    start: int
    end: int
    low: Parts | None
    high: Parts | None
    unit: str = ""
    many: str = ""
    about: bool = False

    @property
    def exact(self) -> Parts | None:
        """The one length, None where it has bounds."""
        return self.low if self.low == self.high else None


def iso(parts: Parts) -> str:
    """``P3Y6M``; weeks stand alone in ISO 8601, so beside other parts they are days."""
    counts = dict(parts)
    if "W" in counts and len(counts) > 1:
        counts["D"] = counts.get("D", Decimal(0)) + counts.pop("W") * 7
    days = "".join(f"{plain(counts[sign])}{sign}" for sign in "YMWD" if sign in counts)
    clock = "".join(f"{plain(counts[sign])}{sign.upper()}" for sign in "hms" if sign in counts)
    return f"P{days}T{clock}" if clock else f"P{days}"


def make_parts(count: Decimal, unit: str) -> Parts | None:
    """So many of a unit; halves are given in the next smaller one. None for units that ISO 8601 lacks."""
    size = _SIZE.get(unit)
    if size is None:
        return None
    total, sign = count * size[0], size[1]
    whole = total.to_integral_value(rounding="ROUND_FLOOR")
    rest = total - whole
    if not rest:
        return ((sign, whole),)
    smaller, many = _SMALLER.get(sign, ("", 0))
    few = rest * many
    if not smaller or few != few.to_integral_value():
        return ((sign, total),)
    return ((sign, whole), (smaller, few)) if whole else ((smaller, few),)


def read_length(text: str, at: int, numeral: Numeral | None = None, *, alone: bool = False) -> Length | None:
    """The longest length of time that begins at ``at``; ``numeral`` is the number there, if it was read before.

    ``alone`` looks for no range: the second length of one begins none of its own.
    """
    if text[at] == "半":
        part = _half(text, at)
        return part if part is None or alone else _range(text, part) or part
    if text[at] == "整" or text.startswith("一整", at):
        return _all(text, at)
    numeral = numeral or read_numeral(text, at)
    if numeral is not None and text[numeral.end : numeral.end + 1] not in _UNIT_STARTS:
        return None
    if numeral is None or numeral.low is None or numeral.low <= 0:
        return None
    if numeral.value is not None and (half := _MINUTE_AND_HALF.match(text, numeral.end)):
        value = numeral.value + Decimal("0.5")
        return _length((at, half.end()), value, value, "分钟", about=False)
    unit = _unit(text, numeral)
    if unit is None:
        return _shared(text, numeral)
    found = _counted(text, numeral, unit)
    if found is None:
        return None
    return (None if alone else _range(text, found)) or _compound(text, found, unit["unit"])


_MINUTE_AND_HALF = re.compile("分半钟")


def _half(text: str, at: int) -> Length | None:
    match = _HALF.match(text, at)
    if match is None or (at and text[at - 1] in "上下前后大多个年天月小时一两三四五六七八九十0123456789"):
        return None
    unit = match["unit"].lstrip("个多")
    if unit == "月" and text[at + 1] == "月" and text[at - 1 : at] in "上下":
        return None
    if unit in ("学期", "学年"):
        return Length(at, match.end(), None, None, unit, "0.5")
    parts = make_parts(Decimal("0.5"), unit)
    if "多" in match.group():
        return Length(at, match.end(), parts, None, about=True)
    return Length(at, match.end(), parts, parts)


def _all(text: str, at: int) -> Length | None:
    """一整天, 整年."""
    match = _ALL.match(text, at)
    return _length((at, match.end()), Decimal(1), Decimal(1), match["unit"], about=False) if match else None


_ALL = re.compile("一?整个?(?P<unit>年|天|月|周|小时|学期)(?!度|级)")


def _unit(text: str, numeral: Numeral) -> re.Match[str] | None:
    match = _UNIT.match(text, numeral.end)
    if match is not None and (match["unit"] != "月" or match["ge"] or _BOUNDED_MONTH.match(text, match.end())):
        return match
    if BY_LENGTH.search(text[max(0, numeral.start - 5) : numeral.start]):
        return _LOOSE.match(text, numeral.end)
    return None


_BOUNDED_MONTH = re.compile("以?内|之内|以上|以下|期")


_LOOSE = re.compile(r"(?P<ge>个)?(?P<half>半)?(?P<unit>[日月])(?![0-9一二三四五六七八九十初底中上下份])")


def _counted(text: str, numeral: Numeral, match: re.Match[str]) -> Length | None:
    unit, end = match["unit"], match.end()
    low, high = numeral.low, numeral.high
    if match["half"] and numeral.value is not None:
        low = high = numeral.value + Decimal("0.5")
    elif text[end : end + 1] == "半" and numeral.value is not None and text[end + 1 : end + 2] not in ("年", "天"):
        low = high = numeral.value + Decimal("0.5")
        end += 1
    about = numeral.about
    if low == high and (odd := _ODD.match(text, end)):
        high, end, about = None, odd.end(), True
    if match.groupdict().get("many"):
        high, about = None, True
    return _length((numeral.start, end), low, high, unit, about=about)


def _length(place: tuple[int, int], low: Decimal | None, high: Decimal | None, unit: str, *, about: bool) -> Length | None:
    if unit in ("学期", "学年"):
        return Length(*place, None, None, unit, plain(low or high or Decimal(0)), about)
    parts = [None if value is None else make_parts(value, unit) for value in (low, high)]
    return Length(*place, parts[0], parts[1], about=about)


def _shared(text: str, numeral: Numeral) -> Length | None:
    """3至5年: the unit stands behind the second figure alone."""
    connect = _CONNECT.match(text, numeral.end)
    if connect is None or numeral.value is None or connect.end() >= len(text):
        return None
    other = read_numeral(text, connect.end())
    if other is None or other.value is None or not numeral.value < other.value:
        return None
    unit = _unit(text, other)
    if unit is None or unit["half"]:
        return None
    return _length((numeral.start, unit.end()), numeral.value, other.value, unit["unit"], about=numeral.about or other.about)


def _range(text: str, first: Length) -> Length | None:
    """三个月至半年, 3年到5年."""
    connect = _TO.match(text, first.end)
    if connect is None or connect.end() >= len(text) or first.exact is None:
        return None
    other = read_length(text, connect.end(), alone=True)
    if other is None or other.exact is None or _days(first.exact) >= _days(other.exact):
        return None
    return Length(first.start, other.end, first.exact, other.exact, about=first.about or other.about)


def _days(parts: Parts) -> Decimal:
    """About how long, to compare."""
    size = {
        "Y": Decimal(365),
        "M": Decimal(30),
        "W": Decimal(7),
        "D": Decimal(1),
        "h": Decimal(1) / 24,
        "m": Decimal(1) / 1440,
        "s": Decimal(1) / 86400,
    }
    return sum((size[sign] * count for sign, count in parts), Decimal(0))


def _compound(text: str, first: Length, unit: str) -> Length:
    """3年6个月, 1小时30分钟: smaller units that follow at once."""
    found, rank = first, _RANK[unit]
    while found.exact is not None and not found.unit:
        join = _JOIN.match(text, found.end)
        place = join.end() if join else found.end
        if place >= len(text) or rank >= 9:
            break
        more = _half(text, place) if text[place] == "半" else None
        numeral = None if more else read_numeral(text, place)
        match = (_unit(text, numeral) or _minutes(text, numeral, unit)) if numeral is not None and numeral.value is not None else None
        if match is None or numeral is None or _RANK[match["unit"]] <= rank:
            break
        next_one = _counted(text, numeral, match)
        if next_one is None or next_one.exact is None or next_one.unit:
            break
        found = Length(found.start, next_one.end, *(_sum(found.exact, next_one.exact),) * 2)
        rank = _RANK[match["unit"]]
    return found


def _minutes(text: str, numeral: Numeral, unit: str) -> re.Match[str] | None:
    """1小时30分: behind hours 分 is minutes."""
    return _MINUTES.match(text, numeral.end) if unit in ("小时", "钟头") else None


_UNIT_STARTS = frozenset(" 个半多小钟工交自周星礼学季世年天时分秒毫旬刻昼夜晚hm日月-至到、")
_MINUTES = re.compile("(?P<ge>个)?(?P<half>半)?(?P<unit>分)(?!钟|之|别|为)")


def _sum(one: Parts, other: Parts) -> Parts:
    counts = dict(one)
    for sign, count in other:
        counts[sign] = counts.get(sign, Decimal(0)) + count
    return tuple(counts.items())
