"""How long the assistance runs: its dates, and the sentences that state them."""

from __future__ import annotations

from datetime import date, timedelta

from tests.planted.province.chance import Chance
from tests.planted.province.deal import Deal, Item, Term
from tests.planted.province.numerals import counted, han, impossible, later, written

_DATED = {"term-reversed": ("range",), "term-duration-mismatch": ("both", "both", "cycle"), "signed-after-term": ("both", "range", "cycle")}
_NEUTRAL = ("both", "range", "start", "cycle", "months")
_ANY = ("both", "both", "both", "range", "range", "start", "signing", "cycle", "months", "schoolyears", "seasons", "oneyear")
BLANK_DAYS = (
    "20__年__月__日",
    "20xx年x月x日",
    "____年__月__日",
    "20  年  月  日",
    "　　　　年　　月　　日",
    "20××年×月×日",
    "二〇____年____月____日",
)


def make_term(chance: Chance, rule: str) -> Term:
    """A term that its dates and its duration agree on, or do not where that is the defect."""
    form = chance.pick(_DATED.get(rule, _NEUTRAL if rule in {"missing-effective", "impossible-date", "blank-date"} else _ANY))
    year = chance.between(2018, 2025)
    month = chance.pick((9, 9, 9, 9, 3, 3, 1, 10, 4, 7))
    if form in {"schoolyears", "seasons", "oneyear"}:
        month = 9
    start = date(year, month, 1 if chance.odds(0.85) else chance.between(2, 20))
    months = 12 * chance.pick((1, 2, 3, 3, 3, 3, 5)) if form != "months" else chance.pick((18, 24, 30, 36, 60))
    if form == "oneyear":
        months = 12
    end = _end(chance, start, months, exact=rule == "term-duration-mismatch" or month != 9 or form == "months")
    if rule == "term-reversed":
        start, end = _reversed(chance, start, end)
    if rule == "term-duration-mismatch":
        end = later(start, max(6, months + chance.pick((-12, 12, -12, -18, 24, 6, -6)))) - timedelta(days=1)
        if later(start, months) - timedelta(days=1) == end or months <= 6:
            end = later(start, months + 12) - timedelta(days=1)
    if form == "signing":
        return Term(None, None, months, form)
    return Term(start, end, None if form == "range" else months, form)


def _end(chance: Chance, start: date, months: int, *, exact: bool) -> date:
    """The day before the anniversary, or the end of the last school year (一年 is then a school year of ten or eleven months)."""
    whole = later(start, months) - timedelta(days=1)
    if exact or chance.odds(0.6):
        return whole
    return date(whole.year, 7, chance.pick((31, 31, 15)))


def _reversed(chance: Chance, start: date, end: date) -> tuple[date, date]:
    """The last year written as the first, or the years exchanged."""
    slip = end.replace(year=start.year, day=min(end.day, 28) if end.month == 2 else end.day)
    if slip < start and chance.odds(0.5):
        return start, slip
    return start.replace(year=end.year + (end.year == start.year)), slip


def make_signing(chance: Chance, rule: str, term: Term, count: int) -> tuple[date, ...]:
    """When each of them signs: a little before the term or soon after it has begun, on one day or within a few."""
    start = term.start or date(chance.between(2018, 2025), chance.between(1, 12), chance.between(1, 28))
    shift = chance.between(3, 40) if chance.odds(0.15) else -chance.between(0, 25)
    if rule == "term-reversed" and term.end:
        start, shift = min(start, term.end), -chance.between(35, 50)
    if rule == "signed-after-term" and term.end:
        late = (later(term.end, 1), later(start, chance.between(8, 11)), later(term.end, chance.between(2, 9)))
        start, shift = chance.pick(late), chance.between(0, 20)
    first = start + timedelta(days=shift)
    if rule == "sign-date-conflict":
        first = start - timedelta(days=chance.between(0, 10))
        odd = chance.between(0, count - 1)
        return tuple(first + timedelta(days=chance.between(45, 140) * (spot == odd)) for spot in range(count))
    if chance.odds(0.15):
        return tuple(first + timedelta(days=chance.between(0, 6)) for _ in range(count))
    return tuple([first] * count)


def duration(chance: Chance, months: int) -> str:
    """三年, 3年, 24个月, 两周年."""
    if months % 12:
        return chance.pick((f"{months}个月", f"{han(months)}个月"))
    years = months // 12
    return chance.pick((f"{counted(years)}年", f"{counted(years)}年", f"{years}年", f"{years}周年", f"{years * 12}个月"))


