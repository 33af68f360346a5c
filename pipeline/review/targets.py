"""What a target says: which document, which field, which item. A target is a JSON Pointer (RFC 6901) into a record, or empty."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

ItemField = Literal["parties", "signing", "quotas", "funding", "policies", "people"]
SingleField = Literal["kind", "title", "term", "effective", "copies", "regions"]
PressValue = Literal["outlet", "author", "published", "original_url"]
Field = Literal[ItemField, SingleField, PressValue, "findings"]
ITEMS: tuple[ItemField, ...] = ("parties", "signing", "quotas", "funding", "policies", "people")
"""Fields that are lists."""
SINGLES: tuple[SingleField, ...] = ("kind", "title", "term", "effective", "copies", "regions")
"""Fields that have one value, or none."""
PRESS: tuple[PressValue, ...] = ("outlet", "author", "published", "original_url")
"""Those of news."""
_FIELDS: Mapping[str, Field] = {field: field for field in (*ITEMS, *SINGLES, *PRESS)}
_TARGET = re.compile(
    rf"/documents/(?P<document>0|[1-9][0-9]{{0,5}})/(?:(?P<list>{'|'.join(ITEMS)})(?:/(?P<item>0|[1-9][0-9]{{0,6}}|\+[0-9a-f]{{8}}))?"
    rf"|(?P<single>{'|'.join(SINGLES)})|press/(?P<press>{'|'.join(PRESS)})|findings/(?P<finding>[^/]{{1,64}}))"
    r"|/findings/(?P<of_file>[^/]{1,64})"
)


@dataclass(frozen=True, slots=True)
class Target:
    """``document`` is None for the file's own findings; ``item`` an index, ``+`` and 8 hex digits, or a fingerprint.

    ``item`` is None for a single value, and for a list as a whole.
    """

    document: int | None
    field: Field
    item: str | None = None

    @property
    def is_finding(self) -> bool:
        """Whether it is about a finding and not about a value."""
        return self.field == "findings"

    @property
    def is_added(self) -> bool:
        """Whether it is an item that a reviewer added."""
        return self.item is not None and self.item.startswith("+")

    @property
    def is_group(self) -> bool:
        """Whether it is a list as a whole, of which all that can be said is that the paper states none."""
        return self.item is None and self.field in ITEMS

    def __str__(self) -> str:
        """The pointer."""
        field = f"press/{self.field}" if self.field in PRESS else self.field
        document = "" if self.document is None else f"/documents/{self.document}"
        return f"{document}/{field}" + ("" if self.item is None else f"/{self.item}")


def target_of(pointer: str) -> Target | None:
    """What a pointer is about; None where it is nothing that can be decided on."""
    found = _TARGET.fullmatch(pointer)
    if found is None:
        return None
    if found["of_file"]:
        return Target(None, "findings", found["of_file"])
    document = int(found["document"])
    if found["list"]:
        return Target(document, _FIELDS[found["list"]], found["item"])
    if found["finding"]:
        return Target(document, "findings", found["finding"])
    return Target(document, _FIELDS[found["single"] or found["press"]])
