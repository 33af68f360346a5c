"""Papers without a closing clause, or with money that nobody has counted."""

from __future__ import annotations

from tests.planted.bureau.draft import Ask
from tests.planted.bureau.paper import Paper, Unit
from tests.planted.bureau.ways import way


@way("missing-supplement", Ask(annexes=False), Ask(annexes=False, merged=True))
def _no_supplement(paper: Paper) -> str:
    del paper.units["supplement"]
    return "supplement"


@way("missing-supplement", Ask(annexes=False))
def _interpretation_instead(paper: Paper) -> str:
    texts = ("本协议条款的标题仅为方便阅读而设。", "本协议用语含义以教育行政部门的解释为准。", "本协议的任何修改均须以书面形式作出。")
    paper.units["supplement"] = Unit(paper.rng.choice(("其他约定", "解释", "文字说明")), [paper.rng.choice(texts)])
    return "supplement"


@way("missing-supplement", Ask(annexes=False))
def _notice_instead(paper: Paper) -> str:
    paper.units["supplement"] = Unit("通知与送达", ["与本协议有关的通知以书面形式送达对方联络人即为有效。"])
    return "supplement"


@way("missing-liability", Ask(extras=False, refers=False), Ask(extras=False, refers=False, merged=True))
def _no_liability(paper: Paper) -> str:
    del paper.units["liability"]
    return "liability"


@way("missing-liability", Ask(extras=False, refers=False))
def _safety_instead(paper: Paper) -> str:
    texts = (
        "{b}负责活动期间的安全管理，落实安全防范措施。",
        "{all}明确专人负责日常联络，落实岗位责任制。",
        "各项工作由分管领导负总责，任务落实到人。",
    )
    paper.units["liability"] = Unit(paper.rng.choice(("工作责任", "安全管理", "组织保障")), [paper.fill(paper.rng.choice(texts))])
    return "liability"


@way("missing-liability", Ask(extras=False, refers=False))
def _ending_instead(paper: Paper) -> str:
    texts = ("协议期满，本协议自行终止。", "遇有不可抗力，本协议可以顺延或者终止。", "需要变更协议内容的，应采用书面形式。")
    paper.units["liability"] = Unit("变更与终止", [paper.rng.choice(texts)])
    return "liability"


_UNPAID = (
    "为保障各项工作顺利开展，设立帮扶专项资金，用于教师培训和教学研讨。",
    "对工作表现突出的教师，每学年发放一定数额的奖励金。",
    "设立助学金，资助品学兼优、家庭困难的学生。",
    "参与人员享受适当的交通补贴和伙食补助。",
    "安排必要的工作经费，确保各项任务落到实处。",
    "对困难师生给予一定的资金资助。",
    "提供一定的活动经费和设备购置资金支持。",
)


@way("missing-funding-amount", *[Ask(funding="none")] * 5)
def _funds_without_sum(paper: Paper) -> str:
    texts = paper.rng.sample(_UNPAID, 1)
    paper.units["money"] = Unit(paper.rng.choice(("经费保障", "资金支持", "保障措施", "激励措施")), texts)
    return "funding"
