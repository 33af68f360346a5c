"""A document's text without the line ends that stand in the middle of its sentences, for what must not be called missing.

Reads::

    一方未履行本协议所列义⏎务的，应负责补救       未履行本协议所列义务的，应负责补救
    双方应本着⏎⏎友好的态度协商解决               双方应本着友好的态度协商解决

Leaves alone::

    六、争议解决⏎双方协商解决                     a heading: too short to be a broken line
    甲方安排食宿⏎2.乙方派人                       the next line opens something
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.text.passage import Passage, Stretch

_CLOSED = re.compile(r"[。；：！？|\t]$")
_OPENS = re.compile(
    r"[|（〔#>①-⑳⑴-⒇Ⅰ-Ⅻ]|第[0-9一二三四五六七八九十百]{1,4}[条章部]|[一二三四五六七八九十]{1,3}[、.．]|[0-9]{1,2}[ 、.．）]|附|[一-龥]{2,12}："
)
_SHORTEST = 12
"""Characters; a line that ends without a mark and is shorter is a heading."""


def find_unbroken(passage: Passage, pattern: re.Pattern[str]) -> Iterator[Stretch]:
    """The matches in the text without its broken lines, at the places where they stand in the text with them; in linear time."""
    words: list[str] = []
    places: list[int] = []
    for at, line in enumerate(passage.lines):
        before = passage.words(passage.lines[at - 1]) if at else ""
        if at and (len(before) < _SHORTEST or _CLOSED.search(before) or _OPENS.match(passage.text, line.start, line.end)):
            words.append("\n")
            places.append(line.start)
        words.append(passage.words(line))
        places.extend(range(line.start, line.end))
    for match in pattern.finditer("".join(words)):
        yield Stretch(places[match.start()], places[match.end() - 1] + 1)
