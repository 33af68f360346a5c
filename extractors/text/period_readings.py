"""What a document's own statements of its period say: first and last day, length, and the event that it runs from.

Reads::

    结对帮扶期限为三年，自2024年9月1日起至2027年8月31日止       start, end and duration; starts on a date
    有效期三年，自双方签字之日起                                  duration; starts on signing
    本协议自签字之日起生效，至2026年8月31日终止                   end; starts on signing

Leaves alone::

    生效日期：2024年9月1日                                        the day of taking effect alone
    培训时间为两周                                                an event of some days
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.text.calendar import Moment, make_date, read_moment
from extractors.text.edtf import is_blank
from extractors.text.pact_names import PAPER
from extractors.text.passage import Passage
from extractors.text.period_labels import PLACE
from extractors.text.period_scope import only_plain, own_rank
from extractors.text.periods import LABELS, Piece, Statement, find_statements
from schemas.agreement import Signature, StartsOn, Term
from schemas.values import Date, Duration

_TO = re.compile(
    r"(?:(?:至|到|迄|讫|-|截止|有效期?至)[ ]?(?:于)?|止于|(?<![一-龥])[止终]：|(?:终止|结束|截止|届满|到期|期满)(?:时间|日期?)?[于：为是 ]{0,2})$"
)
_FROM = re.compile(
    r"(?:起始|开始|启动|起算)(?:时间|日期?)[：为是 ]{0,2}$|(?:起始?|始|开始)[于自]$|(?<![一-龥])[起始]：$|(?<![来源])[自从由]$"
)
_STOPS = re.compile(
    rf"[ ]?(?:日)?(?:，?(?:本|该)?(?:{PAPER})书?(?:即|将)?)?(?:止(?!：)|为止|截止|基本结束|结束|完成(?=[，。；）]|[ ]*(?:\n|$))|(?:自动|自行|即行)?(?:终止|届满|失效|到期|期满)|终(?![于身]))"
)
_STARTS = re.compile(r"[ ]?(?:日)?(?:起|开始|始|算起|正式启动|启动|至今|确立|建立|生效)")
_BEFORE = re.compile(r"(?:自|从|由|为期|利用|用)$")
_AFTER = re.compile(r"(?:为止|止|基本结束|结束|终止|届满|失效)|(?:的)?时间|整|起")
_SIGNED = re.compile("签")
_VALIDITY = re.compile("有效期|(?:协议|合同|协定|责任书)书?的?(?:期|时|年)")
_FROM_SIGNING = re.compile(
    r"(?<!补充协议)(?:自|经|由|于|在|从)[^，。；\n]{0,20}?(?P<how>签[字订署约章名]|订立|加?盖[^，。；\n]{0,4}章)(?:(?!批准|审批|核准|同意|审核|备案)[^，。；\n]){0,12}?(?:之日|之时|当日|日|后|时)起?[，]?(?:即|正式|开始|方可|方)?(?:生效|施行|执行)"
)
_ANOTHER = re.compile("(?<!本)补充|附件|变更|修改|解除|终止|原协议")
_SINCE = r"(?:(?!现|续签|续订|重新|新一轮|本轮)[^。；\n]){0,60}$"
"""What may follow words about an agreement that came before: once 现续签 is said, it is about the new one."""
_OLDER = re.compile(
    rf"(?:曾(?:经)?|此前|之前|以前|上一?[轮期届]|前一?[轮期届]|原(?:协议|合同|结对)|已(?:于|经)?(?:到期|期满|届满|签)|过去){_SINCE}"
    rf"|[年月日][^，。；\n]{{0,6}}签[订署](?:了)?(?!本)[^，。；\n]{{2,30}}(?:协议|合同)书?[》”]?{_SINCE}"
)
_OVER = re.compile(r"[^。；\n]{0,12}?(?:已(?:于|经)?(?:圆满)?(?:到期|期满|届满|结束|完成)|圆满(?:结束|收官)|成效(?:明显|显著)|取得)")
_SHORT_UNITS = ("天", "周")
_BOTH = 2
_LEAD = 24
"""Characters before a date, those of a blank for its year too."""


@dataclass(frozen=True, slots=True)
class PeriodReading:
    """A term as one statement gives it: ``rank`` tells how surely it is the document's own, ``weight`` how much it says."""

    term: Term
    rank: int
    weight: int
    statement: Statement


