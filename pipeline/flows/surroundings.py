"""What Prefect is told before it is imported: to be quiet, to phone nobody, and where its server is."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Mapping

_QUIET: Mapping[str, str] = {
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_LOGGING_TO_API_WHEN_MISSING_FLOW": "ignore",
    "PREFECT_CLIENT_SERVER_VERSION_CHECK_ENABLED": "false",
}
_SILENT: Mapping[str, str] = {"PREFECT_LOGGING_LEVEL": "CRITICAL", "PREFECT_SERVER_LOGGING_LEVEL": "CRITICAL"}
_IDLE = (
    "CANCELLATION_CLEANUP", "CLEANUP_RECONCILER", "DB_VACUUM", "FOREMAN", "LATE_RUNS", "PAUSE_EXPIRATIONS", "REPOSSESSOR", "SCHEDULER",
    "TRIGGERS",
)  # fmt: skip
"""Services of the server that a single run on one machine has no use for; together they cost a second of a processor in ten."""


def prepare(*, verbose: bool = False) -> None:
    """Set this process up for Prefect; to be called before its first import. What the person has set stays."""
    for name, value in {**_QUIET, **({} if verbose else _SILENT)}.items():
        os.environ.setdefault(name, value)
    # loopback is never behind a proxy, and Prefect's client asks the environment
    for name in ("NO_PROXY", "no_proxy"):
        hosts = list(filter(None, os.environ.get(name, "").split(",")))
        if "*" not in hosts:
            os.environ[name] = ",".join(dict.fromkeys([*hosts, "127.0.0.1", "localhost"]))


def hush_cluster() -> None:
    """Have the cluster's library, once it is imported, write no tracebacks of what we say in a sentence: it gives each logger a level."""
    for name in [name for name in logging.root.manager.loggerDict if name.partition(".")[0] == "distributed"]:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)


def of_a_short_server(*, verbose: bool = False) -> dict[str, str]:
    """The environment of a server that lives as long as one run."""
    quiet = {**_QUIET, **({} if verbose else _SILENT)}
    idle = {f"PREFECT_SERVER_SERVICES_{name}_ENABLED": "false" for name in _IDLE}
    return {**quiet, **idle, **os.environ}


def of_a_lasting_server(*, verbose: bool = False) -> dict[str, str]:
    """The environment of a server that keeps schedules: all its services are at work."""
    return {**_QUIET, **({} if verbose else _SILENT), **os.environ}


def python_path() -> str:
    """The ``PYTHONPATH`` with which a child process finds what this one finds, wherever it starts."""
    return os.pathsep.join(os.path.abspath(part) for part in sys.path if part)  # noqa: PTH100 - zip files and links stay as they are
