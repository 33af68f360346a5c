"""The programs themselves on files that want more of them than reading."""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from extractors.readers.any import read_source
from pipeline.programs.office import OfficePrograms
from schemas.errors import Unreadable
from tests.formats.make_office import save_as
from tests.formats.make_rtf import make_rtf
from tests.formats.needed import needed_program
from tests.formats.word_xml import make_word, make_zip, paragraph, run

LOCAL = "这是别处的文件"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns"
_ROOT = (
    f'<office:document-content xmlns:office="{_OFFICE}:office:1.0" xmlns:text="{_OFFICE}:text:1.0" xmlns:draw="{_OFFICE}:drawing:1.0" '
    f'xmlns:svg="{_OFFICE}:svg-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2"><office:body><office:text>'
    "{}</office:text></office:body></office:document-content>"
)
_FILES = "".join(
    f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{kind}"/>'
    for path, kind in (("/", "application/vnd.oasis.opendocument.text"), ("content.xml", "text/xml"))
)


def make_odt(body: str) -> bytes:
    return make_zip(
        {
            "mimetype": b"application/vnd.oasis.opendocument.text",
            "META-INF/manifest.xml": f'<manifest:manifest xmlns:manifest="{_OFFICE}:manifest:1.0">{_FILES}</manifest:manifest>'.encode(),
            "content.xml": _ROOT.format(body).encode(),
        }
    )


@pytest.fixture
def programs() -> OfficePrograms:
    return OfficePrograms(needed_program("soffice", "libreoffice-writer"), needed_program("antiword", "antiword"))


@pytest.fixture
def asked() -> Iterator[tuple[str, list[str]]]:
    """A web server on this machine: its address, and what it was asked for."""
    paths: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def answer(self) -> None:
            paths.append(self.path)
            self.send_error(404)

        def log_message(self, *_: object) -> None:
            pass

    for method in ("GET", "HEAD", "OPTIONS", "PROPFIND"):
        setattr(Handler, f"do_{method}", Handler.answer)
    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", paths
        server.shutdown()
        thread.join()


def _odt_picture(place: str) -> bytes:
    size = 'svg:width="2cm" svg:height="2cm" text:anchor-type="as-char"'
    link = f'xlink:href="{place}/a.png" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"'
    return make_odt(f"<text:p>甲方<draw:frame {size}><draw:image {link}/></draw:frame></text:p>")


def _odt_section(place: str) -> bytes:
    link = f'<text:section-source xlink:href="{place}/a.txt" xlink:type="simple"/>'
    return make_odt(f'<text:p>甲方</text:p><text:section text:name="S">{link}<text:p>乙方</text:p></text:section>')


def _rtf(place: str) -> bytes:
    fields = rf'{{\field{{\*\fldinst INCLUDETEXT "{place}/a.txt"}}{{\fldrslt }}}}{{\field{{\*\fldinst INCLUDEPICTURE "{place}/a.png" \\d}}'
    return (rf"{{\rtf1\ansi{{\*\template {place}/a.dotm}}\u30002?\u26041?" + fields + r"{\fldrslt }}}").encode()


@pytest.mark.parametrize("make", [_odt_picture, _odt_section, _rtf])
def test_nothing_is_fetched_and_no_other_file_is_read(
    make: object, asked: tuple[str, list[str]], programs: OfficePrograms, tmp_path: Path
) -> None:
    assert callable(make)
    address, paths = asked
    (tmp_path / "a.txt").write_text(LOCAL, encoding="utf-8")
    for place in (address, tmp_path.as_uri()):
        text = read_source(make(place), converter=programs).text
        assert text.startswith("甲方")
        assert LOCAL not in text
    assert paths == []


def test_nothing_is_left_behind(programs: OfficePrograms, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    assert read_source(make_odt("<text:p>甲方</text:p>"), converter=programs).text == "甲方\n"
    assert list(tmp_path.iterdir()) == []


def test_no_time_for_it(programs: OfficePrograms) -> None:
    hasty = OfficePrograms(programs.office, None, seconds=0.01)
    with pytest.raises(Unreadable, match=r"0\.01 秒") as caught:
        read_source(rb"{\rtf1\ansi x}", converter=hasty)
    assert caught.value.reason == "timed-out"


@pytest.mark.parametrize("data", [make_zip({"mimetype": b"x", "content.xml": b"<no"}), b'<?xml version="1.0"?><w:wordDocument>'])
def test_what_libreoffice_cannot_open_is_damaged(data: bytes, programs: OfficePrograms) -> None:
    with pytest.raises(Unreadable) as caught:
        read_source(data, converter=programs)
    assert caught.value.reason == "damaged"


def test_a_program_that_is_no_program() -> None:
    broken = OfficePrograms("/dev/null", "/dev/null")
    with pytest.raises(Unreadable) as caught:
        read_source(rb"{\rtf1\ansi x}", converter=broken)
    assert caught.value.reason == "missing-program"


def test_numbers_changes_and_cells_survive_a_doc(programs: OfficePrograms) -> None:
    lists = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/>'
        '<w:suff w:val="space"/><w:lvlText w:val="第%1条"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    mark = 'w:id="1" w:author="a" w:date="2024-09-01T00:00:00Z"'
    change = f"{run('每学期选派')}<w:del {mark}><w:r><w:delText>2</w:delText></w:r></w:del><w:ins {mark}>{run('3')}</w:ins>{run('名教师')}"
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    cells = "".join(f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>{paragraph(word)}</w:tc>' for word in ("支教", "2名"))
    grid = '<w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid>'
    body = (
        paragraph("期限为三年", number)
        + paragraph(change, number)
        + f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>{grid}<w:tr>{cells}</w:tr></w:tbl>'
        + paragraph("完")
    )
    word = make_word(body, numbering=lists)
    (doc,) = save_as("doc", [word])
    source = read_source(doc, converter=programs)
    assert source.text.split("\n") == ["第一条 期限为三年", "第二条 每学期选派3名教师", "支教\t2名", "完", ""]
    assert "修订" in source.notes[0]
    assert len(source.tables) == 1


def test_a_plain_doc_costs_no_libreoffice(programs: OfficePrograms) -> None:
    # Word makes no file so small that its words would stand beside others in one block of the container
    lines = [f"（{number}）甲方每学期选派教师到乙方柳河县𠮷安中心小学支教，并承担教学和教研的指导任务。" for number in range(80)]
    text = "\n".join(["结对帮扶协议书", *lines, ""])
    (doc,) = save_as("doc", [make_rtf(text)], given="rtf")
    source = read_source(doc, converter=OfficePrograms("/dev/null", programs.antiword))
    assert source.text == text
    assert not source.is_partial


def test_spaces_of_rtf_stay_as_wide_as_they_are(programs: OfficePrograms) -> None:
    text = "甲方（盖章）：        乙方（盖章）：\n  年   月   日\ta b\n"
    assert read_source(make_rtf(text), converter=programs).text == text
