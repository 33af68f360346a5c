"""The parties that a stretch names, those together that are joined.

Reads::

    甲方和乙方共同…, 甲方、乙方及丙方        one group
    甲方与乙方分享课程资源                  two: the second is whom the first shares with

Leaves alone::

    甲方上级主管部门, 甲方以外的学校        not the party itself
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.names.party_words import Named, PartyWords
from extractors.text.passage import Stretch

_JOIN = re.compile(r"[ ]*(?:[、和与及同]|以及|或)[ ]*")
_NOT_ITSELF = re.compile(r"[ ]?(?:的)?(?:上级|主管|教育行政|所在|(?:各自)?的?教育局|以外|之外)")
_SHARED_WITH = re.compile(r"[ ]*[与同跟][ ]*")
_SHARES = re.compile(r"(?:无偿|免费|及时|全面|充分|定期|适时|主动|毫无保留地?)*(?:分享|共享)")
"""甲方与乙方分享课程资源: the second name is whom the first one shares with."""


def joined_names(words: PartyWords, text: str, where: Stretch) -> Iterator[Named]:
    """The groups in reading order, each from its first name to its last."""
    held: Named | None = None
    for named in words.find(text, where.start, where.end):
        if _NOT_ITSELF.match(text, named.end, where.end) or not named.parties:
            continue
        between = text[held.end : named.start] if held else ""
        if held is not None and between in ("", " ", "（", "）"):
            held = Named(held.start, named.end, held.parties & named.parties or held.parties)
            continue
        if held is not None and _SHARED_WITH.fullmatch(between) and _SHARES.match(text, named.end, where.end):
            yield held
            held = None
            continue
        if held is not None and _JOIN.fullmatch(between):
            held = Named(held.start, named.end, held.parties | named.parties)
            continue
        if held is not None:
            yield held
        held = named
    if held is not None:
        yield held
