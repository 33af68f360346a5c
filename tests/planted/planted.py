"""What every voice hands out: an agreement's text and the one defect in it, if there is one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Planted:
    """An agreement's text; `rule` and `subject` name its only defect, both None in a clean one."""

    text: str
    rule: str | None
    subject: str | None
