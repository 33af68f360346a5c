"""``jiedui review export``, ``to-gold`` and ``stats``, from the command line, over a real store in either database."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonpatch
import pytest
import sqlalchemy as sa

from pipeline.cli import run
from pipeline.records import load_records
from pipeline.review.deciding import note_opening
from schemas.record import Record
from tests.pipeline.review.desk import COPIES, QUOTA, TERM, Desk, done, put_record, put_text
from tests.pipeline.store.make_reading import pact, record_of


@pytest.fixture
def reviewed(desk: Desk) -> Desk:
    """An agreement of which a quota was corrected and the copies rejected, signed off by who opened it."""
    done(note_opening(desk.engine, desk.number, "甲老师"))
    desk.correct(QUOTA, lambda quota: quota.update(unit="次"))
    desk.do("reject", COPIES)
    desk.decide_findings()
    done(desk.sign())
    return desk


def gold_in(folder: Path) -> dict[str, Any]:
    return {path.name: json.loads(path.read_bytes()) for path in sorted(folder.glob("*.gold.json"))}


def test_export_writes_records_patches_and_annotations(
    reviewed: Desk, store_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert run(["review", "export", "--store", store_url, "-o", str(out)]) == 0
    assert "审阅过的记录 1 份" in capsys.readouterr().err
    files = sorted(str(path.relative_to(out)) for path in out.rglob("*") if path.is_file())
    assert files == ["gold/paper.gold.json", "gold/paper.txt", "patches/paper.patch.json", "records/paper.json"]
    (record,) = load_records(out / "records" / "paper.json")
    assert record == reviewed.now.reviewed()
    assert record.review is not None
    assert record.review.state == "signed"
    patch = jsonpatch.JsonPatch.from_string((out / "patches" / "paper.patch.json").read_text(encoding="utf-8"))
    assert Record.model_validate(patch.apply(reviewed.now.record.model_dump(mode="json"))) == record


def test_what_is_not_signed_off_is_exported_and_makes_no_annotation(desk: Desk, store_url: str, tmp_path: Path) -> None:
    desk.do("accept", TERM)
    out = tmp_path / "out"
    assert run(["review", "export", "--store", store_url, "-o", str(out)]) == 0
    assert [path.name for path in out.rglob("*") if path.is_file()].count("paper.json") == 1
    assert not (out / "gold").exists()
    assert run(["review", "export", "--store", store_url, "-o", str(tmp_path / "two"), "--unsigned"]) == 0
    assert (tmp_path / "two" / "gold" / "paper.gold.json").exists()
    assert run(["review", "export", "--store", store_url, "-o", str(tmp_path / "three"), "--state", "signed"]) == 0
    assert not (tmp_path / "three").exists()


def test_corrections_become_cases_that_evaluate_finds(
    reviewed: Desk, store_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "gold"
    assert run(["review", "to-gold", "--store", store_url, "-o", str(out)]) == 0
    (gold,) = gold_in(out).values()
    assert gold["documents"][0]["quotas"][0]["unit"] == "次"
    assert gold["documents"][0]["copies"] is None
    capsys.readouterr()
    records = tmp_path / "records"
    records.mkdir()
    for name, record, wrong in (("reviewed", reviewed.now.reviewed(), 0), ("read", reviewed.now.record, 3)):
        (records / "paper.json").write_text(record.model_dump_json(), encoding="utf-8")
        run(["evaluate", str(out), "--records", str(records), "--save", str(tmp_path / f"{name}.json")])
        (result,) = json.loads((tmp_path / f"{name}.json").read_bytes())["files"].values()
        assert sum(count["extra"] + count["missed"] for count in result["fields"].values()) >= wrong
        assert wrong or all(count["extra"] == count["missed"] == 0 for count in result["fields"].values())


def test_unsigned_records_are_counted_and_can_be_had(
    desk: Desk, store_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.do("accept", TERM)
    assert run(["review", "to-gold", "--store", store_url, "-o", str(tmp_path / "gold")]) == 0
    assert "还有 1 份没有签收" in capsys.readouterr().err
    assert not (tmp_path / "gold").exists()
    assert run(["review", "to-gold", "--store", store_url, "-o", str(tmp_path / "gold"), "--unsigned", "--lang", "en"]) == 0
    assert "1 annotations" in capsys.readouterr().err
    assert len(gold_in(tmp_path / "gold")) == 1


def test_the_very_file_is_copied_and_another_one_is_not(engine: sa.Engine, store_url: str, tmp_path: Path) -> None:
    paper = tmp_path / "papers" / "协议 一.txt"
    paper.parent.mkdir()
    text = pact().replace("\n", "\r\n")
    paper.write_bytes(text.encode())
    desk = Desk(engine, put_record(engine, record_of(text), str(paper), content=text))
    desk.do("accept", TERM)
    # where the file is another one now, the text that was read stands beside the annotation
    for name, data, written in (("same", text.encode(), text), ("other", b"something else", record_of(text).text)):
        paper.write_bytes(data)
        out = tmp_path / name
        assert run(["review", "to-gold", "--store", store_url, "-o", str(out), "--unsigned"]) == 0
        (copied,) = out.glob("*.txt")
        assert copied.read_bytes() == written.encode()
        (gold,) = gold_in(out).values()
        assert gold["file"] == copied.name


def test_two_papers_of_one_name_have_two_files(engine: sa.Engine, store_url: str, tmp_path: Path) -> None:
    for times in (4, 5):
        Desk(engine, put_text(engine, pact(times=times), f"/papers/{times}/a.txt")).do("accept", TERM)
    assert run(["review", "to-gold", "--store", store_url, "-o", str(tmp_path / "gold"), "--unsigned"]) == 0
    names = sorted(gold_in(tmp_path / "gold"))
    assert len(names) == 2
    assert names[1] == "paper.gold.json"
    assert names[0].startswith("paper-")


def test_only_what_was_decided_on_is_written(desk: Desk, store_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    done(note_opening(desk.engine, desk.number, "甲老师"))
    for command in ("export", "to-gold"):
        assert run(["review", command, "--store", store_url, "-o", str(tmp_path / "out")]) == 0
        assert "还没有审阅过的记录" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


@pytest.mark.usefixtures("reviewed")
@pytest.mark.parametrize("command", ["export", "to-gold"])
def test_a_place_that_cannot_be_written_is_told(command: str, store_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("x")
    assert run(["review", command, "--store", store_url, "-o", str(blocked)]) == 1
    assert "写不进" in capsys.readouterr().err
    assert blocked.read_text() == "x"


def test_stats_tell_what_reviewing_shows(reviewed: Desk, store_url: str, capsys: pytest.CaptureFixture[str]) -> None:
    reviewed.do("reject", QUOTA, who="乙老师")
    assert run(["review", "stats", "--store", store_url, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["records"], told["signed"]) == (1, 0)
    assert told["fields"]["copies"]["rejected"] == 1
    assert told["agreement"] == [{"reviewers": ["乙老师", "甲老师"], "n": 1, "agreed": 0, "kappa": 0.0}]
    assert told["seconds"]["all"]["n"] == 1
    assert run(["review", "stats", "--store", store_url]) == 0
    shown = capsys.readouterr().out
    assert "准确率" in shown
    assert "乙老师 / 甲老师" in shown
    assert run(["review", "stats", "--store", store_url, "--lang", "en"]) == 0
    assert "precision" in capsys.readouterr().out


def test_reviewers_names_cannot_steer_the_terminal(desk: Desk, store_url: str, capsys: pytest.CaptureFixture[str]) -> None:
    for who in ("[red]\x1b[31m甲[/red]", "乙"):
        desk.do("accept", QUOTA, who=who)
    assert run(["review", "stats", "--store", store_url]) == 0
    shown = capsys.readouterr().out
    assert "\x1b" not in shown
    assert "[red]" in shown


@pytest.mark.parametrize("arguments", [["stats"], ["export", "-o", "out"], ["to-gold", "-o", "out"]])
def test_without_a_store_the_next_step_is_told(arguments: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["review", *arguments, "--store", str(tmp_path / "no.db")]) == 1
    assert "没有存储" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["export", "--help"], ["serve", "--help"], ["--store", "x", "--help"]])
def test_help_is_told(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["review", *arguments]) == 0
    assert "Usage: jiedui review" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [(["export"], "-o DIR"), (["--bad"], "--bad"), (["stats", "extra"], "extra"), (["export", "-o", "x", "--state", "open"], "--state")],
)
def test_wrong_usage_is_told(arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["review", *arguments]) == 2
    assert told in capsys.readouterr().err
