"""Read the parties: whom an agreement binds, and elsewhere the organisations that give or receive assistance.

Reads::

    甲方（帮扶学校）：云溪市实验小学                    甲方, supporter
    甲方: xx高中部                                        甲方, left open
    甲校选派6名教师到乙校支教 (a summary)                甲校 supporter, 乙校 recipient

Leaves alone::

    支援学校、受援学校 in a plan                          roles that stand for many
    县教育局 that only leads, checks or is reported to
    清远市, 郑柏舟, 师范大学 that was hired                regions, people, hired bodies
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractors.names.declared_party import DeclaredParty
from extractors.names.sides import Sides
from extractors.text.passage import Passage
from schemas.agreement import Party


def find_parties(passage: Passage, roles: Sequence[DeclaredParty], sides: Sides) -> Iterator[Party]:
    """The parties in the order in which they are introduced; ``roles`` are those that an agreement declares."""
    if passage.kind == "agreement":
        for role in roles:
            yield Party(
                role=role.written_role or role.role,
                name=role.written,
                side=role.side,
                blank=role.blank,
                aliases=role.aliases,
                span=passage.span(role.start, role.end),
                confidence=0.95,
                via="roles",
            )
        return
    for standing in sides.organisations:
        first = next((mention for mention in standing.mentions if mention.name == standing.name), standing.mentions[0])
        aliases = tuple(dict.fromkeys(mention.name for mention in standing.mentions if mention.name != standing.name))
        yield Party(
            role=None,
            name=standing.name,
            side=standing.side,
            aliases=aliases,
            span=passage.span(first.start, first.end),
            confidence=0.8,
            via="sides",
        )
