"""Why a source or an article was not read: kept as reason and facts, worded in the language of whoever reads it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self, cast

from pipeline.fetch.reasons import Saying
from pipeline.fetch.trouble import FetchTrouble
from pipeline.fetch.words import said_of
from pipeline.messages import Lang, messages
from pipeline.printable import one_line
from schemas.errors import Unreadable
from schemas.source import Reason

_LISTS: Mapping[str, str] = {
    "empty": "no article is in the list. The site may have changed, look at it with jiedui feeds try.",
    "unsupported": "there is no list of articles at this address. Look at it with jiedui feeds try, or in a browser.",
}
"""What is said in English of a list; of all else that cannot be read, what is said of files."""


@dataclass(frozen=True, slots=True)
class Why:
    """A reason for programs, and what its sentence is made of: a ``saying`` with ``facts``, or the ``message`` of a reader, in Chinese."""

    reason: str
    saying: Saying | None = None
    facts: Mapping[str, str] = field(default_factory=dict)
    message: str | None = None
    is_list: bool = False

    @classmethod
    def of(cls, error: FetchTrouble | Unreadable) -> Self:
        """What ended a visit, or kept an article away."""
        if isinstance(error, FetchTrouble):
            return cls(error.reason, error.saying, error.facts)
        return cls(error.reason, message=error.message, is_list=True)

    @classmethod
    def from_json(cls, told: Mapping[str, Any]) -> Self:
        """What :attr:`json` has made."""
        return cls(**told)

    @property
    def json(self) -> dict[str, Any]:
        """All of it, for the store."""
        told = {"reason": self.reason, "saying": self.saying, "facts": dict(self.facts), "message": self.message, "is_list": self.is_list}
        return {name: value for name, value in told.items() if value}

    def said_of(self, address: str, lang: Lang) -> str:
        """The same about an address, which is named before it where the sentence does not name it itself."""
        said = self.said(lang)
        return said if address in said else one_line(f"{address}{': ' if lang == 'en' else '：'}{said}")

    def said(self, lang: Lang) -> str:
        """A sentence, on one line."""
        if self.saying is not None:
            return said_of(self.saying, self.facts, lang)
        if lang == "zh":
            return one_line(self.message or self.reason)
        if self.reason == "failed":
            return "the program failed on it. Run it again; if it fails again, report it."
        if self.is_list and self.reason in _LISTS:
            return _LISTS[self.reason]
        return messages(lang).reasons.get(cast("Reason", self.reason), self.reason)
