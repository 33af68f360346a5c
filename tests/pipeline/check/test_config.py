"""What jiedui.toml may say, and what it means."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from pipeline.cli import run
from tests.pipeline.check.findings import MISMATCH, MISSING, paper, put


@pytest.fixture(autouse=True)
def _papers(here: Path) -> None:
    put(here / "a.json", paper([MISSING, MISMATCH]))
    put(here / "历史" / "2019" / "b.json", paper([MISSING, MISMATCH]))


def told(capfd: pytest.CaptureFixture[str]) -> list[str]:
    """The head of each finding with the file that it is in."""
    lines = capfd.readouterr().out.splitlines()
    return [f"{head.split(']')[0]}] {where.split()[1].split(':')[0]}" for head, where in itertools.pairwise(lines) if " --> " in where]


def write(folder: Path, text: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "jiedui.toml").write_text(text, encoding="utf-8")


def test_rules_are_chosen(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write(here, '[check]\nselect = ["missing", "copies"]\nignore = ["copies-mismatch"]\n')
    assert run(["check", "a.json"]) == 0
    assert told(capfd) == ["注意[missing-copies] a.json"]


def test_the_command_line_replaces_a_key(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write(here, '[check]\nselect = "missing"\nignore = ["copies-mismatch"]\nfail-on = "never"\nseverity = "error"\n')
    assert run(["check", "a.json"]) == 0
    assert told(capfd) == []
    assert run(["check", "a.json", "--severity", "info", "--fail-on", "info"]) == 3
    assert told(capfd) == ["注意[missing-copies] a.json"]
    assert run(["check", "a.json", "--select", "all", "--ignore", "missing", "--fail-on", "error"]) == 3
    assert told(capfd) == ["错误[copies-mismatch] a.json"]


def test_severities_are_changed_and_rules_turned_off(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write(here, '[check.severities]\ncopies-mismatch = "info"\nmissing = "off"\n')
    assert run(["check", "a.json"]) == 0
    assert told(capfd) == ["提示[copies-mismatch] a.json"]


def test_what_is_said_of_a_rule_counts_more_than_what_is_said_of_its_family(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write(here, '[check.severities]\ncopies-mismatch = "warning"\nall = "off"\nmissing-copies = "error"\n')
    assert run(["check", "a.json"]) == 3
    assert told(capfd) == ["错误[missing-copies] a.json", "注意[copies-mismatch] a.json"]


def test_paths_have_settings_of_their_own(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write(
        here,
        '[[check.per-path]]\npaths = ["历史/**"]\nignore = ["missing"]\n'
        '[[check.per-path]]\npaths = ["历史/2019"]\nseverities = { copies-mismatch = "info" }\n',
    )
    assert run(["check", "历史"]) == 0
    assert told(capfd) == ["提示[copies-mismatch] 历史/2019/b.json"]
    assert run(["check", "a.json"]) == 3
    assert told(capfd) == ["注意[missing-copies] a.json", "错误[copies-mismatch] a.json"]


def test_the_file_is_looked_up_from_the_working_directory_upwards(
    here: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    write(here, '[[check.per-path]]\npaths = ["历史/2019/*"]\nignore = ["all"]\n')
    monkeypatch.chdir(here / "历史" / "2019")
    assert run(["check", "b.json", "../../a.json"]) == 3
    assert told(capfd) == ["注意[missing-copies] ../../a.json", "错误[copies-mismatch] ../../a.json"]
    assert run(["check", "b.json", "--no-config"]) == 3
    assert len(told(capfd)) == 2


def test_the_nearest_file_counts_alone(here: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    write(here, '[check]\nselect = "copies"\n')
    write(here / "历史", '[check]\nignore = "copies"\n')
    monkeypatch.chdir(here / "历史" / "2019")
    assert run(["check", "b.json"]) == 0
    assert told(capfd) == ["注意[missing-copies] b.json"]
    assert run(["check", "b.json", "--config", "../../jiedui.toml"]) == 3
    assert told(capfd) == ["错误[copies-mismatch] b.json"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# nothing\n",
        "[check]\n",
        "\ufeff[check]\nselect = 'all'\n",
        "[check]\nper-path = []\nignore = []\n",
        "[serve]\nx = 1\n[[inbox]]\n",
    ],
)
def test_a_file_may_say_little(here: Path, text: str) -> None:
    write(here, text)
    assert run(["check", "a.json"]) == 3


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[check\n", "jiedui.toml 不是合格的 TOML"),
        ("[check]\nselect = [\n", "jiedui.toml 不是合格的 TOML"),
        ("[chekc]\n", "jiedui.toml：没有 chekc 这个键。相近的有：check。"),
        ("x = 1\n", "jiedui.toml：没有 x 这个键。可用的有：check, serve, inbox。"),
        ("check = 1\n", "check 要写成表"),
        ('[check]\nslect = ["all"]\n', "没有 check.slect 这个键。相近的有：select。"),
        ('[check]\nfail_on = "error"\n', "没有 check.fail_on 这个键。相近的有：fail-on。"),
        ('[check]\nselect = ["mising-copies"]\n', "check.select：没有 mising-copies 这条规则，也没有这一类。相近的有：missing-copies"),
        ("[check]\nignore = [1]\n", "check.ignore 要写成字符串的数组"),
        ("[check]\nignore = true\n", "check.ignore 要写成字符串的数组"),
        ('[check]\nseverity = "bad"\n', "check.severity 不能是 bad。可用的有：error, warning, info。"),
        ('[check]\nfail-on = "off"\n', "check.fail-on 不能是 off。可用的有：error, warning, info, never。"),
        ("[check]\nfail-on = [1]\n", "check.fail-on 不能是 [1]。"),
        (
            '[check.severities]\ncopies-mismatch = "never"\n',
            "check.severities.copies-mismatch 不能是 never。可用的有：error, warning, info, off。",
        ),
        ('[check.severities]\ncopy-mismatch = "off"\n', "check.severities：没有 copy-mismatch 这条规则"),
        ("[check]\nseverities = 1\n", "check.severities 要写成表"),
        ("[check]\nper-path = 1\n", "check.per-path 要写成 [[check.per-path]] 的表"),
        ("[check]\nper-path = [1]\n", "check.per-path[1] 要写成表"),
        ('[[check.per-path]]\nignore = ["all"]\n', "check.per-path[1].paths 要写出至少一个路径"),
        ('[[check.per-path]]\npath = ["x"]\n', "没有 check.per-path[1].path 这个键。相近的有：paths。"),
        ('[[check.per-path]]\npaths = ["x"]\nignore = ["y"]\n', "check.per-path[1].ignore：没有 y 这条规则"),
    ],
)
def test_a_mistake_is_one_line_that_says_where(here: Path, text: str, said: str, capfd: pytest.CaptureFixture[str]) -> None:
    write(here, text)
    assert run(["check", "a.json"]) == 2
    captured = capfd.readouterr()
    assert said in captured.err
    assert captured.err.count("\n") == 1
    assert captured.out == ""


@pytest.mark.parametrize("data", [b"\xff\xfe[check]", "历史 = 1".encode("gb18030"), b"\x00"])
def test_bytes_that_are_no_toml(here: Path, data: bytes, capfd: pytest.CaptureFixture[str]) -> None:
    (here / "jiedui.toml").write_bytes(data)
    assert run(["check", "a.json"]) == 2
    assert capfd.readouterr().err.count("\n") == 1


def test_mistakes_are_told_in_english_too(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write(here, '[check]\nselect = ["mising-copies"]\n')
    assert run(["check", "a.json", "--lang", "en"]) == 2
    assert "check.select: there is no rule and no family mising-copies. Like it: missing-copies" in capfd.readouterr().err
