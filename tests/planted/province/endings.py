"""How an agreement ends: assessment, safety, change, breach, dispute, what is not settled, effect, copies."""

from __future__ import annotations

import re

from tests.planted.province.deal import Deal, Item, Section

_ASSESS = """
    [每学年末|每学期末]对结对工作[进行自评|开展自查]，[自评报告报主管部门|结果作为下一年度工作安排的依据]
    结对[成效|工作]纳入[年度绩效考核|学校综合督导评估]，[考核结果予以公布|先进单位和个人给予表彰]
    教育主管部门对[协议执行|结对工作]情况[进行考核|组织评估]，[考核按优秀、良好、合格、不合格四个等次评定|考核结果与评先评优挂钩]
    [建立台账|实行月报告制度]，[做到有计划、有记录、有总结|作为考核的依据]
"""
_SAFETY = """
    活动期间，[承办方|组织方]应制定安全预案，[确保人员安全|落实安全措施]
    [派出人员|外出师生]应购买人身意外保险，[保险费由派出单位负担|遵守当地的安全管理规定]
    学生外出活动须[征得家长书面同意|报主管部门备案]，[由带队教师全程陪同|落实交通安全要求]
"""
_DISCRETION = """
    对在合作中知悉的[学生信息、内部资料|对方未公开的信息][负有保密义务|应予保密]，[未经许可不得对外提供|本协议终止后继续有效]
    不得[泄露|擅自使用]受助学生的个人信息和肖像
"""
_RIGHTS = """
    共同[开发|完成]的课程、课件等成果[由双方共有|归双方共同所有]，[任何一方使用时应注明来源|对外发表须经对方同意]
    {S}提供的资料[著作权归{S}所有|仅供{R}教学使用，不得用于商业用途]
"""
_STAFF = """
    派出人员的人事[关系|隶属关系]不变，[工资福利由原单位发放|工龄连续计算]，[接受双方共同管理|日常考勤由接收单位负责]
    派出人员因[病假、产假|健康原因]不能继续工作的，[派出单位应及时调换|由派出单位另行安排]
"""
_CHANGE = """
    [本协议|协议]经[双方|各方]协商一致可以变更或者解除，[变更须采用书面形式|须提前一个月书面通知对方]
    因[政策调整|学校撤并|不可抗力]致使本协议无法履行的，[可以终止|自行终止]，[双方做好善后工作|互不追究]
"""
_PLEDGE = """
    [双方|各方]应[本着对教育事业负责的态度|加强领导，精心组织]，[认真履行|切实执行]本协议
    [双方|各方]应将本协议内容[向全体教职工公布|列入学校工作计划]
"""
LIABILITY = """
    [任何一方|一方]违反本协议[约定|规定]的，应当[承担违约责任|承担相应的责任]，[给对方造成损失的应予赔偿|并及时采取补救措施]
    无正当理由不履行本协议的，[由主管部门责令改正|守约方有权要求继续履行]，[造成损失的承担赔偿责任|并予以通报批评]
    因履行本协议发生争议的，[由双方协商解决|应友好协商]；协商不成的，[提请上级主管部门调解|报教育主管部门裁定|依法向有管辖权的人民法院起诉]
    本协议在履行中[如有|发生]纠纷，[应通过协商解决|由主管部门协调处理]
    [违约责任：|]未按约定履行义务的一方，应[书面说明理由并限期补救|向对方承担违约责任]
"""
SUPPLEMENT = """
    [本协议|协议]未尽事宜，由[双方|各方]协商[解决|确定|另行约定]
    未尽事宜，[双方可另行签订补充协议|另行协商补充]，[补充协议与本协议具有同等效力|作为本协议的组成部分]
    本协议[如有|若有]未尽[事宜|事项]，[经协商一致|由双方协商后]签订补充协议，[补充协议一式两份|补充协议另行编号]
    其他未尽事宜，[按有关规定执行|参照上级文件办理]，[或者由双方商定|必要时由双方商定]
"""
# nobody acts in these: for the paper in which one party has no duty at all
_IMPERSONAL = {
    "supplement": """
        [本协议|]未尽事宜，[按有关规定执行|另行协商确定|另行签订补充协议]
        本协议如有未尽事宜，经协商一致[签订补充协议|另行约定]
    """,
    "liability": """
        [履行本协议发生|因本协议产生]的[争议|纠纷]，[协商解决|由主管部门调解]
        违反本协议约定的，[承担相应责任|依法承担违约责任]
        本协议在履行中[如有|发生]纠纷，应通过协商解决
    """,
}
EFFECTIVE = """
    本协议[自|从][双方|各方]签字[盖章|、盖章]之日起生效
    本协议经[双方|各方][法定代表人|负责人]签字并加盖公章后生效
    本协议自[签订|签字|签署]之日起[生效|开始生效|执行]
    本协议[签字盖章即|盖章后]生效
    本协议自[双方|各方]代表[签名|签字]并报[主管部门|教育主管部门]批准后生效
    本协议自{start}起[生效|执行]
"""
_CHECKS = (
    ("safety", ("安全责任", "安全保障", "安全与保险", "安全管理"), _SAFETY),
    ("assess", ("考核评估", "督导考核", "考核与评价", "检查与评估"), _ASSESS),
    ("secret", ("保密", "保密条款", "信息保护"), _DISCRETION),
    ("rights", ("知识产权", "成果归属"), _RIGHTS),
    ("staff", ("人员管理", "派出人员的待遇与管理", "人员管理与待遇"), _STAFF),
    ("change", ("协议的变更与终止", "变更与解除", "协议变更"), _CHANGE),
)
_SELF = re.compile("^本?协议书?")
_LAST = ("其他", "附则", "其他事项", "其他约定", "未尽事宜及生效", "协议的生效与文本", "有关事项", "其它")


