"""Sources as OPML, in both directions."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from pipeline.cli import run
from pipeline.feeds.config import load_feeds
from pipeline.feeds.opml import opml_of, read_opml, toml_of
from schemas.errors import JieduiError

OPML = """<?xml version="1.0" encoding="UTF-8"?>
<opml version="1.0"><head><title>订阅</title></head><body>
<outline text="教育"><outline text="鹿港区教育局" type="rss" xmlUrl="http://jyj.lugang.example/rss.xml" htmlUrl="http://jyj.lugang.example/"/>
<outline title="康朗县/教育 &lt;新闻&gt;" type="link" url="http://jyj.kanglang.example/list.html"/></outline>
<outline text="康朗县 教育 新闻" url="http://jyj.kanglang.example/list2.html"/>
<outline text="坏的" xmlUrl="javascript:alert(1)"/><outline text="又一次" xmlUrl="http://jyj.lugang.example/rss.xml"/>
</body></opml>
"""


def test_outlines_become_sources_with_names_of_their_own() -> None:
    assert [(one.name, one.address, one.is_feed) for one in read_opml(OPML.encode())] == [
        ("鹿港区教育局", "http://jyj.lugang.example/rss.xml", True),
        ("康朗县 教育  新闻", "http://jyj.kanglang.example/list.html", False),
        ("康朗县 教育 新闻", "http://jyj.kanglang.example/list2.html", False),
    ]


@pytest.mark.parametrize("data", [b"", b"<rss/>", b"not xml", b"\x00\x01", b"<html><body>x</body></html>"])
def test_what_is_no_opml(data: bytes) -> None:
    with pytest.raises(JieduiError, match="这不是 OPML 文件"):
        read_opml(data)


def test_entities_are_not_fetched(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("geheim")
    entity = f'<!DOCTYPE opml [<!ENTITY x SYSTEM "file://{tmp_path}/secret">]>'
    told = entity + '<opml><body><outline text="&x;" url="http://a.example/1"/></body></opml>'
    assert "geheim" not in str(read_opml(told.encode()))


def test_there_and_back(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "feeds.toml").write_text(toml_of(read_opml(OPML.encode())))
    feeds = load_feeds(tmp_path / "feeds.toml")
    assert [(one.address, one.is_feed) for one in read_opml(opml_of(feeds.sources).encode())] == [
        (one.address, one.is_feed) for one in read_opml(OPML.encode())
    ]
    (tmp_path / "other.opml").write_text(OPML)
    assert run(["feeds", "import", str(tmp_path / "other.opml")]) == 0
    assert tomllib.loads(capfd.readouterr().out) == tomllib.loads((tmp_path / "feeds.toml").read_text())
    assert run(["feeds", "list", "--config", str(tmp_path / "feeds.toml"), "--format", "opml"]) == 0
    assert read_opml(capfd.readouterr().out.encode()) == read_opml(opml_of(feeds.sources).encode())
