"""The head of a paper: who they are, and the words before the first clause."""

from __future__ import annotations

from tests.planted.teacher.deal import Deal, Party
from tests.planted.teacher.kinds import side_words

_MASKS = (
    "",
    "＿＿＿＿＿＿＿＿",
    "__________",
    "××{n}",
    "XX县XX{n}",
    "　　　　　　{n}",
    "（单位全称）",
    "***{n}",
    "[{label}名称]",
    "xx{n}",
    "某某{n}",
    "____{n}",
)
_NOUNS = {"school": "小学", "kinder": "幼儿园", "bureau": "教育局", "university": "大学", "hospital": "医院", "firm": "有限公司"}
_PREAMBLES = (
    "为{aim}，经{us}充分协商，就{w}事宜达成如下协议：",
    "为{aim}，根据上级有关文件要求，{us}本着平等自愿、优势互补的原则，签订本协议。",
    "为贯彻落实教育主管部门关于{w}工作的部署，{aim}，经{us}研究，特订立以下条款，共同遵守。",
    "{us}经友好协商，就{w}一事约定如下。",
    "根据《{city}{w}工作实施方案》（{no}）精神，为{aim}，{us}签订协议如下：",
    "根据《中华人民共和国义务教育法》第六条关于均衡配置教育资源的规定，为{aim}，{us}议定：",
    "按照《中华人民共和国民法典》第四百六十五条的规定，为明确{us}的责任，订立本协议。",
    "教育大计，教师为本。为{aim}，使孩子们都能享受到更好的教育，{us}决定携手开展{w}，现将有关事项约定如下：",
    "{aim}是时代赋予我们的责任。{us}坐下来反复商量，形成以下共识，以资信守。",
    "依据《{county}“十四五”教育发展规划》和有关会议精神，{us}就{w}工作协商一致，签订此协议。",
)
_NAMED = (
    "为{aim}，经{names}共同协商，就{w}事宜达成如下协议：",
    "{names}本着自愿平等的原则，为{aim}，签订本协议。",
    "受主管部门委托并经{names}协商一致，现就{w}工作约定如下：",
    "为{aim}，{names}决定开展{w}，议定下列事项，共同信守：",
)


def _mask(deal: Deal, party: Party) -> str:
    noun = _NOUNS.get(party.seat.sort[:-1], "学校")
    return deal.dice.choice(_MASKS).format(n=noun, label=party.seat.label)


def _label(deal: Deal, party: Party) -> str:
    """What a party is called beside its role; its side in plain words where sides are to clash."""
    return deal.dice.choice(side_words(party.seat)) if deal.has("party-side-conflict") else party.seat.label


def _name(deal: Deal, party: Party) -> str:
    if party is deal.absent:
        return _mask(deal, party)
    if not party.short:
        return party.name.full
    return party.name.full + deal.dice.choice(("（以下简称“{}”）", "（以下简称{}）", "（简称：{}）", "（下称“{}”）")).format(party.short)


def _seated(deal: Deal) -> list[Party]:
    """Who is named in the head: all, or all but the missing one."""
    return [one for one in deal.parties if not (deal.has("missing-party") and one is deal.absent)]


def _phone(deal: Deal) -> str:
    return f"0{deal.dice.randint(400, 899)}-{deal.dice.randint(2, 8)}{deal.dice.randint(100000, 999999)}"


def _lines(deal: Deal) -> list[str]:
    """A line for each party, now and then with its address and its telephone."""
    dice = deal.dice
    labelled = deal.lettered and (deal.has("party-side-conflict") or dice.yes(0.4))
    way = (
        dice.choice(("{r}（{l}）：{n}", "{l}（{r}）：{n}", "{r}[{l}]：{n}"))
        if labelled
        else dice.choice(("{r}：{n}", "{r}：{n}", "{r}： {n}"))
    )
    more = dice.yes(0.2) and not deal.absent
    out = []
    for party in _seated(deal):
        role = party.role
        if not labelled and len(role) == 2 and dice.yes(0.1):
            role = role[0] + dice.choice((" ", "　")) + role[1]
        out.append(way.format(r=role, l=_label(deal, party), n=_name(deal, party)).rstrip(" "))
        if more and not party.is_person:
            where = deal.places.city if party.seat.sort.endswith("0") else deal.places.county
            out.append(f"地址：{where}{dice.choice(('人民路', '学府路', '文化街', '建设路'))}{dice.randint(2, 180)}号")
            out.append(f"{dice.choice(('负责人', '法定代表人', '联系人'))}：{party.chief}　电话：{_phone(deal)}")
    if not more and not deal.absent and dice.yes(0.1):
        return ["　　　　".join(out)]
    return out


