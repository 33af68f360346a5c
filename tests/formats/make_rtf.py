"""Make an RTF file of a text: lines of words, without styles, lists or tables."""

from __future__ import annotations

_HEAD = r"{\rtf1\ansi\ansicpg936\uc1{\fonttbl{\f0\fnil\fcharset134 SimSun;}}\f0 "
_SPECIAL = {"\n": "\\par\n", "\t": "\\tab ", "\\": "\\\\", "{": "\\{", "}": "\\}"}


def make_rtf(text: str) -> bytes:
    """A line is a paragraph."""
    return (_HEAD + "".join(map(_written, text.rstrip("\n"))) + "}").encode("ascii")


def _written(char: str) -> str:
    if char in _SPECIAL or char.isascii():
        return _SPECIAL.get(char, char)
    units = char.encode("utf-16-le")
    return "".join(f"\\u{int.from_bytes(units[at : at + 2], 'little', signed=True)}?" for at in range(0, len(units), 2))
