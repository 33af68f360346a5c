"""Puts a paper together: title, parties, clauses, signatures, annexes."""

from __future__ import annotations

from tests.planted.archive import closing, extras, heads, layout
from tests.planted.archive.body import MODES, Article, duty_articles
from tests.planted.archive.case import Case
from tests.planted.archive.dice import Dice
from tests.planted.archive.layout import Layout
from tests.planted.archive.money import money_sentences
from tests.planted.archive.numerals import day_text
from tests.planted.archive.pages import as_kept
from tests.planted.archive.scenes import KINDS, make_scene
from tests.planted.archive.signing import signature_lines
from tests.planted.archive.terms import BLANKS, IMPOSSIBLE, date_form, make_days, term_sentence
from tests.planted.planted import Planted

_TWO_PARTIES = frozenset("missing-party blank-party party-side-conflict overlapping-bands".split())
_PAID = frozenset("amount-words-mismatch amount-sum-mismatch blank-amount missing-funding-amount".split())
_INSTITUTIONS = _PAID | frozenset(
    "party-name-variant party-side-conflict missing-party blank-party overlapping-bands missing-duties".split()
)


def compose(rule: str | None, seed: int) -> Planted:
    """The paper of this seed that breaks this rule."""
    case = _make_case(rule, seed)
    hidden = _hide(case)
    style = heads.head_style(case)
    heads.declare_aliases(case, style)
    plan = layout.make_layout(case)
    articles = _articles(case, plan)
    clauses = layout.clause_lines(plan, articles)
    if rule == "dangling-reference":
        _dangle(case, plan, clauses)
    lines = [*heads.title_lines(case), ""]
    lines += heads.head_lines(case, style, hidden)
    lines += [heads.preamble(case, style), *clauses, ""]
    signatures = signature_lines(case, hidden)
    lines += [*_annex_lines(case), "", *signatures] if case.dice.chance("annex-first", 50) else [*signatures, "", *_annex_lines(case)]
    text, subject = as_kept(case, lines)
    return Planted(text, rule, subject)


def _make_case(rule: str | None, seed: int) -> Case:
    dice = Dice(seed, rule or "clean")
    kinds = [kind for kind in KINDS if not (rule in _INSTITUTIONS and kind == "masters")]
    kinds = [kind for kind in kinds if not (rule in _PAID and kind == "branches")]
    kind = dice.pick("kind", kinds)
    pair = rule in _TWO_PARTIES or kind in {"counties", "masters"}
    count = 2 if pair or not dice.chance("three", 22) else 3
    scene = make_scene(dice, kind, count, plain_roles=rule == "party-side-conflict")
    return Case(dice, rule, scene, make_days(dice, rule, count))


def _hide(case: Case) -> str | None:
    """The role that has neither a line in the head nor a signature; a name that is left open is chosen here too."""
    roles = [party.role for party in case.scene.parties]
    if case.breaks("missing-party"):
        case.subject = roles[1]
        return roles[1]
    if case.breaks("blank-party"):
        role = case.dice.number("open-party", 0, 1)
        case.subject = roles[role]
        place, name = case.scene.parties[role].place, case.scene.parties[role].name
        suffix = next((end for end in ("小学", "中学", "幼儿园", "教育局", "人民政府", "支部委员会") if name.endswith(end)), "学校")
        masks = (
            "____________",
            "",
            "　　　　　　　　",
            f"XX{suffix}",
            f"{place}××{suffix}",
            f"________{suffix}",
            "________________",
        )
        case.masked = case.dice.pick("mask", masks)
    return None


def _articles(case: Case, plan: Layout) -> list[Article]:
    dice = case.dice
    numbered = plan.levels[0] not in layout.UNNUMBERED
    modes = MODES if plan.levels[0] not in {"Ⅰ.", "第一章"} else MODES[:-1]
    mode = dice.pick("mode", modes if numbered else ("party", "field", "party"))
    term = term_sentence(case)
    headings = ("期限", "结对期限", "合作期限", "时间", *(() if case.breaks("missing-effective") else ("协议期限",)))
    term_articles = [Article("term", dice.pick("term-heading", headings), [term])] if term else []
    articles = duty_articles(case, mode)
    money = money_sentences(case)
    if money:
        heading = dice.pick("money-heading", ("经费", "经费保障", "资金安排", "经费与物资", "费用", "资金和物资"))
        articles.append(Article("money", heading, list(money)))
    articles += [Article(f"extra-{place}", heading, list(texts)) for place, (heading, texts) in enumerate(extras.extra_clauses(case))]
    articles = [*articles, *term_articles] if dice.chance("term-late", 25) else [*term_articles, *articles]
    goal = dice.pick("goal", (None, None, None, *_GOALS))
    if goal and not case.scene.persons:
        articles.insert(0, Article("goal", dice.pick("goal-heading", ("目标", "结对目标", "总体目标", "工作目标")), [case.fill(goal)]))
    _insert(case, articles)
    articles += _ending(case)
    _refer(case, plan, articles)
    return articles


