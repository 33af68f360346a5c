"""The clauses at the end: what is left open, breach and dispute, taking effect, copies."""

from __future__ import annotations

from tests.planted.archive.case import Case
from tests.planted.archive.numerals import capital, counted, day_text
from tests.planted.archive.terms import date_form


def supplement(case: Case) -> str | None:
    """The clause on what the paper does not settle."""
    if case.breaks("missing-supplement"):
        case.subject = "supplement"
        return None
    if case.breaks("missing-duties"):
        return case.fill(case.dice.pick("supplement", _SUPPLEMENT_ALONE))
    return case.fill(case.dice.pick("supplement", _SUPPLEMENT + _SUPPLEMENT_ALONE))


def liability(case: Case) -> list[str]:
    """One or two clauses on breach and dispute."""
    if case.breaks("missing-liability"):
        case.subject = "liability"
        return []
    if case.breaks("missing-duties"):
        return [case.fill(case.dice.pick("breach", _BREACH_ALONE))]
    breach, dispute = case.dice.pick("breach", _BREACH + _BREACH_ALONE), case.dice.pick("dispute", _DISPUTE)
    which = case.dice.pick("liability", ((breach, dispute), (breach,), (dispute,), (dispute,)))
    return [case.fill(text) for text in which]


def effective(case: Case) -> str | None:
    """What puts the paper into force."""
    if case.breaks("missing-effective"):
        case.subject = "term"
        return None
    options = list(_EFFECTIVE_PERSONS if case.scene.persons else _EFFECTIVE)
    in_time = not case.days.from_signing and max(case.days.signed) <= case.days.start
    if in_time and not case.breaks(
        "impossible-date", "term-reversed", "signed-after-term", "blank-date", "missing-term", "term-duration-mismatch"
    ):
        options.append(f"本协议自{day_text(case.days.start, date_form(case))}起施行")
    return case.fill(case.dice.pick("effective", options))


def copies(case: Case) -> str | None:
    """How many copies there are and who keeps them."""
    if case.breaks("missing-copies"):
        case.subject = "copies"
        return None
    number = len(case.scene.parties)
    total, text = case.dice.pick("holders", _holders(case, number))
    shown = total
    if case.breaks("copies-mismatch"):
        case.subject = "copies"
        shown = case.dice.pick("wrong-total", [total + 1, total + 2, *([total - 1] if total > 2 else [])])
    written = case.dice.pick("copy-number", (counted(shown), counted(shown), str(shown), capital(shown), f"{shown}"))
    opening = case.dice.pick("copy-opening", ("本协议一式", "本协议一式", "协议书一式", "此协议一式", "本协议壹式", "本协议共"))
    ending = case.dice.pick("copy-ending", ("", "", "，具有同等法律效力", "，均具同等效力", "，同具法律效力"))
    if not case.breaks("copies-mismatch") and case.dice.chance("unkept", 10):
        return f"{opening}{written}份，具有同等法律效力"
    return case.fill(f"{opening}{written}份，{text}{ending}")


def _holders(case: Case, number: int) -> list[tuple[int, str]]:
    keep = case.dice.pick("keep", ("执", "持", "存", "留存", "执"))
    each = case.dice.pick("each", (f"{{AB}}各{keep}一份", f"{{AB}}各{keep}壹份", f"由{{AB}}各{keep}1份"))
    filing = case.dice.pick("filing", ("报{authority}备案一份", "送{authority}一份备查", "{authority}存档一份", "另一份交{authority}备案"))
    found = [(number, each), (number, each), (number + 1, f"{each}，{filing}")]
    if case.scene.persons:
        return [(number, each), (number + 1, f"{each}，学校教导处留存一份")]
    found.append((number * 2, f"{{AB}}各{keep}{case.dice.pick('two', ('两', '贰', '二'))}份"))
    roles = [party.role for party in case.scene.parties]
    if number == 2:
        found += [
            (4, f"{{AB}}各{keep}一份，{{AB}}主管部门各{keep}一份"),
            (5, f"{roles[0]}{keep}两份，{roles[1]}{keep}三份"),
            (3, f"{roles[0]}{keep}一份，{roles[1]}{keep}两份"),
            (2, f"{roles[0]}一份，{roles[1]}一份"),
            (6, f"{roles[0]}、{roles[1]}各{keep}两份，其余两份报{{authority}}备案"),
        ]
    elif case.scene.third == "recipient":
        found.append((number + 2, f"{'、'.join(roles)}各{keep}一份，双方主管部门各备案一份"))
    return found


