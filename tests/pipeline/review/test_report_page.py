"""The reading view as one file, opened in a real browser from the disk."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from extractors import read_text
from pipeline.cli import run
from pipeline.messages import Lang
from pipeline.review.entries import plain
from pipeline.review.report_page import record_view, report_page
from schemas.agreement import Quota
from schemas.finding import Finding
from schemas.record import Record
from schemas.span import Extent, Span
from schemas.values import Amount
from tests.pipeline.make_record import agreement, bad_record, record
from tests.pipeline.review.chromium import chromium
from tests.pipeline.review.steps import decided
from tests.pipeline.store.make_reading import pact

HOSTILE = "</script><script>window.hit=1</script><img src=x onerror=window.hit=1>"
TEXT = f"𠮷校与北岭𠮷中学\r\n甲方送课4节，{HOSTILE}，𠮷𠮷每年送教6次\r\n"


def quota(words: str, unit: str) -> Quota:
    start = TEXT.index(words)
    return Quota(
        amount=Amount(min="4", max="4"),
        unit=unit,
        what=HOSTILE,
        modality="duty",
        span=Span(start=start, end=start + len(words), text=words),
    )


def hostile() -> Record:
    quotas = (quota("甲方送课4节", "节"), quota("送课4节，", "节"), quota("𠮷𠮷每年送教6次", "次"))
    finding = Finding(rule="quota-conflict", severity="error", subject="甲方", message=HOSTILE, spans=(quotas[0].span,), fingerprint="a1")
    update = {"span": Extent(start=0, end=len(TEXT)), "quotas": quotas, "findings": (finding,), "title": HOSTILE, "term": None}
    document = agreement().model_copy(
        update=update | dict.fromkeys(("parties", "signing", "funding", "people"), ()) | {"copies": None, "effective": None}
    )
    return record(TEXT, name=f"{HOSTILE}.txt", documents=(document,))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser."""
    with chromium() as opened:
        yield opened


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """An empty page that tells of every error, and of every policy that was broken."""
    opened = browser.new_page(viewport={"width": 1200, "height": 800})
    troubles: list[str] = []
    opened.on("pageerror", lambda error: troubles.append(str(error)))
    opened.on("console", lambda told: troubles.append(told.text) if told.type in ("error", "warning") else None)
    yield opened
    opened.close()
    assert troubles == []


def show(page: Page, folder: Path, *records: Record, lang: Lang = "zh") -> Page:
    path = folder / "page.html"
    path.write_text(report_page([record_view(one, "a.json", lang) for one in records], lang), encoding="utf-8")
    page.goto(path.as_uri())
    page.wait_for_selector("body[data-ready=yes]")
    return page


def test_the_text_is_the_records_and_its_marks_are_the_spans(page: Page, tmp_path: Path) -> None:
    read = hostile()
    show(page, tmp_path, read)
    shown = page.evaluate("document.getElementById('text').textContent")
    assert shown == TEXT
    for at, item in enumerate(read.documents[0].quotas):
        page.locator(f'.card[data-target="/documents/0/quotas/{at}"]').click()
        marked = page.evaluate("[...document.querySelectorAll('#text .chosen')].map((one) => one.textContent).join('')")
        assert marked == item.span.text


def test_a_click_on_words_chooses_their_entries_in_turn(page: Page, tmp_path: Path) -> None:
    show(page, tmp_path, hostile())
    chosen = set()
    for _ in range(3):
        page.locator("#text .piece", has_text="送课4节").first.click()
        chosen.add(page.locator(".card.chosen").get_attribute("data-target"))
    assert chosen == {"/documents/0/quotas/0", "/documents/0/quotas/1", "/documents/0/findings/a1"}


def test_hostile_words_are_words(page: Page, tmp_path: Path) -> None:
    show(page, tmp_path, hostile())
    assert page.evaluate("window.hit") is None
    assert page.locator("img").count() == 0
    assert HOSTILE in page.locator("#title").inner_text()
    assert HOSTILE in page.locator(".card-finding .shown").first.inner_text()


def test_nothing_is_asked_of_a_network(browser: Browser, tmp_path: Path) -> None:
    opened = browser.new_page()
    asked: list[str] = []
    opened.on("request", lambda request: asked.append(request.url))
    show(opened, tmp_path, hostile(), record(documents=(agreement(),)))
    opened.keyboard.press("]")
    opened.close()
    assert asked == [(tmp_path / "page.html").as_uri()]


