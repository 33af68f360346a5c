"""Puts one agreement together from its parts; each part knows where the defect goes that is its own."""

from __future__ import annotations

import re
from dataclasses import replace

from tests.planted.planted import Planted
from tests.planted.province import endings, names
from tests.planted.province.bands import bands_section
from tests.planted.province.chance import Chance
from tests.planted.province.copies import copies_clause
from tests.planted.province.deal import Deal, Item, Party, Section
from tests.planted.province.duties import duty_sections
from tests.planted.province.finish import finished
from tests.planted.province.heads import head
from tests.planted.province.insertions import annexes, insertions
from tests.planted.province.kinds import KINDS, Kind, parties
from tests.planted.province.layouts import Layout, Quirk, Setter, make_layout
from tests.planted.province.money import money_section
from tests.planted.province.near import bystander
from tests.planted.province.signatures import signatures
from tests.planted.province.terms import make_signing, make_term, term_items, term_sentence

_SPOTS = {
    "blank-date": ("term", "signature", "signature", "body"),
    "impossible-date": ("term", "signature", "body"),
    "party-name-variant": ("signature", "signature", "preamble", "body"),
    "party-side-conflict": ("signature", "body", "body", "body"),
    "blank-signature": ("signature",),
}
_TWO = {"missing-party"}
_UNSIDED = {"letter"}
_MASKS = (
    "________",
    "________学校",
    "XX县XX小学",
    "××中学",
    "某某学校",
    "____县____小学",
    "（单位名称）",
    "XX学校",
    "＿＿＿＿＿＿",
    "　　　　　　学校",
    "**学校",
    "xx市xx中学",
)
_BARE_MASKS = ("________", "______________", "＿＿＿＿＿＿", "（单位名称）", "某某单位", "×××××")
_NUMBERED = {"clause-gap", "clause-duplicate", "dangling-reference"}
_DATED = {"term-reversed", "term-duration-mismatch", "signed-after-term", "missing-effective"}


def build(seed: int, rule: str) -> Planted:
    """The agreement of this seed, with the defect of the rule ("" for none)."""
    chance = Chance(f"province/{seed}")
    chance.numerals = chance.part("numerals").pick(("arabic", "arabic", "arabic", "both", "han"))
    kind = _kind(chance.part("kind"), rule)
    deal = _deal(chance, kind, rule)
    layout = make_layout(chance.part("layout"), numbered=rule in _NUMBERED, short=chance.part("size").odds(0.25))
    sections, subject = _sections(deal)
    quirk = _quirk(deal, layout, sections)
    setter = Setter(layout, chance.part("setting"), quirk)
    body = setter.set(sections)
    opening, told = head(deal, kind, _sentence_of_term(deal))
    ending, signed = signatures(deal)
    notes, annexed = annexes(deal)
    turn = chance.part("turn").pick(("",) * 12 + ("（以下无正文）", "（本页无正文，为签署页）"))
    lines = [*opening, *body, *notes, *([turn] if turn else []), "", *ending]
    subject = subject or told or signed or annexed or quirk.subject or _own(deal)
    text, subject = finished(deal, lines, setter.called, layout, subject)
    return Planted(text, rule or None, subject if rule else None)


_OF_SIDES = {
    "party-side-conflict", "blank-amount", "amount-words-mismatch", "amount-sum-mismatch", "missing-funding-amount", "overlapping-bands",
}  # fmt: skip


def _kind(chance: Chance, rule: str) -> Kind:
    """A kind that can have the defect: the clean paper's own, if it can."""
    kinds = [kind for kind in KINDS for _ in range(kind.weight)]
    while True:
        kind = chance.pick(kinds)
        unfit = (rule in _TWO and len(kind.makers) > 2) or (rule in _OF_SIDES and kind.key in {"letter", "masters"})
        if not unfit and not (rule == "blank-party" and kind.key in {"masters", "trio"}):
            return kind


