"""Both READMEs say the same, and what they say works."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from extractors.readers.limits import MAX_BYTES, MAX_CHARACTERS
from extractors.readers.pdf import MOST_PAGES
from tests.repo.tracked import ROOT

ENGLISH, CHINESE = ROOT / "README.md", ROOT / "README.zh-CN.md"
_COMMAND = re.compile(r"^<!-- command: (?P<name>\w+) -->\n```sh\n(?P<command>.+?)\n```\n<!-- end -->$", re.MULTILINE | re.DOTALL)
_PYTHON = re.compile(r"^```python\n(?P<code>.+?)\n```$", re.MULTILINE | re.DOTALL)
_CUT_OUT = "sed -n '/^<!-- command: test -->$/,/^<!-- end -->$/p' README.md | sed -e '/^<!--/d' -e '/^```/d'"


def commands(readme: Path) -> dict[str, str]:
    return {match["name"]: match["command"] for match in _COMMAND.finditer(readme.read_text(encoding="utf-8"))}


def blocks(readme: Path) -> list[str]:
    """The fenced blocks without their comments, which are in the README's language."""
    found = re.findall(r"^```\w*\n(.+?)\n```$", readme.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    return [re.sub(r"[ ]*#[ ].*$", "", block, flags=re.MULTILINE) for block in found]


def test_there_is_a_command_to_use_it_and_one_to_test_it() -> None:
    assert set(commands(ENGLISH)) == {"use", "test"}


def test_both_languages_give_the_same_commands_and_examples() -> None:
    assert commands(ENGLISH) == commands(CHINESE)
    assert blocks(ENGLISH) == blocks(CHINESE)


def test_both_languages_have_the_same_sections_and_links() -> None:
    def outline(readme: Path) -> list[int]:
        return [len(mark) for mark in re.findall(r"^(#+) ", readme.read_text(encoding="utf-8"), re.MULTILINE)]

    def tables(readme: Path) -> list[int]:
        return [line.count("|") for line in readme.read_text(encoding="utf-8").splitlines() if line.startswith("|")]

    assert outline(ENGLISH) == outline(CHINESE)
    assert tables(ENGLISH) == tables(CHINESE)


@pytest.mark.parametrize("readme", [ENGLISH, CHINESE], ids=["en", "zh"])
def test_links_lead_somewhere(readme: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", readme.read_text(encoding="utf-8")):
        assert (ROOT / target).exists(), target


def test_ci_runs_the_command_of_the_readme() -> None:
    extracted = subprocess.run(
        ["bash", "-c", _CUT_OUT],  # noqa: S607 - bash of the PATH
        cwd=ROOT,
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    assert extracted.stdout.strip() == commands(ENGLISH)["test"]
    assert "<!-- command: test -->" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_the_library_example_runs(tmp_path: Path) -> None:
    (code,) = {match["code"] for match in _PYTHON.finditer(ENGLISH.read_text(encoding="utf-8"))}
    script = tmp_path / "example.py"
    script.write_text(f"import sys\nsys.path.insert(0, {str(ROOT)!r})\n{code}\n", encoding="utf-8")
    done = subprocess.run([sys.executable, str(script)], cwd=ROOT, check=False, capture_output=True, encoding="utf-8")
    assert (done.returncode, done.stderr) == (0, "")
    expected = re.findall(r"# → (.+)$", code, re.MULTILINE)
    assert done.stdout.split("\n")[: len(expected)] == expected


@pytest.mark.parametrize("readme", [ENGLISH, CHINESE], ids=["en", "zh"])
def test_the_limits_are_those_of_the_code(readme: Path) -> None:
    text = readme.read_text(encoding="utf-8")
    for limit in (f"{MAX_BYTES // 1024 // 1024} MB", f"{MOST_PAGES:,}", f"{MAX_CHARACTERS:,}"):
        assert f"| {limit} |" in text
