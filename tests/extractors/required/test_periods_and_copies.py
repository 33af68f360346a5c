"""The states of what an agreement must say about its time and its copies."""

from __future__ import annotations

import pytest

from extractors import read_text
from extractors.checks.examples import example
from schemas.required import RequiredField, State

STATES: list[tuple[RequiredField, State, dict[str, str]]] = [
    ("term", "found", {}),
    ("term", "found", {"term": "帮扶期限：与市教育局文件一致。"}),
    ("term", "found", {"term": "本协议长期有效。"}),
    ("term", "blank", {"term": "帮扶期限为    年，自20__年__月起。"}),
    ("term", "blank", {"term": "帮扶期限：________。"}),
    ("term", "blank", {"term": "", "further": "自    年  月  日至    年  月  日。"}),
    ("term", "not-stated", {"term": ""}),
    ("term", "not-stated", {"term": "", "further": "期满后经双方同意可以续签一年。"}),
    ("effective", "found", {}),
    ("effective", "found", {"effective": "本协议经双方签字盖章后生效。"}),
    ("effective", "blank", {"effective": "本协议自20__年__月__日起生效。"}),
    ("effective", "not-stated", {"effective": ""}),
    ("effective", "not-stated", {"effective": "本协议生效后十日内，甲方拨付活动经费。"}),
    ("copies", "found", {}),
    ("copies", "found", {"copies": "本协议由甲乙双方各保存一份。"}),
    ("copies", "blank", {"copies": "本协议一式    份，双方各执    份。"}),
    ("copies", "not-stated", {"copies": ""}),
    ("copies", "not-stated", {"copies": "交接清单一式两份，双方各存一份。"}),
]


@pytest.mark.parametrize(("field", "state", "changes"), STATES)
def test_states(field: RequiredField, state: State, changes: dict[str, str]) -> None:
    (document,) = read_text(example(also=None, shown=None, **changes).text, names=False).documents
    (found,) = [one for one in document.required if one.field == field]
    assert found.state == state
    assert (found.span is None) is (state == "not-stated")


@pytest.mark.parametrize("field", ["term", "effective", "copies"])
def test_nothing_is_asked_of_other_papers(field: RequiredField) -> None:
    text = "结对工作总结\n\n一年来，我校到石桥镇中心小学送教20次，现总结如下。\n一、基本情况\n两校共同教研8次。\n"
    (document,) = read_text(text, names=False).documents
    assert [one.state for one in document.required if one.field == field] == ["not-applicable"]
