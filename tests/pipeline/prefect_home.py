"""A home for Prefect whose database is made already: making it takes longer than most tests."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from pipeline.flows.server import Server
from pipeline.flows.surroundings import of_a_short_server


def make_prefect_home(place: Path) -> Path:
    """A folder for ``PREFECT_HOME`` at ``place``, with an empty database of the newest form."""
    if not place.exists():
        shutil.copytree(_template().name, place)
    return place


@cache
def _template() -> TemporaryDirectory[str]:
    """Made by a server that starts and stops, once for all tests of a process."""
    folder: TemporaryDirectory[str] = TemporaryDirectory(prefix="jiedui-prefect-")
    server = Server({**of_a_short_server(), "PREFECT_HOME": folder.name})
    try:
        server.wait()
    finally:
        server.stop()
    return folder
