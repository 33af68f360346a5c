"""Open a Word file's zip and hand out its XML parts, trusting nothing in it.

Sizes are checked before anything is unpacked, and only the parts that hold words are ever unpacked. XML is parsed without DTDs, entities
or network. Word writes one of two sets of namespaces (transitional and strict, ISO 29500); both come out as the transitional one.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element as Element

from extractors.readers.sniff import sniff
from extractors.readers.zip_faults import ZIP_FAULTS
from schemas.errors import Unreadable

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_STRICT: tuple[tuple[bytes, bytes], ...] = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", _R[1:-1].encode()),
)
_MAX_TOTAL = 200 * 1024 * 1024
_MAX_PART = 64 * 1024 * 1024
"""A part grows about eightfold as a tree of elements; a worker has 2 GB."""
_SMALL = 1024 * 1024
_MAX_RATIO = 100
_ENCRYPTED_FLAG = 0x1
_FALLBACK_MAIN = "word/document.xml"


@dataclass(frozen=True, slots=True)
class Package:
    """A Word file's parts by path (``word/document.xml``), letters lower case as OPC compares them."""

    archive: zipfile.ZipFile
    members: dict[str, zipfile.ZipInfo]

    def part(self, path: str) -> Element | None:
        """The root of an XML part; None where the file has no such part."""
        member = self.members.get(path.lower())
        return None if member is None else _parse(_unpack(self.archive, member))

    def main_path(self) -> str:
        """Where the body stands: nearly always ``word/document.xml``, but any name is allowed."""
        found = next(self.related("", "officeDocument"), None)
        return found if found is not None and found.lower() in self.members else _FALLBACK_MAIN

    def related(self, path: str, kind: str) -> Iterator[str]:
        """The paths of the parts that ``path`` names with a relationship of a kind (``numbering``, ``styles``)."""
        return (target for _, kind_found, target in self._relationships(path) if kind_found == kind)

    def by_id(self, path: str) -> dict[str, str]:
        """Paths of the related parts by relationship id."""
        return {key: target for key, _, target in self._relationships(path)}

    def _relationships(self, path: str) -> Iterator[tuple[str, str, str]]:
        folder, name = posixpath.split(path)
        root = self.part(posixpath.join(folder, "_rels", f"{name}.rels"))
        for item in () if root is None else root.iter("{*}Relationship"):
            if item.get("TargetMode") == "External":
                continue
            target = str(item.get("Target", "")).replace("\\", "/")
            full = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            yield str(item.get("Id", "")), str(item.get("Type", "")).rpartition("/")[2], full


def relationship_id(element: Element) -> str:
    """The ``r:id`` of a reference."""
    return str(element.get(f"{_R}id", ""))


def open_package(data: bytes) -> Package:
    """Open a Word file; ``damaged``, ``encrypted`` or ``too-large`` where that is not possible or not safe."""
    if sniff(data) == "docx-encrypted":
        raise Unreadable("encrypted", "Word 文档设有打开密码，请用 --password 给出密码，或在 Word 中去掉密码后另存再试。")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        infos = archive.infolist()
    except ZIP_FAULTS as error:
        raise damaged() from error
    if sum(info.file_size for info in infos) > _MAX_TOTAL:
        raise Unreadable("too-large", "Word 文档解压后超过 200 MB，请删去其中的图片或附件后另存再试。")
    return Package(archive, {info.filename.replace("\\", "/").lstrip("/").lower(): info for info in infos})


def damaged() -> Unreadable:
    """What a file gives that begins as a Word document and cannot be read to its end."""
    return Unreadable("damaged", "Word 文档已损坏或不完整，请重新下载，或在 Word 中用“打开并修复”后另存再试。")


def _unpack(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    if member.flag_bits & _ENCRYPTED_FLAG:
        raise Unreadable("encrypted", "Word 文档的压缩包设有密码，请去掉密码后再试。")
    bomb = member.file_size > _SMALL and member.file_size > _MAX_RATIO * max(1, member.compress_size)
    if bomb or member.file_size > _MAX_PART:
        raise Unreadable("too-large", "Word 文档的正文解压后大得不正常，请在 Word 中另存后再试，或拆分成几个文件。")
    try:
        return archive.read(member)
    except ZIP_FAULTS as error:
        raise damaged() from error


def _parse(data: bytes) -> Element:
    for strict, transitional in _STRICT:
        data = data.replace(strict, transitional)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if "depth" in str(error):
            raise too_deep() from error
        raise damaged() from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise Unreadable("damaged", "Word 文档里夹带了不该有的 DTD 定义，为安全起见没有读取，请在 Word 中另存后再试。")
    return root


def too_deep() -> Unreadable:
    """What tables in tables in tables, or the like, give."""
    return Unreadable("too-deep", "Word 文档的结构嵌套得太深，请在 Word 中把表格拆开或另存为纯文本后再试。")
