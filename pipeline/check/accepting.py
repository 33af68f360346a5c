"""Accept findings: ``jiedui check --accept FINGERPRINT --because "…"``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime

from pipeline.check.acceptances import Acceptance, Acceptances
from pipeline.check.results import FileResult
from pipeline.check.selectors import parted
from pipeline.config.misuse import Misuse

_FINGERPRINT = re.compile("[0-9a-f]{6,16}")
_WHOLE = 16
_MOST_NAMED = 4


def plain_fingerprints(written: Sequence[str]) -> list[str]:
    """The fingerprints, or beginnings of them, that a person wrote. Raises :class:`Misuse` for what is none."""
    plain = [name.lower() for name in parted(written)]
    for name in plain:
        if not _FINGERPRINT.fullmatch(name):
            raise Misuse("no_fingerprint", name=name)
    return plain


def accept_everywhere(written: Sequence[str], because: str, before: Acceptances) -> list[Acceptance]:
    """Acceptances that hold in every file; what is known of a fingerprint from earlier ones is kept."""
    new = []
    for name in plain_fingerprints(written):
        if len(name) < _WHOLE:
            raise Misuse("needs_all_digits", name=name)
        known = next((entry for entry in before.entries if entry.fingerprint == name), None)
        facts = {"rule": known.rule, "subject": known.subject, "message": known.message} if known else {}
        new.append(Acceptance(fingerprint=name, because=because, date=_today(), **facts))
    return new


def accept_found(written: Sequence[str], because: str, files: Sequence[FileResult], before: Acceptances) -> list[Acceptance]:
    """Acceptances of findings of these files, one for each file that has it. Raises :class:`Misuse` where one is not there."""
    known = {result.finding.fingerprint for file in files for result in file.results}
    wanted = {_only_one(name, known) for name in plain_fingerprints(written)}
    return [entry for file in files for entry in _entries(file, wanted, because, before)]


def _entries(file: FileResult, wanted: set[str], because: str, before: Acceptances) -> Iterator[Acceptance]:
    for fingerprint, result in {one.finding.fingerprint: one for one in file.results}.items():
        if fingerprint in wanted:
            yield Acceptance(
                fingerprint=fingerprint,
                rule=result.finding.rule,
                subject=result.finding.subject,
                message=result.finding.message,
                file=_file_of(file, before),
                source=file.source_id,
                because=because,
                date=_today(),
            )


def _file_of(file: FileResult, before: Acceptances) -> str | None:
    if file.name is None:
        return None
    key = before.file_key(file.name)
    return key if file.number is None else f"{key}#{file.source_name or ''}"


def _only_one(name: str, known: set[str]) -> str:
    found = sorted(one for one in known if one.startswith(name))
    if not found:
        raise Misuse("not_found", name=name)
    if len(found) > 1:
        raise Misuse("ambiguous", name=name, found=", ".join(found[:_MOST_NAMED]))
    return found[0]


def _today() -> str:
    return datetime.now().astimezone().date().isoformat()
