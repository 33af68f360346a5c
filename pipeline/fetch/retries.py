"""When to ask again: after what may pass, later each time, and as the server asks.

====================  ======================================================================
no answer, too slow   again, after about one second, then two
429, 500, 502–504     the same, or after what Retry-After says, where that is not too long
404, 403, all else    not again
====================  ======================================================================
"""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from pipeline.fetch.blocked import is_blocked
from pipeline.fetch.exchange import Exchange
from pipeline.fetch.limits import LONGEST_WAIT, MOST_TRIES

_PASSING = frozenset({429, 500, 502, 503, 504})
_FIRST = 1.0
_LONGEST = 366 * 86_400.0


def wait_before(tries: int, exchange: Exchange, chance: float) -> float | None:
    """Seconds until another request after so many tries, or None where there is to be none. ``chance`` is from 0 to 1.

    Half of a wait is left to chance, so that those who were turned away together do not come back together.
    """
    is_passing = exchange.trouble.may_pass if exchange.trouble else exchange.code in _PASSING
    if not is_passing or tries >= MOST_TRIES or (exchange.code == 503 and is_blocked(exchange)):
        return None
    wait = _FIRST * 2.0 ** (tries - 1) * (0.5 + chance)
    asked = retry_after(exchange)
    if asked is None:
        return wait
    return None if asked > LONGEST_WAIT else asked + wait / 4


def retry_after(exchange: Exchange) -> float | None:
    """The seconds that a server asks for, from when it answered; None where it says nothing that can be read."""
    value = (exchange.header("retry-after") or "").strip()
    if value.isascii() and value.isdigit():
        return min(float(value[:9]), _LONGEST)
    at = _read_date(value)
    return None if at is None else min(max((at - exchange.at).total_seconds(), 0.0), _LONGEST)


def _read_date(value: str) -> datetime | None:
    try:
        at = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return at if at.tzinfo else at.replace(tzinfo=UTC)
