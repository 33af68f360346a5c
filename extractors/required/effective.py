"""Whether an agreement says when it takes effect.

Reads::

    本协议自双方签字盖章之日起生效             found
    本协议有效期自2024年9月1日至2027年7月31日  found: it is valid from a day on
    本协议自20__年__月__日起生效               blank

Leaves alone::

    帮扶期限自2024年9月1日起、协议有效期三年   how long the assistance runs, not from when the agreement binds
    补充协议自签订之日起生效                   another paper
    协议生效后十日内拨付经费                   that it takes effect, not when
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.case import Case
from extractors.text.open_dates import is_open
from schemas.required import FieldState

_SAID = re.compile(
    r"(?:签[字订署约章名定]|盖章|批准|同意|备案|公布|公证|之日|[0-9]{1,2}日)[^。；\n]{0,40}生效(?!后|前|之日起|期间|的?(?:法律|判决|裁|文书))"
    r"|生效[^。；\n]{0,12}(?:签[字订署约章名定]|盖章|批准|备案)"
)
_ANOTHER = re.compile("(?<!本)补充|附件|变更|修改|解除|原协议|办法|章程|制度|细则|[^，。；]{2}(?:方案|计划|纪要|单|表|结果|标准|名单)")


def find_state(case: Case) -> Iterator[FieldState]:
    """One state, of the whole agreement."""
    effective = case.document.effective
    if effective is not None:
        date = effective.date
        blank = effective.on == "date" and date is not None and is_open(date.edtf, date.span.text if date.span else "")
        yield FieldState(field="effective", state="blank" if blank else "found", span=effective.span)
        return
    for match in case.passage.search(_SAID):
        start = case.passage.sentence_at(match.start()).start
        if not _ANOTHER.search(case.passage.text, start, match.end()):
            yield FieldState(field="effective", state="found", span=case.passage.span(match.start(), match.end()))
            return
    yield FieldState(field="effective", state="not-stated")
