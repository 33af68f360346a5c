"""How a command ends: the numbers that scripts rely on."""

from __future__ import annotations


class Interrupted(Exception):  # noqa: N818 - nothing is wrong: a person has stopped the program
    """The person stopped the program, and it ended in order; the message says how to go on."""


OK = 0
"""Everything was read."""
NOT_ALL = 1
"""Something was not read, or could not be written."""
USAGE = 2
"""The command line was not understood."""
FOUND = 3
"""A check found something at or above the severity that it is to fail on."""
INTERRUPTED = 130
"""Stopped by the person (Ctrl+C): 128 and the signal's number."""
