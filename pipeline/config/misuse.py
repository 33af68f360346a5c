"""What a person asked for and cannot have: said in one line, and the command ends with the exit code of usage."""

from __future__ import annotations

from pipeline.printable import one_line


class Misuse(Exception):  # noqa: N818 - it names what went wrong, as NotARecord does
    """``sentence`` names a template of the command's words or of :class:`pipeline.config.words.Words`, ``facts`` fill it."""

    def __init__(self, sentence: str, **facts: object) -> None:
        """Which sentence, and what it is about."""
        super().__init__(sentence, facts)
        self.sentence = sentence
        self.facts = facts


def told(error: Misuse, *words: object) -> str:
    """What a misuse says, on one line, from the first of ``words`` that know the sentence; one inside another says where."""
    facts = {name: told(value, *words) if isinstance(value, Misuse) else one_line(str(value)) for name, value in error.facts.items()}
    template: str = next(getattr(one, error.sentence) for one in words if hasattr(one, error.sentence))
    return template.format(**facts)
