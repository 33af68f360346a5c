"""Invented counties, townships, schools, kindergartens, bureaus, foundations and companies."""

from __future__ import annotations

from tests.planted.county.dice import Dice

_FIRST = "清永安石龙云临沙新南长大宁嘉泰昌丰汉桃柳松梧岚澄莲枫霞碧望怀荔"
_SECOND = "川阳原溪宁江山泽陵泉源水康岭河城浦塘潭"
_COUNTY = ("县", "县", "县", "区", "市")
_TOWN_FIRST = "白青红黄双三古长马东桂榕竹茶梅杨罗金银铁"
_TOWN_SECOND = "桥坪沟坡湾塘溪岭洞庙坝垭冲田井"
_TOWN = ("镇", "镇", "镇", "乡", "街道")
_VILLAGE = ("上湾", "大屋", "联合", "新民", "樟树", "下坪", "幸福", "前进", "石岗", "河口")
_SURNAMES = "王李张刘陈杨黄赵周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文覃韦莫农蒙"
_GIVEN = "建国志明文华丽萍秀芳春梅海燕晓东立新德胜永红小军玉兰光荣国庆振宇雪琴佳怡子涵俊杰思远静雯书航启元敏慧兴旺家宝世杰桂英"

_SUPPORTING = {
    "primary": "{county}<实验小学|第一小学|城关小学|第一实验小学|师范附属小学|逸夫小学|育英小学|人民路小学>",
    "middle": "{county}<第一中学|第二中学|第一初级中学|实验中学|城关中学|第三中学|育才学校|外国语学校>",
    "kindergarten": "{county}<机关幼儿园|实验幼儿园|第一幼儿园|县直幼儿园|直属第二幼儿园|蓝天幼儿园|中心幼儿园>",
    "bureau": "{county}<教育局|教育局|教育和体育局|教育体育局|教育科技局>",
    "donor": "{county}<慈善总会|教育发展基金会|春晖助学基金会|宏远建材有限公司|启明文化传播有限公司|青年企业家协会|农业发展集团有限公司|华星电子科技有限公司>",
}
_RECEIVING = {
    "primary": "<{county}{town}中心小学|{county}{town}{village}小学|{county}{town}九年一贯制学校|{county}{town}民族小学|{county}{town}第二小学>",
    "middle": "<{county}{town}初级中学|{county}{town}中学|{county}{town}九年一贯制学校|{county}民族初级中学|{county}第六中学|{county}{town}第一中学>",
    "kindergarten": "<{county}{town}中心幼儿园|{county}{town}{village}幼儿园|{county}{town}第二幼儿园|{county}{town}公办幼儿园>",
    "bureau": "{county}<教育局|教育局|教育和体育局|教育科技局|教育体育局>",
}
_RECEIVING["donor"] = f"<{_RECEIVING['primary'][1:-1]}|{_RECEIVING['middle'][1:-1]}>"


def county(dice: Dice) -> str:
    """Invent a county, a district or a small city."""
    first = dice.pick(_FIRST)
    return first + dice.pick(_SECOND.replace(first, "")) + dice.pick(_COUNTY)


def town(dice: Dice) -> str:
    """Invent a township."""
    return dice.pick(_TOWN_FIRST) + dice.pick(_TOWN_SECOND) + dice.pick(_TOWN)


def person(dice: Dice) -> str:
    """Invent a person of two or three characters."""
    return dice.pick(_SURNAMES) + "".join(dice.sample(_GIVEN, dice.pick((1, 2, 2, 2))))


def supporter(dice: Dice, kind: str, where: str) -> str:
    """Name who gives assistance."""
    return _named(dice, _SUPPORTING[kind], where)


def recipient(dice: Dice, kind: str, where: str) -> str:
    """Name who receives assistance."""
    return _named(dice, _RECEIVING[kind], where)


def bureau(dice: Dice, where: str) -> str:
    """Name the authority over a county's schools."""
    return _named(dice, _SUPPORTING["bureau"], where)


def _named(dice: Dice, pattern: str, where: str) -> str:
    name = dice.say(pattern).format(county=where, town=town(dice), village=dice.pick(_VILLAGE))
    return name.replace("县直", where[-1] + "直")


def shortened(name: str, where: str) -> str:
    """Give the short form that a head declares: the name without its county."""
    return name.removeprefix(where)


def misnamed(dice: Dice, name: str, where: str) -> str:
    """Write a name with something left out, changed or moved: neither the name nor a short form that a head would declare."""
    rest = name.removeprefix(where)
    swaps = [
        ("中心小学", "小学"), ("中心小学", "中心学校"), ("中心幼儿园", "幼儿园"), ("中心幼儿园", "中心园"), ("九年一贯制学校", "九年制学校"),
        ("初级中学", "中学"), ("实验小学", "第一实验学校"), ("第一", "第二"), ("第二", "第三"), ("第三", "第一"), ("第六", "第五"),
        ("机关", "直属机关"), ("民族", ""), ("城关", "城关镇"), ("实验中学", "实验学校"), ("实验幼儿园", "示范幼儿园"), ("教育局", "教育体育局"),
        ("教育和体育局", "教体局"), ("教育体育局", "教育局"), ("教育科技局", "教育局"), ("县直", "直属"), ("蓝天", "蓝田"), ("师范附属", "附属"),
        ("外国语", "外语"), ("逸夫", "希望"), ("育英", "育才"), ("育才学校", "育才中学"), ("人民路小学", "人民小学"), ("公办", ""), ("镇", "乡"),
        ("乡", "镇"), ("街道", "镇"), ("有限公司", "有限责任公司"), ("集团", ""), ("助学基金会", "公益基金会"), ("教育发展基金会", "教育基金会"),
        ("慈善总会", "慈善会"), ("企业家协会", "企业家联合会"),
    ]  # fmt: skip
    written = [where + rest.replace(old, new, 1) for old, new in swaps if old in rest]
    return dice.pick(written or [where + rest[1:]])
