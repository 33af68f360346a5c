"""Organisations by their names' endings: schools, bureaus, governments, companies, foundations, Party branches.

Reads::

    走进平川县石佛镇中心学校                    平川县石佛镇中心学校
    对云岭高级中学和云岭二中两所学校            云岭高级中学, 云岭二中
    东湾市慈善总会每年捐赠                      东湾市慈善总会

Leaves alone::

    受援学校, 两所优质学校, 全县学校, 本校      classes of schools and pronouns
    中小学, 小学生, 集中学习, 初中阶段           no institution
    以课堂教学为中心, 教育格局                   no institution's ending
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.names.edges import Reach, reach_back
from extractors.names.lexicon import read_entries, short_regions
from extractors.names.units import LEADING_VERBS, PLACE_SUFFIX
from extractors.names.words import Word, Words
from extractors.text.punctuation import HAN
from extractors.text.quick import quick

_SCHOOL = (
    r"(?:公学(?=校[长监董])|公学(?![校生习历院科期前年])|职业教育中心学校|职教中心学校|中心小学|中心幼儿园|中心学校|中心校(?!长)|职校|职中(?!生)|技校|党校|幼儿园|幼稚园|托育园|中心园(?!长)"
    r"|保育院|中心完小|完小|完全小学|(?<!中小)中学校(?![长园内外区门本际级服车舍史训歌庆友])|(?<!中小)学校"
    r"|(?<!中)小学(?![生阶段部]|组(?![建织成团]))|中学(?![生习到会阶段部]|组(?![建织成团]))|中学(?=到[\u4e00-\u9fff]{2,14}?(?:[小中]学|幼儿园|[县乡镇村]))|学院(?!路|派(?![0-9专骨名出遣教学优优一二三四五六七八九十]))|大学(?![生城路])"
    r"|(?:高中|初中|职高)(?![生部阶段组双各年一二三毕教小幼班学语数课])"
    r"|(?<![期其集])[一二三四五六七八九十]{1,3}[中小幼](?![学儿国心小队全班生期级等型时部步块批组个华外介共午])"
    r"|(?<=[市县区旗])[一二三四五六七八九]高(?![一-龥]?[中级等考校年薪质标效])"
    r"|(?<=[0-9])中(?![学国心小队全班生期级])|(?<=[附实])[中小幼](?![学儿国心小队全班生期级等型时部步块批个华外介共午验]|组(?!织))"
    r"|(?<=村)幼儿班|(?<=村)小(?![学组规路卖型区孩朋巷院店队分额件企麦康])|特校|体校|艺校|卫校|职专|中专学校|中专(?!生)|团校|少年宫|教学点|幼教点|办学点)"
)
_OFFICE = (
    r"(?:(?:教育体育和科学技术|教育科技和体育|教育和体育|教育和科技|教育体育|教育科技|教科体|教科|教体|教育|科教体?"
    r"|社会事业|社会事务|社会发展|社会工作|公共服务|教育卫生|教卫|文教体?|教文体|科教文体?|教育文化体育|教育文化|教育科技体育|教育与体育|人力资源和社会保障|发展和改革|文化和旅游"
    r"|农业和农村|市场监督管理|乡村振兴|卫生健康|民政|财政|人社|科技|体育|公安|税务|司法|审计|统计|水利|交通|林业|档案|信访|医保|文旅|农业农村|国资|商务|卫健|应急管理|自然资源|住建|交通运输|民宗|民族宗教|水务|林草|城管|供电|烟草专卖|气象|邮政)"
    r"(?:工作)?[局厅](?!长|级|面)"
    r"|(?<=[省市州县区旗镇乡])关心下一代工作委员会|教育教学研究[室院]|教学研究室"
    r"|人民政府|政府(?!部门|工作|采购|办公|购买|性|投(?!入))|教育工委|教工委|教育督导室|(?<=[省市州县区旗镇乡])(?:委(?!员|派|托|会|任|书记)|政协|人大)|(?<=[省市州县区旗])财政(?![部局厅资支拨补专预扶收性投])"
    r"|(?:学生资助|教师发展|教师培训|教育考试|招生考试|教育技术|教育装备|技术装备|教育信息|信息技术|电化教育|教育服务|教育事业|教育资源|校外活动|青少年活动|勤工俭学)(?:化)?(?:与?装备)?(?:管理|服务|指导|研究|发展|保障)?中心(?![小学校])"
    r"|电化教育馆|教育馆|组织部(?!分)|宣传部(?!分)|统战部(?!分)|教育部(?!门|署|分)|教科院|教研院|教研室|教科所|教研所|电教馆|教育研究院|教师进修学院|团[省市州县区旗]委(?![员派托会任书])|妇联|工商联|残联|(?<=[省市州县区旗])(?:文联|科协|侨联|作协|体协|社科联|台联)|老干部局|团委|关工委|总工会|工会(?!员))"
)
_BODY = (
    r"(?:(?:随班就读|特殊教育|特教|融合教育)(?:指导|资源)中心|(?:学前教育|学前|小学|初中|高中|中小学|中职|特教)?(?:语文|数学|英语|物理|化学|历史|地理|政治|生物|音乐|体育|美术|科学)?名(?:教?师|校长|园长|班主任)工作室|(?:集团)?(?:有限责任公司|股份有限公司|有限公司)(?:[\u4e00-\u9fff]{2,8}?分公司)?|公司[\u4e00-\u9fff]{2,8}?[分支]公司|总公司|[分支]公司|公司|集团(?![化校成办军]|内(?!部))|基金会|慈善总会|慈善会|红十字会|总会|联合会|联谊会|同乡会|宗亲会|乡贤会|狮子会|扶轮社|义工联(?!合)|理事会(?![议成])|退休教师协会|老教师协会|研究会|促进会|商会|协会"
    r"|学会(?![了做在用对如怎自])|联盟(?![校学成内])|研究院|研究所|设计院|研究中心|出版社|电视台|报社|人民医院|医院|门诊部|妇幼保健院|保健院|卫生服务中心|(?:援疆|援藏|援青|对口支援)[\u4e00-\u9fff]{0,6}?指挥部|前方指挥部|(?:农村商业|农商|村镇|商业)银行|农村信用社|信用联社|(?:农村)?信用合作联社|军分区|(?<=[县市区])人武部|(?<![一二三四五六七八九十两几多0-9])支队(?![伍员部长])|银行(?:[\u4e00-\u9fff]{0,8}?(?:分行|支行))?|农商行|信用社|合作社|供销社|书店|法院|检察院|琴行|车行|商行|药店|饭店|商店|文具店|诊所|俱乐部|影院|博物馆|图书馆|科技馆|文化馆|青少年宫"
    r"|管委会|居委会|村委会|家委会|委员会(?!员)|办事处|代表团|(?:总)?支部委员会|校友会|旧生会|家长教师会|党总支(?!书记)|党支部(?!书记)|党委(?!书记|政府|领导)|志愿者协会|服务队|事务所|工作站|服务社|社工站|社工服务[站社]|酒店|宾馆|超市|药房|工厂|厂(?![长商房区家矿子])|旅行社|电台|杂志社|日报社|美术馆|纪念馆|体育馆|剧院|艺术团|歌舞团|乐团|救援队|义工队|车队|读书会|分行|支行|派出所|供电所|大队(?![部长辅])|(?<=[县市区])中队(?![部长员辅])|卫生院|福利院|校友总会)"
)
_CENTRE = r"中心(?!组(?!织)|[城镇]区?|任务|工作|环节|部位|思想|内容|轴|点|线|校|小学|学校|幼儿园|园)"
_ENDING = re.compile(quick(rf"(?P<school>{_SCHOOL})|(?P<office>{_OFFICE})|(?P<body>{_BODY})|(?P<centre>{_CENTRE})"))
_NOT_FOLLOWED = re.compile(r"[路街巷镇]|乡(?!村)|园区|城区|实验班|班(?!主任|子)|校友[一-龥]{1,3}(?:先生|女士|老师)")
_SECTION = (
    r"(?<=[局厅])(?:人事|组织人事|基础教育|基教|学前教育|学前|幼教|职业教育|职成教|职教|成教|普教|中教|初教|高中教育|义务教育|教师工作|教师管理|师资|师训|财务|计财|计划财务|督导|安全|体卫艺|德育|思政|政工|民办教育|综合|发展规划|规划)"
    r"(?:科|处|股)(?![技学室长研目])"
)
_FACULTY = (
    r"(?:(?!帮扶|支援|结对|联合|携手|对口|托管|选派|派出|组织)[\u4e00-\u9fff](?<![为对向给与和及赴到在每的将把被由从让同多各几两个属]))"
)
"""A character of a faculty's name, and none that parts one university from the next college (某大学|每年为|某学院)."""
_SUBJECT = r"(?:音乐|美术|艺术|体育|教育|师范|教师|外国语|文|理|法|医|工|商|数学|物理|化学|生命|科学|信息|工程|管理|经济|机械|马克思主义|新闻|传播|历史|文化|旅游|设计|学前|心理|人文|初等|特殊)"
_EXTENSION = re.compile(
    rf"{_SECTION}|(?<=[中学学院校])[0-9]{{2,4}}[级届]校友会|(?<=[中大]学|学院)(?:[\u4e00-\u9fff](?<![为对向给与和及赴到在每的将把被由从让同])){{2,4}}?校友会|(?<=大学|学院)(?:出版社|研究生支教团(?!队))|(?<=[商协总]会)[\u4e00-\u9fff]{{2,6}}?分会|(?<=局)[\u4e00-\u9fff]{{2,4}}?[大支]队(?![部长员])|(?<=工作室)联盟|(?<=[局厅])机关(?:工会|党委|党支部|党总支|幼儿园)(?!书记|员)|"
    rf"(?<=大学){_FACULTY}{{2,6}}?学院(?!路)|(?<=学院){_SUBJECT}{{1,3}}学院(?!路)|"
    r"(?:(?:第[一二三四五六七八九十])?附属[\u4e00-\u9fff]{0,6}?(?:小学|中学|幼儿园|学校|医院))|附设(?:幼儿[园班]|学前班)|实验(?:学校|小学|中学|幼儿园)|(?:（[\u4e00-\u9fff]{1,4}(?:校区|部|集团)）)"
    r"|(?:管理|投资|发展|文化|传媒|科技|连锁|服务|出版|发行|控股){0,2}(?:集团)?(?:(?:股份)?有限公司|有限责任公司)|教育督导(?:室|委员会|团)(?:办公室)?"
    r"|(?:管理|投资|发展|文化|传媒|科技|连锁|出版|发行|控股){0,2}集团(?![化校成办军]|内(?!部))|(?:教育)?集团(?![化校成办军]|内(?!部))|(?:教育发展|教育|慈善|公益|助学|爱心|扶贫)?(?:基金会|促进会)|(?<=[小中]学)[\u4e00-\u9fff]{2,3}?(?<![和与及到向为对给等的赴])教学点|(?:第[一二三四五六七八九十]{1,2})?(?:党支部|党总支)(?!书记)|(?:总)?支部委员会|委员会|校友总会|校友会|旧生会|同学会|家长教师会|党委(?!书记)|工会(?!员)|团委|少工委|家委会|家长委员会|关工委"
    r"|教研院|教研室|教科院|教师发展中心|教研中心|办公室|[\u4e00-\u9fff]{1,3}(?:校区|分校)|分校|总校|分园|总园|组织部|宣传部|统战部|教育工委"
)
_WITHOUT_PLACE = frozenset(
    {
        "团省委",
        "团市委",
        "团州委",
        "团县委",
        "团区委",
        "团旗委",
        "教育局",
        "教体局",
        "教育厅",
        "教育部",
        "教育体育局",
        "教育和体育局",
        "教科体局",
        "教育科技局",
    }
)
_CENTRE_KINDS = frozenset(
    {"教师发展", "教师培训", "职教", "职业教育", "学生资助", "资助", "考试", "教研", "电教", "融媒体", "教育发展", "教育信息", "教师教育"}
)
_OF_GIVERS = re.compile("[\u4e00-\u9fff]{2,8}(?:公益|志愿|社会工作|社工|助学|助残|慈善)(?:事业)?(?:发展|服务)?")
_BUILT = frozenset({"建设", "新建", "改建", "扩建", "援建", "捐建"})
_LONE_SCHOOLS = frozenset({"学校", "小学", "幼儿园", "高中", "初中", "职高", "教学点"})
_ONE_IN_A_COUNTY = frozenset({"特校", "职校", "职中", "职专", "体校", "艺校", "卫校", "党校", "少年宫"})
_CLASSES = frozenset({"学校", "职校", "技校", "高中", "初中", "职高", "教学点", "公司", "集团", "中心", "联盟", "委员会"})
_SHORTEST = 2
_LONGEST_LEVEL = 4
"""Characters before 高中 and 初中 in a name without a place: more of them describe a class of schools."""
_CLASSES_OF_GIVERS = frozenset(
    {
        "爱心企业",
        "热心企业",
        "校友企业",
        "会员企业",
        "合作企业",
        "民营企业",
        "共建企业",
        "结对企业",
        "龙头企业",
        "国有企业",
        "驻地企业",
        "共建单位",
        "爱心商家",
        "爱心单位",
        "当地企业",
        "本地企业",
        "社会组织",
        "公益组织",
        "受援学校",
        "支援学校",
    }
)
_OF_A_CLASS = 2
_UNION = re.compile("(?<=学院)(?:工会(?!员)|团委|校友会)")
"""Behind a faculty's name."""
_GROUP = re.compile("教育集团(?![化校成办军]|内(?!部))")
_ALUMNI = re.compile("校友(?:总)?会|旧生会")
_SENT_BY = re.compile("委派|委托|指派|派遣|邀请?|聘请?|资助")
"""受|甲协会委派: the verb of the passive stands before the name."""
_SCHOOL_END = re.compile("[校学院大中小高师专附园]\\Z")
"""What an alumni association's name says before its ending, and 名单见|校友会 does not."""
_COMPANY, _OF_COMPANY = re.compile(r"(?:公司|集团)\Z"), re.compile("党委|党支部|党总支")
"""A company's Party committee gives in the company's name."""
_GOVERNED = frozenset({"省直", "市直", "州直", "县直", "区直", "旗直"})
_PARTY_BODY = re.compile(r"(?:支部委员会|总支部|党委|委员会)\Z")
_OF_PARTY = re.compile(rf"中共(?:[{HAN}]{{1,4}}[省市州县区旗])?\Z")
_LONGEST_OF_PARTY = 8
_FIGURES = frozenset("一二三四五六七八九十")
_WIDE = ("省", "市", "州", "县", "区", "旗")
_VILLAGE = ("镇", "乡", "村", "街", "街道", "社区")


