r"""All the ways in which words may be written in a paper, as one pattern that SQLite (through Python's re) and PostgreSQL both understand.

Traditional characters, full-width forms and capitals mean the same; blanks, line ends and what is not seen may stand between any two
characters::

    帮扶（试行）    finds 幫扶(試行), 帮 扶（试行）, 帮\n扶（试行）

A look at every text with such a pattern takes as long as LIKE does, in both databases.
"""

from __future__ import annotations

import re
from functools import cache

_BLANKS = "\u0001-\u0009\u000e-\u0020\u007f-\u0084\u0086-\u00a0\u00ad\u1680\u2000-\u200f\u202f\u205f-\u2064\u3000\ufeff"
_LINE_ENDS = "\n\v\f\r\u0085\u2028\u2029"
_NOTHING = re.compile(f"[\0\ud800-\udfff{_BLANKS}{_LINE_ENDS}]")
"""What is never looked for: blanks, what is not seen, and what no database holds."""
_FIRST, _LAST = 0x21, 0x30000
"""Where the blocks of characters in use begin and end."""


def pattern_of(words: str, *, across_lines: bool = True) -> str:
    """The pattern of ``words``, "" if there is nothing in them to look for."""
    from opencc import OpenCC  # noqa: PLC0415 - a store is asked for words now and then, and opened always

    from extractors.text.normal import fold  # noqa: PLC0415 - the same

    written = _NOTHING.sub("", words)
    gap = f"[{_BLANKS}{_LINE_ENDS if across_lines else ''}]*"
    folded = fold(written, OpenCC("t2s").convert)
    return gap.join(_any_of({char, *_spellings_of(plain)}) for char, plain in zip(written, folded, strict=True))


def _spellings_of(plain: str) -> set[str]:
    cases = {plain, *(case for case in (plain.lower(), plain.upper()) if len(case) == 1)}
    return cases.union(*(_spellings().get(case, ()) for case in cases))


def _any_of(chars: set[str]) -> str:
    """A class of both kinds of patterns, in which every character stands for itself."""
    return f"[{''.join(char if not char.isascii() or char.isalnum() else chr(92) + char for char in sorted(chars))}]"


@cache
def _spellings() -> dict[str, frozenset[str]]:
    """Each plain character with those that are folded to it."""
    from opencc import OpenCC  # noqa: PLC0415 - as above

    from extractors.text.normal import fold  # noqa: PLC0415 - as above

    every = [chr(code) for code in range(_FIRST, _LAST) if chr(code).isprintable()]
    # parted, so that no two make a word that is turned as a whole
    folded = fold("\n".join(every), OpenCC("t2s").convert)[::2]
    found: dict[str, set[str]] = {}
    for char, plain in zip(every, folded, strict=True):
        if char != plain:
            found.setdefault(plain, set()).add(char)
    return {plain: frozenset(chars) for plain, chars in found.items()}
