"""Which rules are meant by the words that a person writes: ``copies-mismatch``, ``missing``, ``missing-``, ``all``."""

from __future__ import annotations

import re
from collections.abc import Iterable

from extractors.checks import ALL_RULES, FAMILIES
from extractors.checks.rule import Described
from pipeline.config.keys import alike
from pipeline.config.misuse import Misuse

EVERY = "all"
_PARTED = re.compile(r"[,，、\s]+")


def resolve(words: Iterable[str]) -> frozenset[str]:
    """The slugs that are meant; each word may list several. Raises :class:`Misuse` for one that means no rule."""
    return frozenset(slug for name in parted(words) for slug in meant_by(name))


def parted(words: Iterable[str]) -> list[str]:
    """The names in lists that are parted by commas or blanks."""
    return [name for word in words for name in _PARTED.split(word) if name]


def meant_by(name: str) -> frozenset[str]:
    """The slugs of a rule, of a family, of a prefix that ends in a hyphen, or of all rules."""
    plain = name.lower().replace("_", "-").removesuffix("*")
    slugs = [rule.slug for rule in ALL_RULES]
    if plain == EVERY:
        return frozenset(slugs)
    for family in FAMILIES:
        if plain == family.slug:
            return frozenset(rule.slug for rule in family.rules)
    found = frozenset(slug for slug in slugs if slug == plain or (plain.endswith("-") and slug.startswith(plain)))
    if not found:
        raise no_rule(name, (*slugs, *(family.slug for family in FAMILIES)))
    return found


def breadth(name: str) -> int:
    """How many rules a name means: a narrower one has the last word."""
    return len(meant_by(name))


def rule_of(slug: str) -> Described | None:
    """The rule of a slug; None for a finding of another version's rule."""
    return next((rule for rule in ALL_RULES if rule.slug == slug), None)


def only_rule(name: str) -> Described:
    """The rule of a slug that a person wrote. Raises :class:`Misuse`."""
    rule = rule_of(name.lower().replace("_", "-"))
    if rule is None:
        raise no_rule(name, [rule.slug for rule in ALL_RULES])
    return rule


def no_rule(name: str, known: Iterable[str]) -> Misuse:
    """That no rule is called so, and which are called alike."""
    nearest = alike(name, known)
    return Misuse("no_rule_alike" if nearest else "no_rule", name=name, nearest=nearest)
