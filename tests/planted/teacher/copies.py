"""How many copies there are and who keeps them."""

from __future__ import annotations

from tests.planted.teacher.deal import Deal
from tests.planted.teacher.dice import Dice
from tests.planted.teacher.numerals import capital_digit, counted

_ENDS = ("具有同等法律效力。", "具同等效力。", "均具有同等法律效力。", "", "")
_OFFICES = ("上级主管部门", "学校档案室", "结对工作领导小组办公室", "市县教育主管部门", "教育督导室")
_NONE = (
    "本协议报上级主管部门备案。",
    "本协议由{us}妥善保存。",
    "本协议书与补充约定具有同等效力。",
    "活动记录表一式两份，{us}据实填写后归档。",
    "帮扶台账一式三份，学期末交学校办公室。",
    "本协议电子文本发{us}联络员。",
    "",
    "",
    "",
)


class _Counts:
    """Numbers of copies in the style of one clause."""

    def __init__(self, dice: Dice) -> None:
        self._style = dice.choice(("figures", "han", "han", "capital"))

    def __call__(self, number: int) -> str:
        if self._style == "figures":
            return str(number)
        return counted(number) if self._style == "han" else capital_digit(number)


def _listed(deal: Deal, shares: list[int], say: _Counts) -> str:
    verb = deal.dice.choice(("执", "持", "保存", "留存"))
    joint = deal.dice.choice(("，", "、", "；"))
    return joint.join(f"{party.role}{verb}{say(share)}份" for party, share in zip(deal.parties, shares, strict=True))


def _clause(deal: Deal, slip: int) -> str:
    """The clause; the total is off by `slip`."""
    dice, size = deal.dice, len(deal.parties)
    say = _Counts(dice)
    each = dice.choice((1, 1, 1, 2, 2, 3) if size == 2 else (1, 1, 2))
    total = size * each
    us, hold = deal.us, dice.choice(("各执", "各持", "各存", "各留存", "各保存"))
    office, kept = dice.choice(_OFFICES), dice.choice((1, 1, 2))
    way = dice.randrange(8)
    if way == 0:
        shares = [dice.choice((1, 2)) for _ in deal.parties]
        return f"本协议一式{say(sum(shares) + slip)}份，{_listed(deal, shares, say)}"
    if way == 1:
        return f"本协议一式{say(total + kept + slip)}份，{us}{hold}{say(each)}份，报{office}备案{say(kept)}份"
    if way == 2:
        return f"此协议壹式{say(total + kept + slip)}份，{us}{hold}{say(each)}份，另{say(kept)}份交{office}存档"
    if way == 3 and size == 2:
        return f"本协议一式{say(4 + slip)}份，{us}及{deal.dice.choice(('双方', '各自'))}主管部门各执{say(1)}份"
    if way == 4 and not slip:
        return f"本协议书一式{say(total + kept)}份，{us}{hold}{say(each)}份，其余{say(kept)}份由{office}留存"
    if way == 5:
        roles = "、".join(party.role for party in deal.parties)
        return f"协议一式{say(size + 1 + slip)}份，{roles}、{office}各{say(1)}份"
    if way == 6 and size == 2 and slip >= 0:
        return f"本协议一式{say(2 + slip)}份，{us}各执一份"
    return f"本协议一式{say(total + slip)}份，{us}{hold}{say(each)}份"


def copies(deal: Deal) -> str:
    """The clause about the copies; "" where nothing is said."""
    dice = deal.dice
    if deal.has("missing-copies"):
        deal.subject = "copies"
        return dice.choice(_NONE).replace("{us}", deal.us)
    if not deal.has("copies-mismatch"):
        end = dice.choice(_ENDS)
        return _clause(deal, 0) + (f"，{end}" if end else "。")
    deal.subject = "copies"
    least = _clause(deal, dice.choice((1, 1, 2, -1, -1)))
    return least + dice.choice(("。", "，具有同等法律效力。"))
