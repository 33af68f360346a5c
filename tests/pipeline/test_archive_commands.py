"""The commands on archives."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.cli import run
from tests.formats.make_archive import Packed, make_archive

AGREEMENT = """结对帮扶协议书
甲方：青松市第二小学
乙方：柳河县中心小学
帮扶期限为三年，自2024年9月1日起至2026年8月31日止。
"""


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """A folder with an archive of three papers, two of them of one name, one with a password, and one with a dangerous name."""
    folder = tmp_path / "in"
    folder.mkdir()
    text = AGREEMENT.encode("gb18030")
    members = [
        Packed("协议/一.txt".encode("gbk"), text),
        Packed("协议/一.txt".encode("gbk"), text + b"\n"),
        Packed(b"../../../x.json/two.txt", text),
        Packed(b"secret.txt", text, password=b"pass"),
        Packed(b"d/" * 300 + b"deep.txt", text),
        Packed(b"notes.md", b"x"),
    ]
    (folder / "papers.zip").write_bytes(make_archive(members))
    return folder


def test_extract_writes_a_record_for_each_and_nothing_elsewhere(papers: Path, capfd: pytest.CaptureFixture[str]) -> None:
    out = papers.parent / "out"
    assert run(["extract", str(papers), "--out", str(out), "--no-names", "--password", "pass"]) == 0
    error = capfd.readouterr().err
    assert "读成 5 个" in error
    assert ".md 1" in error
    records = {str(path.relative_to(out)): json.loads(path.read_bytes()) for path in out.rglob("*.json") if path.is_file()}
    assert len(records) == 5
    assert "papers.zip/secret.json" in records
    assert "papers.zip/_/_/_/x.json_/two.json" in records
    named = sorted(record["source"]["name"] for record in records.values())
    assert named[-3:] == ["papers.zip!/secret.txt", "papers.zip!/协议/一.txt", "papers.zip!/协议/一.txt"]
    assert {path.name for path in papers.parent.iterdir()} == {"in", "out"}


def test_extract_says_which_member_was_not_read(papers: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["extract", str(papers / "papers.zip"), "--no-names"]) == 1
    out, error = capfd.readouterr()
    assert f"没有读成 {papers}/papers.zip!/secret.txt：压缩包里的文件设有密码" in error
    records = [json.loads(line) for line in out.splitlines()]
    assert [record["outcome"]["status"] for record in records].count("unreadable") == 1
    assert len(records) == 5


def test_one_member_is_one_record(papers: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["extract", f"{papers}/papers.zip!/协议/一.txt", "--no-names"]) == 0
    assert json.loads(capfd.readouterr().out)["source"]["name"] == "papers.zip!/协议/一.txt"


def test_show_names_the_member(papers: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(papers)
    assert run(["show", "papers.zip!/协议/一.txt", "--no-names"]) == 0
    out = capfd.readouterr().out
    assert "papers.zip!/协议/一.txt" in out
    assert "青松市第二小学" in out


@pytest.mark.parametrize("form", ["text", "json", "sarif", "markdown"])
def test_check_names_the_member(papers: Path, form: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["check", f"{papers}/papers.zip!/协议/一.txt", "--no-names", "--no-config", "--format", form]) == 3
    out = capfd.readouterr().out
    assert "papers.zip!/" in out.replace("%21", "!").replace("\\", "")
    assert "term-duration-mismatch" in out


def test_evaluate_reads_a_member(papers: Path, capfd: pytest.CaptureFixture[str]) -> None:
    gold = {"file": "papers.zip!/协议/一.txt", "documents": [{"kind": "agreement", "title": "结对帮扶协议书"}]}
    (papers / "one.gold.json").write_text(json.dumps(gold), encoding="utf-8")
    assert run(["evaluate", str(papers), "--no-names", "--json"]) == 0
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("name", ["../a.txt", "a.zip!/../b.txt", "a.zip!/b/../c.txt", "/a.txt", "b/a.zip!/c.txt"])
def test_an_annotation_names_nothing_elsewhere(papers: Path, name: str, capfd: pytest.CaptureFixture[str]) -> None:
    (papers / "one.gold.json").write_text(json.dumps({"file": name, "documents": []}), encoding="utf-8")
    assert run(["evaluate", str(papers), "--no-names"]) == 1
    assert "one.gold.json" in capfd.readouterr().err
