"""Tell the encoding of Chinese text and decode it.

A byte order mark decides; else strict UTF-8 does, if it makes sense; else UTF-8 with a bad byte, GB18030, Big5 and UTF-16 without a
mark are held against each other by the share of frequent characters. The first encoding that happens to decode would be wrong: nearly every
Big5 file is valid GB18030. Whatever calls itself gb2312 or gbk is read as GB18030, which contains both.

Reads::

    帮扶协议书 in GBK, 帮扶協議書 in Big5, both in UTF-16 without a mark        from four or five characters up
    a UTF-8 file with one bad byte, a cut end or a pasted GBK line             the rest is kept, and a note says so

Leaves alone::

    bytes that give no Chinese in any of them                                 unreadable: unknown-encoding
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.readers.frequent_characters import FREQUENT
from schemas.errors import Unreadable

_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_FAMILIES: tuple[tuple[str, str], ...] = (
    ("utf8", "utf-8"),
    ("gb2312", "gb18030"),
    ("gbk", "gb18030"),
    ("gb18030", "gb18030"),
    ("cp936", "gb18030"),
    ("windows936", "gb18030"),
    ("big5", "big5hkscs"),
    ("cp950", "big5hkscs"),
    ("utf16be", "utf-16-be"),
    ("utf16", "utf-16-le"),
)
_BYTE_CODES = ("utf-8", "gb18030", "big5hkscs")
_WIDE_CODES = ("utf-16-le", "utf-16-be")
_REPLACED = "\ufffd"
_ACCENTED = re.compile(r"(?<=[A-Za-z])[^\x00-\x7f]|[^\x00-\x7f](?=[A-Za-z])")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_SAMPLE = 200_000
_TWO_LETTERS = 4
"""Bytes; one letter of UTF-16 is any two bytes."""
_SOUND = 0.75
"""Running text scores 0.9 and more; below this a file mixes encodings, or is in none that we know."""
_SENSE = 0.3
_PROOF = 6
"""One character of GBK in seven is also faultless UTF-8."""
_DECLARED_BONUS = 0.3
_SAME_FILE_BONUS = 0.15
_FEW = 0.02
_NAMES = {"utf-8": "UTF-8", "gb18030": "GB18030", "big5hkscs": "Big5"}


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the Python name of its encoding, and Chinese sentences about what did not fit."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()

    @property
    def replaced(self) -> int:
        """How many characters could not be read and stand as U+FFFD."""
        return self.text.count(_REPLACED)


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The text of ``data``; ``declared`` is the encoding that the file or its server claims, a hint and no more.

    Raises :class:`Unreadable` with ``unknown-encoding`` where no encoding gives sensible text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _noted(data[len(mark) :].decode(encoding, "replace"), encoding)
    if not data.strip():
        return Decoded("", "utf-8")
    strict = _strict_utf8(data)
    if strict is not None:
        return Decoded(strict, "utf-8")
    encoding, score = _best(data, declared)
    text = data.decode(encoding, "replace")
    if encoding in _BYTE_CODES and (score < _SOUND or _REPLACED in text):
        return _by_lines(data, encoding)
    if score < _SENSE:
        raise _unknown()
    return _noted(text, encoding)


def likelihood(text: str) -> float:
    """How far a decoded text looks like Chinese: 1 if all that is not ASCII is frequent, below 0 if it is mostly refuse.

    A text without anything beyond ASCII gives 0.
    """
    points, total = _judged(text)
    return points / total if total else 0.0


def _judged(text: str) -> tuple[float, int]:
    """What a text's characters are worth together, and how many of them tell anything."""
    points = 0.0
    total = 0
    for char, count in Counter(text[:_SAMPLE]).items():
        worth = _worth(char)
        if worth is not None:
            points += worth * count
            total += count
    return points, total


def _worth(char: str) -> float | None:
    """1 for a frequent character or Chinese punctuation, less for rarer ones; None for what tells nothing: ASCII, signs without width."""
    if char in FREQUENT or char in "，。、：；？！（）《》〈〉“”‘’「」『』【】〔〕—…·～　－％￥":
        return 1.0
    if " " <= char <= "~" or char in "\t\n\r\f":
        return None
    if char == _REPLACED:
        return -2.0
    if "\uff10" <= char <= "\uff5a" or "①" <= char <= "⑳":
        return 0.9
    if "\u4e00" <= char <= "\u9fff":
        return 0.2 if _listed(char) else -0.2
    category = unicodedata.category(char)
    if category == "Cf":
        return None
    if category[0] in "PS":
        return 0.3
    return -2.0 if category in {"Cc", "Co", "Cn", "Cs"} else -0.4


