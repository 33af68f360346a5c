"""Money is added up exactly, and nothing twice, in both databases."""

from __future__ import annotations

import pytest

from pipeline.report.model import Money, Sum
from schemas.agreement import Funding
from tests.pipeline.report.papers import Archive, agreement, funding
from tests.pipeline.report.test_gather import report

BIG = "9" * 5000
Told = list[tuple[str, str | None, str, str | None]]


def money(archive: Archive) -> Money:
    return report(archive).money


def told(sums: tuple[Sum, ...]) -> Told:
    return [(one.currency, one.per, one.min, one.max) for one in sums]


@pytest.mark.parametrize(
    ("items", "sums"),
    [
        ([funding("0.1"), funding("0.2")], [("CNY", None, "0.3", "0.3")]),
        ([funding("100"), funding("60", part_of=True), funding("40", part_of=True)], [("CNY", None, "100", "100")]),
        ([funding("30"), funding("70"), funding("100", is_total=True)], [("CNY", None, "100", "100")]),
        # a total of items that are not there counts itself
        ([funding("100", is_total=True)], [("CNY", None, "100", "100")]),
        ([funding("100", is_total=True), funding("60", part_of=True)], [("CNY", None, "100", "100")]),
        ([funding("30", is_total=True), funding("100", is_total=True)], [("CNY", None, "100", "100")]),
        ([funding("1", modality="result"), funding("100", is_total=True)], [("CNY", None, "100", "100")]),
        ([funding("5", currency="USD"), funding("100", is_total=True)], [("CNY", None, "100", "100"), ("USD", None, "5", "5")]),
        ([funding("50", per="年", total="100")], [("CNY", None, "100", "100")]),
        ([funding("50", per="年"), funding("7", per="学期"), funding("1")],
         [("CNY", None, "1", "1"), ("CNY", "年", "50", "50"), ("CNY", "学期", "7", "7")]),
        ([funding("50", per="年", for_each="生"), funding("8", per="人"), funding("9", per="年", count="2")], []),
        ([funding("50", None), funding("10")], [("CNY", None, "60", None)]),
        ([funding(None, "50"), funding("10")], [("CNY", None, "10", "60")]),
        ([funding("10", "20"), funding("1", modality="plan")], [("CNY", None, "11", "21")]),
        ([funding("10", modality="result"), funding("10", modality="condition")], []),
        ([funding(BIG), funding("0.01")], [("CNY", None, f"{BIG}.01", f"{BIG}.01")]),
    ],
)  # fmt: skip
def test_what_an_agreement_promises(archive: Archive, items: list[Funding], sums: Told) -> None:
    archive.read("/in/a.txt", agreement(money=items))
    assert told(money(archive).sums) == sums


def test_what_is_left_out_is_told(archive: Archive) -> None:
    archive.read(
        "/in/a.txt",
        agreement(money=[funding("100"), funding("60", part_of=True), funding("100", is_total=True), funding("5", per="人")]),
    )
    archive.read("/in/b.txt", agreement(money=[funding("100", in_kind=True, approximate=True)]))
    found = money(archive)
    assert (found.agreements, found.parts, found.totals, found.rates) == (2, 1, 1, 1)
    assert found.sums == (Sum(currency="CNY", per=None, items=2, agreements=2, min="200", max="200", approximate=True, in_kind=1),)


def test_only_agreements_promise(archive: Archive) -> None:
    archive.read("/in/a.txt", agreement(kind="news", money=[funding("1")]))
    archive.read("/in/b.txt", agreement(is_template=True, money=[funding("1")]))
    assert money(archive).sums == ()


def test_a_total_speaks_for_its_own_document(archive: Archive) -> None:
    archive.read("/in/a.txt", agreement(money=[funding("30")]), agreement(money=[funding("100", is_total=True)]))
    assert told(money(archive).sums) == [("CNY", None, "130", "130")]


def test_two_copies_of_a_file_promise_once(archive: Archive) -> None:
    archive.read("/in/a.txt", agreement(money=[funding("30")]))
    archive.see("/in/b.txt", "/in/a.txt")
    assert told(money(archive).sums) == [("CNY", None, "30", "30")]
