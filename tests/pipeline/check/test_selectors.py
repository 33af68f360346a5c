"""Which rules a person's words mean."""

from __future__ import annotations

import pytest

from extractors.checks import ALL_RULES, FAMILIES
from pipeline.check.selectors import meant_by, only_rule, resolve
from pipeline.config.misuse import Misuse

MISSING = {rule.slug for family in FAMILIES if family.slug == "missing" for rule in family.rules}


@pytest.mark.parametrize("word", ["copies-mismatch", "Copies_Mismatch", "copies-mismatch, ,", "copies-mismatch，copies-mismatch"])
def test_one_rule(word: str) -> None:
    assert resolve([word]) == {"copies-mismatch"}


def test_families_prefixes_and_lists() -> None:
    assert meant_by("missing") == MISSING
    assert meant_by("missing-") == meant_by("missing-*") == {rule.slug for rule in ALL_RULES if rule.slug.startswith("missing-")}
    assert resolve(["missing,copies-mismatch"]) == MISSING | {"copies-mismatch"}
    assert resolve(["all"]) == {rule.slug for rule in ALL_RULES}
    assert resolve([]) == frozenset()


@pytest.mark.parametrize("word", ["copy-mismatch", "copies-mismatsh", "copies_mismatch2"])
def test_an_unknown_rule_names_the_nearest(word: str) -> None:
    with pytest.raises(Misuse) as error:
        resolve([word])
    assert "copies-mismatch" in str(error.value.facts["nearest"])


@pytest.mark.parametrize("word", ["x", "一式", "zzzz-", "-"])
def test_nothing_is_near(word: str) -> None:
    with pytest.raises(Misuse) as error:
        resolve([word])
    assert error.value.sentence == "no_rule"


def test_a_rule_is_explained_by_its_own_name_alone() -> None:
    assert only_rule("missing_copies").slug == "missing-copies"
    with pytest.raises(Misuse):
        only_rule("missing")
