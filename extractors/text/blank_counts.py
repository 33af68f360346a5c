"""Find counts that were left open: a measure word with a blank where its figure belongs.

Reads::

    选派____名骨干教师, 每学期××次, 选派（  ）名, 接收丙方　　名后备干部
    选派 名教师, 每学期互访 次                      a lone blank, between a verb and a measure word
    跟岗不少于____个月                              a minimum of time
    次数不少于____，                                 no measure word, but a word that asks for a figure

Leaves alone::

    第____次会议, ____年____月____日, 帮扶期限为____年, 提前____日      ordinals, dates, terms, deadlines
    一式____份                                                      the copies
    现有教师____人, 联系电话：____, 占地____亩                         what a form asks about a school
    参观 名校, 选派 名师, 活动 场所, 姓 名：, 第 一 次                   blanks of the layout
    选派__3__名                                                     filled in
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.text.blanks import FRESH, MARKED, SPACED, before_forms, is_bullet, is_filled, lead_of, shown_from
from extractors.text.measure_words import UNIT
from extractors.text.passage import Passage, Stretch

_BOUND = r"(?:不少于|不低于|不多于|不超过|不得?(?:少|低)于|至少|至多|最少|最多|达到?|大约|约|超过|共计?|合计|累计|总计|各|均|分别|计)"
_MARKED = re.compile(
    rf"(?P<blank>[ \t]{{0,8}}{FRESH}{MARKED}[ \t]{{0,40}})(?:[余多]|以上)?（?(?!名(?:师(?!范生|傅|资)|校(?![长级医])|园(?!长)|家(?!长|庭)|班主任工作室|医(?![生师务护院])|企(?!业)|著|优(?!秀|质)|品|人|片(?!区)|字|下|录))(?P<unit>{UNIT})(?!数)"
)
_SPACED = re.compile(
    rf"(?<=[一-龥）”，：])(?P<blank>{SPACED})(?P<unit>人次|人天|人(?!数|员|民|才|事|文|大|生|物|力|社|口|工|气|家|格|身|均|们|类|选|心|性|际|本)|名(?!单|册|称|额|字|师|家|园|人|医|校(?!长|级)|班(?!主)|誉|言|著|列|录|牌|义|片|下|次|目)"
    rf"|位(?!置|于|数|次|列)|次(?![日年月要序性品数第生新]|方程)|节次|节(?![日约省点奏能假目水气庆])|课时|学时|学分|场次|场(?![地所景馆面域合])|轮(?![岗流训换值])"
    rf"|期(?![间限末中初满望待刊许])|批次|批(?![准评改示复量阅注])|所(?![有在属需以示得谓])|个(?![别性体人])|项(?!目)|篇(?!章)|册|套(?!餐)|台(?![账阶风])|件|门(?![口类户诊])|堂|天(?![下然])|小时|家(?![长庭校园里教]))"
)
"""Blanks alone are looked at before fewer measure words: the others begin too many words (部门, 对口, 组织, 本校)."""
_CLOSED = re.compile(
    rf"(?<=[一-龥（）”：])(?P<blank>{SPACED})[余多]?(?P<unit>{UNIT})(?=(?:以[上下内]|左右)?[ ]?(?:[，。；、）|]|$))", re.MULTILINE
)
"""A wide blank and any measure word that ends its words: 印发简报　　期。"""
_ASKED = re.compile(
    rf"(?:次数|人数|名额|节数|场数|数量|人次|课时数|学时数)(?:分别)?(?:原则上)?(?:为|是|{_BOUND}|控制在)(?P<blank>[ ]?{MARKED})(?=[，。；、）\n]|$)",
    re.MULTILINE,
)
_LEAD = (
    rf"(?:{_BOUND}|每(?:次|期|批|周|月|年|学期|学年|季度|半年|两周|校|班|人|生)|[一每]?学期|全年|年均|为|其中|选[派送拔聘]|派[出遣驻]|遴选|抽调|委派|推[荐选]|安排|组织|接[收纳待受]|培[养训育]"
    r"|资助|帮[扶助带]|结对|指导|带教|举[办行]|开[展设放]|召开|进行|承办|送[教课培]|互[访派送]|听课|评课|观摩|巡[回讲]|走访|参[加与]|赠送|捐[赠献]|提供|配[备置]|建[立设成]|打造|创建|完成|撰写|发表|申报|设立|聘请|邀请|开发|选修"
    r"|交流|支教|跟岗|跟班|挂职|研修|教研|备课|研讨|讲座|论坛|活动|(?:网络|同步|专递|社团|示范)课|公开课|观摩课|研讨课|汇报课|优质课|展示课|会议|培训|调研|视导|督导|诊断|家访|沙龙|比赛|学习|走教|轮岗|座谈|展示|汇报|反馈|检查|考核|沟通|联系|辅导|直播"
    r"|教师|老师|学生|干部|校长|园长|骨干|专家|人员|图书|电脑|计算机|桌椅|设备|教具|玩具|绘本|教材|案例|课题|论文|项目|课例|微课|资源|甲方|乙方|丙方|双方"
    r"|结成|手拉手|确定|指定|明确|落实|评[选比出]|表彰|奖励|颁发|开通|接待|招收|编[发印写]|[印刊制]发|制作|录制|推送|阅读|撰|授课|引领课|联合|共同|承接|援建|改造|添置|购[买置]|聘任|代表|账号|简报)"
)
_LEADS = re.compile(rf"{_LEAD}[ ]?\Z")
_LED = re.compile(_LEAD)
_FOLLOWS = re.compile(
    r"(?:以[上下内]|左右|[ ]?(?:[，。；、）/！|]|$|\n)|(?:优|骨|教|老|学|管|中[层学小]|干|专|青|支教|跟岗|班|领|校[长级]|园长|副|后备|名师|薄弱|贫困|困难|留守|家庭|志愿|工作|乡|农村|主[讲题]|送教|讲座|公开|示|观|研|教研|集体|联[合席]|线上|听评?课"
    r"|主题|活动|会议|课|交流|培训|专[题业]|集中|互[访动]|双方|现场|座谈|跟班|管理|电|图书|多媒体|课桌|玩|绘|书|案例|论文|微|优秀|以|到|赴|在|参|进|开|全|文|心理|体育|艺术|音|美|语|数|英|理|化|信|科|特|与|和|及|的|用|作|为|县|市|区|省|新|本))"
)
_SINGLE = re.compile(r"(?<=[派送上听评讲教授选聘])\Z")
_AFTER_SINGLE = frozenset({"名", "节", "次", "人次", "课时"})
_FESTIVAL = re.compile("活动|期间|当天|系列|前夕|慰问|庆祝")
"""××节活动: a festival, and no lesson."""
_SEAL = re.compile("（(?:盖|公|签|印)")
_HEADER = re.compile(r"[^\t ，。；：]{1,8}(?:[\t ]+[^\t ，。；：]{1,8}){2,20}")
"""A table's head, its cells apart by blanks (项目 培训 人次)."""
_ORDINARY = re.compile(r"[一二两三四五六七八九十几多数每首再此下上该这那历依层档第届某]\Z|(?<![绘课书读剧样文教])本\Z")
"""第一 次, 每 次, 层 次: letters that a scan or a layout has set apart."""
_FURNITURE = re.compile(
    r"(?:现有|原有|在校|在编|在职|占地|面积|总人数|人口|教职工|专任教师(?:数|共)|编号|电话|邮编|年龄|教龄|周岁|工龄|班额|生源|户籍|家庭(?:成员|人口)|学校规模|容积|海拔|距(?:离)?)[^，。；\n]{0,12}\Z"
)
_DESCRIBED = re.compile(r"现有|占地|在校(?:学)?生|教职工|专任教师|教学班|办学规模|(?:概况|基本情况)[：，]")
_DONE = re.compile(r"派|送|组织|举办|培[训养]|接收|每|资助|帮扶|不少于|结对")
"""With one of these a sentence says what is done, and does not describe a school."""
_LABEL = re.compile(r"(?:人数|总数|学生数|教师数|班级数?|年级|教学班|规模)[ ]?：[ ]?\Z")
_COPIES = re.compile(r"一式|壹式|[各执存留持][^，。；]{0,6}\Z|备案|协议|合同|正本|副本")
_TIME_UNITS = frozenset(
    {
        "年",
        "个月",
        "月",
        "个学期",
        "学期",
        "个学年",
        "学年",
        "周",
        "天",
        "日",
        "个工作日",
        "工作日",
        "个星期",
        "星期",
        "小时",
        "个小时",
        "分钟",
    }
)
_NO_UNITS = frozenset({"学期", "学年", "日", "工作日", "星期", "月"})
"""Behind a mark these are a date's (____学年第____学期, ____月____日), unless a bound stands before them."""
_HOURS = frozenset({"小时", "个小时", "分钟"})
_LAPSE = re.compile(r"[ ]?(?:之?内|以内|前|后|之[前后]|起|期限|为限|的?期限|有效|期满)")
_TERM = re.compile(
    r"(?:期限|有效期|协议期|合作期|帮扶期|结对期|时限|提前|届满|期满|自签|自本|签字|生效|逾期|超过|聘期|任期|周期|时间)[^，。；]{0,8}\Z|(?:帮扶|结对|合作|托管|协议|有效)[^，。；]{0,4}(?:为期|年限)[ ]?\Z"
)
_STAY = re.compile(
    r"(?:支教|跟岗|跟班|挂职|轮岗|交流|任教|服务|学习|培训|研修|实习|脱产|驻校|蹲点|每[次期批])[^。；]{0,24}\Z|(?:不少于|不低于|至少|不短于|达)[ ]?\Z"
)
_SETS = re.compile("[一壹]式")
_CLAUSES = re.compile(r"[。；\n]")
_FAR = 120
_LONELY = 1
_LETTER_WIDE = frozenset({"\u3000", "\t", "\u2003"})
_LETTERSPACED = re.compile(r"[一-龥][ ](?=[一-龥](?:[ ]|[，。；：、]|$))")
_MOST_APART = 3
"""Single letters between blanks in one line: more than this, and the line is letterspaced."""


