"""How long it takes to open a record that has been reviewed: ``python -m benchmarks.review [--entries 1000] [--rows 2000]``.

The record is a long agreement, the log what three reviewers decided of it, one row in a hundred a correction. Printed are milliseconds to
validate the record's JSON, to fold the log, to apply it without and with corrections (the rules run: the first time over what was read and
what it was corrected to, then over what another correction makes of it, then not at all), to carry the log over to a newer reading with
other offsets, and to make the record that is exported.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from extractors import read_text
from pipeline.review.apply import applied
from pipeline.review.carry import Earlier, carried
from pipeline.review.decision import Decision, Logged
from pipeline.review.entries import Entry, Json, plain, targets_of
from pipeline.review.reviewed import reviewed
from pipeline.review.standing import fold
from schemas.record import Record

_WHO = ("甲老师", "乙老师", "丙老师")
_ONE_IN = 100
_T = TypeVar("_T")


def main() -> None:
    """Measure, and print a line for each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=1000, help="values and findings of the record")
    parser.add_argument("--rows", type=int, default=2000, help="rows of the log")
    arguments = parser.parse_args()
    text = _paper(arguments.entries)
    record = read_text(text, names=False)
    written = record.model_dump_json()
    log = _log(record, arguments.rows)
    accepted = [one for one in log if one.decision.action != "correct"]
    print(f"{len(targets_of(record))} entries, {len(log)} rows, {len(text)} characters")
    _timed("validate the JSON", lambda: Record.model_validate_json(written))
    standing = _timed("fold", lambda: fold(log))
    _timed("apply, nothing corrected", lambda: applied(record, fold(accepted)))
    _timed("fold and apply, the rules run over both", lambda: applied(record, fold(log)), runs=1)
    copies = targets_of(record)["/documents/0/copies"]
    settled = {"action": "correct", "becomes": plain(copies.value) | {"total": 3}}
    last = _row(len(log), "/documents/0/copies", copies, settled)
    more = [*log, replace(last, decision=replace(last.decision, action="settle"))]
    _timed("fold and apply, the rules run over what is new", lambda: applied(record, fold(more)), runs=1)
    _timed("fold and apply again", lambda: applied(record, fold(log)))
    newer = read_text("封面\n\n" + text, names=False)
    earlier = {1: Earlier.of(1, written)}
    _timed("carry over to a newer reading", lambda: carried(log, 2, newer, earlier))
    _timed("the record that is exported", lambda: reviewed(record, standing).model_dump_json())


def _paper(entries: int) -> str:
    lines = [f"{at}.甲方每学期选派{at % 7 + 2}名教师到乙方第{at}教学点送教。" for at in range(1, entries - 20)]
    return "\n".join(
        [
            "结对帮扶协议书", "甲方：云溪市实验小学", "乙方：石桥镇中心小学", "一、甲方责任", *lines,
            "二、期限", "自2024年9月1日起至2027年8月31日止。", "三、本协议一式两份，双方各执一份，自签字之日起生效。",
            "甲方（盖章）：云溪市实验小学        乙方（盖章）：石桥镇中心小学", "2024年8月26日                       2024年8月26日",
        ]
    )  # fmt: skip


def _log(record: Record, rows: int) -> list[Logged]:
    """Accepted one after another by each in turn; some quotas are corrected."""
    entries = {key: entry for key, entry in targets_of(record).items() if entry.value is not None and not entry.is_finding}
    keys = list(entries)
    log = []
    for at in range(rows):
        one = at % len(keys)
        key = keys[one]
        is_wrong = one % _ONE_IN == 0 and entries[key].field == "quotas"
        log.append(_row(at, key, entries[key], plain(entries[key].value) | {"what": f"送教{one}"} if is_wrong else None))
    return log


def _row(at: int, key: str, entry: Entry, becomes: Json) -> Logged:
    words, start, end = (entry.span.text, entry.span.start, entry.span.end) if entry.span else (None, None, None)
    decision = Decision("accept" if becomes is None else "correct", key, words, start, end, plain(entry.value), becomes)
    when = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=at)
    return Logged(at + 1, when, _WHO[at % len(_WHO)], "c" * 64, 1, "1", f"b{at}", decision)


def _timed(what: str, work: Callable[[], _T], runs: int = 5) -> _T:
    seconds: list[float] = []
    for _ in range(runs):
        begun = time.perf_counter()
        result = work()
        seconds.append(time.perf_counter() - begun)
    print(f"{_median(seconds) * 1000:>10.1f} ms  {what}", flush=True)
    return result


def _median(values: Sequence[float]) -> float:
    return sorted(values)[len(values) // 2]


if __name__ == "__main__":
    main()
