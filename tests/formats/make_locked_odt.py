"""Lock an OpenDocument file with a password as LibreOffice does: every part packed, then AES-256, keys by PBKDF2."""

from __future__ import annotations

import base64
import hashlib
import io
import zipfile
import zlib

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

_NAMES = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
_SALT, _FIRST = bytes(range(16)), bytes(range(50, 66))
_ROUNDS = 100_000
_IN_CLEAR = ("mimetype", "META-INF/manifest.xml")


def lock_odt(odt: bytes, password: str, *, cipher: str = "http://www.w3.org/2001/04/xmlenc#aes256-cbc", rounds: int = _ROUNDS) -> bytes:
    """The file with a lock; ``cipher`` and ``rounds`` are what it says of it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(odt)) as given, zipfile.ZipFile(out, "w") as locked:
        names = [name for name in given.namelist() if name not in _IN_CLEAR and not name.endswith("/")]
        key = hashlib.pbkdf2_hmac("sha1", hashlib.sha256(password.encode()).digest(), _SALT, _ROUNDS, 32)
        parts = {name: _packed(given.read(name)) for name in names}
        entries = "".join(_entry(name, part, cipher, rounds) for name, part in parts.items())
        root = '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>'
        locked.writestr("mimetype", given.read("mimetype"))
        locked.writestr("META-INF/manifest.xml", f'<manifest:manifest xmlns:manifest="{_NAMES}">{root}{entries}</manifest:manifest>')
        for name, part in parts.items():
            room = 16 - len(part) % 16
            encryptor = Cipher(AES(key), CBC(_FIRST)).encryptor()
            locked.writestr(name, encryptor.update(part + bytes(room - 1) + bytes([room])))
    return out.getvalue()


def _packed(part: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(part) + packer.flush()


def _entry(name: str, part: bytes, cipher: str, rounds: int) -> str:
    check, first, salt = (base64.b64encode(one).decode() for one in (hashlib.sha256(part[:1024]).digest(), _FIRST, _SALT))
    return (
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="text/xml" manifest:size="1">'
        f'<manifest:encryption-data manifest:checksum-type="{_NAMES}#sha256-1k" manifest:checksum="{check}">'
        f'<manifest:algorithm manifest:algorithm-name="{cipher}" manifest:initialisation-vector="{first}"/>'
        '<manifest:start-key-generation manifest:start-key-generation-name="http://www.w3.org/2000/09/xmldsig#sha256"/>'
        f'<manifest:key-derivation manifest:key-derivation-name="PBKDF2" manifest:iteration-count="{rounds}" manifest:salt="{salt}"/>'
        "</manifest:encryption-data></manifest:file-entry>"
    )
