"""The repository's own files, for the tests of its rules."""

from __future__ import annotations

import os
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_LEFT_OUT = {".git", ".venv", "out", "build", "dist", "__pycache__"}


@cache
def tracked_files() -> tuple[Path, ...]:
    """Every file that belongs to the project: what git tracks, or all files where there is no git."""
    if (ROOT / ".git").exists():
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True).stdout  # noqa: S607 - git of the PATH
        paths = [ROOT / os.fsdecode(name) for name in listed.split(b"\0") if name]
    else:
        paths = [path for path in ROOT.rglob("*") if not _LEFT_OUT & set(path.relative_to(ROOT).parts)]
    return tuple(path for path in sorted(paths) if path.is_file())


def python_files(*folders: str) -> list[Path]:
    """The tracked Python files below some folders of the root."""
    return [path for path in tracked_files() if path.suffix == ".py" and path.relative_to(ROOT).parts[0] in folders]


def shown(path: Path) -> str:
    """The path as a test's name."""
    return str(path.relative_to(ROOT))
