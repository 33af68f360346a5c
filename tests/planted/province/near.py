"""What looks like a defect and is none: duties and sentences that a careless reader would flag."""

from __future__ import annotations

from tests.planted.province import names
from tests.planted.province.deal import Deal, Item

# field of work, whose duty, wording
_DUTIES = (
    ("t", "S", "指导{R}校园文化建设，第一学期<=2-2|次>、第二学期<=4-4|次>"),
    ("t", "S", "[为毕业班教师|为班主任]举办经验介绍会<=2-2|场>，[为新入职教师|为学生家长]举办经验介绍会<=1-1|场>"),
    ("p", "S", "派出的教师每人每学期在{R}[上研究课|开放课堂]<=2-2|节>，派出的学科带头人每人每学期<=3-3|节>"),
    ("p", "S", "根据需要[选派若干名教师|安排若干名志愿者]协助{R}开展工作，具体人数由双方另行商定"),
    ("t", "S", "帮助{R}打造[特色社团|校本课程]，低年级<=1-1|个>、中年级<=2-2|个>、高年级<=2-2|个>"),
    ("m", "R", "做到“三落实”：一是落实分管领导；二是落实工作场所；三是落实活动时间"),
    (
        "m",
        "R",
        "按照“一是自查，二是互评，三是公示”的步骤，[如实|认真]填写结对工作[登记表|情况表]，登记表一式两份，[一份存档，一份报送主管部门|双方各留一份]",
    ),
    ("m", "R", "将下设的各教学点、[北校区|分校区]一并纳入结对范围"),
    ("m", "J", "每逢开学后第一周由{S}上门走访<=1-1|次>，放假前一周由{R}回访<=1-1|次>"),
    ("m", "J", "依照《中华人民共和国民法典》第五百零九条的规定，[遵循诚信原则全面履行各自义务|全面履行本协议]"),
    ("r", "J", "往来活动的有关费用按[国家和当地的有关|财务]规定执行"),
    (
        "m",
        "R",
        "如实[填写|报送]《结对帮扶[情况登记表|工作手册]》（表样由主管部门提供），按《中华人民共和国教师法》第七条保障教师参加培训的权利",
    ),
)
_SCHOOLS = {"school", "middle", "kinder", "group", "teaching", "trio", "voc", "university"}


def _suits(duty: tuple[str, str, str], kind: str) -> bool:
    if kind == "kinder" and any(word in duty[2] for word in ("毕业班", "校园", "年级", "课堂")):
        return False
    return kind in _SCHOOLS or (duty[1] == "J" and "走访" not in duty[2])


def near_duties(deal: Deal) -> list[tuple[str, str, str]]:
    """One or two of them, where the defect cannot be confused with them."""
    chance = deal.chance.part("near")
    if deal.rule in {
        "missing-duties",
        "quota-conflict",
        "missing-copies",
        "overlapping-bands",
        "missing-funding-amount",
        "dangling-reference",
    }:
        return []
    pool = [duty for duty in _DUTIES if _suits(duty, deal.kind)]
    if not chance.odds(0.55):
        return []
    return [(field, side, deal.named(chance.fill(words))) for field, side, words in chance.some(pool, chance.between(1, 2))]


def bystander(deal: Deal) -> Item | None:
    """A neighbour of the recipient with nearly its name, or a body above it, that is no party."""
    chance = deal.chance.part("bystander")
    recipient = next((party.name for party in deal.of_side("recipient")), "")
    spot = next((town for town in names.TOWNS if town in recipient), "")
    if not spot or deal.rule == "party-name-variant" or not chance.odds(0.4):
        return None
    other = recipient.replace(spot, chance.pick([town for town in names.TOWNS if town != spot and town not in recipient]))
    if any(other == party.name for party in deal.parties) or "（" in recipient:
        return None
    wordings = (
        f"{other}等邻近学校可派教师旁听有关活动",
        f"{spot}人民政府在校舍维修、教师住房等方面给予支持",
        f"{other}已由其他学校结对，不在本协议范围之内",
        f"{spot}中心校负责活动期间的协调工作，不承担本协议的义务" if f"{spot}中心校" not in recipient and "学校" not in recipient else "",
    )
    return Item(chance.pick([words for words in wordings if words]))
