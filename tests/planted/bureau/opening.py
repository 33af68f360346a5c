"""Title, heads of the parties, preamble, goals, annexes."""

from __future__ import annotations

from tests.planted.bureau import figures
from tests.planted.bureau.paper import Paper, Party, Unit

_WHY = (
    "为深入推进义务教育优质均衡发展，促进教育公平",
    "为贯彻落实国家关于乡村振兴的战略部署，充分发挥优质教育资源的辐射带动作用",
    "为全面贯彻党的教育方针，加强校际交流与合作",
    "为进一步缩小城乡教育差距，提升办学水平",
    "为巩固拓展教育帮扶成果，推动两地教育协作走深走实",
    "为落实上级有关结对帮扶工作的要求",
)
_WHY_BY_SCENE = {
    "branch": ("为充分发挥基层党组织的战斗堡垒作用", "为推进党建工作与教育事业深度融合"),
    "mentor": ("为加强青年教师队伍建设，促进新教师专业成长", "为发挥骨干教师的传帮带作用"),
    "secondment": ("为规范教师支教工作，明确各方权利义务", "为促进城乡师资均衡配置，做好教师支教工作"),
    "hospital": ("为推进健康校园建设，提高师生健康水平", "为深化医教协同，保障学生身心健康"),
    "company": ("为弘扬捐资助学的社会风尚，帮助困难学生完成学业", "为动员社会力量参与乡村教育振兴"),
    "kindergarten": ("为促进学前教育普及普惠安全优质发展", "为缩小城乡学前教育差距，提高保教质量"),
}
_POLICIES = (
    "根据《{place}教育局关于开展城乡结对帮扶工作的通知》（{mark}教发〔{year}〕{number}号）精神",
    "按照《教育部等六部门关于加强新时代乡村教师队伍建设的意见》要求",
    "根据《中华人民共和国民法典》及有关法律法规的规定",
    "依据《中华人民共和国义务教育法》第六条、第三十二条的规定",
    "参照{mark}教办〔{year}〕{number}号文件要求",
    "根据《中华人民共和国教师法》第八条、第十八条等规定",
)
_AGREE = (
    "经{all}友好协商，达成如下协议：",
    "{all}本着平等自愿、互惠共进的原则，签订本协议。",
    "经{all}协商一致，订立本协议，以资共同遵守。",
    "现就有关事项约定如下：",
    "{all}在平等协商的基础上，就有关事宜达成以下条款：",
    "经充分协商，签订协议如下：",
)
_GOAL_HEADS = ("指导思想", "工作目标", "总体要求", "帮扶目标", "合作宗旨", "目标任务")
_ANNEXES = ("工作任务清单", "人员名单", "年度活动安排表", "联络员通讯录", "需求清单", "资产移交清单")
_STREETS = "文昌路 人民路 建设街 学府路 解放大道 滨河路".split()


def _head_line(paper: Paper, party: Party, form: int) -> list[str]:
    alias = f"（以下简称“{party.alias}”）" if party.alias else ""
    shown = party.shown
    if paper.rng.random() < 0.04 and not party.open:
        shown = " ".join(shown)
    note = f"（{party.note}）" if party.note != party.role and not party.note.startswith(party.role) else ""
    if form == 1:
        return [f"{party.role}{note}：{shown}{alias}"]
    if form == 2 and len(party.role) == 2:
        return [f"{party.role[0]}　　{party.role[1]}：{shown}{alias}"]
    if form == 3:
        return [f"{party.role}：{shown}{alias}", *_particulars(paper, party)]
    if form == 4 and note:
        return [f"{party.note}（以下简称“{party.role}”）：{shown}{alias.replace('以下简称', '简称')}"]
    return [f"{party.role}：{shown}{alias}"]


def _particulars(paper: Paper, party: Party) -> list[str]:
    rng = paper.rng
    if party.head == party.body.name:
        return [f"工作单位：{rng.choice(paper.parties[:-1]).called}"] if party is paper.parties[-1] else []
    lines = [
        f"法定代表人：{party.head}",
        f"地址：{party.body.place}{rng.choice(_STREETS)}{rng.randint(3, 298)}号",
        f"联系电话：0{rng.randint(710, 899)}-{rng.randint(2000000, 8999999)}",
    ]
    return lines[: rng.randint(1, 3)]


def heads(paper: Paper) -> list[str]:
    """The lines that name the parties; none where the preamble does."""
    listed = [party for party in paper.parties if party.listed]
    if paper.style.head == 5:
        return []
    return [line for party in listed for line in _head_line(paper, party, paper.style.head)]


