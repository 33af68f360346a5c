"""The pages that tell people how to annotate say what the code does, and their example is read as it is annotated."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from pipeline.cli import run
from pipeline.evaluate.facts import FIELDS
from pipeline.evaluate.gold import Gold, GoldFunding, GoldParty, GoldPress, GoldQuota, GoldSignature, GoldTerm, Part, unknown_names
from tests.repo.tracked import ROOT

ENGLISH, CHINESE = ((ROOT / "docs" / name).read_text(encoding="utf-8") for name in ("annotating.md", "annotating.zh-CN.md"))
_BLOCK = re.compile(r"^```(?P<kind>text|json)\n(?P<content>.+?\n)```$", re.MULTILINE | re.DOTALL)
BLOCKS = {match["kind"]: match["content"] for match in _BLOCK.finditer(ENGLISH)}
GOLD = Gold.model_validate_json(BLOCKS["json"])


def test_the_example_is_read_as_it_is_annotated(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "meeting.txt").write_text(BLOCKS["text"], encoding="utf-8")
    (tmp_path / "meeting.gold.json").write_text(BLOCKS["json"], encoding="utf-8")
    assert run(["evaluate", str(tmp_path), "--json"]) == 0
    figures = json.loads(capfd.readouterr().out)
    assert figures["errors"] == []
    assert figures["micro_f1"] == 1.0


def test_the_example_follows_the_page() -> None:
    assert list(unknown_names(GOLD)) == []
    (document,) = GOLD.documents
    for item in [document.term, document.copies, *(document.quotas or ()), *(document.funding or ())]:
        assert item is not None
        assert BLOCKS["text"].count(item.quote or "") == 1
    assert BLOCKS["text"].startswith(document.start_text or "?")


def test_both_languages_say_the_same() -> None:
    def outline(page: str) -> list[str]:
        return re.findall(r"^(#+ |\* |\| `\w+` \||\|)", page, re.MULTILINE)

    assert {match["kind"]: match["content"] for match in _BLOCK.finditer(CHINESE)} == BLOCKS
    assert outline(CHINESE) == outline(ENGLISH)
    assert sorted(set(re.findall(r"`[a-z_]+`", CHINESE))) == sorted(set(re.findall(r"`[a-z_]+`", ENGLISH)))


@pytest.mark.parametrize("page", [ENGLISH, CHINESE], ids=["en", "zh"])
@pytest.mark.parametrize("field", FIELDS)
def test_every_field_that_is_compared_has_a_row(field: str, page: str) -> None:
    assert re.search(rf"^\| `{field}` \|", page, re.MULTILINE)


@pytest.mark.parametrize("part", [GoldFunding, GoldParty, GoldPress, GoldQuota, GoldSignature, GoldTerm])
def test_every_value_that_is_compared_is_named(part: type[Part]) -> None:
    rows = "\n".join(line for line in ENGLISH.splitlines() if line.startswith("| `"))
    assert [name for name in part.model_fields if name not in {"quote", "also"} and f"`{name}`" not in rows] == []
    assert "`quote`" in ENGLISH
    assert "`also`" in ENGLISH
