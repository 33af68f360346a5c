"""The programs of this machine as the readers ask for them: :class:`extractors.readers.converter.Converter`."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.readers.converter import OfficeKind, missing_program
from pipeline.programs import antiword, libreoffice
from pipeline.programs.places import find_antiword, find_office


@dataclass(frozen=True, slots=True)
class OfficePrograms:
    """Where the programs are; None for one that is not there."""

    office: str | None = None
    antiword: str | None = None
    seconds: float = libreoffice.SECONDS

    @classmethod
    def of_this_machine(cls) -> OfficePrograms:
        """Those that are installed."""
        return cls(find_office(), find_antiword())

    @property
    def has_office(self) -> bool:
        """Whether LibreOffice is there."""
        return self.office is not None

    @property
    def has_antiword(self) -> bool:
        """Whether antiword is there."""
        return self.antiword is not None

    def to_docx(self, data: bytes, kind: OfficeKind) -> bytes:
        """As the protocol says."""
        if self.office is None:
            raise missing_program(kind)
        return libreoffice.to_docx(self.office, data, kind, self.seconds)

    def to_text(self, data: bytes) -> bytes:
        """As the protocol says."""
        if self.antiword is None:
            raise missing_program("doc")
        return antiword.to_text(self.antiword, data)