@dataclass(frozen=True, slots=True)
class Found:
    """An organisation at its place in the text.

    ``place_end`` is where the places at its front end, None without any; ``weak`` where it may be a class of schools for all that
    rules know.
    """

    start: int
    end: int
    place_end: int | None = None
    weak: bool = False

    @property
    def firm(self) -> bool:
        """Whether a place at its front leaves no doubt where it begins."""
        return self.place_end is not None


def find_organisations(text: str, start: int, end: int, words: Words, floors: Sequence[int] = ()) -> Iterator[Found]:
    """The organisations of ``text[start:end]``, in reading order; none reaches back over one of the sorted ``floors``.

    Linear in the text's length.
    """
    floor = start
    for match in _ENDING.finditer(text, start, end):
        if match.start() < floor or _NOT_FOLLOWED.match(text, match.end(), end) or text[match.start() - 1 : match.start()] == "）":
            continue
        at = bisect_right(floors, match.start())
        reach = reach_back(text, max(floor, floors[at - 1]) if at else floor, match.start(), words)
        if not _is_name(text, match, reach):
            continue
        if reach.start and text[reach.start - 1 : reach.start + 1] in ("（原", "教师") and reach.place_end is None:
            continue  # a school's former name; 7支教|师志愿服务队
        last = _extended(text, match.end(), end)
        weak = reach.place_end is None and match.group() in _CLASSES - {"教学点"} and all(map(_is_everyday, reach.words))
        own = _own_start(text, reach) + (text[reach.start] == "受" and _SENT_BY.match(text, last) is not None)
        yield Found(_with_party(text, max(floor, start), own, last), last, reach.place_end, weak)
        floor = last


