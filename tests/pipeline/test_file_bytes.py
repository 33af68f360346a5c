"""Taking bytes from files and streams."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from pipeline.sources.file_bytes import read_file, read_stream
from schemas.errors import Unreadable


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"abc")
    assert read_file(tmp_path / "a", limit=3) == b"abc"


def test_more_than_the_limit_is_too_large(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"abcd")
    with pytest.raises(Unreadable) as caught:
        read_file(tmp_path / "a", limit=3)
    assert caught.value.reason == "too-large"


@pytest.mark.parametrize("name", [".", "none", "pipe", "a\0b", "x" * 300, "/dev/null"])
def test_what_is_no_file(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(Unreadable) as caught:
        read_file(tmp_path / name)
    assert caught.value.reason == "not-a-file"


def test_a_stream_that_breaks_off() -> None:
    class Broken(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, _: object) -> int:
            raise OSError(5, "Input/output error")

    with pytest.raises(Unreadable) as caught:
        read_stream(io.BufferedReader(Broken()))
    assert caught.value.reason == "damaged"