def _insert(case: Case, articles: list[Article]) -> None:
    """Sentences that name a party, a side or a day: right, or wrong where the paper shall break such a rule."""
    text = _odd_sentence(case)
    if text:
        heading = case.dice.pick("odd-heading", ("有关事项", "联络机制", "工作衔接", "特别约定"))
        articles.insert(case.dice.number("odd-place", 1, len(articles)), Article("odd", heading, [text]))


def _odd_sentence(case: Case) -> str | None:
    dice, parties = case.dice, case.scene.parties
    named = dice.pick("named", [party for party in parties[:2] if party.post] or [parties[0]])
    if case.breaks("party-name-variant"):
        case.subject = named.role
        if dice.chance("odd-signature", 40):
            case.odd = named.role
            return None
        return case.fill(dice.pick("named-text", _NAMING)).replace("{name}", named.variant)
    if case.breaks("party-side-conflict"):
        swapped = dice.number("swapped", 0, 1)
        case.subject = parties[swapped].role
        return case.fill(dice.pick("side", _SUPPORTER_AS_RECIPIENT if swapped == 0 else _RECIPIENT_AS_SUPPORTER))
    dated = _dated(case)
    if dated:
        return dated
    if case.aliases and case.rule != "missing-duties":
        role = dice.pick("alias-used", sorted(case.aliases))
        return case.fill(dice.pick("named-text", _NAMING)).replace("{name}", case.aliases[role])
    free = case.rule not in {"blank-party", "missing-party", "missing-duties"} and not case.scene.persons
    if free and dice.chance("full-name", 20):
        return case.fill(dice.pick("named-text", _NAMING)).replace("{name}", named.name)
    return None


def _dated(case: Case) -> str | None:
    dice, (year, month, day) = case.dice, case.days.start
    text = case.fill(dice.pick("dated", _DATED_OF_PERSONS if case.scene.persons else _DATED))
    if case.breaks("blank-date") and dice.pick("blank-where", BLANKS) == "date":
        case.subject = "date"
        return text.replace(
            "{day}", dice.pick("blank-day", ("____年__月__日", "　　年　　月　　日", "20__年__月__日", "    年    月    日"))
        )
    if case.breaks("impossible-date") and dice.pick("impossible-where", IMPOSSIBLE) == "date":
        case.subject = "date"
        wrongs = ((year + 1, 2, 30), (year + 1, 4, 31), (year + 1, 6, 31), (year, 11, 31), (year + 1, 2, 31), (year, 13, 5))
        return text.replace("{day}", day_text(dice.pick("wrong-day", wrongs), date_form(case)))
    if case.rule in {None, "copies-mismatch", "clause-gap", "missing-copies"} and dice.chance("dated-too", 15):
        soon = (year, month + 1, min(day, 28)) if month < 12 else (year + 1, 1, min(day, 28))
        return text.replace("{day}", day_text(soon, date_form(case)))
    return None


def _ending(case: Case) -> list[Article]:
    dice = case.dice
    parts: list[tuple[str, str, list[str | None]]] = [
        ("liability", "违约与争议", [*closing.liability(case)]),
        ("supplement", "未尽事宜", [closing.supplement(case)]),
    ]
    parts += [("effective", "生效", [closing.effective(case)]), ("copies", "文本", [closing.copies(case)])]
    found = [(key, heading, [text for text in texts if text]) for key, heading, texts in parts]
    found = [part for part in found if part[2]]
    if dice.chance("ending-order", 40):
        found = dice.some("ending-order", found, len(found))
    how = dice.pick("ending", ("together", "together", "apart", "apart", "half"))
    if how == "apart":
        return [Article(f"end-{key}", heading, list(texts)) for key, heading, texts in found]
    start = 1 if how == "half" and len(found) > 2 else 0
    apart = [Article(f"end-{key}", heading, list(texts)) for key, heading, texts in found[:start]]
    rest = [text for _, _, texts in found[start:] for text in texts]
    heading = dice.pick("end-heading", ("其他", "附则", "其他事项", "其他约定"))
    if dice.chance("run-together", 25) and not case.breaks("clause-gap", "clause-duplicate"):
        return [*apart, Article("end", heading, ["。".join(rest)])]
    return [*apart, Article("end", heading, list(rest))]


def _refer(case: Case, plan: Layout, articles: list[Article]) -> None:
    """Refer to a clause that is there and to annexes that are listed."""
    dice = case.dice
    if case.breaks("missing-duties"):
        return
    if plan.levels[0] in layout.REFERABLE and not case.breaks("dangling-reference") and dice.chance("refer", 35):
        key = dice.pick("refer-to", [article.key for article in articles if article.key.startswith(("duty", "duties", "field", "money"))])
        text = dice.pick("refer-text", _REFERENCES).replace("{key}", key)
        articles[-1].items.insert(0, case.fill(text))
    if dice.chance("annexes", 22):
        annexes = _ANNEXES_OF_PERSONS if case.scene.persons else _ANNEXES
        case.annexes += dice.some("annexes", annexes, dice.number("annexes", 1, 3 if len(annexes) > 3 else 2))
        if len(case.annexes) > 1 and dice.chance("annex-named", 60):
            text = dice.pick("annex-text", ("具体安排见附件{}", "相关内容详见附件{}", "有关名单以附件{}为准"))
            number = dice.number("annex-number", 1, len(case.annexes))
            articles[-1].items.insert(dice.number("annex-at", 0, 1), text.format(number))
        articles[-1].items.append(
            "附件为本协议的组成部分，与正文具有同等效力" if len(case.annexes) == 1 else "本协议附件与正文具有同等效力"
        )