def _is_everyday(word: Word) -> bool:
    """A word that says nothing of its own in a name: a common noun, a verb."""
    if len(word.text) == 1:
        return bool(word.tag) and not word.tag.startswith(("n", "j")) and word.tag != "g"
    return not word.tag.startswith(("nr", "ns", "nz")) and word.text not in read_entries("inside")


def _own_start(text: str, reach: Reach) -> int:
    """组织|玉屏路小学, ——记|云岭银行, 爱心企业|宏达公司: a verb that names of offices hold too, or a class of givers, before a name without a place."""
    if len(reach.words) > 1 and reach.words[0].text == "记" and text[: reach.start].endswith("-"):
        return reach.words[0].end
    if reach.place_end is None and len(reach.words) > 1 and (reach.words[0].text in LEADING_VERBS or reach.words[0].text in "获用见"):
        return reach.words[0].end
    if (
        reach.place_end is None
        and len(reach.words) > _OF_A_CLASS
        and "".join(word.text for word in reach.words[:_OF_A_CLASS]) in _CLASSES_OF_GIVERS
    ):
        return reach.words[_OF_A_CLASS - 1].end
    return reach.start


def _with_party(text: str, floor: int, start: int, end: int) -> int:
    """中共晏城市|榆林乡小学支部委员会: a Party organisation's name begins with its Party."""
    front = _OF_PARTY.search(text, max(floor, start - _LONGEST_OF_PARTY), start) if _PARTY_BODY.search(text, start, end) else None
    return front.start() if front else start


