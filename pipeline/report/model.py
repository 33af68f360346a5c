"""The shape of ``report.json``. It is stable: fields may be added, the names below stay.

Four things are counted, and never mixed:

* *files*: the addresses that the run saw; five copies of one file are five files;
* *contents*: different bytes; five copies are one content;
* *documents*: the papers in the contents that were read; a file may hold several;
* *papers*: documents, where of contents that are nearly the same (a scan and its source, one agreement as .docx and .pdf) only one counts.

Days are ISO 8601, instants too, money is decimal strings. A list that may be long is a :class:`Listed`: its first items and how many there
are.
"""

from __future__ import annotations

from typing import Generic, Literal, TypeVar

from pydantic import Field

from pipeline.messages import Lang
from schemas.agreement import Kind, Side
from schemas.finding import Severity
from schemas.span import Frozen

Outcome = Literal["ok", "needs-review", "unreadable", "failed", "quarantined", "elsewhere"]
OUTCOMES: tuple[Outcome, ...] = ("ok", "needs-review", "unreadable", "failed", "quarantined", "elsewhere")
"""``elsewhere``: no reading is in the store, for another run reads the file."""
_T = TypeVar("_T")


class Listed(Frozen, Generic[_T]):
    """The first ``items`` of ``total``."""

    total: int
    items: tuple[_T, ...] = ()


class Run(Frozen):
    """The run that is spoken of; ``sources`` are the words that were named, ``ended`` is when the report was made.

    ``limit`` is how many new files it was to read at most; how many were left is not known.
    """

    id: str
    version: str
    started: str
    ended: str
    sources: tuple[str, ...]
    store: str
    limit: int | None = None


class Files(Frozen):
    """What became of the files. ``new``, ``changed`` and ``unchanged`` speak of the addresses, and add up to ``total`` as ``outcomes`` do.

    ``under`` is the folder in which all of them are, ended by a slash; "" where there is none.
    """

    total: int
    new: int
    changed: int
    unchanged: int
    outcomes: dict[Outcome, int]
    contents: int = Field(description="different contents among the files whose bytes could be had")
    under: str


class Unread(Frozen):
    """Why files were not read: how many for each reason; null where the program failed."""

    reason: str | None
    outcome: Outcome
    files: int


class File(Frozen):
    """A file that asks for attention. ``message`` is the sentence of the record, or the first line of the error."""

    address: str
    outcome: Outcome
    reason: str | None = None
    message: str | None = None
    attempts: int | None = None


class SameContent(Frozen):
    """Files with the same bytes: the first of their addresses, and how many there are."""

    address: str
    files: int


class NearDuplicate(Frozen):
    """A content that says nearly the same as the group's first; ``alike`` is the share of what they have in common, up to 1."""

    address: str
    alike: float


class NearGroup(Frozen):
    """The content that counts for all that are nearly the same as it, and those, the most alike first."""

    address: str
    others: Listed[NearDuplicate]


class Duplicates(Frozen):
    """``spare`` is how many files there are beyond one of each content; ``near`` how many contents do not count, being nearly another."""

    spare: int
    near: int
    contents: Listed[SameContent]
    groups: Listed[NearGroup]


class KindCount(Frozen):
    """Documents of a kind, and how many of them are blank forms."""

    kind: Kind
    documents: int
    templates: int


class RuleCount(Frozen):
    """What a rule found: ``title`` in the report's language, null for a rule of another version."""

    rule: str
    title: str | None
    severity: Severity
    findings: int
    contents: int


class Findings(Frozen):
    """``severities`` adds the findings up; ``clean`` is how many of the contents that were read have neither an error nor a warning."""

    total: int
    severities: dict[Severity, int]
    rules: tuple[RuleCount, ...]
    read: int
    clean: int


class Year(Frozen):
    """Agreements signed in a year."""

    year: str
    agreements: int


class Month(Frozen):
    """Agreements that expire in a month; 2025-03."""

    month: str
    agreements: int


class Named(Frozen):
    """A party as the paper names it."""

    name: str
    side: Side


class Expiring(Frozen):
    """An agreement that ends within the days of the report; ``days`` 0 is the day itself."""

    term_end: str
    days: int
    title: str | None
    parties: tuple[Named, ...]
    address: str
    files: int


class Agreements(Frozen):
    """Agreements that are no blank forms, each counted once (papers).

    ``expired``, ``expiring``, ``later`` and ``open`` (no day of expiry is known) add up to ``total``; so do ``years`` with ``unsigned``,
    which have no day of signing. ``months`` are the twelve from the month of ``as_of`` on.
    """

    total: int
    within_days: int
    expired: int
    expiring: Listed[Expiring]
    later: int
    open: int
    years: tuple[Year, ...]
    unsigned: int
    months: tuple[Month, ...]


class Sum(Frozen):
    """What sums of one kind come to. ``per`` None: once, or the stated total of a repeated payment; else the time for which it is paid (年).

    ``min`` and ``max`` are exact; ``max`` is null where a sum has no upper bound (不少于5万元). ``approximate``: a sum among them says 约.
    ``in_kind`` is how many of the items are goods of a stated value.
    """

    currency: str
    per: str | None
    items: int
    agreements: int
    min: str
    max: str | None
    approximate: bool
    in_kind: int


class Money(Frozen):
    """Money promised in agreements (papers, no blank forms): what a party has to give or plans to, not what was given or is conditional.

    Parts of another sum are left out (``parts``), and grand totals where the sums that they add up are there (``totals``). Sums for each
    person, school or time are no money that could be added up: ``rates`` counts them. ``agreements`` have a sum that counts.
    """

    agreements: int
    sums: tuple[Sum, ...]
    rates: int
    parts: int
    totals: int


class PartyCount(Frozen):
    """In how many papers a party stands, blank forms left out."""

    name: str
    papers: int


class Parties(Frozen):
    """Those most seen; who supports and is supported stands in both lists."""

    supporters: Listed[PartyCount]
    recipients: Listed[PartyCount]


class Slow(Frozen):
    """A file that took long in this run."""

    address: str
    seconds: float
    outcome: Outcome


class Speed(Frozen):
    """The files that this run read itself; ``seconds`` is what they took, added up over all that read at a time."""

    files: int
    seconds: float
    slowest: tuple[Slow, ...]


class Report(Frozen):
    """All that is said of a run."""

    schema_version: Literal["1"] = "1"
    lang: Lang
    as_of: str
    run: Run
    files: Files
    unread: tuple[Unread, ...]
    not_read: Listed[File]
    to_review: Listed[File]
    duplicates: Duplicates
    kinds: tuple[KindCount, ...]
    findings: Findings
    agreements: Agreements
    money: Money
    parties: Parties
    speed: Speed
