"""The fields of a document that people review, and the parts that each is typed in.

Each part knows how it is shown, how it is read back, and which choices it has.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, get_args

from pipeline.messages import Lang
from pipeline.review import understood as read
from pipeline.review import written as write
from pipeline.review.targets import Field as FieldName
from pipeline.review.words import review_words
from pipeline.show_labels import labels
from schemas.agreement import (
    Copies,
    Effective,
    EffectiveOn,
    Funding,
    Kind,
    Modality,
    Party,
    Person,
    Policy,
    Quota,
    Regions,
    Side,
    Signature,
    StartsOn,
    Term,
)
from schemas.span import Frozen
from schemas.values import Date

Empty = Literal["null", "blank", "none", "refused"]
"""What a part becomes when nothing is typed: null, the empty text, an empty list; or a problem."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a value. ``label`` is its key in :attr:`ReviewWords.parts`, ``choices`` its codes."""

    name: str
    label: str
    write: Callable[[Any], str]
    read: Callable[[str], Any]
    empty: Empty = "null"
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Field:
    """A field: its parts, the model of its value (None where it is a plain value), and whether there are many of it in a document."""

    name: FieldName
    parts: tuple[Part, ...]
    model: type[Frozen] | None
    many: bool = False
    kinds: tuple[Kind, ...] = get_args(Kind)
    """The kinds of documents that have it."""

    @property
    def has_words(self) -> bool:
        """Whether a value of it quotes its words."""
        return self.model is not None and "span" in self.model.model_fields


def _same(text: str) -> str:
    return text


def _line(text: str) -> str:
    return " ".join(text.split())


def _url(text: str) -> str:
    url = text.strip()
    if not url.lower().startswith(("http://", "https://")) or any(char.isspace() for char in url):
        raise read.NotUnderstood("url", text)
    return url


def _part_date(text: str) -> Date:
    return read.read_date(text)


def _any_date(text: str) -> Date:
    return read.read_date(text, single=False)


def _words(name: str, label: str | None = None, empty: Empty = "null") -> Part:
    return Part(name, label or name, _same, _line, empty)


def _choice(name: str, closed: object, label: str | None = None) -> Part:
    return Part(name, label or name, _same, _same, "refused", get_args(closed))


def _flag(name: str, empty: Empty = "refused") -> Part:
    return Part(name, name, lambda value: "yes" if value else "no", read.read_yes_no, empty, ("yes", "no"))


def _date(name: str) -> Part:
    return Part(name, name, write.write_date, _part_date)


_RATE = Part("per", "per", write.write_rate, read.read_rate)
_MODALITY = _choice("modality", Modality)
_AGREEMENT: tuple[Kind, ...] = ("agreement",)
_NEWS: tuple[Kind, ...] = ("news",)
_ALL = (
    Field("title", (_words("value", "title"),), None),
    Field("kind", (_choice("value", Kind, "kind"),), None),
    Field(
        "parties",
        (
            _words("role"),
            _words("name", empty="blank"),
            _choice("side", Side),
            _flag("blank"),
            Part("aliases", "aliases", write.write_names, read.read_names, "none"),
        ),
        Party,
        many=True,
    ),
    Field(
        "term",
        (
            _date("start"),
            _date("end"),
            Part("duration", "duration", write.write_duration, read.read_duration),
            _choice("starts_on", StartsOn),
        ),
        Term,
    ),
    Field("effective", (_choice("on", EffectiveOn), _date("date")), Effective, kinds=_AGREEMENT),
    Field(
        "signing",
        (_words("role", empty="refused"), _words("signatory"), _date("date"), _flag("sealed", "null")),
        Signature,
        many=True,
        kinds=_AGREEMENT,
    ),
    Field(
        "copies",
        (
            Part("total", "copies", str, read.read_whole, "refused"),
            Part("holders", "holders", write.write_holders, read.read_holders, "none"),
        ),
        Copies,
        kinds=_AGREEMENT,
    ),
    Field(
        "quotas",
        (
            Part("amount", "amount", write.write_amount, lambda text: read.read_amount(text)[0], "refused"),
            _words("unit", empty="blank"),
            _words("what"),
            _RATE,
            _flag("each"),
            _words("actor"),
            _words("target"),
            _MODALITY,
            _words("clause"),
        ),
        Quota,
        many=True,
    ),
    Field(
        "funding",
        (
            Part("amount", "amount", write.write_money, read.read_money, "refused"),
            _RATE,
            Part("times", "times", _same, read.read_times),
            Part("total", "total", write.write_money, read.read_money),
            _words("payer"),
            _words("payee"),
            _words("purpose"),
            _MODALITY,
            _flag("in_kind"),
            _flag("part_of"),
            _flag("is_total"),
            _words("clause"),
        ),
        Funding,
        many=True,
    ),
    Field(
        "regions",
        tuple(Part(side, side, write.write_names, read.read_names, "none") for side in ("supporter", "recipient")),
        Regions,
    ),
    Field("outlet", (_words("value", "value"),), None, kinds=_NEWS),
    Field("author", (_words("value", "value"),), None, kinds=_NEWS),
    Field("published", (Part("value", "published", write.write_date, _any_date),), None, kinds=_NEWS),
    Field("original_url", (Part("value", "value", _same, _url),), None, kinds=_NEWS),
    Field("policies", (_words("title", empty="refused"), _words("number")), Policy, many=True),
    Field(
        "people",
        (_words("name", "person", "refused"), _words("title", "position"), _words("organization")),
        Person,
        many=True,
    ),
)
FIELDS: Mapping[FieldName, Field] = {field.name: field for field in _ALL}
"""Every field by its name, in the order in which they are shown."""


@cache
def options(part: Part, lang: Lang) -> tuple[tuple[str, str], ...]:
    """The choices of a part with their labels: (("duty", "应做"), …); none for what is typed freely."""
    if not part.choices:
        return ()
    shown, words = labels(lang), review_words(lang)
    by_label: Mapping[str, Mapping[Any, str]] = {
        "side": shown.sides,
        "modality": shown.modalities,
        "on": shown.effective_on,
        "starts_on": words.starts_on,
        "kind": shown.kinds,
    }
    named = by_label.get(part.label, {"yes": words.yes, "no": words.no})
    sealed = {"yes": shown.sealed, "no": shown.unsealed}
    empty = (("", ""),) if part.empty == "null" else ()
    return empty + tuple((code, (sealed if part.name == "sealed" else named)[code]) for code in part.choices)


def written(part: Part, value: object) -> str:
    """A part's value as it is shown and typed; "" for none."""
    return "" if value is None else part.write(value)


_DEFAULTS: Mapping[str, str] = {"side": "unknown", "on": "unknown", "starts_on": "unknown", "blank": "no", "each": "no"}
_USUAL: Mapping[Kind, Modality] = {"agreement": "duty", "plan": "plan", "notice": "plan"}


def default_text(part: Part, kind: Kind) -> str:
    """What a part of a new value most likely is, in a document of that kind."""
    if part.name == "modality":
        return _USUAL.get(kind, "result")
    if part.name in ("in_kind", "part_of", "is_total"):
        return "no"
    return _DEFAULTS.get(part.name, "")
