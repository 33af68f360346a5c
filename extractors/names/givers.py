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
from collections.abc import Sequence

from extractors.names.collectives import COLLECTIVE, nearest_collective
from extractors.names.leads import RECEIVED_FROM
from extractors.names.mentions import Mention, Mentions
from extractors.names.receivers import ALLOWANCE, GOT, LATER_YEAR, TOPIC
from extractors.names.shares import HANDED_OUT, share_beside
from extractors.names.subjects import Subjects, Turn
from extractors.text.passage import Passage, Stretch
from extractors.text.sentence_parts import clause_at, part_at

_PAYS = r"统筹|安排|承担|拨付|拨给|拨出|列支|发放|解决|支付|支出|负担|出资|提供|核拨|下拨|落实|保障|补助|奖励|资助|补贴|统一|全额|按|从|一次|自筹|给予|投入|筹集|筹措|捐|支持|预算|购买|报销|垫付|设立|用|负责|转[入账给]|汇[入给]|打入|划拨|亲手|交[到给]|转交|[买埋]单"
_AGENT = re.compile(
    rf"(?<![理来自缘])由(?P<who>[^，。；：\n]{{2,30}}?)(?=(?:每年|每学期|每月|另行|分别|共同)?(?:{_PAYS}))(?![^，。；]{{0,12}}自主)"
)
_FROM = re.compile(
    r"从(?P<who>[^，。；：\n]{2,24}?)(?:的)?(?:年度)?(?:公用经费|办公经费|办学经费|办学结余|自有资金|专项(?:经费|资金)?|经费|资金|预算|党费|捐款|基金)[^，。；]{0,6}(?:列支|支出|开支|解决|安排|支付|拿出)"
)
_NOUN_END = re.compile(
    r"[，。；：！？、\s0-9（）“]|义卖|亲手|自发|动员|发动|协调|联系|牵线|引进|号召|倡议|呼吁|纷纷|踊跃|每|向|为(?!民)|给|对|从|于|在|将|共(?!青|产|建)|累计|拟|计划|先后|连续|捐|资助|拨|安排|提供|出资|投入|筹|募|列支|支付|承担|发放|补助|补贴|奖励|支持|设立|购|使用|争取|负责|另|还|再"
    r"|也|都|已|按|自愿|自筹|一次|统|核|给予|把|用|应|须|需|要|可|又|并|通过|全额|落实|派|选|组织|到|赴|以|帮|免|赠|慰问|救助|代表|率|带|走|来|与|的(?=支持|帮助|资助|关心)|联合|共同|主动|积极|专门|特|首批|首期|分|输送|选送|招收|拿出|获|得到|收到|接受"
)
_NO_NOUN = re.compile(r"^(?:的)?(?:有关|相关)?(?:负责人|领导|表示|介绍|校长|局长|园长|书记)|^(?:还|均|都|和|与|及|等|的$)")
_GIFT_OF = re.compile(
    r"(?:[^，。；]{0,8}?(?:捐赠|捐|资助|拨付|下拨|援助|提供|赠送|赞助|支持|给予|出资))?的(?:(?:捐款|善款|资助|捐赠|援助|资金|经费|物资)?(?:价值)?)?[0-9一二两三四五六七八九十近约￥]"
    r"|(?:对口)?(?:帮扶|援助|协作|支援|捐赠|捐助|资助|爱心|专项)(?:资金|经费|款项?)[0-9一二两三四五六七八九十近约￥]"
)
_BEFORE_GIVER = re.compile(r"(?:(?:用|除|将|把|以|利用|使用|接收|收到|接到|获得|得到|获)了?(?:来自)?|来自)\Z")
_RAISED_FROM = re.compile("(?:经费|资金|款项?)(?:均|全部|主要|都)?来自于?")
_COMES_FROM = re.compile("(?:来自|源自|出自)于?|是由?|系")
_RECEIVES = re.compile(
    r"(?:享受|领取|领到|获得|得到|收到|获(?=[^，。；]{0,6}$)|争取(?:到|了){0,2}(?=[^，。；每投出捐拿安拨]{0,14}?(?:资金|经费|项目|补助|捐款|捐赠|善款|专款|$)))(?!的)[^，。；]{0,16}$"
)
_SAYS = re.compile(r"(?:宣布|承诺|表示|透露|计划|决定|介绍|说)[，：]\Z")
_BY_ITS_GIFT = re.compile("的?(?:大力|慷慨|无偿)?(?:资助|捐助|捐赠|赞助|援助|援建)下")
_WHOM_IT_HELPS = re.compile("(?:资助|捐助|救助|奖励)的")
_GETS = re.compile("(?:获得|得到|收到|接到|接受)了?(?:来自)?")
_ROUSED = re.compile(
    r"(?:动员|发动|协调|联系|号召|倡议|呼吁)(?P<who>[一-龥、和]{2,14}?)(?:自愿|踊跃|积极|自发|纷纷)?(?:捐|出资|认捐|凑|集资)"
)
"""商会动员爱心企业捐款: whom somebody moves to give gives."""
_COSTS = re.compile("(?:花费?|耗资|需要?|用去|投资|造价)[^，。；]{0,6}\\Z")
"""乙校的食堂改造花了28万元，由甲公司买单: what something cost, whoever paid."""
_ALONGSIDE = re.compile("[和与及、]")
_NEAR = 60
_ITSELF = re.compile(r"(?:学校|我校|本校|本园|我园|本单位|自己|各自)(?!家|党|师|全体|工会|教|团|关工委|[0-9])")
_GIFT = re.compile("捐|资助|出资|拨付|投入|设立|援助")
_OWN_PURSE = re.compile("(?:学校|本[校园])?(?:公用经费|办公经费|办学经费|自有资金)(?:中)?(?:列支|支出|安排|解决)")
_TOTAL_OF = re.compile(r"[两二三四五六七八九以][上]?项?(?:合计|共计|总计)$")


