"""Tell alarms to an address that the person has named: a chat group's webhook, a ticket system."""

from __future__ import annotations

import threading
from collections.abc import Collection, Sequence
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

import sqlalchemy as sa

from pipeline.feeds.words import Words, alarm_line, sentence_of, words_of
from pipeline.messages import Lang
from pipeline.printable import one_line
from pipeline.store.alarms import Alarm, keep_told, untold_alarms
from pipeline.terminal import Teller

_PATIENCE = 10.0
"""Seconds that a webhook has, from first to last."""


def ring(webhook: str | None, engine: sa.Engine, feeds: Collection[str], lang: Lang) -> bool:
    """POST what alarms and was not told yet; whether that was done: ``{"text": "…", "alarms": [{"feed", "kind", "message", "since"}]}``.

    A webhook that does not take it costs a line: the alarms stand in the store anyway, and the next run tries again.
    """
    alarms = untold_alarms(engine, feeds) if webhook is not None else []
    if webhook is None or not alarms:
        return False
    said = words_of(lang)
    why = _post(webhook, _told(alarms, lang), said)
    if why is not None:
        # an address of a chat group is a password: its host is enough to know it by
        Teller().say(said.no_webhook.format(host=one_line(urlsplit(webhook).hostname or ""), why=one_line(why)))
        return False
    keep_told(engine, alarms, datetime.now(UTC))
    return True


def _told(alarms: Sequence[Alarm], lang: Lang) -> dict[str, Any]:
    return {
        "text": "\n".join(alarm_line(one, lang) for one in alarms),
        "alarms": [
            {"feed": one.feed, "kind": one.kind, "message": sentence_of(one, lang), "since": one.since.isoformat() if one.since else None}
            for one in alarms
        ],
    }


def _post(webhook: str, told: dict[str, Any], said: Words) -> str | None:
    """Send it; why it was not taken, if it was not."""
    import httpx  # noqa: PLC0415 - start-up

    ends: list[str | None] = []

    def post() -> None:
        try:
            with httpx.Client(timeout=_PATIENCE, trust_env=False) as client, client.stream("POST", webhook, json=told) as answer:
                ends.append(None if answer.is_success else said.webhook_code.format(code=answer.status_code))
        except httpx.TimeoutException:
            ends.append(said.webhook_late)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            ends.append(str(error) or type(error).__name__)

    # one that sends a byte now and then would hold its reader for ever
    thread = threading.Thread(target=post, name="jiedui-webhook", daemon=True)
    thread.start()
    thread.join(_PATIENCE)
    return ends[0] if ends else said.webhook_late
