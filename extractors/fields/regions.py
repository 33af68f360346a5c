"""Read the places between which the assistance runs.

Reads::

    东湾市先后选派86名教师到云岭县任教                 东湾市 helps 云岭县
    广州市越秀区教育局、云岭县教育局 (the parties)    广州市越秀区 helps 云岭县

Leaves alone::

    全市, 我县, 山区                                    no place by name
    both parties of one town                           nothing to tell apart
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.names.sides import Sides
from schemas.agreement import Party, Regions, Side

_PLACE = re.compile(
    r"[一-龥]{1,3}(?:省|自治区)(?:[一-龥]{2,4}?(?:市|州|盟|地区))?(?:[一-龥]{2,4}?(?:县|区|旗))?"
    r"|[一-龥]{2,5}?(?:市|自治州|州|盟|地区|自治县|县|区|旗)(?!级|域|属|直|委|政协)(?:[一-龥]{1,4}?(?:县|区|市|镇|乡|街道)(?!级|域))?"
)
"""A place at the front of a name: province, prefecture, county, town, as GB/T 2260 names its levels."""
_NO_PLACE = re.compile("[东南西北城校园社山牧林片老新小]区$|城市$|开发区$|示范区$|实验区$")


def find_places(parties: Sequence[Party], sides: Sides) -> Regions | None:
    """The places of either side, from the parties' names first, then from what the text says of places; None where none is told."""
    sided = [(_place(party.name), party.side) for party in parties if not party.blank]
    sided += [(region.name, region.side) for region in sides.regions]
    supporters, recipients = _of(sided, "supporter"), _of(sided, "recipient")
    either = set(supporters) & set(recipients)
    supporters = tuple(place for place in supporters if place not in either)
    recipients = tuple(place for place in recipients if place not in either)
    return Regions(supporter=supporters, recipient=recipients) if supporters or recipients else None


def _place(name: str) -> str:
    match = _PLACE.match(name)
    return match.group() if match and not _NO_PLACE.fullmatch(match.group()) else ""


def _of(sided: Sequence[tuple[str, Side]], wanted: Side) -> tuple[str, ...]:
    """The places of one side, each once; one that begins another's name is taken for the longer one."""
    places = list(dict.fromkeys(place for place, side in sided if place and side == wanted))
    return tuple(
        place for place in places if not any(other != place and (other.startswith(place) or other.endswith(place)) for other in places)
    )
