"""Usage, help and version of the command line."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.cli import run
from schemas.version import VERSION

_ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["extract"], "用法不对：缺少 PATH。 用 jiedui extract --help 查看用法。"),
        (["extract", "--nothing", "x"], "用法不对：没有 --nothing 这个选项。 用 jiedui extract --help 查看用法。"),
        (["show", "x", "--lang", "en", "--bad"], "Usage: there is no option --bad. See jiedui show --help."),
        (["extract", "x", "--lang", "fr"], "--lang 的值不对"),
        (["evaluate"], "用法不对：缺少 GOLD_DIR。 用 jiedui evaluate --help 查看用法。"),
        (["check"], "用法不对：缺少 PATH。"),
        (["rule"], "用法不对：缺少 RULE。 用 jiedui rule --help 查看用法。"),
        (["read", "x"], "jiedui --help"),
    ],
)
def test_a_wrong_command_line_is_explained_and_ends_with_two(arguments: list[str], line: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == 2
    captured = capfd.readouterr()
    assert line in captured.err
    assert captured.err.count("\n") == 1
    assert captured.out == ""


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["extract", "-h"],
        ["show", "--help"],
        ["evaluate", "--help"],
        ["check", "-h"],
        ["rules", "-h"],
        ["rule", "-h"],
        ["schema", "--help"],
    ],
)
def test_help_is_there(arguments: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == 0
    assert "jiedui" in capfd.readouterr().out


def test_no_arguments_show_the_help(capfd: pytest.CaptureFixture[str]) -> None:
    assert run([]) == 2
    assert "extract" in "".join(capfd.readouterr())


def test_the_version(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capfd.readouterr().out == f"jiedui {VERSION}\n"


def test_the_checkout_runs_without_being_installed() -> None:
    done = subprocess.run([sys.executable, "-m", "pipeline", "--version"], cwd=_ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == f"jiedui {VERSION}\n"


def test_starting_up_imports_neither_the_flows_nor_the_models() -> None:
    code = "import sys, pipeline.cli; print(sorted({'prefect', 'spacy', 'jieba', 'onnxruntime', 'pypdfium2', 'rich'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], cwd=_ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
