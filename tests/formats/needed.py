"""Programs and fonts that some tests need and pip cannot install.

On a machine without them these tests are skipped, with the package's name; in CI, where everything is to be there, they fail.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest


def needed_program(name: str, package: str) -> str:
    """The path of a program of a Debian package."""
    return shutil.which(name) or _missing(name, package)


def needed_file(path: Path, package: str) -> Path:
    """A file of a Debian package."""
    return path if path.is_file() else Path(_missing(str(path), package))


def _missing(what: str, package: str) -> str:
    message = f"{what} is missing: install the Debian package {package}"
    if os.environ.get("CI"):
        pytest.fail(message, pytrace=False)
    pytest.skip(message)
