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
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from extractors.names.leads import RECEIVED_FROM
from extractors.names.mentions import Mention, Mentions
from extractors.names.shares import share_beside
from extractors.text.passage import Passage, Stretch
from extractors.text.sentence_parts import clause_at, part_at

_PERSON_NOUN = (
    r"(?!由)[一-龥0-9]{0,22}?(?<!由)(?:[、和及][一-龥]{1,10}?)?(?:学生|教师|老师|校长|学子|儿童|幼儿|孩子|同学|人员|家庭(?!困难|经济|贫困|教育)|团队|导师|师傅|学员|干部|子女|教研员|志愿者|毕业生|师生|校医|保育员"
    r"|共同体|个人|单位|学校|孤儿|教职工|职工|员工|党员|群众|村民|者|生)(?:们)?(?![^，。；、]{0,10}的(?:教师|老师|学生|干部|人员)|[源活涯产命动会]|平板|用品|校服|课桌|宿舍|食堂|公寓|床|桌|电脑|用书|读物|阅读|结对|帮扶)"
)
_GIVES = r"资助|补助|奖励|奖补|支持|慰问|救助|捐赠给|捐赠|捐助|捐给|拨付给|拨给|拨付|发放给|发给|发放|补贴|扶持|援助|惠及|赠给|划拨给|转给|支付给|支付|帮扶(?!人员|教师|干部|团队|学校|队)|帮助"
_GIVEN = re.compile(rf"(?:{_GIVES})(?:给)?了?(?P<who>{_PERSON_NOUN})")
_THEN_GIVEN = re.compile(
    rf"[，；]?(?:主要)?(?:(?:资助|奖励|补助|慰问|救助|惠及|扶助|发放给|支持)(?P<who>{_PERSON_NOUN})|(?:为|给)(?P<for>{_PERSON_NOUN})(?:购买|购置|添置|买|送去|送上|赠送|发放|缴纳)"
    rf"|对(?P<whom>{_PERSON_NOUN})(?:给予|予以|进行)(?:一次性)?(?:奖励|补助|资助|慰问|奖补))"
)
_FOR = re.compile(rf"(?<!用于)(?<!认)(?:向|给予|给|为|对|付给)(?P<who>{_PERSON_NOUN})")
ALLOWANCE = re.compile(
    rf"^(?:〔[^〕]{{1,12}}〕)?(?P<who>{_PERSON_NOUN})(?:的)?(?:每人|每生|在[^，。；]{{1,12}}期间的?)?(?:(?:[一-龥]{{0,6}}?(?:补贴|津贴|补助|奖学金|助学金|课酬|食宿费|交通费"
    r"|差旅费|生活费|费用))(?:标准)?(?:按|为|每|由|：|标准|$)|，(?=每[人生名])|(?:按)?(?:每|照|[0-9]))(?![^，。；]{0,10}(?:列支|安排|出资|投入|拿出|捐|承担|筹))"
)
_EACH = re.compile(
    r"每(?:一)?(?:所|名|位|个)(?P<who>[一-龥]{0,8}?(?:学校|教学点|教师|学生|幼儿园|班级|团队|学员|人员|(?:实习|毕业|新|学)生))"
)
_CHOSEN = re.compile(
    r"(?:评出|评选出?|表彰|选出|遴选)(?P<who>[一-龥“”（）]{2,20}?)(?:不超过|各|约)?[0-9一二三四五六七八九十两]{1,3}(?:个|名|所|对|位|项)"
)
_VERB_FIRST = re.compile(r"(?:评选|评出|表彰|组织|安排|选出|其中|并|另|向|为|对|给予|给|予)+|[^，。；]{2,16}?(?:输送|选送|招收)(?!的)")
_GIVES_AWAY = re.compile("捐[出款赠资]|送[出上去]|赠送")
_PAYS_PER_HEAD = re.compile("[^，。；]{0,12}?(?:学校|单位)每[人生名][^，。；]{0,6}?(?:补助|补贴|发放|给予|支付|奖励)")
"""接收学校每人每天补助30元: who pays, and no receiver."""
_COMES_IN = re.compile(
    r"(?:将|再|还|又|已|共|累计|先后|另|成功|积极|多方)*(?:获得|得到|收到|接受|争取|获赠|获)(?:到|了){0,2}(?!每)[^，。；为给投捐拿安]{0,16}"
)
_PASSED_ON = re.compile(
    r"(?:(?:捐赠|捐|赠送|赠|送|转|转交|转赠|汇|寄|拨|交|发放)给|转赠|转交|汇[入至到]|[发运寄送]往|打[入到]|转[入到]|拨[入到]|划[入到]|交到|送到)了?(?:[^，。；]{1,8}的)?$"
)
_ITS_SCHOOLS = re.compile("的?[0-9]{1,3}所[\u4e00-\u9fff]{0,8}?(?:小学|中学|学校|幼儿园)")
_SPENT = re.compile("(?:列支|投入|安排|支出|动用)[^，。；]{0,12}$")
_MADE = re.compile(r"[^，。；]{0,8}?(?:建|改造|添|购|买|安装|更换|修|装|配备|配齐|提升|铺|换|培训|培养)")
"""What the money is spent on: the thing goes to the one it is made for, not the money."""
GOT = re.compile(rf"(?:^|[，；：])(?P<who>{_PERSON_NOUN})(?:每人|各|均|都|将|可|还|已)*(?:获得?|得到|领到|领取|收到|享受)(?!的)")
_OWN = frozenset({"学校", "单位", "我校", "我园", "本校", "本园"})
"""The document's own: nobody is named."""
_FOR_PEOPLE = re.compile("助学|奖学|奖教|奖金|慰问|补助|补贴|津贴|生活费|资助")
"""Money that reaches those it benefits (惠及) itself."""
_ALONGSIDE = re.compile("[、和与及]|以及")
TOPIC = re.compile(r"^(?:[^，。；的]{2,16}的)?(?P<who>[一-龥]{0,8}?(?:教师|人员|学生|干部|志愿者))(?:除|在|赴|到|按|的|由|，)")
_SHARE = re.compile("每|标准|[共合总]计|其中|总值|价值|折")
_ANY_USE = re.compile("用于|用以|用来")
_USE = re.compile(rf"(?:{_ANY_USE.pattern})(?!资助|奖励|补助|慰问|救助|发放)")
_PARTNER = re.compile("的(?:结对|对口帮扶|帮扶|受援|姊妹|友好)(?:学校|校|园|单位|对象)(?:-{1,2}|、)?")
"""向甲校的结对校——|乙校捐赠: the partner receives."""
_COPULA = re.compile(r"(?:增|确定|选[定择]|命名|列|认定|作)[^，。；]{0,20}为$")
_UNLISTED = re.compile(r"向(?P<who>[一-龥]{2,14}?)(?:各|分别|另|再|一次性|无偿|全额|共|累计|先后)?(?:捐|赠|拨付|提供|转交|发放|支付|汇)")
"""Whom 向 names though nothing else tells that it is a name."""
_TO = re.compile(rf"(?:向|给|替|给予|(?<!单位)(?<!学校)为|对|付给|{_GIVES})(?:各|每所|每个|每名|每位)?$")
_PEOPLE = re.compile(_PERSON_NOUN)
_WORK = re.compile("完善|改善|建设(?!资金|经费)|开展|办学|学校建|提高|提升|新建|维修")
_WORK_FOR = re.compile("提供|添置|购买|建设|改善|改造|修缮|维修|开展|设立")
_TOLD = re.compile(
    "(?:现场|当面|逐一|详细|集中)?(?:通报|介绍|汇报|反馈|说明|宣布|宣读|讲解|表示|询问|征求|征集|学习|看齐|致谢|致以|发出|提交|报送|申报|申请)"
)
"""向甲校通报了计划，安排资金10万元: who is told something receives nothing by it."""
_WORK_FOR_THEM = re.compile("培训|培养|提供|捐|建|购|添|设|拨|改造|提升|维修|完善|配备|的(?:校|园|学(?!生|员|子))")
_GIVEN_NOW = re.compile("发放|支付|赠送|捐赠|捐|提供")
LATER_YEAR = re.compile(r"(?:20[0-9]{2}年|[今去明]年)(?!度)")


