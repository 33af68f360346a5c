"""Places, schools, givers and people that do not exist."""

from __future__ import annotations

from tests.planted.province.chance import Chance

_CITIES = """
临泽市 青岚市 南浦市 澄阳市 江屿市 梧山市 汉源口市 海晏市 平澜市 兴禾市 怀川市 丹霞口市 沧岭市 云浦市 淮湾市 东麓市 嘉禾岭市 锦泉市 宁淮市 滨澜市
""".split()
_COUNTIES = """
石鼓县 白沙河县 罗溪县 安坪县 马跃县 龙潭口县 古垭县 松柏县 雾渡县 泉沟县 红岩子县 丰谷县 大坪山县 苍泥县 乌柏县 双河口县 镇远坝县 芦茅县 高岩县 木里坪县
""".split()
_DISTRICTS = "望江区 北湖区 东湾区 鹿山区 临港区 城南区 翠屏山区 新安区 桥西区 栖霞口区".split()
TOWNS = """
柳坪镇 沙湾镇 三岔镇 青石镇 杨柳乡 黑水乡 官渡镇 竹园镇 茶店镇 老鹰岩乡 石板乡 大箐乡 新场镇 清水铺镇 响水镇 花桥镇 两河乡 梨树镇 马鞍镇 红旗乡
""".split()
_VILLAGES = "塘坝村 石榴村 长岭村 上湾村 新店村 双龙村 大坝村 高山村".split()
_WORDS = "育英 启明 明德 致远 崇文 树人 博雅 弘毅 新民 求实 文华 思源 春蕾 朝阳 向阳 东风 光明 长虹".split()
_FIRMS = "恒远 瑞禾 通达 华澜 众信 金穗 天翼 宏图 正泰源 嘉创 海纳 元丰".split()
_FUNDS = "晨曦 春泥 善行 萤火 新芽 同心桥 慧泽 暖阳 禾光 仁爱行".split()
_FAMILY = "王李张刘陈杨黄赵周吴徐孙马朱胡郭何罗高林郑梁谢宋唐许韩冯邓曹彭曾萧田董潘袁蔡蒋余杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛"
_GIVEN = """
建华 国栋 志强 晓梅 丽娟 海燕 文斌 永红 春兰 德胜 光明 秀英 立新 红霞 明远 静怡 玉芬 世杰 少华 凤英 启航 雅琴 学军 冬梅 克勤 思敏 宗义 佩兰 卫东 慧敏 岚 磊 婷 刚 伟 颖
""".split()


def place(chance: Chance, *, rich: bool) -> str:
    """A city, a district of one (rich) or a county."""
    if rich:
        return chance.pick(_CITIES) + (chance.pick(_DISTRICTS) if chance.odds(0.35) else "")
    return (chance.pick(_CITIES) if chance.odds(0.12) else "") + chance.pick(_COUNTIES)


def town(chance: Chance) -> str:
    return chance.pick(TOWNS)


def village(chance: Chance) -> str:
    return chance.pick(_VILLAGES)


def person(chance: Chance) -> str:
    return chance.pick(_FAMILY) + chance.pick(_GIVEN)


def organisation(chance: Chance, kind: str, where: str) -> str:
    """The full name of an organisation of this kind at this place."""
    word, ordinal, spot = chance.pick(_WORDS), chance.pick("一二三四五六七八九"), chance.pick(TOWNS)
    spots = {
        "city-primary": ("实验小学", f"第{ordinal}小学", f"{word}小学", f"第{ordinal}实验小学", f"师范附属{word}小学", f"{word}实验学校"),
        "city-middle": (f"第{ordinal}中学", "实验中学", f"第{ordinal}初级中学", f"{word}中学", "外国语实验学校", f"{word}高级中学"),
        "rural-primary": (
            f"{spot}中心小学",
            f"{spot}{word}小学",
            f"{spot}中心学校",
            f"{spot}{chance.pick(_VILLAGES)}小学",
            f"{spot}中心完小",
        ),
        "rural-middle": (f"{spot}初级中学", f"{spot}中学", f"{spot}九年一贯制学校", f"第{ordinal}民族中学", f"{spot}九年制学校"),
        "county-high": (f"第{ordinal}高级中学", "高级中学", "民族高级中学", f"第{ordinal}中学"),
        "city-kinder": ("实验幼儿园", "机关幼儿园", f"第{ordinal}幼儿园", f"{word}幼儿园", "直属机关第一幼儿园", "师范学院附属幼儿园"),
        "rural-kinder": (f"{spot}中心幼儿园", f"{spot}{word}幼儿园", f"{spot}{chance.pick(_VILLAGES)}幼儿园", f"{spot}公办中心幼儿园"),
        "city-voc": (
            "职业技术学院",
            "工业职业技术学校",
            "机电职业技术学校",
            "卫生健康职业学院",
            "经贸职业学院",
            f"第{ordinal}职业中等专业学校",
        ),
        "rural-voc": ("职业教育中心", "职业技术学校", "职业高级中学", "民族职业中等专业学校", "中等职业技术学校"),
        "bureau": ("教育局", "教育局", "教育体育局", "教育和科学技术局"),
        "university": ("师范大学", "大学", "师范学院", "理工大学", f"第{chance.pick('一二')}师范学院"),
        "group": (f"{word}教育集团", "实验小学教育集团", f"第{ordinal}中学教育集团"),
        "fund": (f"{chance.pick(_FUNDS)}公益基金会", f"{chance.pick(_FUNDS)}教育基金会", f"{chance.pick(_FUNDS)}助学促进会"),
        "firm": (f"{chance.pick(_FIRMS)}科技有限公司", f"{chance.pick(_FIRMS)}集团有限公司", f"{chance.pick(_FIRMS)}教育发展有限责任公司"),
    }[kind]
    root = where.removesuffix("市").removesuffix("区") if kind in {"university", "fund", "firm"} else where
    return root + chance.pick(spots)
