"""The title, the lines that name the parties, and the sentence that leads to the clauses."""

from __future__ import annotations

import re

from tests.planted.archive.case import Case
from tests.planted.archive.names import address, telephone
from tests.planted.archive.scenes import Party

PROSE = "prose"
"""The style of head that names the parties in the first sentence only."""
SIDED = ("noted", "noted", "before", "own-line")
"""Styles that say which side each party is on."""
_STYLES = (
    "plain",
    "plain",
    "noted",
    "noted",
    "noted",
    "short",
    "own-line",
    "details",
    "table",
    "tabs",
    "one-line",
    "before",
    "after",
    "spaced",
    PROSE,
    PROSE,
)


def title_lines(case: Case) -> list[str]:
    """The title, with a number now and then."""
    dice, doing = case.dice, case.scene.doing
    year = case.days.start[0]
    kind = "学校" if case.scene.kind in {"schools", "special", "vocational"} else ""
    kinds = (
        "协议书",
        "协议",
        "协议书",
        "责任书",
        "合作协议",
        "备忘录",
        "协议",
        "约定书",
        "意向协议",
        "合同",
        "协定书",
        "框架协议",
        "工作协议书",
        "目标责任书",
    )
    plain = doing + dice.pick("title-kind", kinds if not case.scene.persons else ("协议书", "协议", "责任书", "约定书"))
    odd = [f"{kind}{plain}", plain, f"“手拉手”{plain}", plain]
    if not case.breaks("missing-term"):
        odd.append(f"{plain}（{year}年）")
        odd.append(f"{year}年度{plain}" if case.days.years == 1 else plain)
    title = dice.pick("title", odd)
    if dice.chance("spaced-title", 8):
        title = " ".join(title)
    numbers = (
        "",
        "",
        "",
        f"协议编号：JD-{year}-{dice.number('serial', 1, 99):03}",
        "编号：________",
        f"（{year}）结字第{dice.number('serial', 1, 99)}号",
    )
    number = dice.pick("number", numbers)
    return [title, *([number] if number else [])]


def head_style(case: Case) -> str:
    """How this paper names its parties."""
    if case.breaks("party-side-conflict"):
        return case.dice.pick("head-sided", SIDED)
    if case.breaks("blank-party") and case.masked.strip() and case.dice.chance("open-in-prose", 15):
        return PROSE
    if case.breaks("missing-party", "blank-party"):
        return case.dice.pick("head-lines", ("plain", "noted", "noted", "own-line", "details", "before", "spaced"))
    if case.scene.persons:
        return case.dice.pick("head-persons", ("plain", "noted", "spaced", "one-line", "own-line"))
    styles = [style for style in _STYLES if style not in {"table", "one-line"} or len(case.scene.parties) == 2]
    return case.dice.pick("head", styles)


def declare_aliases(case: Case, style: str) -> None:
    """Choose a short name that the head declares for a school, where it has room for one."""
    if style not in {"plain", "noted"} or case.breaks("blank-party", "missing-party", "party-name-variant") or case.scene.persons:
        return
    for party in case.scene.parties[:2]:
        town = re.search(r"[县市区旗](.{2})[镇乡]", party.name)
        if party.name.startswith(party.place) and town and party.name.endswith("学") and case.dice.chance(f"alias-{party.role}", 50):
            case.aliases[party.role] = town[1] + party.name[-2:]


def head_lines(case: Case, style: str, hidden: str | None) -> list[str]:
    """The lines before the preamble; the party whose role is ``hidden`` has none."""
    parties = [party for party in case.scene.parties if party.role != hidden]
    if style == PROSE:
        return []
    if style == "table":
        return _transposed(case, parties)
    if style == "one-line":
        return ["　　　　".join(f"{party.role}：{case.name(party)}" for party in parties)]
    lines: list[str] = []
    for party in parties:
        lines += _named(case, style, party)
    return lines


def preamble(case: Case, style: str) -> str:
    """The sentence before the clauses; it names the parties where the head does not."""
    dice, parties = case.dice, case.scene.parties
    reason = case.fill(dice.pick("reason", _REASONS_OF_PERSONS if case.scene.persons else _REASONS))
    basis = _basis(case)
    closing = case.fill(dice.pick("preamble-closing", _CLOSINGS))
    if style == PROSE:
        declared = dice.pick("declared", ("（以下简称{}）", "（以下简称“{}”）", "（下称{}）", "（以下简称：{}）"))
        named = [case.name(party) + declared.format(party.role) for party in parties]
        joined = named[0] + dice.pick("and", ("与", "和", "同")) + named[1] if len(named) == 2 else f"{named[0]}、{named[1]}与{named[2]}"
        return f"{reason}，{basis}{joined}{closing}"
    middle = ""
    if style in SIDED and not case.scene.persons and (case.breaks("party-side-conflict") or dice.chance("who-helps", 40)):
        verb = dice.pick("helps", ("结对帮扶", "帮扶", "对口支援"))
        middle = f"由{parties[0].role}{verb}{case.recipients}，"
    return f"{reason}，{basis}{middle}{closing}"


