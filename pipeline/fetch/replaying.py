"""Answers out of WARC files: those of :mod:`pipeline.fetch.recording`, and those of other programs.

An address is answered as often as it was, in the order in which it was, and then with the last answer again. A question that the recording
does not know (what has changed since …?) is answered from what it holds.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, get_args

from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import ChunkedDataReader
from warcio.exceptions import ArchiveLoadFailed

from pipeline.fetch.addresses import parse_address
from pipeline.fetch.clock import Clock
from pipeline.fetch.exchange import Asked, Cut, Exchange, Headers, find_header, receive
from pipeline.fetch.reasons import Saying, Trouble
from pipeline.fetch.recording import FACT, MAY_PASS, SAYING, SUFFIXES, TROUBLE
from pipeline.fetch.trouble import FetchTrouble
from schemas.errors import JieduiError

_PIECE = 64 * 1024
_CONDITIONS = ("if-none-match", "if-modified-since")


@dataclass(slots=True)
class _Entry:
    """Where an answer stands, and as much of it as choosing needs."""

    path: Path
    offset: int
    code: int
    etag: str | None
    modified: str | None
    asked: tuple[str | None, ...] = (None, None)


class Recording:
    """Answers from files. Threads share it."""

    def __init__(self, place: Path, clock: Clock) -> None:
        """``place``: a file or a folder of them. Raises :class:`JieduiError`."""
        self._clock = clock
        self._lock = threading.Lock()
        self._told: dict[str, int] = {}
        self._entries: dict[str, list[_Entry]] = {}
        if not sum(self._index(path) for path in _files(place)):
            raise _nothing(place)

    def ask(self, asked: Asked, seconds: float) -> Exchange:  # noqa: ARG002 - a recording answers at once
        """What was answered to such a request."""
        address = str(asked.address)
        conditions = tuple(find_header(asked.headers, name) for name in _CONDITIONS)
        with self._lock:
            entry = self._next(address, conditions)
        if entry is None:
            trouble = FetchTrouble("not-recorded", "not-recorded", asked.address.facts)
            return Exchange(asked.address, self._clock.now(), trouble=trouble)
        exchange = _read(entry, asked)
        if exchange.code == 200 and conditions != entry.asked and _is_same(entry, conditions):
            return replace(exchange, code=304, phrase="Not Modified", raw=b"", body=b"", cut=None, trouble=None)
        return exchange

    def close(self) -> None:
        """Files are open only while they are read."""

    def _next(self, address: str, conditions: tuple[str | None, ...]) -> _Entry | None:
        entries = self._entries.get(address, [])
        if not entries:
            return None
        at = self._told.get(address, 0)
        self._told[address] = min(at + 1, len(entries) - 1)
        entry = entries[at]
        if entry.code != 304 or conditions == entry.asked:
            return entry
        # it said "as before" to somebody who had something else before
        whole = [other for other in (*reversed(entries[:at]), *entries[at + 1 :]) if other.code == 200]
        return whole[0] if whole else None

    def _index(self, path: Path) -> int:
        """Look at a file; how many records it has."""
        count, for_request = 0, dict[str, _Entry]()
        for record, offset in _records(path):
            count += record.rec_type is not None
            address, entry = _entry(record, path, offset)
            if record.rec_type == "request":
                if of := for_request.pop(record.rec_headers.get_header("WARC-Concurrent-To") or "", None):
                    of.asked = tuple(_header(record, name) for name in _CONDITIONS)
            elif entry is not None and _is_whole(record):
                self._entries.setdefault(address, []).append(entry)
                for_request[record.rec_headers.get_header("WARC-Record-ID") or ""] = entry
        return count


def _files(place: Path) -> list[Path]:
    with _readable(place):
        return sorted(path for path in place.iterdir() if path.name.endswith(SUFFIXES)) if place.is_dir() else [place]


@contextmanager
def _readable(path: Path) -> Iterator[None]:
    """Say what is wrong with a file where something is."""
    try:
        yield
    except OSError as error:
        raise JieduiError(f"读不了 {path}（{error.strerror}）。请检查路径和权限。") from error
    except ArchiveLoadFailed as error:
        raise JieduiError(f"{path} 不是逐条压缩的 WARC 文件，读不了。请给出 --record 录下的文件。") from error


def _nothing(place: Path) -> JieduiError:
    return JieduiError(f"{place} 里没有录下的网页。请检查路径，或先用 --record 录一次。")


def _records(path: Path) -> Iterator[tuple[Any, int]]:
    """The records of a file, each with where it begins."""
    with _readable(path), path.open("rb") as file:
        records = ArchiveIterator(file)
        for record in records:
            # get_record_offset would read the record to its end
            yield record, records.offset


def _entry(record: Any, path: Path, offset: int) -> tuple[str, _Entry | None]:  # noqa: ANN401 - warcio carries no types
    """The address of a record, and the entry that it is if it answers something."""
    uri = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")
    try:
        address = str(parse_address(uri))
    except FetchTrouble:
        return uri, None
    if record.rec_type == "response" and record.http_headers is not None:
        return address, _Entry(path, offset, _code(record), _header(record, "etag"), _header(record, "last-modified"))
    # other programs write metadata of their own, which answer nothing
    is_ours = record.rec_type == "metadata" and TROUBLE.encode() in record.raw_stream.read(len(TROUBLE))
    return address, _Entry(path, offset, 0, None, None) if is_ours else None


def _is_whole(record: Any) -> bool:  # noqa: ANN401 - the same
    """Whether a record goes on to its end: the last one of a run that was killed may not."""
    while record.raw_stream.read(_PIECE):
        pass
    return bool(record.raw_stream.limit <= 0)


def _is_same(entry: _Entry, conditions: tuple[str | None, ...]) -> bool:
    """Whether who asks has what the recording has."""
    etag, modified = conditions
    if etag is not None:
        return entry.etag is not None and entry.etag.removeprefix("W/") == etag.removeprefix("W/")
    return modified is not None and entry.modified == modified


def _read(entry: _Entry, asked: Asked) -> Exchange:
    with _readable(entry.path), entry.path.open("rb") as file:
        file.seek(entry.offset)
        record = next(iter(ArchiveIterator(file)))
        at = _read_date(record.rec_headers.get_header("WARC-Date") or "", entry.path)
        if record.rec_type == "metadata":
            return Exchange(asked.address, at, trouble=_read_trouble(record.raw_stream.read(_PIECE).decode("utf-8", "replace")))
        headers: Headers = tuple((name, value) for name, value in record.http_headers.headers if name.lower() != "transfer-encoding")
        cut: Cut | None = next((known for known in get_args(Cut) if known == record.rec_headers.get_header("WARC-Truncated")), None)
        received = receive(_chunks(record, asked, cut), asked, entry.code, headers)
    phrase = record.http_headers.statusline.partition(" ")[2]
    ip = record.rec_headers.get_header("WARC-IP-Address")
    return Exchange(
        asked.address, at, (), entry.code, phrase, headers, received.raw, received.body, cut or received.cut, ip, received.trouble
    )


def _chunks(record: Any, asked: Asked, cut: Cut | None) -> Iterator[bytes]:  # noqa: ANN401 - the same
    is_chunked = (_header(record, "transfer-encoding") or "").lower() == "chunked"
    stream = ChunkedDataReader(record.raw_stream) if is_chunked else record.raw_stream
    while piece := stream.read(_PIECE):
        yield piece
    if cut == "time":
        raise FetchTrouble("timed-out", "timed-out", asked.address.facts, may_pass=True)
    if cut == "disconnect":
        raise FetchTrouble("bad-body", "cut-short", asked.address.facts, may_pass=True)


def _read_trouble(text: str) -> FetchTrouble:
    fields = dict(line.split(": ", 1) for line in text.splitlines() if ": " in line)
    reason: Trouble = next((known for known in get_args(Trouble) if known == fields.get(TROUBLE)), "no-answer")
    saying: Saying = next((known for known in get_args(Saying) if known == fields.get(SAYING)), "no-answer")
    facts = {name.removeprefix(FACT): value for name, value in fields.items() if name.startswith(FACT)}
    return FetchTrouble(reason, saying, facts, may_pass=fields.get(MAY_PASS) == "1")


def _read_date(text: str, path: Path) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError as error:
        raise JieduiError(f"{path} 里有一条没有写明时间，读不了。请给出 --record 录下的文件。") from error


def _header(record: Any, name: str) -> str | None:  # noqa: ANN401 - the same
    value = record.http_headers.get_header(name) if record.http_headers else None
    return None if value is None else str(value)


def _code(record: Any) -> int:  # noqa: ANN401 - the same
    code = record.http_headers.get_statuscode()
    return int(code) if code.isdecimal() else 0