def find_blank_counts(passage: Passage) -> Iterator[Stretch]:
    """Where a count was left open, each with the words before it and its measure word, in reading order. Linear."""
    found: dict[int, Stretch] = {}
    end = before_forms(passage)
    for pattern, accepts in ((_MARKED, _is_marked), (_SPACED, _is_spaced), (_CLOSED, _is_closed), (_ASKED, _is_asked)):
        for match in passage.search(pattern):
            if match.start() >= end or is_filled(passage.text, match.start("blank")):
                continue
            if accepts(passage, match):
                at = match.start("blank")
                found.setdefault(at, Stretch(shown_from(passage.text, at, passage.start), match.end()))
    return iter([found[at] for at in sorted(found)])


def _is_marked(passage: Passage, match: re.Match[str]) -> bool:
    text = passage.text
    lead = lead_of(text, match.start("blank"), passage.start)
    if (
        is_bullet(text, match.start("blank"))
        or _SEAL.match(text, match.end())
        or (match["unit"] == "节" and _FESTIVAL.match(text, match.end("unit")))
    ):
        return False
    return not _is_form(passage, match, lead) and not _describes(passage, match) and _is_time_or_count(passage.text, match, lead)


def _is_spaced(passage: Passage, match: re.Match[str]) -> bool:
    text = passage.text
    lead = lead_of(text, match.start("blank"), passage.start)
    wide, leads = _is_wide(passage, match), _leads(lead, match)
    follows = _FOLLOWS.match(text, match.end("unit"), passage.end) is not None
    shown = (leads and (follows or wide)) or (follows and wide and _is_led(passage, match))
    if _ORDINARY.search(lead) or not shown or _is_layout(passage, match):
        return False
    return not _is_form(passage, match, lead) and _is_time_or_count(text, match, lead)


