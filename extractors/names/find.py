"""All mentions of one document: roles, the two sides, generic roles, organisations, places, people.

Reads::

    云溪市教育局向云岭县捐赠                            云溪市教育局 (organisation), 云岭县 (region)
    甲方校长陆远航到乙方                                甲方, 乙方 (role), 陆远航 (person)
    枫林县第三初级中学（以下简称“枫林三中”）…枫林三中   枫林三中 (organisation) wherever it stands

Leaves alone::

    云溪市 in 云溪市教育局                              only the longest of several names at one place
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from extractors.names.aliases import Alias, find_aliases
from extractors.names.bare_kinds import find_bare_kinds, full_names
from extractors.names.fixed import find_fixed
from extractors.names.mentions import Mention, MentionKind, Mentions
from extractors.names.opinions import Opinions
from extractors.names.organisations import Found, find_organisations
from extractors.names.people import find_people
from extractors.names.places import find_regions, find_short_regions, short_forms
from extractors.names.recogniser import Recogniser
from extractors.names.undeclared import find_short_names, short_names
from extractors.names.words import Words, default_words
from extractors.text.passage import Passage

_Item = tuple[int, int, MentionKind]
_SHORTEST = 2
_LABEL = re.compile("[甲乙丙丁A-C]方|(?:支援|受援|帮扶|受帮扶|被帮扶|援助|受助|捐赠|受赠|委托|受托)方")
_NO_ADJECTIVE = "(?!化(?:办学|管理|发展|运作|帮扶|托管|教研))"
"""集团化办学 names no 集团."""
_TIMES = re.compile("(?:新|本|上|下)(?:学年|学期)|[今明去]年|每年|全年")
_NEAR = 4
"""Names looked at before a region: no more of them can reach it."""
_INSTITUTION = frozenset("校小中幼园学局会院部")
_RANK: dict[MentionKind, int] = {"role": 0, "both": 1, "generic": 2, "organisation": 3, "region": 4, "team": 4, "person": 5}


class Party(Protocol):
    """A declared party of an agreement; all in the normal text's characters."""

    @property
    def role(self) -> str | None:
        """甲方, 支援学校 and the like."""

    @property
    def name(self) -> str:
        """The full name, "" where it is left open."""

    @property
    def aliases(self) -> Sequence[str]:
        """Declared short names."""


def find_mentions(passage: Passage, roles: Sequence[Party] = (), recogniser: Recogniser | None = None) -> Mentions:
    """The mentions of one document in reading order, none overlapping; ``roles`` are the declared parties of an agreement.

    ``recogniser`` gives a second opinion where rules are in doubt, and people whom they do not see; without it rules decide alone.
    """
    words = default_words()
    opinions = Opinions(passage, recogniser)
    aliases = find_aliases(passage)
    declared = list(_declared(passage, roles, aliases))
    fixed = list(find_fixed(passage))
    people = list(find_people(passage.text, passage.start, passage.end, words))
    floors = sorted({*_barriers(passage.text, declared, fixed), *(_after(passage.text, end) for _, end in people)})
    organisations = opinions.organisations(list(find_organisations(passage.text, passage.start, passage.end, words, floors)))
    items: list[_Item] = [*declared, *fixed, *((found.start, found.end, "organisation") for found in organisations)]
    shorts = short_names(
        (passage.text[found.start : found.end], None if found.place_end is None else found.place_end - found.start)
        for found in organisations
    )
    items += [(start, end, "organisation") for start, end in find_short_names(passage, shorts)]
    kinds = full_names(passage.text[found.start : found.end] for found in organisations)
    items += [(start, end, "organisation") for start, end in find_bare_kinds(passage, kinds)]
    items += [(start, end, "region") for start, end in _apart(_regions(passage, organisations, words), items)]
    items += [(start, end, "person") for start, end in opinions.people(people)]
    found = tuple(Mention(start, end, kind, _closed(passage.written(start, end))) for start, end, kind in _longest(items))
    return Mentions(found, {**shorts, **kinds, **{alias.short: alias.full for alias in aliases}})


def _declared(passage: Passage, roles: Sequence[Party], aliases: Iterable[Alias]) -> Iterator[_Item]:
    """Declared names, short names and role labels, wherever they stand."""
    kinds: dict[str, MentionKind] = {}
    for alias in aliases:
        kinds[alias.short] = "role" if _LABEL.fullmatch(alias.short) else "organisation"
    for party in roles:
        for name in (party.name, *party.aliases):
            if len(name) >= _SHORTEST:
                kinds.setdefault(name, "organisation")
        if party.role and len(party.role) >= _SHORTEST:
            kinds[party.role] = "role"
    if not kinds:
        return
    pattern = re.compile(f"(?:{'|'.join(re.escape(name) for name in sorted(kinds, key=len, reverse=True))}){_NO_ADJECTIVE}")
    for match in passage.search(pattern):
        yield match.start(), match.end(), kinds[match.group()]


def _regions(passage: Passage, organisations: Sequence[Found], words: Words) -> Iterator[tuple[int, int]]:
    fronts = Counter(passage.text[found.start : found.place_end] for found in organisations if found.place_end is not None)
    places = [
        (start, end)
        for start, end, firm in find_regions(passage.text, passage.start, passage.end, words)
        if firm or any(front.startswith(passage.text[start:end]) for front in fronts)
    ]
    yield from places
    known = short_forms((*fronts, *(passage.text[start:end] for start, end in places)))
    yield from find_short_regions(passage.text, passage.start, passage.end, known, words)


def _barriers(text: str, declared: Iterable[_Item], fixed: Iterable[_Item]) -> Iterator[int]:
    """Where a role, the two sides, a class of schools or a declared short name ends: no name reaches back over it (核心校|柏林路小学)."""
    yield from (match.end() for match in _TIMES.finditer(text))
    for _, end, kind in (*declared, *fixed):
        if (
            kind in ("role", "both")
            or (kind == "organisation" and text[end - 1] in _INSTITUTION)
            or (kind == "generic" and text[end - 1] in "校园")
        ):
            yield end


def _apart(regions: Iterable[tuple[int, int]], others: Sequence[_Item]) -> Iterator[tuple[int, int]]:
    """The regions that cross no other name: 启智特校|指导旗特校 holds no 特校指导旗."""
    ordered = sorted(others)
    for start, end in regions:
        at = bisect_left(ordered, (end,))
        if not any(_cross((start, end), other[:2]) for other in ordered[max(0, at - _NEAR) : at]):
            yield start, end


def _cross(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two stretches share characters and neither lies in the other."""
    first, second = sorted((one, other), key=lambda stretch: (stretch[0], -stretch[1]))
    return first[0] < second[0] < first[1] < second[1]


def _longest(items: Iterable[_Item]) -> Iterator[_Item]:
    """Without those that lie in or across a longer one; of equals the one that says most."""
    taken: list[_Item] = []
    for item in sorted(items, key=lambda item: (item[0], -item[1], _RANK[item[2]])):
        if not taken or item[0] >= taken[-1][1]:
            taken.append(item)
        elif item[1] - item[0] > taken[-1][1] - taken[-1][0]:
            taken[-1] = item
    yield from taken


def _after(text: str, person: int) -> int:
    """Behind a person's name, and the 和 that joins it to what follows (园长杜若兰和|县机关幼儿园)."""
    return person + 1 if text[person : person + 1] in ("和", "与", "及") else person


def _closed(name: str) -> str:
    return re.sub(r"\s+", "", name)
