"""What one sentence says of the names in it: that they give assistance, or that they receive it.

Reads::

    甲校选派6名教师到乙校支教                甲校 gives, 乙校 takes
    乙校安排5名教师到甲校跟岗                 the same: who goes to learn receives
    受援学校：乙校、丙校                      they take, by their label
    确定乙校为成员校                          it takes, by its part

Leaves alone::

    在县教育局的正确领导下, 报县教育局备案    neither
    委托师范大学承办                          hired
    首次超过县三中, 毕业于师范大学            named in passing
"""

from __future__ import annotations

import re
from typing import Literal

from extractors.names.clusters import Cluster, is_attribute
from extractors.names.deeds import LEARN, NOTHING, TAKES_PART, Weight, weigh_subject
from extractors.names.mentions import Mentions
from extractors.names.parts_played import part_played
from extractors.text.passage import Passage, Stretch

_TO = re.compile(
    r"(?:(?<![得受收看听达提想感取])到|赴|走进|深入|来到|奔赴|前往|走到|送到|派往|派到|派驻|进驻|开进|去|抵达|走访|驻|驶[进入向]|运抵|发往|运往|运到|寄往|寄到|送往|汇入|汇往)(?:[\u4e00-\u9fff]{1,6}的)?(?:本[县区市镇乡](?:内)?)?(?:(?:结对|对口|友好|姊妹|共建)(?:学校|校|园|单位))?$"
)
_FOR = re.compile(
    r"(?:(?<!应)对|给|为|向|帮扶|支援|援建|帮助|资助|支持|指导|认领|蹲点|包联|捐赠|捐给|赠给|协助|助力|惠及|扶持|(?:受托|代为|全面)管理|代管|托管|辐射|带动|带领|改善|提升|慰问|吸纳|接收|接待|服务|新建|援建|捐建|改造|修缮|扩建|改建|派给|送给|带(?=好))(?:了|好)?(?:[省市县区乡镇村校][内里]的|本[县区市镇乡])?$"
)
_HELPED_BY = re.compile(
    r"(?:得到|得益于|受到|接受|感谢|依托|借助|通过|发挥|利用|邀请|聘请|来自|争取|主动争取|得|(?<![恳提敬])请|获得|获赠|收到|获)(?:了|到|到了)?(?:来自)?$"
)
_HELP = re.compile(
    r"(?:的)?[^，。；]{0,10}?(?:支持|支援|帮扶|帮助|指导|援助|捐赠|资助|关心|关爱|引领|辐射|示范|优质|优势|资源|名师|专家|支教|送教|团队|骨干|名额|救助|补助|资金|经费|(?<!获)奖|助学金|善款|志愿者|图书|书籍|物资|文具|校服|书包|礼物|礼包|电脑|器材|叔叔阿姨|爱心|善举|义举|善款)"
)
_ITS_GOODS = re.compile("的[^，。；的]{1,8}?[0-9]{1,6}余?(?:个|套|件|册|台|箱|双|份|本|架)")
"""一份礼物，来自甲队|的应急包400个."""
_FUNDS = re.compile(r"(?:的)?[^，。；]{0,10}?(?:救助|补助|资金|经费|拨款|捐|奖)")
_LEADS = re.compile(r"(?:局|厅|委|政府|委员会|党组|组织部)$")
_SCHOOL = re.compile(r"(?:[校园小中幼]|[中小大]学|学院|教学点|职教中心|职业(?:技术)?教育中心)$")
_FUNDED = re.compile(
    r"[^，。；]{0,16}(?:(?:落实|解决|给予|匹配|统筹|下达|争取|设立)[^，。；]{0,16}(?:资金|经费|补助|基金|[0-9]元|万元)|配备|配发|购置|添置|减免)"
)
_COPULA = re.compile(r"(?:(?:结对|帮扶|共建|联谊|挂钩|联系|原)(?:学校|单位|园|校)|名单|对象)(?:为|是)$")
_JOINS_IN = re.compile(r"(?:共同|积极)?(?:参与|协同|配合|协助)(?=[，。；]|$)")
_GUIDES = re.compile(r"(?:的)?[^，。；]{0,10}?(?:指导|关心|关爱|引领|带动|领导|安排)(?:之)?[下中]")
_WITH_HELP = re.compile(
    r"(?:的)?[^，。；]{0,10}?(?:支持|支援|帮扶|帮助|指导|援助|捐赠|资助|捐助|赞助|援建|关心|关爱|引领|带动)(?:之)?[下中]"
)
_PAID_FOR_TEACHING = re.compile("[^，。；]{0,10}(?:支教|送教|轮岗|走教)(?:教师)?[^，。；]{0,4}(?:补贴|补助|津贴|经费)")
"""Whose teaching elsewhere is paid for gives assistance."""
_LISTEN = re.compile(
    r"学$|[^，。；]{0,8}(?:学习|反馈|汇报|看齐|致谢|致以|表示|感谢|谢意|请教|取经|请示|锦旗|感谢信|借[阅用调来]|租借|求助|申请)"
)
_VISITED = re.compile(r"[^，。；]{0,6}?(?:参观|观摩|考察|取经|学习[^，。；]{0,14}?(?:经验|做法|模式))")
_ROTATES = re.compile(r"[^，。；]{0,4}轮岗(?!任教|支教|帮扶)")
_CONTROLLED = re.compile("[^，。；]{0,4}?(?:检查|督查|巡查|暗访|执法|整治)")
_STAYS = re.compile("跟岗|跟班|挂职|研修|进修|浸润|影子|培训|实习|顶岗")
"""Whoever is visited once to see how it is done there gives no assistance by that."""
_TO_BE_TRAINED = re.compile("(?:教师|老师|校长|学员|干部)[^，。；]{0,4}(?:赴|到|前往)$")
_TRAINED = re.compile("培训(?=[，。；]|$)")
_THERE_TO_LEARN = re.compile(r"^，[^，。；]{0,14}?(?:跟岗|跟班|研修|进修|参观学习|考察学习|学习取经|取经|观摩学习)(?!教师|人员|学员)")
_AT = re.compile(r"(?![^，。；]{0,4}(?:组织|举办|举行|召开|集中)[^，。；]{0,4}培训)[^，。；]{0,6}(?:听课|学习|跟岗|观摩|培训|进修|跟班)")
_THANKED = re.compile(r"感谢[^。；]{0,30}$")
_ONLY_LED = re.compile(
    r"(?:的|给予我[校园]的)?(?:一直以来的|长期以来的|大力|亲切|悉心|正确|精心|热情|高度)?(?:关心|关怀|指导|领导|重视|督导)(?:[和与、及](?:关心|关怀|指导|领导|重视|支持|督导)){0,3}(?=[，。；！]|$)"
)
_I_GO = re.compile(r"我(?![校园县市区局镇乡院省])[^，。；]{0,10}$")
_GOVERNING = re.compile(r"(?:局|厅|政府|委|[县市区州旗省镇乡村]|集团|联盟|中心校|总校|社区)$")
_GOODS = re.compile("捐|赠|送|支教|帮扶|慰问|指导|培训|任教|授课|讲学|义诊|支援|调研|走访|挂职|任职")
"""Whoever goes to a hall or a museum helps nobody there, unless he does something for it."""
_TEACHERS_GO = re.compile(
    r"(?:(?<![派名])(?:教师|老师)|的[0-9一二三四五六七八九十两]{1,3}[名位](?:教师|老师))[^，。；派]{0,6}(?:到|赴|去|前往)$"
)
_ADVISE = re.compile("评课|指导|诊断|调研|把脉")
_TO_LISTEN = re.compile(r"[^，。；]{0,4}(?:听课|听评课|借书|备课|磨课)")
_HELD_AT = re.compile(
    r"[^，。；]{0,6}(?:(?:开展|举行|举办)[^，。；]{0,14}(?:送教|帮扶|捐|支教|结对|研讨|讲座|示范课|义诊|教学|教研|活动)|上了|执教|上(?:了)?(?:示范|公开|课)|送教|授课|支教|(?:任教|驻点|蹲点)(?!的|于|期间)|揭牌|落成|启用|落户|挂牌|开馆|开齐|开足|开设|设立|建成|建立|建设)"
)
_TEAM_IN = re.compile("(?:团队|队员|教师|干部|专家|工作组)[^，。；]{0,8}在$")
_WORKS = re.compile("[^，。；]{0,4}(?:开展工作|工作|担任|任教|任职|挂职|驻校)")
_GIVING_EVENT = re.compile(r"(?:捐赠|送教|帮扶|支教|助学)[^，。；]{0,8}在$")
_AUTHORITY = re.compile(r"(?:在|按照|根据|经|由|报|报送|受|遵照|依据|落实|响应|贯彻|请示|上报|抄送)$")
_LEADERSHIP = re.compile(
    r"(?:的)?[^，。；]{0,8}(?:领导下|部署|要求|安排(?:下|$)|统筹|备案|批准|同意|文件|通知|《|关于|精神|组织的(?![^，。；]{0,12}(?:送教|支教|名师|专家|讲师|志愿|团|队))|组织下|牵线|推荐|考核|督查|督导|印发|审核|汇报|书面|号召|解释)"
)
_CHECKED = re.compile(r"[^，。；]{0,10}(?:考核|督查|督导|检查|验收|评估|通报|约谈|表彰)")
_BEARS = re.compile(r"(?:费|食宿|经费|补助|补贴|津贴|开支|资金|待遇)[^。；]{0,12}由$")
_PASSING = re.compile(
    r"(?:现任|时任|就职于|供职于|任职于|超过|高于|考入|考取|考上|升入|毕业于|就读于|曾在|曾任|录取|转入|转到|原|赶超|不如|位于|来源)$"
)
_TOLD = re.compile(r"[\u4e00-\u9fff]{0,4}(?:获悉|获知|得知|了解到)")
_EMPLOYS = re.compile("的?(?:一[名位])?(?:资深|普通|退休)?(?:律师|员工|职工|职员|医生|护士|教授|经理|合伙人|工程师|编辑|记者|研究员)")
"""他是甲律师事务所|的律师: whose man somebody is."""
_INVITED = re.compile(r"(?:邀请|请来|请到|特邀|聘请|邀)(?:了|来|到)?$")
_EXPERT = re.compile(r"[^，。；、]{0,10}?(?:专家|教授|学者|编审|编辑|博士|研究员)")
_IS = re.compile(r"(?:是|为|系|作为)$")
_HELPED_ONE = re.compile(r"的(?:对口|结对|重点)?(?:受援|受帮扶|被帮扶|协作|帮扶|支援)(?:园|校|学校|单位|对象)")
"""我园是甲园的受援园."""
_ATTENDS = re.compile(
    r"[^，。；]{0,6}?(?:有关|相关|主要|分管)?(?:负责人|负责同志|领导|同志|代表)[^，。；]{0,20}(?:参加|出席|陪同|见证|列席|到场)|[^，。；]{0,4}(?:出席|陪同|列席)"
)
_HOLDS = re.compile("(?:联合|共同)?(?:主办|承办|协办)(?!的)")
_CHARGED = re.compile("(?:负责|承担|做好|参与|继续)$")
_OF_HELP = re.compile(r"的(?:结对|对口|组团式?)?(?:帮扶|支援|托管|帮带|援助)(?:工作|任务)?(?=[，。；]|$)")
_TAKEN_IN = re.compile("(?:新增|增加|将|把|确定|吸纳)(?:了)?$")
_AS_HELPED = re.compile(
    r"(?:为|作为|纳入)[^，。；]{0,8}?(?:帮扶|结对|支援|托管|项目|受援|带动|扶持)(?:学校|对象|单位|校|园|范围|计划|名单)"
)
_FOR_USE = re.compile(r"用(?:于|来|以)[^，。；]{0,2}$")
_IS_BUILT = re.compile(r"[^，。；]{0,14}(?:建设|改造|购置|新建|修缮|维修|更新|添置|采购|扩建|迁建)")
"""用于甲校实训基地建设: who has the use of money receives it."""
_WITH_THEIR_HELP = re.compile(r"在[^，。；]{2,24}?(?:支持|支援|帮扶|帮助|援助|捐赠|资助|捐助|赞助|援建)(?:之)?下，[^，。；]{0,6}\Z")
_BUILT_BY = re.compile("(?:援建|捐建|捐资|出资|资助|捐赠)[^，。；的]{0,12}的$")
_WELCOMES = re.compile("迎来了?$")
_GUESTS = re.compile("[^，。；]{0,12}?(?:老师|教师|志愿者|专家|团队|客人|医生|大学生|礼物|捐)")
_WHAT_IT_GAVE = re.compile("[^，。；的]{0,6}?(?:捐赠|捐建|援建|捐助|送来|送去|赠送|寄来|资助|赞助)的(?!学校|对象|单位|学生)")
"""孩子们穿上了甲公司|送来的新校服."""
_TAKES_FROM = re.compile("[^，。；]{0,10}手[中里]接")
_HAS_BUILT = re.compile("(?:建成|建设|修建|翻修|装修)了?$")
_BUILDING = re.compile("[^，。；]{0,10}?(?:楼|室|馆|堂|操场|宿舍|工程|书屋|图书角|运动场)")
_PARTNER = "的(?:结对|对口帮扶|帮扶|受援|姊妹|友好)(?:学校|校|园|单位|对象)"
_PARTNER_OF = re.compile(rf"{_PARTNER}(?:-{{1,2}}|、|：)?$")
_HAS_PARTNER = re.compile(_PARTNER)
_PUBLISHES = re.compile("[^，。；]{0,4}(?:出版|编写|主编|发行)")
_REPORTED = re.compile(r"[^，。；]{0,16}(?:报道|转载|刊登|刊发|采用|录用|评为|授予|确定为|认定为)")
_BEGINS = re.compile(
    r"(?:^|[年月日期来后前时中上下里内由是末底初间度天、“”）).：\t 0-9]|其中|同时|此外|另外|以及|包括|目前|今年|分别|继续|则|还|也|再|又|并|而|且|仅|如|凡|年来|一方面)$"
)
"""What may stand before a subject in its clause."""
_COMES = re.compile(r"[^，。；]{1,14}?(?:来|到|入|莅)[校园](?:作|上|开展|送|授|讲|指导)")
_COMMITTEE = re.compile("领导小组|工作专班|指挥部|联席会议|工作组")
_ITS_MEMBER = re.compile(r"[^，。；]{0,8}?为(?:小组|专班)?成员")
_IS_OBJECT = re.compile(r"(?:参观|观看|游览|瞻仰|引进|引入|成立|创建|打造|组建|建立|撤销|合并|出席|拟建|采购)(?:了)?$")
_HIRED = re.compile(r"(?:委托|聘请第三方|第三方|承办单位|施工|采购)[^，。；]{0,4}$")
_LIST_COUNT = re.compile(r"[ \t：]{0,3}[0-9]{1,3}(?:名|人|个|位)[ ]?(?:[，、；。\n]|$)")
_GIFT = re.compile(r"[ \t：]{1,3}[^，。；：\n]{0,12}?[0-9]{1,9}(?:\.[0-9]{1,4})?万?(?:元|册|台|套|件|个|张|副|本|箱)")
_SHARE = re.compile(r"[ \t：]{0,3}[0-9]{1,9}(?:\.[0-9]{1,4})?万?(?:元|册|台|套|件|张|副|本|箱)")
_WITH = re.compile(r"(?:与|和|同|跟|及|、|联合|携手|牵手)$")
_NUMBER = re.compile(r"[ ]{0,4}(?:（?[0-9一二三四五六七八九十]{1,3}[、.）]|第[一二三四五六七八九十]{1,3}、)[ ]{0,4}")
_TEACH = re.compile("任教|支教|授课|送教|帮扶")
_TOGETHER = re.compile(r"[两三四]校|双方")
_VISITORS = re.compile(r"(?:[两三四]校|学生|少先队员|队员|孩子|师生|家长)(?!志愿)")
_BEFORE, _AFTER, _LEAD, _FAR = 16, 60, 200, 80


