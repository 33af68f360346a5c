"""``jiedui feeds import``: saved pages become articles of the addresses that they were saved from."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

import pytest

from pipeline.cli import run
from tests.pipeline.feeds.health.bureau import NAME, Bureau, ago
from tests.pipeline.feeds.newsroom import page

AT = "http://jyj.lugang.example/gzdt/"


@pytest.fixture
def pages(bureau: Bureau) -> Bureau:
    """Articles, and a folder for what is saved of them."""
    bureau.report(1, 8, 15)
    (bureau.folder / "saved").mkdir()
    return bureau


def save(bureau: Bureau, path: str, name: str, head: str = "", address: str | None = None) -> Path:
    """An article as a browser saves it: with a comment in front, or a ``head`` of its own."""
    told = page(bureau.articles[path]).replace("<head>", f"<head>{head}")
    if address is not None:
        told = told.replace("<html>", f"<html>\n<!-- saved from url=({len(address):04d}){address} -->", 1)
    place = bureau.folder / "saved" / name
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text("<!DOCTYPE html>\n" + told, encoding="utf-8")
    return place


def save_whole(bureau: Bureau, path: str, name: str, address: str) -> None:
    """An article in one file, as browsers write .mht."""
    made = MIMEMultipart("related", type="text/html")
    made["Snapshot-Content-Location"] = address
    part = MIMEText(page(bureau.articles[path]), "html", "utf-8")
    part["Content-Location"] = address
    made.attach(part)
    (bureau.folder / "saved" / name).write_bytes(made.as_bytes())


def take(bureau: Bureau, *words: str) -> int:
    """``jiedui feeds import``; its exit code."""
    return run(["feeds", "import", *words, "--store", bureau.store, "--no-names", "--jobs", "1"])


def addresses(bureau: Bureau) -> list[str]:
    return [address for (address,) in bureau.kept("SELECT address FROM articles WHERE content IS NOT NULL ORDER BY address")]


def test_a_page_alone_with_its_address(pages: Bureau, capfd: pytest.CaptureFixture[str]) -> None:
    place = save(pages, "/t1.html", "网页.html")
    assert take(pages, str(place)) == 1
    assert "网页.html：网页里没有写它的网址，没有导入。请用 --address 写明后单独导入。" in capfd.readouterr().err
    assert take(pages, str(place), "--address", AT + "t1.html") == 0
    assert f"导入：新 1 篇，存入 {pages.store}。" in capfd.readouterr().err
    assert pages.kept("SELECT address, feed FROM articles") == [(AT + "t1.html", "jyj.lugang.example")]
    assert pages.kept("SELECT kind, published FROM documents") == [("news", ago(1).isoformat())]
    assert take(pages, str(place), "--address", AT + "t1.html", "--lang", "en") == 0
    assert "Imported: 1 unchanged; all is in" in capfd.readouterr().err


def test_a_folder_of_pages_of_all_browsers(pages: Bureau, capfd: pytest.CaptureFixture[str]) -> None:
    pages.report(22, 29, first=4)
    save(pages, "/t1.html", "一.html", address=AT + "t1.html")
    save(pages, "/t2.html", "二.htm", head=f'<link rel="canonical" href="{AT}t2.html">')
    save(pages, "/t3.html", "三/三.html", head=f'<meta property="og:url" content="{AT}t3.html">')
    save_whole(pages, "/t4.html", "四.mht", AT + "t4.html")
    save_whole(pages, "/t5.html", "五.mhtml", AT + "t5.html")
    # what a browser puts beside a page is no page
    (pages.folder / "saved" / "一_files").mkdir()
    (pages.folder / "saved" / "一_files" / "saved_resource.html").write_text("<html><body>广告</body></html>")
    (pages.folder / "saved" / "notes.txt").write_text("no page")
    assert take(pages, str(pages.folder / "saved"), "--feed", NAME) == 0
    assert "导入：新 5 篇" in capfd.readouterr().err
    assert addresses(pages) == [f"{AT}t{number}.html" for number in range(1, 6)]
    assert pages.kept("SELECT DISTINCT feed FROM articles") == [(NAME,)]


def test_the_rest_is_imported_where_one_cannot_be(pages: Bureau, capfd: pytest.CaptureFixture[str]) -> None:
    save(pages, "/t1.html", "一.html", address=AT + "t1.html")
    save(pages, "/t2.html", "二.html")
    (pages.folder / "saved" / "空.html").write_bytes(b"")
    folder = str(pages.folder / "saved")
    assert take(pages, folder) == 1
    said = capfd.readouterr().err
    assert "二.html：网页里没有写它的网址" in said
    assert "空.html：没有导入。" in said
    assert "导入：新 1 篇" in said
    assert take(pages, folder, "--lang", "en") == 1
    said = capfd.readouterr().err
    assert "二.html: the page does not say its address; not imported." in said
    assert "空.html: not imported. the file has no content." in said
    assert addresses(pages) == [AT + "t1.html"]


def test_the_front_of_a_site_is_no_page_s_address(pages: Bureau) -> None:
    """Templates write the front's address into each page; the browser knows better."""
    for number in (1, 2, 3):
        front = '<link rel="canonical" href="http://jyj.lugang.example/">'
        save(pages, f"/t{number}.html", f"{number}.html", head=front, address=f"{AT}t{number}.html")
    assert take(pages, str(pages.folder / "saved")) == 0
    assert addresses(pages) == [f"{AT}t{number}.html" for number in (1, 2, 3)]


