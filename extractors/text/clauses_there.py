"""Which clauses a document has, for what refers to them: 第三条 is the third article, or 三、 where there are no articles."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extractors.text.clauses import ClauseNode
from extractors.text.passage import Passage, Stretch
from extractors.text.references import Reference, articles_at_openings
from extractors.text.series import find_series, value_of
from extractors.text.unread_numbers import stands_unread, unread_openings

_WRAPPERS = frozenset({"part", "annex", "bracket"})
_FAR = 15
"""How far beyond the last clause a reference may lie that names no paper: farther off it is likely a law's."""
_LEAST_MEMBERS = 2


@dataclass(frozen=True, slots=True)
class ClausesThere:
    """The values of the clauses that 条, 章 and 部分 can mean."""

    passage: Passage
    articles: dict[int, list[ClauseNode]] = field(default_factory=dict)
    parts: dict[int, list[ClauseNode]] = field(default_factory=dict)
    dotted: frozenset[str] = frozenset()
    unread: frozenset[int] = frozenset()

    @classmethod
    def of(cls, passage: Passage) -> ClausesThere:
        """What a document has."""
        articles = _by_value([node for node in passage.clauses if node.style == "article"])
        tops = _by_value([node for node in passage.clauses if _is_top(passage, node)])
        parts = _by_value([node for node in passage.clauses if node.style == "part"])
        for value in articles_at_openings(passage):
            articles.setdefault(value, [])
        for series in find_series(passage):
            if series.runs_on and series.key[0] != "article":
                for value, node in zip(series.values, series.nodes, strict=True):
                    tops.setdefault(value, []).append(node)
        dotted = frozenset(node.number for node in passage.clauses if node.style == "dotted")
        return cls(passage, articles or tops, parts or tops, dotted, frozenset(unread_openings(passage)))

    def lacks(self, reference: Reference) -> bool:
        """Whether the clause of a reference is not there; False where that cannot be told."""
        known = self.articles if reference.unit == "条" else self.parts
        if len(known) < _LEAST_MEMBERS:
            return False
        if reference.value not in known:
            near = reference.own or reference.value <= max(known) + _FAR
            return near and reference.value not in self.unread
        nodes = known[reference.value]
        if len(nodes) != 1:
            return False
        return self._lacks_member(nodes[0], reference.item) or self._lacks_paragraph(nodes[0], reference.paragraph)

    def lacks_dotted(self, number: str) -> bool:
        """Whether 3.2 is not there, in a document that has such numbers."""
        return (
            len(self.dotted) >= _LEAST_MEMBERS
            and number not in self.dotted
            and not re.search(
                rf"(?:^|[。；])[ \t]*{re.escape(number)}(?![0-9])", self.passage.text[self.passage.start : self.passage.end], re.MULTILINE
            )
        )

    def _lacks_member(self, node: ClauseNode, item: int | None) -> bool:
        """Whether a clause has members with numbers, and fewer than the reference says."""
        values = [value for child in node.children if (value := value_of(child)) is not None]
        if item is None or len(values) < _LEAST_MEMBERS or item <= max(values):
            return False
        return not stands_unread(self.passage, item, Stretch(node.start, node.end))

    def _lacks_paragraph(self, node: ClauseNode, paragraph: int | None) -> bool:
        """Whether a clause has fewer lines than the paragraph that is spoken of: paragraphs have no numbers of their own."""
        return paragraph is not None and paragraph > 1 + self.passage.text.count("\n", node.start, node.end)


def _is_top(passage: Passage, node: ClauseNode) -> bool:
    """Whether only parts, annexes and headings without a number stand above a clause."""
    return (
        node.style != "part"
        and value_of(node) is not None
        and all(above.style in _WRAPPERS for above in passage.clauses.ancestry(node.start)[:-1])
    )


def _by_value(nodes: list[ClauseNode]) -> dict[int, list[ClauseNode]]:
    found: dict[int, list[ClauseNode]] = {}
    for node in nodes:
        value = value_of(node)
        if value is not None:
            found.setdefault(value, []).append(node)
    return found
