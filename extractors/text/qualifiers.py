"""What sets one promise apart from another of the same thing: when, for whom, by whom, how.

Reads::

    第一学年选派3名                      the first year
    初中部每学期送课4节                  the secondary school
    校长每学期听课10节                   the head teacher, and nobody else
    其中骨干教师2名、另派2名             a part, or one more

Leaves alone::

    每学期选派3名骨干教师到乙方送教      nothing but the promise itself

Two promises are of the same thing only where the words that set them apart are the same.
"""

from __future__ import annotations

import re
from collections import Counter

from extractors.text.bounds import LEAST, LESS, MORE, MOST
from extractors.text.measure_words import UNIT

_TIMES = (
    r"20[0-9]{2}(?:[-至]20[0-9]{2})?学?年|第[一二三四五六七八九十0-9]{1,2}(?:学年|学期|年度?|期|批|阶段|轮|次|季度|周)|首(?:年|期|批|学期|学年)|[前后]期|[上下]学期|[上下]半年|春季|秋季|暑[假期]|寒假|假期|[0-9一二三四五六七八九十]{1,2}月(?:份|[0-9]{1,2}日)?|年[底初中末]"
    r"|当年|次年|今年|明年|启动|实施阶段|总结阶段|试点|过渡期|以后|之后|期满|(?:[两二三四五六]|[2-6])年(?:内|共|累计)?"
)
_PLACES = (
    "小学|初中|高中|中职|职校|幼儿园|教学点|村小|学前|中心校|城区|农村|乡村|薄弱|偏远|寄宿|一年级|二年级|三年级|四年级|五年级|六年级|七年级|八年级|九年级|高[一二三]|初[一二三]|低年级|中年级|高年级|毕业班"
    "|语文|数学|英语|物理|化学|生物|历史|地理|政治|思政|道德与法治|音乐|体育|美术|艺术|科学|信息技?术?|劳动|心理|德育|安全|党建|书法|保教|保育|理科|文科|文化课|专业课|实训"
)
_OTHERS = (
    "副(?:校长|园长|书记|主任)|校长|园长|书记|中层|主任|管理(?:人员|干部|团队|骨干)|领导|班子|干部|班主任|教研员|后勤|家长|学生|幼儿|专家|名师|特级|高级|新(?:教师|入职|任)|青年|徒弟|师傅|导师|学科带头人"
    "|[紧松][密散]型|[A-Da-d一二三四]类|为期[0-9一二两三四五六半]{1,3}个?(?:学年|学期|年|月|周|天)|等次|等级|增派|增加|追加|加派|参[加与]|兼任|兼职|专职|全职|脱产|其他|一般|普通|重点|片区|线上|线下|网络|远程|空中|直播|现场|集中|分散|校内|校外|校级|县级|市级|区级|省级|国家级|园级|联合|单独|独立"
    "|其中|另外?|再|新增|额外|此外|除|还|含|累计|总计|共计|合计|总数|全[区县市]|每(?:校|人|名|位|班|科|学科|次|批|期|生|个)|人均|校均|各(?!方)|均|分别|互派|轮流|原则上|力争|争取|条件|如|若|确需|必要"
)
_SET_APART = re.compile(f"{_TIMES}|{_PLACES}|{_OTHERS}")
_OF_HEADING = re.compile(f"{_PLACES}|优秀|良好|合格|不合格|[A-Da-d一二三四]类")
_WHAT_SUFFICES = re.compile("完成(?:下列|以下|如下|上述)[^，。；：]{0,8}?(?:即为|方为|视为|的?为|的?，)?合格")
"""考核以完成下列任务为合格 names what is wanted at all, and no one of several marks."""
_TIME_OF_HEADING = re.compile(_TIMES)
_ON_CONDITION = re.compile(
    r"如(?!下|期|实|何)|若(?!干)|视(?![导频野听觉力])|根据(?:需要|实际|情况)|可(?=以|选|派|适|根|视)|确需|必要|在此基础上|增派|加派|此外|除此"
)
_SAME = {
    "两年": "二年", "2年": "二年", "3年": "三年", "4年": "四年", "5年": "五年", "信息技术": "信息", "再": "另", "另外": "另", "还": "另",
    "均": "各", "分别": "各", "乡村": "农村", "校均": "每校", "人均": "每人",
}  # fmt: skip
_KINDS = re.compile("骨干|青年|优秀|名师|学科带头人|高级|资深|专业|一线|紧缺|年轻")
_DEEDS = re.compile(
    "支教|送教|送课|送培|跟岗|跟班|挂职|顶岗|轮岗|走教|任教|任课|交流|研修|进修|培训|讲座|示范课|公开课|观摩课|研讨课|汇报课|优质课|同课异构|同步课堂|听课|评课|听评课|磨课|说课|集体备课|备课|教研|研讨|座谈|例会|联席会|会商|会议"
    "|指导|诊断|视导|督导|调研|检查|考核|评估|走访|家访|蹲点|结对|师徒|拜师|带教|培养|帮带|观摩|参观|学习|比赛|竞赛|赛课|运动会|夏令营|研学|联谊|文艺|手拉手|书信|捐赠|资助|奖励|表彰|评选|课题|论文|案例|资源|课件|试题|试卷|质量分析|监测|联考|工作坊|沙龙|论坛|简报|总结|报告|参加|接收|选派|派出|选送|安排|组织|驻校|驻点|管理|开放|录制|购置|配备|共享|制作|建设|新建|改造|设立|编写|打造|提供"
)
_BARE_DEEDS = frozenset("提供 选派 派出 选送 安排 组织 接收 参加 学习 管理 交流 指导".split())
"""Said of nearly every deed: they tell none from another unless they stand alone."""
_TAKES, _SENDS = re.compile("接收|接纳|接待|接受"), re.compile("选派|派出|选送|派遣|委派|派(?!驻)|输送")
_OF_ROW = re.compile(r"赴外|外出|[\t|]")
_COUNTED = re.compile(
    rf"第[0-9一二三四五六七八九十]{{1,3}}(?:学年|学期|年度?|期|批|阶段|轮|次|季度|周|条|款)?|(?:{LEAST}|{MOST}|{MORE}|{LESS}|累计|共计?|约|近)?[0-9一二三四五六七八九十两百千.半]+(?:-{{1,2}}|至|到)?[0-9一二三四五六七八九十两百千]*(?:余|多|来)?"
    rf"(?:{UNIT})(?:及?以[上下内]|左右)?|{LEAST}|{MOST}"
    r"|(?:每|按)(?:个|一)?(?:学年度?|学期|年度?|月|周|季度|半年|两周|半学期)"
)
_EMPTY = re.compile(
    r"(?:[到在进]|深入|走进)课堂|深入|走进|[到来]校|[到来]园|应当|应该|必须|应|须|需(?!求)|要(?!求|点)|负责|积极|定期|认真|统筹|计划|名额|人数|次数|撰写|写(?!作|字|生)|开展|组织|举办|举行|召开|开设|安排|进行|实施|完成|提供|承办|做好|给予|派出|选派|选送|派遣|委派|指派|派|双方|三方|各方|两校|学校|本校|对方"
    r"|[到赴去在向对给为与和及由把将从往的地了等其、，。；：· *●◆■•-]|上(?=[一-龥]{0,6}课)"
)
_SYNONYMS = {"研读": "阅读", "碰头会": "联席会", "听评课": "听课", "跟班": "跟岗", "集体备课": "备课"}
_DEED_NAMES = {"听评课": "听课", "派出": "选派", "选送": "选派", "跟班": "跟岗", "集体备课": "备课", "进修": "研修", "送培": "送教"}


