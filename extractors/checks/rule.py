"""What a rule is: a defect with a name, the texts that show it, and the check that finds it."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import ModuleType

from extractors.case import Case
from extractors.readers.source_text import SourceText
from schemas.finding import Finding, Severity
from schemas.span import Extent, Span

SECTIONS = ("缺陷", "为什么要紧", "怎么办", "什么时候不报")
"""The parts of a rule's docstring, after its first line: the defect, why it matters, what to do, when it stays silent."""
_SECTION = re.compile(rf"^({'|'.join(SECTIONS)})$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Hit:
    """One defect: what it is about, one line in Chinese with the values that it was computed from, and every word that proves it.

    The first span is the one to look at; a contradiction has both its sides.
    """

    subject: str
    message: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A text that has the defect or has it not. ``shown`` are the words that matter in it, ``text`` is the whole paper.

    ``also`` names other rules that rightly find something in it, each with the reason.
    """

    text: str
    shown: str
    also: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """What people are told of a rule: ``title`` names the defect in a few Chinese words, the docstring of ``check``'s file says the rest.

    ``agreements_only`` holds for what other papers need not say.
    """

    slug: str
    title: str
    severity: Severity
    check: Callable[..., Iterable[object]]
    bad: tuple[Example, ...]
    good: tuple[Example, ...]
    agreements_only: bool = False

    @property
    def summary(self) -> str:
        """The defect in one English sentence: the first line of the rule's docstring."""
        return _docstring(self).partition("\n")[0]

    @property
    def sections(self) -> dict[str, str]:
        """The parts of the docstring by their Chinese headings, without indentation."""
        parts = _SECTION.split(_docstring(self))
        return {heading: inspect.cleandoc(body) for heading, body in zip(parts[1::2], parts[2::2], strict=True)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(Described):
    """A rule about what a document says.

    ``check`` yields the defects of a case in reading order. It is pure, its cost linear in the length of the text.
    """

    check: Callable[[Case], Iterable[Hit]]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRule(Described):
    """A rule about how the pages of a file were read from pictures, whatever they say.

    ``check`` yields a finding for each page; ``extents`` are those of the documents, and what stands outside of them does not count. An
    example shows what the engine hands over: how sure it is of a line and the line, or ``----`` for one that it saw and did not read.
    """

    check: Callable[[SourceText, Sequence[Extent]], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class Family:
    """Rules that look at one part of a paper."""

    slug: str
    title: str
    rules: tuple[Described, ...]


def _docstring(rule: Described) -> str:
    module: ModuleType | None = inspect.getmodule(rule.check)
    return inspect.cleandoc(module.__doc__ or "") if module else ""
