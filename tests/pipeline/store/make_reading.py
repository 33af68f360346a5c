"""Readings of short texts, as a run hands them to the store."""

from __future__ import annotations

import hashlib
from functools import cache

from extractors import read_bytes
from pipeline import json_output
from pipeline.store.seen import Reading, Seen
from pipeline.store.setting import Setting
from schemas.record import Record
from schemas.source import Outcome, Source

SETTING = Setting("1.0", names=False, means="m")
PACT = """东山市第一小学、西河县河口镇中心小学结对帮扶协议书
甲方：{helper}
乙方：{helped}
一、甲方职责
每学期送教不少于{times}节，资助5万元。
二、协议期限
自{year}年9月1日起至{end}年8月31日止。
三、本协议一式两份，双方各执一份，自签字之日起生效。
甲方（盖章）：           乙方（盖章）：
{year}年8月20日
"""


def pact(helper: str = "东山市第一小学", helped: str = "西河县河口镇中心小学", times: int = 4, year: int = 2024, end: int = 2027) -> str:
    """An agreement's text."""
    return PACT.format(helper=helper, helped=helped, times=times, year=year, end=end)


@cache
def record_of(text: str) -> Record:
    """What the extractors make of a text."""
    return read_bytes(text.encode(), name="paper.txt", names=False)


def digest(text: str) -> str:
    """The content of a file with this text."""
    return hashlib.sha256(text.encode()).hexdigest()


def reading(text: str, address: str = "/papers/a.txt", status: str | None = None, message: str | None = None) -> Reading:
    """A text that was read at an address; ``status`` says how it ended otherwise."""
    record = record_of(text)
    if status in {"unreadable", "failed"}:
        outcome = Outcome(status=status, reason="damaged" if status == "unreadable" else None, message=message)
        record = Record(source=Source(id=f"sha256:{digest(text)}", extractor_version="1.0"), outcome=outcome, text="")
    outcome = record.outcome
    return Reading(Seen(address, digest(text), len(text)), json_output.line(record), outcome.status, outcome.reason, outcome.message, 0.1)
