"""How large an input may be; the README names the same figures."""

from __future__ import annotations

from schemas.errors import Unreadable

MAX_BYTES = 100 * 1024 * 1024
MAX_CHARACTERS = 5_000_000


def check_bytes(data: bytes) -> None:
    """Raise ``too-large`` for a file above :data:`MAX_BYTES`, and ``empty`` for one without a byte."""
    if not data:
        raise Unreadable("empty", "文件是空的（0 字节），请确认下载或保存完整后再试。")
    if len(data) > MAX_BYTES:
        raise Unreadable("too-large", "文件超过 100 MB，请拆分成几个文件或删去其中的图片后再试。")


def check_characters(count: int) -> None:
    """Raise ``too-large`` for a text above :data:`MAX_CHARACTERS`."""
    if count > MAX_CHARACTERS:
        raise too_long()


def too_long() -> Unreadable:
    """What a text above the limit gives, also where a reader sees early that it will be."""
    return Unreadable("too-large", "文字超过 500 万字，请拆分成几个文件后再试。")