def find_payee(passage: Passage, mentions: Mentions, place: Stretch, around: Stretch) -> str | None:
    """Who receives the sum at ``place``; ``around`` reaches from the sum before it to the one behind."""
    text, at, end = passage.text, place.start, place.end
    sentence = passage.sentence_at(at)
    beside = share_beside(passage, mentions, sentence, at)
    if beside is not None and beside[1]:
        return beside[0].name
    part = part_at(text, sentence, at)
    share = text.find("其中", end, part.end)
    begin, stop = max(part.start, around.start), min(part.end, around.end, *((share,) if share >= 0 else ()))
    clause = clause_at(text, Stretch(begin, stop), at)
    start = _item_start(passage, clause, at) or begin
    if passage.kind == "news" and LATER_YEAR.match(text, clause.start, clause.end):
        begin = start = clause.start
    gift = _Gift(passage, mentions, Stretch(begin, stop), at, spent=_SPENT.search(text, clause.start, at) is not None)
    steps: tuple[Callable[[], str | None], ...] = (
        lambda: _who_got(passage, mentions, clause.start, at),
        lambda: _passed_on(passage, mentions, end, stop),
        lambda: _touching(passage, mentions, clause.start, at),
        lambda: gift.received(clause.start, at),
        lambda: _match(passage, _EACH, clause.start, at),
        lambda: _match(passage, GOT, clause.start, at),
        lambda: None if _PAYS_PER_HEAD.match(text, clause.start, at) else _match(passage, ALLOWANCE, max(start, clause.start), at + 1),
        lambda: gift.received(end, clause.end),
        lambda: gift.received(begin, clause.start) if around.start <= part.start or _SHARE.search(text, clause.start, at) else None,
        lambda: gift.received(clause.end, stop, after=True),
        lambda: _match(passage, ALLOWANCE, start, at + 1),
        lambda: _match(passage, GOT, begin, clause.start),
        lambda: _match(passage, _CHOSEN, begin, at),
        lambda: _match(passage, TOPIC, start, at) if re.search(r"补|津贴|发放|奖", text[start:stop]) else None,
        lambda: _led_in(passage, mentions, at),
        lambda: _the_same(passage, mentions, Stretch(sentence.start, begin), Stretch(begin, at)),
    )
    return next((who for step in steps if (who := step())), None)