def test_one_page_that_was_saved_twice_is_told_and_imported_once(pages: Bureau, capfd: pytest.CaptureFixture[str]) -> None:
    save(pages, "/t1.html", "一.html", address=AT + "t1.html")
    save(pages, "/t1.html", "一 (1).html", address=AT + "t1.html")
    assert take(pages, str(pages.folder / "saved")) == 0
    said = capfd.readouterr().err
    assert f"是同一个网页（{AT}t1.html），只导入一次。" in said
    assert "导入：新 1 篇" in said


def test_what_was_imported_is_the_article_that_its_source_lists_later(any_bureau: Bureau, capfd: pytest.CaptureFixture[str]) -> None:
    any_bureau.report(1, 8, 15)
    any_bureau.config(**{"recheck-days": 3660})
    at = any_bureau.site.at("/t1.html")
    place = save(any_bureau, "/t1.html", "一.html", head='<link rel="canonical" href="http://mirror.example/t1.html">', address=at)
    assert take(any_bureau, str(place)) == 0
    any_bureau.publish()
    capfd.readouterr()
    assert any_bureau.visit() == 0
    assert "列表 3 篇，新 2 篇" in capfd.readouterr().err
    assert any_bureau.visit() == 0
    assert any_bureau.kept("SELECT count(*), count(first_id) FROM articles") == [(3, 0)]
    assert any_bureau.kept("SELECT count(*) FROM article_versions") == [(3,)]
    # and the other way round
    assert take(any_bureau, str(place)) == 0
    assert "导入：未变 1 篇" in capfd.readouterr().err
    any_bureau.articles["/t1.html"]["body"] += "当天还举行了捐赠仪式。"
    place = save(any_bureau, "/t1.html", "一.html", head='<link rel="canonical" href="http://mirror.example/t1.html">', address=at)
    assert take(any_bureau, str(place)) == 0
    assert "导入：有改动 1 篇" in capfd.readouterr().err
    assert any_bureau.kept("SELECT count(*) FROM article_versions") == [(4,)]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["一.html", "二.html", "--address", AT + "t1.html"], 2, "--address 是一个网页的网址"),
        (["一.html", "--address", "jyj.example"], 2, "--address 是一个网页的网址"),
        (["一.html", "--feed", "a/b"], 2, "--feed"),
        (["none.html"], 1, "none.html：没有导入。没有这个文件"),
        (["empty"], 1, "没有找到可读的文件：empty"),
        (["none.opml"], 2, "none.opml"),
        (["一.html", "--lang", "en", "--address", "x"], 2, "--address is that of one page"),
        (["empty", "--lang", "en"], 1, "No readable file in empty"),
    ],
)
def test_what_cannot_be_imported(
    pages: Bureau, monkeypatch: pytest.MonkeyPatch, words: list[str], code: int, said: str, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(pages.folder / "saved")
    save(pages, "/t1.html", "一.html", address=AT + "t1.html")
    save(pages, "/t2.html", "二.html", address=AT + "t2.html")
    Path("empty").mkdir()
    assert take(pages, *words) == code
    error = capfd.readouterr().err
    assert said in error
    assert "Traceback" not in error


def test_ctrl_c_keeps_what_was_read(pages: Bureau) -> None:
    """Told by the program as by any run; the same command goes on."""
    pages.report(*range(60), first=1)
    for number in range(1, 61):
        save(pages, f"/t{number}.html", f"{number:03}.html", address=f"{AT}t{number}.html")
    asked = [
        sys.executable,
        "-m",
        "pipeline",
        "feeds",
        "import",
        str(pages.folder / "saved"),
        "--store",
        pages.store,
        "--no-names",
        "--jobs",
        "1",
    ]
    process = subprocess.Popen(asked, stderr=subprocess.PIPE, text=True)
    try:
        while process.poll() is None and not (Path(pages.store).is_file() and pages.has("articles")):
            pass
        os.kill(process.pid, signal.SIGINT)
        _, error = process.communicate(timeout=60)
    finally:
        process.kill()
    assert (process.returncode, error) == (130, "已停下，读完的都已存好。运行同一条命令接着读。\n")
    kept = len(addresses(pages))
    assert 0 < kept < 60
    assert take(pages, str(pages.folder / "saved")) == 0
    assert len(addresses(pages)) == 60