def _deal(chance: Chance, kind: Kind, rule: str) -> Deal:
    people = parties(kind, chance.part("parties"), rule)
    own = chance.part("defect")
    idle = absent = ""
    if rule == "missing-party":
        absent = own.pick((people[1].label, people[1].label, people[0].label))
    if rule == "missing-duties":
        givers = {"fund", "firm"}
        idle = own.pick([party.label for party in people if party.side != "supporter"] * 3 + [people[0].label] * (kind.key not in givers))
        idle = idle if kind.key not in givers else next(party.label for party in people if party.side == "recipient")
    if rule == "blank-party":
        hidden = own.pick((1, 1, 0)) if kind.key != "letter" else 1
        schools = kind.makers[0][0].startswith("city") or people[hidden].side == "recipient"
        mask = own.pick(_MASKS if schools and kind.key not in {"letter", "bureau"} else _BARE_MASKS)
        mask = mask.replace("小学", "幼儿园").replace("中学", "幼儿园") if kind.key == "kinder" else mask
        people = tuple(replace(party, name=mask, short="", person="") if place == hidden else party for place, party in enumerate(people))
    term = make_term(chance.part("dates"), rule)
    signed = make_signing(chance.part("signing"), rule, term, len(people))
    form = chance.part("form").pick(("plain",) * 8 + ("padded", "spaced", "dots", "iso", "slash", "han", "wide"))
    bureau = _bureau(chance.part("bureau"), kind, people)
    spot, witness = _spot(own, rule, term.form), _witness(chance.part("witness"), kind, rule, people)
    return Deal(rule, kind.key, chance, people, bureau, term, signed, form, spot, idle, absent, witness)


def _spot(chance: Chance, rule: str, form: str) -> str:
    spots = _SPOTS.get(rule, ("",))
    if form == "signing":
        spots = tuple(spot for spot in spots if spot != "term")
    return chance.pick(spots)


_SIGNED_RULES = {
    "missing-signature",
    "missing-sign-date",
    "blank-signature",
    "blank-party",
    "missing-party",
    "sign-date-conflict",
    "blank-date",
    "impossible-date",
}


def _witness(chance: Chance, kind: Kind, rule: str, people: tuple[Party, ...]) -> str:
    """An office that looks on; none where the defect is among the signatures."""
    if rule in _SIGNED_RULES or kind.key in {"letter", "masters", "bureau"} or len(people) == 3 or not chance.odds(0.1):
        return ""
    return names.organisation(chance, "bureau", names.place(chance, rich=False))


def _bureau(chance: Chance, kind: Kind, people: tuple[Party, ...]) -> str:
    """The office above them that gets a copy; it is none of the parties."""
    third = next((party.name for party in people if party.side == "third"), "")
    if kind.key == "masters":
        return "学校"
    where = names.place(chance, rich=True)
    office = chance.pick(("上级教育主管部门", "市教育局", "省教育厅", "县教育局", f"{where.split('市')[0]}市教育局"))
    return office if not third and kind.key not in {"bureau", "letter"} else "市教育局" if "市" not in third else "省教育厅"


def _sections(deal: Deal) -> tuple[list[Section], str | None]:
    """All sections in their order, and the subject of the defect if it is in one of them."""
    chance = deal.chance.part("sections")
    money, paid, unwanted = money_section(deal, wanted=chance.odds(0.5))
    shape = chance.pick(("sided", "sided", "roof", "fields", "nested", "list"))
    size = chance.pick((2, 3, 4, 4, 5, 6, 8))
    duties, worked = duty_sections(deal, shape, size, unwanted)
    copies, copied = copies_clause(deal)
    front, dated = _term_section(deal)
    back = endings.middle_sections(deal, chance.pick((0, 0, 1, 2, 3)))
    bands, banded = bands_section(deal)
    middle = [*duties, *bands]
    middle += [money] if money else []
    if money and deal.kind in {"fund", "firm"} and chance.odds(0.6):
        middle = [money, *duties, *bands]
    sections = [*_aim(deal), *front, *middle, *back]
    if front and chance.odds(0.2):
        sections = [*_aim(deal), *middle, *front, *back]
    sections += _last(deal, chance, copies)
    inserted = insertions(deal, sections)
    return sections, paid or worked or copied or dated or banded or inserted


