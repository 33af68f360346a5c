"""Who receives a sum.

Reads::

    甲方每年向乙方提供经费15万元                         乙方
    资助乙方家庭经济困难学生，每生每年1500元              乙方家庭经济困难学生
    支教教师交通补贴按每月600元                           支教教师

Leaves alone::

    用于为沙沟园添置器械, 用于受援学校设备更新            a use, not a receiver

Source: annotation guide of the record format, rules 20, 31, 34, 38 and 39.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from extractors.names.leads import RECEIVED_FROM
from extractors.names.mentions import Mentions
from extractors.names.shares import share_beside
from extractors.text.passage import Passage, Stretch
from extractors.text.sentence_parts import clause_at, part_at

_PERSON_NOUN = (
    r"[一-龥0-9]{0,22}?(?<!由)(?:[、和及][一-龥]{1,10}?)?(?:学生|教师|老师|校长|学子|儿童|幼儿|孩子|同学|人员|家庭(?!困难|经济|贫困|教育)|团队|导师|师傅|学员|干部|子女|教研员|志愿者|毕业生|师生|校医|保育员"
    r"|共同体|个人|单位|学校|者|生)(?![源活涯产命动会])"
)
_GIVES = r"资助|补助|奖励|奖补|支持|慰问|救助|捐赠给|捐赠|捐助|捐给|拨付给|拨给|拨付|发放给|发给|发放|补贴|扶持|援助|惠及|赠给|划拨给|转给|支付给|帮扶(?!人员|教师|干部|团队|学校|队)|帮助"
_GIVEN = re.compile(rf"(?:{_GIVES})(?:给)?(?P<who>{_PERSON_NOUN})")
_THEN_GIVEN = re.compile(
    rf"[，；]?(?:主要)?(?:(?:资助|奖励|补助|慰问|救助|惠及|扶助|发放给|支持)(?P<who>{_PERSON_NOUN})|为(?P<for>{_PERSON_NOUN})(?:购买|购置|添置|送去|送上|赠送|发放|缴纳))"
)
_FOR = re.compile(rf"(?<!用于)(?<!认)(?:向|给予|给|为|对|付给)(?P<who>{_PERSON_NOUN})")
ALLOWANCE = re.compile(
    rf"^(?:〔[^〕]{{1,12}}〕)?(?P<who>{_PERSON_NOUN})(?:的)?(?:每人|每生|在[^，。；]{{1,12}}期间的?)?(?:(?:[一-龥]{{0,6}}?(?:补贴|津贴|补助|奖学金|助学金|课酬|食宿费|交通费"
    r"|差旅费|生活费|费用))(?:标准)?(?:按|为|每|由|：|标准|$)|，(?=每[人生名])|(?:按)?(?:每|照|[0-9]))"
)
_EACH = re.compile(r"每(?:一)?(?:所|名|位|个)(?P<who>[一-龥]{2,8}?(?:学校|教师|学生|幼儿园|班级|团队|学员|人员))")
_CHOSEN = re.compile(
    r"(?:评出|评选出?|表彰|选出|遴选)(?P<who>[一-龥“”]{2,12}?)(?:不超过|各|约)?[0-9一二三四五六七八九十两]{1,3}(?:个|名|所|对|位|项)"
)
_VERB_FIRST = re.compile(r"(?:评选|评出|表彰|组织|安排|选出|其中|并|另|向|为|对|给予|给|予)+")
_PASSED_ON = re.compile(r"(?:捐赠给|捐给|赠给|送给|转给|转赠|赠送给)$")
TOPIC = re.compile(r"^(?:[^，。；的]{2,16}的)?(?P<who>[一-龥]{0,8}?(?:教师|人员|学生|干部|志愿者))(?:除|在|赴|到|按|的|由|，)")
LATER_YEAR = re.compile(r"(?:20[0-9]{2}年|[今去明]年)(?!度)")


def find_payee(passage: Passage, mentions: Mentions, place: Stretch, around: Stretch) -> str | None:
    """Who receives the sum at ``place``; ``around`` reaches from the sum before it to the one behind."""
    text, at, end = passage.text, place.start, place.end
    sentence = passage.sentence_at(at)
    part = part_at(text, sentence, at)
    begin, stop = max(part.start, around.start), min(part.end, around.end)
    clause = clause_at(text, Stretch(begin, stop), at)
    lead = passage.clauses.ancestry(at)
    start = (
        lead[-1].text_start if lead and sentence.start <= lead[-1].text_start <= clause.start + 8 and lead[-1].text_start < at else begin
    )
    if passage.kind == "news" and LATER_YEAR.match(text, clause.start, clause.end):
        begin = start = clause.start
    beside = share_beside(passage, mentions, sentence, at)
    if beside is not None and beside[1]:
        return beside[0].name
    steps: tuple[Callable[[], str | None], ...] = (
        lambda: _who_got(passage, mentions, clause.start, at),
        lambda: _passed_on(passage, mentions, end, stop),
        lambda: _touching(passage, mentions, clause.start, at),
        lambda: _received(passage, mentions, clause.start, at),
        lambda: _match(passage, _EACH, clause.start, at),
        lambda: _match(passage, ALLOWANCE, max(start, clause.start), at + 1),
        lambda: _received(passage, mentions, end, clause.end),
        lambda: _received(passage, mentions, begin, clause.start),
        lambda: _received(passage, mentions, clause.end, stop, after=True),
        lambda: _match(passage, ALLOWANCE, start, at + 1),
        lambda: _match(passage, _CHOSEN, begin, at),
        lambda: _match(passage, TOPIC, start, at) if re.search(r"补|津贴|发放|奖", text[start:stop]) else None,
        lambda: _led_in(passage, mentions, at),
    )
    return next((who for step in steps if (who := step())), None)


def _passed_on(passage: Passage, mentions: Mentions, start: int, end: int) -> str | None:
    """Who has it in the end: 把工作经费全部用于购买图书捐赠给乙校."""
    for mention in mentions.within(start, end):
        if _PASSED_ON.search(passage.text[max(start, mention.start - 4) : mention.start]):
            return mention.name
    return None


def _who_got(passage: Passage, mentions: Mentions, start: int, at: int) -> str | None:
    """The name before 获得, 收到 and the giver's name (乙校收到甲公司捐款2万元)."""
    named = [mention for mention in mentions.within(start, at) if mention.kind in ("organisation", "role", "generic")]
    for first, second in pairwise(named):
        if RECEIVED_FROM.search(passage.text, first.end - 1, second.start):
            return first.name
    return None


