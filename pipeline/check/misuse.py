"""What a person asked for and cannot have: said in one line, and the command ends with the exit code of usage."""

from __future__ import annotations


class Misuse(Exception):  # noqa: N818 - it names what went wrong, as NotARecord does
    """``sentence`` names a template of :class:`pipeline.check.words.Words`, ``facts`` fill it."""

    def __init__(self, sentence: str, **facts: object) -> None:
        """Which sentence, and what it is about."""
        super().__init__(sentence, facts)
        self.sentence = sentence
        self.facts = facts
