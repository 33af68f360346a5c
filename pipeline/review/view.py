"""A record as the review page shows it: its text in pieces, its values and findings in groups, and what can be typed of each.

The same JSON is what the page without a server embeds. Offsets are in code points and stay here: the page is given the pieces.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.messages import Lang, messages
from pipeline.review.apply import shaped
from pipeline.review.decision import Logged
from pipeline.review.fields import FIELDS, default_text, options, written
from pipeline.review.pieces import cut_pieces, window_around
from pipeline.review.placed import Placed, addable_fields, placed_entries
from pipeline.review.shown import shown_label, shown_value
from pipeline.review.situation import Situation
from pipeline.review.standing import Held, outcome_of
from pipeline.review.targets import Field, Target, target_of
from pipeline.review.words import review_words
from schemas.agreement import Document, Kind
from schemas.finding import Finding
from schemas.record import Record
from schemas.span import Item, Span

Json = dict[str, Any]
_PICTURES = ("application/pdf", "image/")


@dataclass(frozen=True, slots=True)
class About:
    """What is known of a record beside itself: where its file lies, and the language to speak of it in."""

    name: str | None = None
    address: str | None = None
    lang: Lang = "zh"


def make_view(situation: Situation, about: About, start: int = 0, *, whole: bool = False) -> Json:
    """The JSON of the page; ``start`` is the first character of the text's window, which ``whole`` makes as long as the text."""
    lang, record, standing = about.lang, situation.applied.record, situation.standing
    placed = placed_entries(situation.applied, standing)
    return {
        "number": situation.number,
        "content": situation.content,
        "name": about.name or record.source.name,
        "address": about.address or record.source.url,
        "lang": lang,
        "seen": situation.seen,
        "outcome": {"status": record.outcome.status, "message": _message(record, lang)},
        "media_type": record.source.media_type,
        "pages": record.source.pages,
        "has_images": bool(record.source.media_type and record.source.media_type.startswith(_PICTURES)),
        "text": _text(record, placed, 0, len(record.text)) if whole else make_text(record, placed, start),
        "state": _state(situation, lang),
        "documents": [_document(number, document, lang) for number, document in enumerate(record.documents)],
        "groups": _groups(placed, lang),
        "entries": [_entry(at, one, record, lang) for at, one in enumerate(placed)],
        "addable": [
            _addable(number, document, field, lang)
            for number, document in enumerate(record.documents)
            for field in addable_fields(document)
        ],
        "reopened": [_reopened(logged, lang) for logged in situation.reopened],
        "notes": [_note(logged) for logged in standing.notes],
    }


def make_text(record: Record, placed: Sequence[Placed], start: int = 0, end: int | None = None) -> Json:
    """A window of the text in pieces; ``placed`` are the entries of the view, in its order."""
    return _text(record, placed, *window_around(record.text, start, end))


def _text(record: Record, placed: Sequence[Placed], low: int, high: int) -> Json:
    places = [(span.start, span.end, at) for at, one in enumerate(placed) for span in one.spans]
    return {"length": len(record.text), "from": low, "to": high, "pieces": cut_pieces(record.text, places, low, high)}


def parts_of(field: Field, value: object, lang: Lang, kind: Kind = "agreement") -> list[Json]:
    """The parts of a value for typing; of one that is not there yet, what it most likely is in a document of that ``kind``."""
    words, known = review_words(lang), FIELDS[field]
    return [
        {
            "part": part.name,
            "label": words.parts[part.label],
            "text": default_text(part, kind)
            if value is None
            else written(part, value if known.model is None else getattr(value, part.name)),
            "kind": "choice" if part.choices else "text",
            "options": options(part, lang),
            "required": part.empty == "refused",
        }
        for part in known.parts
    ]


def _state(situation: Situation, lang: Lang) -> Json:
    state = situation.state
    return {
        "state": state.state,
        "label": review_words(lang).record_states[state.state],
        "decided": state.decided,
        "decisive": state.decisive,
        "conflicts": state.conflicts,
        "by": state.by,
        "at": state.at.isoformat() if state.at else None,
        "reviewers": list(situation.standing.reviewers),
    }


def _document(number: int, document: Document, lang: Lang) -> Json:
    return {
        "number": number,
        "kind": document.kind,
        "kind_label": shown_value(document.kind, lang, "kind"),
        "title": document.title,
        "start": document.span.start,
        "end": document.span.end,
    }


