"""``jiedui evaluate`` from the command line: what it prints, what it writes, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

from pipeline.cli import run
from pipeline.json_output import pretty
from tests.pipeline.conftest import Answer
from tests.pipeline.evaluate.make_gold import annotated, put, with_item
from tests.pipeline.make_record import agreement, bad_record, record

AGREEMENT = "结对帮扶协议书\n甲方（支援学校）：南浦中学\n乙方（受援学校）：北岭中学\n一、甲方每学期送课不少于4节。\n二、本协议一式两份。\n"
GOLD: dict[str, Any] = {
    "kind": "agreement",
    "title": "结对帮扶协议书",
    "parties": [
        {"role": "甲方", "name": "南浦中学", "side": "supporter", "quote": "南浦中学"},
        {"role": "乙方", "name": "北岭中学", "side": "recipient", "quote": "北岭中学"},
    ],
    "quotas": [
        {
            "quote": "每学期送课不少于4节",
            "amount": {"min": "4", "max": None},
            "unit": "节",
            "what": "送课",
            "per": {"count": "1", "unit": "学期"},
            "actor": "甲方",
            "modality": "duty",
        }
    ],
    "copies": {"total": 2, "holders": []},
    "findings": [
        {"rule": "missing-duties", "subject": "乙方"},
        {"rule": "missing-effective", "subject": "effective"},
        {"rule": "missing-liability", "subject": "liability"},
        {"rule": "missing-signature", "subject": "甲方"},
        {"rule": "missing-signature", "subject": "乙方"},
        {"rule": "missing-supplement", "subject": "supplement"},
        {"rule": "missing-term", "subject": "term"},
    ],
}


@pytest.fixture(autouse=True)
def _plain_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    for name in ("FORCE_COLOR", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """One agreement, as text and as a page, each with its annotation."""
    folder = tmp_path / "corpus"
    put(folder, "a", GOLD)
    (folder / "a.txt").write_text(AGREEMENT, encoding="utf-8")
    put(folder, "web/b", GOLD, file="b.html")
    lines = "".join(f"<p>{line}</p>" for line in AGREEMENT.splitlines())
    (folder / "web" / "b.html").write_text(f"<html><head><meta charset=utf-8></head><body>{lines}</body></html>", encoding="utf-8")
    return folder


@pytest.fixture
def records(tmp_path: Path) -> Path:
    """The record of :mod:`tests.pipeline.make_record`, with an annotation in the folder ``gold``."""
    put(tmp_path / "gold", "a", annotated())
    (tmp_path / "records").mkdir()
    (tmp_path / "records" / "a.json").write_bytes(pretty(record(documents=(agreement(),))))
    return tmp_path


def printed(capfd: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> str:
    assert run(["evaluate", *arguments]) == code
    captured = capfd.readouterr()
    return captured.out if code == 0 else captured.out + captured.err


def parsed(capfd: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(printed(capfd, *arguments, "--json"))
    return found


def test_documents_are_read_and_held_against_their_annotations(corpus: Path, capfd: pytest.CaptureFixture[str]) -> None:
    out = printed(capfd, str(corpus))
    rows = {line.split()[0]: line.split()[1:] for line in out.partition("各格式")[0].splitlines() if line}
    assert rows["各方"] == ["parties", "4", "1.000", "1.000", "1.000"]
    assert rows["签署"] == ["signing", "0", "-", "-", "-"]
    assert rows["数量·行为方"] == ["quotas.actor", "2", "1.000"]
    assert rows["html"] == rows["txt"] == ["1", "6", "1.000", "1.000", "1.000"]
    assert "微平均 F1 1.0000，宏平均 F1 1.0000" in out
    assert "不含发现" in out
    assert "2 个文件、2 篇文书；没有记录 0 个，没有读成 0 个，标注不能用 0 个。" in out
    assert "对不上 0 处" in out


def test_several_formats_have_a_column_each(corpus: Path, capfd: pytest.CaptureFixture[str]) -> None:
    lines = printed(capfd, str(corpus)).splitlines()
    at = next(at for at, line in enumerate(lines) if line.startswith("各格式 F1"))
    assert lines[at].split() == ["各格式", "F1", "html", "txt"]
    assert lines[at + 1].split() == ["文种", "1.000", "1.000"]
    assert "各格式 F1" not in printed(capfd, str(corpus / "web"))


def test_every_slip_is_listed_where_it_stands(records: Path, capfd: pytest.CaptureFixture[str]) -> None:
    put(records / "gold", "a", with_item("quotas", actor="乙方") | {"title": "协议"})
    out = printed(capfd, str(records / "gold"), "--records", str(records / "records"), "--errors")
    assert out.splitlines()[:4] == [
        "a 第1篇  漏读  标题  协议",
        "a 第1篇  多读  标题  南浦中学与北岭中学结对协议",
        "a 第1篇  读错  数量·行为方  乙方 读成 甲方  “送课不少于4节”",
        "",
    ]
    assert "第1篇" not in printed(capfd, str(records / "gold"), "--records", str(records / "records"))


def test_english(records: Path, capfd: pytest.CaptureFixture[str]) -> None:
    put(records / "gold", "a", with_item("funding", payee="乙方") | {"findings": []})
    arguments = (str(records / "gold"), "--records", str(records / "records"), "--errors", "--lang", "en")
    out = printed(capfd, *arguments)
    assert "a document 1  wrong  funding.payee  乙方 read as (none)  “资助12万元”" in out
    assert "a document 1  extra  findings  blank-party  “乙方”" in out
    assert "micro F1 0.9630, macro F1 1.0000" in out
    assert "1 files, 1 documents; 0 without a record" in out
    assert " ungrounded." in out


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_tables_fit_the_screen(corpus: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, columns: int) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    tables = printed(capfd, str(corpus)).partition("微平均")[0]
    assert max(cell_len(line) for line in tables.splitlines()) <= columns


def test_json_has_the_figures_and_the_slips(corpus: Path, capfd: pytest.CaptureFixture[str]) -> None:
    put(corpus, "a", GOLD | {"title": "协议"})
    found = parsed(capfd, str(corpus))
    assert found["fields"]["title"] == {"gold": 2, "found": 1, "extra": 1, "precision": 0.5, "recall": 0.5, "f1": 0.5}
    assert found["formats"]["html"]["micro_f1"] == 1.0
    assert found["files"]["web/b"]["outcome"] == "read"
    assert [(slip["file"], slip["document"], slip["problem"], slip["value"]) for slip in found["errors"]] == [
        ("a", 1, "missed", "协议"),
        ("a", 1, "extra", "结对帮扶协议书"),
    ]


def test_what_was_written_before_gives_the_same_figures(corpus: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    put(corpus, "web/b", GOLD | {"kind": "plan"}, file="b.html")
    anew = parsed(capfd, str(corpus))
    assert run(["extract", str(corpus), "--out", str(tmp_path / "out")]) == 0
    capfd.readouterr()
    assert parsed(capfd, str(corpus), "--records", str(tmp_path / "out")) == anew


@pytest.mark.parametrize("place", ["sub/a.json", "sub/paper.json", "sub/paper.txt.json", "a.json"])
def test_a_record_is_found_by_its_name(tmp_path: Path, capfd: pytest.CaptureFixture[str], place: str) -> None:
    put(tmp_path / "gold", "sub/a", annotated(), file="paper.txt")
    (tmp_path / "records" / "sub").mkdir(parents=True)
    (tmp_path / "records" / place).write_bytes(pretty(record(documents=(agreement(),))))
    assert parsed(capfd, str(tmp_path / "gold"), "--records", str(tmp_path / "records"))["micro_f1"] == 1.0


def test_a_document_without_a_record_is_all_missed(records: Path, capfd: pytest.CaptureFixture[str]) -> None:
    put(records / "gold", "sub/b", annotated())
    out = printed(capfd, str(records / "gold"), "--records", str(records / "records"), code=1)
    assert "sub/b.json" in out
    assert "没有记录 1 个" in out
    assert "微平均 F1 0.6667" in out


@pytest.mark.parametrize("content", [b"", b"{}", b"[]"])
def test_what_is_no_record_counts_as_none(records: Path, capfd: pytest.CaptureFixture[str], content: bytes) -> None:
    (records / "records" / "a.json").write_bytes(content)
    out = printed(capfd, str(records / "gold"), "--records", str(records / "records"), code=1)
    assert "不是 jiedui 写出的记录" in out
    assert "没有记录 1 个" in out


def test_an_unreadable_document_is_told_and_the_others_are_read(corpus: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (corpus / "a.txt").unlink()
    out = printed(capfd, str(corpus), code=1)
    assert f"没有读成 {corpus / 'a.txt'}：没有这个文件" in out
    assert "没有读成 1 个" in out
    assert "微平均 F1 0.6667" in out


def test_a_failure_shows_where_only_when_asked(corpus: Path, answer: Answer, capfd: pytest.CaptureFixture[str]) -> None:
    answer(bad_record("failed", None, "ValueError: x\nTraceback\n  line 3"))
    assert "line 3" not in printed(capfd, str(corpus), code=1)
    assert "line 3" in printed(capfd, str(corpus), "--debug", code=1)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"not json", "不是合格的 JSON"),
        (b'{"file": "a.txt", "documents": [{"kind": "paper"}]}', "documents.0.kind 的值不合格式"),
    ],
)
def test_a_malformed_annotation_is_told_and_the_others_are_compared(
    corpus: Path, capfd: pytest.CaptureFixture[str], content: bytes, said: str
) -> None:
    (corpus / "a.gold.json").write_bytes(content)
    out = printed(capfd, str(corpus), code=1)
    assert said in out
    assert "1 个文件、1 篇文书；没有记录 0 个，没有读成 0 个，标注不能用 1 个。" in out


def test_an_unknown_name_is_told_and_compared(records: Path, capfd: pytest.CaptureFixture[str]) -> None:
    put(records / "gold", "a", with_item("quotas", qoute="送课"))
    assert run(["evaluate", str(records / "gold"), "--records", str(records / "records")]) == 0
    assert "documents.0.quotas.0.qoute" in capfd.readouterr().err


def test_two_runs_are_compared(records: Path, capfd: pytest.CaptureFixture[str]) -> None:
    saved, arguments = records / "runs" / "before.json", (str(records / "gold"), "--records", str(records / "records"))
    printed(capfd, *arguments, "--save", str(saved))
    (quota,) = agreement().quotas
    worse = agreement().model_copy(update={"quotas": (quota.model_copy(update={"unit": "次"}),)})
    (records / "records" / "a.json").write_bytes(pretty(record(documents=(worse,))))
    lines = printed(capfd, *arguments, "--against", str(saved)).splitlines()
    at = lines.index("改坏 2 处")
    assert lines[at + 1 :] == [
        "- a 第1篇  漏读  数量  4.. 节 /学期  “送课不少于4节”",
        "- a 第1篇  多读  数量  4.. 次 /学期  “送课不少于4节”",
    ]
    assert ["数量", "quotas", "1.0000", "0.0000", "-1.0000"] in [line.split() for line in lines]
    assert not [line for line in lines if line.startswith("改好")]
    found = parsed(capfd, *arguments, "--against", str(saved))["against"]
    assert [slip["problem"] for slip in found["lost"]] == ["missed", "extra"]
    assert {"name": "quotas", "before": 1.0, "after": 0.0} in found["changes"]


def test_nothing_changed_and_files_came(records: Path, capfd: pytest.CaptureFixture[str]) -> None:
    saved, arguments = records / "before.json", (str(records / "gold"), "--records", str(records / "records"))
    saved.write_text(printed(capfd, *arguments, "--json"), encoding="utf-8")
    assert f"同 {saved} 相比没有变化。" in printed(capfd, *arguments, "--against", str(saved))
    put(records / "gold", "b", annotated())
    (records / "records" / "b.json").write_bytes(pretty(record()))
    assert "原来没有的文件 1 个，不参加比较：b" in printed(capfd, *arguments, "--against", str(saved))


@pytest.mark.parametrize("content", [None, b"{}"])
def test_a_run_to_compare_with_must_be_one(records: Path, capfd: pytest.CaptureFixture[str], content: bytes | None) -> None:
    if content is not None:
        (records / "before.json").write_bytes(content)
    assert "--against" in printed(capfd, str(records / "gold"), "--against", str(records / "before.json"), code=2)


def test_the_folder_of_records_must_be_one(records: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert "--records" in printed(capfd, str(records / "gold"), "--records", str(records / "none"), code=2)


@pytest.mark.parametrize("place", ["", "nothing"])
def test_without_annotations_nothing_is_evaluated(tmp_path: Path, capfd: pytest.CaptureFixture[str], place: str) -> None:
    assert "没有找到标注" in printed(capfd, str(tmp_path / place), code=1)


def test_what_cannot_be_saved_is_told(records: Path, capfd: pytest.CaptureFixture[str]) -> None:
    arguments = (str(records / "gold"), "--records", str(records / "records"))
    out = printed(capfd, *arguments, "--save", str(records / "gold" / "a.gold.json" / "x.json"), code=1)
    assert "写不进" in out
    assert "微平均 F1 1.0000" in out


def test_nothing_in_an_annotation_steers_the_terminal(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    put(tmp_path, "a", GOLD | {"title": "\x1b[31m协议\u202e [bold]x[/bold]", "\x1b[2J": 1})
    (tmp_path / "a.txt").write_text(AGREEMENT, encoding="utf-8")
    assert run(["evaluate", str(tmp_path), "--errors"]) == 0
    captured = capfd.readouterr()
    assert not set(captured.out + captured.err) & set("\x1b\u202e")
    assert "[bold]x[/bold]" in captured.out
    assert "\x1b" not in printed(capfd, str(tmp_path), "--json")
