"""A party gives assistance in one place and receives it in another.

缺陷
    同一方在一处是支援方，在另一处又成了受援方。

为什么要紧
    双方的义务由此颠倒：该派人的变成了接收的，该出钱的变成了受赠的，协议没法照着执行。

怎么办
    对照开头写明的支援方和受援方，改正写反的那一处。

什么时候不报
    双方互派、互相支援；受援方到支援方跟岗、向支援方汇报和反馈、为支教教师安排食宿；三级结对里既受帮扶又帮扶别人的中间一方；
    没有写明哪一方是支援方的协议。
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

from extractors.case import Case
from extractors.checks.examples import example
from extractors.checks.rule import Hit, Rule
from extractors.names.known_names import OwnName, own_names
from extractors.names.side_statements import SideStatement, Stated, find_side_statements
from schemas.agreement import Party

_SIDES = {"supporter": "支援方", "recipient": "受援方"}
_OTHER = {"supporter": "recipient", "recipient": "supporter"}
_TWO = 2


def check(case: Case) -> Iterator[Hit]:
    """Every party of which both sides are said."""
    declared = [party for party in case.document.parties if party.role and party.side in _SIDES]
    own = own_names(case.passage, declared)
    sided = {one.role: party for one, party in zip(own, declared, strict=True)}
    stated = {one.role: Stated(_names(one), one.place, sided[one.role].side) for one in own}
    statements = find_side_statements(case.passage, stated)
    for role, party in sided.items():
        said = [one for one in statements if one.role == role and _holds(one, sided)]
        pair = next(((one, two) for one, two in combinations(said, 2) if one.side != two.side and _of_one_pair(one, two)), None)
        if pair is None:
            continue
        first, second = (case.passage.span(at.start, at.end) for at in pair)
        message = f"{party.role}在“{first.text}”里是{_SIDES[pair[0].side]}，在“{second.text}”里是{_SIDES[pair[1].side]}"
        yield Hit(party.role or "", " ".join(message.split()), (second, first))


def _holds(one: SideStatement, sided: Mapping[str, Party]) -> bool:
    """Whether a statement counts for its party: among several, one that is helped may help a third."""
    return one.beside is None or len(sided) == _TWO or sided[one.beside].side != _OTHER[one.side] or sided[one.role].side == one.side


def _of_one_pair(one: SideStatement, two: SideStatement) -> bool:
    return one.beside is None or two.beside is None or one.beside == two.beside


def _names(own: OwnName) -> tuple[str, ...]:
    return (own.name, *own.shorts) if own.name else ()


RULE = Rule(
    slug="party-side-conflict",
    title="支援方和受援方写反",
    severity="error",
    check=check,
    agreements_only=True,
    bad=(
        example(further="甲方作为受援单位，应妥善安排支教教师的住宿。"),
        example(preamble="为促进城乡教育均衡发展，由乙方对口帮扶甲方，达成如下协议。"),
        example(supporter="1.甲方每学期为乙方举办专题讲座2场。\n2.乙方每学期选派3名骨干教师到甲方支教。"),
        example(signatures="受援学校（甲方）：云溪市实验小学\n代表：陆远航\n支援学校（乙方）：石桥镇中心小学\n代表：覃秀梅\n2024年8月26日"),
    ),
    good=(
        example(further="甲方作为支援学校，乙方作为受援学校，应当各自履行义务。"),
        example(recipient="1.乙方教师到甲方跟岗学习。\n2.乙方每学期末向甲方汇报帮扶情况，并为甲方教师提供食宿。"),
        example(further="甲乙双方互派教师支教，互相支援。"),
        example(
            head="甲方（县城学校）：星海小学\n乙方（乡镇中心小学）：灯塔小学\n丙方（教学点）：岩口教学点",
            supporter="1.甲方帮扶乙方。\n2.甲方每学期派教师到乙方送教。",
            recipient="1.乙方帮扶丙方。\n2.乙方教师到甲方跟岗，丙方教师到乙方跟岗。",
            signatures="甲方（盖章）\t乙方（盖章）\t丙方（盖章）\n代表：陆远航\t代表：覃秀梅\t代表：苏和\n2024年8月26日",
            copies="本协议一式三份，三方各执一份。",
        ),
    ),
)
