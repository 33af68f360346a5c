"""How much a fetch may take; the README names the same figures."""

from __future__ import annotations

from dataclasses import dataclass

MAX_BODY = 15 * 1024 * 1024
"""Bytes of a response, as they come and after decompression."""
MAX_ASIDE = 256 * 1024
"""Bytes that are read of a response that is no page: an error's, a redirect's. What is beyond is left unread."""
MAX_ROBOTS = 500 * 1024
"""Bytes of a robots.txt, as RFC 9309 says. What is beyond is left unread."""
MAX_HOPS = 5
"""Redirects, pages that lead on by themselves, all together."""
MAX_ADDRESS = 8_192
"""Characters of an address."""
MOST_TRIES = 3
"""Requests for one address before it is given up."""
LONGEST_WAIT = 30.0
"""Seconds: Retry-After is waited for, and Crawl-delay is kept, no longer."""


@dataclass(frozen=True, slots=True)
class Deadlines:
    """Seconds. ``whole`` is all time on the network for one page, with redirects and further tries, but without waits out of politeness."""

    connect: float = 10.0
    read: float = 20.0
    whole: float = 60.0


USUAL = Deadlines()
