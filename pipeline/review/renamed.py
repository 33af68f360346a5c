"""Names that people corrected, in what refers to them: 甲方's quotas stay 甲方's whatever it is called now.

Only a value that says exactly the old name or role follows, and none that a person has written: that says what was meant. The old name
stays where a party still goes by it, as another's name or as an alias.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from schemas.agreement import Copies, Document, Party

_REFERRING: Mapping[str, tuple[str, ...]] = {"quotas": ("actor", "target"), "funding": ("payer", "payee"), "signing": ("role",)}
"""What names a party, by list."""


def with_new_names(document: Document, renamed: Collection[tuple[Party, Party]], typed: Collection[tuple[str, int]]) -> Document:
    """The document with its references to parties that are called otherwise now.

    ``renamed`` are parties as they were and as they are; ``typed`` are lists and places in them of items that a person wrote, and
    ``("copies", 0)``.
    """
    names = _new_names(document, renamed)
    if not names:
        return document
    update: dict[str, Any] = {}
    for field, parts in _REFERRING.items():
        items = getattr(document, field)
        update[field] = tuple(item if (field, at) in typed else _followed(item, parts, names) for at, item in enumerate(items))
    if document.copies is not None and ("copies", 0) not in typed:
        update["copies"] = _held_by(document.copies, names)
    return document.model_copy(update=update)


def _new_names(document: Document, renamed: Collection[tuple[Party, Party]]) -> dict[str, str]:
    standing = {name for party in document.parties for name in (party.role, party.name, *party.aliases)}
    pairs = [pair for was, now in renamed for pair in ((was.name, now.name), (was.role, now.role))]
    return {was: now for was, now in pairs if was and now and was not in standing}


def _followed(item: Any, parts: tuple[str, ...], names: Mapping[str, str]) -> Any:  # noqa: ANN401 - an item of any list
    update = {part: names[name] for part in parts if (name := getattr(item, part)) in names}
    return item.model_copy(update=update) if update else item


def _held_by(copies: Copies, names: Mapping[str, str]) -> Copies:
    holders = tuple(one.model_copy(update={"holder": names.get(one.holder, one.holder)}) for one in copies.holders)
    return copies if holders == copies.holders else copies.model_copy(update={"holders": holders})
