"""Numbers, sums and days as Chinese papers write them."""

from __future__ import annotations

from decimal import Decimal

Day = tuple[int, int, int]
"""Year, month and day; need not exist."""

_DIGITS = "零一二三四五六七八九"
_CAPITALS = "零壹贰叁肆伍陆柒捌玖"
_UNITS = ("", "拾", "佰", "仟")
_ROMAN = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


def chinese(number: int) -> str:
    """12 → 十二, for 1 to 99."""
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else ("十" if tens == 1 else f"{_DIGITS[tens]}十")
    return head + (_DIGITS[ones] if ones else "")


def counted(number: int) -> str:
    """A number before a measure word: 两 for 2."""
    return "两" if number == 2 else chinese(number)


def capital(number: int) -> str:
    """30 5000 → 叁拾万伍仟, for whole numbers below a hundred million."""
    high, low = divmod(number, 10_000)
    text = f"{_below_ten_thousand(high)}万" if high else ""
    if low:
        text += ("零" if high and low < 1_000 else "") + _below_ten_thousand(low)
    return text


def wan(number: int) -> str:
    """A sum in 万: 48000 → 4.8."""
    return f"{(Decimal(number) / 10_000).normalize():f}"


def roman(number: int) -> str:
    """4 → Ⅳ."""
    return _ROMAN[number - 1] if number <= len(_ROMAN) else f"Ⅹ{_ROMAN[number - 11]}"


def circled(number: int) -> str:
    """4 → ④."""
    return _CIRCLED[number - 1]


def year_in_chinese(year: int) -> str:
    """2024 → 二〇二四."""
    return "".join("〇" if digit == "0" else _DIGITS[int(digit)] for digit in str(year))


def day_text(day: Day, form: str) -> str:
    """A day in one of the forms 年月日, padded, spaced, dash, dot, slash, chinese."""
    year, month, date = day
    match form:
        case "padded":
            return f"{year}年{month:02}月{date:02}日"
        case "spaced":
            return f"{year} 年 {month} 月 {date} 日"
        case "dash":
            return f"{year}-{month:02}-{date:02}"
        case "dot":
            return f"{year}.{month}.{date}"
        case "slash":
            return f"{year}/{month}/{date}"
        case "chinese":
            return f"{year_in_chinese(year)}年{chinese(month)}月{chinese(date)}日"
        case _:
            return f"{year}年{month}月{date}日"


def _below_ten_thousand(number: int) -> str:
    text, gap = "", False
    for place in (3, 2, 1, 0):
        digit = number // 10**place % 10
        if digit:
            text += ("零" if gap and text else "") + _CAPITALS[digit] + _UNITS[place]
        gap = digit == 0
    return text
