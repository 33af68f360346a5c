"""``feeds.toml``: what it may say, and what is said of what it may not."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pipeline.cli import run
from pipeline.feeds.config import load_feeds
from pipeline.feeds.source import KEYWORDS

HEAD = '[[feed]]\nname = "教育局"\naddress = "http://jyj.example/list.html"\n'


def test_a_source_takes_what_it_does_not_say_from_the_defaults(tmp_path: Path) -> None:
    place = tmp_path / "feeds.toml"
    place.write_text('[defaults]\nseconds = 9\npages = 4\nkeywords = ["结对"]\n' + HEAD + "pages = 2\nsince = 2024-01-01\n")
    [source] = load_feeds(place).sources
    assert (source.seconds, source.pages, source.keywords, source.since) == (9.0, 2, ("结对",), date(2024, 1, 1))
    place.write_text(HEAD)
    [source] = load_feeds(place).sources
    assert (source.keywords, source.kind, source.pages, source.attachments, source.allow) == (KEYWORDS, "auto", 1, True, ())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "没有写出来源"),
        ('[[feed]]\nname = "甲"\n', "feed[1].address 要写成不空的字符串"),
        ('[[feed]]\naddress = "http://a.example/"\n', "feed[1].name"),
        ('[[feed]]\nname = "a/b"\naddress = "http://a.example/"\n', "feed[1].name 不能是“a/b”"),
        ('[[feed]]\nname = "甲"\naddress = "ftp://a.example/"\n', "要写成 http:// 或 https:// 开头的网址"),
        (HEAD + 'cron = "0 7 * *"\n', "feed[1].cron：“0 7 * *”要写成五段"),
        (HEAD + 'kind = "atom"\n', "feed[1].kind 不能是 atom"),
        (HEAD + 'day = "span"\n', "feed[1] 写了 day，还要写 item"),
        (HEAD + 'kind = "rss"\nitem = "li"\n', "feed[1] 的 kind 是 rss，用不着 item"),
        (HEAD + 'item = "li"\nbase = "x"\n', "用不着 base"),
        (HEAD + 'item = "li["\n', "feed[1]：选择器“li[”不合 CSS 语法"),
        (HEAD + 'since = "春天"\n', "feed[1].since 要写成日期"),
        (HEAD + "pages = 0\n", "feed[1].pages 要写成 1 到 500 的整数"),
        (HEAD + "page = 3\n", "没有 feed[1].page 这个键。相近的有：pages"),
        (HEAD + 'allow = ["http://10.0.0.1/"]\n', "allow"),
        (HEAD + HEAD, "feed[2].name 的“教育局”和 feed[1].name 相同"),
        ("[defaults]\nname = 'x'\n" + HEAD, "没有 defaults.name 这个键"),
        ("[[feed]\n", "不是合格的 TOML"),
    ],
)
def test_what_it_may_not_say(tmp_path: Path, capfd: pytest.CaptureFixture[str], text: str, said: str) -> None:
    place = tmp_path / "feeds.toml"
    place.write_text(text)
    assert run(["feeds", "list", "--config", str(place)]) == 2
    error = capfd.readouterr().err
    assert said in error
    assert "feeds.toml" in error
    assert error.count("\n") == 1


def test_a_file_to_begin_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["feeds", "list"]) == 2
    assert "没有 feeds.toml" in capfd.readouterr().err
    assert run(["feeds", "init"]) == 0
    sources = load_feeds(tmp_path / "feeds.toml").sources
    assert len(sources) >= 12
    assert all(source.note == "没有在真实的网站上试过" for source in sources)
    assert run(["feeds", "init"]) == 2
    assert run(["feeds", "list"]) == 0
    assert run(["feeds", "status", "--store", str(tmp_path / "x.db")]) == 0
    assert "还没有读过" in capfd.readouterr().out
