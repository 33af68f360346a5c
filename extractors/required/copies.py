"""Whether an agreement says how many copies it has.

Reads::

    本协议一式两份，双方各执一份          found
    本协议双方各执一份                    found, though no total is given
    本协议一式    份                       blank

Leaves alone::

    补充协议一式两份                       another paper's copies
    交接清单双方各存一份                   the same
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.case import Case
from extractors.text.passage import Stretch
from extractors.text.punctuation import MASK
from schemas.required import FieldState

_LEFT_OPEN = re.compile(
    rf"[一壹1][ ]?式[ ]?(?:[{MASK} ]{{0,16}}|（[{MASK} ]{{0,8}}）)[份册]|(?:协议|合同|责任书)书?(?:文本|正本)?(?:一?共有?|共计|计)(?:[{MASK} ]{{1,16}}|（[{MASK} ]{{0,8}}）)份"
)
_COUNT = "(?:[0-9]{1,2}|[一二两三四五六七八九十壹贰叁肆伍陆]{1,2}|若干|数|多)"
_EVERYBODY = "(?:双方|各方|三方|四方|多方|两校|两园|两家|甲[、，]?乙(?:[、，]?丙)?(?:双|三)?方?|甲方[、，和与及]乙方)"
_KEEPS = "(?:收执|执有|持有|留存|保存|保留|保管|存档|收存|执|持|存|留)"
_PACT = "(?:协议|合同|协定|责任书|承诺书|备忘录|契约|约定书|责任状|意向书|条款)书?"
_SHARED = re.compile(
    rf"{_EVERYBODY}?[^，。；\n]{{0,12}}(?:各自?|分别|均){_KEEPS}{{1,2}}[^，。；\n]{{0,6}}?{_COUNT}[ ]?[份本册]|{_EVERYBODY}(?:各自?|分别){_COUNT}[ ]?份"
    rf"|{_PACT}(?:正本|文本|原件|纸质版)?[^，。；\n]{{0,6}}?{_COUNT}[ ]?份(?!额)|[一壹1][ ]?式[ ]?{_COUNT}[ ]?[份册本套联]"
)
_PAPERS = re.compile(
    "(?<!代)表|[册卡账]|单(?![位独方])|台帐|报告|总结|材料|档案|证书|收据|发票|票据|回执|方案|计划|记录|教案|申请书|清单|资料|试卷|简报|报送|上报|填写|填报|提交|出具|图书|作品|补充|附件[^）]|另(?:行|外)?[签订]"
)
_THIS = re.compile(rf"(?:[本此该]|以上|上述){_PACT}|{_PACT}")
_NUMBERING = "0123456789一二三四五六七八九十第条、.．（） -*·，①②③④⑤⑥⑦⑧⑨⑩abcdefgh"
_MOST_BARE = 30
_NEAR = 4
"""Characters behind 一份 in which it is said of what (一份资料)."""


def find_state(case: Case) -> Iterator[FieldState]:
    """One state, of the whole agreement."""
    copies = case.document.copies
    if copies is not None:
        yield FieldState(field="copies", state="found", span=copies.span)
        return
    blank = next(case.passage.search(_LEFT_OPEN), None)
    if blank is not None:
        yield FieldState(field="copies", state="blank", span=case.passage.span(blank.start(), blank.end()))
        return
    shared = _shared(case)
    yield FieldState(field="copies", state="found" if shared else "not-stated", span=case.span(shared) if shared else None)


def _shared(case: Case) -> Stretch | None:
    """双方各执一份: who keeps a copy, without a total; the sentence speaks of the pact, or of nothing else."""
    passage = case.passage
    for match in passage.search(_SHARED):
        sentence = passage.sentence_at(match.start())
        before = passage.text[sentence.start : match.start()]
        if _PAPERS.search(before) or _PAPERS.search(passage.text, match.start(), min(sentence.end, match.end() + _NEAR)):
            continue
        if _THIS.search(before + match.group()) or len(before.strip(_NUMBERING)) <= _MOST_BARE:
            return Stretch(match.start(), match.end())
    return None
