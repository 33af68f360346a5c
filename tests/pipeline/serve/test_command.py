"""Listing jobs, and pausing them without a service at work."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipeline.cli import run
from pipeline.store.pauses import pauses
from pipeline.store.place import address_of, engine_of

TOML = """[[inbox]]
name = "县局"
source = ["收件", "s3://bucket/in"]
cron = "30  2 * * *"
[[inbox]]
name = "乡镇"
source = "乡镇"
cron = "0 3 * * 1"
"""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("JIEDUI_STORE", raising=False)
    (tmp_path / "jiedui.toml").write_text(TOML, encoding="utf-8")
    return tmp_path


def listed(capfd: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    capfd.readouterr()
    assert run(["serve", "--list", *arguments]) == 0
    return capfd.readouterr().out.splitlines()


def test_the_list_says_when_each_runs_and_makes_no_store(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    first, second = listed(capfd)
    assert first.startswith("县局：下次 20")
    assert first.endswith(" 02:30（30 2 * * *），读 收件、s3://bucket/in")
    assert second.endswith(" 03:00（0 3 * * 1），读 乡镇")
    assert not (here / "jiedui.db").exists()


def test_a_pause_is_kept_and_taken_back(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["serve", "--pause", "县局"]) == 0
    engine = engine_of(address_of(str(here / "jiedui.db")))
    since = pauses(engine)["县局"]
    assert abs((datetime.now(UTC) - since).total_seconds()) < 60
    first, second = listed(capfd)
    assert first.startswith("县局：已暂停，从 ")
    assert second.startswith("乡镇：下次 ")
    assert run(["serve", "--pause", "县局"]) == 0
    assert pauses(engine) == {"县局": since}
    assert run(["serve", "--resume", "县局", "--pause", "乡镇"]) == 0
    assert set(pauses(engine)) == {"乡镇"}
    assert "已恢复 县局" in capfd.readouterr().err
    assert run(["serve", "--resume", "县局", "--lang", "en"]) == 0
    assert "县局 was not paused" in capfd.readouterr().err
    engine.dispose()


def test_from_a_folder_below_it_is_the_same_store(here: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    (here / "收件").mkdir()
    monkeypatch.chdir(here / "收件")
    assert run(["serve", "--pause", "县局"]) == 0
    assert (here / "jiedui.db").is_file()
    assert listed(capfd)[0].startswith("县局：已暂停")


@pytest.mark.parametrize("option", ["--pause", "--resume"])
def test_a_name_that_is_not_there_changes_nothing(here: Path, option: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["serve", "--pause", "乡镇", option, "县"]) == 2
    error = capfd.readouterr().err
    assert f"{here}/jiedui.toml 里没有 县。相近的有：县局。" in error
    assert not (here / "jiedui.db").exists()
    assert run(["serve", option, "市局长办公室", "--lang", "en"]) == 2
    assert "县局, 乡镇" in capfd.readouterr().err


def test_a_store_of_something_else_is_named(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (here / "jiedui.db").write_bytes(b"no database at all, but long enough to be taken for one" * 40)
    for arguments in (["--pause", "县局"], ["--list"], []):
        assert run(["serve", *arguments]) == 1
        error = capfd.readouterr().err
        assert f"{here}/jiedui.db 不是 jiedui 的存储" in error
        assert error.count("\n") == 1
