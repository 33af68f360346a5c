"""Texts of other people do not enter the project: neither as samples nor in tests, code or documentation."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.repo.sentences import SHORTEST, fingerprints
from tests.repo.tracked import ROOT, shown, tracked_files

OTHERS = frozenset((ROOT / "tests" / "repo" / "others_sentences.txt").read_text(encoding="utf-8").split())
_TEXTS = [path for path in tracked_files() if path.suffix in {".py", ".md", ".txt", ".json", ".html", ".xml", ".rss"}]


def test_the_fingerprints_are_there() -> None:
    assert len(OTHERS) > 100


def decoded(path: Path) -> str:
    data = path.read_bytes()
    for encoding in ("utf-8", "gb18030", "big5hkscs"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("utf-8", "replace")


@pytest.mark.parametrize("path", _TEXTS, ids=shown)
def test_no_sentence_is_somebody_elses(path: Path) -> None:
    assert not fingerprints(decoded(path)) & OTHERS


def test_a_copied_sentence_is_found_whatever_stands_around_it() -> None:
    sentence = "甲方每学期选派骨干教师到乙方送课不少于四节"
    assert len(sentence) >= SHORTEST
    assert fingerprints(f"一、{sentence}。") != fingerprints(sentence)
    assert fingerprints(f"前文。\n  {sentence}；后文") & fingerprints(sentence)
