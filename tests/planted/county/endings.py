"""The clauses at the end: assessment, safety, breach, disputes, what is not said here, force, copies."""

from __future__ import annotations

from tests.planted.county.case import Case
from tests.planted.county.copies import write_copies
from tests.planted.county.draft import Node
from tests.planted.county.terms import write_effective

_MIDDLE = {
    "assess": (
        "<考核评估|考核评价|督导考核|成效评估>",
        (
            "<县|上级>教育行政部门每学年对结对工作进行一次考核，<考核结果纳入年度目标管理|结果作为评先评优的依据>。",
            "上级主管部门对{ref:duties}<所列任务|约定的任务>的完成情况每学年<考核|检查>一次。",
            "结对工作实行<捆绑考核|捆绑式评价>，<同奖同责|结果一并通报>。",
            "每学年末由{pair}分别进行自评，并<撰写|形成>自评报告<存档|备查>。",
            "结对工作考核得分90分及以上为优秀，75—89分为良好，60—74分为合格，59分及以下为不合格。",
        ),
    ),
    "safety": (
        "<安全责任|安全管理|安全保障>",
        (
            "活动期间的安全工作由<承办活动的一方|活动组织方>负责，<事先制定安全预案|做好应急准备>。",
            "<外出|往返途中>的安全由派出人员的一方负责，<活动场地内的安全由接待方负责|在接待单位期间由接待方负责>。",
            "师生参加活动应<购买意外伤害保险|统一乘坐合格车辆>，严禁<私自外出|酒后驾车>。",
        ),
    ),
    "secrecy": (
        "<保密|保密约定|信息保密|保密义务>",
        (
            "{pair}对在合作中知悉的<师生个人信息|对方未公开的资料>负有保密义务，未经同意不得<对外披露|公开>。",
            "未经书面同意，任何一方不得将<试卷、题库|学生档案、个人信息>提供给他人。",
        ),
    ),
    "ip": (
        "<知识产权|成果归属|成果与知识产权>",
        (
            "共同开发的<校本课程|课题成果>由{pair}共有，<署名顺序另行商定|均可在教学中无偿使用>。",
            "一方提供的<课件|教学资源>版权归提供方所有，仅供教学使用，不得用于营利。",
        ),
    ),
    "change": (
        "<变更与解除|协议的变更和终止|变更、解除>",
        (
            "遇<政策调整|机构撤并|不可抗力>致使{D}不能履行的，{all}可<协商变更|书面协商解除>。",
            "一方需要变更{D}内容的，应提前<三十日|一个月>书面通知对方，经协商一致后<变更|另行约定>。",
            "确需延长{ref:term}约定的期限的，由{all}<书面商定|在期满前协商>。",
            "<主要负责人|负责人>变动不影响{D}的<履行|效力>，由继任者继续<履行|执行>。",
        ),
    ),
    "contact": (
        "<组织领导|联络机制|工作机制>",
        (
            "{pair}各成立由主要负责人任组长的<工作小组|领导小组>，<日常事务由联络员负责|定期研究部署工作>。",
            "{pair}各<确定|明确>一名联络员，负责日常沟通协调。",
        ),
    ),
}
_LIABILITY = (
    "任何一方不履行{D}约定义务的，应承担<违约责任|相应的违约责任|继续履行、采取补救措施等违约责任>。",
    "一方违约给对方造成损失的，<应予赔偿|应当赔偿损失|由违约方赔偿>。",
    "无正当理由不履行{D}的，由上级主管部门<责令限期改正|通报批评>，并追究违约方责任。",
    "一方未履行{ref:duties}<所列|约定的>义务的，应<承担违约责任|负责采取补救措施>。",
    "因违反{D}造成不良影响的，违约方应<承担相应责任|承担由此产生的责任>。",
)
_DISPUTE = (
    "<履行{D}|因{D}>发生争议的，{all}应协商解决；协商不成的，<报请主管部门协调|由上级教育主管部门裁定|提请教育行政部门调解>。",
    "<执行|履行>中如有争议，由{all}协商处理，协商不成的，<可依法向人民法院起诉|可向被告所在地人民法院提起诉讼>。",
    "因履行{D}产生的<纠纷|争议>，{all}应本着友好的态度协商解决。",
)
_SUPPLEMENT = (
    "{D}未尽事宜，<由{all}协商解决|{all}另行协商|{all}协商补充>。",
    "未尽事宜，由{all}<另行商定|另行签订补充协议|友好协商确定>，补充协议与{D}具有同等效力。",
    "{D}如有未尽事宜，{all}可<另行约定|签订补充协议>。",
    "其他未尽事宜，<按有关规定执行|依照上级有关规定办理>。",
    "未尽事宜另行签订补充协议，补充协议一式两份，作为{D}的组成部分。",
)
_HEADINGS = {
    "liability": "<违约责任|责任追究|违约处理>",
    "dispute": "<争议解决|争议处理|纠纷的解决>",
    "supplement": "<未尽事宜|其他事项|补充条款>",
    "effective": "<协议生效|生效条件|生效>",
    "copies": "<协议份数|文本|协议文本|份数>",
}
_ENDS = ("附则", "其他", "其它事项", "其他约定", "附  则", "其他事宜", "有关事项")


