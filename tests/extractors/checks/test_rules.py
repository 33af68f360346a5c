"""Every rule over its own examples and over every other rule's: this file needs no change for a new rule."""

from __future__ import annotations

import re
from itertools import chain
from pathlib import Path

import pytest

from extractors import read_text
from extractors.checks import FAMILIES, RULES
from extractors.checks.rule import SECTIONS, Example, Rule
from schemas.finding import Finding

_SLUG = re.compile("[a-z]+(?:-[a-z]+)+")
_CHECKS = Path(__file__).parents[3] / "extractors" / "checks"
_BAD = [pytest.param(rule, one, id=f"{rule.slug}-{at}") for rule in RULES for at, one in enumerate(rule.bad)]
_GOOD = [pytest.param(rule, one, id=f"{rule.slug}-{at}") for rule in RULES for at, one in enumerate(rule.good)]


def _findings(example: Example) -> list[Finding]:
    return list(chain.from_iterable(document.findings for document in read_text(example.text, names=False).documents))


@pytest.mark.parametrize(("rule", "bad"), _BAD)
def test_a_bad_example_is_found_with_its_words(rule: Rule, bad: Example) -> None:
    record = read_text(bad.text, names=False)
    own = [one for document in record.documents for one in document.findings if one.rule == rule.slug]
    assert own, [one.rule for document in record.documents for one in document.findings]
    for one in own:
        assert one.severity == rule.severity
        assert one.message
        assert "\n" not in one.message
        assert re.fullmatch("[0-9a-f]{16}", one.fingerprint)
        assert one.spans
        assert all(record.text[span.start : span.end] == span.text for span in one.spans)


@pytest.mark.parametrize(("rule", "good"), _GOOD)
def test_a_good_example_is_silent(rule: Rule, good: Example) -> None:
    found = _findings(good)
    assert [one.message for one in found if one.rule == rule.slug] == []
    # what another rule finds in it is listed there, with its reason; and nothing is listed in vain
    assert {one.rule for one in found} == set(good.also)
    assert all(good.also.values())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.slug)
def test_a_rule_explains_itself(rule: Rule) -> None:
    assert rule.summary.endswith(".")
    assert tuple(rule.sections) == SECTIONS
    assert all(rule.sections.values())
    assert rule.title
    assert len(rule.bad) >= 2
    assert len(rule.good) >= 3, "near misses are the best tests of a rule"


def test_every_rule_file_is_listed_under_its_own_name() -> None:
    files = {path.relative_to(_CHECKS).as_posix() for path in _CHECKS.glob("*/*.py") if path.name != "__init__.py"}
    listed = {f"{family.slug}/{rule.slug.replace('-', '_')}.py" for family in FAMILIES for rule in family.rules}
    assert files == listed
    assert all(_SLUG.fullmatch(rule.slug) for rule in RULES)
    assert len({rule.slug for rule in RULES}) == len(RULES)