def _listed(char: str) -> bool:
    """Whether a character is of the everyday sets GB 2312 or Big5, and not one of the rare thousands of their extensions."""
    for code in ("gb2312", "big5"):
        try:
            char.encode(code)
        except UnicodeEncodeError:
            continue
        return True
    return False


def _strict_utf8(data: bytes) -> str | None:
    """The text if it is UTF-8 without a fault; None too where that gives what no Chinese file is made of."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    if text.isascii():
        return None if _CONTROL.search(text) and _is_wide(data) else text
    return text if likelihood(text) > -_SENSE or _is_proven(text) else None


def _is_proven(text: str) -> bool:
    """Whether other encodings cannot have made this faultless UTF-8: many different characters, or accents inside words of ASCII."""
    foreign = [char for char in text[:_SAMPLE] if char > "~"]
    if len(foreign) < _PROOF or _CONTROL.search(text):
        return False
    return len(set(foreign)) >= _PROOF or len(_ACCENTED.findall(text[:_SAMPLE])) * 2 > len(foreign)


def _is_wide(data: bytes) -> bool:
    """Whether bytes that could be ASCII are UTF-16: Chinese in it, or a NUL beside every letter."""
    return max(likelihood(data.decode(encoding, "replace")) for encoding in _WIDE_CODES) >= _SOUND or data.count(0) * 5 > len(data) * 2


def _best(data: bytes, declared: str | None) -> tuple[str, float]:
    """The likeliest encoding and how likely its text is; UTF-8 and GB18030 before the others where they are equal."""
    claimed = family(declared)
    best, best_score, best_likelihood = "utf-8", -9.0, 0.0
    for encoding in _candidates(data):
        points, total = _weigh(data, encoding)
        # one more that is worth nothing: a single frequent character among letters proves less than six of seven
        score = points / (total + 1) + (_DECLARED_BONUS if encoding == claimed else 0.0)
        if score > best_score:
            best, best_score, best_likelihood = encoding, score, points / max(1, total)
    return best, best_likelihood


def family(declared: str | None) -> str | None:
    """The codec that reads what a page or server calls ``declared`` (gb2312 is gb18030); None for what we do not know."""
    name = re.sub("[^a-z0-9]", "", (declared or "").lower())
    return next((codec for sign, codec in _FAMILIES if sign in name), None)


def _candidates(data: bytes) -> Iterator[str]:
    if data.count(0) * 20 < len(data):
        yield from _BYTE_CODES
    if len(data) >= _TWO_LETTERS and not any(end in data[:_SAMPLE] for end in (b"\n\n", b"\r\n")):
        yield from _WIDE_CODES


def _weigh(data: bytes, encoding: str) -> tuple[float, int]:
    sample = data[: _SAMPLE * 2]
    text = sample.decode(encoding, "replace")
    if len(data) > len(sample):
        text = text.rstrip(_REPLACED)
    if encoding in _WIDE_CODES and text.isascii():
        return len(text) / 2, len(text)
    return _judged(text)


def _by_lines(data: bytes, main: str) -> Decoded:
    """A file with faults, line by line: a line in another encoding is read in that one."""
    others: Counter[str] = Counter()
    lines: list[str] = []
    for line in data.split(b"\n"):
        encoding = main if line.isascii() else _best_for_line(line, main)
        others[encoding] += encoding != main
        lines.append(line.decode(encoding, "replace"))
    text = "\n".join(lines)
    if likelihood(text) < _SENSE and _foreign_share(text) > _FEW:
        raise _unknown()
    mixed = tuple(f"文件里混有不同的编码：有{count}行按{_NAMES[code]}读取，请核对。" for code, count in sorted(others.items()) if count)
    return _noted(text, main, mixed)


def _best_for_line(line: bytes, main: str) -> str:
    scores = {code: likelihood(line.decode(code, "replace")) for code in _BYTE_CODES}
    scores[main] += _SAME_FILE_BONUS
    return max(_BYTE_CODES, key=lambda code: (scores[code], code == main))


def _foreign_share(text: str) -> float:
    return sum(char > "~" for char in text[:_SAMPLE]) / max(1, len(text[:_SAMPLE]))


def _noted(text: str, encoding: str, notes: tuple[str, ...] = ()) -> Decoded:
    decoded = Decoded(text, encoding, notes)
    if not decoded.replaced:
        return decoded
    return Decoded(
        text,
        encoding,
        (*notes, f"有{decoded.replaced}个字符无法解码，已用“\ufffd”代替，请核对原文。"),
    )


def _unknown() -> Unreadable:
    return Unreadable(
        "unknown-encoding",
        "无法判断文件的文字编码，请用记事本或 Word 打开后另存为 UTF-8 文本再试。",
    )
