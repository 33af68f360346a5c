"""How a served run can end, without a word of Prefect."""

from __future__ import annotations

from typing import Literal

End = Literal["done", "skipped", "stopped", "failed", "died"]
