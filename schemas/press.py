"""Where a piece of news was published."""

from __future__ import annotations

from schemas.span import Frozen
from schemas.values import Date


class Press(Frozen):
    """Outlet (the 来源), author, day of publication and addresses of a news item."""

    outlet: str | None = None
    author: str | None = None
    published: Date | None = None
    url: str | None = None
    original_url: str | None = None