def middle_clauses(case: Case) -> list[Node]:
    """Write some of the clauses that stand between the duties and the end."""
    dice = case.dice
    keys = [key for key in _MIDDLE if not (key in {"secrecy", "ip", "contact"} and case.planting("missing-duties", "missing-party"))]
    if case.planting("missing-duties"):
        keys = ["assess"]
    elif case.kind == "donor":
        keys = ["safety", "change"]
    nodes = []
    for key in dice.some(keys, dice.pick((0, 0, 1, 1, 2, 3, 4))):
        heading, sentences = _MIDDLE[key]
        fit = [
            line
            for line in sentences
            if not (case.planting("missing-term") and "{ref:term}" in line)
            and not (case.planting("missing-duties", "missing-party", "overlapping-bands") and ("{pair}" in line or "90分" in line))
        ]
        chosen = [_suited(case, dice.say(line)) for line in dice.some(fit, dice.pick((1, 1, 2)))]
        nodes.append(_section(dice.say(heading), chosen, key))
    return nodes


def _suited(case: Case, text: str) -> str:
    """Speak of what kindergartens have where a school has examinations."""
    if case.kind != "kindergarten":
        return text
    return (
        text.replace("试卷、题库", "幼儿健康档案").replace("校本课程", "园本课程").replace("学生档案", "幼儿档案").replace("师生", "师幼")
    )


def _section(heading: str, sentences: list[str], key: str) -> Node:
    if len(sentences) == 1:
        return Node(sentences[0], heading, key)
    return Node("", heading, key, [Node(sentence) for sentence in sentences])


def end_clauses(case: Case) -> list[Node]:
    """Write the end: each clause on its own, or several under one heading, or run together in one sentence."""
    dice = case.dice
    parts = _parts(case)
    shape = dice.pick(("own", "together", "together", "together", "mixed", "run"))
    if shape == "own":
        return [Node(text, dice.say(_HEADINGS[key]), key) for key, text in parts]
    own = [] if shape == "together" else [part for part in parts if part[0] in {"liability", "dispute"}]
    rest = [part for part in parts if part not in own]
    nodes = [Node(text, dice.say(_HEADINGS[key]), key) for key, text in own]
    if shape == "run" or len(rest) < 2:
        text = "".join(text for _, text in rest)
        return [*nodes, Node(text, dice.pick(_ENDS), "end")] if rest else nodes
    return [*nodes, Node("", dice.pick(_ENDS), "end", [Node(text, key=key) for key, text in rest])]


def _parts(case: Case) -> list[tuple[str, str]]:
    dice, parts = case.dice, []
    responsible = dice.pick((("liability",), ("dispute",), ("liability", "dispute")))
    if not case.planting("missing-liability"):
        parts += [("liability", dice.say(dice.pick(_LIABILITY)))] if "liability" in responsible else []
        parts += [("dispute", dice.say(dice.pick(_DISPUTE)))] if "dispute" in responsible else []
    if not case.planting("missing-supplement"):
        lines = [line for line in _SUPPLEMENT if not (case.planting("missing-copies") and "一式" in line)]
        parts.append(("supplement", dice.say(dice.pick(lines))))
    force = [] if case.planting("missing-effective") else [("effective", write_effective(case) + "。")]
    copies = [] if case.planting("missing-copies") else [("copies", write_copies(case) + "。")]
    if force and copies and dice.chance(0.3):
        joined = dice.pick(
            (f"{force[0][1][:-1]}，{copies[0][1].removeprefix('{D}')}", f"{copies[0][1][:-1]}，{force[0][1].removeprefix('{D}')}")
        )
        return [*parts, ("effective", joined)]
    return [*parts, *(copies + force if dice.chance(0.3) else force + copies)]
