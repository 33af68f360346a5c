"""Where rules are in doubt about a name: what the rest of the document and a recogniser say.

A name without a place before it is in doubt. It stays if the document has it in another form (机电学校 of 江城市机电工程学校) or more than
once, or if the recogniser takes it for an organisation too. Two readings of one name are settled in favour of the commoner.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.names.aliases import same_organisation
from extractors.names.name_index import NameIndex
from extractors.names.organisations import Found
from extractors.names.people import may_name, titles
from extractors.names.recogniser import Recogniser, Tag
from extractors.names.words import default_words
from extractors.text.passage import Passage

_BREAKS = "，。；：！？\n"
_NAME_PREPOSITIONS = "向和于从"
_PREPOSITIONS = "向和与从对到在给由"
_LEAST_LONGER = 2
"""Characters by which a longer name is longer."""
_WIDEST = 60
_LONGEST_JUNK = 3
_OFTEN = 2
_SHORTEST_NAME = 2


class _Names:
    """The names of one document: how often each stands there, and which of them are sure; no look-up goes through them all."""

    def __init__(self, counts: Counter[str], sure: Sequence[str]) -> None:
        self.counts = counts
        self._order = {name: at for at, name in enumerate(counts)}
        self._ends = {name[at:] for name in counts for at in range(_LEAST_LONGER, len(name))}
        self._sure, self._index = sure, NameIndex()
        for at, name in enumerate(sure):
            self._index.add(at, name)

    def is_known_end(self, name: str) -> bool:
        """Whether a longer name ends with these words (向|上坪初级中学, 龙坪县上坪初级中学)."""
        return name in self._ends

    def junk_before(self, name: str) -> int:
        """How many characters stand before another name that comes more often without them; the one that came first tells."""
        ends = (name[junk:] for junk in range(1, min(_LONGEST_JUNK, len(name) - 1) + 1))
        found = [other for other in ends if other in self._order and self.counts[other] > self.counts[name]]
        return len(name) - len(min(found, key=self._order.__getitem__)) if found else 0

    def has_sure(self, name: str) -> bool:
        """Whether a sure name may be the same organisation's."""
        return any(same_organisation(name, self._sure[at]) for at in self._index.candidates(name))


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
        names = _Names(counts, list(dict.fromkeys(self._name(one) for one in found if one.firm)))
        settled: dict[str, int | None] = {}
        kept: list[Found] = []
        for one in found:
            name = self._name(one)
            if one.firm:
                slip = name[0] in _PREPOSITIONS and (counts[name[1:]] >= counts[name] or names.is_known_end(name[1:]))
                kept.append(replace(one, start=one.start + 1) if slip else self._with_front(one))
                continue
            if name not in settled:
                settled[name] = self._settled(one, names)
            drop = settled[name]
            if drop is not None:
                kept.append(replace(one, start=one.start + drop))
        return kept

    def people(self, found: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        """The people by rule, and those whom the recogniser finds beside a title."""
        if self._recogniser is None:
            return list(found)
        seen = [(start, end) for start, end, tag in self._beside_titles() if tag == "PER" and end - start >= _SHORTEST_NAME]
        longer = dict(found)
        seen = [(start, max(end, longer.get(start, end))) for start, end in seen]
        return seen + [one for one in found if all(one[1] <= start or end <= one[0] for start, end in seen)]

    def _settled(self, one: Found, names: _Names) -> int | None:
        """How many characters to take off the name's front; None where it is no name."""
        name = self._name(one)
        if name[0] in _PREPOSITIONS and names.is_known_end(name[1:]):
            return 1
        junk = names.junk_before(name)
        if junk:
            return junk
        if not one.weak or names.counts[name] >= _OFTEN or names.has_sure(name):
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
