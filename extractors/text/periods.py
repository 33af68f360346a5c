"""The statements of a period: its label, its dates, its length and the event that it runs from, joined where they belong together.

Reads::

    结对帮扶期限为三年，自2024年9月1日起至2027年8月31日止     label, length, range
    有效期三年，自双方签字之日起生效                           label, length, event
    自本协议签订之日起正式启动，至20xx年底基本结束             event, last date
    自2024年3月起建立结对关系，期限两年                        first day, length

Leaves alone::

    每年10月31日前、三年内、连续三年                           a deadline, a limit, a way to count
    《教育振兴行动计划（2021-2025年）》                        a period inside a title
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from extractors.text.calendar import Moment, find_moments
from extractors.text.durations import Length, find_durations
from extractors.text.pact_names import PAPER
from extractors.text.period_labels import find_period_labels
from extractors.text.titles import find_titles

PieceKind = Literal["label", "broad-label", "weak-label", "moment", "length", "event", "blank"]
LABELS = ("label", "broad-label", "weak-label")

_EVENT = re.compile(
    rf"(?:自|从|由|经)?(?:本)?(?:(?:{PAPER})书?)?(?:经|由)?(?:甲乙|甲、乙|双方|三方|各方|两校|法定|代表人|代表|负责人|校长|园长|共同|正式|、|和|及|并){{0,8}}"
    r"(?P<what>签字|签订|签署|签约|签章|签名|订立|加?盖[公印]?章|生效)(?:[、，和并及或]{0,1}(?:加盖)?(?:单位|学校|双方|园)?(?:盖章|签字|签章|公章|印章|园章)){0,2}"
    rf"(?:本)?(?:(?:{PAPER})书?)?(?:之日|之时|当日|日|后|之后|(?=起))(?:起|开始|始)?(?P<until>[ ]?(?:至|到)[^，。；\n0-9年月日]{{2,24}}(?:之日)?止)?|(?P<now>即日)起"
)
BLANK_LENGTH = re.compile(
    r"(?:[_]{1,20}|[×xX]{1,4}|[ ]{2,20}|（[ _]{0,12}）|(?<=[为期限：间]) ?)(?:个?(?:学年|学期)|个月|个?年(?![ _×xX0-9（）]{0,20}月))"
)
_NO_DATE = re.compile(r"[ ]?(?:（含）)?(?:之前|以前|前(?!后)|以内|之内|内(?!容))")
_NO_LENGTH = re.compile(r"[ ]?(?:以上|以内|以下|之内|内(?!有效)|来|前|后|左右内|级|多|余|行动|规划|计划)|[^，。；]{0,2}教龄")
_COUNTED = re.compile(r"(?:每|近|不少于|不低于|不得少于|至少|连续|(?<!起)满|超过|累计|达到|第|前|过去|未来|头|短于)[ ]?$")
_GAP = re.compile(
    rf"(?:（[^（）0-9一二三四五六七八九十\n]{{1,12}}）|[，：；（）〔〕、| \t\n-]|。(?=自|从|起止|起：)|起|开始|正式|启动|始|终(?![于身])|执行|实施|开展|施行|生效|有效|计算|算|满|至|到|截止|为止|止|基本|结束|终止|失效|届满"
    rf"|起算日|终止日|截止日|届满日|到期日|为限|跨度|一共|前后|连续|存续|并|具体|原则|关系|对子|结为|结成|迄|讫|以|为期|延长至|顺延至|延续至|共计|总计|合计|暂定|共|计|定|为|是|即|自|从|由|利用|用|通过|时间|日期|整|本|确立|建立|覆盖|涵盖|横跨|跨|历时|持续|(?:19|20)[0-9]{{2}}-(?:19|20)?[0-9]{{2}}|本|(?:{PAPER})书?|帮扶|合作|结对|协作|共建|支援|对口|托管|项目|活动|工作"
    r"|上|一般|双方|甲乙|两校|于|当|后|的|期限|期|内|以|和|及|之日|当日|日|_{1,20}|年(?=[，。；]|自|从)|每轮|一轮|一个|本轮|本次|周期|该|约定){0,18}"
)
_PAIRED_GAP = re.compile(
    r"起?[，]?(?:在[^，。；\n]{1,10})?(?:全面|正式|组织|继续)?(?:建立|开展|实施|启动|缔结|结成|结为|进行)(?![^，。；\n]{0,24}(?:培训|跟岗|支教|研修|学习))"
    r"[^，。；\n]{0,16}(?:结对|帮扶|共建|协作|合作|互助|对子|托管|支援|师徒)[^，。；\n0-9每]{0,6}，(?:结对|帮扶|共建|合作)?(?:周期|期限|时间)?(?:为期|为|暂定|共|定为)?"
)
"""自2024年9月起在全县开展结对工作，周期为 …: the pairing stands between its first day and its length."""
_NEXT_LINE = (
    r"\n[ \t\n#>*·●■◆▲★☆-]{0,8}"
    r"(?:第[0-9一二三四五六七八九十百]{1,4}[条款]|[一二三四五六七八九十]{1,3}(?=[、.． \t])|（[一二三四五六七八九十0-9]{1,3}）|[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}(?![0-9年月日.])"
    r"|[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}(?=[、.．）) \t])|[①-⑳Ⅰ-Ⅻ])?"
    r"[、.．） \t]{0,4}"
)
_BELOW = re.compile(rf"[〕）】：。 \t]{{0,4}}{_NEXT_LINE}")
"""A heading ends its line, and what it heads begins the next, with a number of its own or without."""
_SUBJECT = re.compile(r"[一-龥]{2,6}(?:工作|活动|关系|服务|任务|协议)(?=自|从|由|于|至|到)")
"""支教工作|自2024年9月1日开始, right under the heading on the period: what begins then is the work that the paper is about."""
_NEXT_ITEM = re.compile(
    rf"(?:[ ]?(?:起|开始|正式|实施|启动|执行|生效|计算|施行|建立|确立)){{0,3}}[；，。]?[ ]{{0,2}}(?:{_NEXT_LINE}|(?<=[。；，]))"
    r"(?P<rest>(?:[一-龥]{2,6}(?:工作|活动|关系|服务|任务))?(?:(?:于|将)?[至到](?=[0-9二〇])|(?:终止|结束|截止|届满|到期)(?:时间|日期|日)?(?:为|是|于|：)?)"
    r"|(?:(?:具体|起[止讫]|其)?(?:具体|起[止讫])?(?:时间|期限|日期|起[止讫])(?:即|为|是|：)?[自从]?|(?:即)?[自从])(?=[0-9二〇])|(?=[具起时期终结截届到]))"
)
"""A period told in items: its first day in one and its last in the next, its length in one and its dates in the next."""
_SAID_WHOLE = re.compile(r"[ ]?(?:日)?(?:止|为止|终止|结束|截止|届满|失效)?(?:[。；，）]|[ ]*$|，(?:为期|共|期限|期满|届满))", re.MULTILINE)
_ENDS = re.compile("终止|结束|截止|届满|到期")
_OF_DATES = re.compile("(?:具体|起[止讫]|其){0,2}(?:时间|期限|日期|起[止讫])$")
_OF_LENGTH = re.compile("(?:总)?(?:期限|年限|时长)$")
_BOTH = 2
_LONGEST_GAP = 30
_LONGEST_PAIRED_GAP = 48
_MOST_PIECES = 12


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a statement at its place in the normal text."""

    kind: PieceKind
    start: int
    end: int
    moment: Moment | None = None
    length: Length | None = None
    event: str | None = None
    rank: int = 0
    """Of a label: how surely it is that of the document's own period (see :mod:`extractors.text.period_labels`)."""
    until: bool = False
    """The event's words also say where the period ends, by another event (至通过验收之日止)."""


