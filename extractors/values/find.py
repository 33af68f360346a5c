"""One scan of a text that finds every value, each stretch read once."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal

from extractors.text.bounds import plain
from extractors.text.normal import fold
from extractors.values.codes import find_addresses, names_a_school, skip_code, skip_word
from extractors.values.dating import Dating
from extractors.values.found import Found, Value, joined
from extractors.values.frequencies import Frequency, read_frequency
from extractors.values.lengths import Length, iso, read_length
from extractors.values.limits import AFTER_STARTS, Limited, bounded_apart, limited
from extractors.values.measure import Measured
from extractors.values.measured import read_measured, read_speed
from extractors.values.numerals import START, Numeral, read_numeral
from extractors.values.periods import Period, read_from_today, read_period
from extractors.values.relative_dates import skip_lunar
from extractors.values.words import currencies, measures, units

_NUMBER_STARTS = frozenset("0123456789零〇一二两三四五六七八九壹贰叁参肆伍陆柒捌玖十百千万亿拾佰仟廿卅几数半负俩仨-成.")
_NUMERIC = f"{START}负-"
_NEAR = "(?=[个一上下]{0,2}(?:[年月周季学半]|世纪|星期|礼拜))"
_ANCHOR = re.compile(
    rf"[{_NUMERIC}]|第|[每逐隔翌]|按(?=[年月日周季天学小])|[今昨明](?=[天日早晨晚夜年儿])|[前后](?=[天日晚年半一个两二三三]|个月)|大(?=[前后年])"
    rf"|[上下]{_NEAR}|上(?=[百千万亿])|成(?=[百千])|[本这当同次](?=[个一]?(?:[年月周季学日天晚]|世纪|星期|礼拜|半年))|(?:去|来)年|即日起|民国|公元|西元"
    r"|年(?=[年初底末中终均])|月(?=[月初底末中均])|岁末|日(?=[日均])|天天|周(?=[周一二三四五六日天末均])|星期|礼拜|[春秋]季学期|元月|一?整(?=[天年月])|时速|[上中下]旬|[上下这本今](?=[个一]{0,2}[春夏秋冬][天季])|[今去](?=[明今]两)|(?<![0-9A-Za-z.一-龥])\.(?=[0-9])|农历|[阴旧]历|[正腊冬]月|大年|倒数第|头天"
)
_ORDINAL = re.compile(r"(?P<last>倒数)?第[ ]?(?=[0-9一二两三四五六七八九十百千万零〇壹贰叁肆伍陆柒捌玖拾廿卅])")
_TO_ORDINAL = re.compile(r"(?:-{1,2}|至|到)第?(?=[0-9一二两三四五六七八九十百])")
_NO_ORDINAL = re.compile(r"时间|人称|手资料|夫人|宇宙")
_FREQUENCY_STARTS = frozenset("每逐按隔天年月周日")
_DATE_GATE = re.compile(
    r"[0-9一二三四五六七八九十〇零○廿卅xXＸ×*□]{1,6}(?:[ ]{0,2}[年月日号]|[./-][0-9]|[ ]?(?:-{1,2}|至|到|、)[ ]?[0-9一二三四五六七八九十廿]{1,4}[ ]?(?:学?年"
    r"|[月日号])|[十0零〇]?年代|世纪|季度|[ ]?学年|-[0-9]{2,4}[ ]?学年)|[0-9]{8}(?![0-9])|[0-9]{4}(?:[春夏秋冬]|[ ]?[Qq])|元月"
)


def find_values(text: str, *, simplify: Callable[[str], str], reference: date | None = None) -> list[Found]:
    """Every value of ``text`` in reading order, none overlapping another. Linear in the text's length.

    ``simplify`` turns traditional characters into simplified ones, one to one. Dates that leave their year out are reckoned from
    ``reference``, unless its own year leaves no room before or behind it (1000 to 9000).
    """
    near = reference if reference is not None and _EARLIEST <= reference.year <= _LATEST else None
    return _Scan(fold(text, simplify), near).run()


_EARLIEST, _LATEST = 1000, 9000


class _Scan:
    def __init__(self, text: str, reference: date | None) -> None:
        self._text = text
        self._dating = Dating(reference)
        self._floor = 0
        self._found: list[Found] = []

    def run(self) -> list[Found]:
        text, at, end = self._text, 0, len(self._text)
        skipped = find_addresses(text)
        while at < end:
            match = _ANCHOR.search(text, at)
            if match is None:
                break
            at = match.start()
            while skipped and skipped[0][1] <= at:
                skipped.pop(0)
            if skipped and skipped[0][0] <= at:
                at = skipped[0][1]
                continue
            at = max(self._read(at), at + 1)
        return self._found

    def _read(self, at: int) -> int:
        """Read what begins at ``at``; where to go on."""
        if self._text[at] in _NUMBER_STARTS or (self._text[at] == "上" and self._text[at + 1] in "百千万亿"):
            return self._numeric(at)
        return self._worded(at)

    def _worded(self, at: int) -> int:
        text = self._text
        char = text[at]
        if (phrase := _SKIPPED.match(text, at)) is not None:
            return phrase.end()
        if char in "农阴旧正腊冬大" and (end := skip_lunar(text, at)):
            return end
        if char == "每" and (speed := read_speed(text, at)):
            return self._measured(speed)
        if char in _FREQUENCY_STARTS and (frequency := read_frequency(text, at)):
            return self._frequency(frequency)
        if char in "当同" and at == self._floor and self._found and self._found[-1].kind == "date" and (own := _SAME_DAY.match(text, at)):
            return own.end()
        if char == "时" and (speed := read_speed(text, at)):
            return self._measured(speed)
        period = read_period(text, at, self._floor, self._dating.clock)
        if period is not None:
            return self._period(period)
        return self._ordinal(at) if char in "第倒" else at + 1

    def _frequency(self, found: Frequency) -> int:
        value: dict[str, str | list[str] | None] = {"per": found.iso}
        if found.iso is None:
            value |= {"count": found.many, "unit": found.unit}
        return self._add(Found(found.start, found.end, "frequency", value))

    def _numeric(self, at: int) -> int:
        text = self._text
        if text[at] == "一" and (stop := self._past_one(at)):
            return stop
        if text[at] == "-" and at and text[at - 1] not in _SIGN_MAY_FOLLOW and not _is_below_zero(text, at):
            return at + 1
        char = text[at]
        if char in _SINGLE and char != "两" and text[at + 1 : at + 2] not in _MAY_FOLLOW:
            return self._lonely(at)
        numeral = read_numeral(text, at)
        behind = text[numeral.end : numeral.end + 1] if numeral is not None else text[at + 1 : at + 2]
        if behind in _FREQUENCY_UNITS and (frequency := read_frequency(text, at)):
            return self._frequency(frequency)
        if numeral is None and (run := _RUN.match(text, at)) is not None:
            return run.end()
        period = read_period(text, at, self._floor, self._dating.clock) if _DATE_GATE.match(text, at) else None
        passed = self._passed(at, numeral)
        if passed is not None and (period is None or period.end <= passed):
            return passed
        if period is not None:
            return self._period(period)
        return self._number(at, numeral)

    def _past_one(self, at: int) -> int | None:
        """Where to go on behind a 一 that counts nothing: 上一篇, 一封封, 一校一品."""
        text = self._text
        if at and text[at - 1] in _NEIGHBOURS and text[at + 1 : at + 2] not in _NUMBER_STARTS:
            return at + 1
        word = text[at + 1 : at + 4]
        if len(word) > 1 and word[0] == word[1] and word[0] not in _NUMBER_STARTS:
            return at + 3
        if len(word) == 3 and word[1] == "一" and word[0] not in _MEASURING and "一" <= word[2] <= "龥" and word[2] not in _NUMBER_STARTS:
            return at + 4
        return None

    def _lonely(self, at: int) -> int:
        """A single Chinese figure with nothing behind that it could count."""
        text = self._text
        numeral = read_numeral(text, at)
        if numeral is None or text.startswith("零下", at) or self._passed(at, numeral):
            return at + 1
        around = limited(text, self._floor, Limited(numeral.start, numeral.end, numeral.low, numeral.high))
        found = Measured(at, at + 1, "number", numeral.low, numeral.high, certain=False)
        if not around.is_bounded and not self._stands_alone(found):
            return at + 1
        return self._measured(found)

    def _passed(self, at: int, numeral: Numeral | None) -> int | None:
        """Where a code or a fixed word that begins here ends."""
        text = self._text
        char = text[at]
        stop = numeral.end if numeral is not None else at + 1
        if char in "0123456789":
            return skip_code(text, at, stop)
        if char in "-负俩仨" or text.startswith("零下", at):
            return None
        word = skip_word(text, at, stop)
        if word is not None and word >= stop and not self._is_value(at, word, numeral):
            return word
        return skip_code(text, at, stop) if char in _CODE_STARTS else None

    def _is_value(self, at: int, stop: int, numeral: Numeral | None) -> bool:
        """Whether a longer value begins where a fixed word does: 一周 of 一周年, 千万 of 千万元."""
        text = self._text
        measured = read_measured(text, at, numeral, self._floor)
        if measured is not None and measured.end > stop and measured.kind != "number":
            return True
        bare = measured is not None and measured.end == measured.numeral_end == stop
        if bare and numeral is not None and len(numeral.words) > 1 and measures().at(text, stop) is not None:
            return True
        length = read_length(text, at, numeral)
        return length is not None and length.end > stop

    def _period(self, found: Period) -> int:
        value = self._dating.value(self._text, found, self._found[-1] if self._found else None)
        if "iso" in value:
            weekday = _WEEKDAY.match(self._text, found.end)
            return self._add(Found(found.start, weekday.end() if weekday else found.end, "date", value))
        return self._add(Found(found.start, found.end, "period", value))

    def _ordinal(self, at: int) -> int:
        text = self._text
        match = _ORDINAL.match(text, at)
        if match is None:
            return at + 1
        word = skip_word(text, at, match.end())
        numeral = read_numeral(text, match.end())
        if numeral is None or numeral.value is None or numeral.fraction or numeral.about:
            return word or match.end()
        if word is not None and word > numeral.end:
            return word
        if _NO_ORDINAL.match(text, numeral.end) or names_a_school(text, numeral.end):
            return numeral.end
        value = -numeral.value if match["last"] else numeral.value
        connect = _TO_ORDINAL.match(text, numeral.end)
        upper = read_numeral(text, connect.end()) if connect and not match["last"] else None
        if upper is not None and upper.value is not None and not upper.fraction and upper.value > value:
            return self._add(Found(match.start(), upper.end, "ordinal", {"min": plain(value), "max": plain(upper.value)}))
        return self._add(Found(match.start(), numeral.end, "ordinal", {"value": plain(value)}))

    def _number(self, at: int, numeral: Numeral | None) -> int:
        text = self._text
        length = read_length(text, at, numeral)
        measured = read_measured(text, at, numeral, self._floor)
        if length is not None and (measured is None or length.end >= measured.end):
            return self._duration(length)
        if measured is None:
            return at + 1
        return self._measured(measured)

    def _duration(self, length: Length) -> int:
        text = self._text
        period = read_from_today(text, length, self._floor, self._dating.clock)
        if period is not None:
            return self._period(period)
        around = limited(text, self._floor, Limited(length.start, length.end, Decimal(1), Decimal(1)))
        if length.unit:
            return self._terms(length, around)
        if around.is_bounded and length.exact is not None:
            low, high = (iso(length.exact) if side is not None else None for side in (around.low, around.high))
            return self._add(Found(around.start, around.end, "duration", {"min": low, "max": high}, exclusive=around.exclusive))
        inside = _INSIDE.match(text, length.end)
        if inside and length.exact is not None:
            return self._add(Found(length.start, inside.end(), "duration", {"min": None, "max": iso(length.exact)}))
        approximate = length.about or around.about
        if length.exact is not None:
            return self._add(Found(around.start, around.end, "duration", {"iso": iso(length.exact)}, approximate=approximate))
        value = {"min": iso(length.low) if length.low else None, "max": iso(length.high) if length.high else None}
        return self._add(Found(length.start, length.end, "duration", value, approximate=approximate))

    def _terms(self, length: Length, around: Limited) -> int:
        """学期 and 学年, which ISO 8601 lacks."""
        if not around.is_bounded:
            return self._add(Found(around.start, around.end, "duration", {"iso": None, "count": length.many, "unit": length.unit}))
        low, high = (length.many if side is not None else None for side in (around.low, around.high))
        value = {"min": low, "max": high, "unit": length.unit}
        return self._add(Found(around.start, around.end, "duration", value, exclusive=around.exclusive))

    def _measured(self, found: Measured) -> int:
        around = limited(self._text, self._floor, Limited(found.start, found.end, found.low, found.high, found.about))
        if found.unit in ("Cel", "degF") and self._text.startswith("最", around.start):
            # 最高, 最低 tell which temperature it is, not how far it may go
            around = Limited(found.start, found.end, found.low, found.high, found.about)
        if not found.certain and not around.is_bounded and not self._stands_alone(found):
            return found.end
        if found.kind == "number" and self._is_bare_scale(found) and not around.is_bounded and not around.about:
            return found.end
        kind = found.kind
        around = self._behind_measure(found, around)
        if kind == "number" and not around.is_bounded and not around.about and measures().at(self._text, found.end):
            around = bounded_apart(self._text, self._floor, around)
        return self._add(Found(around.start, around.end, kind, self._value(found, around), around.about, around.exclusive))

    def _behind_measure(self, found: Measured, around: Limited) -> Limited:
        """50人以上: the bound stands behind the measure word."""
        if found.kind != "number" or around.end != found.end or around.is_bounded or around.about:
            return around
        measure = measures().at(self._text, found.end)
        if measure is None or self._text[measure[0] : measure[0] + 1] not in AFTER_STARTS:
            return around
        wider = limited(self._text, self._floor, Limited(found.start, measure[0], found.low, found.high, found.about))
        return wider if wider.end > measure[0] else around

    def _stands_alone(self, found: Measured) -> bool:
        """A single figure between brackets, blanks or the text's ends."""
        text = self._text
        before, after = text[found.start - 1 : found.start], text[found.end : found.end + 1]
        return not (before.isalnum() or after.isalnum()) and (not before or before in " \t\n=：") and (not after or after in " \t\n。，")

    def _is_bare_scale(self, found: Measured) -> bool:
        """百 and 千 without a figure: 百名教师 is a round way of speaking."""
        words = self._text[found.start : found.end]
        return len(words) == 1 and words in "百千万亿" and not self._stands_alone(found)

    def _value(self, found: Measured, around: Limited) -> Value:
        if around.low == around.high and around.low is not None:
            value: dict[str, str | list[str] | None] = {"amount" if found.kind in ("money", "quantity") else "value": plain(around.low)}
        else:
            value = {"min": None if around.low is None else plain(around.low), "max": None if around.high is None else plain(around.high)}
        if found.kind == "money":
            value["currency"] = found.unit
        elif found.kind == "quantity":
            value["unit"] = found.unit
        return value

    def _add(self, found: Found) -> int:
        one = joined(self._text, self._found[-1] if self._found else None, found)
        if one is not None:
            self._found[-1] = one
        else:
            self._found.append(found)
        self._floor = found.end
        return found.end


