"""What an organisation's name is made of, so that two names can be held against each other.

Reads::

    云溪市石桥镇中心小学          places 云溪, 石桥; marks 中心; a primary school
    枫林县第三初级中学            place 枫林; number 三; mark 初级; a middle school
    沱水自治县教育科技局          place 沱水; an education office

Leaves alone::

    石桥镇, 教务处, 二班          no organisation's ending
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from extractors.names.aliases import PEOPLES
from extractors.names.lexicon import short_regions
from extractors.text.numerals import read_number

_KINDS: tuple[tuple[str, str], ...] = (
    (
        "part",
        r"校区|分校|分园|教学点|[学小中]部|校友(?:总)?会|家长?委员?会|(?<=[校园学院])教育(?:发展)?基金会|工作室|教[务导研学]处|工会|团委|少工委|教研[组室]|年级组|党委|办公室|[科股处室]",
    ),
    ("party", r"党?总支部?(?:委员会)?|党?支部(?:委员会)?"),
    (
        "team",
        r"(?:青年|党员|教师|学生|大学生|巾帼|医疗|科技)?(?:志愿者?(?:服务)?|支教|宣讲|讲师|救援)(?:服务)?(?:总|大|小|分)?[队团]|服务[总大]?队",
    ),
    ("union", r"工会委员会|总工会"),
    ("kindergarten", r"幼儿园|幼稚园|托育园|保育院|幼儿教育中心|幼教中心|(?<=中心)园|(?<=[一二三四五六七八九十实机])幼"),
    (
        "vocational",
        r"职业技术教育中心(?:学校)?|职业教育(?:培训)?中心(?:学校)?|职教中心(?:学校)?|职业(?:技术)?(?:初级|高级)?中学|(?:中等)?职业(?:技术|技能)?学校|(?:高级)?技工学校|技师学院|(?:职业)?中等专业学校|中专学校?|职业学校|职业高中|职校|职中|职高|技校|职专",
    ),
    (
        "special",
        r"(?:启智|培智|聋哑|盲聋哑|盲哑)?特殊教育(?:中心)?学校|特殊教育中心|特教学校|特校|(?:启智|培智)学校|(?:聋哑|聋人|盲哑|盲聋哑|盲人|聋|盲)学?校",
    ),
    ("primary", r"小学校?|完小|(?<=[一二三四五六七八九十实附])小"),
    ("middle", r"(?:初级|高级|完全)?中学校?|高中|初中|(?<=[一二三四五六七八九十附0-9])[中高]"),
    (
        "training",
        r"教师(?:进修|培训|发展|教育|研修)(?:中心|学院|学校|院校)|进修(?:学校|学院)|教育?(?:教学|科学)?研究?[室院所]|教师进修校|教科院|教研[室院]",
    ),
    ("college", r"大学|学院|师大|师院|职院"),
    ("school", r"(?:九年(?:一贯)?制|十二年(?:一贯)?制|一贯制|完全|寄宿制|寄宿)?学校|(?<=中心)校|公学"),
    (
        "hospital",
        r"(?:妇幼)?保健(?:医院|院|所|站)|(?:人民|中心|中医药?|中西医结合)?医院|中医院|卫生院|卫生服务中心|门诊部|(?<=[一二三四五六七八九十])院",
    ),
    ("venue", r"(?:图书|博物|纪念|科技|文化|美术|体育|科学)馆|(?:青)?少年宫|活动中心"),
    (
        "bank",
        r"(?:农村)?(?:商业|合作|信用)?(?:银行|信用社|合作联社|联社)(?:股份)?(?:有限)?(?:责任)?(?:公司)?(?:[一-龥]{2,8}[分支]行)?|农商行|[分支]行",
    ),
    ("brigade", r"[支大中]队"),
    ("ward", r"街道办(?:事处)?|村(?:民)?委(?:员)?会|居(?:民)?委(?:员)?会"),
    ("education", r"(?:教育|教体|教科|科教|文教|教文|教卫)[一-龥]{0,10}[局厅]|教育委员会|教委"),
    ("office", r"[一-龥]{2}[局厅]|人民政府|政府"),
    ("group", r"教育集团|(?<=[学校园])集团"),
    (
        "association",
        r"(?:总)?(?:协会|联合会|促进会|商会|联谊会|学会|研究会|同乡会|乡贤会)|(?<=[省市州盟县区旗])(?:科协|文联|妇联|残联|工商联|侨联|义工联)",
    ),
    ("company", r"(?:集团)?(?:股份)?有限(?:责任)?公司|公司|集团"),
    ("foundation", r"基金会|慈善(?:总)?会"),
    ("centre", r"中心"),
)
_KIND = tuple((name, re.compile(rf"(?:{pattern})\Z")) for name, pattern in _KINDS)
_MARKS = (
    "实验",
    "试验",
    "中心",
    "民族",
    "公办",
    "民办",
    "助学",
    "示范",
    "完全",
    "机关",
    "直属",
    "(?<=[省市州县区])[省市州县区]直",
    "直",
    "外国语",
    "外语",
    "希望",
    "附属",
    "师范",
    "现代",
    "综合",
    "九年一贯制",
    "九年制",
    "九年",
    "一贯制",
    "寄宿制",
    "寄宿",
    "中等",
    "高等",
    "初级",
    "高级",
    "职业",
    "技术",
    "技能",
    "专业",
    "教育",
    "公益",
    "慈善",
    "发展",
    "公立",
    "双语",
    "特殊",
    "集团",
)
_MARK = re.compile(rf"(?:{'|'.join(sorted(_MARKS, key=len, reverse=True))}|第?(?P<number>[一二三四五六七八九十]{{1,3}}|[0-9]{{1,3}}))\Z")
_SAME = {"试验": "实验", "外语": "外国语", "直": "直属", "省直": "直属", "市直": "直属", "州直": "直属", "县直": "直属", "区直": "直属"}
"""Other words for a mark."""
_PLACE = re.compile(r"(?P<stem>[一-龥]{1,7}?)(?P<level>(?:自治[州县区旗]|地区|新区|开发区|街道|[省市州盟县区旗镇乡村])+)")
_LONG_LEVELS = ("自治州", "自治县", "自治区", "自治旗", "地区", "新区", "开发区", "街道")
_TRADE = re.compile(
    "(?:食品|科技|实业|建设|建筑|电子|信息|智能|装备|重工|贸易|商贸|能源|投资|控股|发展|文化|传媒|教育|置业|物流|医药|制药|机械|制造|工业|农业|化工|精工|数控|纺机"
    "|网络|软件|通信|服饰|文具|集团|股份|环保|电力|汽车|旅游|餐饮|新)+\\Z"
)
_OF_ANOTHER = frozenset({"party", "group", "team", "union"})
"""Bodies whose name is another's with an ending of their own (实验小学|教育集团, 人民医院|志愿服务队)."""
_LONGEST = 40
_BRAND = 2


