"""Look at an OpenDocument file before a program opens it: whether it is safe to unpack, and whether it is locked."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

from extractors.readers.odt_lock import unlocked_odt
from extractors.readers.zip_faults import ZIP_FAULTS
from schemas.errors import Unreadable

_MAX_TOTAL = 200 * 1024 * 1024
_MAX_RATIO = 100
_SMALL = 1024 * 1024
_LARGEST_MANIFEST = 1024 * 1024
_MANIFEST = "META-INF/manifest.xml"
_ENCRYPTED = b"encryption-data"


def checked_odt(data: bytes, passwords: Sequence[str]) -> bytes:
    """The file, without its lock if it has one. Raises :class:`Unreadable`: ``damaged``, ``too-large`` when unpacked, ``encrypted``."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
            if sum(info.file_size for info in infos) > _MAX_TOTAL or any(map(_is_bomb, infos)):
                raise Unreadable("too-large", "OpenDocument 文档解压后大得不正常，请在 LibreOffice 中另存后再试。")
            manifest = archive.open(_MANIFEST).read(_LARGEST_MANIFEST) if _MANIFEST in archive.namelist() else b""
    except ZIP_FAULTS as error:
        raise Unreadable("damaged", "OpenDocument 文档已损坏或不完整，请重新下载或重新导出后再试。") from error
    return unlocked_odt(data, manifest, passwords) if _ENCRYPTED in manifest else data


def _is_bomb(member: zipfile.ZipInfo) -> bool:
    return member.file_size > _SMALL and member.file_size > _MAX_RATIO * max(1, member.compress_size)
