"""What ``jiedui export`` writes, read back by other programs than wrote it."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pytest
import sqlalchemy as sa
from openpyxl.utils.escape import unescape

from extractors import read_text
from extractors.checks import RULES
from pipeline.cli import run
from pipeline.export.columns import COLUMNS, shown_as
from pipeline.export.parquet_file import write_parquet
from pipeline.export.xlsx_file import write_xlsx
from schemas.agreement import Document, Funding, Quota
from schemas.record import Record
from schemas.source import Outcome
from schemas.values import Amount, Money, Rate
from tests.pipeline.store.filling import document, finding, opened, party, put, record, span
from tests.pipeline.store.places import DATABASES, new_place

HOSTILE = [
    '=HYPERLINK("http://x.example","看")', "+1", "-1+1|cmd", "@SUM(1)", "＝1＋1", "\u3000=1", '引号"和,逗号', "两\r\n行", "http://x.example/a",
    "mailto:a@x.example", "00123", "1E5", "{=A1}", "_x0041_", "\x07响铃\x1b[31m", "<b>&amp;</b>", "' OR 1=1 --", "TRUE", "2024/1/2", "𠮷" * 10,
]  # fmt: skip
ROWS = ["documents", "quotas", "funding", "findings"]


def quota(low: str | None = "4", what: str | None = "送课", *, page: int | None = None, high: str | None = None) -> Quota:
    amount = Amount(min=low, max=high)
    return Quota(
        amount=amount, unit="节", what=what, per=Rate(count="1", unit="学期"), actor="甲方", modality="duty", span=span("送课4节", page)
    )


def sum_of(low: str) -> Funding:
    return Funding(amount=Money(min=low, max=low), payer="甲方", modality="plan", in_kind=True, times="2", span=span("资助"))


def papers() -> dict[str, Record]:
    first = document(
        "甲协议", parties=[party("青松小学"), party("柳河小学", "recipient"), party("县局", "unknown"), party("两校", "both")],
        signed="2024-08-26", term=("2024-09-01", "2027-08-31"), findings=[finding("missing-copies"), finding("blank-date", "info")],
    )  # fmt: skip
    quotas = (quota(), quota("-2.5", page=7), quota("1" + "0" * 30), quota("9" * 40), quota(None, None))
    first = first.model_copy(update={"quotas": quotas})
    second = document("乙协议", kind="plan").model_copy(update={"funding": (sum_of("120000"), sum_of("0.1234567"))})
    hostile = [document(title, findings=[finding("copies-mismatch", "error", title)]) for title in HOSTILE]
    return {
        "/档/一.txt": record(first, second, text="正文第一行\n第二行", findings=[finding("of-the-file", "error")]),
        "/档/恶.txt": record(*hostile, text="=SUM(A1)"),
        "/档/=cmd.pdf": record(outcome=Outcome(status="unreadable", reason="encrypted", message="文件有密码。"), text=""),
    }


@pytest.fixture(scope="module", params=DATABASES)
def store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with new_place(request.param, tmp_path_factory.mktemp("store")) as address:
        _fill(address)
        yield address


def _fill(address: str) -> None:
    engine = opened(address)
    put(engine, papers())
    put(engine, {"/另/一份.txt": papers()["/档/一.txt"]})
    engine.dispose()


def exported(store: str, out: Path, *options: str) -> Path:
    assert run(["export", "--store", store, "--out", str(out), *options]) == 0
    return out


def read_csv(place: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(place.read_bytes().decode("utf-8-sig"), newline="")))


def read_xlsx(place: Path, sheet: int = 0) -> list[list[Any]]:
    book = openpyxl.load_workbook(place)
    return [[cell.value for cell in row] for row in book.worksheets[sheet].iter_rows()]


def read_parquet(place: Path) -> list[dict[str, Any]]:
    with duckdb.connect() as database:
        table = database.read_parquet(str(place))
        return [dict(zip(table.columns, row, strict=True)) for row in table.fetchall()]


def read_jsonl(place: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in place.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("rows", ROWS)
def test_every_form_has_the_same_rows(store: str, rows: str, tmp_path: Path) -> None:
    made = {form: exported(store, tmp_path / f"a.{form}", "--rows", rows) for form in ("csv", "xlsx", "parquet", "jsonl")}
    count = len(read_csv(made["csv"]))
    assert count == {"documents": 22, "quotas": 5, "funding": 2, "findings": 23}[rows]
    assert len(read_xlsx(made["xlsx"])) == count + 1
    assert len(read_parquet(made["parquet"])) == count
    assert len(read_jsonl(made["jsonl"])) == count
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(path.name for path in made.values())


def test_csv_is_rfc_4180_with_the_mark_of_utf_8(store: str, tmp_path: Path) -> None:
    data = exported(store, tmp_path / "a.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.endswith(b"\r\n")
    assert data.count(b"\n") > data.count(b"\r\n")
    assert '"引号""和,逗号"'.encode() in data
    assert '"两\r\n行"'.encode() in data


def test_a_spreadsheet_obeys_nothing_in_csv(store: str, tmp_path: Path) -> None:
    titles = [row["标题"] for row in read_csv(exported(store, tmp_path / "a.csv"))][2:]
    for title, shown in zip(HOSTILE, titles, strict=True):
        assert shown in {title, "'" + title}
        assert shown.strip()[0] not in "=+-@＝＋－＠"
    address = read_csv(exported(store, tmp_path / "b.csv", "--outcome", "unreadable"))[0]["文件"]
    assert address == "/档/=cmd.pdf"
    words = {row["原文"] for row in read_csv(tmp_path / "a.csv")}
    assert "'=SUM(A1)" in words


def test_numbers_stay_numbers_in_csv(store: str, tmp_path: Path) -> None:
    rows = read_csv(exported(store, tmp_path / "a.csv", "--rows", "quotas"))
    assert [row["最小"] for row in rows] == ["4", "-2.5", "1" + "0" * 30, "9" * 40, ""]


def test_a_workbook_holds_words_as_words(store: str, tmp_path: Path) -> None:
    place = exported(store, tmp_path / "a.xlsx", "--rows", "documents")
    sheet = openpyxl.load_workbook(place).worksheets[0]
    header = [cell.value for cell in sheet[1]]
    column = header.index("标题") + 1
    found = [sheet.cell(line, column) for line in range(4, 4 + len(HOSTILE))]
    # openpyxl leaves to its users what _x005F_ means (ECMA-376, ST_Xstring)
    assert [unescape(cell.value) for cell in found] == [title.translate({7: 0xFFFD, 27: 0xFFFD, 13: None}) for title in HOSTILE]
    assert {cell.data_type for cell in found} <= {"s", "inlineStr"}
    assert all(cell.hyperlink is None for row in sheet.iter_rows() for cell in row)


def test_a_workbook_has_numbers_days_a_filter_and_a_fixed_header(store: str, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(exported(store, tmp_path / "a.xlsx", "--source", "一.txt"))
    sheet = book.worksheets[0]
    assert sheet.title == "文书"
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == f"A1:AC{sheet.max_row}"
    row = dict(zip([cell.value for cell in sheet[1]], sheet[2], strict=True))
    assert row["期限起"].value == dt.datetime(2024, 9, 1)  # noqa: DTZ001 - a workbook's days have no zone
    assert row["期限起"].number_format == "yyyy-mm-dd"
    assert row["数量指标数"].value == 5
    assert sheet.column_dimensions["A"].width > 20
    quotas = read_xlsx(exported(store, tmp_path / "b.xlsx", "--rows", "quotas"))
    at = quotas[0].index("最小")
    assert [row[at] for row in quotas[1:]] == [4, -2.5, "1" + "0" * 30, "9" * 40, None]


def test_more_rows_than_a_sheet_holds_go_on_the_next(tmp_path: Path) -> None:
    columns = COLUMNS["findings"][:2]
    rows = [(f"文件{number}", None) for number in range(5)]
    for most, sheets in ((3, [2, 2, 1]), (6, [5]), (5, [4, 1])):
        place = tmp_path / f"{most}.xlsx"
        with place.open("wb") as stream:
            assert write_xlsx(stream, columns, iter(rows), "zh", "发现", working=tmp_path, most_rows=most) == 5
        book = openpyxl.load_workbook(place)
        assert [sheet.max_row - 1 for sheet in book.worksheets] == sheets
        assert book.sheetnames == ["发现", "发现 2", "发现 3"][: len(sheets)]
        assert {sheet["A1"].value for sheet in book.worksheets} == {"文件"}
        assert book.worksheets[-1].cell(book.worksheets[-1].max_row, 1).value == "文件4"


def test_a_cell_that_is_too_long_is_cut_and_says_so(tmp_path: Path) -> None:
    place = tmp_path / "a.xlsx"
    with place.open("wb") as stream:
        write_xlsx(stream, COLUMNS["findings"][:1], iter([("长" * 40_000,)]), "zh", "发现", working=tmp_path)
    value = read_xlsx(place)[1][0]
    assert len(value) == 32_767
    assert value.endswith("…（已截断）")


def test_parquet_has_types_and_words(store: str, tmp_path: Path) -> None:
    quotas = exported(store, tmp_path / "a.parquet", "--rows", "quotas")
    with duckdb.connect() as database:
        table = database.read_parquet(str(quotas))
        types = {name: str(sort) for name, sort in zip(table.columns, table.types, strict=True)}
    found = read_parquet(quotas)
    assert [row["最小"] for row in found] == [Decimal(4), Decimal("-2.5"), Decimal("1" + "0" * 30), None, None]
    told = [found[1][name] for name in ("文书序号", "约数", "页", "可信度", "性质")]
    assert told == [1, False, 7, 1.0, "应做"]
    assert (types["最小"], types["文书序号"], types["约数"], types["可信度"]) == ("DECIMAL(38,6)", "BIGINT", "BOOLEAN", "DOUBLE")
    rows = read_parquet(exported(store, tmp_path / "b.parquet", "--lang", "en"))
    assert (rows[0]["title"], rows[0]["kind"], rows[0]["term_start"]) == ("甲协议", "agreement", dt.date(2024, 9, 1))
    assert [row["title"] for row in rows[2:]] == HOSTILE


def test_a_long_row_has_room_in_parquet(tmp_path: Path) -> None:
    place, words = tmp_path / "a.parquet", "长" * 6_000_000
    with place.open("wb") as stream:
        assert write_parquet(stream, COLUMNS["findings"][:1], iter([("短",), (words,)]), "zh", tmp_path) == 2
    assert [row["文件"] for row in read_parquet(place)] == ["短", words]


def test_parquet_needs_its_extra(store: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    out = tmp_path / "a.parquet"
    assert run(["export", "--store", store, "--out", str(out)]) == 1
    assert "pip install 'jiedui[parquet]'" in capsys.readouterr().err
    assert not out.exists()


def test_a_row_says_where_it_is_from(store: str, tmp_path: Path) -> None:
    rows = read_jsonl(exported(store, tmp_path / "a.jsonl", "--rows", "quotas"))
    assert {(row["address"], row["other_addresses"], row["document_number"], row["words"]) for row in rows} == {
        (min("/档/一.txt", "/另/一份.txt"), "/档/一.txt", 1, "送课4节")
    }
    assert [row["page"] for row in rows] == [None, 7, None, None, None]
    assert [row["number"] for row in rows] == [1, 2, 3, 4, 5]
    assert rows[0]["min"] == "4"
    assert rows[0]["modality"] == "duty"


def test_rows_of_documents(store: str, tmp_path: Path) -> None:
    row = read_csv(exported(store, tmp_path / "a.csv", "--source", "一.txt"))[0]
    told = {
        name: row[name]
        for name in ("支援方", "受援方", "其他各方", "错误数", "注意数", "提示数", "发现的规则", "原文", "空白范本", "文种", "读取结果")
    }
    assert told == {
        "支援方": "青松小学、两校", "受援方": "柳河小学、两校", "其他各方": "县局", "错误数": "1", "注意数": "1", "提示数": "1",
        "发现的规则": "missing-copies；blank-date；of-the-file", "原文": "正文第一行\n第二行", "空白范本": "否", "文种": "协议", "读取结果": "读成",
    }  # fmt: skip


def test_findings_of_a_file_come_once_and_those_asked_for_alone(store: str, tmp_path: Path) -> None:
    rows = read_jsonl(exported(store, tmp_path / "a.jsonl", "--rows", "findings", "--source", "一.txt"))
    assert [(row["rule"], row["document_number"], row["page"]) for row in rows] == [
        ("of-the-file", None, 3), ("missing-copies", 1, 3), ("blank-date", 1, 3)
    ]  # fmt: skip
    rows = read_jsonl(exported(store, tmp_path / "b.jsonl", "--rows", "findings", "--rule", "missing-"))
    assert [row["rule"] for row in rows] == ["missing-copies"]


@pytest.mark.parametrize("rows", ROWS[1:])
def test_every_row_names_the_schools_of_its_document(store: str, rows: str, tmp_path: Path) -> None:
    found = read_csv(exported(store, tmp_path / "a.csv", "--rows", rows, "--source", "一.txt"))
    named = {(row["标题"], row["支援方"], row["受援方"]) for row in found}
    first, second = ("甲协议", "青松小学、两校", "柳河小学、两校"), ("乙协议", "", "")
    assert named == {"quotas": {first}, "funding": {second}, "findings": {first, ("", "", "")}}[rows]


def test_what_a_finding_is_about_is_said_in_the_language(tmp_path: Path) -> None:
    about = [finding("missing-liability").model_copy(update={"subject": subject}) for subject in ("liability", "乙方")]
    engine = opened(tmp_path / "store.db")
    put(engine, {"/档/一.txt": record(document(findings=about))})
    engine.dispose()
    for lang, name, told in (("zh", "对象", ["违约和争议", "乙方"]), ("en", "subject", ["liability", "乙方"])):
        rows = read_csv(exported(str(tmp_path / "store.db"), tmp_path / "a.csv", "--rows", "findings", "--lang", lang))
        assert [row[name] for row in rows] == told


def test_every_code_that_a_rule_uses_has_a_word() -> None:
    known = shown_as("zh")["subjects"]
    for rule in RULES:
        for text in (example.text for example in rule.bad):
            subjects = {finding.subject for one in read_text(text, names=False).documents for finding in one.findings}
            assert {subject for subject in subjects if re.fullmatch("[a-z-]{2,}", subject)} <= set(known), rule.slug


def test_jsonl_of_documents_is_the_records_own(store: str, tmp_path: Path) -> None:
    rows = read_jsonl(exported(store, tmp_path / "a.jsonl"))
    original = papers()["/档/一.txt"]
    assert [Document.model_validate(row["document"]) for row in rows[:2]] == list(original.documents)
    assert rows[0]["text"] == original.text
    assert set(rows[0]["addresses"]) == {"/档/一.txt", "/另/一份.txt"}
    assert [row["document_number"] for row in rows[:3]] == [1, 2, 1]
    assert [row["document"]["title"] for row in rows[2:]] == HOSTILE


def test_nothing_written_can_steer_a_terminal(store: str, tmp_path: Path) -> None:
    assert b"\x1b" not in exported(store, tmp_path / "a.jsonl").read_bytes()


def test_files_without_a_document_are_rows_where_an_outcome_is_asked_for(store: str, tmp_path: Path) -> None:
    rows = read_csv(exported(store, tmp_path / "a.csv", "--outcome", "unreadable"))
    assert [(row["文件"], row["读取结果"], row["原因"], row["文书序号"]) for row in rows] == [
        ("/档/=cmd.pdf", "没有读成", "文件有密码。", "")
    ]
    assert [row["document"] for row in read_jsonl(exported(store, tmp_path / "a.jsonl", "--outcome", "unreadable"))] == [None]
    assert "/档/=cmd.pdf" not in {row["文件"] for row in read_csv(exported(store, tmp_path / "b.csv"))}


@pytest.mark.parametrize("form", ["csv", "xlsx", "parquet", "jsonl"])
def test_nothing_found_is_a_file_without_rows(store: str, form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = exported(store, tmp_path / f"a.{form}", "--party", "没有这一方")
    assert out.is_file()
    assert "没有符合条件的" in capsys.readouterr().err
    if form == "parquet":
        assert read_parquet(out) == []
    elif form == "xlsx":
        assert len(read_xlsx(out)) == 1


def test_english_names_and_codes(store: str, tmp_path: Path) -> None:
    rows = read_csv(exported(store, tmp_path / "a.csv", "--rows", "funding", "--lang", "en"))
    assert list(rows[0]) == [column.key for column in COLUMNS["funding"]]
    assert (rows[0]["modality"], rows[0]["in_kind"], rows[0]["kind"]) == ("plan", "true", "plan")


def test_limit_is_rows(store: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert len(read_csv(exported(store, tmp_path / "a.csv", "--rows", "quotas", "--limit", "3"))) == 3
    assert "--limit 3" in capsys.readouterr().err


def test_a_file_stays_as_it_was_when_it_cannot_be_written(
    store: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "a.csv"
    out.write_bytes(b"old")

    def full(*_: object) -> str:
        raise OSError(28, "No space left on device")

    # a full disk cannot be had without root's means
    monkeypatch.setattr("pipeline.export.csv_file.guarded", full)
    assert run(["export", "--store", store, "--out", str(out)]) == 1
    assert "No space left on device" in capsys.readouterr().err
    assert out.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]


def test_what_cannot_be_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    address = tmp_path / "store.db"
    opened(address).dispose()
    before = address.read_bytes()
    for out, options, code, said in (
        (address, ["--format", "csv"], 1, "不能写到存储"),
        (tmp_path, [], 2, "是文件夹"),
        (tmp_path / "a.ods", [], 2, "--format"),
        (tmp_path / "a", [], 2, "--format"),
        (tmp_path / "store.db" / "a.csv", [], 1, "写不进"),
    ):
        assert run(["export", "--store", str(address), "--out", str(out), *options]) == code
        assert said in capsys.readouterr().err
    assert address.read_bytes() == before


@pytest.mark.parametrize("store", ["sqlite"], indirect=True, scope="module")
def test_the_store_is_only_read(store: str, tmp_path: Path) -> None:
    engine = sa.create_engine(f"sqlite:///{store}")
    with engine.connect() as connection:
        before = connection.exec_driver_sql("PRAGMA data_version").scalar()
        exported(store, tmp_path / "a.csv")
        assert connection.exec_driver_sql("PRAGMA data_version").scalar() == before
    engine.dispose()
