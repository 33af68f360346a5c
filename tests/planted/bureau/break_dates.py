"""Papers whose dates contradict each other or the calendar."""

from __future__ import annotations

from datetime import date, timedelta

from tests.planted.bureau import figures, term
from tests.planted.bureau.draft import Ask
from tests.planted.bureau.paper import Paper, Unit
from tests.planted.bureau.ways import way

_BASE = Ask(effects="signed", late=False, funding="none", extras=False)
_LONG = Ask(effects="signed", late=False, funding="none", extras=False, years=(2, 3, 4, 5))
_AUTUMN = Ask(effects="signed", late=False, funding="none", extras=False, years=(2, 3, 4), month=9)
_BARE = ("帮扶期限：{0}。", "本协议执行时间为{0}。", "结对周期为{0}。", "合作时间{0}，期满后另行商议。", "{0}为本轮帮扶期。")


def _set(paper: Paper, *texts: str) -> None:
    paper.units["term"] = term.unit(paper, *texts)


def _bare(paper: Paper, first: str, last: str) -> None:
    _set(paper, paper.rng.choice(_BARE).format(term.between(paper, first, last)))


@way("term-reversed", _LONG)
def _swapped(paper: Paper) -> str:
    _bare(paper, paper.day(paper.end), paper.day(paper.start))
    return "term"


@way("term-reversed", _BASE)
def _start_years_too_late(paper: Paper) -> str:
    late = paper.start.replace(year=paper.end.year + paper.rng.randint(1, 2))
    _bare(paper, paper.day(late), paper.day(paper.end))
    return "term"


@way("term-reversed", Ask(effects="signed", late=False, funding="none", extras=False, month=9))
def _months_swapped(paper: Paper) -> str:
    year = paper.start.year
    last = paper.rng.choice((date(year, 9, 30), date(year, 10, 31)))
    _bare(paper, paper.day(date(year, 12, paper.rng.choice((1, 15)))), paper.day(last))
    return "term"


@way("term-reversed", _LONG)
def _two_sentences(paper: Paper) -> str:
    first, last = paper.day(paper.end), paper.day(paper.start)
    texts = (
        (f"帮扶工作自{first}开始实施。", f"帮扶工作至{last}结束。")
        if paper.rng.random() < 0.5
        else (f"起始时间：{first}", f"终止时间：{last}")
    )
    _set(paper, *texts)
    return "term"


@way("term-reversed", _AUTUMN)
def _terms_swapped(paper: Paper) -> str:
    _set(paper, f"自{paper.end.year}年秋季学期起，至{paper.start.year + 1}年春季学期止。")
    return "term"


@way("term-reversed", _LONG)
def _months_alone(paper: Paper) -> str:
    _bare(paper, paper.month(paper.end), paper.month(paper.start))
    return "term"


def _wrong_years(paper: Paper) -> int:
    return paper.rng.choice([years for years in (1, 2, 3, 4, 5) if years != paper.years])


@way("term-duration-mismatch", _BASE, _BASE)
def _other_years(paper: Paper) -> str:
    length, dates = figures.span(paper.rng, _wrong_years(paper)), term.between(paper, paper.day(paper.start), paper.day(paper.end))
    forms = (
        f"本协议期限为{length}，{dates}。",
        f"帮扶期限{length}（{dates}）。",
        f"本协议执行时间：{dates}，为期{length}。",
        f"{dates}，共计{length}。",
    )
    _set(paper, paper.rng.choice(forms))
    return "term"


@way("term-duration-mismatch", _BASE)
def _months_counted(paper: Paper) -> str:
    months = paper.years * 12 + paper.rng.choice((-6, 6, 12, 18))
    dates = term.between(paper, paper.month(paper.start), paper.month(paper.end))
    _set(paper, paper.rng.choice((f"合作时间为{dates}，共{months}个月。", f"帮扶期{months}个月，{dates}。")))
    return "term"


@way("term-duration-mismatch", _BASE)
def _apart(paper: Paper) -> str:
    length, dates = figures.span(paper.rng, _wrong_years(paper)), term.between(paper, paper.month(paper.start), paper.month(paper.end))
    _set(paper, f"帮扶期限为{length}。", f"具体时间{dates}。")
    return "term"


@way("term-duration-mismatch", _AUTUMN)
def _school_years(paper: Paper) -> str:
    wrong = paper.years + paper.rng.choice((-1, 1, 2))
    dates = term.between(paper, paper.day(paper.start), paper.day(paper.end))
    _set(paper, f"帮扶时间为{paper.number(wrong)}个学年（{dates}）。")
    return "term"


@way("term-duration-mismatch", Ask(effects="signed", late=False, funding="none", extras=False, years=(1, 2)))
def _years_alone(paper: Paper) -> str:
    length = figures.span(paper.rng, paper.years + 3)
    _set(paper, f"帮扶周期为{paper.start.year}年至{paper.end.year}年，共{length}。")
    return "term"


@way("term-duration-mismatch", _LONG)
def _half_a_year(paper: Paper) -> str:
    length = paper.rng.choice(("半年", "六个月", "一年"))
    _set(paper, f"自{paper.day(paper.start)}起{length}，至{paper.day(paper.end)}止。")
    return "term"


_EXACT = (0, 1, 2, 3, 4, 8, 10)
_CHECKED = Ask(effects="signed", late=False, terms=_EXACT, extras=False)
_CHECKED_LONG = Ask(effects="signed", late=False, terms=_EXACT, extras=False, years=(2, 3, 4, 5))


