"""What may contradict itself in an agreement."""

from __future__ import annotations

from datetime import date, timedelta

from tests.planted.district import duties, frame, funds
from tests.planted.district.defects_missing import Way, Ways
from tests.planted.district.draft import Draft, Wish, bands, numeral, paid
from tests.planted.district.figures import chinese, counted, later, parts
from tests.planted.district.names import varied
from tests.planted.district.written import SCHEMES, choose, numerals, sized

_NUMBERED = Wish(refs=False)


def _section_twist(kind: str) -> Way:
    def way(draft: Draft) -> str:
        draft.chosen = draft.rng.choice(sorted(set(SCHEMES) - ({"decimal"} if kind == "dup" else set())))
        at = draft.rng.randrange(2, len(draft.sections) + 1)
        draft.twist = (kind, 0, at)
        return numerals(SCHEMES[draft.chosen][0], at - (kind == "dup"))

    return way


def _clause_twist(kind: str) -> Way:
    def way(draft: Draft) -> str:
        draft.chosen = draft.rng.choice(sorted(set(SCHEMES) - {"decimal"}))
        level, section = draft.rng.choice(sized(draft))
        size = len(section.clauses)
        if draft.chosen == "chapters":
            level, size = 99, sum(len(one.clauses) for one in draft.sections)
        at = draft.rng.randrange(2, size + 1)
        draft.twist = (kind, level, at)
        return numerals(SCHEMES[draft.chosen][1], at - (kind == "dup"))

    return way


def _dangling(reference: str, text: str, *, annexed: bool = False) -> Way:
    def way(draft: Draft) -> str:
        choose(draft)
        if annexed:
            draft.annexes = ["支教教师名单", "年度帮扶计划"]
        draft.add("a" if "{A}" in text else "final", "dangling", draft.say(text, r=reference))
        return reference

    return way


def _dangling_article(text: str) -> Way:
    def way(draft: Draft) -> str:
        draft.chosen = draft.rng.choice(("words", "words-figures", "articles", "articles-words"))
        number = len(draft.sections) + draft.rng.randrange(2, 9)
        reference = f"第{chinese(number)}条"
        draft.add("final", "dangling", draft.say(text, r=reference))
        return reference

    return way


def _reversed(kind: str) -> Way:
    def way(draft: Draft) -> str:
        rng = draft.rng
        first, last = draft.start, draft.end
        if kind == "swapped":
            first, last = last, first
            draft.signed_on = last - timedelta(days=rng.randrange(3, 40))
            draft.signed = [draft.day(draft.signed_on)] * len(draft.signed)
        elif kind == "same-year":
            first = date(draft.start.year, 9, 1)
            last = date(draft.start.year, 6, 30)
            draft.signed_on = date(draft.start.year, 5, rng.randrange(4, 28))
            draft.signed = [draft.day(draft.signed_on)] * len(draft.signed)
        else:
            first = date(draft.end.year + rng.randrange(1, 4), 9, 1)
        draft.swap("term", draft.say(rng.choice(frame.TERMS_DATED), start=draft.day(first), end=draft.day(last)))
        draft.swap("effective", draft.say(frame.EFFECTIVE[rng.randrange(4)]))
        return "term"

    return way


def _lasting_else(told: int, real: int, unit: str = "年") -> Way:
    def way(draft: Draft) -> str:
        end = later(draft.start, real) - timedelta(days=1)
        years = draft.rng.choice((counted(told), str(told))) + unit if unit == "年" else f"{told}{unit}"
        draft.swap("term", draft.say(draft.rng.choice(frame.TERMS_BOTH), years=years, end=draft.day(end)))
        return "term"

    return way


def _signed_late(*, over: bool) -> Way:
    def way(draft: Draft) -> str:
        days = draft.rng.randrange(20, 300)
        draft.signed_on = draft.end + timedelta(days=days) if over else later(draft.start, 7) + timedelta(days=days % 120)
        draft.signed = [draft.day(draft.signed_on)] * len(draft.signed)
        draft.swap("effective", draft.say(frame.EFFECTIVE[draft.rng.randrange(4)]))
        return "term"

    return way


