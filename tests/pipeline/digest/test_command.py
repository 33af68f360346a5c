"""What ``jiedui digest`` prints and writes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.cli import run
from tests.pipeline.digest.newsroom import Newsroom, news

GIFT = "鹿港区教育局向康朗县民族中学捐赠资金50万元，选派6名骨干教师到康朗县民族中学支教。"
AGAIN = "日前，康朗县民族中学收到鹿港区教育局捐赠的资金50万元。"


@pytest.fixture(autouse=True)
def _plain(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("JIEDUI_STORE", raising=False)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def store(file_newsroom: Newsroom) -> str:
    first = file_newsroom.publish(news(GIFT, "2024-05-08"), feed="县局")
    file_newsroom.publish(news(AGAIN, "2024-05-10"), feed="市局")
    file_newsroom.publish(news(GIFT, "2024-05-11", title="转载"), feed="市局", first=first)
    file_newsroom.read(news("鹿港区教育局向康朗县石门小学捐赠资金8万元。", "2024-06-08"), "/档/一.txt")
    file_newsroom.engine.dispose()
    return str(file_newsroom.engine.url.database)


def asked(store: str, *options: str) -> int:
    return run(["digest", "--store", store, *options])


def test_three_files_and_a_short_answer(store: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert asked(store, "-o", "out") == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["digest.html", "digest.json", "digest.md"]
    assert capsys.readouterr().out.splitlines() == [
        "结对帮扶新闻摘要  全部日期",
        "报道  2 · 另有 1 篇转载",
        "帮扶关系  1 · 1 个支援方，1 个受援方",
        "已给的资金  500,000 元 · 1 笔",
        "人员  6 名",
        "有 1 笔款、0 项数量由几篇报道写到，各只计一次，免去重复 1 处。",
        "写在 out/digest.json",
        "写在 out/digest.md",
        "写在 out/digest.html",
    ]


def test_without_a_folder_it_has_one_of_its_own(store: str, tmp_path: Path) -> None:
    assert asked(store) == 0
    assert (tmp_path / "jiedui-digest" / "digest.html").is_file()


@pytest.mark.parametrize(
    ("options", "names"),
    [
        (["--format", "json"], ["digest.json"]),
        (["--format", "markdown"], ["digest.md"]),
        (["--format", "html", "--format", "json"], ["digest.html", "digest.json"]),
    ],
)
def test_one_format(store: str, tmp_path: Path, options: list[str], names: list[str]) -> None:
    assert asked(store, "-o", "out", *options) == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == names


@pytest.mark.parametrize(
    ("options", "articles", "yuan"),
    [
        ([], 2, ["500000"]),
        (["--since", "2024-05-09"], 1, ["500000"]),
        (["--until", "2024-05-08"], 1, ["500000"]),
        (["--since", "2024-06-01"], 0, []),
        (["--feed", "县局"], 1, ["500000"]),
        (["--feed", "县局", "--feed", "市局"], 2, ["500000"]),
        (["--all"], 3, ["580000"]),
        (["--all", "--since", "2024-06-01"], 1, ["80000"]),
    ],
)
def test_what_is_asked_for(store: str, tmp_path: Path, options: list[str], articles: int, yuan: list[str]) -> None:
    assert asked(store, "-o", "out", *options) == 0
    made = json.loads((tmp_path / "out" / "digest.json").read_bytes())
    assert len(made["articles"]) == articles
    assert [one["min"] for one in made["done"]["money"]] == yuan


@pytest.mark.parametrize(("lang", "said"), [("zh", "这段时间里没有读到报道"), ("en", "No news was read in this time")])
def test_an_empty_window_is_said_and_is_no_error(
    store: str, tmp_path: Path, lang: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert asked(store, "--since", "2025-01-01", "--until", "2025-12-31", "--lang", lang, "-o", "out") == 0
    out = capsys.readouterr().out
    assert said in out
    assert "--since" in out
    assert said in (tmp_path / "out" / "digest.html").read_text(encoding="utf-8")
    assert said in (tmp_path / "out" / "digest.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        (["--since", "2024-02-30"], 2, "--since 要写成 2026-11-01 这样的日期，2024-02-30 不是"),
        (["--until", "明天"], 2, "--until"),
        (["--since", "2024-09-02", "--until", "2024-09-01"], 2, "--since 2024-09-02 晚于 --until 2024-09-01"),
        (["--format", "pdf"], 2, "--format"),
        (["--feed", "省\x1b厅"], 1, "没有名为 省\\x1b厅 的来源。现有的来源：县局、市局。"),
        (["--feed", "nobody", "--lang", "en"], 1, "the store has no feed nobody"),
    ],
)
def test_what_makes_no_sense_is_said(
    store: str, tmp_path: Path, options: list[str], code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert asked(store, "-o", "out", *options) == code
    out, error = capsys.readouterr()
    assert out == ""
    assert said in error
    assert not (tmp_path / "out").exists()


def test_a_store_without_feeds_says_so(file_newsroom: Newsroom, capsys: pytest.CaptureFixture[str]) -> None:
    assert asked(str(file_newsroom.engine.url.database), "--feed", "县局") == 1
    assert "还没有任何来源的新闻" in capsys.readouterr().err


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_store_that_is_not_there_is_not_made(tmp_path: Path, lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert asked(str(tmp_path / "no.db"), "--lang", lang) == 1
    assert {"zh": "没有存储", "en": "there is no store"}[lang] in capsys.readouterr().err
    assert not (tmp_path / "no.db").exists()


def test_a_folder_that_cannot_be_written_is_named(store: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "out").write_text("a file", encoding="utf-8")
    assert asked(store, "-o", "out") == 1
    assert "写不进 out" in capsys.readouterr().err


def test_a_digest_takes_the_place_of_the_one_before(store: str, tmp_path: Path) -> None:
    assert asked(store, "-o", "out") == 0
    assert asked(store, "-o", "out", "--since", "2024-05-09") == 0
    assert len(json.loads((tmp_path / "out" / "digest.json").read_bytes())["articles"]) == 1
