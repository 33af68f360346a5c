"""Papers in which something was left open."""

from __future__ import annotations

from tests.planted.bureau import money, term
from tests.planted.bureau.draft import Ask
from tests.planted.bureau.paper import Paper, Unit, marks
from tests.planted.bureau.ways import forget, way

_LINES = ("________", "＿＿＿＿＿＿", "____________________")
_KIND_WORDS = ("小学", "中学", "幼儿园", "学校", "学院", "医院", "公司", "党支部", "局")
_OPEN = Ask(aliases=False, bodies=True, funding="none", heads=(0, 1, 2))


def _open_party(paper: Paper, index: int, shown: str) -> str:
    forget(paper, index)
    party = paper.parties[index]
    party.shown, party.open = shown, True
    for sign in paper.signs:
        sign.name, sign.person = None, sign.person or next(one.head for one in paper.parties if one.role == sign.role)
    return party.role


def _kind(paper: Paper, index: int) -> str:
    name = paper.parties[index].body.name
    return next((word for word in _KIND_WORDS if word in name), "单位")


@way("blank-party", _OPEN)
def _second_line(paper: Paper) -> str:
    return _open_party(paper, 1, paper.rng.choice(_LINES))


@way("blank-party", _OPEN)
def _masked(paper: Paper) -> str:
    index = paper.rng.randrange(2)
    mask = paper.rng.choice(("××××", "xx", "XX", "×××", "○○", "XXX市第X"))
    return _open_party(paper, index, f"{mask}{_kind(paper, index)}")


@way("blank-party", _OPEN)
def _nothing(paper: Paper) -> str:
    return _open_party(paper, paper.rng.randrange(len(paper.parties)), "")


@way("blank-party", _OPEN)
def _to_be_filled(paper: Paper) -> str:
    shown = paper.rng.choice(("（单位全称）", "【　　　　　　】", "（填写单位名称）", "［单位名称］", "（　　　　　　　）"))
    return _open_party(paper, 1, shown)


@way("blank-party", _OPEN)
def _half_line(paper: Paper) -> str:
    index = paper.rng.randrange(2)
    shown = paper.rng.choice(("_____________{0}", "＿＿＿＿县＿＿＿＿{0}", "　　　　县　　　　{0}")).format(_kind(paper, index))
    return _open_party(paper, index, shown)


@way("blank-party", Ask(aliases=False, bodies=True, funding="none", heads=(5,), parties=2))
def _in_the_preamble(paper: Paper) -> str:
    return _open_party(paper, 1, paper.rng.choice(("__________", f"××{_kind(paper, 1)}", f"________{_kind(paper, 1)}")))


_DATED = Ask(terms=term.DATED, effects="signed", late=False)


@way("blank-date", _DATED, Ask(terms=term.DATED, effects="signed", signs=(4,)), Ask(terms=term.DATED, effects="signed", signs=(1, 3)))
def _all_signatures_open(paper: Paper) -> str:
    year = paper.signed[0].year
    forms = ("　　年　　月　　日", "____年__月__日", f"{year}年　月　日", "20××年×月×日", "20    年    月    日", f"{year}年___月___日")
    blank = paper.rng.choice(forms)
    for sign in paper.signs:
        sign.date = blank
    return "signing"


@way("blank-date", Ask(terms=term.DATED, effects="signed", signs=(0, 1)))
def _one_signature_open(paper: Paper) -> str:
    sign, day = paper.signs[-1], paper.signed[-1]
    sign.date = paper.rng.choice((f"{day.year}年{day.month}月　　日", "    年    月    日", "20xx年xx月xx日", f"{day.year}年__月__日"))
    return "signing"


@way("blank-date", _DATED, _DATED)
def _term_open(paper: Paper) -> str:
    start, end = paper.start, paper.end
    blanks = (
        ("　　　　年　　月　　日", "　　　　年　　月　　日"),
        ("____年__月__日", "____年__月__日"),
        (f"20××年{start.month}月", f"20××年{end.month}月"),
        (paper.day(start), "20___年___月___日"),
        (f"20xx年{start.month}月{start.day}日", f"20xx年{end.month}月{end.day}日"),
        (f"{start.year}年　月", f"{end.year}年　月"),
    )
    dates = term.between(paper, *paper.rng.choice(blanks))
    form = paper.rng.choice(("帮扶期限：{0}。", "本协议执行时间为{0}。", "合作时间{0}。"))
    paper.units["term"] = term.unit(paper, form.format(dates))
    return "term"


