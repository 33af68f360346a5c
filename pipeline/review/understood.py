"""What a reviewer types, read by the readers that read papers: 三十万 is 300000 CNY, 2以上 two and more, 2024.9 a month.

Reads::

    30、2-3、不少于2、2以上、超过60、60余、约30、半        amounts
    三十万、12万元、不少于5万、￥300000、100美元           sums
    2024年9月1日、2024-9-1、2024.9、20XX-03、9月1日         dates, ranges where one is asked for
    三年、半年、6个月、两学期、P3Y                          lengths of time
    每学期、每两年、每半年、每校、每年每生、学期            rates

Every reader raises :class:`NotUnderstood` where it cannot make sense of the words; blanks around them do not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from extractors.language import default_language
from extractors.text.bounds import DOWN, ROUND, UP, WITH, WITHOUT, plain
from extractors.text.calendar import make_date, read_moment
from extractors.text.counts import find_counts
from extractors.text.durations import find_durations, make_duration
from extractors.text.edtf import compose
from extractors.text.money import find_sums
from extractors.text.normal import fold
from extractors.text.numerals import NUMBER, read_number
from extractors.text.rates import find_rates
from extractors.values.words import currencies
from pipeline.review.notation import HOLDER_END, LISTED
from schemas.agreement import Holder
from schemas.values import Amount, Date, Duration, Money, Rate

_LANGUAGE = default_language()
_TAIL = re.compile(rf"[ ]?(?:{UP}|{DOWN}|{ROUND})(?:{WITH}|{WITHOUT})?$")
_BETWEEN = re.compile(r"[ ]?[，、]?[ ]?(?:且|并且|但|并|而|同时|又|到|至)?[ ]?")
_UNITS = ("个", "天")
"""Measure words for a number without one: 天 takes halves."""
_ROUND_SUM = re.compile(r"(?<=[元角分圆])[整正]$")
_EDTF = re.compile(r"(?P<year>[0-9]{2}[0-9X]{2}|[0-9]XXX|XXXX)(?:-(?P<month>[0-9X]{2})(?:-(?P<day>[0-9X]{2}))?)?")
_LOOSE_MONTH = re.compile(r"(?P<year>(?:19|20)[0-9X]{2})[-./年](?P<month>[0-9]{1,2})月?")
_COMPACT = re.compile(r"(?P<year>(?:19|20)[0-9]{2})(?P<month>[0-9]{2})(?P<day>[0-9]{2})")
_SEASON = re.compile("[春夏秋冬]$")
_RESOLVED = re.compile(r"(?P<edtf>[^（）]+)（(?P<resolved>[^（）]+)）")
_ISO = re.compile(r"P(?P<count>[0-9]{1,2})(?P<unit>[YMWD])")
_ISO_UNITS = {"Y": "年", "M": "月", "W": "周", "D": "天"}
_HALF_YEARS = re.compile(r"P(?:(?P<years>[0-9]{1,2})Y)?6M")
_BARE_MONTHS = re.compile(rf"(?P<count>{NUMBER})(?P<unit>月|星期)")
_ONCE = re.compile(r"[一1][次回期场届轮节]?")
_SLASHED = re.compile(r"(?:[次名人元节场期]|课时)?/(?P<unit>[^/·]+)(?:[/·](?P<other>[^/·]+))?")
_WHOLE = re.compile(rf"(?:共|一式)?(?P<count>{NUMBER})[ ]?[{HOLDER_END}本册]?")
_TIMES = re.compile(rf"(?:共|分)?(?P<count>{NUMBER})[ ]?(?:次|期|批|笔|年|个?月|个?学期|个?学年)?")
_HOLDER = re.compile(rf"[ ]*(?P<holder>[^；\n]+?)[ ]*(?:各?[执存留持]有?)?[ ]*(?P<count>{NUMBER})[ ]*{HOLDER_END}?[ ]*(?:[、，；\n]+|$)")
_AS_WORDS = {"<=": "≤", ">=": "≥", "~": "约", "～": "约", "≈": "约"}
_SIGNS = re.compile(r"[<>]=|^[~～≈]")
_YES = frozenset({"是", "有", "对", "真", "yes", "y", "true", "1", "√", "✓"})
_NO = frozenset({"否", "无", "没有", "不是", "假", "no", "n", "false", "0", "×", "✗"})


_LONGEST = 100
"""Characters of a number, date or rate; nobody types more."""


class NotUnderstood(ValueError):  # noqa: N818 - it says what the words are
    """What was typed makes no sense there; ``problem`` names the sentence of :class:`pipeline.review.words.ReviewWords` that says so."""

    def __init__(self, problem: str, given: str) -> None:
        """``given`` is what was typed."""
        super().__init__(problem, given)
        self.problem = problem
        self.given = given


def plain_words(text: str) -> str:
    """What was typed in the normal form of papers: widths, dashes, simplified characters; no blanks around it."""
    if len(text) > _LONGEST:
        raise NotUnderstood("too-long", text)
    return fold(_SIGNS.sub(lambda sign: _AS_WORDS[sign[0]], text.strip()), _LANGUAGE.simplify)


def read_amount(text: str, unit: str = "") -> tuple[Amount, str | None]:
    """A number with its bounds, and the measure word that was typed with it, None without one; ``unit`` is the value's own."""
    words = plain_words(text)
    if (bare := read_number(words)) is not None and bare <= 0:
        raise NotUnderstood("zero", text)
    amount = _bounded(words, unit)
    if amount is None:
        raise NotUnderstood("amount", text)
    return amount


