"""What hangs on articles: agreements in Word and PDF are fetched and read, with the article they hang on; nothing else is."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.formats.make_docx import make_docx
from tests.formats.make_pdf import make_pdf
from tests.pipeline.feeds.newsroom import Newsroom, Room
from tests.pipeline.feeds.sites import MAKES, STORIES, with_meta
from tests.pipeline.fetch.server import Answer

NAME = "TRS list, UTF-8, meta tags, pages by script"
TRS = MAKES[NAME]
STORY = STORIES[0]
FOLDER = TRS.path(STORY).rpartition("/")[0]
MORE = (
    '<p>附件：1.<a href="./P020240308.docx">结对帮扶协议书（实验小学）</a> 2.<a href="W020240308.pdf" title="送教协议.pdf">点击下载</a></p>'
    '<p>3.<a href="/download.jsp?id=7">教研协议书.doc</a> 4.<a href="b.xls">名单.xls</a> 5.<a href="t20240301_1.html">相关报道</a></p>'
    '<p><iframe src="/viewer.html?file=/f/plan.pdf"></iframe><a href="/app.zip">客户端下载</a></p>'
)
HANGING = {f"{FOLDER}/P020240308.docx", f"{FOLDER}/W020240308.pdf", "/download.jsp?id=7", "/f/plan.pdf"}


def agreement(helped: str, count: int) -> str:
    return (
        f"结对帮扶协议书\n甲方：鹿港区实验小学\n乙方：{helped}\n一、甲方每学期到乙方送教{count}次。\n"
        "二、本协议一式两份，双方各执一份。\n甲方（盖章）：鹿港区实验小学\n乙方（盖章）：康朗县学校\n2024年3月8日\n"
    )


@pytest.fixture
def newsroom(room: Room) -> Newsroom:
    """A site on which agreements hang on one of the articles."""
    made = room(NAME)
    site = made.site
    site.put(TRS.path(STORY), with_meta(STORY, more=MORE))
    word = {"Content-Type": "application/octet-stream", "Content-Disposition": "attachment; filename=x.docx"}
    site.put(f"{FOLDER}/P020240308.docx", Answer(make_docx(agreement("康朗县第一小学", 2)), headers=word))
    site.put(f"{FOLDER}/W020240308.pdf", Answer(make_pdf(agreement("康朗县第二小学", 3)), headers={"Content-Type": "application/pdf"}))
    site.put("/download.jsp", Answer(agreement("康朗县第三小学", 4).encode("gb18030"), headers={"Content-Type": "application/msword"}))
    site.put("/f/plan.pdf", Answer(make_pdf(agreement("康朗县第四小学", 5)), headers={"Content-Type": "application/pdf"}))
    return made


def hanging(newsroom: Newsroom) -> dict[str, tuple[str, str | None]]:
    """By the path of each file: the path of the article it hangs on, and why it could not be read."""
    asked = "SELECT child.address, parent.address, child.reason FROM articles child JOIN articles parent ON child.parent_id = parent.id"
    start = newsroom.site.at("")
    return {child.removeprefix(start): (parent.removeprefix(start), why) for child, parent, why in newsroom.kept(asked)}


def record(newsroom: Newsroom, path: str) -> Any:
    asked = "SELECT record FROM articles JOIN readings USING (content) WHERE address = :at"
    [(found,)] = newsroom.kept(asked, at=newsroom.site.at(path))
    return json.loads(found)


def test_agreements_are_read_with_the_article_they_hang_on(newsroom: Newsroom, capfd: pytest.CaptureFixture[str]) -> None:
    assert newsroom.visit() == 0
    assert "列表 6 篇，新 8 篇，不含关键词或不在日期内 2 篇" in capfd.readouterr().err
    assert hanging(newsroom) == {path: (TRS.path(STORY), None) for path in HANGING}
    assert not newsroom.site.hits.keys() & {f"{FOLDER}/b.xls", "/app.zip", f"{FOLDER}/t20240301_1.html", "/viewer.html"}
    for path, helped, count in (
        (f"{FOLDER}/P020240308.docx", "康朗县第一小学", "2"),
        (f"{FOLDER}/W020240308.pdf", "康朗县第二小学", "3"),
        ("/download.jsp?id=7", "康朗县第三小学", "4"),
        ("/f/plan.pdf", "康朗县第四小学", "5"),
    ):
        told = record(newsroom, path)
        [document] = told["documents"]
        assert (told["source"]["url"], document["kind"]) == (newsroom.site.at(path), "agreement")
        assert [party["name"] for party in document["parties"]][:2] == ["鹿港区实验小学", helped]
        assert [quota["amount"]["min"] for quota in document["quotas"]] == [count]


def test_they_are_fetched_once(newsroom: Newsroom) -> None:
    assert newsroom.visit() == 0
    before = newsroom.site.hits.copy()
    assert newsroom.visit() == 0
    assert set(newsroom.site.hits - before) == {"/robots.txt", "/gzdt/"}


def test_a_corrected_article_may_bring_another(newsroom: Newsroom) -> None:
    newsroom.config(**{"address": newsroom.site.at(TRS.start), "quiet-days": 3660, "recheck-days": 3660, **TRS.keys})
    assert newsroom.visit() == 0
    newsroom.site.put(TRS.path(STORY), with_meta(STORY, more=f'{MORE}<p>补充协议：<a href="b.docx">补充协议.docx</a></p>'))
    newsroom.site.put(f"{FOLDER}/b.docx", Answer(make_docx(agreement("康朗县第五小学", 6))))
    assert newsroom.visit() == 0
    assert set(hanging(newsroom)) == {*HANGING, f"{FOLDER}/b.docx"}


def test_nobody_asks_for_them_where_they_are_not_wanted(newsroom: Newsroom) -> None:
    newsroom.config(**{"address": newsroom.site.at(TRS.start), "quiet-days": 3660, "attachments": False, **TRS.keys})
    assert newsroom.visit() == 0
    assert hanging(newsroom) == {}
    assert not newsroom.site.hits.keys() & {path.partition("?")[0] for path in HANGING}


def test_one_that_fails_costs_nothing_else(newsroom: Newsroom, capfd: pytest.CaptureFixture[str]) -> None:
    newsroom.site.put(f"{FOLDER}/P020240308.docx", Answer(code=404))
    newsroom.site.put(f"{FOLDER}/W020240308.pdf", Answer(b"%PDF-1.7 broken"))
    newsroom.site.put("/download.jsp", Answer(code=302, headers={"Location": "http://169.254.169.254/x.doc"}))
    assert newsroom.visit() == 1
    assert "新 6 篇，没有读成 2 篇" in capfd.readouterr().err
    told = {path: why for path, (_, why) in hanging(newsroom).items()}
    assert told.pop(f"{FOLDER}/W020240308.pdf") == "damaged"
    assert told == {f"{FOLDER}/P020240308.docx": "not-found", "/download.jsp?id=7": "refused-address", "/f/plan.pdf": None}


def test_a_list_may_lead_to_the_files_themselves(room: Room) -> None:
    newsroom = room("a data store")
    lines = (
        '<li><a href="/f/1.pdf">鹿港区与康朗县结对帮扶协议</a><span>2024-03-01</span></li>'
        '<li><a href="/f/2.docx">学校结对帮扶协议</a><span>2024-03-02</span></li>'
    )
    newsroom.site.put("/files.html", f"<html><body><ul class=list>{lines}</ul></body></html>")
    newsroom.site.put("/f/1.pdf", Answer(make_pdf(agreement("康朗县第一小学", 2)), headers={"Content-Type": "application/pdf"}))
    newsroom.site.put("/f/2.docx", Answer(make_docx(agreement("康朗县第二小学", 3))))
    newsroom.config(**{"address": newsroom.site.at("/files.html"), "item": ".list li", "quiet-days": 3660})
    assert newsroom.visit() == 0
    assert newsroom.kept("SELECT kind, count(*) FROM documents GROUP BY kind") == [("agreement", 2)]
    assert hanging(newsroom) == {}
