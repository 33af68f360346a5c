"""How an agreement begins: its title and number, its parties, its preamble."""

from __future__ import annotations

from tests.planted.province import names
from tests.planted.province.chance import Chance
from tests.planted.province.deal import Deal, Party
from tests.planted.province.kinds import Kind
from tests.planted.province.numerals import written
from tests.planted.province.variants import variant

STYLES = ("flip", "note", "note", "note", "plain", "below", "form", "prose", "prose", "table", "columns", "wide", "called")
_WITH_NOTE = ("note", "note", "below", "called")
_AIMS = """
    为[推进城乡义务教育优质均衡发展|缩小校际差距，促进教育公平|发挥优质教育资源的辐射带动作用|全面推进乡村教育振兴|提高教育教学质量，实现共同发展]
    为[贯彻落实上级关于教育帮扶工作的部署|落实市委、市政府关于教育强市的决策|进一步深化教育协作|弘扬互助友爱精神，支持教育事业]
    [本着|根据]“[优势互补、资源共享、共同提高|平等自愿、务实高效|真诚合作、互利共赢]”的原则
    根据{bureau}[有关文件精神|《关于做好结对帮扶工作的通知》|《结对帮扶工作实施方案（{past}—{last}年）》]要求
    依据《中华人民共和国[民法典|教育法|义务教育法]》[等有关规定|及相关政策]
"""
_SETTLED = """
    经{every}[协商|充分协商|友好协商]，[达成如下协议|订立本协议|签订本协议，共同遵守|就有关事项约定如下]：
    [现就|经协商，就][结对|帮扶]工作[有关事宜|的有关事项]达成[如下协议|以下协议]：
    {every}在平等自愿的基础上[签订本协议|达成以下一致意见]。
    特订立[如下协议|本协议]，[共同遵守|以资信守]。
"""
_LETTER_SETTLED = """
    [特签订本责任书|现签订责任书如下|特签订如下责任书]。
    明确如下责任：
"""
_STREETS = "文昌路 解放街 人民东路 学府路 建设大道 书院巷 滨河路 府前街".split()


def title(deal: Deal, kind: Kind) -> list[str]:
    """The title's line, or two, and now and then a number of the agreement."""
    chance = deal.chance.part("title")
    words = chance.line(kind.titles)
    lines = [words]
    if chance.odds(0.15) and len(deal.parties) == 2 and deal.rule not in {"blank-party", "missing-party"} and kind.key != "masters":
        first, second = (party.name for party in deal.parties)
        lines = [f"{first}与{second}", words] if chance.odds(0.4) else [f"{first}、{second}{words}"]
    if chance.odds(0.18):
        year = deal.signed[0].year
        number = chance.pick(
            (
                f"JD-{year}-{chance.between(1, 99):03d}",
                f"〔{year}〕第{chance.between(1, 60)}号",
                "____________",
                f"{year}{chance.between(10, 99)}",
            )
        )
        line = chance.pick(("协议编号：", "编号：", "合同编号：")) + number
        lines = [line, *lines] if chance.odds(0.4) else [*lines, line]
    if chance.odds(0.06) and deal.rule not in _OF_SIGN_DATES:
        lines.append(f"签订时间：{written(deal.signed[0], deal.day_form)}　　签订地点：{chance.pick(names.TOWNS)[:2]}会议中心")
    return lines


_OF_SIGN_DATES = {"missing-sign-date", "blank-date", "impossible-date", "sign-date-conflict", "signed-after-term"}


def head(deal: Deal, kind: Kind, term: str) -> tuple[list[str], str | None]:
    """Title, parties and preamble; `term` is the sentence on the term where it stands here."""
    chance = deal.chance.part("head")
    style = _style(deal, chance)
    lines, subject = title(deal, kind), None
    if chance.odds(0.4):
        lines.append("")
    opening = _preamble(deal, chance, kind, term)
    if deal.spot == "preamble" and deal.rule == "party-name-variant":
        party = chance.pick(deal.parties)
        wrong, subject = variant(party, chance), party.label
        opening = f"为做好{wrong}的[结对帮扶|对口支援]工作，".replace(
            "[结对帮扶|对口支援]", chance.pick(("结对帮扶", "结对"))
        ) + opening.lstrip("，")
    if style == "prose":
        lines.append(_prose(deal, chance) + opening)
        return lines, subject
    lines += _parties(deal, chance, style)
    if chance.odds(0.4):
        lines.append("")
    return [*lines, _earlier(deal) + opening], subject


def _style(deal: Deal, chance: Chance) -> str:
    style = chance.pick(_WITH_NOTE if deal.rule == "party-side-conflict" else STYLES)
    return "plain" if not deal.lettered and style in {"note", "called", "below", "flip"} else style


def declares_shorts(deal: Deal) -> bool:
    """Whether the head writes the short names: no clause may use one that it leaves out."""
    return _style(deal, deal.chance.part("head")) not in {"prose", "table", "called"}


def _preamble(deal: Deal, chance: Chance, kind: Kind, term: str) -> str:
    rows = chance.some(chance.lines(_AIMS), chance.pick((1, 1, 2, 3)))
    if deal.rule in {"missing-term", "term-reversed"} or kind.key == "masters":
        rows = [row for row in rows if "{past}" not in row] or chance.lines(_AIMS)[:1]
    if kind.key in {"masters", "fund", "firm"}:
        rows = (
            chance.lines(_AIMS)[2:3]
            if kind.key == "masters"
            else [row for row in rows if "{bureau}" not in row] or chance.lines(_AIMS)[1:2]
        )
    year = deal.signed[0].year
    words = "，".join(chance.fill(row) for row in rows).replace("{past}", str(year - 1)).replace("{last}", str(year + 2))
    settled = chance.line(_LETTER_SETTLED if kind.key == "letter" else _SETTLED)
    if deal.rule == "missing-duties":
        settled = "经协商，达成如下协议："
    if term:
        bond = chance.fill("{every}[结为帮扶对子|建立结对关系|结成对子]") if kind.key != "letter" else "现就结对帮扶工作明确责任"
        return deal.named(f"{words}，{bond}，{term}{settled}")
    return deal.named(f"{words}，{settled}")


