"""Read who signed for each party, and when.

Reads::

    甲方（盖章）：云溪市实验小学        乙方（盖章）：石桥镇中心小学
    代表签字：陆远航                    代表签字：覃秀梅
    2024年8月26日                       2024年8月26日                       甲方 陆远航, 乙方 覃秀梅, each on that day
    甲方：第二幼儿园　园长：柳如眉 / 乙方：… 园长：车晓丹 / 2023年3月6日    one date for both
    师傅签名：庄映雪　　徒弟签名：韦小满                                    persons who are the parties sign for themselves
    甲方校长：乙方校长：                                                     two parties, nobody has signed

Leaves alone::

    法定代表人：严柏松                   in the head, where the parties are introduced
    填表日期：    年   月   日           the form's own date
    甲方责任：、联系人：                 no signature
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractors.names.signers import Role, find_signers, role_of
from extractors.text.calendar import make_date
from extractors.text.passage import Passage
from extractors.text.punctuation import HAN, MASK
from extractors.text.signature_lines import WITNESS, find_signature_marks, is_of_party
from extractors.text.signature_marks import Mark
from schemas.agreement import Signature
from schemas.values import Date

_PERSON = re.compile(rf"[{HAN}]{{2,4}}|[{HAN}]{{1,8}}(?:·[{HAN}]{{1,8}}){{1,3}}|[{HAN}]{{5,6}}|[A-Za-z][A-Za-z .·'-]{{1,30}}")
_NO_PERSON = re.compile(
    r"(?:学校|小学|中学|大学|学院|校|园|局|中心|委员会|基金会|协会|公司|集团|厅|政府|支部|办公室|科|处|室)$|签字|签名|盖章|公章|日期|以下|无正文"
)
_SHORT_NAME = re.compile(
    rf"(?!家长|学生|教师|老师|校长|园长|甲方|乙方|代表|同上|以上|以下)[{HAN}]{{1,2}}(?![校园局会院中小厂社司处科部队厅所])[{HAN}]"
)
"""甲方：高远: too short for a body, unless it is 一中 or 实小."""
_TITLE_AFTER = re.compile(r"(?:校长|园长|院长|书记|局长|主任|老师|先生|女士)$")
_MASKED = re.compile(rf"[{MASK}]|某")
_BLANK_DAY = "XXXX-XX-XX"


@dataclass(slots=True)
class _Entry:
    """What has been found for one party."""

    marks: list[Mark] = field(default_factory=list)
    signatory: Mark | None = None
    date: Mark | None = None


def find_signing(passage: Passage, roles: Sequence[Role]) -> tuple[Signature, ...]:
    """One signature for each party of an agreement that has a signature line, in the order of the lines."""
    if passage.kind != "agreement":
        return ()
    signers = find_signers(passage, roles)
    marks = _without_witnesses(signers.told_apart(find_signature_marks(passage, signers.words, signers.persons)))
    entries = _by_layout(passage, marks, list(signers.keys))
    return tuple(_signature(passage, role, entry, marks) for role, entry in entries.items() if not role.startswith(WITNESS))


def _without_witnesses(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """The marks without the lines of those who sign below, above or between the parties, and not beside them in a row.

    The only date stays: it is everybody's.
    """
    of_parties = {mark.line for mark in marks if is_of_party(mark)}
    kept: list[Mark] = []
    left: list[Mark] = []
    inside = False
    for mark in marks:
        if mark.kind == "party":
            inside = not is_of_party(mark) and mark.line not in of_parties
        (left if inside and mark.line not in of_parties else kept).append(mark)
    dated = any(mark.kind == "date" for mark in kept)
    days = [] if dated else [mark for mark in left if mark.kind == "date"]
    return tuple(sorted([*kept, *days], key=lambda mark: mark.start))


def _by_layout(passage: Passage, marks: Sequence[Mark], roles: list[str]) -> dict[str, _Entry]:
    """Give every mark to its party."""
    entries: dict[str, _Entry] = {}
    for mark in marks:
        if mark.kind == "party" and mark.role is not None:
            entry = entries.setdefault(mark.role, _Entry())
            entry.marks.append(mark)
            if mark.signs and _read_name(passage, mark):
                entry.signatory = mark
    if not entries:
        return _without_parties(marks, roles)
    for mark in marks:
        if mark.kind != "party" and mark.role in entries:
            _give(entries[mark.role or ""], mark)
    for kind in ("signatory", "date"):
        _share_out(entries, [mark for mark in marks if mark.kind == "party" or mark.role is None], kind)
    for entry in entries.values():
        if entry.signatory is None:
            entry.signatory = next((mark for mark in entry.marks if _SHORT_NAME.fullmatch(passage.words(mark.value))), None)
    return entries


def _without_parties(marks: Sequence[Mark], roles: list[str]) -> dict[str, _Entry]:
    """责任人（签字）：… under a letter of responsibility: as many signatories as parties, in their order."""
    signatories = [mark for mark in marks if mark.kind == "signatory"]
    dates = [mark for mark in marks if mark.kind == "date"]
    if not roles or len(signatories) != len(roles):
        return {}
    entries = {role: _Entry([mark], mark) for role, mark in zip(roles, signatories, strict=True)}
    for at, entry in enumerate(entries.values()):
        entry.date = dates[at] if len(dates) == len(roles) else dates[0] if dates else None
    return entries


def _share_out(entries: dict[str, _Entry], marks: Sequence[Mark], kind: str) -> None:
    """Signatories or dates: beside their party, under it in its column, or one for all at the end."""
    wanted = [mark for mark in marks if mark.kind == kind]
    after_all = [mark for mark in wanted if not any(later.kind == "party" for later in marks if later.start > mark.start)]
    columns = _columns(marks)
    if len(wanted) > 1 and len(after_all) == len(wanted) == len(entries) and not _beside(wanted[0], marks):
        for entry, mark in zip(entries.values(), wanted, strict=True):
            _give(entry, mark)
        return
    before_all = [mark for mark in wanted if not any(other.kind == "party" for other in marks if other.start < mark.start)]
    if kind == "date" and len(wanted) == 1 and (after_all or before_all) and not _on_own_line(wanted[0], marks):
        for entry in entries.values():
            _give(entry, wanted[0])
        return
    for mark in wanted:
        alone = _party_of_own(mark, marks, columns)
        signed = {role for role, entry in entries.items() if entry.signatory is not None and entry.signatory in entry.marks}
        role = alone or _column_of(mark, wanted, columns, signed if kind == "signatory" else set()) or _last_party(mark, marks)
        if role is not None:
            _give(entries[role], mark)


def _beside(mark: Mark, marks: Sequence[Mark]) -> bool:
    """Whether a party stands before the mark on its own line, and the others' marks do not."""
    return any(other.kind == "party" and other.line == mark.line and other.start < mark.start for other in marks)


