"""Numbers and dates as Chinese papers write them: each function gives every form of one value that we know."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

_FULL_WIDTH = str.maketrans("0123456789.,%", "０１２３４５６７８９．，％")
_CAPITAL = str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")
_TRADITIONAL = str.maketrans("贰叁陆万亿圆两点", "貳參陸萬億圓兩點")
_DIGITS = "零一二三四五六七八九"
_SECTION = 10**4
_LIKE_A_TELEPHONE = 10**10


def plain(value: Decimal) -> str:
    """The figures without an exponent and without zeros that say nothing."""
    return f"{value.normalize():f}" if value else "0"


def full_width(words: str) -> str:
    """The same in full-width figures."""
    return words.translate(_FULL_WIDTH)


def traditional(words: str) -> str:
    """The same in traditional characters."""
    return words.translate(_TRADITIONAL)


def han(number: int) -> str:
    """一千零一, 十二, 三亿零五万."""
    words = _sections(number)
    return words.removeprefix("一") if words.startswith("一十") else words


def spoken(number: int) -> str:
    """两千两百二十: 2 is said 两 before 百, 千, 万 and 亿."""
    words = han(number)
    for unit in "百千万亿":
        words = words.replace(f"二{unit}", f"两{unit}")
    for joined in ("十", "零"):
        words = words.replace(f"{joined}两", f"{joined}二")
    return words


def capital(number: int) -> str:
    """壹仟零壹, 壹拾贰."""
    return _sections(number).translate(_CAPITAL)


def digits(number: int | str, zero: str = "〇") -> str:
    """二〇二三."""
    return "".join(_DIGITS[int(char)] for char in str(number)).replace("零", zero)


def _sections(number: int) -> str:
    if number < _SECTION:
        return _section(number) or "零"
    for size, unit in ((_SECTION**2, "亿"), (_SECTION, "万")):
        if number >= size:
            many, few = divmod(number, size)
            join = "零" if few and few < size // 10 else ""
            return _sections(many) + unit + (join + _sections(few) if few else "")
    raise AssertionError(number)


def _section(number: int) -> str:
    """Below 10,000; "" for 0."""
    words = ""
    for size, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        figure, number = divmod(number, size)
        if figure:
            words += _DIGITS[figure] + unit
        elif words and number and not words.endswith("零"):
            words += "零"
    return words


def pointed(value: Decimal) -> str:
    """三点五."""
    whole, _, tail = plain(value).partition(".")
    return f"{han(int(whole))}点{digits(tail, '零')}" if tail else han(int(whole))


def in_scale(number: int) -> list[str]:
    """3.5万, 三点五万, 1.2亿: the figure in front of its scale, where that leaves few places behind the point."""
    forms = []
    for size, unit in ((10**8, "亿"), (10**4, "万")):
        value = Decimal(number) / size
        if value >= 1 and value == round(value, 4):
            forms += [plain(value) + unit, full_width(plain(value)) + unit]
            forms += [pointed(value) + unit] if value < _SECTION else []
    return forms


def by_steps(number: int) -> list[str]:
    """1亿2千万, 3万5000, 1亿零5万: figures and scales by turns."""
    high, low = divmod(number, 10**8)
    middle, few = divmod(low, 10**4)
    if not ((high and low) or (middle and few)):
        return []
    parts = [f"{high}亿"] if high else []
    if middle:
        thousands = middle % 1000 == 0 and high
        parts.append(f"{middle // 1000}千万" if thousands else f"{'零' if high and middle < 1000 else ''}{middle}万")
    if few:
        parts.append(f"{'零' if few < 1000 or not middle else ''}{few}")
    return ["".join(parts)]


def figures(value: Decimal) -> list[str]:
    """1500, 1,500, 1，500, １５００; eleven figures in a row are a telephone number rather than a count."""
    words = plain(value)
    parted = f"{value:,f}" if value == value.to_integral_value() else f"{int(value):,}.{words.partition('.')[2]}"
    parted_forms = [parted, full_width(parted)]
    return list(dict.fromkeys([words, full_width(words), *parted_forms] if value < _LIKE_A_TELEPHONE else parted_forms))


def numbers(number: int) -> list[str]:
    """Every form of a whole number; 參 by itself is a verb."""
    chinese = [han(number), spoken(number), capital(number), traditional(han(number)), traditional(capital(number))]
    forms = dict.fromkeys([*figures(Decimal(number)), *chinese, *in_scale(number), *by_steps(number)])
    return [form for form in forms if form != "參"]


def sums(number: int) -> list[str]:
    """Every form of a sum in whole yuan."""
    forms = [f"{words}元" for words in numbers(number)] + [f"{capital(number)}{end}" for end in ("元整", "圆整", "元正")]
    forms += [f"{sign}{words}" for sign in ("￥", "¥", "RMB", "人民币") for words in figures(Decimal(number))]
    forms += [
        f"人民币{han(number)}元",
        f"人民币（大写）：{capital(number)}元整",
        traditional(f"{capital(number)}圆整"),
        f"{number}元人民币",
    ]
    return list(dict.fromkeys(forms))


def small_sums(fen: int) -> list[str]:
    """Every form of a sum with 角 and 分."""
    yuan, rest = divmod(fen, 100)
    jiao, last = divmod(rest, 10)
    value = Decimal(fen) / 100
    forms = [f"{value:.2f}元", f"￥{value:,.2f}", full_width(f"{value:.2f}") + "元", f"{pointed(value)}元"]
    if jiao and last and yuan:
        forms += [f"{yuan}元{jiao}角{last}分", f"{han(yuan)}块{han(jiao)}毛{han(last)}分"]
        forms.append(f"{capital(yuan)}元{capital(jiao)}角{capital(last)}分")
    return forms


def percentages(value: Decimal) -> list[str]:
    """Every form of a percentage up to 100, with one place behind the point at most."""
    words = plain(value)
    forms = [f"{words}%", f"{words}％", full_width(f"{words}%"), f"{words} %", f"{words}个百分点"]
    forms += [f"百分之{pointed(value)}", f"{plain(value * 10)}‰"]
    if value == value.to_integral_value():
        forms.append(f"百分之{words}")
        forms += [f"{han(int(value) // 10)}成"] if value % 10 == 0 and 0 < value < 100 else []
    return forms


def ordinals(number: int) -> list[str]:
    """第3, 第三, 第１２."""
    return [f"第{words}" for words in (str(number), full_width(str(number)), han(number))]


def dates(day: date) -> list[str]:
    """Every form of a day."""
    year, month, at = day.year, day.month, day.day
    arabic = [f"{year}年{month}月{at}日", f"{year}年{month:02d}月{at:02d}日", f"{year}年{month}月{at}号", f"{year} 年 {month} 月 {at} 日"]
    pointed_ = [f"{year}{mark}{month}{mark}{at}" for mark in "./-"] + [f"{year}-{month:02d}-{at:02d}", f"{year}.{month:02d}.{at:02d}"]
    chinese = [f"{digits(year, zero)}年{han(month)}月{han(at)}日" for zero in "〇零○"]
    return [*arabic, *map(full_width, arabic), *pointed_, *chinese, f"公元{year}年{month}月{at}日"]


def months(year: int, month: int) -> list[str]:
    """Every form of a month of a year."""
    forms = [f"{year}年{month}月", f"{year}年{month:02d}月", f"{year}年{month}月份", f"{year} 年 {month} 月"]
    return [*forms, full_width(forms[0]), *(f"{digits(year, zero)}年{han(month)}月" for zero in "〇零○")]


def years(year: int) -> list[str]:
    """Every form of a year."""
    return [f"{year}年", full_width(f"{year}年"), f"{year} 年", f"{year}年度", *(f"{digits(year, zero)}年" for zero in "〇零○")]


def day_ranges(first: date, last: date) -> list[str]:
    """Every form of a range of days: the second one leaves out what it shares with the first."""
    begin = f"{first.year}年{first.month}月{first.day}日"
    whole = f"{last.year}年{last.month}月{last.day}日"
    tails = [whole]
    pointed_ = [f"{first.year}.{first.month}.{first.day}—{last.year}.{last.month}.{last.day}"]
    if first.year == last.year:
        tails.append(f"{last.month}月{last.day}日")
        if first.month == last.month:
            tails.append(f"{last.day}日")
    forms = [f"{begin}{join}{tail}" for tail in tails for join in ("至", "到", "—", "-", "－", "～", "——")]
    forms += [f"自{begin}起至{tail}止" for tail in tails] + [f"从{begin}到{tail}" for tail in tails]
    chinese = [f"{digits(day.year)}年{han(day.month)}月{han(day.day)}日" for day in (first, last)]
    return [*forms, *pointed_, "至".join(chinese)]


def ranges(first: int, last: int, unit: str) -> list[str]:
    """Every form of a range of numbers: 3至5万元, 3万元—5万元, 三到五万元; ``unit`` begins with their scale, if they share one."""
    pairs = [(str(first), str(last)), (full_width(str(first)), full_width(str(last))), (counted(first), counted(last))]
    joins = ("至", "到", "-", "—", "－", "～", "~")
    once = [f"{low}{join}{high}{unit}" for low, high in pairs for join in joins]
    return once + [f"{low}{unit}{join}{high}{unit}" for low, high in pairs for join in joins]


def lengths(count: int, unit: str) -> list[str]:
    """Every form of a length of time; ``unit`` with its 个 where it has one."""
    return list(dict.fromkeys(f"{words}{unit}" for words in (str(count), full_width(str(count)), f"{count} ", counted(count))))


def counted(count: int) -> str:
    """The number as it is said before what it counts: 两, 十二."""
    return "两" if count == 2 else han(count)
