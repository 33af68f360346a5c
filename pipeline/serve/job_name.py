"""The name of a job: it is a folder of reports, and what Prefect calls the deployment."""

from __future__ import annotations

from pipeline.config.keys import text
from pipeline.config.misuse import Misuse
from pipeline.output_names import safe_name

_BANNED = frozenset("/%&<>")
"""What Prefect takes in no name."""
_LONGEST = 60


def read_job_name(value: object, key: str, example: str) -> str:
    """The name that stands at a key. Raises :class:`Misuse`."""
    name = text(value, key, f'"{example}"')
    if safe_name(name) != name or _BANNED & set(name) or len(name) > _LONGEST or name != name.strip():
        raise Misuse("bad_name", key=key, value=name, most=_LONGEST)
    return name
