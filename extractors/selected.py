"""What the readers make of words that a person has selected in a record's text: the beginning of a value that was missed.

The words are read where they stand: who acts and which rate governs is often said before them. What the readers left alone in its place
(a count that looked like an article) is read again from the words alone, and at last only its figures, its date or its name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from extractors.fields.copies import find_copies
from extractors.fields.effective import find_effective
from extractors.fields.funding import find_funding
from extractors.fields.parties import find_parties
from extractors.fields.people import find_people
from extractors.fields.policies import find_policies
from extractors.fields.quotas import find_quotas
from extractors.fields.signing import find_signing
from extractors.fields.terms import find_term
from extractors.language import Language, default_language
from extractors.names.find import find_mentions
from extractors.names.roles import find_roles
from extractors.names.sides import find_sides
from extractors.names.subjects import Subjects
from extractors.readers.source_text import SourceText
from extractors.text.calendar import find_moments, make_date
from extractors.text.counts import find_counts
from extractors.text.durations import find_durations
from extractors.text.modality import Outlook
from extractors.text.money import find_sums
from extractors.text.normal import NormalText, normalise
from extractors.text.passage import Passage, make_passage
from extractors.text.rates import find_rates, governing
from schemas.agreement import Copies, Effective, Funding, Kind, Modality, Party, Person, Policy, Quota, Signature, Term
from schemas.record import Record
from schemas.span import Item, Span
from schemas.values import Date

_NEAR = 12_000
"""Characters before and behind the words that are read with them; a paper's parties are looked for from its beginning, if it is near."""
_LINE_END = re.compile(r"\s*[\r\n]+\s*(?![A-Za-z])")
_ADDRESSES = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class _Selection:
    """The selected words as ``normal.text[start:end]``, in a document of some kind; ``low`` to ``high`` are read with them."""

    normal: NormalText
    kind: Kind
    low: int
    high: int
    start: int
    end: int
    language: Language

    @property
    def words(self) -> str:
        """As the source writes them, closed up where a line breaks."""
        return _LINE_END.sub("", self.normal.written(self.start, self.end)).strip()

    @property
    def span(self) -> Span:
        """The words where they stand."""
        return self.normal.span(self.start, self.end)


def read_selected(record: Record, document: int, field: str, start: int, end: int) -> Item | Date | str | None:
    """The value of a field (``quotas``, ``term``, ``published`` …) in the words ``record.text[start:end]`` of a document.

    None where they hold none. Its span is that of the words, without the blanks at their ends. Linear in what stands near them.
    """
    extent = record.documents[document].span
    near = max(extent.start, start - _NEAR), min(extent.end, end + _NEAR)
    language = _language()
    # the text around stays what it was: offsets are moved by where it begins
    normal = normalise(SourceText(record.text[near[0] : near[1]], "text/plain"), language.simplify)
    first, last = normal.normal_offset(start - near[0]), normal.normal_offset(end - near[0])
    while first < last and normal.text[first].isspace():
        first += 1
    while first < last and normal.text[last - 1].isspace():
        last -= 1
    if first == last:
        return None
    kind = record.documents[document].kind
    selection = _Selection(normal, kind, 0, len(normal.text), first, last, language)
    found = _read(selection, field)
    if not isinstance(found, Item):
        return found.model_copy(update={"span": None}) if isinstance(found, Date) else found
    low, high = normal.place(first, last)
    span = Span(start=near[0] + low, end=near[0] + high, text=record.text[near[0] + low : near[0] + high])
    dates = {name: _moved(date, near[0]) for name in ("start", "end", "date") if isinstance(date := getattr(found, name, None), Date)}
    return found.model_copy(update={**dates, "span": span, "confidence": 1.0, "via": "review"})


def _moved(date: Date, by: int) -> Date:
    """The date with its words where they stand in the whole text."""
    words = date.span
    if words is None:
        return date
    return date.model_copy(update={"span": Span(start=words.start + by, end=words.end + by, text=words.text)})


@cache
def _language() -> Language:
    return default_language()


def _read(selection: _Selection, field: str) -> Item | Date | str | None:
    if field in _PLAIN:
        return _PLAIN[field](selection)
    if field not in _BARE:
        return None
    for low, high in ((selection.low, selection.high), (selection.start, selection.end)):
        passage = make_passage(selection.normal, low, high, selection.kind, None)
        best = _best(selection, _found(passage, field, selection.language))
        if best is not None:
            return best
    return _BARE[field](selection)


def _best(selection: _Selection, found: Iterable[Item]) -> Item | None:
    """The item whose words share most with the selection; the first of several that are alike."""
    low, high = selection.normal.place(selection.start, selection.end)

    def shared(item: Item) -> int:
        return min(item.span.end, high) - max(item.span.start, low)

    return max((item for item in found if shared(item) > 0), key=shared, default=None)


