"""Read what puts an agreement into force.

Reads::

    本协议自双方签字盖章之日起生效                     signing, on the last signature's date
    经双方盖章后生效                                   sealing, on that date too
    本协议自2024年9月1日起生效                         date
    经双方签字并报主管部门批准后生效                   approval
    生效日期：2024年9月1日、本协议自2024年9月1日起执行  date
    有效期自签字之日起至2022年12月31日                 signing

Leaves alone::

    补充协议自签订之日起生效、生效法律文书             another paper
    生效之日起十日内                                   counts from a day that it does not name
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.text.calendar import find_moments, make_date
from extractors.text.edtf import is_blank
from extractors.text.passage import Passage
from extractors.text.periods import find_statements
from schemas.agreement import Effective, EffectiveOn, Signature
from schemas.values import Date

_IN_FORCE = re.compile(
    r"(?:即|正式|开始|自动|方可|方|立即)?(?:生效|施行|具有法律效力|发生法律效力)(?!之日|的?(?:法律|判决|裁|文书|前|后|条件)|(?:时间|日期))"
)
_PACT = r"(?:本|此|该|以上|上述)?(?:合作|帮扶|结对)?(?:协议|合同|协定|责任书|承诺书|备忘录|责任状)书?"
_CARRIED_OUT = re.compile(rf"(?<!充)(?<!件){_PACT}(?P<how>[自从于][^，。；\n]{{2,30}}?起)(?:正式|开始)?(?:执行|实施|履行)")
_NAMED_DAY = re.compile(r"生效(?:时间|日期)[ ]?[：为是]{1,2}(?P<how>[^。；\n]{2,40})")
_HOW = re.compile(r"(?:自|一?经|由|于|从|待|在|报|双方|三方|各方|两校|两园|甲乙|法定代表人|代表|签字|签订|签署|签章|盖章)[^。；\n]{0,60}?$")
_CONDITION = re.compile(r"起|后|时|日|即|一经|(?:签[字订署章约名]|盖章|公章)[）]?$")
_ANOTHER = re.compile(r"(?<!本)补充(?:协议|条款)|附件|变更|修改|解除|终止|判决|裁决|调解书|原协议|办法|章程|制度|细则")
_APPROVAL = re.compile(r"(?:批准|审批|审核(?:同意|通过)|核准|同意|公证|鉴证|备案)")
_SIGNING = re.compile(r"签[字订署约章名]|订立")
_SEALING = re.compile(r"盖章|公章|用印|印章")
_BEGINS = re.compile(r"[^，。；\n]{0,4}(?:启动|执行|实施|开始|履行)")
_REACH = 90


def find_effective(passage: Passage, signing: Sequence[Signature] = ()) -> Effective | None:
    """What puts an agreement into force, None where it does not say.

    ``signing`` are its signatures: what takes effect on signing or sealing does so on the last known date of them.
    """
    if passage.kind != "agreement":
        return None
    for match in passage.search(_IN_FORCE):
        found = _in_force(passage, match, signing)
        if found is not None:
            return found
    return _by_day(passage, signing) or _by_event(passage, signing)


def _in_force(passage: Passage, match: re.Match[str], signing: Sequence[Signature]) -> Effective | None:
    sentence = passage.sentence_at(match.start())
    start = max(sentence.start, match.start() - _REACH)
    how = _HOW.search(passage.text, start, match.start())
    if how is None or _ANOTHER.search(passage.text, start, match.start()):
        return None
    words = how.group()
    if not _CONDITION.search(words):
        return None
    first = how.start() + (len(words) - len(_last_part(words)))
    moment = next(find_moments(passage.text, first, match.start()), None)
    if moment is not None:
        date = make_date(moment.first, passage.span(moment.start, moment.end))
        return _made(passage, (first, match.end()), "date", date)
    on = _kind(passage.text[first : match.start()])
    return _made(passage, (first, match.end()), on, _signed_on(on, signing))


def _by_day(passage: Passage, signing: Sequence[Signature]) -> Effective | None:
    """生效日期：2024年9月1日, 本协议自2024年9月1日起执行."""
    for pattern in (_NAMED_DAY, _CARRIED_OUT):
        for match in passage.search(pattern):
            place = match.span("how")
            moment = next(find_moments(passage.text, *place), None)
            if moment is not None:
                date = make_date(moment.first, passage.span(moment.start, moment.end))
                return _made(passage, (match.start("how"), match.end()), "date", date)
            on = _kind(match["how"])
            return _made(passage, (match.start("how"), match.end()), on, _signed_on(on, signing))
    return None


def _last_part(words: str) -> str:
    """The part of the sentence that tells how: 有效期三年，自双方签字之日起 is told by what follows 自."""
    parts = [*re.finditer("自|经|待|从", words)]
    at = next((part.start() for part in parts if "，" not in words[part.start() :].rstrip("，")), None)
    return words[at:] if at is not None else words.rpartition("，")[2] or words


def _kind(words: str) -> EffectiveOn:
    if _APPROVAL.search(words):
        return "approval"
    if _SIGNING.search(words):
        return "signing"
    return "sealing" if _SEALING.search(words) else "unknown"


def _by_event(passage: Passage, signing: Sequence[Signature]) -> Effective | None:
    """有效期自签字之日起…, 自本协议签订之日起正式启动: it says from when, without the word 生效."""
    for statement in find_statements(passage.text, passage.start, passage.end):
        event = next(iter(statement.of("event")), None)
        if event is None or "起" not in passage.text[event.start : event.end]:
            continue
        if not statement.of("label", "length", "moment") and not _BEGINS.match(passage.text, event.end):
            continue
        on = _kind(passage.text[event.start : event.end])
        return _made(passage, (event.start, event.end), on, _signed_on(on, signing))
    return None


def _signed_on(on: EffectiveOn, signing: Sequence[Signature]) -> Date | None:
    """The last known date of the signature block, where the paper takes effect by what is done there."""
    if on not in ("signing", "sealing"):
        return None
    known = [one.date for one in signing if one.date is not None and not is_blank(one.date.edtf)]
    return max(known, key=lambda date: date.latest or "", default=None)


def _made(passage: Passage, place: tuple[int, int], on: EffectiveOn, date: Date | None) -> Effective:
    return Effective(on=on, date=date, span=passage.span(*place), confidence=0.9 if on != "unknown" else 0.6, via="effective")
