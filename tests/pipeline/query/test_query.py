"""What ``jiedui query`` prints."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, get_args

import pytest

from pipeline.batch.words import words as batch_words
from pipeline.cli import run
from pipeline.messages import Lang
from pipeline.query.words import words
from pipeline.report.words import words as report_words
from schemas.source import Outcome
from tests.pipeline.store.filling import document, finding, lose, opened, party, put, record
from tests.pipeline.store.places import new_postgres
from tests.repo.tracked import ROOT

FIRST = document(
    "城乡学校\n结对帮扶\x1b[31m协议书", parties=[party("青松小学"), party("____", "recipient", role="乙方")], signed="2024-08-26",
    term=("2024-09-01", None),
    findings=[finding("missing-copies", "error"), finding("missing-copies", "error"), finding("blank-date", "info")],
)  # fmt: skip


@pytest.fixture(autouse=True)
def _plain(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("FORCE_COLOR", "TTY_COMPATIBLE", "JIEDUI_STORE"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def store(tmp_path: Path) -> str:
    address = str(tmp_path / "store.db")
    engine = opened(address)
    put(engine, {"/档/一.docx": record(FIRST), "/档/一（副本）.docx": record(FIRST)})
    put(engine, {"/档/二.txt": record(document(None, kind="news"), text="报道", findings=[finding("of-the-file", "warning")])})
    put(engine, {"/档/锁.pdf": record(outcome=Outcome(status="unreadable", reason="encrypted", message="文件有密码。\n第二行"), text="")})
    engine.dispose()
    return address


def asked(store: str, *options: str) -> int:
    return run(["query", "--store", store, *options])


def test_a_paper_as_a_person_reads_it(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert asked(store, "--party", "青松") == 0
    assert capsys.readouterr().out == (
        "城乡学校 结对帮扶\\x1b[31m协议书  [协议]\n"
        "  各方      甲方 青松小学 [支援方]\n"
        "            乙方 ____ [受援方]\n"
        "  日期      2024-08-26\n"
        "  期限      2024-09-01 至 …\n"
        "  发现      错误 2  missing-copies\n"
        "            提示 1  blank-date\n"
        "  文件      /档/一.docx\n"
        "            /档/一（副本）.docx\n"
        "\n"
        "共 1 份文书。\n"
    )


def test_files_that_were_not_read_are_there_and_counted_apart(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert asked(store) == 0
    out = capsys.readouterr().out
    assert "锁.pdf  [没有读成]\n  读取      没有读成 文件有密码。\n  文件      /档/锁.pdf\n" in out
    assert "（无标题）  [报道]\n  发现      注意 1  of-the-file\n" in out
    assert out.endswith("共 2 份文书，另有 1 个文件没有文书。\n")


def test_english(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert asked(store, "--lang", "en") == 0
    out = capsys.readouterr().out
    assert "[agreement]\n  Parties   甲方 青松小学 [supporter]\n" in out
    assert "not read the file is encrypted. Give --password" in out
    assert out.endswith("2 documents, and 1 files without a document.\n")


def test_nothing_found_is_said_and_is_no_error(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert asked(store, "--party", "没有") == 0
    assert capsys.readouterr().out == "没有符合条件的文书。\n"


def test_limit_says_that_there_may_be_more(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert asked(store, "--limit", "1") == 0
    assert capsys.readouterr().out.endswith("共 1 份文书；只列到 --limit 1 为止，可能还有。\n")


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_json(store: str, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert asked(store, "--format", form) == 0
    out, error = capsys.readouterr()
    papers: list[dict[str, Any]] = json.loads(out) if form == "json" else [json.loads(line) for line in out.splitlines()]
    assert "\x1b" not in out
    assert "共 2 份文书" in error
    assert [paper["title"] for paper in papers] == [FIRST.title, None, None]
    assert papers[0]["addresses"] == ["/档/一.docx", "/档/一（副本）.docx"]
    assert papers[0]["parties"][0] == {"role": "甲方", "name": "青松小学", "side": "supporter", "blank": False, "aliases": []}
    assert papers[0]["findings"][0]["words"] == "处"
    assert papers[2]["outcome"] == {"status": "unreadable", "reason": "encrypted", "message": "文件有密码。\n第二行"}
    assert [paper["document_number"] for paper in papers] == [1, 1, None]


def test_json_of_nothing_is_an_empty_list(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert asked(store, "--format", "json", "--party", "没有") == 0
    assert json.loads(capsys.readouterr().out) == []


def test_a_list_may_be_written_in_chinese(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert asked(store, "--kind", "报道", "--kind", "plan", "--outcome", "读成", "--side", "支援方") == 0
    assert "没有符合条件的" in capsys.readouterr().out
    assert asked(store, "--kind", "报道") == 0
    assert "（无标题）" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("read", 2), ("ok", 2), ("读成", 2), (" OK ", 2), ("unreadable", 0), ("没有读成", 0), ("读不了", 0), ("not read", 0),
        *[(word, None) for word in ("needs-review", "需复核", "to review", "failed", "出错", "程序出错", "quarantined", "已隔离")],
    ],
)  # fmt: skip
def test_an_outcome_may_be_named_as_anywhere_else(store: str, word: str, count: int | None, capsys: pytest.CaptureFixture[str]) -> None:
    assert asked(store, "--outcome", word) == 0
    told = "没有符合条件的文书。" if count is None else f"共 {count} 份文书" + ("。" if count else "，另有 1 个文件没有文书。")
    assert capsys.readouterr().out.endswith(told + "\n")


@pytest.mark.parametrize("lang", get_args(Lang))
def test_every_place_has_the_same_words_for_an_outcome(lang: Lang) -> None:
    fates = batch_words(lang).fates
    assert report_words(lang).outcomes == {outcome: fates[outcome] for outcome in report_words(lang).outcomes}
    kept = {"read": "ok", **{fate: fate for fate in ("needs-review", "unreadable", "failed", "quarantined")}}
    assert words(lang).outcomes == {outcome: word for outcome, fate in kept.items() for name, word in fates.items() if name == fate}
    page = (ROOT / "docs" / "archives.zh-CN.md").read_text(encoding="utf-8")
    assert lang == "en" or all(f"| {fate} | {word} |" in page for fate, word in fates.items())


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--from", "2024-02-30"], "--from 要写成 2026-11-01 这样的日期，2024-02-30 不是"),
        (["--to", "20240901"], "--to"),
        (["--live-on", "明天"], "--live-on"),
        (["--expires-from", "2024-W01-1"], "--expires-from"),
        (["--expires-to", ""], "--expires-to"),
        (["--from", "2024-09-02", "--to", "2024-09-01"], "--from 2024-09-02 晚于 --to 2024-09-01"),
        (["--rule", "missing-copie"], "missing-copies"),
        (["--kind", "协"], "--kind 没有 协 这个值，可写 agreement 协议、plan 方案、"),
        (["--side", "unknown"], "supporter 支援方、recipient 受援方。"),
        (["--outcome", "bad"], "read 读成、needs-review 需复核、unreadable 没有读成、failed 出错、quarantined 已隔离。"),
        (["--outcome", "elsewhere"], "--outcome 没有 elsewhere 这个值"),
        (["--text", " \u3000"], "--text 里没有可以查找的字"),
        (["--party", ""], "--party"),
        (["--source", " "], "--source"),
        (["--history", "x", "--party", "y"], "--history"),
        (["--limit", "0"], "--limit"),
        (["--text"], "--text"),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_said(store: str, options: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert asked(store, *options) == 2
    out, error = capsys.readouterr()
    assert out == ""
    assert said in error


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_store_that_is_not_there_is_not_made(tmp_path: Path, lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    for command in (["query"], ["export", "--out", str(tmp_path / "a.csv")]):
        assert run([*command, "--store", str(tmp_path / "no.db"), "--lang", lang]) == 1
        error = capsys.readouterr().err
        assert {"zh": "没有存储", "en": "there is no store"}[lang] in error
        assert "no.db" in error
        assert list(tmp_path.iterdir()) == []


def test_an_empty_database_is_no_store_and_stays_empty(capsys: pytest.CaptureFixture[str]) -> None:
    import psycopg

    with new_postgres() as url:
        assert run(["query", "--store", url]) == 1
        assert "没有存储" in capsys.readouterr().err
        with psycopg.connect(url) as connection:
            assert connection.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone() == (0,)
    # and one that is gone cannot be opened
    assert run(["query", "--store", url]) == 1
    assert "打不开存储" in capsys.readouterr().err


def changed(store: str) -> None:
    engine = opened(store)
    other = document(
        "新题目", parties=[party("青松小学"), party("柳河小学", "recipient", role="乙方")], signed="2024-08-26", term=("2024-09-01", None)
    )
    put(engine, {"/档/三.txt": record(FIRST)}, contents={"/档/三.txt": "1"})
    put(engine, {"/档/三.txt": record(FIRST)}, contents={"/档/三.txt": "1"}, version="1.1")
    put(engine, {"/档/三.txt": record(other)}, contents={"/档/三.txt": "1"}, version="2.0")
    put(engine, {"/档/三.txt": record(document("改后"))}, contents={"/档/三.txt": "2"}, version="2.0")
    failed = record(outcome=Outcome(status="failed", message="ValueError: x"), text="")
    put(engine, {"/档/三.txt": failed}, contents={"/档/三.txt": "2"}, version="3.0")
    engine.dispose()


def test_history(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    changed(store)
    assert asked(store, "--history", "三.txt") == 0
    out = capsys.readouterr().out
    assert out.startswith("/档/三.txt\n\n内容 ")
    first, second = out.split("\n内容 ")[1:]
    assert "版本 1.0  读成\n    第一次读，没有可比的。" in first
    assert "版本 1.1  读成\n    读到的同上一次一样。" in first
    assert "版本 2.0  读成  现用\n    同上一次相比：\n" in first
    assert "      第 1 份文书 · 标题\n        - 城乡学校 结对帮扶\\x1b[31m协议书\n        + 新题目\n" in first
    assert "      第 1 份文书 · 各方\n        - ____ 乙方 recipient\n        + 柳河小学 乙方 recipient\n" in first
    assert "现在的内容" not in first
    assert "起  现在的内容\n" in second
    assert "文件换了内容，同原来的内容相比：\n" in second
    assert "- 新题目\n        + 改后\n" in second
    assert "版本 3.0 出错 1 次：ValueError: x" in second


def test_history_as_json(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    changed(store)
    assert asked(store, "--history", "/档/三.txt", "--format", "json") == 0
    told = json.loads(capsys.readouterr().out)
    assert [[reading["version"] for reading in content["readings"]] for content in told["contents"]] == [["1.0", "1.1", "2.0"], ["2.0"]]
    assert told["contents"][0]["readings"][0]["changes"] is None
    assert told["contents"][0]["readings"][1]["changes"] == []
    assert told["contents"][0]["readings"][2]["changes"][0]["field"] == "title"
    assert told["contents"][1]["readings"][0]["is_new_content"] is True
    assert told["contents"][0]["seen"].endswith("+00:00")


def test_history_of_a_relative_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    engine = opened(tmp_path / "store.db")
    put(engine, {str(tmp_path / "a.txt"): record(FIRST), str(tmp_path / "b" / "a.txt"): record(document("别的"), text="别的")})
    engine.dispose()
    monkeypatch.chdir(tmp_path)
    assert asked("store.db", "--history", "a.txt") == 0
    assert capsys.readouterr().out.startswith(f"{tmp_path / 'a.txt'}\n")


def test_history_of_what_is_gone(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    engine = opened(store)
    lose(engine, "/档/二.txt")
    engine.dispose()
    assert asked(store, "--history", "二.txt") == 0
    assert "这个来源现在取不到了：没有读取权限。" in capsys.readouterr().out


@pytest.mark.parametrize("word", ["没有.txt", "", " ", "%", "档_一"])
def test_history_of_no_source(store: str, word: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert asked(store, "--history", word) == 1
    assert "没有这个来源" in capsys.readouterr().err


def test_history_of_several_names_them(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert asked(store, "--history", "一") == 1
    assert "  /档/一.docx\n  /档/一（副本）.docx\n" in capsys.readouterr().err
    engine = opened(store)
    put(engine, {f"/many/{number}.txt": record(document(str(number)), text=str(number)) for number in range(9)})
    engine.dispose()
    assert asked(store, "--history", "many") == 1
    assert capsys.readouterr().err.endswith("  /many/4.txt\n  …\n")
