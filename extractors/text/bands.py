"""Find bands: the ranges that a paper sorts schools, people, ways or sums by (20人以下, 20-50人, 50人以上).

Reads::

    在校学生300人以下的, 300—800人的, 900人以上的      up to 300; 300 to 800; from 900
    不足20人, 超过50人, 20人（不含）以上               below 20; above 50; above 20
    满3年不满10年, 300人以上800人以下                  3 to 10 without 10; 300 to 800
    距离10公里以内的                                    up to 10

Leaves alone::

    每学期听课不少于20节, 培训教师50人以上              counts that are promised: they sort nothing
    2024—2026年, 6—8月                                  dates

A band sorts something: a measure stands before it (教师人数在20人以下), or its words are an attribute, a label or a table's cell (20人以下的,
20人以下：). Source: Civil Code of the PRC, art. 1259 (以上, 以下, 以内 include the figure itself; 超过, 不满, 以外 do not).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from extractors.text.numerals import HAN_DIGIT, HAN_UNIT, NUMBER, read_number
from extractors.text.passage import Passage, Stretch

_UNIT = (
    "个教学班|教学班|个班|班|公里|千米|km|KM|里地?|万元|元|周年|周岁|名|人|位|生|户|个|所|年|岁|分钟|小时|平方米|轨|亩|米"
    "|分(?!之[一二三四五六七八九十0-9]|[一-龥]?[校园管别类支期部组层区会批次摊配派])"
)
_FAMILY = {
    "名": "人", "位": "人", "生": "人", "个教学班": "班", "教学班": "班", "个班": "班", "千米": "公里", "km": "公里", "KM": "公里",
    "周年": "年", "万元": "元", "周岁": "岁", "里地": "里",
}  # fmt: skip
_WHOLE = frozenset({"人", "班", "所", "个", "户", "轨", "年", "岁", "分"})
"""What is counted in whole numbers: behind 20人 comes 21人. A year of service counts when it is full."""
_SELF = r"（(?P<{0}>(?:不包?含|包?含|不包括|包括)(?:本[数级]|[0-9一二三四五六七八九十百千万]{{1,6}}(?:{1})?)?)）"
_NUM = rf"(?<![0-9.])(?:{NUMBER})"
_BELOW = r"不足|不满|未满|不到|少于|小于|低于|短于|<"
_ABOVE = r"超过|多于|大于|高于|超出|逾|>"
_LEAST = r"不少于|不低于|不小于|达到|满|大于等于|大于或等于|≥|≧"
_MOST = r"不超过|不多于|不高于|不大于|小于等于|小于或等于|≤|≦"
_FIGURE = re.compile(
    # every band begins with one of these: a look at one character is cheaper than the whole pattern at each
    rf"(?=[0-9{HAN_DIGIT}{HAN_UNIT}不未少小低短超多大高逾达满<>≥≧≤≦])"
    rf"(?:(?P<below>{_BELOW})|(?P<above>{_ABOVE})|(?P<least>{_LEAST})|(?P<most>{_MOST}))?[ ]?(?P<low>{_NUM})[ ]?(?P<unit>{_UNIT})?"
    rf"(?:{_SELF.format('self', _UNIT)})?[ ]?"
    rf"(?:(?:-{{1,2}}|至|到)[ ]?(?P<below2>{_BELOW})?(?P<high>{_NUM})[ ]?(?P<unit2>{_UNIT})?(?:{_SELF.format('self2', _UNIT)})?(?:之间|以内|以下|（?含?）?)?"
    rf"|(?:及|或|和)?(?:(?P<up>以上|之上)|(?P<down>以下|之下|以内|之内)|(?P<beyond>以外|之外))(?:{_SELF.format('self3', _UNIT)})?)?"
)
_BOUNDS = re.compile(
    r"[以之][上下内外]|不足|[不未]满|不到|[少小低短多大高]于|超过|超出|逾|达到|[<>≥≧≤≦]|[0-9人名所个年里元）][ ]?[-至到]{1,2}[ ]?[0-9]|[一二三四五六七八九十百][人名所个]?至[一二三四五六七八九十百]"
)
_SECOND = re.compile(
    rf"[ ]?[，、]?(?:但|且|并|而|至|到)?(?:在)?(?:(?P<below>{_BELOW})|(?P<most>{_MOST}))?[ ]?(?P<high>{_NUM})[ ]?(?P<unit>{_UNIT})(?:{_SELF.format('self', _UNIT)})?"
    rf"(?:(?:及|或)?(?P<down>以下|之下|以内|之内)(?:{_SELF.format('self3', _UNIT)})?)?"
)
_MEASURE = re.compile(
    r"(?:人数|总数|总量|[学师生员兵园校班幼]数|数量|数|规模|学生|在校生|在园|在籍|幼儿|儿童|教师|教职工|教职员工|职工|班级|班额|教学班|距离|距[一-龥]{1,10}|相距[一-龥]{0,8}|路程|里程|车程|路途|行程|单程|往返|离[一-龥]{1,10}"
    r"|编制|编制数|得分|分数|评分|总分|成绩|分值|分|考核|考评|岗位数|教龄|工龄|年限|任教|从教|工作|服务|支教|金额|资金|经费|捐赠额|捐款|款|投入|预算|面积|时间|年龄|满)(?:总[数量])?(?:（[^（）\n]{1,8}）)?(?:在|为|达到|达|满|约|共|有|是|处于|介于|：)?$"
)
_WHO_DOES = re.compile(
    r"(?:捐[赠资款]?|出资|资助|投入|支教|任教|服务|从教|交流|轮岗|听课|指导)(?:时间|总额|金额)?(?:累计|合计|达到?|满|在)?$"
)
_EXCLUDES = re.compile("的?（(?:不包?含|不包括)[^）\n]{0,10}）")
_THOSE = re.compile("(?:之间)?(?:[的者时]|，?(?:授予|颁发|评为|定为|为(?:[优良中合及不基达较特]|[A-E一二三四五甲乙丙丁]等?)))")
"""捐赠1万元以上的: those who give so much. 不低于90分为优秀: what is reckoned as such."""
_LEAD = re.compile(
    r"(?:[0-9一二三四五六七八九十]{1,2}[是、.．]|（[0-9一二三四五六七八九十]{1,2}）|[①-⑳]|其中|对于?|凡是?|即|若|如|如果|当|而|得分|在|处于|介于)*$"
)
_LABEL = re.compile(r"(?:[一-龥]{1,8}(?:校|学校|园|班|类|档|级|组|型|点|区|者|单位)|第?[一二三四五ⅠⅡⅢABC甲乙丙]{1,2}[类档级组])[（：]$")
_TAIL = re.compile(
    r"(?:之间)?(?:（[^（）\n]{1,8}）)?(?:的|者|时|，|；|：|）|、|\t|\||[ ]{2,}|$|\n|每|按|由|可|应|须|至少|不少于|补助|补贴|奖励|给予|配|送|派|选|为|学校|受援|小学|中学|乡村|教学点|幼儿园|教师|安排|享受|授予|颁发|评为|定为|。|[0-9])"
)
_STRONG = re.compile(r"(?:之间)?(?:（[^（）\n]{1,8}）)?(?:的|者|时|：|）|\t|\||[ ]{2,}|为)")
_SETS = re.compile(
    r"(?:之间)?(?:（[^（）\n]{1,8}）)?(?:的|者|时)?[，：]?(?:每|按|由|配|送|派|选|补|奖|给|发|可|应|须|至少|不少于|安排|享受|增|减|定|核|授|颁|评|[0-9])"
)
"""What is set for a band: 不超过30公里，每人每次100元."""
_GIVES = re.compile(
    r"(?:选派|派出|派|培训|培养|组织|接收|安排|举办|开展|不|提供|(?:资助|捐赠|捐款|奖励)(?!金额|总?额|款|资金)|评选|遴选|建设|完成|覆盖|惠及|推荐|每(?:年|学期|学年|月|人|生|名|校|次|周)|补助|补贴|标准|发放|给予|共|计)[^，。；：\t（）]{0,12}$"
)
_CELL_END = re.compile(r"[ ]*[\t|][\t| ]*|[ ]{2,}")
_SCALES = {"万": 10**4, "亿": 10**8}
_FIRST_YEAR = 1000
"""From here on a figure before 年 is a calendar year."""
_TELEPHONE = re.compile(r"(?<![0-9])0[0-9]{2,3}-[0-9]{7,8}(?![0-9])")
_PROMISES = frozenset({"不少于", "不低于", "不小于"})
_BREAKS = "，。；：！？、（）\t|\n"
_CLAUSE_END = re.compile("[，。；：、（）\t|]")
_KINDS = re.compile(
    "小学|初中|高中|中学|幼儿园|教学点|村小|完小|九年一贯制|职校|教师|教职工|学生|在校生|在籍|生源|幼儿|儿童|班级|班额|教学班|寄宿|住校|留守|困难|教龄|工龄|从教|任教|支教|服务|距|路程|里程|车程|金额|资金|经费|捐|面积|年龄"
)
_SAME_KIND = {"教职工": "教师", "在校生": "学生", "在籍": "学生", "生源": "学生", "班额": "班级", "教学班": "班级", "儿童": "幼儿"}
_MOST_LINES = 3
_FARTHEST = 200
"""Characters that two bands of one scale may stand apart."""


@dataclass(frozen=True, slots=True)
class Limit:
    """One end of a band: a figure, whether the band includes it, and whether the paper says so in brackets (含)."""

    value: Decimal
    included: bool
    said: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """A range at its place; ``low`` or ``high`` is None where it is open. ``kinds`` are the words that say of what, if any do.

    ``certain``: by its own words it sorts something; without it, it does so beside others alone. ``column`` is that of
    the table's cell that it fills, -1 for one in running text.
    """

    start: int
    end: int
    low: Limit | None
    high: Limit | None
    unit: str
    kinds: frozenset[str]
    certain: bool
    column: int

    @property
    def is_open(self) -> bool:
        """Whether one of its ends is open: 50人以上."""
        return self.low is None or self.high is None

    @property
    def is_whole(self) -> bool:
        """Whether nothing lies between a number and the next."""
        return self.unit in _WHOLE


def find_scales(passage: Passage) -> Iterator[tuple[Band, ...]]:
    """The bands that sort one thing, two or more together, each beyond the one before (upwards or downwards)."""
    open_scales: dict[int, list[Band]] = {}
    for band in find_bands(passage):
        scale = open_scales.setdefault(band.column, [])
        if scale and not _continues(passage, scale, band):
            yield from (tuple(scale),) if len(scale) > 1 else ()
            scale.clear()
        scale.append(band)
    yield from (tuple(scale) for scale in open_scales.values() if len(scale) > 1)


def find_bands(passage: Passage) -> Iterator[Band]:
    """The bands of a document, in reading order. Linear."""
    text = passage.text
    for whole in passage.lines:
        if not _BOUNDS.search(text, whole.start, whole.end):
            continue
        line = Stretch(_behind_number(passage, whole), whole.end)
        at = line.start
        while (match := _FIGURE.search(text, at, line.end)) is not None:
            band = _band(text, line, match)
            yield from (band,) if band is not None else ()
            at = max(band.end if band is not None else match.end("low"), at + 1)


def _behind_number(passage: Passage, line: Stretch) -> int:
    """Where a line's words begin behind its clause's number."""
    start = line.start
    for _ in range(2):  # 四、（一）
        node = next(reversed(passage.clauses.ancestry(start)), None)
        start = node.text_start if node is not None and start == node.start else start
    while start < line.end and passage.text[start] == " ":
        start += 1
    return start


def _continues(passage: Passage, scale: list[Band], band: Band) -> bool:
    last = scale[-1]
    if band.unit != last.unit or band.start - last.end > _FARTHEST:
        return False
    named = [one.kinds for one in scale if one.kinds]
    if named and band.kinds and not named[-1] & band.kinds:
        return False
    if passage.text.count("\n", last.end, band.start) > _MOST_LINES:
        return False
    if len(scale) == 1:
        return _beyond(last, band) or _beyond(band, last)
    return _beyond(last, band) if _beyond(scale[0], last) else _beyond(band, last)


def _beyond(lower: Band, upper: Band) -> bool:
    """Whether the second band lies above the first, both ends of it."""
    if upper.low is None or lower.high is None:
        return False
    rises = lower.low is None or lower.low.value < upper.low.value
    return rises and (upper.high is None or lower.high.value < upper.high.value)


def _band(text: str, line: Stretch, match: re.Match[str]) -> Band | None:
    limits = _limits(match)
    unit, end = match["unit"] or match["unit2"], match.end()
    if limits is None or _TELEPHONE.search(match.group()):
        return None
    low, high = limits
    if high is None and low is not None and unit:
        second = _second(text, line, match)
        if second is not None:
            high, end = second
    if _EXCLUDES.match(text, end, line.end) and (low is None) != (high is None):
        low, high = (limit and Limit(limit.value, included=False) for limit in (low, high))
    own_cell = _is_cell(text, line, match.start(), end)
    column = len(_CELL_END.findall(text, line.start, match.start())) if own_cell else -1
    if not unit and not own_cell:
        return None
    clause = max(line.start, *(text.rfind(mark, line.start, match.start()) + 1 for mark in _BREAKS))
    certain = _sorts(text, line, Stretch(clause, match.start()), end, own_cell=own_cell)
    promised = (match["least"] in _PROMISES or match["most"]) and not match["high"] and not _THOSE.match(text, end, line.end)
    if promised and not (_LEAD.fullmatch(text, clause, match.start()) and _SETS.match(text, end, line.end)):
        return None  # 其中骨干教师不少于2名: a promise
    if certain is None or (low and high and low.value >= high.value):
        return None
    told = _CLAUSE_END.search(text, end, min(line.end, end + 8))
    told_to = told.start() if told else min(line.end, end + 8)
    kinds = frozenset(_SAME_KIND.get(word, word) for word in _KINDS.findall(text, max(clause, match.start() - 24), told_to))
    return Band(match.start(), end, low, high, _family(unit), kinds, certain, column)


def _limits(match: re.Match[str]) -> tuple[Limit | None, Limit | None] | None:
    """The ends of a band; None where the figure is bounded by nothing."""
    low = _value(match["low"], match["unit"])
    if low is None:
        return None
    own = match["self"] or match["self3"] or ""
    whole = not own.startswith("不")
    if match["high"]:
        return None if match["below"] or match["most"] else _range(match, low, whole=whole and not match["above"])
    if match["up"] or match["least"] or match["above"] or match["beyond"]:
        return Limit(low, whole and not (match["above"] or match["beyond"]), bool(own)), None
    return (None, Limit(low, whole and not match["below"], bool(own))) if match["down"] or match["most"] or match["below"] else None


def _range(match: re.Match[str], low: Decimal, *, whole: bool) -> tuple[Limit, Limit] | None:
    """20-50人, 5-10万元; no range of years (2024-2026年)."""
    unit = match["unit2"] or match["unit"]
    high = _value(match["high"], unit)
    if high is None or (unit == "年" and high > _FIRST_YEAR):
        return None
    if not match["unit"] and (match["high"][-1] in _SCALES or unit == "万元") and match["low"][-1] not in _SCALES:
        low *= _SCALES.get(match["high"][-1], 10**4)
    upper = match["self2"] or ""
    return Limit(low, whole, bool(match["self"])), Limit(high, not (match["below2"] or upper.startswith("不")), bool(upper))


def _value(words: str, unit: str | None) -> Decimal | None:
    value = read_number(words)
    return value * _SCALES["万"] if value is not None and unit == "万元" else value


def _second(text: str, line: Stretch, match: re.Match[str]) -> tuple[Limit, int] | None:
    """300人以上|800人以下, 满3年|不满10年: the upper end behind the lower one."""
    found = _SECOND.match(text, match.end(), line.end)
    if found is None or _family(found["unit"]) != _family(match["unit"]) or not (found["below"] or found["most"] or found["down"]):
        return None
    low, high = _value(match["low"], match["unit"]), _value(found["high"], found["unit"])
    if low is None or high is None or high <= low:
        return None
    own = found["self"] or found["self3"] or ""
    return Limit(high, not (found["below"] or own.startswith("不")), bool(own)), found.end()


def _family(unit: str | None) -> str:
    return _FAMILY.get(unit or "", unit or "")


def _is_cell(text: str, line: Stretch, start: int, end: int) -> bool:
    before = start == line.start or text[start - 1] in "\t|" or text[start - 2 : start] in ("  ", "| ")
    after = end >= line.end or text[end] in "\t|" or text[end : end + 2] in ("  ", " |")
    return before and after and not (start == line.start and end >= line.end and line.end - line.start > 24)


def _sorts(text: str, line: Stretch, before: Stretch, end: int, *, own_cell: bool) -> bool | None:
    """Whether the words around a band say that it sorts something: surely, perhaps (False), or not at all (None)."""
    if own_cell:
        return True
    lead = text[before.start : before.end]
    if not _TAIL.match(text, end, line.end) and end < line.end:
        return None
    if _LABEL.search(text, line.start, before.end):
        return True
    strong = _STRONG.match(text, end, line.end) is not None
    if _WHO_DOES.search(lead) and _THOSE.match(text, end, line.end):
        return True
    if _MEASURE.search(lead) and not _GIVES.search(lead):
        return True
    if _LEAD.fullmatch(lead):
        return strong or text[end - 2 : end] in ("以内", "以外")
    return None if _GIVES.search(lead) or not strong else False
