"""Who is who in a piece of news: whom its words mean, and on which side they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from extractors.names.aliases import same_organisation
from extractors.names.place_fronts import place_in_front
from pipeline.digest.rows import Row

_NOBODY = re.compile(
    r"[甲乙丙丁]方|[双各三两]方(?:学校)?|[两双各我本该全][地校园县市区省旗州局家]|(?:支援|受援|帮扶|被帮扶|结对|协作|农村|城区|乡村|薄弱|优质)?(?:学校|学园|方|单位|地区|校)"
)
"""Words for a side or for anybody, which name nobody."""
_LONGEST = 80


@dataclass
class Cast:
    """The organisations of a document by side, each once; ``regions`` are the places of either side as the record has them."""

    regions: tuple[Sequence[str], Sequence[str]]
    supporters: list[str] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    _meant: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, parties: Iterable[Row], regions: tuple[Sequence[str], Sequence[str]]) -> Cast:
        """The cast of a document with these parties."""
        cast = cls(regions)
        for party in parties:
            if party.blank or not party.name:
                continue
            for side in cast._sides(party.side):
                if party.name not in side:
                    side.append(party.name)
            for alias in (party.aliases or "").split("\n"):
                cast._meant.setdefault(alias, party.name)
        return cast

    def _sides(self, side: str) -> list[list[str]]:
        if side == "both":
            return [self.supporters, self.recipients]
        return [{"supporter": self.supporters, "recipient": self.recipients}.get(side, self.others)]

    def meant(self, name: str | None) -> str | None:
        """Whom a name of this document means: the full name of a party, else the name itself; None for words that name nobody."""
        if name is None or not name.strip() or _NOBODY.fullmatch(name) or len(name) > _LONGEST:
            return None
        if name not in self._meant:
            self._meant[name] = self._full(name)
        return self._meant[name]

    def _full(self, name: str) -> str:
        parties = dict.fromkeys((*self.supporters, *self.recipients, *self.others))
        if name in parties or name in self.regions[0] or name in self.regions[1]:
            return name
        found = [party for party in parties if set(name) <= set(party) and same_organisation(name, party)]
        return found[0] if len(found) == 1 else name

    def is_recipient(self, name: str) -> bool:
        """Whether one is helped, and does not help as well."""
        helping, helped = self.places
        return name in (*self.recipients, *helped) and name not in (*self.supporters, *helping)

    @property
    def givers(self) -> Sequence[str]:
        """Who helps: the organisations, else the places."""
        return self.supporters or self.regions[0]

    @property
    def receivers(self) -> Sequence[str]:
        """Who is helped."""
        return self.recipients or self.regions[1]

    @cached_property
    def places(self) -> tuple[Sequence[str], Sequence[str]]:
        """The places of either side: those of the record, else those that the parties' names tell."""
        return self.regions[0] or _fronts(self.supporters), self.regions[1] or _fronts(self.recipients)


def _fronts(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(place for name in names if (place := place_in_front(name))))
