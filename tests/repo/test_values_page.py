"""The pages on values say what the engine does: every example is read, both languages give the same ones, the tables are the lexicons'."""

from __future__ import annotations

import io
import json
import re
import sys
from datetime import date
from typing import Any

import opencc
import pytest

from extractors.values import find_values
from pipeline.cli import run
from pipeline.values import as_json
from tests.repo.tracked import ROOT
from tests.repo.value_tables import PAGES, with_tables

ENGLISH, CHINESE = (path.read_text(encoding="utf-8") for path in PAGES)
_SIMPLIFY = opencc.OpenCC("t2s").convert
_REFERENCE = date(2023, 5, 17)
_EXAMPLE = re.compile(r"^\| (?P<text>[^|`]+) \| (?P<words>[^|`]+) \| `(?P<found>\{[^`]+\})` \|", re.MULTILINE)
_NONE = re.compile(r"(?<=^<!-- none -->\n).*?(?=^<!-- end -->$)", re.MULTILINE | re.DOTALL)
EXAMPLES = [match.groupdict() for match in _EXAMPLE.finditer(ENGLISH)]
NOTHING = re.findall(r"^\| ([^|`]+) \| [^|`]+ \|$", "".join(_NONE.findall(ENGLISH)), re.MULTILINE)[2:]


def _read(text: str) -> list[dict[str, Any]]:
    return [as_json(one) for one in find_values(text, simplify=_SIMPLIFY, reference=_REFERENCE)]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["text"])
def test_an_example_is_read_so(example: dict[str, str]) -> None:
    (found,) = _read(example["text"])
    assert example["text"][found.pop("start") : found.pop("end")] == example["words"]
    assert found == json.loads(example["found"])


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_value_is_left_alone(text: str) -> None:
    assert _read(text) == []


def test_the_answer_is_the_one_that_is_shown(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    asked, answer = re.findall(r"^```json\n(.+?)^```$", ENGLISH, re.MULTILINE | re.DOTALL)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(asked.encode())))
    assert run(["values"]) == 0
    assert run(["values", "--text", json.loads(asked)["text"], "--reference", "2023-05-17"]) == 0
    assert capfd.readouterr().out == answer * 2
    assert all(answer in (ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "README.zh-CN.md"))


def test_every_kind_has_examples() -> None:
    kinds = {json.loads(example["found"])["kind"] for example in EXAMPLES}
    assert kinds == {"date", "period", "duration", "frequency", "number", "percent", "ordinal", "money", "quantity"}
    assert len(NOTHING) > 10


def test_both_languages_give_the_same_examples() -> None:
    assert [match.groupdict() for match in _EXAMPLE.finditer(CHINESE)] == EXAMPLES
    assert re.findall(r"^#+ ", CHINESE, re.MULTILINE) == re.findall(r"^#+ ", ENGLISH, re.MULTILINE)
    texts = [re.findall(r"^\| ([^|`]+) \| [^|`]+ \|$", "".join(_NONE.findall(page)), re.MULTILINE)[2:] for page in (ENGLISH, CHINESE)]
    assert texts[0] == texts[1]
    blocks = [re.findall(r"^```\w+\n.+?^```$", page, re.MULTILINE | re.DOTALL) for page in (ENGLISH, CHINESE)]
    assert blocks[0] == blocks[1]


@pytest.mark.parametrize("page", [ENGLISH, CHINESE], ids=["en", "zh"])
def test_the_tables_are_those_of_the_lexicons(page: str) -> None:
    assert with_tables(page) == page, "python -m tests.repo.value_tables"
