"""LAC with our own session."""

from __future__ import annotations

from extractors.names.recogniser import LacRecogniser

RECOGNISER = LacRecogniser()


def _names(sentence: str) -> list[tuple[str, str]]:
    return [(sentence[start:end], tag) for start, end, tag in RECOGNISER.recognise(sentence)]


def test_names_of_all_three_kinds() -> None:
    assert _names("青石县教育局局长达娃介绍，望海市选派教师。") == [("青石县教育局", "ORG"), ("达娃", "PER"), ("望海市", "LOC")]


def test_nothing_in_nothing() -> None:
    assert _names("") == []
    assert _names("每学期不少于2次") == []


def test_a_long_run_is_looked_at_in_pieces() -> None:
    sentence = "，" * 500 + "校长李沐阳带队"
    assert ("李沐阳", "PER") in _names(sentence)


def test_offsets_rise_and_stay_inside() -> None:
    sentence = "特级教师葛文澜到青石县第一小学，与王玉梅老师同台。" * 20
    reached = 0
    for start, end, _ in RECOGNISER.recognise(sentence):
        assert reached <= start < end <= len(sentence)
        reached = end
