"""A number at a place of the text, with the bounds that its own words give.

Reads::

    15、1，500、３.５万、1亿2千万、12万3000      15, 1500, 35000, 120000000, 123000
    二十五、一千零一、三万五、壹拾贰万           25, 1001, 35000, 120000
    一点二五、三分之二、二又四分之一、1/2        1.25, 0.666666666666667, 2.25, 0.5
    负三、-3.5、两个半                            -3, -3.5, 2.5
    60余、2000多万、三十来（个）                 60 or more, 20000000 or more, 30 or so
    十几、几十、数百万、上千                     11 to 19, 20 to 90, 2000000 to 9000000, 1000 or more
    三五（个）、七八十、三四百、2、3（万）       3 to 5, 70 to 80, 300 to 400, 2 to 3

What a figure means beside its unit (元, %, 亩, 年) is told by the modules that know the units.
"""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from extractors.text.numerals import read_number, read_pair

DIGIT = "零〇一二两三四五六七八九"
CAPITAL = "壹贰叁参肆伍陆柒捌玖"
SCALE = "十百千万亿兆拾佰仟"
HAN = f"{DIGIT}{CAPITAL}{SCALE}廿卅"
_PREFIXED = "(?!克|米|瓦|伏|卡(?!路)|赫|帕|焦|字节|比特)"
"""千克, 兆瓦: the scale belongs to the unit."""
_HAN_RUN = (
    rf"(?:[零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖十万亿拾佰仟廿卅]|参(?=[拾佰仟万亿]|[圆元][整正])|(?<=[拾佰仟万零])参|(?<![二三四五六七八九十])两|百(?!帕)|[千兆]{_PREFIXED}"
    rf"|(?<=百)单(?=[一二三四五六七八九])){{1,30}}"
)
START = f"0-9{HAN}几数半负俩仨"
"""What a number can begin with, for a character class."""

_FIGURES = r"(?:[0-9]{1,3}(?:，[0-9]{3}){1,6}(?![0-9])|[0-9]{1,30})(?:\.[0-9]{1,30})?|(?<![0-9A-Za-z.一-龥])\.[0-9]{1,30}"
_NUMBER = re.compile(
    r"(?P<sign>负|-(?=[0-9]))?(?:"
    rf"(?P<figures>{_FIGURES})(?:(?P<exponent>[eE][+-]?[0-9]{{1,2}})(?![0-9A-Za-z])"
    rf"|[ ]?(?P<scales>(?:[十万亿]|(?:百(?!帕)|[千兆]{_PREFIXED})){{1,3}}(?:零?[0-9]{{1,4}}(?:\.[0-9]+)?(?:[十万亿]|(?:百(?!帕)"
    rf"|千{_PREFIXED})){{1,2}}){{0,3}}(?:零?[0-9]{{1,4}}(?![0-9.月]|年[^级]|日(?![元圆币])))?)"
    r"|(?P<kilo>[kK](?![A-Za-z0-9]))|(?P<mega>M(?![A-Za-z0-9])))?"
    rf"|(?P<vague>(?:几|(?<![多少次人总分倍岁函无半参整基指名户代奇偶])数)(?:[十万亿]|(?:百(?!帕)|千{_PREFIXED})){{1,2}}"
    rf"|(?<![路街网线楼身地桌车船课台手岸山海马早晚以之天世会脸心面加基历事市])(?:上|(?<![完达变建组形构制做当养合集促转收生])成)(?![百千万]分之)(?:[万亿]|(?:百(?!帕)|千{_PREFIXED})){{1,2}})"
    rf"|(?P<han>{_HAN_RUN})(?:点(?P<point>[零〇一二三四五六七八九]{{1,15}})(?P<pointed>(?:[万亿]|百(?!帕)|千{_PREFIXED}){{1,2}})?)?"
    r"|(?P<both>[俩仨]))"
)
_ODD = re.compile(
    r"[ ]?(?P<odd>余(?!额|下|款|热|姚|杭|地|味|音|粮|生|温)|多(?!媒|样|元[化智角]|次|民族|半|功能|维|彩|云|向|层|渠|方|点|为|是|数)|来(?![自源到华访校往临宾函电历说回看])|几)"
    r"[ ]?(?P<scale>[万亿百千])?"
)
_FRACTION = re.compile(rf"分之(?P<top>[{HAN}]{{1,12}}(?:点[零〇一二三四五六七八九]{{1,6}})?|[0-9]{{1,9}}(?:\.[0-9]{{1,6}})?)")
_MIXED_FIGURES = re.compile(r"又(?P<top>[1-9][0-9]?)/(?P<low>[1-9][0-9]?)(?![0-9./])")
"""1又1/2."""
_MIXED = re.compile(rf"又(?P<low>[{HAN}]{{1,12}}|[0-9]{{1,9}})分之(?P<top>[{HAN}]{{1,12}}|[0-9]{{1,9}})")
_WHOLE_AND = re.compile(r"[ ](?P<top>[1-9][0-9]?)/(?P<low>[1-9][0-9]?)(?![0-9./])")
"""1 1/2."""
_POWER = re.compile(r"[×x*]10(?:\^|\*\*)([+-]?[0-9]{1,2})(?![0-9])")
"""6.02×10^23."""
_SLASHED = re.compile(r"/(?P<low>[1-9][0-9]{0,3})(?![0-9./年])")
_NEXT = re.compile(rf"、(?P<next>[1-9一二三四五六七八九])(?![0-9.、{HAN}]{{0,1}}、)(?=[十百千万亿]{{0,2}}[一-龥])")
_SCALES = re.compile("[十百千万亿]{1,2}")
_TINY = Decimal("1e-15")
_LONGEST = 30
_HALF = Decimal("0.5")
_HALF_MEASURE = re.compile(r"个半(?!月|小时|钟|年|学|世|星期|天|点|径|岛)")


