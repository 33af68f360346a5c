"""What stands inside a title."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.text.titles import find_titles
from tests.linear import LIMIT, growth


@pytest.mark.parametrize(
    ("text", "word", "inside"),
    [("按《计划（2021年）》执行", "2021", True), ("2021年《计划》", "2021", False), ("《计划2021", "2021", False)],
)
def test_covers(text: str, word: str, inside: bool) -> None:  # noqa: FBT001 - a column of the table
    assert find_titles(text, 0, len(text)).cover(text.index(word)) is inside


@given(st.text(alphabet="《》甲乙\n", max_size=30))
def test_agrees_with_a_walk_over_the_text(text: str) -> None:
    titles = find_titles(text, 0, len(text))
    walked = {at for start, end in zip(titles.starts, titles.ends, strict=True) for at in range(start, end)}
    assert {at for at in range(len(text)) if titles.cover(at)} == walked


def test_long_runs_are_quick() -> None:
    assert growth(lambda text: find_titles(text, 0, len(text)), lambda length: "《" * length) <= LIMIT
