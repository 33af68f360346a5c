"""The reading view as one file: records, script and style stand in it, and it asks for nothing from anywhere.

What stands in records may be hostile: it is data, which the script sets as text. The page's policy lets a browser run and apply our own
script and style alone, by their digests.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Sequence
from importlib.resources import files

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from pipeline.messages import Lang
from pipeline.review.apply import shaped
from pipeline.review.one_script import one_script
from pipeline.review.shown import shown_value
from pipeline.review.situation import situation_of
from pipeline.review.view import About, Json, make_view
from pipeline.review.web.words import page_words
from schemas.record import Record

_ENTRY = "reading.js"
_GONE = frozenset({"rejected", "not-stated", "dismissed"})
"""States of what is not in a reviewed record any more: its place there may be another's."""


def report_page(views: Sequence[Json], lang: Lang) -> str:
    """The page of these records, as :func:`record_view` gives them."""
    script, style = one_script(_ENTRY), _data("web/static/style.css")
    said = page_words(lang)
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True)
    # no < is left in the data; script and style are ours, and their digests are those of these very characters
    return environment.from_string(_data("report.html")).render(
        words=said,
        words_json=json.dumps(said, ensure_ascii=False),
        code="en" if lang == "en" else "zh-CN",
        views=Markup(json.dumps(views, ensure_ascii=True).replace("<", "\\u003c")),  # noqa: S704 - see above
        script=Markup(script),  # noqa: S704 - see above
        style=Markup(style),  # noqa: S704 - see above
        script_digest=_digest(script),
        style_digest=_digest(style),
    )


def record_view(record: Record, name: str, lang: Lang) -> Json:
    """The view of a record from a file, with its whole text; of a reviewed one also how its values stand."""
    situation = situation_of(0, record.source.id.removeprefix("sha256:"), record, ())
    view = make_view(situation, About(name=record.source.name or name, lang=lang), whole=True)
    review = record.review
    if review is not None:
        view["state"] |= {"state": review.state, "by": review.by, "at": review.at}
        states = {one.path: one for one in review.values if one.state not in _GONE}
        for entry in view["entries"]:
            if (held := states.get(entry["target"])) is not None:
                was = None if held.was is None or entry["rule"] else shown_value(shaped(entry["field"], held.was), lang, entry["field"])
                entry |= {"state": held.state, "by": held.by, "at_time": held.at, "note": held.note, "was": was}
        decisive = [entry for entry in view["entries"] if entry["is_decisive"]]
        view["state"] |= {"decided": sum(entry["state"] != "open" for entry in decisive), "decisive": len(decisive)}
    # nothing is typed here
    return view | {"addable": [], "entries": [entry | {"parts": []} for entry in view["entries"]]}


def _data(name: str) -> str:
    return files("pipeline.review").joinpath(name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
