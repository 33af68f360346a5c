"""Write a count as Word's automatic numbers do (ECMA-376 part 1, ST_NumberFormat).

Reads::

    12, chineseCounting               十二
    101, chineseCountingThousand      一百零一
    3, ideographTraditional           丙
    3, decimalEnclosedCircle          ③

A format that is not known here is written in figures, as is a count beyond what its format can say.
"""

from __future__ import annotations

from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_LEGAL_SIMPLE = ("零壹贰叁肆伍陆柒捌玖", "拾佰仟")
_LEGAL_TRADITIONAL = ("零壹貳參肆伍陸柒捌玖", "拾佰仟")
_PLAIN = ("零一二三四五六七八九", "十百千")
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"))
_ROMAN_ONES = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii")
_MOST_ROMAN = 3999
_ALPHABET = 26
_MOST_LETTERS = 780
_HUNDRED = 100
_TEN_THOUSAND = 10_000


def write_number(count: int, number_format: str) -> str:
    """``count`` in a Word number format; figures where the format or the count is beyond us."""
    writer = _WRITERS.get(number_format)
    return (writer(count) if writer and count >= 0 else "") or str(count)


def _thousands(numerals: tuple[str, str], count: int, *, bare_ten: bool = True) -> str:
    """一百零一: with the names of tens, hundreds and thousands; 十一 and not 一十一 where ``bare_ten``."""
    digits, units = numerals
    if not 0 < count < _TEN_THOUSAND:
        return ""
    figures = str(count)
    words = ""
    gap = False
    for at, figure in enumerate(figures):
        place = len(figures) - at - 1
        if figure == "0":
            gap = True
            continue
        words += (digits[0] if gap and words else "") + digits[int(figure)] + (units[place - 1] if place else "")
        gap = False
    return words[1:] if bare_ten and words.startswith(digits[1] + units[0]) else words


def _counting(count: int) -> str:
    """十二, 九十九; from a hundred on figure by figure (一〇一)."""
    return _thousands(_PLAIN, count) if count < _HUNDRED else _by_figure(count)


def _japanese(count: int) -> str:
    """百一: neither an 一 before 百 and 千 nor a 零 in the gaps."""
    return _thousands(_PLAIN, count).replace("零", "").replace("一十", "十").replace("一百", "百").replace("一千", "千")


def _by_figure(count: int) -> str:
    return "".join(_DIGITS[int(figure)] for figure in str(count))


def _from(row: str) -> Callable[[int], str]:
    """A format that is a row of signs; nothing beyond its end."""
    return lambda count: row[count - 1] if 0 < count <= len(row) else ""


def _run(first: str, length: int) -> Callable[[int], str]:
    return _from("".join(chr(ord(first) + step) for step in range(length)))


def _cycle(count: int) -> str:
    """甲子, 乙丑 … the sixty of the calendar."""
    return _STEMS[(count - 1) % 10] + _BRANCHES[(count - 1) % 12] if count else ""


def _letters(count: int) -> str:
    """The letters a to z, then aa, bb …: Word repeats the letter."""
    if not 0 < count <= _MOST_LETTERS:
        return ""
    return chr(ord("a") + (count - 1) % _ALPHABET) * ((count - 1) // _ALPHABET + 1)


def _roman(count: int) -> str:
    if not 0 < count <= _MOST_ROMAN:
        return ""
    words = ""
    for worth, sign in _ROMAN:
        words += sign * (count // worth)
        count %= worth
    return words + _ROMAN_ONES[count]


def _full_width(count: int) -> str:
    return "".join(chr(ord(figure) + 0xFEE0) for figure in str(count))


_WRITERS: dict[str, Callable[[int], str]] = {
    "none": lambda _: "",
    "decimal": str,
    "decimalZero": lambda count: f"{count:02d}",
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalHalfWidth": str,
    "decimalEnclosedCircle": _run("①", 20),
    "decimalEnclosedCircleChinese": _run("①", 20),
    "decimalEnclosedParen": _run("⑴", 20),
    "decimalEnclosedFullstop": _run("⒈", 20),
    "numberInDash": lambda count: f"- {count} -",
    "chineseCounting": _counting,
    "taiwaneseCounting": _counting,
    "chineseCountingThousand": lambda count: _thousands(_PLAIN, count),
    "taiwaneseCountingThousand": lambda count: _thousands(_PLAIN, count),
    "japaneseCounting": _japanese,
    "ideographDigital": _by_figure,
    "japaneseDigitalTenThousand": _by_figure,
    "taiwaneseDigital": _by_figure,
    "chineseLegalSimplified": lambda count: _thousands(_LEGAL_SIMPLE, count, bare_ten=False),
    "ideographLegalTraditional": lambda count: _thousands(_LEGAL_TRADITIONAL, count, bare_ten=False),
    "ideographTraditional": _from(_STEMS),
    "ideographZodiac": _from(_BRANCHES),
    "ideographZodiacTraditional": _cycle,
    "ideographEnclosedCircle": _run("㊀", 10),
    "upperLetter": lambda count: _letters(count).upper(),
    "lowerLetter": _letters,
    "upperRoman": lambda count: _roman(count).upper(),
    "lowerRoman": _roman,
}