def _is_closed(passage: Passage, match: re.Match[str]) -> bool:
    """A wide blank behind words that say what is done; without a mark behind it only where a rate or a verb stands right there."""
    text = passage.text
    lead = lead_of(text, match.start("blank"), passage.start)
    if not _is_wide(passage, match) or _ORDINARY.search(lead) or not _is_led(passage, match) or _is_layout(passage, match):
        return False
    if text[match.end("unit") : match.end("unit") + 1] in ("", "\n") and not (_leads(lead, match) or "每" in lead):
        return False
    return not _is_form(passage, match, lead) and _is_time_or_count(text, match, lead)


def _is_wide(passage: Passage, match: re.Match[str]) -> bool:
    """More than one blank, or one as wide as a letter."""
    return len(match["blank"]) > _LONELY or passage.normal.original(*match.span("blank")) in _LETTER_WIDE


def _is_led(passage: Passage, match: re.Match[str]) -> bool:
    """Whether the sentence before a blank says what is done, or how often."""
    at = match.start("blank")
    return _LED.search(passage.text, max(passage.sentence_at(at).start, at - _FAR), at) is not None


def _is_layout(passage: Passage, match: re.Match[str]) -> bool:
    """A table's head, a cell's end, or a line whose letters are set apart."""
    text, end = passage.text, match.end("unit")
    line = passage.line_at(match.start("blank"))
    if _HEADER.fullmatch(text, line.start, line.end) or ("\t" in match["blank"] and end in (line.end, text.find("\t", end))):
        return True
    return len(match["blank"]) == _LONELY and len(_LETTERSPACED.findall(passage.words(line))) > _MOST_APART


