"""Whether a path is meant by a pattern such as ``历史/**`` or ``*.pdf``.

``*`` and ``?`` stay within one name, ``**`` reaches over any number of folders, a pattern without a slash is held against every name of
the path. A pattern that means a folder means all that is in it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from fnmatch import fnmatchcase


def matches(pattern: str, path: str) -> bool:
    """``path`` is relative to the folder that the pattern is written for, with ``/`` between its names."""
    names = _names(path)
    wanted = _names(pattern)
    if len(wanted) == 1 and not pattern.startswith(("/", "./")) and wanted != ["**"]:
        return any(fnmatchcase(name, wanted[0]) for name in names)
    return _reaches(wanted, names)


def _names(path: str) -> list[str]:
    # some systems write file names decomposed
    plain = unicodedata.normalize("NFC", path).replace("\\", "/")
    return [name for name in plain.split("/") if name not in {"", "."}]


def _reaches(wanted: Sequence[str], names: Sequence[str]) -> bool:
    """Whether the pattern means the path or a folder on its way; one step of the pattern at a time, over all that it may mean."""
    reached = {0}
    for step in wanted:
        if step == "**":
            reached = set(range(min(reached), len(names) + 1))
        else:
            reached = {at + 1 for at in reached if at < len(names) and fnmatchcase(names[at], step)}
        if not reached:
            return False
    return True
