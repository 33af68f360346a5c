"""The store that is meant where nobody names one."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.cli import run
from pipeline.review.stores import OWN_STORE, usual_store
from tests.pipeline.review.desk import TERM, Desk


@pytest.mark.parametrize(
    ("there", "meant"),
    [((), "jiedui.db"), (("jiedui.db",), "jiedui.db"), ((OWN_STORE,), OWN_STORE), (("jiedui.db", OWN_STORE), "jiedui.db")],
)
def test_reviewed_files_are_meant_where_there_is_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: tuple[str, ...], meant: str
) -> None:
    for name in there:
        (tmp_path / name).touch()
    monkeypatch.chdir(tmp_path)
    assert usual_store("jiedui.db") == meant


def test_what_was_reviewed_from_files_is_exported_without_a_word_about_where(
    desk: Desk, store_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.do("accept", TERM)
    desk.engine.dispose()
    monkeypatch.delenv("JIEDUI_STORE", raising=False)
    monkeypatch.chdir(tmp_path)
    if "postgresql" in store_url:
        monkeypatch.setenv("JIEDUI_STORE", store_url)
    else:
        Path(store_url).rename(tmp_path / OWN_STORE)
    assert run(["review", "export", "-o", "out"]) == 0
    assert "审阅过的记录 1 份" in capsys.readouterr().err