def _sign_on(paper: Paper, day: date) -> None:
    for sign in paper.signs:
        sign.date = figures.day(paper.style.signed_dates, (day.year, day.month, day.day))


@way("signed-after-term", _CHECKED, Ask(effects="signed", late=False, terms=_EXACT, extras=False, signs=(1, 3)))
def _after_the_end(paper: Paper) -> str:
    _sign_on(paper, paper.end + timedelta(days=paper.rng.randint(20, 300)))
    return "term"


@way(
    "signed-after-term", _CHECKED_LONG, Ask(effects="signed", late=False, terms=(0, 1, 2, 9, 10), extras=False, years=(2, 3, 4), signs=(4,))
)
def _long_after_the_start(paper: Paper) -> str:
    _sign_on(paper, paper.start + timedelta(days=paper.rng.randint(220, 420)))
    return "term"


@way("signed-after-term", _CHECKED_LONG)
def _year_mistyped(paper: Paper) -> str:
    day = paper.signed[0]
    _sign_on(paper, day.replace(year=day.year + 1, day=min(day.day, 28)))
    return "term"


@way("signed-after-term", Ask(effects="signed", late=False, terms=(6, 7), extras=False, month=9))
def _after_school_years(paper: Paper) -> str:
    _sign_on(paper, date(paper.end.year, paper.rng.choice((10, 11, 12)), paper.rng.randint(1, 28)))
    return "term"


_APART = Ask(effects="signed", late=False, signs=(0, 1, 3))


@way("sign-date-conflict", _APART, _APART)
def _months_apart(paper: Paper) -> str:
    paper.signs[-1].date = _other_day(paper, paper.signed[-1] + timedelta(days=paper.rng.randint(50, 95)))
    return "signing"


@way("sign-date-conflict", _APART)
def _first_a_year_before(paper: Paper) -> str:
    day = paper.signed[0]
    paper.signs[0].date = _other_day(paper, day.replace(year=day.year - 1, day=min(day.day, 28)))
    return "signing"


@way("sign-date-conflict", _APART)
def _earlier(paper: Paper) -> str:
    paper.signs[1].date = _other_day(paper, paper.signed[1] - timedelta(days=paper.rng.randint(45, 130)))
    return "signing"


@way("sign-date-conflict", Ask(effects="signed", late=False, parties=3))
def _third_late(paper: Paper) -> str:
    paper.signs[2].date = _other_day(paper, paper.signed[0] + timedelta(days=paper.rng.randint(48, 120)))
    return "signing"


@way("sign-date-conflict", _APART)
def _other_style(paper: Paper) -> str:
    day = paper.signed[-1] - timedelta(days=paper.rng.randint(50, 90))
    paper.signs[-1].date = figures.day(paper.rng.choice(("han", "dot", "dash")), (day.year, day.month, day.day))
    return "signing"


def _other_day(paper: Paper, day: date) -> str:
    return figures.day(paper.style.signed_dates, (day.year, day.month, day.day))


_NOWHERE = ((2, 30), (2, 31), (4, 31), (6, 31), (9, 31), (11, 31), (8, 32), (10, 32), (13, 1), (13, 20))


@way("impossible-date", _CHECKED)
def _term_ends_nowhere(paper: Paper) -> str:
    year = paper.end.year
    lost = paper.rng.choice(((2, 30), (4, 31), (6, 31), (9, 31), (2, 29) if year % 4 else (2, 31)))
    if paper.years == 1:
        year += 1
    if lost == (2, 29) and year % 4 == 0:
        lost = (2, 30)
    _bare(paper, paper.day(paper.start), figures.day(paper.style.dates, (year, *lost)))
    return "date"


@way("impossible-date", _CHECKED)
def _term_begins_nowhere(paper: Paper) -> str:
    when = (paper.start.year, {1: 2, 3: 2, 4: 4, 9: 9, 10: 9, 11: 11}[paper.start.month], 31)
    _bare(paper, figures.day(paper.style.dates, when), paper.day(paper.end))
    return "date"


@way("impossible-date", _CHECKED, Ask(effects="signed", late=False, terms=term.DATED, extras=False, signs=(1, 3, 4)))
def _signed_nowhere(paper: Paper) -> str:
    month = min((2, 4, 6, 9, 11), key=lambda one: abs(one - paper.signed[0].month))
    day = paper.rng.choice((30, 31)) if month == 2 else 31
    for sign in paper.signs:
        sign.date = figures.day(paper.style.signed_dates, (paper.signed[0].year, month, day))
    return "date"


@way("impossible-date", Ask(extras=False), Ask(extras=False))
def _step_nowhere(paper: Paper) -> str:
    when = figures.day(paper.style.dates, (paper.start.year + (paper.start.month > 6), *paper.rng.choice(_NOWHERE)))
    what = paper.rng.choice(("完成中期总结", "报送年度工作总结", "提交受助名单", "完成人员轮换"))
    paper.units["steps"] = Unit("阶段安排", [f"{when}前，{what}。", "期满前一个月内完成全面总结。"])
    return "date"


@way("impossible-date", _CHECKED)
def _month_nowhere(paper: Paper) -> str:
    year = paper.start.year + 1
    when = figures.month("plain" if paper.style.dates in {"dot", "dash"} else paper.style.dates, year, paper.rng.choice((13, 14, 15)))
    paper.units["steps"] = Unit("进度安排", [f"{when}底前完成首次工作交流。", "其余活动按年度计划进行。"])
    return "date"
