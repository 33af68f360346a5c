"""How right the reading is: records held against annotated documents, field by field.

``python -m tests.quality.measure [open|held-out] [--errors]`` prints precision, recall and F1 for each field, and for each attribute of
the items that match how many are right. The documents of ``corpus/held-out`` were annotated by people who did not see the
extractors; nobody looks at them, or at the errors in them, while writing rules: they only tell whether rules hold elsewhere.

An item of the annotation that has a ``quote`` is found where an item of the same value overlaps the quote's place in the text; blanks
and full-width forms make no difference there.
"""

from __future__ import annotations

import json
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from extractors import read_bytes

CORPUS = Path(__file__).resolve().parent / "corpus"
Facts = Mapping[str, Any]
_ONE = ("kind", "title", "term", "copies", "press")
_MANY = ("parties", "signing", "quotas", "funding")
_ATTRIBUTES = {"quotas": ("actor", "what", "modality"), "funding": ("payer", "payee", "modality")}


@dataclass
class Tally:
    """Counts of items found, wrongly read and missed, and of attributes asked and right."""

    found: Counter[str] = field(default_factory=Counter)
    extra: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    ungrounded: int = 0
    errors: list[str] = field(default_factory=list)

    def figures(self) -> dict[str, float]:
        """F1 for each field, and for each attribute the share that is right, to four places."""
        fields = {name: self._f1(name) for name in (*_ONE, *_MANY)}
        return fields | {name: round(self.right[name] / self.asked[name], 4) for name in sorted(self.asked)}

    def _f1(self, name: str) -> float:
        wrong = self.extra[name] + self.missed[name]
        return round(2 * self.found[name] / (2 * self.found[name] + wrong), 4) if self.found[name] or wrong else 1.0


def measure(part: str) -> Tally:
    """Read every document of a part of the corpus and hold it against its annotation."""
    tally = Tally()
    for gold_path in sorted((CORPUS / part).glob("*.gold.json")):
        gold = json.loads(gold_path.read_bytes())
        record = json.loads(read_bytes((gold_path.parent / gold["file"]).read_bytes(), name=gold["file"]).model_dump_json())
        tally.ungrounded += sum(record["text"][span["start"] : span["end"]] != span["text"] for span in _spans(record))
        text = _Text(record["text"])
        for at, expected in enumerate(gold["documents"]):
            read = record["documents"][at] if at < len(record["documents"]) else {}
            _document(tally, f"{gold_path.name}#{at}", expected, read, text)
    return tally


class _Text:
    """The text without blanks and widths, with the way back."""

    def __init__(self, text: str) -> None:
        pairs = [(plain, at) for at, char in enumerate(text) for plain in unicodedata.normalize("NFKC", char) if not plain.isspace()]
        self.flat = "".join(plain for plain, _ in pairs)
        self.offsets = [at for _, at in pairs]

    def places(self, quote: str) -> Iterator[tuple[int, int]]:
        needle = _plain(quote)
        at = self.flat.find(needle)
        while at >= 0:
            yield self.offsets[at], self.offsets[at + len(needle) - 1] + 1
            at = self.flat.find(needle, at + 1)


def _plain(words: str | None) -> str:
    return "".join(unicodedata.normalize("NFKC", words or "").split())


def _document(tally: Tally, where: str, expected: Facts, read: Facts, text: _Text) -> None:
    for name in _ONE:
        wanted, got = _slots(name, expected), _slots(name, read)
        tally.found[name] += len(wanted & got)
        tally.missed[name] += len(wanted - got)
        tally.extra[name] += len(got - wanted)
        tally.errors += [f"{where} {name}: expected {sorted(wanted - got, key=str)}, read {sorted(got - wanted, key=str)}"] * (
            wanted != got
        )
    for name in _MANY:
        _items(tally, f"{where} {name}", name, (expected.get(name) or [], read.get(name) or []), text)


