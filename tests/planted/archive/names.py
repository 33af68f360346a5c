"""Invented places, institutions and people."""

from __future__ import annotations

from tests.planted.archive.dice import Dice

_FIRST = "云青石沙龙白金安永丰双高清黄大太东南北平和江临望松柳桐杏榆枫岚澄霞霁"
_SECOND = "岭溪桥坪泉河川原阳山水湾塘沟寨浦陵丘岗源渡峡滩垭坝营堡"
_VILLAGE_FIRST = "上下前后老新小大红马牛杨李王赵石土竹梨桃"
_VILLAGE_SECOND = "庄湾坡沟坪井岔梁河寨店屯沿坎岩洼林场塘"
_SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜戚谢邹柏窦章苏潘葛奚范彭鲁韦昌马苗方俞任袁柳鲍史唐费薛雷贺倪汤"
_GIVEN = (
    "志强 秀兰 建华 晓燕 永红 国庆 丽萍 文斌 海涛 春梅 玉林 卓玛 庆生 桂芳 立新 雪峰 艳 军 敏 伟 静 勇 霞 磊 阿依古丽 德昌 世荣 宗义 兴旺 "
    "慧娟 月娥 忠诚 明远 素珍 泽民 少华 巧云 继东 长顺 银花 子涵 家骏"
).split()
_STREETS = "人民路 建设街 解放大道 文化巷 学府路 育才街 民主路 长征路 新华街 朝阳路".split()


def places(dice: Dice, count: int) -> list[str]:
    """So many stems of place names (two characters), all different."""
    firsts = dice.some("place-first", _FIRST, count)
    seconds = dice.some("place-second", _SECOND, count)
    return [first + second for first, second in zip(firsts, seconds, strict=True)]


def village(dice: Dice, name: str) -> str:
    """A village's name without 村."""
    return dice.pick(f"{name}-v1", _VILLAGE_FIRST) + dice.pick(f"{name}-v2", _VILLAGE_SECOND)


def people(dice: Dice, count: int) -> list[str]:
    """So many people, all of different surnames."""
    return [
        surname + given for surname, given in zip(dice.some("surname", _SURNAMES, count), dice.some("given", _GIVEN, count), strict=True)
    ]


def address(dice: Dice, name: str, place: str) -> str:
    """A street and number in the place."""
    return f"{place}{dice.pick(f'{name}-street', _STREETS)}{dice.number(f'{name}-house', 2, 299)}号"


def telephone(dice: Dice, name: str) -> str:
    """A number of a line in an office."""
    return f"0{dice.number(f'{name}-area', 310, 997)}-{dice.number(f'{name}-line', 2_100_000, 8_899_999)}"