def set_apart(words: str) -> frozenset[str]:
    """The words that set a promise apart from another of the same thing."""
    return frozenset(_SAME.get(word, word) for word in _SET_APART.findall(words))


def times(words: str) -> frozenset[str]:
    """The times that a promise is for (第一学年, 2025年, 暑期), and the word that makes it hang on something else (如, 视)."""
    found = (*_TIME_OF_HEADING.findall(words), *_ON_CONDITION.findall(words))
    return frozenset(_SAME.get(word, word) for word in found)


def headed_apart(one: str, other: str) -> bool:
    """Whether two headings set apart what stands under them: other schools or subjects, or two different times."""
    first, second = (frozenset(_TIME_OF_HEADING.findall(words)) for words in (one, other))
    if first and second and first != second:
        return True
    return frozenset(_OF_HEADING.findall(_WHAT_SUFFICES.sub("", one))) != frozenset(_OF_HEADING.findall(_WHAT_SUFFICES.sub("", other)))


def kinds(words: str) -> frozenset[str]:
    """What kind of people: 骨干, 优秀."""
    return frozenset(_KINDS.findall(words))


def deeds(words: str) -> frozenset[str]:
    """What is done, by the names of deeds; those said of nearly every deed only where no other is named."""
    found = frozenset(_DEED_NAMES.get(word, word) for word in _DEEDS.findall(words))
    return found - _BARE_DEEDS or found


def is_bare(done: frozenset[str]) -> bool:
    """Whether deeds are only such as are said of nearly everything."""
    return done <= _BARE_DEEDS


def differ(one: str, other: str) -> bool:
    """Whether each of two contents has a word that the other lacks (实习, 就业), and none only says more than the other."""
    first, second = Counter(one), Counter(other)
    return (first - second).total() > 1 and (second - first).total() > 1


def content(words: str) -> str:
    """What a promise is of, whatever its words' order: its characters without numbers, rates, bare verbs and small words, sorted.

    每月到校开展会诊2次 and 会诊由其每月到校安排4次 have one content.
    """
    bare = _EMPTY.sub("", _COUNTED.sub("", words))
    for word, other in _SYNONYMS.items():
        bare = bare.replace(word, other)
    plain = bare.replace("活动", "").replace("工作", "")
    return "".join(sorted(plain if len(plain) > 1 else bare))


def are_opposite(one: str, other: str) -> bool:
    """Whether one takes in what the other sends (接收, 选派)."""
    pairs = ((one, other), (other, one))
    return any(_TAKES.search(first) and _SENDS.search(second) and not _TAKES.search(second) for first, second in pairs)


def covers(words: str, label: str) -> bool:
    """Whether a promise says all that the short name of one says: 选派教师到乙方跟岗学习 covers 选派跟岗教师."""
    wanted, found = Counter(content(_OF_ROW.sub("", label))), Counter(content(words))
    return wanted.total() > 1 and not wanted - found


def without_deed(noun: str, done: frozenset[str]) -> str:
    """Who does a deed, without the deed: of 跟岗教师 and 跟岗 this is 教师."""
    deed = next((one for one in done if noun.startswith(one) and len(noun) - len(one) > 1), "")
    return noun.removeprefix(deed).removeprefix("的")
