"""The process ends when its work is done, whatever something still waits for."""

from __future__ import annotations

import subprocess
import sys

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
