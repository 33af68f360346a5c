"""Read how long the assistance runs.

Reads::

    结对帮扶期限为三年，自2024年9月1日起至2027年8月31日止       start, end and duration; starts on a date
    有效期三年，自双方签字之日起                                  duration; starts on signing
    一、协作期限 / 2023.09—2026.08。                              start and end
    从2024年9月起，至2027年7月止，利用三年时间                    a plan's own period
    为期两年的结对帮扶                                            duration

Leaves alone::

    每年10月31日前、到2027年实现全覆盖                            a deadline, a goal
    支教期一年、跟岗时间不少于四周                                the stay of the people sent
    启动阶段（2024年9月）、“十四五”时期                         a stage, a policy's period
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.text.calendar import Moment, make_date, read_moment
from extractors.text.edtf import is_blank
from extractors.text.passage import Passage
from extractors.text.period_labels import PLACE
from extractors.text.period_scope import only_plain, own_rank
from extractors.text.periods import LABELS, Piece, Statement, find_statements
from schemas.agreement import Signature, StartsOn, Term
from schemas.values import Date, Duration

_TO = re.compile(r"(?:(?:至|到|迄|-|截止|有效期?至)[ ]?(?:于)?|(?:终止|结束|截止|届满)(?:时间|日期)[：为 ]{0,2})$")
_FROM = re.compile(r"(?:起始|开始|启动|起算)(?:时间|日期)[：为 ]{0,2}$")
_STOPS = re.compile(r"[ ]?(?:日)?(?:止|为止|截止|基本结束|结束|终止|届满|失效)")
_STARTS = re.compile(r"[ ]?(?:日)?(?:起|开始|始|正式启动|启动|至今|确立|建立|生效)")
_BEFORE = re.compile(r"(?:自|从|由|为期|利用|用)$")
_AFTER = re.compile(r"(?:为止|止|基本结束|结束|终止|届满|失效)|(?:的)?时间|整|起")
_SIGNED = re.compile("签")
_VALIDITY = re.compile("有效期|(?:协议|合同|协定|责任书)书?的?(?:期|时|年)")
_FROM_SIGNING = re.compile(
    r"(?<!补充协议)(?:自|经|由|于|在|从)[^，。；\n]{0,20}?(?P<how>签[字订署约章名]|订立|加?盖[^，。；\n]{0,4}章)(?:(?!批准|审批|核准|同意|审核|备案)[^，。；\n]){0,12}?(?:之日|之时|当日|日|后|时)起?[，]?(?:即|正式|开始|方可|方)?(?:生效|施行|执行)"
)
_ANOTHER = re.compile("(?<!本)补充|附件|变更|修改|解除|终止|原协议")
_SHORT_UNITS = ("天", "周")


@dataclass(frozen=True, slots=True)
class _Reading:
    """A term as one statement gives it, and how much it says."""

    term: Term
    rank: int
    weight: int


def find_term(passage: Passage, signing: Sequence[Signature] = ()) -> Term | None:
    """How long the assistance runs, None where the document does not say.

    ``signing`` are the document's signatures: a term that runs from signing or sealing starts on the last known date of them.
    """
    statements = list(find_statements(passage.text, passage.start, passage.end))
    plain = only_plain(passage, statements)
    readings: list[_Reading] = []
    for statement in statements:
        rank = own_rank(passage, statement)
        if rank is None or (rank == PLACE and statement is not plain):
            continue
        reading = _read(passage, statement, signing, rank)
        if reading is not None:
            readings.append(reading)
    best = max(readings, key=lambda reading: (reading.rank, reading.weight), default=None)
    return None if best is None else best.term


def _read(passage: Passage, statement: Statement, signing: Sequence[Signature], rank: int) -> _Reading | None:
    """The term that a statement gives; None where it gives none (a bare date, the day of taking effect)."""
    start, end, starts_on = None, None, "unknown"
    for piece in statement.of("moment"):
        first, last = _ends_of(passage, piece)
        start = start or first
        end = last if last is not None and (end is None or last.edtf > end.edtf) else end
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
    return _Reading(term, rank, 3 * (end is not None) + 2 * (duration is not None) + (start is not None) + (starts_on != "unknown"))


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
    before = passage.text[max(passage.start, piece.start - 8) : piece.start]
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
