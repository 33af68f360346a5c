"""Every exchange kept as WARC 1.1 (ISO 28500), so that a run can be looked at, and done again without a network.

Bodies are kept as they came, compressed or not, but without the transfer's chunks. What had no answer is a ``metadata`` record whose fields
say why; where a body is not whole, WARC-Truncated does.
"""

from __future__ import annotations

import os
import threading
from io import BytesIO
from itertools import count
from pathlib import Path
from typing import Any, BinaryIO

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from pipeline.fetch.clock import Clock
from pipeline.fetch.exchange import Exchange
from schemas.errors import JieduiError
from schemas.version import VERSION

SUFFIXES = (".warc.gz", ".warc")
TROUBLE = "jiedui-trouble"
SAYING = "jiedui-saying"
MAY_PASS = "jiedui-may-pass"  # noqa: S105 - no password
FACT = "jiedui-fact-"
_VERSION = "WARC/1.1"


class _Head(StatusAndHeaders):  # type: ignore[misc] # warcio carries no types
    """The lines before a body, in UTF-8: warcio would escape what is not ASCII, and then it would not be what was sent."""

    def compute_headers_buffer(self, header_filter: object = None) -> None:
        """Make the bytes that are written."""
        self.headers_buff = self.to_bytes(header_filter)


class WarcRecorder:
    """Writes exchanges into one file. Threads share it; each exchange is written at once and whole."""

    def __init__(self, place: Path, clock: Clock) -> None:
        """``place``: a folder, where a new file is made, or a ``.warc.gz`` that is not there yet. Raises :class:`JieduiError`."""
        self._clock = clock
        self._lock = threading.Lock()
        self._file = _new_file(place, clock)
        self._put([self._about()])

    def write(self, exchange: Exchange) -> None:
        """Keep an exchange. Raises :class:`JieduiError` where there is no room."""
        self._put(_records(exchange))

    def close(self) -> None:
        """Nothing more comes."""
        self._file.close()

    def _put(self, records: list[Any]) -> None:
        buffer = BytesIO()
        writer = WARCWriter(buffer, gzip=not self._file.name.endswith(".warc"), warc_version=_VERSION)
        for record in records:
            writer.write_record(record)
        try:
            with self._lock:
                self._file.write(buffer.getvalue())
                self._file.flush()
        except OSError as error:
            raise JieduiError(f"写不了 {self._file.name}（{error.strerror}）。请检查磁盘空间和权限。") from error

    def _about(self) -> Any:  # noqa: ANN401 - warcio carries no types
        info = {"software": f"jiedui/{VERSION}", "format": "WARC File Format 1.1"}
        record = _maker().create_warcinfo_record(Path(self._file.name).name, info)
        record.rec_headers.replace_header("WARC-Date", f"{self._clock.now():%Y-%m-%dT%H:%M:%S.%fZ}")
        return record


def _new_file(place: Path, clock: Clock) -> BinaryIO:
    try:
        if place.name.endswith(SUFFIXES):
            place.parent.mkdir(parents=True, exist_ok=True)
            return place.open("xb")
        place.mkdir(parents=True, exist_ok=True)
        return _in_folder(place, f"jiedui-{clock.now():%Y%m%dT%H%M%S%f}-{os.getpid()}")
    except FileExistsError as error:
        raise JieduiError(f"已经有 {place} 了，录下的内容不会盖掉它。请换一个名字，或给一个文件夹。") from error
    except OSError as error:
        raise JieduiError(f"写不了 {place}（{error.strerror}）。请检查路径和权限。") from error


def _in_folder(folder: Path, stem: str) -> BinaryIO:
    for number in count():
        try:
            return (folder / f"{stem}-{number:02}.warc.gz").open("xb")
        except FileExistsError:
            continue
    raise AssertionError


def _maker() -> WARCWriter:
    """What makes records; it writes nothing."""
    return WARCWriter(BytesIO(), warc_version=_VERSION)


def _records(exchange: Exchange) -> list[Any]:
    """The response, or why there was none; then the request."""
    maker = _maker()
    headers = {"WARC-Date": f"{exchange.at:%Y-%m-%dT%H:%M:%S.%fZ}"}
    about = {
        **headers,
        **({"WARC-IP-Address": exchange.ip} if exchange.ip else {}),
        **({"WARC-Truncated": exchange.cut} if exchange.cut else {}),
    }
    address = str(exchange.address)
    if exchange.code:
        head = _Head(f"{exchange.code} {exchange.phrase}".strip(), list(exchange.headers), protocol="HTTP/1.1")
        first = maker.create_warc_record(
            address, "response", payload=BytesIO(exchange.raw), length=len(exchange.raw), warc_headers_dict=about, http_headers=head
        )
    else:
        first = _without_answer(maker, exchange, about)
    asked = _Head(f"{exchange.address.target} HTTP/1.1", list(exchange.sent), protocol="GET")
    both = {**headers, "WARC-Concurrent-To": first.rec_headers.get_header("WARC-Record-ID")}
    request = maker.create_warc_record(address, "request", payload=BytesIO(), length=0, warc_headers_dict=both, http_headers=asked)
    return [first, request]


def _without_answer(maker: WARCWriter, exchange: Exchange, about: dict[str, str]) -> Any:  # noqa: ANN401 - the same
    trouble = exchange.trouble
    fields = {}
    if trouble is not None:
        fields = {TROUBLE: trouble.reason, SAYING: trouble.saying, MAY_PASS: str(int(trouble.may_pass))}
        fields |= {FACT + name: fact for name, fact in trouble.facts.items()}
    body = "".join(f"{name}: {value}\r\n" for name, value in fields.items()).encode()
    return maker.create_warc_record(str(exchange.address), "metadata", payload=BytesIO(body), length=len(body), warc_headers_dict=about)
