"""Unpack what WinZip, 7-Zip and WinRAR have encrypted in a .zip with AES (AE-1 and AE-2), which zipfile does not.

The ciphers are those of cryptography. A library that reads such archives would read the whole directory a second time, with other eyes
than zipfile's, and what one of them takes for a member the other need not.
"""

from __future__ import annotations

import hashlib
import hmac
import struct
import zipfile
import zlib

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import ECB

METHOD = 99
"""The method that stands for AES; the true one is told in a field of its own."""
_FIELD = 0x9901
_LOCAL = struct.Struct("<26xHH")
_KEY_BYTES = {1: 16, 2: 24, 3: 32}
_ROUNDS, _CHECK, _MAC = 1_000, 2, 10
_WITH_SUM = 1
_BLOCK = 16
_CHUNK = 64 * 1024


def true_method(info: zipfile.ZipInfo) -> int:
    """How an encrypted member was packed. Raises ValueError where that is not told."""
    return _facts(info)[2]


def decrypted(archive: zipfile.ZipFile, info: zipfile.ZipInfo, code: bytes) -> bytes:
    """The bytes of a member, at most one more than its entry says. Raises ValueError for a wrong password, or a changed member."""
    version, size, method = _facts(info)
    whole = _stored(archive, info)
    salt, check, content, mac = _cut(whole, size // 2)
    keys = hashlib.pbkdf2_hmac("sha1", code, salt, _ROUNDS, 2 * size + _CHECK)
    if keys[2 * size :] != check:
        raise ValueError("the password does not fit")
    if not hmac.compare_digest(hmac.digest(keys[size : 2 * size], content, "sha1")[:_MAC], mac):
        raise ValueError("the member was changed")
    plain = _turned(content, keys[:size])
    if method == zipfile.ZIP_DEFLATED:
        plain = zlib.decompressobj(-15).decompress(plain, info.file_size + 1)
    if version == _WITH_SUM and zlib.crc32(plain) != info.CRC:
        raise ValueError("the member was changed")
    return plain


def _facts(info: zipfile.ZipInfo) -> tuple[int, int, int]:
    """The version of the scheme, the bytes of its key, and how the member was packed."""
    at = 0
    while at + 11 <= len(info.extra):
        kind, length = struct.unpack_from("<HH", info.extra, at)
        if kind == _FIELD and length == 7:
            version, strength, method = struct.unpack_from("<H2xBH", info.extra, at + 4)
            if strength in _KEY_BYTES:
                return version, _KEY_BYTES[strength], method
        at += 4 + length
    raise ValueError("nothing says how the member is encrypted")


def _stored(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """The member as it lies in the archive."""
    if archive.fp is None:
        raise ValueError("the archive is closed")
    archive.fp.seek(info.header_offset)
    name, extra = _LOCAL.unpack(archive.fp.read(_LOCAL.size))
    archive.fp.seek(name + extra, 1)
    return archive.fp.read(info.compress_size)


def _cut(whole: bytes, salt: int) -> tuple[bytes, bytes, bytes, bytes]:
    """Salt, check of the password, content and its mac."""
    if len(whole) < salt + _CHECK + _MAC:
        raise ValueError("the member is cut off")
    return whole[:salt], whole[salt : salt + _CHECK], whole[salt + _CHECK : -_MAC], whole[-_MAC:]


def _turned(content: bytes, key: bytes) -> bytes:
    """Counter mode with a counter that grows from its first byte on, from 1."""
    cipher, out = Cipher(AES(key), ECB()).encryptor(), bytearray()  # noqa: S305 - blocks of a counter, never of words
    for start in range(0, len(content), _CHUNK):
        piece = content[start : start + _CHUNK]
        first = start // _BLOCK + 1
        counters = b"".join(number.to_bytes(_BLOCK, "little") for number in range(first, first + -(-len(piece) // _BLOCK)))
        stream = cipher.update(counters)[: len(piece)]
        out += (int.from_bytes(piece, "little") ^ int.from_bytes(stream, "little")).to_bytes(len(piece), "little")
    return bytes(out)
