"""Findings are accepted, stay accepted while they are there, and acceptances that nothing needs are told."""

from __future__ import annotations

import errno
import json
import os
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from pipeline.check.acceptances import FILE_NAME
from pipeline.cli import run
from pipeline.json_output import line
from tests.pipeline.check.findings import MISMATCH, MISSING, TEXT, finding, paper, put
from tests.pipeline.make_record import bad_record

MARK = MISMATCH.fingerprint
WHY = "第三份由教育局留存"


def entries(path: Path) -> list[dict[str, Any]]:
    accepted: list[dict[str, Any]] = json.loads(path.read_bytes())["accepted"]
    return accepted


def accept(*arguments: str) -> int:
    return run(["check", *arguments, "--because", WHY])


def test_an_acceptance_says_what_where_why_and_when(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    put(here / "papers" / "a.json")
    assert accept("papers/a.json", "--accept", MARK) == 0
    captured = capfd.readouterr()
    assert captured.out == ""
    assert f"已接受 {MARK} copies-mismatch papers/a.json：协议一式3份" in captured.err
    (entry,) = entries(here / FILE_NAME)
    assert list(entry) == ["fingerprint", "rule", "subject", "message", "file", "source", "because", "date"]
    assert (entry["fingerprint"], entry["rule"], entry["subject"]) == (MARK, "copies-mismatch", "copies")
    assert (entry["file"], entry["because"], entry["message"]) == ("papers/a.json", WHY, MISMATCH.message)
    assert datetime.fromisoformat(entry["date"]).astimezone() <= datetime.now().astimezone()
    assert (here / FILE_NAME).read_text(encoding="utf-8").startswith('{\n  "version": 1,\n  "accepted": [\n    {\n')


def test_an_accepted_finding_is_shown_as_such_and_does_not_fail(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    put(here / "a.json", paper([MISSING, MISMATCH]))
    accept("a.json", "--accept", MARK)
    capfd.readouterr()
    assert run(["check", "a.json"]) == 0
    out = capfd.readouterr().out
    assert "已接受[copies-mismatch] 协议一式3份" in out
    assert f"    = 理由: {WHY} (" in out
    assert "copies-mismatch  错误      已接受 1  份数对不上" in out
    assert out.endswith("检查了 1 个文件；发现 1 处（错误 0，注意 1，提示 0）；已接受 1 处。\n")


def test_the_beginning_of_a_fingerprint_is_enough(here: Path) -> None:
    put(here / "a.json")
    assert accept("a.json", "--accept", MARK[:6].upper()) == 0
    assert entries(here / FILE_NAME)[0]["fingerprint"] == MARK


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["a.json", "--accept", MARK[:5]], "不是指纹"),
        (["a.json", "--accept", "xyzxyz"], "不是指纹"),
        (["a.json", "--accept", MARK + "0"], "不是指纹"),
        (["a.json", "--accept", "0" * 16], "没有找到指纹"),
        (["a.json", "--accept", MARK, "--accept", "0" * 16], "没有写下任何接受"),
        (["--accept", MARK[:8]], "要写全 16 位"),
    ],
)
def test_what_cannot_be_accepted_leaves_nothing_behind(
    here: Path, arguments: list[str], said: str, capfd: pytest.CaptureFixture[str]
) -> None:
    put(here / "a.json")
    assert accept(*arguments) == 2
    captured = capfd.readouterr()
    assert said in captured.err
    assert captured.err.count("\n") == 1
    assert not (here / FILE_NAME).exists()


@pytest.mark.parametrize("because", [[], ["--because", ""], ["--because", "  "]])
def test_an_acceptance_needs_a_reason(here: Path, because: list[str]) -> None:
    put(here / "a.json")
    assert run(["check", "a.json", "--accept", MARK, *because]) == 2
    assert not (here / FILE_NAME).exists()


