"""The annotated corpus, read: each document once in a session, and held against its annotation by the engine of ``jiedui evaluate``.

The documents of ``corpus/held-out`` were annotated by people who did not see the extractors. Nobody looks at them, or at the slips in
them, while writing rules: they only tell whether rules hold elsewhere. So figures come from here for both parts, and slips for one.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from extractors import read_bytes
from pipeline.evaluate.gold import gold_files
from pipeline.evaluate.matching import hold
from pipeline.evaluate.results import Held, Run, Slip

CORPUS = Path(__file__).resolve().parent / "corpus"
PARTS = ("open", "held-out")


@cache
def figures(part: str) -> dict[str, float]:
    """F1 of each field that stands in the part, and of each attribute the share that is right, to four places."""
    run = _run(part)
    fields = {name: round(count.f1, 4) for name, count in run.fields().items() if count.gold or count.extra}
    return fields | {name: round(share.accuracy, 4) for name, share in run.attributes().items()}


@cache
def ungrounded(part: str) -> int:
    """Spans whose words are not what stands at their place."""
    return sum(result.ungrounded for result in _run(part).files.values())


def slips(field: str) -> list[Slip]:
    """What is read wrongly of a field, or of the field of an attribute, in the open part."""
    return [slip for slip in _run("open").errors if slip.field == field.partition(".")[0]]


def documents(part: str) -> int:
    """How many files of the part are annotated."""
    return len(gold_files(CORPUS / part))


def digest(part: str) -> str:
    """One digest of all files of the part, names and contents."""
    whole = hashlib.sha256()
    for path in sorted((CORPUS / part).iterdir()):
        whole.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()


@cache
def _run(part: str) -> Run:
    return Run.of(_held(part))


def _held(part: str) -> list[Held]:
    found = []
    for file in gold_files(CORPUS / part):
        gold, mark = file.load()
        record = read_bytes((file.path.parent / gold.file).read_bytes(), name=gold.file)
        found.append(hold(file.name, gold, mark, record))
    return found
