"""Clauses that papers may have besides, among them what a careless reader takes for a defect and a lawyer does not."""

from __future__ import annotations

from typing import NamedTuple

from tests.planted.archive.case import Case


class Extra(NamedTuple):
    """A clause under its heading, and the rules whose papers must not have it (because it would come near to mending or doubling them)."""

    heading: str
    text: str
    never: str = ""


def extra_clauses(case: Case) -> list[tuple[str, list[str]]]:
    """Up to four clauses besides, each with its heading."""
    if case.breaks("missing-duties"):
        return []
    general = _EXTRAS_OF_PERSONS if case.scene.persons else _EXTRAS
    fitting = [extra for extra in general + _special(case) if (case.rule or "clean") not in extra.never.split()]
    chosen = case.dice.some("extras", fitting, case.dice.number("extra-count", 0, 4))
    found = [(extra.heading, [case.fill(extra.text)]) for extra in chosen]
    if case.breaks("overlapping-bands") or (not case.scene.persons and case.dice.chance("bands", 20)):
        found.append((case.dice.pick("bands-heading", ("人员配备", "指导力量", "配备标准", "分档安排")), [bands(case)]))
    return found


def bands(case: Case) -> str:
    """Three bands of pupils or classes that meet, or do not where the paper shall break that rule."""
    dice = case.dice
    low, high = dice.pick("band-limits", ((20, 50), (30, 80), (100, 300), (10, 30), (45, 90), (200, 500)))
    base, unit = dice.pick("band-base", (("在校学生", "人"), ("受援班级学生", "人"), ("专任教师", "人"), ("受益学生", "名")))
    first, second, third = _limits(case, low, high, unit)
    given = dice.pick(
        "band-given",
        (
            ("安排联络员1名", "安排联络员2名", "安排联络员3名"),
            ("每季度视导1次", "每季度视导2次", "每季度视导3次"),
            ("配送图书一套", "配送图书两套", "配送图书三套"),
        ),
    )
    lead = dice.pick("band-lead", (f"按{base}人数分档：", f"根据{base}规模确定帮扶力量，", f"{base}"))
    return f"{lead}{first}的，{given[0]}；{second}的，{given[1]}；{third}的，{given[2]}"


def _limits(case: Case, low: int, high: int, unit: str) -> tuple[str, str, str]:
    dash = case.dice.pick("band-dash", ("—", "-", "至", "～"))
    if case.breaks("overlapping-bands"):
        case.subject = "quota"
        return case.dice.pick(
            "bad-bands",
            (
                (f"{low}{unit}以下", f"{low}{dash}{high}{unit}", f"{high}{unit}以上"),
                (f"{low}{unit}及以下", f"{low}{dash}{high}{unit}", f"{high + 1}{unit}及以上"),
                (f"{low}{unit}及以下", f"{low + 1}{dash}{high}{unit}", f"{high}{unit}及以上"),
                (f"{low}{unit}及以下", f"{low + 10}{dash}{high}{unit}", f"{high + 1}{unit}及以上"),
                (f"不超过{low}{unit}", f"{low + 1}{dash}{high}{unit}", f"{high + 20}{unit}以上"),
                (f"{low}{unit}以下", f"{low}{unit}以上不满{high}{unit}", f"{high}{unit}以上"),
            ),
        )
    return case.dice.pick(
        "good-bands",
        (
            (f"{low}{unit}及以下", f"{low + 1}{dash}{high}{unit}", f"{high + 1}{unit}及以上"),
            (f"不满{low}{unit}", f"{low}{unit}以上不满{high}{unit}", f"{high}{unit}以上"),
            (f"不超过{low}{unit}", f"超过{low}{unit}不超过{high}{unit}", f"超过{high}{unit}"),
            (f"{low}{unit}以下", f"{low + 1}{dash}{high}{unit}", f"{high + 1}{unit}以上"),
        ),
    )