def weigh(passage: Passage, mentions: Mentions, cluster: Cluster, sentence: Stretch) -> Weight:
    """What a sentence says of the names of a cluster."""
    text = passage.text
    clause = clause_at(text, sentence, cluster.start, cluster.end)
    before = text[max(clause.start, cluster.start - _BEFORE) : cluster.start]
    after = text[cluster.end : clause.end]
    if _is_in_passing(text, sentence, cluster, before, after):
        return NOTHING
    if _TAKEN_IN.search(before) and _AS_HELPED.match(after):
        return Weight(takes=1, acts=True)
    part = part_played(passage, sentence, cluster)
    if part is not None:
        return Weight(gives=2 * (part == "supporter"), takes=2 * (part == "recipient"), acts=True)
    if _THANKED.search(text, sentence.start, cluster.start) and _ONLY_LED.match(after):
        return NOTHING
    if _TO.search(before) and _VISITORS.search(text, clause.start, cluster.start) and not _TEACH.search(after):
        only_seen = _VISITED.match(after) and not _STAYS.search(after)
        learns = re.search(LEARN, after) and not only_seen and not _TOGETHER.search(text, clause.start, cluster.start)
        return Weight(gives=1) if learns else NOTHING
    if (_INVITED.search(before) and _COMES.match(after)) or (_IS.search(before) and _HELPED_ONE.match(after)):
        return Weight(gives=1)
    name = text[cluster.members[-1].start : cluster.members[-1].end]
    placed = (
        _as_beneficiary(before, after, name)
        or _by_place(before, after, text[clause.end : sentence.end], name)
        or _by_preposition(before, after)
    )
    if placed is not None:
        return placed
    return _as_subject(passage, mentions, cluster, sentence) if _is_subject(text, mentions, clause, cluster) else NOTHING


