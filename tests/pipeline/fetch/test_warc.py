"""What was fetched is kept, and comes again without a network as it came."""

from __future__ import annotations

import gzip
import itertools
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from warcio.archiveiterator import ArchiveIterator

from pipeline.fetch.fetcher import Fetcher
from pipeline.fetch.limits import MAX_BODY, Deadlines
from pipeline.fetch.pace import Pace
from pipeline.fetch.trouble import FetchTrouble
from schemas.errors import JieduiError
from tests.pipeline.fetch.hurried import Waits, hurried, names, nowhere, trouble_of
from tests.pipeline.fetch.server import Answer, Site, served

PAGE = "<h1>结对帮扶</h1><p>互派教师六名。</p>"


def _tell(fetcher: Fetcher, address: str, **more: Any) -> Any:
    """A page, or what there is to say of its trouble."""
    try:
        return fetcher.get(address, **more)
    except FetchTrouble as trouble:
        return trouble.reason, trouble.message, trouble.said("en"), trouble.retry_after


def _records(place: Path) -> list[Any]:
    """(type, address, HTTP status, WARC headers) of all records."""
    told = []
    for path in sorted(place.iterdir()) if place.is_dir() else [place]:
        with path.open("rb") as file:
            for record in ArchiveIterator(file, check_digests="raise"):
                code = record.http_headers.get_statuscode() if record.rec_type == "response" else ""
                told.append((record.rec_type, record.rec_headers.get_header("WARC-Target-URI"), code, record.rec_headers))
                record.raw_stream.read()
    return told


ANSWERS: dict[str, tuple[Answer, ...]] = {
    "/plain": (Answer(PAGE, headers={"ETag": '"1"', "Last-Modified": "Mon, 03 Mar 2025 00:00:00 GMT"}),),
    "/gb18030": (Answer(PAGE.encode("gb18030"), headers={"Content-Type": "text/html; charset=gb2312"}),),
    "/empty": (Answer(""),),
    "/bytes": (Answer(bytes(range(256)) * 300, headers={"Content-Type": "application/pdf"}),),
    "/gzip": (Answer(gzip.compress(PAGE.encode()), headers={"Content-Encoding": "gzip"}),),
    "/chunks": (Answer(pieces=[b"<p>", b"a" * 70_000, b"</p>"], headers={"X-A": "1"}),),
    "/headers": (Answer(PAGE, headers={"X-Empty": "", "X-Name": "中".encode().decode("latin-1"), "x-Odd": "\xe9", "X-Colon": "a: b"}),),
    "/redirect": (Answer(code=302, headers={"Location": "/plain"}),),
    "/refresh": (Answer('<meta http-equiv="refresh" content="0;url=/gzip">'),),
    "/circle": (Answer(code=302, headers={"Location": "/circle"}),),
    "/private": (Answer(code=302, headers={"Location": "http://10.0.0.1/"}),),
    "/gone": (Answer("<p>没有</p>", 404),),
    "/403": (Answer(code=403),),
    "/412": (Answer("<script>a()</script>", 412),),
    "/wall": (Answer("<body>请完成安全验证后继续访问</body>"),),
    "/429": (Answer(code=429, headers={"Retry-After": "3600"}),),
    "/date": (Answer(code=503, headers={"Retry-After": "Mon, 03 Mar 2025 12:00:00 GMT"}),),
    "/passing": (Answer(code=503), Answer(code=502), Answer(PAGE)),
    "/failing": (Answer("<h1>500</h1>", 500),),
    "/reset": (Answer(raw=[], ends="reset"),),
    "/reset-once": (Answer(raw=[], ends="reset"), Answer(PAGE)),
    "/cut": (Answer(PAGE, told=9_999, ends="closed"),),
    "/cut-once": (Answer(PAGE, told=9_999, ends="closed"), Answer(PAGE)),
    "/slow": (Answer(pieces=itertools.repeat(b"a"), pause=0.05),),
    "/silent": (Answer(raw=[b"", b""], pause=5.0),),
    "/broken": (Answer(b"not gzip", headers={"Content-Encoding": "gzip"}),),
    "/torn": (Answer(gzip.compress(PAGE.encode())[:-9], headers={"Content-Encoding": "gzip"}),),
    "/br": (Answer(PAGE, headers={"Content-Encoding": "br"}),),
    "/large": (Answer("a", told=MAX_BODY + 1),),
    "/bomb": (Answer(gzip.compress(bytes(MAX_BODY + 1)), headers={"Content-Encoding": "gzip"}),),
    "/endless-error": (Answer(code=404, pieces=itertools.repeat(bytes(50_000))),),
}


