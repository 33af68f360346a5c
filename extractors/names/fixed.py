"""The words for a party that are no names: 甲方, 双方, 支援学校.

Reads::

    甲方每学期选派教师到乙方支教                        甲方, 乙方 (role)
    甲乙双方各派1名, 两校互派学生                       甲乙双方, 两校 (both)
    支援学校到受援学校送课                              支援学校, 受援学校 (generic)
    学校家委会筹集爱心款                                学校家委会 (organisation: the document's own)

Leaves alone::

    甲方案, 双方主管部门, 双方的上级                     another word, and somebody else than the two sides
    第二校区, 两地区, 各学校                            no pair, no role
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.names.lexicon import read_entries
from extractors.names.mentions import MentionKind
from extractors.text.passage import Passage
from extractors.text.punctuation import HAN
from extractors.text.quick import quick

_OTHERS = "(?!的?(?:各自的?)?(?:上级|主管|教育局|教育行政|所属|所在地))"
_BOTH = re.compile(
    rf"(?:结对|帮扶|协作|合作|签约)?(?:甲[、，]?乙[、，]?丙?|甲方[、和与]乙方)?(?:双方|三方|四方|各方)(?:学校|园所|单位)?{_OTHERS}"
    r"|甲[、，]?乙[、，]?丙?(?:两|二|三)(?:校|园|方|地|市|县|区|单位)"
    r"|(?<![第十百])三(?:校(?!区|长|园|级|门)|园(?!长|区|级))"
    r"|(?<!第)(?:两|二)(?:校(?!区|长|园)|园(?!长|区)|地(?!区)|市(?!场)|县|区(?!域)|省|州|局(?!长)|旗|镇|乡|所学校(?!共)|[家个]?单位)"
)
_ROLE = re.compile(r"[甲乙丙丁A-C]方(?![案面式法向针阵])")
_HELPED = (
    "(?:结对|对口)?(?:受帮扶|被帮扶|帮带|被帮带|受支援|被支援|帮扶|支援|受援|援助|受助)|结对帮扶|结对|对口|支教|受教|送教|任教|挂职|跟岗"
    "|派出|选派|接收|接待|托管|被托管|输出|输入|流出|流入|共建|合作|协作|姊妹|姐妹|兄弟|伙伴"
)
_CLASS = (
    "优质|薄弱|城区|城镇|县城|乡村|农村|乡镇|镇村|山区|边远|偏远|牵头|成员|核心|龙头|领航|领衔|引领|带头|盟主|示范|试点|项目|联盟|基地|种子"
    "|成长|潜力|组长|组员|片长|小规模|寄宿制|民办|公办|手拉手|相对薄弱|村级"
)
_BARE = "名|强|弱|盟|总|中心"
"""What makes a class of schools with 校 and 园 alone (名校, 总园), where nothing else of a name stands before it."""
_KIND = "学校|中学|小学|幼儿园|园所|单位|高校|院校|高中(?!生)|县中(?!学)|校(?![园区长际级本内外史门服车舍训])|园(?![区长丁地])|县(?![级域城])|市(?![级场区])|区(?![域级])|地区"
_GENERIC = re.compile(
    quick(
        rf"(?:见证方|监督方)(?![案面式法向针])|(?:集团(?=龙头|核心|牵头|成员))?(?:{_HELPED}|{_CLASS})(?:{_KIND})|集团[内外](?:学校|园所|幼儿园)"
        rf"|(?<![{HAN}])(?:{_BARE})(?:校(?![园区长际级本内外史门服车舍训友带])|园(?![区长丁地]))|(?<=[由到向对与和同给为至让使及赴各把被的])(?:{_BARE})(?:校(?![园区长际级本内外史门服车舍训友带])|园(?![区长丁地]))"
        r"|村小(?![学组规0-9])|(?<![小中]学)教学点(?![0-9])"
        r"|(?:支援|受援|帮扶|受帮扶|被帮扶|援助|受助|捐赠|受赠|派出|接收|委托|受托)方(?![案面式法向针])"
    )
)
_OWN = re.compile(r"学校(?:家委会|家长委员会|党支部(?!书记)|党总支(?!书记)|工会(?!员)|团委|少先队|教代会)")
_SURNAMES = "".join(sorted(name for name in read_entries("surnames") if len(name) == 1))
_TEAM = re.compile(
    rf"(?:(?<![{HAN}])|(?<=[由向与和同在到对为]))[{_SURNAMES}][{HAN}]{{1,2}}(?:名师|名教师|名校长|名园长|名班主任|特级教师|劳模(?:创新)?)工作室"
)
_PATTERNS: tuple[tuple[re.Pattern[str], MentionKind], ...] = (
    (_BOTH, "both"),
    (_ROLE, "role"),
    (_GENERIC, "generic"),
    (_OWN, "organisation"),
    (_TEAM, "team"),
)


def find_fixed(passage: Passage) -> Iterator[tuple[int, int, MentionKind]]:
    """Roles, the two sides and generic roles, kind by kind."""
    for pattern, kind in _PATTERNS:
        for match in passage.search(pattern):
            yield match.start(), match.end(), kind
