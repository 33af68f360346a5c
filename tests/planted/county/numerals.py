"""Numbers, sums and days as papers write them."""

from __future__ import annotations

from datetime import date

_DIGITS = "〇一二三四五六七八九"
_CAPITALS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("", "拾", "佰", "仟")
DATE_STYLES = ("年月日", "年月日", "年月日", "0年0月0日", "-", ".", "/", "汉", "年 月 日")


def chinese(value: int) -> str:
    """Write a number below a hundred (十二)."""
    tens, ones = divmod(value, 10)
    head = "" if tens == 0 else "十" if tens == 1 else _DIGITS[tens] + "十"
    return head + (_DIGITS[ones] if ones or not tens else "")


def chinese_count(value: int) -> str:
    """Write a count that stands before a measure word (两, 十二); from a hundred on in figures."""
    return "两" if value == 2 else chinese(value) if value < 100 else str(value)


def capital(value: int) -> str:
    """Write a whole sum in capital numerals (叁拾万零伍仟)."""
    high, low = divmod(value, 10000)
    if not high:
        return _capital_four(low)
    gap = "零" if low and low < 1000 else ""
    return _capital_four(high) + "万" + (gap + _capital_four(low) if low else "")


def _capital_four(value: int) -> str:
    out, gap = "", False
    for place in (3, 2, 1, 0):
        digit = value // 10**place % 10
        if digit:
            out += ("零" if gap and out else "") + _CAPITALS[digit] + _PLACES[place]
        gap = digit == 0
    return out


def year_in_chinese(year: int) -> str:
    """Write a year digit by digit (二〇二四)."""
    return "".join(_DIGITS[int(digit)] for digit in str(year))


def write_day(year: int, month: int, day: int, style: str) -> str:
    """Write a day, also one that the calendar lacks, in one of the DATE_STYLES."""
    if style == "汉":
        return f"{year_in_chinese(year)}年{chinese(month)}月{chinese(day)}日"
    if style == "0年0月0日":
        return f"{year}年{month:02}月{day:02}日"
    if style == "年 月 日":
        return f"{year} 年 {month} 月 {day} 日"
    if style == "-":
        return f"{year}-{month:02}-{day:02}"
    if style in {".", "/"}:
        return f"{year}{style}{month}{style}{day}"
    return f"{year}年{month}月{day}日"


def write_date(day: date, style: str) -> str:
    """Write a day of the calendar in one of the DATE_STYLES."""
    return write_day(day.year, day.month, day.day, style)


def money(value: int, style: str) -> str:
    """Write a sum: 万元 where it is round, 元 else; `grouped` sets commas, `cents` adds .00."""
    if style == "万" and value % 1000 == 0 and value >= 10000:
        return f"{value / 10000:g}万元"
    if style == "grouped":
        return f"{value:,}元"
    if style == "cents":
        return f"{value}.00元"
    return f"{value}元"


def both_ways(value: int, figure: int, layout: int) -> str:
    """Write a sum in capitals and in figures (the two are equal unless a defect wants otherwise)."""
    words = capital(value)
    return (
        f"人民币{words}元整（¥{figure}.00元）",
        f"人民币（大写）{words}元整（小写：{figure}元）",
        f"{figure}元（大写：{words}元整）",
        f"人民币{figure:,}元（大写：人民币{words}元整）",
        f"大写：{words}元整，小写：￥{figure:,}.00",
        f"人民币{words}元（{figure}元）",
        f"¥{figure}元（人民币{words}元整）",
        f"{figure / 10000:g}万元（大写：{words}元整）" if figure % 1000 == 0 else f"{figure}元（{words}元整）",
    )[layout % 8]


BOTH_WAYS = 8