@pytest.mark.parametrize("path", ANSWERS)
def test_what_is_replayed_is_what_was_recorded(site: Site, tmp_path: Path, path: str) -> None:
    for name, answers in ANSWERS.items():
        site.put(name, *answers)
    brief = Deadlines(connect=1.0, read=0.3, whole=0.6)
    with hurried(site, record=tmp_path / "kept", deadlines=brief) as fetcher:
        recorded = [_tell(fetcher, site.at(path)), _tell(fetcher, site.at(path))]
    asked = site.hits.total()
    waits = Waits()
    with hurried(site, waits, replay=tmp_path / "kept", resolver=nowhere) as fetcher:
        assert [_tell(fetcher, site.at(path)), _tell(fetcher, site.at(path))] == recorded
    assert (site.hits.total(), waits.slept) == (asked, [])


def test_every_exchange_is_kept(site: Site, tmp_path: Path) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /b")
    site.put("/a", Answer(code=302, headers={"Location": "/c"}))
    site.put("/c", Answer(code=503), Answer(PAGE))
    with hurried(site, pace=Pace(0), record=tmp_path) as fetcher:
        fetcher.get(site.at("/a"))
        assert trouble_of(fetcher, site.at("/b")).reason == "forbidden"
    records = _records(tmp_path)
    assert [record[:3] for record in records if record[0] == "response"] == [
        ("response", site.at("/robots.txt"), "200"),
        ("response", site.at("/a"), "302"),
        ("response", site.at("/c"), "503"),
        ("response", site.at("/c"), "200"),
    ]
    assert [record[0] for record in records] == ["warcinfo"] + ["response", "request"] * 4
    ids = [headers.get_header("WARC-Record-ID") for _, _, _, headers in records]
    assert [headers.get_header("WARC-Concurrent-To") for _, _, _, headers in records[2::2]] == ids[1::2]
    assert records[1][3].get_header("WARC-IP-Address") == "127.0.0.1"
    assert {headers.protocol for _, _, _, headers in records} == {"WARC/1.1"}
    assert len(set(ids)) == len(ids)


def test_the_time_is_that_of_the_fetch(site: Site, tmp_path: Path) -> None:
    waits = Waits()
    site.put("/", PAGE)
    with hurried(site, waits, record=tmp_path) as fetcher:
        waits.sleep(0.123456)
        page = fetcher.get(site.at("/"))
    assert page.at == datetime(2025, 3, 3, 8, 0, 0, 123456, tzinfo=UTC)
    waits.sleep(1_000.0)
    with hurried(site, waits, replay=tmp_path) as fetcher:
        assert fetcher.get(site.at("/")).at == page.at


def test_names_that_lead_nowhere_are_kept_too(site: Site, tmp_path: Path) -> None:
    known = names({"oa.example": ["10.0.0.8"], "none.example": []})
    with hurried(site, record=tmp_path, resolver=known) as fetcher:
        recorded = [_tell(fetcher, f"http://{host}/") for host in ("oa.example", "none.example")]
    assert [told[0] for told in recorded] == ["refused-address", "no-such-host"]
    with hurried(site, replay=tmp_path) as fetcher:
        assert [_tell(fetcher, f"http://{host}/") for host in ("oa.example", "none.example")] == recorded


