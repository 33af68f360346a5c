"""The values engine: every number, date and sum of a text, each stretch read once."""

from extractors.values.find import find_values
from extractors.values.found import Found

__all__ = ["Found", "find_values"]
