"""What should be read from a document, as a person annotated it: ``NAME.gold.json`` beside the document.

``docs/annotating.md`` tells people how to write one. The names are those of the record; in place of offsets, an item quotes the words
that state it. Names that are not compared are allowed, and names that nobody knows are told: one of them may be a slip of the pen.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from pipeline.sources.file_bytes import read_file
from schemas.agreement import Kind, Modality, Side

SUFFIX = ".gold.json"
Number = str | int | float
_UNCOMPARED = frozenset(
    "approximate exclusive_min exclusive_max currency iso starts_on resolved for_each is_template end_text blank aliases sealed each "
    "target clause times purpose in_kind part_of is_total severity message url effective dates policies people regions clauses "
    "span confidence via".split()
)


class NotGold(ValueError):  # noqa: N818 - it names what the file is not
    """The file is no annotation; its text says where it goes wrong (``documents.0.quotas.2.amount.min``), if that is known."""


class Part(BaseModel):
    """The base of every part of an annotation."""

    model_config = ConfigDict(frozen=True, extra="allow")


class Placed(Part):
    """Something that stands at a place: where it is quoted, also in other words (``also``), it is compared by place too."""

    quote: str | None = None
    also: tuple[str, ...] = ()


class GoldAmount(Part):
    """A number with its bounds."""

    min: Number | None = None
    max: Number | None = None


class GoldRate(Part):
    """每学期 is count 1, unit 学期."""

    count: Number = "1"
    unit: str | None = None


class GoldDate(Part):
    """A date in EDTF."""

    edtf: str | None = None


Day = GoldDate | str | None


class GoldDuration(Part):
    """三年 is count 3, unit 年."""

    count: Number
    unit: str


class GoldParty(Placed):
    """Who gives or receives assistance."""

    role: str | None = None
    name: str = ""
    side: Side | None = None


class GoldTerm(Placed):
    """How long it runs."""

    start: Day = None
    end: Day = None
    duration: GoldDuration | None = None


class GoldSignature(Placed):
    """One party's line in the signature block."""

    role: str | None = None
    signatory: str | None = None
    date: Day = None


class GoldHolder(Part):
    """Who keeps how many copies."""

    holder: str = ""
    count: int | None = None


class GoldCopies(Placed):
    """一式四份，双方各执两份."""

    total: Number | None = None
    holders: tuple[GoldHolder, ...] | None = None


class GoldQuota(Placed):
    """A number of things or times."""

    amount: GoldAmount | None = None
    unit: str | None = None
    per: GoldRate | None = None
    actor: str | None = None
    what: str | None = None
    modality: Modality | None = None


class GoldFunding(Placed):
    """A sum of money."""

    amount: GoldAmount | None = None
    per: GoldRate | None = None
    payer: str | None = None
    payee: str | None = None
    total: GoldAmount | None = None
    modality: Modality | None = None


class GoldPress(Placed):
    """Where a piece of news was published."""

    outlet: str | None = None
    author: str | None = None
    published: Day = None
    original_url: str | None = None


class GoldFinding(Placed):
    """A defect that a rule should find; what it is about is shown, not compared."""

    rule: str
    subject: str = ""


class GoldDocument(Part):
    """One document of the file; ``start_text`` are its first words, where the file holds several or begins with something else."""

    kind: Kind
    title: str | None = None
    start_text: str | None = None
    parties: tuple[GoldParty, ...] | None = None
    term: GoldTerm | None = None
    signing: tuple[GoldSignature, ...] | None = None
    copies: GoldCopies | None = None
    quotas: tuple[GoldQuota, ...] | None = None
    funding: tuple[GoldFunding, ...] | None = None
    press: GoldPress | None = None
    findings: tuple[GoldFinding, ...] | None = None


class Gold(Part):
    """The annotation of one file: the name of the document beside it, and what its documents say, in the order in which they stand.

    A document in an archive is named ``archive.zip!/path``.
    """

    file: Annotated[str, StringConstraints(pattern=r"^[^/\\]+(?:\.zip!/(?:[^/\\.][^/\\]*/)*[^/\\]+)?$")]
    documents: tuple[GoldDocument, ...]


@dataclass(frozen=True, slots=True)
class GoldFile:
    """An annotation on disk; ``name`` is its path below the folder that was given, without the suffix."""

    path: Path
    name: str

    def load(self) -> tuple[Gold, str]:
        """The annotation and its digest. Raises :class:`NotGold` or :class:`schemas.errors.Unreadable`."""
        data = read_file(self.path)
        try:
            return Gold.model_validate_json(data), hashlib.sha256(data).hexdigest()
        except ValidationError as error:
            raise NotGold(".".join(str(step) for step in error.errors()[0]["loc"])) from error


def gold_files(place: Path) -> list[GoldFile]:
    """The annotations below a folder, in sorted order; or the one that is named."""
    if place.is_file():
        return [GoldFile(place, place.name.removesuffix(SUFFIX))]
    found = sorted(path for path in place.rglob("*" + SUFFIX) if path.is_file())
    return [GoldFile(path, path.relative_to(place).as_posix().removesuffix(SUFFIX)) for path in found]


def unknown_names(part: Part, place: str = "") -> Iterator[str]:
    """The names in an annotation that are neither compared nor known from the record, each with its place."""
    for name, value in part:
        if name in (part.model_extra or {}):
            yield from [] if name in _UNCOMPARED else [place + name]
        elif isinstance(value, Part):
            yield from unknown_names(value, f"{place}{name}.")
        elif isinstance(value, tuple):
            for at, each in enumerate(value):
                yield from unknown_names(each, f"{place}{name}.{at}.") if isinstance(each, Part) else ()