@dataclass(frozen=True, slots=True)
class Statement:
    """Pieces that belong together, in reading order."""

    pieces: tuple[Piece, ...]

    def of(self, *kinds: PieceKind) -> tuple[Piece, ...]:
        """The pieces of some kinds."""
        return tuple(piece for piece in self.pieces if piece.kind in kinds)


def find_statements(text: str, start: int, end: int) -> Iterator[Statement]:
    """The statements of ``text[start:end]`` that say more than a label, in reading order."""
    chain: list[Piece] = []
    for piece in _pieces(text, start, end):
        if chain and (len(chain) == _MOST_PIECES or not (_joined(text, chain[-1], piece) or _is_next_item(text, chain, piece))):
            yield from _whole(chain)
            chain = []
        chain.append(piece)
    yield from _whole(chain)


def _whole(chain: Sequence[Piece]) -> Iterator[Statement]:
    if any(piece.kind not in LABELS for piece in chain):
        yield Statement(tuple(chain))


def _joined(text: str, first: Piece, second: Piece) -> bool:
    """Whether only words of time stand between; after a label also 。, where it is written 起止时间。2023年9月至2024年6月.

    So too between a length and the range that it measures: 三年。2023年9月1日—2026年8月31日.
    """
    at = first.end
    if first.kind == "label" and (below := _BELOW.match(text, at, second.start)):
        subject = _SUBJECT.match(text, below.end(), second.start) if second.kind == "moment" else None
        at = subject.end() if subject else below.end()
    gap = second.start - at
    if first.kind in LABELS and second.kind == "moment" and text[first.end : second.start].strip("〕 \n") == "。":
        return True
    is_range = second.moment is not None and second.moment.last is not None
    if first.kind == "length" and is_range and text[first.end : second.start].strip() == "。":
        return _SAID_WHOLE.match(text, second.end) is not None
    if first.kind == "moment" and second.kind == "length" and 0 < gap <= _LONGEST_PAIRED_GAP:
        return any(pattern.fullmatch(text, first.end, second.start) for pattern in (_GAP, _PAIRED_GAP))
    return 0 <= gap <= _LONGEST_GAP and _GAP.fullmatch(text, at, second.start) is not None


