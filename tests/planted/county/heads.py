"""The top of a paper: its title, its parties, and the sentence that leads to the clauses."""

from __future__ import annotations

from tests.planted.county import places
from tests.planted.county.case import Case, Party

_TITLES = {
    "primary": "<城乡学校|义务教育学校|小学|县域内学校|城乡教育|乡村振兴教育|名校+弱校|中心校与村小|送教下乡|教育教学><结对帮扶|手拉手|对口支援|结对共建|对口帮扶|联合办学|互助共同体|结对互助>",
    "middle": "<初中学校|城乡中学|县中|中学|教育集团|薄弱学校|校际|县域高中|“组团式”教育><结对帮扶|托管帮扶|对口支援|联盟共建|帮扶共建|结对提升|跟岗支教|合作办学>",
    "kindergarten": "<幼儿园|城乡幼儿园|学前教育|公办园|集团园|示范园与乡镇园|幼教|园际><结对帮扶|一对一帮扶|姊妹园共建|牵手共建|发展共同体|结对互助|帮扶共进|保教帮扶>",
    "bureau": "<教育|基础教育|区县教育|区县结对|教育系统|山海协作教育|东西部教育|县际教育><协作|帮扶|对口支援|结对协作|帮扶合作|交流合作|帮扶框架|战略合作>",
    "donor": "<捐资助学|爱心助学|校企结对|企业帮扶学校|公益助学|教育捐赠|村企校结对|关爱乡村学校><|帮扶|共建|合作|项目>",
}
_NOUNS = {
    "协议书": 34,
    "协议": 24,
    "合作协议": 10,
    "责任书": 8,
    "合同": 5,
    "帮扶合同": 4,
    "备忘录": 5,
    "意向书": 3,
    "框架协议": 3,
    "合约": 2,
    "约定书": 2,
}
_BODY_NOUN = {
    "责任书": "责任书",
    "合同": "合同",
    "帮扶合同": "合同",
    "备忘录": "备忘录",
    "意向书": "意向书",
    "合约": "合约",
    "约定书": "约定书",
}
_MASKS = (
    "xx学校",
    "________",
    "____________学校",
    "（　　　　）",
    "××学校",
    "XXX学校",
    "",
    "_____（填写单位全称）",
    "某某学校",
    "　　　　　　　",
)


_ABOUT_SIGNING = {"missing-sign-date", "sign-date-conflict", "signed-after-term", "impossible-date", "blank-date"}


def write_title(case: Case) -> list[str]:
    """Write the title and the lines that belong to it."""
    dice = case.dice
    noun = dice.weigh(_NOUNS)
    case.noun = _BODY_NOUN.get(noun, "协议")
    title = (dice.say(_TITLES[case.kind]) + noun).replace("帮扶帮扶", "帮扶").replace("合作合作", "合作").replace("框架框架", "框架")
    lines = [dice.pick((title, title, title, f"关于{title[: -len(noun)]}的{noun}", " ".join(title) if len(title) < 10 else title))]
    if case.says_years and case.end.year > case.start.year and dice.chance(0.12):
        first, last = case.start.year, case.end.year
        lines.append(f"（{first}—{last}年）" if dice.chance(0.5) else f"（{first}年—{last}年）")
    if dice.chance(0.25):
        number, year = dice.between(1, 60), min(case.signed).year
        lines.insert(
            dice.pick((0, len(lines))),
            dice.pick(
                (
                    f"协议编号：{year}-{number:03}",
                    "编号：____________",
                    "合同编号：",
                    f"编号：教帮字〔{year}〕{number}号",
                    "协议编号：__________",
                )
            ),
        )
    return lines


def blank_a_party(case: Case) -> None:
    """Mask one party's name wherever it stands."""
    party = case.dice.pick([party for party in case.parties if party.side != "other"])
    mask = case.dice.pick(_MASKS)
    own = {"bureau": "教育局", "kindergarten": "幼儿园"}.get(case.kind, "学校")
    party.name, party.person, party.blank, case.subject = mask.replace("学校", own), "", True, party.role


def write_head(case: Case, parties: list[Party]) -> list[str]:
    """Write who the parties are."""
    dice = case.dice
    has_shorts = case.lettered and case.kind != "bureau" and dice.chance(0.15) and not case.planting("blank-party")
    forms = ["line", "line", "line", "line", "own", "details", "table"]
    if len(parties) > 1 and not case.planting("blank-party"):
        forms += ["pairline", "prose", "bracket"] if case.lettered else ["bracket"]
    if case.lettered:
        forms += ["tag-first", "alias"]
    form = dice.pick(forms)
    if has_shorts and form in _DECLARING:
        for party in parties:
            short = places.shortened(party.name, party.where)
            party.short = short if short != party.name and party.side != "other" else ""
    return _FORMS[form](case, parties)


# The forms that write a short name behind the full one; a paper may use it only where it is declared.
_DECLARING = frozenset({"line", "own", "details", "bracket", "tag-first"})


def _label(party: Party) -> str:
    return f"{party.role}（{party.tag}）" if party.tag else party.role


def _short(party: Party) -> str:
    return f"（以下简称“{party.short}”）" if party.short else ""