def _as_beneficiary(before: str, after: str, name: str) -> Weight | None:
    """What a name is whose help somebody is in charge of, that has the use of money, or that is another's partner (甲校的结对校——|乙校)."""
    helped = _CHARGED.search(before) and _OF_HELP.match(after)
    built = _HAS_BUILT.search(before) and _SCHOOL.search(name) and _BUILDING.match(after)
    partner = _PARTNER_OF.search(before) or (_BUILT_BY.search(before) and _SCHOOL.search(name))
    used = _FOR_USE.search(before) and _SCHOOL.search(name) and _IS_BUILT.match(after)
    return Weight(takes=1, acts=True) if helped or used or built or partner else None


def _is_in_passing(text: str, sentence: Stretch, cluster: Cluster, before: str, after: str) -> bool:
    """Whether names are told of on the way: a source, an authority that only leads, an expert's employer, a committee's member."""
    return (
        any(pattern.search(before) for pattern in (_PASSING, _IS_OBJECT, _HIRED))
        or (_AUTHORITY.search(before) is not None and _LEADERSHIP.match(after) is not None)
        or _ATTENDS.match(after) is not None
        or after.startswith(("关于", "颁发的", "授予的"))
        or (_IS.search(before) is not None and _EMPLOYS.match(after) is not None)
        or (before.endswith("为") and _PUBLISHES.match(after) is not None)
        or (before.endswith("由") and _HOLDS.match(after) is not None)
        or (before.endswith("被") and _REPORTED.match(after) is not None)
        or (before.endswith("从") and _TOLD.match(after) is not None)
        or (_INVITED.search(before) is not None and _EXPERT.match(after) is not None)
        or (_COMMITTEE.search(text, sentence.start, cluster.start) is not None and _ITS_MEMBER.match(after) is not None)
    )


