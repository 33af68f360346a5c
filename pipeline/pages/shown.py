"""Values as pages show them: words that are safe to look at, counts, shares."""

from __future__ import annotations

from pipeline.printable import one_line

LONGEST = 160
"""Characters of a name or a sentence that are shown; the JSON beside a page has them all."""
_TAIL = 40


def text(words: str, longest: int = LONGEST) -> str:
    """Words of a file on one line: what cannot be seen is spelt out, what is too long loses its middle."""
    # a hostile name of a million characters need not be looked at whole
    plain = one_line(words if len(words) <= 4 * longest else f"{words[: 2 * longest]}…{words[-2 * longest :]}")
    tail = min(_TAIL, 2 * longest // 3)
    return plain if len(plain) <= longest else f"{plain[: longest - tail - 1]}…{plain[-tail:]}"


def number(count: int) -> str:
    """12,345."""
    return f"{count:,}"


def share(part: int, whole: int) -> str:
    """A share in per cent; never 100% or 0% where something is missing or there."""
    if not whole:
        return "–"
    percent = 100 * part / whole
    if 0 < part < whole:
        percent = min(max(percent, 0.1), 99.9)
    return f"{percent:.1f}%".replace(".0%", "%")