def _the_same(passage: Passage, mentions: Mentions, before: Stretch, own: Stretch) -> str | None:
    """甲公司向乙校捐款3万元，丙校捐出课桌40套，价值2万元: a second giver's gift goes where the first one's went."""
    if not _GIVES_AWAY.search(passage.text, own.start, own.end):
        return None
    named = (one for one in reversed(mentions.within(before.start, before.end)) if one.kind in ("organisation", "region"))
    return next((one.name for one in named if passage.text.startswith(("向", "给"), one.start - 1)), None)


def _item_start(passage: Passage, clause: Stretch, at: int) -> int | None:
    """Behind the number of the item of a list that the sum's sentence begins with; None where it begins otherwise."""
    nodes, sentence = passage.clauses.ancestry(at), passage.sentence_at(at)
    start = nodes[-1].text_start if nodes else None
    return start if start is not None and sentence.start <= start <= clause.start + 8 and start < at else None


@dataclass(frozen=True, slots=True)
class _Gift:
    """The words around a sum, read for the one that it is given to; ``spent`` where its owner buys something with it."""

    passage: Passage
    mentions: Mentions
    around: Stretch
    at: int
    spent: bool

    def received(self, start: int, end: int, *, after: bool = False) -> str | None:
        """The receiver named by a verb of giving or by 向, 给, 为, 对 between two offsets; what 用于 names is a use."""
        if start >= end:
            return None
        text = self.passage.text
        use = (_USE if start < self.at else _ANY_USE).search(text[start:end])
        limit = start + use.start() if use and not re.search(r"(?:捐|赠|送|转)给", text[start + use.end() : end]) else end
        return next(self._named(start, limit), None) or self._described(start, limit, after=after)

    def _named(self, start: int, limit: int) -> Iterator[str]:
        text = self.passage.text
        for mention in self.mentions.within(start, limit):
            before = text[max(start, mention.start - 5) : mention.start]
            if mention.kind in ("person", "both") or not _TO.search(before) or self._is_made_for(before[-2:], mention.end):
                continue
            if _TOLD.match(text, mention.end):
                continue
            if mention.kind == "generic" and _COPULA.search(text, start, mention.start):
                continue
            person = _people_of(text, mention, before, limit)
            if person is not None:
                others = self.mentions.within(mention.end, person)
                yield self.passage.written(others[-1].end if others else mention.start, person)
            elif not _WORK.match(text, mention.end) or before.endswith(("向", "给")):
                partner = _PARTNER.match(text, mention.end, limit)
                other = (
                    next((one for one in self.mentions.within(partner.end(), limit) if one.start == partner.end()), None)
                    if partner
                    else None
                )
                yield other.name if other else self._with_others(mention, limit)

    def _described(self, start: int, limit: int, *, after: bool) -> str | None:
        """People without a name: 资助困难学生, 给孩子们."""
        text = self.passage.text
        found = [_THEN_GIVEN.match(text, start, limit)] if after else [one.search(text, start, limit) for one in (_UNLISTED, _GIVEN, _FOR)]
        for match in found:
            if match is None or self._is_made_for(match.group().lstrip("，；主要")[:2], match.end()):
                continue
            name = next(name for name in ("who", "for", "whom") if match.groupdict().get(name))
            if after or not _WORK_FOR.search(match[name]):
                return _trim(self.passage, *match.span(name))
        return None

    def _is_made_for(self, verb: str, at: int) -> bool:
        """列支18万元，为乙校建成实训室, 捐款捐物30万元，惠及学生300人: who has the thing bought, or some good of it, has not the money."""
        text = self.passage.text
        if verb.startswith("惠及"):
            return _FOR_PEOPLE.search(text, self.around.start, self.around.end) is None
        return self.spent and verb.endswith("为") and _MADE.match(text, at) is not None

    def _with_others(self, first: Mention, limit: int) -> str:
        """向甲校、乙校各捐款10万元: both, as they are written."""
        last = first
        for mention in self.mentions.within(first.end, limit):
            if mention.kind != first.kind or not _ALONGSIDE.fullmatch(self.passage.text, last.end, mention.start):
                break
            last = mention
        return first.name if last is first else self.passage.written(first.start, last.end)


