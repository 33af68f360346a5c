"""The marks that what is shown in a field and what is read from it share."""

from __future__ import annotations

AND = "且"
"""Between a lower and an upper bound."""
LISTED = "；"
"""Between the members of a list."""
HOLDER_END = "份"
