"""Read the places between which the assistance runs.

Reads::

    东湾市先后选派86名教师到云岭县任教                 东湾市 helps 云岭县
    广州市越秀区教育局、云岭县教育局 (the parties)    广州市越秀区 helps 云岭县

Leaves alone::

    全市, 我县, 山区                                    no place by name
    both parties of one town                           nothing to tell apart
"""

from __future__ import annotations

from collections.abc import Sequence

from extractors.names.place_fronts import place_in_front
from extractors.names.sides import Sides
from schemas.agreement import Party, Regions, Side


def find_places(parties: Sequence[Party], sides: Sides) -> Regions | None:
    """The places of either side, from the parties' names first, then from what the text says of places; None where none is told."""
    sided = [(place_in_front(party.name), party.side) for party in parties if not party.blank]
    sided += [(region.name, region.side) for region in sides.regions]
    supporters, recipients = _of(sided, "supporter"), _of(sided, "recipient")
    either = set(supporters) & set(recipients)
    supporters = tuple(place for place in supporters if place not in either)
    recipients = tuple(place for place in recipients if place not in either)
    return Regions(supporter=supporters, recipient=recipients) if supporters or recipients else None


def _of(sided: Sequence[tuple[str, Side]], wanted: Side) -> tuple[str, ...]:
    """The places of one side, each once; one that begins another's name is taken for the longer one."""
    places = list(dict.fromkeys(place for place, side in sided if place and side == wanted))
    return tuple(
        place for place in places if not any(other != place and (other.startswith(place) or other.endswith(place)) for other in places)
    )
