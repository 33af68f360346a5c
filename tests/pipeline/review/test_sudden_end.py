"""What a reviewer was told is in the log is in it, though the program is killed the moment after."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest
import sqlalchemy as sa

from pipeline.store.review_tables import REVIEW_STATES
from schemas.errors import JieduiError
from tests.pipeline.review.desk import COPIES, TERM, Desk

ROOT = Path(__file__).parents[3]
DECIDES = """
import sys
from pipeline.review.decision import Decision
from pipeline.review.deciding import decide
from pipeline.store.place import address_of, engine_of

engine, number = engine_of(address_of(sys.argv[1])), int(sys.argv[2])
for target in sys.argv[3:]:
    answer = decide(engine, number, "甲老师", 0, [Decision("accept", target), Decision("note", target, note="看过")])
    assert not answer.problems
    print(answer.entries[-1].id, flush=True)
sys.stdin.read()
"""


def test_a_decision_survives_the_end_of_its_process(desk: Desk, store_url: str) -> None:
    command = [sys.executable, "-c", DECIDES, store_url, str(desk.number), TERM, COPIES]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT, text=True) as process:
        assert process.stdout is not None
        last = [int(process.stdout.readline()) for _ in range(2)][-1]
        process.send_signal(signal.SIGKILL)
    assert process.returncode == -signal.SIGKILL
    assert [(entry.decision.action, entry.decision.target) for entry in desk.now.log] == [
        ("accept", TERM),
        ("note", TERM),
        ("accept", COPIES),
        ("note", COPIES),
    ]
    assert desk.now.log[-1].id == last
    with desk.engine.connect() as connection:
        assert connection.scalar(sa.select(REVIEW_STATES.c.decided)) == 2
    desk.do("reject", TERM)
    assert desk.now.log[-1].id > last


def test_a_store_that_cannot_be_written_says_so_and_nothing_is_decided(desk: Desk) -> None:
    with desk.engine.begin() as connection:
        connection.execute(sa.text("ALTER TABLE review_states RENAME TO elsewhere"))
    with pytest.raises(JieduiError, match="这次的决定没有记下") as told:
        desk.do("accept", TERM)
    assert "\n" not in str(told.value)
    assert desk.now.log == ()