def _as_subject(passage: Passage, mentions: Mentions, cluster: Cluster, sentence: Stretch) -> Weight:
    """What is said of names that begin a clause, or that stand in a list with what they give or get."""
    text = passage.text
    lead = text[max(passage.start, cluster.start - _LEAD) : cluster.start]
    if _SHARE.match(text, cluster.end) and re.search("分配|发放|分发", lead):
        return Weight(takes=1)
    if _LIST_COUNT.match(text, cluster.end):
        return _from_list(text, passage)
    if _JOINS_IN.match(text, cluster.end) and "牵头" in text[sentence.start : cluster.start]:
        return Weight(gives=1)
    if _GIFT.match(text, cluster.end) and "捐" in lead:
        return Weight(gives=1, acts=True, pays=True)
    rest = Stretch(cluster.end, _next_subject(text, mentions, cluster.end, min(sentence.end, cluster.end + _FAR)))
    said = weigh_subject(text, rest)
    if _BEARS.search(text, sentence.start, cluster.start) and re.match("承担|负担|支付|解决|列支", text[cluster.end : rest.end]):
        return Weight(gives=1, acts=True, pays=True)
    if said == NOTHING and _WITH_THEIR_HELP.search(text, sentence.start, cluster.start):
        return Weight(takes=1, acts=True)
    if said == NOTHING and _LEADS.search(text[cluster.start : cluster.members[-1].end]) and _FUNDED.match(text, rest.start, rest.end):
        return Weight(gives=1, acts=True, pays=True)
    return said


