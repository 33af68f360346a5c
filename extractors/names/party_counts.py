"""How many parties an agreement says it has, and the labels that name a party only where that many are needed.

Reads::

    师徒结对三方协议, 三方各执一份, 甲乙丙三方                 three
    各方各执一份, and 双方 nowhere                             three
    支教教师：庄映雪, 学校：石桥镇中心小学, 家长：高远         the third party of such a paper

Leaves alone::

    第三方评估, 家庭、学校、社会三方合力                       no parties of a paper
    支教教师：庄映雪 beside 甲方, 乙方 in a paper of 双方      a person that it concerns
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeVar

from extractors.text.passage import Passage

_Item = TypeVar("_Item")

_DOES = r"(?=协议|合同|联合|共[同建]|各|均|都|签|代表|法定|授权|应|在平等|在友好|经|本着|友好|协商|约定|商定|同意|自愿|达成|职责|责任|权利|义务|盖章|认可|一致|就|单位|当事人|学校|互|责|权|不|可|另|保|分别)"
_COUNTED = {
    4: re.compile(rf"(?<![第一-龥])四方{_DOES}|甲[、，]?乙[、，]?丙[、，]?丁四?方?|(?<=[经由自])四方{_DOES}"),
    3: re.compile(
        rf"(?<!第)(?<!社会)(?<!社区)(?<!家庭)(?<!企业)(?<!政府)(?<!校社)(?<!政企)三方{_DOES}|甲[、，]?乙[、，]?(?:和|与)?丙(?:三?方|三家)|三[校园](?:共同|各|联合)"
    ),
}
_EVERYONE = re.compile(rf"(?<!社会)各方{_DOES}")
_OF_TWO = re.compile("双方|两[校园家]|甲乙(?!丙|、丙)|两个单位")
DOUBTFUL = (
    r"(?:(?:支教|支援|轮岗|交流|派出|选派|派遣|受派|外派|挂职|驻校|下派|援派|派驻|送教|受聘|特聘|跟岗|服务期)?(?:教师|老师|教员|人员|干部|志愿者)(?:本人)?"
    r"|(?:志愿|实习|受助|受资助|结对|在校)?(?:学生|实习生|志愿者)|(?:学生|受助学生|受助人|受资助学生)?(?:家长|监护人)|本人|新教师"
    r"|(?:所在|任教|任职|服务|用人)?(?:学校|单位|园所|幼儿园)|校方|园方)"
)
_DOUBTFUL = re.compile(DOUBTFUL)
_THREE = 3


def parties_counted(passage: Passage) -> int:
    """How many parties the text speaks of, two unless it says more."""
    text, start, end = passage.text, passage.start, passage.end
    for count, pattern in _COUNTED.items():
        if pattern.search(text, start, end):
            return count
    return _THREE if _EVERYONE.search(text, start, end) and not _OF_TWO.search(text, start, end) else 2


def is_doubtful_label(label: str) -> bool:
    """Whether a label names a party in a paper that needs one more, and elsewhere a person or body that it mentions."""
    return _DOUBTFUL.fullmatch(label) is not None


def with_counted(passage: Passage, sure: Sequence[_Item], doubtful: Sequence[_Item], label: Callable[[_Item], str]) -> Sequence[_Item]:
    """The sure ones; the doubtful ones too, where with them the parties are as many as the text says. In no new order."""
    labels = {label(one) for one in (*sure, *doubtful)}
    if not doubtful or not sure or len(labels) < _THREE:
        return sure
    return (*sure, *doubtful) if len(labels) == parties_counted(passage) else sure
