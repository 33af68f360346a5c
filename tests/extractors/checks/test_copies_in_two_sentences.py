"""Copies whose holders stand in the sentence behind the total."""

from __future__ import annotations

import pytest

from extractors import read_text
from extractors.checks.examples import example

FINDS = (
    "本协议一式四份，具有同等效力。双方各执一份，岚屏县教育主管部门存一份。",
    "本协议一式肆份，均具同等法律效力。甲乙双方各执一份，报县教育局备案一份。",
    "本协议一式三份，每份具有同等法律效力。甲方执一份，乙方执一份。",
    "本协议一式五份，经双方签字盖章后生效。甲方两份，乙方两份。",
    "本协议一式三份。具有同等法律效力。双方各执一份。",
    "本协议一式六份，具有同等法律效力；双方各执两份。",
    "本协议一式2份，具有同等效力。双方各执一份，市教育局备案一份。",
    "协议书一式三份，内容一致，具有同等效力。双方各持一份。",
    "本协议一式四份，均为正本，具有同等效力。甲、乙双方各执一份，主管部门备案一份。",
    "本协议共三份，具有同等效力。甲乙双方各执一份。",
    "本协议正本一式三份，具有同等效力。双方各执一份。",
    "本协议一式三份，自双方签字盖章之日起生效。双方各执一份。",
    "本协议一式四份，同具法律效力。双方各执一份，报送教育局一份。",
)

STAYS_SILENT = (
    "本协议一式三份，具有同等效力。双方各执一份，县教育局存一份。",
    "本协议一式两份，具有同等法律效力。双方各执一份。",
    "本协议一式两份，具有同等法律效力。双方各派一名联络员。",
    "本协议一式两份，具有同等效力。甲方每学期赠送图书一批。",
    "本协议一式四份，具有同等效力。双方各执两份。补充协议一式三份。",
    "本协议一式两份，具有同等效力。乙方每学期报送总结一份。",
    "本协议一式两份，具有同等效力。双方各建立工作档案一份。",
    "本协议一式三份，具有同等效力。报名表由双方各存一份。",
    "本协议一式四份，具有同等法律效力。如有争议，双方协商解决。",
    "本协议一式三份，自签订之日起生效。未尽事宜另行协商。",
    "本协议一式两份，具有同等法律效力。工作台账双方各存一份，县局存一份。",
    "本协议一式三份，具有同等效力。甲方执一份，乙方执一份，另一份存档。",
    "本协议一式两份，具有同等效力。受助学生名册一式三份，双方各执一份。",
)


def _found(copies: str) -> list[str]:
    record = read_text(example(copies=copies).text, names=False)
    return [one.message for document in record.documents for one in document.findings if one.rule == "copies-mismatch"]


@pytest.mark.parametrize("copies", FINDS)
def test_the_rule_finds_it(copies: str) -> None:
    assert _found(copies)


@pytest.mark.parametrize("copies", STAYS_SILENT)
def test_the_rule_stays_silent(copies: str) -> None:
    assert _found(copies) == []