def read_money(text: str) -> Money:
    """A sum with its bounds; without a currency it is 元."""
    words = _ROUND_SUM.sub("", plain_words(text))
    code, bare = _currency(words)
    for one in dict.fromkeys((words, bare)) if code == "CNY" else (bare,):
        found = _sum(one)
        if found is not None:
            return Money(**(found.model_dump() | {"currency": code}))
    raise NotUnderstood("money", text)


def read_date(text: str, *, single: bool = True) -> Date:
    """A date in EDTF or as papers write it; with ``single`` False also a range."""
    words = plain_words(text)
    resolved = _RESOLVED.fullmatch(words)
    if resolved is not None:
        edtf, year_fixed = _edtf(resolved["edtf"], text), _edtf(resolved["resolved"], text)
    else:
        edtf, year_fixed = _edtf(words, text), None
    if single and "/" in edtf:
        raise NotUnderstood("one-date", text)
    return make_date(edtf, resolved=year_fixed)


def read_duration(text: str) -> Duration:
    """A length of time."""
    words = plain_words(text)
    if (iso := _ISO.fullmatch(words)) is not None and int(iso["count"]):
        return make_duration(Decimal(iso["count"]), _ISO_UNITS[iso["unit"]])
    if (halves := _HALF_YEARS.fullmatch(words)) is not None:
        return make_duration(Decimal(halves["years"] or 0) + Decimal("0.5"), "年")
    bare = _BARE_MONTHS.fullmatch(words)
    words = f"{bare['count']}个{bare['unit']}" if bare else words
    found = next(find_durations(words, 0, len(words)), None)
    if found is None or (found.start, found.end) != (0, len(words)):
        raise NotUnderstood("duration", text)
    return found.value


def read_rate(text: str) -> Rate:
    """How often, or for each of what."""
    words = plain_words(text)
    slashed = _SLASHED.fullmatch(words)
    if slashed is not None:
        words = f"每{slashed['unit']}" + (f"每{slashed['other']}" if slashed["other"] else "")
    for one in (words, f"{words}1次", f"每{words}"):
        rate = _rate(one)
        if rate is not None:
            return rate
    raise NotUnderstood("rate", text)


def read_whole(text: str) -> int:
    """A number of copies."""
    match = _WHOLE.fullmatch(plain_words(text))
    count = read_number(match["count"]) if match else None
    if count is None or count % 1 or count <= 0:
        raise NotUnderstood("whole", text)
    return int(count)


def read_times(text: str) -> str:
    """How many times, as a decimal string."""
    match = _TIMES.fullmatch(plain_words(text))
    count = read_number(match["count"]) if match else None
    if count is None or count <= 0:
        raise NotUnderstood("times", text)
    return plain(count)


def read_yes_no(text: str) -> bool:
    """是 or 否."""
    word = text.strip().lower()
    if word not in _YES | _NO:
        raise NotUnderstood("choice", text)
    return word in _YES


def read_holders(text: str) -> tuple[Holder, ...]:
    """Who keeps how many copies: 甲方 1份；乙方 1份."""
    written = text.strip()
    words = fold(written, lambda same: same)
    found: list[Holder] = []
    at = 0
    while at < len(words):
        match = _HOLDER.match(words, at)
        count = read_number(match["count"]) if match else None
        if match is None or count is None or count % 1 or count <= 0:
            raise NotUnderstood("holders", text)
        found.append(Holder(holder=written[match.start("holder") : match.end("holder")], count=int(count)))
        at = match.end()
    return tuple(found)


