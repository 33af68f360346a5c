"""What a document of the pairing's paper trail says: parties, term, copies, quotas, funding and the rest."""

from __future__ import annotations

from typing import Literal

from schemas.finding import Finding
from schemas.press import Press
from schemas.required import FieldState
from schemas.span import Extent, Frozen, Item, Span
from schemas.values import Amount, Date, Duration, Money, Rate

Kind = Literal["agreement", "plan", "news", "summary", "notice", "other"]
Side = Literal["supporter", "recipient", "both", "unknown"]
Modality = Literal["duty", "plan", "result", "condition"]
StartsOn = Literal["signing", "sealing", "date", "unknown"]
EffectiveOn = Literal["signing", "sealing", "date", "approval", "unknown"]


class Party(Item):
    """A contracting party (with its role), or an organisation that gives or receives assistance (role None)."""

    role: str | None
    name: str
    side: Side = "unknown"
    blank: bool = False
    aliases: tuple[str, ...] = ()


class Term(Item):
    """How long the assistance runs."""

    start: Date | None = None
    end: Date | None = None
    duration: Duration | None = None
    starts_on: StartsOn = "unknown"


class Effective(Item):
    """What puts the agreement into force."""

    on: EffectiveOn
    date: Date | None = None


class Signature(Item):
    """One party's line in the signature block."""

    role: str
    signatory: str | None = None
    date: Date | None = None
    sealed: bool | None = None


class Holder(Frozen):
    """Who keeps how many copies."""

    holder: str
    count: int


class Copies(Item):
    """一式四份，双方各执两份: the total and its holders."""

    total: int
    holders: tuple[Holder, ...] = ()


class Quota(Item):
    """A number of things or times promised, planned or reported."""

    amount: Amount
    unit: str
    what: str | None = None
    per: Rate | None = None
    each: bool = False
    actor: str | None = None
    target: str | None = None
    modality: Modality
    clause: str | None = None


class Funding(Item):
    """A sum of money (or goods of a stated value) given or promised."""

    amount: Money
    per: Rate | None = None
    times: str | None = None
    total: Money | None = None
    payer: str | None = None
    payee: str | None = None
    purpose: str | None = None
    modality: Modality
    in_kind: bool = False
    part_of: bool = False
    is_total: bool = False
    clause: str | None = None


class Policy(Item):
    """A law, plan or notice that the document refers to, with its document number (云教发〔2024〕31号)."""

    title: str
    number: str | None = None


class Person(Item):
    """Somebody named, with title and organisation as the text gives them."""

    name: str
    title: str | None = None
    organization: str | None = None


class Clause(Frozen):
    """A numbered part of the document. ``span`` is its number and heading, ``extent`` reaches to its end."""

    number: str
    level: int
    heading: str | None
    span: Span
    extent: Extent
    children: tuple[Clause, ...] = ()


class Regions(Frozen):
    """The places between which the assistance runs."""

    supporter: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()


class Document(Frozen):
    """One document of a file; ``span`` is its part of the record's text."""

    kind: Kind
    is_template: bool
    title: str | None
    span: Extent
    parties: tuple[Party, ...] = ()
    term: Term | None = None
    effective: Effective | None = None
    signing: tuple[Signature, ...] = ()
    copies: Copies | None = None
    quotas: tuple[Quota, ...] = ()
    funding: tuple[Funding, ...] = ()
    dates: tuple[Date, ...] = ()
    policies: tuple[Policy, ...] = ()
    people: tuple[Person, ...] = ()
    regions: Regions | None = None
    clauses: tuple[Clause, ...] = ()
    press: Press | None = None
    required: tuple[FieldState, ...] = ()
    findings: tuple[Finding, ...] = ()
