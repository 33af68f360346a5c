"""An agreement before it is numbered and written out."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from tests.planted.district import duties, frame, funds, names
from tests.planted.district.figures import DATE_STYLES, capitals, chinese, counted, day, later

_LAST = ("liability", "change", "final")
_ROLES = (("甲方", "乙方"),) * 6 + (("支援学校", "受援学校"), ("支援方", "受援方"), ("帮扶方", "受助方"))
_LABELS = (("支援学校", "受援学校"), ("帮扶学校", "被帮扶学校"), ("支援方", "受援方"), ("帮扶方", "受扶方"))


@dataclass(frozen=True)
class Wish:
    """What a defect wants of the agreement that it is planted in; None leaves it to chance."""

    three: bool | None = None
    role_names: bool | None = None
    labels: bool | None = None
    named: bool | None = None
    money: str | None = None
    term: str | None = None
    refs: bool = True
    plain: bool = False
    sides: bool = True


@dataclass
class Section:
    """A heading and its clauses, each with the name of what it says."""

    key: str
    heading: str
    clauses: list[tuple[str, str]] = field(default_factory=list)


@dataclass
class Draft:
    """All parts of an agreement; a defect changes one of them."""

    rng: Random
    wish: Wish
    roles: list[str]
    names: list[names.Name]
    labels: list[str] = field(default_factory=list)
    head: list[str | None] = field(default_factory=list)
    sign: list[str] = field(default_factory=list)
    sign_roles: list[str] = field(default_factory=list)
    people: list[str] = field(default_factory=list)
    signed: list[str | None] = field(default_factory=list)
    signed_on: date = date(2024, 8, 20)
    start: date = date(2024, 9, 1)
    end: date = date(2027, 8, 31)
    years: int = 3
    style: str = "plain"
    title: str = ""
    preamble: str = ""
    inline: bool = False
    alias: bool = False
    chosen: str = ""
    sections: list[Section] = field(default_factory=list)
    annexes: list[str] = field(default_factory=list)
    twist: tuple[str, int, int] | None = None
    seal_only: bool = False
    shared: bool = False
    form: int = 0

    def say(self, text: str, **more: object) -> str:
        """A wording with roles, names and dates filled in."""
        both = self.rng.choice(("双方", "甲乙双方")) if self.roles[0] == "甲方" else "双方"
        slots = {"A": self.roles[0], "B": self.roles[1], "C": self.roles[-1], "AB": both}
        slots |= {"a": str(self.names[0]), "b": str(self.names[1]), "ALL": "三方" if len(self.roles) == 3 else both}
        slots |= {"start": self.day(self.start), "end": self.day(self.end), "years": self.lasting()}
        for slot, value in (slots | {key: str(value) for key, value in more.items()}).items():
            text = text.replace("{" + slot + "}", value)
        return text

    def day(self, when: date) -> str:
        """A date in this paper's style."""
        return day(when, self.style)

    def lasting(self) -> str:
        """How long it lasts: 三年, 3年, 三个学年."""
        return self.rng.choice((f"{counted(self.years)}年", f"{self.years}年", f"{chinese(self.years).replace('二', '两')}个学年"))

    def count(self, number: int) -> str:
        """A count in figures, or in words below ten."""
        return counted(number) if number < 10 and self.rng.random() < 0.4 else str(number)

    def section(self, key: str) -> Section:
        """The section of a key; made before the last sections if it is not there."""
        for one in self.sections:
            if one.key == key:
                return one
        made = Section(key, self.say(self.rng.choice(frame.HEADINGS[key])))
        rank = _LAST.index(key) if key in _LAST else -1
        later_on = (at for at, one in enumerate(self.sections) if one.key in _LAST and _LAST.index(one.key) > rank)
        place = next(later_on, len(self.sections))
        self.sections.insert(place, made)
        return made

    def add(self, key: str, what: str, text: str) -> None:
        """A clause at a section's end."""
        self.section(key).clauses.append((what, text))

    def drop(self, *what: str) -> None:
        """Leave out clauses, or sections by their key."""
        for one in self.sections:
            one.clauses = [] if one.key in what else [clause for clause in one.clauses if clause[0] not in what]
        self.sections = [one for one in self.sections if one.clauses]

    def swap(self, what: str, text: str) -> None:
        """Put other words into the clause of a name."""
        for one in self.sections:
            one.clauses = [(name, text if name == what else old) for name, old in one.clauses]


