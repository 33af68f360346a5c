"""Clauses with bands: so many for a school of this size, such a grade for this score."""

from __future__ import annotations

from tests.planted.bureau.paper import Paper, Unit

HEADS = ("考核评价", "考核办法", "工作考核", "评估考核", "考核与评价")
SIZE_HEADS = ("帮扶力度", "分类安排", "分档安排", "帮扶标准")
Bands = tuple[str, ...]


def sizes(low: int, high: int, form: int) -> Bands:
    """Three bands of a whole count that meet without sharing a limit."""
    return (
        (f"{low}人以下", f"{low + 1}—{high}人", f"{high + 1}人以上"),
        (f"不满{low}人", f"{low}人以上不满{high}人", f"{high}人以上"),
        (f"{low}人及以下", f"{low + 1}至{high}人", f"{high}人以上（不含{high}人）"),
        (f"不超过{low}人", f"超过{low}人、不超过{high}人", f"超过{high}人"),
        (f"{low}人以内", f"{low + 1}～{high}人", f"超过{high}人"),
        (f"少于{low}人", f"{low}-{high}人", f"多于{high}人"),
    )[form % 6]


SIZE_FORMS = 6


def size_sentence(paper: Paper, bands: Bands, *, school: int = 1) -> list[str]:
    """What is given to a school of each size, in a sentence or as a list."""
    rng, giver = paper.rng, paper.role(0)
    ask, unit = rng.choice((("增派教研员", "名"), ("另行安排送教", "次"), ("开设专题讲座", "场"), ("增设名师工作室", "个")))
    many = sorted(rng.sample(range(1, 9), 3))
    what = rng.choice(("在编教师", "在岗教师", "专任教师"))
    cells = [f"{band}的，{ask}⟨|{count}⟩{unit}" for band, count in zip(bands, many, strict=True)]
    forms = (
        [f"{giver}根据{paper.role(school)}{what}的人数确定当年的帮扶力度：{'；'.join(cells)}。"],
        [f"按{paper.role(school)}{what}数分档安排：{cells[0]}；{cells[1]}；{cells[2]}。"],
        [f"{what}{band}的，每学年由{giver}{ask}⟨|{count}⟩{unit}。" for band, count in zip(bands, many, strict=True)],
    )
    return rng.choice(forms)


def grades(form: int) -> tuple[str, ...]:
    """Four grades of a score that meet without sharing a limit."""
    return (
        ("90分以上", "75—89分", "60—74分", "不满60分"),
        ("90分及以上", "80分以上不满90分", "60分以上不满80分", "不满60分"),
        ("85—100分", "70—84分", "60—69分", "0—59分"),
        ("不低于90分", "80至89分", "60至79分", "低于60分"),
    )[form % 4]


GRADE_FORMS = 4


def grade_sentence(paper: Paper, bands: tuple[str, ...]) -> list[str]:
    """What each score is called."""
    names = ("优秀", "良好", "合格", "不合格")
    cells = [f"{band}为{name}" for band, name in zip(bands, names, strict=True)]
    lead = paper.rng.choice(("年度考核实行百分制：", "考核结果按得分分为四个等次：", "每学年末按百分制进行考核，得分"))
    sep = "，" if paper.rng.random() < 0.5 else "；"
    return [f"{lead}{sep.join(cells)}。"]


def plain(paper: Paper) -> list[str]:
    """An assessment without bands."""
    return paper.rng.choice(
        (
            [f"每学年末由{paper.all}共同对工作情况进行总结评估，评估结果报各自主管部门。"],
            ["年度考核结果作为评优评先的重要依据。"],
            ["工作中形成的计划、记录、图片等资料应及时归档，作为考核依据。", "考核采取听取汇报、查阅资料、实地查看、师生座谈等方式进行。"],
        )
    )


def write(paper: Paper, *, wanted: bool | None) -> None:
    """The unit about assessment, with bands, without, or none."""
    rng = paper.rng
    fits = paper.scene.key in {"primary", "middle", "watched", "kindergarten"}
    if wanted is False or (wanted is None and rng.random() < 0.5):
        return
    heads: tuple[str, ...] = HEADS
    if wanted or rng.random() < 0.5:
        if fits and rng.random() < 0.6:
            heads = SIZE_HEADS
            items = size_sentence(paper, sizes(*rng.choice(((20, 50), (30, 60), (25, 80), (40, 100))), rng.randrange(SIZE_FORMS)))
        else:
            items = grade_sentence(paper, grades(rng.randrange(GRADE_FORMS)))
    else:
        items = plain(paper)
    paper.units["yardstick"] = Unit(rng.choice(heads), items)
