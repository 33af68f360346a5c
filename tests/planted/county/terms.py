"""How long the assistance runs, and what puts the paper into force."""

from __future__ import annotations

from datetime import date

from tests.planted.county.case import Case, months_on
from tests.planted.county.numerals import chinese, write_day

# Forms with a day on which the assistance starts, forms with a length, forms with both.
_RANGES = ("range", "range", "months", "to")
_BOTH = ("length+range", "length+range", "length+range", "range+length", "cycle", "span+months")
_FORMS = (*_RANGES, *_BOTH, "length+start", "length+start", "from-signing", "length", "school-years", "semesters", "until")
HEADINGS = ("帮扶期限", "合作期限", "结对时间", "协议期限", "结对帮扶期限", "帮扶时间", "期限", "有效期限", "合作时间", "结对周期")


def write_term(case: Case) -> str:
    """Write the clause on the term, with its defect where the paper's rule asks for one."""
    form = _form(case)
    start, end = case.day(case.start), _end(case)
    if case.planting("blank-date") and case.place == "term":
        start, end = _blank(case, start, end)
    pattern = case.dice.pick(_PATTERNS[form])
    return case.dice.say(
        pattern.format(
            name=case.dice.pick(("本次结对帮扶", "结对帮扶", "帮扶工作", "结对共建", "合作", "本轮帮扶")),
            length=_length(case, case.months),
            range=case.dice.pick(_SPANS).format(start, end),
            start=start,
            end=end,
            count=_stated_months(case),
            month_range=_months(case),
            school=_school_years(case),
            terms=_semesters(case),
        )
    ).replace("本协议", "{D}")


_SPANS = ("自{}起至{}止", "自{}至{}", "从{}起到{}止", "{}至{}", "从{}开始，至{}结束", "{}起至{}止", "自{}始至{}终")
_PATTERNS = {
    "range": ("{name}期限<：|为>{range}", "{range}", "{name}时间为{range}", "本协议有效期：{range}"),
    "months": ("{name}期限<为|：>{month_range}", "{month_range}"),
    "to": ("{name}自{start}开始，本协议有效期至{end}", "{name}从{start}起，至{end}止"),
    "length+range": ("{name}期限为{length}，{range}", "{name}期限<暂定|定为>{length}（{range}）", "本协议<有效期|期限>{length}，即{range}", "{name}为期{length}，{range}"),
    "range+length": ("{name}期限：{range}，<共|共计|为期>{length}", "{range}，<期限|为期>{length}", "{name}<从|自>{start}<开始|起>，到{end}<结束|止>，<共|前后>{length}"),
    "cycle": ("{name}以一个周期（{length}）为限，{range}", "{name}周期为{length}，{range}"),
    "span+months": ("{name}期限为{count}，{range}", "本协议期限{count}，{range}"),
    "length+start": ("{name}期限为{length}，自{start}起<计算|算起|>", "自{start}起，为期{length}", "本协议期限{length}，<起始日|起算日>为{start}"),
    "from-signing": ("{name}期限为{length}，自<本协议签订|签订|签字>之日起<计算|算|>", "自<签约|签订>之日起{length}", "本协议有效期{length}，从签订之日算起"),
    "length": ("{name}期限<为|暂定为|：>{length}", "本协议有效期<为|>{length}"),
    "until": ("{name}自<签字|本协议签订|签订>之日起至{end}止", "本协议有效期自签订之日起至{end}"),
    "school-years": ("{name}期限为{length}（{school}）", "{name}时间：{school}", "{school}"),
    "semesters": ("{name}<从|自>{terms}", "{name}时间为{terms}，<共|计>{length}"),
}  # fmt: skip


def _form(case: Case) -> str:
    if case.planting("term-reversed", "impossible-date", "blank-date"):
        return case.dice.pick(("range", "range", "to"))
    if case.planting("term-duration-mismatch"):
        return case.dice.pick(_BOTH)
    if case.planting("signed-after-term"):
        return case.dice.pick((*_RANGES, *_BOTH))
    if case.planting("sign-date-conflict"):
        return case.dice.pick((*_RANGES, *_BOTH, "length+start"))
    form = case.dice.pick(_FORMS)
    undated = case.planting("missing-effective", "missing-sign-date") and form in {"from-signing", "length", "until"}
    autumn = case.start.month == 9
    return "range" if undated or (form in {"school-years", "semesters"} and not autumn) else form