def middle_sections(deal: Deal, count: int) -> list[Section]:
    """Some of: safety, assessment, secrecy, rights, staff, change; each of one clause or two."""
    chance = deal.chance.part("middle")
    free = [check for check in _CHECKS if _fits(deal, check[0])]
    sections = []
    for key, headings, block in chance.some(free, count):
        rows = chance.some(chance.lines(block), chance.between(1, 2))
        sections.append(Section(key, chance.pick(headings), [Item(deal.named(_voiced(deal, chance.fill(row)))) for row in rows]))
    return sections


def _fits(deal: Deal, key: str) -> bool:
    if deal.rule == "missing-duties":
        return False
    if deal.rule == "missing-liability" and key == "change":
        return False
    if deal.kind in {"masters", "letter", "fund", "firm"} and key in {"staff", "rights"}:
        return False
    return not (deal.kind == "masters" and key in {"safety", "secret", "assess"})


def _voiced(deal: Deal, words: str) -> str:
    """Three parties are 各方, two 双方."""
    if len(deal.parties) == 3:
        return words.replace("双方", "各方")
    return words.replace("各方", "双方")


def last_items(deal: Deal, copies: str) -> list[tuple[str, Item]]:
    """What every agreement ends on, in a seeded order: what is not settled, breach or dispute, effect, copies."""
    chance = deal.chance.part("last")
    found = []
    if deal.rule != "missing-supplement":
        found.append(("supplement", _said(deal, SUPPLEMENT, "supplement")))
    if deal.rule != "missing-liability":
        found.append(("liability", _said(deal, LIABILITY, "liability")))
    effect = "" if deal.rule == "missing-effective" else _effect(deal)
    joined = copies and effect and chance.odds(0.3)
    if joined:
        rest = effect.removeprefix("本协议")
        told = _SELF.sub("", copies)
        found.append(("effect", f"{copies}，{rest}" if chance.odds(0.5) else f"{effect}，{told}"))
    else:
        found += [("effect", effect)] * bool(effect) + [("copies", copies)] * bool(copies)
    if chance.odds(0.3):
        found = chance.mixed(found)
    return [(key, Item(words)) for key, words in found]


def _said(deal: Deal, block: str, name: str) -> str:
    chance = deal.chance.part(name)
    rows = [row for row in chance.lines(block) if deal.rule != "missing-copies" or "一式" not in row]
    if deal.kind == "masters":
        rows = [row for row in rows if "主管部门" not in row]
    if deal.rule == "missing-duties":
        rows = chance.lines(_IMPERSONAL[name])
    words = chance.fill(chance.pick(rows))
    return deal.named(_voiced(deal, words))


def _effect(deal: Deal) -> str:
    chance = deal.chance.part("effect")
    rows = chance.lines(EFFECTIVE)
    if deal.kind == "masters":
        rows = [row for row in rows if "盖章" not in row and "批准" not in row]
    if not deal.term.start or deal.term.start < max(deal.signed) or deal.spot == "term" or deal.rule in _NO_START:
        rows = rows[:-1]
    words = chance.fill(chance.pick(rows))
    if "{start}" in words and deal.term.start:
        words = words.replace("{start}", f"{deal.term.start.year}年{deal.term.start.month}月{deal.term.start.day}日")
    return deal.named(_voiced(deal, words))


_NO_START = {"missing-term", "term-reversed", "impossible-date", "blank-date", "signed-after-term"}


def last_heading(deal: Deal) -> str:
    return deal.chance.part("last-heading").pick(_LAST if deal.rule not in {"missing-supplement", "missing-effective"} else _LAST[:4])


def pledges(deal: Deal) -> list[str]:
    """A general clause or none."""
    chance = deal.chance.part("pledge")
    if deal.rule == "missing-duties" or not chance.odds(0.3):
        return []
    return [deal.named(_voiced(deal, chance.line(_PLEDGE)))]
