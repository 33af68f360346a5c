"""Who gives a sum and who receives it.

Reads::

    甲方每年向乙方提供经费15万元                         甲方 → 乙方
    由受援方按每人每月1000元的标准发放                    受援方
    交通费用从柏林路小学公用经费中支出                    柏林路小学
    区财政每年安排专项经费80万元                          区财政
    资助乙方家庭经济困难学生，每生每年1500元              → 乙方家庭经济困难学生
    支教教师交通补贴按每月600元                           → 支教教师

Leaves alone::

    用于为沙沟园添置器械, 用于受援学校设备更新            a use, not a receiver
    学校出资2万元                                         the document's own 学校 is nobody named

Source: annotation guide of the record format, rules 20, 31, 34, 38 and 39.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from extractors.names.leads import RECEIVED_FROM
from extractors.names.mentions import Mention, Mentions
from extractors.names.subjects import Subjects
from extractors.text.passage import Passage, Stretch

_PAYS = r"统筹|安排|承担|拨付|拨给|拨出|列支|发放|解决|支付|支出|负担|出资|提供|核拨|下拨|落实|保障|补助|奖励|资助|补贴|统一|全额|按|从|一次|自筹|给予|投入|筹集|筹措|捐|支持|预算|购买|报销|垫付|设立|用|负责"
_AGENT = re.compile(
    rf"(?<![理来自缘])由(?P<who>[^，。；：\n]{{2,30}}?)(?=(?:每年|每学期|每月|另行|分别|共同)?(?:{_PAYS}))(?![^，。；]{{0,12}}自主)"
)
_FROM = re.compile(
    r"从(?P<who>[^，。；：\n]{2,24}?)(?:的)?(?:年度)?(?:公用经费|办公经费|办学经费|办学结余|自有资金|专项(?:经费|资金)?|经费|资金|预算|党费|捐款|基金)[^，。；]{0,6}(?:列支|支出|开支|解决|安排|支付|拿出)"
)
_FINANCE = re.compile(
    r"(?:[一-龥]{0,10}(?:省|市|县|区|镇|乡|州|旗))?(?:本级|各级|地方|同级|省级|市级|县级|区级|中央)?财政(?:局|部门)?"
    r"|(?:爱心|热心|社会)(?:企业|人士|个人|力量|各界|组织)(?:[和与及、](?:爱心|热心)?(?:企业|人士|个人|校友|商户))?|社会各界|(?:校友|企业家|爱心人士|乡贤|退休教师)[一-龥]{0,4}(?:先生|女士|老师|同志)"
    r"|[一-龥]{2,8}(?:帮扶|支教|援教|党员|志愿者?)团队|(?:学校|我[校园])?(?:家委会|家长委员会)|校友会|(?:爱心|热心)家长|(?:学校|幼儿园|[校园])?爱心基金(?=拿出|资助|捐|出资)|(?:全[市县区校镇园体]|广大)?(?:教职工|教职员工|干部职工|党员教师|师生|党员|教师|家长)(?=自发|踊跃|自愿|捐[款资赠出])"
)
_NOUN_END = re.compile(
    r"[，。；：！？、\s0-9（）“]|每|向|为(?!民)|给|对|从|于|在|将|共(?!青|产|建)|累计|拟|计划|先后|连续|捐|资助|拨|安排|提供|出资|投入|筹|募|列支|支付|承担|发放|补助|补贴|奖励|支持|设立|购|使用|争取|负责|另|还|再"
    r"|也|都|已|按|自愿|自筹|一次|统|核|给予|把|用|应|须|需|要|可|又|并|通过|全额|落实|派|选|组织|到|赴|以|帮|免|赠|慰问|救助|代表|率|带|走|来|与|的(?=支持|帮助|资助|关心)|联合|共同|主动|积极|专门|特|首批|首期|分|输送|选送|招收|拿出|获|得到|收到|接受"
)
_NO_NOUN = re.compile(r"^(?:的)?(?:有关|相关)?(?:负责人|领导|表示|介绍|校长|局长|园长|书记)|^(?:还|均|都|和|与|及|等|的$)")
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
_ALLOWANCE = re.compile(
    rf"^(?:〔[^〕]{{1,12}}〕)?(?P<who>{_PERSON_NOUN})(?:的)?(?:每人|每生|在[^，。；]{{1,12}}期间的?)?(?:(?:[一-龥]{{0,6}}?(?:补贴|津贴|补助|奖学金|助学金|课酬|食宿费|交通费"
    r"|差旅费|生活费|费用))(?:标准)?(?:按|为|每|由|：|标准|$)|，(?=每[人生名])|(?:按)?(?:每|照|[0-9]))"
)
_EACH = re.compile(r"每(?:一)?(?:所|名|位|个)(?P<who>[一-龥]{2,8}?(?:学校|教师|学生|幼儿园|班级|团队|学员|人员))")
_CHOSEN = re.compile(
    r"(?:评出|评选出?|表彰|选出|遴选)(?P<who>[一-龥“”]{2,12}?)(?:不超过|各|约)?[0-9一二三四五六七八九十两]{1,3}(?:个|名|所|对|位|项)"
)
_NEAR = 60
_VERB_FIRST = re.compile(r"(?:评选|评出|表彰|组织|安排|选出|其中|并|另|向|为|对|给予|给|予)+")
_ITSELF = re.compile(r"(?:学校|我校|本校|本园|我园|本单位|自己|各自)")
_PASSED_ON = re.compile(r"(?:捐赠给|捐给|赠给|送给|转给|转赠|赠送给)$")
_TOPIC = re.compile(r"^(?:[^，。；的]{2,16}的)?(?P<who>[一-龥]{0,8}?(?:教师|人员|学生|干部|志愿者))(?:除|在|赴|到|按|的|由|，)")
_GIFT = re.compile("捐|资助|出资|拨付|投入|设立|援助")
_SHARED = re.compile("(?:其中|分别(?:为|是)?|[、，；：和及])\\Z")
_HANDED_OUT = re.compile("拨付|安排|下达|补助|捐赠|资助|列支|投入|拨给|援助|分配|发放")
_COLLECTED = re.compile("收到|募集|筹集|筹措|认捐|接受|获得|捐款名单")
_LONGEST_NAME = 32
_OWN_PURSE = re.compile("(?:学校|本[校园])?(?:公用经费|办公经费|办学经费|自有资金)(?:中)?(?:列支|支出|安排|解决)")
_TOTAL_OF = re.compile(r"[两二三四五六七八九以][上]?项?(?:合计|共计|总计)$")
_LATER_YEAR = re.compile(r"(?:20[0-9]{2}年|[今去明]年)(?!度)")


def find_payer(passage: Passage, subjects: Subjects, mentions: Mentions, at: int) -> str | None:
    """Who gives the sum that stands at an offset, as the text names it; None where nobody is named."""
    sentence = passage.sentence_at(at)
    beside = _beside(passage, mentions, sentence, at)
    if beside is not None and not beside[1]:
        return beside[0].name
    handed = _HANDED_OUT.search(passage.text, sentence.start, at) if beside else None
    at = handed.start() if handed else at
    clause, part = _clause(passage.text, sentence, at), _part(passage.text, sentence, at)
    if _TOTAL_OF.search(passage.text, max(sentence.start, at - 6), at) or _OWN_PURSE.match(passage.text, clause.start, clause.end):
        return None
    turn = subjects.turn(at)
    own = turn is not None and turn.mention is not None and clause.start <= turn.start and not turn.agent
    for where in (clause,) if own else (clause, part):
        for match in _AGENT.finditer(passage.text, where.start, where.end):
            if abs(match.start() - at) < _NEAR and not (match.start() > clause.end and _is_given(passage, subjects, part, at)):
                if _ITSELF.match(match["who"]):
                    return None
                if who := _giver(passage, mentions, match.start("who"), match.end("who")):
                    return who
    named = turn if turn is not None and turn.mention is not None and not _on_another_topic(passage, turn.start, part, clause, at) else None
    if named is not None and named.mention is not None:
        finance = None if own or named.actor in (None, "双方") else _finance_subject(passage, part, at)
        return finance or (named.actor if named.actor in (None, "双方") else _extended(passage, named.mention))
    if passage.kind == "news" and part.start < clause.start and _LATER_YEAR.match(passage.text, clause.start, clause.end):
        return None
    unspoken = turn.actor if turn is not None and turn.mention is None else None
    return _finance_subject(passage, part, at) or _from_purse(passage, mentions, part, at) or unspoken


def _beside(passage: Passage, mentions: Mentions, sentence: Stretch, at: int) -> tuple[Mention, bool] | None:
    """The name right before a sum in a list of shares, and whether it receives.

    It receives where a sum is handed out (拨付40万元，其中甲校25万元), and gives where one has come in (收到7万元，其中甲公司5万元).
    """
    text = passage.text
    named = [mention for mention in mentions.within(max(sentence.start, at - _LONGEST_NAME), at) if mention.end == at]
    if not named or named[0].kind not in ("organisation", "generic", "role") or not _SHARED.search(text, sentence.start, named[0].start):
        return None
    before = text[sentence.start : named[0].start]
    if _COLLECTED.search(before):
        return named[0], False
    return (named[0], True) if _HANDED_OUT.search(before) else None


def _is_given(passage: Passage, subjects: Subjects, part: Stretch, at: int) -> bool:
    """Whether somebody gives the sum before its clause ends, so that 由…发放 behind it only says who hands it on."""
    return subjects.actor(at) is not None and _GIFT.search(passage.text, part.start, at) is not None


def _on_another_topic(passage: Passage, subject_at: int, part: Stretch, clause: Stretch, at: int) -> bool:
    """Whether the sum's part of the sentence speaks of something else than the subject before it (；支教教师补贴按每月600元)."""
    text = passage.text
    if passage.kind == "news" and _other_year(text, clause, subject_at):
        return True
    topic = _TOPIC.match(text[part.start : at]) or _ALLOWANCE.match(text[part.start : at + 1])
    return subject_at < part.start and topic is not None


