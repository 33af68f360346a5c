"""Where the words of a value stand in the record's text."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, SerializerFunctionWrapHandler, model_serializer


class Frozen(BaseModel):
    """The base of every record part: immutable, and closed to unknown names."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Extent(Frozen):
    """A stretch of the record's text, in Unicode code points, end exclusive."""

    start: int
    end: int


class Span(Frozen):
    """The words that a value was read from: ``record.text[start:end] == text``, always.

    ``page`` is 1-based and ``boxes`` are ``(x0, top, x1, bottom)`` in PDF points from the page's upper left
    corner, one for each line; both are left out where the input has no pages. ``confidence`` (0 to 1) is that of the least sure line
    that they touch, where they were read from a picture; it is left out elsewhere.
    """

    start: int
    end: int
    text: str
    page: int | None = None
    boxes: tuple[tuple[float, float, float, float], ...] | None = None
    confidence: float | None = None

    @model_serializer(mode="wrap")
    def _without_pages(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        out: dict[str, Any] = handler(self)
        if self.page is None:
            out.pop("page", None)
            out.pop("boxes", None)
        if self.confidence is None:
            out.pop("confidence", None)
        return out


class Item(Frozen):
    """An extracted value with the words it was read from, how sure we are (0 to 1), and which rule read it."""

    span: Span
    confidence: float = 1.0
    via: str = ""
