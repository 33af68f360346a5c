"""Files are written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from pipeline.atomic import replacing


def write_half(target: Path) -> None:
    with replacing(target) as stream:
        stream.write(b"ne")
        assert target.read_bytes() == b"old"
        raise ValueError("half way")


def test_a_new_file_in_a_new_folder(tmp_path: Path) -> None:
    with replacing(tmp_path / "a" / "b.json") as stream:
        stream.write(b"new")
    assert (tmp_path / "a" / "b.json").read_bytes() == b"new"


def test_the_old_file_stays_until_the_end_and_after_an_error(tmp_path: Path) -> None:
    target = tmp_path / "a.json"
    target.write_bytes(b"old")
    with pytest.raises(ValueError, match="half way"):
        write_half(target)
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]
    assert target.read_bytes() == b"old"


def test_a_link_is_replaced_and_not_written_through(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    kept.write_bytes(b"kept")
    (tmp_path / "a.json").symlink_to(kept)
    with replacing(tmp_path / "a.json") as stream:
        stream.write(b"new")
    assert kept.read_bytes() == b"kept"
    assert not (tmp_path / "a.json").is_symlink()


def test_others_may_read_what_the_mask_allows(tmp_path: Path) -> None:
    old = os.umask(0o022)
    try:
        with replacing(tmp_path / "a.json") as stream:
            stream.write(b"x")
    finally:
        os.umask(old)
    assert (tmp_path / "a.json").stat().st_mode & 0o777 == 0o644
