"""A source of news, as ``feeds.toml`` says it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal
from urllib.parse import urlsplit

from extractors.listings.json_list import JsonPaths
from extractors.listings.page import Selectors
from pipeline.serve.cron import Cron

Kind = Literal["auto", "rss", "page", "json", "sitemap"]
KINDS: tuple[Kind, ...] = ("auto", "rss", "page", "json", "sitemap")
KEYWORDS = ("帮扶", "结对", "协作", "支教", "对口", "送教", "手拉手", "组团式", "托管", "共同体", "教联体", "支援")
"""Words of which a title must have one, unless the source says others."""
CRON = "0 7 * * *"
RECHECK_DAYS = 7
"""Articles as young as that are asked for again: they are still corrected."""
SECONDS = 3.0
"""Between two requests to one host, unless the source or its robots.txt say more."""


@dataclass(frozen=True, slots=True)
class FeedSource:
    """Where to look and what for.

    ``pages`` of the list are looked through, the first included; ``since`` and ``until`` are the first and last day of publication.
    No ``keywords`` takes every article. ``quiet_days`` without news are too many; None goes by what the source was used to.
    ``allow`` names hosts (``host`` or ``host:port``) of one's own network.
    """

    name: str
    address: str
    cron: Cron
    kind: Kind = "auto"
    keywords: tuple[str, ...] = KEYWORDS
    pages: int = 1
    since: date | None = None
    until: date | None = None
    selectors: Selectors | None = None
    paths: JsonPaths | None = None
    attachments: bool = True
    seconds: float = SECONDS
    robots: bool = True
    allow: tuple[str, ...] = ()
    quiet_days: int | None = None
    recheck_days: int = RECHECK_DAYS
    note: str | None = None

    @property
    def host(self) -> str:
        """The host of its list."""
        return urlsplit(self.address).hostname or ""

    def wants(self, title: str | None, day: date | None) -> bool:
        """Whether an article is one of those that are looked for; one without a day may be."""
        if day is not None and ((self.since is not None and day < self.since) or (self.until is not None and day > self.until)):
            return False
        # a list without titles (a sitemap) cannot tell: the articles do
        return title is None or not self.keywords or any(word in title for word in self.keywords)