@dataclass(frozen=True, slots=True)
class NameForm:
    """``stems`` are the places at the front without what says their level, then the name proper if there is one (石桥, 育才).

    ``levels`` are the levels of the places; ``marks`` the everyday words before the kind (实验, 中心), ``numbers`` its ordinals.
    """

    name: str
    stems: tuple[str, ...]
    levels: tuple[str, ...]
    proper: str
    marks: frozenset[str]
    numbers: tuple[str, ...]
    kind: str
    ending: str
    body: str
    """What stands between the places and the ending, marks and numbers among it (民族寄宿制前沿)."""

    @property
    def core(self) -> str:
        """All that tells it from others of its kind, in one piece."""
        return "".join(self.stems)


@lru_cache(4096)
def read_name(name: str) -> NameForm | None:
    """The parts of a name, None where it ends like no organisation."""
    if not 2 <= len(name) <= _LONGEST:
        return None
    for kind, pattern in _KIND:
        match = pattern.search(name)
        if match:
            return _form(name, kind, match.start())
    return None


def _form(name: str, kind: str, at: int) -> NameForm:
    inner = read_name(name[:at].removeprefix("中国共产党").removeprefix("中共")) if kind in _OF_ANOTHER else None
    if inner is not None:
        return replace(inner, name=name, kind=f"{kind} of {inner.kind}", ending=inner.ending + name[at:])
    whole = rest = PEOPLES.sub("", name[:at].removeprefix("中国共产党").removeprefix("中共"))
    marks: set[str] = set()
    numbers: list[str] = []
    while match := _MARK.search(rest):
        if match["number"]:
            numbers.insert(0, str(read_number(match["number"]) or match["number"]))
        else:
            marks.add(_SAME.get(match.group(), match.group()))
        rest = rest[: match.start()]
    stems: list[str] = []
    levels: list[str] = []
    end = 0
    while match := _PLACE.match(rest, end):
        stem, level = _level(match["stem"], match["level"])
        stems.append(stem)
        levels.append(level)
        end = match.end()
    proper = _brand(rest[end:]) if kind == "company" else rest[end:]
    return NameForm(
        name, (*stems, *([proper] if proper else [])), tuple(levels), proper, frozenset(marks), tuple(numbers), kind, name[at:], whole[end:]
    )


def _level(stem: str, level: str) -> tuple[str, str]:
    """红旗|乡, 景德镇|市: of several words for a level the last one is it, and the others belong to the name."""
    last = next((word for word in _LONG_LEVELS if level.endswith(word)), level[-1:])
    return stem + level.removesuffix(last), last.removeprefix("自治")


def _brand(proper: str) -> str:
    """湖南|稻香里|食品: what tells a company from others, without its region and its trade."""
    trade = _TRADE.search(proper, _BRAND)
    brand = proper[: trade.start()] if trade else proper
    region = next((brand[:length] for length in (3, 2) if brand[:length] in short_regions() and len(brand) - length >= _BRAND), "")
    return brand.removeprefix(region)