_BOTH = """
    [帮扶|结对|合作|协议|支援|共建]期[限|]为{dur}，[自|从]{start}起至{end}止。
    [帮扶|结对|支教|合作]时间{dur}，即{start}至{end}。
    [结对|帮扶|合作]期限：{dur}（{start}—{end}）。
    自{start}至{end}，为期{dur}。
    [本轮|本次|本期][结对帮扶|帮扶|合作]自{start}开始，到{end}结束，[共|合计|时间]{dur}。
    [双方约定|经商定]，[结对|帮扶]关系存续{dur}，[起止时间为|起止日期为：]{start}至{end}。
"""
_RANGE = """
    [帮扶|结对|合作|支援|共建]期限[为|：]{start}至{end}。
    [帮扶|结对|合作|共建]期自{start}起，至{end}止。
    {start}[——|—|至|～]{end}。
    [帮扶|结对|合作]起始时间为{start}，[终止|结束]时间为{end}。
"""
_START = """
    [帮扶|结对|合作]期限{dur}，自{start}起[计算|算]。
    自{start}起，[结对|帮扶|合作]{dur}。
    [帮扶|结对]工作从{start}开始，[持续|连续开展]{dur}。
"""
_SIGNING = """
    [帮扶|结对|合作]期限自[本协议|]签订之日起{dur}。
    [本协议有效期|协议期][{dur}|为{dur}]，自[双方|各方]签字盖章之日起计算。
    自签[约|字]之日起，[结对|合作|帮扶]{dur}。
"""
_CYCLE = """
    以{dur}为一个[周期|帮扶周期]（{start}—{end}）。
    一个周期（{dur}），[时间为|自]{start}至{end}[|止]。
    本轮[帮扶|结对]为一个周期，即{dur}，{start}至{end}。
"""
_ONE = """
    [帮扶|结对|合作]时间为一学年，自{start}起至{end}止。
    为期一个学年（{start}至{end}）。
"""
_YEARS = """
    [结对|帮扶|合作]期限为{schoolyears}。
    {schoolyears}。
"""
_SEASONS = """
    自{first}年秋季学期[起|开学起]至{last}年春季学期[止|结束]。
    [帮扶|结对]时间：{first}年秋季学期至{last}年春季学期[，共{terms}个学期|]。
"""
_WORDED = {"both": _BOTH, "months": _BOTH, "range": _RANGE, "start": _START, "signing": _SIGNING, "cycle": _CYCLE, "oneyear": _ONE,
           "schoolyears": _YEARS, "seasons": _SEASONS}  # fmt: skip
_AFTER = """
    期满后，[如需继续帮扶|双方有意继续合作的]，[可以续签|另行签约|另行签订协议]。
    [协议|帮扶]期满，经[双方主管部门|教育主管部门]考核，可以[续签|延续结对关系]。
    期满[自行终止|即行终止]，如继续结对，须重新签约。
    具体工作时间以学校校历为准，寒暑假另行安排。
"""


def term_items(deal: Deal) -> tuple[list[Item], str | None]:
    """The clauses that state the term, and the subject if one of the defects was put there."""
    chance = deal.chance.part("term")
    words, subject = _stated(deal, chance)
    items = [Item(words)]
    if chance.odds(0.35) and deal.rule != "missing-effective":
        items.append(Item(deal.word(chance, _AFTER)))
    return items, subject


def term_sentence(deal: Deal) -> tuple[str, str | None]:
    return _stated(deal, deal.chance.part("term"))


def _stated(deal: Deal, chance: Chance) -> tuple[str, str | None]:
    term = deal.term
    start, end, subject = *_shown(deal, chance), None
    if deal.rule == "blank-date" and deal.spot == "term":
        start, end, subject = *_blanks(chance, "" if term.form == "start" else start, by_month="日" not in end), "term"
    if deal.rule == "impossible-date" and deal.spot == "term" and term.start and term.end:
        form = deal.day_form
        start, end = written(term.start, form), written(term.end, form)
        if chance.odds(0.4) and term.form != "start":
            end = impossible(term.end, form, thirteenth=False)
        else:
            start = impossible(term.start, form, thirteenth=chance.odds(0.3))
        subject = "date"
    words = chance.fill(chance.pick(chance.lines(_WORDED[term.form])))
    words = words.replace("{dur}", duration(chance, term.months or 12)).replace("{start}", start).replace("{end}", end)
    if term.start and term.end and term.months:
        first, last, count = term.start.year, term.start.year + term.months // 12, term.months // 12
        many = f"{first}学年至{last - 1}学年" if count > 1 else f"{first}学年"
        spans = (
            f"{counted(count)}学年（{first}年9月至{last}年7月）",
            f"{first}—{first + 1}学年至{last - 1}—{last}学年",
            f"{many}，共{counted(count)}个学年",
        )
        words = words.replace("{schoolyears}", spans[0] if count == 1 else chance.pick(spans))
        words = words.replace("{first}", str(first)).replace("{last}", str(last)).replace("{terms}", str(2 * count))
    if len(deal.parties) == 2:
        words = words.replace("各方", "双方")
    return deal.named(words), subject


def _shown(deal: Deal, chance: Chance) -> tuple[str, str]:
    """Both dates in one form: by the day, or by the month where the term begins with one."""
    start, end = deal.term.start, deal.term.end
    if not start or not end:
        return "", ""
    if start.day == 1 and (end + timedelta(days=1)).day == 1 and chance.odds(0.3) and deal.term.form != "start":
        dotted = deal.day_form in {"dots", "iso"}
        if dotted and deal.term.form != "start":
            return f"{start.year}.{start.month:02d}", f"{end.year}.{end.month:02d}"
        return f"{start.year}年{start.month}月", f"{end.year}年{end.month}月"
    return written(start, deal.day_form), written(end, deal.day_form)


def _blanks(chance: Chance, start: str, *, by_month: bool) -> tuple[str, str]:
    """Both dates left open, or the last one alone; always the first where there is no last."""
    blank = chance.pick(BLANK_DAYS)
    if by_month:
        blank = blank[: blank.index("月") + 1]
    return (start if start and chance.odds(0.3) else blank), blank
