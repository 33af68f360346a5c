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

from collections.abc import Sequence

from extractors.text.passage import Passage
from extractors.text.period_readings import find_period_readings
from schemas.agreement import Signature, Term


def find_term(passage: Passage, signing: Sequence[Signature] = ()) -> Term | None:
    """How long the assistance runs, None where the document does not say.

    ``signing`` are the document's signatures: a term that runs from signing or sealing starts on the last known date of them.
    """
    best = max(find_period_readings(passage, signing), key=lambda reading: (reading.rank, reading.weight), default=None)
    return None if best is None else best.term
