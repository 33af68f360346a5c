"""Fuzz one target in this process: ``python -m tests.fuzz.one TARGET -max_total_time=30 CORPUS``; the options are libFuzzer's."""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["extractors", "schemas"]):
    from tests.fuzz.targets import TARGETS


def main() -> None:
    """Hand the command line's options on, and fuzz until the time is over."""
    target = TARGETS[sys.argv.pop(1)]
    atheris.Setup(sys.argv, target)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
