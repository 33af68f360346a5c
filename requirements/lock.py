"""Make the lock files anew from pyproject.toml: every version pinned, every file with its hash, no addresses.

Run ``python requirements/lock.py`` where uv is installed; ``--upgrade`` takes the newest versions that the bounds allow.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent
_OPTIONS = (
    "--universal",
    "--python-version=3.11",
    "--generate-hashes",
    "--no-strip-extras",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--no-annotate",
    "--no-header",
    "--quiet",
)
_CLUSTER = ("ocr", "postgres", "dask", "s3", "parquet")
"""What deploy/Dockerfile installs: every machine of a cluster has the same."""
_HEADER = "# Made by requirements/lock.py from pyproject.toml for Python 3.11 to 3.13 on every system; do not edit by hand.\n"
_WITH_EXTRAS = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)\[[^]\n]+\](?P<rest>==.*(?:\n[ ]+--hash.*)*\n?)", re.MULTILINE)


def main(passed_on: list[str]) -> None:
    """Write requirements/run.txt, test.txt and cluster.txt."""
    _compile("run", ["--extra=ocr"], passed_on)
    _compile("test", ["--all-extras", "--constraint=requirements/run.txt"], [])
    _compile("cluster", [*(f"--extra={extra}" for extra in _CLUSTER), "--constraint=requirements/test.txt"], [])


def _compile(name: str, options: list[str], passed_on: list[str]) -> None:
    target = _ROOT / "requirements" / f"{name}.txt"
    command = ["uv", "pip", "compile", "pyproject.toml", *_OPTIONS, *options, f"--output-file={target}", *passed_on]
    subprocess.run(command, cwd=_ROOT, check=True)  # noqa: S603 - the arguments are this file's and its caller's own
    pins = target.read_text(encoding="utf-8").removeprefix(_HEADER)
    target.write_text(_HEADER + _bare_too(pins), encoding="utf-8")


def _bare_too(pins: str) -> str:
    """Pin ``name`` beside every ``name[extra]``: the pip that comes with Python 3.11 wants both in ``--require-hashes`` mode."""
    bare = {match["name"] for match in re.finditer(r"^(?P<name>[A-Za-z0-9._-]+)==", pins, re.MULTILINE)}
    return _WITH_EXTRAS.sub(lambda match: match[0] if match["name"] in bare else f"{match['name']}{match['rest']}{match[0]}", pins)


if __name__ == "__main__":
    main(sys.argv[1:])