class Numeral(NamedTuple):
    """A number at its place. ``low`` and ``high`` are equal for an exact one, None where that side is open."""

    start: int
    end: int
    low: Decimal | None
    high: Decimal | None
    about: bool = False
    words: str = ""
    han: bool = False
    fraction: bool = False
    base: Decimal | None = None
    """The denominator of 百分之, 千分之, 万分之: their numerals are rates."""

    @property
    def value(self) -> Decimal | None:
        """The number, None where it has bounds."""
        return self.low if self.low == self.high else None


_FEW = {char: Decimal(value) for char, value in zip("零一二三四五六七八九十两", (*range(11), 2), strict=True)}
_GOES_ON = frozenset(f"{HAN}点分又、余多来几个 ")
_SIMPLE = re.compile("[0-9]{1,9}(?![0-9.，eEkKM十百千万亿兆余多来几分又、/×x* ])")
"""Most figures of a text: a plain whole number with a word behind it."""


def read_numeral(text: str, at: int) -> Numeral | None:
    """The longest number that begins at ``at``; None where none does. ``text`` is in its plainest form."""
    simple = _SIMPLE.match(text, at)
    if simple is not None:
        value = Decimal(simple.group())
        if text[simple.end() : simple.end() + 2] == "个半" and (half := _HALF_MEASURE.match(text, simple.end())):
            return Numeral(at, half.end(), value + _HALF, value + _HALF, words=simple.group())
        return Numeral(at, simple.end(), value, value, words=simple.group())
    few = _FEW.get(text[at : at + 1])
    if few is not None and text[at + 1 : at + 2] not in _GOES_ON:
        return Numeral(at, at + 1, few, few, words=text[at], han=True)
    match = _NUMBER.match(text, at)
    if match is None:
        return None
    if match["both"]:
        return Numeral(at, match.end(), *(Decimal("俩仨".index(match["both"]) + 2),) * 2, words="俩人", han=True)
    if match["vague"]:
        return _vague(text, match)
    if match["figures"]:
        return _figures(text, match)
    return _han(text, match)


def _vague(text: str, match: re.Match[str]) -> Numeral | None:
    words = match["vague"]
    unit = read_number("一" + words[1:])
    if unit is None:
        return None
    end = match.end()
    if words[0] in "上成":
        return Numeral(match.start(), end, unit, None, about=True, words=words, han=True)
    odd = _ODD.match(text, end)
    end = odd.end() if odd and odd["odd"] != "几" and not odd["scale"] else end
    return Numeral(match.start(), end, unit * 2, unit * 9, about=True, words=words, han=True)


