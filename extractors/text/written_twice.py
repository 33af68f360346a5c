"""Find sums that a paper writes twice, in Chinese or capital numerals and in figures.

Reads::

    人民币伍万元整（￥50000.00）, 50000元（大写：伍万元整）      one sum, its two figures
    人民币（大写）伍拾万元整（小写：500000元）                   the same
    大写：伍万元整　小写：￥50000                                 the same, side by side or one below the other
    伍万（50000）元, 伍万元整，￥50000元, 伍万元整即50000元        the same
    项目 | 金额（小写） | 金额（大写）                             a table's two columns

Leaves alone::

    伍万元（首期20000元）, 伍万元（每年10000元）                  another sum in brackets
    壹万美元（￥70000元）                                          another currency
    大写：　　　元　小写：￥　　　                                  left blank
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from extractors.text.numerals import HAN_DIGIT, HAN_UNIT, read_number
from extractors.text.passage import Passage, Stretch

_HAN = f"[{HAN_DIGIT}{HAN_UNIT}参]"
_SPACED = rf"{_HAN}(?:[ ]{{0,3}}{_HAN}){{0,30}}"
_CURRENCIES = {
    "人民币": "CNY", "RMB": "CNY", "CNY": "CNY", "￥": "CNY", "元": "", "圆": "", "块": "",
    "美元": "USD", "美金": "USD", "US$": "USD", "USD": "USD", "港元": "HKD", "港币": "HKD", "HK$": "HKD", "HKD": "HKD",
    "欧元": "EUR", "EUR": "EUR", "€": "EUR", "英镑": "GBP", "日元": "JPY", "澳门元": "MOP", "澳门币": "MOP", "新台币": "TWD", "$": "USD",
}  # fmt: skip
_SIGN = "人民币|RMB|CNY|￥|US\\$|USD|HK\\$|HKD|EUR|€|\\$|港币|港元|美元|美金|欧元|澳门币|新台币"
_UNIT = "美元|美金|港元|港币|欧元|英镑|日元|澳门元|元|圆|块"
_LOOSE = "约|近|超过?|逾|不少于|不低于|不超过|至少|最高|最低|每"
_FIGURES = r"(?<![0-9.，])[0-9]{1,3}(?:，[0-9]{3})+(?:\.[0-9]{1,4})?|(?<![0-9.])[0-9]{1,12}(?:\.[0-9]{1,6})?"
_TOKEN = re.compile(
    # every sum begins with one of these: a look at one character is cheaper than the whole pattern at each
    rf"(?=[0-9{HAN_DIGIT}{HAN_UNIT}参〔_￥$€人港美欧澳新RCUEH约近超逾不至最每 ])"
    rf"(?P<loose>{_LOOSE})?(?:(?P<sign>{_SIGN})[ ]?(?:（?[大小]写）?)?[ ：]{{0,3}}(?:￥)?[ ]{{0,2}})?[〔_]{{0,12}}[ ]?"
    rf"(?:(?P<figures>{_FIGURES})[ ]?(?P<scale>[百千]?[万亿]|千)?"
    rf"|(?<!{_HAN})(?P<han>{_SPACED}))"
    rf"(?P<odd>[多余来几])?(?P<inner>（(?:{_SIGN})?(?:[0-9，.]{{1,18}}[万亿]?|{_SPACED})）)?"
    rf"[ ]?[〕_]{{0,12}}[ ]?(?P<unit>{_UNIT})?(?P<small>(?:[ ]?{_HAN}[ ]?角)?(?:[ ]?零?{_HAN}[ ]?分)?)[ ]?[整正]?"
)
_MONEY = re.compile("[元圆￥块$€]|RMB|CNY|USD|HKD|EUR|币|[大小]写")
_LABEL = r"(?:金额|总?额|捐赠|捐款|资助|资金|经费|款项?|总计|合计|共计|计|总价|价款|人民币|数|即|为|是|其?中|折合)"
_GLUE_LABEL = re.compile(
    rf"[ \t|，；、（）：]*(?:\n[ \t|]*(?:[0-9]{{1,2}}[.、]|（[0-9一二三四五六]{{1,2}}）|[①-⑩])?[ （]*)?(?:{_LABEL}){{0,4}}[ （：]*[大小]写[ ）：\t|]*(?:{_LABEL}){{0,2}}[ ：（]*"
)
_GLUE_BRACKET = re.compile(rf"(?:/每?[年月人生次期])?(?:人民币)?[ \n]?（[ ]?(?:(?:[大小]写(?:金额)?|{_LABEL})[ ：]*){{0,3}}")
_GLUE_SIGN = re.compile(r"[ \t|，、/]{0,4}(?:即|计|合计?|：)?[ ：]*")
_GLUE_THAT_IS = re.compile(r"(?:（[大小]写）)?[ ，、]{0,2}(?:也?即|也就是|折合|计)[ ：]?(?:人民币)?")
_CLOSES = re.compile(r"[ ]?[整正]?[ ]?(?:/每?[年月人生次期]|每[年月人生次期])?(?:，?(?:下同|含税))?[ ]?）")
_AHEAD = re.compile(r"[大小]写[ ）：\t|为是]*(?:人民币)?[ ：]*$")
_CAPITAL = re.compile("[壹贰叁肆伍陆柒捌玖拾佰仟]")
_ZERO_UNITS = re.compile("零[ ]?[亿万仟佰拾千百十]")
_ROUNDED = 20
"""No more than a twentieth is rounded away."""
_CELL_END = re.compile(r"[ ]*[\t|][ \t|]*")
_VAGUE = frozenset("几数多余来")
"""十几万元: behind these a numeral goes on."""
_LONGEST_GAP = 30


@dataclass(frozen=True, slots=True)
class Figure:
    """One writing of a sum: where it stands, its value, in Chinese numerals or in figures; ``step`` is what its last place is worth."""

    start: int
    end: int
    value: Decimal
    is_han: bool
    currency: str
    step: Decimal
    signed: bool
    exact: bool

    def scaled(self, factor: Decimal) -> Figure:
        """The same in a column of so many yuan each."""
        return replace(self, value=self.value * factor, step=self.step * factor)

    def equals(self, other: Figure) -> bool:
        """Whether both say the same sum; 12.35万元 is 123456元, rounded, but 2万元 is not 15000元."""
        step = max(self.step, other.step)
        near = abs(self.value - other.value) * _ROUNDED <= max(self.value, other.value)
        return self.value == other.value or (
            near
            and step > 1
            and (self.value / step).quantize(Decimal(1), ROUND_HALF_UP) == (other.value / step).quantize(Decimal(1), ROUND_HALF_UP)
        )


def find_written_twice(passage: Passage) -> Iterator[tuple[Figure, Figure]]:
    """Each sum that stands in both writings: the first of them, and the second, in reading order."""
    figures = list(_figures(passage))
    at = 0
    while at + 1 < len(figures):
        first, second = figures[at], figures[at + 1]
        if _are_one(passage, first, second):
            yield first, second
            at += 1
        at += 1
    yield from _columns(passage)


def _figures(passage: Passage) -> Iterator[Figure]:
    for line in passage.lines:
        if _MONEY.search(passage.text, line.start, line.end):
            for match in _TOKEN.finditer(passage.text, line.start, line.end):
                yield from _read(passage.text, match)


def _read(text: str, match: re.Match[str]) -> Iterator[Figure]:
    """The sum, and the other writing that stands between it and its unit: 伍万（50000）元."""
    first = _figure(text, match)
    if match["inner"]:
        inside = _TOKEN.match(text, match.start("inner") + 1, match.end("inner") - 1)
        second = _figure(text, inside) if inside else None
        if first is not None and second is not None and match["unit"]:
            yield first
            yield second
        return
    if first is not None:
        yield first


def _figure(text: str, match: re.Match[str]) -> Figure | None:
    words, scale = match["figures"] or match["han"], match["scale"] or ""
    labelled = _AHEAD.search(text[max(0, match.start() - 10) : match.start()]) is not None or "写" in match.group()
    if not (match["unit"] or match["sign"] or labelled or text[match.start() - 1 : match.start()] == "（"):
        return None
    if match["han"] and (words[0] in "百千万亿佰仟" or text[match.start() - 1 : match.start()] in _VAGUE):
        return None
    value = _value(words.replace(" ", "")) if match["han"] else read_number(words)
    if value is None or value == 0:
        return None
    factor = Decimal(read_number("一" + scale) or 1) if scale else Decimal(1)
    value = value * factor + _small(match["small"])
    decimals = len(words.partition(".")[2]) if match["figures"] else 0
    sign, unit = match["sign"] or "", match["unit"] or ""
    currency = _CURRENCIES.get(unit) or _CURRENCIES.get(sign, "")
    exact = not (match["loose"] or match["odd"])
    start = match.start("sign") if match["sign"] else match.start("figures" if match["figures"] else "han")
    return Figure(start, match.end(), value, bool(match["han"]), currency, factor / 10**decimals, bool(sign), exact)


def _value(words: str) -> Decimal | None:
    """A Chinese numeral, also as forms write it, with every place (伍万零仟零佰零拾零)."""
    found = read_number(words)
    if found is not None:
        return found
    plain = _ZERO_UNITS.sub("零", words)
    plain = re.sub("零+", "零", plain).rstrip("零")
    return read_number(plain) if plain else None


def _small(words: str) -> Decimal:
    total = Decimal(0)
    for digit, size in re.findall(r"([^零角分 ])[ ]?([角分])", words):
        value = read_number(digit)
        total += value * Decimal("0.1" if size == "角" else "0.01") if value is not None else 0
    return total


def _are_one(passage: Passage, first: Figure, second: Figure) -> bool:
    text = passage.text
    if first.is_han == second.is_han or not (first.exact and second.exact) or second.start - first.end > _LONGEST_GAP:
        return False
    if first.currency != second.currency and {first.currency, second.currency} - {"", "CNY"}:
        return False
    if second.start < first.end:
        return True  # 伍万（50000）元
    between = text[first.end : second.start]
    if _GLUE_BRACKET.fullmatch(between):
        return _CLOSES.match(text, second.end, passage.end) is not None
    if _GLUE_LABEL.fullmatch(between) or _GLUE_THAT_IS.fullmatch(between):
        return True
    capital = _CAPITAL.search(text, first.start, first.end) or _CAPITAL.search(text, second.start, second.end)
    return bool(capital and second.signed and _GLUE_SIGN.fullmatch(between))


def _columns(passage: Passage) -> Iterator[tuple[Figure, Figure]]:
    """A table with one column for each writing."""
    if "大写" not in passage.text[passage.start : passage.end]:
        return
    head: tuple[int, int, Decimal] | None = None
    for line in passage.lines:
        cells = _cells(passage, line)
        found = _head(passage, cells)
        if found is not None or len(cells) < 2:
            head = found
        elif head is not None and len(cells) > max(head[:2]):
            han, figures = (_whole(passage.text, cells[column]) for column in head[:2])
            if han is not None and figures is not None and han.is_han and not figures.is_han:
                first, second = sorted((han, figures.scaled(head[2])), key=lambda one: one.start)
                yield first, second


def _head(passage: Passage, cells: Sequence[Stretch]) -> tuple[int, int, Decimal] | None:
    """The columns of the capital numerals and of the figures in a table's heading, and what its figures are to be multiplied by."""
    words = [passage.words(cell) for cell in cells]
    han = next((at for at, word in enumerate(words) if word.rstrip("）").endswith("大写") and len(word) < 12), None)
    if han is None:
        return None
    figures = next((at for at, word in enumerate(words) if at != han and ("小写" in word or "金额" in word) and len(word) < 14), None)
    return None if figures is None else (han, figures, Decimal(10_000 if "万元" in words[figures] else 1))


def _cells(passage: Passage, line: Stretch) -> list[Stretch]:
    marks = list(_CELL_END.finditer(passage.text, line.start, line.end))
    starts = [line.start, *(mark.end() for mark in marks)]
    ends = [*(mark.start() for mark in marks), line.end]
    return [Stretch(start, end) for start, end in zip(starts, ends, strict=True) if end > start]


def _whole(text: str, cell: Stretch) -> Figure | None:
    """The figure that fills a table's cell."""
    match = _TOKEN.fullmatch(text, cell.start, cell.end)
    if match is None:
        return None
    found = _figure(text, match)
    if found is not None:
        return found
    value = _value((match["han"] or "").replace(" ", "")) if match["han"] else read_number(match["figures"])
    if value is None:
        return None
    return Figure(cell.start, cell.end, value, bool(match["han"]), "", Decimal(1), signed=False, exact=True)
