"""Usage, help and version of the command line."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from typer.main import get_command

from pipeline.cli import app, run
from schemas.version import VERSION

_ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["extract"], "用法不对：缺少 PATH。 用 jiedui extract --help 查看用法。"),
        (["extract", "--nothing", "x"], "用法不对：没有 --nothing 这个选项。 用 jiedui extract --help 查看用法。"),
        (["show", "x", "--lang", "en", "--bad"], "Usage: there is no option --bad. See jiedui show --help."),
        (["extract", "x", "--lang", "fr"], "用法不对：--lang 没有 fr 这个值，可写 zh、en。 用 jiedui extract --help 查看用法。"),
        (["check", "x", "--severity", "bad"], "--severity 没有 bad 这个值，可写 error、warning、info。"),
        (["check", "x", "--severity", "bad", "--lang", "en"], "--severity has no value bad. Write one of error, warning, info."),
        (["query", "--limit", "0"], "--limit 至少是 1，0 太小。"),
        (["query", "--limit", "0", "--lang", "en"], "--limit is at least 1, and 0 is less."),
        (["query", "--limit", "三"], "--limit 要写整数，三 不是。"),
        (["batch", "x", "--page-seconds", "0"], "--page-seconds 至少是 0.1，0 太小。"),
        (["batch", "x", "--page-seconds", "1s"], "--page-seconds 要写数字，1s 不是。"),
        (["batch", "x", "--as-of", "2026/11/01"], "--as-of 要写成 2026-11-01 这样的日期，2026/11/01 不是。"),
        (["batch", "x", "--as-of", "2026/11/01", "--lang=en"], "--as-of takes a day such as 2026-11-01, and 2026/11/01 is none."),
        (["batch", "x", "--limit"], "用法不对：--limit 后面要写一个值。"),
        (["export"], "用法不对：缺少 --out FILE。 用 jiedui export --help 查看用法。"),
        (["doctor", "x", "y"], "用法不对：多写了 x y。"),
        (["evaluate"], "用法不对：缺少 GOLD_DIR。 用 jiedui evaluate --help 查看用法。"),
        (["check"], "用法不对：缺少 PATH。"),
        (["rule"], "用法不对：缺少 RULE。 用 jiedui rule --help 查看用法。"),
        (["read", "x"], "用法不对：没有 read 这个命令。 用 jiedui --help 查看用法。"),
        (["exprot"], "没有 exprot 这个命令，是不是要写 export"),
        (["exprot", "--lang", "en"], "there is no command exprot. Is it export"),
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


_ROOT_COMMAND = get_command(app)
_COMMANDS = {"": _ROOT_COMMAND, **getattr(_ROOT_COMMAND, "commands", {})}


@pytest.mark.parametrize("columns", ["66", "80", "103"])
@pytest.mark.parametrize("name", _COMMANDS)
def test_help_shows_every_word(name: str, columns: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert run([*name.split(), "--help"]) == 0
    shown = capfd.readouterr().out
    assert "…" not in shown
    command = _COMMANDS[name]
    texts = [command.help, *(getattr(parameter, "help", None) for parameter in command.params)]
    # nothing is cut, and nothing is taken for a mark of a style
    squeezed = re.sub(r"[\s│]", "", shown)
    assert [text for text in texts if text and re.sub(r"\s", "", text) not in squeezed] == []


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