def _led_in(passage: Passage, mentions: Mentions, at: int) -> str | None:
    """The receiver in the line that leads in a list of sums (甲方向乙方捐赠，其中：（1）…)."""
    nodes = passage.clauses.ancestry(at)
    line = passage.line_before(nodes[-2].children[0].start) if len(nodes) > 1 else None
    if line is None or not passage.text[line.start : line.end].endswith("：") or line.start < nodes[-2].start:
        return None
    return _received(passage, mentions, line.start, line.end)


def _touching(passage: Passage, mentions: Mentions, start: int, at: int) -> str | None:
    """A name that the sum follows at once, given something by a verb or listed after another (和云岭高级中学5万元帮扶资金)."""
    for mention in mentions.within(start, at):
        gap = passage.text[mention.end : at]
        before = passage.text[max(start, mention.start - 4) : mention.start]
        if mention.kind != "person" and len(gap) <= 1 and re.search(rf"(?:{_GIVES}|安排|下达|给|和|及|、|补)$", before):
            return mention.name
    return None


def _received(passage: Passage, mentions: Mentions, start: int, end: int, *, after: bool = False) -> str | None:
    """The receiver named by a verb of giving or by 向, 给, 为, 对 between two offsets; what 用于 names is a use."""
    text = passage.text
    if start >= end:
        return None
    use = re.search(r"(?:用于|用以|用来)(?!资助|奖励|补助|慰问|救助|发放)", text[start:end])
    limit = start + use.start() if use and not re.search(r"(?:捐|赠|送|转)给", text[start + use.end() : end]) else end
    for mention in mentions.within(start, limit):
        before = text[max(start, mention.start - 5) : mention.start]
        if mention.kind in ("person", "both") or not re.search(
            rf"(?:向|给|给予|(?<!单位)(?<!学校)为|对|付给|{_GIVES})(?:各|每所|每个|每名|每位)?$", before
        ):
            continue
        person = re.compile(_PERSON_NOUN).match(text, mention.end, min(limit, mention.end + 24))
        if (
            person
            and (
                re.search(r"(?:为|对|给|资助|奖励|补助|慰问|救助|惠及|发放)(?:各)?$", before)
                or (before.endswith("向") and re.match(r"(?:发放|支付|赠送|捐赠|捐|提供)", text[person.end() : person.end() + 4]))
            )
            and not re.search(r"提供|捐|建|购|添|设|拨|改造|提升|维修|完善|配备|的(?:校|园|学(?!生|员|子))", person.group())
        ):
            return passage.written(mention.start, person.end())
        if not re.match(
            r"(?:完善|改善|建设|开展|办学|学校建|提高|提升|新建|维修)",
            text[mention.end : mention.end + 4],
        ) or before.endswith(("向", "给")):
            return mention.name
    if after:
        match = _THEN_GIVEN.match(text, start, limit)
        return _trim(passage, *match.span("who" if match["who"] else "for")) if match else None
    for pattern in (_GIVEN, _FOR):
        match = pattern.search(text, start, limit)
        if match and not re.search(r"提供|添置|购买|建设|改善|改造|修缮|维修|开展|设立", match["who"]):
            return _trim(passage, match.start("who"), match.end("who"))
    return None


def _match(passage: Passage, pattern: re.Pattern[str], start: int, end: int) -> str | None:
    if start >= end:
        return None
    match = pattern.search(passage.text[start:end])
    if match is None:
        return None
    who = re.split("[由按]", match["who"])[0]
    return _trim(passage, start + match.start("who"), start + match.start("who") + len(who))


def _trim(passage: Passage, start: int, end: int) -> str | None:
    """Without the 的-modifiers that only describe (期满考核优秀的支教教师: 支教教师)."""
    words = passage.text[start:end]
    if "每" in words or "标准" in words:
        return None
    verb = _VERB_FIRST.match(words)
    if verb:
        start += verb.end()
        words = words[verb.end() :]
    cut = words.rfind("的") + 1
    if cut and len(words) - cut > 2:
        start += cut
    return passage.written(start, end) if end - start >= 2 and passage.text[start] != "每" else None
