"""Numbers and days as a Chinese hand writes them."""

from __future__ import annotations

Day = tuple[int, int, int]

_PLAIN, _CAPITAL = "零一二三四五六七八九", "零壹贰叁肆伍陆柒捌玖"
_PLAIN_UNITS, _CAPITAL_UNITS = ("千", "百", "十", ""), ("仟", "佰", "拾", "")
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
CIRCLES = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮"


def _four(number: int, digits: str, units: tuple[str, ...]) -> str:
    """Up to four places: 1205 → 一千二百零五."""
    out = ""
    for digit, unit in zip(f"{number:04d}", units, strict=True):
        if digit != "0":
            out += digits[int(digit)] + unit
        elif out and not out.endswith("零"):
            out += "零"
    return out.rstrip("零")


def _whole(number: int, digits: str, units: tuple[str, ...]) -> str:
    high, low = divmod(number, 10_000)
    if not high:
        return _four(low, digits, units)
    middle = "零" if low and low < 1000 else ""
    return _four(high, digits, units) + "万" + middle + (_four(low, digits, units) if low else "")


def spelled(number: int) -> str:
    """12 → 十二, 120 → 一百二十."""
    words = _whole(number, _PLAIN, _PLAIN_UNITS)
    return words.removeprefix("一") if words.startswith("一十") else words


def counted(number: int) -> str:
    """As before a measure word: 2 → 两."""
    return "两" if number == 2 else spelled(number)


def capitals(number: int) -> str:
    """50000 → 伍万."""
    return _whole(number, _CAPITAL, _CAPITAL_UNITS)


def capital_digit(number: int) -> str:
    """A count of copies: 4 → 肆, 12 → 拾贰."""
    return capitals(number).removeprefix("壹") if 10 <= number < 20 else capitals(number)


def wide(text: str) -> str:
    """Every figure in full width."""
    return text.translate(_WIDE)


def _han_year(year: int, zero: str) -> str:
    return "".join(zero if digit == "0" else _PLAIN[int(digit)] for digit in str(year))


def write_day(day: Day, style: str) -> str:
    """A day in one of the styles; it need not exist."""
    year, month, date = day
    if style == "han":
        return f"{_han_year(year, '〇')}年{spelled(month)}月{spelled(date)}日"
    if style == "han-o":
        return f"{_han_year(year, '○')}年{spelled(month)}月{spelled(date)}日"
    forms = {
        "plain": f"{year}年{month}月{date}日",
        "padded": f"{year}年{month:02d}月{date:02d}日",
        "spaced": f"{year} 年 {month} 月 {date} 日",
        "dots": f"{year}.{month}.{date}",
        "dashes": f"{year}-{month:02d}-{date:02d}",
        "slashes": f"{year}/{month}/{date}",
        "hao": f"{year}年{month}月{date}号",
    }
    return forms[style]


def write_month(day: Day, style: str) -> str:
    """The month of a day; what has no month form is written plainly."""
    year, month, _ = day
    if style.startswith("han"):
        return f"{_han_year(year, '〇' if style == 'han' else '○')}年{spelled(month)}月"
    return f"{year} 年 {month} 月" if style == "spaced" else f"{year}年{month}月"