def _extended(text: str, at: int, end: int) -> int:
    """Where the name ends with what goes on behind its ending, a group last (某某大学|附属实验学校|教育集团)."""
    match = _EXTENSION.match(text, at, end)
    if match is None or (_OF_COMPANY.search(match.group()) and _COMPANY.search(text, max(0, at - 4), at)):
        return at
    union = _UNION.match(text, match.end(), end)
    if union:
        return union.end()
    group = _GROUP.match(text, match.end(), end) if not match.group().endswith("集团") else None
    return group.end() if group else match.end()


def _is_name(text: str, match: re.Match[str], reach: Reach) -> bool:
    kind, ending = match.lastgroup, match.group()
    if kind == "school":
        return _is_school(text, ending, reach)
    if kind == "office":
        return _is_office(ending, reach)
    if kind == "centre":
        return _is_centre(reach)
    return _is_body(ending, reach)


def _is_school(text: str, ending: str, reach: Reach) -> bool:
    rest = [word.text for word in reach.rest]
    if reach.place_end is None:
        return reach.before != "count" and _is_own_name(rest, ending)
    if reach.bare and reach.before == "count":
        return False
    if ending[0] in _FIGURES:
        return True
    if not rest:
        alone = ending == "幼儿园" and reach.before == "bound"
        return (ending in _ONE_IN_A_COUNTY or alone) if reach.bare else _place_alone(text, ending, reach)
    return rest[-1] not in read_entries("generic") or (rest == ["寄宿制"] and ending in ("小学", "中学") and not reach.bare)


