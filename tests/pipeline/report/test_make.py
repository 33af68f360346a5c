"""The three files of a report: whole, safe to look at, of a size that does not depend on the archive's."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from pipeline.batch.request import Request
from pipeline.messages import Lang
from pipeline.report.as_markdown import MOST_BYTES
from pipeline.report.make import make_report
from pipeline.report.model import Report
from schemas.agreement import Funding
from schemas.errors import JieduiError
from tests.pipeline.pages.parsed import HOSTILE, Page
from tests.pipeline.report.papers import Archive, agreement, funding, party

AS_OF = date(2026, 6, 15)
_CHINESE = re.compile("[\u4e00-\u9fff]")


def make(archive: Archive, folder: Path, lang: Lang = "zh") -> tuple[str, list[dict[str, object]]]:
    return make_report(archive.engine, archive.run, Request(("in", HOSTILE), "store", folder, AS_OF, lang))


def fill(archive: Archive, name: str) -> None:
    """One of everything, each called so."""
    digest = archive.read(
        f"/in/{name}",
        agreement(
            name,
            ends="2026-07-01",
            signed="2024-01-01",
            parties=[party(name), party(name, "recipient")],
            money=[funding("1"), funding("2", per="年"), funding("9" * 40, None)],
            findings=[("missing-term", "warning"), ("of-another-version", "error")],
        ),
    )
    archive.see(f"/other/{name}", f"/in/{name}")
    archive.link(digest, archive.read(f"/in/2/{name}", agreement(name)))
    archive.review(f"/in/review/{name}", name, agreement(None, kind="news"))
    archive.unreadable(f"/in/bad/{name}", "encrypted", name)
    archive.fail(f"/in/failed/{name}", f"ValueError: {name}\n{name}")
    archive.lose(f"/in/lost/{name}", "not-a-file", name)


def test_there_are_three_files_and_no_other(file_archive: Archive, tmp_path: Path) -> None:
    fill(file_archive, "a.txt")
    folder = tmp_path / "new" / "report"
    markdown, rows = make(file_archive, folder)
    assert {path.name for path in folder.iterdir()} == {"report.json", "report.md", "report.html"}
    assert (folder / "report.md").read_text(encoding="utf-8") == markdown
    assert [row["结果"] for row in rows] == ["没有读成", "出错", "没有读成"]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("names", [(), (HOSTILE.replace("/", "∕"),)])
def test_the_page_neither_runs_nor_fetches_anything(file_archive: Archive, tmp_path: Path, lang: Lang, names: tuple[str, ...]) -> None:
    for name in names:
        fill(file_archive, name)
    make(file_archive, tmp_path / "report", lang)
    page = (tmp_path / "report" / "report.html").read_text(encoding="utf-8")
    found = Page(page)
    assert not {"script", "img", "iframe", "object", "link", "form", "base"} & set(found.tags)
    assert not [name for name, _ in found.attributes if name.startswith("on") or name in {"style", "src"}]
    assert all(value.startswith(("#", "file:///")) for name, value in found.attributes if name == "href")
    assert not re.search(r"url\(|@import|https?:", page)
    assert "\u2028" not in page
    assert "\u202e" not in page


def test_the_policy_allows_the_style_sheet_that_is_there(file_archive: Archive, tmp_path: Path) -> None:
    make(file_archive, tmp_path / "report")
    page = (tmp_path / "report" / "report.html").read_text(encoding="utf-8")
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in page


def test_hostile_names_are_shown_as_they_are(file_archive: Archive, tmp_path: Path) -> None:
    name = HOSTILE.replace("/", "∕")
    fill(file_archive, name)
    markdown, _ = make(file_archive, tmp_path / "report")
    shown = name.replace("\u2028", r"\u2028").replace("\u202e", r"\u202e")
    texts = "".join(Page((tmp_path / "report" / "report.html").read_text(encoding="utf-8")).texts)
    # the files, the title, the parties, the messages
    assert texts.count(shown) >= 12
    assert "<script>" not in markdown
    assert "\u202e" not in markdown
    read = json.loads((tmp_path / "report" / "report.json").read_bytes())
    assert read["agreements"]["expiring"]["items"][0]["title"] == name


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_an_empty_report_says_something_everywhere(file_archive: Archive, tmp_path: Path, lang: Lang) -> None:
    markdown, rows = make(file_archive, tmp_path / "report", lang)
    page = (tmp_path / "report" / "report.html").read_text(encoding="utf-8")
    assert page.count('class="nothing"') >= 10
    assert rows == []
    assert not re.search(r"[{}]|None|nan", "".join(Page(page).texts))
    assert bool(_CHINESE.search(markdown)) == (lang == "zh")


@pytest.mark.parametrize(
    ("given", "elsewhere", "said", "unsaid"),
    [
        ({}, False, ["所有文件都读成了。"], ["另一次运行读取", "--limit"]),
        ({}, True, ["这次读过的文件都读成了。", "另有 1 个文件当时正由另一次运行读取"], ["所有文件", "--limit"]),
        ({"limit": 3}, False, ["这次读过的文件都读成了。", "这次用了 --limit 3，"], ["所有文件", "另一次运行读取"]),
        ({"limit": None}, False, ["所有文件都读成了。"], ["--limit"]),
    ],
)
def test_all_files_were_read_only_where_the_run_came_to_all(
    file_archive: Archive,
    tmp_path: Path,
    given: dict[str, object],
    elsewhere: bool,  # noqa: FBT001 - a column of the table
    said: list[str],
    unsaid: list[str],
) -> None:
    file_archive.begin(**given)
    file_archive.read("/in/a.txt", agreement())
    if elsewhere:
        file_archive.see("/in/b.txt")
    markdown, _ = make(file_archive, tmp_path)
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    told = markdown.partition("## 没有读成的文件")[2].partition("\n## ")[0]
    shown = page.partition("<h3>没有读成的文件")[2].partition("<h3>")[0]
    for text in (told, shown):
        assert all(words in text for words in said)
        assert not any(words in text for words in unsaid)


@pytest.mark.parametrize(
    ("one", "other", "told", "note"),
    [
        ([], [], "–", "0 份协议写明总额或一次给付"),
        ([funding("36000")], [funding("7")], "3.6 万元", "2 份协议写明总额或一次给付"),
        ([funding("36000", approximate=True)], [funding("7", per="年")], "约 3.6 万元", "1 份协议写明总额或一次给付 · 另有按年等给付的"),
        ([funding("36000", None)], [funding("7", currency="USD")], "不少于 3.6 万元", "1 份协议写明总额或一次给付 · 另有外币"),
        ([funding("7", per="年")], [funding("7", per="月")], "–", "0 份协议写明总额或一次给付 · 另有按年等给付的"),
    ],
)
def test_the_sum_at_a_glance_goes_with_its_own_agreements(
    file_archive: Archive, tmp_path: Path, one: list[Funding], other: list[Funding], told: str, note: str
) -> None:
    file_archive.read("/in/a.txt", agreement(money=one))
    file_archive.read("/in/b.txt", agreement(money=other))
    markdown, _ = make(file_archive, tmp_path)
    assert f"* **承诺的资金 {told}**: {note}\n" in markdown
    page = "".join(Page((tmp_path / "report.html").read_text(encoding="utf-8")).texts)
    assert note.replace(" · ", " ") in page
    assert told.replace(" 万元", "万元") in page


def test_english_is_english(file_archive: Archive, tmp_path: Path) -> None:
    fill(file_archive, "a.txt")
    make(file_archive, tmp_path / "report", "en")
    page = (tmp_path / "report" / "report.html").read_text(encoding="utf-8")
    assert not _CHINESE.search("".join(Page(page).texts))


def test_the_json_is_what_its_model_says(file_archive: Archive, tmp_path: Path) -> None:
    fill(file_archive, HOSTILE.replace("/", "∕"))
    make(file_archive, tmp_path / "report")
    written = (tmp_path / "report" / "report.json").read_bytes()
    schema = Report.model_json_schema(mode="serialization")
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(json.loads(written))
    assert Report.model_validate_json(written).model_dump_json() == Report.model_validate(json.loads(written)).model_dump_json()
    assert b"\xe2\x80\xa8" not in written


def test_names_of_the_json_stay() -> None:
    """Add names here; who takes one away breaks the programs that read it."""
    assert set(Report.model_json_schema(mode="serialization")["required"]) == {
        "schema_version", "lang", "as_of", "run", "files", "unread", "not_read", "to_review", "duplicates", "kinds", "findings",
        "agreements", "money", "parties", "speed",
    } - {"schema_version"}  # fmt: skip


def test_many_files_make_a_report_of_bounded_size(file_archive: Archive, tmp_path: Path) -> None:
    name = "长" * 3000
    for at in range(250):
        file_archive.lose(f"/in/{at}/{name}", "not-a-file", name)
    for at in range(120):
        file_archive.read(f"/in/ok/{at}/{name}", agreement(name, ends="2026-07-01", parties=[party(f"{name}{n}") for n in range(20)]))
    markdown, rows = make(file_archive, tmp_path / "report")
    assert len(markdown.encode()) <= MOST_BYTES
    assert "…另有 220 项" in markdown
    assert len(rows) == 201
    assert rows[-1]["文件"] == "…另有 50 项"
    page = (tmp_path / "report" / "report.html").read_text(encoding="utf-8")
    # 25 at once, 175 behind a click
    assert page.count("再看 175 项") == 1
    assert "…另有 50 项" in page
    assert page.count("再看 95 项") == 1
    read = json.loads((tmp_path / "report" / "report.json").read_bytes())
    assert (read["not_read"]["total"], len(read["not_read"]["items"])) == (250, 250)


def test_lists_are_shorter_where_every_one_is_long(file_archive: Archive, tmp_path: Path) -> None:
    for at in range(31):
        fill(file_archive, f"{at}-{'龘' * 3000}")
    markdown, _ = make(file_archive, tmp_path / "report")
    assert MOST_BYTES / 5 < len(markdown.encode()) <= MOST_BYTES
    assert "…另有 21 项" in markdown


def test_a_folder_that_cannot_be_written_is_named(file_archive: Archive, tmp_path: Path) -> None:
    (tmp_path / "report").write_text("a file", encoding="utf-8")
    with pytest.raises(JieduiError, match=r"写不进 .*report"):
        make(file_archive, tmp_path / "report")


def test_a_report_takes_the_place_of_the_one_before(file_archive: Archive, tmp_path: Path) -> None:
    make(file_archive, tmp_path / "report")
    file_archive.begin()
    make(file_archive, tmp_path / "report")
    assert json.loads((tmp_path / "report" / "report.json").read_bytes())["run"]["id"] == file_archive.run
    assert len(list((tmp_path / "report").iterdir())) == 3