def _figures(text: str, match: re.Match[str]) -> Numeral | None:
    value = _figure_value(match)
    if value is None:
        return None
    if match["sign"]:
        value = -value
    behind = text[match.end() : match.end() + 1]
    if behind and behind in "×x*" and (power := _POWER.match(text, match.end())):
        value = value * Decimal(10) ** int(power[1])
        return Numeral(match.start(), power.end(), value, value, words=match.group())
    mixed = _WHOLE_AND.match(text, match.end()) if behind == " " else _MIXED_FIGURES.match(text, match.end()) if behind == "又" else None
    if mixed is not None and Decimal(mixed["top"]) < Decimal(mixed["low"]):
        value = _short(value + Decimal(mixed["top"]) / Decimal(mixed["low"]))
        return Numeral(match.start(), mixed.end(), value, value, words=match.group(), fraction=True)
    if behind and behind in "/分又、" and match["exponent"] is None and match["scales"] is None:
        special = _slashed(text, match, value) or _fraction(text, match, value) or _neighbours(text, match)
        if special:
            return special
    return _odd(text, Numeral(match.start(), match.end(), value, value, words=match.group()))


def _figure_value(match: re.Match[str]) -> Decimal | None:
    figures = match["figures"].replace("，", "")
    if len(figures) > _LONGEST:
        return None
    try:
        if match["exponent"]:
            value = Decimal(figures + match["exponent"])
            return value if abs(value.adjusted()) <= _LONGEST else None
        if not match["scales"]:
            value = Decimal(figures)
            return value * 1000 if match["kilo"] else value * 10**6 if match["mega"] else value
    except InvalidOperation:
        return None
    scales = match["scales"]
    if not re.search("[0-9]", scales):
        scale = _scale(scales)
        return None if scale is None else Decimal(figures) * scale
    return _compound(figures + scales)


def _scale(words: str) -> Decimal | None:
    """万亿, 百万, 千."""
    product = Decimal(1)
    for char in words:
        product *= {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8, "兆": 10**12}[char]
    return product


_STEP = re.compile(r"零?([0-9]+(?:\.[0-9]+)?)([十百千]?[万亿兆]?)")


def _compound(words: str) -> Decimal | None:
    """1亿2千万, 12万3000, 3万5: each part smaller than the one before; a lone last figure is said of the next unit."""
    total, last = Decimal(0), None
    for step in _STEP.finditer(words):
        size = _scale(step[2])
        if size is None or (last is not None and size >= last):
            return None
        count = Decimal(step[1])
        if not step[2] and last is not None and len(step[1]) == 1 and "零" not in step.group():
            size = last / 10
        total += count * size
        last = size
    return total


def _slashed(text: str, match: re.Match[str], value: Decimal) -> Numeral | None:
    """1/2; a date or a rate has more slashes or a unit behind."""
    found = _SLASHED.match(text, match.end())
    low = Decimal(found["low"]) if found else Decimal(0)
    if found is None or "." in match["figures"] or not 0 < abs(value) < low:
        return None
    if match.start() and text[match.start() - 1] == "/":
        return None
    part = value / low
    return Numeral(match.start(), found.end(), _short(part), _short(part), words=match.group(), fraction=True)


def _fraction(text: str, match: re.Match[str], low: Decimal) -> Numeral | None:
    """三分之二, 100分之5; 一又三分之二."""
    mixed = _MIXED.match(text, match.end())
    found = mixed or _FRACTION.match(text, match.end())
    if found is None:
        return None
    top = read_number(found["top"])
    base = read_number(found["low"]) if mixed else low
    if top is None or base is None or base <= 0:
        return None
    part = top / base + (low if mixed else 0)
    known = base if not mixed and base in (100, 1000, 10000) else None
    if match["sign"]:
        part = -part
    return Numeral(match.start(), found.end(), _short(part), _short(part), words=match.group(), han=True, fraction=True, base=known)


def _neighbours(text: str, match: re.Match[str]) -> Numeral | None:
    """2、3万元, 三、四个: two figures in a row, the second one larger by one, with their unit behind."""
    words = match.group()
    if len(words) != 1 or (match.start() and text[match.start() - 1] in "第、期0123456789."):
        return None
    found = _NEXT.match(text, match.end())
    if found is None:
        return None
    low, high = read_number(words), read_number(found["next"])
    if low is None or high is None or high != low + 1 or words.isascii() != found["next"].isascii():
        return None
    end = found.end()
    scale = _SCALES.match(text, end)
    size = _scale(scale.group()) if scale else Decimal(1)
    end = scale.end() if scale else end
    return None if size is None else Numeral(match.start(), end, low * size, high * size, words=words, han=True)


