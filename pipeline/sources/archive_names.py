r"""The names of an archive's members, as people are told them.

Reads::

    the flag for UTF-8, the field for Unicode names       what they say
    neither                                               UTF-8 if the bytes are (macOS), else GBK (Chinese Windows), else Big5

Leaves alone::

    /etc/a.txt, C:\\a.txt, ../../a.txt                     etc/a.txt, C:/a.txt, _/_/a.txt: a name, never a way
    newlines, escape sequences, bidirectional marks       spelt out
"""

from __future__ import annotations

import struct
import zipfile
import zlib

from pipeline.printable import escaped

_UTF8_FLAG = 0x800
_UNICODE_PATH = 0x7075
_ENCODINGS = ("utf-8", "gb18030", "big5hkscs")
_LONGEST = 1_000


def told_name(info: zipfile.ZipInfo) -> str:
    """The path inside the archive, its folders parted by ``/``; never empty, never leading upwards."""
    parts = ("_" if part == ".." else part for part in _decoded(info).replace("\\", "/").split("/") if part not in {"", "."})
    name = escaped("/".join(parts))
    return name[-_LONGEST:].lstrip("/") or "_"


def _decoded(info: zipfile.ZipInfo) -> str:
    if info.flag_bits & _UTF8_FLAG:
        return info.orig_filename
    raw = info.orig_filename.encode("cp437", "replace")
    own = _unicode_path(info.extra, raw)
    if own is not None:
        return own
    for encoding in _ENCODINGS:
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return info.orig_filename


def _unicode_path(extra: bytes, raw: bytes) -> str | None:
    """The name in the Unicode path field, if there is one and it is about the same name (APPNOTE 4.6.9)."""
    at = 0
    while at + 4 <= len(extra):
        kind, size = struct.unpack_from("<HH", extra, at)
        field = extra[at + 4 : at + 4 + size]
        if kind == _UNICODE_PATH and len(field) > 5 and field[0] == 1 and struct.unpack_from("<I", field, 1)[0] == zlib.crc32(raw):
            return field[5:].decode("utf-8", "replace")
        at += 4 + size
    return None