def _is_next_item(text: str, chain: Sequence[Piece], second: Piece) -> bool:
    """Whether a labelled statement goes on in the next item: 起始时间：… / 终止时间：…; 期限为三年。 / 具体时间自…起至…止."""
    first = chain[-1]
    kinds = {piece.kind for piece in chain}
    if not kinds & set(LABELS) or first.kind not in ("moment", "length") or second.kind in ("weak-label", "event", "blank", "length"):
        return False
    found = _NEXT_ITEM.match(text, first.end, second.start + 1)
    if found is None or (found.end() != second.start and not (second.kind in LABELS and found.start("rest") == second.start)):
        return False
    if second.kind not in LABELS:
        return _completes(text, chain, second)
    label = _OF_DATES if "length" in kinds else _ENDS if len([1 for piece in chain if piece.moment]) < _BOTH else _OF_LENGTH
    return label.match(text, second.start, second.end) is not None


def _completes(text: str, chain: Sequence[Piece], second: Piece) -> bool:
    """Whether a date gives what the chain lacks, and nothing else: its last day, or both where it has a length alone."""
    whole = [piece.moment for piece in chain if piece.moment]
    if second.moment is None or not _SAID_WHOLE.match(text, second.end):
        return False
    return not whole if second.moment.last else len(whole) == 1 and whole[0].last is None


def _pieces(text: str, start: int, end: int) -> list[Piece]:
    """Every piece, none overlapping another; the longer one where two begin together."""
    titles = find_titles(text, start, end)
    found = [
        *(Piece(label.kind, label.start, label.end, rank=label.rank) for label in find_period_labels(text, start, end)),
        *(
            Piece("event", m.start(), m.end(), event=m["what"] or m["now"], until=m["until"] is not None)
            for m in _EVENT.finditer(text, start, end)
        ),
        *(Piece("blank", m.start(), m.end()) for m in BLANK_LENGTH.finditer(text, start, end)),
        *(Piece("moment", m.start, m.end, moment=m) for m in find_moments(text, start, end) if not _NO_DATE.match(text, m.end)),
        *(Piece("length", m.start, m.end, length=m) for m in find_durations(text, start, end) if _is_length(text, m)),
    ]
    kept: list[Piece] = []
    at = start
    for piece in sorted(found, key=lambda piece: (piece.start, -piece.end)):
        if piece.start >= at and not titles.cover(piece.start):
            kept.append(piece)
            at = piece.end
    return kept


def _is_length(text: str, length: Length) -> bool:
    return not _NO_LENGTH.match(text, length.end) and not _COUNTED.search(text[max(0, length.start - 5) : length.start])
