"""``jiedui feeds list``, ``status``, ``pause`` and ``resume``, in both languages."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from pipeline.cli import run
from pipeline.feeds.health import ZONE
from tests.pipeline.feeds.health.bureau import NAME, Bureau
from tests.pipeline.fetch.server import Answer

CRON = "30 7 * * *"


def two_sources(bureau: Bureau) -> Path:
    """One that is there, and one that is not."""
    config = bureau.config(cron=CRON)
    other = (
        f'name = "旧址"\naddress = "{bureau.site.at("/old.html")}"\nallow = ["{bureau.site.host}"]\nnote = "2019 年以前"\nkind = "rss"\n'
    )
    config.write_text(config.read_text() + "[[feed]]\n" + other)
    bureau.report(1, 8, 15)
    bureau.publish()
    return config


def told(bureau: Bureau, capfd: pytest.CaptureFixture[str], *words: str) -> list[dict[str, Any]]:
    """The status as JSON."""
    capfd.readouterr()
    bureau.status("--format", "json", *words)
    found: list[dict[str, Any]] = json.loads(capfd.readouterr().out)
    return found


def test_a_list_asks_nothing_of_the_store(bureau: Bureau, capfd: pytest.CaptureFixture[str]) -> None:
    config = two_sources(bureau)
    place = bureau.site.host
    assert run(["feeds", "list", "--config", str(config)]) == 0
    assert capfd.readouterr().out == (
        f"{NAME}  [自动 · 30 7 * * *]\n  http://{place}/list.html\n"
        f"旧址  [订阅（RSS、Atom） · 0 7 * * *]\n  http://{place}/old.html\n  2019 年以前\n"
    )
    assert run(["feeds", "list", "旧址", "--config", str(config), "--lang", "en"]) == 0
    assert capfd.readouterr().out == f"旧址  [feed (RSS, Atom) · 0 7 * * *]\n  http://{place}/old.html\n  2019 年以前\n"
    assert run(["feeds", "list", "新址", "--config", str(config)]) == 2
    assert "没有 新址 这个来源" in capfd.readouterr().err
    assert list(bureau.folder.glob("*.db")) == []


def test_the_status_of_sources_that_were_never_tried_makes_no_store(bureau: Bureau, capfd: pytest.CaptureFixture[str]) -> None:
    two_sources(bureau)
    assert bureau.status() == 0
    assert "还没有读过，文章 0 篇，下次 " in capfd.readouterr().out
    assert bureau.status("--lang", "en") == 0
    assert "never read, 0 articles, next " in capfd.readouterr().out
    assert list(bureau.folder.glob("*.db")) == []


def test_the_next_run_is_told_by_the_clock_of_shanghai(any_bureau: Bureau, capfd: pytest.CaptureFixture[str]) -> None:
    two_sources(any_bureau)
    before = datetime.now(UTC)
    [one, _] = told(any_bureau, capfd)
    moment = datetime.fromisoformat(one["next"])
    assert (moment.utcoffset(), moment.hour, moment.minute) == (timedelta(hours=8), 7, 30)
    assert timedelta() < moment - before <= timedelta(days=1, minutes=1)
    any_bureau.status(NAME)
    assert f"下次 {moment:%Y-%m-%d} 07:30" in capfd.readouterr().out


def test_what_a_visit_left_is_told(any_bureau: Bureau, capfd: pytest.CaptureFixture[str]) -> None:
    two_sources(any_bureau)
    any_bureau.site.put("/old.html", Answer(code=404))
    assert any_bureau.visit() == 1
    assert "共 2 个来源：新 3 篇，1 个来源没有读成。" in capfd.readouterr().err
    [one, other] = told(any_bureau, capfd)
    assert (one["items"], one["articles"], one["failures"], one["alarms"], one["reason"]) == (3, 3, 0, [], None)
    assert (other["articles"], other["failures"], other["reason"], other["succeeded"]) == (0, 1, "not-found", None)
    assert datetime.now(ZONE) - datetime.fromisoformat(one["succeeded"]) < timedelta(minutes=5)
    assert other["wait_until"] > other["tried"]
    assert any_bureau.status() == 0
    said = capfd.readouterr().out
    assert "列表 3 篇，文章 3 篇，下次 " in said
    assert "  没有读成：http://" in said
    assert any_bureau.status("旧址", "--lang", "en") == 0
    assert f"  not read: {any_bureau.site.at('/old.html')} is no longer there (404)." in capfd.readouterr().out


def test_a_source_that_is_left_alone_comes_next_after_that(any_bureau: Bureau, capfd: pytest.CaptureFixture[str]) -> None:
    two_sources(any_bureau)
    assert any_bureau.visit() == 1
    any_bureau.change(
        "UPDATE feeds SET wait_until = :then WHERE name = '旧址'", then=f"{datetime.now(UTC) + timedelta(days=3):%Y-%m-%d} 00:00:00.000000"
    )
    [_, other] = told(any_bureau, capfd)
    assert datetime.fromisoformat(other["next"]) > datetime.fromisoformat(other["wait_until"])


def test_articles_that_were_not_read_are_told_of_a_source_that_is_named(bureau: Bureau, capfd: pytest.CaptureFixture[str]) -> None:
    paths = bureau.report(*range(1, 9))
    bureau.publish()
    for path in paths[:7]:
        bureau.site.put(path, Answer(code=404))
    assert bureau.visit() == 1
    assert f"另有 2 篇没有读成，详见 jiedui feeds status {NAME}。" in capfd.readouterr().err
    assert bureau.status(NAME) == 0
    assert capfd.readouterr().out.count("已经没有这个网页（404）") == 7
    assert bureau.status(NAME, "--lang", "en") == 0
    assert capfd.readouterr().out.count("is no longer there (404)") == 7
    bureau.publish()
    assert bureau.visit() == 0
    capfd.readouterr()
    assert bureau.status(NAME) == 0
    assert "404" not in capfd.readouterr().out


def test_a_pause_holds_whoever_runs_it_and_silences_alarms(any_bureau: Bureau, capfd: pytest.CaptureFixture[str]) -> None:
    config = two_sources(any_bureau)
    place = ["--config", str(config), "--store", any_bureau.store]
    any_bureau.site.put("/old.html", Answer(code=412))
    assert any_bureau.visit() == 3
    hits = any_bureau.site.hits["/old.html"]
    assert run(["feeds", "pause", "旧址", *place]) == 0
    assert any_bureau.visit("--force") == 0
    assert any_bureau.visit("旧址", "--force", "--lang", "en") == 0
    assert any_bureau.site.hits["/old.html"] == hits
    said = capfd.readouterr().err
    assert "旧址：已暂停，跳过" in said
    assert "All these sources are paused. jiedui feeds resume NAME takes that back." in said
    assert any_bureau.status() == 0
    assert "已暂停" in capfd.readouterr().out
    assert [one["paused"] for one in told(any_bureau, capfd)] == [False, True]
    assert told(any_bureau, capfd)[1]["next"] is None
    assert run(["feeds", "resume", "旧址", NAME, *place, "--lang", "en"]) == 0
    assert capfd.readouterr().err == f"旧址 is resumed.\n{NAME} was not paused.\n"
    assert any_bureau.status() == 3
    assert any_bureau.visit("旧址", "--force") == 3
    assert any_bureau.site.hits["/old.html"] == hits + 1


def test_a_name_that_is_not_there_pauses_nothing(bureau: Bureau, capfd: pytest.CaptureFixture[str]) -> None:
    config = two_sources(bureau)
    place = ["--config", str(config), "--store", bureau.store]
    assert run(["feeds", "pause", NAME, "旧知", *place]) == 2
    assert "没有 旧知 这个来源。有的是：旧址" in capfd.readouterr().err
    assert run(["feeds", "run", NAME, "旧知", *place]) == 2
    assert list(bureau.folder.glob("*.db")) == []


def test_a_source_that_is_taken_out_is_forgotten_and_comes_back_as_it_was(any_bureau: Bureau, capfd: pytest.CaptureFixture[str]) -> None:
    config = two_sources(any_bureau)
    any_bureau.site.put("/old.html", Answer(code=412))
    assert any_bureau.visit() == 3
    whole = config.read_text()
    config.write_text("[[feed]]\n" + whole.rpartition("[[feed]]\n")[2])
    assert [one["name"] for one in told(any_bureau, capfd)] == ["旧址"]
    config.write_text(whole.rpartition("[[feed]]\n")[0])
    assert any_bureau.status() == 0
    assert "旧址" not in capfd.readouterr().out
    assert any_bureau.visit() == 0
    hits = dict(any_bureau.site.hits)
    config.write_text(whole)
    assert any_bureau.visit() == 3
    assert any_bureau.site.hits["/t3.html"] == hits["/t3.html"]
    assert any_bureau.kept("SELECT count(*) FROM articles") == [(3,)]
