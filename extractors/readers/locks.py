"""Open Office files that are locked with a password: .docx (ECMA-376 agile and standard encryption) and .doc (RC4, XOR).

Files made by [MS-OFFCRYPTO] are opened by msoffcrypto, which needs the password and nothing else; XOR by :mod:`.word_xor`.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Sequence
from xml.parsers.expat import ExpatError

import msoffcrypto
from cryptography.exceptions import UnsupportedAlgorithm
from msoffcrypto.exceptions import DecryptionError, FileFormatError, InvalidKeyError, ParseError
from msoffcrypto.format.doc97 import Doc97File

from extractors.readers.word_xor import is_mixed, unmixed
from schemas.errors import Unreadable

_BROKEN = (
    *(FileFormatError, ParseError, DecryptionError, UnsupportedAlgorithm, ExpatError, struct.error),
    *(OSError, ValueError, LookupError, TypeError, AttributeError, AssertionError, ArithmeticError),
)
"""What msoffcrypto and olefile raise for damaged files."""
_ASKS = "Office 文件设有打开密码，请用 --password 给出密码，或在 Word 中去掉密码后另存再试。"
_WRONG = "Office 文件设有打开密码，给出的密码都不对，请核对后再试。"


def is_locked(data: bytes) -> bool:
    """Whether an OLE file asks for a password; a damaged one does not."""
    try:
        return bool(msoffcrypto.OfficeFile(io.BytesIO(data)).is_encrypted())
    except _BROKEN:
        return False


def unlocked(data: bytes, passwords: Sequence[str]) -> bytes:
    """The file without its lock. Raises :class:`Unreadable`: ``encrypted`` where no password fits, or is given at all."""
    for password in passwords:
        try:
            opened = _opened(data, password)
        except _BROKEN as error:
            raise Unreadable("encrypted", "Office 文件设有密码，加密的部分已损坏或方式不受支持，请换一份没有加密的文件。") from error
        if opened is not None:
            return opened
    raise Unreadable("encrypted", _WRONG if passwords else _ASKS)


def _opened(data: bytes, password: str) -> bytes | None:
    """The file without its lock; None where the password does not fit. Raises what the libraries raise."""
    file = msoffcrypto.OfficeFile(io.BytesIO(data))
    if isinstance(file, Doc97File) and is_mixed(data):
        return unmixed(data, password)
    out = io.BytesIO()
    try:
        file.load_key(password=password)
        file.decrypt(out)
    except InvalidKeyError:
        return None
    return out.getvalue()
