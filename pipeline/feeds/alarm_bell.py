"""Tell alarms to an address that the person has named: a chat group's webhook, a ticket system."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.feeds.health import Alarm
from pipeline.feeds.words import words_of
from pipeline.messages import Lang
from pipeline.printable import one_line
from pipeline.terminal import Teller

_PATIENCE = 10.0


def ring(webhook: str | None, alarms: Sequence[Alarm], lang: Lang) -> bool:
    """POST the alarms as JSON: ``{"text": "…", "alarms": [{"feed", "kind", "message"}]}``; whether that was done.

    A webhook that does not answer costs a line: the alarms stand in the store anyway.
    """
    if webhook is None or not alarms:
        return False
    said = words_of(lang)
    lines = [said.alarm.format(name=alarm.feed, kind=said.alarms[alarm.kind], message=alarm.message) for alarm in alarms]
    told = {
        "text": "\n".join(lines),
        "alarms": [{"feed": alarm.feed, "kind": alarm.kind, "message": alarm.message} for alarm in alarms],
    }
    import httpx  # noqa: PLC0415 - start-up

    try:
        httpx.post(webhook, json=told, timeout=_PATIENCE, trust_env=False).raise_for_status()
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        Teller().say(said.no_webhook.format(address=one_line(webhook), why=one_line(str(error) or type(error).__name__)))
        return False
    return True
