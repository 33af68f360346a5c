"""Papers whose sums are at odds."""

from __future__ import annotations

from tests.planted.bureau import figures, money
from tests.planted.bureau.draft import Ask
from tests.planted.bureau.paper import Paper, Unit
from tests.planted.bureau.ways import way

_FREE = Ask(funding="none", bodies=True)


def _set(paper: Paper, *texts: str) -> None:
    paper.units["money"] = Unit(paper.rng.choice(money.HEADS), list(texts))


def _written(paper: Paper, words: int, figures_: int) -> str:
    _set(paper, money.words_sentence(paper, figures.in_words(paper.rng.randrange(figures.WORD_FORMS), words, figures_)))
    return "funding"


@way("amount-words-mismatch", _FREE, _FREE)
def _another_digit(paper: Paper) -> str:
    amount = money.round_sum(paper)
    return _written(paper, amount, amount + paper.rng.choice((2_000, 5_000, 10_000, 30_000)))


@way("amount-words-mismatch", _FREE)
def _ten_times(paper: Paper) -> str:
    amount = money.round_sum(paper)
    return _written(paper, amount * 10, amount) if paper.rng.random() < 0.5 else _written(paper, amount, amount * 10)


@way("amount-words-mismatch", _FREE)
def _place_lost(paper: Paper) -> str:
    words, digits = paper.rng.choice(((30_500, 35_000), (120_800, 128_000), (205_000, 250_000), (60_030, 60_300)))
    return _written(paper, words, digits)


@way("amount-words-mismatch", Ask(funding="none", bodies=True, years=(2, 3, 4, 5)))
def _yearly(paper: Paper) -> str:
    each = paper.rng.choice((20_000, 30_000, 60_000))
    wrong = each + paper.rng.choice((-5_000, 3_000, 8_000))
    written = figures.in_words(paper.rng.randrange(figures.WORD_FORMS), each, wrong)
    _set(paper, f"协议期内，{money.payer(paper)}每年向{money.payee(paper)}提供{written}，用于{money.purpose(paper)}。")
    return "funding"


@way("amount-words-mismatch", _FREE)
def _on_two_lines(paper: Paper) -> str:
    amount = money.round_sum(paper)
    wrong = amount + paper.rng.choice((1_000, 6_000, 40_000))
    label = paper.rng.choice(("捐赠金额", "资助金额", "支持资金总额"))
    first = f"{money.payer(paper)}向{money.payee(paper)}提供资金支持，用于{money.purpose(paper)}。"
    _set(paper, first, f"{label}：人民币大写{figures.capital(amount)}元整，小写¥{wrong}元。")
    return "funding"


@way("amount-sum-mismatch", _FREE)
def _parts(paper: Paper) -> str:
    total = money.round_sum(paper)
    parts = money.parts_of(paper, total, 3)
    parts[paper.rng.randrange(3)] += paper.rng.choice((2_000, 5_000, 10_000))
    _set(paper, money.split_sentence(paper, total, parts))
    return "funding"


@way("amount-sum-mismatch", Ask(funding="none", bodies=True, years=(2, 3, 4, 5)))
def _years(paper: Paper) -> str:
    each = paper.rng.choice((20_000, 30_000, 50_000))
    _set(paper, money.yearly_sentence(paper, each, each * paper.years + paper.rng.choice((-10_000, 10_000, 20_000, each))))
    return "funding"


@way("amount-sum-mismatch", _FREE)
def _instalments(paper: Paper) -> str:
    total = money.round_sum(paper)
    parts = money.parts_of(paper, total, 3)
    parts[2] += paper.rng.choice((3_000, 5_000, 20_000))
    _set(paper, money.stages_sentence(paper, total, parts))
    return "funding"


@way("amount-sum-mismatch", _FREE)
def _sides(paper: Paper) -> str:
    total = money.round_sum(paper)
    parts = money.parts_of(paper, total, 2)
    _set(paper, money.shares_sentence(paper, total + paper.rng.choice((5_000, 10_000, 30_000)), parts))
    return "funding"


_WITH_PUPILS = Ask(funding="none", scenes=("primary", "middle", "watched", "kindergarten", "college", "company", "hospital", "branch"))


@way("amount-sum-mismatch", _WITH_PUPILS)
def _heads(paper: Paper) -> str:
    many, each = paper.rng.choice((10, 15, 20, 30)), paper.rng.choice((500, 800, 1000, 1200))
    _set(paper, money.heads_sentence(paper, many, each, many * each + paper.rng.choice((-1_000, 2_000, 3_000, 5_000))))
    return "funding"


@way("amount-sum-mismatch", _WITH_PUPILS)
def _months(paper: Paper) -> str:
    each, months = paper.rng.choice((300, 500, 600, 800)), paper.rng.choice((5, 10))
    _set(paper, money.monthly_sentence(paper, each, months, each * months + paper.rng.choice((-500, 600, 1_000))))
    return "funding"


@way("amount-sum-mismatch", _FREE)
def _listed(paper: Paper) -> str:
    total = money.round_sum(paper)
    parts = money.parts_of(paper, total, 3)
    uses = paper.rng.sample(("图书购置", "教师培训", "学生活动", "设备更新"), 3)
    lines = [f"{use}：{paper.money(part)}；" for use, part in zip(uses, parts, strict=True)]
    stated = total + paper.rng.choice((5_000, 10_000, 15_000))
    _set(paper, f"{money.payer(paper)}支持{money.payee(paper)}的经费安排如下：", *lines, f"以上合计{paper.money(stated)}。")
    return "funding"