def test_robots_are_replayed_and_not_missed(site: Site, tmp_path: Path) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /b")
    site.put("/a", PAGE)
    with hurried(site, pace=Pace(0), record=tmp_path / "polite") as fetcher:
        fetcher.get(site.at("/a"))
    with hurried(site, record=tmp_path / "not") as fetcher:
        fetcher.get(site.at("/a"))
    for folder, reason in (("polite", "forbidden"), ("not", "not-recorded")):
        with hurried(site, pace=Pace(0), replay=tmp_path / folder) as fetcher:
            assert fetcher.get(site.at("/a")).code == 200
            assert trouble_of(fetcher, site.at("/b")).reason == reason


def test_what_is_not_there_is_not_fetched(site: Site, tmp_path: Path) -> None:
    site.put("/a", PAGE)
    site.put("/b", PAGE)
    with hurried(site, record=tmp_path) as fetcher:
        fetcher.get(site.at("/a"))
    site.hits.clear()
    with hurried(site, replay=tmp_path) as fetcher:
        trouble = trouble_of(fetcher, site.at("/b"))
        assert (trouble.reason, site.at("/b") in trouble.message) == ("not-recorded", True)
        assert trouble_of(fetcher, site.at("/a?b")).reason == "not-recorded"
        assert fetcher.get(site.at("/x/../a#top")).code == 200
    assert site.hits.total() == 0


def test_what_is_private_stays_so(site: Site, tmp_path: Path) -> None:
    site.put("/a", PAGE)
    with hurried(site, record=tmp_path) as fetcher:
        fetcher.get(site.at("/a"))
    with hurried(replay=tmp_path) as fetcher:
        assert trouble_of(fetcher, site.at("/a")).reason == "refused-address"


def test_an_address_changes_as_it_did(site: Site, tmp_path: Path) -> None:
    site.put("/a", "一", "二", "三")
    with hurried(site, record=tmp_path) as fetcher:
        for _ in range(3):
            fetcher.get(site.at("/a"))
    with hurried(site, replay=tmp_path) as fetcher:
        assert [fetcher.get(site.at("/a")).body.decode() for _ in range(5)] == ["一", "二", "三", "三", "三"]


E1, E2, MODIFIED = '"1"', '"2"', "Mon, 03 Mar 2025 00:00:00 GMT"
Asking = dict[str, Any]

CONDITIONS: list[tuple[dict[str, str], list[Asking], list[Asking], list[int]]] = [
    # (what the server marks its page with, what was asked when it was recorded, what is asked now, the codes that come)
    ({"ETag": E1}, [{}, {"etag": E1}], [{}, {"etag": E1}], [200, 304]),
    ({"ETag": E1}, [{}, {"etag": E1}], [{}, {}], [200, 200]),
    ({"ETag": E1}, [{}, {"etag": E1}], [{"etag": E1}, {"etag": E1}], [304, 304]),
    ({"ETag": E1}, [{}], [{"etag": E1}], [304]),
    ({"ETag": E1}, [{}], [{"etag": f"W/{E1}"}], [304]),
    ({"ETag": E1}, [{}], [{"etag": E2}], [200]),
    ({"ETag": E1}, [{}], [{"etag": E2, "modified": MODIFIED}], [200]),
    ({"Last-Modified": MODIFIED}, [{}], [{"modified": MODIFIED}], [304]),
    ({"Last-Modified": MODIFIED}, [{}], [{"modified": "Tue, 04 Mar 2025 00:00:00 GMT"}], [200]),
    ({}, [{}], [{"etag": E1, "modified": MODIFIED}], [200]),
    ({"ETag": E1}, [{"etag": E1}], [{"etag": E1}], [304]),
    ({"ETag": E1}, [{"etag": E2}], [{"etag": E2}], [200]),
    ({"ETag": E1}, [{"etag": E2}], [{"etag": E1}], [304]),
    ({"ETag": E1}, [{"etag": E2}], [{}], [200]),
    # a server that marks its page and does not look at marks
    ({"ETag": E1, "X-Always": "1"}, [{}, {"etag": E1}], [{}, {"etag": E1}], [200, 200]),
]