def _on_own_line(mark: Mark, marks: Sequence[Mark]) -> bool:
    """Whether the mark ends the line of one party, as every party has a line with its signatory."""
    of_line = {other.role for other in marks if other.kind == "party" and other.line == mark.line}
    signed = {other.line for other in marks if other.kind == "signatory" or other.signs}
    lines = {other.role: other.line for other in marks if other.kind == "party"}
    return len(of_line) == 1 and len(set(lines.values())) == len(lines) > 1 and signed == set(lines.values())


def _columns(marks: Sequence[Mark]) -> dict[int, list[Mark]]:
    """The parties of every line that names two or more."""
    lines: dict[int, list[Mark]] = {}
    for mark in marks:
        if mark.kind == "party":
            lines.setdefault(mark.line, []).append(mark)
    firsts = {line: list({party.role: party for party in reversed(parties)}.values())[::-1] for line, parties in lines.items()}
    return {line: parties for line, parties in firsts.items() if len(parties) > 1}


def _party_of_own(mark: Mark, marks: Sequence[Mark], columns: dict[int, list[Mark]]) -> str | None:
    """The party before the mark that has lines to itself, if it stands under a row of several."""
    before = [other for other in marks if other.kind == "party" and other.start < mark.start]
    if not columns or not before or before[-1].line in columns:
        return None
    return before[-1].role if before[-1].line > min(columns) else None


