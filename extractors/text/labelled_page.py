"""An article's page with the labels of its lines, in the order in which they are trusted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from extractors.text.page_frame import Frame
from extractors.text.page_labels import LabelKind, Labelled, read_labels
from extractors.text.passage import Passage, Stretch

_LONGEST_WORDS = 120
"""An address may be that long; an outlet or a name never is."""
_NO_WORDS = re.compile("[。>]")


@dataclass(frozen=True, eq=False)
class LabelledPage:
    """The passage in its frame; ``around`` is the part of the page that belongs to no other document.

    ``metadata`` is what the page, or the feed where ``in_feed``, says of the article.
    """

    passage: Passage
    frame: Frame
    around: Stretch
    metadata: Mapping[str, str] = field(default_factory=dict)
    in_feed: bool = False

    @property
    def text(self) -> str:
        """The normal text of the whole file."""
        return self.passage.text

    @cached_property
    def head(self) -> tuple[Labelled, ...]:
        """The labels below the title, then those above it."""
        return tuple(self._labels((*self.frame.below, *self.frame.above)))

    @cached_property
    def tail(self) -> tuple[Labelled, ...]:
        """The labels behind the text."""
        return tuple(self._labels(self.frame.tail))

    @cached_property
    def rest(self) -> tuple[Labelled, ...]:
        """The labels further down, among neighbours and imprint."""
        return tuple(self._labels(self.frame.rest))

    def labels(self, kind: LabelKind) -> Iterator[Labelled]:
        """The article's own labels of a kind: those about the title first, then those behind the text."""
        return (label for label in (*self.head, *self.tail) if label.kind == kind)

    def words(self, stretch: Stretch) -> str:
        """The normal text of a stretch."""
        return self.text[stretch.start : stretch.end]

    @property
    def title(self) -> str:
        """The article's title, "" where it has none."""
        return self.words(self.passage.title) if self.passage.title else ""

    def _labels(self, lines: Sequence[Stretch]) -> Iterator[Labelled]:
        for at, line in enumerate(lines):
            labels = read_labels(self.text, line.start, line.end)
            if labels and labels[-1].start >= line.end and at + 1 < len(lines):
                labels[-1] = self._from_next(labels[-1], lines[at + 1])
            yield from labels

    def _has_labels(self, line: Stretch) -> bool:
        return bool(read_labels(self.text, line.start, line.end))

    def _from_next(self, label: Labelled, following: Stretch) -> Labelled:
        """A label whose words stand on the line below it."""
        words = self.words(following)
        if following.start < label.start or len(words) > _LONGEST_WORDS or _NO_WORDS.search(words) or self._has_labels(following):
            return label
        return Labelled(label.kind, label.label, following.start, following.end, main=label.main)
