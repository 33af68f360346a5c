"""The program itself, in a process of its own, with a home of its own for Prefect."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import sqlalchemy as sa

from pipeline.store.place import address_of, engine_of
from pipeline.store.tables import READINGS
from tests.pipeline.prefect_home import make_prefect_home

ROOT = Path(__file__).resolve().parents[3]
PATIENCE = 120.0


def environment(place: Path) -> dict[str, str]:
    """As on a machine where nobody has set anything, but for Prefect's home, which is in ``place``."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PREFECT_", "JIEDUI_"))}
    return kept | {"PREFECT_HOME": str(make_prefect_home(place / "prefect")), "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}


def command(*words: object) -> list[str]:
    """The words of a ``jiedui batch``."""
    return [sys.executable, "-m", "pipeline", "batch", "--no-names", *map(str, words)]


def begin(place: Path, *words: object) -> subprocess.Popen[str]:
    """Start a run that stands in ``place``."""
    return subprocess.Popen(command(*words), cwd=place, env=environment(place), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def finish(place: Path, *words: object) -> subprocess.CompletedProcess[str]:
    """Run to the end."""
    return subprocess.run(command(*words), cwd=place, env=environment(place), capture_output=True, text=True, timeout=PATIENCE, check=False)


def readings(store: str) -> int:
    """How many readings a store holds; 0 where it is not there yet."""
    engine = engine_of(address_of(store))
    try:
        with engine.connect() as connection:
            return connection.scalar(sa.select(sa.func.count()).select_from(READINGS)) or 0
    except sa.exc.DBAPIError:
        return 0
    finally:
        engine.dispose()


def wait_until(true: Callable[[], bool], patience: float = PATIENCE) -> None:
    """Raises AssertionError where it does not come true."""
    until = time.monotonic() + patience
    while not true():
        assert time.monotonic() < until, "it did not come true"
        time.sleep(0.02)


def left_of(family: list[psutil.Process]) -> list[psutil.Process]:
    """Those of some processes that still run, after a little patience."""
    _, alive = psutil.wait_procs(family, timeout=15)
    return [one for one in alive if one.status() != psutil.STATUS_ZOMBIE]
