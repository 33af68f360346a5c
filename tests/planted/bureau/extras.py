"""Clauses that an agreement may have or not: changes, secrecy, a schedule."""

from __future__ import annotations

from datetime import timedelta

from tests.planted.bureau.paper import Paper, Unit

_CHANGE = (
    "协议履行期间，任何一方不得擅自变更或者解除本协议；确需变更的，应提前三十日书面通知对方。",
    "因政策调整或不可抗力致使协议无法继续履行的，本协议自行终止，{all}互不追究。",
    "协议期满自行终止；需要继续合作的，应在期满前一个月内重新签订协议。",
    "经{all}协商一致，可以变更协议内容，变更应采用书面形式。",
    "参与人员因工作需要调整的，由所在单位及时补派，并告知对方。",
)
_STEPS = (
    "完成工作对接，制定实施方案",
    "召开启动会，明确联络人员",
    "开展第一轮需求调研",
    "完成中期总结",
    "组织阶段性成果展示",
    "整理档案资料，形成经验材料",
)
_CHANGE_HEADS = ("协议的变更和终止", "变更与解除", "协议变更", "变更和终止")
_STEP_HEADS = ("实施步骤", "进度安排", "首年工作安排", "阶段安排")


def steps(paper: Paper) -> list[str]:
    """What is due when, in the first months."""
    rng = paper.rng
    whens = [paper.start + timedelta(days=days) for days in sorted(rng.sample(range(12, 330, 40), 3))]
    picked = sorted(rng.sample(range(len(_STEPS)), 3))
    form = rng.choice(("{0}前，{1}。", "{0}底前，{1}。", "于{0}前{1}。"))
    shown = [paper.month(when) if "底" in form else paper.day(when) for when in whens]
    return [form.format(when, _STEPS[step]) for when, step in zip(shown, picked, strict=True)]


def write(paper: Paper) -> None:
    """Sometimes one of them, sometimes two."""
    rng = paper.rng
    if rng.random() < 0.2:
        paper.units["steps"] = Unit(rng.choice(_STEP_HEADS), steps(paper))
    if rng.random() < 0.3:
        paper.units["change"] = Unit(rng.choice(_CHANGE_HEADS), [paper.fill(one) for one in rng.sample(_CHANGE, rng.randint(1, 2))])
