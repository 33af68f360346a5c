"""A paper before it is written out: its parts in order, its clauses as a tree."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Node:
    """A clause: its heading or its words, or both, and what stands below it."""

    text: str = ""
    heading: str = ""
    key: str = ""
    kids: list[Node] = field(default_factory=list)
    # added to the number beside the usual step: 1 leaves a number out, -1 repeats one
    jump: int = 0
    # the number as it stands in the text, without what parts it from the words; set when the clauses are numbered
    number: str = ""


@dataclass
class Draft:
    """The parts of one paper, in reading order."""

    title: list[str] = field(default_factory=list)
    head: list[str] = field(default_factory=list)
    preamble: list[str] = field(default_factory=list)
    clauses: list[Node] = field(default_factory=list)
    annexes: list[str] = field(default_factory=list)
    signing: list[str] = field(default_factory=list)

    def walk(self) -> list[Node]:
        """Give every clause, in reading order."""
        return [node for top in self.clauses for node in _below(top)]

    def find(self, key: str) -> Node | None:
        """Give the first clause with this key."""
        return next((node for node in self.walk() if node.key == key), None)


def _below(node: Node) -> list[Node]:
    return [node, *(deeper for kid in node.kids for deeper in _below(kid))]
