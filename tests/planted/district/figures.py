"""Numbers, dates and sums as agreements write them."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

_PLAIN, _CAPITAL = "零一二三四五六七八九", "零壹贰叁肆伍陆柒捌玖"
_YEAR = "〇一二三四五六七八九"
DATE_STYLES = ("plain", "plain", "plain", "padded", "dots", "dashes", "chinese", "spaced", "wide")
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


def chinese(number: int) -> str:
    """一, 十二, 三十 (below a hundred)."""
    tens, ones = divmod(number, 10)
    head = "" if not tens else "十" if tens == 1 else _PLAIN[tens] + "十"
    return head + (_PLAIN[ones] if ones or not head else "")


def counted(number: int) -> str:
    """两 before a measure word, the others as they are."""
    return "两" if number == 2 else chinese(number)


def wide(text: str) -> str:
    """Full-width figures."""
    return text.translate(_WIDE)


def _group(number: int) -> str:
    """Up to four digits in capitals: 壹仟零伍拾."""
    told, gap = "", False
    for power, unit in ((1000, "仟"), (100, "佰"), (10, "拾"), (1, "")):
        digit = number // power % 10
        if digit:
            told += ("零" if gap and told else "") + _CAPITAL[digit] + unit
        gap = not digit
    return told


def capitals(number: int) -> str:
    """壹拾贰万伍仟元整 (below a hundred million)."""
    upper, lower = divmod(number, 10000)
    told = _group(upper) + "万" if upper else ""
    if lower:
        told += ("零" if told and lower < 1000 else "") + _group(lower)
    return told + "元整"


def day(when: date, style: str) -> str:
    """A date in one of the styles."""
    return parts(when.year, when.month, when.day, style)


def parts(year: int, month: int, dom: int, style: str) -> str:
    """A date from its numbers, which need not exist."""
    if style == "chinese":
        return f"{''.join(_YEAR[int(one)] for one in str(year))}年{chinese(month)}月{chinese(dom)}日"
    told = {
        "padded": f"{year}年{month:02}月{dom:02}日",
        "dots": f"{year}.{month}.{dom}",
        "dashes": f"{year}-{month:02}-{dom:02}",
        "spaced": f"{year} 年 {month} 月 {dom} 日",
        "wide": wide(f"{year}年{month}月{dom}日"),
    }
    return told.get(style, f"{year}年{month}月{dom}日")


def later(when: date, months: int) -> date:
    """Some months on (or back), the day kept within its month."""
    index = when.year * 12 + when.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(when.day, monthrange(year, month + 1)[1]))


def wan(amount: int) -> str:
    """12.5 for 125000."""
    return f"{amount / 10000:g}"
