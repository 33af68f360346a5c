"""Lock a Word file (.doc) with a password in each of the ways that Word 97 to 2003 had.

A lock of RC4 has a header at the beginning of the table stream, so everything that the main stream says of places there moves by its
length; the container is written anew, with the main streams alone. LibreOffice 7.4 opens what comes out under RC4 and XOR; RC4 CryptoAPI
it does not open in any .doc.
"""

from __future__ import annotations

import hashlib
import io
import struct
from collections.abc import Callable, Mapping
from typing import Literal

import olefile
from cryptography.hazmat.decrepit.ciphers.algorithms import ARC4
from cryptography.hazmat.primitives.ciphers import Cipher
from msoffcrypto.method import rc4, rc4_cryptoapi
from msoffcrypto.method.xor_obfuscation import DocumentXOR

from extractors.readers.word_xor import mixed, mixing_key

Lock = Literal["RC4", "RC4 CryptoAPI", "XOR"]
LOCKS: tuple[Lock, ...] = ("RC4", "RC4 CryptoAPI", "XOR")
_MAIN, _CLEAR, _PAIRS = "WordDocument", 0x44, 0x9A
_ENCRYPTED, _OBFUSCATED = 0x0100, 0x8000
_SALT, _VERIFIER = bytes(range(16)), bytes(range(100, 116))
_BITS = 128
_SECTOR, _FREE, _END, _FAT = 512, 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_LEAST = 4096
"""Bytes of a stream below which it would have to stand among small ones."""


def lock_doc(doc: bytes, password: str, lock: Lock) -> bytes:
    """The file with a lock."""
    with olefile.OleFileIO(io.BytesIO(doc)) as file:
        streams = {name: file.openstream(name).read() for name in (_MAIN, "0Table", "1Table", "Data") if file.exists(name)}
    if lock == "XOR":
        code = password.encode("gb18030")
        key = mixing_key(code)
        check = DocumentXOR.create_xor_key_method1(code.decode("latin-1")) << 16 | _check(code)
        main = _marked(streams[_MAIN], _ENCRYPTED | _OBFUSCATED, check)
        locked = {name: mixed(stream, key) for name, stream in streams.items()}
        return make_container(locked | {_MAIN: main[:_CLEAR] + mixed(main, key)[_CLEAR:]})
    header, cipher = _rc4(password) if lock == "RC4" else _cryptoapi(password)
    table = "1Table" if struct.unpack_from("<H", streams[_MAIN], 0x0A)[0] & 0x0200 else "0Table"
    main = _marked(_moved(streams[_MAIN], len(header)), _ENCRYPTED, len(header))
    streams[table] = bytes(len(header)) + streams[table]
    locked = {name: cipher(stream) for name, stream in streams.items()}
    locked[table] = header + locked[table][len(header) :]
    return make_container(locked | {_MAIN: main[:_CLEAR] + cipher(main)[_CLEAR:]})


def _check(code: bytes) -> int:
    """[MS-OFFCRYPTO] 2.3.7.1."""
    value = 0
    for byte in reversed([len(code), *code]):
        value = (value >> 14 & 1 | value << 1 & 0x7FFF) ^ byte
    return value ^ 0xCE4B


def _rc4(password: str) -> tuple[bytes, Callable[[bytes], bytes]]:
    def cipher(stream: bytes) -> bytes:
        return bytes(rc4.DocumentRC4.decrypt(password, _SALT, io.BytesIO(stream)).read())

    verifier = _first(rc4._makekey(password, _SALT, 0), _VERIFIER + hashlib.md5(_VERIFIER, usedforsecurity=False).digest())
    return struct.pack("<HH", 1, 1) + _SALT + verifier, cipher


def _cryptoapi(password: str) -> tuple[bytes, Callable[[bytes], bytes]]:
    def cipher(stream: bytes) -> bytes:
        return bytes(rc4_cryptoapi.DocumentRC4CryptoAPI.decrypt(password, _SALT, _BITS, io.BytesIO(stream)).read())

    key = rc4_cryptoapi._makekey(password, _SALT, _BITS, 0)
    verifier = _first(key, _VERIFIER + hashlib.sha1(_VERIFIER, usedforsecurity=False).digest())
    provider = "Microsoft Enhanced Cryptographic Provider v1.0\0".encode("utf-16-le")
    facts = struct.pack("<8I", 4, 0, 0x6801, 0x8004, _BITS, 1, 0, 0) + provider
    check = struct.pack("<I", 16) + _SALT + verifier[:16] + struct.pack("<I", 20) + verifier[16:]
    return struct.pack("<HHII", 2, 2, 4, len(facts)) + facts + check, cipher


def _first(key: bytes, words: bytes) -> bytes:
    return Cipher(ARC4(key), mode=None).encryptor().update(words)


def _marked(main: bytes, flags: int, check: int) -> bytes:
    out = bytearray(main)
    struct.pack_into("<H", out, 0x0A, struct.unpack_from("<H", out, 0x0A)[0] | flags)
    struct.pack_into("<I", out, 0x0E, check)
    return bytes(out)


def _moved(main: bytes, by: int) -> bytes:
    """The main stream where the table stream begins so many bytes later: [MS-DOC] 2.5.5, pairs of place and length."""
    out = bytearray(main)
    (count,) = struct.unpack_from("<H", out, _PAIRS - 2)
    for at in range(_PAIRS, _PAIRS + 8 * count, 8):
        place, length = struct.unpack_from("<II", out, at)
        if length:
            struct.pack_into("<I", out, at, place + by)
    return bytes(out)


def make_container(streams: Mapping[str, bytes]) -> bytes:
    """An OLE file ([MS-CFB] version 3) of these streams."""
    padded = {name: stream.ljust(-(-max(len(stream), _LEAST) // _SECTOR) * _SECTOR, b"\0") for name, stream in streams.items()}
    chains = [len(stream) // _SECTOR for stream in padded.values()]
    entries = -(-(1 + len(padded)) // 4)
    fats = next(count for count in range(1, 100) if count * 128 >= count + entries + sum(chains))
    table = [_FAT] * fats + _chain(fats, entries)
    starts = []
    for count in chains:
        starts.append(len(table))
        table += _chain(len(table), count)
    table += [_FREE] * (fats * 128 - len(table))
    directory = [_entry("Root Entry", 5, _END, 0, child=1)]
    for at, (name, stream) in enumerate(sorted(padded.items(), key=lambda each: (len(each[0]), each[0].upper())), 1):
        right = at + 1 if at < len(padded) else _FREE
        directory.append(_entry(name, 2, starts[list(padded).index(name)], max(len(streams[name]), _LEAST), right=right))
        assert len(stream) % _SECTOR == 0
    directory += [bytes(68) + b"\xff" * 12 + bytes(48)] * (entries * 4 - len(directory))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, fats, fats, 0, _LEAST, _END, 0, _END, 0)
    head += struct.pack("<109I", *range(fats), *[_FREE] * (109 - fats))
    return head + struct.pack(f"<{len(table)}I", *table) + b"".join(directory) + b"".join(padded.values())


def _chain(start: int, count: int) -> list[int]:
    """A stretch of sectors, one after another."""
    return [*range(start + 1, start + count), _END]


def _entry(name: str, kind: int, start: int, size: int, *, child: int = _FREE, right: int = _FREE) -> bytes:
    words = (name + "\0").encode("utf-16-le")
    colour = 1
    return words.ljust(64, b"\0") + struct.pack("<HBBIII36xIQ", len(words), kind, colour, _FREE, right, child, start, size)