def _place_alone(text: str, ending: str, reach: Reach) -> bool:
    """豊田鄉中學, 马鞍山教学点 and 古泉县幼儿园 are schools' names, 云溪市小学 and 云岭县学校 are not."""
    if ending not in _LONE_SCHOOLS:
        return True
    if ending == "幼儿园":
        return text[: reach.place_end].endswith((*_VILLAGE, "县", "旗"))
    if ending == "教学点":
        return not text[: reach.place_end].endswith(_WIDE)
    place = text[reach.start : reach.place_end]
    return place.endswith(_VILLAGE) or (place[-1] not in PLACE_SUFFIX and place not in short_regions())


def _is_own_name(rest: list[str], ending: str) -> bool:
    """A name without a place: it needs something that is no class of school (育才中学), or a number (第七幼儿园)."""
    if not rest or (len(rest) == 1 and len(rest[0]) == 1):
        return False
    if rest[-1] == "机关" and rest[0] in _GOVERNED:
        return True
    if rest[-1].startswith("第") and ending not in ("学校", "高中", "初中"):
        return True
    if ending[0] in _FIGURES:
        return not all(word in read_entries("generic") for word in rest)
    if ending in ("高中", "初中", "教学点") and len("".join(rest)) > _LONGEST_LEVEL:
        return False
    classes = read_entries("generic") | read_entries("descriptive")
    if rest[0] == "建设" and rest[1:]:
        rest = rest[1:]  # 建设|乡镇幼儿园
    return not all(word in classes or word in LEADING_VERBS or word in _BUILT for word in rest)


def _is_office(ending: str, reach: Reach) -> bool:
    if reach.before == "count" and (reach.bare or reach.place_end is None):
        return False
    if reach.place_end is not None:
        return True
    return ending in _WITHOUT_PLACE and not reach.words


def _is_centre(reach: Reach) -> bool:
    rest = "".join(word.text for word in reach.rest)
    if reach.place_end is not None:
        return len(rest) >= _SHORTEST and rest not in read_entries("generic")
    return reach.before != "count" and (rest in _CENTRE_KINDS or _OF_GIVERS.fullmatch(rest) is not None)


def _is_body(ending: str, reach: Reach) -> bool:
    rest = [word.text for word in reach.rest]
    if ending.endswith("工作室"):
        return reach.place_end is not None and not rest
    if reach.place_end is not None:
        return bool(rest) or ending not in ("公司", "集团", "委员会", "医院", "银行", "联盟")
    if reach.before == "count" or len("".join(rest)) < _SHORTEST:
        return False
    if _ALUMNI.fullmatch(ending) and not _SCHOOL_END.search(rest[-1]):
        return False
    return not all(word in read_entries("generic") or word in read_entries("inside") for word in rest)
