"""Readers and the reading under bytes that no person would write: ``python -m tests.fuzz``."""