def _named(paper: Paper) -> str:
    parts = [f"{party.shown}（以下简称“{party.role}”）" for party in paper.parties if party.listed]
    return "与".join(parts) if len(parts) < 3 else f"{'、'.join(parts[:-1])}和{parts[-1]}"


def _policy(paper: Paper, *, refers: bool) -> str:
    rng = paper.rng
    rows = [row for row in _POLICIES if refers or "条" not in row]
    if paper.scene.key in {"hospital", "company", "branch"}:
        rows = [_POLICIES[2]]
    if "bureau" in paper.scene.kinds:
        rows = rows[1:]
    where = paper.parties[-1].body.place
    year, number = paper.signed[0].year, rng.randint(3, 96)
    return rng.choice(rows).format(place=where, mark=where[0], year=year, number=number)


def lead(paper: Paper) -> list[str]:
    """The preamble as it is printed; it names the parties where no head does."""
    text = paper.preamble[0]
    if paper.style.head != 5:
        return [text, *paper.preamble[1:]]
    why, _, agree = text.partition("，@")
    named = _named(paper)
    if agree.startswith(("经", "现就")):
        return [f"{why}，{named}{agree}", *paper.preamble[1:]]
    return [f"{named}{why}，{agree}", *paper.preamble[1:]]


def write(paper: Paper, *, refers: bool) -> None:
    """Title, preamble and goals."""
    rng, scene = paper.rng, paper.scene
    paper.title = _title(paper)
    why = rng.choice(_WHY_BY_SCENE.get(scene.key, _WHY))
    parts = [why]
    if rng.random() < 0.5:
        parts.append(_policy(paper, refers=refers))
    elif rng.random() < 0.3 and paper.style.head != 5:
        names = [party.called for party in paper.parties]
        parts.append(f"{names[0]}决定与{names[1]}建立结对关系" if len(names) == 2 else f"{'、'.join(names)}共同开展此项工作")
    agree = paper.fill(rng.choice(_AGREE))
    text = f"{'，'.join(parts)}，@{agree}"
    paper.preamble = [text if paper.style.head == 5 else text.replace("@", "")]
    if rng.random() < 0.7:
        goals = rng.sample(scene.goals, rng.randint(1, min(2, len(scene.goals))))
        paper.units["goal"] = Unit(rng.choice(_GOAL_HEADS), [paper.fill(goal) for goal in goals])


def _title(paper: Paper) -> list[str]:
    rng, title = paper.rng, paper.rng.choice(paper.scene.titles)
    if "teacher" in paper.scene.kinds or len(paper.parties) == 3:
        lines = [title]
    elif rng.random() < 0.3:
        lines = [f"{paper.parties[0].body.short}—{paper.parties[1].body.short}{title}"]
    elif rng.random() < 0.2:
        lines = [f"{paper.parties[0].body.name}与{paper.parties[1].body.name}", title]
    else:
        lines = [title]
    if rng.random() < 0.2:
        year = paper.signed[0].year
        mark = paper.parties[0].body.place[:2]
        lines.append(rng.choice((f"协议编号：{mark}结〔{year}〕{rng.randint(1, 60):02}号", f"（编号：{year}{rng.randint(1, 300):04}）")))
    return lines


def annexes(paper: Paper, *, wanted: bool | None) -> None:
    """A list of annexes at the end, and a reference to one of them."""
    rng = paper.rng
    if not (rng.random() < 0.2 if wanted is None else wanted):
        return
    names = rng.sample(_ANNEXES, rng.randint(1, 3))
    which = rng.randrange(len(names))
    number = figures.han(which + 1) if rng.random() < 0.2 else str(which + 1)
    paper.annexes = names
    called = "附件" if len(names) == 1 else f"附件{number}"
    form = rng.choice(("有关内容详见{0}《{1}》。", "《{1}》见{0}。", "{0}（{1}）是本协议的组成部分。"))
    paper.units["supplement"].items.append(form.format(called, names[which]))
    if len(names) == 1:
        listed = [f"附件：{names[0]}"]
    elif rng.random() < 0.5:
        listed = [f"附件：1.{names[0]}", *(f"　　　{index}.{name}" for index, name in enumerate(names[1:], 2))]
    else:
        style = figures.han if number != str(which + 1) else str
        listed = [f"附件{style(index)}：{name}" for index, name in enumerate(names, 1)]
    paper.last.extend(listed)