def _groups(placed: Sequence[Placed], lang: Lang) -> list[Json]:
    """The entries by their headings, each document's own; they are in that order already."""
    labels = review_words(lang).groups
    groups: list[Json] = []
    for at, one in enumerate(placed):
        document = one.entry.document
        if not groups or (groups[-1]["document"], groups[-1]["name"]) != (document, one.group):
            groups.append({"name": one.group, "label": labels[one.group], "document": document, "entries": []})
        groups[-1]["entries"].append(at)
    return groups


def _entry(at: int, one: Placed, record: Record, lang: Lang) -> Json:
    entry, held, first = one.entry, one.held, one.spans[0] if one.spans else None
    finding = entry.value if isinstance(entry.value, Finding) else None
    item = entry.value if isinstance(entry.value, Item) else None
    kind = "agreement" if entry.document is None else record.documents[entry.document].kind
    is_typed = finding is None and not (entry.value is None and FIELDS[entry.field].many)
    changed = entry.value is not one.machine and one.machine is not None
    return {
        "at": at,
        "target": entry.target,
        "document": entry.document,
        "field": entry.field,
        "label": shown_label(entry, lang),
        "shown": shown_value(entry.value, lang, entry.field),
        "rule": finding.rule if finding else None,
        "severity": finding.severity if finding else None,
        "words": first.text if first else None,
        "places": [[span.start, span.end] for span in one.spans],
        "page": first.page if first else None,
        "boxes": _boxes(first) if first else [],
        "marks": [[span.page, _boxes(span)] for span in one.spans if span.page is not None and span.boxes],
        "confidence": item.confidence if item else first.confidence if first else None,
        "via": item.via if item else None,
        "is_missing": entry.value is None,
        "is_decisive": entry.is_decisive,
        "state": held.state if held else "open",
        "by": held.by if held else None,
        "at_time": held.at.isoformat() if held else None,
        "note": held.note if held else None,
        "was": shown_value(one.machine, lang, entry.field) if changed else None,
        "decisions": [_decision(held, logged, entry.field, lang) for logged in held.latest] if held else [],
        "parts": parts_of(entry.field, entry.value, lang, kind) if is_typed else [],
    }


def _boxes(span: Span) -> list[list[float]]:
    return [list(box) for box in span.boxes or ()]


def _decision(held: Held, logged: Logged, field: Field, lang: Lang) -> Json:
    outcome = outcome_of(logged)
    value = None if outcome.becomes is None or field == "findings" else shaped(field, outcome.becomes)
    return {
        "who": logged.who,
        "at": logged.at.isoformat(),
        "action": logged.decision.action,
        "label": review_words(lang).actions[outcome.action],
        "shown": None if value is None else shown_value(value, lang, field),
        "note": logged.decision.note,
        "outcome": {"action": outcome.action, "becomes": outcome.becomes},
        "is_last": logged is held.logged,
    }


def _reopened(logged: Logged, lang: Lang) -> Json:
    """A decision that does not hold for this reading: what it was about."""
    words, decision = review_words(lang), logged.decision
    target = target_of(decision.target)
    becomes = (decision.becomes or {}).get("becomes") if decision.action == "settle" else decision.becomes
    told = becomes if becomes is not None else decision.was
    if target is None:
        label, shown = decision.target, None
    elif target.field == "findings":
        label, shown = words.fields["findings"], told["message"] if isinstance(told, dict) and "message" in told else None
    else:
        label, shown = words.fields[target.field], None if told is None else shown_value(shaped(target.field, told), lang, target.field)
    return {
        "label": label,
        "shown": shown,
        "words": decision.words,
        "who": logged.who,
        "at": logged.at.isoformat(),
        "action": decision.action,
        "action_label": words.actions[decision.action],
        "note": decision.note,
    }


def _note(logged: Logged) -> Json:
    return {"who": logged.who, "at": logged.at.isoformat(), "note": logged.decision.note, "target": logged.decision.target}


def _addable(number: int, document: Document, field: Field, lang: Lang) -> Json:
    """``target`` is that of a single value which is not there; a list's new item is given one by the server."""
    known = FIELDS[field]
    return {
        "field": field,
        "document": number,
        "label": review_words(lang).fields[field],
        "action": "add" if known.many else "correct",
        "target": None if known.many else str(Target(number, field)),
        "needs_words": known.has_words,
        "parts": parts_of(field, None, lang, document.kind),
    }


def _message(record: Record, lang: Lang) -> str | None:
    """Why a file was not read, or not wholly."""
    outcome = record.outcome
    told = (outcome.message or "").partition("\n")[0]
    if outcome.reason is not None and (lang == "en" or not told):
        told = messages(lang).reasons[outcome.reason]
    return told or None