def _han(text: str, match: re.Match[str]) -> Numeral | None:
    words, end = match["han"], match.end()
    if match["point"]:
        scale = match["pointed"] or ""
        value = read_number(f"{words}点{match['point'][:4]}") if len(match["point"]) <= 4 else _long_point(words, match["point"])
        size = _scale(scale)
        if value is not None and size is not None:
            value *= size
    else:
        if words[0] in "亿万千百佰仟" and len(words) > 1 and words[1] not in "万亿":
            return None
        value = _whole(words)
        if value is None:
            pair = read_pair(words.replace("一两", "一二", 1))
            if pair is not None:
                return Numeral(match.start(), end, *pair, words=words, han=True)
            return _shortened(match)
        behind = text[end : end + 1]
        if behind and behind in "分又、" and (special := _fraction(text, match, value) or _neighbours(text, match)):
            return special
        if behind == "个" and (half := _HALF_MEASURE.match(text, end)):
            return Numeral(match.start(), half.end(), value + _HALF, value + _HALF, words=words, han=True)
    if value is None:
        return None
    if match["sign"]:
        value = -value
    return _odd(text, Numeral(match.start(), end, value, value, words=words, han=True))


def _whole(words: str) -> Decimal | None:
    """A numeral with 兆 too, and 2 written 两 before a large unit behind others (一百两十 is none)."""
    words = words.replace("单", "零")
    if "兆" not in words:
        return read_number(words)
    many, _, few = words.partition("兆")
    high = read_number(many) if many else Decimal(1)
    low = read_number(few.lstrip("零")) if few else Decimal(0)
    return None if high is None or low is None else high * 10**12 + low


def _long_point(words: str, point: str) -> Decimal | None:
    whole = read_number(words)
    digits = "".join(str("零一二三四五六七八九".index(char)) for char in point.replace("〇", "零"))
    return None if whole is None else Decimal(f"{whole}.{digits}")


def _shortened(match: re.Match[str]) -> Numeral | None:
    """The longest beginning of the run that is a numeral: 三十二十 is two numbers; at most a few characters are given up."""
    words = match["han"]
    for length in range(len(words) - 1, max(0, len(words) - 6), -1):
        value = _whole(words[:length])
        if value is not None and length > 1:
            return Numeral(match.start(), match.start() + length, value, value, words=words[:length], han=True)
    return None


def _odd(text: str, found: Numeral) -> Numeral:
    """余, 多, 来, 几 right behind the number, and the scale behind them."""
    behind = text[found.end : found.end + 1]
    if not behind or behind not in "余多来几 ":
        return found
    odd = _ODD.match(text, found.end)
    value = found.value
    if odd is None or value is None or value < 10:
        return found
    word, last = odd["odd"], found.words[-1]
    round_figure = value == value.to_integral_value() and value % 10 == 0
    size = {"万": 10**4, "亿": 10**8, "百": 100, "千": 1000, None: 1}[odd["scale"]]
    if not round_figure and word != "余" and size == 1:
        return found
    if word == "几":
        if last not in "十百0" or value % 100 == 0:
            return found if last != "十" else _teens(found, odd.end(), value, size)
        return _teens(found, odd.end(), value, size)
    if word == "来":
        behind = text[odd.end() : odd.end() + 1]
        if size == 1 and behind not in "个名位人天年岁里斤块元分次所家项条本册套间亩吨米公户":
            return found
        return Numeral(found.start, odd.end(), value * size, value * size, about=True, words=found.words, han=found.han)
    return Numeral(found.start, odd.end(), value * size, None, about=True, words=found.words, han=found.han)


def _teens(found: Numeral, end: int, value: Decimal, size: int) -> Numeral:
    return Numeral(found.start, end, (value + 1) * size, (value + 9) * size, about=True, words=found.words, han=found.han)


def _short(part: Decimal) -> Decimal:
    """A fraction to fifteen figures behind the point."""
    return part if part == part.quantize(Decimal("1e-12")) else part.quantize(_TINY)
