"""A party's name as a careless hand writes it: no declared short form, and not its full name."""

from __future__ import annotations

from tests.planted.province.chance import Chance
from tests.planted.province.deal import Party

_CHANGES = (
    ("第一初级中学", "第一中学"), ("初级中学", "中学"), ("九年一贯制学校", "九年制学校"), ("九年制学校", "九年一贯制学校"), ("中心小学", "中心学校"),
    ("中心学校", "中心小学"), ("中心完小", "中心小学"), ("第一实验小学", "实验第一小学"), ("实验小学", "小学"), ("外国语实验学校", "外国语学校"), ("实验学校", "学校"),
    ("实验中学", "中学"), ("高级中学", "中学"), ("民族高级中学", "高级中学"), ("公办中心幼儿园", "中心幼儿园"), ("中心幼儿园", "幼儿园"), ("机关幼儿园", "幼儿园"),
    ("实验幼儿园", "幼儿园"), ("职业技术学校", "职业学校"), ("职业技术学院", "职业学院"), ("职业高级中学", "职业中学"), ("职业教育中心", "职教中心"),
    ("中等专业学校", "中专学校"), ("教育体育局", "教育局"), ("教育和科学技术局", "教育局"), ("教育局", "教体局"), ("教育集团", "集团"), ("公益基金会", "慈善基金会"),
    ("教育基金会", "基金会"), ("助学促进会", "促进会"), ("科技有限公司", "科技公司"), ("集团有限公司", "有限公司"), ("有限责任公司", "有限公司"), ("师范大学", "师大"),
    ("师范学院", "师院"), ("理工大学", "大学"), ("职业学院", "学院"), ("村", ""), ("镇", "乡"), ("乡", "镇"), ("小学", "学校"), ("中学", "学校"), ("幼儿园", "幼稚园"),
    ("大学", "学院"),
)  # fmt: skip
_ALIKE = str.maketrans(
    "慧敏华文丽红军玉芬启雅岚磊婷颖明英强栋梅娟燕斌兰胜新霞远怡杰凤航琴勤义",
    "惠闽花闻莉宏君钰芳起亚兰雷亭影名瑛墙东玫涓艳彬蓝盛欣夏元宜洁风行芹琪艺",
)


def variant(party: Party, chance: Chance) -> str:
    """The party's name written wrong."""
    name = party.name
    if not party.post and len(name) <= 3:
        return name[0] + name[1:].translate(_ALIKE) if name[1:].translate(_ALIKE) != name[1:] else name[0] + "小" + name[-1]
    ways = [_replaced(name, old, new) for old, new in _CHANGES if old in name]
    if "第" in name and any(mark in name for mark in ("中学", "小学", "幼儿园")):
        ways.append(name.replace("第", "", 1))
    for mark in ("市", "县"):
        head, found, rest = name.partition(mark)
        if found and len(rest) > 6 and rest != party.short:
            ways.append(head + rest)
    wrong = [way for way in ways if way not in {name, party.short} and len(way) > 4]
    return chance.pick(wrong) if wrong else name[:-3] + name[-2:]


def _replaced(name: str, old: str, new: str) -> str:
    head, _, rest = name.rpartition(old)
    return head + new + rest
