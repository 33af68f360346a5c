"""What reviewers changed in a record, as a JSON Patch (RFC 6902): applied to the record that was read, it gives the reviewed one."""

from __future__ import annotations

from typing import Any

import jsonpatch

from schemas.record import Record


def patch_of(read: Record, reviewed: Record) -> list[dict[str, Any]]:
    """The operations, in the order in which they are applied; among them the one that adds ``review``."""
    patch = jsonpatch.make_patch(read.model_dump(mode="json"), reviewed.model_dump(mode="json"))
    operations: list[dict[str, Any]] = patch.patch
    return operations
