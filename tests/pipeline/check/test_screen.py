"""Colours on a terminal and nowhere else; many findings, narrow screens."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
from rich.console import Console

from pipeline.check.paint import paint_for
from pipeline.cli import run
from pipeline.json_output import line
from schemas.agreement import Document
from schemas.finding import Finding
from schemas.span import Extent, Span
from tests.pipeline.check.findings import MISMATCH, MISSING, finding, paper, put
from tests.pipeline.make_record import record

_ROOT = Path(__file__).resolve().parents[3]
_JIEDUI = [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(_ROOT)!r}); from pipeline.cli import main; main()"]


def on_a_terminal(*arguments: str, **environment: str) -> str:
    """What the program writes to a terminal of its own."""
    ours, theirs = pty.openpty()
    kept = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "COLUMNS"}}
    with subprocess.Popen(
        [*_JIEDUI, *arguments], stdin=theirs, stdout=theirs, stderr=theirs, env=kept | {"TERM": "xterm-256color"} | environment
    ) as started:
        os.close(theirs)
        pieces = []
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:
                break
            if not piece:
                break
            pieces.append(piece)
        started.wait()
    os.close(ours)
    return b"".join(pieces).decode()


def test_a_terminal_gets_colours(here: Path) -> None:
    put(here / "a.json", paper([MISSING, MISMATCH]))
    out = on_a_terminal("check", "a.json")
    assert "\x1b[1;31m错误[copies-mismatch]\x1b[0m" in out
    assert "\x1b[1;33m注意[missing-copies]\x1b[0m" in out
    assert re.search(r"\x1b\[1;31m\^{22}\x1b\[0m", out)
    assert re.search(r"\x1b\[34m-{8}\x1b\[0m", out)


def test_the_bar_leaves_nothing_behind(here: Path) -> None:
    for at in range(5):
        put(here / f"{at}.json", paper(text=f"{at}\n二、本协议一式三份，双方各执一份。", findings=[]))
    put(here / "a.json")
    out = on_a_terminal("check", ".")
    last = re.split(r"\x1b\[[0-9]*[AK]|\x1b\[\?25h|\r\x1b\[2K", out)[-1]
    assert last.lstrip("\r\n").startswith("\x1b[1;31m错误[copies-mismatch]")


@pytest.mark.parametrize("encoding", ["ascii", "gbk", "utf-8"])
def test_an_output_of_few_characters_is_no_failure(here: Path, encoding: str) -> None:
    put(here / "a.json", paper([finding("甲\U00020000方", text="甲\U00020000方")], text="甲\U00020000方"))
    done = subprocess.run([*_JIEDUI, "check", "a.json"], check=False, capture_output=True, env=os.environ | {"PYTHONIOENCODING": encoding})
    assert done.returncode == 3
    assert b"^^^^^^" in done.stdout
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_a_terminal_that_wants_none_gets_none(here: Path, environment: dict[str, str]) -> None:
    put(here / "a.json")
    out = on_a_terminal("check", "a.json", **environment)
    assert "\x1b" not in out
    assert "^" * 22 in out


def test_what_is_accepted_is_dim(here: Path) -> None:
    put(here / "a.json")
    assert run(["check", "a.json", "--accept", MISMATCH.fingerprint, "--because", "另存"]) == 0
    assert "\x1b[2m已接受[copies-mismatch]\x1b[0m" in on_a_terminal("check", "a.json")


def test_a_pipe_gets_no_colours(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    put(here / "a.json")
    assert run(["check", "a.json"]) == 3
    assert run(["rules"]) == 0
    assert run(["rule", "copies-mismatch"]) == 0
    assert "\x1b" not in capfd.readouterr().out


@pytest.mark.parametrize("forced", [True, False])
def test_paint_follows_the_console(*, forced: bool) -> None:
    paint = paint_for(Console(force_terminal=forced, color_system="truecolor", width=40, no_color=False))
    assert paint.width == 40
    assert paint("甲", "bold red") == ("\x1b[1;31m甲\x1b[0m" if forced else "甲")


@pytest.mark.parametrize("columns", ["1", "10", "30", "200"])
def test_any_width_will_do(here: Path, columns: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    put(here / "a.json")
    assert run(["check", "a.json"]) == 3
    out = capfd.readouterr().out
    shown = "".join(re.findall(r"^(?:  5|   ) \| ([^^\n]*)$", out, re.MULTILINE))
    assert "一式三份，双方各执一份" in shown
    assert out.count("^") == 22


@pytest.mark.parametrize("form", ["text", "json", "sarif", "markdown"])
@pytest.mark.parametrize("end", ["\n", ""], ids=["lines", "one line"])
def test_a_thousand_findings_are_told_in_seconds(here: Path, form: str, end: str, capfd: pytest.CaptureFixture[str]) -> None:
    sentence = "一、甲方每学期送课不少于4节，每年资助12万元。" + end
    text = sentence * 1000
    findings = tuple(
        Finding(rule="copies-mismatch", severity="error", subject=str(at), message="协议一式3份", spans=(_span(text, at * len(sentence)),))
        for at in range(1000)
    )
    document = Document(kind="agreement", is_template=False, title="协议", span=Extent(start=0, end=len(text)), findings=findings)
    (here / "all.jsonl").write_bytes(line(record(text, documents=(document,))))
    start = time.perf_counter()
    assert run(["check", "all.jsonl", "--format", form]) == 3
    assert time.perf_counter() - start < 10
    out = capfd.readouterr().out
    assert out.count("协议一式3份") == 1000
    assert len(re.findall(r"\^+\n", out)) == (1000 if form == "text" else 0)


def _span(text: str, start: int) -> Span:
    return Span(start=start, end=start + 4, text=text[start : start + 4])


def test_a_reader_that_stops_early_is_no_failure(here: Path) -> None:
    put(here / "a.json", paper([MISMATCH] * 3000))
    done = subprocess.run(
        ["bash", "-c", '"$@" check a.json | head -1', "bash", *_JIEDUI],  # noqa: S607 - bash of the PATH
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.stdout == "错误[copies-mismatch] 协议一式3份，各方执存合计2份\n"
    assert done.stderr == ""
