"""A look at the first character changes no match."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from extractors.text.quick import quick

_PATTERN = r"(?:不少于|≥)?[0-9]{1,3}次|(?<=第)[一二]中|甲?乙(?!丙)"


@given(st.text(alphabet="不少于≥0123次第一二中甲乙丙。 a", max_size=40))
def test_finds_what_the_pattern_finds(text: str) -> None:
    assert [match.span() for match in re.finditer(quick(_PATTERN), text)] == [match.span() for match in re.finditer(_PATTERN, text)]