def _settle(draft: Draft) -> None:
    """The dates, names and styles."""
    rng, wish = draft.rng, draft.wish
    draft.years, draft.style = rng.choice((1, 2, 3, 3, 3, 4, 5)), rng.choice(DATE_STYLES)
    draft.start = date(rng.randrange(2019, 2026), rng.choice((9, 9, 9, 3, 1)), 1)
    draft.end = later(draft.start, 12 * draft.years) - timedelta(days=1)
    draft.signed_on = draft.start + timedelta(days=rng.randrange(-40, 25))
    draft.head, draft.sign = [*map(str, draft.names)], [*map(str, draft.names)]
    draft.sign_roles, draft.people = list(draft.roles), rng.sample(sorted({names.person(rng) for _ in range(30)}), len(draft.roles))
    draft.signed = [draft.day(draft.signed_on)] * len(draft.roles)
    labelled = rng.random() < 0.5 if wish.labels is None else wish.labels
    draft.labels = [*rng.choice(_LABELS), "主管部门"][: len(draft.roles)] if labelled and draft.roles[0] == "甲方" else []
    draft.shared, draft.seal_only, draft.form = rng.random() < 0.25, rng.random() < 0.15, rng.randrange(100)


def _open(draft: Draft) -> None:
    """Title and preamble."""
    rng, named = draft.rng, draft.wish.named
    draft.title = draft.say(rng.choice(frame.TITLES if named is False or rng.random() < 0.7 else frame.TITLES_NAMED))
    pool = frame.PREAMBLES_NAMED if named or (named is None and rng.random() < 0.25) else frame.PREAMBLES
    document = f"{draft.names[0].place[0]}教〔{draft.start.year}〕{rng.randrange(3, 90)}号"
    draft.preamble = draft.say(rng.choice(pool), doc=document)
    draft.inline = named is None and not draft.labels and len(draft.roles) == 2 and draft.roles[0] == "甲方" and rng.random() < 0.15


def _work(draft: Draft) -> None:
    """What the parties do."""
    rng, wish = draft.rng, draft.wish
    clauses = [("a", draft.say(one)) for one in rng.sample(duties.A_PLAIN, rng.randrange(2, 5))]
    for key in rng.sample(sorted(duties.ACTIONS), 0 if wish.plain else rng.randrange(1, 4)):
        _, low, high, exact, bound = duties.ACTIONS[key]
        clauses.append((key, draft.say(rng.choice(exact + bound), n=draft.count(rng.randrange(low, high)))))
    rng.shuffle(clauses)
    draft.section("a").clauses += clauses
    for text in rng.sample(duties.B_PLAIN, rng.randrange(2, 5)):
        draft.add("b", "b", draft.say(text))
    if rng.random() < 0.4:
        draft.add("b", "b", draft.say(rng.choice(duties.B_COUNT), n=draft.count(rng.randrange(2, 6))))
    _others(draft)
    if rng.random() < 0.15 and not wish.plain:
        draft.drop("send")
        draft.add("a", "bands", bands(draft, rng.choice(duties.BANDS_RIGHT)))


def _others(draft: Draft) -> None:
    """What the third party and all together do."""
    rng = draft.rng
    if len(draft.roles) == 3:
        for text in rng.sample(duties.C_PLAIN, rng.randrange(2, 4)):
            draft.add("c", "c", draft.say(text))
    if rng.random() < 0.5:
        for text in rng.sample(duties.JOINT, rng.randrange(2, 4)):
            draft.add("joint", "joint", draft.say(text))
    elif rng.random() < 0.5:
        for text in rng.sample(frame.MANAGE, 2):
            draft.add("manage", "manage", draft.say(text))


