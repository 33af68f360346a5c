"""Bodies are decompressed to their end and no further than allowed."""

from __future__ import annotations

import gzip
import zlib

import pytest

from pipeline.fetch.inflate import BrokenError, Inflated, TooMuchError, UnknownEncodingError

TEXT = "结对帮扶，携手前行。".encode() * 50


def _raw(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


WHOLE = [
    ("", TEXT, TEXT),
    ("identity", TEXT, TEXT),
    ("utf-8", TEXT, TEXT),
    ("gzip", gzip.compress(TEXT), TEXT),
    ("x-gzip", gzip.compress(TEXT), TEXT),
    (" GZip ", gzip.compress(TEXT), TEXT),
    ("gzip, identity", gzip.compress(TEXT), TEXT),
    ("gzip", gzip.compress(TEXT) + gzip.compress(b"more"), TEXT + b"more"),
    ("gzip", gzip.compress(TEXT) + bytes(10), TEXT),
    ("gzip", gzip.compress(TEXT) + b"refuse", TEXT),
    ("gzip", gzip.compress(TEXT) + b"\x1f", TEXT),
    ("gzip", gzip.compress(b""), b""),
    ("gzip", b"", b""),
    ("deflate", zlib.compress(TEXT), TEXT),
    ("deflate", zlib.compress(TEXT, 0), TEXT),
    ("deflate", _raw(TEXT), TEXT),
    ("deflate", _raw(b""), b""),
    ("deflate", zlib.compress(TEXT) + b"refuse", TEXT),
    ("deflate", b"", b""),
]


@pytest.mark.parametrize("step", [1, 7, 100_000])
@pytest.mark.parametrize(("encoding", "sent", "body"), WHOLE, ids=range(len(WHOLE)))
def test_a_body_is_read_however_it_comes(encoding: str, sent: bytes, body: bytes, step: int) -> None:
    inflated = Inflated(encoding, len(TEXT) + 4)
    for at in range(0, len(sent), step):
        inflated.feed(sent[at : at + step])
    assert inflated.finish() == body


BROKEN = [
    ("gzip", gzip.compress(TEXT)[:-9]),
    ("gzip", gzip.compress(TEXT)[:-1]),
    ("gzip", gzip.compress(TEXT)[:5]),
    ("gzip", b"\x1f"),
    ("gzip", TEXT),
    ("gzip", gzip.compress(TEXT)[:20] + bytes([0xFF]) * 40),
    ("gzip", gzip.compress(TEXT)[:-8] + bytes(8)),
    ("gzip", gzip.compress(TEXT) + gzip.compress(TEXT)[:30]),
    ("gzip", gzip.compress(b"") * 2_000),
    ("deflate", zlib.compress(TEXT)[:-1]),
    ("deflate", _raw(TEXT)[:-1]),
    ("deflate", b"\x07" * 40),
]


@pytest.mark.parametrize("step", [1, 100_000])
@pytest.mark.parametrize(("encoding", "sent"), BROKEN, ids=range(len(BROKEN)))
def test_what_is_not_whole_is_broken(encoding: str, sent: bytes, step: int) -> None:
    inflated = Inflated(encoding, 1_000_000)
    with pytest.raises(BrokenError):  # noqa: PT012 - some break as they come, some at the end
        for at in range(0, len(sent), step):
            inflated.feed(sent[at : at + step])
        inflated.finish()


@pytest.mark.parametrize("encoding", ["br", "zstd", "compress", "gzip, br", "gzip, gzip", "deflate, gzip"])
def test_what_was_not_asked_for_is_not_read(encoding: str) -> None:
    with pytest.raises(UnknownEncodingError):
        Inflated(encoding, 10)


PACKED = [("", TEXT), ("gzip", gzip.compress(TEXT)), ("deflate", _raw(TEXT)), ("deflate", zlib.compress(TEXT))]


@pytest.mark.parametrize(("encoding", "sent"), PACKED, ids=range(len(PACKED)))
@pytest.mark.parametrize("over", [1, 100])
def test_no_byte_more_than_allowed(encoding: str, sent: bytes, over: int) -> None:
    inflated = Inflated(encoding, len(TEXT) - over)
    with pytest.raises(TooMuchError):
        inflated.feed(sent)
    assert inflated.so_far() == TEXT[:-over]


def test_exactly_what_is_allowed() -> None:
    for encoding, sent in (("", TEXT), ("gzip", gzip.compress(TEXT)), ("deflate", _raw(TEXT))):
        inflated = Inflated(encoding, len(TEXT))
        inflated.feed(sent)
        assert inflated.finish() == TEXT


def test_a_bomb_is_found_out_at_the_limit() -> None:
    packer = zlib.compressobj(9, wbits=31)
    bomb = b"".join(packer.compress(bytes(1_000_000)) for _ in range(40)) + packer.flush()
    inflated = Inflated("gzip", 5_000_000)
    with pytest.raises(TooMuchError):
        inflated.feed(bomb)
    assert len(inflated.so_far()) == 5_000_000
