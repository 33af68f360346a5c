"""What a person names for a batch: folders, globs, archives, list files, addresses → the files to be looked at."""

from __future__ import annotations

import glob
import os
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from extractors.readers.charset import decode
from pipeline.batch.remote import Remote, is_address, listed
from pipeline.sources.archive_members import MARK
from pipeline.sources.file_bytes import read_file
from pipeline.sources.folder import Passed
from pipeline.sources.inputs import STANDARD_INPUT, Input, gather, told
from schemas.errors import JieduiError, Unreadable

LIST = "@"
"""Before the name of a file that names files, one a line."""
_MAGIC = frozenset("*?[")
_MOST_LISTED = 200 * 1024**2


@dataclass(frozen=True, slots=True)
class Item:
    """A file and the address by which the store knows it."""

    address: str
    source: Input | Remote


@dataclass(frozen=True, slots=True)
class Listing:
    """The files in the order in which they were named, each once; what was passed over; and the words that name nothing."""

    items: tuple[Item, ...]
    passed: tuple[Passed, ...]
    missing: tuple[str, ...]


def list_items(words: Sequence[str], leave_out: Path | None = None) -> Listing:
    """All that ``words`` name. Raises :class:`JieduiError` for a list file or an address that cannot be read."""
    items: dict[str, Item] = {}
    passed: list[Passed] = []
    missing: list[str] = []
    local: list[str] = []

    def take_local() -> None:
        gathered = gather(local, leave_out=leave_out)
        passed.extend(gathered.passed)
        items.update((item.address, item) for item in with_addresses(gathered.inputs))
        local.clear()

    for word in _spelt_out(words):
        if is_address(word):
            take_local()
            found = list(listed(word))
            items.update((one.address, Item(one.address, one)) for one in found if isinstance(one, Remote))
            passed.extend(one for one in found if isinstance(one, Passed))
            missing.extend([] if found else [word])
        elif matches := _matches(word):
            local.extend(matches)
        else:
            missing.append(word)
    take_local()
    return Listing(tuple(items.values()), tuple(passed), tuple(missing))


def with_addresses(inputs: Sequence[Input]) -> Iterator[Item]:
    """Inputs with their absolute paths; the second member of one name in an archive is told apart by a number."""
    places: defaultdict[str, dict[tuple[int, ...], int]] = defaultdict(dict)
    for source in inputs:
        address = source.shown or "" if source.address is not None else _absolute(source)
        if source.member is not None:
            number = places[address].setdefault(source.member.place, len(places[address]) + 1)
            address += f"#{number}" if number > 1 else ""
        yield Item(address, source)


def _absolute(source: Input) -> str:
    path = told(os.path.abspath(source.path or ""))  # noqa: PTH100 - a link stays what it is called
    return path if source.member is None else f"{path}{MARK}{source.member.name}"


def _spelt_out(words: Sequence[str]) -> Iterator[str]:
    """The words, and in place of a list file what stands in it."""
    for word in words:
        if not word.startswith(LIST) or os.path.lexists(word):
            yield word
            continue
        try:
            text = decode(read_file(Path(word[1:]), _MOST_LISTED)).text
        except Unreadable as trouble:
            raise JieduiError(f"读不了清单 {word[1:]}：{trouble.message}") from trouble
        yield from (line.strip() for line in text.split("\n") if line.strip() and not line.lstrip().startswith("#"))


def _matches(word: str) -> list[str]:
    """The paths that a word means: itself, or what its wildcards find."""
    if os.path.lexists(word) or MARK in word:
        found = [word]
    else:
        # Path.glob takes no absolute patterns
        found = sorted(glob.glob(_pattern(word), recursive=True)) if _MAGIC & set(word) else []  # noqa: PTH207 - see above
    return [f"./{path}" if path == STANDARD_INPUT else path for path in found]


def _pattern(word: str) -> str:
    """The word with its brackets escaped as far as they belong to folders that are there: 协议[2024]/*.txt."""
    above = next((folder for folder in Path(word).parents if os.path.lexists(folder)), Path())
    return str(Path(glob.escape(str(above))) / Path(word).relative_to(above))
