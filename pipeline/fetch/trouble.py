"""The one exception of fetching: a reason for programs, a sentence for people."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.fetch.reasons import Saying, Trouble
from pipeline.fetch.words import said_of
from pipeline.messages import Lang
from pipeline.printable import one_line
from schemas.errors import JieduiError

_LONGEST_FACT = 300


class FetchTrouble(JieduiError):  # noqa: N818 - it names an outcome that becomes data, not a failure of the program
    """A page could not be had.

    ``retry_after``: seconds that the server asked for, where it did. ``may_pass``: asking again at once may well help.
    ``facts`` stand in the sentence (``address``, ``host``, ``code`` …), on one line and not too long.
    """

    def __init__(
        self, reason: Trouble, saying: Saying, facts: Mapping[str, str | float], *, retry_after: float | None = None, may_pass: bool = False
    ) -> None:
        """Keep all of it; the sentences are made when they are asked for."""
        self.reason: Trouble = reason
        self.saying: Saying = saying
        self.retry_after = retry_after
        self.may_pass = may_pass
        self.facts: Mapping[str, str] = {name: _shown(fact) for name, fact in facts.items()}
        super().__init__(self.message)

    @property
    def message(self) -> str:
        """In Chinese, on one line."""
        return self.said("zh")

    def said(self, lang: Lang) -> str:
        """In a language, on one line."""
        return said_of(self.saying, self.facts, lang)


def _shown(fact: str | float) -> str:
    text = one_line(str(fact))
    return text if len(text) <= _LONGEST_FACT else f"{text[:_LONGEST_FACT]}…"
