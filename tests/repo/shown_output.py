"""The output that documentation shows: ``python -m tests.repo.shown_output`` runs its commands and writes it anew.

A block of it stands between ``<!-- output: COMMAND -->`` and ``<!-- end -->``. Commands run in an empty folder beside the samples.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

from tests.repo.tracked import ROOT

PAGES = [
    *(ROOT / name for name in ("README.md", "README.zh-CN.md")),
    *(ROOT / "docs" / name for name in ("checking.md", "checking.zh-CN.md", "adding-a-check.md", "adding-a-check.zh-CN.md")),
]
_BLOCK = re.compile(r"(?<=^<!-- output: )(?P<command>[^\n]+) -->\n```(?P<kind>\w+)\n.*?^```$", re.MULTILINE | re.DOTALL)
_LEFT_OUT = ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE")


def commands(page: str) -> list[str]:
    """The commands whose output a page shows."""
    return [match["command"] for match in _BLOCK.finditer(page)]


def with_output(page: str) -> str:
    """The page with the output that its commands have now."""
    return _BLOCK.sub(lambda match: f"{match['command']} -->\n```{match['kind']}\n{output(match['command'])}```", page)


@cache
def output(command: str) -> str:
    """What a shell command prints on a screen of 80 columns, both streams, without blanks at the ends of lines."""
    environment = {name: value for name, value in os.environ.items() if name not in _LEFT_OUT}
    environment |= {"COLUMNS": "80", "PYTHONPATH": str(ROOT), "PYTHON": sys.executable}
    script = f'jiedui() {{ "$PYTHON" -m pipeline "$@"; }}\n{command}'
    with tempfile.TemporaryDirectory() as folder:
        for name in ("samples", "extractors"):
            (Path(folder) / name).symlink_to(ROOT / name)
        done = subprocess.run(
            ["bash", "-c", script],  # noqa: S607 - bash of the PATH
            cwd=folder,
            check=False,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            env=environment,
        )
    return "".join(line.rstrip() + "\n" for line in done.stdout.rstrip().splitlines())


if __name__ == "__main__":
    for path in PAGES:
        path.write_text(with_output(path.read_text(encoding="utf-8")), encoding="utf-8")
