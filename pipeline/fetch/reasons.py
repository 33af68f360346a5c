"""Why a page could not be had: closed lists, as programs and as people are told."""

from __future__ import annotations

from typing import Literal

Trouble = Literal[
    "refused-address",
    "no-such-host",
    "no-answer",
    "no-secure-connection",
    "timed-out",
    "too-large",
    "not-found",
    "http-error",
    "too-many-requests",
    "blocked",
    "forbidden",
    "bad-redirect",
    "bad-body",
    "not-recorded",
]
"""What programs go by."""

Saying = Literal[
    # refused-address
    "not-web",
    "bad-address",
    "with-user",
    "odd-host",
    "bad-port",
    "local-name",
    "private-address",
    "special-address",
    # no-such-host … too-large
    "no-such-host",
    "no-answer",
    "broken-off",
    "no-secure-connection",
    "timed-out",
    "too-large",
    # what servers answer
    "not-found",
    "leads-home",
    "http-error",
    "too-many-requests",
    "blocked",
    # robots.txt
    "forbidden",
    "robots-failed",
    # bad-redirect
    "redirect-without-address",
    "redirects-in-circles",
    "too-many-redirects",
    # bad-body
    "broken-body",
    "unknown-encoding",
    "cut-short",
    "not-recorded",
]
"""What people are told: finer than the reason."""
