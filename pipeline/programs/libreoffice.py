"""Have LibreOffice write a file anew as .docx: headless, with a profile of its own that trusts nothing.

Everything happens in a folder that is made for one file and removed with all that is in it: the copy of the file under a name of ours, the
profile, what LibreOffice writes. A profile that is used again would carry what one file did to it over to the next.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from extractors.readers.converter import OfficeKind
from extractors.readers.limits import MAX_BYTES
from pipeline.programs.running import run_program
from schemas.errors import Unreadable

SECONDS = 60.0
"""How long LibreOffice may take for one file; a paper of some pages takes one to two."""
_ENDINGS: dict[OfficeKind, str] = {"doc": "doc", "rtf": "rtf", "odt": "odt", "word-xml": "xml"}
_MOST_WRITTEN = 2 * MAX_BYTES
_OFFICE = "/org.openoffice.Office"
_INET = "/org.openoffice.Inet/Settings"
_SCRIPTING = f"{_OFFICE}.Common/Security/Scripting"
_NEVER, _VERY_HIGH, _MANUAL_PROXY, _DISCARD = "2", "3", "2", "9"
_SETTINGS: tuple[tuple[str, str, str], ...] = (
    (_SCRIPTING, "MacroSecurityLevel", _VERY_HIGH),
    (_SCRIPTING, "DisableMacrosExecution", "true"),
    (_SCRIPTING, "DisableActiveContent", "true"),
    (_SCRIPTING, "BlockUntrustedRefererLinks", "true"),
    (f"{_OFFICE}.Writer/Content/Update", "Link", _NEVER),
    (f"{_OFFICE}.Writer/Content/Update", "Field", "false"),
    (f"{_OFFICE}.Calc/Content/Update", "Link", _NEVER),
    (f"{_OFFICE}.Java/VirtualMachine", "Enable", "false"),
    (_INET, "ooInetProxyType", _MANUAL_PROXY),
    (_INET, "ooInetHTTPProxyName", "127.0.0.1"),
    (_INET, "ooInetHTTPProxyPort", _DISCARD),
    (_INET, "ooInetHTTPSProxyName", "127.0.0.1"),
    (_INET, "ooInetHTTPSProxyPort", _DISCARD),
    (_INET, "ooInetFTPProxyName", "127.0.0.1"),
    (_INET, "ooInetFTPProxyPort", _DISCARD),
    (_INET, "ooInetNoProxy", ""),
)
_FLAGS = ("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo", "--nofirststartwizard")


def to_docx(program: str, data: bytes, kind: OfficeKind, seconds: float = SECONDS) -> bytes:
    """The file as .docx. Raises :class:`Unreadable`: ``timed-out``, ``too-large``, ``damaged``, ``missing-program``."""
    with tempfile.TemporaryDirectory(prefix="jiedui-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        given = folder / f"paper.{_ENDINGS[kind]}"
        given.write_bytes(data)
        try:
            ended = run_program([program, *_arguments(folder, given)], folder, seconds, _MOST_WRITTEN)
        except OSError as error:
            raise Unreadable("missing-program", "LibreOffice 启动不了，请重新安装（apt install libreoffice-writer）后再试。") from error
        if ended.code is None:
            raise Unreadable("timed-out", f"LibreOffice 用了 {seconds:g} 秒还没有读完这个文件，请在 Word 或 WPS 中另存为 .docx 后再试。")
        return _written(folder / "out" / "paper.docx")


def _arguments(folder: Path, given: Path) -> Iterator[str]:
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_registry(), encoding="utf-8")
    yield f"-env:UserInstallation={profile.as_uri()}"
    yield from _FLAGS
    yield from ("--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder / "out"), str(given))


def _registry() -> str:
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>\n'
        for path, name, value in _SETTINGS
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry" '
        f'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n{items}</oor:items>\n'
    )


def _written(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise Unreadable("too-large", "文件转换后超过 100 MB，请删去其中的图片后另存再试。")
        return path.read_bytes()
    except OSError as error:
        raise Unreadable("damaged", "LibreOffice 打不开这个文件，可能已损坏或设有密码，请在 Word 或 WPS 中另存为 .docx 后再试。") from error
