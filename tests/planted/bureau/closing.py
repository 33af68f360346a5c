"""The clauses at the end: liability, effect, copies, what is left open."""

from __future__ import annotations

from tests.planted.bureau import figures
from tests.planted.bureau.paper import Paper, Unit

_BREACH = (
    "任何一方不履行本协议约定义务的，应承担相应的违约责任。",
    "一方违约给对方造成损失的，应当依法予以赔偿。",
    "因一方原因致使协议无法履行的，由违约方承担责任。",
    "{all}应恪守约定；一方严重违约的，另一方有权书面通知其解除本协议。",
    "违反本协议的，依照《中华人民共和国民法典》第五百七十七条的规定承担违约责任。",
    "无正当理由中止履行的，违约方应向守约方作出书面说明并承担相应责任。",
)
_DISPUTE = (
    "履行中发生争议的，由{all}协商解决；协商不成的，提请上级教育行政部门协调。",
    "因本协议引起的纠纷，{all}应友好协商；协商不成的，可向{b}所在地人民法院起诉。",
    "如有争议，{all}应通过协商妥善处理。",
    "凡因履行本协议发生的争议，应先行协商，协商不成的提交有管辖权的人民法院裁决。",
)
_BREACH_HEADS = ("违约责任", "违约及争议处理", "责任与争议", "违约与争议解决")
_SIGNED = (
    "本协议自{all}签字盖章之日起生效。",
    "本协议经{all}代表签字并加盖公章后生效。",
    "协议自签订之日起生效。",
    "本协议自{all}签字之日起生效，具有同等法律约束力。",
    "本协议经{all}签章后即行生效。",
    "本协议由{all}法定代表人或授权代表签字、单位盖章后正式生效。",
    "本协议签字、盖章后生效。",
)
_ON_DAY = ("本协议自{0}起生效。", "本协议于{0}起施行。", "协议自{0}起正式生效执行。")
_APPROVED = ("本协议经{all}签字盖章并报主管部门批准后生效。", "本协议签署后报上级主管部门审核同意，自批准之日起生效。")
_SUPPLEMENT = (
    "本协议未尽事宜，由{all}另行协商。",
    "未尽事宜，由{all}协商解决，必要时签订补充协议，补充协议与本协议具有同等效力。",
    "对本协议未尽事宜，{all}可另签补充协议。",
    "其他未尽事宜，{all}本着互谅互让的精神协商确定。",
    "本协议如有未尽之处，经{all}协商一致后以书面形式补充。",
    "未尽事宜按国家有关规定办理；没有规定的，由{all}商定。",
    "本协议如有未尽事宜，{all}应及时沟通、协商补充。",
)
TAIL_HEADS = {
    "liability": _BREACH_HEADS,
    "effect": ("协议生效", "生效条件", "效力"),
    "copies": ("协议文本", "文本与份数"),
    "supplement": ("未尽事宜", "其他约定"),
}
MERGED_HEADS = ("附则", "其他事项", "其他", "其他约定")


def copy_number(paper: Paper, many: int) -> str:
    """3, 三, 叁 of copies."""
    return paper.rng.choice((figures.count_han(many), figures.count_han(many), str(many), figures.capital(many)))


def _pair_copies(paper: Paper) -> list[str]:
    one, two = paper.role(0), paper.role(1)

    def number(many: int) -> str:
        return copy_number(paper, many)

    one_each = number(1) if paper.rng.random() < 0.3 else "一"
    return [
        f"本协议一式{number(2)}份，{paper.all}各执{one_each}份。",
        f"本协议一式{number(4)}份，{one}执{number(2)}份，{two}执{number(2)}份，具有同等法律效力。",
        f"本协议一式{number(3)}份，{paper.all}各执一份，报主管部门备案一份。",
        f"本协议一式{number(4)}份，{paper.all}各持{number(2)}份。",
        f"本协议壹式{number(4)}份，{paper.all}及双方主管部门各执{one_each}份。",
        f"本协议一式{number(5)}份，{one}、{two}各执二份，其余一份报送{_above(paper)}备案。",
        f"协议文本一式{number(2)}份，双方各存一份，均具同等效力。",
        f"本协议一式{number(6)}份，{one}三份，{two}三份。",
        f"本协议正本一式{number(2)}份，{paper.all}各执一份；副本若干，供有关科室使用。",
        f"本协议一式{number(4)}份，{one}和{two}各留存一份，{_above(paper)}存档两份。",
        f"本协议一式{number(2)}份，具有同等法律效力。",
        f"此协议一式{number(3)}份，由{one}、{two}、{_above(paper)}各保存一份。",
    ]


def _three_copies(paper: Paper) -> list[str]:
    one, two, three = (party.role for party in paper.parties)

    def number(many: int) -> str:
        return copy_number(paper, many)

    return [
        f"本协议一式{number(3)}份，{paper.all}各执一份。",
        f"本协议一式{number(6)}份，{paper.all}各执{number(2)}份，具有同等效力。",
        f"本协议壹式{number(4)}份，{one}、{two}、{three}各执一份，另一份存档备查。",
        f"本协议一式{number(5)}份，{one}执{number(2)}份，{two}执{number(2)}份，{three}执{number(1)}份。",
        f"协议一式{number(3)}份，三方各持一份，自留存之日起妥善保管。",
        f"本协议一式{number(4)}份，{paper.all}各持一份，报主管部门一份备案。",
    ]


def _above(paper: Paper) -> str:
    return (
        f"{paper.parties[1].body.place}{paper.rng.choice(('教育局', '教育行政部门', '教育主管部门'))}"
        if paper.scene.key != "bureau"
        else "上级主管部门"
    )


def copies(paper: Paper) -> str:
    """How many copies there are and who has them."""
    return paper.rng.choice(_pair_copies(paper) if len(paper.parties) == 2 else _three_copies(paper))


def effect(paper: Paper, kind: str | None) -> str:
    """What puts the agreement into force."""
    kind = kind or paper.rng.choice(("signed", "signed", "signed", "signed", "day", "approved"))
    if kind == "day":
        return paper.rng.choice(_ON_DAY).format(paper.day(paper.start))
    return paper.fill(paper.rng.choice(_SIGNED if kind == "signed" else _APPROVED))


def write(paper: Paper, effects: str | None, *, refers: bool) -> None:
    """The four closing units."""
    rng = paper.rng
    breach = [one for one in _BREACH if refers or "条" not in one]
    chosen = [rng.choice(breach)] if rng.random() < 0.4 else []
    if rng.random() < 0.6 or not chosen:
        chosen.append(rng.choice(_DISPUTE))
    if refers and rng.random() < 0.15 and paper.style.numbering != 3:
        chosen.append("一方擅自变更本协议{ref}约定的期限的，视为违约。")
    heads = {key: rng.choice(names) for key, names in TAIL_HEADS.items()}
    if len(chosen) == 1:
        heads["liability"] = "违约责任" if "争议" not in chosen[0] and "纠纷" not in chosen[0] else "争议解决"
    paper.units["liability"] = Unit(heads["liability"], [paper.fill(one) for one in chosen])
    paper.units["supplement"] = Unit(heads["supplement"], [paper.fill(rng.choice(_SUPPLEMENT))])
    paper.units["copies"] = Unit(heads["copies"], [copies(paper)])
    paper.units["effect"] = Unit(heads["effect"], [effect(paper, effects)])
