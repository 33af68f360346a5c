"""The values engine: every number, date and sum of a text, each stretch read once."""

from extractors.values.find import Found, find_values

__all__ = ["Found", "find_values"]
