"""Numbers and days as papers write them."""

from __future__ import annotations

import calendar
from datetime import date

_DIGITS = "零一二三四五六七八九"
_CAPITAL = str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
WAN = 10_000


def han(number: int) -> str:
    """十二, 一百零五, 三万六千: up to a hundred million."""
    words = _whole(number)
    return words.removeprefix("一") if words.startswith("一十") else words


def counted(number: int) -> str:
    """两 before a measure word."""
    return "两" if number == 2 else han(number)


def capital(number: int) -> str:
    """壹拾贰, 叁万陆仟."""
    return _whole(number).translate(_CAPITAL)


def years_digits(number: int) -> str:
    """二〇二四."""
    return "".join(_DIGITS[int(char)] for char in str(number)).replace("零", "〇")


def _whole(number: int) -> str:
    if number < WAN:
        return _section(number) or "零"
    high, low = divmod(number, WAN)
    words = _section(high) + "万"
    if low:
        words += ("零" if low < 1000 else "") + _section(low)
    return words


def _section(number: int) -> str:
    words, hole = "", False
    for size, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // size % 10
        if digit:
            words += ("零" if hole and words else "") + _DIGITS[digit] + unit
        hole = not digit
    return words


def written(day: date, form: str) -> str:
    """The day in one of the forms that `spelled` knows."""
    return spelled(day.year, day.month, day.day, form)


def spelled(year: int, month: int, number: int, form: str) -> str:
    """Year, month and day, also of a day that no calendar has."""
    return {
        "plain": f"{year}年{month}月{number}日",
        "padded": f"{year}年{month:02d}月{number:02d}日",
        "spaced": f"{year} 年 {month} 月 {number} 日",
        "dots": f"{year}.{month}.{number}",
        "iso": f"{year}-{month:02d}-{number:02d}",
        "slash": f"{year}/{month}/{number}",
        "han": f"{years_digits(year)}年{han(month)}月{han(number)}日",
        "wide": f"{year}年{month}月{number}日".translate(FULL_WIDTH),
    }[form]


def impossible(day: date, form: str, *, thirteenth: bool) -> str:
    """The day one after the month's last, or one of a thirteenth month."""
    if thirteenth:
        return spelled(day.year, 13, min(day.day, 28), form)
    return spelled(day.year, day.month, 30 if day.month == 2 else calendar.monthrange(day.year, day.month)[1] + 1, form)


def later(day: date, months: int) -> date:
    """The same day some months on, or the month's last."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
