"""Who agrees with whom: the parties of a paper, their places and their people."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.planted.archive import duties, duties_beyond
from tests.planted.archive.dice import Dice
from tests.planted.archive.duties import Pool
from tests.planted.archive.names import people, places, village


@dataclass(frozen=True)
class Party:
    """One party; ``place`` is where it lies, ``post`` who signs for it, ``variant`` a name that is not quite its own."""

    role: str
    name: str
    note: str
    place: str
    post: str
    signer: str
    variant: str


@dataclass(frozen=True)
class Scene:
    """The parties (supporter, recipient, at times a third), what they may promise, and the word for what they do."""

    kind: str
    parties: tuple[Party, ...]
    pool: Pool
    third: str | None
    doing: str
    authority: str

    @property
    def persons(self) -> bool:
        """Whether single people agree."""
        return self.kind == "masters"


@dataclass(frozen=True)
class _Body:
    name: str
    variant: str
    place: str
    post: str


_LABELS = {
    "schools": (("支援学校", "受援学校"), ("帮扶校", "受帮扶校"), ("支教学校", "受教学校"), ("核心校", "成员校")),
    "kindergartens": (("牵头园", "成员园"), ("总园", "分园"), ("帮扶园", "受帮扶园")),
    "special": (("支援方", "受援方"), ("指导学校", "受指导学校")),
    "vocational": (("支援方", "受援方"), ("派出方", "接收方")),
    "counties": (("帮扶方", "受帮扶方"), ("支援方", "受援方")),
    "volunteers": (("志愿服务方", "受助学校"), ("帮扶单位", "受帮扶学校")),
    "branches": (("帮扶支部", "受帮扶支部"),),
    "donors": (("捐赠方", "受赠方"), ("资助方", "受助方")),
    "masters": (("指导教师", "青年教师"), ("师傅", "徒弟"), ("导师", "学员")),
}
_NOTES = {
    "schools": (("帮扶学校", "受援学校"), ("支援学校", "受援学校"), ("城区学校", "乡村学校"), ("支援方", "受援方")),
    "kindergartens": (("牵头园", "成员园"), ("帮扶园", "受帮扶园"), ("总园", "分园")),
    "special": (("支援学校", "受援学校"), ("资源中心", "随班就读学校")),
    "vocational": (("支援学校", "受援学校"), ("对口支援方", "对口受援方")),
    "counties": (("支援方", "受援方"), ("帮扶方", "受帮扶方")),
    "volunteers": (("帮扶单位", "受助学校"), ("支援单位", "受援学校")),
    "branches": (("帮扶支部", "受帮扶支部"), ("支援方", "受援方")),
    "donors": (("捐赠人", "受赠人"), ("资助方", "受助方")),
    "masters": (("师傅", "徒弟"), ("导师", "学员")),
}
_SIDES = (("帮扶方", "受帮扶方"), ("支援方", "受援方"), ("支援单位", "受援单位"), ("帮扶单位", "被帮扶单位"))
_DOING = {
    "schools": ("结对帮扶", "对口支援", "城乡结对", "支教帮扶"),
    "kindergartens": ("结对帮扶", "联盟共建", "帮扶共建"),
    "special": ("结对帮扶", "融合教育帮扶"),
    "vocational": ("对口帮扶", "对口支援"),
    "counties": ("教育对口协作", "教育结对帮扶"),
    "volunteers": ("结对帮扶", "志愿帮扶", "结对助学"),
    "branches": ("结对共建", "结对帮扶"),
    "donors": ("捐资助学", "结对助学"),
    "masters": ("师徒结对", "青蓝结对"),
}
KINDS = (
    "schools",
    "schools",
    "schools",
    "kindergartens",
    "special",
    "vocational",
    "counties",
    "volunteers",
    "branches",
    "donors",
    "masters",
)


def make_scene(dice: Dice, kind: str, count: int, *, plain_roles: bool) -> Scene:
    """The parties of one paper: ``count`` of them; roles 甲方 and 乙方 where ``plain_roles``."""
    first, second, third = _bodies(dice, kind)
    labelled = not plain_roles and count == 2 and dice.chance("labelled", 30)
    roles = dice.pick("labels", _LABELS[kind]) if labelled else ("甲方", "乙方", "丙方")
    notes = [*dice.pick("notes", _SIDES if plain_roles else _NOTES[kind]), ""]
    bodies, third_kind = [first, second], None
    if count == 3:
        third_kind = "bureau" if kind in {"counties", "donors", "masters"} or dice.chance("third-bureau", 60) else "recipient"
        bodies.append(_bureau(second.place) if third_kind == "bureau" else third)
        notes[2] = "主管部门" if third_kind == "bureau" else notes[1]
    signers = people(dice, 3)
    parties = tuple(
        Party(role, body.name, note, body.place, body.post, body.name if kind == "masters" and body.post == "" else signer, body.variant)
        for role, body, note, signer in zip(roles, bodies, notes, signers, strict=False)
    )
    authority = f"{second.place}教育局" if third_kind != "bureau" else f"{second.place}人民政府教育督导室"
    if kind == "counties":
        authority = "省教育厅"
    elif kind == "masters":
        authority = "学校"
    return Scene(kind, parties, _POOLS[kind], third_kind, dice.pick("doing", _DOING[kind]), authority)


def _bodies(dice: Dice, kind: str) -> tuple[_Body, _Body, _Body]:
    stems = places(dice, 6)
    city = stems[0] + dice.pick("city", ("市", "区", "市", "新区"))
    county = stems[1] + dice.pick("county", ("县", "县", "市", "区", "旗", "自治县"))
    if dice.chance("same-county", 45):
        city = county
    towns = [stem + dice.pick(f"town-{stem}", ("镇", "乡", "镇", "街道")) for stem in stems[2:5]]
    return _MAKERS[kind](dice, city, county, towns)


def _rural(dice: Dice, name: str, county: str, town: str) -> _Body:
    spot = village(dice, name)
    number = dice.pick(f"{name}-number", "二三四五")
    full, variant = dice.pick(
        f"{name}-rural",
        (
            (f"{county}{town}中心小学", f"{county}{town}中心学校"),
            (f"{county}{town}{spot}小学", f"{county}{town}{spot}完小"),
            (f"{county}{town}九年一贯制学校", f"{county}{town}九年制学校"),
            (f"{county}{town}初级中学", f"{county}{town}中学"),
            (f"{county}{town}第{number}小学", f"{county}{town}{number}小"),
            (f"{county}民族寄宿制{spot}小学", f"{county}{spot}民族寄宿制小学"),
            (f"{county}{town}{spot}希望小学", f"{county}{town}{spot}小学"),
            (f"{county}{town}{spot}完全小学", f"{county}{town}{spot}小学"),
        ),
    )
    return _Body(full, variant, county, "校长")


def _schools(dice: Dice, city: str, county: str, towns: list[str]) -> tuple[_Body, _Body, _Body]:
    number = dice.pick("school-number", "一二三五六七八九")
    full, variant = dice.pick(
        "urban",
        (
            (f"{city}实验小学", f"{city}实验学校"),
            (f"{city}第{number}中学", f"{city}{number}中"),
            (f"{city}第{number}小学", f"{city}{number}小"),
            (f"{city}外国语学校", f"{city}外国语实验学校"),
            (f"{city}师范学院附属小学", f"{city}师范附小"),
            (f"{city}逸夫小学", f"{city}逸夫学校"),
            (f"{city}第{number}实验小学", f"{city}实验{number}小"),
            (f"{city}高级中学", f"{city}中学"),
        ),
    )
    return _Body(full, variant, city, "校长"), _rural(dice, "r1", county, towns[0]), _rural(dice, "r2", county, towns[1])


def _kindergartens(dice: Dice, city: str, county: str, towns: list[str]) -> tuple[_Body, _Body, _Body]:
    number = dice.pick("kindergarten-number", "一二三四")
    full, variant = dice.pick(
        "urban",
        (
            (f"{city}机关幼儿园", f"{city}直属机关幼儿园"),
            (f"{city}第{number}幼儿园", f"{city}{number}幼"),
            (f"{city}实验幼儿园", f"{city}实验幼儿教育中心"),
            (f"{city}蓝天艺术幼儿园", f"{city}蓝天幼儿园"),
        ),
    )
    spot = village(dice, "k")
    return (
        _Body(full, variant, city, "园长"),
        _Body(f"{county}{towns[0]}中心幼儿园", f"{county}{towns[0]}幼儿园", county, "园长"),
        _Body(f"{county}{towns[1]}{spot}村幼儿园", f"{county}{towns[1]}{spot}幼儿园", county, "园长"),
    )


def _special(dice: Dice, city: str, county: str, towns: list[str]) -> tuple[_Body, _Body, _Body]:
    full, variant = dice.pick(
        "urban",
        (
            (f"{city}特殊教育学校", f"{city}特教学校"),
            (f"{city}启智学校", f"{city}启智特殊教育学校"),
            (f"{city}聋人学校", f"{city}聋哑学校"),
        ),
    )
    return _Body(full, variant, city, "校长"), _rural(dice, "r1", county, towns[0]), _rural(dice, "r2", county, towns[1])


def _vocational(dice: Dice, city: str, county: str, towns: list[str]) -> tuple[_Body, _Body, _Body]:
    full, variant = dice.pick(
        "urban",
        (
            (f"{city}机电工程职业学校", f"{city}机电职业学校"),
            (f"{city}财经商贸学校", f"{city}商贸学校"),
            (f"{city}高级技工学校", f"{city}技工学校"),
            (f"{city}职业技术学院", f"{city}职业学院"),
        ),
    )
    near, odd = dice.pick("voc", (("职业技术教育中心", "职教中心"), ("中等职业学校", "职业中学"), ("职业高级中学", "职业中学")))
    third = towns[1]
    return (
        _Body(full, variant, city, "校长"),
        _Body(county + near, county + odd, county, "校长"),
        _Body(f"{county}{third}职业初级中学", f"{county}{third}职业中学", county, "校长"),
    )


def _counties(dice: Dice, city: str, county: str, towns: list[str]) -> tuple[_Body, _Body, _Body]:
    given = city if city != county else towns[2][:2] + "市"
    kind, odd, post = dice.pick(
        "authority", (("人民政府", "县政府办公室", "负责人"), ("教育局", "教育和体育局", "局长"), ("教育和体育局", "教体局", "局长"))
    )
    odd_given = given + ("政府办公室" if kind == "人民政府" else odd)
    odd_county = county + ("政府办公室" if kind == "人民政府" else odd)
    return _Body(given + kind, odd_given, given, post), _Body(county + kind, odd_county, county, post), _bureau(county)


def _volunteers(dice: Dice, city: str, county: str, towns: list[str]) -> tuple[_Body, _Body, _Body]:
    full, variant, post = dice.pick(
        "urban",
        (
            (f"{city}第二人民医院青年志愿者服务队", f"{city}第二医院青年志愿服务队", "队长"),
            (f"{city}中医医院志愿服务队", f"{city}中医院志愿服务队", "负责人"),
            (f"{city}恒远机械有限公司", f"{city}恒远机械有限责任公司", "总经理"),
            (f"{city}供电公司工会委员会", f"{city}供电局工会委员会", "工会主席"),
            (f"{city}宏泰食品股份有限公司", f"{city}宏泰食品有限公司", "董事长"),
            (f"{city}爱心车队志愿者协会", f"{city}爱心车队协会", "会长"),
        ),
    )
    return _Body(full, variant, city, post), _rural(dice, "r1", county, towns[0]), _rural(dice, "r2", county, towns[1])


def _branches(dice: Dice, city: str, county: str, towns: list[str]) -> tuple[_Body, _Body, _Body]:
    first, second, third = _schools(dice, city, county, towns)

    def branch(body: _Body) -> _Body:
        return _Body(f"中共{body.name}支部委员会", f"中共{body.name}总支部委员会", body.place, "支部书记")

    return branch(first), branch(second), branch(third)


def _donors(dice: Dice, city: str, county: str, towns: list[str]) -> tuple[_Body, _Body, _Body]:
    full, variant = dice.pick(
        "urban",
        (
            (f"{city}慈善总会", f"{city}慈善会"),
            (f"{city}晨光教育发展基金会", f"{city}晨光教育基金会"),
            (f"{city}海纳建设集团有限公司", f"{city}海纳建筑集团有限公司"),
            (f"{city}同心助学促进会", f"{city}同心促进会"),
        ),
    )
    return (
        _Body(full, variant, city, dice.pick("post", ("理事长", "秘书长", "法定代表人"))),
        _rural(dice, "r1", county, towns[0]),
        _rural(dice, "r2", county, towns[1]),
    )


def _masters(dice: Dice, _city: str, county: str, _towns: list[str]) -> tuple[_Body, _Body, _Body]:
    first, second, third = people(dice, 5)[2:]
    return _Body(first, "", county, ""), _Body(second, "", county, ""), _Body(third, "", county, "")


def _bureau(county: str) -> _Body:
    return _Body(f"{county}教育局", f"{county}教育和体育局", county, "局长")


_MAKERS: dict[str, Callable[[Dice, str, str, list[str]], tuple[_Body, _Body, _Body]]] = {
    "schools": _schools,
    "kindergartens": _kindergartens,
    "special": _special,
    "vocational": _vocational,
    "counties": _counties,
    "volunteers": _volunteers,
    "branches": _branches,
    "donors": _donors,
    "masters": _masters,
}
_POOLS = {
    "schools": duties.SCHOOLS,
    "kindergartens": duties.KINDERGARTENS,
    "special": duties.SPECIAL,
    "vocational": duties.VOCATIONAL,
    "counties": duties_beyond.COUNTIES,
    "volunteers": duties_beyond.VOLUNTEERS,
    "branches": duties_beyond.BRANCHES,
    "donors": duties_beyond.DONORS,
    "masters": duties_beyond.MASTERS,
}