def find_period_readings(passage: Passage, signing: Sequence[Signature] = ()) -> Iterator[PeriodReading]:
    """The statements of the document's own period, in reading order.

    ``signing`` are the document's signatures: a term that runs from signing or sealing starts on the last known date of them.
    """
    statements = list(find_statements(passage.text, passage.start, passage.end))
    plain = only_plain(passage, statements)
    for statement in statements:
        rank = own_rank(passage, statement)
        if rank is None or (rank == PLACE and statement is not plain) or _is_older(passage, statement):
            continue
        reading = _read(passage, statement, signing, rank)
        if reading is not None:
            yield reading


def _is_older(passage: Passage, statement: Statement) -> bool:
    """Whether the period is that of an agreement that came before: 双方曾签订协议，期限三年; 上一轮帮扶为期三年，成效明显."""
    if passage.kind != "agreement":
        return False
    first, last = statement.pieces[0], statement.pieces[-1]
    before = _OLDER.search(passage.text, passage.sentence_at(first.start).start, first.end)
    return bool(before or _OVER.match(passage.text, last.end, passage.sentence_at(last.start).end))


def _read(passage: Passage, statement: Statement, signing: Sequence[Signature], rank: int) -> PeriodReading | None:
    """The term that a statement gives; None where it gives none (a bare date, the day of taking effect)."""
    starts_on = "unknown"
    start, end = _dates(passage, statement.of("moment"))
    if start is not None:
        starts_on = "date"
    event = next(iter(statement.of("event")), None)
    if event is not None and start is None:
        starts_on, start = _from_event(passage, event, signing)
    elif start is None and _is_validity(passage, statement):
        starts_on, start = _in_force(passage, signing)
    duration = next((piece.length.value for piece in statement.of("length") if piece.length), None)
    if (
        duration is not None
        and end is None
        and duration.unit in _SHORT_UNITS
        and (start is None or not statement.of("label", "broad-label", "weak-label"))
    ):
        return None
    if end is None and duration is None and not _is_enough(statement, event, start):
        return None
    term = _term(passage, statement, (start, end), duration, starts_on)
    weight = 3 * (end is not None) + 2 * (duration is not None) + (start is not None) + (starts_on != "unknown")
    return PeriodReading(term, rank, weight, statement)


def _dates(passage: Passage, pieces: Sequence[Piece]) -> tuple[Date | None, Date | None]:
    """The first and the last day; of two dates the one that nothing marks is what the other leaves it to be."""
    start, end = None, None
    for piece in pieces:
        first, last = _ends_of(passage, piece)
        start = start or first
        end = last if last is not None and (end is None or last.edtf > end.edtf) else end
    if len(pieces) == _BOTH and (start is None) != (end is None):
        bare = [
            piece.moment
            for piece in pieces
            if piece.moment is not None and piece.moment.last is None and _ends_of(passage, piece) == (None, None)
        ]
        if len(bare) == 1 and (bare[0].start == pieces[0].start) == (start is None):
            date = make_date(bare[0].edtf, passage.span(bare[0].start, bare[0].end))
            return (date, end) if start is None else (start, date)
    return start, end


def _is_validity(passage: Passage, statement: Statement) -> bool:
    """Whether the label is 有效期, 协议期限: a time that begins when the agreement comes into force."""
    return any(_VALIDITY.search(passage.text, piece.start, piece.end) for piece in statement.of("label"))


def _in_force(passage: Passage, signing: Sequence[Signature]) -> tuple[str, Date | None]:
    """What puts the agreement into force, as far as that is its signing or sealing, and the day of it."""
    for match in passage.search(_FROM_SIGNING):
        if not _ANOTHER.search(passage.text, passage.sentence_at(match.start()).start, match.start()):
            return _by_signing(match["how"], signing)
    return "unknown", None


def _by_signing(words: str, signing: Sequence[Signature]) -> tuple[str, Date | None]:
    """签字 or 盖章 and the last known date of the signature block; any other event tells no day."""
    if not _SIGNED.search(words) and "章" not in words:
        return "unknown", None
    known = [one.date for one in signing if one.date is not None and not is_blank(one.date.edtf)]
    return "signing" if _SIGNED.search(words) else "sealing", max(known, key=lambda date: date.latest or "", default=None)