def _slots(name: str, document: Facts) -> set[tuple[str, Any]]:
    value = document.get(name)
    if name in ("kind", "title"):
        return {(name, _plain(value))} if value else set()
    value = value or {}
    if name == "copies":
        holders = sum(holder["count"] for holder in value.get("holders") or [])
        slots = {"total": value.get("total"), "holders": holders or None}
    elif name == "press":
        told = {slot: _plain(value.get(slot)) or None for slot in ("outlet", "author", "original_url")}
        slots = {**told, "published": _edtf(value.get("published"))}
    else:
        duration = value.get("duration")
        slots = {
            "start": _edtf(value.get("start")),
            "end": _edtf(value.get("end")),
            "duration": duration and (_number(duration["count"]), duration["unit"]),
        }
    return {(slot, one) for slot, one in slots.items() if one is not None}


def _items(tally: Tally, where: str, name: str, sides: tuple[list[Facts], list[Facts]], text: _Text) -> None:
    expected, free = sides[0], list(sides[1])
    for item in expected:
        places = [place for quote in (item.get("quote"), *item.get("also", ())) if quote for place in text.places(quote)]
        hit = next((one for one in free if _key(name, one) == _key(name, item) and _touches(places, one)), None)
        if hit is None:
            tally.missed[name] += 1
            tally.errors.append(f"{where}: missed {_key(name, item)} {item.get('quote', '')}")
            continue
        free.remove(hit)
        tally.found[name] += 1
        _attributes(tally, where, name, item, hit)
    tally.extra[name] += len(free)
    tally.errors += [f"{where}: extra {_key(name, one)} {one['span']['text']}" for one in free]


def _attributes(tally: Tally, where: str, name: str, item: Facts, hit: Facts) -> None:
    for attribute in _ATTRIBUTES.get(name, ()):
        label = f"{name}.{attribute}"
        tally.asked[label] += 1
        if _same(attribute, item, hit):
            tally.right[label] += 1
        else:
            tally.errors.append(f"{where}.{attribute}: {item.get(attribute)} read as {hit.get(attribute)}: {item.get('quote', '')}")


def _same(attribute: str, item: Facts, hit: Facts) -> bool:
    wanted, got = _plain(item.get(attribute)), _plain(hit.get(attribute))
    if attribute == "what" and (item.get("unit") == "人次" or (wanted and got and (wanted in got or got in wanted))):
        return True
    return wanted == got or (attribute in ("actor", "payer", "payee") and _short_form(wanted, got))


def _short_form(one: str, other: str) -> bool:
    """Whether one name is the other with characters left out: the same first one, in order, and more than 0.6 of the length."""
    short, long = sorted((one, other), key=len)
    rest = iter(long)
    return bool(short) and short[0] == long[0] and len(short) > 0.6 * len(long) and all(char in rest for char in short)


def _touches(places: list[tuple[int, int]], item: Facts) -> bool:
    span = item["span"]
    return not places or any(span["start"] < end and start < span["end"] for start, end in places)


def _key(name: str, item: Facts) -> tuple[Any, ...]:
    if name == "parties":
        return item.get("role"), _plain(item["name"]), item["side"]
    if name == "signing":
        return item["role"], _plain(item.get("signatory")), _edtf(item.get("date"))
    amount = item["amount"]
    per = item.get("per")
    rate = per and (_number(per["count"]), per["unit"])
    return _number(amount["min"]), _number(amount["max"]), rate, item.get("unit")


def _edtf(date: Facts | None) -> str | None:
    return date["edtf"] if date else None


def _number(words: str | None) -> Decimal | None:
    return None if words is None else Decimal(words).normalize()


def _spans(node: Any) -> Iterator[Facts]:
    if isinstance(node, dict):
        if {"start", "end", "text"} <= node.keys():
            yield node
        for value in node.values():
            yield from _spans(value)
    elif isinstance(node, list):
        for value in node:
            yield from _spans(value)


def main() -> None:
    """Print the figures of one part, or of all."""
    parts = [name for name in sys.argv[1:] if not name.startswith("-")] or ["open", "held-out"]
    for part in parts:
        tally = measure(part)
        if "--errors" in sys.argv:
            print("\n".join(tally.errors))
        print(part)
        for name, figure in tally.figures().items():
            print(f"  {name:18}{figure:8.4f}")
        print(f"  ungrounded spans  {tally.ungrounded}")


if __name__ == "__main__":
    main()