def _leads(lead: str, match: re.Match[str]) -> bool:
    """Whether a verb, a bound or what is counted stands before the blank; a verb of one letter may be half of a word (到 位, 课 堂)."""
    return _LEADS.search(lead) is not None or (_SINGLE.search(lead) is not None and match["unit"] in _AFTER_SINGLE)


def _is_asked(passage: Passage, match: re.Match[str]) -> bool:
    return not _is_form(passage, match, lead_of(passage.text, match.start(), passage.start))


def _is_form(passage: Passage, match: re.Match[str], lead: str) -> bool:
    """What a form asks about a school, and the number of copies: 一式____份，甲方____份."""
    if _FURNITURE.search(lead) or (_LABEL.search(lead) and not _DONE.search(lead)):
        return True
    at = match.start("blank")
    sentence = _CLAUSES.split(passage.text[max(passage.start, at - _FAR) : at])[-1]
    return passage.text.endswith("份", at, match.end()) and bool(_COPIES.search(lead) or _SETS.search(sentence))


def _describes(passage: Passage, match: re.Match[str]) -> bool:
    """现有在校生____人，专任教师____人: a sentence that describes a school."""
    at = match.start("blank")
    sentence = _CLAUSES.split(passage.text[max(passage.start, at - _FAR) : at])[-1]
    return _DESCRIBED.search(sentence) is not None and _DONE.search(sentence) is None


def _is_time_or_count(text: str, match: re.Match[str], lead: str) -> bool:
    """A measure word of time counts only where it says how long somebody stays."""
    unit = match["unit"]
    if unit not in _TIME_UNITS:
        return True
    if _LAPSE.match(text, match.end("unit")) or (unit in _NO_UNITS | {"年"} and not re.search(rf"{_BOUND}[ ]?\Z", lead)):
        return False
    if unit in _HOURS:
        return True
    return _STAY.search(lead) is not None and not (_TERM.search(lead) and not _STAY.search(lead.rpartition("时间")[0] or lead))