def test_keys_go_through_entries_and_records(page: Page, tmp_path: Path) -> None:
    show(page, tmp_path, hostile(), record(documents=(agreement(),)), bad_record("unreadable", "encrypted", None))
    first = page.locator(".card.chosen").get_attribute("data-target")
    page.keyboard.press("j")
    second = page.locator(".card.chosen").get_attribute("data-target")
    assert first != second
    page.keyboard.press("k")
    assert page.locator(".card.chosen").get_attribute("data-target") == first
    page.keyboard.press("]")
    assert page.locator("#position").inner_text() == "2 / 3"
    assert page.locator("#text").inner_text().startswith("南浦中学与北岭中学")
    page.keyboard.press("]")
    page.keyboard.press("]")
    assert page.locator("#position").inner_text() == "3 / 3"
    assert "文件有密码" in page.locator("#entries").inner_text()
    page.locator("#records").select_option("1")
    assert page.locator("#title").inner_text() == "南浦中学与北岭中学结对协议"


def test_records_that_are_cut_alike_are_not_mistaken(page: Page, tmp_path: Path) -> None:
    one, other = (read_text(pact(helper=helper), names=False) for helper in ("东山市第一小学", "南山市第二小学"))
    show(page, tmp_path, one, other)
    page.keyboard.press("]")
    assert page.evaluate("document.getElementById('text').textContent") == other.text


def test_a_reviewed_record_shows_how_its_values_stand(page: Page, tmp_path: Path) -> None:
    read = record(documents=(agreement(),))
    item = plain(read.documents[0].quotas[0])
    steps = ("温", "correct", "/documents/0/quotas/0", {"becomes": {**item, "unit": "次"}}), ("陆", "reject", "/documents/0/funding/0")
    show(page, tmp_path, decided(read, *steps).reviewed())
    card = page.locator('.card[data-target="/documents/0/quotas/0"]')
    assert "不少于4次" in card.inner_text()
    assert "不少于4节" in card.locator("del").inner_text()
    assert "is-corrected" in (card.get_attribute("class") or "")
    assert page.locator("#state").inner_text() != ""
    assert page.locator('.card[data-target="/documents/0/funding"]').count() == 1


def test_nobody_is_asked_to_decide(page: Page, tmp_path: Path) -> None:
    show(page, tmp_path, record(documents=(agreement(),)), lang="en")
    assert page.locator("#entries button").count() == 0
    assert page.locator("#several").is_hidden()
    assert page.evaluate("document.documentElement.lang") == "en"
    assert "Quota" in page.locator("#entries").inner_text()


def test_a_long_text_is_there_whole(page: Page, tmp_path: Path) -> None:
    text = "字" * 99 + "\n"
    show(page, tmp_path, record(text * 2500))
    assert page.evaluate("document.getElementById('text').textContent.length") == 250_000
    assert page.locator(".more-text").count() == 0


def test_the_policy_names_nothing_but_our_own_script_and_style() -> None:
    made = report_page([record_view(hostile(), "a.json", "zh")], "zh")
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', made)
    assert re.fullmatch(
        r"default-src 'none'; script-src 'sha256-[\w+/=]{44}'; style-src 'sha256-[\w+/=]{44}'; base-uri 'none'; form-action 'none'", policy
    )
    assert made.count("<script") == 2
    assert HOSTILE not in made
    assert " style=" not in made


@pytest.fixture
def records(tmp_path: Path) -> Path:
    """A folder of records, with a file beside them that is none."""
    folder = tmp_path / "records"
    folder.mkdir()
    (folder / "a.json").write_text(record(documents=(agreement(),)).model_dump_json(), encoding="utf-8")
    (folder / "b.jsonl").write_text("\n".join(one.model_dump_json() for one in (hostile(), record("短"))), encoding="utf-8")
    (folder / "c.json").write_text("{}", encoding="utf-8")
    return folder


def test_the_command_writes_one_page(records: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "page.html"
    assert run(["report", str(records), "-o", str(out)]) == 0
    told = capsys.readouterr().err
    assert "记录 3 份" in told
    assert "不是 jiedui 写出的记录" in told
    assert out.read_text(encoding="utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize(("given", "code"), [("c.json", 1), ("no.json", 1)])
def test_without_a_record_no_page_is_written(
    given: str, code: int, records: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "page.html"
    assert run(["report", str(records / given), "-o", str(out), "--lang", "en"]) == code
    assert "There are no records" in capsys.readouterr().err
    assert not out.exists()


def test_a_named_file_that_is_no_record_is_told_in_the_exit_code(records: Path, tmp_path: Path) -> None:
    assert run(["report", str(records / "a.json"), str(records / "c.json"), "-o", str(tmp_path / "page.html")]) == 1
    assert (tmp_path / "page.html").exists()


def test_a_place_that_cannot_be_written_is_told(records: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["report", str(records / "a.json"), "-o", str(records / "a.json" / "page.html")]) == 1
    assert "写不进" in capsys.readouterr().err
