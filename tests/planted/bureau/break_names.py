"""Papers that name a party wrongly, or forget who helps whom."""

from __future__ import annotations

from tests.planted.bureau.draft import Ask
from tests.planted.bureau.paper import Paper, Unit
from tests.planted.bureau.ways import way

_NAMED = Ask(bodies=True, aliases=False)
_SIGNED = Ask(bodies=True, aliases=False, signs=(0, 1, 3))


def _near(paper: Paper, index: int) -> str:
    return paper.rng.choice(paper.parties[index].body.near)


def _plain_title(paper: Paper) -> None:
    paper.title = [paper.rng.choice(paper.scene.titles)]


def _sign_as(paper: Paper, index: int, name: str) -> str:
    _plain_title(paper)
    for sign, party in zip(paper.signs, paper.parties, strict=True):
        sign.name = party.body.name
    paper.signs[index].name = name
    return paper.role(index)


@way("party-name-variant", _SIGNED, Ask(bodies=True, aliases=True, signs=(0,)))
def _signs_as_another(paper: Paper) -> str:
    index = paper.rng.randrange(len(paper.parties))
    return _sign_as(paper, index, _near(paper, index))


@way("party-name-variant", _SIGNED)
def _signs_in_short(paper: Paper) -> str:
    index = paper.rng.choice([at for at, party in enumerate(paper.parties) if party.body.short != party.body.name])
    return _sign_as(paper, index, paper.parties[index].body.short)


@way("party-name-variant", _NAMED)
def _otherwise_in_the_body(paper: Paper) -> str:
    _plain_title(paper)
    index = paper.rng.randrange(2)
    role, name = paper.role(index), _near(paper, index)
    texts = (
        f"{role}（{name}）确定专人负责本协议的执行。",
        f"{role}{name}指定办公室为日常联络部门。",
        f"本协议由{role}（{name}）负责解释。",
    )
    paper.units["change"] = Unit("工作联络", [paper.rng.choice(texts)])
    return role


@way("party-name-variant", Ask(bodies=True, aliases=False, heads=(0, 1, 2, 3)))
def _otherwise_in_the_preamble(paper: Paper) -> str:
    _plain_title(paper)
    index = paper.rng.randrange(2)
    names = [party.body.name for party in paper.parties[:2]]
    names[index] = _near(paper, index)
    roles = [party.role for party in paper.parties[:2]]
    if paper.rng.random() < 0.5:
        paper.preamble = [f"根据上级工作安排，{names[0]}（{roles[0]}）与{names[1]}（{roles[1]}）就有关事项达成如下协议："]
    else:
        paper.preamble = [f"为做好结对工作，{roles[0]}{names[0]}和{roles[1]}{names[1]}经协商一致，签订本协议："]
    return roles[index]


@way("party-name-variant", Ask(bodies=True, aliases=False, funding="words"))
def _other_account(paper: Paper) -> str:
    _plain_title(paper)
    index = paper.scene.payee
    party = paper.parties[index]
    number = paper.rng.randrange(10**13, 10**14)
    name = paper.rng.choice(party.body.near)
    line = f"{party.role}收款账户：户名{name}，开户行{party.body.place}农村商业银行，账号62{number}。"
    paper.units["money"].items = [*paper.units["money"].items[:1], line]
    return party.role


@way("party-name-variant", Ask(bodies=True, aliases=False, duties=0), Ask(bodies=True, aliases=False, duties=1))
def _otherwise_in_a_heading(paper: Paper) -> str:
    _plain_title(paper)
    index = paper.rng.randrange(2)
    paper.notes[index] = f"（{_near(paper, index)}）"
    return paper.role(index)


_SIDED = Ask(sided=True, letters=True, heads=(1, 4), parties=2)


def _other_note(paper: Paper, index: int) -> str:
    return paper.parties[1 - index].note


@way("party-side-conflict", _SIDED)
def _called_the_other(paper: Paper) -> str:
    index = paper.rng.randrange(2)
    role, note = paper.role(index), _other_note(paper, index)
    texts = (
        f"{role}作为{note}，应确定专人负责日常联络。",
        f"{role}系{note}，由其校级领导分管此项工作。",
        f"{role}是本协议的{note}，应按期报送工作情况。",
    )
    paper.units["change"] = Unit("工作联络", [paper.rng.choice(texts).replace("校级领导", "主要领导")])
    return role


@way("party-side-conflict", Ask(sided=True, letters=True, heads=(1, 4), parties=2, signs=(0,)))
def _signs_for_the_other(paper: Paper) -> str:
    index = paper.rng.randrange(2)
    sign, role = paper.signs[index], paper.role(index)
    sign.role = f"{role}（{_other_note(paper, index)}）"
    return role


@way("party-side-conflict", Ask(sided=True, letters=True, heads=(1, 4), parties=2, duties=0))
def _headed_as_the_other(paper: Paper) -> str:
    index = paper.rng.randrange(2)
    paper.notes[index] = f"（{_other_note(paper, index)}）"
    return paper.role(index)


@way("party-side-conflict", _SIDED)
def _helps_the_helper(paper: Paper) -> str:
    one, two = paper.role(0), paper.role(1)
    texts = (
        f"通过{two}对{one}的对口支援，使{one}的办学水平明显提升。",
        f"由{two}帮扶{one}，促进{one}教育教学质量提高。",
        f"{two}为支援方，{one}为受援方，{one}应主动接受{two}的帮扶。",
    )
    paper.units["goal"] = Unit("工作目标", [paper.rng.choice(texts)])
    return one


@way("party-side-conflict", Ask(sided=True, letters=True, heads=(1, 4), parties=2))
def _in_the_preamble(paper: Paper) -> str:
    one, two = paper.parties
    texts = (
        f"根据上级统一安排，由{two.body.name}（{two.role}）对口支援{one.body.name}（{one.role}），经协商达成如下协议：",
        f"为落实结对帮扶工作，{two.called}结对帮扶{one.called}，现就有关事项约定如下：",
        f"经研究决定，{one.role}接受{two.role}的对口帮扶，并签订本协议：",
    )
    paper.preamble = [paper.rng.choice(texts)]
    return one.role


@way("party-side-conflict", Ask(sided=True, letters=False, parties=2, scenes=("primary", "middle", "bureau", "college"), heads=(0, 3)))
def _role_turned(paper: Paper) -> str:
    one, two = paper.parties
    texts = (
        f"根据结对安排，{two.called}对口支援{one.called}，经协商达成如下协议：",
        f"经上级批准，由{two.called}帮扶{one.called}，现就有关事项约定如下：",
    )
    paper.preamble = [paper.rng.choice(texts)]
    return one.role
