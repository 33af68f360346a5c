"""Plant a defect in a paper that is drawn up: what the writers of its parts have not already planted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tests.planted.county.annexes import annex_beyond
from tests.planted.county.case import Case, Party
from tests.planted.county.draft import Draft, Node
from tests.planted.county.extras import blank_deadline, conflicting, impossible_deadline
from tests.planted.county.numbering import Style, missing_before, number_clauses
from tests.planted.county.places import misnamed

# Rules whose subject does not depend on the paper.
_SUBJECTS = {
    "missing-term": "term",
    "missing-effective": "term",
    "missing-sign-date": "signing",
    "missing-copies": "copies",
    "missing-funding-amount": "funding",
    "missing-supplement": "supplement",
    "missing-liability": "liability",
    "blank-quota": "quota",
    "blank-amount": "funding",
    "term-reversed": "term",
    "term-duration-mismatch": "term",
    "signed-after-term": "term",
    "copies-mismatch": "copies",
    "sign-date-conflict": "signing",
    "impossible-date": "date",
    "amount-words-mismatch": "funding",
    "amount-sum-mismatch": "funding",
    "quota-conflict": "quota",
    "overlapping-bands": "quota",
}
_BLANK_DAYS = (
    "    年  月  日",
    "　　年　月　日",
    "____年__月__日",
    "20__年__月__日",
    "20xx年xx月xx日",
    "      年    月    日",
    "20××年×月×日",
)


def prepare(case: Case) -> None:
    """Choose whom the defect is about, before anything is written."""
    dice = case.dice
    if case.rule in _SUBJECTS:
        case.subject = _SUBJECTS[case.rule]
    if case.planting("missing-party"):
        case.subject = dice.pick([party.role for party in case.parties[-1:] * 3 + case.parties[:1]])
    if case.planting("missing-signature", "blank-signature"):
        case.subject = dice.pick([party.role for party in case.parties])
    if case.planting("party-name-variant"):
        case.place = dice.pick(("signing-name", "signing-name", "clause"))
        case.subject = dice.pick([party.role for party in case.parties])
    if case.planting("blank-date"):
        case.subject = {"signing": "signing", "term": "term", "clause": "date"}[case.place]


def signers(case: Case, parties: list[Party]) -> list[Party]:
    """Give the signature blocks, one of them changed where the defect is in them."""
    chosen = [party for party in parties if not (case.planting("missing-signature") and party.role == case.subject)]
    if case.planting("missing-sign-date"):
        lone = case.dice.pick([*(party.role for party in chosen), "", "", "", ""])
        return [replace(party, signed="") if lone in {"", party.role} else party for party in chosen]
    if case.planting("blank-date") and case.place == "signing":
        gap = case.dice.pick(_BLANK_DAYS)
        return [replace(party, signed=gap) for party in chosen]
    if case.planting("blank-signature"):
        return [replace(party, person="") if party.role == case.subject else party for party in chosen]
    if case.planting("party-name-variant") and case.place == "signing-name":
        return [replace(party, name=_variant(case, party)) if party.role == case.subject else party for party in chosen]
    return chosen


def _variant(case: Case, party: Party) -> str:
    taken = {other.name for other in case.parties}
    for _ in range(30):
        name = misnamed(case.dice, party.name, party.where)
        if name not in taken and name != party.short:
            return name
    return party.name[:-2] + party.name[-1]


def plant(case: Case, draft: Draft, style: Style) -> None:
    """Plant the defects that are added to a paper's clauses or their numbers."""
    planter = _PLANTERS.get(case.rule or "")
    if planter:
        planter(case, draft, style)


def _gap(case: Case, draft: Draft, style: Style) -> None:
    nodes, level, place = _run(case, draft, style, twice=False)
    nodes[place].jump = 1
    case.subject = missing_before(nodes[place], nodes, style, level)


def _duplicate(case: Case, draft: Draft, style: Style) -> None:
    nodes, level, place = _run(case, draft, style, twice=True)
    nodes[place].jump = -1
    case.subject = missing_before(nodes[place - 1], nodes, style, level)


def _run(case: Case, draft: Draft, style: Style, *, twice: bool) -> tuple[list[Node], int, int]:
    """Choose a run of numbered clauses and a place in it; the clauses have the numbers then that they would have without the defect."""
    number_clauses(draft, style)
    runs = [(draft.clauses, 0)]
    if style.chapters:
        runs.append(([node for top in draft.clauses for node in top.kids], 1))
    runs += [(node.kids, level) for top in draft.clauses for node, level in _numbered(top, 1) if not (style.chapters and level == 1)]
    places = [
        (nodes, level, place)
        for nodes, level in runs
        if len(nodes) > 2
        for place in range(1, len(nodes))
        if not twice or _once(style, nodes, place)
    ]
    lengths = sorted({len(nodes) for nodes, _, _ in places})
    length = case.dice.pick(lengths)
    return case.dice.pick([run for run in places if len(run[0]) == length])


def _once(style: Style, nodes: list[Node], place: int) -> bool:
    """Say whether a repeated number stays the only one: 3.1 would be repeated below a repeated 3."""
    return not (style.dotted and nodes[place].kids and nodes[place - 1].kids)


