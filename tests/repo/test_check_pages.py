"""The rules' pages are those of the rule files, and the pages on checking say what the program does."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import typer.main

from extractors.checks import ALL_RULES, FAMILIES
from pipeline.check.config import load_config
from pipeline.check.pages import FOLDER, pages, write
from pipeline.cli import app, run
from tests.repo.tracked import ROOT, shown

STALE = "python -m pipeline.check.pages writes docs/checks anew"
MANUALS = {name: [ROOT / "docs" / f"{name}{ending}" for ending in (".md", ".zh-CN.md")] for name in ("checking", "adding-a-check")}
_ALL = [path for paths in MANUALS.values() for path in paths]
_FENCED = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\(([^)#:]+)(?:#([^)]*))?\)")


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def test_the_rules_pages_are_those_of_the_rule_files() -> None:
    assert {path.name: text(path) for path in FOLDER.glob("*")} == pages(), STALE


def test_writing_takes_away_the_pages_of_rules_that_are_no_more(tmp_path: Path) -> None:
    (tmp_path / "gone.md").write_text("x", encoding="utf-8")
    write(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {"README.md", *(f"{rule.slug}.md" for rule in ALL_RULES)}


def test_the_index_has_every_rule_with_its_severity() -> None:
    index = pages()["README.md"]
    for family in FAMILIES:
        for rule in family.rules:
            assert re.search(rf"^\| \[`{rule.slug}`\]\({rule.slug}\.md\) \| \w+ \| {re.escape(rule.title)} \|", index, re.MULTILINE)


@pytest.mark.parametrize("path", [*_ALL, *sorted(FOLDER.glob("*.md"))], ids=shown)
def test_links_lead_somewhere(path: Path) -> None:
    for target, anchor in _LINK.findall(_FENCED.sub("", text(path))):
        assert (path.parent / target).exists(), target
        assert not anchor or f'<a id="{anchor}">' in text(path.parent / target), anchor


@pytest.mark.parametrize("name", MANUALS)
def test_both_languages_say_the_same(name: str) -> None:
    english, chinese = map(text, MANUALS[name])

    def blocks(page: str) -> list[tuple[str, str]]:
        return [(kind, re.sub(r"[ ]*#[ ].*$", "", block, flags=re.MULTILINE)) for kind, block in _FENCED.findall(page)]

    assert blocks(english) == blocks(chinese)
    assert _marks(chinese) == _marks(english)


def _marks(page: str) -> list[str]:
    """The signs that make the page's outline, and the names in code."""
    plain = _FENCED.sub("", page)
    return [*re.findall(r"^(?:#+|\*|\|) ", plain, re.MULTILINE), *sorted(set(re.findall(r"`[a-z_-]+`", plain)))]


@pytest.mark.parametrize("path", MANUALS["checking"], ids=shown)
def test_every_option_of_check_has_a_row(path: Path) -> None:
    command: Any = typer.main.get_command(app)
    options = {option for parameter in command.commands["check"].params for option in parameter.opts if option.startswith("--")} - {
        "--help"
    }
    rows = "\n".join(line for line in text(path).splitlines() if line.startswith("| `--"))
    assert {option for option in options if f"`{option}" not in rows} == set()
    assert set(re.findall(r"`(--[a-z-]+)", rows)) <= options


@pytest.mark.parametrize("path", MANUALS["checking"], ids=shown)
def test_the_configuration_that_is_shown_is_read(path: Path, tmp_path: Path) -> None:
    (block,) = [block for kind, block in _FENCED.findall(text(path)) if kind == "toml"]
    (tmp_path / "jiedui.toml").write_text(block, encoding="utf-8")
    settings = load_config(tmp_path / "jiedui.toml")
    assert settings.fail_on == "warning"
    assert settings.levels == {"copies-mismatch": "warning"}
    assert settings.per_path[0].patterns == ("历史/**", "*.pdf")
    assert set(tomllib.loads(block)["check"]) == {"select", "ignore", "severity", "fail-on", "severities", "per-path"}


@pytest.mark.parametrize("path", MANUALS["checking"], ids=shown)
def test_every_key_of_the_json_is_named(path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    run(["check", str(ROOT / "samples" / "agreement" / "figures-that-disagree"), "--format", "json", "--no-config", "--no-names"])
    made = json.loads(capfd.readouterr().out)
    (file,) = made["files"]
    keys = {*made, *file, *file["findings"][0], *file["findings"][0]["spans"][0], *made["summary"], *made["summary"]["by_rule"][0]}
    of_every_span = {"start", "end", "text"}
    assert {key for key in keys - of_every_span if f"`{key}`" not in text(path)} == set()


@pytest.mark.parametrize("path", MANUALS["adding-a-check"], ids=shown)
def test_the_commands_for_newcomers_work(path: Path) -> None:
    lines = [line for kind, block in _FENCED.findall(text(path)) if kind == "sh" for line in block.splitlines()]
    tried = [line for line in lines if line != "python -m pipeline.check.pages"]
    assert len(tried) == 3
    assert len(lines) == 4
    for line in tried:
        words = line.replace("jiedui ", "python -m pipeline ", 1).split() if line.startswith("jiedui") else line.split()
        done = subprocess.run([sys.executable, *words[1:]], cwd=ROOT, check=False, capture_output=True, encoding="utf-8")
        assert done.returncode in ({0, 3} if "check" in words else {0}), done.stdout + done.stderr
        assert "copies-mismatch" in done.stdout or " passed" in done.stdout


def test_a_newcomer_s_rule_is_met_everywhere(tmp_path: Path) -> None:
    """The walk through the page with a rule of one's own, in a copy: one file, one line, and every command knows it."""
    for name in ("schemas", "extractors", "pipeline"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    family = tmp_path / "extractors" / "checks" / "copies"
    rule = text(family / "copies_mismatch.py").replace("copies-mismatch", "copies-at-odds").replace("份数对不上", "份数自相矛盾")
    (family / "copies_at_odds.py").write_text(rule, encoding="utf-8")
    listed = text(family / "__init__.py")
    listed = listed.replace("import copies_mismatch", "import copies_at_odds, copies_mismatch").replace(
        "(copies_mismatch", "(copies_at_odds.RULE, copies_mismatch"
    )
    (family / "__init__.py").write_text(listed, encoding="utf-8")
    sample = str(ROOT / "samples" / "agreement" / "figures-that-disagree" / "source.txt")
    for arguments, words in (
        (["pipeline", "rules"], "份数自相矛盾"),
        (["pipeline", "rule", "copies-at-odds"], "什么时候不报"),
        (["pipeline", "check", sample, "--no-names", "--select", "copies-at-odds"], "错误[copies-at-odds]"),
        (["pipeline.check.pages"], ""),
    ):
        done = subprocess.run([sys.executable, "-m", *arguments], cwd=tmp_path, check=False, capture_output=True, encoding="utf-8")
        assert done.returncode in {0, 3}, done.stderr
        assert words in done.stdout
    assert text(tmp_path / "docs" / "checks" / "copies-at-odds.md").startswith("# copies-at-odds：份数自相矛盾\n")