def _next_subject(text: str, mentions: Mentions, start: int, end: int) -> int:
    """Where the next name stands that nothing is done to: it may act itself."""
    for other in mentions.within(start, end):
        before = text[max(start, other.start - _BEFORE) : other.start]
        if (
            other.kind != "person"
            and "，" in text[start : other.start]
            and not (
                _TO.search(before) or _FOR.search(before) or _WITH.search(before) or _HELPED_BY.search(before) or before.endswith("在")
            )
        ):
            return text.rfind("，", start, other.start)
    return end


def clause_at(text: str, sentence: Stretch, start: int, end: int) -> Stretch:
    """The clause around a name, between ，； and ：."""
    begin = max(sentence.start, *(text.rfind(mark, sentence.start, start) + 1 for mark in "，；：\t"))
    stops = [place for mark in "，；\t" if (place := text.find(mark, end, sentence.end)) >= 0]
    return Stretch(begin, min(stops, default=sentence.end))


def _by_place(before: str, after: str, rest: str, name: str) -> Weight | None:
    """What a name is that somebody goes to, or where something is done; an authority that only leads is neither."""
    if _TO.search(before):
        if _CONTROLLED.match(after) or _ROTATES.match(after) or (_VISITED.match(after) and not _STAYS.search(after)):
            return NOTHING
        learns = (
            re.search(LEARN, after)
            or (not after and _THERE_TO_LEARN.match(rest))
            or _listens(before, after)
            or (_TO_BE_TRAINED.search(before) and _TRAINED.match(after))
        )
        if not learns and not _SCHOOL.search(name) and not _GOVERNING.search(name) and not _GOODS.search(after):
            return NOTHING
        if not learns and TAKES_PART.match(after):
            return Weight(gives=0.5)
        return Weight(gives=1) if learns else Weight(takes=1, acts=True)
    if not before.endswith("在"):
        return None
    if _WITH_HELP.match(after):
        return NOTHING if _LEADS.search(name) and _GUIDES.match(after) else Weight(gives=1.5, acts=True)
    if _AT.match(after):
        return Weight(gives=1)
    held = (
        _HELD_AT.match(after)
        or (_TEAM_IN.search(before) and _WORKS.match(after))
        or (_GIVING_EVENT.search(before) and re.match(r"[^，。；]{0,6}(?:举行|举办)", after))
    )
    return Weight(takes=0.6) if _SCHOOL.search(name) and held else NOTHING


