"""``jiedui check``: what it prints, and how it ends."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from pipeline.cli import run
from pipeline.json_output import line
from schemas.finding import Finding, Severity
from tests.pipeline.check.findings import MISMATCH, MISSING, TEXT, finding, paper, put
from tests.pipeline.conftest import Answer
from tests.pipeline.make_record import bad_record

EXPECTED = """\
错误[copies-mismatch] 协议一式3份，各方执存合计2份
  --> a.json:5:6
    |
  5 | 二、本协议一式三份，双方各执一份。
    |           ^^^^^^^^^^^^^^^^^^^^^^
    = 指纹: {fingerprint}
    = 说明: jiedui rule copies-mismatch

规则             严重程度  处数  说明
copies-mismatch  错误      1     份数对不上

检查了 1 个文件；发现 1 处（错误 1，注意 0，提示 0）。
"""
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")


def test_a_finding_is_told_as_a_compiler_does(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    put(here / "a.json")
    assert run(["check", "a.json"]) == 3
    captured = capfd.readouterr()
    assert captured.out == EXPECTED.format(fingerprint=MISMATCH.fingerprint)
    assert captured.err == ""


def test_several_places_are_marked_in_order_the_first_differently(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    put(here / "a.json", paper([finding("一式三份", "甲方：", "北岭", rule="missing-copies")]))
    assert run(["check", "a.json"]) == 3
    out = capfd.readouterr().out
    assert "  --> a.json:5:6\n" in out
    assert "  2 | 甲方：南浦中学\n    | ------\n  3 | 乙方：北岭中学\n    |       ----\n...\n  5 | 二、本协议一式三份" in out
    assert "    |           ^^^^^^^^\n" in out


def test_a_source_is_read_and_checked(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (here / "a.txt").write_text(TEXT.replace("\n", "\r\n"), encoding="gb18030")
    assert run(["check", "a.txt", "--select", "copies-mismatch", "--no-names"]) == 3
    out = capfd.readouterr().out
    assert "--> a.txt:5:6" in out
    assert "  5 | 二、本协议一式三份，双方各执一份。\n    |           ^^^^^^^^^^^^^^^^^^^^^^\n" in out


def test_the_standard_input_is_checked(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert run(["check", "-", "--select", "copies-mismatch", "--no-names"]) == 3
    assert "--> 标准输入:5:6" in capfd.readouterr().out


@pytest.mark.parametrize("severity", SEVERITIES)
@pytest.mark.parametrize("level", [*SEVERITIES, "never"])
def test_the_exit_code_follows_fail_on(here: Path, severity: Severity, level: str) -> None:
    put(here / "a.json", paper([finding("一式三份", severity=severity)]))
    order = ["info", "warning", "error", "never"]
    assert run(["check", "a.json", "--fail-on", level]) == (3 if order.index(severity) >= order.index(level) else 0)


def test_errors_alone_fail_unless_told_otherwise(here: Path) -> None:
    put(here / "a.json", paper([MISSING]))
    assert run(["check", "a.json"]) == 0
    put(here / "a.json", paper([MISSING, MISMATCH]))
    assert run(["check", "a.json"]) == 3


def test_a_clean_paper_gives_the_summary_alone(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    put(here / "a.json", paper([]))
    assert run(["check", "a.json"]) == 0
    assert capfd.readouterr().out == "检查了 1 个文件；没有发现。\n"


def test_a_file_that_is_not_read_is_no_success(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    put(here / "a.json", paper([]))
    assert run(["check", "a.json", "b.txt"]) == 1
    captured = capfd.readouterr()
    assert captured.out == "检查了 1 个文件；没有发现；没有读成 1 个文件。\n"
    assert captured.err.startswith("没有读成 b.txt")


def test_what_was_found_weighs_more_than_what_was_not_read(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    put(here / "a.json")
    assert run(["check", "b.txt", "a.json"]) == 3
    assert run(["check", "b.txt", "a.json", "--fail-on", "never"]) == 1
    assert "没有读成 1 个文件" in capfd.readouterr().out


def test_a_failure_of_the_program_shows_its_traceback_if_asked(here: Path, answer: Answer, capfd: pytest.CaptureFixture[str]) -> None:
    (here / "a.txt").write_text("甲", encoding="utf-8")
    answer(bad_record("failed", None, "程序出错：ZeroDivisionError\nTraceback …\n  \x1b[31mread.py"))
    assert run(["check", "a.txt"]) == 1
    assert "Traceback" not in capfd.readouterr().err
    assert run(["check", "a.txt", "--debug"]) == 1
    assert "Traceback …\n  \\x1b[31mread.py" in capfd.readouterr().err


@pytest.mark.parametrize("content", [b"{}", b"not json", b"\xff"])
def test_other_json_is_told_if_it_was_named_and_counted_if_it_was_met(
    here: Path, content: bytes, capfd: pytest.CaptureFixture[str]
) -> None:
    put(here / "papers" / "a.json", paper([]))
    (here / "papers" / "b.json").write_bytes(content)
    assert run(["check", "papers"]) == 0
    assert capfd.readouterr().err == "跳过 1 个 .json、.jsonl 文件：不是 jiedui 写出的记录\n"
    assert run(["check", "papers/b.json"]) == 1
    assert "b.json：不是 jiedui 写出的记录" in capfd.readouterr().err


def test_a_folder_without_papers(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["check", str(here)]) == 1
    assert "没有找到可读的文件" in capfd.readouterr().err


def test_records_of_one_file_are_numbered(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (here / "all.jsonl").write_bytes(line(paper([])) + line(paper()))
    assert run(["check", "all.jsonl"]) == 3
    out = capfd.readouterr().out
    assert "--> all.jsonl#2:5:6" in out
    assert "检查了 2 个文件" in out


def test_a_file_of_records_that_breaks_off_is_no_success(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (here / "papers").mkdir()
    (here / "papers" / "all.jsonl").write_bytes(line(paper([])) + line(paper())[:100])
    assert run(["check", "papers"]) == 1
    captured = capfd.readouterr()
    assert "all.jsonl：不是 jiedui 写出的记录" in captured.err
    assert captured.out == "检查了 1 个文件；没有发现；没有读成 1 个文件。\n"


def test_findings_about_the_file_are_told_too(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    about = Finding(rule="low-confidence", severity="warning", subject="file", message="第3页认不清")
    put(here / "a.json", paper([], about=[about]))
    assert run(["check", "a.json", "--fail-on", "warning"]) == 3
    out = capfd.readouterr().out
    assert out.startswith("注意[low-confidence] 第3页认不清\n  --> a.json\n    = 指纹: ")
    assert "jiedui rule" not in out


def test_the_document_is_named_where_a_file_holds_several(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    made = paper()
    put(here / "a.json", made.model_copy(update={"documents": made.documents * 2}))
    assert run(["check", "a.json"]) == 3
    assert "    = 文书: 协议\n" in capfd.readouterr().out


def test_a_page_is_named(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    first, second = finding("南浦中学", "一式三份").spans
    spans = (first.model_copy(update={"page": 1}), second.model_copy(update={"page": 2}))
    put(here / "a.json", paper([MISMATCH.model_copy(update={"spans": spans})]))
    assert run(["check", "a.json"]) == 3
    out = capfd.readouterr().out
    assert "  --> a.json:2:4 (第1页)\n" in out
    assert "  ::: 第2页\n  5 | " in out


@pytest.mark.parametrize(
    ("arguments", "rules"),
    [
        (["--select", "missing-copies"], ["missing-copies"]),
        (["--select", "missing"], ["missing-copies"]),
        (["--select", "missing-", "--select", "copies-mismatch"], ["missing-copies", "copies-mismatch"]),
        (["--select", "missing-,copies-mismatch"], ["missing-copies", "copies-mismatch"]),
        (["--ignore", "copies-mismatch"], ["missing-copies"]),
        (["--select", "all", "--ignore", "missing"], ["copies-mismatch"]),
        (["--severity", "error"], ["copies-mismatch"]),
        (["--severity", "warning"], ["missing-copies", "copies-mismatch"]),
    ],
)
def test_rules_are_chosen(here: Path, arguments: list[str], rules: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    put(here / "a.json", paper([MISSING, MISMATCH]))
    assert run(["check", "a.json", *arguments]) == (3 if "copies-mismatch" in rules else 0)
    out = capfd.readouterr().out
    assert [rule for rule in ("missing-copies", "copies-mismatch") if f"[{rule}]" in out] == rules


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["a.json", "--select", "copy-mismatch"], "没有 copy-mismatch 这条规则，也没有这一类。相近的有：copies-mismatch"),
        (["a.json", "--ignore", "\x1b[31m"], "没有 \\x1b[31m 这条规则"),
        (["a.json", "--severity", "bad"], "--severity 没有 bad 这个值，可写 error、warning、info。"),
        (["a.json", "--fail-on", "always"], "--fail-on 没有 always 这个值，可写 error、warning、info、never。"),
        (["a.json", "--format", "xml"], "--format 没有 xml 这个值，可写 text、json、sarif、markdown。"),
        ([], "缺少 PATH"),
        (["a.json", "--because", "x"], "--because 要同 --accept 一起用"),
        (["a.json", "--config", "x.toml", "--no-config"], "--config 和 --no-config 不能同时用"),
        (["a.json", "--config", "x.toml"], "读不了 x.toml"),
        (["--prune"], "缺少 PATH"),
    ],
)
def test_a_wrong_command_line_is_one_line(here: Path, arguments: list[str], said: str, capfd: pytest.CaptureFixture[str]) -> None:
    put(here / "a.json")
    assert run(["check", *arguments]) == 2
    captured = capfd.readouterr()
    assert said in captured.err
    assert captured.err.count("\n") == 1
    assert captured.out == ""


def test_in_english_the_rule_is_told_beside_the_message(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    put(here / "a.json")
    assert run(["check", "a.json", "--lang", "en"]) == 3
    out = capfd.readouterr().out
    assert out.startswith("error[copies-mismatch] 协议一式3份")
    assert "    = rule: The copies that the holders keep do not add up" in out
    assert out.endswith("files checked: 1; findings: 1 (errors 1, warnings 0, infos 0).\n")


def test_hostile_words_and_names_are_spelt_out(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    text = "甲\x1b[2J方\u202e：\x9b31m南浦中学\n二、一式三份\n"
    hostile = finding("南浦中学", text=text, message="\x1b]0;甲\x07 [bold]{0}[/bold]\n下一行", subject="\x1b", rule="x\x1b[1m")
    hostile = hostile.model_copy(update={"fingerprint": "\x1b[5m"})
    name = "a\x1b[31m\n[red]b.json"
    put(here / name, paper([hostile], text=text))
    for form in ("text", "json", "sarif", "markdown"):
        assert run(["check", ".", "--format", form]) == 3
        captured = capfd.readouterr()
        assert not set(captured.out + captured.err) & set("\x1b\x9b\u202e\x07")
        assert "[red]b.json" in captured.out.replace("\\[red\\]", "[red]").replace("%5Bred%5D", "[red]")
    assert run(["check", "."]) == 3
    assert "[bold]{0}[/bold] 下一行" in capfd.readouterr().out
