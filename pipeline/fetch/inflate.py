"""Bodies decompressed as they come, and never to more than is allowed: a gzip bomb is found out at its 15th megabyte, not at its end.

gzip with several members, zlib, and deflate without a header (as some servers send it) are read. httpx would decompress by itself,
without a bound.
"""

from __future__ import annotations

import zlib

_GZIP = frozenset({"gzip", "x-gzip"})
_UNREAD = frozenset({"br", "zstd", "compress", "x-compress", "dcb", "dcz"})
"""What was not asked for. Other words (``utf-8``, ``none``) compress nothing: browsers pass over them, too."""
_GZIP_START = b"\x1f\x8b"
_MOST_MEMBERS = 1_000


class TooMuchError(Exception):
    """More than was allowed."""


class BrokenError(Exception):
    """Nothing that can be decompressed; not to its end, at least."""


class UnknownEncodingError(Exception):
    """Compressed in a way that nobody asked for; its argument is the way."""


class Inflated:
    """What a body is, as far as it has come."""

    def __init__(self, encoding: str, limit: int) -> None:
        """``encoding`` as the header says. Raises :class:`UnknownEncodingError`."""
        ways = [way for word in encoding.lower().split(",") if (way := word.strip()) in _GZIP | _UNREAD | {"deflate"}]
        if len(ways) > 1 or _UNREAD.intersection(ways):
            raise UnknownEncodingError(encoding)
        self._way = "gzip" if _GZIP.intersection(ways) else "".join(ways)
        self._limit = limit
        self._size = 0
        self._parts: list[bytes] = []
        self._start = b""
        self._members = 0
        self._inflater: zlib._Decompress | None = None
        self._is_over = False

    def feed(self, data: bytes) -> None:
        """Take more. Raises :class:`TooMuchError`, when all that is allowed was kept, and :class:`BrokenError`."""
        if not self._way:
            self._keep(data)
            return
        try:
            while data and not self._is_over:
                data = self._take(data)
        except zlib.error as error:
            raise BrokenError(str(error)) from error

    def so_far(self) -> bytes:
        """What has come."""
        return b"".join(self._parts)

    def finish(self) -> bytes:
        """All of it. Raises :class:`BrokenError` where its end is missing."""
        is_whole = self._is_over or not self._way or (self._inflater is None and (self._members > 0 or not self._start))
        if not is_whole:
            raise BrokenError("no end")
        return self.so_far()

    def _take(self, data: bytes) -> bytes:
        """Decompress some; what is left."""
        if self._inflater is None:
            self._start += data
            if len(self._start) < len(_GZIP_START):
                return b""
            data, self._start = self._start, b""
            if not self._begin(data):
                return b""
        inflater = self._inflater
        if inflater is None:
            return b""
        self._keep(inflater.decompress(data, self._limit + 1 - self._size))
        if not inflater.eof:
            return inflater.unconsumed_tail
        self._inflater = None
        self._is_over = self._way != "gzip"
        return inflater.unused_data

    def _begin(self, data: bytes) -> bool:
        """Another member, if one begins here; what stands behind the last one means nothing (zeros, often)."""
        if self._members and (self._way != "gzip" or not data.startswith(_GZIP_START)):
            self._is_over = True
            return False
        self._members += 1
        if self._members > _MOST_MEMBERS:
            raise BrokenError("too many members")
        bits = 16 + zlib.MAX_WBITS if self._way == "gzip" else zlib.MAX_WBITS if _has_zlib_header(data) else -zlib.MAX_WBITS
        self._inflater = zlib.decompressobj(bits)
        return True

    def _keep(self, data: bytes) -> None:
        allowed = self._limit - self._size
        self._parts.append(data[:allowed] if len(data) > allowed else data)
        self._size += min(len(data), allowed)
        if len(data) > allowed:
            raise TooMuchError


def _has_zlib_header(data: bytes) -> bool:
    return data[0] & 0x0F == 8 and int.from_bytes(data[:2], "big") % 31 == 0
