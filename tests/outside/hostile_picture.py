"""Pictures that are broken, or of a shape that no page has."""

from __future__ import annotations

import io
from collections.abc import Iterator

from PIL import Image

from tests.outside.cases import Case, case


def cases() -> Iterator[Case]:
    """All of them."""
    whole = _png(200, 100)
    yield case("cut.png", whole[: len(whole) // 2], "damaged", "no-text")
    # an engine that enlarges the short side of a page to hundreds of pixels needs gigabytes for these
    yield case("upright-strip.png", _png(2, 900), "no-text")
    yield case("level-strip.png", _png(900, 2), "no-text")
    yield case("dot.png", _png(1, 1), "no-text")


def _png(width: int, height: int) -> bytes:
    out = io.BytesIO()
    Image.linear_gradient("L").resize((width, height)).save(out, "PNG")
    return out.getvalue()
