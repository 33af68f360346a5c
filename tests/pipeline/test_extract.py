"""What ``jiedui extract`` prints, writes and returns."""

from __future__ import annotations

import errno
import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import psutil
import pytest

from pipeline.cli import run
from schemas.record import Record
from tests.pipeline.conftest import Answer
from tests.pipeline.make_record import bad_record

FAILED = bad_record("failed", None, "程序出错：ZeroDivisionError: division by zero\nTraceback …\n  \x1b[31mread.py")
REVIEW = bad_record("needs-review", None, "第3页没有读出。")
EMPTY = bad_record("unreadable", "empty", "文件里没有内容。")


def put(folder: Path, **files: str) -> None:
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_txt", ".txt").replace("_docx", ".docx")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def test_one_file_gives_its_record_as_indented_json(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    put(tmp_path, a_txt="甲方")
    assert run(["extract", str(tmp_path / "a.txt")]) == 0
    out, err = capfdbinary.readouterr()
    assert json.loads(out)["text"] == "甲方"
    assert out.count(b"\n") > 5
    assert "甲方".encode() in out
    assert err == b""


def test_many_files_give_one_line_each_in_the_order_given(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    put(tmp_path, a_txt="一", b_txt="二")
    assert run(["extract", str(tmp_path / "b.txt"), str(tmp_path / "a.txt")]) == 0
    assert [json.loads(line)["text"] for line in capfd.readouterr().out.splitlines()] == ["二", "一"]


def test_a_folder_gives_lines_even_for_one_file(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    put(tmp_path, a_txt="一")
    assert run(["extract", str(tmp_path)]) == 0
    assert len(capfd.readouterr().out.splitlines()) == 1


def test_jsonl_makes_one_line_of_one_file(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    put(tmp_path, a_txt="一")
    assert run(["extract", "--jsonl", str(tmp_path / "a.txt")]) == 0
    assert len(capfd.readouterr().out.splitlines()) == 1


def test_the_standard_input_is_read(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("甲方".encode())))
    assert run(["extract", "-"]) == 0
    record = json.loads(capfd.readouterr().out)
    assert (record["text"], record["source"]["name"]) == ("甲方", None)


def test_out_mirrors_the_folder(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    put(tmp_path, in__a_txt="一", in__b__a_txt="二")
    out = tmp_path / "out"
    assert run(["extract", str(tmp_path / "in"), "--out", str(out)]) == 0
    assert {str(path.relative_to(out)) for path in out.rglob("*.json")} == {"a.json", "b/a.json"}
    captured = capfd.readouterr()
    assert captured.out == ""
    assert "读成 2 个" in captured.err


def test_two_inputs_of_one_stem_do_not_overwrite_each_other(tmp_path: Path) -> None:
    put(tmp_path, x__a_txt="一", y__a_txt="二", x__a_docx="三")
    out = tmp_path / "out"
    paths = [str(tmp_path / name) for name in ("x/a.txt", "y/a.txt", "x/a.docx")]
    assert run(["extract", *paths, "--out", str(out)]) == 0
    assert {json.loads(path.read_bytes())["text"] for path in out.iterdir()} == {"一", "二", "三"}


def test_jsonl_into_a_folder(tmp_path: Path) -> None:
    put(tmp_path, a_txt="一", b_txt="二")
    out = tmp_path / "out"
    assert run(["extract", str(tmp_path), "--out", str(out), "--jsonl"]) == 0
    assert [json.loads(line)["text"] for line in (out / "records.jsonl").read_text(encoding="utf-8").splitlines()] == ["一", "二"]
    assert [path.name for path in out.iterdir()] == ["records.jsonl"]


def test_records_beside_their_inputs_never_replace_an_input(tmp_path: Path) -> None:
    source = tmp_path / "a.json"
    source.write_text("甲方", encoding="utf-8")
    assert run(["extract", str(source), "--out", str(tmp_path)]) == 0
    assert source.read_text(encoding="utf-8") == "甲方"
    assert json.loads((tmp_path / "a.json.json").read_bytes())["text"] == "甲方"


def test_what_cannot_be_read_costs_one_line_and_nothing_else(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    put(tmp_path, a_txt="一", b_txt=" ", c_txt="三")
    out = tmp_path / "out"
    assert run(["extract", str(tmp_path), "--out", str(out)]) == 1
    lines = capfd.readouterr().err.splitlines()
    outcome = json.loads((out / "b.json").read_bytes())["outcome"]
    assert outcome["reason"] == "empty"
    assert lines[0] == f"没有读成 {tmp_path / 'b.txt'}：{outcome['message']}"
    assert len(lines) == 2
    assert json.loads((out / "c.json").read_bytes())["text"] == "三"


@pytest.mark.parametrize(
    ("record", "lang", "code", "line"),
    [
        (EMPTY, "zh", 1, "没有读成 {}：文件里没有内容。"),
        (EMPTY, "en", 1, "Not read: {}: the file has no content. Check that it was saved completely."),
        (
            FAILED,
            "zh",
            1,
            "没有读成 {}：程序出错：ZeroDivisionError: division by zero。请加 --debug 再运行一次，并把显示的内容报告给我们。",
        ),
        (REVIEW, "zh", 0, "请复核 {}：第3页没有读出。"),
    ],
)
def test_trouble_is_named_in_one_line(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], answer: Answer, record: Record, lang: str, code: int, line: str
) -> None:
    put(tmp_path, a_txt="甲方")
    answer(record)
    path = tmp_path / "a.txt"
    assert run(["extract", str(path), "--lang", lang]) == code
    assert capfd.readouterr().err == line.format(path) + "\n"


def test_debug_shows_where_the_program_failed(tmp_path: Path, capfd: pytest.CaptureFixture[str], answer: Answer) -> None:
    put(tmp_path, a_txt="甲方")
    answer(FAILED)
    for command in ("extract", "show"):
        assert run([command, str(tmp_path / "a.txt"), "--debug"]) == 1
        assert capfd.readouterr().err.splitlines()[-2:] == ["Traceback …", "  \\x1b[31mread.py"]


def test_a_missing_file_has_a_record_too(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["extract", str(tmp_path / "none.txt")]) == 1
    captured = capfd.readouterr()
    assert json.loads(captured.out)["outcome"]["reason"] == "not-a-file"
    assert captured.err.count("\n") == 1


def test_a_pipe_is_not_waited_for(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert run(["extract", str(tmp_path / "a.txt")]) == 1
    assert json.loads(capfd.readouterr().out)["outcome"]["reason"] == "not-a-file"


def test_a_folder_with_nothing_to_read(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    put(tmp_path, **{"notes.md": "笔记", ".hidden_txt": "x"})
    assert run(["extract", str(tmp_path)]) == 1
    captured = capfd.readouterr()
    assert captured.out == ""
    assert "没有找到可读的文件" in captured.err
    assert ".md 1" in captured.err


def test_controls_in_names_and_texts_do_not_reach_the_terminal(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    text = "结对帮扶协议书\n甲方每学期到乙方送课不少于4节。" * 20 + "\u009b2J\u202e\x1b[31m"
    put(tmp_path, **{"a\x1b[2J\nb_txt": text})
    name = "a\x1b[2J\nb.txt"
    assert run(["extract", str(tmp_path / name), str(tmp_path / "no\x1bne.txt")]) == 1
    captured = capfd.readouterr()
    assert not set(captured.out + captured.err) & set("\x1b\u009b\u202e")
    assert captured.err.count("\n") == 1
    assert json.loads(captured.out.splitlines()[0])["text"][:200] == text[:200]


def test_a_name_that_is_not_utf8(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = os.path.join(os.fsencode(tmp_path), b"\xd0\xcc\xd2\xe9.txt")  # noqa: PTH118 - pathlib joins no bytes
    Path(os.fsdecode(path)).write_bytes("甲方".encode())
    out = tmp_path / "out"
    assert run(["extract", os.fsdecode(path), "--out", str(out)]) == 0
    (written,) = out.iterdir()
    assert json.loads(written.read_bytes())["source"]["name"] == "\\xd0\\xcc\\xd2\\xe9.txt"
    capfd.readouterr()


def test_a_full_disk_is_said_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    def full(*_: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", str(tmp_path / "out" / "a.json"))

    put(tmp_path, in__a_txt="一")
    monkeypatch.setattr("os.fsync", full)
    assert run(["extract", str(tmp_path / "in"), "--out", str(tmp_path / "out")]) == 1
    assert capfd.readouterr().err.startswith("写不进 ")
    assert list((tmp_path / "out").iterdir()) == []


def test_out_that_is_a_file(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    put(tmp_path, a_txt="一")
    assert run(["extract", str(tmp_path / "a.txt"), "--out", str(tmp_path / "a.txt")]) == 2
    assert "--out" in capfd.readouterr().err


def test_the_output_folder_is_not_walked(tmp_path: Path) -> None:
    put(tmp_path, a_txt="一", out__old_txt="旧")
    assert run(["extract", str(tmp_path), "--out", str(tmp_path / "out")]) == 0
    assert not (tmp_path / "out" / "out").exists()
    assert not (tmp_path / "out" / "old.json").exists()


@pytest.mark.skipif(os.name == "nt", reason="a signal to a process group")
def test_ctrl_c_keeps_what_is_written(tmp_path: Path) -> None:
    papers = [tmp_path / f"{at:04}.txt" for at in range(3000)]
    for path in papers:
        path.write_text("结对帮扶协议书\n甲方：南浦中学\n", encoding="utf-8")
    command = [sys.executable, "-m", "pipeline", "extract", str(tmp_path), "--jobs", "2", "--out", str(tmp_path / "out")]
    running = subprocess.Popen(command, start_new_session=True, stderr=subprocess.PIPE, encoding="utf-8")
    while not (tmp_path / "out" / "0010.json").exists():
        time.sleep(0.05)
        assert running.poll() is None
    started = psutil.Process(running.pid).children(recursive=True)
    os.killpg(running.pid, signal.SIGINT)
    assert running.communicate(timeout=20)[1].strip() == "已中断；此前写完的记录都在。"
    assert running.returncode == 130
    written = sorted((tmp_path / "out").iterdir())
    assert 10 < len(written) < len(papers)
    assert all(json.loads(path.read_bytes())["outcome"]["status"] == "read" for path in written)
    assert not psutil.wait_procs(started, timeout=10)[1]
