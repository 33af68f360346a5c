"""What ``jiedui show`` prints for a person."""

from __future__ import annotations

import json
from pathlib import Path
from typing import get_args

import pytest
from rich.cells import cell_len

from pipeline.cli import run
from pipeline.json_output import line, pretty
from pipeline.show import _quoted
from pipeline.show_labels import labels
from schemas.press import Press
from schemas.required import FieldState, RequiredField, State
from tests.linear import LIMIT, growth
from tests.pipeline.make_record import TEXT, agreement, bad_record, record

AGREEMENT = "结对帮扶协议书\n甲方（支援学校）：南浦中学\n乙方（受援学校）：北岭中学\n一、甲方每学期送课不少于4节。\n二、本协议一式两份。\n"


@pytest.fixture(autouse=True)
def _plain_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    for name in ("FORCE_COLOR", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)


def saved(folder: Path, name: str = "a.json") -> str:
    (folder / name).write_bytes(pretty(record(documents=(agreement(),))))
    return str(folder / name)


@pytest.mark.parametrize(
    "words",
    [
        "南浦中学与北岭中学结对协议", "[协议]", "甲方 南浦中学 [支援方]", "乙方 ____（空白） [受援方]", "2024-09-01 至 …；3年；自签订之日起",
        "签字盖章之日", "一式 2 份；甲方 1 份；乙方 1 份", "甲方 温庭月 2024-08-26", "南浦市 → 北岭县", "南浦日报 2024-05-09",
        "必备  已写明：期限、签署、签署日期（甲方）",
        "        空白：签署日期（乙方）", "未写明：份数", "不适用：未尽事宜",
        "不少于4节", "每学期", "甲方 → 乙方", "应做", "送课不少于4节", "120,000元（其中）", "图书", "注意", "乙方的名称空着", "blank-party",
    ],
)  # fmt: skip
def test_everything_found_is_shown(tmp_path: Path, capfd: pytest.CaptureFixture[str], words: str) -> None:
    assert run(["show", saved(tmp_path)]) == 0
    assert words in capfd.readouterr().out


def test_the_original_of_a_reprint_is_shown(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    reprint = agreement().model_copy(update={"press": Press(outlet="南浦日报", original_url="http://a.example/1.htm")})
    (tmp_path / "a.json").write_bytes(pretty(record(documents=(reprint,))))
    assert run(["show", str(tmp_path / "a.json")]) == 0
    assert "原文：http://a.example/1.htm" in capfd.readouterr().out


@pytest.mark.parametrize("columns", [40, 60, 80, 120])
def test_no_line_is_wider_than_the_screen(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    assert run(["show", saved(tmp_path)]) == 0
    assert max(cell_len(each) for each in capfd.readouterr().out.splitlines()) <= columns


def test_what_need_not_say_anything_has_no_line_of_required_fields(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    news = agreement().model_copy(update={"kind": "news", "required": (FieldState(field="copies", state="not-applicable"),)})
    (tmp_path / "a.json").write_bytes(pretty(record(documents=(news,))))
    assert run(["show", str(tmp_path / "a.json")]) == 0
    assert "必备" not in capfd.readouterr().out


def test_every_field_and_state_has_a_word_in_both_languages() -> None:
    for lang in ("zh", "en"):
        words = labels(lang)
        assert set(words.fields) == set(get_args(RequiredField))
        assert set(words.states) == set(get_args(State))
        assert len(set(words.fields.values())) == len(words.fields)


def test_a_pipe_gets_no_colours(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["show", saved(tmp_path)]) == 0
    assert "\x1b" not in capfd.readouterr().out


def test_sources_and_files_of_records_are_shown_too(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(AGREEMENT, encoding="utf-8")
    (tmp_path / "b.jsonl").write_bytes(line(record(documents=(agreement("甲"),), name="一")) + line(record(name="二", text="x")))
    assert run(["show", str(tmp_path)]) == 0
    out = capfd.readouterr().out
    assert out.count("[协议]") == 2
    assert "没有找到文书" in out
    assert "二 ─" in out


def test_an_unread_file_says_why(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.json").write_bytes(pretty(bad_record("unreadable", "encrypted", "文件有密码。")))
    assert run(["show", str(tmp_path)]) == 1
    assert "文件有密码" in capfd.readouterr().out


@pytest.mark.parametrize("content", [b"{}", b"[1]", b"not json", json.dumps({"schema_version": "2", "text": ""}).encode()])
def test_other_json_is_no_record(tmp_path: Path, capfd: pytest.CaptureFixture[str], content: bytes) -> None:
    (tmp_path / "a.json").write_bytes(content)
    assert run(["show", str(tmp_path / "a.json")]) == 1
    captured = capfd.readouterr()
    assert "不是 jiedui 写出的记录" in captured.err
    assert captured.err.count("\n") == 1


def test_other_json_in_a_folder_is_passed_over(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "expected.json").write_bytes(b"{}")
    saved(tmp_path)
    assert run(["show", str(tmp_path)]) == 0
    captured = capfd.readouterr()
    assert "跳过" in captured.err
    assert "[协议]" in captured.out


def test_a_missing_record(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["show", str(tmp_path / "a.json")]) == 1
    assert "没有这个文件" in capfd.readouterr().err


def test_nothing_in_a_record_steers_the_terminal(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.json").write_bytes(pretty(record(documents=(agreement("\x1b[31m协议\u009b [bold]x[/bold]\u202e"),))))
    assert run(["show", str(tmp_path / "a.json")]) == 0
    out = capfd.readouterr().out
    assert not set(out) & set("\x1b\u009b\u202e")
    assert "[bold]x[/bold]" in out


@pytest.mark.parametrize(
    ("words", "printed"),
    [("不\n少于2名", "不少于2名"), ("30\r\n  节左右", "30节左右"), ("第 3 期", "第 3 期"), ("Class\nOne", "Class One"), ("A\n班", "A班")],
)
def test_broken_lines_are_closed_up(words: str, printed: str) -> None:
    assert _quoted(words).plain == printed


@pytest.mark.parametrize("char", "\n \r\t甲")
def test_long_runs_are_quick(char: str) -> None:
    assert growth(_quoted, lambda length: char * length) <= LIMIT


def test_english_labels(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["show", saved(tmp_path), "--lang", "en"]) == 0
    out = capfd.readouterr().out
    assert "Parties" in out
    assert "blank: signing dates (乙方)" in " ".join(out.split())
    assert "≥ 4节" in out
    assert TEXT[:4] in out
