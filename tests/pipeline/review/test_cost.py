"""What it costs to fold, apply and carry a log grows as the log and the record do, also where the same words stand everywhere."""

from __future__ import annotations

import pytest

from pipeline.review.carry import Earlier, carried
from pipeline.review.decision import Logged
from pipeline.review.entries import plain
from pipeline.review.reviewed import reviewed
from pipeline.review.standing import fold
from schemas.agreement import Quota
from schemas.record import Record
from schemas.source import Outcome, Source
from schemas.span import Extent, Span
from schemas.values import Amount
from tests.linear import LIMIT, growth
from tests.pipeline.review.logs import Log
from tests.pipeline.store.filling import document

WORDS = "送教3节。"


def quotas_of(number: int, front: str = "") -> Record:
    """A plan in which the same quota stands over and over."""
    text = front + WORDS * number
    at = [len(front) + one * len(WORDS) for one in range(number)]
    spans = [Span(start=start, end=start + 4, text=text[start : start + 4]) for start in at]
    quotas = tuple(Quota(span=span, amount=Amount(min="3", max="3"), unit="节", modality="plan") for span in spans)
    plan = document(None, kind="plan").model_copy(update={"quotas": quotas, "span": Extent(start=0, end=len(text))})
    return Record(source=Source(id="sha256:0", extractor_version="1"), outcome=Outcome(status="read"), text=text, documents=(plan,))


def log_of(record: Record) -> list[Logged]:
    """Three reviewers' decisions on every quota, one in ten undone."""
    log = Log()
    for at, quota in enumerate(record.documents[0].quotas):
        span = quota.span
        for who in ("甲", "乙", "丙"):
            place = {"words": span.text, "start": span.start, "end": span.end}
            log.add(who, "reject", f"/documents/0/quotas/{at}", None, was=plain(quota), **place)
        if at % 10 == 0:
            log.add("丙", "undo", ref=f"bundle {len(log.entries)}")
    return log.entries


def test_folding_and_applying_is_linear() -> None:
    def work(made: tuple[Record, list[Logged]]) -> object:
        return reviewed(made[0], fold(made[1]))

    assert growth(work, lambda number: (quotas_of(number), log_of(quotas_of(number))), large=3000) < LIMIT


@pytest.mark.parametrize("less", [0, 5], ids=["as many", "fewer"])
def test_carrying_is_linear(less: int) -> None:
    def work(made: tuple[Record, list[Logged], Earlier]) -> object:
        return carried(made[1], 2, made[0], {1: made[2]})

    def make(number: int) -> tuple[Record, list[Logged], Earlier]:
        old = quotas_of(number)
        return quotas_of(number - less, front="前言。"), log_of(old), Earlier.of(1, old.model_dump_json())

    assert growth(work, make, large=3000) < LIMIT
    new, log, earlier = make(200)
    kept = carried(log, 2, new, {1: earlier})
    assert len({entry.decision.target for entry in kept.log if entry.decision.target}) == 200 - less
    assert len({entry.decision.target for entry in kept.reopened}) == 0
