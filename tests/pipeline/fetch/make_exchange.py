"""Answers for tests that need no server."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.fetch.addresses import parse_address
from pipeline.fetch.exchange import Exchange
from tests.pipeline.fetch.hurried import START


def answered(
    body: str | bytes = "", code: int = 200, headers: Mapping[str, str] | None = None, address: str = "http://jyj.example/a/index.html"
) -> Exchange:
    """An answer with HTML, unless its headers say otherwise."""
    all_headers = {"Content-Type": "text/html", **(headers or {})}
    data = body.encode() if isinstance(body, str) else body
    return Exchange(parse_address(address), START, code=code, headers=tuple(all_headers.items()), raw=data, body=data)
