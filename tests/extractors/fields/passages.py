"""A passage for a field's test: a short text as one document."""

from __future__ import annotations

from dataclasses import dataclass

import opencc

from extractors.readers.source_text import SourceText
from extractors.text.normal import normalise
from extractors.text.passage import Passage, make_passage
from schemas.agreement import Kind

_SIMPLIFY = opencc.OpenCC("t2s").convert


@dataclass(frozen=True)
class DeclaredRole:
    """A party as an agreement's head declares it."""

    role: str
    name: str = ""
    aliases: tuple[str, ...] = ()


TWO = (DeclaredRole("甲方", "青石县第一小学"), DeclaredRole("乙方", "青石县柳树乡中心小学"))


def passage_of(text: str, kind: Kind = "agreement") -> Passage:
    """The whole of ``text`` as one document of ``kind``."""
    normal = normalise(SourceText(text, "text/plain"), _SIMPLIFY)
    return make_passage(normal, 0, len(normal.text), kind, None)