def _end(case: Case) -> str:
    dice = case.dice
    if case.planting("term-reversed"):
        end = dice.pick((case.end.year - case.months // 12 - 1, case.end.year - 10, case.start.year - dice.between(1, 3)))
        case.end = date(min(end, case.start.year - 1), case.end.month, min(case.end.day, 28) if case.end.month == 2 else case.end.day)
    elif case.planting("term-duration-mismatch"):
        case.end = months_on(case.end, dice.pick((12, 24, -6, 6, 12, -12 if case.months > 12 else 12, 9)))
    elif case.planting("impossible-date") and case.place == "term":
        month, day = dice.pick(((6, 31), (2, 30), (9, 31), (11, 31), (4, 31), (7, 32), (13, 1), (2, 31)))
        year = case.end.year
        return write_day(year if date(year, min(month, 12), 1) > case.start else year + 1, month, day, case.day_style)
    return case.day(case.end)


def _blank(case: Case, start: str, end: str) -> tuple[str, str]:
    dice = case.dice
    opened = dice.pick(("    年  月  日", "____年__月__日", "20__年__月__日", "20xx年xx月xx日", "20××年×月×日", "　　年　月　日"))
    which = dice.pick(("both", "both", "start", "end"))
    return (opened if which != "end" else start), (opened if which != "start" else end)


def _length(case: Case, months: int) -> str:
    years = months // 12
    count = "两" if years == 2 else chinese(years)
    school: tuple[str, ...] = (f"{count}个学年", f"{count}学年") if case.start.month == 9 else ()
    return case.dice.pick((f"{count}年", f"{count}年", f"{years}年", f"{count}年整", *school)).replace("一年整", "一年")


def _stated_months(case: Case) -> str:
    return case.dice.pick((f"{case.months}个月", f"{case.months}个月", f"{chinese(case.months)}个月"))


def _months(case: Case) -> str:
    start, end = case.start, case.end
    return case.dice.pick(
        ("{}年{}月—{}年{}月", "{}年{}月至{}年{}月", "自{}年{}月起至{}年{}月止", "{}.{:02}—{}.{:02}", "{}年{}月－{}年{}月")
    ).format(start.year, start.month, end.year, end.month)


def _school_years(case: Case) -> str:
    first, years = case.start.year, case.months // 12
    if years == 1:
        return f"{first}—{first + 1}学年"
    last = first + years
    return case.dice.pick(
        (f"{first}—{first + 1}学年至{last - 1}—{last}学年", f"{first}学年至{last - 1}学年", f"自{first}学年起至{last - 1}学年止")
    )


def _semesters(case: Case) -> str:
    last = case.start.year + case.months // 12
    return case.dice.pick((f"{case.start.year}年秋季学期起至{last}年春季学期止", f"{case.start.year}年秋季学期至{last}年春季学期结束"))


def write_effective(case: Case) -> str:
    """Write what puts the paper into force."""
    dice = case.dice
    signed = max(case.signed)
    dated = case.rule in {None, "quota-conflict", "copies-mismatch", "clause-gap"} and dice.chance(0.1)
    if dated:
        return dice.say(f"{{D}}自{case.day(max(case.start, signed))}起<生效|施行|执行>")
    return dice.say(
        dice.pick(
            (
                "{D}自{all}<签字盖章|签字、盖章|签字并加盖公章|代表签字盖章|签订|签字>之日起<生效|生效|发生效力>",
                "{D}经{all}<法定代表人|负责人|代表><签字并加盖公章|签字盖章>后<生效|即行生效>",
                "{D}<自签订之日起|从签字盖章之日起><生效|正式生效|开始生效>",
                "{D}自{all}盖章之日起生效",
                "{D}于{all}签字盖章后生效",
                "{D}<须|>经{all}签字盖章并报主管部门备案后生效",
                "{D}自{all}<全部|最后一方>签字之日起生效",
            )
        )
    )