def find_payee(passage: Passage, mentions: Mentions, place: Stretch, around: Stretch) -> str | None:
    """Who receives the sum at ``place``; ``around`` reaches from the sum before it to the one behind."""
    text, at, end = passage.text, place.start, place.end
    sentence = passage.sentence_at(at)
    part = _part(text, sentence, at)
    begin, stop = max(part.start, around.start), min(part.end, around.end)
    clause = _clause(text, Stretch(begin, stop), at)
    lead = passage.clauses.ancestry(at)
    start = (
        lead[-1].text_start if lead and sentence.start <= lead[-1].text_start <= clause.start + 8 and lead[-1].text_start < at else begin
    )
    if passage.kind == "news" and _LATER_YEAR.match(text, clause.start, clause.end):
        begin = start = clause.start
    beside = _beside(passage, mentions, sentence, at)
    if beside is not None and beside[1]:
        return beside[0].name
    steps: tuple[Callable[[], str | None], ...] = (
        lambda: _who_got(passage, mentions, clause.start, at),
        lambda: _passed_on(passage, mentions, end, stop),
        lambda: _touching(passage, mentions, clause.start, at),
        lambda: _received(passage, mentions, clause.start, at),
        lambda: _match(passage, _EACH, clause.start, at),
        lambda: _match(passage, _ALLOWANCE, max(start, clause.start), at + 1),
        lambda: _received(passage, mentions, end, clause.end),
        lambda: _received(passage, mentions, begin, clause.start),
        lambda: _received(passage, mentions, clause.end, stop, after=True),
        lambda: _match(passage, _ALLOWANCE, start, at + 1),
        lambda: _match(passage, _CHOSEN, begin, at),
        lambda: _match(passage, _TOPIC, start, at) if re.search(r"补|津贴|发放|奖", text[start:stop]) else None,
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


def _clause(text: str, sentence: Stretch, at: int) -> Stretch:
    start = max(sentence.start, *(text.rfind(mark, sentence.start, at) + 1 for mark in "，。；：\t"))
    stops = [place for mark in "，。；\t" if (place := text.find(mark, at, sentence.end)) >= 0]
    return Stretch(start, min(stops, default=sentence.end))


def _part(text: str, sentence: Stretch, at: int) -> Stretch:
    """The part of the sentence between semicolons: another part has givers of its own."""
    start = max(sentence.start, text.rfind("；", sentence.start, at) + 1)
    stop = text.find("；", at, sentence.end)
    return Stretch(start, sentence.end if stop < 0 else stop)


def _other_year(text: str, clause: Stretch, subject_at: int) -> bool:
    """A clause of its own year after another subject's: the unspoken subject need not be that one (2022年给予帮扶500万元)."""
    return subject_at < clause.start and _LATER_YEAR.match(text, clause.start, clause.end) is not None


def _giver(passage: Passage, mentions: Mentions, start: int, end: int) -> str | None:
    """The name at the beginning of a phrase, without what it does or where it takes the money from."""
    text = passage.text
    if re.search(r"自主|自行", text[start:end]) or re.match(r"统筹(?:使用|运用)|支配|使用|自主", text[end : end + 4]):
        return None
    named = [mention for mention in mentions.within(start, end) if mention.kind != "person"]
    if named and named[0].start - start <= 1:
        return "双方" if named[0].kind == "both" else _extended(passage, named[0])
    finance = _FINANCE.match(text, start, end)
    if finance:
        return passage.written(start, finance.end())
    words = text[start:end]
    if re.fullmatch(r"[一-龥]{2,12}", words) and not re.search(
        r"^(?:学校|我校|本校|各自|各方|派出|自己|对方|本人|个人|原单位|各校)|双方|协商", words
    ):
        return passage.written(start, end)
    return None


def _from_purse(passage: Passage, mentions: Mentions, sentence: Stretch, at: int) -> str | None:
    for match in _FROM.finditer(passage.text, sentence.start, min(sentence.end, at + 40)):
        named = mentions.within(match.start("who"), match.end("who") + 1)
        if named and named[0].start == match.start("who"):
            return named[0].name
    return None


def _finance_subject(passage: Passage, sentence: Stretch, at: int) -> str | None:
    """区财政, 爱心企业和个人 and their like at the beginning of a clause before the sum; the nearest one."""
    text = passage.text
    found = None
    place = sentence.start
    while place < at:
        lead = re.compile(
            r"[ ]*(?:（?[0-9一二三四五六七八九十]{1,3}[）、.：]|[一二三四五六七八九十]是)?[ ]*(?:截至[^，]{2,10}，|同时|此外|并|其中|另外|目前|每年|今年|去年|20[0-9]{2}年)?"
        ).match(text, place, at)
        begin = lead.end() if lead else place
        match = _FINANCE.match(text, begin, at)
        if match:
            found = passage.written(match.start(), match.end())
        marks = [spot for mark in "，；：" if (spot := text.find(mark, place, at)) >= 0]
        if not marks:
            break
        place = min(marks) + 1
    return found


def _extended(passage: Passage, mention: Mention) -> str:
    """The subject with the nouns that belong to it (鹿港区 + 财政, 广州旅商 + 2021届毕业生, 校友会)."""
    text = passage.text
    limit = passage.sentence_at(mention.start).end
    graduates = re.compile(r"[0-9]{4}届[一-龥]{2,5}?(?:毕业生|学生|校友)").match(text, mention.end, limit)
    if graduates:
        return passage.written(mention.start, graduates.end())
    stop = _NOUN_END.search(text, mention.end, min(limit, mention.end + 14))
    end = stop.start() if stop else mention.end
    tail = text[mention.end : end]
    if (
        not tail
        or len(tail) > 12
        or _NO_NOUN.search(tail)
        or not re.search(
            r"财政|企业|个人|人士|各界|校友|党员|教师|教职工|师生|家委会|代表团|工会|支部|学生|团委|商会|学会|基金|总会|公司|集团|职工|干部|少先队|团队|队$|会$",
            tail,
        )
    ):
        return mention.name
    return passage.written(mention.start, end)


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
