"""Every rule finds what is planted for it, and a clean agreement stays clean: the bounds that we promise, over every voice."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from _pytest.mark import ParameterSet

from tests.planted.measure import PLANTED, judge, voices

_VARIANTS, _CLEAN = 50, 100
_RECALL, _ALARMED = 0.98, 1
_NOT_YET: dict[tuple[str, str], str] = {
    ("district", "quota-conflict"): ".94: one thing promised twice in another order of words (甲方校长每学期…, 每学期甲方校长…)",
    ("teacher", "blank-quota"): ".94: one dash between blanks for a number (走访　—　户)",
    ("teacher", "missing-term"): ".90: a term that is left to others (时限按上级文件执行)",
    ("teacher", "signed-after-term"): ".94: terms told in words that are not read (暂定三年（…）, X启动，Y结束)",
    ("teacher", "overlapping-bands"): ".68: scales of rewards (每学年听评课在12节及以下的，奖励…), in items and in rows of a table",
}
"""What the rules do not reach in a voice, with the share that is found and the reason."""


def _cases() -> Iterator[ParameterSet]:
    for name in voices():
        for rule in PLANTED:
            why = _NOT_YET.get((name, rule.slug))
            yield pytest.param(name, rule.slug, id=f"{name}-{rule.slug}", marks=[pytest.mark.xfail(strict=True, reason=why)] if why else [])


@pytest.mark.parametrize(("name", "rule"), list(_cases()))
def test_a_planted_defect_is_found(name: str, rule: str) -> None:
    missed = [seed for seed in range(_VARIANTS) if not judge(name, rule, seed).found]
    assert len(missed) <= (1 - _RECALL) * _VARIANTS + 1e-9, missed


@pytest.mark.parametrize("name", voices())
def test_clean_agreements_raise_no_alarm(name: str) -> None:
    outcomes = [judge(name, None, seed) for seed in range(_CLEAN)]
    alarmed = {one.seed: [(other.rule, other.message) for other in one.others] for one in outcomes if one.others}
    assert len(alarmed) <= _ALARMED * _CLEAN / 100, alarmed
