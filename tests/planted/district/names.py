"""Invented schools, bureaus and people."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

_CITIES = "云溪市 澜州市 泽宁市 安堰市 临泊市 南屏市 嘉渡市 青岚区 望川区 锦塘区".split()
_COUNTIES = "桐坪县 丰岭县 石堰县 禾坪县 白崖县 松潭县 古渡县 柳泉县".split()
_TOWNS = "白杨镇 双溪乡 大坪镇 柳湾乡 石桥镇 清水塘镇 麻栗坡乡 高岭镇".split()
_SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧"
_GIVEN = "建国 志强 秀兰 晓燕 文博 立新 海峰 丽华 永平 春梅 国栋 雪琴 明远 敏 伟 静 勇 红梅 思源 德胜".split()
_URBAN = "实验小学 第三小学 第一中学 育才小学 外国语学校 第二实验小学 实验中学 明德小学 第五中学 附属实验学校".split()
_SHORT = {
    "实验小学": "实小",
    "第三小学": "三小",
    "第一中学": "一中",
    "外国语学校": "外校",
    "第二实验小学": "二实小",
    "实验中学": "实中",
    "第五中学": "五中",
    "附属实验学校": "附校",
}
_RURAL = "中心小学 初级中学 九年一贯制学校 中心学校 民族小学 希望小学".split()
_BUREAUS = "教育局 教育体育局 教育和体育局".split()


@dataclass(frozen=True)
class Name:
    """An organisation's name: its place and the rest, and a short form that may be declared."""

    place: str
    rest: str
    short: str

    def __str__(self) -> str:
        return self.place + self.rest


def urban(rng: Random) -> Name:
    """A school in town."""
    place, rest = rng.choice(_CITIES), rng.choice(_URBAN)
    return Name(place, rest, place[:2] + _SHORT.get(rest, rest[:2]))


def rural(rng: Random) -> Name:
    """A school in the country."""
    place, town, rest = rng.choice(_COUNTIES), rng.choice(_TOWNS), rng.choice(_RURAL)
    return Name(place, town + rest, town[:-1] + ("初中" if rest == "初级中学" else rest[:2] + "校"))


def bureau(rng: Random, place: str) -> Name:
    """The bureau above a school."""
    rest = rng.choice(_BUREAUS)
    return Name(place, rest, "县教育主管部门")


def person(rng: Random) -> str:
    """Somebody's name."""
    return rng.choice(_SURNAMES) + rng.choice(_GIVEN)


def varied(rng: Random, name: Name) -> str:
    """The same organisation under a name that nobody declared."""
    ways = [name.place[:-1] + name.rest]
    for old, new in (
        ("第三", "第二"),
        ("第五", "第四"),
        ("第一", "第二"),
        ("实验", "试验"),
        ("中心小学", "中心学校"),
        ("中心学校", "中心小学"),
        ("初级中学", "中学"),
        ("九年一贯制学校", "学校"),
        ("教育体育局", "教育局"),
        ("教育和体育局", "教育局"),
        ("民族小学", "民族学校"),
        ("希望小学", "希望学校"),
        ("育才", "育英"),
    ):
        if old in name.rest and not ("第二" in name.rest and old == "实验"):
            ways.append(name.place + name.rest.replace(old, new, 1))
    if not name.rest.startswith("教育"):
        ways.append(name.rest)
    return rng.choice([way for way in ways if way not in {str(name), name.short}])
