"""Papers in which something is not said at all."""

from __future__ import annotations

from dataclasses import replace

from tests.planted.bureau import term
from tests.planted.bureau.draft import Ask
from tests.planted.bureau.paper import Paper, Unit
from tests.planted.bureau.scenes import SCENES
from tests.planted.bureau.ways import forget, way

_PAIR = Ask(parties=2, funding="none", aliases=False, bodies=True, heads=(0, 1, 2, 4))
_BY_NAME = Ask(parties=2, funding="none", aliases=False, bodies=True, heads=(5,))
_NOT_BUREAUS = ("primary", "middle", "kindergarten", "college", "group", "branch", "hospital", "company")
_LETTERED = Ask(parties=2, funding="none", aliases=False, bodies=True, heads=(0, 1), letters=True)


@way("missing-party", _PAIR, _BY_NAME)
def _second_unnamed(paper: Paper) -> str:
    forget(paper, 1)
    paper.parties[1].listed = False
    return paper.role(1)


@way("missing-party", _PAIR, _BY_NAME)
def _first_unnamed(paper: Paper) -> str:
    forget(paper, 0)
    paper.parties[0].listed = False
    return paper.role(0)


@way("missing-party", _LETTERED)
def _other_side_without_role(paper: Paper) -> str:
    forget(paper, 1)
    role, vague = paper.role(1), paper.rng.choice(("对方单位", "结对单位", "合作单位"))
    paper.parties[1].listed = False
    paper.signs = paper.signs[:1]
    both = {"甲乙双方": "双方", "甲、乙双方": "双方"}
    for old, new in {**both, role: vague}.items():
        paper.preamble = [text.replace(old, new) for text in paper.preamble]
        for unit in paper.units.values():
            unit.items = [text.replace(old, new) for text in unit.items]
        for duty in paper.duties:
            duty.text = duty.text.replace(old, new)
    paper.parties[1].role = vague
    return role


@way("missing-party", replace(_LETTERED, scenes=_NOT_BUREAUS))
def _witness_instead(paper: Paper) -> str:
    forget(paper, 1)
    paper.parties[1].listed = False
    paper.title.append(f"（{paper.rng.choice(('鉴证单位', '鉴证机关'))}：{paper.parties[1].body.place}教育局）")
    return paper.role(1)


_NO_TERM = Ask(funding="none", effects="signed", extras=False)


def _drop(paper: Paper, *keys: str) -> None:
    for key in keys:
        paper.units.pop(key, None)


@way("missing-term", _NO_TERM, _NO_TERM)
def _no_term(paper: Paper) -> str:
    _drop(paper, "term")
    return "term"


@way("missing-term", _NO_TERM)
def _term_left_to_later(paper: Paper) -> str:
    later = ("帮扶期限由{all}另行商定。", "具体合作期限视工作进展情况由{all}协商确定。", "协议期满前，{all}可以协商续签事宜。")
    paper.units["term"] = term.unit(paper, paper.fill(paper.rng.choice(later)))
    return "term"


@way("missing-term", Ask(scenes=("primary", "middle", "kindergarten", "bureau"), funding="none", effects="signed", extras=False))
def _only_a_stay(paper: Paper) -> str:
    _drop(paper, "term")
    stay = ("选派教师每批在受援单位工作时间为一年，期满轮换。", "支教人员的服务期为一学年。", "跟岗学习每期一个月。")
    paper.units["yardstick"] = Unit("人员管理", [paper.rng.choice(stay)])
    return "term"


@way("missing-term", _NO_TERM)
def _only_a_notice(paper: Paper) -> str:
    _drop(paper, "term")
    texts = (
        "任何一方要求终止合作的，应提前三十日书面通知对方。",
        "本协议可经{all}协商一致提前终止。",
        "协议到期后自行失效，是否续签另行商议。",
    )
    paper.units["change"] = Unit("终止", [paper.fill(paper.rng.choice(texts))])
    return "term"


_WITHOUT_FORCE = ("合作期限", "结对期限", "帮扶时间")
_DATED_TERM = (3, 4, 7, 10, 11)
_NO_EFFECT = Ask(terms=_DATED_TERM)


def _no_force(paper: Paper) -> None:
    _drop(paper, "effect")
    paper.units["term"].heading = paper.rng.choice(_WITHOUT_FORCE)


@way("missing-effective", _NO_EFFECT, _NO_EFFECT)
def _no_effect(paper: Paper) -> str:
    _no_force(paper)
    return "term"


@way("missing-effective", _NO_EFFECT)
def _effect_of_something_else(paper: Paper) -> str:
    _no_force(paper)
    texts = ("补充协议与本协议具有同等效力。", "本协议的附件与正文具有同等效力。", "口头约定不具有约束力，以书面记载为准。")
    paper.units["copies"].items.append(paper.rng.choice(texts))
    return "term"


@way("missing-effective", _NO_EFFECT)
def _signed_only(paper: Paper) -> str:
    _no_force(paper)
    texts = (
        "本协议由{all}代表签字并加盖公章。",
        "{all}签字代表应取得本单位的书面授权。",
        "本协议文本的打印件与手写修改不一致的，以打印件为准。",
        "协议签订后，{all}应将文本送各自主管部门。",
    )
    paper.units["effect"] = Unit("协议签署", [paper.fill(paper.rng.choice(texts))])
    return "term"