def _lines(case: Case, parties: list[Party]) -> list[str]:
    gap = case.dice.pick(("：", "：", "：", "： ", ":", "：　"))
    return [f"{_label(party)}{gap}{_spaced(case, party.name)}{_short(party)}{_former(case, party)}" for party in parties]


def _former(case: Case, party: Party) -> str:
    """Give the name that a recipient had before, now and then."""
    apt = party.side == "recipient" and case.kind in {"primary", "middle"} and not party.blank and not party.short
    if not apt or case.planting("party-name-variant", "missing-party") or not case.dice.chance(0.06):
        return ""
    return f"（原{party.where}{places.town(case.dice)}{case.dice.pick(('联办', '希望', '完全'))}学校）"


def _spaced(case: Case, name: str) -> str:
    """Write a name as a scanner reads widely set letters, now and then."""
    return " ".join(name) if case.dice.chance(0.05) and "_" not in name else name


def _own_lines(case: Case, parties: list[Party]) -> list[str]:
    return [line for party in parties for line in (f"{_label(party)}：", f"{party.name}{_short(party)}" or case.dice.pick(("________",)))]


def _details(case: Case, parties: list[Party]) -> list[str]:
    dice, lines = case.dice, []
    lead = dice.pick(("单位名称", "名称", "单位", ""))
    head = {"bureau": "局长", "donor": "负责人", "kindergarten": "园长"}.get(case.kind, "校长")
    extras = dice.some((f"{head}", "法定代表人", "地址", "联系人", "联系电话", "邮编", "统一社会信用代码"), dice.between(1, 4))
    for party in parties:
        lines += [_label(party) + "：" + ("" if lead else party.name) + ("" if lead else _short(party))]
        lines += [f"{lead}：{party.name}{_short(party)}"] if lead else []
        lines += [f"{extra}：{_detail(case, party, extra)}" for extra in extras]
    return lines


def _detail(case: Case, party: Party, what: str) -> str:
    dice = case.dice
    if party.blank and what != "联系电话":
        return "________"
    return {
        "地址": dice.pick((f"{party.where}文化路{dice.between(2, 98)}号", f"{party.where}中山街{dice.between(2, 98)}号", "________")),
        "联系人": places.person(dice),
        "联系电话": dice.pick(("____________", "", f"0{dice.between(411, 898)}-{dice.between(3000000, 8999999)}")),
        "邮编": dice.pick(("______", f"{dice.between(330000, 659000)}")),
        "统一社会信用代码": "__________________",
    }.get(what, party.person)


def _table(case: Case, parties: list[Party]) -> list[str]:
    dice = case.dice
    rows = [["", *(_label(party) for party in parties)], ["单位名称", *(party.name for party in parties)]]
    extras = dice.some(("法定代表人", "地址", "联系人", "联系电话"), dice.between(1, 3))
    rows += [[what, *(_detail(case, party, what) for party in parties)] for what in extras]
    if dice.chance(0.5):
        rows = [["", "单位名称"], *([_label(party), party.name] for party in parties)]
    return [f"| {' | '.join(cells)} |" for cells in rows]


def _pair_line(case: Case, parties: list[Party]) -> list[str]:
    return [case.dice.pick(("    ", "\t", "　　　", "        ")).join(f"{_label(party)}：{party.name}" for party in parties)]


def _prose(case: Case, parties: list[Party]) -> list[str]:
    call = case.dice.pick(("以下简称", "以下称", "下称", "以下简称为"))
    marks = case.dice.pick((("“", "”"), ("", "")))
    named = [f"{party.name}（{party.tag + '，' if party.tag else ''}{call}{marks[0]}{party.role}{marks[1]}）" for party in parties]
    joined = "、".join(named[:-1]) + case.dice.pick(("与", "和", "同")) + named[-1]
    reason = case.dice.pick(("就结对帮扶有关事宜", "本着自愿、平等的原则", "根据上级部门的统一安排", "为促进双方共同发展"))
    return [f"{joined}{reason}，{_signed_on(case)}签订本{case.noun}。"]


def _signed_on(case: Case) -> str:
    """Name day and place of signing, where the signature blocks say the same."""
    days = {party.signed for party in case.parties}
    if case.rule in _ABOUT_SIGNING or len(days) > 1 or case.dice.chance(0.7):
        return ""
    return f"于{days.pop()}在{case.parties[0].where}"


def _bracket(case: Case, parties: list[Party]) -> list[str]:
    lead = case.dice.pick(("签约单位：", "立约单位：", "订立单位：", "协议单位："))
    return [lead, *(f"{party.name}（{party.role}{'，' + party.tag if party.tag else ''}）{_short(party)}" for party in parties)]


def _tag_first(_case: Case, parties: list[Party]) -> list[str]:
    return [f"{party.tag}（{party.role}）：{party.name}{_short(party)}" for party in parties]


def _alias(case: Case, parties: list[Party]) -> list[str]:
    call = case.dice.pick(("以下简称", "以下称", "下称"))
    return [f"{_label(party)}：{party.name}（{call}{party.role}）" for party in parties]


_FORMS = {
    "line": _lines,
    "own": _own_lines,
    "details": _details,
    "table": _table,
    "pairline": _pair_line,
    "prose": _prose,
    "bracket": _bracket,
    "tag-first": _tag_first,
    "alias": _alias,
}
