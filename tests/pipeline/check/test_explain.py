"""``jiedui rules`` and ``jiedui rule``."""

from __future__ import annotations

import json

import pytest

from extractors.checks import ALL_RULES, FAMILIES
from extractors.checks.rule import Described
from pipeline.cli import run


def test_every_rule_is_listed_under_its_family(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["rules"]) == 0
    out = capfd.readouterr().out
    for family in FAMILIES:
        assert (f"{family.title} ({family.slug})\n" in out) == bool(family.rules)
    assert [line.split()[0] for line in out.splitlines() if line.startswith("  ")] == [rule.slug for rule in ALL_RULES]
    assert all(rule.title in out for rule in ALL_RULES)


def test_the_list_in_english(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "--lang", "en"]) == 0
    out = capfd.readouterr().out
    assert all(rule.summary in out for rule in ALL_RULES)


def test_the_list_as_json(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "--format", "json"]) == 0
    listed = json.loads(capfd.readouterr().out)
    assert [one["rule"] for one in listed] == [rule.slug for rule in ALL_RULES]
    assert {"rule", "family", "severity", "title", "summary", "agreements_only"} == set(listed[0])


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.slug)
def test_a_rule_is_explained_with_its_examples(rule: Described, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["rule", rule.slug]) == 0
    out = capfd.readouterr().out
    unindented = "\n".join(line.removeprefix("  │").removeprefix(" ") for line in out.splitlines() if line.startswith("  │"))
    for example in (*rule.bad, *rule.good):
        assert example.shown.rstrip() in unindented
    for heading, body in rule.sections.items():
        assert f"\n{heading}\n" in out
        assert all(f"  {line}".rstrip() in out for line in body.splitlines())


def test_an_unknown_rule_names_the_nearest(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["rule", "copies-missmatch"]) == 2
    captured = capfd.readouterr()
    assert "相近的有：copies-mismatch" in captured.err
    assert captured.err.count("\n") == 1