def _prose(deal: Deal, chance: Chance) -> str:
    told = [f"{_full(party)}（{chance.pick(('以下简称', '下称', '以下称'))}{_quoted(chance, party)}）" for party in deal.present]
    if len(told) == 1:
        return f"{told[0]}"
    if len(told) == 3:
        return f"{told[0]}、{told[1]}与{told[2]}，"
    return f"{told[0]}{chance.pick(('与', '和', '同', '、'))}{told[1]}，"


def _quoted(chance: Chance, party: Party) -> str:
    return chance.pick((party.label, f"“{party.label}”"))


def _full(party: Party) -> str:
    return party.name


def _alias(chance: Chance, party: Party) -> str:
    if party.short:
        return f"（{chance.pick(('以下简称', '下称', '简称'))}“{party.short}”）"
    return ""


def _former(deal: Deal, chance: Chance, party: Party) -> str:
    """The name that a school had before, as its seal's papers say it."""
    schools = deal.kind in {"school", "middle", "teaching", "group"} and party.side == "recipient"
    if not schools or deal.rule in {"party-name-variant", "blank-party", "missing-party"} or party.short or not chance.odds(0.08):
        return ""
    spot = next((town for town in names.TOWNS if town in party.name), "")
    return f"（原{spot}{chance.pick(('第二小学', '农业中学', '民办学校', '完全小学'))}）" if spot else ""


_EARLIER = """
    [双方|各方]曾于{signed}签订[《结对帮扶协议书》|《对口支援协议》]，期限自{first}至{last}，现已[期满|履行完毕]。
    鉴于[双方|各方]{year}年签订的[结对协议|《结对帮扶协议》]已于{last}到期，[经主管部门同意继续结对|双方愿意继续合作]。
"""
_NO_EARLIER = {
    "missing-term", "term-reversed", "term-duration-mismatch", "signed-after-term", "blank-date", "impossible-date", "missing-sign-date",
    "sign-date-conflict", "missing-effective", "blank-party", "missing-party", "missing-duties",
}  # fmt: skip


def _earlier(deal: Deal) -> str:
    """An agreement of earlier years with dates of its own."""
    chance = deal.chance.part("earlier")
    if deal.rule in _NO_EARLIER or deal.kind in {"masters", "letter"} or not chance.odds(0.08):
        return ""
    year = deal.signed[0].year - 4
    words = deal.named(chance.line(_EARLIER)).replace("{signed}", f"{year}年8月{chance.between(5, 28)}日").replace("{year}", str(year))
    words = words.replace("{first}", f"{year}年9月1日").replace("{last}", f"{year + 3}年8月31日")
    return words.replace("双方", "各方") if len(deal.parties) == 3 else words.replace("各方", "双方")


def _parties(deal: Deal, chance: Chance, style: str) -> list[str]:
    colon = chance.pick(("：", "：", ":", "： "))
    lines: list[str] = []
    if style == "columns" and not any(party.short for party in deal.parties):
        return [chance.pick(("　　　　", "        ", "\t")).join(f"{party.label}{colon}{party.name}" for party in deal.present)]
    if style == "table":
        return _table(deal, chance)
    for party in deal.present:
        note = f"（{party.note}）" if party.note else ""
        name = party.name + _former(deal, chance, party) + _alias(chance, party)
        if style == "wide" and deal.lettered:
            lines.append(f"{party.label[0]}{chance.pick('　 ')}{party.label[1]}{colon}{name}")
        elif style == "below":
            lines += [f"{party.label}{note}{colon}", name]
        elif style == "called":
            lines.append(f"{party.note}{colon}{party.name}（以下简称{party.label}）")
        elif style == "flip":
            lines.append(f"{party.note}（{party.label}）{colon}{name}")
        elif style == "note":
            lines.append(f"{party.label}{note}{colon}{name}")
        else:
            lines.append(f"{party.label}{colon}{name}")
        if style == "form":
            lines += _form(deal, chance, party)
    return lines


def _form(deal: Deal, chance: Chance, party: Party) -> list[str]:
    """Address, representative, telephone; the blanks are the form's furniture."""
    address = f"地址：{chance.pick(_STREETS)}{chance.between(3, 210)}号"
    person = (
        f"{'法定代表人' if deal.kind != 'masters' else '任教学科'}：{party.person if deal.kind != 'masters' else chance.pick('语数英')}"
    )
    if deal.kind == "masters":
        person = f"任教学科：{chance.pick(('语文', '数学', '英语', '物理', '美术'))}"
    phone = chance.pick(
        ("联系电话：____________", f"联系电话：0{chance.between(700, 899)}-{chance.between(2000000, 8999999)}", "联系电话：", "电话：/")
    )
    lines = [address, person] if deal.kind != "masters" else [person]
    if deal.rule == "blank-party" and not party.person and deal.kind != "masters":
        lines = []
    return [*chance.some(lines, chance.between(1, 2)), phone]


def _table(deal: Deal, chance: Chance) -> list[str]:
    """The parties as rows of a table."""
    rows = [
        f"| {party.label} | {party.name} | {party.post or '—'} {party.person if deal.kind != 'masters' else ''} |" for party in deal.present
    ]
    lead = ["| 协议方 | 单位名称 | 负责人 |", "| --- | --- | --- |"] if chance.odds(0.6) else []
    return lead + rows