def _numbered(node: Node, level: int) -> list[tuple[Node, int]]:
    return [(node, level), *(deeper for kid in node.kids for deeper in _numbered(kid, level + 1))]


def _dangle(case: Case, draft: Draft, style: Style) -> None:
    if not style.refers or case.dice.chance(0.35):
        case.subject = annex_beyond(case, draft)
        text = case.dice.pick(
            ("具体任务见{}。", "有关要求详见{}。", "活动安排按{}执行。", "物资明细见{}。", "考核办法见{}，双方遵照执行。")
        )
    else:
        case.subject = _beyond(case, draft, style)
        text = case.dice.pick(
            (
                "有关事项按照{{D}}{}的约定执行。",
                "违反{{D}}{}约定的，应及时改正。",
                "联络员的职责适用{{D}}{}。",
                "人员变动时，依照{}的规定办理交接。",
                "活动资料的归档按照{{D}}{}办理。",
                "因特殊情况不能开展活动的，按{}处理。",
                "{}所列任务未完成的，顺延至下一学期。",
            )
        )
    add_sentence(case, draft, text.format(case.subject))


def _beyond(case: Case, draft: Draft, style: Style) -> str:
    articles = [node for top in draft.clauses for node in top.kids] if style.chapters else draft.clauses
    # one more than there are may still be added with the sentence itself
    number = len(articles) + case.dice.between(2, 8)
    level = 1 if style.chapters else 0
    return f"第{style.levels[level][0](number)}条"


def _conflict(case: Case, draft: Draft, style: Style) -> None:
    first, second = conflicting(case)
    sections = [node for node in draft.clauses if node.key == "duties" and node.kids and not node.kids[0].kids and not node.kids[0].heading]
    if sections and not style.chapters:
        case.dice.pick(sections).kids.insert(0, Node(first))
    else:
        after = max(index for index, node in enumerate(draft.clauses) if node.key in {"duties", "duty"})
        single = draft.clauses[after].key == "duty" and not style.chapters
        draft.clauses.insert(after + (not single), Node(first, "" if single else case.dice.pick(("日常工作", "常规任务")), "added"))
    _add_section(case, draft, second, ("保障措施", "补充约定", "其他任务", "工作保障"))


def _side(case: Case, draft: Draft, _style: Style) -> None:
    party = case.dice.pick([party for party in case.parties if party.side != "other"])
    case.subject = party.role
    wrong = {
        "supporter": ("受援方", "受援学校", "受帮扶方", "受援单位"),
        "recipient": ("支援方", "帮扶方", "支援学校", "帮扶单位"),
    }[party.side]
    word = case.dice.pick(wrong if case.kind in {"primary", "middle"} else (wrong[0], wrong[2] if party.side == "supporter" else wrong[1]))
    if case.kind == "kindergarten":
        word = case.dice.pick((word, "受援园" if party.side == "supporter" else "支援园"))
    text = case.dice.pick(
        (
            "{}作为{}，要严格管理，确保活动安全有序。",
            "{}是本次结对的{}，应确定专人做好日常联络。",
            "{}作为{}，应加强过程管理，做好资料归档。",
            "{}作为{}，主要负责人每学期听取一次工作汇报。",
        )
    )
    add_sentence(case, draft, text.format(party.role, word))


def _misname(case: Case, draft: Draft, _style: Style) -> None:
    if case.place != "clause":
        return
    party = next(party for party in case.parties if party.role == case.subject)
    text = case.dice.pick(
        (
            "{}主要负责人为本单位结对工作的第一责任人。",
            "活动资料由{}统一归档保存。",
            "{}应明确专人负责日常联络。",
            "联席会议由{}承办，其他单位配合。",
            "{}负责活动信息的汇总。",
        )
    )
    add_sentence(case, draft, text.format(_variant(case, party)))


def _day(case: Case, draft: Draft, _style: Style) -> None:
    if case.place == "clause":
        add_sentence(case, draft, blank_deadline(case) if case.planting("blank-date") else impossible_deadline(case))


def add_sentence(case: Case, draft: Draft, text: str) -> None:
    """Put a sentence where it fits: into a clause of the middle, or a section of its own before the end."""
    fit = [node for node in draft.clauses if node.key in {"assess", "contact", "safety", "change", "extra", "goal"}]
    if fit and case.dice.chance(0.6):
        node = case.dice.pick(fit)
        if node.kids:
            node.kids.append(Node(text))
        else:
            node.text += text
    else:
        _add_section(case, draft, text, ("工作要求", "有关约定", "组织实施", "补充说明"))


def _add_section(case: Case, draft: Draft, text: str, headings: tuple[str, ...]) -> None:
    ends = {"end", "liability", "dispute", "supplement", "effective", "copies", "annexes"}
    place = next((index for index, node in enumerate(draft.clauses) if node.key in ends), len(draft.clauses))
    draft.clauses.insert(place, Node(text, case.dice.pick(headings), "added"))


_PLANTERS: dict[str, Callable[[Case, Draft, Style], None]] = {
    "clause-gap": _gap,
    "clause-duplicate": _duplicate,
    "dangling-reference": _dangle,
    "quota-conflict": _conflict,
    "party-side-conflict": _side,
    "party-name-variant": _misname,
    "impossible-date": _day,
    "blank-date": _day,
}
