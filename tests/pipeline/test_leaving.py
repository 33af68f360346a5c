"""The process ends when its work is done, whatever something still waits for."""

from __future__ import annotations

import os
import subprocess
import sys
import time

import pytest

_WAITS = "import threading; threading.Thread(target=threading.Event().wait, daemon={daemon}).start()"
_LEAVES = "from pipeline.leaving import leave; import atexit; atexit.register(print, '道别'); print('做完'); leave(3)"


@pytest.mark.parametrize(
    ("before", "said"),
    [("", "做完\n道别\n"), (_WAITS.format(daemon=True), "做完\n道别\n"), (_WAITS.format(daemon=False), "做完\n")],
    ids=["alone", "beside a daemon", "held back"],
)
def test_the_code_and_all_words_get_out(before: str, said: str) -> None:
    ended = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", f"{before}\n{_LEAVES}"], capture_output=True, encoding="utf-8", timeout=60, check=False
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (3, said, "")


_TALKS = """import sys, threading
def talk():
    while True: sys.stderr.write('x' * 20_000)
threading.Thread(target=talk, daemon=True).start()"""


def test_a_thread_that_is_writing_when_all_is_over_ends_with_it() -> None:
    """Its reader is slow, so that it is nearly always in the midst of a write."""
    for _ in range(5):
        with subprocess.Popen([sys.executable, "-c", f"{_TALKS}\n{_LEAVES}"], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as ended:
            assert ended.stderr is not None
            while ended.poll() is None:
                os.read(ended.stderr.fileno(), 4_096)
                time.sleep(0.002)
            assert ended.returncode == 3