def _people_of(text: str, mention: Mention, before: str, limit: int) -> int | None:
    """Where the people behind a name end, if they receive (资助|乙校困难学生); None where the name itself does."""
    person = _PEOPLE.match(text, mention.end, min(limit, mention.end + 24))
    if person is None or _WORK_FOR_THEM.search(person.group()):
        return None
    if re.search(r"(?:为|对|给|资助|奖励|补助|慰问|救助|惠及|发放|帮助|帮扶)(?:各)?$", before):
        return person.end()
    return person.end() if before.endswith("向") and _GIVEN_NOW.match(text, person.end()) else None


def _passed_on(passage: Passage, mentions: Mentions, start: int, end: int) -> str | None:
    """Who has it in the end: 把工作经费全部用于购买图书捐赠给乙校."""
    for mention in mentions.within(start, end):
        before = passage.text[max(start, mention.start - 12) : mention.start]
        if mention.kind != "person" and (_PASSED_ON.search(before) or passage.text[start : mention.start] in ("到", "至", "给")):
            schools = _ITS_SCHOOLS.match(passage.text, mention.end, end) if mention.kind == "region" else None
            return passage.written(mention.start, schools.end()) if schools else mention.name
    return None


def _who_got(passage: Passage, mentions: Mentions, start: int, at: int) -> str | None:
    """The name before 获得, 收到 and what it gets (乙校收到甲公司捐款2万元, 乙县争取资金300万元)."""
    text = passage.text
    named = [mention for mention in mentions.within(start, at) if mention.kind in ("organisation", "role", "generic", "region")]
    for first, second in pairwise(named):
        if RECEIVED_FROM.search(text, first.end - 1, second.start):
            return first.name
    first_one = named[0] if named else None
    if first_one is not None and _COMES_IN.fullmatch(text, first_one.end, at):
        return first_one.name
    return None


def _led_in(passage: Passage, mentions: Mentions, at: int) -> str | None:
    """The receiver in the line that leads in a list of sums (甲方向乙方捐赠，其中：（1）…)."""
    nodes = passage.clauses.ancestry(at)
    line = passage.line_before(nodes[-2].children[0].start) if len(nodes) > 1 else None
    if line is None or not passage.text[line.start : line.end].endswith("：") or line.start < nodes[-2].start:
        return None
    return _Gift(passage, mentions, line, at, spent=False).received(line.start, line.end)


def _touching(passage: Passage, mentions: Mentions, start: int, at: int) -> str | None:
    """A name that the sum follows at once, given something by a verb or listed after another (和云岭高级中学5万元帮扶资金)."""
    for mention in mentions.within(start, at):
        gap = passage.text[mention.end : at]
        before = passage.text[max(start, mention.start - 4) : mention.start]
        if mention.kind != "person" and len(gap) <= 1 and re.search(rf"(?:{_GIVES}|安排|下达|给|和|及|、|补)$", before):
            return mention.name
    return None


def _match(passage: Passage, pattern: re.Pattern[str], start: int, end: int) -> str | None:
    if start >= end:
        return None
    match = pattern.search(passage.text[start:end])
    if match is None:
        return None
    who = re.split("[由按]", match["who"])[0]
    if who != match["who"] and not _PEOPLE.fullmatch(who):
        return None
    return _trim(passage, start + match.start("who"), start + match.start("who") + len(who))


def _trim(passage: Passage, start: int, end: int) -> str | None:
    """Without the 的-modifiers that only describe (期满考核优秀的支教教师: 支教教师)."""
    words = passage.text[start:end]
    if "每" in words or "标准" in words or (words in _OWN and passage.text[start - 1] not in "所个"):
        return None
    verb = _VERB_FIRST.match(words)
    if verb:
        start += verb.end()
        words = words[verb.end() :]
    cut = words.rfind("的") + 1
    if cut and len(words) - cut > 2:
        start += cut
    return passage.written(start, end) if end - start >= 2 and passage.text[start] != "每" else None
