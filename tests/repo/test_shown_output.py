"""What the documentation shows as output is what the program prints."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.repo.shown_output import PAGES, commands, output, with_output
from tests.repo.tracked import shown


@pytest.mark.parametrize("path", PAGES, ids=shown)
def test_the_output_is_what_the_program_prints(path: Path) -> None:
    page = path.read_text(encoding="utf-8")
    assert with_output(page) == page, "python -m tests.repo.shown_output"


def test_the_pages_show_output() -> None:
    shown_commands = [command for path in PAGES for command in commands(path.read_text(encoding="utf-8"))]
    assert len(shown_commands) > 6


def test_other_output_is_noticed() -> None:
    page = "<!-- output: jiedui --version -->\n```text\njiedui 0\n```\n<!-- end -->\n"
    assert with_output(page) == page.replace("jiedui 0\n", output("jiedui --version"))
    assert output("jiedui --version").startswith("jiedui ")
