"""What a new reading says differently from the one before it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Json = Mapping[str, Any]
Change = dict[str, Any]
_NOT_SAID = frozenset({"span", "spans", "confidence", "via", "readings", "extent", "fingerprint", "boxes", "page"})
"""Where and how a value was read, which changes with every word before it; what it says does not."""
_ONE = ("kind", "is_template", "title", "term", "effective", "copies", "regions", "press")
_MANY = ("parties", "signing", "quotas", "funding", "dates", "policies", "people", "findings")


def changes_between(before: Json, after: Json) -> list[Change]:
    """``{"document": 0, "field": "quotas", "was": [...], "is": [...]}`` for each field that says something else.

    Document None is the file.
    """
    return [
        {"document": document, "field": name, "was": was, "is": becomes}
        for (document, name), was, becomes in _differing(dict(_fields(before)), dict(_fields(after)))
    ]


def _differing(before: Mapping[Any, Sequence[Any]], after: Mapping[Any, Sequence[Any]]) -> Iterator[tuple[Any, list[Any], list[Any]]]:
    for key in dict.fromkeys((*before, *after)):
        old, new = Counter(map(_spelt, before.get(key, ()))), Counter(map(_spelt, after.get(key, ())))
        if old != new:
            yield key, [json.loads(one) for one in (old - new).elements()], [json.loads(one) for one in (new - old).elements()]


def _fields(record: Json) -> Iterator[tuple[tuple[int | None, str], list[Any]]]:
    yield (None, "outcome"), [record["outcome"]["status"]]
    yield (None, "findings"), [_said(finding) for finding in record["findings"]]
    for number, document in enumerate(record["documents"]):
        for name in _ONE:
            if document[name] is not None:
                yield (number, name), [_said(document[name])]
        for name in _MANY:
            yield (number, name), [_said(item) for item in document[name]]


def _said(value: Any) -> Any:  # noqa: ANN401 - JSON of any shape
    if isinstance(value, Mapping):
        return {name: _said(part) for name, part in value.items() if name not in _NOT_SAID}
    if isinstance(value, list):
        return [_said(part) for part in value]
    return value


def _spelt(value: Any) -> str:  # noqa: ANN401 - JSON of any shape
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