def _basis(case: Case) -> str:
    year, dice = case.days.start[0], case.dice
    if case.scene.persons:
        return dice.pick("basis", ("", "根据学校青年教师培养工作安排，", "经本人申请、学校同意，"))
    document = f"（{case.scene.parties[1].place[0]}教发〔{year}〕{dice.number('document', 3, 98)}号）"
    options = (
        "",
        f"根据《关于做好{case.scene.doing}工作的通知》{document}要求，",
        f"按照{case.scene.authority}的统一部署，",
        "遵循平等自愿、优势互补的原则，",
        f"依据上级《关于推进义务教育均衡发展的实施意见》{document}精神，",
    )
    return dice.pick("basis", options)


def _named(case: Case, style: str, party: Party) -> list[str]:
    name = case.name(party)
    role = party.role
    if role in case.aliases:
        name += case.dice.pick("alias-words", ("（以下简称“{}”）", "（下称{}）", "（简称{}）")).format(case.aliases[role])
    note = f"（{party.note}）" if party.note and party.note != role else ""
    match style:
        case "short":
            return [f"{role}：{name}（以下简称“{role}”）"]
        case "own-line":
            return [f"{role}{note}：", name]
        case "details":
            return [f"{role}：{name}", *_details(case, party)]
        case "tabs":
            return [f"{role}\t{name}\t{party.post}\t{party.signer}\t电话\t{telephone(case.dice, role)}"]
        case "before" if note:
            return [f"{party.note}（{role}）：{name}"]
        case "after":
            return [f"{name}（{role}）"]
        case _:
            label = f"{role[0]}　方" if style == "spaced" and role in {"甲方", "乙方", "丙方"} else role
            return [f"{label}{note if style == 'noted' else ''}：{name}"]


def _details(case: Case, party: Party) -> list[str]:
    dice = case.dice
    masked = case.name(party) != party.name
    post = party.post if party.post == "法定代表人" else dice.pick("detail-post", ("法定代表人", "负责人", party.post))
    lines = [
        f"{post}：{'' if masked else party.signer}",
        f"地址：{'' if masked else address(dice, party.role, party.place)}",
        f"联系电话：{dice.pick('phone', ('________', '' if masked else telephone(dice, party.role)))}",
    ]
    return [line for place, line in enumerate(lines) if place == 0 or dice.chance(f"detail-{place}", 70)]


def _transposed(case: Case, parties: tuple[Party, ...] | list[Party]) -> list[str]:
    rows = [
        ["项目", *(party.role for party in parties)],
        ["单位名称", *(party.name for party in parties)],
        ["负责人", *(party.signer for party in parties)],
        ["联系电话", *(telephone(case.dice, party.role) for party in parties)],
    ]
    mark = case.dice.pick("table-mark", ("|", "\t"))
    if mark == "\t":
        return ["\t".join(row) for row in rows]
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return [lines[0], "| " + " | ".join("---" for _ in rows[0]) + " |", *lines[1:]]


_REASONS = (
    "为促进优质教育资源向农村流动，办好人民满意的教育",
    "鉴于{AB}前期已有良好的交往基础",
    "为响应上级关于结对帮扶的号召",
    "为使乡村教育振兴落到实处",
    "为解决乡村师资短缺、结构失衡的问题",
    "本着相互学习、共同提高的愿望",
    "为推进教育均衡发展，缩小城乡差距",
    "为发挥优质教育资源的辐射作用，帮助薄弱单位改进工作",
    "为落实教育帮扶任务，巩固脱贫攻坚成果",
    "为加强校际交流，实现资源共享",
    "为了让山里的孩子享有更好的教育",
    "为深入开展结对活动，增进友谊、共同进步",
    "为贯彻落实教育工作会议精神",
    "为进一步明确各方职责，确保结对工作取得实效",
)
_REASONS_OF_PERSONS = ("为充分发挥骨干教师的传帮带作用", "为促进青年教师尽快成长", "为做好新教师的岗位培养工作")
_CLOSINGS = (
    "现将有关事项明确如下。",
    "经{AB}商定，特签订如下协议：",
    "自愿签订本协议，内容如下：",
    "为明确责任，签订本协议。",
    "经{AB}协商一致，签订本协议。",
    "经{AB}充分协商，达成如下协议：",
    "就有关事项约定如下：",
    "特订立本协议，以资共同遵守。",
    "经友好协商，订立以下条款。",
    "在平等协商的基础上，达成如下约定。",
    "现就结对事宜商定如下，望共同遵守：",
)