_SUPPLEMENT = (
    "本协议执行中的未尽事宜，由{AB}联席会议研究决定",
    "如有未尽之处，{AB}随时沟通，补充完善",
    "凡本协议未作约定的，{AB}应当另行协商，并签订书面补充协议",
    "本协议未尽事宜，由{AB}协商解决",
    "未尽事宜，{AB}可另行签订补充协议，补充协议与本协议具有同等效力",
    "本协议如有未尽事宜，{AB}本着友好合作的精神另行商定",
    "协议中未涉及的事项，{AB}另行协商，必要时以书面形式补充",
    "其他未尽事项，由{AB}在实施过程中协商确定",
    "本协议没有写到的事，由{AB}商量着办",
    "未尽事宜由{AB}共同协商，形成会议纪要作为本协议的附件",
)
_SUPPLEMENT_ALONE = (
    "未尽事宜，按上级有关文件执行",
    "本协议未尽事宜，以补充协议为准",
    "其余未尽事宜，依照国家法律法规和教育主管部门的规定办理",
)
_BREACH = (
    "一方未按约定履行的，另一方可以要求其限期改正；逾期不改的，可以终止本协议，并要求赔偿损失",
    "无故不履行协议的，取消当年评先资格，并承担相应的违约责任",
    "任何一方不履行本协议约定义务的，应当承担违约责任",
    "一方违反本协议，经对方书面催告后十五日内仍不改正的，对方有权解除本协议",
    "因一方过错造成对方损失的，由过错方依法承担赔偿责任",
    "任何一方无正当理由中途退出的，视为违约，由{authority}通报批评",
    "{AB}应当严格遵守上述条款，违约的一方承担由此引起的一切后果",
)
_BREACH_ALONE = (
    "违反本协议约定的，依法承担违约责任",
    "不按本协议履行的，由{authority}责令改正；造成损失的，依法赔偿",
)
_DISPUTE = (
    "本协议履行过程中产生分歧或争议的，本着互谅互让的原则协商处理",
    "发生争议时，{AB}均可向{authority}申请调处",
    "争议解决方式：协商；协商无果的，依法诉讼解决",
    "履行本协议发生争议的，由{AB}协商解决；协商不成的，提请{authority}调解",
    "因本协议引起的纠纷，{AB}应友好协商；协商不成的，可向有管辖权的人民法院起诉",
    "如有争执，先由{AB}商量解决，商量不成的请{authority}裁决",
    "与本协议有关的争议，由{AB}主管部门协调处理",
)
_EFFECTIVE = (
    "此协议签字盖章有效，从签字之日起生效",
    "本协议于{AB}签字盖章当日生效",
    "自{AB}法定代表人或授权代表签字、加盖公章之日起，本协议生效",
    "本协议自{AB}签字盖章之日起生效",
    "本协议经{AB}负责人签字并加盖公章后生效",
    "本协议自签订之日起生效",
    "本协议由{AB}代表签字、单位盖章，即日起生效",
    "{AB}签字并盖章后，本协议即发生效力",
    "本协议自{AB}签章之日起开始执行",
    "协议自最后一方签字盖章之日起生效",
    "本协议经{authority}审核同意，{AB}签字盖章后生效",
)
_EFFECTIVE_PERSONS = ("本协议自{AB}签字之日起生效", "本协议签字后即生效", "本协议经学校审核、{AB}签名后生效")
