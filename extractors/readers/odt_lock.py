"""Open OpenDocument files that are locked with a password, as LibreOffice has locked them since 2012: AES-256, keys by PBKDF2.

Each part is packed and then encrypted with a key of its own ([ODF 1.2] part 3, 3.4). The parts that hold words are opened, and what comes
out is a file of these alone: LibreOffice takes no password when it converts.
"""

from __future__ import annotations

import base64
import hashlib
import io
import zipfile
import zlib
from collections.abc import Sequence

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC
from lxml import etree
from lxml.etree import _Element as Element

from extractors.readers.zip_faults import ZIP_FAULTS
from schemas.errors import Unreadable

_WITH_WORDS = ("content.xml", "styles.xml")
_KIND = "application/vnd.oasis.opendocument.text"
_NAMES = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
_CHECKED = 1024
"""Bytes of a packed part that its checksum is made of."""
_MOST_ROUNDS = 10_000_000
_LARGEST = 64 * 1024 * 1024
_FAULTS: tuple[type[Exception], ...] = (*ZIP_FAULTS, etree.XMLSyntaxError)
_ASKS = "OpenDocument 文档设有打开密码，请用 --password 给出密码，或在 LibreOffice 中去掉密码后另存再试。"
_WRONG = "OpenDocument 文档设有打开密码，给出的密码都不对，请核对后再试。"
_OTHER = "OpenDocument 文档设有打开密码，加密的部分已损坏或方式不受支持，请在 LibreOffice 中去掉密码后另存再试。"


def unlocked_odt(data: bytes, manifest: bytes, passwords: Sequence[str]) -> bytes:
    """The file without its lock. Raises :class:`Unreadable`: ``encrypted`` where no password fits, or is given at all."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            locked = {name: (archive.read(name), facts) for name, facts in _locked_parts(manifest) if name in _WITH_WORDS}
        if _WITH_WORDS[0] not in locked:
            raise Unreadable("encrypted", _OTHER)
        for password in passwords:
            parts = {name: _opened(content, facts, password) for name, (content, facts) in locked.items()}
            if None not in parts.values():
                return _packed({name: part for name, part in parts.items() if part is not None})
    except _FAULTS as error:
        raise Unreadable("encrypted", _OTHER) from error
    raise Unreadable("encrypted", _WRONG if passwords else _ASKS)


def _locked_parts(manifest: bytes) -> list[tuple[str, Element]]:
    """The encrypted parts by name, each with what the manifest says of it."""
    root = etree.fromstring(manifest, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    return [(str(_said(entry, "full-path")), entry) for entry in root.iter("{*}file-entry") if entry.find("{*}encryption-data") is not None]


def _opened(content: bytes, facts: Element, password: str) -> bytes | None:
    """A part as it was before; None where the password does not fit. Raises ValueError for a lock of another kind."""
    data, cipher, start, derived = (
        _found(facts, name) for name in ("encryption-data", "algorithm", "start-key-generation", "key-derivation")
    )
    rounds = int(_said(derived, "iteration-count"))
    how = (_said(start, "start-key-generation-name"), _said(derived, "key-derivation-name"), _said(cipher, "algorithm-name"))
    if not (how[0].endswith("#sha256") and how[1] == "PBKDF2" and how[2].endswith("#aes256-cbc") and 0 < rounds <= _MOST_ROUNDS):
        raise ValueError("another way of locking")
    seed = hashlib.sha256(password.encode("utf-8")).digest()
    key = hashlib.pbkdf2_hmac("sha1", seed, base64.b64decode(_said(derived, "salt")), rounds, 32)
    decryptor = Cipher(AES(key), CBC(base64.b64decode(_said(cipher, "initialisation-vector")))).decryptor()
    packed = decryptor.update(content) + decryptor.finalize()
    # the last byte says how many bytes fill the last block
    packed = packed[: len(packed) - packed[-1]] if packed else packed
    if hashlib.sha256(packed[:_CHECKED]).digest() != base64.b64decode(_said(data, "checksum")):
        return None
    unpacker = zlib.decompressobj(-15)
    part = unpacker.decompress(packed, _LARGEST)
    if unpacker.unconsumed_tail:
        raise Unreadable("too-large", "OpenDocument 文档解压后大得不正常，请在 LibreOffice 中另存后再试。")
    return part


def _packed(parts: dict[str, bytes]) -> bytes:
    """A file of these parts."""
    kinds = {"/": _KIND, **dict.fromkeys(parts, "text/xml")}
    entries = "".join(f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{kind}"/>' for name, kind in kinds.items())
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", _KIND)
        archive.writestr("META-INF/manifest.xml", f'<manifest:manifest xmlns:manifest="{_NAMES}">{entries}</manifest:manifest>')
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()


def _found(facts: Element, name: str) -> Element:
    found = facts.find(f".//{{*}}{name}")
    if found is None:
        raise ValueError(f"no {name}")
    return found


def _said(element: Element, name: str) -> str:
    return str(element.get(f"{{{_NAMES}}}{name}", ""))
