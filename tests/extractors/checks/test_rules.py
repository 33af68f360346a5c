"""Every rule over its own examples and over every other rule's: this file needs no change for a new rule."""

from __future__ import annotations

import re
from itertools import chain
from pathlib import Path

import pytest

from extractors import read_text
from extractors.checks import ALL_RULES, FAMILIES, PAGE_RULES, RULES
from extractors.checks.rule import SECTIONS, Described, Example, PageRule, Rule
from extractors.readers.source_text import LostLine, Page, ReadLine, SourceText
from schemas.finding import Finding
from schemas.span import Extent

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


def _scanned(example: Example) -> SourceText:
    """A page as the engine hands it over."""
    text, lines, lost = "", [], []
    for line in example.shown.splitlines():
        sure, _, words = line.partition("  ")
        if not words:
            lost.append(LostLine(1, (0.0, 0.0, 9.0, 9.0), len(text)))
            continue
        lines.append(ReadLine(len(text), len(text) + len(words), float(sure)))
        text += words + "\n"
    page = Page(1, 0, len(text), char_boxes=(None,) * len(text))
    return SourceText(text, "image/png", pages=(page,), ocr_pages=(1,), lines=tuple(lines), lost=tuple(lost))


@pytest.mark.parametrize("rule", PAGE_RULES, ids=lambda rule: rule.slug)
def test_a_page_rule_finds_its_bad_examples_alone(rule: PageRule) -> None:
    for example in rule.bad:
        source = _scanned(example)
        (found,) = rule.check(source, [Extent(start=0, end=len(source.text))])
        assert (found.rule, found.severity, found.subject) == (rule.slug, rule.severity, "1")
        assert all(source.text[span.start : span.end] == span.text for span in found.spans)
        assert list(rule.check(source, [])) == [], "what stands in no document does not count"
    for example in rule.good:
        source = _scanned(example)
        assert list(rule.check(source, [Extent(start=0, end=len(source.text))])) == []


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.slug)
def test_a_rule_explains_itself(rule: Described) -> None:
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
    assert all(_SLUG.fullmatch(rule.slug) for rule in ALL_RULES)
    assert len({rule.slug for rule in ALL_RULES}) == len(ALL_RULES)
