"""A bar only where somebody watches, and no line lost because of it."""

from __future__ import annotations

import sys

import pytest

from pipeline.terminal import telling


@pytest.mark.parametrize(("watched", "total", "bar"), [(True, 2, True), (True, 1, False), (False, 2, False)])
def test_a_bar_for_several_inputs_at_a_terminal(monkeypatch: pytest.MonkeyPatch, *, watched: bool, total: int, bar: bool) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: watched)
    with telling(total) as teller:
        assert (teller.bar is not None) is bar


def test_lines_come_out_whole_beside_the_bar(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "20")
    line = "没有读成 [bold]很长的文件名.docx[/bold]：文件里没有内容。请确认文件是否保存完整。"
    with telling(3) as teller:
        teller.step()
        teller.say(line)
    assert line in capsys.readouterr().err