def find_payer(passage: Passage, subjects: Subjects, mentions: Mentions, at: int) -> str | None:
    """Who gives the sum that stands at an offset, as the text names it; None where nobody is named."""
    text, sentence = passage.text, passage.sentence_at(at)
    beside = share_beside(passage, mentions, sentence, at)
    if beside is not None and not beside[1]:
        return beside[0].name
    handed = HANDED_OUT.search(text, sentence.start, at) if beside else None
    at = handed.start() if handed else at
    clause, part = clause_at(text, sentence, at), part_at(text, sentence, at)
    own = (
        _gift_of(passage, mentions, clause, at)
        or _comes_from(passage, mentions, part.start, at, clause.end)
        or _funds(passage, mentions, part, at)
    )
    if own is not None:
        return own
    if _TOTAL_OF.search(text, max(sentence.start, at - 6), at) or _OWN_PURSE.match(text, clause.start, clause.end):
        return None
    turn = subjects.turn(at)
    itself = _begins_itself(text, clause) or (
        turn is not None and turn.mention is not None and clause.start <= turn.start and not turn.agent
    )
    alone = itself and not _COSTS.search(text, clause.start, at)
    agent = _agent(passage, subjects, mentions, (clause,) if alone else (clause, part), at)
    if agent is not None:
        return agent or None
    if _RECEIVES.search(text, clause.start, at) and not (turn is not None and _gives_before(text, turn, clause)):
        return _whose_gift(passage, mentions, clause, at)
    return _acting(passage, subjects, mentions, at)


def _acting(passage: Passage, subjects: Subjects, mentions: Mentions, at: int) -> str | None:
    """The subject of the sum's clause: the nearest that is named, with the people or the purse that belong to it."""
    text, sentence = passage.text, passage.sentence_at(at)
    clause, part = clause_at(text, sentence, at), part_at(text, sentence, at)
    turn = subjects.turn(at)
    collective = nearest_collective(passage, mentions, part.start, at)
    if turn is not None and turn.mention is not None and not _on_another_topic(passage, turn.start, part, clause, at):
        roused = _ROUSED.search(text, turn.start, at)
        if roused:
            return passage.written(*roused.span("who"))
        if (
            collective is not None
            and (turn.actor not in (None, "双方") or turn.mention.kind == "both")
            and collective.start >= turn.start
            and collective.end >= turn.mention.end
        ):
            return collective.name
        if turn.actor == "双方" and turn.mention.kind == "organisation":
            return turn.mention.name
        return turn.actor if turn.actor in (None, "双方") else _extended(passage, turn.mention)
    if passage.kind == "news" and part.start < clause.start and LATER_YEAR.match(text, clause.start, clause.end):
        return None
    if _begins_itself(text, clause):
        collective = nearest_collective(passage, mentions, clause.start, at)  # 住宿由甲校负责，学校拿出3000元: the document's own
    if collective is not None:
        return collective.name
    unspoken = turn.actor if turn is not None and turn.mention is None else None
    return _from_purse(passage, mentions, part, at) or unspoken


def _begins_itself(text: str, clause: Stretch) -> bool:
    """；学校从公用经费中拿出: a clause about the document's own, whoever acts before it."""
    return _ITSELF.match(text, clause.start, clause.end) is not None


def _gift_of(passage: Passage, mentions: Mentions, clause: Stretch, at: int) -> str | None:
    """用甲公司捐赠的|8万元, 收到来自甲公司的捐款|12万元: the giver in the words that describe the sum."""
    text = passage.text
    for mention in mentions.within(clause.start, at):
        if mention.kind == "person" or not _GIFT_OF.match(text[mention.end : at + 1]):
            continue
        if _BEFORE_GIVER.search(text[clause.start : mention.start]):
            return _extended(passage, mention)
    return None


