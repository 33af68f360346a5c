"""The same findings as JSON, as SARIF and as a report."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest

from extractors.checks import RULES
from pipeline.cli import run
from pipeline.json_output import line
from pipeline.markdown import plain
from schemas.finding import Finding
from tests.pipeline.check.findings import MISMATCH, MISSING, TEXT, finding, paper, put
from tests.pipeline.check.sarif import SCHEMA

ABOUT = Finding(rule="low-confidence", severity="info", subject="file", message="第3页认不清 {0}")


@pytest.fixture(autouse=True)
def _papers(here: Path) -> None:
    """One paper with three findings of which one is accepted, one clean paper; a third is not there."""
    put(here / "甲 乙#1.json", paper([MISSING, MISMATCH], about=[ABOUT]))
    put(here / "clean.json", paper([], text="乙"))
    assert run(["check", "甲 乙#1.json", "--accept", MISMATCH.fingerprint, "--because", "第三份另存"]) == 0


def checked(capfd: pytest.CaptureFixture[str], form: str, *arguments: str, code: int = 1) -> str:
    capfd.readouterr()
    assert run(["check", "甲 乙#1.json", "clean.json", "gone.txt", "--format", form, *arguments]) == code
    return capfd.readouterr().out


def as_json(capfd: pytest.CaptureFixture[str], form: str, *arguments: str, code: int = 1) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(checked(capfd, form, *arguments, code=code))
    return made


def test_json_has_every_file_and_finding(capfd: pytest.CaptureFixture[str]) -> None:
    made = as_json(capfd, "json")
    assert list(made) == ["format_version", "jiedui_version", "files", "stale_acceptances", "summary", "exit_code"]
    assert (made["format_version"], made["exit_code"], made["stale_acceptances"]) == ("1", 1, [])
    faulty, clean, gone = made["files"]
    assert (faulty["path"], faulty["status"], len(faulty["findings"])) == ("甲 乙#1.json", "read", 3)
    assert (clean["status"], clean["findings"]) == ("read", [])
    assert (gone["status"], gone["reason"], gone["findings"]) == ("unreadable", "not-a-file", [])
    assert "没有这个文件" in gone["message"]
    about, missing, mismatch = faulty["findings"]
    assert (about["line"], about["spans"]) == (None, [])
    assert (missing["rule"], missing["severity"], missing["line"], missing["column"]) == ("missing-copies", "warning", 1, 1)
    assert [span["text"] for span in missing["spans"]] == ["结对帮扶协议书", "南浦中学", "北岭中学"]
    assert mismatch["accepted"]["because"] == "第三份另存"
    assert missing["accepted"] is None
    assert mismatch["spans"][0] == {
        "start": TEXT.index("一式"), "end": TEXT.index("一份") + 2, "text": "一式三份，双方各执一份",
        "line": 5, "column": 6, "end_line": 5, "end_column": 17,
    }  # fmt: skip


def test_json_sums_up(capfd: pytest.CaptureFixture[str]) -> None:
    summary = as_json(capfd, "json")["summary"]
    counts = {name: summary[name] for name in ("files", "files_not_read", "findings", "accepted", "by_severity")}
    assert counts == {"files": 2, "files_not_read": 1, "findings": 2, "accepted": 1, "by_severity": {"error": 0, "warning": 1, "info": 1}}
    assert [(one["rule"], one["severity"], one["findings"], one["accepted"]) for one in summary["by_rule"]] == [
        ("copies-mismatch", "error", 0, 1),
        ("missing-copies", "warning", 1, 0),
        ("low-confidence", "info", 1, 0),
    ]


def test_a_stale_acceptance_stands_in_the_json(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    put(here / "甲 乙#1.json", paper([MISSING]))
    (stale,) = as_json(capfd, "json")["stale_acceptances"]
    assert (stale["fingerprint"], stale["because"]) == (MISMATCH.fingerprint, "第三份另存")


@pytest.mark.parametrize("arguments", [[], ["--lang", "en"], ["--fail-on", "info"], ["--select", "missing"]])
def test_sarif_is_sound(arguments: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    log = as_json(capfd, "sarif", *arguments, code=3 if "info" in arguments else 1)
    jsonschema.validate(log, SCHEMA)
    (run_,) = log["runs"]
    assert run_["invocations"][0]["exitCode"] == (3 if "info" in arguments else 1)
    rules = run_["tool"]["driver"]["rules"]
    for result in run_["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        address = result["locations"][0]["physicalLocation"]["artifactLocation"]
        assert run_["artifacts"][address["index"]]["location"]["uri"] == address["uri"]


def test_sarif_of_nothing_is_sound(capfd: pytest.CaptureFixture[str]) -> None:
    capfd.readouterr()
    assert run(["check", "clean.json", "--format", "sarif"]) == 0
    log = json.loads(capfd.readouterr().out)
    jsonschema.validate(log, SCHEMA)
    assert log["runs"][0]["results"] == []
    assert log["runs"][0]["invocations"][0]["executionSuccessful"] is True


def test_the_schema_refuses_what_the_standard_refuses(capfd: pytest.CaptureFixture[str]) -> None:
    log = as_json(capfd, "sarif")
    log["runs"][0]["results"][0]["level"] = "info"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(log, SCHEMA)


def test_sarif_says_where_what_and_why(capfd: pytest.CaptureFixture[str]) -> None:
    (run_,) = as_json(capfd, "sarif")["runs"]
    about, missing, mismatch = run_["results"]
    assert about["message"]["text"] == "第3页认不清 {{0}}"
    assert "region" not in about["locations"][0]["physicalLocation"]
    place = mismatch["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "%E7%94%B2%20%E4%B9%99%231.json"
    assert unquote(place["artifactLocation"]["uri"]) == "甲 乙#1.json"
    region = place["region"]
    assert (region["startLine"], region["startColumn"], region["endLine"], region["endColumn"]) == (5, 6, 5, 17)
    assert TEXT[region["charOffset"] :][: region["charLength"]] == region["snippet"]["text"] == "一式三份，双方各执一份"
    assert [one["physicalLocation"]["region"]["snippet"]["text"] for one in missing["relatedLocations"]] == ["南浦中学", "北岭中学"]
    assert mismatch["suppressions"] == [{"kind": "external", "status": "accepted", "justification": "第三份另存"}]
    assert missing["suppressions"] == []
    assert mismatch["partialFingerprints"] == {"jiedui/v1": MISMATCH.fingerprint}
    assert (missing["level"], about["level"]) == ("warning", "note")


def test_sarif_tells_of_files_that_were_not_read(capfd: pytest.CaptureFixture[str]) -> None:
    (run_,) = as_json(capfd, "sarif")["runs"]
    (invocation,) = run_["invocations"]
    assert invocation["executionSuccessful"] is False
    (told,) = invocation["toolExecutionNotifications"]
    assert told["level"] == "error"
    assert "没有这个文件" in told["message"]["text"]
    assert told["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "gone.txt"


def test_sarif_rules_carry_their_help(capfd: pytest.CaptureFixture[str]) -> None:
    rules = {rule["id"]: rule for rule in as_json(capfd, "sarif")["runs"][0]["tool"]["driver"]["rules"]}
    rule = next(rule for rule in RULES if rule.slug == "copies-mismatch")
    assert set(rules) == {"low-confidence", "copies-mismatch", "missing-copies"}
    assert rules["copies-mismatch"]["shortDescription"]["text"] == rule.title
    assert rule.sections["怎么办"] in rules["copies-mismatch"]["help"]["text"]
    assert rule.bad[0].shown in rules["copies-mismatch"]["help"]["markdown"]


@pytest.mark.parametrize(
    ("name", "uri"),
    [("papers/../a.json", "a.json"), ("c:d.json", "c%3Ad.json"), ("a%20b.json", "a%2520b.json"), ("b/甲.json", "b/%E7%94%B2.json")],
)
def test_addresses_are_relative_and_encoded(here: Path, name: str, uri: str, capfd: pytest.CaptureFixture[str]) -> None:
    (here / "papers").mkdir()
    put(Path(name))
    capfd.readouterr()
    run(["check", name, "--format", "sarif"])
    (artifact,) = json.loads(capfd.readouterr().out)["runs"][0]["artifacts"]
    assert artifact["location"]["uri"] == uri


def test_what_lies_elsewhere_has_a_whole_address(here: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    (here / "in").mkdir()
    (here / "all.jsonl").write_bytes(line(paper()) * 2)
    monkeypatch.chdir(here / "in")
    capfd.readouterr()
    run(["check", "../all.jsonl", "--format", "sarif"])
    artifacts = json.loads(capfd.readouterr().out)["runs"][0]["artifacts"]
    assert [one["location"]["uri"] for one in artifacts] == [(here / "all.jsonl").as_uri() + f"#{number}" for number in (1, 2)]


def test_the_report_has_a_table_and_quotes(capfd: pytest.CaptureFixture[str]) -> None:
    out = checked(capfd, "markdown")
    assert out.startswith("# 检查报告\n\n检查了 2 个文件；发现 2 处（错误 0，注意 1，提示 1）；已接受 1 处；没有读成 1 个文件。\n")
    assert "| `missing-copies` | 注意 | 1 | 0 | 没有份数条款 |\n" in out
    assert "### 甲 乙\\#1.json\n" in out
    assert "  > 结对帮扶协议书 — 1 行 1 列\n" in out
    assert "* **已接受** 协议一式3份" in out
    assert "  理由: 第三份另存 (" in out
    assert "## 没有读成的文件\n\n* 没有读成 gone.txt：" in out
    assert "clean.json" not in out


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("一式*三*份", "一式\\*三\\*份"),
        ("[a](b) <b>", "\\[a\\](b) \\<b\\>"),
        ("1. 甲方", "1\\. 甲方"),
        ("- 甲方", "\\- 甲方"),
        ("# 甲\n方|乙", "\\# 甲 方\\|乙"),
        ("\\`x`", "\\\\\\`x\\`"),
        ("甲\x1b方", "甲\\\\x1b方"),
    ],
)
def test_words_stay_words_in_markdown(words: str, written: str) -> None:
    assert plain(words) == written


def test_long_words_are_shortened_in_the_report(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    text = "甲" * 500
    put(here / "甲 乙#1.json", paper([finding(text, text=text)], text=text))
    out = checked(capfd, "markdown", code=3)
    assert "甲" * 119 + "…" in out
    assert "甲" * 120 not in out
