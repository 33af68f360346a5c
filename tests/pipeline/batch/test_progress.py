"""What is told while an archive is read."""

from __future__ import annotations

import pytest

from pipeline.batch.progress import MOST_TROUBLES, Progress
from pipeline.batch.words import counted, spoken, words
from pipeline.messages import Lang
from pipeline.store.seen import Result


@pytest.mark.parametrize(
    ("seconds", "zh", "en"),
    [
        (0.2, "0 秒", "0 s"),
        (59.4, "59 秒", "59 s"),
        (59.6, "1 分 0 秒", "1 min 0 s"),
        (3_599, "59 分 59 秒", "59 min 59 s"),
        (3_600, "1 小时 0 分", "1 h 0 min"),
        (93_784, "26 小时 3 分", "26 h 3 min"),
    ],
)
def test_a_length_of_time(seconds: float, zh: str, en: str) -> None:
    assert (spoken(seconds, words("zh")), spoken(seconds, words("en"))) == (zh, en)


def test_counts_leave_out_what_did_not_come_up() -> None:
    assert counted({"ok": 1_200, "failed": 0, "unchanged": 3}, words("zh")) == "读成 1,200 个，未变 3 个"
    assert counted({"ok": 1_200, "failed": 0, "unchanged": 3}, words("en")) == "1,200 read, 3 unchanged"


@pytest.mark.parametrize(
    ("result", "lang", "said"),
    [
        (Result("/a.pdf", "unreadable", "encrypted", "有密码。"), "zh", "没有读成 /a.pdf：有密码。"),
        (Result("/a.pdf", "unreadable", "encrypted", "有密码。"), "en", "Not read: /a.pdf: "),
        (Result("/a\n\x1b[31m.pdf", "unreadable", "empty", "空。"), "zh", r"没有读成 /a \x1b[31m.pdf：空。"),
        (Result("/a.pdf", "quarantined"), "zh", "多次出错，已隔离：/a.pdf。要再读请加 --retry-failed。"),
        (Result("/a.pdf", "needs-review", None, "第2页没有读取。"), "zh", "请复核 /a.pdf：第2页没有读取。"),
    ],
)
def test_trouble_costs_a_line(result: Result, lang: Lang, said: str, capfd: pytest.CaptureFixture[str]) -> None:
    Progress(1, lang).tell(result)
    [line] = capfd.readouterr().err.splitlines()
    assert line == said if lang == "zh" else line.startswith(said)
    assert "\x1b" not in line


def test_a_traceback_is_shown_to_who_asks(capfd: pytest.CaptureFixture[str]) -> None:
    failed = Result("/a.pdf", "failed", None, "ValueError: 坏了\nTraceback\n  here")
    Progress(2, "zh").tell(failed)
    assert "Traceback" not in capfd.readouterr().err
    Progress(2, "zh", debug=True).tell(failed)
    assert "  here" in capfd.readouterr().err


def test_many_troubles_are_not_listed_one_by_one(capfd: pytest.CaptureFixture[str]) -> None:
    progress = Progress(500, "zh")
    for number in range(400):
        progress.tell(Result(f"/{number}.pdf", "unreadable", "empty", "空。"))
    lines = [line for line in capfd.readouterr().err.splitlines() if line.startswith(("没有读成", "没有读成或"))]
    assert len(lines) == MOST_TROUBLES + 1
    assert lines[-1] == "没有读成或需复核的文件较多，其余不再逐个列出，都在报告里。"
    assert progress.ordered() == {"unreadable": 400}


def test_archives_are_more_files_than_were_listed() -> None:
    progress = Progress(2, "zh")
    progress.grow(28)
    for number in range(15):
        progress.tell(Result(f"/{number}.pdf", "ok"))
    assert "15/30  每秒 " in progress._line(15)


def test_there_are_never_more_files_done_than_there_are(capfd: pytest.CaptureFixture[str]) -> None:
    progress = Progress(10, "zh")
    for number in range(29):
        progress.tell(Result(f"/{number}.pdf", "ok"))
    assert capfd.readouterr().err.splitlines() == ["1/10  读成 1 个"]
    # as if the last line had been said long ago: it goes on to be said
    progress._told -= 60
    progress.tell(Result("/29.pdf", "ok"))
    [line] = capfd.readouterr().err.splitlines()
    assert line.startswith("30/30  ")
    assert "还要 0 秒" in line
