"""Invented places, bodies and people."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

_FIRST = "澜 棠 砚 汀 苍 岚 珞 霁 朔 栖 葭 沅 桐 鹿 雁 榆 溆 茗 青 松".split()
_SECOND = "溪 陵 浦 屏 渚 皋 坪 泽 岭 湾 塬 垌 甸 墟 涧".split()
_LEVELS = "市 县 县 区".split()
_TOWNS = "石桥 柳沟 白果 双河 大寨 杨家湾 黑石 龙泉 清水 三岔 花园 上坝".split()
_ELEGANT = "育英 明德 启智 致远 博文 崇文 新华 育才 求实 立人".split()
_NUMBERS = "一 二 三 四 五 六".split()
_SURNAMES = (
    "王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗 梁 宋 郑 谢 韩 唐 冯 于 董 萧 程 曹 袁 邓 许 傅 沈 曾 彭 吕".split()
)
_GIVEN = "建国 丽华 志强 晓燕 文斌 海霞 国栋 玉梅 永红 静 伟 敏 磊 春兰 德明 立新 秀芳 俊杰 凤英 学军 雪莲 少华 正平 慧 勇 宏 佳宁 思源 桂芝 振东".split()
_TRADES = "新能源科技 建筑工程 食品 医药 物流 信息技术 纺织 机械制造".split()
_MARKS = "恒盛 汇达 瑞丰 中拓 鑫源 同辉 嘉禾 远景".split()


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation or a person: its full name, its usual short name, and near names that belong to no one here."""

    name: str
    short: str
    place: str
    near: tuple[str, ...]


def place(rng: Random) -> str:
    """澜溪县."""
    return rng.choice(_FIRST) + rng.choice(_SECOND) + rng.choice(_LEVELS)


def person(rng: Random) -> str:
    """A name of two or three characters."""
    return rng.choice(_SURNAMES) + rng.choice(_GIVEN)


def _numbered(rng: Random, where: str, kind: str, tail: str, others: tuple[str, ...]) -> Body:
    index = rng.randrange(len(_NUMBERS))
    number, wrong = _NUMBERS[index], _NUMBERS[(index + 1) % len(_NUMBERS)]
    near = (f"{where}第{wrong}{kind}", f"{_other_place(where)}第{number}{kind}", *(f"{where}第{number}{other}" for other in others))
    return Body(f"{where}第{number}{kind}", f"{where[:2]}{number}{tail}", where, near)


def _other_place(where: str) -> str:
    mixed = {"市": "县", "县": "市", "区": "市"}[where[-1]]
    return where[:-1] + mixed


def primary(rng: Random, where: str) -> Body:
    """A primary school."""
    which = rng.randrange(4)
    if which == 0:
        return _numbered(rng, where, "小学", "小", ("完全小学", "中心小学"))
    if which == 1:
        name = f"{where}实验小学"
        return Body(name, f"{where[:2]}实小", where, (f"{where}实验学校", f"{_other_place(where)}实验小学", f"{where}实验一小"))
    if which == 2:
        town = rng.choice(_TOWNS)
        near = (f"{where}{town}乡中心小学", f"{where}{town}镇小学", f"{where}{town}中心完小")
        return Body(f"{where}{town}镇中心小学", f"{town}小学", where, near)
    mark = rng.choice(_ELEGANT)
    return Body(
        f"{where}{mark}小学", f"{mark}小学", where, (f"{where}{mark}学校", f"{_other_place(where)}{mark}小学", f"{where}{mark}实验小学")
    )