def _copies(shift: int, *, three: bool) -> Way:
    def way(draft: Draft) -> str:
        total, text = draft.rng.choice([one for one in (frame.COPIES_THREE if three else frame.COPIES_TWO) if one[0] + shift >= 2])
        draft.swap("copies", draft.say(text, n=numeral(draft, total + shift)))
        return "copies"

    return way


def _named_otherwise(place: str, at: int) -> Way:
    def way(draft: Draft) -> str:
        other = varied(draft.rng, draft.names[at])
        if place == "sign":
            draft.sign[at] = other
        elif place == "preamble":
            draft.preamble = draft.preamble.replace(str(draft.names[at]), other)
        elif place == "head":
            draft.head[at] = other
            draft.sign[at] = str(draft.names[at])
        else:
            text = draft.rng.choice(("{x}应指定一名副校长具体负责结对帮扶工作。", "{x}成立由校长任组长的结对帮扶工作领导小组。"))
            draft.add("ab"[at], "named", text.replace("{x}", other))
        return draft.roles[at]

    return way


def _other_side(place: str, at: int) -> Way:
    def way(draft: Draft) -> str:
        role, wrong = draft.roles[at], draft.labels[1 - at]
        if place == "sign":
            draft.sign_roles = [f"{one}（{label}）" for one, label in zip(draft.roles, draft.labels, strict=True)]
            draft.sign_roles[at] = f"{role}（{wrong}）"
        elif place == "heading":
            section = draft.section("ab"[at])
            section.heading = f"{role}（{wrong}）职责"
        else:
            told = (f"{role}作为{wrong}，要切实加强组织领导，明确专人负责。", f"{role}是{wrong}，应当成立工作专班，落实工作责任。")
            draft.add("ab"[at], "side", draft.rng.choice(told))
        return role

    return way


def _apart(days: int, at: int = -1) -> Way:
    def way(draft: Draft) -> str:
        draft.shared = False
        draft.signed[at] = draft.day(draft.signed_on - timedelta(days=days + draft.rng.randrange(9)))
        return "signing"

    return way


def _impossible(place: str, month: int, dom: int) -> Way:
    def way(draft: Draft) -> str:
        year = draft.start.year
        if place == "term":
            year = draft.end.year + 1
        year -= place == "sign" and draft.start.month < 9
        year += place == "body" and month < 9
        year += (month, dom) == (2, 29) and year % 4 == 0
        told = parts(year, month, dom, draft.style)
        if place == "term":
            draft.swap("term", draft.say(draft.rng.choice(frame.TERMS_DATED), end=told))
        elif place == "sign":
            draft.signed = [told] * len(draft.signed)
        else:
            text = ("{A}应于{x}前完成首批支教教师选派工作。", "{A}在{x}前制定帮扶工作实施方案。", "{A}定于{x}开展首次送教活动。")
            draft.add("a", "impossible", draft.say(draft.rng.choice(text), x=told))
        return "date"

    return way


def _sum(kind: str, off: int) -> Way:
    def way(draft: Draft) -> str:
        made = {"words": funds.words, "split": funds.split}
        text = funds.yearly(draft.rng, draft.years, off=off) if kind == "yearly" else made[kind](draft.rng, off=off)
        draft.add("money", "money", draft.say(paid(draft, text)))
        return "funding"

    return way


def _years(way: Way) -> Way:
    def longer(draft: Draft) -> str:
        if draft.years == 1:
            draft.years, draft.end = 3, later(draft.start, 36) - timedelta(days=1)
            draft.swap("term", draft.say(frame.TERMS_DATED[0]))
        return way(draft)

    return longer


def _quotas(where: str) -> Way:
    def way(draft: Draft) -> str:
        _, low, high, exact, _ = duties.ACTIONS[key := draft.rng.choice(sorted(duties.ACTIONS))]
        first, second = draft.rng.sample(range(low, high + 1), 2)
        one, other = draft.rng.sample(exact, 2) if where != "same" else (exact[0], exact[0])
        draft.drop(key)
        draft.section("a").clauses.insert(draft.rng.randrange(2), (key, draft.say(one, n=draft.count(first))))
        draft.add({"same": "a", "below": "a", "manage": "manage", "joint": "joint"}[where], key, draft.say(other, n=draft.count(second)))
        return "quota"

    return way


