"""How many copies there are, and who holds them."""

from __future__ import annotations

from tests.planted.province.chance import Chance
from tests.planted.province.deal import Deal
from tests.planted.province.numerals import capital, counted

_NUMERALS = ("han", "han", "han", "capital", "capital", "figure")


def copies_clause(deal: Deal) -> tuple[str, str | None]:
    """The clause, "" where there is to be none, and the subject if its copies do not add up."""
    chance = deal.chance.part("copies")
    if deal.rule == "missing-copies":
        return "", "copies"
    form = chance.pick(_NUMERALS)
    parties = len(deal.parties)
    per, extra = chance.pick((1, 1, 1, 2, 2, 3)), chance.pick((0, 0, 1, 1, 2))
    extra = 0 if deal.kind == "masters" and per > 1 else extra
    total = shown = per * parties + extra
    subject = None
    if deal.rule == "copies-mismatch":
        shown = chance.pick([wrong for wrong in (total - 1, total + 1, total + 2, total - 2) if wrong > 1])
        subject = "copies"
    holders = _holders(deal, chance, form, per, extra)
    if deal.rule != "copies-mismatch" and (per, extra) == (2, 0) and chance.odds(0.25):
        each = count(parties, form)
        holders = f"其中正本{each}份、副本{each}份，{deal.every}各执正本一份、副本一份"
    if deal.rule != "copies-mismatch" and chance.odds(0.08):
        holders = chance.pick(("具有同等法律效力", "由签约各方分别保存", "复印件无效")) if extra == 0 else holders
    lead = chance.fill(f"[本协议|本协议书|协议书|协议]{'壹' if form == 'capital' and chance.odds(0.5) else '一'}式{count(shown, form)}份")
    if form == "capital" and not lead.startswith("本"):
        lead = "本" + lead
    tail = chance.fill("[|||，具有同等法律效力|，具有同等效力]") if "效力" not in holders else ""
    return f"{lead}，{holders}{tail}", subject


def count(number: int, form: str) -> str:
    """叁, 三 or 3; 两 for two."""
    if form == "figure":
        return str(number)
    if form == "capital":
        return capital(number)
    return counted(number)


def _holders(deal: Deal, chance: Chance, form: str, per: int, extra: int) -> str:
    many = count(per, form) if per > 1 else {"figure": "1", "capital": "壹"}.get(form, "一")
    one = {"figure": "1", "capital": "壹"}.get(form, "一")
    labels = [party.label for party in deal.parties]
    if chance.odds(0.25):
        verb = chance.pick(("执", "持", "留存"))
        base = "，".join(f"{label}{verb}{many}份" for label in labels)
    else:
        who = chance.pick((deal.every, deal.both, "、".join(labels)))
        base = f"{who}{chance.pick(('各执', '各持', '各存', '各', '各保存'))}{many}份"
    if not extra:
        return base
    school = deal.kind == "masters"
    if deal.witness and extra == 1:
        return f"{base}，见证方{chance.pick(('执', '存', '留存'))}{one}份"
    if extra == 1:
        office = chance.pick(("学校教务处", "教师发展中心")) if school else chance.pick((deal.bureau, "教育主管部门", "上级主管部门"))
        more = chance.pick(
            (f"报{office}备案{one}份", f"{office}存档{one}份", f"报送{office}{one}份", f"另{one}份报{office}存查", f"{office}留存{one}份")
        )
        return f"{base}，{more}"
    one_each = chance.pick((f"双方主管部门各执{one}份", f"报双方教育主管部门各{one}份", f"双方主管教育局各备案{one}份"))
    if school or deal.kind == "letter":
        one_each = f"教务处、{'年级组' if school else '人事科'}各存{one}份"
    if len(deal.parties) == 3:
        one_each = f"报市、县教育主管部门各{one}份"
    return f"{base}，{one_each}"
