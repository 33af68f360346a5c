"""Invented places, bodies and people; every body has its full name and what it may be called for short."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tests.planted.teacher.dice import Dice

_CITIES = ("明洲市", "滨港市", "瑞川市", "澜海市", "嘉岭市", "锦澄市", "东沽市", "望湖市", "宁浦市")
_DISTRICTS = ("望潮区", "松台区", "兰渚区", "新桥区", "学前区", "文澜区", "凤鸣区", "开源区")
_COUNTIES = ("临溪县", "安澜县", "长坪县", "枫渡县", "白岩县", "禾丰县", "石盘县", "云坞县", "清塬县", "麻栗坪县", "野柿县", "沙柳县")
_TOWNS = ("马头镇", "双河镇", "柳树乡", "青石镇", "大湾乡", "红崖镇", "羊角乡", "石磨镇", "桃花坪乡")
_CITY_SCHOOLS = (
    "{c}实验小学", "{c}第二中学", "{c}育才学校", "{c}第七初级中学", "{d}第一小学", "{d}学府路小学", "{c}{d}崇文小学", "{c}高级中学",
    "{d}外国语学校", "{c}第四中学", "{c}{d}第三实验小学", "{d}梅园中学", "{c}师范附属小学",
)  # fmt: skip
_COUNTY_SCHOOLS = (
    "{k}第三中学", "{k}{t}中心小学", "{k}{t}初级中学", "{k}民族中学", "{k}{t}九年一贯制学校", "{k}城关第二小学", "{k}{t}中心学校",
    "{k}第五小学", "{t}中学", "{k}{t}寄宿制小学", "{k}第一高级中学", "{t}中心小学",
)  # fmt: skip
_BODIES: dict[str, tuple[str, ...]] = {
    "school0": _CITY_SCHOOLS,
    "school1": _COUNTY_SCHOOLS,
    "bureau0": ("{c}教育局", "{d}教育局", "{c}{d}教育局"),
    "bureau1": ("{k}教育局", "{k}教育和体育局", "{k}教育科技局"),
    "kinder0": ("{c}机关幼儿园", "{c}实验幼儿园", "{d}第一幼儿园", "{c}{d}星河幼儿园"),
    "kinder1": ("{k}{t}中心幼儿园", "{k}第二幼儿园", "{t}幼儿园", "{k}{t}公办幼儿园"),
    "university0": ("{C}师范学院", "{C}大学", "{C}职业技术大学", "{C}理工学院"),
    "branch0": ("中共{c}实验小学支部委员会", "中共{c}第二中学总支部委员会", "{d}第一小学党支部", "{c}教育局机关党支部"),
    "branch1": ("中共{k}{t}中心小学支部委员会", "{k}第三中学党支部", "{t}中心学校党支部", "中共{k}民族中学支部委员会"),
    "vocational0": ("{c}机电工程学校", "{c}职业技术学院", "{c}第一职业高级中学", "{c}商贸旅游学校"),
    "vocational1": ("{k}职业技术学校", "{k}职业教育中心", "{k}民族职业高级中学"),
    "hospital0": ("{c}第一人民医院", "{c}儿童医院", "{d}妇幼保健院", "{c}中医医院"),
    "firm0": (
        "{C}恒远建设有限公司",
        "{c}智学科技有限公司",
        "{c}城市建设投资集团有限公司",
        "{C}农村商业银行股份有限公司",
        "{c}电力工程有限公司",
    ),
    "fund0": ("{c}教育发展基金会", "{c}慈善总会", "{c}晨光助学基金会"),
    "special0": ("{c}特殊教育学校", "{c}启智学校", "{d}特殊教育中心学校"),
    "research0": ("{c}教师发展中心", "{d}教师进修学校", "{c}教育科学研究院", "{c}教研室"),
}
_SURNAMES = "王李张刘陈杨赵黄周吴徐孙马胡郭林何高梁郑罗宋谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
_GIVEN = (
    "志远 秀兰 建国 晓燕 文斌 丽华 海涛 雪梅 永强 桂芳 立新 玉珍 明辉 春霞 国栋 慧敏 卫东 淑琴 俊杰 小红 长青 佳音 伟 静 军 敏 "
    "勇 艳 涛 芳 磊 洁 思源 家骏 红梅 金凤 宝林 学文 兆丰 德润 亚楠 一鸣 绍华 素云 振宇 月娥 庆余 根生 彩萍 梦瑶"
).split()
_SWAPS = (
    ("中心小学", ("中心学校", "小学")),
    ("中心学校", ("中心小学", "学校")),
    ("九年一贯制学校", ("九年制学校", "学校")),
    ("初级中学", ("中学", "学校")),
    ("高级中学", ("中学", "高中")),
    ("第三实验小学", ("第三小学", "实验小学")),
    ("实验小学", ("实验学校", "第一实验小学")),
    ("附属小学", ("附属学校", "附属实验小学")),
    ("寄宿制小学", ("小学", "寄宿小学")),
    ("外国语学校", ("外国语中学", "实验外国语学校")),
    ("民族中学", ("民族学校", "民族初级中学")),
    ("教育和体育局", ("教育局", "教育体育局")),
    ("教育科技局", ("教育局", "教育和科技局")),
    ("教育局", ("教育和体育局", "教育体育局")),
    ("崇文小学", ("崇文学校", "崇文实验小学")),
    ("育才学校", ("育才中学", "育才实验学校")),
    ("梅园中学", ("梅园学校", "梅园初级中学")),
    ("公办幼儿园", ("中心幼儿园", "幼儿园")),
    ("中心幼儿园", ("幼儿园", "第一幼儿园")),
    ("幼儿园", ("中心幼儿园",)),
    ("有限公司", ("有限责任公司",)),
    ("职业技术学校", ("中等职业技术学校", "职业学校")),
    ("路小学", ("小学", "路学校")),
    ("人民医院", ("中心医院", "人民总医院")),
    ("妇幼保健院", ("妇幼保健医院",)),
    ("师范学院", ("师范大学",)),
    ("第二中学", ("第二初级中学", "第三中学")),
    ("第三中学", ("第三初级中学", "第二中学")),
    ("第四中学", ("第四初级中学", "第五中学")),
    ("第一小学", ("第一实验小学", "第二小学")),
    ("第二小学", ("第二实验小学", "第三小学")),
    ("第五小学", ("第五实验小学", "第六小学")),
)
_SHORT = re.compile(r"^(?P<place>.+?)[市县区](?:.{2}区)?(?:城关)?第(?P<number>[一二三四五七])(?:高级|初级)?(?P<sort>中|小)学$")


@dataclass(frozen=True)
class Name:
    """A body's full name, and the places it lies in."""

    full: str
    place: str

    def shorts(self) -> tuple[str, ...]:
        """What it may be declared to be called for short."""
        found = _SHORT.match(self.full)
        out = [f"{found['place']}{found['number']}{found['sort']}"] if found else []
        rest = self.full.removeprefix("中共").replace(self.place, "", 1)
        if len(rest) > 4:
            out.append(rest)
        if not out and self.place[-1] in "市县区镇乡":
            out.append(self.full.removeprefix("中共").replace(self.place, self.place[:-1], 1))
        return tuple(out)

    def variant(self, dice: Dice) -> str:
        """The same body under a name that nobody declared."""
        ways = [self.full.replace(old, new, 1) for old, news in _SWAPS if old in self.full for new in news]
        ways = ways[:3]
        if len(self.place) > 2 and self.full.startswith(self.place) and len(self.full) > len(self.place) + 3:
            ways.append(self.place[:-1] + self.full[len(self.place) :])
        rest = self.full.removeprefix(self.place)
        return dice.choice([way for way in ways if way != self.full] or [f"{self.place}直属{rest}"])


