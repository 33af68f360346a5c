"""Programs and fonts that some tests need and pip cannot install, and the packages of extras.

On a machine without them these tests are skipped, with the package's name; in CI, where everything is to be there, they fail.
"""

from __future__ import annotations

import importlib.util
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


def needed_package(name: str, extra: str) -> None:
    """A Python package that an extra of this project installs."""
    if importlib.util.find_spec(name) is None:
        _missing(name, f"jiedui[{extra}]", "pip install")


def _missing(what: str, package: str, how: str = "install the Debian package") -> str:
    message = f"{what} is missing: {how} {package}"
    if os.environ.get("CI"):
        pytest.fail(message, pytrace=False)
    pytest.skip(message)
