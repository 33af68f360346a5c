"""Make zip archives as they come: names in any encoding, passwords, sizes that are not true. zipfile writes none of that."""

from __future__ import annotations

import hashlib
import hmac
import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import ECB

_TABLE = [0] * 256
for _number in range(256):
    _value = _number
    for _ in range(8):
        _value = (_value >> 1) ^ (0xEDB88320 if _value & 1 else 0)
    _TABLE[_number] = _value


@dataclass(frozen=True)
class Packed:
    """A member: its ``name`` as bytes, and what is stated of it where that is not true."""

    name: bytes
    data: bytes = b""
    flags: int = 0
    password: bytes | None = None
    stated_size: int | None = None
    method: int = 8
    mode: int = 0o100644
    extra: bytes = b""


def aes_packed(name: bytes, data: bytes, password: bytes, strength: int = 3) -> Packed:
    """A member as 7-Zip encrypts it with AES (AE-2), of 128, 192 or 256 bits."""
    size = 8 + 8 * strength
    salt = bytes(range(size // 2))
    keys = hashlib.pbkdf2_hmac("sha1", password, salt, 1_000, 2 * size + 2)
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    plain = packer.compress(data) + packer.flush()
    counters = b"".join(at.to_bytes(16, "little") for at in range(1, len(plain) // 16 + 2))
    stream = Cipher(AES(keys[:size]), ECB()).encryptor().update(counters)  # noqa: S305 - the blocks of a counter
    content = bytes(one ^ other for one, other in zip(plain, stream, strict=False))
    whole = salt + keys[2 * size :] + content + hmac.digest(keys[size : 2 * size], content, "sha1")[:10]
    return Packed(name, whole, flags=1, method=99, stated_size=len(data), extra=struct.pack("<HHH2sBH", 0x9901, 7, 2, b"AE", strength, 8))


def make_archive(members: Iterable[Packed | tuple[str, bytes]]) -> bytes:
    """A .zip; a plain name is written with the flag for UTF-8."""
    body, directory, count = bytearray(), bytearray(), 0
    for each in members:
        member = each if isinstance(each, Packed) else Packed(each[0].encode(), each[1], flags=0x800)
        content, flags = _content(member)
        size = len(member.data) if member.stated_size is None else member.stated_size
        facts = struct.pack(
            "<HHHHHIIIHH",
            20,
            flags,
            member.method,
            0,
            0x21,
            zlib.crc32(member.data),
            len(content),
            size,
            len(member.name),
            len(member.extra),
        )
        directory += b"PK\x01\x02" + struct.pack("<H", 0x031E) + facts
        directory += struct.pack("<HHHII", 0, 0, 0, member.mode << 16, len(body)) + member.name + member.extra
        body += b"PK\x03\x04" + facts + member.name + member.extra + content
        count += 1
    end = struct.pack("<HHHHIIH", 0, 0, min(count, 0xFFFF), min(count, 0xFFFF), len(directory), len(body), 0)
    return bytes(body + directory + b"PK\x05\x06" + end)


def unicode_path(name: bytes, own: str) -> bytes:
    """The field in which Info-ZIP keeps a name in UTF-8 beside one in another encoding."""
    field = struct.pack("<BI", 1, zlib.crc32(name)) + own.encode()
    return struct.pack("<HH", 0x7075, len(field)) + field


def _content(member: Packed) -> tuple[bytes, int]:
    content, flags = member.data, member.flags
    if member.method == 8:
        packer = zlib.compressobj(9, zlib.DEFLATED, -15)
        content = packer.compress(content) + packer.flush()
    if member.password is not None:
        return _encrypted(content, member.password, zlib.crc32(member.data)), flags | 1
    return content, flags


def _encrypted(content: bytes, password: bytes, check: int) -> bytes:
    """The traditional encryption (APPNOTE 6.1)."""
    keys = [0x12345678, 0x23456789, 0x34567890]
    for byte in password:
        _turn(keys, byte)
    out = bytearray()
    for byte in bytes(11) + bytes([check >> 24]) + content:
        key = (keys[2] | 2) & 0xFFFF
        out.append(byte ^ ((key * (key ^ 1)) >> 8) & 0xFF)
        _turn(keys, byte)
    return bytes(out)


def _turn(keys: list[int], byte: int) -> None:
    keys[0] = (keys[0] >> 8) ^ _TABLE[(keys[0] ^ byte) & 0xFF]
    keys[1] = ((keys[1] + (keys[0] & 0xFF)) * 134775813 + 1) & 0xFFFFFFFF
    keys[2] = (keys[2] >> 8) ^ _TABLE[(keys[2] ^ (keys[1] >> 24)) & 0xFF]
