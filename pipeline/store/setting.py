"""With what a file was read: what decides whether it must be read again."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass

from pipeline.programs.office import OfficePrograms
from pipeline.reading import Reader
from pipeline.recognition import page_reader
from pipeline.workers.limits import Limits
from schemas.version import VERSION


@dataclass(frozen=True, slots=True)
class Setting:
    """The extractors' ``version``, whether ``names`` were looked for, and a digest of the ``means``: programs, passwords, limits.

    A paper that was read whole stays read whatever the means; one that was not may be read with others.
    """

    version: str
    names: bool
    means: str

    @staticmethod
    def of(reader: Reader, limits: Limits) -> Setting:
        """That of this machine."""
        programs = OfficePrograms.of_this_machine()
        secret = hashlib.sha256(json.dumps(reader.passwords).encode("utf-8", "surrogatepass")).hexdigest()
        parts = [
            programs.has_office,
            programs.has_antiword,
            page_reader() is not None,
            secret,
            limits.memory,
            limits.page_seconds,
            limits.file_seconds,
        ]
        return Setting(VERSION, reader.names, hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:16])