def _aim(deal: Deal) -> list[Section]:
    own = deal.chance.part("aim")
    if not own.odds(0.3) or deal.kind in {"fund", "firm", "masters"}:
        return []
    words = own.line("""
        通过[结对|帮扶]，[促进教育教学质量稳步提升|缩小城乡办学差距|形成优势互补、共同发展的局面]
        以[课堂教学|教师发展|学校管理]为重点，[提升办学水平|带动薄弱学校发展|增强内生动力]
        [坚持立德树人|坚持需求导向]，[推动优质资源共建共享|努力办好群众家门口的学校]
    """)
    return [Section("aim", own.pick(("工作目标", "帮扶目标", "总体目标", "宗旨", "指导思想")), [Item(words)])]


def _term_place(deal: Deal) -> str:
    chance = deal.chance.part("place")
    if deal.rule == "missing-term":
        return ""
    return chance.pick(("section",) * 7 + ("preamble", "last"))


def _term_section(deal: Deal) -> tuple[list[Section], str | None]:
    if _term_place(deal) != "section":
        return [], "term" if deal.spot == "term" and deal.rule == "blank-date" else "date" if deal.spot == "term" else None
    items, subject = term_items(deal)
    chance = deal.chance.part("term-heading")
    heading = chance.pick(("帮扶期限", "结对期限", "合作期限", "协议期限", "期限", "帮扶时间", "结对帮扶时间及期限", "结对周期"))
    return [Section("term", heading, items)], subject


def _sentence_of_term(deal: Deal) -> str:
    return term_sentence(deal)[0] if _term_place(deal) == "preamble" else ""


def _last(deal: Deal, chance: Chance, copies: str) -> list[Section]:
    """One last section, or breach (and what is not settled) in sections of their own before it."""
    items = endings.last_items(deal, copies)
    if _term_place(deal) == "last":
        items.insert(chance.between(0, len(items)), ("term", Item(term_sentence(deal)[0])))
    sections = []
    for key, share in (("liability", 0.4), ("supplement", 0.15)):
        apart = [item for name, item in items if name == key]
        if apart and chance.odds(share):
            sections.append(Section(key, _own_heading(chance, key, apart[0].text), apart))
            items = [(name, item) for name, item in items if name != key]
    rest = [Item(words) for words in endings.pledges(deal)] + [item for _, item in items]
    near = bystander(deal)
    if near and deal.rule != "missing-duties":
        rest.insert(0, near)
    if rest:
        sections.append(Section("last", endings.last_heading(deal), rest))
    return sections


def _own_heading(chance: Chance, key: str, words: str) -> str:
    """The heading fits what stands below it: breach or dispute."""
    if key == "supplement":
        return chance.pick(("未尽事宜", "补充约定"))
    breach, dispute = re.search("违|无正当理由|未按", words), re.search("争议|纠纷", words)
    if breach and not dispute:
        return chance.pick(("违约责任", "违约与争议", "责任追究"))
    return chance.pick(("争议解决", "争议的处理", "纠纷处理"))


def _quirk(deal: Deal, layout: Layout, sections: list[Section]) -> Quirk:
    """Which list of numbers is wrong: one of those that the layout numbers, counted on a dry run."""
    chance = deal.chance.part("quirk")
    if deal.rule not in {"clause-gap", "clause-duplicate"}:
        return Quirk("", chance)
    dry = Quirk(deal.rule, chance)
    Setter(layout, deal.chance.part("setting"), dry).set(sections)
    spot = 0 if chance.odds(0.4) else chance.between(0, dry.seen - 1)
    return Quirk(deal.rule, chance, spot)


_OWN = {
    "missing-term": "term", "missing-effective": "term", "term-reversed": "term", "term-duration-mismatch": "term",
    "signed-after-term": "term",
    "missing-copies": "copies", "missing-supplement": "supplement", "missing-liability": "liability", "sign-date-conflict": "signing",
}  # fmt: skip


def _own(deal: Deal) -> str | None:
    """The subject where the defect is in the deal itself."""
    if deal.rule == "missing-party":
        return deal.absent
    if deal.rule == "missing-duties":
        return deal.idle
    if deal.rule == "blank-party":
        return next(party.label for party in deal.parties if not party.person and deal.rule == "blank-party")
    return _OWN.get(deal.rule)
