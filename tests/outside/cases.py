"""What every generator of hostile files hands out: a file, and what must become of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from schemas.source import Reason, Status


@dataclass(frozen=True, slots=True)
class Case:
    """A file: its name, what makes its bytes, and the outcomes that are right: statuses, or reasons why it was not read.

    ``says`` stands in the outcome's message, ``holds`` in the record's text; ``finds`` are rules that must find something.
    """

    name: str
    make: Callable[[], bytes]
    outcomes: frozenset[Status | Reason]
    says: str = ""
    holds: str = ""
    finds: frozenset[str] = field(default_factory=frozenset)


def case(
    name: str, data: bytes | Callable[[], bytes], *outcomes: Status | Reason, says: str = "", holds: str = "", finds: str = ""
) -> Case:
    """A case, with ``finds`` as words; what is large comes as what makes it."""
    make = data if callable(data) else partial(bytes, data)
    return Case(name, make, frozenset(outcomes), says, holds, frozenset(finds.split()))


PAPER = """结对帮扶协议书

甲方：清泉市第一小学
乙方：石门县柳河镇中心小学

一、帮扶期限为三年，自2024年9月1日起至2027年8月31日止。
二、甲方每学期选派3名骨干教师到乙方支教，乙方每学期选派2名教师到甲方跟岗。
三、甲方每年资助乙方帮扶经费5万元。
四、任何一方违约，由双方协商解决。
五、本协议一式两份，双方各执一份，自签字之日起生效。未尽事宜，双方另行协商。

甲方（盖章）：清泉市第一小学    乙方（盖章）：石门县柳河镇中心小学
代表：赵明远    代表：钱小溪
2024年8月20日    2024年8月20日
"""