def _is_enough(statement: Statement, event: Piece | None, start: Date | None) -> bool:
    """Whether a statement without end and length is a term all the same: a label by a blank, by a first day, by events for both ends."""
    if not statement.of("label"):
        return False
    return bool(statement.of("blank")) or (event.until if event is not None else start is not None)


def _term(
    passage: Passage, statement: Statement, dates: tuple[Date | None, Date | None], duration: Duration | None, starts_on: str
) -> Term:
    first, last = _extent(passage, statement, dated=starts_on == "date")
    on: StartsOn = (
        "date" if starts_on == "date" else "signing" if starts_on == "signing" else "sealing" if starts_on == "sealing" else "unknown"
    )
    return Term(
        start=dates[0],
        end=dates[1],
        duration=duration,
        starts_on=on,
        span=passage.span(first, last),
        confidence=0.95 if statement.of("label") else 0.8,
        via="term",
    )


def _ends_of(passage: Passage, piece: Piece) -> tuple[Date | None, Date | None]:
    """A range's two dates; a single date's side by the words around it (起, 至 … 止)."""
    moment = piece.moment
    if moment is None:
        return None, None
    if moment.last is not None:
        return _range(passage, moment, moment.last)
    date = make_date(moment.edtf, passage.span(moment.start, moment.end))
    before = passage.text[max(passage.start, piece.start - _LEAD) : piece.start].rstrip(" ")
    if _TO.search(before) or _STOPS.match(passage.text, piece.end):
        return None, date
    return (date, None) if _FROM.search(before) or _STARTS.match(passage.text, piece.end) else (None, None)


def _range(passage: Passage, moment: Moment, last: str) -> tuple[Date, Date]:
    """Both dates of a range, each with its own words where they can be told apart."""
    start, end = passage.span(moment.start, moment.first_end or moment.end), passage.span(moment.last_start or moment.start, moment.end)
    return make_date(moment.first, start), make_date(last, end)


def _from_event(passage: Passage, event: Piece, signing: Sequence[Signature]) -> tuple[str, Date | None]:
    """The kind of the event and its day: the last known date of the signatures, or of a notice's foot for 即日起."""
    if event.event == "即日":
        issued = _issued(passage)
        return ("date", issued) if issued else ("unknown", None)
    return _in_force(passage, signing) if event.event == "生效" else _by_signing(passage.text[event.start : event.end], signing)


def _issued(passage: Passage) -> Date | None:
    """The date at a document's foot."""
    for line in reversed(passage.lines[-3:]):
        moment = read_moment(passage.words(line))
        if moment is not None:
            return make_date(moment.edtf, passage.span(line.start, line.end))
    return None


def _extent(passage: Passage, statement: Statement, *, dated: bool) -> tuple[int, int]:
    """The words of a statement: with its label where the length or 为 follows at once, else from 自 on.

    A ``dated`` start needs no event: that it takes effect on signing is said before the label and is no part of the term.
    """
    content = [piece for piece in statement.pieces if piece.kind not in (*LABELS, "blank")]
    content = content or list(statement.of("blank"))
    if len(content) > 1 and content[0].kind == "event" and any(piece.kind == "label" for piece in statement.pieces[1:]) and dated:
        content = content[1:]
    first, last = content[0], content[-1]
    start, end = first.start, last.end
    label = next((piece for piece in reversed(statement.pieces) if piece.kind in LABELS and piece.end <= first.start), None)
    if label and passage.text[label.end : start] in ("", "为", "为期", "是", "：") and "\n" not in passage.text[label.end : start]:
        short = passage.text[label.end : start] in ("为", "为期") or first.kind == "length"
        start = label.start if short else start
    if start == first.start and (before := _BEFORE.search(passage.text[max(passage.start, start - 2) : start])):
        start -= len(before.group())
    after = _AFTER.match(passage.text, end)
    end = after.end() if after and last.kind != "event" else end
    words = passage.text[start:end]
    return start, end + (words.count("（") > words.count("）") and passage.text[end : end + 1] == "）")
