"""Scans, read by the engine itself: the same agreement as a print and as a picture says the same."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from benchmarks.ocr import distance, plain, without_furniture
from extractors.read import read_bytes
from extractors.readers.any import read_source
from pipeline.cli import run
from pipeline.recognition import page_reader
from schemas.record import Record
from tests.formats.make_pdf import Style, make_pdf
from tests.formats.needed import needed_package
from tests.outside.scans import Scan, pdf_of, picture_of, scan_pages

needed_package("rapidocr", "ocr")

_SAMPLES = Path(__file__).resolve().parents[2] / "samples" / "agreement"
_STYLE = Style(size=12.0, leading=20.0, margin=60.0)
SHORT = """学校结对帮扶协议
甲方（支援学校）：青松市第二小学
乙方（受援学校）：白石县石桥镇中心小学
一、帮扶期限为三年，自2024年9月1日起至2027年8月31日止。
二、甲方每学期选派2—3名骨干教师到乙方支教，每年资助经费人民币50000元（大写：伍万元整）。
三、乙方每学年选派5名青年教师到甲方跟岗学习，每次不少于两周；跟岗教师的交通费由乙方承担，食宿由甲方安排。
四、本协议一式两份，甲乙双方各执一份，自双方签字盖章之日起生效；未尽事宜，由双方协商解决。

甲方（盖章）：                    乙方（盖章）：

代表签字：陆远航                  代表签字：覃秀梅

2024年8月26日                     2024年8月26日"""


@cache
def pages(scan: Scan = Scan(), text: str = SHORT) -> tuple[Image.Image, ...]:  # noqa: B008 - frozen
    return tuple(scan_pages(text, scan, _STYLE))


def read(data: bytes) -> Record:
    return read_bytes(data, ocr=page_reader(), names=False)


def facts(record: Record) -> list[object]:
    (document,) = record.documents
    term, copies = document.term, document.copies
    return [
        [(party.role, party.name, party.side) for party in document.parties],
        term and (term.start and term.start.edtf, term.end and term.end.edtf, term.duration),
        copies and (copies.total, copies.holders),
        [(one.role, one.signatory, one.date and one.date.edtf) for one in document.signing],
        [(one.amount, one.unit, one.per, one.actor) for one in document.quotas],
        [(one.amount, one.per, one.payer) for one in document.funding],
        [finding.rule for finding in document.findings],
    ]


@cache
def printed_facts() -> list[object]:
    return facts(read_bytes(make_pdf(SHORT, _STYLE), names=False))


@pytest.mark.parametrize(
    "scan",
    [Scan(), Scan(degrees=-2.5), Scan(quarter=2), Scan(quarter=1), Scan(grey=True), Scan(dpi=300, noise=9.0)],
    ids=["askew", "further askew", "upside down", "on its side", "grey", "300 dpi"],
)
def test_a_scan_says_what_the_print_says(scan: Scan) -> None:
    record = read(pdf_of(pages(scan), scan))
    assert record.outcome.status == "read", record.outcome.message
    assert record.source.ocr_pages == (1,)
    assert facts(record) == printed_facts()
    assert [one.sealed for one in record.documents[0].signing] == [True, True]
    for item in (*record.documents[0].parties, *record.documents[0].quotas):
        assert item.span.confidence is not None
        assert item.span.confidence > 0.8


@pytest.mark.parametrize("form", ["PNG", "JPEG", "TIFF"])
def test_a_picture_file_says_what_the_print_says(form: str) -> None:
    record = read(picture_of(pages(), form))
    assert facts(record) == printed_facts()


def test_an_unsealed_sheet_is_told_from_one_without_colour() -> None:
    unsealed = pages(Scan(seals=False))[0]
    ImageDraw.Draw(unsealed).line((200, 1600, 700, 1600), fill=(40, 60, 200), width=6)
    (document,) = read(pdf_of([unsealed])).documents
    assert [one.sealed for one in document.signing] == [False, False]
    (document,) = read(pdf_of(pages(Scan(seals=False, grey=True)))).documents
    assert [one.sealed for one in document.signing] == [None, None]


def test_few_characters_are_read_wrongly() -> None:
    text = (_SAMPLES / "town-and-country" / "source.txt").read_text(encoding="utf-8")
    source = read_source(pdf_of(pages(Scan(), text)), ocr=page_reader())
    said = plain(text)
    assert distance(said, plain(without_furniture(source))) <= 0.005 * len(said)


def test_boxes_lie_where_the_characters_do() -> None:
    straight = Scan(degrees=0.0, seals=False)
    printed, scanned = read_source(make_pdf(SHORT, _STYLE)), read_source(pdf_of(pages(straight)), ocr=page_reader())
    for words in ("青松市第二小学", "2027年8月31日", "伍万元整", "覃秀梅"):
        boxes = [source.pages[0].char_boxes[source.text.index(words) + at] for source in (printed, scanned) for at in range(len(words))]
        there, here = np.array(boxes[: len(words)]), np.array(boxes[len(words) :])
        assert np.abs((there[:, 0] + there[:, 2]) - (here[:, 0] + here[:, 2])).max() / 2 < 4
        assert np.abs((there[:, 1] + there[:, 3]) - (here[:, 1] + here[:, 3])).max() / 2 < 3


def test_a_table_is_read_by_its_cells() -> None:
    text = "活动安排表\n活动\t次数\t负责学校\n送教下乡\t每学期2次\t青松市第二小学\n联合教研\t每月1次\t两校轮流\n"
    source = read_source(pdf_of(pages(Scan(), text)), ocr=page_reader())
    assert "送教下乡\t每学期2次\t青松市第二小学" in source.text
    assert len(source.tables) == 1
    assert len(source.tables[0].cells) == 9


def test_rules_to_write_on_are_blanks() -> None:
    text = "帮扶协议书\n甲方：____________\n乙方：白石县中心小学\n甲方每学期选派______名教师，自20____年____月____日起至2027年8月止。\n"
    lines = read_source(pdf_of(pages(Scan(seals=False), text)), ocr=page_reader()).text.split("\n")
    assert re.fullmatch(r"甲方：_{9,15}", lines[1])
    assert re.fullmatch(r"甲方每学期选派_{4,8}名教师，自20_{3,6}年_{3,6}月_{3,6}日起至2027年8月止。", lines[3])


@pytest.mark.parametrize("megabytes", ["500", "600"])
def test_an_engine_without_room_is_no_failure_of_the_program(megabytes: str, tmp_path: Path) -> None:
    paper = _SAMPLES / "scanned-and-sealed" / "source.pdf"
    run(["extract", str(paper), "--out", str(tmp_path), "--memory", megabytes])
    outcome = json.loads((tmp_path / "source.json").read_bytes())["outcome"]
    assert (outcome["status"], outcome["reason"]) in {("read", None), ("unreadable", "too-large")}
