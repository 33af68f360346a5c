"""Walking folders: order, and what is passed over."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from pipeline.sources.folder import Entry, Passed, walk


def touch(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("x", encoding="utf-8")
    return path


def found(folder: Path) -> list[str]:
    return [str(entry.path.relative_to(folder)) for entry in walk(folder) if isinstance(entry, Entry)]


def reasons(folder: Path) -> dict[str, str]:
    return {str(entry.path.relative_to(folder)): entry.why for entry in walk(folder) if isinstance(entry, Passed)}


def test_files_come_in_sorted_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.PDF", "a/b.docx", "c/d/e.html", "协议.doc"):
        touch(tmp_path / name)
    assert found(tmp_path) == ["a/b.docx", "a/z.PDF", "b.txt", "c/d/e.html", "协议.doc"]


@pytest.mark.parametrize(
    ("name", "why"),
    [
        (".a.txt", "hidden"),
        ("~$协议.docx", "temporary"),
        ("a.txt.part", "temporary"),
        ("a.txt~", "temporary"),
        ("notes.md", "other-format"),
        ("table.xlsx", "other-format"),
        ("README", "other-format"),
    ],
)
def test_what_is_no_document_is_passed_over(tmp_path: Path, name: str, why: str) -> None:
    touch(tmp_path / name)
    assert reasons(tmp_path) == {name: why}


def test_hidden_folders_are_not_entered(tmp_path: Path) -> None:
    touch(tmp_path / ".git" / "a.txt")
    assert reasons(tmp_path) == {".git": "hidden"}
    assert found(tmp_path) == []


def test_a_hidden_folder_that_is_named_is_entered(tmp_path: Path) -> None:
    touch(tmp_path / ".inbox" / "a.txt")
    assert found(tmp_path / ".inbox") == ["a.txt"]


def test_a_folder_named_like_a_document(tmp_path: Path) -> None:
    touch(tmp_path / "a.pdf" / "b.txt")
    assert reasons(tmp_path) == {"a.pdf": "document-folder"}


def test_links_are_followed_only_to_files_inside(tmp_path: Path) -> None:
    inside, outside = tmp_path / "in", touch(tmp_path / "out.txt")
    touch(inside / "a.txt")
    (inside / "b.txt").symlink_to(inside / "a.txt")
    (inside / "c.txt").symlink_to(outside)
    (inside / "d.txt").symlink_to(inside / "gone.txt")
    (inside / "e").symlink_to(inside)
    (inside / "f.txt").symlink_to(inside / "f.txt")
    assert found(inside) == ["a.txt", "b.txt"]
    assert reasons(inside) == {"c.txt": "link", "d.txt": "link", "e": "link-folder", "f.txt": "link"}


def test_pipes_and_sockets_are_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(tmp_path / "a.txt")
    monkeypatch.chdir(tmp_path)  # a socket's path is at most 108 bytes long
    with socket.socket(socket.AF_UNIX) as one:
        one.bind("b.txt")
        assert reasons(tmp_path) == {"a.txt": "special", "b.txt": "special"}


def test_a_deep_folder_is_walked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for _ in range(60):
        Path("d").mkdir()
        os.chdir("d")
    Path("a.txt").write_text("x", encoding="utf-8")
    os.chdir(tmp_path)
    assert len(found(tmp_path)) == 1


def test_a_folder_may_be_left_out(tmp_path: Path) -> None:
    touch(tmp_path / "out" / "a.txt")
    touch(tmp_path / "b.txt")
    entries = [entry.path.name for entry in walk(tmp_path, leave_out=tmp_path / "out")]
    assert entries == ["b.txt"]
