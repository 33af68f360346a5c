"""The table of hostile inputs names tests and files that are there, and nothing that is made for it is left out of it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.outside import hostile_pdf, hostile_text, hostile_word
from tests.outside.rows import ROWS, Row

_ROOT = Path(__file__).resolve().parents[2]
_CASES = {one.name for family in (hostile_pdf, hostile_text, hostile_word) for one in family.cases()}


def functions(file: Path) -> set[str]:
    return {node.name for node in ast.walk(ast.parse(file.read_bytes())) if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.input)
def test_what_holds_a_row_is_there(row: Row) -> None:
    assert bool(row.tests or row.cases) != bool(row.later)
    assert set(row.cases) <= _CASES
    for test in row.tests:
        file, _, name = test.partition("::")
        assert name.startswith("test_")
        assert name in functions(_ROOT / file), test


def test_every_row_of_the_table_is_there_once() -> None:
    assert len(ROWS) == len({row.input for row in ROWS}) == 19
    assert sum(bool(row.later) for row in ROWS) == 3
