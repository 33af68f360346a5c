"""Who gives a sum.

Reads::

    甲方每年向乙方提供经费15万元                         甲方
    由受援方按每人每月1000元的标准发放                    受援方
    交通费用从柏林路小学公用经费中支出                    柏林路小学
    区财政每年安排专项经费80万元                          区财政

Leaves alone::

    学校出资2万元                                         the document's own 学校 is nobody named

Source: annotation guide of the record format, rules 20, 31, 34, 38 and 39.
"""

from __future__ import annotations

import re

from extractors.names.mentions import Mention, Mentions
from extractors.names.receivers import ALLOWANCE, LATER_YEAR, TOPIC
from extractors.names.shares import HANDED_OUT, share_beside
from extractors.names.subjects import Subjects
from extractors.text.passage import Passage, Stretch
from extractors.text.sentence_parts import clause_at, part_at

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
_NEAR = 60
_ITSELF = re.compile(r"(?:学校|我校|本校|本园|我园|本单位|自己|各自)")
_GIFT = re.compile("捐|资助|出资|拨付|投入|设立|援助")
_OWN_PURSE = re.compile("(?:学校|本[校园])?(?:公用经费|办公经费|办学经费|自有资金)(?:中)?(?:列支|支出|安排|解决)")
_TOTAL_OF = re.compile(r"[两二三四五六七八九以][上]?项?(?:合计|共计|总计)$")


def find_payer(passage: Passage, subjects: Subjects, mentions: Mentions, at: int) -> str | None:
    """Who gives the sum that stands at an offset, as the text names it; None where nobody is named."""
    sentence = passage.sentence_at(at)
    beside = share_beside(passage, mentions, sentence, at)
    if beside is not None and not beside[1]:
        return beside[0].name
    handed = HANDED_OUT.search(passage.text, sentence.start, at) if beside else None
    at = handed.start() if handed else at
    clause, part = clause_at(passage.text, sentence, at), part_at(passage.text, sentence, at)
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
    if passage.kind == "news" and part.start < clause.start and LATER_YEAR.match(passage.text, clause.start, clause.end):
        return None
    unspoken = turn.actor if turn is not None and turn.mention is None else None
    return _finance_subject(passage, part, at) or _from_purse(passage, mentions, part, at) or unspoken


def _is_given(passage: Passage, subjects: Subjects, part: Stretch, at: int) -> bool:
    """Whether somebody gives the sum before its clause ends, so that 由…发放 behind it only says who hands it on."""
    return subjects.actor(at) is not None and _GIFT.search(passage.text, part.start, at) is not None


def _on_another_topic(passage: Passage, subject_at: int, part: Stretch, clause: Stretch, at: int) -> bool:
    """Whether the sum's part of the sentence speaks of something else than the subject before it (；支教教师补贴按每月600元)."""
    text = passage.text
    if passage.kind == "news" and _other_year(text, clause, subject_at):
        return True
    topic = TOPIC.match(text[part.start : at]) or ALLOWANCE.match(text[part.start : at + 1])
    return subject_at < part.start and topic is not None


def _other_year(text: str, clause: Stretch, subject_at: int) -> bool:
    """A clause of its own year after another subject's: the unspoken subject need not be that one (2022年给予帮扶500万元)."""
    return subject_at < clause.start and LATER_YEAR.match(text, clause.start, clause.end) is not None


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
