"""Where a piece of news was published."""

from __future__ import annotations

from typing import Literal

from schemas.span import Frozen, Span
from schemas.values import Date

PressField = Literal["outlet", "author", "published", "url", "original_url"]
PressVia = Literal["line", "byline", "link", "site", "meta", "feed", "address", "review"]


class PressReading(Frozen):
    """Where one value of the press was read.

    ``via`` says how: a labelled ``line`` of the page, a ``byline`` of the text, a ``link`` (its words are in the text, its address is
    not), the ``site``'s own name for 本网, the page's ``meta`` tags, the ``feed``'s elements, an ``address`` with a date in it, or a
    reviewer (``review``). Of ``meta``, ``feed`` and ``address`` no words are in the text, so ``span`` is None.
    """

    field: PressField
    via: PressVia
    span: Span | None = None
    confidence: float = 1.0


class Press(Frozen):
    """Outlet (the 来源), author, day of publication and addresses of a news item; ``readings`` has one entry for each that is there."""

    outlet: str | None = None
    author: str | None = None
    published: Date | None = None
    url: str | None = None
    original_url: str | None = None
    readings: tuple[PressReading, ...] = ()