@pytest.mark.parametrize(("marks", "then", "now", "codes"), CONDITIONS, ids=range(len(CONDITIONS)))
def test_conditions_are_answered(
    site: Site, tmp_path: Path, marks: dict[str, str], then: list[Asking], now: list[Asking], codes: list[int]
) -> None:
    def answer(asked: Any) -> Answer:
        is_same = "X-Always" not in marks and asked.headers.get("if-none-match") == marks.get("ETag", "")
        return Answer(code=304, headers=marks) if is_same else Answer(PAGE, headers=marks)

    site.put("/a", answer)
    with hurried(site, record=tmp_path) as fetcher:
        recorded = [fetcher.get(site.at("/a"), **asking) for asking in then]
    with hurried(site, replay=tmp_path) as fetcher:
        pages = [fetcher.get(site.at("/a"), **asking) for asking in now]
    assert [page.code for page in pages] == codes
    assert [page.is_unchanged for page in pages] == [code == 304 for code in codes]
    assert [page.body for page in pages] == [b"" if code == 304 else PAGE.encode() for code in codes]
    if now == then:
        assert pages == recorded


def test_nothing_whole_is_there(site: Site, tmp_path: Path) -> None:
    site.put("/a", Answer(code=304))
    with hurried(site, record=tmp_path) as fetcher:
        fetcher.get(site.at("/a"), etag=E1)
    with hurried(site, replay=tmp_path) as fetcher:
        assert fetcher.get(site.at("/a"), etag=E1).is_unchanged
        assert trouble_of(fetcher, site.at("/a")).reason == "not-recorded"


def test_threads_record_into_one_file(site: Site, tmp_path: Path) -> None:
    for number in range(8):
        site.put(f"/{number}", str(number) * 5_000)

    def get(number: int) -> None:
        for _ in range(10):
            fetcher.get(site.at(f"/{number}"))

    with hurried(site, record=tmp_path / "a.warc.gz") as fetcher:
        _together(get, 8)
    assert len(_records(tmp_path / "a.warc.gz")) == 1 + 2 * 80
    wrong: list[int] = []

    def check(number: int) -> None:
        wrong.extend(number for _ in range(10) if fetcher.get(site.at(f"/{number}")).body != str(number).encode() * 5_000)

    with hurried(site, replay=tmp_path / "a.warc.gz") as fetcher:
        _together(check, 8)
    assert wrong == []


def _together(do: Callable[[int], None], count: int) -> None:
    threads = [threading.Thread(target=do, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_fetchers_record_into_one_folder(site: Site, tmp_path: Path) -> None:
    site.put("/a", "一")
    site.put("/b", "二")
    with hurried(site, record=tmp_path) as one, hurried(site, record=tmp_path) as other:
        one.get(site.at("/a"))
        other.get(site.at("/b"))
    assert len(list(tmp_path.iterdir())) == 2
    with hurried(site, replay=tmp_path) as fetcher:
        assert [fetcher.get(site.at(path)).body.decode() for path in ("/a", "/b")] == ["一", "二"]


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "deep/er/a.warc.gz", "folder", "deep/er/folder"])
def test_a_file_or_a_folder(site: Site, tmp_path: Path, name: str) -> None:
    site.put("/a", PAGE)
    with hurried(site, record=tmp_path / name) as fetcher:
        fetcher.get(site.at("/a"))
    assert (tmp_path / name).is_file() == ("warc" in name)
    with hurried(site, replay=tmp_path / name) as fetcher:
        assert fetcher.get(site.at("/a")).body.decode() == PAGE


def test_no_recording_is_written_over(site: Site, tmp_path: Path) -> None:
    (tmp_path / "a.warc.gz").write_bytes(b"precious")
    with pytest.raises(JieduiError, match="不会盖掉"):
        hurried(site, record=tmp_path / "a.warc.gz")
    with pytest.raises(JieduiError, match="请检查路径"):
        hurried(site, record=tmp_path / "a.warc.gz" / "folder")
    assert (tmp_path / "a.warc.gz").read_bytes() == b"precious"


