"""Names for the files that are written: safe on every system, and never two inputs for one name."""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Sequence
from pathlib import Path, PurePosixPath

from pipeline.printable import is_unsafe
from pipeline.sources.inputs import Input

_FORBIDDEN = frozenset('<>:"/\\|?*')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|clock\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)", re.IGNORECASE)
_LONGEST = 180
"""Bytes of a stem; file systems take 255 for the name, and a suffix, a digest and a temporary mark come on top."""
_SUFFIX = ".json"
_LAST_LEVEL = 2


def plan_names(inputs: Sequence[Input], taken: Collection[Path] = (), folder: Path = Path()) -> list[PurePosixPath]:
    """One relative path for each input, all different (also where upper and lower case are one), and none that is ``taken``.

    ``STEM.json``; inputs that would share it keep their extension (``STEM.docx.json``), and if that is not enough, also a digest of
    their path. The names depend on the set of inputs, not on their order.
    """
    levels = [0] * len(inputs)
    shut = {os.path.realpath(path) for path in taken}
    while True:
        names = [_name(each, level) for each, level in zip(inputs, levels, strict=True)]
        counts = Counter(_key(name) for name in names)
        clashes = [
            at
            for at, name in enumerate(names)
            if levels[at] < _LAST_LEVEL and (counts[_key(name)] > 1 or os.path.realpath(folder / name) in shut)
        ]
        if not clashes:
            return names
        for at in clashes:
            levels[at] += 1


def safe_name(name: str) -> str:
    """``name`` as one part of a path on any system: no separators, controls, leading dash or dot, device names; at most 180 bytes."""
    plain = "".join("_" if char in _FORBIDDEN or is_unsafe(char) else char for char in unicodedata.normalize("NFC", name))
    plain = plain.rstrip(". ").lstrip(" ")
    if plain[:1] in {"-", ".", "~"}:
        plain = "_" + plain[1:]
    if not plain or _RESERVED.match(plain):
        plain = "_" + plain
    if len(plain.encode()) <= _LONGEST:
        return plain
    digest = _digest(name)
    return plain.encode()[: _LONGEST - len(digest) - 1].decode("utf-8", "ignore") + "-" + digest


def _name(source: Input, level: int) -> PurePosixPath:
    whole = source.file_name or "stdin"
    stem = safe_name(PurePosixPath(whole).stem if level == 0 else whole)
    if level == _LAST_LEVEL:
        stem = f"{stem}-{_digest(source.key or whole)}"
    return PurePosixPath(*(_folder(part) for part in source.below.parts), stem + _SUFFIX)


def _folder(name: str) -> str:
    """The name of a folder, which is never that of a record."""
    safe = safe_name(name)
    return safe + "_" if safe.casefold().endswith(_SUFFIX) else safe


def _key(name: PurePosixPath) -> str:
    return unicodedata.normalize("NFC", str(name)).casefold()


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]