def _dangle(case: Case, plan: Layout, clauses: list[str]) -> None:
    """Let a sentence refer to what is not there."""
    dice = case.dice
    far = layout.last_number(plan) + dice.number("far", 2, 9) if plan.levels[0] in layout.REFERABLE else 0
    if far and dice.chance("clause-reference", 60):
        case.subject = layout.reference(plan, far)
        text = dice.pick("dangling", _DANGLING).replace("{where}", case.subject)
    else:
        case.subject = f"附件{len(case.annexes) + dice.number('far-annex', 1, 2)}"
        text = dice.pick("dangling-annex", _DANGLING_ANNEX).replace("{where}", case.subject)
    at = dice.pick("dangling-at", [place for place, line in enumerate(clauses) if line.endswith(("。", "； |", "。 |"))])
    line = clauses[at]
    tail = " |" if line.endswith(" |") else ""
    clauses[at] = line.removesuffix(tail) + case.fill(text) + "。" + tail


def _annex_lines(case: Case) -> list[str]:
    annexes = case.annexes
    if not annexes:
        return []
    if len(annexes) == 1:
        return [f"附件{case.dice.pick('annex-one', ('：', '1：'))}{annexes[0]}"]
    style = case.dice.pick("annex-style", ("dotted", "named", "list"))
    if style == "dotted":
        return ["附件：" + " ".join(f"{place}.{name}" for place, name in enumerate(annexes, 1))]
    if style == "named":
        return [f"附件{place}：{name}" for place, name in enumerate(annexes, 1)]
    return ["附件：", *(f"{place}．{name}" for place, name in enumerate(annexes, 1))]


_GOALS = (
    "让受助单位的教育教学常规达到规范要求，群众满意度有所提高",
    "促进干部、教师、学生三个层面的交往，实现互学互鉴",
    "使乡村学生在家门口就能享受到较好的教育",
    "通过结对，使受助单位在管理水平、队伍素质和教育质量等方面有明显进步",
    "帮助乡村教师站稳讲台，帮助孩子们打开眼界",
    "形成优势互补、共同发展的良好局面",
)
_NAMING = (
    "结对工作档案原件存放于{name}，查阅须登记",
    "结对期间的活动简报由{name}汇总",
    "{name}办公室负责日常联络和资料整理",
    "{name}的工作情况列入年度督导内容",
    "本协议内容已由{name}提交教职工会议讨论通过",
    "日常联系人由{name}书面确定，如有变动及时通知对方",
)
_SUPPORTER_AS_RECIPIENT = (
    "{A}作为受援单位，应主动提出需求，虚心接受指导",
    "{A}是本次结对的受帮扶方，须为对方派来的人员提供方便",
    "受援方{A}应当珍惜帮扶机会，用好帮扶成果",
    "{A}（受援单位）应于每年年底提交受助情况说明",
)
_RECIPIENT_AS_SUPPORTER = (
    "{B}作为支援单位，应选派业务能力强的人员开展帮扶",
    "{B}是本次结对的帮扶方，应当倾力相助、不走过场",
    "支援方{B}应当发挥优质资源的辐射作用",
    "{B}（支援单位）应把帮扶成效纳入年度述职",
)
_DATED = (
    "{A}应于{day}前将首批选派人员名单书面通知对方",
    "首次联席会议定于{day}召开，地点在{A}",
    "{B}须在{day}前完成需求调查并书面告知{A}",
    "启动仪式拟于{day}在{B}举行",
)
_DATED_OF_PERSONS = ("拜师仪式定于{day}在学校会议室举行", "{B}应于{day}前完成个人成长规划初稿")
_REFERENCES = (
    "本协议{ref:{key}}所列内容，可根据实际情况经{AB}书面同意后调整",
    "对照本协议{ref:{key}}的约定，{AB}每学期末自查一次",
    "{ref:{key}}未明确的细节，由{AB}联络员商定",
)
_ANNEXES = ("《结对工作计划表》", "《选派人员名单》", "《受助学生名册》", "《联络员通讯录》", "《物资清单》", "《活动安全预案》")
_ANNEXES_OF_PERSONS = ("《师徒结对手册》", "《个人成长规划表》", "《听课记录表》")
_DANGLING = (
    "其他情形参照本协议{where}办理",
    "考核标准适用本协议{where}的规定",
    "具体办法按照本协议{where}的约定执行",
    "有特殊情况的，适用本协议{where}",
    "相关要求见本协议{where}",
    "由此产生的费用依照{where}的约定承担",
)
_DANGLING_ANNEX = ("所需表格见本协议{where}", "具体安排见{where}", "人员名单详见{where}", "有关要求按{where}执行", "（详见{where}）")