def middle(rng: Random, where: str) -> Body:
    """A middle or senior school."""
    which = rng.randrange(4)
    if which == 0:
        return _numbered(rng, where, "中学", "中", ("初级中学", "高级中学"))
    if which == 1:
        town = rng.choice(_TOWNS)
        near = (f"{where}{town}中学", f"{where}{town}乡初级中学", f"{where}{town}镇九年一贯制学校")
        return Body(f"{where}{town}镇初级中学", f"{town}中学", where, near)
    if which == 2:
        return Body(
            f"{where}外国语学校", f"{where[:2]}外校", where, (f"{where}外语学校", f"{where}外国语中学", f"{_other_place(where)}外国语学校")
        )
    mark = rng.choice(_ELEGANT)
    return Body(
        f"{where}{mark}中学", f"{mark}中学", where, (f"{where}{mark}学校", f"{where}{mark}高级中学", f"{_other_place(where)}{mark}中学")
    )


def kindergarten(rng: Random, where: str) -> Body:
    """A kindergarten."""
    if rng.random() < 0.5:
        return _numbered(rng, where, "幼儿园", "幼", ("实验幼儿园", "中心幼儿园"))
    kind = rng.choice(("机关", "实验", "中心"))
    near = (f"{where}{kind}第二幼儿园", f"{where}直属{kind}幼儿园", f"{_other_place(where)}{kind}幼儿园")
    return Body(f"{where}{kind}幼儿园", f"{kind}幼儿园", where, near)


def vocational(rng: Random, where: str) -> Body:
    """A secondary vocational school."""
    kind, tail = rng.choice((("中等职业技术学校", "中职"), ("职业教育中心", "职教中心"), ("职业高级中学", "职高")))
    near = tuple(f"{where}{other}" for other in ("职业技术学校", "中等专业学校", "技工学校"))
    return Body(f"{where}{kind}", f"{where[:2]}{tail}", where, near)


def college(rng: Random, where: str) -> Body:
    """A university or college."""
    stem = where[:2]
    kind, tail = rng.choice((("师范学院", "师院"), ("职业技术学院", "职院"), ("师范大学", "师大"), ("学院", "学院")))
    near = tuple(f"{stem}{other}" for other in ("师范专科学校", "教育学院", "理工学院"))
    return Body(f"{stem}{kind}", f"{stem}{tail}", where, near)


def bureau(rng: Random, where: str) -> Body:
    """An education bureau."""
    kind, tail = rng.choice((("教育局", "教育局"), ("教育体育局", "教体局"), ("教育和体育局", "教体局")))
    near = (f"{where}教育委员会", f"{_other_place(where)}{kind}", f"{where}文化教育局")
    return Body(f"{where}{kind}", f"{where[:2]}{tail}", where, near)


def branch(rng: Random, where: str) -> Body:
    """A party branch of a school."""
    school = (primary if rng.random() < 0.5 else middle)(rng, where)
    return Body(f"{school.name}党支部", f"{school.short}党支部", where, tuple(f"{near}党支部" for near in school.near))


def hospital(rng: Random, where: str) -> Body:
    """A hospital."""
    kind = rng.choice(("人民医院", "中医医院", "妇幼保健院"))
    near = (f"{where}第二{kind}", f"{_other_place(where)}{kind}", f"{where}中心医院")
    return Body(f"{where}{kind}", f"{where[:2]}{'妇幼' if '妇幼' in kind else '医院'}", where, near)


def company(rng: Random, where: str) -> Body:
    """A company."""
    mark, trade = rng.choice(_MARKS), rng.choice(_TRADES)
    near = (f"{where[:2]}{mark}{trade}集团有限公司", f"{where}{mark}{trade}有限责任公司", f"{where[:2]}{mark}实业有限公司")
    return Body(f"{where[:2]}{mark}{trade}有限公司", f"{mark}公司", where, near)


def teacher(rng: Random, where: str) -> Body:
    """A teacher who is a party of her own."""
    name = person(rng)
    return Body(name, name, where, ())


KINDS = {
    "primary": primary,
    "middle": middle,
    "kindergarten": kindergarten,
    "vocational": vocational,
    "college": college,
    "bureau": bureau,
    "branch": branch,
    "hospital": hospital,
    "company": company,
    "teacher": teacher,
}