def read_names(text: str) -> tuple[str, ...]:
    """Names, parted by ； or line ends where there are any, else by 、 or ，."""
    marks = r"[；;\n]" if re.search(f"[{LISTED};\n]", text) else r"[、，,]"
    return tuple(dict.fromkeys(name for one in re.split(marks, text) if (name := one.strip())))


def _bounded(words: str, unit: str) -> tuple[Amount, str | None] | None:
    """A count that is all of ``words``; or a lower and an upper bound in a row."""
    found = _count(words, unit)
    if found is not None:
        return found
    for cut in range(1, len(words)):
        between = _BETWEEN.match(words, cut)
        stop = between.end() if between else cut
        low, high = _count(words[:cut], unit), _count(words[stop:], unit)
        if low and high and low[0].max is None and high[0].min is None and not low[0].approximate:
            return low[0].model_copy(update={"max": high[0].max, "exclusive_max": high[0].exclusive_max}), low[1] or high[1]
    return None


def _count(words: str, unit: str) -> tuple[Amount, str | None] | None:
    for one, own in _with_units(words, (unit, *_UNITS)):
        found = list(find_counts(one, 0, len(one)))
        if len(found) == 1 and (found[0].start, found[0].end) == (0, len(one)):
            return found[0].amount, found[0].unit if own else None
    return None


def _with_units(words: str, units: tuple[str, ...]) -> Iterator[tuple[str, bool]]:
    """``words``, whose unit is their own, and then with each of ``units`` where one belongs: before 以上 and its like."""
    yield words, True
    tail = _TAIL.search(words)
    head, rest = (words[: tail.start()], words[tail.start() :]) if tail else (words, "")
    for unit in dict.fromkeys(filter(None, units)):
        yield f"{head}{unit}{rest}", False


def _sum(words: str) -> Money | None:
    for one, _ in _with_units(words, ("元",)):
        found = list(find_sums(one, 0, len(one)))
        if len(found) == 1 and (found[0].start, found[0].end) == (0, len(one)):
            return found[0].amount
    return _joined_sums(words)


def _joined_sums(words: str) -> Money | None:
    """不少于3万元且不超过5万元."""
    found = list(find_sums(words, 0, len(words)))
    if len(found) != 2 or found[0].start != 0 or found[1].end != len(words):
        return None
    low, high = found[0].amount, found[1].amount
    if low.max is not None or high.min is not None or _BETWEEN.fullmatch(words, found[0].end, found[1].start) is None:
        return None
    return low.model_copy(update={"max": high.max, "exclusive_max": high.exclusive_max})


def _currency(words: str) -> tuple[str, str]:
    """The currency's code, 元 without one, and the words without its name: 100美元, $100, HKD 100."""
    table = currencies().entries
    tail = _TAIL.search(words)
    head, rest = (words[: tail.start()], words[tail.start() :]) if tail else (words, "")
    for length in range(min(len(head) - 1, 8), 0, -1):
        if (code := table.get(head[-length:])) is not None:
            return code, head[:-length].strip() + rest
        if (code := table.get(head[:length])) is not None:
            return code, head[length:].strip() + rest
    return "CNY", words


def _edtf(words: str, text: str) -> str:
    """The EDTF string of a date or range; ``text`` is what was typed, for the problem."""
    first, slash, last = words.partition("/")
    if slash and _EDTF.fullmatch(first) and _EDTF.fullmatch(last):
        return f"{_edtf(first, text)}/{_edtf(last, text)}"
    match = _EDTF.fullmatch(words.upper()) or _COMPACT.fullmatch(words) or _LOOSE_MONTH.fullmatch(words.upper())
    if match is not None:
        known = match.groupdict()
        composed = compose(known["year"], known["month"], known.get("day"))
        if composed is None or composed.impossible:
            raise NotUnderstood("no-day", text)
        return composed.edtf
    moment = read_moment(f"{words}季" if _SEASON.search(words) else words)
    if moment is None:
        raise NotUnderstood("date", text)
    if moment.impossible:
        raise NotUnderstood("no-day", text)
    return moment.edtf


def _rate(words: str) -> Rate | None:
    """One rate, or a time rate and a share beside each other, that are all of ``words``."""
    found = list(find_rates(words, 0, len(words)))
    if not found or found[0].start != 0 or not _ONCE.fullmatch(f"{words[found[-1].end :] or '一'}"):
        return None
    if len(found) == 1:
        return found[0].rate
    timed = [one.rate for one in found if not one.share]
    shares = [one.rate for one in found if one.share]
    if len(timed) != 1 or len(shares) != 1 or words[found[0].end : found[1].start] not in ("", "个"):
        return None
    return timed[0].model_copy(update={"for_each": shares[0].unit})
