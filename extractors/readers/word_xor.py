"""Open Word files (.doc) under the oldest of Word's locks, XOR obfuscation, which msoffcrypto names and does not open.

The password gives a check and sixteen bytes, with which every byte is mixed: [MS-DOC] 2.2.6.1, [MS-OFFCRYPTO] 2.3.7.4 to 2.3.7.7.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator

import olefile
from msoffcrypto.method.xor_obfuscation import DocumentXOR

_MAIN = "WordDocument"
_CLEAR = 0x44
"""Bytes at the beginning of the main stream that are never mixed."""
_FLAGS, _CHECK = 0x0A, 0x0E
_ENCRYPTED, _OTHER_TABLE, _OBFUSCATED = 0x0100, 0x0200, 0x8000
_LONGEST = 15
_TURN = 7
_CODEPAGE = "gb18030"


def is_mixed(data: bytes) -> bool:
    """Whether the file is locked in this way. Raises what olefile raises for a damaged one."""
    with olefile.OleFileIO(io.BytesIO(data)) as file:
        flags = _flags(file)
    return bool(flags & _ENCRYPTED and flags & _OBFUSCATED)


def unmixed(data: bytes, password: str) -> bytes | None:
    """The file without its lock; None where the password does not fit. Raises what olefile raises for a damaged file."""
    out = io.BytesIO(data)
    with olefile.OleFileIO(out, write_mode=True) as file:
        flags = _flags(file)
        check = struct.unpack_from("<I", file.openstream(_MAIN).read(_CLEAR), _CHECK)[0]
        key = next((mixing_key(code) for code in _codes(password) if _fits(code, check)), None)
        if key is None:
            return None
        for name in (_MAIN, "1Table" if flags & _OTHER_TABLE else "0Table", "Data"):
            if file.exists(name):
                stream = file.openstream(name).read()
                file.write_stream(name, _opened(stream, key) if name == _MAIN else mixed(stream, key))
        return out.getvalue()


def mixing_key(code: bytes) -> bytes:
    """The sixteen bytes that a password gives."""
    halves = struct.pack("<H", DocumentXOR.create_xor_key_method1(code.decode("latin-1")))
    filled = (code + bytes(DocumentXOR.pad_array))[:16]
    return bytes(DocumentXOR.rol(byte ^ halves[at % 2], _TURN, 8) for at, byte in enumerate(filled))


def mixed(stream: bytes, key: bytes) -> bytes:
    """A stream mixed with the key, or mixed again; a byte that is zero, or would be, stays what it is."""
    return bytes(byte ^ key[at % 16] if byte and byte != key[at % 16] else byte for at, byte in enumerate(stream))


def _fits(code: bytes, check: int) -> bool:
    """Whether a file's check is that of a password: sixteen bits of its own, and above them those of the key."""
    letters = code.decode("latin-1")
    return bool(letters and DocumentXOR.verifypw(letters, check & 0xFFFF) and DocumentXOR.create_xor_key_method1(letters) == check >> 16)


def _opened(stream: bytes, key: bytes) -> bytes:
    """The main stream, which no longer says that it is locked."""
    head = bytearray(stream[:_CLEAR])
    struct.pack_into("<H", head, _FLAGS, struct.unpack_from("<H", head, _FLAGS)[0] & ~(_ENCRYPTED | _OBFUSCATED))
    struct.pack_into("<I", head, _CHECK, 0)
    return bytes(head) + mixed(stream, key)[_CLEAR:]


def _flags(file: olefile.OleFileIO) -> int:
    return int(struct.unpack_from("<H", file.openstream(_MAIN).read(_CLEAR), _FLAGS)[0])


def _codes(password: str) -> Iterator[bytes]:
    """The password as Word may have taken it: in the machine's code page, or a byte of each character (the lower one, if it is not 0)."""
    yield password.encode(_CODEPAGE, "replace")[:_LONGEST]
    yield bytes(ord(char) & 0xFF or ord(char) >> 8 & 0xFF for char in password)[:_LONGEST]