def _column_of(mark: Mark, wanted: Sequence[Mark], columns: dict[int, list[Mark]], signed: set[str]) -> str | None:
    """The party whose column a mark stands in: the same place in the row, if the row above it names the parties.

    Parties that have ``signed`` for themselves need no mark: they have none where there are as many marks as others.
    """
    above = [line for line in columns if line < mark.line]
    if not above:
        return None
    parties = columns[max(above)]
    row = [other for other in wanted if other.line == mark.line]
    unsigned = [party for party in parties if party.role not in signed]
    parties = unsigned if len(unsigned) == len(row) else parties
    alone = [
        [other for other in wanted if other.line == line] for line in sorted({other.line for other in wanted if other.line > max(above)})
    ]
    one_by_one = len(row) == 1 and all(len(group) == 1 for group in alone)
    at = [group[0] for group in alone].index(mark) if one_by_one else row.index(mark)
    return parties[at].role if at < len(parties) else None


def _last_party(mark: Mark, marks: Sequence[Mark]) -> str | None:
    """The party named last before the mark."""
    before = [other for other in marks if other.start < mark.start and other.kind == "party"]
    return before[-1].role if before else None


def _give(entry: _Entry, mark: Mark) -> None:
    if mark.kind == "date":
        entry.date = entry.date or mark
    elif entry.signatory is None or entry.signatory.value.start == entry.signatory.value.end:
        entry.signatory = mark


def _signature(passage: Passage, role: str, entry: _Entry, marks: Sequence[Mark]) -> Signature:
    own = [*entry.marks, *(mark for mark in (entry.signatory, entry.date) if mark is not None)]
    start, end = min(mark.start for mark in own), max(mark.end for mark in own)
    if any(mark.role not in (None, role) and start < mark.start < end for mark in marks):
        shown = entry.signatory or next((mark for mark in entry.marks if mark.signs), None) or _named(entry)
        start, end = shown.start, shown.end
    signatory = _read_name(passage, entry.signatory) if entry.signatory else None
    return Signature(
        role=role_of(role),
        signatory=signatory,
        date=_date(passage, entry.date),
        span=passage.span(start, end),
        confidence=0.95,
        via="signing",
    )


def _named(entry: _Entry) -> Mark:
    """The mark that has a name behind its label, or is one."""
    return next((mark for mark in entry.marks if mark.value.end > mark.value.start), entry.marks[-1])


def _read_name(passage: Passage, mark: Mark) -> str | None:
    """The signatory's name as the source writes it, None where the place is open or a body's name stands there."""
    start, end = mark.value.start, mark.value.end
    words = passage.text[start:end]
    title = _TITLE_AFTER.search(words)
    if title and title.start() > 1:
        end = start + title.start()
        words = passage.text[start:end]
    bare = words.replace(" ", "")
    names = bare.split("、")
    if not all(_PERSON.fullmatch(name) for name in names) or _NO_PERSON.search(bare) or _MASKED.search(bare):
        return None
    return re.sub(r"\s", "", passage.written(start, end)) if re.search(f"[{HAN}]", bare) else passage.written(start, end)


def _date(passage: Passage, mark: Mark | None) -> Date | None:
    if mark is None:
        return None
    if mark.moment is None:
        return make_date(_BLANK_DAY, passage.span(mark.start, mark.end))
    return make_date(mark.moment.first, passage.span(mark.moment.start, mark.moment.end))
