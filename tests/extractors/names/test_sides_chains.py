"""Parties that help and are helped, and what a sentence goes on to say of a pair.

The texts are of our own invention; names are made up.
"""

from __future__ import annotations

import pytest

from schemas.agreement import Kind
from tests.extractors.names.reading import parties_of

GIVES, TAKES = "supporter", "recipient"

READS = [
    (
        "a school that is helped and helps on",
        "summary",
        """白石镇中心小学受援工作小结
今年，南溪市第三小学派出4名教师到我校支教，我校安排6名教师到南溪市第三小学跟岗。
作为受益者，我校又与牛角村小学结对，全年送教3次，赠送图书200册。
白石镇中心小学""",
        [("白石镇中心小学", "both"), ("南溪市第三小学", GIVES), ("牛角村小学", TAKES)],
    ),
    (
        "a pair of which the second acts next",
        "news",
        """两校牵手
白石镇中心小学与南溪市第三小学结对，南溪市第三小学每月送教1次。""",
        [("白石镇中心小学", TAKES), ("南溪市第三小学", GIVES)],
    ),
    (
        "a bureau that only tells the press, and an alliance that schools join in founding",
        "news",
        """山海协作再升级
记者从云岭县教育局获悉，2024年东湾市理工学校将向云岭县职业高级中学派出教师6名。
由两地职业教育学会、职业院校参与组建山海职教联盟。""",
        [("东湾市理工学校", GIVES), ("云岭县职业高级中学", TAKES)],
    ),
    (
        "a pair that acts together",
        "news",
        """两校牵手
南溪市第三小学与白石镇中心小学结对，两校互派教师12名。""",
        [("白石镇中心小学", TAKES), ("南溪市第三小学", GIVES)],
    ),
]


@pytest.mark.parametrize(("kind", "text", "parties"), [row[1:] for row in READS], ids=[row[0] for row in READS])
def test_reads(kind: Kind, text: str, parties: list[tuple[str, str]]) -> None:
    assert sorted(parties_of(kind, text)) == sorted(parties)
