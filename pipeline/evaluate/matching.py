"""Hold one file's record against its annotation: which facts were found, missed or are extra, and which attributes are wrong.

An annotated item is found where an item of the same key was read at the place of its quote; where its quote does not stand in the text,
or it has none, anywhere in the document. Each item is found once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from pydantic import BaseModel

from pipeline.evaluate.facts import FIELDS, Item, items, slots
from pipeline.evaluate.figures import Count, Share
from pipeline.evaluate.gold import Gold, GoldDocument
from pipeline.evaluate.places import Place, Region, SearchedText, pair, regions
from pipeline.evaluate.results import FileResult, Held, Problem, Slip
from pipeline.evaluate.values import Value, shown
from schemas.agreement import Document
from schemas.record import Record
from schemas.span import Span

_ATTRIBUTES = {"quotas": ("actor", "modality", "what"), "funding": ("payer", "payee", "total", "modality")}
_NAMES = frozenset({"actor", "payer", "payee"})
_SHORTEST = 0.6
"""How much of a name its short form has, at the least: a shorter one could be another's."""


def hold(name: str, gold: Gold, digest: str, record: Record | None) -> Held:
    """Hold ``record`` against ``gold``; all is missed where there is no record."""
    text = SearchedText(record.text if record else "")
    areas = regions((document.start_text for document in gold.documents), text)
    paired, left = pair(areas, record.documents if record else (), lambda each: Place(each.span.start, each.span.end))
    tally = _Tally(name, text)
    for at, (document, read, area) in enumerate(zip(gold.documents, paired, areas, strict=True), 1):
        tally.hold(at, document, read, area)
    for read in left:
        tally.hold(None, None, read, Region())
    spans = list(_spans(record)) if record else []
    result = FileResult(
        format=format_of(gold.file),
        outcome=record.outcome.status if record else None,
        gold=digest,
        documents=len(gold.documents),
        spans=len(spans),
        ungrounded=sum(record.text[span.start : span.end] != span.text for span in spans) if record else 0,
        fields=tally.fields(),
        attributes=tally.attributes(),
    )
    return Held(name, result, tuple(tally.slips))


def format_of(file: str) -> str:
    """The format by which a file is counted: its suffix, with one name for those that are read alike."""
    suffix = file.rpartition(".")[2].lower() if "." in file else ""
    return _SAME.get(suffix, suffix)


@dataclass
class _Tally:
    """The counts of one file while its documents are gone through."""

    file: str
    text: SearchedText
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    slips: list[Slip] = field(default_factory=list)

    def hold(self, at: int | None, gold: GoldDocument | None, read: Document | None, area: Region) -> None:
        """One document; None where only the other side has it."""
        self._slots(at, slots(gold) if gold else {}, slots(read) if read else {})
        wanted, got = items(gold) if gold else {}, items(read) if read else {}
        for name in wanted or got:
            self._items(at, name, wanted.get(name, []), got.get(name, []), area)

    def fields(self) -> dict[str, Count]:
        """The counts of the fields that stand in the file."""
        counts = {name: Count(**{how: self.counts[name, how] for how in ("found", "extra", "missed")}) for name in FIELDS}
        return {name: count for name, count in counts.items() if count != Count()}

    def attributes(self) -> dict[str, Share]:
        """The counts of the attributes that were asked."""
        names = [f"{name}.{part}" for name, parts in _ATTRIBUTES.items() for part in parts]
        return {name: Share(asked=asked, right=self.counts[name, "right"]) for name in names if (asked := self.counts[name, "asked"])}

    def _slots(self, at: int | None, wanted: Mapping[tuple[str, str], Value], got: Mapping[tuple[str, str], Value]) -> None:
        for slot in [*wanted, *(slot for slot in got if slot not in wanted)]:
            name, part = slot[0], slot[1] if slot[1] != slot[0] else None
            if slot in wanted and slot in got and wanted[slot] == got[slot]:
                self.counts[name, "found"] += 1
                continue
            if slot in wanted:
                self._slip(Slip(file=self.file, document=at, problem="missed", field=name, part=part, value=shown(wanted[slot])))
            if slot in got:
                self._slip(Slip(file=self.file, document=at, problem="extra", field=name, part=part, value=shown(got[slot])))

    def _items(self, at: int | None, name: str, wanted: list[Item], got: list[Item], area: Region) -> None:
        free = list(got)
        for item in wanted:
            places = [self.text.find(quote, area) for quote in item.quotes] or [None]
            where = next((at for at, read in enumerate(free) if read.key == item.key and _touches(places, read)), None)
            if where is None:
                self._slip(self._item_slip(at, "missed", name, item))
                continue
            self.counts[name, "found"] += 1
            self._attributes(at, name, item, free.pop(where))
        for read in free:
            self._slip(self._item_slip(at, "extra", name, read))

    def _attributes(self, at: int | None, name: str, item: Item, read: Item) -> None:
        for part in _ATTRIBUTES.get(name, ()):
            label = f"{name}.{part}"
            self.counts[label, "asked"] += 1
            if _same(part, item, read):
                self.counts[label, "right"] += 1
                continue
            slip = self._item_slip(at, "wrong", name, item)
            values = {"value": shown(item.attributes[part]), "read": shown(read.attributes[part])}
            self.slips.append(slip.model_copy(update={"part": part, **values}))

    def _item_slip(self, at: int | None, problem: Problem, name: str, item: Item) -> Slip:
        return Slip(file=self.file, document=at, problem=problem, field=name, value=str(item), words=item.words)

    def _slip(self, slip: Slip) -> None:
        self.counts[slip.field, slip.problem] += 1
        self.slips.append(slip)


def _touches(places: list[Place | None], read: Item) -> bool:
    """Whether what was read stands at one of the places; one that is not known is everywhere."""
    if read.place is None:
        return None in places
    return any(place is None or (read.place.start < place.end and place.start < read.place.end) for place in places)


def _same(part: str, item: Item, read: Item) -> bool:
    """Whether an attribute is right: equal, a part of the same noun phrase (what), or a short form of the same name."""
    wanted, got = item.attributes[part], read.attributes[part]
    if part == "what" and item.attributes["unit"] == "人次":
        # the people, or what they take part in: both are counted
        return True
    if wanted == got:
        return True
    if not (isinstance(wanted, str) and isinstance(got, str) and wanted and got):
        return False
    return (part == "what" and (wanted in got or got in wanted)) or (part in _NAMES and is_short_form(wanted, got))


def is_short_form(one: str, other: str) -> bool:
    """Whether one name is the other with characters left out, the first one kept: 云溪实小 of 云溪市实验小学 is too short, 云溪实验小学 is one."""
    short, long = sorted((one, other), key=len)
    rest = iter(long)
    return short[0] == long[0] and len(short) > _SHORTEST * len(long) and all(char in rest for char in short)


def _spans(part: object) -> Iterator[Span]:
    if isinstance(part, Span):
        yield part
    elif isinstance(part, BaseModel):
        for _, value in part:
            yield from _spans(value)
    elif isinstance(part, tuple):
        for value in part:
            yield from _spans(value)


_SAME = {"text": "txt", "htm": "html", "shtml": "html", "xhtml": "html", "mhtml": "mht", "docm": "docx", "dotx": "docx"}