def _listens(before: str, after: str) -> bool:
    """Whether teachers, or the writer, go there to hear lessons and not to advise."""
    goes = _I_GO.search(before) is not None or (_TEACHERS_GO.search(before) is not None and not _ADVISE.search(after))
    return goes and _TO_LISTEN.match(after) is not None


def _by_preposition(before: str, after: str) -> Weight | None:
    if (before.endswith("从") and _TAKES_FROM.match(after)) or (_WELCOMES.search(before) and _GUESTS.match(after)):
        return Weight(gives=1, acts=True)
    if _WHAT_IT_GAVE.match(after) and not _FOR.search(before):
        return Weight(gives=1, acts=True, pays=True)
    if before.endswith("来自") and _ITS_GOODS.match(after):
        return Weight(gives=1, acts=True, pays=True)
    if _HELPED_BY.search(before) and _HELP.match(after):
        return Weight(gives=1.5, acts=True, pays=_FUNDS.match(after) is not None)
    if before.endswith("请") or _COPULA.search(before):
        return NOTHING
    return _as_object(before, after) if _FOR.search(before) else None


def _as_object(before: str, after: str) -> Weight:
    """What a name with 向, 对, 给 or a verb of helping before it is: it receives, unless it is thanked or checked."""
    if before.endswith(("向", "为", "给")) and _HAS_PARTNER.match(after):
        return Weight(gives=1)
    if _PAID_FOR_TEACHING.match(after):
        return Weight(gives=0.5)
    if before.endswith("向") and _LISTEN.match(after):
        return Weight(gives=1)
    if before.endswith(("对", "为")) and _CHECKED.match(after):
        return NOTHING
    return Weight(takes=1, acts=True)