def test_a_run_that_was_killed_left_what_is_whole(site: Site, tmp_path: Path) -> None:
    site.put("/a", PAGE)
    site.put("/b", bytes(range(256)) * 300)
    with hurried(site, record=tmp_path / "a.warc.gz") as fetcher:
        fetcher.get(site.at("/a"))
        size = (tmp_path / "a.warc.gz").stat().st_size
        fetcher.get(site.at("/b"))
    data = (tmp_path / "a.warc.gz").read_bytes()
    for cut in (1, 10, 300, 600):
        (tmp_path / "b.warc.gz").write_bytes(data[: size + cut])
        with hurried(site, replay=tmp_path / "b.warc.gz") as fetcher:
            assert fetcher.get(site.at("/a")).body.decode() == PAGE
            assert trouble_of(fetcher, site.at("/b")).reason == "not-recorded"


REFUSE = [b"", b"no recording", b"\x1f\x8b\x08\x00refuse", gzip.compress(b"no recording"), bytes(1_000), b"WARC/1.1\r\n"]


@pytest.mark.parametrize("data", REFUSE, ids=range(len(REFUSE)))
def test_what_is_no_recording(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.warc.gz").write_bytes(data)
    with pytest.raises(JieduiError) as caught:
        hurried(replay=tmp_path / "a.warc.gz")
    assert "a.warc.gz" in str(caught.value)


def test_there_is_no_recording(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("a")
    for place in (tmp_path, tmp_path / "nothing", tmp_path / "nothing.warc.gz"):
        with pytest.raises(JieduiError):
            hurried(replay=place)


FOREIGN = """WARC/1.0\r
WARC-Type: response\r
WARC-Target-URI: <http://news.example:80/a b.html>\r
WARC-Date: 2024-05-06T07:08:09Z\r
WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-00000000000{number}>\r
Content-Type: application/http; msgtype=response\r
Content-Length: {length}\r
\r
"""


def test_recordings_of_other_programs_are_read(tmp_path: Path) -> None:
    head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
    http = head.encode() + b"5\r\n<p>a<\r\n3\r\n/p>\r\n0\r\n\r\n"
    other = FOREIGN.format(number=2, length=7).replace("Type: response", "Type: metadata").replace("news", "other")
    data = FOREIGN.format(number=1, length=len(http)).encode() + http + b"\r\n\r\n" + other.encode() + b"via: b\n\r\n\r\n"
    (tmp_path / "a.warc").write_bytes(data)
    with hurried(replay=tmp_path) as fetcher:
        page = fetcher.get("http://news.example/a b.html")
        assert (page.body, page.at) == (b"<p>a</p>", datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC))
        assert trouble_of(fetcher, "http://other.example/a b.html").reason == "not-recorded"


def test_a_recording_can_be_recorded(site: Site, tmp_path: Path) -> None:
    site.put("/a", Answer(gzip.compress(PAGE.encode()), headers={"Content-Encoding": "gzip", "ETag": E1}))
    with hurried(site, record=tmp_path / "a") as fetcher:
        page = fetcher.get(site.at("/a"))
    with hurried(site, replay=tmp_path / "a", record=tmp_path / "b") as fetcher:
        assert fetcher.get(site.at("/a")) == page
    with hurried(site, replay=tmp_path / "b") as fetcher:
        assert fetcher.get(site.at("/a")) == page


def test_nothing_is_imported_that_is_not_needed(tmp_path: Path) -> None:
    import subprocess
    import sys

    with served() as site, hurried(site, record=tmp_path) as fetcher:
        fetcher.get(site.put("/", PAGE))
    code = f"""
import sys
from pathlib import Path
from pipeline.fetch.fetcher import Fetcher
assert not {{"httpx", "httpcore", "warcio", "protego", "prefect", "sqlalchemy"}} & set(sys.modules)
Fetcher(replay=Path({str(tmp_path)!r}), allowed=["127.0.0.1"]).get({site.at("/")!r})
assert not {{"httpx", "httpcore", "prefect", "sqlalchemy"}} & set(sys.modules)
"""
    subprocess.run([sys.executable, "-c", code], check=True)