def _drop_sign(paper: Paper, index: int) -> str:
    role = paper.signs[index].role
    del paper.signs[index]
    return role


@way("missing-signature", Ask(parties=2), Ask(parties=2, signs=(1, 3)))
def _second_unsigned(paper: Paper) -> str:
    return _drop_sign(paper, 1)


@way("missing-signature", Ask())
def _first_unsigned(paper: Paper) -> str:
    return _drop_sign(paper, 0)


@way("missing-signature", Ask(parties=3), Ask(parties=3, signs=(3,)))
def _third_unsigned(paper: Paper) -> str:
    return _drop_sign(paper, 2)


@way("missing-signature", Ask(letters=True, scenes=_NOT_BUREAUS))
def _witness_signs(paper: Paper) -> str:
    role = _drop_sign(paper, 1)
    place = paper.parties[1].body.place
    paper.last.append(f"{paper.rng.choice(('鉴证单位', '见证方'))}（盖章）：{place}教育局")
    return role


@way("missing-sign-date", Ask(), Ask(signs=(1,)), Ask(signs=(3,)))
def _no_dates(paper: Paper) -> str:
    for sign in paper.signs:
        sign.date = None
    return "signing"


@way("missing-sign-date", Ask(signs=(0, 3)))
def _last_undated(paper: Paper) -> str:
    """The last one: a date below the last signature alone could be meant for all."""
    paper.signs[-1].date = None
    return "signing"


@way("missing-sign-date", Ask())
def _a_place_alone(paper: Paper) -> str:
    _no_dates(paper)
    paper.last.insert(0, f"签约地点：{paper.parties[0].body.place}")
    return "signing"


@way("missing-copies", Ask(), Ask(merged=True))
def _no_copies(paper: Paper) -> str:
    _drop(paper, "copies")
    return "copies"


@way("missing-copies", Ask())
def _copies_of_something_else(paper: Paper) -> str:
    texts = (
        "每学期末形成的总结材料和活动照片由{all}整理归档。",
        "每学年末，{a}向{b}寄送校报合订本两份。",
        "本协议文本由{all}妥善保管，不得遗失或涂改。",
        "活动方案、签到表等资料应一事一档。",
    )
    paper.units["copies"] = Unit("资料管理", [paper.fill(paper.rng.choice(texts))])
    return "copies"


@way("missing-copies", Ask())
def _equal_force_alone(paper: Paper) -> str:
    texts = ("本协议的附件、补充协议与本协议具有同等法律效力。", "本协议扫描件、传真件与原件具有同等效力。", "本协议涂改无效。")
    paper.units["copies"] = Unit("协议文本", [paper.rng.choice(texts)])
    return "copies"


_WITHOUT_GIFTS = tuple(scene.key for scene in SCENES if scene.key != "company")
_IDLE = Ask(scenes=_WITHOUT_GIFTS, joint=False, funding="none", yardstick=False, extras=False, duties=0)


def _idle(paper: Paper, index: int) -> str:
    paper.duties = [duty for duty in paper.duties if duty.party != index]
    _drop(paper, "goal")
    paper.units["supplement"].items[0] = "本协议未尽事宜，另行协商。"
    paper.units["liability"].items = ["因履行本协议发生的争议，协商解决；协商不成的，报上级主管部门协调。"]
    return paper.role(index)


@way("missing-duties", _IDLE, Ask(scenes=_WITHOUT_GIFTS, joint=False, funding="none", yardstick=False, extras=False, duties=2))
def _second_idle(paper: Paper) -> str:
    return _idle(paper, 1)


@way("missing-duties", _IDLE)
def _first_idle(paper: Paper) -> str:
    return _idle(paper, 0)


@way("missing-duties", Ask(parties=3, joint=False, funding="none", yardstick=False, extras=False))
def _third_idle(paper: Paper) -> str:
    return _idle(paper, 2)


@way("missing-duties", _IDLE)
def _rights_alone(paper: Paper) -> str:
    role = _idle(paper, 1)
    rights = (
        f"{role}有权查阅与本协议有关的工作资料。",
        f"{role}有权对{paper.role(0)}的工作提出意见和建议。",
        f"{role}依法享有法律、法规规定的各项权益。",
        f"{role}可以根据自身实际选择活动内容。",
    )
    paper.units["yardstick"] = Unit(f"{role}的权利", paper.rng.sample(rights, 2))
    return role


@way(
    "missing-duties",
    Ask(joint=False, funding="none", yardstick=False, extras=False, duties=0, scenes=("primary", "middle", "kindergarten")),
)
def _described_alone(paper: Paper) -> str:
    role = _idle(paper, 1)
    many = paper.rng.randint(8, 24)
    paper.units["yardstick"] = Unit(f"{role}基本情况", [f"{role}现有教学班{many}个，地处乡镇，交通便利。", f"{role}为公办学校，独立核算。"])
    return role
