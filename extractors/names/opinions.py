"""Where rules are in doubt about a name: what the rest of the document and a recogniser say.

A name without a place before it is in doubt. It stays if the document has it in another form (机电学校 of 江城市机电工程学校) or more than
once, or if the recogniser takes it for an organisation too. Two readings of one name are settled in favour of the commoner.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.names.aliases import same_organisation
from extractors.names.organisations import Found
from extractors.names.people import may_name, titles
from extractors.names.recogniser import Recogniser, Tag
from extractors.names.words import default_words
from extractors.text.passage import Passage

_BREAKS = "，。；：！？\n"
_NAME_PREPOSITIONS = "向和于从"
_PREPOSITIONS = "向和与从对到在给由"
_WIDEST = 60
_LONGEST_JUNK = 3
_OFTEN = 2
_SHORTEST_NAME = 2


class Opinions:
    """The second opinions on one document; a stretch of text is recognised once."""

    def __init__(self, passage: Passage, recogniser: Recogniser | None) -> None:
        """Nothing is recognised before it is asked for."""
        self._passage = passage
        self._text = passage.text
        self._recogniser = recogniser
        self._seen: dict[tuple[int, int], list[tuple[int, int, Tag]]] = {}

    def organisations(self, found: Sequence[Found]) -> list[Found]:
        """The organisations that stay, with their left edges settled."""
        counts = Counter(self._name(one) for one in found)
        sure = list(dict.fromkeys(self._name(one) for one in found if one.firm))
        settled: dict[str, int | None] = {}
        kept: list[Found] = []
        for one in found:
            name = self._name(one)
            if one.firm:
                slip = name[0] in _PREPOSITIONS and (counts[name[1:]] >= counts[name] or self._is_known_end(name[1:], counts))
                kept.append(replace(one, start=one.start + 1) if slip else self._with_front(one))
                continue
            if name not in settled:
                settled[name] = self._settled(one, counts, sure)
            drop = settled[name]
            if drop is not None:
                kept.append(replace(one, start=one.start + drop))
        return kept

    @staticmethod
    def _is_known_end(name: str, counts: Counter[str]) -> bool:
        """Whether a longer name ends with these words (向|上坪初级中学, 龙坪县上坪初级中学)."""
        return any(other.endswith(name) and len(other) > len(name) + 1 for other in counts)

    def people(self, found: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        """The people by rule, and those whom the recogniser finds beside a title."""
        if self._recogniser is None:
            return list(found)
        seen = [(start, end) for start, end, tag in self._beside_titles() if tag == "PER" and end - start >= _SHORTEST_NAME]
        longer = dict(found)
        seen = [(start, max(end, longer.get(start, end))) for start, end in seen]
        return seen + [one for one in found if all(one[1] <= start or end <= one[0] for start, end in seen)]

    def _settled(self, one: Found, counts: Counter[str], sure: Sequence[str]) -> int | None:
        """How many characters to take off the name's front; None where it is no name."""
        name = self._name(one)
        if name[0] in _PREPOSITIONS and self._is_known_end(name[1:], counts):
            return 1
        for other in counts:
            junk = len(name) - len(other)
            if 0 < junk <= _LONGEST_JUNK and name.endswith(other) and counts[other] > counts[name]:
                return junk
        if not one.weak or counts[name] >= _OFTEN or any(same_organisation(name, other) for other in sure):
            return 0
        return 0 if self._recognised(one) else None

    def _with_front(self, one: Found) -> Found:
        """向|家坪县第一小学: at a clause's start the preposition may be the name's own first character."""
        first = one.start - 1
        if first < self._passage.start or self._text[first] not in _NAME_PREPOSITIONS:
            return one
        if first > self._passage.start and self._text[first - 1] not in _BREAKS + "、":
            return one
        own = any(tag in ("ORG", "LOC") and start == first and end > one.start for start, end, tag in self._around(first, one.end))
        return replace(one, start=first) if own else one

    def _recognised(self, one: Found) -> bool:
        return any(tag == "ORG" and start < one.end <= end for start, end, tag in self._around(one.start, one.end))

    def _around(self, start: int, end: int) -> list[tuple[int, int, Tag]]:
        """What the recogniser finds in the clause around ``start`` to ``end``."""
        if self._recogniser is None:
            return []
        low, high = start, end
        while low > max(self._passage.start, start - _WIDEST) and self._text[low - 1] not in _BREAKS:
            low -= 1
        while high < min(self._passage.end, end + _WIDEST) and self._text[high] not in _BREAKS:
            high += 1
        if (low, high) not in self._seen:
            names = self._recogniser.recognise(self._text[low:high])
            self._seen[low, high] = [(low + first, low + last, tag) for first, last, tag in names]
        return self._seen[low, high]

    def _beside_titles(self) -> Iterator[tuple[int, int, Tag]]:
        reached = self._passage.start
        for match in titles().finditer(self._text, self._passage.start, self._passage.end):
            if not may_name(self._text, match, default_words()):
                continue
            for start, end, tag in self._around(match.start(), match.end()):
                if start >= reached and (end == match.start() or abs(start - match.end()) <= _SHORTEST_NAME):
                    yield start, end, tag
                    reached = end

    def _name(self, one: Found) -> str:
        return self._text[one.start : one.end]
