"""Files at hand: what they hold, by its digest, and what lies at an address, fetched and, if it is an archive, opened."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace

from pipeline.batch.items import with_addresses
from pipeline.batch.remote import Remote, fetched
from pipeline.reading import bytes_of
from pipeline.sources.inputs import Input, gather
from pipeline.store.seen import Seen
from schemas.errors import Unreadable


@dataclass(frozen=True, slots=True)
class Ready:
    """A file at hand: its input, and what it holds. ``is_noted``: the store knows already that it was seen."""

    source: Input
    seen: Seen
    is_noted: bool = False


def look_at(source: Input, address: str, passwords: Sequence[str], mark: str | None = None) -> Seen:
    """What a file holds, by its digest."""
    try:
        data = bytes_of(source, passwords)
    except Unreadable as trouble:
        return Seen(address, None, None, mark, trouble.reason, trouble.message)
    return Seen(address, hashlib.sha256(data).hexdigest(), len(data), mark)


def fetch(remote: Remote, passwords: Sequence[str], held: ExitStack, is_stopped: Callable[[], bool]) -> list[Ready]:
    """The file at an address, or all members of the archive that it is; none where it was stopped at that. ``held`` keeps the copy."""
    try:
        path = held.enter_context(fetched(remote))
    except Unreadable as trouble:
        return [Ready(Input(None, address=remote.address), Seen(remote.address, None, None, None, trouble.reason, trouble.message))]
    inputs = [replace(source, address=remote.address) for source in gather([str(path)]).inputs]
    found = []
    for one in with_addresses(inputs):
        if is_stopped():
            return []
        if isinstance(one.source, Input):
            found.append(Ready(one.source, look_at(one.source, one.address, passwords, remote.mark)))
    return found
