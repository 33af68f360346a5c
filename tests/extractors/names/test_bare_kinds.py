"""The bare word for a kind of organisation: only where the document names one of the kind, and the word acts or is acted on."""

from __future__ import annotations

import pytest

from extractors.names.bare_kinds import find_bare_kinds, full_names
from tests.extractors.fields.passages import passage_of

GROUP, FUND = "江原市云图教育集团", "春晖教育基金会"

READS = [
    (f"{GROUP}与两校结对。集团设立奖励金6万元。", [GROUP], ["集团"]),
    (f"{FUND}实施项目。\n2.基金会每学期配送图书，由基金会拨付。", [FUND], ["基金会", "基金会"]),
    (f"{FUND}、{GROUP}参加。，集团将派3人，基金会捐赠2万元。", [FUND, GROUP], ["集团", "基金会"]),
]
LEAVES_ALONE = [
    ("集团将派3人。", []),
    (f"{GROUP}、白河市育新教育集团参加。集团将派3人。", [GROUP, "白河市育新教育集团"]),
    (f"{GROUP}推进，集团化办学，集团内学校，集团成员校。", [GROUP]),
    (f"{FUND}出资，各基金会派人，基金会章程。", [FUND]),
]


@pytest.mark.parametrize(("text", "names", "found"), READS)
def test_reads(text: str, names: list[str], found: list[str]) -> None:
    assert [text[start:end] for start, end in find_bare_kinds(passage_of(text), full_names(names))] == found


@pytest.mark.parametrize(("text", "names"), LEAVES_ALONE)
def test_leaves_alone(text: str, names: list[str]) -> None:
    assert list(find_bare_kinds(passage_of(text), full_names(names))) == []


def test_a_kind_of_which_two_are_named_has_no_name() -> None:
    assert full_names([GROUP, "白河市育新教育集团", FUND]) == {"基金会": FUND}
    assert full_names([GROUP, "云图教育集团", GROUP]) == {"集团": GROUP}
