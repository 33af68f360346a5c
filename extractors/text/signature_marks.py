"""What one label of a signature line says: the piece from which signatures are put together."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.text.calendar import Moment
from extractors.text.passage import Stretch
from extractors.text.signature_labels import MarkKind


@dataclass(frozen=True, slots=True)
class Mark:
    """``value`` is the stretch behind the label (a name, a date), empty where it is left open.

    ``role`` is set where the label names a party; ``signs`` where a party mark's value is that of a signatory (甲方校长：).
    """

    kind: MarkKind
    start: int
    end: int
    line: int
    value: Stretch
    role: str | None = None
    signs: bool = False
    moment: Moment | None = None
