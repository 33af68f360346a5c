"""Have antiword print the words of a .doc."""

from __future__ import annotations

import tempfile
from pathlib import Path

from extractors.readers.limits import MAX_BYTES
from pipeline.programs.places import ANTIWORD_TABLE
from pipeline.programs.running import run_program
from schemas.errors import Unreadable

SECONDS = 20.0
"""How long antiword may take; it needs hundredths of a second."""


def to_text(program: str, data: bytes, seconds: float = SECONDS) -> bytes:
    """The words in UTF-8, paragraphs unwrapped. Raises :class:`Unreadable`: ``timed-out``, ``damaged``, ``missing-program``."""
    with tempfile.TemporaryDirectory(prefix="jiedui-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        (folder / "paper.doc").write_bytes(data)
        try:
            ended = run_program([program, "-m", ANTIWORD_TABLE, "-w", "0", "paper.doc"], folder, seconds, MAX_BYTES)
        except OSError as error:
            raise Unreadable("missing-program", "antiword 启动不了，请重新安装（apt install antiword）后再试。") from error
        if ended.code is None:
            raise Unreadable("timed-out", f"antiword 用了 {seconds:g} 秒还没有读完这个文件，请在 Word 或 WPS 中另存为 .docx 后再试。")
        if ended.code != 0:
            raise Unreadable("damaged", "Word 文档（.doc）已损坏或不完整，请重新下载，或在 Word、WPS 中另存为 .docx 后再试。")
        return ended.out