def _bands(wording: str) -> Way:
    def way(draft: Draft) -> str:
        draft.drop("bands", "send")
        draft.add("a", "bands", bands(draft, wording))
        return "quota"

    return way


_DATED, _FREE = Wish(term="dated"), Wish(money="none")
CLASHING: dict[str, Ways] = {
    "clause-gap": [(_NUMBERED, _section_twist("gap")), (_NUMBERED, _clause_twist("gap"))],
    "clause-duplicate": [(_NUMBERED, _section_twist("dup")), (_NUMBERED, _clause_twist("dup"))],
    "dangling-reference": [
        (_NUMBERED, _dangling("附件", "{A}派出教师的基本情况详见{r}。")),
        (_NUMBERED, _dangling("附件2", "年度帮扶计划见{r}。")),
        (_NUMBERED, _dangling("附件3", "{A}按照{r}所列清单向{B}捐赠教学设备。", annexed=True)),
        (_NUMBERED, _dangling_article("违反本协议{r}约定的，另一方有权解除协议。")),
        (_NUMBERED, _dangling_article("提前终止协议的，按照本协议{r}的规定办理。")),
    ],
    "term-reversed": [(_DATED, _reversed(kind)) for kind in ("swapped", "same-year", "late")],
    "term-duration-mismatch": [
        (Wish(term="both", money="none"), _lasting_else(*told)) for told in ((3, 24), (1, 36), (2, 36), (5, 36), (3, 12))
    ]
    + [(Wish(term="both", money="none"), _lasting_else(36, 24, "个月")), (Wish(term="both", money="none"), _lasting_else(2, 36, "个学年"))],
    "signed-after-term": [
        (_DATED, _signed_late(over=True)),
        (Wish(term="both"), _signed_late(over=True)),
        (Wish(term="both"), _years(_signed_late(over=False))),
    ],
    "copies-mismatch": [(Wish(three=three), _copies(shift, three=three)) for three in (False, False, True) for shift in (1, -1, 2)],
    "party-name-variant": [
        (Wish(), _named_otherwise("sign", 0)),
        (Wish(), _named_otherwise("sign", 1)),
        (Wish(named=False), _named_otherwise("clause", 0)),
        (Wish(), _named_otherwise("clause", 1)),
        (Wish(named=True), _named_otherwise("preamble", 1)),
        (Wish(three=True), _named_otherwise("sign", 2)),
        (Wish(named=False), _named_otherwise("head", 1)),
    ],
    "party-side-conflict": [(Wish(labels=True), _other_side(place, at)) for place in ("sign", "heading", "clause") for at in (0, 1)],
    "sign-date-conflict": [(Wish(), _apart(45)), (Wish(), _apart(70, 0)), (Wish(), _apart(365)), (Wish(three=True), _apart(50))],
    "impossible-date": [
        (_DATED, _impossible("term", 2, 30)),
        (_DATED, _impossible("term", 6, 31)),
        (Wish(), _impossible("sign", 8, 32)),
        (Wish(), _impossible("body", 13, 1)),
        (Wish(), _impossible("body", 9, 31)),
        (Wish(), _impossible("body", 2, 29)),
        (Wish(), _impossible("body", 11, 31)),
    ],
    "amount-words-mismatch": [(_FREE, _sum("words", off)) for off in (10000, -10000, 500, 90000, -3000)],
    "amount-sum-mismatch": [(_FREE, _sum("split", off)) for off in (10000, -5000, 20000)]
    + [(_FREE, _years(_sum("yearly", off))) for off in (10000, -10000, 50000)],
    "quota-conflict": [(_FREE, _quotas(where)) for where in ("same", "below", "manage", "joint")],
    "overlapping-bands": [(Wish(), _bands(wording)) for wording in duties.BANDS_WRONG],
}
