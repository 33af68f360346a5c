"""Two evaluations side by side: what a change has won and what it has cost.

Only files that stand in both are compared. A slip that was there and is gone is *gained*, one that is new is *lost*; an attribute that was
read wrongly and is now read wrongly in another way is neither.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pipeline.evaluate.results import Run, Slip
from schemas.span import Frozen


class Change(Frozen):
    """A figure of a field (F1) or an attribute (the share that is right), before and after."""

    name: str
    before: float
    after: float


class Comparison(Frozen):
    """``shared`` counts the files of both runs; ``annotated`` are those whose annotation is another one now."""

    shared: int
    changes: tuple[Change, ...]
    gained: tuple[Slip, ...]
    lost: tuple[Slip, ...]
    gone: tuple[str, ...]
    new: tuple[str, ...]
    annotated: tuple[str, ...]


def compare(before: Run, after: Run) -> Comparison:
    """What changed from one run to the other."""
    shared = [name for name in after.files if name in before.files]
    old, new = before.only(shared), after.only(shared)
    return Comparison(
        shared=len(shared),
        changes=tuple(_changes(old, new)),
        gained=tuple(_beyond(old, new)),
        lost=tuple(_beyond(new, old)),
        gone=tuple(name for name in before.files if name not in after.files),
        new=tuple(name for name in after.files if name not in before.files),
        annotated=tuple(name for name in shared if before.files[name].gold != after.files[name].gold),
    )


def _changes(old: Run, new: Run) -> Iterator[Change]:
    fields = old.fields(), new.fields()
    yield from (Change(name=name, before=fields[0][name].f1, after=count.f1) for name, count in fields[1].items())
    attributes = old.attributes(), new.attributes()
    for name in sorted(attributes[0].keys() & attributes[1].keys()):
        yield Change(name=name, before=attributes[0][name].accuracy, after=attributes[1][name].accuracy)


def _beyond(these: Run, those: Run) -> Iterator[Slip]:
    """The slips of one run that the other does not have, each as often as it is there more."""
    left = Counter(map(_same_slip, those.errors))
    for slip in these.errors:
        if left[_same_slip(slip)] > 0:
            left[_same_slip(slip)] -= 1
        else:
            yield slip


def _same_slip(slip: Slip) -> Slip:
    return slip.model_copy(update={"read": None})