@way("blank-date", Ask(extras=False, late=False), Ask(extras=False, late=False))
def _step_open(paper: Paper) -> str:
    year = paper.start.year
    when = paper.rng.choice(("　　年　　月底", "____年__月__日", f"{year}年　　月　　日", "20××年×月", f"{year}年__月"))
    what = paper.rng.choice(("完成首轮需求调研", "召开工作启动会", "报送实施方案", "完成人员选派手续"))
    paper.units["steps"] = Unit("实施步骤", [f"于{when}前{what}。", "协议期满前一个月内完成工作总结。"])
    return "date"


@way("blank-quota", *[Ask(annexes=False)] * 5)
def _count_open(paper: Paper) -> str:
    blank = paper.rng.choice(("　　", "____", "（　　）", "×", "XX", "＿＿", "    ", "【　】", "___", "（ ）"))
    duties = [duty for duty in paper.duties if marks(duty.text)]
    if not duties:
        duty = paper.duties[0]
        duty.text = f"每学期组织交流活动{blank}次，{duty.text}"
        return "quota"
    duty = paper.rng.choice(duties)
    mark = paper.rng.choice(marks(duty.text))
    duty.text = f"{duty.text[: mark.start()]}{mark[1]}{blank}{duty.text[mark.end() :]}"
    return "quota"


@way("blank-quota", Ask(yardstick=False, scenes=("primary", "middle", "kindergarten", "bureau")))
def _new_count_open(paper: Paper) -> str:
    blank = paper.rng.choice(("　　", "_____", "（　　）", "××", "＿＿"))
    form = paper.rng.choice(
        ("每学年评选优秀结对教师{0}名，予以通报表扬。", "每学期至少开展督促检查{0}次。", "协议期内举办成果交流会{0}场。")
    )
    paper.units["yardstick"] = Unit("考核评价", [form.format(blank)])
    return "quota"


_SUM_OPEN = (
    "{0}每年向{1}资助　　　　元，用于{2}。",
    "{0}向{1}捐赠人民币________万元，专项用于{2}。",
    "{0}一次性向{1}提供资金人民币（大写）　　　　　　元整（¥　　　　），用于{2}。",
    "{0}按每人每学年（　　）元的标准支持{1}{2}。",
    "{0}支持{1}{2}的资金总额为××万元。",
    "{0}安排XX元支持{1}{2}，签约后一个月内到位。",
    "{0}出资___________元，帮助{1}{2}。",
    "{0}每学期支付给{1}人民币＿＿＿＿元，用于{2}。",
)


@way("blank-amount", *[Ask(funding="none", bodies=True)] * 5)
def _sum_open(paper: Paper) -> str:
    text = paper.rng.choice(_SUM_OPEN).format(money.payer(paper), money.payee(paper), money.purpose(paper))
    paper.units["money"] = Unit(paper.rng.choice(money.HEADS), [text])
    return "funding"


def _unsigned(paper: Paper, index: int, blank: str) -> str:
    for sign, party in zip(paper.signs, paper.parties, strict=True):
        sign.person = party.head
    paper.signs[index].name, paper.signs[index].person = None, blank
    return paper.role(index)


@way("blank-signature", Ask(), Ask(signs=(3,)), Ask(signs=(1,)))
def _second_blank(paper: Paper) -> str:
    for sign in paper.signs:
        sign.name = None
    return _unsigned(paper, 1, "")


@way("blank-signature", Ask())
def _first_blank(paper: Paper) -> str:
    for sign in paper.signs:
        sign.name = None
    return _unsigned(paper, 0, paper.rng.choice(("", "__________", "＿＿＿＿＿")))


@way("blank-signature", Ask(parties=3))
def _third_blank(paper: Paper) -> str:
    return _unsigned(paper, 2, paper.rng.choice(("", "________", "　　　　　　")))


@way("blank-signature", Ask(signs=(0, 4)))
def _line_to_sign_on(paper: Paper) -> str:
    return _unsigned(paper, 1, paper.rng.choice(("____________", "＿＿＿＿＿＿", "")))