def _special(case: Case) -> tuple[Extra, ...]:
    year, years = case.days.start[0], case.days.years
    first, second = case.scene.parties[:2]
    found = [
        Extra(
            "前期基础",
            f"{{AB}}曾于{year - 4}年签订友好往来协议，期限自{year - 4}年9月1日至{year - 2}年8月31日，该协议已履行完毕",
            "missing-term missing-sign-date term-reversed term-duration-mismatch signed-after-term",
        ),
        Extra("政策依据", f"本次结对列入《{second.place}教育事业发展规划（{year - 1}—{year + 4}年）》", "missing-term"),
    ]
    if year >= 2021:
        law = "依照《中华人民共和国民法典》第五百零九条的规定，{AB}应当按照约定全面履行自己的义务"
        found.append(Extra("诚信履行", law, "missing-liability"))
    if years >= 2:
        text = "{AB}联合举办校际读书会，第一学年{n2-3}次，第二学年{n4-6}次"
        found.append(Extra("分年安排", text, "missing-term term-duration-mismatch quota-conflict"))
    if case.scene.kind in {"schools", "special", "branches"}:
        found += [
            Extra("场地安排", f"集中活动一般在{first.place}第二少年宫进行，也可以借用{second.place}教师进修学校的场地"),
            Extra("观摩交流", "{A}每学期承办展示课{n4-5}节，{B}每学期承办展示课{n1-3}节", "quota-conflict"),
        ]
    if case.scene.kind in {"schools", "vocational"} and not case.breaks("party-name-variant", "blank-party", "missing-party"):
        former = case.dice.pick("former", ("农业中学", "第二完全小学", "工读学校", "铁路子弟学校"))
        found.append(Extra("历史沿革", f"{second.role}的前身为{second.place}{former}，更名前签订的各类协议由{second.role}继续履行"))
        found.append(Extra("校区说明", f"{first.role}东校区、西校区均适用本协议，不再另行签约", "missing-supplement"))
        found.append(Extra("中心校", f"{second.place}其他乡镇中心校可派员旁听集中活动，但不是本协议的当事人"))
    if case.scene.kind == "counties":
        found.append(Extra("学段区别", "联合质量检测小学段每学年{n1-2}次，初中段每学年{n3-4}次", "quota-conflict"))
    if (
        not case.scene.persons
        and not case.breaks("party-name-variant", "blank-party", "missing-party")
        and first.place not in {"", second.place}
    ):
        found.append(Extra("对外联络", f"{{B}}与{first.place}其他学校已有的合作不受本协议影响"))
    if case.scene.persons:
        return tuple(extra for extra in found if extra.heading == "诚信履行")
    return tuple(found)


_EXTRAS = (
    Extra("资料归档", "活动方案、签到表、照片、总结等资料按年度装订，{A}、{B}分别保存"),
    Extra("课题研究", "鼓励{AB}教师围绕共同关心的问题开展小课题研究，成果优先在简报上刊发"),
    Extra("人员待遇", "派出人员在外期间，原单位的编制、职务和工资待遇不变"),
    Extra("纪律要求", "外派人员应遵守当地规章制度，尊重民族风俗和生活习惯，不得参与有偿补课"),
    Extra("线上交流", "不便到校的活动可以改为线上进行，与线下活动同样登记"),
    Extra("接待标准", "往来接待从简，在食堂用餐，按规定交纳伙食费"),
    Extra("续签", "期满前一个月，{AB}可根据实际效果商定是否续签", "missing-term"),
    Extra("考核评估", "结对工作每学年末由{authority}组织评估，评估结果作为单位评先评优的参考"),
    Extra("宣传报道", "{AB}应及时总结结对工作的经验做法，对外宣传须实事求是"),
    Extra("安全管理", "学生外出活动须制定安全预案，并为每名学生投保意外伤害险", "missing-liability"),
    Extra("保密条款", "{AB}对工作中知悉的学生和教师个人信息予以保密，未经本人同意不得向第三方提供"),
    Extra("成果归属", "结对期间共同形成的课例、论文和教材，著作权由{AB}共有，署名按贡献大小排列"),
    Extra("登记制度", "外出学习人员填写《学习登记表》，登记表一式两份，派出单位和接收单位各存一份"),
    Extra("工作原则", "结对工作坚持三条原则：一是自愿平等，二是注重实效，三是量力而行"),
    Extra("辅助力量", "可以聘请退休教师、离任校长若干名担任校外辅导员"),
    Extra("情况变化", "遇机构撤并、负责人变动的，由承接其职责的单位和继任者继续履行本协议"),
    Extra("信息报送", "工作简报由{AB}轮流编写，每季度编发一期"),
    Extra("学生自愿", "学生参加各项活动以自愿为前提，由监护人签字的回执存{B}处"),
    Extra("时间顺延", "遇自然灾害、疫情等不能如期开展活动的，时间相应顺延"),
)
_EXTRAS_OF_PERSONS = (
    Extra("考核评估", "学年末由学校教导处组织验收，验收结果记入教师业务档案"),
    Extra("工作原则", "师徒坚持三条原则：一是真诚相待，二是教学相长，三是持之以恒"),
    Extra("成果归属", "共同完成的课例和论文由{AB}共同署名"),
    Extra("手册管理", "《师徒结对手册》一式两份，{AB}各填一份，学期末交教导处查阅"),
)
