"""Who signs, and when: blocks in columns, one under the other, in a table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tests.planted.province.chance import Chance
from tests.planted.province.deal import Deal, Party
from tests.planted.province.names import person
from tests.planted.province.numerals import impossible, written
from tests.planted.province.terms import BLANK_DAYS
from tests.planted.province.variants import variant

_STYLES = ("columns", "columns", "tabs", "stack", "stack", "stack", "table", "line", "before", "once", "detail")
_POSTS = (
    "代表（签字）",
    "代表签字",
    "法定代表人（签字）",
    "签约代表",
    "负责人签名",
    "校长签名",
    "代表",
    "法定代表人或授权代表",
    "{post}（签字）",
    "{post}",
)
_DATES = ("", "", "", "日期：", "签订日期：", "签字日期：", "时间：")


@dataclass(frozen=True)
class Block:
    """One party's part: its line, who signs (None where the paper has no such line), the day ("" where there is none)."""

    party: str
    signer: str | None
    day: str


@dataclass(frozen=True)
class _Form:
    """How the blocks of one paper are worded; `after` sets the seal behind the name, `nameless` leaves the name to the head."""

    post: str
    seal: str
    bare: bool
    after: bool
    nameless: bool
    spaced: bool


def signatures(deal: Deal) -> tuple[list[str], str | None]:
    """The lines at the end, and the defect's subject if it lies here."""
    chance = deal.chance.part("signatures")
    style, form = chance.pick(_STYLES), _form(deal, chance)
    days, subject = _days(deal, chance)
    own = chance.part("defect")
    parties = list(deal.present)
    if deal.rule == "missing-signature":
        gone = own.pick(parties)
        parties, subject = [party for party in parties if party is not gone], gone.label
    sided = [party for party in parties if deal.rule != "party-side-conflict" or party.side != "third"]
    odd = own.pick(sided) if deal.rule in _OF_ONE and deal.spot == "signature" else None
    if odd:
        subject = odd.label
    blocks = [_block(deal, chance, form, party, days[deal.parties.index(party)], odd=party is odd) for party in parties]
    lines = _laid_out(deal, chance, style, blocks)
    if deal.witness:
        lines += ["", f"见证方{form.seal}：{deal.witness}", f"代表：{person(chance)}", written(max(deal.signed), "plain")]
    return lines, subject


_OF_ONE = {"blank-signature", "party-name-variant", "party-side-conflict"}


def _form(deal: Deal, chance: Chance) -> _Form:
    post, masters = chance.pick(_POSTS), deal.kind == "masters"
    if post == "校长签名" and any(party.post != "校长" for party in deal.parties):
        post = "代表签字"
    seal = chance.pick(("（签名）", "（签字）", "") if masters else ("（盖章）", "（公章）", "（签章）", "（盖章）", ""))
    bare, after, nameless, spaced = chance.odds(0.05), chance.odds(0.2), chance.odds(0.12), chance.odds(0.05)
    bare = bare and deal.rule not in {"blank-signature", "blank-party", "missing-sign-date"}
    nameless = nameless and deal.rule not in {"party-name-variant", "blank-party"} and not bare and not masters
    return _Form(post, seal, bare, after and seal != "", nameless, spaced and deal.rule == "")


def _block(deal: Deal, chance: Chance, form: _Form, party: Party, day: str, *, odd: bool) -> Block:
    """One party's lines; `odd` is the party whose lines carry the defect."""
    name, seal = party.name, form.seal
    if odd and deal.rule == "party-name-variant":
        name = variant(party, chance.part("variant"))
    if odd and deal.rule == "party-side-conflict":
        seal = f"（{_other_side(deal, party.side)}）"
    if form.spaced and len(name) > 6:
        name = " ".join(name)
    blank = (odd and deal.rule == "blank-signature") or not party.person
    if deal.kind == "masters" and blank:
        name = chance.pick(("", "____________"))
    signer = None
    if not form.bare and deal.kind != "masters":
        signer = _signer(chance, form.post.replace("{post}", party.post), "" if blank else party.person)
    line = f"{party.label}{seal}：{name}"
    if form.nameless:
        line = f"{party.label}{seal}"
    elif form.after:
        line = f"{party.label}：{name}{seal}"
    return Block(line, signer, day)


def _other_side(deal: Deal, side: str) -> str:
    other = "recipient" if side == "supporter" else "supporter"
    note = next((party.note for party in deal.parties if party.side == other), "")
    return note.split("、")[0] or ("受援学校" if other == "recipient" else "支援学校")


def _signer(chance: Chance, post: str, person: str) -> str:
    return f"{post}：{person or chance.pick(('', '________', '　　　　　', '____________'))}"


def _days(deal: Deal, chance: Chance) -> tuple[list[str], str | None]:
    form = deal.day_form if chance.odds(0.6) else chance.pick(("plain", "han", "plain", "dots"))
    lead = chance.pick(_DATES)
    days = [lead + written(day, form) for day in deal.signed]
    if deal.rule == "missing-sign-date":
        return ["" for _ in days], "signing"
    if deal.spot != "signature":
        return days, None
    if deal.rule == "blank-date":
        blank = lead + chance.pick(BLANK_DAYS)
        odd = chance.between(0, len(days) - 1)
        every = chance.odds(0.7)
        return [blank if every or spot == odd else day for spot, day in enumerate(days)], "signing"
    if deal.rule == "impossible-date":
        form = form if form != "wide" else "plain"
        thirteenth = chance.odds(0.25)
        return [lead + impossible(_same(deal), form, thirteenth=thirteenth) for _ in days], "date"
    return days, None


def _same(deal: Deal) -> date:
    return max(deal.signed)


def _laid_out(deal: Deal, chance: Chance, style: str, blocks: list[Block]) -> list[str]:
    """The blocks in the style; one day for all where all days are one."""
    shared = len({block.day for block in blocks}) == 1 and bool(blocks[0].day)
    if style in {"columns", "tabs"}:
        gap = "\t\t" if style == "tabs" else ""
        rows = [[block.party for block in blocks]]
        if blocks[0].signer is not None:
            rows.append([block.signer or "" for block in blocks])
        if blocks[0].day:
            rows.append([blocks[0].day] if shared and chance.odds(0.3) else [block.day for block in blocks])
        return [_row(cells, gap) for cells in rows]
    if style == "table":
        return [f"| {' | '.join(part for part in (block.party, block.signer, block.day) if part)} |" for block in blocks]
    if style == "line":
        return ["　　".join(part for part in (block.party, block.signer, block.day) if part) for block in blocks]
    if style in {"once", "before"} and shared:
        lines = [line for block in blocks for line in (block.party, block.signer) if line is not None]
        return [blocks[0].day, *lines] if style == "before" else [*lines, blocks[0].day]
    lines = []
    for block in blocks:
        lines += [line for line in (block.party, block.signer, block.day) if line]
        if style == "detail" and deal.rule not in {"blank-date", "missing-sign-date"} and deal.kind != "masters":
            lines.insert(len(lines) - 1, chance.pick(("联系电话：____________", "地址：____________", "联系电话：")))
        lines.append("")
    return lines[:-1]


def _row(cells: list[str], gap: str) -> str:
    if gap:
        return gap.join(cells)
    return "".join(cell + " " * max(4, 40 - 2 * len(cell)) if spot + 1 < len(cells) else cell for spot, cell in enumerate(cells))
