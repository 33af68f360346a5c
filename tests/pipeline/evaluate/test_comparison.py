"""What a change has won and what it has cost."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.evaluate.comparison import Comparison, compare
from pipeline.evaluate.gold import Gold
from pipeline.evaluate.matching import hold
from pipeline.evaluate.results import Run
from schemas.record import Record
from tests.pipeline.evaluate.make_gold import annotated
from tests.pipeline.make_record import agreement, record

GOLD = annotated()


def read(**changes: Any) -> Record:
    return record(documents=(agreement().model_copy(update=changes),))


def run(digest: str = "0", gold: dict[str, Any] = GOLD, **records: Record | None) -> Run:
    annotation = Gold.model_validate({"file": "a.txt", "documents": [gold]})
    return Run.of([hold(name, annotation, digest, each) for name, each in records.items()])


def shown(comparison: Comparison) -> tuple[list[str], list[str]]:
    """The fields and values that were gained and lost."""
    gained = [f"{slip.problem} {slip.field} {slip.value}" for slip in comparison.gained]
    return gained, [f"{slip.problem} {slip.field} {slip.value}" for slip in comparison.lost]


(QUOTA,) = agreement().quotas
BETTER, NO_QUOTA, WRONG_UNIT = read(), read(quotas=()), read(quotas=(QUOTA.model_copy(update={"unit": "次"}),))
WRONG_ACTOR, OTHER_ACTOR = (read(quotas=(QUOTA.model_copy(update={"actor": actor}),)) for actor in ("乙方", "丙方"))


@pytest.mark.parametrize(
    ("before", "after", "gained", "lost"),
    [
        (BETTER, BETTER, [], []),
        (NO_QUOTA, BETTER, ["missed quotas 4.. 节 /学期"], []),
        (BETTER, NO_QUOTA, [], ["missed quotas 4.. 节 /学期"]),
        (NO_QUOTA, WRONG_UNIT, [], ["extra quotas 4.. 次 /学期"]),
        (WRONG_UNIT, BETTER, ["missed quotas 4.. 节 /学期", "extra quotas 4.. 次 /学期"], []),
        (NO_QUOTA, WRONG_ACTOR, ["missed quotas 4.. 节 /学期"], ["wrong quotas 甲方"]),
        (WRONG_ACTOR, OTHER_ACTOR, [], []),
        (read(quotas=(QUOTA,) * 3), read(quotas=(QUOTA,) * 2), ["extra quotas 4.. 节 /学期"], []),
        (read(title="甲"), read(title="乙"), ["extra title 甲"], ["extra title 乙"]),
    ],
)
def test_gains_and_losses(before: Record, after: Record, gained: list[str], lost: list[str]) -> None:
    assert shown(compare(run(a=before), run(a=after))) == (gained, lost)
    assert shown(compare(run(a=after), run(a=before))) == (lost, gained)


def test_changes_by_field() -> None:
    changes = {change.name: (change.before, change.after) for change in compare(run(a=WRONG_ACTOR), run(a=NO_QUOTA)).changes}
    assert changes["quotas"] == (1.0, 0.0)
    assert changes["title"] == (1.0, 1.0)
    # nobody asks for the actor of a quota that was not read
    assert "quotas.actor" not in changes
    assert changes["funding.payer"] == (1.0, 1.0)


def test_only_files_of_both_runs_are_compared() -> None:
    comparison = compare(run(a=NO_QUOTA, b=NO_QUOTA), run(b=BETTER, c=NO_QUOTA))
    assert (comparison.shared, comparison.gone, comparison.new) == (1, ("a",), ("c",))
    assert shown(comparison) == (["missed quotas 4.. 节 /学期"], [])
    assert next(change for change in comparison.changes if change.name == "quotas").after == 1.0


def test_another_annotation_is_told() -> None:
    assert compare(run("1", a=BETTER, b=BETTER), run("2", a=BETTER)).annotated == ("a",)
    assert compare(run("1", a=BETTER), run("1", a=NO_QUOTA)).annotated == ()