def _listed(deal: Deal) -> list[str]:
    """The parties as a list of those who sign."""
    dice = deal.dice
    items = [f"{_name(deal, one) or '＿＿＿＿＿＿'}（{one.role}）" for one in _seated(deal)]
    if dice.yes(0.5):
        return [dice.choice(("签约单位：", "签约各方：", "协议单位：")), *items]
    return [dice.choice(("签约单位：", "协议各方：")) + "、".join(items)]


def _table(deal: Deal) -> list[str]:
    """The parties as a table."""
    dice, pen = deal.dice, deal.pen
    head = pen.row("协议方", "单位名称" if all(not one.is_person for one in deal.parties) else "名称（姓名）", "负责人", "联系电话")
    rows = [pen.row(one.role, _name(deal, one), one.chief, _phone(deal)) for one in _seated(deal)]
    return [head, *rows] if dice.yes(0.7) else [dice.choice(("协议各方基本情况", "签约方信息")), head, *rows]


def _inline(deal: Deal) -> list[str]:
    """The parties in the words before the first clause, without a head."""
    dice = deal.dice
    forms = ("{}（以下简称{}）", "{}（以下简称“{}”）", "{}（下称{}）", "{}（以下称为{}）")
    form = dice.choice(forms)
    for one in deal.parties:
        one.short = None
    named = [form.format(_name(deal, one) or "＿＿＿＿＿＿", one.role) for one in _seated(deal)]
    if len(named) < len(deal.parties):
        named.append(f"{deal.absent.role}" if deal.absent else "")
    return [_preamble(deal, dice.choice(("、", "与")).join(named) if len(named) == 2 else "、".join(named))]


def _preamble(deal: Deal, names: str = "") -> str:
    dice = deal.dice
    no = f"{deal.places.city[0]}教〔{min(deal.start, *deal.signed)[0]}〕{dice.randint(3, 90)}号"
    form = dice.choice(_NAMED if names else _PREAMBLES)
    aim = dice.choice(deal.kind.aims)
    return form.format(aim=aim, us=deal.us, w=deal.kind.word, names=names, city=deal.places.city, county=deal.places.county, no=no)


def _called(deal: Deal) -> str:
    """All parties by name, one of them wrongly where that is the defect."""
    said = []
    for party in deal.parties:
        name = party.name.full
        if party is deal.victim and deal.at("party-name-variant", "preamble"):
            deal.subject = party.role
            name = party.name.variant(deal.dice)
        elif party.short and deal.dice.yes(0.5):
            name = party.short
        said.append(f"{name}（{party.role}）" if deal.has("party-name-variant") else name)
    return "、".join(said[:-1]) + "与" + said[-1]


def opening(deal: Deal) -> list[str]:
    """The lines between the title and the first clause."""
    dice = deal.dice
    if deal.at("party-name-variant", "preamble"):
        return [*_lines(deal), _preamble(deal, _called(deal))]
    way = dice.choice(("lines", "lines", "lines", "listed", "table", "inline", "after"))
    if deal.has("party-side-conflict"):
        way = "lines"
    if way == "inline" and deal.lettered:
        return _inline(deal)
    named = not deal.absent and not deal.victim and all(not one.is_person for one in deal.parties) and dice.yes(0.15)
    head = {"listed": _listed, "table": _table}.get(way, _lines)(deal)
    preamble = _preamble(deal, _called(deal) if named else "")
    return [preamble, *head] if way == "after" else [*head, preamble]