def _found(passage: Passage, field: str, language: Language) -> Iterator[Item]:
    """What a field's own reader finds in a passage."""
    roles = find_roles(passage)
    if field == "signing":
        yield from find_signing(passage, roles)
    elif field == "policies":
        yield from find_policies(passage)
    elif field in ("term", "effective", "copies"):
        item = _SINGLE[field](passage)
        yield from () if item is None else (item,)
    else:
        mentions = find_mentions(passage, roles, None)
        subjects = Subjects(passage, mentions, {name: role.side for role in roles for name in (role.role, role.name, *role.aliases)})
        if field == "quotas":
            yield from find_quotas(passage, subjects, language.cut)
        elif field == "funding":
            yield from find_funding(passage, subjects, mentions)
        elif field == "people":
            yield from find_people(passage, mentions)
        elif field == "parties":
            yield from find_parties(passage, roles, find_sides(passage, mentions))


def _bare_quota(selection: _Selection) -> Quota | None:
    """The first count, and the rate that governs it."""
    text = selection.normal.text
    count = next(find_counts(text, selection.start, selection.end), None)
    if count is None:
        return None
    passage = make_passage(selection.normal, selection.low, selection.high, selection.kind, None)
    sentence = passage.sentence_at(count.number)
    rates = tuple(find_rates(text, sentence.start, sentence.end))
    per = governing(rates, text, count.start, count.noun)
    modality = _modality(selection, count.number, bounded=count.bounded)
    return Quota(amount=count.amount, unit=count.unit, per=per, modality=modality, span=selection.span)


def _modality(selection: _Selection, at: int, *, bounded: bool = False) -> Modality:
    passage = make_passage(selection.normal, selection.low, selection.high, selection.kind, None)
    return Outlook(passage).modality(at, bounded=bounded)


def _bare_sum(selection: _Selection) -> Funding | None:
    text = selection.normal.text
    found = next(find_sums(text, selection.start, selection.end), None)
    if found is None:
        # whoever selects a figure and says that it is a sum has said 元
        words = f"{text[selection.start : selection.end]}元"
        found = next(find_sums(words, 0, len(words)), None)
        return None if found is None else Funding(amount=found.amount, modality=_modality(selection, selection.start), span=selection.span)
    return Funding(amount=found.amount, modality=_modality(selection, found.number), span=selection.span)


def _bare_term(selection: _Selection) -> Term | None:
    """The dates and the length of time that stand there."""
    text = selection.normal.text
    moments = list(find_moments(text, selection.start, selection.end))
    length = next(find_durations(text, selection.start, selection.end), None)
    if not moments and length is None:
        return None
    dates = [date for moment in moments for date in (moment.first, moment.last) if date is not None]
    return Term(
        start=make_date(dates[0]) if dates else None,
        end=make_date(dates[-1]) if len(dates) > 1 else None,
        duration=length.value if length else None,
        starts_on="date" if dates else "unknown",
        span=selection.span,
    )


def _bare_effective(selection: _Selection) -> Effective | None:
    date = _date(selection)
    return None if date is None else Effective(on="date", date=date, span=selection.span)


def _bare_signature(selection: _Selection) -> Signature | None:
    date = _date(selection)
    return None if date is None else Signature(role="", date=date, span=selection.span)


def _bare_copies(selection: _Selection) -> Copies | None:
    counts = find_counts(selection.normal.text, selection.start, selection.end)
    total = next((count.amount.min for count in counts if count.unit in ("份", "本", "册")), None)
    return None if total is None or not total.isdecimal() else Copies(total=int(total), span=selection.span)


def _bare_party(selection: _Selection) -> Party:
    return Party(role=None, name=selection.words, span=selection.span)


def _bare_policy(selection: _Selection) -> Policy:
    return Policy(title=selection.words.strip("《》"), span=selection.span)


def _bare_person(selection: _Selection) -> Person:
    return Person(name=selection.words, span=selection.span)


def _date(selection: _Selection) -> Date | None:
    moment = next(find_moments(selection.normal.text, selection.start, selection.end), None)
    return None if moment is None else make_date(moment.edtf)


def _address(selection: _Selection) -> str | None:
    words = "".join(selection.words.split())
    return words if words.lower().startswith(_ADDRESSES) else None


_SINGLE: Mapping[str, Callable[[Passage], Item | None]] = {"term": find_term, "effective": find_effective, "copies": find_copies}
_BARE: Mapping[str, Callable[[_Selection], Item | None]] = {
    "quotas": _bare_quota,
    "funding": _bare_sum,
    "term": _bare_term,
    "effective": _bare_effective,
    "signing": _bare_signature,
    "copies": _bare_copies,
    "parties": _bare_party,
    "policies": _bare_policy,
    "people": _bare_person,
}
"""What can be said of the words alone."""
_PLAIN: Mapping[str, Callable[[_Selection], Date | str | None]] = {
    "title": lambda selection: selection.words,
    "outlet": lambda selection: selection.words,
    "author": lambda selection: selection.words,
    "published": _date,
    "original_url": _address,
}
