"""Numbers, dates and sums as agreements write them."""

from __future__ import annotations

from random import Random

_HAN = "零一二三四五六七八九"
_CAPITAL = "零壹贰叁肆伍陆柒捌玖"
_SMALL = ("", "十", "百", "千")
_LARGE = ("", "拾", "佰", "仟")
_DAY_STYLES = ("plain", "plain", "plain", "plain", "zero", "dot", "dash", "han", "space")

Day = tuple[int, int, int]
"""Year, month and day; the day 0 where only the month is meant. The calendar is not asked."""


def _group(number: int, digits: str, units: tuple[str, ...]) -> str:
    out, gap = "", False
    for place in (3, 2, 1, 0):
        digit = number // 10**place % 10
        if digit:
            out += (digits[0] if gap and out else "") + digits[digit] + units[place]
        gap = not digit
    return out


def _read(number: int, digits: str, units: tuple[str, ...]) -> str:
    high, low = divmod(number, 10_000)
    if not high:
        return _group(low, digits, units) or digits[0]
    joint = digits[0] if 0 < low < 1000 else ""
    return _group(high, digits, units) + "万" + joint + _group(low, digits, units)


def han(number: int) -> str:
    """三, 十二, 二十, 一百零五."""
    read = _read(number, _HAN, _SMALL)
    return read[1:] if read.startswith("一十") else read


def capital(number: int) -> str:
    """叁万伍仟; the numerals of a cheque, without 元."""
    return _read(number, _CAPITAL, _LARGE)


def count_han(number: int) -> str:
    """As han, but 两 before a measure word."""
    return "两" if number == 2 else han(number)


def year_han(year: int, zero: str = "〇") -> str:
    """二〇二一."""
    return "".join(zero if digit == "0" else _HAN[int(digit)] for digit in str(year))


def day_style(rng: Random) -> str:
    """One of the ways to write a date."""
    return rng.choice(_DAY_STYLES)


def month(style: str, year: int, number: int) -> str:
    """2021年9月 in the style of the paper."""
    if style == "han":
        return f"{year_han(year)}年{han(number)}月"
    if style == "space":
        return f"{year} 年 {number} 月"
    return f"{year}年{number:02}月" if style == "zero" else f"{year}年{number}月"


def day(style: str, when: Day) -> str:
    """A date; a month where the day is 0."""
    year, number, day_ = when
    if not day_:
        return month(style, year, number)
    tables = {
        "zero": f"{year}年{number:02}月{day_:02}日",
        "dot": f"{year}.{number}.{day_}",
        "dash": f"{year}-{number:02}-{day_:02}",
        "space": f"{year} 年 {number} 月 {day_} 日",
        "han": f"{year_han(year)}年{han(number)}月{han(day_)}日",
    }
    return tables.get(style, f"{year}年{number}月{day_}日")


def span(rng: Random, years: int) -> str:
    """三年, 3年, 叁年, 36个月: the length of a term in whole years."""
    forms = [f"{count_han(years)}年", f"{count_han(years)}年", f"{years}年", f"{years}年", f"{capital(years)}年", f"{years * 12}个月"]
    if years > 1:
        forms.append(f"{han(years)}年")
    return rng.choice(forms)


def wan(amount: int) -> str:
    """5万元, 1.2万元, and 元 below a thousand."""
    if amount < 10_000 or amount % 100:
        return f"{amount}元"
    text = f"{amount / 10_000:.2f}".rstrip("0").rstrip(".")
    return f"{text}万元"


def plain(style: str, amount: int) -> str:
    """A sum in figures, in the style of the paper."""
    return {"wan": wan(amount), "comma": f"{amount:,}元", "yuan": f"{amount}元", "cents": f"{amount}.00元"}[style]


def in_words(form: int, words: int, figures: int) -> str:
    """A sum in capital numerals and in figures, in one of six forms; the two are the same in a clean paper."""
    big = capital(words)
    return (
        f"人民币{big}元整（¥{figures}.00）",
        f"{figures}元（大写：{big}元整）",
        f"人民币（大写）{big}元整，（小写）{figures:,}元",
        f"{wan(figures)}（大写人民币{big}元整）",
        f"人民币{big}元整（小写：￥{figures:,}.00元）",
        f"人民币{wan(figures)}整（{big}元）",
    )[form % 6]


WORD_FORMS = 6


def full_width(text: str) -> str:
    """The same text with full-width digits."""
    return text.translate({ord("0") + digit: ord("０") + digit for digit in range(10)})