_WEEKDAY = re.compile(r"[ （]{0,2}(?:星期|周|礼拜)[一二三四五六日天](?![个次名场])")
_CODE_STARTS = frozenset("零〇一二两三四五六七八九十百")
_SINGLE = frozenset("零〇一二两三四五六七八九十")
_MAY_FOLLOW = (
    _NUMBER_STARTS | frozenset(units().lengths) | frozenset(measures().lengths) | frozenset(currencies().lengths)
    | frozenset(" 个半多余来小钟工交自周星礼学季世年天分秒旬刻昼夜晚日月号-至到、点又成折百千万亿兆○%‰角毛整打美欧便港戈是要则来为者字大把表等本线中）：")
)  # fmt: skip
_FREQUENCY_UNITS = frozenset("个年季月周星礼天日学小")
_MEASURING = frozenset("元块角分米斤年月天周日个点次")
_NEIGHBOURS = frozenset("上下前后这那每另任某哪逐")
"""上一篇, 下一步, 每一名: one of a row, no count."""
_BELOW_ZERO = re.compile(r"-[0-9]+(?:\.[0-9]+)?[ ]?(?:%|℃|°C)|-[0-9]+\.[0-9]+(?![0-9.])")


def _is_below_zero(text: str, at: int) -> bool:
    """差值-0.75, 同比变动-2.3%: behind a word too, a share or a decimal has a sign; 歼-20 has none."""
    return "一" <= text[at - 1] <= "龥" and _BELOW_ZERO.match(text, at) is not None


_SIGN_MAY_FOLLOW = frozenset(" \n\t（，。：；、=至到为是温在示达于")
_SKIPPED = re.compile("岁末年初|公元前[0-9一二三四五六七八九十百千]{1,5}年")
_RUN = re.compile(rf"[{START}]{{15,}}")
"""More figures in a row than any numeral has."""
_SAME_DAY = re.compile("当[天日晚]|同日")
_INSIDE = re.compile("[ ]?(?:之内|以内|内(?!部|容|地|蒙|外|在|心|涵|设|科))")
