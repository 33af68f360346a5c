"""When an agreement was signed."""

from __future__ import annotations

import pytest

from extractors.text.quoting import quoted
from extractors.text.signing_days import find_signing_days
from tests.extractors.fields.passages import passage_of

TOLD = [
    ("协议书\n签订日期：2024年8月26日\n一、内容", ["2024-08-26"]),
    ("签约时间：2024.8.26", ["2024-08-26"]),
    ("双方于2024年8月26日签订本协议。", ["2024-08-26"]),
    ("本协议由甲乙双方于2024年8月26日在云溪市签署。", ["2024-08-26"]),
]
NOT_TOLD = [
    "根据双方2023年5月6日签订的框架协议",
    "双方于2023年5月6日签订了结对协议，现续签如下。",
    "签订日期：    年  月  日",
    "签订地点：云溪市",
    "活动时间：2024年8月26日",
    "",
]


@pytest.mark.parametrize(("text", "days"), TOLD)
def test_told(text: str, days: list[str]) -> None:
    assert [day.earliest for day in find_signing_days(passage_of(text), ())] == days


@pytest.mark.parametrize("text", NOT_TOLD)
def test_not_told(text: str) -> None:
    assert [day.earliest for day in find_signing_days(passage_of(text), ()) if day.earliest] == []


def test_quoted_words_fit_a_line() -> None:
    assert quoted("自2024年\n 9月1日") == "自2024年9月1日"
    assert len(quoted("年" * 100)) == 40