def test_a_beginning_that_two_findings_share_is_refused(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    both = [MISMATCH, MISMATCH.model_copy(update={"fingerprint": MARK[:8] + "0" * 8, "subject": "其他"})]
    put(here / "a.json", paper(both))
    assert accept("a.json", "--accept", MARK[:8]) == 2
    assert "不止一个" in capfd.readouterr().err
    assert accept("a.json", "--accept", MARK[:12]) == 0


def test_several_are_accepted_at_once_and_the_file_is_sorted(here: Path) -> None:
    put(here / "b.json", paper([MISSING, MISMATCH]))
    put(here / "a.json")
    assert accept("b.json", "a.json", "--accept", MARK, "--accept", MISSING.fingerprint) == 0
    assert [(entry["file"], entry["rule"]) for entry in entries(here / FILE_NAME)] == [
        ("a.json", "copies-mismatch"),
        ("b.json", "copies-mismatch"),
        ("b.json", "missing-copies"),
    ]
    before = (here / FILE_NAME).read_bytes()
    assert accept("a.json", "--accept", MARK) == 0
    assert (here / FILE_NAME).read_bytes() == before


def test_one_paper_s_acceptance_does_not_answer_for_another(here: Path) -> None:
    put(here / "a.json")
    other = paper(text=TEXT.replace("南浦", "东山"))
    put(here / "b.json", other)
    assert [one.fingerprint for one in other.documents[0].findings] == [MARK]
    assert accept("a.json", "--accept", MARK) == 0
    assert run(["check", "a.json"]) == 0
    assert run(["check", "b.json"]) == 3


def test_without_files_an_acceptance_holds_everywhere(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    put(here / "a.json")
    put(here / "b.json", paper(text=TEXT.replace("南浦", "东山")))
    assert accept("--accept", MARK) == 0
    assert "（不限文件）" in capfd.readouterr().err
    assert run(["check", "a.json", "b.json"]) == 0
    put(here / "c.json", paper([]))
    assert run(["check", "c.json", "--prune"]) == 0
    assert f"没有遇到接受过的 {MARK}" in capfd.readouterr().err
    assert len(entries(here / FILE_NAME)) == 1


def test_it_survives_another_name_another_format_and_other_words(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    put(here / "a.json")
    accept("a.json", "--accept", MARK)
    capfd.readouterr()
    (here / "a.json").rename(here / "renamed.json")
    assert run(["check", "renamed.json"]) == 0
    text = "前言\n" + TEXT.replace("4节", "5节")
    put(here / "a.json", paper([finding("一式三份，双方各执一份", text=text)], text=text))
    assert run(["check", "a.json"]) == 0
    assert "过时" not in capfd.readouterr().err


def test_a_source_and_its_record_are_one_paper(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (here / "a.txt").write_text(TEXT, encoding="utf-8")
    chosen = ["--select", "copies-mismatch", "--no-names"]
    assert run(["check", "a.txt", *chosen]) == 3
    mark = capfd.readouterr().out.split("指纹: ")[1][:16]
    assert accept("a.txt", "--accept", mark, *chosen) == 0
    assert run(["extract", "a.txt", "--no-names", "--out", "out", "--jsonl"]) == 0
    assert run(["check", "out", *chosen]) == 0
    assert "已接受[copies-mismatch]" in capfd.readouterr().out


def test_records_of_one_file_are_told_apart_by_their_bytes(here: Path) -> None:
    other = paper(text=TEXT.replace("南浦", "东山"))
    (here / "all.jsonl").write_bytes(line(paper()))
    assert accept("all.jsonl", "--accept", MARK) == 0
    assert entries(here / FILE_NAME)[0]["file"] == "all.jsonl#a.txt"
    (here / "all.jsonl").write_bytes(line(other) + line(paper()))
    assert run(["check", "all.jsonl"]) == 3
    (here / "all.jsonl").write_bytes(line(paper()))
    assert run(["check", "all.jsonl"]) == 0


def test_a_stale_acceptance_is_told_and_pruned(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    put(here / "a.json", paper([MISSING, MISMATCH]))
    accept("a.json", "--accept", MARK, "--accept", MISSING.fingerprint)
    put(here / "a.json", paper([MISSING]))
    capfd.readouterr()
    assert run(["check", "a.json"]) == 0
    captured = capfd.readouterr()
    assert f"过时的接受 {MARK}（copies-mismatch，a.json）" in captured.err
    assert "--prune" in captured.err
    assert "过时的接受 1 条" in captured.out
    assert run(["check", "a.json", "--prune"]) == 0
    assert "删去了 1 条" in capfd.readouterr().err
    assert [entry["rule"] for entry in entries(here / FILE_NAME)] == ["missing-copies"]
    assert run(["check", "a.json"]) == 0
    assert "过时" not in "".join(capfd.readouterr())


def test_what_was_not_checked_is_not_stale(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    put(here / "a.json")
    accept("a.json", "--accept", MARK)
    put(here / "b.json", paper([], text="乙"))
    (here / "c").mkdir()
    put(here / "c" / "c.json", paper([], text="丙"))
    capfd.readouterr()
    assert run(["check", "b.json"]) == 0
    assert run(["check", "a.json", "--select", "missing"]) == 0
    assert run(["check", "a.json", "--ignore", "all"]) == 0
    (here / "a.json").unlink()
    assert run(["check", "c"]) == 0
    assert "过时" not in "".join(capfd.readouterr())


def test_an_unread_file_makes_nothing_stale(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    put(here / "a.json")
    accept("a.json", "--accept", MARK)
    put(here / "a.json", bad_record("unreadable", "encrypted", "文件有密码。"))
    capfd.readouterr()
    assert run(["check", ".", "--prune"]) == 1
    assert "过时" not in "".join(capfd.readouterr())
    assert len(entries(here / FILE_NAME)) == 1


def test_a_paper_that_is_gone_from_a_checked_folder_is_stale(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    put(here / "papers" / "a.json")
    put(here / "papers" / "b.json", paper([], text="乙"))
    accept("papers", "--accept", MARK)
    (here / "papers" / "a.json").unlink()
    capfd.readouterr()
    assert run(["check", "papers"]) == 0
    assert "过时的接受" in capfd.readouterr().err


def test_it_is_written_beside_the_configuration(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "jiedui.toml").write_text("", encoding="utf-8")
    put(here / "papers" / "a.json")
    monkeypatch.chdir(here / "papers")
    assert accept("a.json", "--accept", MARK) == 0
    assert entries(here / FILE_NAME)[0]["file"] == "papers/a.json"
    assert run(["check", "a.json"]) == 0
    assert run(["check", "a.json", "--no-config"]) == 3


def test_it_is_written_where_it_is_told(here: Path) -> None:
    put(here / "a.json")
    assert accept("a.json", "--accept", MARK, "--accepted", "team/ours.json") == 0
    assert entries(here / "team" / "ours.json")[0]["file"] == "../a.json"
    assert run(["check", "a.json"]) == 3
    assert run(["check", "a.json", "--accepted", "team/ours.json"]) == 0


@pytest.mark.parametrize(
    "content",
    [b"", b"[]", b"{", b'{"version": 2}', b'{"accepted": [{"fingerprint": "x"}]}', b'{"accepted": [{}]}', b"\xff", b'{"other": 1}'],
)
def test_a_file_that_holds_something_else_is_one_line_and_is_kept(here: Path, content: bytes, capfd: pytest.CaptureFixture[str]) -> None:
    put(here / "a.json")
    (here / FILE_NAME).write_bytes(content)
    assert run(["check", "a.json"]) == 2
    assert accept("a.json", "--accept", MARK) == 2
    captured = capfd.readouterr()
    assert captured.err.count("\n") == 2
    assert "不是合格的接受记录" in captured.err
    assert (here / FILE_NAME).read_bytes() == content


def test_where_it_cannot_be_written_one_line_says_so(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    put(here / "a.json")
    (here / "file").write_bytes(b"")
    assert accept("a.json", "--accept", MARK, "--accepted", "file/x.json") == 2
    assert capfd.readouterr().err.count("\n") == 1


def test_a_full_disk_leaves_the_file_as_it_was(here: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    put(here / "a.json", paper([MISSING, MISMATCH]))
    accept("a.json", "--accept", MARK)
    before = (here / FILE_NAME).read_bytes()

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    capfd.readouterr()
    assert accept("a.json", "--accept", MISSING.fingerprint) == 1
    assert capfd.readouterr().err.startswith(f"写不进 {FILE_NAME}：No space left")
    assert (here / FILE_NAME).read_bytes() == before
    assert sorted(path.name for path in here.iterdir()) == ["a.json", FILE_NAME]


def test_hostile_reasons_are_spelt_out(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    put(here / "a.json")
    assert run(["check", "a.json", "--accept", MARK, "--because", "因为\x1b[31m\n第二行"]) == 0
    assert b"\x1b" not in (here / FILE_NAME).read_bytes()
    for form in ("text", "json", "sarif", "markdown"):
        assert run(["check", "a.json", "--format", form]) == 0
    assert "\x1b" not in "".join(capfd.readouterr())