def bands(draft: Draft, wording: str) -> str:
    """A rule in bands of size."""
    head, unit, sends, measure = draft.rng.choice(duties.BANDS)
    low, high = draft.rng.choice(((20, 50), (30, 60), (10, 30)))
    figures = {"x": low, "x1": low + 1, "z": low + 5, "y": high, "y1": high + 1, "w": high + 10}
    return draft.say(head + wording.replace("{k}", sends).replace("{m}", measure), u=unit, **figures)


def _money(draft: Draft) -> None:
    """The clause of money, if there is one."""
    rng = draft.rng
    kind = draft.wish.money or rng.choice(("none", "none", "words", "yearly", "split", "plain", "plain"))
    if kind == "none" or (kind == "yearly" and draft.years == 1):
        return
    made = {"words": funds.words, "split": funds.split}.get(kind, funds.plain)
    text = funds.yearly(rng, draft.years) if kind == "yearly" else made(rng)
    draft.add("money", "money", draft.say(paid(draft, text)))


def paid(draft: Draft, text: str) -> str:
    """The giver put into a clause of money."""
    return text.replace("{P}", "{C}" if len(draft.roles) == 3 and draft.rng.random() < 0.5 else "{A}")


def numeral(draft: Draft, number: int) -> str:
    """The number of copies: 两, 二, 贰, 2."""
    return draft.rng.choice((counted(number), chinese(number), str(number), capitals(number)[0] if number < 10 else str(number)))


def _close(draft: Draft) -> None:
    """Liability and the last clauses."""
    rng, wish = draft.rng, draft.wish
    draft.add("liability", "liability", draft.say(rng.choice(frame.LIABILITY if wish.refs and wish.sides else frame.LIABILITY[:4])))
    draft.add("liability", "dispute", draft.say(rng.choice(frame.DISPUTE)))
    if rng.random() < 0.3:
        draft.add("change", "change", draft.say(rng.choice(frame.CHANGE)))
    total, copies = rng.choice(frame.COPIES_THREE if len(draft.roles) == 3 else frame.COPIES_TWO)
    last = [
        ("supplement", draft.say(rng.choice(frame.SUPPLEMENT))),
        ("effective", draft.say(rng.choice(frame.EFFECTIVE))),
        ("copies", draft.say(copies, n=numeral(draft, total))),
    ]
    if rng.random() < 0.5:
        rng.shuffle(last)
    if rng.random() < 0.2 and wish.refs:
        draft.annexes = rng.sample(("支教教师名单", "年度帮扶计划", "捐赠物资清单"), 2)
        last.append(("annex", draft.say("{x}见附件1，附件与本协议具有同等效力。", x=draft.annexes[0])))
    for what, text in last:
        draft.add("final", what, text)


def drafted(rng: Random, wish: Wish) -> Draft:
    """A clean agreement, such as a defect wishes for."""
    city, country = names.urban(rng), names.rural(rng)
    three = rng.random() < 0.25 if wish.three is None else wish.three
    roles = (
        ["甲方", "乙方", "丙方"] if three else list(rng.choice(_ROLES if wish.role_names is not False and not wish.labels else _ROLES[:1]))
    )
    draft = Draft(rng, wish, roles, [city, country, names.bureau(rng, country.place)][: len(roles)])
    _settle(draft)
    _open(draft)
    if rng.random() < 0.6:
        for text in rng.sample(frame.GOALS if wish.sides else frame.NEUTRAL_GOALS, rng.choice((1, 1, 2))):
            draft.add("goal", "goal", draft.say(text))
    pool = {"both": frame.TERMS_BOTH, "dated": frame.TERMS_DATED, "open": frame.TERMS_OPEN}
    kind = wish.term or rng.choice(("both", "both", "dated", "open"))
    term = draft.say(rng.choice(pool[kind]))
    early = rng.random() < 0.6
    if early:
        draft.add("term", "term", term)
    _work(draft)
    _money(draft)
    if not early:
        draft.add("term", "term", term)
    draft.alias = wish.named is None and not draft.inline and rng.random() < 0.2
    if draft.alias:
        draft.add("a", "alias", f"{draft.names[0].short}可根据教学安排，适当调整派出教师名单。")
    _close(draft)
    return draft
