"""A page of its own: no network, no script, no font that is not there already.

What stands in files may be hostile. It is escaped by the template without exception, what cannot be seen is spelt out, and the page's
policy lets a browser run nothing and fetch nothing: the one style sheet is allowed by its digest.
"""

from __future__ import annotations

import base64
import hashlib
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from pipeline.pages.charts import HEIGHT
from pipeline.pages.shown import number, text

_HERE, _PARTS = "pipeline.pages", "parts.html"
"""Pieces of pages, which every template can import, lie here."""


def drawn(package: str, view: object) -> str:
    """The ``page.html`` of a package, filled by its view, with what its ``page.css`` adds to the looks of all pages; ended by a newline."""
    style = _data(_HERE, "page.css") + _data(package, "page.css")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    environment = Environment(
        loader=FunctionLoader(lambda name: _data(_HERE if name == _PARTS else package, name)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"text": text, "number": number}
    environment.globals["chart_height"] = HEIGHT
    # the style is ours, and its digest is that of these very characters
    return environment.get_template("page.html").render(view=view, style=Markup(style), digest=digest)  # noqa: S704 - see above


def _data(package: str, name: str) -> str:
    return (files(package) / name).read_text(encoding="utf-8")
