"""What an outcome tells: each note whole, and one punctuation mark between two of them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from extractors import read_bytes
from extractors.read import _outcome
from extractors.readers.source_text import SourceText
from pipeline.cli import run
from schemas.finding import Finding

# control characters that are no words, and bytes that no encoding has: two notes
TWO_NOTES = "甲方：松桥市第一小学\x07\n".encode() * 40 + b"\xff\n" + "乙方：松桥市柳河小学\n".encode() * 40
DOUBLED = re.compile("[。；，！？][。；，]")


def _finding(message: str) -> Finding:
    return Finding(rule="lost-line", severity="warning", subject="1", message=message)


@pytest.mark.parametrize(
    ("notes", "doubts", "missing", "message"),
    [
        ((), (), (), None),
        (("有2处控制字符不是文字，已略去。",), (), (), "有2处控制字符不是文字，已略去。"),
        (("有2处控制字符不是文字，已略去。", "有1处错，已修正。"), (), (), "有2处控制字符不是文字，已略去。有1处错，已修正。"),
        (
            (),
            ("第1页有1行没有读出，请对照原件", "第2页有1行没有读出，请对照原件"),
            (),
            "第1页有1行没有读出，请对照原件；第2页有1行没有读出，请对照原件",
        ),
        (("第2页已损坏，无法读取。",), (), (2,), "第2页没有读出；第2页已损坏，无法读取。"),
        (("文件已按内容读取。",), ("第1页有1行没有读出，请对照原件",), (), "文件已按内容读取。第1页有1行没有读出，请对照原件。"),
        ((), (), (1, 3), "第1、3页没有读出"),
    ],
)
def test_notes_are_joined_by_one_mark(
    notes: tuple[str, ...], doubts: tuple[str, ...], missing: tuple[int, ...], message: str | None
) -> None:
    source = SourceText("甲方", "text/plain", notes=notes, missing_pages=missing)
    assert _outcome(source, [_finding(doubt) for doubt in doubts]).message == message


def test_a_file_with_two_notes_tells_them_as_two_sentences() -> None:
    message = read_bytes(TWO_NOTES, name="a.txt", names=False).outcome.message or ""
    assert message.count("。") == 2
    assert not DOUBLED.search(message)


def test_so_does_what_a_person_sees(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TWO_NOTES)
    assert run(["extract", str(path), "--no-names"]) == 0
    printed = capfd.readouterr()
    said = json.loads(printed.out)["outcome"]["message"]
    assert said.count("。") == 2
    assert run(["show", str(path), "--no-names"]) == 0
    shown = "".join(capfd.readouterr().out.split())
    assert "".join(said.split()) in shown
    assert not DOUBLED.search(said + printed.err)
