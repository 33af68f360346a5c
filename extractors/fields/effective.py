"""Read what puts an agreement into force.

Reads::

    本协议自双方签字盖章之日起生效                     signing, on the last signature's date
    经双方盖章后生效、经双方签字，本协议即生效         the same where the subject comes last
    本协议自2024年9月1日起生效                         date
    经双方签字并报主管部门批准后执行                   approval
    生效日期：2024年9月1日、签字之日即为生效之日       date; signing
    有效期自签字之日起至2022年12月31日                 signing
    有效期自2024年9月1日至2027年8月31日                date: it is valid from that day on

Leaves alone::

    补充协议自签订之日起生效、生效法律文书             another paper
    年度计划经双方签字后执行                           the same
    生效之日起十日内、协议生效后                       counts from a day that it does not name
    帮扶期限自2024年9月1日起                           how long the assistance runs
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.text.calendar import find_moments, make_date
from extractors.text.edtf import is_blank
from extractors.text.passage import Passage
from extractors.text.periods import find_statements
from extractors.text.punctuation import MASK
from schemas.agreement import Effective, EffectiveOn, Signature
from schemas.values import Date

_SIGN = "签[字订署约章名定]|订立"
_EVENT = rf"(?:{_SIGN}|盖章|公章|用印|印章|批准|审批|审核|核准|同意|备案|公布|发布|印发|下发|签发|颁发|下达|发文|公示|即日|开学|开工|到账|确认|公证|鉴证|通过)"
_PACT = r"(?:本|此|该|以上|上述|这份|此份)?(?:[^，。；：\n]{0,8}?)?(?:协议|合同|协定|责任书|承诺书|备忘录|责任状|意向书|契约|公约|约定|条款)书?(?:内容|条款)?"
_POWER = r"(?:具有?|具备|产生|发生)(?:了)?(?:相应|相同)?(?:的)?(?:法律)?(?:上?的)?(?:效力|约束力)"
_PART = r"(?<![^。；，：、\n.．） ])(?![0-9（第]|[一二三四五六七八九十]{1,3}、)"
"""Where a part of a sentence begins, behind its number."""
_IN_FORCE = re.compile(
    rf"(?:即|正式|开始|自动|方可|方能|方|始|立即|当即|随即|并)?(?:对[^，。；\n]{{1,10}}?)?(?:均|都|即)?(?:生效|施行|{_POWER})"
    r"(?!之日|的?(?:法律|判决|裁|文书|前|后|条件)|(?:时间|日期|日[：以]|条件|方式))"
)
_NAMED = re.compile(r"生效(?:之日|日期?|时间|条件|方式|时点)?[ ]?(?:：|为|是|系|以)(?P<how>[^。；\n]{2,40})")
_NAMES_DAY = re.compile(
    rf"{_PART}(?P<how>[^。；，\n]{{2,40}}?)(?:即为?|作?为|视为|就是)(?:{_PACT})?(?:的)?(?:正式)?生效(?:之日|日期?|时间|时点)"
    rf"|效力(?:[自从]|始于|起于|开始于)(?P<power>[^。；，\n]{{2,40}})"
)
_LASTS = r"有效(?=[，。；）、\n]|$|至)|成立(?=[，。；并\n]|$)|(?:算|作)数|(?:起算|算起|计算)(?=[，。；\n]|$)"
_CARRIED_OUT = re.compile(
    rf"(?:执行|实施|实行|履行|施行|试行|启动)(?!的|方案|情况|过程|细则|新|年度|计划)|{_LASTS}|(?<=[格同照])(?:遵守|执行)"
)
_UP_TO = re.compile(
    rf"(?P<event>{_EVENT}|[0-9一二三四五六七八九十{MASK}][月日年](?=起|开始)|20[0-9]{{2}}(?:[./-][0-9]{{1,2}}){{1,2}}(?=起|开始)|学期(?=起|开始))"
    r"(?:之日|之后|以后|当日|当天|之时|完毕|完成|日|后|时|起|，|即|立|正式|开始|全面|共同|双方|各方|三方|两校|必须|应当?|均|严格|遵照|方|可|能|为|才|就|始|行|告|）|单位|公章|、|并|或|代表|盖章|加盖){0,8}$"
)
"""What may stand between the event and that the pact is carried out from then on."""
_MARKER = re.compile("自|从|于|由|在|待|报|一?经|须")
_SUBJECT = re.compile(
    rf"(?:{_PACT}|双方|三方|各方|两校|两园|(?:帮扶|结对|合作|协作|托管|共建)(?:工作|关系)?|份)?"
    r"(?:法定|授权|代表人?|负责人|校长|园长|甲方?|乙方?|丙方?|双方|三方|各方|单位|签字|盖章|须|应|需|将|均|也|即|的|、|和|及|与|并|或){0,10}"
)
_SUBJECT_LAST = re.compile(
    rf"{_PART}(?P<how>[^。；，\n]{{0,30}}?(?:{_EVENT}|20[0-9]{{2}}年)[^。；，\n]{{0,14}})，?(?:{_PACT})(?:即|正式|开始|立即|方可|方能|自动|就|才|便|随即){{0,2}}"
    rf"(?:生效|施行|执行|实施|履行|启动|{_POWER}|{_LASTS})"
    rf"|(?P<bond>[自从][^。；，\n]{{0,20}}{_EVENT}[^。；，\n]{{0,8}}起)，?双方[^，。；\n]{{0,10}}关系(?:即|正式|就)?(?:建立|确立|成立|生效)"
)
_ENACTED = re.compile(rf"(?P<how>[自从于][^，。；\n]{{2,24}}起)(?:正式|开始)?(?:执行|实施|履行|试行)(?:本|此|该){_PACT}")
_VALID_FROM = re.compile(
    r"有效期限?(?:间)?[^。；\n]{0,12}?(?P<how>[自从由][^，。；\n]{4,24})|(?<=[：期为])(?P<range>[^。；\n]{4,40}?)(?:期间)?有效"
    r"|有效期限?间?[：为是]{0,2}[ ]?(?P<days>(?:19|20|二[〇零○])[^。；，\n]{4,16}?(?=-|至|到))"
)
_HOW = re.compile(
    r"(?:自|一?经|由|于|从|待|在|报|双方|三方|各方|两校|两园|甲乙|法定代表人|代表|签字|签订|签署|签定|签约|签名|签章|盖章)[^。；\n]{0,60}?$"
)
_CONDITION = re.compile(rf"起|后|时|日|天|即|一经|(?:{_SIGN}|盖章|公章)[）]?，?$")
_ANOTHER = re.compile(
    r"(?<!本)补充(?:协议|条款|合同)|(?<!含)(?<!及)(?<!及其)附件|变更|修改|修订|解除|终止|判决|裁决|调解书|原协议|办法|章程|制度|细则|复印件|扫描件|传真"
    r"|(?:计划|方案|清单|纪要|名单|[收货领课]单|(?<!代)表|结果|决定|意见|通知|决议|标准|规定|预算|证书|报告|聘书|规则|规程)(?:须|应|需|均|都|要|，|的效力)?(?:自|一?经|由|于|从|待|在|双方)"
)
_FORMER = re.compile(
    "此前|先前|前期|曾[于经在]|上一?轮|上一?期|首轮|第[一二三]轮|原有?的?《|(?:已|均)(?:经)?(?:履行完毕|到期|期满|届满|终止)|签[订署](?:的|了|过)?[^，。；]{0,8}《"
)
"""An older agreement that this one follows, with a term and a beginning of its own."""
_ASSISTANCE_RUNS = re.compile("(?:期限|周期|时间|年限|时限)[^。；]{0,24}$")
_ITSELF = re.compile(
    r"[ 0-9（）.、①-⑳一二三四五六七八九十]{0,6}(?:[是，][ ]?)?(?:[自经待在](?:(?!补充|变更|修改)[^，。；\n]){0,30}，)?"
    r"(?:(?:本|此|该)(?:协议|合同|协定|责任书|承诺书|备忘录|责任状|意向书|合约|契约|约定)|(?:协议|合同|责任书)书?(?=[自经从由]))(?!的?(?:补充|变更|修改|解除|终止))"
)
_APPROVAL = re.compile(r"(?:批准|审批|审核(?:同意|通过)|核准|同意|公证|鉴证|备案)")
_SIGNING = re.compile(_SIGN)
_SEALING = re.compile(r"盖章|公章|用印|印章")
_BEGINS = re.compile(r"[^，。；\n]{0,4}(?:启动|执行|实施|开始|履行)")
_COUNTS_ON = re.compile(r"[0-9一二三四五六七八九十]{1,3}(?:个)?(?:工作日|日|天|月|周|年)(?:之?内|以内|前)")
_NUMBERING = "0123456789.．、（）一二三四五六七八九十第条 "
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
    return _by_words(passage, signing) or _by_event(passage, signing)


def _in_force(passage: Passage, match: re.Match[str], signing: Sequence[Signature]) -> Effective | None:
    start = max(_said_of(passage, match.start()), match.start() - _REACH)
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


def _by_words(passage: Passage, signing: Sequence[Signature]) -> Effective | None:
    """The ways to say it without 生效 behind its condition: 生效日期：…, 本协议自…起执行, 经双方签字，本协议即生效."""
    for start, end, how in _told(passage):
        moment = next(find_moments(passage.text, how[0], end), None)
        if moment is not None and not re.search(f"{_EVENT}之日起", passage.text[how[0] : moment.start]):
            date = make_date(moment.first, passage.span(moment.start, moment.end))
            return _made(passage, (start, end), "date", date)
        on = _kind(passage.text[slice(*how)])
        return _made(passage, (start, end), on, _signed_on(on, signing))
    return None


def _told(passage: Passage) -> Iterator[tuple[int, int, tuple[int, int]]]:
    """Where such words stand, and the place of those that tell the condition."""
    for pattern in (_NAMED, _NAMES_DAY, _SUBJECT_LAST, _ENACTED, _VALID_FROM):
        for match in passage.search(pattern):
            name = next((name for name, words in match.groupdict().items() if words), None)
            if name is not None and _is_condition(passage, match.span(name), dated=pattern is _VALID_FROM):
                yield from _of_pact(passage, (match.start(name), match.end()), match.span(name))
    for match in passage.search(_CARRIED_OUT):
        how = _carried_out(passage, match.start())
        if how is not None:
            yield from _of_pact(passage, (how, match.end()), (how, match.start()))


def _of_pact(passage: Passage, place: tuple[int, int], how: tuple[int, int]) -> Iterator[tuple[int, int, tuple[int, int]]]:
    start = _said_of(passage, place[0])
    if not _ANOTHER.search(passage.text, start, place[1]) and not _FORMER.search(passage.text, start, passage.sentence_at(place[0]).end):
        yield *place, how


def _said_of(passage: Passage, at: int) -> int:
    """Where that begins which tells the subject: the sentence, or its part behind ； that names the agreement itself."""
    start = passage.sentence_at(at).start
    part = passage.text.rfind("；", start, at) + 1
    return part if part and _ITSELF.match(passage.text, part) else start


def _is_condition(passage: Passage, place: tuple[int, int], *, dated: bool) -> bool:
    """Whether the words name a day, or an event unless they have to be ``dated``; and no days that are counted from then."""
    words = passage.text[slice(*place)]
    if _COUNTS_ON.search(words):
        return False
    return next(find_moments(passage.text, *place), None) is not None or (not dated and re.search(_EVENT, words) is not None)


def _carried_out(passage: Passage, at: int) -> int | None:
    """Where the words begin that tell from when on the pact is carried out: 本协议|自签订之日起|执行. None where something else is."""
    start = max(passage.sentence_at(at).start, at - _REACH)
    event = _UP_TO.search(passage.text, start, at)
    if event is None:
        return None
    part = max((passage.text.rfind(mark, start, event.start()) + 1 for mark in "，；："), default=start)
    part = max(part, start)
    marker = _MARKER.search(passage.text, part, event.start())
    first = marker.start() if marker else part
    if _COUNTS_ON.search(passage.text, first, at):
        return None
    if passage.text[at] in "起计算" and _ASSISTANCE_RUNS.search(passage.text, passage.sentence_at(at).start, first):
        return None
    subject = passage.text[part:first].strip(_NUMBERING) if marker else passage.text[part : event.start()].strip(_NUMBERING)
    return first if _SUBJECT.fullmatch(subject) else None


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
        if event is None or not re.search("起|开始", passage.text[event.start : event.end + 2]):
            continue
        if not statement.of("label", "length", "moment") and not _BEGINS.match(passage.text, event.end):
            continue
        if _ANOTHER.search(passage.text, passage.sentence_at(event.start).start, event.end):
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