def _funds(passage: Passage, mentions: Mentions, part: Stretch, at: int) -> str | None:
    """在甲公司的资助下，乙校建成价值15万元的教室."""
    text = passage.text
    for mention in mentions.within(part.start, at):
        if mention.kind != "person" and text[mention.start - 1 : mention.start] == "在" and _BY_ITS_GIFT.match(text, mention.end, at):
            return mention.name
    return None


def _whose_gift(passage: Passage, mentions: Mentions, clause: Stretch, at: int) -> str | None:
    """我校得到社会各界捐助9万元, 甲公司资助的30名学生领到2000元: the giver in a clause whose subject receives."""
    text = passage.text
    got = _GETS.search(text, clause.start, at)
    giver = COLLECTIVE.match(text, got.end(), at) if got else None
    if giver:
        return passage.written(*giver.span())
    giver = COLLECTIVE.match(text, clause.start, at)
    if giver and _WHOM_IT_HELPS.match(text, giver.end(), at):
        return passage.written(*giver.span())
    return next((one.name for one in mentions.within(clause.start, at) if _WHOM_IT_HELPS.match(text, one.end, at)), None)


def _comes_from(passage: Passage, mentions: Mentions, start: int, at: int, end: int) -> str | None:
    """8万元善款来自甲公司, 这8万元是甲公司捐的, 经费来自甲校的义卖，共计9826元."""
    text = passage.text
    source = _COMES_FROM.search(text, at, end) or _RAISED_FROM.search(text, start, at)
    named = mentions.within(source.end(), end) if source else ()
    if source is None or not named or named[0].start != source.end():
        return None
    given = source.end() <= at or source.group().startswith(("来", "源", "出")) or _GIFT.match(text, named[0].end)
    return _extended(passage, named[0]) if given else None


def _gives_before(text: str, turn: Turn, clause: Stretch) -> bool:
    """乙校收到|甲公司捐款, 甲公司设立助学金，30名学生每人获得1500元: the subject is who gives, and another receives."""
    if turn.mention is None:
        return False
    if clause.start <= turn.start:
        return RECEIVED_FROM.search(text, clause.start, turn.start) is not None
    return GOT.match(text[clause.start : clause.end]) is not None and _GIFT.search(text, turn.start, clause.start) is not None


def _agent(passage: Passage, subjects: Subjects, mentions: Mentions, places: Sequence[Stretch], at: int) -> str | None:
    """由甲方承担: who is said to pay; "" where that is the document's own (由学校承担), None where 由 names nobody."""
    sentence = passage.sentence_at(at)
    clause, part = clause_at(passage.text, sentence, at), part_at(passage.text, sentence, at)
    for where in places:
        for match in _AGENT.finditer(passage.text, where.start, where.end):
            if abs(match.start() - at) >= _NEAR or (match.start() > clause.end and _is_given(passage, subjects, part, at)):
                continue
            if _ITSELF.match(match["who"]):
                return ""
            if who := _giver(passage, mentions, match.start("who"), match.end("who")):
                return who
    return None


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
    if subject_at >= clause.start or _SAYS.search(text, subject_at, clause.start):
        return False
    return LATER_YEAR.match(text, clause.start, clause.end) is not None


def _giver(passage: Passage, mentions: Mentions, start: int, end: int) -> str | None:
    """The name at the beginning of a phrase, without what it does or where it takes the money from."""
    text = passage.text
    if re.search(r"自主|自行", text[start:end]) or re.match(r"统筹(?:使用|运用)|支配|使用|自主", text[end : end + 4]):
        return None
    named = [mention for mention in mentions.within(start, end) if mention.kind != "person"]
    first = COLLECTIVE.match(text, start, end)
    beside = next((mention for mention in named if first and _ALONGSIDE.fullmatch(text, first.end(), mention.start)), None)
    if beside is not None:
        return passage.written(start, beside.end)
    if len(named) > 1 and named[0].start == start and _ALONGSIDE.fullmatch(text, named[0].end, named[1].start):
        return "双方" if {one.kind for one in named[:2]} == {"role"} else passage.written(start, named[1].end)
    if named and named[0].start - start <= 1 and not (first and first.end() > named[0].end):
        return "双方" if named[0].kind == "both" else _extended(passage, named[0])
    if first:
        return passage.written(start, first.end())
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


def _extended(passage: Passage, mention: Mention) -> str:
    """The subject with the nouns that belong to it (鹿港区 + 财政, 广州旅商 + 2021届毕业生, 校友会)."""
    text = passage.text
    limit = passage.sentence_at(mention.start).end
    graduates = re.compile(r"[0-9]{4}[届级][一-龥]{0,5}?(?:毕业生|学生|校友会|校友)").match(text, mention.end, limit)
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