def _from_list(text: str, passage: Passage) -> Weight:
    """云桥区第一小学3名，朝晖中学2名: places shared out among those who send, or who are sent to learn."""
    title = passage.words(passage.title) if passage.title else text[passage.start : passage.start + _AFTER]
    if re.search(r"支教|轮岗|走教|送教|援[藏疆青]|交流", title):
        return Weight(gives=1)
    return Weight(takes=1) if re.search(r"跟岗|培训|研修|学习|挂职", title) else NOTHING


def part_in_clause(text: str, mentions: Mentions, sentence: Stretch, cluster: Cluster) -> Literal["subject", "object"] | None:
    """Whether names begin what is said in their clause, or something is done to them or by their help; None where neither is certain."""
    clause = clause_at(text, sentence, cluster.start, cluster.end)
    before = text[max(clause.start, cluster.start - _BEFORE) : cluster.start]
    if _TO.search(before) or _FOR.search(before) or _HELPED_BY.search(before):
        return "object"
    if any(pattern.search(before) for pattern in (_IS_OBJECT, _PASSING, _HIRED)) or before.endswith(("在", "从")):
        return None
    begins = _BEGINS.search(before) is not None and _is_subject(text, mentions, clause, cluster)
    return "subject" if begins else None


def _is_subject(text: str, mentions: Mentions, clause: Stretch, cluster: Cluster) -> bool:
    before = text[clause.start : cluster.start]
    if before.endswith("由"):
        return True
    if _WITH.search(before) and not _NUMBER.fullmatch(before):
        return False
    return all(
        other.kind == "person" or other.end == cluster.start or is_attribute(text, other.end, cluster.start)
        for other in mentions.within(clause.start, cluster.start)
    )