@dataclass(frozen=True)
class Places:
    """The two ends of a pairing."""

    city: str
    district: str
    county: str
    town: str


def new_places(dice: Dice) -> Places:
    """Two invented ends."""
    return Places(dice.choice(_CITIES), dice.choice(_DISTRICTS), dice.choice(_COUNTIES), dice.choice(_TOWNS))


def _level(made: str, taken: set[str]) -> bool:
    """False for a middle school beside a primary school."""
    pair = {"小学": "中学", "中学": "小学"}
    level = next((one for one in pair if one in made), None)
    return level is None or not any(pair[level] in one for one in taken)


def body(dice: Dice, sort: str, places: Places, taken: set[str]) -> Name:
    """A body of a sort at one of the ends, unlike those that are taken."""
    while True:
        town = dice.choice(_TOWNS) if taken else places.town
        made = dice.choice(_BODIES[sort]).format(c=places.city, C=places.city[:-1], d=places.district, k=places.county, t=town)
        if made not in taken and _level(made, taken):
            taken.add(made)
            head = made.removeprefix("中共")
            ends = (places.city, places.city[:-1], places.district, places.county, town)
            return Name(made, next(one for one in ends if head.startswith(one)))


def person(dice: Dice, taken: set[str]) -> str:
    """A person unlike those that are taken."""
    while True:
        made = dice.choice(_SURNAMES) + dice.choice(_GIVEN)
        if made not in taken:
            taken.add(made)
            return made
