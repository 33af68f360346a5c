"""Open a .zip that somebody else made: nothing in it is believed, and nothing is ever written to where it says.

What is unpacked is counted while it is unpacked. The sizes that the archive states bound it too: no member gives more bytes than its entry
says, and an archive whose entries say more than :data:`MOST_UNPACKED` in all is not opened.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

from extractors.readers.limits import MAX_BYTES
from extractors.readers.zip_faults import ZIP_FAULTS
from pipeline.sources import archive_aes
from schemas.errors import Unreadable

MOST_MEMBERS = 10_000
MOST_UNPACKED = 200 * 1024 * 1024
MOST_RATIO = 100
_SMALL = 1024 * 1024
"""What unpacks to less does no harm, however well it was packed."""
_ENTRY = b"PK\x01\x02"
_MOST_ENTRIES = 10 * MOST_MEMBERS
"""Entries of archives inside count here too, before any of them is looked at."""
_ENCRYPTED_FLAG, _STRONG_FLAG = 0x01, 0x40
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The others unpack without bounds, and nobody's office packs with them."""
_CHUNK = 64 * 1024


def open_archive(data: bytes) -> zipfile.ZipFile:
    """The archive, its entries read and added up. Raises :class:`Unreadable`: ``damaged``, ``too-large``."""
    if data.count(_ENTRY) > _MOST_ENTRIES:
        raise _too_many()
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except ZIP_FAULTS as error:
        raise damaged() from error
    infos = archive.infolist()
    total = sum(info.file_size for info in infos)
    if len(infos) > MOST_MEMBERS:
        raise _too_many()
    if total > MOST_UNPACKED:
        raise Unreadable("too-large", f"压缩包解压后超过 {MOST_UNPACKED // 1024**2} MB，请解压后分几次读取。")
    if total > _SMALL and total > MOST_RATIO * len(data):
        raise _a_bomb("压缩包")
    return archive


def unpack(archive: zipfile.ZipFile, at: int, passwords: Sequence[str] = ()) -> bytes:
    """The bytes of the member number ``at``. Raises :class:`Unreadable`: ``encrypted``, ``unsupported``, ``too-large``, ``damaged``."""
    if not 0 <= at < len(archive.infolist()):
        raise damaged()
    info = archive.infolist()[at]
    _check(info)
    if not info.flag_bits & _ENCRYPTED_FLAG:
        try:
            return _bounded(archive, info, None)
        except ZIP_FAULTS as error:
            raise damaged() from error
    for code in _codes(passwords):
        # a wrong password shows as one, or as refuse
        try:
            return _bounded(archive, info, code)
        except ZIP_FAULTS:
            continue
    said = "给出的密码都不对，请核对后再试。" if passwords else "请用 --password 给出密码，或解压后再读。"
    raise Unreadable("encrypted", "压缩包里的文件设有密码，" + said)


def damaged() -> Unreadable:
    """What an archive gives that cannot be read to its end."""
    return Unreadable("damaged", "压缩包已损坏或不完整，请重新下载，或解压后再读。")


def _check(info: zipfile.ZipInfo) -> None:
    if info.flag_bits & _STRONG_FLAG:
        raise Unreadable("encrypted", "压缩包里的文件用少见的方式加密，不能直接打开，请用密码解压后再读。")
    if _method(info) not in _METHODS:
        raise Unreadable("unsupported", "压缩包里的文件用了少见的压缩方法，请解压后再读。")
    if info.file_size > MAX_BYTES:
        raise Unreadable("too-large", "压缩包里的文件超过 100 MB，请拆分成几个文件后再试。")
    if info.file_size > _SMALL and info.file_size > MOST_RATIO * info.compress_size:
        raise _a_bomb("压缩包里的文件")


def _method(info: zipfile.ZipInfo) -> int:
    """How a member was packed, also one that is encrypted with AES."""
    if info.compress_type != archive_aes.METHOD:
        return info.compress_type
    try:
        return archive_aes.true_method(info)
    except ValueError as error:
        raise damaged() from error


def _bounded(archive: zipfile.ZipFile, info: zipfile.ZipInfo, code: bytes | None) -> bytes:
    if info.compress_type == archive_aes.METHOD:
        return _whole(archive_aes.decrypted(archive, info, code or b""), info)
    whole = bytearray()
    with archive.open(info, pwd=code) as stream:
        while chunk := stream.read(_CHUNK):
            whole += chunk
            if len(whole) > info.file_size:
                raise _a_bomb("压缩包里的文件")
    return _whole(bytes(whole), info)


def _whole(data: bytes, info: zipfile.ZipInfo) -> bytes:
    if len(data) > info.file_size:
        raise _a_bomb("压缩包里的文件")
    if len(data) != info.file_size:
        raise damaged()
    return data


def _codes(passwords: Sequence[str]) -> list[bytes]:
    """Passwords as the programs that pack may have written them: in UTF-8, or as Chinese Windows does."""
    return list(dict.fromkeys(password.encode(encoding, "replace") for password in passwords for encoding in ("utf-8", "gb18030")))


def _a_bomb(what: str) -> Unreadable:
    return Unreadable("too-large", f"{what}解压后是原来的 {MOST_RATIO} 倍以上，大得不正常，为安全起见没有读取。")


def _too_many() -> Unreadable:
    return Unreadable("too-large", f"压缩包里的文件超过 {MOST_MEMBERS:,} 个，请解压后分几次读取。")
